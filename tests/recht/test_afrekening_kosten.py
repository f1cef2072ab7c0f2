"""The fee in a consumer's account: from which day and over what (R6.4, H10; docs/keuzes/0009)."""

from dataclasses import replace
from datetime import date

import pytest
from tests.recht.hulp_afrekening import (
    BRIEF,
    FACTUUR,
    KOSTENDAG,
    LAATSTE_DAG,
    D,
    betaling,
    codes,
    op,
)


@pytest.mark.parametrize(
    ("dag", "kosten", "loopt"), [(LAATSTE_DAG, "0.00", True), (KOSTENDAG, "150.00", False)]
)
def test_the_fee_is_due_from_the_day_after_the_last_day(
    dag: date, kosten: str, loopt: bool
) -> None:
    uitkomst = op(dag)
    assert str(uitkomst.kosten) == kosten
    assert uitkomst.kosten_open == uitkomst.kosten
    assert ("termijn-loopt" in codes(uitkomst)) is loopt
    assert "geen-veertiendagenbrief" not in codes(uitkomst)
    assert uitkomst.saldo == uitkomst.hoofdsom_open + uitkomst.rente_open + uitkomst.kosten_open


def test_the_running_term_says_what_comes() -> None:
    tekst = next(k.tekst for k in op(LAATSTE_DAG).kanttekeningen if k.code == "termijn-loopt")
    assert tekst.startswith("Vanaf 14 oktober 2026 komt er €\u00a0150,00 aan kosten bij")


def test_the_letter_of_tomorrow_does_not_exist_yet() -> None:
    assert "geen-veertiendagenbrief" in codes(op(date(2026, 9, 24)))
    assert "termijn-loopt" in codes(op(date(2026, 9, 25)))


@pytest.mark.parametrize(
    ("dag", "bedrag", "kosten"),
    [
        # paid before the letter, in the term, and on its last day: over the rest only
        (date(2026, 9, 24), "400.00", "90.00"),
        (date(2026, 10, 1), "400.00", "90.00"),
        (LAATSTE_DAG, "400.00", "90.00"),
        # the minimum over a small rest
        (LAATSTE_DAG, "999.99", "40.00"),
        # the whole principal, without a cent of interest: nothing is due (docs/keuzes/0009)
        (LAATSTE_DAG, "1000.00", "0.00"),
        (LAATSTE_DAG, "1000.01", "0.00"),
        # a day late: the fee stays as it was
        (KOSTENDAG, "400.00", "150.00"),
        (KOSTENDAG, "2000.00", "150.00"),
    ],
)
def test_the_fee_over_what_was_unpaid_at_the_end(dag: date, bedrag: str, kosten: str) -> None:
    uitkomst = op(date(2026, 11, 21), betaald=[betaling(dag, bedrag)])
    assert str(uitkomst.kosten) == kosten
    (post,) = uitkomst.kostenposten
    assert post.vanaf == KOSTENDAG
    assert post.brief == date(2026, 9, 25)
    assert post.totaal == uitkomst.kosten + uitkomst.btw
    in_de_termijn = date(2026, 9, 25) < dag <= LAATSTE_DAG
    over_de_rest = in_de_termijn and uitkomst.kosten > 0
    assert ("kosten-over-de-rest" in codes(uitkomst)) is over_de_rest


def test_paid_in_time_leaves_interest_as_principal() -> None:
    # 43 days at 4%: 4.71 interest went first, so 4.71 of the principal is left
    uitkomst = op(LAATSTE_DAG, betaald=[betaling(LAATSTE_DAG, "1000.00")])
    assert uitkomst.rente == D("4.71")
    assert uitkomst.hoofdsom_open == D("4.71")
    assert uitkomst.saldo == D("4.71")
    later = op(KOSTENDAG, betaald=[betaling(LAATSTE_DAG, "1000.00")])
    assert later.kosten == 0
    assert "binnen de termijn betaald" in later.kostenposten[0].stappen[0].omschrijving
    assert "geen-veertiendagenbrief" not in codes(later)


def test_a_late_payment_goes_to_costs_first() -> None:
    uitkomst = op(KOSTENDAG, betaald=[betaling(KOSTENDAG, "400.00")])
    (verwerkt,) = uitkomst.betalingen
    (deel,) = verwerkt.toerekening.delen
    assert (deel.kosten, deel.rente) == (D("150.00"), D("4.82"))
    assert deel.hoofdsom == D("245.18")
    assert uitkomst.saldo == D("754.82")


