"""De termijn is korter dan veertien dagen.

Wat wordt gecontroleerd
    Of de termijn om te betalen ten minste veertien dagen is. Minder dan tien werkdagen is te
    kort; tien of meer werkdagen: zie WIK208.

Waarom
    De termijn van veertien dagen is dwingend. Een kortere termijn heeft geen effect, en later
    alsnog langer wachten herstelt de brief niet.

Fout
    > Wij verzoeken u binnen 7 dagen na ontvangst van deze brief te betalen.

    > Betaal binnen tien dagen nadat deze brief bij u is bezorgd.

Goed
    > Wij verzoeken u te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u
    > is bezorgd.

    > Wij verzoeken u binnen drie weken na ontvangst van deze brief te betalen.

Niet te beoordelen
    Komt niet voor: een aantal dagen is te kort of niet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import (
    ALLEEN_NIEUWE_BRIEF,
    TERMIJN_HR,
    WETTELIJKE_DAGEN,
    voorstel_termijn,
)
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_WERKDAGEN_IN_TWEE_WEKEN: Final = 10


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Count the days."""
    termijn = zaak.termijn
    if termijn is None or termijn.dagen is None or termijn.strijdig:
        return
    genoeg = _WERKDAGEN_IN_TWEE_WEKEN if termijn.werkdagen else WETTELIJKE_DAGEN
    if termijn.dagen < genoeg:
        eenheid = "werkdagen" if termijn.werkdagen else "dagen"
        yield Treffer(
            melding=f"De termijn is {termijn.dagen} {eenheid}; veertien dagen is het minimum. "
            f"{ALLEEN_NIEUWE_BRIEF}",
            vereist=TERMIJN_HR,
            woorden=termijn.woorden,
            voorstel=voorstel_termijn(zaak.hoofdsom),
        )


REGEL: Final = Regel(
    code="WIK202",
    naam="termijn-te-kort",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "6"), ("hr-2016-2704",)),
    toets=toets,
    uitleg=__doc__ or "",
)
