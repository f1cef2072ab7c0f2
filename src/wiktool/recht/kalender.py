"""The Dutch calendar of delivery and of terms (ATW 3; recht.md R4.1, R4.33, R4.34).

Two sets of days that must not be confused: on official holidays and Good Friday no post is counted
and no term runs out; days equated by royal decree are ordinary postal days, but no term runs out on
them either.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from wiktool.kern.bron import Bewijs
from wiktool.kern.notatie import WEEKDAGEN
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from wiktool.kern.bron import Bron

MAANDAG: Final = 0
ZATERDAG: Final = 5
ZONDAG: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Feestdag:
    """A recognised holiday, or a day equated with one.

    Attributes:
        gelijkgesteld: equated by royal decree: post is delivered, but no term ends on it.
    """

    naam: str
    bron: Bron
    gelijkgesteld: bool = False


@cache
def feestdagen(jaar: int) -> dict[date, Feestdag]:
    """The holidays and equated days of a year.

    Raises:
        BuitenBereik: the table does not know that year.

    Bron: art. 3 Algemene termijnenwet.

    >>> feestdagen(2025)[date(2025, 4, 26)].naam
    'Koningsdag'
    """
    lijst = tabel("feestdagen")
    lijst.op(date(jaar, 12, 31))
    dagen: dict[date, Feestdag] = {}
    for besluit in lijst.overig["gelijkgesteld"]:
        gelijkgesteld = Feestdag(
            naam="gelijkgestelde dag",
            bron=bron(besluit["regeling"], bewijs=Bewijs(besluit["bewijs"])),
            gelijkgesteld=True,
        )
        dagen |= {dag: gelijkgesteld for dag in besluit["dagen"] if dag.year == jaar}
    for regel in lijst.overig["feestdag"]:
        if regel.get("vanaf", jaar) <= jaar <= regel.get("tot_en_met", jaar):
            bewijs = Bewijs(regel.get("bewijs", Bewijs.PRIMAIR))
            dagen[_dag(regel, jaar)] = Feestdag(
                naam=regel["naam"], bron=bron("atw", "3", regel.get("lid", "1"), bewijs=bewijs)
            )
    return dagen


def _dag(regel: dict[str, Any], jaar: int) -> date:
    if "pasen" in regel:
        from dateutil.easter import easter

        return easter(jaar) + timedelta(days=regel["pasen"])
    dag = date(jaar, regel["maand"], regel["dag"])
    return dag + timedelta(days=regel.get("op_zondag", 0)) if dag.weekday() == ZONDAG else dag


def geen_postdag(dag: date) -> str | None:
    """Why no ordinary post is counted as delivered on a day; None when it is.

    Bron: HR 25 november 2016, ECLI:NL:HR:2016:2704 (recht.md H4).

    >>> geen_postdag(date(2026, 11, 23)), geen_postdag(date(2026, 11, 24))
    ('maandag', None)
    """
    feestdag = feestdagen(dag.year).get(dag)
    if feestdag is not None and not feestdag.gelijkgesteld:
        return feestdag.naam
    return WEEKDAGEN[dag.weekday()] if dag.weekday() in (MAANDAG, ZONDAG) else None


def geen_laatste_dag(dag: date) -> str | None:
    """Why no legal term ends on a day; None when it may.

    Bron: art. 1 en 3 Algemene termijnenwet (recht.md R4.30).

    >>> geen_laatste_dag(date(2026, 5, 15))
    'gelijkgestelde dag'
    """
    feestdag = feestdagen(dag.year).get(dag)
    if feestdag is not None:
        return feestdag.naam
    return WEEKDAGEN[dag.weekday()] if dag.weekday() in (ZATERDAG, ZONDAG) else None
