"""Letters to businesses and public bodies: other interest, a fee without warning (R2.4, R10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.brieven.hulp import (
    CONSUMENT,
    DATUM,
    HERINNERING,
    INGEBREKESTELLING,
    ONDERNEMER,
    OVERHEID,
    RECHTSPERSOON,
    SOMMATIE,
    VORDERING,
    als_bedrag,
    maak_dossier,
    met_wik,
    schrijf,
)

from wiktool.brieven.model import Bloksoort
from wiktool.kern.begrippen import Hoedanigheid, Taal, Toon
from wiktool.kern.dossier import Aanmaning, Afspraken, Betaling

ZAKELIJK = (ONDERNEMER, RECHTSPERSOON, OVERHEID)
ARTIKEL = {
    CONSUMENT: ("wettelijke rente", "6:119"),
    ONDERNEMER: ("wettelijke handelsrente", "6:119a"),
    RECHTSPERSOON: ("wettelijke handelsrente", "6:119a"),
    OVERHEID: ("wettelijke handelsrente", "6:119b"),
}


@pytest.mark.parametrize("hoedanigheid", Hoedanigheid)
@pytest.mark.parametrize("taal", Taal)
def test_each_debtor_reads_its_own_interest_and_article(
    hoedanigheid: Hoedanigheid, taal: Taal
) -> None:
    """R7.1, R7.10, R7.20."""
    dossier = maak_dossier(schuldenaar={"hoedanigheid": hoedanigheid})
    naam, artikel = ARTIKEL[hoedanigheid]
    kern = schrijf(dossier, INGEBREKESTELLING, taal=taal).kern
    assert f"{naam} (artikel {artikel} van dat wetboek)" in kern
    sommatie = met_wik(dossier) if hoedanigheid is CONSUMENT else dossier
    regels = [
        rij[0] for rij in schrijf(sommatie, SOMMATIE, taal=taal).rijen(Bloksoort.SPECIFICATIE)
    ]
    assert any(naam in regel.lower() and f"{artikel} " in regel for regel in regels)


@pytest.mark.parametrize("hoedanigheid", ZAKELIJK)
@pytest.mark.parametrize("toon", Toon)
def test_business_letters_have_no_word_of_the_consumer_rules(
    hoedanigheid: Hoedanigheid, toon: Toon
) -> None:
    dossier = maak_dossier(schuldenaar={"hoedanigheid": hoedanigheid})
    for soort in (INGEBREKESTELLING, SOMMATIE):
        tekst = schrijf(dossier, soort, toon=toon).tekst
        assert "Geachte heer of mevrouw," in tekst
        for woord in ("kost u niets", "aparte brief", "zonder extra kosten", "6:96"):
            assert woord not in tekst
    assert "en de kosten die wij moeten maken" in schrijf(dossier, INGEBREKESTELLING).kern


@pytest.mark.parametrize(
    ("bedragen", "kosten"),
    [(("1210.00",), "40.00"), (("15.00",), "40.00"), (("1210.00", "300.00"), "80.00")],
)
def test_business_demand_asks_at_least_forty_euro_per_claim(
    bedragen: tuple[str, ...], kosten: str
) -> None:
    """R2.4, R10.5: owed from the day after the due date, per transaction, without a letter."""
    vorderingen = tuple(
        replace(VORDERING, factuurnummer=f"Z{n}", bedrag=Decimal(bedrag))
        for n, bedrag in enumerate(bedragen)
    )
    dossier = maak_dossier(schuldenaar={"hoedanigheid": ONDERNEMER}, vorderingen=vorderingen)
    eis = schrijf(dossier, SOMMATIE).grondslag.eis
    assert eis is not None
    assert (eis.kosten, eis.btw) == (Decimal(kosten), 0)


@pytest.mark.parametrize(("aangemaand", "kosten"), [(True, "250.00"), (False, "40.00")])
def test_agreed_percentage_is_asked_after_a_reminder(*, aangemaand: bool, kosten: str) -> None:
    """R10.6, R10.7: between businesses it is valid; above € 40 courts expect an act."""
    herinnering = Aanmaning(soort=HERINNERING, verzonden=date(2026, 9, 20))
    dossier = maak_dossier(
        schuldenaar={"hoedanigheid": RECHTSPERSOON},
        afspraken=Afspraken(incassopercentage=Decimal(15), incassominimum=Decimal(250)),
        aanmaningen=(herinnering,) if aangemaand else (),
    )
    eis = schrijf(dossier, SOMMATIE).grondslag.eis
    assert eis is not None
    assert eis.kosten == Decimal(kosten)


def test_agreed_interest_is_called_what_it_is() -> None:
    """R7.3: no article of the legal interest beside agreed interest."""
    dossier = maak_dossier(
        schuldenaar={"hoedanigheid": RECHTSPERSOON},
        afspraken=Afspraken(rentepercentage=Decimal(12)),
    )
    brief = schrijf(dossier, SOMMATIE)
    regels = [rij[0] for rij in brief.rijen(Bloksoort.SPECIFICATIE)]
    assert regels[2] == "Afgesproken rente\n12% van 01-09-2026 tot en met 20-11-2026"


@pytest.mark.parametrize(
    ("hoedanigheid", "uiterste_dag"),
    [(CONSUMENT, "1 december 2026"), (ONDERNEMER, "30 november 2026")],
)
def test_last_term_counts_from_receipt(hoedanigheid: Hoedanigheid, uiterste_dag: str) -> None:
    """Delivered Tuesday 24 November; five days end on Sunday 29, so Monday 30 (R4.32)."""
    dossier = maak_dossier(schuldenaar={"hoedanigheid": hoedanigheid})
    dossier = met_wik(dossier) if hoedanigheid is CONSUMENT else dossier
    assert f"uiterlijk op {uiterste_dag}." in schrijf(dossier, SOMMATIE).kern


def test_payment_to_a_business_claim_goes_to_costs_and_interest_first() -> None:
    """R6.2: 6:44, and the letter says so with the amounts that add up."""
    betaling = Betaling(datum=date(2026, 10, 1), bedrag=Decimal("100.00"))
    dossier = maak_dossier(schuldenaar={"hoedanigheid": ONDERNEMER}, betalingen=(betaling,))
    brief = schrijf(dossier, SOMMATIE)
    assert "U heeft in totaal € 100,00 betaald. Daarvan ging € 50,69 naar" in brief.tekst
    bedrag, betaald, open_ = (als_bedrag(cel) for cel in brief.rijen(Bloksoort.FACTUREN)[1][3:])
    assert (bedrag, betaald) == (Decimal("1210.00"), Decimal("49.31"))
    assert bedrag - betaald == open_


def test_reminder_to_a_business_is_as_friendly() -> None:
    dossier = maak_dossier(schuldenaar={"hoedanigheid": OVERHEID})
    brief = schrijf(dossier, HERINNERING, datum=DATUM)
    assert "Deze herinnering kost u niets." in brief.kern
