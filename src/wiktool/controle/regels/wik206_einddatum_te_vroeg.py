"""De vaste laatste dag ligt voor het einde van de volle termijn.

Wat wordt gecontroleerd
    Of een vaste laatste dag om te betalen niet eerder valt dan veertien dagen na de dag waarop de
    brief wordt vermoed te zijn bezorgd: de tweede postdag na verzending, zondagen, maandagen en
    feestdagen niet meegeteld. Een brief wordt niet verzonden vóór zijn datum; een dag die zelfs
    dan te vroeg valt, is zeker fout.

Waarom
    Ook met een einddatum moet de schuldenaar na ontvangst veertien volle dagen hebben.

Fout
    > Boskoop, 24 november 2026
    > Wij verzoeken u uiterlijk op 8 december 2026 te betalen.

Goed
    > Wij verzoeken u te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u
    > is bezorgd.

Niet te beoordelen
    Of een latere dag genoeg is, hangt af van de dag van verzending; geef haar met --verzonden:

    > Boskoop, 24 november 2026
    > Wij verzoeken u uiterlijk op 22 december 2026 te betalen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import (
    ALLEEN_NIEUWE_BRIEF,
    TERMIJN_HR,
    WETTELIJKE_DAGEN,
    voorstel_termijn,
)
from wiktool.controle.model import Ernst, Vanaf
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer
from wiktool.kern.notatie import dag_en_datum_nl, datum_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Hold the last day against the full term."""
    termijn = zaak.termijn
    if termijn is None or termijn.vanaf is not Vanaf.DATUM:
        return
    if termijn.dagen is not None and termijn.dagen < WETTELIJKE_DAGEN:
        return
    laatste, vroegste = termijn.laatste_dag, zaak.vroegste_einde
    if laatste is None:
        return
    if vroegste is not None and laatste < vroegste.laatste_dag_zonder_verlenging:
        nodig = vroegste.laatste_dag_zonder_verlenging
        yield Treffer(
            melding=f"De laatste dag is {datum_nl(laatste)}; de volle termijn loopt op zijn "
            f"vroegst tot en met {dag_en_datum_nl(nodig)}. {ALLEEN_NIEUWE_BRIEF}",
            vereist=TERMIJN_HR,
            woorden=termijn.woorden,
            voorstel=voorstel_termijn(zaak.hoofdsom),
        )
    elif zaak.einde is None:
        yield Open(
            reden=f"Of {datum_nl(laatste)} laat genoeg is, hangt af van de dag van verzending; "
            "die is niet bekend.",
            doe="geef de dag van verzending met --verzonden",
            woorden=termijn.woorden,
        )
    elif laatste < zaak.einde.laatste_dag:
        yield Open(
            reden="De volle termijn eindigt in een weekend of op een feestdag; of zij daarom "
            f"tot en met {datum_nl(zaak.einde.laatste_dag)} doorloopt, is niet beslist.",
            doe=f"schrijf: {TERMIJN_HR}",
            woorden=termijn.woorden,
        )


REGEL: Final = Regel(
    code="WIK206",
    naam="einddatum-te-vroeg",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("hr-2016-2704",), ("rbmne-2016-1575",)),
    toets=toets,
    uitleg=__doc__ or "",
)
