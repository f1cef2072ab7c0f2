"""De ingebrekestelling geeft geen termijn.

Wat wordt gecontroleerd
    Of de brief een termijn geeft om alsnog te betalen. "Onmiddellijk" of "per omgaande" is geen
    termijn.

Waarom
    Verzuim treedt pas in als de schuldenaar schriftelijk is aangemaand met een redelijke termijn
    en ook dan niet betaalt.

Fout
    > Hierbij stel ik u in gebreke. Ik verzoek u € 240,00 onmiddellijk te betalen.

Goed
    > Hierbij stel ik u in gebreke. Ik verzoek u € 240,00 te betalen binnen veertien dagen
    > na ontvangst.

Niet te beoordelen
    Een termijn die vaag is ("enkele dagen"):

    > Hierbij stel ik u in gebreke. Ik verzoek u € 240,00 binnen enkele dagen te betalen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_INGEBREKESTELLING, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_VOORSTEL: Final = (
    "Ik verzoek u te betalen binnen veertien dagen nadat u deze brief heeft ontvangen."
)


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find a term."""
    termijn = zaak.termijn
    if termijn is None:
        yield Treffer(
            melding="De ingebrekestelling geeft geen termijn om alsnog te betalen.",
            vereist="een redelijke termijn om na te komen",
            woorden=zaak.lezing.betaaltermijn.direct,
            voorstel=_VOORSTEL,
        )
    elif termijn.dagen is None and termijn.laatste_dag is None:
        yield Open(
            reden="De termijn is niet precies.",
            doe=f"schrijf: {_VOORSTEL}",
            woorden=termijn.woorden,
        )


REGEL: Final = Regel(
    code="IBG101",
    naam="geen-termijn",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_INGEBREKESTELLING,
    vindplaatsen=(("bw", "6:82", "1"),),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
