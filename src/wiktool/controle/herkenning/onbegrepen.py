"""Words that may well give a term, or its start, in a way that is not understood.

A letter of which that is so cannot be judged; it is not a letter without a term.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.ankers import zoek_ankers
from wiktool.controle.herkenning.duren import waarde_van
from wiktool.controle.herkenning.lopen import BIJ_ONTVANGST
from wiktool.controle.herkenning.woordenschat import (
    AFSPRAAK,
    ANDER_DOEL,
    GETAL,
    TELWOORD,
    VERLEDEN,
    VERSTREKEN,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep

if TYPE_CHECKING:
    from wiktool.controle.herkenning.lezing import Lezing
    from wiktool.controle.herkenning.termijnen import Termijn
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_WETTELIJK, _MAAND = 14, 31
_BEGINWOORDEN: Final = woordgroep(
    "vanaf gerekend ingaande aanvangende beginnend beginnende volgen volgend volgende daarna"
)
_WIJST_AAN: Final = woordgroep("die deze dat dit")
_TELT: Final = woordgroep("tel telt tellen geteld")
_ROND: Final = 8


def onbegrepen_termijn(lezing: Lezing) -> tuple[Woord, ...]:
    """Where fourteen days or more may be given after all; empty where nothing points to it."""
    for termijn in lezing.termijnen:
        lang = (termijn.dagen or 0) >= _WETTELIJK
        if lang and termijn.vanaf in BIJ_ONTVANGST and _gaat_over_nu(lezing.zinnen[termijn.zin]):
            return termijn.woorden
    return next((zin.woorden for zin in lezing.eigen if _telt_dagen(zin)), ())


def onbegrepen_begin(lezing: Lezing, termijn: Termijn) -> bool:
    """Whether words by the term say from when it runs, without being understood.

    Not ``vanaf die datum``, which points back to a day that is named.
    """
    zin = lezing.zinnen[termijn.zin]
    begin = zin.woorden.index(termijn.woorden[0])
    eind = begin + len(termijn.woorden)
    rond = zin.woorden[max(0, begin - _ROND) : eind + _ROND]
    return any(
        woord.tekst in _BEGINWOORDEN and volgende.tekst not in _WIJST_AAN
        for woord, volgende in pairwise(rond)
    )


def _gaat_over_nu(zin: Zin) -> bool:
    return zin.eigen and not zin.heeft(AFSPRAAK | ANDER_DOEL | VERLEDEN | VERSTREKEN)


def _telt_dagen(zin: Zin) -> bool:
    """``tot en met dag 14``, ``tel vanaf de dag na ontvangst tot en met veertien``."""
    if zin.heeft(ANDER_DOEL):
        return False
    if zin.noemt(_TELT) and any(map(_is_lang, zin.woorden)):
        return any(
            anker.vanaf in BIJ_ONTVANGST for anker in zoek_ankers(zin.woorden, 0, len(zin.woorden))
        )
    if not _gaat_over_nu(zin):
        return False
    slot = zin.woorden[-2:]
    if slot[0].tekst == "binnen" and _is_lang(slot[-1]):  # the next page begins with "dagen"
        return True
    return any(een.tekst == "dag" and _is_lang(twee) for een, twee in pairwise(zin.woorden))


def _is_lang(woord: Woord) -> bool:
    if not woord.begrip & (GETAL | TELWOORD):
        return False
    return _WETTELIJK <= (waarde_van(woord) or 0) <= _MAAND
