"""Interest: recht.md 7 (R7.1 to R7.7, R7.13, R7.14, R7.20); docs/keuzes/0003, 0004, 0005."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from wiktool.kern.dossier import Betaling, Hoedanigheid
from wiktool.kern.fouten import BuitenBereik, GebruiksFout, NotatieFout
from wiktool.recht.rente import Renteberekening, bereken_rente
from wiktool.recht.rente_uitleg import uitleg_van
from wiktool.recht.renteverloop import (
    Dagtelling,
    Rentesoort,
    Rentevoorwaarden,
    begin,
    boek,
    loop_door,
)

HANDEL = Rentesoort.HANDEL
CONTRACTUEEL = Rentesoort.CONTRACTUEEL
VIJF_PROCENT = {"soort": CONTRACTUEEL, "percentage": Decimal(5)}


def rente(hoofdsom: str, van: date, tot: date, **rest: Any) -> Renteberekening:
    return bereken_rente(Decimal(hoofdsom), van=van, tot=tot, **rest)


def codes(berekening: Renteberekening) -> set[str]:
    return {kanttekening.code for kanttekening in berekening.kanttekeningen}


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


@pytest.mark.parametrize(
    ("hoedanigheid", "artikelen"),
    [
        (Hoedanigheid.ONDERNEMER, ["art. 6:119a BW"]),
        (Hoedanigheid.RECHTSPERSOON, ["art. 6:119a BW"]),
        (Hoedanigheid.OVERHEID, ["art. 6:119b BW"]),
        (None, ["art. 6:119a BW", "art. 6:119b BW"]),
    ],
)
def test_trade_interest_cites_the_article_of_the_debtor(
    hoedanigheid: Hoedanigheid | None, artikelen: list[str]
) -> None:
    dag = date(2026, 11, 21)
    uitkomst = rente("100.00", dag, dag, soort=HANDEL, hoedanigheid=hoedanigheid)
    assert [b.aanhaling for b in uitkomst.bronnen if "6:119" in b.aanhaling] == artikelen


def test_a_rate_whose_publication_is_not_known_says_its_validity_only() -> None:
    (periode,) = rente("100.00", date(2026, 11, 21), date(2026, 11, 21)).perioden
    assert periode.versie is not None
    zonder = replace(periode, versie=replace(periode.versie, vindplaats=""))
    (stap,) = uitleg_van([zonder], Rentevoorwaarden())
    assert stap.omschrijving.endswith("(tarief 1 januari 2026 tot en met 31 december 2026)")


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


# --- payments along the way (6:44)


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


# --- daily interest onward


def test_daily_interest_is_that_of_the_next_day() -> None:
    # on 31 December 2025 the rate is 6%, the next day 4%
    assert rente("36500.00", date(2025, 12, 1), date(2025, 12, 31)).dagrente == 4


def test_daily_interest_unknown_after_the_last_rate() -> None:
    uitkomst = rente("36500.00", date(2026, 12, 1), date(2026, 12, 31))
    assert uitkomst.dagrente is None
    assert "dagrente-onbekend" in codes(uitkomst)
    assert "dagrente-onbekend" not in codes(rente("1.00", date(2026, 12, 1), date(2026, 12, 30)))


# --- what is cited


@pytest.mark.parametrize(
    ("soort", "hoedanigheid", "artikelen"),
    [
        (Rentesoort.WETTELIJK, None, ["art. 6:119 BW"]),
        (HANDEL, None, ["art. 6:119a BW", "art. 6:119b BW"]),
        (HANDEL, Hoedanigheid.ONDERNEMER, ["art. 6:119a BW"]),
        (HANDEL, Hoedanigheid.RECHTSPERSOON, ["art. 6:119a BW"]),
        (HANDEL, Hoedanigheid.OVERHEID, ["art. 6:119b BW"]),
    ],
)
def test_the_article_of_the_interest(
    soort: Rentesoort, hoedanigheid: Hoedanigheid | None, artikelen: list[str]
) -> None:
    uitkomst = rente(
        "1.00", date(2026, 1, 1), date(2026, 1, 1), soort=soort, hoedanigheid=hoedanigheid
    )
    aanhalingen = [bron.aanhaling for bron in uitkomst.bronnen]
    assert aanhalingen[: len(artikelen)] == artikelen
    assert aanhalingen[-1] == f"art. 6:120 lid {'2' if soort is HANDEL else '1'} BW"


def test_every_period_cites_the_validity_of_its_rate() -> None:
    uitkomst = rente("1.00", date(2014, 12, 31), date(2015, 1, 1))
    teksten = [stap.omschrijving for stap in uitkomst.stappen]
    assert "tarief 1 juli 2012 tot en met 31 december 2014; Stb. 2012, 285" in teksten[1]
    assert "tarief 1 januari 2015 tot en met 31 december 2022; Stb. 2014, 491" in teksten[2]
    assert uitkomst.stappen[-1].bedrag == uitkomst.rente


def test_interest_on_interest_cites_its_paragraph() -> None:
    wettelijk = rente("1.00", date(2024, 1, 1), date(2026, 1, 1))
    assert "art. 6:119 lid 2 BW" in [bron.aanhaling for bron in wettelijk.bronnen]
    handel = rente("1.00", date(2024, 1, 1), date(2026, 1, 1), soort=HANDEL)
    assert "art. 6:119 lid 2 BW" not in [bron.aanhaling for bron in handel.bronnen]
    assert "rentejaar" in codes(wettelijk) & codes(handel)


@pytest.mark.parametrize("soort", list(Rentesoort))
def test_doubts_that_belong_to_the_kind(soort: Rentesoort) -> None:
    percentage = Decimal(8) if soort is CONTRACTUEEL else None
    uitkomst = rente("1.00", date(2026, 1, 1), date(2026, 1, 1), soort=soort, percentage=percentage)
    eigen = {
        Rentesoort.WETTELIJK: set(),
        HANDEL: {"handelsrente-alleen-over-de-prijs"},
        CONTRACTUEEL: {"rentebeding", "samengesteld-afgesproken"},
    }[soort]
    assert codes(uitkomst) == {"dagtelling"} | eigen


@pytest.mark.parametrize(("percentage", "lager"), [("3.99", True), ("4", False), ("4.01", False)])
def test_agreed_interest_below_the_legal_rate_is_marked(percentage: str, lager: bool) -> None:
    uitkomst = rente(
        "1.00",
        date(2026, 1, 1),
        date(2026, 1, 1),
        soort=CONTRACTUEEL,
        percentage=Decimal(percentage),
    )
    assert ("lager-dan-wettelijke-rente" in codes(uitkomst)) is lager


def test_agreed_interest_is_compared_day_by_day() -> None:
    vijf = {"soort": CONTRACTUEEL, "percentage": Decimal(5)}
    tot_en_met_2025 = rente("1.00", date(2025, 12, 31), date(2026, 1, 1), **vijf)
    assert "lager-dan-wettelijke-rente" in codes(tot_en_met_2025)
    voor_1992 = rente("1.00", date(1980, 1, 1), date(1991, 12, 31), **vijf)
    assert "lager-dan-wettelijke-rente" not in codes(voor_1992)
    tot_1992 = rente("1.00", date(1980, 1, 1), date(1992, 1, 1), **vijf)
    assert "lager-dan-wettelijke-rente" in codes(tot_1992)
    later = rente("1.00", date(2027, 1, 1), date(2027, 1, 1), **vijf)
    assert "lager-dan-wettelijke-rente" not in codes(later)


def test_agreed_interest_is_explained_as_agreed() -> None:
    uitkomst = rente("1.00", date(2026, 1, 1), date(2026, 1, 1), **VIJF_PROCENT)
    assert "overeengekomen" in uitkomst.stappen[1].omschrijving
    assert [bron.aanhaling for bron in uitkomst.bronnen] == ["art. 6:119 lid 3 BW"]


def test_days_after_the_last_check_carry_a_doubt() -> None:
    assert codes(rente("1.00", date(2026, 1, 1), date(2026, 11, 21))) == {"dagtelling"}
    assert codes(rente("1.00", date(2026, 1, 1), date(2026, 11, 22))) == {
        "dagtelling",
        "niet-gecontroleerd-na-wettelijke-rente",
    }


def test_simple_interest_with_payments_has_no_year_to_restart() -> None:
    uitkomst = rente(
        "100.00",
        date(2026, 1, 1),
        date(2026, 3, 1),
        enkelvoudig=True,
        betalingen=[Betaling(datum=date(2026, 2, 1), bedrag=Decimal("5.00"))],
    )
    assert "herstart-rentejaar" not in codes(uitkomst)


# --- refusals


@pytest.mark.parametrize(
    ("soort", "voor", "eerste", "laatste", "na"),
    [
        (
            Rentesoort.WETTELIJK,
            date(1991, 12, 31),
            date(1992, 1, 1),
            date(2026, 12, 31),
            date(2027, 1, 1),
        ),
        (HANDEL, date(2002, 11, 30), date(2002, 12, 1), date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_outside_the_known_rates_is_refused_with_the_range(
    soort: Rentesoort, voor: date, eerste: date, laatste: date, na: date
) -> None:
    assert rente("1.00", eerste, laatste, soort=soort).perioden
    bereik = f"bekend is 1 (januari|december) {eerste.year} tot en met 31 december 2026"
    with pytest.raises(BuitenBereik, match=bereik):
        rente("1.00", voor, laatste, soort=soort)
    with pytest.raises(BuitenBereik, match=bereik):
        rente("1.00", eerste, na, soort=soort)


def test_dates_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(GebruiksFout, match="1 januari 2026, ligt vóór de eerste, 2 januari 2026"):
        rente("1.00", date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize("hoofdsom", ["0.00", "-1.00"])
def test_no_principal_is_refused(hoofdsom: str) -> None:
    with pytest.raises(NotatieFout, match="geen hoofdsom"):
        rente(hoofdsom, date(2026, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize("bedrag", ["0.00", "-1.00"])
def test_a_payment_of_nothing_is_refused(bedrag: str) -> None:
    with pytest.raises(NotatieFout, match="1 januari 2026"):
        rente(
            "1.00",
            date(2026, 1, 1),
            date(2026, 1, 1),
            betalingen=[Betaling(datum=date(2026, 1, 1), bedrag=Decimal(bedrag))],
        )


@pytest.mark.parametrize(
    ("dag", "woorden"),
    [(date(2025, 12, 31), "vóór de eerste rentedag"), (date(2026, 1, 3), "na de laatste rentedag")],
)
def test_payments_outside_the_time_are_refused(dag: date, woorden: str) -> None:
    with pytest.raises(GebruiksFout, match=woorden):
        rente(
            "1.00",
            date(2026, 1, 1),
            date(2026, 1, 2),
            betalingen=[Betaling(datum=dag, bedrag=Decimal(1))],
        )


def test_payments_on_the_first_and_last_day_are_accepted() -> None:
    uitkomst = rente(
        "1.00",
        date(2026, 1, 1),
        date(2026, 1, 2),
        betalingen=[
            Betaling(datum=date(2026, 1, 1), bedrag=Decimal("0.01")),
            Betaling(datum=date(2026, 1, 2), bedrag=Decimal("0.01")),
        ],
    )
    assert uitkomst.hoofdsom_open == Decimal("0.98")


def test_rate_and_kind_must_go_together() -> None:
    with pytest.raises(GebruiksFout, match="ontbreekt het percentage"):
        rente("1.00", date(2026, 1, 1), date(2026, 1, 1), soort=CONTRACTUEEL)
    with pytest.raises(GebruiksFout, match="alleen bij contractuele rente"):
        rente("1.00", date(2026, 1, 1), date(2026, 1, 1), percentage=Decimal(5))


@pytest.mark.parametrize("jaar", [1899, 3000, 9999])
def test_years_out_of_range_are_refused(jaar: int) -> None:
    with pytest.raises(NotatieFout, match="tussen 1900 en 2999"):
        rente("1.00", date(jaar, 1, 1), date(jaar, 12, 31), **VIJF_PROCENT)
    assert rente("1.00", date(2999, 12, 31), date(2999, 12, 31), **VIJF_PROCENT).rente == 0


def test_no_rate_at_all_gives_no_interest() -> None:
    uitkomst = rente(
        "1000.00",
        date(2026, 1, 1),
        date(2027, 12, 31),
        soort=CONTRACTUEEL,
        percentage=Decimal(0),
    )
    assert uitkomst.rente == 0


# --- what the mutation run asked for


def test_the_result_repeats_the_question() -> None:
    uitkomst = rente("1000.00", date(2026, 1, 1), date(2026, 1, 2), enkelvoudig=True)
    assert (uitkomst.hoofdsom, uitkomst.van, uitkomst.tot) == (
        1000,
        date(2026, 1, 1),
        date(2026, 1, 2),
    )
    assert uitkomst.voorwaarden == Rentevoorwaarden(enkelvoudig=True)
    assert (str(uitkomst.rest), str(uitkomst.rente)) == ("0.00", "0.22")


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


@pytest.mark.parametrize(
    ("hoedanigheid", "lager"),
    [(None, False), (Hoedanigheid.CONSUMENT, False), (Hoedanigheid.ONDERNEMER, True)],
)
def test_agreed_interest_is_compared_with_the_rate_for_this_debtor(
    hoedanigheid: Hoedanigheid | None, lager: bool
) -> None:
    uitkomst = rente(
        "1.00", date(2026, 1, 1), date(2026, 1, 1), hoedanigheid=hoedanigheid, **VIJF_PROCENT
    )
    assert ("lager-dan-wettelijke-rente" in codes(uitkomst)) is lager
