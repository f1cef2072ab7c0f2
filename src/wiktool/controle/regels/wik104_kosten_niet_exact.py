"""De incassokosten zijn geen exact bedrag.

Wat wordt gecontroleerd
    Of het bedrag aan kosten voor deze schuldenaar vaststaat. Een percentage, een tarieftabel,
    "minimaal", "maximaal", "circa" of "indicatief" is geen bedrag. Staat het exacte bedrag er ook
    ("in uw geval € 67,50"), dan is er niets aan de hand.

Waarom
    De schuldenaar moet uit de brief kunnen zien wat het hem kost als hij niet betaalt. De
    vergoeding "die wordt gevorderd" is een bedrag.

Fout
    > Daarna bent u incassokosten verschuldigd van 15% van de hoofdsom, met een minimum van
    > € 40,00.

    > Betaalt u niet, dan bedragen de incassokosten maximaal € 40,00.

Goed
    > De kosten zijn 15% van de hoofdsom met een minimum van € 40,00. Betaalt u niet, dan
    > bedragen de incassokosten in uw geval € 67,50.

    > Betaalt u niet, dan bent u € 67,50 aan incassokosten verschuldigd.

Niet te beoordelen
    Komt niet voor: een bedrag staat er, of het staat er niet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import voorstel_kosten
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find whether the fee is one amount for this debtor."""
    if zaak.lezing.bedragen.kosten is not None or not zaak.kosten_onexact:
        return
    yield Treffer(
        melding="De incassokosten zijn niet als exact bedrag genoemd.",
        vereist="het bedrag dat deze schuldenaar verschuldigd wordt, in euro's en centen",
        woorden=zaak.kosten_onexact,
        voorstel=voorstel_kosten(zaak.tarief_over_hoofdsom),
    )


REGEL: Final = Regel(
    code="WIK104",
    naam="kosten-niet-exact",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "6"), ("rbmne-2016-1575",)),
    toets=toets,
    uitleg=__doc__ or "",
)