def test_a_payment_on_the_last_day_finds_no_costs() -> None:
    uitkomst = op(KOSTENDAG, betaald=[betaling(LAATSTE_DAG, "400.00")])
    assert uitkomst.betalingen[0].toerekening.delen[0].kosten == 0


def test_steps_tell_the_story_in_order() -> None:
    uitkomst = op(KOSTENDAG, betaald=[betaling(KOSTENDAG, "400.00")])
    verhaal = [stap.omschrijving for stap in uitkomst.stappen]
    volgorde = [
        "factuur 1: overeengekomen",
        "factuur 1: in verzuim vanaf",
        "factuur 1: rente vanaf 1 september 2026",
        "factuur 1: 1 september 2026 tot en met 14 oktober 2026, 44 dagen",
        "ontvangen op",
        "14 dagen vanaf de dag na ontvangst",
        "15% over",
        "kosten vanaf 14 oktober 2026",
        "betaling van €\u00a0400,00 op 14 oktober 2026",
        "factuur 1: €\u00a0150,00 op de kosten",
    ]
    assert len(verhaal) == len(volgorde)
    for stap, begin in zip(verhaal, volgorde, strict=True):
        assert stap.startswith(begin)
    aanhalingen = {bron.aanhaling for bron in uitkomst.bronnen}
    assert {"art. 6:119 BW", "art. 6:96 lid 6 BW", "art. 6:44 lid 1 BW"} <= aanhalingen


def test_what_is_left_of_a_cent_or_of_less_than_a_euro_is_still_open() -> None:
    # R6.4: 0.50 left on one claim at the end of the term adds 0.50, no more
    tweede = replace(FACTUUR, factuurnummer="2", bedrag=D("500.00"))
    betaald = [betaling(date(2026, 10, 1), "499.50", "2")]
    (post,) = op(date(2026, 11, 21), FACTUUR, tweede, betaald=betaald).kostenposten
    assert post.grondslag == D("1000.50")


def test_what_one_claim_got_too_much_comes_off_the_others_once() -> None:
    # docs/keuzes/0009: a claim with its interest was paid within the term, 1284.81 in all; of the
    # 284.81 that was interest, 100.00 clears the second claim and 184.81 comes off the third
    oud = replace(FACTUUR, factuurdatum=date(2020, 8, 1), vervaldatum=date(2020, 8, 31))
    ander = replace(FACTUUR, factuurnummer="2", bedrag=D("100.00"))
    derde = replace(FACTUUR, factuurnummer="3", bedrag=D("1000.00"))
    rente = op(date(2026, 10, 1), oud, brieven=[]).rente
    assert rente == D("284.81")
    betaald = [betaling(date(2026, 10, 1), "1284.81", "1")]
    (post,) = op(date(2026, 11, 21), oud, ander, derde, betaald=betaald).kostenposten
    assert (post.facturen, post.grondslag) == (("3",), D("815.19"))


def test_the_fee_is_computed_over_whole_cents() -> None:
    (post,) = op(date(2026, 11, 21), replace(FACTUUR, bedrag=D(1000))).kostenposten
    assert str(post.grondslag) == "1000.00"


def test_the_first_day_of_default_picks_the_tariff_not_the_letter() -> None:
    # the tariff of a claim long in default was compared with its source; its letter came later
    brief = replace(BRIEF, verzonden=date(2026, 11, 30), ontvangen=date(2026, 12, 1))
    uitkomst = op(date(2026, 12, 31), brieven=[brief])
    assert uitkomst.kosten == 150
    assert "niet-gecontroleerd-na-incassokosten" not in codes(uitkomst)
    later = replace(FACTUUR, vervaldatum=date(2026, 11, 28))
    assert "niet-gecontroleerd-na-incassokosten" in codes(
        op(date(2026, 12, 31), later, brieven=[brief])
    )


def test_nothing_is_foreseen_when_all_is_paid_within_the_term() -> None:
    uitkomst = op(LAATSTE_DAG, betaald=[betaling(date(2026, 10, 1), "1100.00")])
    assert "termijn-loopt" not in codes(uitkomst)


def test_paid_in_time_still_names_the_letter_and_its_claims() -> None:
    (post,) = op(KOSTENDAG, betaald=[betaling(LAATSTE_DAG, "1100.00")]).kostenposten
    assert (post.facturen, post.brief) == (("1",), date(2026, 9, 25))
    assert (str(post.grondslag), str(post.totaal)) == ("0.00", "0.00")
