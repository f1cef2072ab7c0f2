"""De veertien dagen lopen vanaf de dagtekening, vandaag of de verzending.

Wat wordt gecontroleerd
    Of een termijn van veertien of vijftien dagen begint bij de datum van de brief, bij heden of
    bij de verzending. Bij eenentwintig dagen of meer wordt nagerekend of de volle termijn erin
    past. Zestien tot en met twintig dagen: zie WIK208.

Waarom
    De termijn begint de dag na die waarop de schuldenaar de brief heeft ontvangen. Een brief die
    haar eerder laat beginnen, geeft geen volle veertien dagen. De Hoge Raad wees deze formules
    af.

Fout
    > Wij verzoeken u binnen veertien dagen na dagtekening van deze brief te betalen.

    > Betaal binnen 14 dagen na heden.

    > Wij verzoeken u binnen twee weken na verzending van deze brief te betalen.

Goed
    > Wij verzoeken u te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u
    > is bezorgd.

    > Wij verzoeken u te betalen binnen vijftien dagen nadat u deze brief heeft ontvangen.

Niet te beoordelen
    Eenentwintig dagen of meer vanaf de dagtekening is genoeg als de brief die dag is verzonden;
    geef de dag van verzending met --verzonden:

    > Wij verzoeken u binnen 21 dagen na dagtekening van deze brief te betalen.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import (
    ALLEEN_NIEUWE_BRIEF,
    TERMIJN_HR,
    WETTELIJKE_DAGEN,
    voorstel_termijn,
)
from wiktool.controle.model import Ernst, Vanaf
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer
from wiktool.kern.notatie import datum_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.herkenning.termijnen import Termijn
    from wiktool.controle.zaak import Zaak

_BETWIST_VANAF: Final = 16
_RUIM_VANAF: Final = 21
_BEGIN: Final = {
    Vanaf.DAGTEKENING: "de datum van de brief",
    Vanaf.HEDEN: "vandaag",
    Vanaf.VERZENDING: "de verzending",
}


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find the start, and count whether the full term fits."""
    termijn = zaak.termijn
    if termijn is None or termijn.dagen is None or termijn.werkdagen:
        return
    begin = _BEGIN.get(termijn.vanaf)
    if begin is None and not (termijn.vanaf is Vanaf.GEEN and termijn.dagen >= _RUIM_VANAF):
        return
    if WETTELIJKE_DAGEN <= termijn.dagen < _BETWIST_VANAF:
        yield Treffer(
            melding=f"De {termijn.dagen} dagen lopen vanaf {begin}; dan heeft de schuldenaar na "
            f"ontvangst geen volle veertien dagen. {ALLEEN_NIEUWE_BRIEF}",
            vereist=TERMIJN_HR,
            woorden=termijn.woorden,
            voorstel=voorstel_termijn(zaak.hoofdsom),
        )
    elif termijn.dagen >= _RUIM_VANAF:
        yield from _ruime_termijn(zaak, termijn, begin or "de datum van de brief")


def _ruime_termijn(zaak: Zaak, termijn: Termijn, begin: str) -> Iterator[Treffer | Open]:
    verzonden, einde, dagen = zaak.verzonden, zaak.einde, termijn.dagen
    if verzonden is None or einde is None or dagen is None:
        yield Open(
            reden=f"{termijn.dagen} dagen vanaf {begin} is genoeg als de brief die dag is "
            "verzonden; de dag van verzending is niet bekend.",
            doe="geef de dag van verzending met --verzonden",
            woorden=termijn.woorden,
        )
        return
    na_verzending = termijn.vanaf is Vanaf.VERZENDING
    vanaf = verzonden if na_verzending else (zaak.lezing.briefdatum or verzonden)
    laatste = vanaf + timedelta(days=dagen)
    nodig = einde.laatste_dag_zonder_verlenging
    if laatste < nodig:
        yield Treffer(
            melding=f"{termijn.dagen} dagen vanaf {begin} eindigt op {datum_nl(laatste)}; de volle "
            f"termijn loopt tot en met {datum_nl(nodig)}. {ALLEEN_NIEUWE_BRIEF}",
            vereist=TERMIJN_HR,
            woorden=termijn.woorden,
            voorstel=voorstel_termijn(zaak.hoofdsom),
        )
    elif laatste < einde.laatste_dag:
        yield Open(
            reden=f"Of {termijn.dagen} dagen vanaf {begin} genoeg is, hangt af van de vraag of de "
            "termijn wegens weekend of feestdag wordt verlengd.",
            doe=f"schrijf: {TERMIJN_HR}",
            woorden=termijn.woorden,
        )


REGEL: Final = Regel(
    code="WIK203",
    naam="termijn-vanaf-dagtekening",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("hr-2016-2704",), ("rbmne-2016-1575",)),
    toets=toets,
    uitleg=__doc__ or "",
)
