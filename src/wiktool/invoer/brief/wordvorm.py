"""Word letters that differ in their texts alone: their mark-up is parsed once.

What an office sends comes from a few templates, and in those letters nine bytes in ten are the
mark-up of the template. So the mark-up is taken apart from the texts, and of each mark-up it is
remembered where the texts go. Only libxml2 says what is XML: here texts are cut out and put back,
and whatever looks unusual is left to the reader that parses every letter whole.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.invoer.brief.passages import Passage
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.brief.veilig_xml import lees_xml
from wiktool.invoer.brief.worddelen import secties_van
from wiktool.invoer.brief.wordnamen import DOCUMENT, ROMP, TEKST
from wiktool.invoer.brief.wordvlot import Rijen, uitgeschreven, vlotte_blokken
from wiktool.kern.brieftekst import Rol
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wiktool.invoer.brief.worddelen import Sectie

_VORMEN: Final = 64
"""Mark-ups that are remembered: those of some templates with tables of some lengths."""
_ONTHOUDBAAR: Final = 100_000
"""Bytes of a main part of which the mark-up is remembered."""
_SLUIT: Final = b">"
_NA_TEKST: Final = b"</w:t>"
_CODERINGEN: Final = (None, "UTF-8", "utf-8")
_PLEK: Final = "\ue000"
"""Begins what stands for a text in a mark-up that is parsed; never in a letter that is read so."""
_NIET_IN_OPMAAK: Final = re.compile(b"&#|" + _PLEK.encode())
_LETTERLIJK: Final = bytes({9, 10, *range(32, 256)} - set(b"<&\xef"))
"""Bytes that mean themselves in a text; libxml2 is asked about one with others.

U+FFFE and U+FFFF are no XML, and begin with the byte EF as some good characters do.
"""

_Alinea = tuple[int, ...]
"""A paragraph: the numbers of its texts, first those of the letter, then those of the mark-up."""
_Tabel = list[list[list[_Alinea]]]


class _Vorm(NamedTuple):
    """What letters with the same mark-up have in common."""

    blokken: tuple[_Alinea | _Tabel, ...]
    vast: tuple[str, ...]
    """Tabs, line breaks and whatever else is said by the mark-up itself."""
    secties: tuple[Sectie, ...]
    is_brief: bool
    """A main part; else it is a header or a footer."""


def lees_naar_vorm(ruw: bytes, rol: Rol) -> tuple[list[Passage], tuple[Sectie, ...]] | None:
    """The paragraphs and rows of a part without their elements, and the sections in it.

    Args:
        ruw: the main part of a Word letter, a header or a footer; no style hides text.
        rol: what the part is.

    Returns:
        What the reader of plain parts would say; None where the mark-up was not met before, is not
        plain, or is unusual in another way, or wrong: then the part is to be parsed whole.
    """
    if len(ruw) > _ONTHOUDBAAR:
        return None
    *stukken, slot = ruw.split(_NA_TEKST)
    gedeeld = [stuk.rpartition(_SLUIT) for stuk in stukken]
    opmaak = _opmaak(_NA_TEKST.join([*[opmaak for opmaak, _, _ in gedeeld], slot]))
    vorm = opmaak.vorm if opmaak.is_bekend() else None
    if vorm is None or vorm.is_brief is not (rol is Rol.HOOFDTEKST):
        return None
    teksten = _teksten([tekst for _, _, tekst in gedeeld])
    if teksten is None:
        return None
    teksten += vorm.vast
    blokken = [_gevuld(blok, teksten, rol) for blok in vorm.blokken]
    return uitgeschreven(blokken, rol), vorm.secties


def _teksten(ruw: list[bytes]) -> list[str] | None:
    """The texts as XML means them, cleaned; None where they are no XML."""
    samen = _SLUIT.join(ruw)
    try:
        if samen.translate(None, _LETTERLIJK):
            return [schoon(_ontleed(tekst)) for tekst in ruw]
        teksten = schoon(samen.decode()).split(_SLUIT.decode()) if ruw else []
    except (BestandFout, UnicodeDecodeError):
        return None
    return teksten if len(teksten) == len(ruw) else None


def _ontleed(tekst: bytes) -> str:
    if tekst.translate(None, _LETTERLIJK):
        return lees_xml(b"<t>%b</t>" % tekst).text or ""
    return tekst.decode()


def _gevuld(blok: _Alinea | _Tabel, teksten: list[str], rol: Rol) -> Passage | Rijen:
    if isinstance(blok, tuple):
        return Passage([(teksten[nummer], None) for nummer in blok], rol)
    return [
        [[Passage([(teksten[n], None) for n in alinea], rol) for alinea in cel] for cel in rij]
        for rij in blok
    ]


class _Opmaak:
    """A mark-up that was met. Met once it is only known again; learning it takes a second time.

    Args:
        opmaak: the part without its texts, each with the sign that closes the tag before it.
    """

    def __init__(self, opmaak: bytes) -> None:
        self._opmaak = opmaak
        self._gezien = 0

    def is_bekend(self) -> bool:
        """Whether it was met before; to be asked once a letter."""
        self._gezien += 1
        return self._gezien > 1

    @cached_property
    def vorm(self) -> _Vorm | None:
        """Where the texts go; None where that is not certain."""
        *stukken, slot = self._opmaak.split(_NA_TEKST)
        if _NIET_IN_OPMAAK.search(self._opmaak):
            return None
        gemerkt = [
            b"%b>%b%d%b" % (stuk, _PLEK.encode(), nummer, _NA_TEKST)
            for nummer, stuk in enumerate(stukken)
        ]
        try:
            wortel = lees_xml(b"".join([*gemerkt, slot]))
        except BestandFout:
            return None
        if wortel.getroottree().docinfo.encoding not in _CODERINGEN:
            return None
        return _leer(wortel, len(stukken))


_opmaak: Final = lru_cache(maxsize=_VORMEN)(_Opmaak)


def _leer(wortel: _Element, aantal: int) -> _Vorm | None:
    """Where this many texts stand in a part; None where it is not plain or they stand elsewhere."""
    is_brief = wortel.tag == DOCUMENT
    ouder = wortel.find(ROMP) if is_brief else wortel
    blokken = None if ouder is None else vlotte_blokken(ouder, Rol.HOOFDTEKST)
    if ouder is None or blokken is None:
        return None
    geplaatst = [tekst for t in ouder.iter(TEKST) if (tekst := t.text or "").startswith(_PLEK)]
    if len(geplaatst) != aantal:
        return None
    vast: list[str] = []

    def genummerd(passage: Passage) -> _Alinea:
        nummers = []
        for tekst, _ in passage.stukken:
            if tekst.startswith(_PLEK):
                nummers.append(int(tekst[1:]))
            else:
                nummers.append(aantal + len(vast))
                vast.append(tekst)
        return tuple(nummers)

    return _Vorm(
        tuple(
            genummerd(blok)
            if isinstance(blok, Passage)
            else [[[genummerd(p) for p in cel] for cel in rij] for rij in blok]
            for blok in blokken
        ),
        tuple(vast),
        secties_van(ouder),
        is_brief,
    )
