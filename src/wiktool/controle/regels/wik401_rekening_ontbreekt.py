"""Geen rekeningnummer, een ongeldig nummer of twee nummers.

Wat wordt gecontroleerd
    Of de brief precies één geldig IBAN noemt. Met een dossier: of het dat van het dossier is.

Waarom
    Wie niet weet waarheen hij moet betalen, of op een verkeerd nummer betaalt, betaalt niet op
    tijd.

Fout
    > Wij verzoeken u € 250,00 te betalen.

    > Betaal op NL92 ABNA 0417 1643 00.

Goed
    > Wij verzoeken u € 250,00 te betalen op NL91 ABNA 0417 1643 00.

    > Betaal op NL20INGB0001234567 onder vermelding van 26-1.

Niet te beoordelen
    Komt niet voor: dit is een waarschuwing, geen gebrek dat de brief krachteloos maakt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLE_SOORTEN, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_VEREIST: Final = "één geldig rekeningnummer (IBAN)"


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Check the account numbers."""
    ibans = zaak.lezing.ibans
    ongeldig = [iban.nummer for iban in ibans if not iban.geldig]
    if not ibans:
        yield Treffer(melding="De brief noemt geen rekeningnummer.", vereist=_VEREIST)
    elif ongeldig:
        yield Treffer(
            melding=f"Het rekeningnummer {ongeldig[0]} is ongeldig.",
            vereist=_VEREIST,
            woorden=zaak.woorden_van_iban(ongeldig[0]),
        )
    elif len(ibans) > 1:
        yield Treffer(
            melding=f"De brief noemt {len(ibans)} rekeningnummers.",
            vereist=_VEREIST,
            woorden=zaak.woorden_van_iban(ibans[1].nummer),
        )
    elif zaak.rekeningen_dossier and ibans[0].nummer not in zaak.rekeningen_dossier:
        yield Treffer(
            melding=f"Het rekeningnummer {ibans[0].nummer} is niet dat van het dossier.",
            vereist="het rekeningnummer van het dossier",
            woorden=zaak.woorden_van_iban(ibans[0].nummer),
        )


REGEL: Final = Regel(
    code="WIK401",
    naam="rekening-ontbreekt",
    ernst=Ernst.WAARSCHUWING,
    soorten=ALLE_SOORTEN,
    vindplaatsen=(("bw", "6:96", "6"),),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
