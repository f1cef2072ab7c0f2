"""Which of the terms in a letter is the term to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiktool.controle.herkenning.termijndoel import Doel
from wiktool.controle.herkenning.woordenschat import BETALEN, DIRECT
from wiktool.controle.model import Vanaf
from wiktool.kern.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.termijnen import Termijn
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin


@record
class Termijnbeeld:
    """The term to pay, and what else the letter says about the time to pay.

    Attributes:
        termijn: the term to pay; None when the letter gives none.
        andere: other terms to pay, that do not merely point back to it.
        grenzen: moments named besides, after which paying is no longer free of costs.
        direct: "per omgaande" and the like, where payment is asked for.
    """

    termijn: Termijn | None = None
    andere: tuple[Termijn, ...] = ()
    grenzen: tuple[Termijn, ...] = ()
    direct: tuple[Woord, ...] = ()


def maak_termijnbeeld(zinnen: Sequence[Zin], termijnen: Sequence[Termijn]) -> Termijnbeeld:
    """Choose the term to pay: the most fully given, a demand before a threat, the first."""
    direct = next(
        (z.woorden for z in zinnen if z.begrippen & DIRECT and z.eigen and z.heeft(BETALEN)),
        (),
    )
    grenzen = tuple(t for t in termijnen if t.kostengrens)
    om_te_betalen = [t for t in termijnen if t.doel is Doel.BETALING and not t.kostengrens]
    if not om_te_betalen:
        om_te_betalen = [t for t in termijnen if t.doel is Doel.ONBEKEND]
    if not om_te_betalen:
        return Termijnbeeld(direct=direct)
    termijn = max(om_te_betalen, key=_volledigheid)
    andere = tuple(t for t in om_te_betalen if t is not termijn and not _wijst_terug(t, termijn))
    return Termijnbeeld(
        termijn=termijn, andere=andere, grenzen=_eerder_dan(grenzen, termijn), direct=direct
    )


def _eerder_dan(grenzen: tuple[Termijn, ...], termijn: Termijn) -> tuple[Termijn, ...]:
    """A fixed day, or fewer days than the term itself has."""
    dagen = termijn.dagen
    return tuple(
        t for t in grenzen if t.dagen is None or dagen is None or t.dagen < dagen or t.werkdagen
    )


def _volledigheid(termijn: Termijn) -> tuple[bool, bool, bool, bool]:
    """``max`` takes the first of equals, so order in the letter decides last."""
    return (
        not termijn.verwijzing,
        termijn.vanaf is not Vanaf.GEEN,
        termijn.einddatum is None,
        termijn.eis,
    )


def _wijst_terug(andere: Termijn, termijn: Termijn) -> bool:
    """A repetition: the same length and no start of its own, or the same start."""
    if (
        andere.dagen is None
        or andere.dagen != termijn.dagen
        or andere.werkdagen != termijn.werkdagen
    ):
        return False
    return andere.vanaf in (Vanaf.GEEN, termijn.vanaf) and not andere.na_brief
