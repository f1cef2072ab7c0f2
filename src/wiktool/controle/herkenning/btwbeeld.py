"""VAT on the costs: where a letter adds it, and what it declares about it."""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import (
    BTW,
    GEVOLG,
    INCASSOBUREAU,
    INCASSOKOSTEN,
    NIET,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.posten import Post
    from wiktool.controle.herkenning.zinnen import Zin

_VERREKENEN: Final = (
    "verreken",
    "terugvorder",
    "terugvrag",
    "terugkrijg",
    "terugontvang",
    "aftrek",
    "compenser",
    "teruggevorderd",
    "teruggevraagd",
    "afgetrokken",
)
_VERHOOGT: Final = woordgroep(
    "vermeerderd vermeerderen verhoogd verhogen plus inclusief incl tevens bij brengen rekenen "
    "berekenen komt komen bovenop"
)
_VRIJGESTELD: Final = ("vrijgesteld", "vrijstelling", "btwvrijgesteld")
_PLICHTIG: Final = ("btwplichtig", "btwondernemer", "plichtig")
_ZELF: Final = woordgroep("beheer zelf uit eigen geen zonder")
_SCHAKELT_IN: Final = woordgroep("schakel schakelen schakelt ingeschakeld inschakelen tussenkomst")
_NOG: Final = woordgroep("nog vooralsnog voorlopig")
_IN_EIGEN_HAND: Final = frozenset(
    {
        ("eigen", "beheer"),
        ("eigen", "administratie"),
        ("eigen", "debiteurenbeheer"),
        ("niet", "uit"),
    }
)
_INNEN: Final = ("incass", "innen", "inning", "invorder")


class Btwverklaring(IntEnum):
    """Whether the letter declares that the creditor cannot deduct VAT (Besluit BIK 2 lid 3)."""

    GEEN = 0
    ZWAK = 1
    """"Vrijgesteld", "niet btw-plichtig": not quite the declaration the decree asks for."""
    VOLLEDIG = 2


def zoek_btwzin(zinnen: Sequence[Zin], kosten: Post | None, btw: Post | None) -> Zin | None:
    """Where VAT is put on the costs; None when it is not."""
    if btw is not None:
        return btw.zin
    if kosten is not None and kosten.inclusief_btw:
        return kosten.zin
    if not any(zin.begrippen & BTW for zin in zinnen):
        return None
    vorige = 0
    for zin in zinnen:
        if not zin.eigen:
            continue
        over_kosten = (zin.begrippen | vorige) & INCASSOKOSTEN
        if zin.begrippen & BTW and over_kosten and _verhoogt(zin):
            return zin
        vorige = zin.begrippen
    return None


def _verhoogt(zin: Zin) -> bool:
    """VAT comes on top; not "geen btw", not "inclusief btw" of an invoice."""
    if any(woord.begrip & BTW and eerder.begrip & NIET for eerder, woord in pairwise(zin.woorden)):
        return False
    if _rekent_niet(zin):
        return False
    return zin.noemt(_VERHOOGT)


def _rekent_niet(zin: Zin) -> bool:
    """``Btw rekenen wij daarover niet``; not "btw, die wij niet kunnen verrekenen"."""
    plek = next(i for i, woord in enumerate(zin.woorden) if woord.begrip & BTW)
    erna = zin.woorden[plek + 1 :]
    verrekent = any(woord.tekst.startswith(_VERREKENEN + _PLICHTIG) for woord in erna)
    return not verrekent and any(woord.begrip & NIET for woord in erna[:6])


def lees_verklaring(eigen: Sequence[Zin]) -> Btwverklaring:
    """What the letter declares of itself, by its strongest sentence."""
    return max(
        (_verklaart(zin) for zin in eigen if zin.begrippen & (BTW | NIET)),
        default=Btwverklaring.GEEN,
    )


def _verklaart(zin: Zin) -> Btwverklaring:
    if not zin.heeft(BTW) and not zin.begint("btw"):
        return Btwverklaring.GEEN
    if zin.heeft(NIET) and zin.begint(_VERREKENEN):
        return Btwverklaring.VOLLEDIG
    if zin.begint(_VRIJGESTELD) or (zin.heeft(NIET) and zin.begint(_PLICHTIG)):
        return Btwverklaring.ZWAK
    return Btwverklaring.GEEN


def int_zelf(eigen: Sequence[Zin]) -> bool:
    """Whether the creditor says that it collects itself."""
    return any(_zegt_zelf(zin) for zin in eigen if zin.noemt(_ZELF))


def _zegt_zelf(zin: Zin) -> bool:
    """``wij incasseren zelf``, ``in eigen beheer``, ``wij schakelen geen incassobureau in``."""
    if zin.voorwaarde:
        return False
    if _zonder_bureau(zin):
        return True
    teksten = [woord.tekst for woord in zin.woorden]
    if not any(tekst.startswith(_INNEN) for tekst in teksten):
        return False
    paren = set(pairwise(teksten))
    if paren & _IN_EIGEN_HAND:
        return True
    return "zelf" in teksten and not paren & {("niet", "zelf"), ("kunnen", "zelf")}


def _zonder_bureau(zin: Zin) -> bool:
    """``Wij schakelen geen incassobureau in``; not "nog geen"."""
    if not zin.noemt(_SCHAKELT_IN) or zin.noemt(_NOG):
        return False
    return any(
        eerste.begrip & NIET and tweede.begrip & (INCASSOBUREAU | GEVOLG)
        for eerste, tweede in pairwise(zin.woorden)
    )
