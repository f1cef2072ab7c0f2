"""De ingebrekestelling zegt niet dat de schuldenaar daarna in verzuim en aansprakelijk is.

Wat wordt gecontroleerd
    Of de brief waarschuwt dat de schuldenaar na de termijn in verzuim is, of hem aansprakelijk
    stelt voor schade zoals rente en kosten.

Waarom
    Nodig is het alleen waar een aansprakelijkstelling de ingebrekestelling vervangt, maar het
    hoort in elke ingebrekestelling: de schuldenaar weet dan wat er volgt.

Fout
    > Hierbij stel ik u in gebreke. Ik verzoek u € 240,00 te betalen binnen veertien dagen
    > na ontvangst.

Goed
    > Hierbij stel ik u in gebreke. Betaalt u niet, dan bent u in verzuim en stel ik u
    > aansprakelijk.

Niet te beoordelen
    Komt niet voor: dit is een waarschuwing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import AANSPRAKELIJK, VERZUIM
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_INGEBREKESTELLING, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find default or liability."""
    if not any(zin.heeft(AANSPRAKELIJK | VERZUIM) for zin in zaak.lezing.eigen):
        yield Treffer(
            melding=(
                "De brief zegt niet dat de schuldenaar na de termijn in verzuim en "
                "aansprakelijk is."
            ),
            vereist="een waarschuwing voor verzuim en een aansprakelijkstelling",
            voorstel="Betaalt u niet binnen deze termijn, dan bent u in verzuim en stel ik u "
            "aansprakelijk voor de schade, waaronder rente en kosten.",
        )


REGEL: Final = Regel(
    code="IBG103",
    naam="geen-aansprakelijkstelling",
    ernst=Ernst.WAARSCHUWING,
    soorten=ALLEEN_INGEBREKESTELLING,
    vindplaatsen=(("bw", "6:82", "2"),),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
