"""Ingebrekestelling en veertiendagenbrief in één brief.

Wat wordt gecontroleerd
    Of de brief de schuldenaar nu pas in gebreke stelt terwijl hij geen eerder verzuim laat zien.
    "Voor zover nodig" naast een verzuim dat wel blijkt, is geen bevinding.

Waarom
    Als verzuim pas ontstaat na de termijn van de ingebrekestelling, is de veertiendagenbrief die
    in dezelfde brief staat te vroeg verzonden.

Fout
    > Hierbij stellen wij u in gebreke. Wij verzoeken u € 250,00 te betalen. Betaalt u niet,
    > dan bent u
    > € 40,00 incassokosten verschuldigd.

Goed
    > U bent vanaf 2 september 2026 in verzuim. Voor zover nodig stellen wij u in gebreke. Betaalt u
    > niet, dan bent u € 40,00 incassokosten verschuldigd.

    > U bent in verzuim. Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd.

Niet te beoordelen
    De brief laat verzuim zien en stelt toch zonder voorbehoud in gebreke:

    > U bent in verzuim. Hierbij stellen wij u in gebreke. Betaalt u niet, dan bent u € 40,00
    > incassokosten verschuldigd.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find a notice of default given here and now."""
    beeld = zaak.lezing.verzuim
    if not beeld.ingebrekestelling or (beeld.voor_zover_nodig and zaak.verzuim_getoond):
        return
    if zaak.verzuim_getoond and not beeld.pas_na_termijn:
        yield Open(
            reden="De brief laat verzuim zien en stelt de schuldenaar toch zonder voorbehoud nu in "
            "gebreke; wie dat leest, kan menen dat hij nog niet in verzuim was.",
            doe="laat de ingebrekestelling weg of schrijf: voor zover nodig",
            woorden=beeld.ingebrekestelling,
        )
        return
    yield Treffer(
        melding="De brief stelt de schuldenaar nu pas in gebreke; het verzuim, dat aan de "
        "veertiendagenbrief vooraf moet gaan, was er dan nog niet.",
        vereist="eerst een ingebrekestelling, en na afloop van die termijn een veertiendagenbrief",
        woorden=beeld.ingebrekestelling,
    )


REGEL: Final = Regel(
    code="WIK302",
    naam="ingebrekestelling-in-een",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "6"), ("bw", "6:82", "1")),
    toets=toets,
    uitleg=__doc__ or "",
)
