"""How the terms of a letter hang together: starts in a next sentence, terms that point back."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.ankers import zoek_ankers
from wiktool.controle.herkenning.datums import lees_datums
from wiktool.controle.herkenning.lopen import (
    BEGINT,
    BIJ_ONTVANGST,
    VROEGE_ANKERS,
    begint_te_vroeg,
    gaat_over_termijn,
    kan_over_lopen_gaan,
    telt_dag_van_ontvangst_niet,
    veronderstelt_ontvangst,
)
from wiktool.controle.herkenning.stukken import ONTHOUDEN
from wiktool.controle.herkenning.termijndoel import Doel
from wiktool.controle.herkenning.termijnen import Termijn, losse_termijnen, met_anker
from wiktool.controle.herkenning.woordenschat import (
    AFSPRAAK,
    BRIEF,
    EENHEID,
    FACTUUR,
    MODAAL,
    NIET,
    TERMIJN,
    VERLEDEN,
    VERZOEK,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Vanaf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiktool.controle.herkenning.zinnen import Zin

_VERST_TERUG: Final = 40
"""In terms; no letter gives so many, and so each pointer costs little."""
_EERDERE: Final = woordgroep("eerdere vorige vroegere eerste voorgaande")
_VANAF: Final = woordgroep("vanaf sinds af ingang na op")
_DEZE_TERMIJN: Final = woordgroep(
    "deze die genoemde gestelde bovengenoemde bovenstaande voornoemde hiervoor hierboven"
)


def lees_termijnen(zinnen: Sequence[Zin], ijkdag: date | None) -> tuple[Termijn, ...]:
    """Every term of the letter, whatever it is for, in order.

    Args:
        zinnen: the sentences of the letter.
        ijkdag: the date of the letter, to complete dates without a year and to tell a day that has
            passed from one to come.
    """
    return _met_losse_ankers(zinnen, losse_termijnen(zinnen, ijkdag), ijkdag)


@lru_cache(maxsize=ONTHOUDEN)
def _telt_van_eerder(zin: Zin, ijkdag: date | None) -> bool:
    """``Deze termijn rekenen wij vanaf onze eerdere brief``: it began before this letter."""
    if not zin.heeft(TERMIJN | EENHEID) or not zin.noemt(BEGINT):
        return False
    if not zin.noemt(_DEZE_TERMIJN) or zin.heeft(AFSPRAAK | VERLEDEN):
        return False
    teksten = [woord.tekst for woord in zin.woorden]
    eerder = [n.begin for n in lees_datums(zin) if _is_eerder(n.in_jaar_bij(ijkdag), ijkdag)]
    for plek, tekst in enumerate(teksten):
        if tekst not in _VANAF:
            continue
        if any(plek < begin <= plek + 2 for begin in eerder):
            return True
        erna = zin.woorden[plek + 1 : plek + 5]
        if any(w.tekst in _EERDERE for w in erna) and any(w.begrip & BRIEF for w in erna):
            return True
    return False


def _is_eerder(dag: date | None, ijkdag: date | None) -> bool:
    return dag is not None and ijkdag is not None and dag < ijkdag


def _met_losse_ankers(
    zinnen: Sequence[Zin], termijnen: list[Termijn], ijkdag: date | None
) -> tuple[Termijn, ...]:
    """A start given in a sentence of its own belongs to the last term before it that has none."""
    _volg_wijzers(zinnen, termijnen)
    bezet = {termijn.zin for termijn in termijnen if termijn.vanaf is not Vanaf.GEEN}
    for zin in zinnen:
        if not kan_over_lopen_gaan(zin) or zin.citaat:
            continue
        if zin.eerder and not begint_te_vroeg(zin):
            continue
        if _telt_van_eerder(zin, ijkdag) or veronderstelt_ontvangst(zin):
            _maak_dubbel(termijnen, zin.nummer)
        elif zin.nummer not in bezet and gaat_over_termijn(zin):
            _geef_los_begin(termijnen, zin, ijkdag)
        if zin.begrippen & NIET and telt_dag_van_ontvangst_niet(zin):
            _begin_op_dag_erna(termijnen, zin.nummer)
    return tuple(_zonder_vervaldagen(zinnen, _met_doel_van_verwezen(termijnen)))


def _volg_wijzers(zinnen: Sequence[Zin], termijnen: list[Termijn]) -> None:
    """What a term that points back says, holds for the term it points at."""
    for plek, termijn in enumerate(termijnen):
        if termijn.verwijzing and termijn.vanaf is not Vanaf.GEEN:
            _geef_begin_door(termijnen, plek)
        if termijn.vanaf in VROEGE_ANKERS and begint_te_vroeg(zinnen[termijn.zin]):
            _spreek_begin_tegen(termijnen, plek)
        if termijn.verwijzing and termijn.doel is Doel.BETALING:
            _geef_doel_door(termijnen, plek)


def _geef_los_begin(termijnen: list[Termijn], zin: Zin, ijkdag: date | None) -> None:
    doelwit = _laatste_zonder_begin(termijnen, zin.nummer)
    if doelwit is None:
        if begint_te_vroeg(zin):
            _maak_dubbel(termijnen, zin.nummer)
        return
    anker = next(zoek_ankers(zin.woorden, 0, len(zin.woorden)), None)
    if anker is not None and not anker.ander and anker.vanaf is not Vanaf.GEEN:
        termijnen[doelwit] = met_anker(termijnen[doelwit], anker, zin, ijkdag)


def _begin_op_dag_erna(termijnen: list[Termijn], zin: int) -> None:
    """The last term to pay begins on the day after receipt: that day itself does not count."""
    for plek in _terug(_na_zin(termijnen, zin)):
        termijn = termijnen[plek]
        if termijn.doel is Doel.ANDERS or termijn.dagen is None or termijn.verwijzing:
            continue
        if termijn.vanaf in (Vanaf.GEEN, Vanaf.ONTVANGST):
            termijnen[plek] = termijn._replace(vanaf=Vanaf.ONTVANGST_DAG_NA, dag_zelf=False)
        return


def _maak_dubbel(termijnen: list[Termijn], zin: int) -> None:
    """The last term to pay before a sentence has a second start, if it had one of its own."""
    for plek in _terug(_na_zin(termijnen, zin)):
        termijn = termijnen[plek]
        if termijn.doel is Doel.ANDERS or termijn.dagen is None:
            continue
        if not termijn.verwijzing:
            termijnen[plek] = termijn._replace(dubbel=True)
            return


def _geef_begin_door(termijnen: list[Termijn], plek: int) -> None:
    """``Die veertien dagen beginnen op …``: the start belongs to the term pointed at."""
    wijzer = termijnen[plek]
    for eerder in _terug(plek):
        termijn = termijnen[eerder]
        if termijn.dagen == wijzer.dagen and termijn.doel is not Doel.ANDERS:
            if termijn.vanaf is Vanaf.GEEN:
                termijnen[eerder] = termijn._replace(
                    vanaf=wijzer.vanaf,
                    anker=wijzer.anker,
                    na_anker=wijzer.na_anker,
                    dubbel=wijzer.dubbel,
                    dag_zelf=wijzer.dag_zelf,
                )
            return


def _spreek_begin_tegen(termijnen: list[Termijn], plek: int) -> None:
    """``De veertien dagen lopen vanaf vandaag``, after a term that runs from receipt.

    Of the same length; else what it means of the last term is not to be seen.
    """
    om_te_betalen = [
        eerder
        for eerder in _terug(plek)
        if termijnen[eerder].dagen is not None and termijnen[eerder].doel is not Doel.ANDERS
    ]
    even_lang = [e for e in om_te_betalen if termijnen[e].dagen == termijnen[plek].dagen]
    for eerder in (even_lang or om_te_betalen)[:1]:
        if termijnen[eerder].vanaf in BIJ_ONTVANGST:
            termijnen[eerder] = termijnen[eerder]._replace(dubbel=True)


def _geef_doel_door(termijnen: list[Termijn], plek: int) -> None:
    """``Wij geven u vijftien dagen. … Binnen die vijftien dagen moet zijn betaald``."""
    for eerder in _terug(plek):
        termijn = termijnen[eerder]
        if termijn.dagen == termijnen[plek].dagen and termijn.doel is not Doel.ANDERS:
            termijnen[eerder] = termijn._replace(doel=Doel.BETALING)
            return


def _met_doel_van_verwezen(termijnen: Sequence[Termijn]) -> list[Termijn]:
    """``binnen die dertig dagen`` is about what the thirty days before were about.

    Not "in de veertien dagen die ingaan op de dag na ontvangst", which are given here.
    """
    uitkomst: list[Termijn] = []
    laatste: dict[int, Doel] = {}
    for termijn in termijnen:
        verwezen = laatste.get(termijn.dagen or 0)
        if termijn.verwijzing and verwezen is Doel.ANDERS and termijn.vanaf not in BIJ_ONTVANGST:
            uitkomst.append(termijn._replace(doel=Doel.ANDERS))
        else:
            uitkomst.append(termijn)
        if termijn.dagen:
            laatste[termijn.dagen] = uitkomst[-1].doel
    return uitkomst


def _zonder_vervaldagen(zinnen: Sequence[Zin], termijnen: Sequence[Termijn]) -> list[Termijn]:
    """A last day beside an invoice is when that was due, if the letter gives a term of days."""
    if not any(t.doel is Doel.BETALING and t.dagen and not t.kostengrens for t in termijnen):
        return list(termijnen)
    return [
        t._replace(doel=Doel.ANDERS) if _hoort_bij_factuur(zinnen[t.zin], t) else t
        for t in termijnen
    ]


def _hoort_bij_factuur(zin: Zin, termijn: Termijn) -> bool:
    if termijn.einddatum is None or termijn.eis or termijn.kostengrens:
        return False
    if zin.heeft(VERZOEK | MODAAL) or zin.voorwaarde:
        return False
    return zin.heeft(FACTUUR) or (zin.rij and zin.heeft(TERMIJN))


def _laatste_zonder_begin(termijnen: Sequence[Termijn], zin: int) -> int | None:
    for plek in _terug(_na_zin(termijnen, zin)):
        termijn = termijnen[plek]
        if termijn.doel is not Doel.ANDERS and termijn.dagen is not None:
            return plek if termijn.vanaf is Vanaf.GEEN else None
    return None


def _na_zin(termijnen: Sequence[Termijn], zin: int) -> int:
    """Where the terms of later sentences begin."""
    return bisect_right(termijnen, zin, key=lambda termijn: termijn.zin)


def _terug(plek: int) -> range:
    """The places before this one, nearest first, as far as a letter points back."""
    return range(plek - 1, max(-1, plek - 1 - _VERST_TERUG), -1)
