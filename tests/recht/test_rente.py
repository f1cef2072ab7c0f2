"""Interest over days and years: recht.md 7 (R7.1 to R7.7, R7.13, R7.14); docs/keuzes/0003-0005."""

from datetime import date
from decimal import Decimal

import pytest
from tests.recht.hulp_rente import CONTRACTUEEL, HANDEL, VIJF_PROCENT, codes, rente

from wiktool.recht.rente import Renteberekening
from wiktool.recht.renteverloop import Dagtelling, Rentevoorwaarden


def tijdvakken(berekening: Renteberekening) -> list[tuple[str, str, str, int]]:
    return [
        (p.van.isoformat(), p.tot.isoformat(), f"{p.percentage:f}", p.jaardagen)
        for p in berekening.perioden
    ]


# --- one day, one year


def test_one_day() -> None:
    uitkomst = rente("36500.00", date(2026, 11, 21), date(2026, 11, 21))
    assert uitkomst.rente == 4
    assert [periode.dagen for periode in uitkomst.perioden] == [1]
    assert "1 dag" in uitkomst.stappen[0].omschrijving
    assert "1 dag van 365" in uitkomst.stappen[1].omschrijving


def test_two_days_are_dagen() -> None:
    uitkomst = rente("36500.00", date(2026, 11, 21), date(2026, 11, 22))
    assert uitkomst.rente == 8
    assert "2 dagen" in uitkomst.stappen[0].omschrijving
    assert "2 dagen van 365" in uitkomst.stappen[1].omschrijving


def test_one_day_in_a_leap_year() -> None:
    assert rente("36600.00", date(2024, 2, 29), date(2024, 2, 29)).rente == 7


def test_one_whole_year_gives_the_rate() -> None:
    assert rente("1000.00", date(2026, 1, 1), date(2026, 12, 31)).rente == 40
    assert rente("1000.00", date(2024, 1, 1), date(2024, 12, 31)).rente == 70


def test_no_rate_at_all_gives_no_interest() -> None:
    uitkomst = rente(
        "1000.00",
        date(2026, 1, 1),
        date(2027, 12, 31),
        soort=CONTRACTUEEL,
        percentage=Decimal(0),
    )
    assert uitkomst.rente == 0


def test_the_result_repeats_the_question() -> None:
    uitkomst = rente("1000.00", date(2026, 1, 1), date(2026, 1, 2), enkelvoudig=True)
    assert (uitkomst.hoofdsom, uitkomst.van, uitkomst.tot) == (
        1000,
        date(2026, 1, 1),
        date(2026, 1, 2),
    )
    assert uitkomst.voorwaarden == Rentevoorwaarden(enkelvoudig=True)
    assert (str(uitkomst.rest), str(uitkomst.rente)) == ("0.00", "0.22")


# --- split at every change of rate (R7.4) and of the length of the year (R7.6)


def test_split_at_the_day_a_new_rate_enters_into_force() -> None:
    uitkomst = rente("1000.00", date(2023, 6, 30), date(2023, 7, 1))
    assert tijdvakken(uitkomst) == [
        ("2023-06-30", "2023-06-30", "4", 365),
        ("2023-07-01", "2023-07-01", "6", 365),
    ]


def test_trade_interest_switches_every_half_year() -> None:
    # R7.13
    uitkomst = rente("1000.00", date(2024, 6, 30), date(2024, 7, 1), soort=HANDEL)
    assert tijdvakken(uitkomst) == [
        ("2024-06-30", "2024-06-30", "12.50", 366),
        ("2024-07-01", "2024-07-01", "12.25", 366),
    ]


def test_split_around_a_leap_year() -> None:
    uitkomst = rente("1000.00", date(2022, 12, 31), date(2025, 1, 1), **VIJF_PROCENT)
    assert tijdvakken(uitkomst) == [
        ("2022-12-31", "2023-12-30", "5", 365),
        ("2023-12-31", "2023-12-31", "5", 365),
        ("2024-01-01", "2024-12-30", "5", 366),
        ("2024-12-31", "2024-12-31", "5", 366),
        ("2025-01-01", "2025-01-01", "5", 365),
    ]


def test_years_of_365_are_not_split_from_each_other() -> None:
    uitkomst = rente("1000.00", date(2025, 2, 1), date(2026, 1, 31), **VIJF_PROCENT)
    assert tijdvakken(uitkomst) == [("2025-02-01", "2026-01-31", "5", 365)]


@pytest.mark.parametrize(
    ("tot", "gewoon"), [(date(1900, 12, 31), True), (date(2000, 12, 31), False)]
)
def test_century_years(tot: date, gewoon: bool) -> None:
    uitkomst = rente("36500.00", date(tot.year, 1, 1), tot, **VIJF_PROCENT)
    assert uitkomst.perioden[0].jaardagen == (365 if gewoon else 366)
    assert uitkomst.rente == 1825


def test_dagtelling_365_never_splits() -> None:
    uitkomst = rente(
        "36500.00",
        date(2024, 1, 1),
        date(2024, 12, 30),
        dagtelling=Dagtelling.VAST,
        **VIJF_PROCENT,
    )
    assert tijdvakken(uitkomst) == [("2024-01-01", "2024-12-30", "5", 365)]
    assert uitkomst.rente == 1825
    tekst = next(k.tekst for k in uitkomst.kanttekeningen if k.code == "dagtelling")
    assert "ook in een schrikkeljaar" in tekst


