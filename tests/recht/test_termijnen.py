"""Delivery, holidays and the fourteen days (recht.md 4.3, 4.5, 4.6)."""

from datetime import date, timedelta

import pytest

from wiktool.kern.bron import Bewijs
from wiktool.kern.dossier import Bezorgwijze
from wiktool.kern.fouten import BuitenBereik, GebruiksFout, NotatieFout
from wiktool.recht.bezorging import bepaal_bezorging
from wiktool.recht.kalender import feestdagen, geen_laatste_dag, geen_postdag
from wiktool.recht.termijnen import bereken_termijn, wettelijke_termijn

GELIJKGESTELD = "koninklijk besluit op grond van art. 3 lid 3 Algemene termijnenwet"


@pytest.mark.parametrize(
    ("verzonden", "bezorgd", "ongewijzigd", "laatste"),
    [
        # R4.2, a week without holidays, and its extension under the ATW (R4.32)
        (date(2026, 11, 23), date(2026, 11, 25), date(2026, 12, 9), date(2026, 12, 9)),
        (date(2026, 11, 24), date(2026, 11, 26), date(2026, 12, 10), date(2026, 12, 10)),
        (date(2026, 11, 25), date(2026, 11, 27), date(2026, 12, 11), date(2026, 12, 11)),
        (date(2026, 11, 26), date(2026, 11, 28), date(2026, 12, 12), date(2026, 12, 14)),
        (date(2026, 11, 27), date(2026, 12, 1), date(2026, 12, 15), date(2026, 12, 15)),
        (date(2026, 11, 28), date(2026, 12, 2), date(2026, 12, 16), date(2026, 12, 16)),
        (date(2026, 11, 29), date(2026, 12, 2), date(2026, 12, 16), date(2026, 12, 16)),
        # recht.md 4.3 and brieven.md 1, with holidays
        (date(2026, 12, 23), date(2026, 12, 29), date(2027, 1, 12), date(2027, 1, 12)),
        (date(2026, 12, 24), date(2026, 12, 30), date(2027, 1, 13), date(2027, 1, 13)),
        (date(2026, 11, 20), date(2026, 11, 24), date(2026, 12, 8), date(2026, 12, 8)),
        # day 14 on a holiday: Tue 2026-04-21 + 14 = 5 May
        (date(2026, 4, 17), date(2026, 4, 21), date(2026, 5, 5), date(2026, 5, 6)),
        # day 14 on Ascension Day, then an equated Friday, then the weekend
        (date(2026, 4, 28), date(2026, 4, 30), date(2026, 5, 14), date(2026, 5, 18)),
        # Good Friday and Easter Monday are no postal days: Thu 2 April 2026
        (date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 21), date(2026, 4, 21)),
        # an equated day is an ordinary postal day: Fri 15 May 2026
        (date(2026, 5, 13), date(2026, 5, 16), date(2026, 5, 30), date(2026, 6, 1)),
    ],
)
def test_post(verzonden: date, bezorgd: date, ongewijzigd: date, laatste: date) -> None:
    termijn = bereken_termijn(verzonden=verzonden)
    assert termijn.bezorgd == bezorgd
    assert termijn.eerste_dag == bezorgd + timedelta(days=1)
    assert termijn.laatste_dag_zonder_verlenging == ongewijzigd
    assert termijn.laatste_dag == laatste
    assert termijn.kosten_vanaf == laatste + timedelta(days=1)
    assert (termijn.verlengd_wegens is None) == (laatste == ongewijzigd)


def test_every_skipped_day_is_named() -> None:
    assert bereken_termijn(verzonden=date(2026, 4, 28)).verlengd_wegens == (
        "hemelvaartsdag, gelijkgestelde dag, zaterdag en zondag"
    )
    eerste = bereken_termijn(verzonden=date(2026, 12, 23)).stappen[0].omschrijving
    for naam in ("eerste kerstdag", "tweede kerstdag", "zondag 27", "maandag 28"):
        assert naam in eerste


@pytest.mark.parametrize(
    ("verzonden", "bezorgd"),
    [
        (date(2027, 6, 30), date(2027, 7, 2)),  # Wed, last day of the second postal day
        (date(2027, 7, 1), date(2027, 7, 6)),  # Thu: Fri, Sat, Tue
        (date(2027, 7, 6), date(2027, 7, 9)),  # Tue: Wed, Thu, Fri
    ],
)
def test_slower_post_from_july_2027_r4_5(verzonden: date, bezorgd: date) -> None:
    termijn = bereken_termijn(verzonden=verzonden)
    assert termijn.bezorgd == bezorgd
    codes = [k.code for k in termijn.kanttekeningen]
    assert ("afgeleid-bezorging" in codes) == (verzonden >= date(2027, 7, 1))


