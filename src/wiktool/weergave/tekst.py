"""Building blocks of the text output: the same facts on a terminal and in a pipe."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiktool.kern.bron import Bron
    from wiktool.kern.uitkomst import Kanttekening

BREEDTE: Final = 78
_VET: Final = "\x1b[1m"
_ZACHT: Final = "\x1b[2m"
_TERUG: Final = "\x1b[0m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmaak:
    """Whether bold and colour may be used; without it the text is plain."""

    kleur: bool = False

    def vet(self, tekst: str) -> str:
        """Bold on a terminal.

        >>> Opmaak().vet("totaal")
        'totaal'
        """
        return f"{_VET}{tekst}{_TERUG}" if self.kleur else tekst

    def zacht(self, tekst: str) -> str:
        """Dimmed on a terminal."""
        return f"{_ZACHT}{tekst}{_TERUG}" if self.kleur else tekst


def regel_met_bedrag(links: str, rechts: str, *, breedte: int = BREEDTE) -> list[str]:
    """A description with an amount at the right margin; a long description takes more lines.

    >>> regel_met_bedrag("Hoofdsom", "€ 40,00", breedte=20)
    ['Hoofdsom     € 40,00']
    """
    inspring = len(links) - len(links.lstrip())
    ruimte = breedte - len(rechts) - 2
    stukken = textwrap.wrap(
        links.strip(),
        ruimte,
        initial_indent=" " * inspring,
        subsequent_indent=" " * (inspring + 2),
    ) or [""]
    laatste = stukken[-1]
    return [*stukken[:-1], f"{laatste}{rechts.rjust(breedte - len(laatste))}"]


def alinea(tekst: str, *, inspring: int = 2, teken: str = "") -> list[str]:
    """A paragraph wrapped to the width, with a mark before its first line."""
    eerste = " " * inspring + (f"{teken} " if teken else "")
    return textwrap.wrap(tekst, BREEDTE, initial_indent=eerste, subsequent_indent=" " * len(eerste))


def bronnen_en_kanttekeningen(
    bronnen: Iterable[Bron], kanttekeningen: Iterable[Kanttekening], opmaak: Opmaak
) -> list[str]:
    """The closing blocks every result has: where it says so, and what to mind."""
    regels: list[str] = []
    if bronnen := list(bronnen):
        regels += ["", opmaak.vet("Bronnen")]
        for bron in bronnen:
            regels += alinea(bron.aanhaling)
            regels.append(opmaak.zacht(f"    {bron.url}"))
    if kanttekeningen := list(kanttekeningen):
        regels += ["", opmaak.vet("Let op")]
        for kanttekening in kanttekeningen:
            regels += alinea(kanttekening.tekst, teken="-")
    return regels
