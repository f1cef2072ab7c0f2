"""A letter beside its dossier: default, payments, VAT and instalments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.controle.hulp import oordeel_over

from wiktool.controle.dossiervergelijking import vergoeding_bij_termijnen
from wiktool.kern.begrippen import Briefsoort, Hoedanigheid
from wiktool.kern.dossier import (
    Aanmaning,
    Betaling,
    Dossier,
    Incassobureau,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)

BRIEFDAG = date(2026, 11, 20)
BRIEF = (
    "Utrecht, 20 november 2026\n\nWij verzoeken u € 250,00 te betalen binnen veertien dagen vanaf "
    "de dag nadat deze brief bij u is bezorgd. Betaalt u niet, dan bent u € 40,00 incassokosten "
    "verschuldigd."
)
MET_BTW = (
    f"{BRIEF} Omdat wij de btw niet kunnen verrekenen, worden de kosten verhoogd met 21% btw, "
    "€ 8,40."
)


def vordering(nummer: str = "101", **velden: Any) -> Vordering:
    """A claim of 250.00, due on 31 August by agreement."""
    standaard: dict[str, Any] = {
        "bedrag": Decimal("250.00"),
        "vervaldatum": date(2026, 8, 31),
        "fatale_termijn": True,
    }
    return Vordering(factuurnummer=nummer, **{**standaard, **velden})


def dossier(*vorderingen: Vordering, **velden: Any) -> Dossier:
    """These claims of a practice on a consumer."""
    velden.setdefault("schuldeiser", Schuldeiser(naam="Praktijk De Linde"))
    schuldenaar = Schuldenaar(naam="J. Jansen", hoedanigheid=Hoedanigheid.CONSUMENT)
    return Dossier(schuldenaar=schuldenaar, vorderingen=vorderingen or (vordering(),), **velden)


def test_a_claim_that_is_not_due_stays_out_of_the_letter() -> None:
    """Claims not yet in default are no part of it (R2.7)."""
    later = vordering("102", vervaldatum=date(2026, 12, 31))
    assert oordeel_over("WIK301", BRIEF, dossier=dossier(vordering(), later)) == "goed"


@pytest.mark.parametrize(
    ("verzonden", "oordeel"),
    [(date(2026, 10, 1), "goed"), (date(2026, 11, 3), "goed"), (date(2026, 11, 4), "fout")],
)
def test_a_notice_of_default_must_have_run_out_before_the_letter(
    verzonden: date, oordeel: str
) -> None:
    """Default the day after its fourteen days (R5.5), counted from receipt (R4.1): sent on
    Tuesday 3 November, received on the 5th, over on the 19th, in default on the 20th; D10."""
    aanmaning = Aanmaning(soort=Briefsoort.INGEBREKESTELLING, verzonden=verzonden)
    zaak = dossier(vordering(fatale_termijn=False), aanmaningen=(aanmaning,))
    assert oordeel_over("WIK301", BRIEF, dossier=zaak) == oordeel


def test_dates_in_an_impossible_order_show_no_default() -> None:
    """An invoice cannot be due before it was made; the dossier does not tell (R5.1)."""
    onmogelijk = vordering(factuurdatum=date(2026, 9, 30))
    assert oordeel_over("WIK301", BRIEF, dossier=dossier(onmogelijk)) == "open"


@pytest.mark.parametrize(
    ("bedrag", "betaald", "oordeel"),
    [
        ("290.00", ("40.00",), "goed"),
        ("300.00", ("40.00",), "open"),
        ("260.00", (), "fout"),
    ],
)
def test_a_principal_is_held_against_what_the_dossier_leaves_open(
    bedrag: str, betaald: tuple[str, ...], oordeel: str
) -> None:
    """After payments (R1.21), which may have met interest first (R6.2): then not to be judged."""
    betalingen = tuple(Betaling(datum=date(2026, 10, 1), bedrag=Decimal(b)) for b in betaald)
    zaak = dossier(vordering(bedrag=Decimal(bedrag)), betalingen=betalingen)
    assert oordeel_over("WIK110", BRIEF, dossier=zaak) == oordeel


@pytest.mark.parametrize(
    ("verrekenbaar", "uitbesteed", "oordeel"),
    [(False, True, "goed"), (True, True, "fout"), (False, False, "fout"), (None, True, "goed")],
)
def test_vat_on_the_fee_needs_a_third_party_and_no_deduction(
    verrekenbaar: bool | None,
    uitbesteed: bool,
    oordeel: str,
) -> None:
    """All of R1.10, and the facts of the dossier win over the declaration."""
    schuldeiser = Schuldeiser(
        naam="Praktijk De Linde", btw_verrekenbaar=verrekenbaar, uitbesteed=uitbesteed
    )
    assert oordeel_over("WIK105", MET_BTW, dossier=dossier(schuldeiser=schuldeiser)) == oordeel


def test_an_agency_in_the_dossier_is_a_third_party() -> None:
    zaak = dossier(incassobureau=Incassobureau(naam="Incasso Rijnmond"))
    assert oordeel_over("WIK105", MET_BTW, dossier=zaak) == "goed"
    assert oordeel_over("WIK105", MET_BTW, dossier=dossier()) == "fout"


@pytest.mark.parametrize(
    ("velden", "vergoeding"),
    [
        ({}, Decimal("40.00")),
        ({"vervaldatum": date(2012, 5, 31)}, None),
        ({"factuurdatum": date(2026, 9, 30)}, None),
    ],
)
def test_the_fee_of_an_instalment_that_cannot_be_computed_is_left_to_the_tariff(
    velden: dict[str, Any], vergoeding: Decimal | None
) -> None:
    """The first instalment earns 40 (R1.43); in default before July 2012 the decree gives
    nothing (R1.30), and impossible dates give no default."""
    zaak = dossier(vordering(termijnbetaling=True, bedrag=Decimal("49.00"), **velden))
    assert vergoeding_bij_termijnen(zaak, BRIEFDAG) == vergoeding
