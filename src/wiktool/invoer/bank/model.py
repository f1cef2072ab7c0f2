"""What every bank format is read into."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

_IBAN: Final = re.compile(r"\b[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}\b")
_SLASH: Final = re.compile(
    "/(TRTP|CSID|NAME|MARF|REMI|IBAN|BIC|EREF|ORDP|BENM|CNTP|PREF|RTRN|ADDR|USTD|STRD|PURP"
    "|ULTB|ULTD)/"
)
_WOORD: Final = re.compile(
    r"\b(IBAN|BIC|Naam|Omschrijving|Kenmerk|Betalingskenm|Machtiging)\.?:\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijschrijving:
    """Money that came in.

    Attributes:
        datum: the day the account was credited (6:114 lid 2 BW).
        bedrag: in euros, above zero.
        iban: the account it came from; empty when the bank does not say.
        kenmerk: the structured payment reference; empty when there is none.
        omschrijving: everything else the payer or the bank wrote.
        plaats: where in the file, for lists a person reads.
    """

    datum: date
    bedrag: Decimal
    naam: str = ""
    iban: str = ""
    kenmerk: str = ""
    omschrijving: str = ""
    plaats: str = ""


@dataclass(slots=True, kw_only=True)
class Bankbestand:
    """One statement file.

    Attributes:
        soort: the format, as a person calls it.
        overgeslagen: entries that are no euros, not booked, or not understood, with the reason.
    """

    soort: str
    bijschrijvingen: list[Bijschrijving] = field(default_factory=list)
    overgeslagen: list[str] = field(default_factory=list)


def ontleed_omschrijving(tekst: str) -> dict[str, str]:
    """Take apart a description with ``/REMI/…`` or ``Naam: …`` in it.

    >>> ontleed_omschrijving("/TRTP/SEPA/IBAN/NL20INGB0001234567/NAME/J. JANSEN/REMI/F 17")["REMI"]
    'F 17'
    >>> ontleed_omschrijving("Naam: J Jansen Omschrijving: F 17 IBAN: NL20INGB0001234567")["naam"]
    'J Jansen'
    """
    for patroon in (_SLASH, _WOORD):
        delen = patroon.split(tekst)
        if len(delen) > 1:
            sleutels = (deel if deel.isupper() else deel.lower() for deel in delen[1::2])
            return {
                sleutel: " ".join(inhoud.split()).strip("/ ")
                for sleutel, inhoud in zip(sleutels, delen[2::2], strict=True)
            }
    return {}


def zoek_iban(tekst: str) -> str:
    """The first account number in a text that can exist; empty when there is none."""
    from wiktool.invoer.schuldenaarvelden import geldig_iban

    for gevonden in _IBAN.finditer(tekst.upper()):
        if iban := geldig_iban(gevonden[0]):
            return iban
    return ""
