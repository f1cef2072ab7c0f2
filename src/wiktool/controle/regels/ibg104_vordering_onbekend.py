"""De ingebrekestelling maakt niet duidelijk om welke vordering het gaat.

Wat wordt gecontroleerd
    Of de brief een factuurnummer of een omschrijving van de vordering noemt.

Waarom
    De schuldenaar moet weten welke verbintenis hij alsnog moet nakomen.

Fout
    > Geachte heer, hierbij stel ik u in gebreke. Ik verzoek u te betalen binnen veertien dagen.

Goed
    > Geachte heer Bos, hierbij stel ik u in gebreke voor factuur 26-90 van € 240,00.

Niet te beoordelen
    Komt niet voor: dit is een waarschuwing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_INGEBREKESTELLING, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find what the claim is."""
    if not zaak.lezing.partijen.vordering:
        yield Treffer(
            melding="De brief noemt geen factuurnummer en zegt niet waar de vordering over gaat.",
            vereist="factuurnummer of omschrijving van de vordering",
        )


REGEL: Final = Regel(
    code="IBG104",
    naam="vordering-onbekend",
    ernst=Ernst.WAARSCHUWING,
    soorten=ALLEEN_INGEBREKESTELLING,
    vindplaatsen=(("bw", "6:82", "1"),),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
