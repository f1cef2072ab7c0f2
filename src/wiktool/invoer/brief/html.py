"""Web pages and html mail: the visible text, tables as rows, quoted mail marked as quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.codering import ontcijfer
from wiktool.invoer.brief.htmlverborgen import Verborgen
from wiktool.invoer.brief.pakket import beschadigd
from wiktool.invoer.brief.passages import Passage, genummerd, tabelrijen, te_groot
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.brief.veilig_xml import te_diep
from wiktool.kern.brieftekst import Brieftekst, Rol

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOKKEN: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"  # noqa: SIM905 - one name a line would take a page
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " ol optgroup option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_ROLLEN: Final = {
    "blockquote": Rol.CITAAT,
    "header": Rol.KOPTEKST,
    "footer": Rol.VOETTEKST,
    "aside": Rol.TEKSTVAK,
}
_CITAATKLASSEN: Final = frozenset(
    {"gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "OutlookMessageHeader"}
)
_INGESPRONGEN: Final = re.compile(r"border(?:-left)?\s*:\s*(?:none|0)", re.IGNORECASE)
"""How mail programs write an indented paragraph, which is no quotation."""
_CEL: Final = ("td", "th")
_WIT: Final = re.compile(r"[ \t\n\r\f]+")
_ROND_EINDE: Final = re.compile(r"[ \t]*\n[ \t]*")
_LEGE_REGEL: Final = re.compile(r"\n\s*\n")
_CODERING: Final = re.compile(
    rb"<meta[^>]{1,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_KOP: Final = 4_096
_MAX_LAGEN: Final = 40
_DIEPTE: Final = "depth"


def lees(inhoud: bytes) -> Brieftekst:
    """Read a web page.

    Raises:
        BestandFout: not text, too much of it, or nested too deep.
    """
    opgegeven = _CODERING.search(inhoud[:_KOP])
    naam = opgegeven.group(1).decode("ascii", "replace") if opgegeven else ""
    return Brieftekst(alineas=genummerd(passages(ontcijfer(inhoud, opgegeven=naam))))


def passages(pagina: str) -> list[Passage]:
    """The visible text of a page.

    Raises:
        BestandFout: too large, or nested too deep.
    """
    if len(pagina) > grenzen.WEBPAGINA or pagina.count("<") > grenzen.LABELS:
        raise te_groot("er staat veel meer opmaak in dan in welke brief ook")
    ontleder = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        wortel = etree.fromstring(pagina.encode("utf-8", "replace"), ontleder)
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise beschadigd() from fout
    if any(_DIEPTE in (melding.message or "") for melding in ontleder.error_log):
        raise te_diep()
    if wortel is None:
        return []
    lezer = _Lezer(Verborgen(wortel))
    return [p for p in lezer.blok(wortel, Rol.HOOFDTEKST) if p.tekst]


class _Lezer:
    """Walks a page and cuts its text at the edges of blocks."""

    def __init__(self, verborgen: Verborgen) -> None:
        self._verborgen = verborgen
        self._lagen = 0
        self._regel: list[str] = []
        self._uit: list[Passage] = []
        self._rol = Rol.HOOFDTEKST

    def blok(self, element: _Element, rol: Rol) -> list[Passage]:
        """The passages inside one element, apart from what is around it."""
        if self._lagen == _MAX_LAGEN:
            raise te_diep()
        eerder = self._regel, self._uit, self._rol
        self._regel, self._uit, self._rol = [], [], rol
        self._lagen += 1
        self._inhoud(element, letterlijk=False)
        self._breek()
        uit = self._uit
        self._regel, self._uit, self._rol = eerder
        self._lagen -= 1
        return uit

    def _inhoud(self, ouder: _Element, *, letterlijk: bool) -> None:
        self._tekst(ouder.text, letterlijk=letterlijk)
        for element in ouder:
            if not self._verborgen.is_verborgen(element):
                self._element(element, letterlijk=letterlijk)
            self._tekst(element.tail, letterlijk=letterlijk)

    def _element(self, element: _Element, *, letterlijk: bool) -> None:
        naam = element.tag
        if naam == "br":
            self._regel.append("\n")
        elif naam == "table":
            self._breek()
            self._uit += self._tabel(element)
        elif naam in _BLOKKEN or _is_citaat(element):
            self._breek()
            buiten, self._rol = self._rol, _rol(element, self._rol)
            self._inhoud(element, letterlijk=letterlijk or naam == "pre")
            self._breek()
            self._rol = buiten
        else:
            self._inhoud(element, letterlijk=letterlijk)

    def _tekst(self, tekst: str | None, *, letterlijk: bool) -> None:
        if tekst:
            self._regel.append(tekst if letterlijk else _WIT.sub(" ", tekst))

    def _breek(self) -> None:
        """End the paragraph; two line breaks in a row end one too."""
        tekst = _ROND_EINDE.sub("\n", "".join(self._regel))
        self._regel = []
        self._uit += [
            Passage([(schoon(_dubbele_spatie(deel)), None)], self._rol)
            for deel in _LEGE_REGEL.split(tekst)
        ]

    def _tabel(self, tabel: _Element) -> list[Passage]:
        rol = self._rol
        boven = [
            passage for titel in tabel.iterchildren("caption") for passage in self.blok(titel, rol)
        ]
        rijen = [
            [
                [passage for passage in self.blok(cel, rol) if passage.tekst]
                for cel in rij
                if cel.tag in _CEL and not self._verborgen.is_verborgen(cel)
            ]
            for rij in _rijen(tabel)
            if not self._verborgen.is_verborgen(rij)
        ]
        return boven + tabelrijen(rijen, rol)


def _rijen(tabel: _Element) -> list[_Element]:
    """The rows of a table itself, not of tables inside it."""
    delen = [tabel, *tabel.iterchildren("thead", "tbody", "tfoot")]
    return [rij for deel in delen for rij in deel.iterchildren("tr")]


def _is_citaat(element: _Element) -> bool:
    """Whether an element is how a mail program quotes the mail that is answered."""
    klassen = element.get("class")
    return klassen is not None and not _CITAATKLASSEN.isdisjoint(klassen.split())


def _rol(element: _Element, anders: Rol) -> Rol:
    if _is_citaat(element):
        return Rol.CITAAT
    if element.tag == "blockquote" and _INGESPRONGEN.search(element.get("style") or ""):
        return anders
    return _ROLLEN.get(str(element.tag), anders) if anders is not Rol.CITAAT else anders


def _dubbele_spatie(tekst: str) -> str:
    return re.sub(" {2,}", " ", tekst)
