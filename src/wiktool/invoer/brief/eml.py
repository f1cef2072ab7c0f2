"""E-mails: the text once, the date and the subject, and a letter that travels as attachment.

What counts as the letter:

- a message that asks for nothing itself (no amount, no term) is a cover note: the attached letter
  is read instead of it; with several attachments the one that reads as a letter;
- a message with a demand of its own is the letter; an attachment that reads as a letter too belongs
  to it, because the debtor gets both;
- where more than one attachment could be the letter, the choice is left to the user;
- what the message and the letter both say counts once; so does a letter attached twice;
- other attachments that were opened (invoices, terms) are no part of it; those that could not be
  opened are named as not read.

Text of an earlier mail below an answer is quotation; in a forwarded mail it is the letter.
"""

from __future__ import annotations

import email
import re
from dataclasses import dataclass, field
from email.errors import (
    CloseBoundaryNotFoundDefect,
    HeaderParseError,
    StartBoundaryNotFoundDefect,
)
from email.header import decode_header
from email.message import Message
from functools import partial
from typing import TYPE_CHECKING, Final

from wiktool.invoer.brief import citaten, grenzen, html, tekst
from wiktool.invoer.brief.bijlagen import Bijlage, voeg_samen
from wiktool.invoer.brief.codering import ontcijfer
from wiktool.invoer.brief.maildatum import verzenddag
from wiktool.invoer.brief.passages import Passage, genummerd, te_groot, te_veel_tekst
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.brief.veilig_xml import te_diep
from wiktool.kern.brieftekst import Brieftekst
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Callable

    Leesbestand = Callable[[bytes, str], Brieftekst]

_EINDE_KOP: Final = re.compile(rb"\r?\n\r?\n")
_HANDTEKENINGEN: Final = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "text/calendar",
        "text/vcard",
        "text/x-vcard",
    }
)
_AFGEBROKEN: Final = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
_DOE: Final = "bewaar de brief zelf als bestand en geef dat"
_GELEZEN: Final = frozenset({"subject", "date"})
_VERSLEUTELD: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})


@dataclass(slots=True)
class _Inhoud:
    """The parts of a mail, sorted."""

    passages: list[Passage] = field(default_factory=list)
    bijlagen: list[Bijlage] = field(default_factory=list)

    @property
    def heeft_tekst(self) -> bool:
        """Whether there is anything to read."""
        return any(passage.tekst for passage in self.passages)


class _Sorteerder:
    """Parts text from attachments; counts what it meets.

    Args:
        lees_bestand: reads an attached file by its bytes and its name, or raises BestandFout.
    """

    def __init__(self, lees_bestand: Leesbestand) -> None:
        self._lees_bestand = lees_bestand
        self._delen = 0
        self._geopend = 0
        self.breekt_af = False

    def sorteer(self, deel: Message, uit: _Inhoud) -> None:
        """Add a part of a mail, and the parts inside it."""
        if any(len(str(waarde)) > grenzen.KOPVELD for waarde in _inhoudsvelden(deel)):
            raise _ongewoon()
        self._delen += 1
        if self._delen > grenzen.BIJLAGEN:
            raise _te_veel_delen()
        self.breekt_af |= any(isinstance(gebrek, _AFGEBROKEN) for gebrek in deel.defects)
        soort = deel.get_content_type()
        if soort == "multipart/encrypted" or (
            soort in _VERSLEUTELD and "signed" not in str(deel.get_param("smime-type"))
        ):
            raise _versleuteld()
        if soort == "multipart/alternative":
            self._alternatief(deel, uit)
        elif soort.startswith("multipart/"):
            for onderdeel in _onderdelen(deel):
                self.sorteer(onderdeel, uit)
        elif soort not in _HANDTEKENINGEN:
            self._blad(deel, soort, uit)

    def _alternatief(self, deel: Message, uit: _Inhoud) -> None:
        """Of several forms of one text the last that holds text: the richest, as mail shows it."""
        gekozen: list[Passage] = []
        for onderdeel in _onderdelen(deel):
            vorm = _Inhoud()
            self.sorteer(onderdeel, vorm)
            uit.bijlagen += vorm.bijlagen
            if vorm.heeft_tekst:
                gekozen = vorm.passages
        uit.passages += gekozen

    def _blad(self, deel: Message, soort: str, uit: _Inhoud) -> None:
        naam = _leesbaar(deel.get_filename() or "")
        plek = deel.get_content_disposition()
        if soort == "message/rfc822":
            self._bericht(deel, naam or "doorgestuurd bericht", uit)
        elif soort in ("text/plain", "text/html") and plek != "attachment" and not naam:
            uit.passages += _tekstdeel(deel, soort)
        elif not (soort.startswith("image/") and (plek != "attachment" or "content-id" in deel)):
            inhoud = _bytes(deel)
            uit.bijlagen.append(
                Bijlage(naam or soort, partial(self._open, inhoud, naam or "bijlage"))
            )

    def _open(self, inhoud: bytes, naam: str) -> Brieftekst:
        self._geopend += 1
        if self._geopend > grenzen.GELEZEN_BIJLAGEN:
            raise BestandFout("de e-mail heeft te veel bijlagen om ze alle te lezen", doe=_DOE)
        return self._lees_bestand(inhoud, naam)

    def _bericht(self, deel: Message, naam: str, uit: _Inhoud) -> None:
        for bericht in _onderdelen(deel):
            uit.bijlagen.append(Bijlage(naam, partial(_lees_bericht, bericht, self)))


