r"""Plain-text letters: paragraphs between blank lines, table rows, quotations behind ``>``.

The lines of a paragraph stay apart with ``\n``. A row of a table drawn with tabs, bars or spaces
becomes a passage of its own with tabs, if its last cell is an amount or it stands beside such a row
with as many cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.codering import ontcijfer
from wiktool.invoer.brief.passages import Passage, genummerd, te_veel_tekst
from wiktool.invoer.brief.tekens import schoon
from wiktool.kern.brieftekst import Brieftekst, Rol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_KOLOMGRENS: Final = re.compile(r"[ \xa0]*\t[ \t\xa0]*|[ \xa0]{3,}|[ \xa0]*\|[ \xa0]*")
_BEDRAG: Final = re.compile(
    r"(?:€|EUR)?[\s\xa0]*-?\d[\d.]{0,20}(?:,(?:\d\d|-{1,2}|–))?[\s\xa0]*(?:€|EUR)?"
)
_LIJN: Final = re.compile(r"[\s|+=_:-]{3,}")
_LANGSTE_REGEL: Final = 160
_WOORDEN: Final = 15
"""A line of more characters and more words than these is running text."""
_CITAATTEKEN: Final = re.compile(r"(?:>[ \t]?)+")
_OPSOMTEKEN: Final = re.compile(r"[ \t]+>[ \t]")
"""An arrow before a point in a list; who quotes a message begins the line with it."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of text with its number."""

    nummer: int
    tekst: str
    citaat: bool = False

    @property
    def is_lijn(self) -> bool:
        """Whether it only draws a line."""
        return _LIJN.fullmatch(self.tekst) is not None


def lees(inhoud: bytes) -> Brieftekst:
    """Read a plain-text letter.

    Raises:
        BestandFout: not text, or too much of it.
    """
    return Brieftekst(alineas=genummerd(passages(tekst_van(inhoud))))


def tekst_van(inhoud: bytes) -> str:
    """Decode the bytes of a text file.

    Raises:
        BestandFout: not text, or too much of it.
    """
    if len(inhoud) > grenzen.TEKSTBESTAND:
        raise te_veel_tekst()
    tekst = ontcijfer(inhoud)
    if len(tekst) > 2 * grenzen.TEKENS:
        raise te_veel_tekst()
    return tekst


def passages(tekst: str) -> list[Passage]:
    """The paragraphs and table rows of a plain text."""
    return uit_regels(_regels(tekst))


def uit_regels(regels: Iterable[Regel]) -> list[Passage]:
    """The paragraphs and table rows of lines; an empty line, and the edge of a quotation, parts."""
    uit: list[Passage] = []
    blok: list[Regel] = []
    for regel in regels:
        leeg = not regel.tekst.strip()
        if blok and (leeg or regel.citaat is not blok[-1].citaat):
            uit += _uit_blok(blok)
            blok = []
        if not leeg:
            blok.append(regel)
    return uit + _uit_blok(blok)


def _regels(tekst: str) -> Iterator[Regel]:
    """The lines; one that nobody broke off by hand is a paragraph, as Word saves it as text."""
    for nummer, ruw in enumerate(tekst.split("\n"), start=1):
        regel = _regel(nummer, ruw)
        lang = len(regel.tekst) > _LANGSTE_REGEL and regel.tekst.count(" ") > _WOORDEN
        rand = [Regel(nummer, "", citaat=regel.citaat)] if lang else []
        yield from (*rand, regel, *rand)


def _regel(nummer: int, ruw: str) -> Regel:
    teken = _CITAATTEKEN.match(ruw)
    if teken is None:
        return Regel(nummer, schoon(_zonder_opsomteken(ruw).replace("\f", "")))
    return Regel(nummer, schoon(ruw[teken.end() :]), citaat=True)


def _zonder_opsomteken(ruw: str) -> str:
    teken = _OPSOMTEKEN.match(ruw)
    return ruw if teken is None else ruw[teken.end() :]


def _uit_blok(blok: list[Regel]) -> list[Passage]:
    """The lines of a block as one paragraph, with the table rows among them apart."""
    uit: list[Passage] = []
    lopend: list[Regel] = []
    for regel, rij in zip(blok, _rijen(blok), strict=True):
        if rij is None and not regel.is_lijn:
            lopend.append(regel)
            continue
        uit += _alinea(lopend)
        lopend = []
        if rij is not None:
            rol = Rol.CITAAT if regel.citaat else Rol.TABEL
            uit.append(Passage([(rij, None)], rol, rij=True, regel=regel.nummer))
    return uit + _alinea(lopend)


def _rijen(blok: list[Regel]) -> list[str | None]:
    """For each line its cells with tabs between them, or None where it is no table row."""
    cellen = [_cellen(regel) for regel in blok]
    rijen = [len(rij) > 1 and _BEDRAG.fullmatch(rij[-1]) is not None for rij in cellen]
    plekken = [plek for plek, rij in enumerate(cellen) if rij] if any(rijen) else []
    for volgorde in (plekken, plekken[::-1]):
        for vorige, plek in pairwise(volgorde):
            if rijen[vorige] and len(cellen[plek]) == len(cellen[vorige]):
                rijen[plek] = True
    return ["\t".join(rij) if is_rij else None for rij, is_rij in zip(cellen, rijen, strict=True)]


def _cellen(regel: Regel) -> list[str]:
    """The columns of a line, if it were a table row; none where it only draws a line."""
    if regel.is_lijn:
        return []
    return [cel.strip() for cel in _KOLOMGRENS.split(regel.tekst.strip(" \t|"))]


def _alinea(regels: list[Regel]) -> list[Passage]:
    if not regels:
        return []
    tekst = "\n".join(regel.tekst.strip() for regel in regels)
    rol = Rol.CITAAT if regels[0].citaat else Rol.HOOFDTEKST
    return [Passage([(tekst, None)], rol, regel=regels[0].nummer)]
