"""What kind of letter it is: reminder, notice of default, fourteen-day letter, final demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.incasso import rekent_voor_incasso
from wiktool.controle.herkenning.lopen import BIJ_ONTVANGST
from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.herkenning.termijndoel import Doel
from wiktool.controle.herkenning.woordenschat import (
    AANMANING,
    BETALEN,
    EUROTEKEN,
    FACTUUR,
    GELD,
    HERINNERING,
    INCASSOBUREAU,
    INCASSOKOSTEN,
    KOSTEN,
    NIET,
    OPENSTAAND,
    SOMMATIE,
    VERSTREKEN,
    WIK,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_zin
from wiktool.controle.model import Vanaf
from wiktool.kern.begrippen import Briefsoort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.bedragbeeld import Bedragbeeld
    from wiktool.controle.herkenning.termijnen import Termijn
    from wiktool.controle.herkenning.verzuim import Verzuimbeeld
    from wiktool.controle.herkenning.zinnen import Zin

_KOP: Final = 14
_VLAKBIJ: Final = 3
_WETTELIJK: Final = 14
_BRIEFNAMEN: Final = woordgroep("brief aanmaning schrijven veertiendagenbrief aanmaningen sommatie")
_DENK_ERAAN: Final = woordgroep(
    "vergeet vergeten denk denkt herinner herinneren attenderen attendeer wijzen"
)
_KOMEN: Final = woordgroep("rekening laste verhalen uwe")


def herken_soort(
    zinnen: Sequence[Zin],
    eigen: Sequence[Zin],
    bedragen: Bedragbeeld,
    termijnen: Sequence[Termijn],
    verzuim: Verzuimbeeld,
) -> Briefsoort:
    """The kind of letter; in doubt the fourteen-day letter, which is judged most strictly."""
    if verzuim.ingebrekestelling and not _kost_incasso(eigen, bedragen, termijnen):
        return Briefsoort.INGEBREKESTELLING
    if _na_veertiendagenbrief(zinnen, eigen, bedragen, termijnen):
        return Briefsoort.SOMMATIE
    if _dreigt_met_kosten(eigen) or _noemt_wik(eigen) or _termijn_van_de_wet(termijnen):
        return Briefsoort.WIK
    if _in_kop(eigen, SOMMATIE):
        return Briefsoort.SOMMATIE
    if _in_kop(eigen, AANMANING) and not _in_kop(eigen, HERINNERING):
        return Briefsoort.WIK
    return Briefsoort.HERINNERING if _gaat_over_betalen(eigen) else Briefsoort.WIK


def _kost_incasso(
    eigen: Sequence[Zin], bedragen: Bedragbeeld, termijnen: Sequence[Termijn]
) -> bool:
    """A notice of default may warn of costs; with their amount it is a fourteen-day letter too."""
    bedrag = any(post.soort in (Soort.KOSTEN, Soort.STAFFEL) for post in bedragen.posten)
    return (
        bedrag
        or _noemt_wik(eigen)
        or (_termijn_van_de_wet(termijnen) and _dreigt_met_bedrag(eigen))
    )


def _dreigt_met_bedrag(eigen: Sequence[Zin]) -> bool:
    return any(zin.heeft(INCASSOKOSTEN) and zin.heeft(EUROTEKEN) for zin in eigen)


def _na_veertiendagenbrief(
    zinnen: Sequence[Zin],
    eigen: Sequence[Zin],
    bedragen: Bedragbeeld,
    termijnen: Sequence[Termijn],
) -> bool:
    """An earlier letter whose term has passed, and costs that are therefore due now."""
    eerder = any(
        not zin.citaat and (zin.eerder or zin.heeft(VERSTREKEN))
        for zin in zinnen
        if zin.begrippen & (WIK | AANMANING)
    ) or any(_termijn_van_toen(zinnen[termijn.zin], termijn) for termijn in termijnen)
    if not eerder:
        return False
    verstreken = any(zin.heeft(VERSTREKEN) and not zin.voorwaarde for zin in eigen)
    kosten = [post for post in bedragen.posten if post.soort is Soort.KOSTEN]
    return verstreken and bool(kosten) and not any(post.voorwaardelijk for post in kosten)


def _termijn_van_toen(zin: Zin, termijn: Termijn) -> bool:
    """An earlier letter that gave the term of the law: "hebben wij u gevraagd … binnen …"."""
    return (
        zin.eerder
        and not zin.citaat
        and (termijn.dagen or 0) >= _WETTELIJK
        and termijn.vanaf in BIJ_ONTVANGST
    )


def _dreigt_met_kosten(eigen: Sequence[Zin]) -> bool:
    """Collection costs, or costs that will be for the debtor's account."""
    return any(
        _dreigt_ermee(zin) or rekent_voor_incasso(zin)
        for zin in eigen
        if zin.begrippen & (INCASSOKOSTEN | KOSTEN | INCASSOBUREAU)
    )


