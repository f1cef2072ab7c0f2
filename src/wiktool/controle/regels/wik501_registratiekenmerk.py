"""Een incassobureau zonder registratiekenmerk.

Wat wordt gecontroleerd
    Of een brief van een incassobureau, of van iemand die voor een ander incasseert, het kenmerk
    van inschrijving in het register noemt. Gerechtsdeurwaarders en advocaten hoeven zich niet in
    te schrijven; een schuldeiser die zijn eigen vordering int ook niet.

Waarom
    Sinds 1 april 2024 (voor bestaande bureaus 1 april 2025) mag een bureau alleen ingeschreven en
    onder vermelding van het kenmerk werken. Sinds 1 oktober 2026 is aan een bureau dat niet is
    ingeschreven geen vergoeding verschuldigd.

Fout
    > Snel Incasso B.V., Utrecht, 24 november 2026
    > Geachte heer Bos, namens onze cliënte verzoeken wij u € 250,00 te betalen.

Goed
    > Incassobureau Van Dalen B.V., registratiekenmerk Wki 2024-00123, 24 november 2026
    > Geachte heer Bos, namens onze cliënte verzoeken wij u € 250,00 te betalen.

    > Deurwaarderskantoor De Wit, Utrecht, 24 november 2026
    > Geachte heer Bos, namens onze cliënte verzoeken wij u € 250,00 te betalen.

Niet te beoordelen
    De afzender schrijft voor een ander, maar zegt niet wat hij is; of de brief is van voor 1
    april 2025:

    > Utrecht, 24 november 2026
    > Geachte heer Bos, namens onze cliënte verzoeken wij u € 250,00 te betalen.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.partijen import Afzender
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLE_SOORTEN, Open, Regel, Treffer
from wiktool.kern.begrippen import Hoedanigheid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_IN_WERKING: Final = date(2024, 4, 1)
_VOLLEDIG: Final = date(2025, 4, 1)
_INCASSEERT: Final = frozenset({Afzender.INCASSOBUREAU, Afzender.VOOR_EEN_ANDER})
_NATUURLIJK: Final = frozenset({Hoedanigheid.CONSUMENT, Hoedanigheid.ONDERNEMER})


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find the registration mark."""
    partijen = zaak.lezing.partijen
    if partijen.afzender not in _INCASSEERT or partijen.kenmerk:
        return
    if zaak.hoedanigheid not in _NATUURLIJK or zaak.briefdag < _IN_WERKING:
        return
    if partijen.afzender is Afzender.INCASSOBUREAU and zaak.briefdag >= _VOLLEDIG:
        yield Treffer(
            melding="De brief is van een incassobureau en noemt geen registratiekenmerk.",
            vereist="naam en registratiekenmerk zoals in het register incassodienstverlening",
            woorden=partijen.afzenderwoorden,
        )
    elif partijen.afzender is Afzender.INCASSOBUREAU:
        yield Open(
            reden=(
                "Een bureau dat op 1 april 2024 al bestond, had tot 1 april 2025 om zich in "
                "te schrijven."
            ),
            doe="ga na of het bureau toen al ingeschreven moest zijn",
            woorden=partijen.afzenderwoorden,
        )
    else:
        yield Open(
            reden="De afzender incasseert voor een ander, maar zegt niet of hij een ingeschreven "
            "incassobureau, een deurwaarder of een advocaat is.",
            doe="noem het registratiekenmerk, of de hoedanigheid van deurwaarder of advocaat",
            woorden=partijen.afzenderwoorden,
        )


REGEL: Final = Regel(
    code="WIK501",
    naam="registratiekenmerk",
    ernst=Ernst.FOUT,
    soorten=ALLE_SOORTEN,
    vindplaatsen=(("wki", "11"), ("wki", "18")),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
