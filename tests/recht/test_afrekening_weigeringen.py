"""What an account of a consumer refuses, and the smallest amounts that it takes."""

from dataclasses import replace
from datetime import date

import pytest
from tests.recht.hulp_afrekening import FACTUUR, TWEEDE, D, betaling, dossier, op

from wiktool.kern.dossier import Aanmaning, Briefsoort
from wiktool.kern.fouten import BuitenBereik, NietMogelijk, NotatieFout
from wiktool.recht.afrekening import bereken_afrekening


@pytest.mark.parametrize("bedrag", ["0.01", "1.00"])
def test_a_claim_or_payment_of_any_amount_above_zero_is_accepted(bedrag: str) -> None:
    klein = replace(FACTUUR, bedrag=D(bedrag))
    uitkomst = op(
        date(2026, 8, 31), klein, brieven=[], betaald=[betaling(date(2026, 8, 2), bedrag)]
    )
    assert (uitkomst.saldo, uitkomst.betaald) == (0, D(bedrag))


def test_no_claims_is_refused() -> None:
    with pytest.raises(NietMogelijk, match="geen vorderingen"):
        bereken_afrekening(replace(dossier(), vorderingen=()), peildatum=date(2026, 11, 21))


def test_the_same_invoice_twice_is_refused() -> None:
    with pytest.raises(NietMogelijk, match="«1» staat er meer dan eens"):
        op(date(2026, 11, 21), FACTUUR, FACTUUR)


@pytest.mark.parametrize("bedrag", ["0.00", "-5.00"])
def test_amounts_of_nothing_are_refused(bedrag: str) -> None:
    with pytest.raises(NotatieFout, match="vordering «1»"):
        op(date(2026, 11, 21), replace(FACTUUR, bedrag=D(bedrag)))
    with pytest.raises(NotatieFout, match="betaling van 1 oktober 2026"):
        op(date(2026, 11, 21), betaald=[betaling(date(2026, 10, 1), bedrag)])


def test_a_payment_before_its_claim_is_refused() -> None:
    with pytest.raises(NietMogelijk, match="31 juli 2026 ligt vóór de factuur"):
        op(date(2026, 11, 21), betaald=[betaling(date(2026, 7, 31), "5.00")])
    with pytest.raises(NietMogelijk, match="1 augustus 2026 ligt vóór de factuur"):
        op(date(2026, 11, 21), FACTUUR, TWEEDE, betaald=[betaling(date(2026, 8, 1), "5.00", "2")])
    assert op(date(2026, 11, 21), betaald=[betaling(date(2026, 8, 1), "5.00")]).betaald == 5


def test_a_payment_for_an_unknown_claim_is_refused() -> None:
    with pytest.raises(NietMogelijk, match="«9»"):
        op(date(2026, 11, 21), betaald=[betaling(date(2026, 10, 1), "5.00", "9")])


def test_days_outside_the_known_rates_are_refused() -> None:
    with pytest.raises(BuitenBereik, match="31 december 2026"):
        op(date(2027, 1, 1))
    op(date(2026, 12, 31))


def test_years_out_of_range_are_refused() -> None:
    with pytest.raises(NotatieFout, match="peildatum"):
        op(date(9999, 12, 31))
    with pytest.raises(NotatieFout, match="betaling"):
        op(date(2026, 11, 21), betaald=[betaling(date(9999, 12, 31), "5.00")])


def test_a_letter_without_a_day_is_refused() -> None:
    with pytest.raises(NietMogelijk, match="wik"):
        op(date(2026, 11, 21), brieven=[Aanmaning(soort=Briefsoort.WIK)])
