"""De specificatie van een incassobureau is niet volledig.

Wat wordt gecontroleerd
    Of een brief van een incassobureau noemt: het eigen KvK-nummer, nummer en datum van de
    factuur, hoofdsom, incassokosten, en bij rente ook het percentage of de periode.

Waarom
    Een incassobureau moet de schuldenaar zo snel mogelijk een schriftelijke omschrijving en
    specificatie van de vordering geven.

Fout
    > Incassobureau Van Dalen B.V., registratiekenmerk Wki 2024-00123
    > Geachte heer Bos, namens onze cliënte verzoeken wij u € 250,00 te betalen.

Goed
    > Incassobureau Van Dalen B.V., KvK 08012345, registratiekenmerk Wki 2024-00123
    > Geachte heer Bos, factuur 26-4410 van 31 augustus 2026 is niet betaald. De hoofdsom is
    > € 450,00.
    > Betaalt u niet, dan bent u € 67,50 incassokosten verschuldigd.

Niet te beoordelen
    Komt niet voor: dit is een waarschuwing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.partijen import Afzender
from wiktool.controle.herkenning.woordenschat import PROCENT, RENTE
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Ernst
from wiktool.controle.regel import MET_KOSTEN, Open, Regel, Treffer
from wiktool.kern.notatie import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_PERIODE: Final = woordgroep("vanaf tot sinds periode over")


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find the parts of the specification."""
    partijen, beeld = zaak.lezing.partijen, zaak.lezing.bedragen
    if partijen.afzender is not Afzender.INCASSOBUREAU:
        return
    ontbreekt = [
        naam
        for naam, aanwezig in (
            ("het KvK-nummer", partijen.kvk),
            ("het factuurnummer", partijen.factuurnummer),
            ("de factuurdatum", partijen.factuurdatum),
            ("de hoofdsom", beeld.hoofdsom is not None),
            ("de incassokosten", beeld.kosten is not None),
            ("percentage en periode van de rente", not beeld.rente or _rente_gespecificeerd(zaak)),
        )
        if not aanwezig
    ]
    if ontbreekt:
        yield Treffer(
            melding=f"In de specificatie ontbreekt {opsomming(ontbreekt)}.",
            vereist="een omschrijving en specificatie van de vordering (art. 3.1 Bki)",
        )


def _rente_gespecificeerd(zaak: Zaak) -> bool:
    return any(
        zin.heeft(RENTE) and (zin.heeft(PROCENT) or zin.noemt(_PERIODE))
        for zin in zaak.lezing.eigen
    )


REGEL: Final = Regel(
    code="WIK502",
    naam="specificatie-incasso",
    ernst=Ernst.WAARSCHUWING,
    soorten=MET_KOSTEN,
    vindplaatsen=(("bki", "3.1"),),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
