"""Er staat geen bedrag aan incassokosten.

Wat wordt gecontroleerd
    Of de brief een bedrag aan incassokosten noemt. Een brief die alleen "incassokosten" of "extra
    kosten" aankondigt, noemt er geen. Alleen een percentage of een tarieftabel: zie WIK104.

Waarom
    De aanmaning moet de vergoeding vermelden die wordt gevorderd. Zonder bedrag is niet aan art.
    6:96 lid 6 BW voldaan en is geen vergoeding verschuldigd.

Fout
    > Betaalt u niet op tijd, dan brengen wij incassokosten in rekening.

Goed
    > Betaalt u niet op tijd, dan bent u € 40,00 aan incassokosten verschuldigd.

    > De buitengerechtelijke kosten bedragen dan veertig euro.

Niet te beoordelen
    Er staat een bedrag dat bij uitblijven van betaling erbij komt, maar de brief zegt niet dat
    het incassokosten zijn:

    > Betaalt u niet op tijd, dan komt er € 40,00 bij.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import voorstel_kosten
from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer
from wiktool.kern.notatie import euro

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_NAAMLOOS: Final = frozenset({Soort.ONBEKEND, Soort.TE_BETALEN, Soort.TOTAAL})


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find an amount of collection costs."""
    beeld = zaak.lezing.bedragen
    if beeld.kosten is not None or zaak.kosten_onexact:
        return
    for post in beeld.posten:
        if post.soort in _NAAMLOOS and post.voorwaardelijk:
            yield Open(
                reden=f"Er staat niet bij of {euro(post.bedrag.waarde)} incassokosten zijn.",
                doe="noem het bedrag met het woord incassokosten",
                woorden=post.zin.woorden,
            )
            return
    yield Treffer(
        melding="De brief noemt geen bedrag aan incassokosten.",
        vereist="het exacte bedrag van de vergoeding volgens het Besluit vergoeding voor "
        "buitengerechtelijke incassokosten",
        woorden=zaak.kostendreiging,
        voorstel=voorstel_kosten(zaak.tarief_over_hoofdsom),
    )


REGEL: Final = Regel(
    code="WIK101",
    naam="kosten-ontbreken",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "6"), ("hr-2016-2704",)),
    toets=toets,
    uitleg=__doc__ or "",
)
