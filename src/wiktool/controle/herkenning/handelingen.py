"""Amounts for what the creditor does: sending a letter, opening a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import BRIEF
from wiktool.controle.herkenning.woordgroepen import woordgroep

if TYPE_CHECKING:
    from wiktool.controle.herkenning.zinnen import Zin

_HANDELINGEN: Final = woordgroep(
    "aanmaken openen dossier administratie telefoontje huisbezoek porto verzenden versturen"
)
_STUREN: Final = woordgroep("sturen toesturen toezenden verzenden versturen opstellen schrijven")
_OPMAKEN: Final = woordgroep("opstellen opmaken aanleggen aanmaken openen versturen verzenden")
_DOSSIER: Final = woordgroep("dossier incassodossier")
_ELKE: Final = woordgroep("elke iedere volgende nieuwe")
_PER_POST: Final = woordgroep("email mail")


def rekent_versturen(zin: Zin, vanaf: int, bedrag: int) -> bool:
    """``Voor het sturen van deze herinnering is € 9,95 aan uw rekening toegevoegd``.

    Args:
        zin: the sentence.
        vanaf: the index from which words before the amount are about it.
        bedrag: the index of the amount.
    """
    if "voor" not in zin.teksten or not zin.noemt(_STUREN):
        return False
    for plek in range(vanaf, bedrag):
        if zin.woorden[plek].tekst in _STUREN:
            voor = {woord.tekst for woord in zin.woorden[max(0, plek - 3) : plek]}
            erna = zin.woorden[plek + 1 : plek + 5]
            if "voor" in voor and any(woord.begrip & BRIEF for woord in erna):
                return True
    return False


def rekent_handeling(zin: Zin, vanaf: int, tot: int, bedrag: int) -> bool:
    """Whether an amount that nothing names is for a letter or a file.

    Args:
        zin: the sentence.
        vanaf: the index from which words are about the amount.
        tot: the index up to which they are.
        bedrag: the index of the amount itself.
    """
    return _voor_een_handeling(zin, vanaf, tot) or _is_handeling(zin, bedrag)


def _voor_een_handeling(zin: Zin, vanaf: int, tot: int) -> bool:
    """``voor deze brief … € 5,00``, ``bij elke aanmaning``, ``voor het aanmaken van …``."""
    for plek in range(vanaf, tot):
        woord = zin.woorden[plek].tekst
        if woord not in ("voor", "bij", "per"):
            continue
        erna = zin.woorden[plek + 1 : plek + 6]
        eerste = erna[0].tekst if erna else ""
        brief = any(w.begrip & BRIEF for w in erna[:3])
        elke = eerste in _ELKE or (woord == "per" and eerste not in _PER_POST)
        if brief and (elke or (woord == "voor" and eerste == "deze")):
            return True
        if woord == "voor" and any(w.tekst in _HANDELINGEN for w in erna):
            return True
    return False


def _is_handeling(zin: Zin, bedrag: int) -> bool:
    """``Opstellen sommatie  75,00``, ``aanleggen dossier, eenmalig: € 17,50``."""
    voor = [woord for woord in zin.woorden[:bedrag] if woord.tekst.isalpha()]
    if not voor or voor[0].tekst not in _OPMAKEN:
        return False
    return any(woord.begrip & BRIEF or woord.tekst in _DOSSIER for woord in voor[1:4])
