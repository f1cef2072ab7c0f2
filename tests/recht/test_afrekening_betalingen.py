"""Payments in a consumer's account: their order, what they are for, what is left over (R6.2)."""

from dataclasses import replace
from datetime import date

from tests.recht.hulp_afrekening import FACTUUR, KOSTENDAG, TWEEDE, D, betaling, codes, op

from wiktool.kern.dossier import Vordering


def test_payments_are_taken_in_order_of_date_whatever_the_order_of_the_file() -> None:
    # R6.2: what came first meets the interest of its own day
    vroeg, laat = betaling(date(2026, 9, 10), "100.00"), betaling(date(2026, 11, 1), "200.00")
    gesorteerd = op(date(2026, 11, 21), brieven=[], betaald=[vroeg, laat])
    omgekeerd = op(date(2026, 11, 21), brieven=[], betaald=[laat, vroeg])
    assert [v.betaling for v in omgekeerd.betalingen] == [vroeg, laat]
    assert omgekeerd == gesorteerd


def test_a_payment_of_the_day_itself_counts() -> None:
    uitkomst = op(date(2026, 9, 10), brieven=[], betaald=[betaling(date(2026, 9, 10), "100.00")])
    assert uitkomst.betaald == 100
    assert "betaling-na-peildatum" not in codes(uitkomst)


def test_designation_is_followed() -> None:
    uitkomst = op(
        date(2026, 9, 20),
        FACTUUR,
        TWEEDE,
        brieven=[],
        betaald=[betaling(date(2026, 9, 10), "100.00", "2")],
    )
    assert [v.betaald for v in uitkomst.vorderingen] == [0, 100]


def test_without_designation_the_oldest_is_paid_first() -> None:
    uitkomst = op(
        date(2026, 9, 20),
        TWEEDE,
        FACTUUR,
        brieven=[],
        betaald=[betaling(date(2026, 9, 10), "100.00")],
    )
    assert [v.betaald for v in uitkomst.vorderingen] == [0, 100]


def test_claims_in_default_are_more_burdensome_than_others() -> None:
    nog_niet = replace(
        FACTUUR, factuurnummer="0", factuurdatum=date(2026, 7, 1), fatale_termijn=False
    )
    uitkomst = op(
        date(2026, 9, 20),
        nog_niet,
        FACTUUR,
        brieven=[],
        betaald=[betaling(date(2026, 9, 10), "100.00")],
    )
    assert [v.betaald for v in uitkomst.vorderingen] == [0, 100]
    assert "meest-bezwarend" in codes(uitkomst)


def test_the_due_date_stands_in_for_a_missing_invoice_date() -> None:
    zonder = replace(TWEEDE, factuurdatum=None, vervaldatum=date(2026, 7, 31))
    uitkomst = op(
        date(2026, 9, 20),
        FACTUUR,
        zonder,
        brieven=[],
        betaald=[betaling(date(2026, 9, 10), "100.00")],
    )
    assert [v.betaald for v in uitkomst.vorderingen] == [0, 100]


def test_a_payment_before_default_reduces_principal_only() -> None:
    uitkomst = op(date(2026, 9, 1), brieven=[], betaald=[betaling(date(2026, 8, 20), "400.00")])
    assert uitkomst.hoofdsom_open == 600
    assert uitkomst.vorderingen[0].perioden[0].grondslag == 600


def test_too_much_is_shown_and_not_lost() -> None:
    uitkomst = op(date(2026, 11, 21), brieven=[], betaald=[betaling(date(2026, 8, 20), "1200.00")])
    assert (uitkomst.rest, uitkomst.betaald, uitkomst.saldo) == (200, 1200, 0)
    assert uitkomst.dagrente == 0
    assert "te-veel-betaald" in codes(uitkomst)


def test_what_was_left_over_is_not_set_off_against_a_later_claim() -> None:
    later = replace(TWEEDE, factuurdatum=date(2026, 10, 1), vervaldatum=date(2026, 10, 31))
    uitkomst = op(
        date(2026, 10, 15),
        FACTUUR,
        later,
        brieven=[],
        betaald=[betaling(date(2026, 8, 20), "1200.00")],
    )
    assert (uitkomst.rest, uitkomst.saldo) == (200, 500)


