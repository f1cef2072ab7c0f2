"""Dates in every usual notation: ``21-11-2026``, ``21 nov. 2026``, ``zaterdag 21 november``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.getallen import telwoord
from wiktool.controle.herkenning.woordenschat import (
    DATUM,
    GETAL,
    MAAND,
    MAANDNUMMERS,
    TELWOORD,
    WEEKDAG,
)
from wiktool.controle.herkenning.zinnen import per_zin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_EEUW: Final = 2000
_VROEGSTE_JAAR: Final = 1950
_LAATSTE_JAAR: Final = 2100
_VOORUIT: Final = timedelta(days=120)


class Dagnotatie(NamedTuple):
    """A date where it stands.

    Attributes:
        dag: the date; None when the year is missing or the day does not exist.
        maand: month number.
        dagnummer: day of the month.
        zin: the index of its sentence.
        begin: the index of its first word in the sentence, a weekday included.
        eind: the index after its last word.
    """

    dag: date | None
    maand: int
    dagnummer: int
    zin: int
    begin: int
    eind: int

    def in_jaar_bij(self, ijkdag: date | None) -> date | None:
        """The date; without a year the one nearest to ``ijkdag``, and at most months ahead.

        A letter about a debt looks back further than it looks ahead: "1 april" in a letter of
        November is the one that has passed.
        """
        if self.dag is not None or ijkdag is None:
            return self.dag
        jaren = (ijkdag.year - 1, ijkdag.year, ijkdag.year + 1)
        kandidaten = [d for d in (_dag(jaar, self.maand, self.dagnummer) for jaar in jaren) if d]
        kandidaten = [dag for dag in kandidaten if dag - ijkdag <= _VOORUIT]
        return min(kandidaten, key=lambda dag: abs(dag - ijkdag), default=None)


@per_zin
def lees_datums(zin: Zin) -> tuple[Dagnotatie, ...]:
    """The dates of a sentence, in order."""
    if not zin.begrippen & (DATUM | MAAND):
        return ()
    return tuple(_datums(zin))


def _datums(zin: Zin) -> Iterator[Dagnotatie]:
    woorden = zin.woorden
    for plek, woord in enumerate(woorden):
        if woord.begrip & DATUM:
            gelezen = _cijfers(woord.tekst)
            if gelezen is not None:
                jaar, maand, dagnummer = gelezen
                begin = _met_weekdag(woorden, plek)
                dag = _dag(jaar, maand, dagnummer)
                yield Dagnotatie(dag, maand, dagnummer, zin.nummer, begin, plek + 1)
        elif woord.begrip & MAAND and plek:
            notatie = _in_woorden(zin, plek)
            if notatie is not None:
                yield notatie


def _in_woorden(zin: Zin, plek: int) -> Dagnotatie | None:
    """``21 november 2026``, ``21 nov. '26``, ``één december``."""
    woorden = zin.woorden
    dagnummer = _dagnummer(woorden[plek - 1])
    if dagnummer is None:
        return None
    maand = MAANDNUMMERS[woorden[plek].tekst]
    eind = plek + 1
    jaar = None
    for extra in range(3):
        if eind + extra >= len(woorden):
            break
        volgende = woorden[eind + extra]
        if volgende.begrip & GETAL and volgende.tekst.isdigit():
            jaar = _jaar(volgende.tekst, afgekort=extra > 0)
            eind += extra + 1 if jaar is not None else 0
            break
        if volgende.tekst not in ".'’":
            break
    dag = _dag(jaar, maand, dagnummer) if jaar is not None else None
    begin = _met_weekdag(woorden, plek - 1)
    return Dagnotatie(dag, maand, dagnummer, zin.nummer, begin, eind)


def _met_weekdag(woorden: Sequence[Woord], plek: int) -> int:
    return plek - 1 if plek and woorden[plek - 1].begrip & WEEKDAG else plek


def _dagnummer(woord: Woord) -> int | None:
    if woord.begrip & GETAL and woord.tekst.isdigit() and len(woord.tekst) <= 2:
        nummer: int | None = int(woord.tekst)
    elif woord.begrip & TELWOORD:
        nummer = telwoord(woord.tekst)
    else:
        return None
    return nummer if nummer is not None and 1 <= nummer <= 31 else None


def _jaar(tekst: str, *, afgekort: bool) -> int | None:
    if len(tekst) == 4 and _VROEGSTE_JAAR <= int(tekst) <= _LAATSTE_JAAR:
        return int(tekst)
    return _EEUW + int(tekst) if len(tekst) == 2 and afgekort else None


def _cijfers(tekst: str) -> tuple[int, int, int] | None:
    delen = [int(deel) for deel in tekst.replace("/", "-").replace(".", "-").split("-")]
    if len(tekst) >= 10 and delen[0] > 31:
        jaar, maand, dag = delen
    else:
        dag, maand, jaar = delen
        jaar = jaar if jaar > 99 else _EEUW + jaar
    bestaat = 1 <= maand <= 12 and 1 <= dag <= 31 and _VROEGSTE_JAAR <= jaar <= _LAATSTE_JAAR
    return (jaar, maand, dag) if bestaat else None


def _dag(jaar: int, maand: int, dagnummer: int) -> date | None:
    try:
        return date(jaar, maand, dagnummer)
    except ValueError:
        return None