# --- compound per year from the first day (R7.2)


def test_the_base_grows_on_the_anniversary_and_not_a_day_earlier() -> None:
    eerder = rente("1000.00", date(2025, 5, 10), date(2026, 5, 9), **VIJF_PROCENT)
    assert eerder.rente == 50
    assert [periode.grondslag for periode in eerder.perioden] == [1000]
    daarna = rente("1000.00", date(2025, 5, 10), date(2026, 5, 10), **VIJF_PROCENT)
    assert [periode.grondslag for periode in daarna.perioden] == [1000, 1050]
    assert [periode.bijgeschreven for periode in daarna.perioden] == [0, 50]
    assert any("€\u00a050,00 rente bij" in stap.omschrijving for stap in daarna.stappen)


def test_compound_over_three_years() -> None:
    assert rente("1000.00", date(2025, 1, 1), date(2027, 12, 31), **VIJF_PROCENT).rente == Decimal(
        "157.63"
    )


def test_enkelvoudig_never_adds_interest_to_the_base() -> None:
    uitkomst = rente(
        "1000.00", date(2025, 1, 1), date(2027, 12, 31), enkelvoudig=True, **VIJF_PROCENT
    )
    assert uitkomst.rente == 150
    assert {periode.grondslag for periode in uitkomst.perioden} == {Decimal(1000)}
    assert not any(periode.bijgeschreven for periode in uitkomst.perioden)
    assert not {"rentejaar", "samengesteld-afgesproken"} & codes(uitkomst)


@pytest.mark.parametrize(
    ("dag", "gegroeid"),
    [(date(2025, 2, 27), False), (date(2025, 2, 28), False), (date(2025, 3, 1), True)],
)
def test_a_year_that_began_on_29_february_ends_on_the_28th(dag: date, gegroeid: bool) -> None:
    # docs/keuzes/0005
    uitkomst = rente("1000.00", date(2024, 2, 29), dag, **VIJF_PROCENT)
    assert (uitkomst.perioden[-1].grondslag > 1000) is gegroeid


def test_29_february_returns_after_four_years() -> None:
    uitkomst = rente("1000.00", date(2024, 2, 29), date(2028, 2, 29), **VIJF_PROCENT)
    begin_van_jaren = [p.van for p in uitkomst.perioden if p.bijgeschreven]
    assert begin_van_jaren == [
        date(2025, 3, 1),
        date(2026, 3, 1),
        date(2027, 3, 1),
        date(2028, 2, 29),
    ]


def test_thirty_years() -> None:
    # 5% compound in whole calendar years: 1000 x (1.05^30 - 1)
    uitkomst = rente("1000.00", date(1995, 1, 1), date(2024, 12, 31), **VIJF_PROCENT)
    assert uitkomst.rente == Decimal("3321.94")
    assert len([p for p in uitkomst.perioden if p.bijgeschreven]) == 29


def test_thirty_years_of_legal_interest_answers() -> None:
    uitkomst = rente("1000.00", date(1996, 11, 22), date(2026, 11, 21))
    assert uitkomst.perioden[0].van == date(1996, 11, 22)
    assert uitkomst.perioden[-1].tot == date(2026, 11, 21)
    for eerste, tweede in zip(uitkomst.perioden, uitkomst.perioden[1:], strict=False):
        assert (tweede.van - eerste.tot).days == 1


# --- rounding (docs/keuzes/0003)


def test_half_a_cent_goes_up_once_at_the_end() -> None:
    # 0.005 exactly: 3.65 at 5% over 10 days of 365
    assert rente("3.65", date(2026, 1, 1), date(2026, 1, 10), **VIJF_PROCENT).rente == Decimal(
        "0.01"
    )
    assert rente("3.64", date(2026, 1, 1), date(2026, 1, 10), **VIJF_PROCENT).rente == 0


def test_half_a_cent_survives_a_split_period() -> None:
    # the same 0.005, but in two pieces that are repeating decimals
    uitkomst = rente("3.65", date(2025, 12, 29), date(2026, 1, 7))
    assert len(uitkomst.perioden) == 2
    # 3 days at 6% and 7 at 4%: 3.65 x (18 + 28) / 36500 = 0.0046
    assert uitkomst.rente == 0
    uitkomst = rente("3.65", date(2025, 12, 27), date(2026, 1, 5))
    # 5 days at 6% and 5 at 4%: exactly 0.005
    assert uitkomst.rente == Decimal("0.01")


# --- daily interest onward


def test_daily_interest_is_that_of_the_next_day() -> None:
    # on 31 December 2025 the rate is 6%, the next day 4%
    assert rente("36500.00", date(2025, 12, 1), date(2025, 12, 31)).dagrente == 4


def test_daily_interest_unknown_after_the_last_rate() -> None:
    uitkomst = rente("36500.00", date(2026, 12, 1), date(2026, 12, 31))
    assert uitkomst.dagrente is None
    assert "dagrente-onbekend" in codes(uitkomst)
    assert "dagrente-onbekend" not in codes(rente("1.00", date(2026, 12, 1), date(2026, 12, 30)))
