"""De brief zegt niet vanaf wanneer de veertien dagen lopen.

Wat wordt gecontroleerd
    Of bij een termijn van veertien of vijftien dagen staat wanneer zij begint. "Na deze brief"
    zegt niet of de datum, de verzending of de ontvangst is bedoeld.

Waarom
    De schuldenaar moet weten wanneer zijn termijn begint en eindigt. Wie de dagen vanaf de datum
    van de brief telt, heeft er geen veertien.

Fout
    > Wij verzoeken u binnen 14 dagen te betalen.

    > Wij stellen u nog gedurende VEERTIEN dagen in de gelegenheid te betalen.

Goed
    > Wij verzoeken u te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u
    > is bezorgd.

    > U heeft veertien dagen om te betalen. Deze termijn begint op de dag na ontvangst van
    > deze brief.

Niet te beoordelen
    Een begin in woorden die niet te lezen zijn:

    > Wij verzoeken u binnen veertien dagen, gerekend vanaf de terugkeer van uw hond, te betalen.

    Zestien tot en met twintig dagen zonder begin: zie WIK208; eenentwintig of meer: zie WIK203.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import TERMIJN_HR, WETTELIJKE_DAGEN, voorstel_termijn
from wiktool.controle.herkenning.onbegrepen import onbegrepen_begin
from wiktool.controle.model import Ernst, Vanaf
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_BETWIST_VANAF: Final = 16


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find the start of the term."""
    termijn = zaak.termijn
    if termijn is None or termijn.dagen is None or termijn.werkdagen or termijn.strijdig:
        return
    if termijn.wettekst:
        return
    if termijn.vanaf is Vanaf.GEEN and WETTELIJKE_DAGEN <= termijn.dagen < _BETWIST_VANAF:
        if onbegrepen_begin(zaak.lezing, termijn):
            yield Open(
                reden=f"Vanaf wanneer de {termijn.dagen} dagen lopen, staat er niet in woorden die "
                "te lezen zijn.",
                doe=f"schrijf: {TERMIJN_HR}",
                woorden=termijn.woorden,
            )
            return
        yield Treffer(
            melding=f"De brief zegt niet vanaf wanneer de {termijn.dagen} dagen lopen.",
            vereist=TERMIJN_HR,
            woorden=termijn.woorden,
            voorstel=voorstel_termijn(zaak.hoofdsom),
        )


REGEL: Final = Regel(
    code="WIK204",
    naam="termijn-zonder-aanvang",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("hr-2016-2704",),),
    toets=toets,
    uitleg=__doc__ or "",
)
