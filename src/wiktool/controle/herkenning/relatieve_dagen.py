"""Days named by the calendar: ``deze week``, ``eind deze maand``, ``uiterlijk vrijdag``.

Always the latest day a reader can take it for, so that a day too early is certainly too early.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.woordenschat import DATUM, GETAL, MAAND, WEEKDAG
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.kern.datum import EEN_DAG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

WEEK_OF_MAAND: Final = woordgroep("week maand")
_DEZE: Final = woordgroep("deze lopende huidige de")
_VOLGENDE: Final = woordgroep("volgende komende aanstaande eerstvolgende eerstkomende")
_EINDE: Final = woordgroep("einde eind")
_GRENS: Final = woordgroep("voor uiterlijk tot binnen nog tegen einde eind loop")
_AANLOOP: Final = _GRENS | woordgroep("het van aan in de op en met dus")
_DAGEN: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_WEEK: Final = 7


class RelatieveDag(NamedTuple):
    """A day where it stands.

    Attributes:
        dag: the day; None when the date of the letter is not known.
        begin: the index of its first word in the sentence, the lead-in included.
        eind: the index after its last word.
        grens: the lead-in makes it a last day ("uiterlijk", "voor het einde van").
    """

    dag: date | None
    begin: int
    eind: int
    grens: bool


def lees_relatieve_dagen(zin: Zin, ijkdag: date | None) -> Iterator[RelatieveDag]:
    """The days a sentence names by the calendar, in order."""
    woorden = zin.woorden
    for plek, woord in enumerate(woorden):
        if woord.tekst in WEEK_OF_MAAND:
            gevonden = _in_week_of_maand(woorden, plek, ijkdag)
        elif woord.begrip & WEEKDAG:
            gevonden = _op_weekdag(woorden, plek, ijkdag)
        else:
            continue
        if gevonden is not None:
            yield gevonden


def _in_week_of_maand(
    woorden: Sequence[Woord], plek: int, ijkdag: date | None
) -> RelatieveDag | None:
    vorige = woorden[plek - 1].tekst if plek else ""
    if vorige not in _DEZE and vorige not in _VOLGENDE:
        return None
    begin, aanloop = _aanloop(woorden, plek - 1)
    grens = bool(aanloop & _GRENS)
    if vorige == "de" and not aanloop & _EINDE:
        return None
    if not grens and (woorden[plek].tekst == "maand" or "van" in aanloop):
        return None
    eind = plek + 1
    weekdag = woorden[eind] if eind < len(woorden) and woorden[eind].begrip & WEEKDAG else None
    if ijkdag is None:
        return RelatieveDag(None, begin, eind, grens)
    if woorden[plek].tekst == "maand":
        dag = _einde_van_maand(ijkdag, verder=vorige in _VOLGENDE)
    else:
        weken = 1 if vorige in _VOLGENDE else 0
        nummer = _DAGEN.index(weekdag.tekst) if weekdag else _WEEK - 1
        dag = ijkdag + timedelta(days=_WEEK * weken + nummer - ijkdag.weekday())
    return RelatieveDag(dag, begin, eind + (weekdag is not None), grens)


def _op_weekdag(woorden: Sequence[Woord], plek: int, ijkdag: date | None) -> RelatieveDag | None:
    """``uiterlijk vrijdag``, ``komende vrijdag``; not ``vrijdag 20 november``."""
    erna = woorden[plek + 1 : plek + 2]
    if erna and erna[0].begrip & (GETAL | DATUM | MAAND):
        return None
    vorige = woorden[plek - 1].tekst if plek else ""
    if vorige == "week":
        return None
    komende = vorige in _VOLGENDE or bool(erna and erna[0].tekst in ("aanstaande", "as"))
    begin, aanloop = _aanloop(woorden, plek - (vorige in _VOLGENDE))
    if not komende and not aanloop & {"uiterlijk", "voor"}:
        return None
    if ijkdag is None:
        return RelatieveDag(None, begin, plek + 1, bool(aanloop & _GRENS))
    stap = (_DAGEN.index(woorden[plek].tekst) - ijkdag.weekday() - 1) % _WEEK + 1
    return RelatieveDag(ijkdag + timedelta(days=stap), begin, plek + 1, bool(aanloop & _GRENS))


def _aanloop(woorden: Sequence[Woord], plek: int) -> tuple[int, frozenset[str]]:
    """Where the lead-in begins, and its words."""
    begin = plek
    while begin and plek - begin < _WEEK and woorden[begin - 1].tekst in _AANLOOP:
        begin -= 1
    return begin, frozenset(woord.tekst for woord in woorden[begin:plek])


def _einde_van_maand(dag: date, *, verder: bool) -> date:
    eerste = dag.replace(day=1)
    for _ in range(2 if verder else 1):
        eerste = (eerste + timedelta(days=32)).replace(day=1)
    return eerste - EEN_DAG
