"""Letters for the tests: out of the example dossiers, or out of one dossier with a change.

The letters here are written without their own check, which takes longer than the writing; that the
check passes is tested in ``test_briefmaken.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiktool.brieven.gegevens import maak_waarden
from wiktool.brieven.grondslag import Grondslag, Keuzes, bepaal_grondslag
from wiktool.brieven.model import Bloksoort
from wiktool.brieven.opmaak_tekst import als_brieftekst, tabelrijen
from wiktool.brieven.stand import bepaal_stand
from wiktool.brieven.tekst import schrijf_brief
from wiktool.invoer.dossierbestand import lees_dossier
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
from wiktool.kern.dossier import (
    Aanmaning,
    Dossier,
    Incassobureau,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.brieven.model import Brief

VOORBEELDEN = Path(__file__).parents[2] / "docs" / "voorbeelden" / "dossiers"
NAMEN = tuple(sorted(pad.stem for pad in VOORBEELDEN.glob("*.toml")))
DATUM = date(2026, 11, 20)
"""A Friday: presumed delivery on Tuesday 24 November, last day Tuesday 8 December (R4.2)."""
HERINNERING, INGEBREKESTELLING, WIK, SOMMATIE = Briefsoort
CONSUMENT, ONDERNEMER, RECHTSPERSOON, OVERHEID = Hoedanigheid

SCHULDEISER = Schuldeiser(
    naam="Praktijk De Linde",
    adres="Dorpsstraat 1",
    postcode="3511 AB",
    plaats="Utrecht",
    kvk="12345678",
    iban="NL91ABNA0417164300",
    email="administratie@delinde.example",
)
SCHULDENAAR = Schuldenaar(
    naam="J. Jansen",
    adres="Kerkstraat 2",
    postcode="1234 AB",
    plaats="Amsterdam",
    hoedanigheid=CONSUMENT,
)
VORDERING = Vordering(
    factuurnummer="17",
    bedrag=Decimal("1210.00"),
    factuurdatum=date(2026, 8, 1),
    vervaldatum=date(2026, 8, 31),
    fatale_termijn=True,
)
BUREAU = Incassobureau(
    naam="Incassobureau De Brug",
    adres="Havenkade 12",
    postcode="3011 AA",
    plaats="Rotterdam",
    kvk="87654321",
    email="dossier@debrug.example",
    iban="NL20INGB0001234567",
    registratiekenmerk="IR-2024-00123",
)


@dataclass(frozen=True)
class Geschreven:
    """A letter with what it rests on."""

    brief: Brief
    grondslag: Grondslag

    @property
    def tekst(self) -> str:
        """The whole letter, paragraph by paragraph, with plain spaces."""
        return plat(als_brieftekst(self.brief).tekst)

    @property
    def kern(self) -> str:
        """The legal core; in an English letter the English one, then the Dutch one."""
        return "\n".join(self.alineas(Bloksoort.KERNKOP, Bloksoort.KERN))

    def alineas(self, *soorten: Bloksoort) -> list[str]:
        """The paragraphs of these kinds."""
        return [plat(blok.tekst) for blok in self.brief.blokken if blok.soort in soorten]

    def rijen(self, soort: Bloksoort) -> list[tuple[str, ...]]:
        """The rows of a table."""
        return [tuple(map(plat, rij)) for rij in tabelrijen(soort, self.brief.waarden)]


def plat(tekst: str) -> str:
    """The text with plain spaces where no-break spaces stood."""
    return tekst.replace("\u00a0", " ")


def maak_dossier(
    *,
    schuldeiser: dict[str, Any] | None = None,
    schuldenaar: dict[str, Any] | None = None,
    vordering: dict[str, Any] | None = None,
    **anders: Any,
) -> Dossier:
    """One agreed claim of € 1.210,00 since 31 August 2026 on a consumer, with changes."""
    vorderingen = anders.pop("vorderingen", (replace(VORDERING, **(vordering or {})),))
    return Dossier(
        schuldeiser=replace(SCHULDEISER, **(schuldeiser or {})),
        schuldenaar=replace(SCHULDENAAR, **(schuldenaar or {})),
        vorderingen=vorderingen,
        **anders,
    )


def schrijf(
    dossier: Dossier,
    soort: Briefsoort,
    *,
    datum: date = DATUM,
    toon: Toon = Toon.GEMIDDELD,
    taal: Taal = Taal.NL,
    bezorging: Bezorgwijze = Bezorgwijze.POST,
) -> Geschreven:
    """Write a letter, without gates and check."""
    keuzes = Keuzes(soort=soort, datum=datum, toon=toon, taal=taal, bezorging=bezorging)
    stand = bepaal_stand(dossier, datum=datum)
    grondslag = bepaal_grondslag(stand, stand.voor(soort), keuzes)
    waarden = maak_waarden(grondslag, keuzes)
    nederlands = maak_waarden(grondslag, replace(keuzes, taal=Taal.NL))
    return Geschreven(schrijf_brief(waarden, nederlands=nederlands), grondslag)


@cache
def voorbeeld(naam: str) -> Dossier:
    """An example dossier of the documentation."""
    return lees_dossier(VOORBEELDEN / f"{naam}.toml")


def met_wik(dossier: Dossier, *, datum: date | None = None) -> Dossier:
    """The dossier after a WIK letter whose term is over, as a sommatie to a consumer needs it."""
    verzonden = (datum or dossier.brief.datum or DATUM) - timedelta(days=35)
    brief = Aanmaning(soort=WIK, verzonden=verzonden)
    return replace(dossier, aanmaningen=(*dossier.aanmaningen, brief))


def rijp(dossier: Dossier, soort: Briefsoort) -> Dossier:
    """The dossier at the stage in which a letter of this kind may go out."""
    consument = (dossier.schuldenaar.hoedanigheid or CONSUMENT).is_consument
    return met_wik(dossier) if soort is SOMMATIE and consument else dossier


@cache
def voorbeeldbrief(
    naam: str, soort: Briefsoort, toon: Toon = Toon.GEMIDDELD, taal: Taal = Taal.NL
) -> Geschreven:
    """A letter out of an example dossier, as the dossier wants it delivered."""
    dossier = rijp(voorbeeld(naam), soort)
    bezorging = dossier.brief.bezorging or Bezorgwijze.POST
    datum = dossier.brief.datum or DATUM
    return schrijf(dossier, soort, datum=datum, toon=toon, taal=taal, bezorging=bezorging)


def voorbeeldbrieven(naam: str, soort: Briefsoort) -> Iterator[tuple[Toon, Taal, Geschreven]]:
    """That letter in every tone and language."""
    for toon in Toon:
        for taal in Taal:
            yield toon, taal, voorbeeldbrief(naam, soort, toon, taal)


ZAKELIJK = frozenset({"ondernemer", "overheid"})
BRIEVEN = tuple(
    (naam, soort)
    for soort in Briefsoort
    for naam in NAMEN
    if soort is not WIK or naam not in ZAKELIJK
)
"""Every kind of letter that each example dossier allows."""


def staffel(hoofdsom: Decimal) -> Decimal:
    """The tariff once more, written down from the decree (R1.4, R1.6)."""
    rest, kosten = hoofdsom, Decimal(0)
    for breedte, percentage in ((2500, 15), (2500, 10), (5000, 5), (190_000, 1)):
        deel = min(rest, Decimal(breedte))
        kosten, rest = kosten + deel * percentage / 100, rest - deel
    kosten = max(Decimal(40), min(Decimal(6775), kosten + rest / 200))
    return kosten.quantize(Decimal("0.01"), ROUND_HALF_UP)


def als_bedrag(tekst: str) -> Decimal:
    """An amount of a letter, in either language.

    >>> als_bedrag("€ 1.234,50"), als_bedrag("€ 1,234.50")
    (Decimal('1234.5'), Decimal('1234.5'))
    """
    cijfers = re.sub(r"[^0-9]", "", tekst)
    return Decimal(cijfers) / 100


_BEDRAG = re.compile(r"€ [0-9.,]*[0-9]")


def bedragen(tekst: str) -> list[Decimal]:
    """Every amount in a text, in order."""
    return [als_bedrag(treffer) for treffer in _BEDRAG.findall(tekst)]
