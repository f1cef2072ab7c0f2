"""De termijn is onduidelijk, of rechters oordelen er verschillend over.

Wat wordt gecontroleerd
    Werkdagen (tien of meer), "circa", "enkele", een reeks ("tien tot veertien dagen"), een dag
    zonder jaartal die niet is thuis te brengen, de letterlijke wetstekst "de dag na aanmaning",
    en zestien tot en met twintig dagen vanaf de datum van de brief, vandaag of zonder begin.

Waarom
    Een termijn vanaf de datum van de brief kan lang genoeg zijn, afhankelijk van de dag van
    ontvangst. Rb. Limburg aanvaardde zestien dagen na dagtekening, Hof Den Haag wees zo'n termijn
    af. Bij werkdagen en vage woorden weet de schuldenaar niet wanneer de termijn eindigt.

Fout
    Komt niet voor: dit punt is betwist en nooit goed of fout.

Goed
    > Wij verzoeken u te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u
    > is bezorgd.

    > Wij verzoeken u te betalen binnen zestien dagen na ontvangst van deze brief.

Niet te beoordelen
    > Wij verzoeken u binnen 16 dagen na dagtekening van deze brief te betalen.

    > Wij verzoeken u binnen veertien werkdagen na ontvangst van deze brief te betalen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import TERMIJN_HR
from wiktool.controle.model import Ernst, Vanaf
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.herkenning.termijnen import Termijn
    from wiktool.controle.zaak import Zaak

_BETWIST: Final = range(16, 21)
_VANAF_DE_BRIEF: Final = frozenset({Vanaf.DAGTEKENING, Vanaf.HEDEN, Vanaf.VERZENDING, Vanaf.GEEN})
_GENOEG_WERKDAGEN: Final = 10
_GENOEG: Final = 14


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find a term on which no certain answer is possible."""
    termijn = zaak.termijn
    reden = _reden(termijn) if termijn is not None else ""
    if termijn is not None and reden:
        yield Open(reden=reden, doe=f"schrijf: {TERMIJN_HR}", woorden=termijn.woorden)


def _reden(termijn: Termijn) -> str:
    dagen = termijn.dagen
    if termijn.werkdagen:
        if dagen is not None and dagen < _GENOEG_WERKDAGEN:
            return ""
        return (
            "De termijn is in werkdagen gegeven; de wet rekent in dagen, en welke dagen "
            "werkdagen zijn, zegt de brief niet."
        )
    if termijn.wettekst and (dagen or 0) >= _GENOEG:
        return (
            "Betwist. «De dag na aanmaning» is de tekst van de wet; de Hoge Raad leest daarin "
            "de dag na ontvangst, maar wie de brief leest, kan aan de datum van de brief denken."
        )
    if termijn.vaag and (dagen is None or dagen >= _GENOEG):
        return "De termijn is niet precies; de schuldenaar weet niet wanneer zij eindigt."
    if dagen in _BETWIST and termijn.vanaf in _VANAF_DE_BRIEF:
        return (
            f"Betwist. {dagen} dagen vanaf de datum van de brief kan genoeg zijn voor veertien "
            "volle dagen na ontvangst: Rb. Limburg aanvaardde zestien dagen na dagtekening, Hof "
            "Den Haag wees zo'n termijn af."
        )
    return ""


REGEL: Final = Regel(
    code="WIK208",
    naam="termijn-onduidelijk",
    ernst=Ernst.BETWIST,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("rblim-2017-3062",), ("ghdha-2017-2635",), ("hr-2016-2704",)),
    toets=toets,
    uitleg=__doc__ or "",
)
