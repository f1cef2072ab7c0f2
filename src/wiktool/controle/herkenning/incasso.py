"""Collection costs that are not called so: ``€ 81,48 voor de incasso``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import EUROTEKEN, INCASSOBUREAU
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_vorm

if TYPE_CHECKING:
    from wiktool.controle.herkenning.zinnen import Zin

_LIDWOORDEN: Final = woordgroep("de het onze")


@per_vorm
def rekent_voor_incasso(zin: Zin) -> bool:
    """An amount ``voor de incasso``; without an amount it may be what a collector does."""
    if not (zin.heeft(INCASSOBUREAU) and zin.heeft(EUROTEKEN)):
        return False
    woorden = zin.woorden
    for plek, woord in enumerate(woorden):
        if woord.tekst == "incasso" and plek > 1:
            voor = plek - 2 if woorden[plek - 1].tekst in _LIDWOORDEN else plek - 1
            if woorden[voor].tekst == "voor":
                return True
    return False
