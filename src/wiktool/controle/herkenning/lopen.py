"""Sentences about how the days of a term run: from when, and which day does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.ankers import zoek_ankers
from wiktool.controle.herkenning.woordenschat import (
    AFSPRAAK,
    BRIEF,
    DAGTEKENING,
    EENHEID,
    FACTUUR,
    GETAL,
    HEDEN,
    NIET,
    ONTVANGST,
    TELWOORD,
    TERMIJN,
    VERZENDING,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_vorm
from wiktool.controle.model import Vanaf

if TYPE_CHECKING:
    from wiktool.controle.herkenning.zinnen import Zin

BEGINT: Final = woordgroep(
    "rekenen rekent loopt lopen begint beginnen telt tellen gaat gaan ingegaan begonnen start"
)
_LOOPT: Final = woordgroep("loopt lopen begint beginnen telt tellen gaat gaan start")
_INGAAN: Final = woordgroep(
    "ingegaan begint beginnen begin aanvang start startdatum loopt gaat telt ging geldt"
)
_OVER_LOPEN: Final = TERMIJN | EENHEID | ONTVANGST
_VROEG: Final = DAGTEKENING | HEDEN | VERZENDING
BIJ_ONTVANGST: Final = frozenset({Vanaf.ONTVANGST, Vanaf.ONTVANGST_DAG_NA})
VROEGE_ANKERS: Final = frozenset({Vanaf.DAGTEKENING, Vanaf.HEDEN, Vanaf.VERZENDING})
_VOORNAAMWOORDEN: Final = woordgroep("deze die ze zij dit dat")
_BEPAALD: Final = woordgroep("de die deze")
_DAGEN: Final = woordgroep("dagen weken")
_EEN_DAG: Final = woordgroep("dag dagen")
_IS: Final = woordgroep("is geldt telt begint")
_MEE: Final = woordgroep("mee meegerekend meegeteld meerekenen meetellen inbegrepen")
_TELT: Final = woordgroep("telt tellen geldt")
_VANDAAG: Final = woordgroep("vandaag heden nu morgen today")
_VERONDERSTELT: Final = woordgroep(
    "ervan uitgaan aannemen aangenomen veronderstellen verondersteld geacht vermoeden vermoed "
    "beschouwen beschouwd beschouwt aangemerkt"
)
_NEMEN: Final = woordgroep("nemen neem neemt")
_GELDT: Final = woordgroep("geldt gelden")
_NA: Final = woordgroep("na nadat")
_BIJ_MEE: Final = 2
_TOT_ONTVANGST: Final = 10


def kan_over_lopen_gaan(zin: Zin) -> bool:
    """Whether a sentence can say how days run: without this, no question below is answered yes."""
    return bool(zin.begrippen & _OVER_LOPEN) or zin.woorden[0].tekst in _VOORNAAMWOORDEN


@per_vorm
def gaat_over_termijn(zin: Zin) -> bool:
    """``Deze termijn begint …``, ``Die gaan in op …``, ``De dagen tellen vanaf …``."""
    if zin.heeft(TERMIJN) or _gaat_over_dagen(zin):
        return True
    kop = [woord.tekst for woord in zin.woorden[:5]]
    return kop[0] in _VOORNAAMWOORDEN and bool(BEGINT.intersection(kop))


def _gaat_over_dagen(zin: Zin) -> bool:
    """``De dagen tellen vanaf …``, ``De eerste van die dagen is …``."""
    if not zin.noemt(_EEN_DAG | _DAGEN):
        return False
    if "eerste" in zin.teksten and zin.noemt(_IS):
        return True
    return zin.noemt(BEGINT) and any(
        woord.tekst in _DAGEN and _is_bepaald(zin, plek) for plek, woord in enumerate(zin.woorden)
    )


def _is_bepaald(zin: Zin, plek: int) -> bool:
    """``de dagen``, ``die veertien dagen``."""
    voor = zin.woorden[max(0, plek - 2) : plek]
    if len(voor) > 1 and voor[1].begrip & (GETAL | TELWOORD):
        return voor[0].tekst in _BEPAALD
    return bool(voor) and voor[-1].tekst in _BEPAALD


@per_vorm
def begint_te_vroeg(zin: Zin) -> bool:
    """``De termijn is ingegaan op de datum van deze brief``, in a sentence of its own."""
    if zin.heeft(ONTVANGST | NIET | FACTUUR) or (zin.eerder and not zin.noemt(_LOOPT)):
        return False
    termijn = "termijn" in zin.teksten and zin.noemt(_INGAAN)
    if not (termijn or _gaat_over_dagen(zin)):
        return False
    if any(woord.begrip & AFSPRAAK and woord.tekst != "geldt" for woord in zin.woorden):
        return False
    if any(woord.begrip & _VROEG and woord.tekst != "nu" for woord in zin.woorden):
        return True
    ankers = zoek_ankers(zin.woorden, 0, len(zin.woorden))
    return any(anker.vanaf in VROEGE_ANKERS and not anker.ander for anker in ankers)


def telt_dag_van_ontvangst_niet(zin: Zin) -> bool:
    """``De dag waarop u deze brief ontvangt, telt niet mee``: the first day is the one after."""
    if not (zin.heeft(NIET) and zin.heeft(ONTVANGST) and zin.noemt(_MEE | _TELT)):
        return False
    plek = next((i for i, woord in enumerate(zin.woorden) if woord.tekst == "dag"), None)
    if plek is None:
        return False
    voor, erna = zin.woorden[max(0, plek - 2) : plek], zin.woorden[plek + 1 :]
    if not any(woord.begrip & ONTVANGST for woord in erna[: _TOT_ONTVANGST - 1]):
        return False
    if any(woord.tekst in _TELT for woord in voor):  # "telt de dag van ontvangst niet"
        return any(woord.begrip & NIET for woord in erna)
    return _rekent_niet_mee(zin, plek)


def veronderstelt_ontvangst(zin: Zin) -> bool:
    """``Wij gaan ervan uit dat u deze brief vandaag heeft ontvangen``: a start nobody proved."""
    if not zin.heeft(ONTVANGST) or zin.heeft(NIET) or zin.voorwaarde:
        return False
    if not zin.heeft(BRIEF) or not (zin.noemt(_VANDAAG) or _op_de_dag_van_verzending(zin)):
        return False
    if zin.noemt(_VERONDERSTELT) or ("aan" in zin.teksten and zin.noemt(_NEMEN)):
        return True
    return zin.noemt(_GELDT) and "als" in zin.teksten


def _op_de_dag_van_verzending(zin: Zin) -> bool:
    """``op de dag van het poststempel``; not "op de tweede dag na verzending"."""
    for plek, woord in enumerate(zin.woorden):
        if woord.begrip & (VERZENDING | DAGTEKENING):
            voor = {eerder.tekst for eerder in zin.woorden[max(0, plek - 3) : plek]}
            if voor.isdisjoint(_NA):
                return True
    return False


def _rekent_niet_mee(zin: Zin, vanaf: int) -> bool:
    woorden = zin.woorden
    for plek in range(vanaf, len(woorden)):
        if woorden[plek].begrip & NIET:
            na = woorden[plek + 1 : plek + 1 + _BIJ_MEE]
            voor = woorden[max(0, plek - 2 * _BIJ_MEE) : plek]
            if any(woord.tekst in _MEE for woord in na):
                return True
            if any(woord.tekst in _TELT for woord in voor):
                return True
    return False
