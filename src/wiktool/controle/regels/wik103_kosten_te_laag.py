"""Het bedrag aan incassokosten is lager dan de staffel.

Wat wordt gecontroleerd
    De vergoeding wordt opnieuw berekend over de hoofdsom en vergeleken met het bedrag in de brief.

Waarom
    Een te laag bedrag maakt de brief niet krachteloos, maar de vordering blijft beperkt tot wat de
    brief noemt.

Fout
    > De hoofdsom is € 1.000,00. Betaalt u niet, dan bent u € 40,00 incassokosten
    > verschuldigd.

Goed
    > De hoofdsom is € 1.000,00. Betaalt u niet, dan bent u € 150,00 incassokosten
    > verschuldigd.

    > De hoofdsom is € 266,69. Betaalt u niet, dan bent u € 40,00 incassokosten
    > verschuldigd.

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
    """Compare the fee with the tariff."""
    kostentoets, post = zaak.kostentoets, zaak.lezing.bedragen.kostenpost
    verwacht, kosten = kostentoets.verwacht, zaak.lezing.bedragen.kosten
    te_laag = kostentoets.uitslag is Uitslag.TE_LAAG
    if not te_laag or post is None or verwacht is None or kosten is None or zaak.hoofdsom is None:
        return
    yield Treffer(
        melding=f"{euro(kosten)} is minder dan de staffel geeft ({euro(verwacht)} over "
        f"{euro(zaak.hoofdsom)}); meer dan de brief noemt, kunt u niet vorderen.",
        vereist=f"{euro(verwacht)}",
        woorden=post.woorden,
        voorstel=voorstel_kosten(verwacht),
    )


REGEL: Final = Regel(
    code="WIK103",
    naam="kosten-te-laag",
    ernst=Ernst.WAARSCHUWING,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("besluit-bik", "2"), ("rbmne-2025-2395",)),
    toets=toets,
    uitleg=__doc__ or "",
)
