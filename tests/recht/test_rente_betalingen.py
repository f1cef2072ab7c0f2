"""Payments along the way of the interest (6:44): what they take, and the years that begin again."""

from datetime import date
from decimal import Decimal

from tests.recht.hulp_rente import CONTRACTUEEL, VIJF_PROCENT, codes, rente

from wiktool.kern.dossier import Betaling
from wiktool.recht.renteverloop import Rentevoorwaarden, begin, boek, loop_door


def test_a_payment_goes_to_interest_first_and_counts_its_own_day() -> None:
    uitkomst = rente(
        "36500.00",
        date(2026, 1, 1),
        date(2026, 1, 20),
        betalingen=[Betaling(datum=date(2026, 1, 10), bedrag=Decimal("18290.00"))],
    )
    (boeking,) = uitkomst.boekingen
    assert (boeking.rente, boeking.hoofdsom, boeking.rest) == (40, 18250, 0)
    assert uitkomst.hoofdsom_open == 18250
    assert uitkomst.rente_open == 20
    assert uitkomst.rente == 60
    assert uitkomst.dagrente == 2
    assert [p.tot for p in uitkomst.perioden] == [date(2026, 1, 10), date(2026, 1, 20)]


def test_a_payment_smaller_than_the_interest_leaves_principal_alone() -> None:
    uitkomst = rente(
        "36500.00",
        date(2026, 1, 1),
        date(2026, 1, 20),
        betalingen=[Betaling(datum=date(2026, 1, 10), bedrag=Decimal("15.00"))],
    )
    assert (uitkomst.rente, uitkomst.rente_open, uitkomst.hoofdsom_open) == (80, 65, 36500)


def test_too_much_is_shown_and_stops_the_interest() -> None:
    uitkomst = rente(
        "36500.00",
        date(2026, 1, 1),
        date(2026, 3, 31),
        betalingen=[
            Betaling(datum=date(2026, 1, 10), bedrag=Decimal("36600.00")),
            Betaling(datum=date(2026, 2, 1), bedrag=Decimal("5.00")),
        ],
    )
    assert uitkomst.rest == 65
    assert [b.rest for b in uitkomst.boekingen] == [60, 5]
    assert (uitkomst.rente, uitkomst.rente_open, uitkomst.hoofdsom_open) == (40, 0, 0)
    assert uitkomst.dagrente == 0
    assert uitkomst.perioden[-1].tot == date(2026, 1, 10)
    assert any("te veel betaald €\u00a060,00" in stap.omschrijving for stap in uitkomst.stappen)


def test_exact_payment_leaves_nothing() -> None:
    uitkomst = rente(
        "36500.00",
        date(2026, 1, 1),
        date(2026, 1, 20),
        betalingen=[Betaling(datum=date(2026, 1, 10), bedrag=Decimal("36540.00"))],
    )
    assert (uitkomst.rest, uitkomst.hoofdsom_open, uitkomst.rente_open) == (0, 0, 0)
    assert "te veel" not in uitkomst.stappen[-2].omschrijving


def test_payments_are_taken_in_order_of_date() -> None:
    vroeg = Betaling(datum=date(2026, 1, 10), bedrag=Decimal("100.00"))
    laat = Betaling(datum=date(2026, 2, 10), bedrag=Decimal("200.00"))
    heen = rente("1000.00", date(2026, 1, 1), date(2026, 3, 1), betalingen=[vroeg, laat])
    terug = rente("1000.00", date(2026, 1, 1), date(2026, 3, 1), betalingen=[laat, vroeg])
    assert heen == terug


def test_two_payments_on_one_day_are_as_good_as_their_sum() -> None:
    twee = [Betaling(datum=date(2026, 1, 10), bedrag=Decimal("100.00"))] * 2
    een = [Betaling(datum=date(2026, 1, 10), bedrag=Decimal("200.00"))]
    heen = rente("1000.00", date(2026, 1, 1), date(2026, 3, 1), betalingen=twee)
    terug = rente("1000.00", date(2026, 1, 1), date(2026, 3, 1), betalingen=een)
    assert (heen.rente, heen.hoofdsom_open) == (terug.rente, terug.hoofdsom_open)


def test_the_interest_year_starts_again_the_day_after_a_payment() -> None:
    # docs/keuzes/0005: without the payment the base grows on 1 January 2026
    betaling = Betaling(datum=date(2025, 6, 30), bedrag=Decimal("0.01"))
    uitkomst = rente(
        "1000.00", date(2025, 1, 1), date(2026, 7, 1), betalingen=[betaling], **VIJF_PROCENT
    )
    assert [p.van for p in uitkomst.perioden if p.bijgeschreven] == [date(2026, 7, 1)]
    assert "herstart-rentejaar" in codes(uitkomst)


