"""De brief vraagt niet om betaling.

Wat wordt gecontroleerd
    Of de brief de schuldenaar ondubbelzinnig aanmaant: er staat een verzoek, een sommatie of een
    termijn om te betalen.

Waarom
    De vergoeding is pas verschuldigd nadat de schuldenaar vruchteloos is aangemaand. Een bericht
    dat alleen meldt dat een factuur openstaat, is geen aanmaning. Voor een herinnering, die de
    weg naar kosten niet opent, is zo'n melding genoeg.

Fout
    > Volgens onze administratie staat factuur 2026-18 van € 250,00 nog open.

Goed
    > Factuur 2026-18 van € 250,00 staat nog open. Wij verzoeken u dit bedrag te betalen.

    > Wilt u de € 250,00 binnen vijftien dagen nadat deze brief bij u is bezorgd overmaken?

Niet te beoordelen
    Komt niet voor: zonder verzoek om betaling is er geen aanmaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import voorstel_termijn
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLE_SOORTEN, Open, Regel, Treffer
from wiktool.kern.begrippen import Briefsoort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find a demand."""
    if zaak.soort is Briefsoort.HERINNERING and zaak.herinnert_aan_schuld:
        return
    if not zaak.vraagt_betaling:
        yield Treffer(
            melding="De brief vraagt nergens om betaling.",
            vereist="een ondubbelzinnig verzoek om te betalen",
            voorstel=voorstel_termijn(zaak.hoofdsom),
        )


REGEL: Final = Regel(
    code="WIK001",
    naam="geen-aanmaning",
    ernst=Ernst.FOUT,
    soorten=ALLE_SOORTEN,
    vindplaatsen=(("bw", "6:96", "6"),),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
