"""De termijn van de ingebrekestelling is niet redelijk.

Wat wordt gecontroleerd
    Of de termijn ten minste veertien dagen is, zoals gebruikelijk. Een laatste dag op of voor de
    datum van de brief is zeker onredelijk.

Waarom
    Een ingebrekestelling met een onredelijk korte termijn brengt de schuldenaar niet in verzuim.
    Wat redelijk is, hangt af van de omstandigheden; veertien dagen na ontvangst is gebruikelijk.

Fout
    > Utrecht, 24 november 2026
    > Hierbij stel ik u in gebreke. Ik verzoek u € 240,00 binnen 0 dagen te betalen.

Goed
    > Hierbij stel ik u in gebreke. Ik verzoek u € 240,00 te betalen binnen veertien dagen
    > na ontvangst.

Niet te beoordelen
    Een termijn korter dan veertien dagen:

    > Hierbij stel ik u in gebreke. Ik verzoek u € 240,00 te betalen binnen vijf dagen na ontvangst.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_INGEBREKESTELLING, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_GEBRUIKELIJK: Final = 14
_VEREIST: Final = "een redelijke termijn; gebruikelijk is veertien dagen na ontvangst"


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Weigh the length of the term."""
    termijn = zaak.termijn
    if termijn is None:
        return
    dagen = termijn.dagen
    if termijn.laatste_dag is not None:
        begin = zaak.verzonden or zaak.lezing.briefdatum
        dagen = (termijn.laatste_dag - begin) // timedelta(days=1) if begin else None
        if dagen is None:
            yield Open(
                reden=(
                    "Hoe lang de termijn is, hangt af van de dag van verzending; die is niet "
                    "bekend."
                ),
                doe="geef de dag van verzending met --verzonden",
                woorden=termijn.woorden,
            )
    if dagen is not None and dagen <= 0:
        yield Treffer(
            melding="De ingebrekestelling laat geen tijd om te betalen.",
            vereist=_VEREIST,
            woorden=termijn.woorden,
        )
    elif dagen is not None and dagen < _GEBRUIKELIJK:
        yield Open(
            reden=f"Of {dagen} dagen een redelijke termijn is, hangt af van de omstandigheden; "
            "de een acht een korte termijn voor een betaling genoeg, de ander verlangt veertien "
            "dagen.",
            doe=f"geef {_VEREIST}",
            woorden=termijn.woorden,
        )


REGEL: Final = Regel(
    code="IBG102",
    naam="termijn-onredelijk",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_INGEBREKESTELLING,
    vindplaatsen=(("bw", "6:82", "1"),),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
