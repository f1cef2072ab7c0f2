"""The fee in a letter, recomputed: right, too high, too low, and how a wrong one came about."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.posten import Soort
from wiktool.kern.fouten import WiktoolFout
from wiktool.kern.geld import CENT, NUL
from wiktool.kern.record import record
from wiktool.recht.incassokosten import btw_over, tarief

if TYPE_CHECKING:
    from datetime import date

    from wiktool.controle.herkenning.bedragbeeld import Bedragbeeld
    from wiktool.recht.incassokosten import Tarief

_EEN_CENT: Final = CENT


class Uitslag(StrEnum):
    """How the fee compares with the tariff."""

    GEEN_KOSTEN = "geen kosten"
    GEEN_HOOFDSOM = "geen hoofdsom"
    STRIJDIG = "strijdig"
    """Two principals, or two fees: another rule's business."""
    BUITEN_BEREIK = "buiten bereik"
    GELIJK = "gelijk"
    TE_LAAG = "te laag"
    TE_HOOG = "te hoog"
    MET_BTW = "met btw"
    """Too high by exactly the VAT, of which the letter says nothing."""
    BTW_TE_HOOG = "btw te hoog"
    OVER_RENTE = "over rente"
    PER_FACTUUR = "per factuur"


@record
class Kostentoets:
    """The comparison.

    Attributes:
        verwacht: the tariff over the principal, in euros; None when it cannot be computed.
        verwachte_btw: VAT on that.
        reden: why it cannot be computed.
    """

    uitslag: Uitslag
    verwacht: Decimal | None = None
    verwachte_btw: Decimal | None = None
    reden: str = ""


def toets_kosten(
    beeld: Bedragbeeld, hoofdsom: Decimal | None, dag: date, *, vergoeding: Decimal | None = None
) -> Kostentoets:
    """Compare the fee with the tariff in force on the day of the letter.

    Args:
        beeld: the amounts of the letter.
        hoofdsom: the principal, in euros; None when it is not known.
        dag: the day the law is applied for.
        vergoeding: the fee of this very claim, where the dossier makes it another than the tariff
            (instalments, art. 6:96 lid 8 BW).
    """
    if beeld.kosten is None:
        per_factuur = Uitslag.PER_FACTUUR if beeld.per_factuur else Uitslag.GEEN_KOSTEN
        return Kostentoets(uitslag=per_factuur)
    if beeld.strijdige_kosten or beeld.strijdige_sommen:
        return Kostentoets(uitslag=Uitslag.STRIJDIG)
    if not hoofdsom:
        return Kostentoets(uitslag=Uitslag.GEEN_HOOFDSOM)
    try:
        staffel = tarief(dag)
        verwacht = staffel.kosten(hoofdsom) if vergoeding is None else vergoeding
        btw = btw_over(verwacht, dag)
    except WiktoolFout as fout:
        return Kostentoets(uitslag=Uitslag.BUITEN_BEREIK, reden=str(fout))
    return Kostentoets(
        uitslag=_uitslag(beeld, hoofdsom, staffel, verwacht, btw),
        verwacht=verwacht,
        verwachte_btw=btw,
    )


def _uitslag(
    beeld: Bedragbeeld, hoofdsom: Decimal, staffel: Tarief, verwacht: Decimal, btw: Decimal
) -> Uitslag:
    kosten = beeld.kosten or NUL
    inclusief = beeld.kostenpost is not None and bool(beeld.kostenpost.inclusief_btw)
    if inclusief and beeld.btw is None:
        return _vergelijk(kosten, verwacht + btw, marge=_EEN_CENT)
    if _per_factuur(beeld, staffel):
        return Uitslag.PER_FACTUUR
    if beeld.kostenpost is not None and beeld.kostenpost.per_periode:
        return Uitslag.TE_HOOG
    if kosten > verwacht:
        if _over_rente(beeld, hoofdsom, staffel, kosten):
            return Uitslag.OVER_RENTE
        return Uitslag.MET_BTW if kosten == verwacht + btw else Uitslag.TE_HOOG
    if beeld.btw is not None and beeld.btw > btw + _EEN_CENT:
        return Uitslag.BTW_TE_HOOG
    return _vergelijk(kosten, verwacht, marge=NUL)


def _vergelijk(kosten: Decimal, verwacht: Decimal, *, marge: Decimal) -> Uitslag:
    if kosten > verwacht + marge:
        return Uitslag.TE_HOOG
    return Uitslag.TE_LAAG if kosten < verwacht - marge else Uitslag.GELIJK


def _over_rente(beeld: Bedragbeeld, hoofdsom: Decimal, staffel: Tarief, kosten: Decimal) -> bool:
    """The fee is the tariff over principal plus interest, or over a base the letter names."""
    if beeld.rente and kosten == staffel.kosten(hoofdsom + beeld.rente):
        return True
    return any(
        post.soort is Soort.GRONDSLAG
        and post.bedrag.waarde > hoofdsom
        and kosten == staffel.kosten(post.bedrag.waarde)
        for post in beeld.posten
    )


def _per_factuur(beeld: Bedragbeeld, staffel: Tarief) -> bool:
    """A fee for every invoice instead of one over their sum (6:96 lid 7 BW)."""
    if beeld.per_factuur:
        return True
    bedragen = [regel.open.waarde for regel in beeld.facturen if regel.open is not None]
    if len(bedragen) < 2 or any(not bedrag for bedrag in bedragen):
        return False
    if beeld.kostenpost is not None and beeld.kostenpost.per_periode:
        return True
    per_stuk = sum((staffel.kosten(bedrag) for bedrag in bedragen), NUL)
    over_som = staffel.kosten(sum(bedragen, NUL))
    return per_stuk != over_som and beeld.kosten == per_stuk
