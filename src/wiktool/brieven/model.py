"""A letter before it is laid out: blocks of text that every carrier draws in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wiktool.brieven.waarden import Waarden


class Bloksoort(StrEnum):
    """What a block is; a carrier decides how it looks."""

    ALINEA = "alinea"
    KOP = "kop"
    SLOT = "slot"
    """A paragraph kept with what follows: after the last list, and above the core in Dutch."""
    GROET = "groet"
    """The closing line, kept with the signature."""
    BIJLAGEKOP = "bijlagekop"
    """The heading of what comes on a page of its own, after the letter."""
    PUNT = "punt"
    """One item of a list."""
    KERNKOP = "kernkop"
    KERN = "kern"
    """A paragraph of the legal core, set apart in a frame."""
    FACTUREN = "facturen"
    """The table of invoices with its total."""
    SPECIFICATIE = "specificatie"
    """The table of what is owed: principal, interest, costs."""
    BETALING = "betaling"
    """Amount, beneficiary, IBAN and reference, in that order."""
    ONDERTEKENING = "ondertekening"


TABELLEN: Final = frozenset(
    {Bloksoort.FACTUREN, Bloksoort.SPECIFICATIE, Bloksoort.BETALING, Bloksoort.ONDERTEKENING}
)
"""Blocks without text of their own; their content is in the values of the letter."""


@dataclass(frozen=True, slots=True)
class Deel:
    """A stretch of text within a paragraph."""

    tekst: str
    vet: bool = False


@dataclass(frozen=True, slots=True)
class Blok:
    """One paragraph, or the place of a table."""

    soort: Bloksoort
    delen: tuple[Deel, ...] = ()
    taal: str = ""
    """The language of the text where it is not that of the letter."""

    @property
    def tekst(self) -> str:
        """The text without its emphasis.

        >>> Blok(Bloksoort.ALINEA, (Deel("Betaal "), Deel("nu", vet=True))).tekst
        'Betaal nu'
        """
        return "".join(deel.tekst for deel in self.delen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A whole letter, ready to be laid out.

    Attributes:
        onderwerp: the subject line, also the title of the file.
        blokken: the text from salutation to signature.
        waarden: the named values of the letter: parties, invoices, amounts, reference.
    """

    onderwerp: str
    blokken: tuple[Blok, ...]
    waarden: Waarden


_SAMEN: Final = {Bloksoort.KERNKOP: Bloksoort.KERN}
_MET_ELKAAR: Final = frozenset({Bloksoort.PUNT, Bloksoort.KERN})


def in_groepen(blokken: tuple[Blok, ...]) -> list[list[Blok]]:
    """Items of one list, and paragraphs of one frame, together; every other block by itself."""
    groepen: list[list[Blok]] = []
    vorige = None
    for blok in blokken:
        soort = _SAMEN.get(blok.soort, blok.soort)
        if soort == vorige and soort in _MET_ELKAAR:
            groepen[-1].append(blok)
        else:
            groepen.append([blok])
        vorige = soort
    return groepen
