"""What a term is for: to pay, to do something else, or told of an agreement."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import (
    AFSPRAAK,
    ANDER_DOEL,
    BETALEN,
    EENHEID,
    EUROTEKEN,
    FACTUUR,
    GELD,
    HOOFDSOM,
    MODAAL,
    NIET,
    ONTVANGST,
    OPENSTAAND,
    TERMIJN,
    VERLEDEN,
    VERSTREKEN,
    VERVALDAG,
    VERZOEK,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Vanaf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiktool.controle.herkenning.ankers import Anker
    from wiktool.controle.herkenning.duren import Duur
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_NA_VERLOOP: Final = frozenset({"na", "over", "sinds"})
_LATER: Final = woordgroep("dan daarna vervolgens hierna alsdan")
_TERMIJNWOORDEN: Final = woordgroep("tijd gelegenheid kans daarvoor hiervoor daartoe uitstel")
_WIJ: Final = woordgroep("wij we ik")
_LENGTE: Final = woordgroep("niet geen lang geleden achter oud huur achterstand meer langer extra")
_GESPREID: Final = woordgroep(
    "gespreid gespreide afbetalen afbetaling termijnbedragen maandbedragen maandtermijnen"
)
_VOLGENS: Final = woordgroep("volgens krachtens conform ingevolge blijkens")
_OVEREENGEKOMEN: Final = woordgroep("afgesproken overeengekomen afspraak")
_OVEREENKOMSTEN: Final = ("overeenkomst", "contract", "afspraken")
_DE_TIJD: Final = woordgroep("tijd termijn gelegenheid")
OM: Final = woordgroep("om voorbij")
"""Behind a last day: "de twee weken zijn op 26 oktober om"."""
_GELD: Final = woordgroep("geld betaling bedrag som")
_OMGEVING: Final = 24
_VER_TERUG: Final = 10
_VER: Final = 200
_VERSCHIL: Final = 3
SCHULD: Final = OPENSTAAND | HOOFDSOM | FACTUUR | GELD | EUROTEKEN


class Doel(IntEnum):
    """What a term is for."""

    ANDERS = 0
    ONBEKEND = 1
    BETALING = 2


def doel_van_duur(zin: Zin, duur: Duur, anker: Anker | None, vorige: Zin | None) -> Doel:
    """What so many days are for."""
    if not zin.eigen or (anker is not None and anker.ander):
        return Doel.ANDERS
    op_de_brief = anker is not None and anker.vanaf is not Vanaf.DATUM and not anker.ander
    if duur.voorzetsel in _NA_VERLOOP and not (zin.voorwaarde and zin.heeft(NIET)):
        return Doel.ANDERS
    if _is_verteld(zin, anker) and not (op_de_brief and (duur.voorzetsel or _nieuw(zin, duur))):
        return Doel.ANDERS
    if _eigen_daad(zin, duur) or _doet_hij_zelf(zin, duur) or _geen_betaaltijd(zin, duur):
        return Doel.ANDERS
    doel = _dichtstbij(zin, duur.getal)
    if doel is not Doel.ONBEKEND:
        return doel
    if zin.heeft(SCHULD) and zin.heeft(VERZOEK | MODAAL | ONTVANGST):
        return Doel.BETALING
    if vorige is not None and _sluit_aan(zin, vorige):
        return Doel.BETALING
    return Doel.ONBEKEND


def _is_verteld(zin: Zin, anker: Anker | None) -> bool:
    """Told of an agreement or of the past; not by the past of its start: "dat u hem kreeg"."""
    if zin.heeft(VERZOEK):
        return False
    if zin.heeft(AFSPRAAK | VERSTREKEN) or anker is None:
        return zin.heeft(AFSPRAAK | VERLEDEN | VERSTREKEN)
    buiten = (*zin.woorden[: anker.begin], *zin.woorden[anker.eind :])
    return any(woord.begrip & VERLEDEN for woord in buiten)


def _nieuw(zin: Zin, duur: Duur) -> bool:
    """``Hiervoor geldt een termijn van …``: given now, not told of an agreement."""
    voor = [woord.tekst for woord in zin.woorden[max(0, duur.begin - 3) : duur.getal]]
    return "een" in voor and not zin.heeft(VERLEDEN | VERSTREKEN)


def _eigen_daad(zin: Zin, duur: Duur) -> bool:
    """What the creditor does himself: "dan dragen wij de zaak binnen zeven dagen over"."""
    woorden = zin.woorden
    for plek in range(duur.begin - 1, max(-1, duur.begin - _VER), -1):
        if woorden[plek].tekst in _LATER and plek + 2 < duur.begin:
            daarna = {woord.tekst for woord in woorden[plek : plek + 4]}
            return bool(daarna & _WIJ) and not any(
                woord.begrip & BETALEN for woord in woorden[plek : plek + 2 * _VER]
            )
    return False


def _doet_hij_zelf(zin: Zin, duur: Duur) -> bool:
    """``Dat komen wij binnen zeven dagen herstellen``: of paying nothing is said."""
    voor = zin.woorden[duur.begin - 1].tekst if duur.begin else ""
    return voor in _WIJ and not zin.heeft(SCHULD | BETALEN | VERZOEK | ONTVANGST | TERMIJN)


def _geen_betaaltijd(zin: Zin, duur: Duur) -> bool:
    """How long nothing was paid ("drie maanden niet betaald"), or over how long one may pay off."""
    na = [woord.tekst for woord in zin.woorden[duur.eind : duur.eind + 2]]
    if not duur.voorzetsel and na and (na[0] in _LENGTE or na == ["te", "laat"]):
        return True
    rond = zin.woorden[max(0, duur.begin - _OMGEVING) : duur.eind + _OMGEVING]
    if _na_ontvangst_van_geld(rond):
        return True
    return any(woord.tekst in _GESPREID for woord in rond)


def _na_ontvangst_van_geld(woorden: Sequence[Woord]) -> bool:
    """``na ontvangst van uw betaling …``: what happens when the debtor has paid."""
    teksten = [woord.tekst for woord in woorden]
    return any(
        (eerste, tweede, derde) == ("na", "ontvangst", "van")
        and bool(_GELD.intersection(teksten[plek + 3 : plek + 6]))
        for plek, (eerste, tweede, derde) in enumerate(
            zip(teksten, teksten[1:], teksten[2:], strict=False)
        )
    )


def _dichtstbij(zin: Zin, getal: int) -> Doel:
    """Paying, or something else: whichever verb stands nearest."""
    betalen = _afstand(zin, getal, BETALEN)
    anders = _afstand(zin, getal, ANDER_DOEL)
    if anders is not None and (betalen is None or anders + _VERSCHIL < betalen):
        return Doel.ANDERS
    return Doel.ONBEKEND if betalen is None else Doel.BETALING


def _afstand(zin: Zin, plek: int, bits: int) -> int | None:
    if not zin.heeft(bits):
        return None
    van = max(0, plek - _VER)
    afstanden = (
        abs(i - plek)
        for i, woord in enumerate(zin.woorden[van : plek + _VER], start=van)
        if woord.begrip & bits and not _na_betaling(zin, i)
    )
    return min(afstanden, default=None)


def _na_betaling(zin: Zin, plek: int) -> bool:
    """``na uw betaling …``: when something else happens, no demand."""
    if zin.woorden[plek].tekst != "betaling":
        return False
    return any(woord.tekst == "na" for woord in zin.woorden[max(0, plek - 4) : plek])


def _sluit_aan(zin: Zin, vorige: Zin) -> bool:
    """``U heeft daarvoor een termijn van veertien dagen``, after a demand to pay."""
    if not vorige.eigen or not vorige.heeft(BETALEN) or zin.heeft(ANDER_DOEL):
        return False
    return zin.heeft(TERMIJN) or zin.noemt(_TERMIJNWOORDEN)


def _noemt_vervaldag(zin: Zin) -> bool:
    """``vervaldatum`` is the invoice's day; ``uiterste betaaldatum`` can be that of the letter."""
    return zin.begint("verval")


