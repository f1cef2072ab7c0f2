"""De facturen tellen niet op tot de hoofdsom, of er zijn kosten per factuur.

Wat wordt gecontroleerd
    Of de regels van de factuurlijst (na betalingen en creditnota's) optellen tot de hoofdsom, of
    de kosten één keer over de som zijn berekend, en met een dossier of de hoofdsom die van het
    dossier is.

Waarom
    Meer vorderingen van één schuldeiser horen in één aanmaning; de hoofdsommen worden opgeteld en
    de staffel wordt één keer toegepast. Een hoofdsom die niet klopt, maakt ook de kosten onjuist.

Fout
    > Factuur M-101 vervaldatum 15-07-2026 € 120,00
    > Factuur M-135 vervaldatum 15-08-2026 € 120,00
    > Uw totale achterstand is € 380,00. Betaalt u niet, dan bent u € 57,00 incassokosten
    > verschuldigd.

Goed
    > Factuur M-101 vervaldatum 15-07-2026 € 120,00
    > Factuur M-135 vervaldatum 15-08-2026 € 260,00
    > Uw totale achterstand is € 380,00. Betaalt u niet, dan bent u € 57,00 incassokosten
    > verschuldigd.

Niet te beoordelen
    Het gevraagde bedrag is hoger dan de genoemde factuur zonder dat de brief zegt waarom:

    > Factuur 26-12 van € 620,00 is niet betaald. Wij verzoeken u € 650,00 te betalen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.dossiervergelijking import open_in_dossier
from wiktool.controle.formules import voorstel_kosten
from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.kostentoets import Uitslag
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import euro

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Add up."""
    yield from _per_factuur(zaak)
    yield from _optelling(zaak)
    yield from _tegen_dossier(zaak)


def _per_factuur(zaak: Zaak) -> Iterator[Treffer]:
    beeld = zaak.lezing.bedragen
    if zaak.kostentoets.uitslag is Uitslag.PER_FACTUUR:
        post = beeld.kostenpost
        yield Treffer(
            melding="De brief rekent incassokosten per factuur.",
            vereist="één bedrag aan kosten over de opgetelde hoofdsommen",
            woorden=beeld.per_factuur or (post.woorden if post is not None else ()),
            voorstel=voorstel_kosten(zaak.tarief_over_hoofdsom),
        )


def _optelling(zaak: Zaak) -> Iterator[Treffer | Open]:
    beeld = zaak.lezing.bedragen
    if beeld.hoofdsom is None or beeld.hoofdsompost is None:
        return
    if beeld.facturen and beeld.factuursom is None:
        yield Open(
            reden=(
                "Uit de factuurlijst is niet met zekerheid af te lezen wat per factuur openstaat."
            ),
            doe="zet in de lijst per factuur één openstaand bedrag",
            woorden=zaak.lezing.zinnen[beeld.facturen[0].zin].woorden,
        )
    elif beeld.factuursom is not None:
        betaald = _som(zaak, Soort.BETAALD)
        verklaard = {beeld.factuursom, beeld.factuursom - betaald}
        verklaard |= {som + beeld.rente for som in verklaard}
        if beeld.hoofdsom not in verklaard:
            yield Treffer(
                melding=f"De facturen tellen op tot {euro(beeld.factuursom)}, de brief noemt "
                f"{euro(beeld.hoofdsom)}.",
                vereist="een hoofdsom die gelijk is aan de som van de openstaande bedragen",
                woorden=beeld.hoofdsompost.woorden,
            )
    else:
        yield from _meer_dan_factuur(zaak, beeld.hoofdsom)


def _meer_dan_factuur(zaak: Zaak, hoofdsom: Decimal) -> Iterator[Open]:
    beeld = zaak.lezing.bedragen
    post = beeld.hoofdsompost
    facturen = [p.bedrag.waarde for p in beeld.posten if p.soort is Soort.FACTUUR]
    if not facturen or post is None or post.soort is Soort.FACTUUR:
        return
    verklaard = {sum(facturen, NUL), sum(set(facturen), NUL), *facturen}
    verklaard |= {som + beeld.rente for som in verklaard}
    verklaard |= {som + _som(zaak, Soort.ANDERE_KOSTEN) for som in verklaard}
    if hoofdsom > max(verklaard):
        yield Open(
            reden=(
                f"De brief vraagt {euro(hoofdsom)}, maar noemt maar {euro(max(facturen))} aan "
                "facturen."
            ),
            doe="noem alle facturen, of zeg waar het verschil vandaan komt",
            woorden=post.woorden,
        )


def _som(zaak: Zaak, soort: Soort) -> Decimal:
    rijen = {regel.zin for regel in zaak.lezing.bedragen.facturen}
    waarden = {
        post.bedrag.waarde
        for post in zaak.lezing.bedragen.posten
        if post.soort is soort and post.zin.nummer not in rijen
    }
    return sum(waarden, NUL)


def _tegen_dossier(zaak: Zaak) -> Iterator[Treffer | Open]:
    dossier, beeld = zaak.gegevens.dossier, zaak.lezing.bedragen
    if dossier is None or beeld.hoofdsom is None or beeld.hoofdsompost is None:
        return
    sommen = open_in_dossier(dossier, zaak.briefdag)
    if beeld.hoofdsom in sommen:
        return
    if dossier.betalingen:
        yield Open(
            reden=f"De brief noemt {euro(beeld.hoofdsom)}; volgens het dossier staat na betalingen "
            f"{euro(sommen[0])} open, rente niet meegerekend.",
            doe="ga na hoe de betalingen zijn toegerekend",
            woorden=beeld.hoofdsompost.woorden,
        )
        return
    yield Treffer(
        melding=f"De brief noemt {euro(beeld.hoofdsom)}, het dossier {euro(sommen[0])}.",
        vereist="de hoofdsom van het dossier",
        woorden=beeld.hoofdsompost.woorden,
    )


REGEL: Final = Regel(
    code="WIK110",
    naam="optelling-onjuist",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "7"), ("besluit-bik", "2", "1")),
    toets=toets,
    uitleg=__doc__ or "",
)
