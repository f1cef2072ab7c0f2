"""De brief geeft geen termijn om te betalen.

Wat wordt gecontroleerd
    Of de brief een termijn geeft waarbinnen betaald kan worden: een aantal dagen of een laatste
    dag. "Per omgaande", "direct" of "zo spoedig mogelijk" is geen termijn. Een termijn voor iets
    anders (bedenktijd, bezwaar, de oorspronkelijke betaaltermijn) telt niet mee.

Waarom
    De schuldenaar moet een termijn van veertien dagen krijgen om alsnog zonder kosten te betalen.

Fout
    > Wij verzoeken u € 250,00 per omgaande te betalen.

    > U had veertien dagen bedenktijd. Wij verzoeken u € 250,00 te betalen.

Goed
    > Wij verzoeken u € 250,00 te betalen binnen vijftien dagen nadat deze brief bij u is bezorgd.

    > U heeft nog veertien dagen vanaf de dag na ontvangst van deze brief om te betalen.

Niet te beoordelen
    Een vage termijn ("enkele dagen"): zie WIK208. En woorden die wel dagen tellen, maar niet zo
    dat het als termijn te lezen is:

    > Tel vanaf de dag nadat deze brief bij u is bezorgd, tot en met veertien. Wij verzoeken u
    > € 250,00 te betalen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import TERMIJN_HR, voorstel_termijn
from wiktool.controle.herkenning.onbegrepen import onbegrepen_termijn
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find a term."""
    if zaak.termijn is None:
        direct = zaak.lezing.betaaltermijn.direct
        misschien = onbegrepen_termijn(zaak.lezing)
        if misschien and not direct:
            yield Open(
                reden="De brief geeft misschien een termijn, in woorden die niet te lezen zijn.",
                doe=f"schrijf: {voorstel_termijn(zaak.hoofdsom)}",
                woorden=misschien,
            )
            return
        melding = "De brief geeft geen termijn om te betalen."
        if direct:
            melding = "De brief vraagt betaling meteen; een termijn geeft hij niet."
        yield Treffer(
            melding=melding,
            vereist=f"een termijn: {TERMIJN_HR}",
            woorden=direct,
            voorstel=voorstel_termijn(zaak.hoofdsom),
        )


REGEL: Final = Regel(
    code="WIK201",
    naam="termijn-ontbreekt",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "6"),),
    toets=toets,
    uitleg=__doc__ or "",
)
