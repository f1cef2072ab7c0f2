"""The dossier: who owes what to whom, what was paid, and which letters were sent.

Facts only, as the user gave them. What follows from them in law (default, costs, terms) is
computed in ``wiktool.recht``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

__all__ = [
    "Aanmaning",
    "Afspraken",
    "Betaling",
    "Bezorgwijze",
    "Briefgegevens",
    "Briefsoort",
    "Dossier",
    "Hoedanigheid",
    "Incassobureau",
    "Schuldeiser",
    "Schuldenaar",
    "Taal",
    "Toon",
    "Vordering",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schuldeiser:
    """The creditor, and its VAT position (Besluit BIK 2 lid 3).

    Attributes:
        btw_verrekenbaar: whether the creditor can deduct VAT; None when nobody said so.
        uitbesteed: whether a third party collects, on whose fee VAT is due.
        registratiekenmerk: the mark of a registered collection agency (Wki 11); empty for a
            creditor who collects its own claims.
        fatale_termijn: the default for claims that do not say whether their term was agreed.
    """

    naam: str
    adres: str = ""
    postcode: str = ""
    plaats: str = ""
    land: str = ""
    kvk: str = ""
    btw_nummer: str = ""
    iban: str = ""
    bic: str = ""
    email: str = ""
    telefoon: str = ""
    website: str = ""
    contactpersoon: str = ""
    btw_verrekenbaar: bool | None = None
    uitbesteed: bool = False
    registratiekenmerk: str = ""
    fatale_termijn: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incassobureau:
    """A collection agency that writes for the creditor (Wki 2; recht.md 8).

    Attributes:
        registratiekenmerk: its mark in the register (Wki 11); without it no fee is owed (Wki 18).
    """

    naam: str
    adres: str = ""
    postcode: str = ""
    plaats: str = ""
    kvk: str = ""
    email: str = ""
    telefoon: str = ""
    iban: str = ""
    registratiekenmerk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schuldenaar:
    """The debtor.

    Attributes:
        hoedanigheid: None when nobody said so.
        kvk: a trade-register number in the data; a hint, never proof, of a business debtor.
        btw_nummer: a VAT number in the data; likewise.
        grote_onderneming: a large company that buys from a smaller one (6:119a lid 6 BW).
    """

    naam: str
    adres: str = ""
    postcode: str = ""
    plaats: str = ""
    land: str = ""
    email: str = ""
    nummer: str = ""
    hoedanigheid: Hoedanigheid | None = None
    kvk: str = ""
    btw_nummer: str = ""
    grote_onderneming: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vordering:
    """One claim: an invoice or another sum due. Keeps apart what lawyers keep apart.

    Attributes:
        bedrag: the invoice amount including VAT, in euros, after credit notes.
        factuurdatum: the date printed on the invoice.
        ontvangstdatum: the day the invoice was received, if known (6:119a lid 2 BW).
        vervaldatum: the last day of payment.
        fatale_termijn: whether that last day was agreed (6:83 a BW); None when nobody said so.
        verzuimdatum: the first day of default, when the user states it (for instance after a
            notice of default that the dossier does not hold).
        termijnbetaling: an instalment under one legal relation (6:96 lid 8 BW).
        rechtsverhouding: which relation, where a debtor has several.
        uit_overeenkomst: False for tort, statutory and other claims (Besluit BIK 1).
    """

    factuurnummer: str
    bedrag: Decimal
    factuurdatum: date | None = None
    ontvangstdatum: date | None = None
    vervaldatum: date | None = None
    fatale_termijn: bool | None = None
    verzuimdatum: date | None = None
    omschrijving: str = ""
    termijnbetaling: bool = False
    rechtsverhouding: str = ""
    uit_overeenkomst: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Betaling:
    """A payment: the day the creditor's account was credited (6:114 lid 2 BW) and the amount.

    Attributes:
        factuurnummer: the claim the debtor designated (6:43 lid 1 BW); empty when none.
    """

    datum: date
    bedrag: Decimal
    factuurnummer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmaning:
    """A letter that was sent before.

    Attributes:
        verzonden: the day it was sent; None when only receipt is known.
        ontvangen: the day it was received, when known; it then replaces the presumption.
        termijn_dagen: the term the letter gave, in days after receipt.
        kosten: the collection costs it announced, in euros; None when unknown.
        facturen: the claims it was about; empty means all claims that were open then.
    """

    soort: Briefsoort
    verzonden: date | None = None
    ontvangen: date | None = None
    bezorging: Bezorgwijze = Bezorgwijze.POST
    termijn_dagen: int = 14
    kosten: Decimal | None = None
    facturen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraken:
    """What the contract says, beside the payment term.

    Attributes:
        incassopercentage: agreed collection costs in percent of the principal (business only).
        incassominimum: the least agreed collection costs, in euros.
        rentepercentage: agreed interest in percent a year; None for the legal interest.
        kostenbeding: the contract or terms hold a clause on collection costs or interest
            (Directive 93/13; recht.md R4.11); None when nobody said so.
    """

    incassopercentage: Decimal | None = None
    incassominimum: Decimal | None = None
    rentepercentage: Decimal | None = None
    kostenbeding: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefgegevens:
    """How the next letter should be made; flags of the command line win over it."""

    datum: date | None = None
    bezorging: Bezorgwijze | None = None
    kenmerk: str = ""
    toon: Toon | None = None
    taal: Taal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything known about what one debtor owes one creditor."""

    schuldeiser: Schuldeiser
    schuldenaar: Schuldenaar
    vorderingen: tuple[Vordering, ...]
    betalingen: tuple[Betaling, ...] = ()
    aanmaningen: tuple[Aanmaning, ...] = ()
    afspraken: Afspraken = Afspraken()
    brief: Briefgegevens = Briefgegevens()
    incassobureau: Incassobureau | None = None