def lees(inhoud: bytes, *, lees_bestand: Leesbestand) -> Brieftekst:
    """Read an e-mail; ``lees_bestand`` reads an attached file by its bytes and its name.

    Raises:
        BestandFout: encrypted, too deep, or it is not clear which attachment is the letter.
    """
    _weiger_onmatige(inhoud)
    try:
        bericht = email.message_from_bytes(inhoud)
    except RecursionError as fout:
        raise te_diep() from fout
    return _lees_bericht(bericht, _Sorteerder(lees_bestand))


def _weiger_onmatige(inhoud: bytes) -> None:
    """The parser of the standard library takes minutes over what no mail program writes.

    Raises:
        BestandFout: too large, or with too long a header or too many parts.
    """
    if len(inhoud) > grenzen.E_MAIL:
        raise te_groot(f"de e-mail is groter dan {grenzen.E_MAIL // 1_000_000} MB")
    if inhoud.count(b"\n--") > grenzen.SCHEIDINGEN:
        raise _te_veel_delen()
    kop = _EINDE_KOP.search(inhoud, 0, grenzen.MAILKOP)
    if kop is None and len(inhoud) > grenzen.MAILKOP:
        raise _ongewoon()


def _lees_bericht(bericht: Message, sorteerder: _Sorteerder) -> Brieftekst:
    koppen = _koppen(bericht)
    onderwerp = koppen.get("subject", "")
    doorgestuurd = citaten.is_doorgestuurd(onderwerp)
    delen = _Inhoud()
    sorteerder.sorteer(bericht, delen)
    if doorgestuurd:
        citaten.wis(delen.passages)
    else:
        citaten.markeer(delen.passages)
    brief = Brieftekst(
        alineas=genummerd(delen.passages),
        onderwerp=onderwerp,
        verzonden="" if doorgestuurd else verzenddag(koppen.get("date", "")),
        ongelezen=("de e-mail breekt af: er kan tekst ontbreken",) if sorteerder.breekt_af else (),
    )
    return voeg_samen(brief, delen.bijlagen)


def _onderdelen(deel: Message) -> list[Message]:
    """The parts inside a part; a part that only claims to have some is text without any."""
    inhoud = deel.get_payload()
    if not isinstance(inhoud, list):
        return []
    return [onderdeel for onderdeel in inhoud if isinstance(onderdeel, Message)]


def _inhoudsvelden(deel: Message) -> list[str]:
    """The header fields that say what a part is."""
    return [waarde for naam, waarde in deel.raw_items() if naam.lower().startswith("content-")]


def _tekstdeel(deel: Message, soort: str) -> list[Passage]:
    inhoud = _bytes(deel)
    if len(inhoud) > grenzen.WEBPAGINA:
        raise te_veel_tekst()
    gelezen = ontcijfer(inhoud, opgegeven=_opgegeven_codering(deel))
    if soort == "text/html":
        return html.passages(gelezen)
    if len(gelezen) > 2 * grenzen.TEKENS:
        raise te_veel_tekst()
    passages = tekst.passages(gelezen)
    for passage in passages:
        passage.regel = None
    return passages


def _bytes(deel: Message) -> bytes:
    inhoud = deel.get_payload(decode=True)
    return inhoud if isinstance(inhoud, bytes) else b""


def _opgegeven_codering(deel: Message) -> str:
    try:
        return deel.get_content_charset() or ""
    except (LookupError, ValueError):
        return ""


def _koppen(bericht: Message) -> dict[str, str]:
    """The header fields by lower-case name, decoded; of a repeated one the first."""
    koppen: dict[str, str] = {}
    for naam, waarde in bericht.raw_items():
        koppen.setdefault(naam.lower(), _leesbaar(waarde) if naam.lower() in _GELEZEN else "")
    return koppen


def _leesbaar(waarde: str) -> str:
    r"""A header field as people read it.

    >>> _leesbaar("=?utf-8?q?Aanmaning_=E2=82=AC_40?=\r\n deel 2")
    'Aanmaning € 40 deel 2'
    """
    kaal = ontcijfer(waarde[: grenzen.KOPVELD].encode("utf-8", "surrogateescape"))
    try:
        delen = decode_header(" ".join(kaal.split()))
    except HeaderParseError:
        return kaal
    return schoon(
        "".join(
            ontcijfer(deel, opgegeven=codering or "") if isinstance(deel, bytes) else deel
            for deel, codering in delen
        )
    ).strip()


def _ongewoon() -> BestandFout:
    return BestandFout(
        "de kop van de e-mail is veel langer dan die van een gewone e-mail",
        doe="open hem in het mailprogramma en bewaar hem opnieuw",
    )


def _te_veel_delen() -> BestandFout:
    return BestandFout(
        f"de e-mail heeft meer dan {grenzen.BIJLAGEN} onderdelen",
        doe=_DOE,
    )


def _versleuteld() -> BestandFout:
    return BestandFout(
        "de e-mail is versleuteld",
        doe="open hem in het mailprogramma en bewaar hem zonder versleuteling",
    )
