"""De brief zegt niet wat er volgt als betaling uitblijft.

Wat wordt gecontroleerd
    Of er een gevolg staat voor het geval niet op tijd wordt betaald: incassokosten, of een verdere
    stap zoals overdracht aan een deurwaarder.

Waarom
    De aanmaning moet de gevolgen van het uitblijven van betaling vermelden, waaronder de vergoeding
    die wordt gevorderd.

Fout
    > Wij verzoeken u € 250,00 te betalen. De incassokosten zijn voor ons van belang.

Goed
    > Betaalt u niet binnen deze termijn, dan bent u € 40,00 incassokosten verschuldigd.

    > Blijft betaling uit, dan dragen wij de vordering over aan een deurwaarder.

Niet te beoordelen
    Komt niet voor: een gevolg dat er niet staat, is niet vermeld.
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
    """Find a consequence of not paying."""
    if not zaak.noemt_gevolg:
        yield Treffer(
            melding="De brief zegt niet wat er gebeurt als betaling uitblijft.",
            vereist="de gevolgen van niet betalen, waaronder de incassokosten die worden gevorderd",
            voorstel=voorstel_kosten(zaak.kostentoets.verwacht),
        )


REGEL: Final = Regel(
    code="WIK002",
    naam="gevolg-ontbreekt",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "6"),),
    toets=toets,
    uitleg=__doc__ or "",
)