@pytest.mark.parametrize("wijze", [Bezorgwijze.EMAIL, Bezorgwijze.PERSOONLIJK])
def test_other_ways_arrive_the_same_day(wijze: Bezorgwijze) -> None:
    termijn = bereken_termijn(verzonden=date(2026, 11, 22), bezorging=wijze)
    assert termijn.bezorgd == date(2026, 11, 22)
    # R4.22: no weekend rule for the delivery, but the last day is still extended: Sunday to Monday
    assert termijn.laatste_dag == date(2026, 12, 7)
    codes = [k.code for k in termijn.kanttekeningen]
    assert ("ontvangst-van-email" in codes) == (wijze is Bezorgwijze.EMAIL)


def test_the_result_repeats_what_was_asked() -> None:
    dag = date(2026, 11, 20)
    per_mail = bereken_termijn(verzonden=dag, bezorging=Bezorgwijze.EMAIL)
    assert (per_mail.verzonden, per_mail.bezorging) == (dag, Bezorgwijze.EMAIL)
    assert bereken_termijn(verzonden=dag).bezorging is Bezorgwijze.POST
    ontvangen = bereken_termijn(ontvangen=dag)
    assert (ontvangen.verzonden, ontvangen.bezorging, ontvangen.bezorgd) == (None, None, dag)
    beide = bereken_termijn(verzonden=date(2026, 11, 18), ontvangen=dag)
    assert (beide.verzonden, beide.bezorging) == (date(2026, 11, 18), None)


def test_a_known_day_of_receipt_replaces_the_presumption() -> None:
    termijn = bereken_termijn(ontvangen=date(2026, 12, 1))
    assert (termijn.verzonden, termijn.bezorging) == (None, None)
    assert termijn.laatste_dag == date(2026, 12, 15)
    assert termijn.kanttekeningen == ()
    met = bereken_termijn(verzonden=date(2026, 11, 20), ontvangen=date(2026, 12, 1))
    assert met.laatste_dag == date(2026, 12, 15)


def test_another_number_of_days() -> None:
    # R4.3: "vijftien dagen nadat": a literal reader has until R+15
    assert bereken_termijn(ontvangen=date(2026, 12, 1), dagen=15).laatste_dag == date(2026, 12, 16)


def test_the_days_must_make_sense() -> None:
    with pytest.raises(GebruiksFout, match="ontbreekt"):
        bereken_termijn()
    with pytest.raises(GebruiksFout, match="voordat"):
        bereken_termijn(verzonden=date(2026, 12, 2), ontvangen=date(2026, 12, 1))
    zelfde = bereken_termijn(verzonden=date(2026, 12, 1), ontvangen=date(2026, 12, 1))
    assert zelfde.bezorgd == date(2026, 12, 1)


def test_no_such_letter_before_1_july_2012() -> None:
    assert wettelijke_termijn(date(2012, 7, 1)) == 14
    with pytest.raises(BuitenBereik, match="1 juli 2012"):
        bereken_termijn(ontvangen=date(2012, 6, 30))


@pytest.mark.parametrize("wijze", Bezorgwijze)
@pytest.mark.parametrize("dag", [date(9999, 12, 31), date(3000, 1, 1), date(1899, 12, 31)])
def test_no_letter_bears_such_a_day(dag: date, wijze: Bezorgwijze) -> None:
    """A day so late that no fourteen follow ended in a crash."""
    with pytest.raises(NotatieFout, match="de dag van verzending"):
        bereken_termijn(verzonden=dag, bezorging=wijze)
    with pytest.raises(NotatieFout, match="de dag van ontvangst"):
        bereken_termijn(ontvangen=dag)


def test_the_last_day_of_the_range_is_outside_the_calendar() -> None:
    with pytest.raises(BuitenBereik):
        bereken_termijn(ontvangen=date(2999, 12, 31))


def test_the_calendar_ends_where_the_decrees_end() -> None:
    assert bereken_termijn(verzonden=date(2028, 12, 7)).laatste_dag == date(2028, 12, 27)
    with pytest.raises(BuitenBereik, match="31 december 2028"):
        bereken_termijn(verzonden=date(2028, 12, 27))


def test_a_doubtful_equated_day_is_named() -> None:
    # R4.34: 14 May 2021 is inferred; received 29 April, day 14 is 13 May (Ascension Day)
    termijn = bereken_termijn(ontvangen=date(2021, 4, 29))
    assert termijn.laatste_dag == date(2021, 5, 17)
    assert [k.code for k in termijn.kanttekeningen] == [
        "termijnenwet-voorzichtig",
        "gelijkgestelde-dag-onzeker",
    ]


