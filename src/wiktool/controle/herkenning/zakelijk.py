"""What in a letter points to a debtor who is no consumer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.adressen import lees_adressering
from wiktool.controle.herkenning.woordgroepen import woordgroep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.lezing import Lezing
    from wiktool.controle.herkenning.zinnen import Zin

_HANDELSRENTE: Final = woordgroep("handelsrente")
_RECHTSVORM: Final = woordgroep(
    "bv nv vof cv cooperatie coöperatie stichting vereniging maatschap vennootschap"
)
_AANWIJZINGEN: Final = _HANDELSRENTE | _RECHTSVORM
_HOOGSTENS: Final = 12
"""Words in a line of an address."""


def wijst_op_bedrijf(lezing: Lezing) -> str | None:
    """The word for commercial interest, or the name of an addressee with a legal form; or None."""
    verdacht = [zin for zin in lezing.zinnen if not zin.teksten.isdisjoint(_AANWIJZINGEN)]
    for zin in verdacht:
        if zin.eigen and zin.noemt(_HANDELSRENTE):
            return next(woord.tekst for woord in zin.woorden if woord.tekst in _HANDELSRENTE)
    if not any(_staat_er_eens(zin, lezing.zinnen) for zin in verdacht if _is_naam(zin)):
        return None
    naam = _naam_schuldenaar(lezing)
    woorden = {deel.replace(".", "").casefold() for deel in naam.split()}
    return naam if woorden & _RECHTSVORM else None


def _is_naam(zin: Zin) -> bool:
    return zin.noemt(_RECHTSVORM) and len(zin.woorden) <= _HOOGSTENS


def _staat_er_eens(naam: Zin, zinnen: Sequence[Zin]) -> bool:
    """The sender's name stands above the letter and below it, or with his account."""
    return not any(naam.teksten <= zin.teksten for zin in zinnen if zin is not naam)


def _naam_schuldenaar(lezing: Lezing) -> str:
    schuldenaar = lees_adressering(lezing.brief).schuldenaar
    return schuldenaar.naam if schuldenaar else ""