def doel_van_datum(zin: Zin, dag: date | None, ijkdag: date | None) -> Doel:
    """What a last day is for."""
    if dag is not None and ijkdag is not None and dag <= ijkdag:
        return Doel.ANDERS
    verteld = zin.heeft(AFSPRAAK | VERLEDEN | VERSTREKEN) or _noemt_vervaldag(zin)
    if _volgens_overeenkomst(zin) and not zin.heeft(VERZOEK):
        return Doel.ANDERS
    if verteld and not zin.heeft(VERZOEK | MODAAL):
        return Doel.ANDERS
    if zin.heeft(VERVALDAG) and not verteld:
        return Doel.BETALING
    doel = _dichtstbij(zin, 0)
    if doel is Doel.ANDERS:
        return doel
    if zin.heeft(BETALEN) or (zin.heeft(SCHULD) and zin.heeft(VERZOEK | MODAAL | ONTVANGST)):
        return Doel.BETALING
    return Doel.BETALING if _van_deze_termijn(zin) else Doel.ONBEKEND


def _van_deze_termijn(zin: Zin) -> bool:
    """``De termijn eindigt op …``, ``U heeft dus tot en met … de tijd``."""
    if zin.heeft(AFSPRAAK | VERLEDEN | VERSTREKEN | ANDER_DOEL):
        return False
    return zin.noemt(_DE_TIJD) or (zin.heeft(EENHEID) and zin.noemt(OM))


def _volgens_overeenkomst(zin: Zin) -> bool:
    """``Volgens het contract moet u …``: what was agreed, no demand of this letter."""
    if not zin.heeft(AFSPRAAK):
        return False
    for plek, woord in enumerate(zin.woorden):
        if woord.tekst in _OVEREENGEKOMEN:
            return True
        if woord.tekst.endswith(_OVEREENKOMSTEN):
            voor = zin.woorden[max(0, plek - _VER_TERUG) : plek]
            if any(eerder.tekst in _VOLGENS for eerder in voor):
                return True
    return False