@pytest.mark.parametrize(
    ("jaar", "dagen"),
    [
        # R4.33; the 2026 dates as in the official calendar
        (2026, {"2026-01-01", "2026-01-02", "2026-04-03", "2026-04-06", "2026-04-27",
                "2026-05-05", "2026-05-14", "2026-05-15", "2026-05-25", "2026-12-25",
                "2026-12-26"}),
        (2013, {"2013-01-01", "2013-03-29", "2013-04-01", "2013-04-30", "2013-04-29",
                "2013-05-05", "2013-05-09", "2013-05-10", "2013-05-20", "2013-12-25",
                "2013-12-26", "2013-12-27"}),
    ],
)  # fmt: skip
def test_holidays_of_a_year(jaar: int, dagen: set[str]) -> None:
    assert {dag.isoformat() for dag in feestdagen(jaar)} == dagen


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2014, 4, 26), "Koningsdag"),
        (date(2025, 4, 26), "Koningsdag"),
        (date(2024, 4, 27), "Koningsdag"),
        (date(2013, 4, 30), "Koninginnedag"),
        (date(2021, 5, 5), "Bevrijdingsdag"),  # every year, not every fifth (R4.33)
    ],
)
def test_moved_and_disputed_holidays(dag: date, naam: str) -> None:
    assert feestdagen(dag.year)[dag].naam == naam


@pytest.mark.parametrize(
    ("dag", "aanhaling", "bewijs"),
    [
        (date(2026, 1, 1), "art. 3 lid 1 Algemene termijnenwet", Bewijs.PRIMAIR),
        (date(2026, 4, 3), "art. 3 lid 2 Algemene termijnenwet", Bewijs.PRIMAIR),
        (date(2026, 5, 5), "art. 3 lid 1 Algemene termijnenwet", Bewijs.PRIMAIR),
        (date(2013, 4, 30), "art. 3 lid 1 Algemene termijnenwet", Bewijs.SECUNDAIR),
        (date(2026, 4, 27), "art. 3 lid 1 Algemene termijnenwet", Bewijs.SECUNDAIR),
        (date(2013, 5, 10), GELIJKGESTELD, Bewijs.AFGELEID),
        (date(2022, 5, 6), GELIJKGESTELD, Bewijs.AFGELEID),
        (date(2022, 5, 27), GELIJKGESTELD, Bewijs.SECUNDAIR),
        (date(2026, 5, 15), GELIJKGESTELD, Bewijs.SECUNDAIR),
    ],
)
def test_where_a_holiday_stands_and_how_well_that_is_known(
    dag: date, aanhaling: str, bewijs: Bewijs
) -> None:
    # R4.33, R4.34
    bron = feestdagen(dag.year)[dag].bron
    assert (bron.aanhaling, bron.bewijs) == (aanhaling, bewijs)


def test_easter_and_whitsun_against_another_library() -> None:
    import holidays

    for jaar in range(2013, 2029):
        ander = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"))
        eigen = {d for d, f in feestdagen(jaar).items() if not f.gelijkgesteld}
        assert eigen <= set(ander), jaar


def test_equated_days_are_postal_days_but_end_no_term() -> None:
    gelijkgesteld = date(2026, 5, 15)
    assert geen_postdag(gelijkgesteld) is None
    assert geen_laatste_dag(gelijkgesteld) == "gelijkgestelde dag"
    assert geen_postdag(date(2026, 4, 3)) == geen_laatste_dag(date(2026, 4, 3)) == "Goede Vrijdag"
    assert geen_postdag(date(2026, 11, 21)) is None
    assert geen_laatste_dag(date(2026, 11, 21)) == "zaterdag"
    assert geen_postdag(date(2026, 11, 23)) == "maandag"
    assert geen_laatste_dag(date(2026, 11, 23)) is None


def test_delivery_never_falls_on_a_day_without_post() -> None:
    dag = date(2025, 1, 1)
    while dag < date(2028, 12, 1):
        bezorgd = bepaal_bezorging(dag, Bezorgwijze.POST).dag
        assert geen_postdag(bezorgd) is None
        laatste = bereken_termijn(verzonden=dag).laatste_dag
        assert geen_laatste_dag(laatste) is None
        assert 16 <= (bereken_termijn(verzonden=dag).laatste_dag_zonder_verlenging - dag).days <= 21
        dag += timedelta(days=1)