def _dreigt_ermee(zin: Zin) -> bool:
    if zin.heeft(INCASSOKOSTEN) and not _vraagt_ze_niet(zin):
        return True
    if not zin.heeft(KOSTEN):
        return False
    return zin.noemt(_KOMEN) or (zin.voorwaarde and not _zonder_kosten(zin))


def _vraagt_ze_niet(zin: Zin) -> bool:
    """``Rente en incassokosten: die vragen wij nu niet``."""
    if not zin.heeft(NIET) or zin.voorwaarde or zin.heeft(EUROTEKEN):
        return False
    plek = next(i for i, woord in enumerate(zin.woorden) if woord.begrip & INCASSOKOSTEN)
    return any(woord.begrip & NIET for woord in zin.woorden[max(0, plek - _VLAKBIJ) :])


def _zonder_kosten(zin: Zin) -> bool:
    plek = next(i for i, woord in enumerate(zin.woorden) if woord.begrip & KOSTEN)
    return any(woord.begrip & NIET for woord in zin.woorden[max(0, plek - 2) : plek])


def _noemt_wik(eigen: Sequence[Zin]) -> bool:
    return any(
        (zin.begrippen & WIK and not zin.begrippen & VERSTREKEN)
        or ("96" in zin.teksten and _noemt_artikel(zin))
        for zin in eigen
    )


def _noemt_artikel(zin: Zin) -> bool:
    """``artikel 6:96 BW``."""
    teksten = [woord.tekst for woord in zin.woorden]
    return ("6", ":", "96") in zip(teksten, teksten[1:], teksten[2:], strict=False)


def _termijn_van_de_wet(termijnen: Sequence[Termijn]) -> bool:
    """Fourteen days or more from receipt, as only this letter needs."""
    return any(
        termijn.doel is not Doel.ANDERS
        and termijn.dagen is not None
        and termijn.dagen >= 14
        and termijn.vanaf is Vanaf.ONTVANGST_DAG_NA
        for termijn in termijnen
    )


def _in_kop(eigen: Sequence[Zin], bits: int) -> bool:
    return any(len(zin.woorden) <= _KOP for zin in eigen if zin.begrippen & bits)


def _gaat_over_betalen(eigen: Sequence[Zin]) -> bool:
    return any(
        zin.heeft(EUROTEKEN | OPENSTAAND | HERINNERING | GELD | FACTUUR)
        for zin in eigen
        if zin.begrippen & BETALEN
    ) or (
        _in_kop(eigen, HERINNERING)
        or _over_rekening(eigen)
        or any(herinnert_aan_schuld(zin) for zin in eigen)
    )


@per_zin
def herinnert_aan_schuld(zin: Zin) -> bool:
    """``Factuur 12 is nog niet betaald``, ``Vergeet u de nota niet?``."""
    if zin.voorwaarde or zin.begint("hoef"):
        return False
    if zin.heeft(BETALEN) and zin.heeft(NIET):
        return True
    schuld = zin.heeft(FACTUUR) or (zin.heeft(EUROTEKEN) and zin.heeft(OPENSTAAND | GELD))
    return schuld and (zin.heeft(OPENSTAAND) or zin.noemt(_DENK_ERAAN))


def _over_rekening(eigen: Sequence[Zin]) -> bool:
    """The bill in one sentence, to pay it in another."""
    return any(zin.heeft(BETALEN) for zin in eigen) and any(
        zin.heeft(FACTUUR | OPENSTAAND) and zin.heeft(EUROTEKEN) for zin in eigen
    )
