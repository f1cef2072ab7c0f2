"""Instalments: recht.md 1.6 (R1.40 to R1.44)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from wiktool.kern.dossier import (
    Aanmaning,
    Bezorgwijze,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)
from wiktool.kern.fouten import BuitenBereik, GebruiksFout, NietMogelijk, NotatieFout
from wiktool.recht.termijnbetalingen import (
    Post,
    bereken_aanmaningskosten,
    bereken_termijnkosten,
    kosten_van_aanmaning,
    tel_eerdere_aanmaningen,
)

DAG = date(2026, 11, 21)
LAAG = Decimal("50.00")
HOOG = Decimal("1000.00")
ARTIKEL = "termijnbetalingen-artikel-2a"


def kosten(*bedragen: str, eerder: int = 0, dag: date = DAG, **rest: Any) -> Any:
    return bereken_termijnkosten(
        [Decimal(bedrag) for bedrag in bedragen], eerder_aangemaand=eerder, peildatum=dag, **rest
    )


def codes(berekening: Any) -> set[str]:
    return {kanttekening.code for kanttekening in berekening.kanttekeningen}


# --- the cautious amount (R1.43)


@pytest.mark.parametrize(
    ("eerder", "bedrag"),
    [
        (0, "40.00"),
        (1, "20.00"),
        (2, "20.00"),
        (5, "20.00"),
        (6, "0.00"),
        (7, "0.00"),
        (60, "0.00"),
    ],
)
def test_forty_then_twenty_up_to_one_hundred_and_forty(eerder: int, bedrag: str) -> None:
    uitkomst = kosten("50.00", eerder=eerder)
    assert str(uitkomst.kosten) == bedrag
    assert uitkomst.totaal == uitkomst.kosten
    assert uitkomst.hoofdsom == LAAG
    assert ARTIKEL in codes(uitkomst)


def test_six_reminders_take_one_hundred_and_forty_in_all() -> None:
    assert sum(kosten("50.00", eerder=n).kosten for n in range(20)) == 140


@pytest.mark.parametrize("eerder", [-1, -6])
def test_a_negative_number_is_refused(eerder: int) -> None:
    with pytest.raises(GebruiksFout, match=f"«{eerder}»"):
        kosten("50.00", eerder=eerder)


def test_the_explanation_names_amounts_and_article() -> None:
    uitkomst = kosten("50.00", eerder=3)
    (stap,) = uitkomst.stappen
    assert "na 3 eerdere aanmaningen in de 6 maanden ervoor" in stap.omschrijving
    assert stap.bedrag == 20
    assert [b.aanhaling for b in uitkomst.bronnen] == [
        "art. 2a Besluit vergoeding voor buitengerechtelijke incassokosten",
        "art. 6:96 lid 8 BW",
    ]
    assert uitkomst.schijven == ()
    assert not uitkomst.minimum_toegepast
    assert codes(uitkomst) == {ARTIKEL, "pas-na-veertiendagenbrief"}
    assert "na één eerdere aanmaning" in kosten("50.00", eerder=1).stappen[0].omschrijving


# --- which instalments are low (R1.41): tariff equal to the minimum, up to € 266.69


@pytest.mark.parametrize(
    ("bedrag", "verwacht"),
    [("266.66", "20.00"), ("266.67", "20.00"), ("266.69", "20.00"), ("266.70", "40.01")],
)
def test_the_lowest_fee_ends_at_26669(bedrag: str, verwacht: str) -> None:
    uitkomst = kosten(bedrag, eerder=2)
    assert str(uitkomst.kosten) == verwacht
    hoog = "termijnbetaling-boven-laagste-vergoeding" in codes(uitkomst)
    assert hoog is (bedrag == "266.70")
    assert (ARTIKEL in codes(uitkomst)) is not hoog


# --- several instalments in one letter (R1.42, R1.44)


def test_several_low_instalments_cost_no_more_than_one() -> None:
    uitkomst = kosten("200.00", "200.00", "200.00")
    assert uitkomst.kosten == 40
    assert uitkomst.hoofdsom == 600
    assert uitkomst.vorderingen == (Decimal(200),) * 3
    assert "3 termijnen" in uitkomst.stappen[0].omschrijving
    assert kosten("200.00", "200.00", eerder=1).kosten == 20
    assert kosten("200.00", "200.00", eerder=6).kosten == 0


def test_high_instalments_are_added_up_under_the_tariff() -> None:
    uitkomst = kosten("300.00", "300.00", eerder=4)
    assert uitkomst.kosten == 90
    assert "termijnbetaling-boven-laagste-vergoeding" in codes(uitkomst)


def test_low_instalments_beside_high_ones_add_nothing() -> None:
    uitkomst = kosten("300.00", "50.00", eerder=0)
    assert uitkomst.kosten == 45
    assert uitkomst.hoofdsom == 350
    assert uitkomst.vorderingen == (Decimal(300), Decimal(50))
    assert "1 termijn met" in uitkomst.stappen[-1].omschrijving
    assert "2 termijnen met" in kosten("300", "50", "60").stappen[-1].omschrijving
    assert ARTIKEL in codes(uitkomst)
    assert "2a" in uitkomst.bronnen[-1].aanhaling


def test_low_instalments_beside_other_claims_add_nothing() -> None:
    uitkomst = bereken_aanmaningskosten(
        [Post(bedrag=LAAG, termijnbetaling=True), Post(bedrag=LAAG), Post(bedrag=HOOG)],
        eerder_aangemaand=2,
        peildatum=DAG,
    )
    assert uitkomst.kosten == Decimal("157.50")
    assert uitkomst.hoofdsom == Decimal("1100.00")


def test_high_instalments_are_added_to_other_claims() -> None:
    uitkomst = bereken_aanmaningskosten(
        [Post(bedrag=HOOG, termijnbetaling=True), Post(bedrag=LAAG)],
        eerder_aangemaand=2,
        peildatum=DAG,
    )
    assert uitkomst.kosten == Decimal("157.50")


def test_without_instalments_it_is_the_ordinary_tariff() -> None:
    uitkomst = bereken_aanmaningskosten(
        [Post(bedrag=LAAG), Post(bedrag=HOOG)], eerder_aangemaand=3, peildatum=DAG
    )
    assert uitkomst.kosten == Decimal("157.50")
    assert not {code for code in codes(uitkomst) if code.startswith("termijnbetaling")}


def test_no_claim_or_an_empty_one_is_refused() -> None:
    with pytest.raises(NotatieFout):
        kosten()
    with pytest.raises(NotatieFout):
        kosten("0.00", eerder=1)


# --- VAT (R1.44)


def test_vat_is_not_added_to_amounts_under_article_2a() -> None:
    for uitkomst in (kosten("50.00", eerder=1, btw=True), kosten("50.00", "60.00", btw=True)):
        assert (uitkomst.btw, uitkomst.btw_percentage) == (0, None)
        assert uitkomst.totaal == uitkomst.kosten
        assert "btw-termijnbetaling" in codes(uitkomst)
    assert "btw-termijnbetaling" not in codes(kosten("50.00", eerder=1))


def test_vat_is_added_to_the_ordinary_fee() -> None:
    assert str(kosten("50.00", btw=True).totaal) == "48.40"
    assert str(kosten("300.00", eerder=2, btw=True).totaal) == "54.45"


# --- when and to whom it applies (R1.40, R10.8)


@pytest.mark.parametrize(
    ("dag", "bedrag"), [(date(2024, 9, 30), "40.00"), (date(2024, 10, 1), "20.00")]
)
def test_the_rule_begins_on_1_october_2024(dag: date, bedrag: str) -> None:
    uitkomst = kosten("50.00", eerder=1, dag=dag)
    assert str(uitkomst.kosten) == bedrag
    assert ("termijnbetaling-voor-2024" in codes(uitkomst)) is (bedrag == "40.00")


def test_before_that_day_several_instalments_took_the_tariff() -> None:
    assert kosten("200.00", "200.00", eerder=9, dag=date(2024, 9, 30)).kosten == 60


@pytest.mark.parametrize(
    "hoedanigheid", [h for h in Hoedanigheid if h is not Hoedanigheid.CONSUMENT]
)
def test_it_is_a_consumer_rule(hoedanigheid: Hoedanigheid) -> None:
    uitkomst = kosten("50.00", eerder=3, hoedanigheid=hoedanigheid)
    assert uitkomst.kosten == 40
    assert uitkomst.hoedanigheid is hoedanigheid
    assert "termijnbetaling-alleen-consument" in codes(uitkomst)


def test_default_before_july_2012_is_refused() -> None:
    with pytest.raises(BuitenBereik, match="1 juli 2012"):
        kosten("50.00", eerder=1, verzuimdatum=date(2012, 6, 30))
    assert kosten("50.00", eerder=1, verzuimdatum=date(2012, 7, 1)).kosten == 20


# --- counting in a dossier (R1.40)


def termijn(nummer: str, **velden: Any) -> Vordering:
    velden = {"rechtsverhouding": "huur", "termijnbetaling": True, **velden}
    return Vordering(factuurnummer=nummer, bedrag=LAAG, **velden)


MEI = termijn("5", vervaldatum=date(2026, 5, 1), fatale_termijn=True)
OKTOBER = termijn("10", vervaldatum=date(2026, 10, 1), fatale_termijn=True)


def wik(**velden: Any) -> Aanmaning:
    velden = {"bezorging": Bezorgwijze.PERSOONLIJK, **velden}
    return Aanmaning(soort=Briefsoort.WIK, **velden)


def dossier(*brieven: Aanmaning, vorderingen: tuple[Vordering, ...] = (MEI, OKTOBER)) -> Dossier:
    return Dossier(
        schuldeiser=Schuldeiser(naam="Verhuur De Linde"),
        schuldenaar=Schuldenaar(naam="J. Jansen", hoedanigheid=Hoedanigheid.CONSUMENT),
        vorderingen=vorderingen,
        aanmaningen=brieven,
    )


@pytest.mark.parametrize(
    ("verzonden", "telt"),
    [
        (date(2026, 5, 20), 0),
        (date(2026, 5, 21), 1),
        (date(2026, 5, 22), 1),
        (date(2026, 11, 20), 1),
        (date(2026, 11, 21), 0),
        (date(2026, 11, 22), 0),
    ],
)
def test_the_window_is_six_calendar_months_before_the_day(verzonden: date, telt: int) -> None:
    mapje = dossier(wik(verzonden=verzonden, facturen=("5",)))
    assert tel_eerdere_aanmaningen(mapje, [OKTOBER], dag=DAG) == telt


def test_a_letter_sent_before_the_window_but_received_in_it_counts() -> None:
    # posted Wednesday 20 May 2026, presumed received Friday 22 May
    mapje = dossier(wik(verzonden=date(2026, 5, 20), bezorging=Bezorgwijze.POST))
    assert tel_eerdere_aanmaningen(mapje, [OKTOBER], dag=DAG) == 1


def test_the_window_at_the_end_of_a_short_month() -> None:
    # six months before 31 August 2026 is 28 February
    for dag, telt in ((date(2026, 2, 27), 0), (date(2026, 2, 28), 1)):
        mapje = dossier(wik(ontvangen=dag, facturen=("5",)))
        assert tel_eerdere_aanmaningen(mapje, [OKTOBER], dag=date(2026, 8, 31)) == telt


@pytest.mark.parametrize("soort", [s for s in Briefsoort if s is not Briefsoort.WIK])
def test_other_letters_do_not_count(soort: Briefsoort) -> None:
    mapje = dossier(Aanmaning(soort=soort, verzonden=date(2026, 9, 1)))
    assert tel_eerdere_aanmaningen(mapje, [OKTOBER], dag=DAG) == 0


def test_a_letter_over_several_instalments_counts_once() -> None:
    mapje = dossier(
        wik(verzonden=date(2026, 9, 1), facturen=("5", "10")), wik(verzonden=date(2026, 10, 5))
    )
    assert tel_eerdere_aanmaningen(mapje, [OKTOBER], dag=DAG) == 2


def test_only_letters_about_the_same_relation_count() -> None:
    ander = termijn("A", rechtsverhouding="lening", vervaldatum=date(2026, 5, 1))
    gewoon = termijn("G", termijnbetaling=False, vervaldatum=date(2026, 5, 1))
    naamloos = termijn("N", rechtsverhouding="", vervaldatum=date(2026, 5, 1))
    alle = (MEI, OKTOBER, ander, gewoon, naamloos)
    for nummer, telt in (("5", 1), ("A", 0), ("G", 0), ("N", 1)):
        mapje = dossier(wik(verzonden=date(2026, 9, 1), facturen=(nummer,)), vorderingen=alle)
        assert tel_eerdere_aanmaningen(mapje, [OKTOBER], dag=DAG) == telt
    # where the claim itself names no relation, every instalment may belong to it
    for nummer, telt in (("A", 1), ("G", 0)):
        mapje = dossier(wik(verzonden=date(2026, 9, 1), facturen=(nummer,)), vorderingen=alle)
        assert tel_eerdere_aanmaningen(mapje, [naamloos], dag=DAG) == telt


def test_a_letter_about_unknown_claims_counts() -> None:
    mapje = dossier(wik(verzonden=date(2026, 9, 1), facturen=("weg",)))
    assert tel_eerdere_aanmaningen(mapje, [OKTOBER], dag=DAG) == 1


def test_a_letter_about_no_claim_that_was_open_does_not_count() -> None:
    mapje = dossier(wik(verzonden=date(2026, 9, 1)), vorderingen=(OKTOBER,))
    assert tel_eerdere_aanmaningen(mapje, [OKTOBER], dag=DAG) == 0


def test_nothing_counts_for_claims_that_are_no_instalments() -> None:
    gewoon = termijn("G", termijnbetaling=False)
    mapje = dossier(wik(verzonden=date(2026, 9, 1)))
    assert tel_eerdere_aanmaningen(mapje, [gewoon], dag=DAG) == 0


def test_a_letter_without_a_day_is_refused() -> None:
    with pytest.raises(NietMogelijk):
        tel_eerdere_aanmaningen(dossier(wik()), [OKTOBER], dag=DAG)


# --- the fee of a letter in a dossier


def test_the_fee_of_a_letter_follows_the_dossier() -> None:
    mapje = dossier(wik(verzonden=date(2026, 9, 1), facturen=("5",)))
    uitkomst = kosten_van_aanmaning(mapje, [(OKTOBER, LAAG)], dag=DAG)
    assert uitkomst.kosten == 20
    assert uitkomst.peildatum == DAG
    assert kosten_van_aanmaning(dossier(), [(OKTOBER, LAAG)], dag=DAG).kosten == 40


def test_the_fee_of_a_letter_uses_capacity_default_and_vat() -> None:
    gewoon = Vordering(factuurnummer="1", bedrag=HOOG, verzuimdatum=date(2012, 6, 30))
    oud = dossier(vorderingen=(gewoon,))
    with pytest.raises(BuitenBereik):
        kosten_van_aanmaning(oud, [(gewoon, HOOG)], dag=DAG)
    onbekend = Vordering(factuurnummer="1", bedrag=HOOG)
    uitkomst = kosten_van_aanmaning(
        Dossier(
            schuldeiser=Schuldeiser(naam="Verhuur De Linde"),
            schuldenaar=Schuldenaar(naam="J. Jansen"),
            vorderingen=(onbekend,),
        ),
        [(onbekend, Decimal("400.00"))],
        dag=DAG,
        btw=True,
    )
    assert (str(uitkomst.kosten), str(uitkomst.btw)) == ("60.00", "12.60")
    assert uitkomst.hoedanigheid is Hoedanigheid.CONSUMENT


# --- what the mutation run asked for


def test_amounts_under_article_2a_were_not_bounded_by_the_tariff() -> None:
    for uitkomst in (kosten("50.00", eerder=1), kosten("50.00", "60.00")):
        assert uitkomst.minimum_toegepast is False
        assert uitkomst.maximum_toegepast is False
    # not even where the tariff over the whole would have been
    veel = bereken_termijnkosten([Decimal("266.00")] * 4000, eerder_aangemaand=1, peildatum=DAG)
    assert (veel.kosten, veel.maximum_toegepast) == (20, False)


def test_the_fee_of_a_letter_has_no_vat_unless_asked_and_follows_capacity() -> None:
    zakelijk = Dossier(
        schuldeiser=Schuldeiser(naam="Verhuur De Linde"),
        schuldenaar=Schuldenaar(naam="Jansen B.V.", hoedanigheid=Hoedanigheid.RECHTSPERSOON),
        vorderingen=(OKTOBER,),
    )
    uitkomst = kosten_van_aanmaning(zakelijk, [(OKTOBER, LAAG)], dag=DAG)
    assert uitkomst.hoedanigheid is Hoedanigheid.RECHTSPERSOON
    assert uitkomst.btw_percentage is None
