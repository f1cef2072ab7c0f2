"""De schuldenaar is nog niet in verzuim.

Wat wordt gecontroleerd
    Of elke vervaldatum die de brief noemt vóór de datum van de brief ligt, en of de brief laat
    zien dat de schuldenaar in verzuim is: een verstreken betaaltermijn, een eerdere
    ingebrekestelling of de mededeling dat hij in verzuim is. Met een dossier wordt het verzuim
    daaruit berekend.

Waarom
    De veertiendagenbrief heeft alleen effect als hij wordt verzonden nadat het verzuim is
    ingetreden. Een vervaldatum die alleen op de factuur staat en niet is afgesproken, is geen
    fatale termijn; ga na of de betaaltermijn in de overeenkomst staat.

Fout
    > Utrecht, 24 november 2026
    > Factuur 26-1, vervaldatum 10 december 2026, € 156,00. Wij verzoeken u € 156,00 te betalen.

Goed
    > Utrecht, 24 november 2026
    > De overeengekomen betaaltermijn van factuur 26-1 is op 1 oktober 2026 verstreken.

    > U bent in verzuim. Wij verzoeken u € 156,00 te betalen.

Niet te beoordelen
    De brief laat geen verzuim zien; een dossier met de vervaldatum en de afspraak daarover maakt
    het te beoordelen:

    > Onze factuur van 1 september 2026 staat nog open. Wij verzoeken u € 156,00 te betalen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer
from wiktool.kern.fouten import WiktoolFout
from wiktool.kern.notatie import datum_nl, opsomming
from wiktool.recht.aanmaningen import is_opeisbaar
from wiktool.recht.verzuim import bepaal_verzuim_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wiktool.controle.zaak import Zaak
    from wiktool.kern.dossier import Dossier

_VEREIST: Final = "een aanmaning nadat het verzuim is ingetreden"


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find default before the letter."""
    beeld = zaak.lezing.verzuim
    briefdatum = zaak.lezing.briefdatum or zaak.verzonden
    for vervaldag in beeld.vervaldagen:
        if briefdatum is not None and vervaldag.laatste_dag >= briefdatum:
            yield Treffer(
                melding=f"De vervaldatum {datum_nl(vervaldag.laatste_dag)} ligt niet vóór de "
                f"datum van de brief ({datum_nl(briefdatum)}); de schuldenaar is nog niet in "
                "verzuim.",
                vereist=_VEREIST,
                woorden=vervaldag.woorden,
            )
            return
    if zaak.gegevens.dossier is not None:
        yield from _uit_dossier(zaak.gegevens.dossier, zaak.verzonden or zaak.briefdag)
    elif not zaak.verzuim_getoond:
        yield Open(
            reden=(
                "De brief laat niet zien dat de schuldenaar in verzuim was toen hij werd "
                "geschreven."
            ),
            doe="noem de afgesproken betaaltermijn of de eerdere ingebrekestelling in de brief, "
            "of geef het dossier met --dossier",
        )


def _uit_dossier(dossier: Dossier, dag: date) -> Iterator[Treffer | Open]:
    niet, onbekend = [], []
    for vordering in dossier.vorderingen:
        if not is_opeisbaar(vordering, dag):
            continue
        try:
            verzuim = bepaal_verzuim_in(dossier, vordering)
        except WiktoolFout:
            onbekend.append(vordering.factuurnummer)
            continue
        if verzuim.datum is None:
            onbekend.append(vordering.factuurnummer)
        elif verzuim.datum > dag:
            niet.append(vordering.factuurnummer)
    if niet:
        yield Treffer(
            melding=(
                f"Volgens het dossier was er op {datum_nl(dag)} nog geen verzuim voor "
                f"{opsomming(niet)}."
            ),
            vereist=_VEREIST,
        )
    elif onbekend:
        yield Open(
            reden=f"Uit het dossier blijkt niet of er verzuim is voor {opsomming(onbekend)}.",
            doe="vul fatale_termijn of verzuimdatum in het dossier in",
        )


REGEL: Final = Regel(
    code="WIK301",
    naam="nog-geen-verzuim",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "6"), ("bw", "6:81"), ("rbnho-2023-6558",)),
    toets=toets,
    uitleg=__doc__ or "",
)
