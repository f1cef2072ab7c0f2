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
    from collections.abc import Iterable

_KOLOMGRENS: Final = re.compile(r"[ \xa0]*\t[ \t\xa0]*|[ \xa0]{3,}|[ \xa0]*\|[ \xa0]*")
_BEDRAG: Final = re.compile(
    r"(?:€|EUR)?[\s\xa0]*-?\d[\d.]{0,20}(?:,(?:\d\d|-{1,2}|–))?[\s\xa0]*(?:€|EUR)?"
)
_LIJN: Final = re.compile(r"[\s|+=_:-]{3,}")
_CITAATTEKEN: Final = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of text with its number."""

    nummer: int
    tekst: str
    citaat: bool = False

    @property
    def cellen(self) -> tuple[str, ...]:
        """Its columns, if it were a table row."""
        return tuple(cel.strip() for cel in _KOLOMGRENS.split(self.tekst.strip(" \t|")))

    @property
    def is_lijn(self) -> bool:
        """Whether it only draws a line."""
        return _LIJN.fullmatch(self.tekst) is not None


def lees(inhoud: bytes) -> Brieftekst:
    """Read a plain-text letter.

    Raises:
        BestandFout: not text, or too much of it.
    """
    if len(inhoud) > grenzen.TEKSTBESTAND:
        raise te_veel_tekst()
    return Brieftekst(alineas=genummerd(passages(ontcijfer(inhoud))))


def passages(tekst: str) -> list[Passage]:
    """The paragraphs and table rows of a plain text."""
    return uit_regels(
        _regel(nummer, regel) for nummer, regel in enumerate(tekst.split("\n"), start=1)
    )


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


def _regel(nummer: int, ruw: str) -> Regel:
    teken = _CITAATTEKEN.match(ruw)
    if teken is None:
        return Regel(nummer, schoon(ruw.replace("\f", "")))
    return Regel(nummer, schoon(ruw[teken.end() :]), citaat=True)


def _uit_blok(blok: list[Regel]) -> list[Passage]:
    """The lines of a block as one paragraph, with the table rows among them apart."""
    uit: list[Passage] = []
    lopend: list[Regel] = []
    rijen = _rijen([regel for regel in blok if not regel.is_lijn])
    for regel in blok:
        if not regel.is_lijn and regel not in rijen:
            lopend.append(regel)
            continue
        uit += _alinea(lopend)
        lopend = []
        if regel in rijen:
            rol = Rol.CITAAT if regel.citaat else Rol.TABEL
            cellen = "\t".join(regel.cellen)
            uit.append(Passage([(cellen, None)], rol, rij=True, regel=regel.nummer))
    return uit + _alinea(lopend)


def _rijen(regels: list[Regel]) -> set[Regel]:
    """Which lines of a block are table rows."""
    rijen = {
        regel
        for regel in regels
        if len(regel.cellen) > 1 and _BEDRAG.fullmatch(regel.cellen[-1]) is not None
    }
    if rijen:
        for volgorde in (regels, regels[::-1]):
            for vorige, regel in pairwise(volgorde):
                if vorige in rijen and len(regel.cellen) == len(vorige.cellen):
                    rijen.add(regel)
    return rijen


def _alinea(regels: list[Regel]) -> list[Passage]:
    if not regels:
        return []
    tekst = "\n".join(regel.tekst.strip() for regel in regels)
    rol = Rol.CITAAT if regels[0].citaat else Rol.HOOFDTEKST
    return [Passage([(tekst, None)], rol, regel=regels[0].nummer)]