def test_interest_of_past_years_is_paid_before_that_of_the_running_year() -> None:
    betaling = Betaling(datum=date(2026, 6, 30), bedrag=Decimal("30.00"))
    uitkomst = rente(
        "1000.00", date(2025, 1, 1), date(2026, 7, 1), betalingen=[betaling], **VIJF_PROCENT
    )
    # 50 was added on 1 January 2026; 20 of it is left and still bears interest
    assert uitkomst.perioden[-1].grondslag == 1020


def test_a_payment_above_past_interest_takes_the_running_year_too() -> None:
    betaling = Betaling(datum=date(2026, 6, 30), bedrag=Decimal("60.00"))
    uitkomst = rente(
        "1000.00", date(2025, 1, 1), date(2026, 7, 1), betalingen=[betaling], **VIJF_PROCENT
    )
    assert uitkomst.perioden[-1].grondslag == 1000
    assert uitkomst.hoofdsom_open == 1000
    assert uitkomst.boekingen[0].rente == 60


def test_a_settled_fraction_of_a_cent_lapses() -> None:
    # 100.00 at 5% over 1 day: 0.0137 interest, settled as 0.01
    voorwaarden = Rentevoorwaarden(soort=CONTRACTUEEL, percentage=Decimal(5))
    stand, _ = loop_door(begin(Decimal("100.00"), date(2026, 1, 1)), date(2026, 1, 1), voorwaarden)
    assert stand.rente == Decimal("0.01")
    daarna = boek(stand, rente=Decimal("0.01"), hoofdsom=Decimal(0))
    assert (daarna.bijgeschreven, daarna.lopend) == (0, 0)
    daarna = boek(stand, rente=Decimal("0.01"), hoofdsom=Decimal("50.00"))
    assert (daarna.lopend, daarna.hoofdsom) == (0, 50)
    assert daarna.jaarbegin == date(2026, 1, 2)


def test_interest_below_half_a_cent_lapses_with_a_payment_on_principal() -> None:
    voorwaarden = Rentevoorwaarden(soort=CONTRACTUEEL, percentage=Decimal(5))
    stand, _ = loop_door(begin(Decimal("10.00"), date(2026, 1, 1)), date(2026, 1, 1), voorwaarden)
    assert stand.rente == 0
    daarna = boek(stand, rente=Decimal(0), hoofdsom=Decimal("4.00"))
    assert (daarna.lopend, daarna.hoofdsom, daarna.jaarbegin) == (0, 6, date(2026, 1, 2))


def test_booking_nothing_changes_nothing() -> None:
    voorwaarden = Rentevoorwaarden()
    stand, _ = loop_door(begin(Decimal("10.00"), date(2026, 1, 1)), date(2026, 1, 1), voorwaarden)
    assert boek(stand, rente=Decimal(0), hoofdsom=Decimal(0)) == stand


def test_principal_paid_before_any_interest_keeps_the_year() -> None:
    stand = begin(Decimal("10.00"), date(2026, 1, 1))
    daarna = boek(stand, rente=Decimal(0), hoofdsom=Decimal("4.00"))
    assert (daarna.hoofdsom, daarna.jaarbegin) == (6, date(2026, 1, 1))


def test_simple_interest_with_payments_has_no_year_to_restart() -> None:
    uitkomst = rente(
        "100.00",
        date(2026, 1, 1),
        date(2026, 3, 1),
        enkelvoudig=True,
        betalingen=[Betaling(datum=date(2026, 2, 1), bedrag=Decimal("5.00"))],
    )
    assert "herstart-rentejaar" not in codes(uitkomst)


def test_what_a_payment_leaves_of_both_kinds_of_interest() -> None:
    # 50 added on 1 January 2026, 25.89 since; a payment of 30 leaves 20 and 25.89
    voorwaarden = Rentevoorwaarden(soort=CONTRACTUEEL, percentage=Decimal(5))
    stand, _ = loop_door(
        begin(Decimal("1000.00"), date(2025, 1, 1)), date(2026, 6, 29), voorwaarden
    )
    daarna = boek(stand, rente=Decimal("30.00"), hoofdsom=Decimal(0))
    assert (stand.rente, daarna.rente) == (Decimal("75.89"), Decimal("45.89"))
    assert (daarna.bijgeschreven, daarna.lopend) == (20, stand.lopend)


def test_a_payment_in_a_later_year_starts_the_count_of_years_again() -> None:
    betaling = Betaling(datum=date(2026, 6, 29), bedrag=Decimal("30.00"))
    uitkomst = rente(
        "1000.00", date(2024, 1, 1), date(2027, 7, 1), betalingen=[betaling], **VIJF_PROCENT
    )
    assert [p.van for p in uitkomst.perioden if p.bijgeschreven] == [
        date(2025, 1, 1),
        date(2026, 1, 1),
        date(2027, 6, 30),
    ]
