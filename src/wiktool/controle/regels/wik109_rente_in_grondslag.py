"""De incassokosten zijn berekend over hoofdsom plus rente.

Wat wordt gecontroleerd
    Of het bedrag aan kosten precies dat is wat de staffel geeft over de hoofdsom vermeerderd met de
    rente die in de brief staat.

Waarom
    De staffel gaat over de hoofdsom. Rente hoort daar niet bij; het bedrag is dan te hoog.

Fout
    > Hoofdsom € 1.000,00. Wettelijke rente € 26,30. Betaalt u niet, dan bent u € 153,95
    > incassokosten verschuldigd.

Goed
    > Hoofdsom € 1.000,00. Wettelijke rente € 26,30. Betaalt u niet, dan bent u € 150,00
    > incassokosten verschuldigd.

Niet te beoordelen
    Zonder hoofdsom spreekt WIK102.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import voorstel_kosten
from wiktool.controle.kostentoets import Uitslag
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer
from wiktool.kern.notatie import euro

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find interest in the base of the fee."""
    beeld, kostentoets = zaak.lezing.bedragen, zaak.kostentoets
    verwacht, post = kostentoets.verwacht, beeld.kostenpost
    over_rente = kostentoets.uitslag is Uitslag.OVER_RENTE
    if not over_rente or post is None or verwacht is None or zaak.hoofdsom is None:
        return
    yield Treffer(
        melding=f"De kosten zijn berekend over hoofdsom plus {euro(beeld.rente)} rente; over de "
        f"hoofdsom van {euro(zaak.hoofdsom)} is het {euro(verwacht)}.",
        vereist="kosten over de hoofdsom zonder rente",
        woorden=post.woorden,
        voorstel=voorstel_kosten(verwacht),
    )


REGEL: Final = Regel(
    code="WIK109",
    naam="rente-in-grondslag",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("besluit-bik", "2", "1"),),
    toets=toets,
    uitleg=__doc__ or "",
)
