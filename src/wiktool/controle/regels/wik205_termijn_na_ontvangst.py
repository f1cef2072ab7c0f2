"""Veertien dagen "na ontvangst" is omstreden.

Wat wordt gecontroleerd
    Of een termijn van precies veertien dagen loopt "na ontvangst", "na bezorging" of "vanaf de
    dag van ontvangst". Met vijftien dagen of meer, of "vanaf de dag na ontvangst", is er geen
    twijfel.

Waarom
    De termijn begint de dag ná ontvangst. "Veertien dagen na ontvangst" laat zich lezen als
    veertien volle dagen daarna, maar ook als veertien dagen vanaf het moment van ontvangst.
    Handleidingen verschillen; een uitspraak is niet bekend. De formules van de Hoge Raad laten
    geen twijfel.

Fout
    Komt niet voor: dit punt is betwist en nooit goed of fout.

Goed
    > Wij verzoeken u te betalen binnen vijftien dagen na ontvangst van deze brief.

    > Wij verzoeken u te betalen binnen veertien dagen na de dag waarop u deze brief heeft
    > ontvangen.

Niet te beoordelen
    > Wij verzoeken u binnen 14 dagen na ontvangst van deze brief te betalen.

    > Wij verzoeken u binnen twee weken nadat deze brief bij u is bezorgd te betalen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import TERMIJN_HR, TERMIJN_HR_VIJFTIEN, WETTELIJKE_DAGEN
from wiktool.controle.model import Ernst, Vanaf
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find exactly fourteen days from receipt itself."""
    termijn = zaak.termijn
    if termijn is None or termijn.werkdagen or termijn.vanaf is not Vanaf.ONTVANGST:
        return
    if termijn.dagen != WETTELIJKE_DAGEN or termijn.strijdig:
        return
    yield Open(
        reden="Betwist. De een leest hierin veertien volle dagen na de dag van ontvangst, wat "
        "genoeg is; de ander veertien dagen vanaf het moment van ontvangst, wat te kort is. Een "
        "uitspraak is niet bekend.",
        doe=f"schrijf «{TERMIJN_HR}» of «{TERMIJN_HR_VIJFTIEN}»",
        woorden=termijn.woorden,
    )


REGEL: Final = Regel(
    code="WIK205",
    naam="termijn-na-ontvangst",
    ernst=Ernst.BETWIST,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("hr-2016-2704",),),
    toets=toets,
    uitleg=__doc__ or "",
)