def test_a_claim_of_the_same_day_takes_part_in_a_payment() -> None:
    zelfde_dag = replace(TWEEDE, factuurdatum=date(2026, 8, 20))
    uitkomst = op(
        date(2026, 8, 25),
        FACTUUR,
        zelfde_dag,
        brieven=[],
        betaald=[betaling(date(2026, 8, 20), "1200.00")],
    )
    assert (uitkomst.rest, uitkomst.saldo) == (0, 300)


def test_payments_and_invoices_after_the_day_are_left_out_and_named() -> None:
    later = replace(TWEEDE, factuurdatum=date(2026, 9, 11), vervaldatum=date(2026, 9, 30))
    uitkomst = op(
        date(2026, 9, 10),
        FACTUUR,
        later,
        brieven=[],
        betaald=[betaling(date(2026, 9, 10), "100.00"), betaling(date(2026, 9, 11), "50.00")],
    )
    assert (uitkomst.betaald, uitkomst.hoofdsom) == (100, 1000)
    assert {"betaling-na-peildatum", "factuur-na-peildatum"} <= codes(uitkomst)
    op_de_dag = op(date(2026, 9, 11), FACTUUR, later, brieven=[])
    assert op_de_dag.hoofdsom == 1500
    assert "factuur-na-peildatum" not in codes(op_de_dag)


def test_interest_of_an_untouched_claim_is_not_cut_by_a_payment_on_another() -> None:
    uitkomst = op(
        date(2026, 9, 20),
        FACTUUR,
        TWEEDE,
        brieven=[],
        betaald=[betaling(date(2026, 9, 10), "100.00", "2")],
    )
    assert [len(v.perioden) for v in uitkomst.vorderingen] == [1, 2]
    assert uitkomst.vorderingen[0].perioden[0].dagen == 20
    assert uitkomst.vorderingen[0].rente == D("2.19")


def test_a_payment_that_only_met_costs_still_cuts_the_period() -> None:
    uitkomst = op(date(2026, 11, 21), betaald=[betaling(KOSTENDAG, "10.00")])
    assert [p.tot for p in uitkomst.vorderingen[0].perioden] == [KOSTENDAG, date(2026, 11, 21)]


def test_interest_years_are_not_joined() -> None:
    oud = Vordering(factuurnummer="1", bedrag=D("1000.00"), verzuimdatum=date(2025, 9, 1))
    uitkomst = op(
        date(2026, 11, 21),
        oud,
        TWEEDE,
        brieven=[],
        betaald=[betaling(date(2026, 8, 31), "10.00", "2")],
    )
    perioden = uitkomst.vorderingen[0].perioden
    assert [p.van for p in perioden] == [date(2025, 9, 1), date(2026, 1, 1), date(2026, 9, 1)]
    assert perioden[-1].grondslag > 1000


def test_claimable_goes_before_what_is_older_but_not_yet_due() -> None:
    nog_niet = replace(
        FACTUUR, factuurnummer="0", factuurdatum=date(2026, 7, 1), vervaldatum=date(2026, 12, 1)
    )
    opeisbaar = replace(FACTUUR, fatale_termijn=False)
    uitkomst = op(
        date(2026, 9, 20),
        nog_niet,
        opeisbaar,
        brieven=[],
        betaald=[betaling(date(2026, 9, 10), "100.00")],
    )
    assert [v.betaald for v in uitkomst.vorderingen] == [0, 100]


def test_a_claim_without_default_bears_no_interest() -> None:
    uitkomst = op(
        date(2026, 9, 20),
        replace(FACTUUR, factuurnummer="0", fatale_termijn=False),
        FACTUUR,
        brieven=[],
        betaald=[betaling(date(2026, 9, 10), "100.00")],
    )
    (tekst,) = [k.tekst for k in uitkomst.kanttekeningen if k.code == "meest-bezwarend"]
    assert "(4% en 0%)" in tekst
