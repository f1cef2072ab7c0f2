"""What a business owes on a day: recht.md 10 (R10.1 to R10.8), 2 (R2.4)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.recht.hulp_afrekening import FACTUUR, KOSTENDAG, TWEEDE

from wiktool.kern.dossier import (
    Aanmaning,
    Afspraken,
    Betaling,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Incassobureau,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)
from wiktool.recht.afrekening import Afrekening, bereken_afrekening
from wiktool.recht.renteverloop import Rentesoort

D = Decimal
ZAKELIJK = [h for h in Hoedanigheid if not h.is_consument]
SOMMATIE = Aanmaning(
    soort=Briefsoort.SOMMATIE, verzonden=date(2026, 9, 25), ontvangen=date(2026, 9, 29)
)


def op(
    dag: date,
    *vorderingen: Vordering,
    betaald: list[tuple[date, str]] | None = None,
    brieven: list[Aanmaning] | None = None,
    hoedanigheid: Hoedanigheid = Hoedanigheid.RECHTSPERSOON,
    **rest: Any,
) -> Afrekening:
    velden: dict[str, Any] = {"schuldeiser": Schuldeiser(naam="Groothandel De Linde"), **rest}
    return bereken_afrekening(
        Dossier(
            schuldenaar=Schuldenaar(naam="Bakkerij Jansen", hoedanigheid=hoedanigheid),
            vorderingen=vorderingen or (FACTUUR,),
            betalingen=tuple(Betaling(datum=dag, bedrag=D(b)) for dag, b in betaald or ()),
            aanmaningen=tuple(brieven or ()),
            **velden,
        ),
        peildatum=dag,
    )


def codes(afrekening: Afrekening) -> set[str]:
    return {kanttekening.code for kanttekening in afrekening.kanttekeningen}


# --- forty euros without a reminder (R2.4, R10.5)


@pytest.mark.parametrize("hoedanigheid", ZAKELIJK)
@pytest.mark.parametrize(
    ("dag", "kosten"), [(date(2026, 8, 31), "0.00"), (date(2026, 9, 1), "40.00")]
)
def test_forty_from_the_day_after_the_last_day(
    hoedanigheid: Hoedanigheid, dag: date, kosten: str
) -> None:
    uitkomst = op(dag, hoedanigheid=hoedanigheid)
    assert str(uitkomst.kosten) == kosten
    assert uitkomst.btw == 0
    assert ("termijn-loopt" in codes(uitkomst)) is (kosten == "0.00")
    if uitkomst.kostenposten:
        (post,) = uitkomst.kostenposten
        assert post.stappen[0].bron is not None
        assert post.stappen[0].bron.aanhaling == "art. 6:96 lid 4 BW"
        assert (post.vanaf, post.brief, post.grondslag) == (date(2026, 9, 1), None, 1000)


def test_paid_on_the_last_day_costs_nothing() -> None:
    uitkomst = op(date(2026, 11, 21), betaald=[(date(2026, 8, 31), "1000.00")])
    assert (uitkomst.kosten, uitkomst.saldo) == (0, 0)
    assert uitkomst.kostenposten == ()


def test_paid_a_day_late_costs_forty() -> None:
    uitkomst = op(date(2026, 11, 21), betaald=[(date(2026, 9, 1), "1000.00")])
    assert uitkomst.betalingen[0].toerekening.delen[0].kosten == 40
    assert uitkomst.kosten == 40


def test_every_claim_bears_the_minimum() -> None:
    uitkomst = op(date(2026, 9, 1), FACTUUR, TWEEDE)
    assert uitkomst.kosten == 80
    assert "minimum-per-vordering" in codes(uitkomst)
    assert "minimum-per-vordering" not in codes(op(date(2026, 9, 1)))


@pytest.mark.parametrize(
    ("verzuim", "kosten"), [(date(2013, 3, 15), "0.00"), (date(2013, 3, 16), "40.00")]
)
def test_the_minimum_exists_since_16_march_2013(verzuim: date, kosten: str) -> None:
    claim = Vordering(factuurnummer="1", bedrag=D("100.00"), verzuimdatum=verzuim)
    assert str(op(date(2026, 11, 21), claim).kosten) == kosten


def test_claims_outside_contract_bear_no_fee_and_no_trade_interest() -> None:
    claim = replace(FACTUUR, uit_overeenkomst=False)
    uitkomst = op(date(2026, 11, 21), claim, brieven=[SOMMATIE])
    assert uitkomst.kosten == 0
    assert uitkomst.vorderingen[0].rentesoort is Rentesoort.WETTELIJK


def test_without_known_default_there_is_no_fee() -> None:
    claim = Vordering(factuurnummer="1", bedrag=D("100.00"))
    uitkomst = op(date(2026, 11, 21), claim, brieven=[SOMMATIE])
    assert uitkomst.kosten == 0
    assert len(uitkomst.vragen) == 1


def test_what_a_reminder_would_bring_is_told() -> None:
    tekst = next(
        k.tekst for k in op(date(2026, 9, 1)).kanttekeningen if k.code == "staffel-na-aanmaning"
    )
    assert "€\u00a0150,00" in tekst
    klein = replace(FACTUUR, bedrag=D("266.69"))
    assert "staffel-na-aanmaning" not in codes(op(date(2026, 9, 1), klein))
    groter = replace(FACTUUR, bedrag=D("266.70"))
    assert "staffel-na-aanmaning" in codes(op(date(2026, 9, 1), groter))
    betaald = op(date(2026, 9, 2), betaald=[(date(2026, 9, 2), "5000.00")])
    assert "staffel-na-aanmaning" not in codes(betaald)


# --- the tariff after a reminder (R10.6, R10.7)


@pytest.mark.parametrize("soort", list(Briefsoort))
@pytest.mark.parametrize(("dag", "kosten"), [(date(2026, 10, 13), "40.00"), (KOSTENDAG, "150.00")])
def test_the_tariff_after_the_term_of_any_reminder(
    soort: Briefsoort, dag: date, kosten: str
) -> None:
    uitkomst = op(dag, brieven=[replace(SOMMATIE, soort=soort)])
    assert str(uitkomst.kosten) == kosten
    assert ("termijn-loopt" in codes(uitkomst)) is (kosten == "40.00")
    assert "staffel-na-aanmaning" not in codes(uitkomst)


def test_the_reminder_adds_what_is_above_the_minimum() -> None:
    uitkomst = op(KOSTENDAG, FACTUUR, TWEEDE, brieven=[SOMMATIE])
    assert [post.kosten for post in uitkomst.kostenposten] == [40, 40, 145]
    assert [v.kosten for v in uitkomst.vorderingen] == [D("136.67"), D("88.33")]
    laatste = uitkomst.kostenposten[-1]
    assert laatste.facturen == ("1", "2")
    assert "verminderd met €\u00a080,00" in laatste.stappen[-1].omschrijving
    assert "de sommatie van 25 september 2026" in laatste.stappen[-1].omschrijving
    assert uitkomst.kosten == 225


def test_claims_of_every_running_reminder_count_as_reminded() -> None:
    # two letters whose terms still run: none of their claims is said to lack a reminder
    brieven = [replace(SOMMATIE, facturen=(nummer,)) for nummer in ("1", "2")]
    uitkomst = op(date(2026, 10, 1), FACTUUR, TWEEDE, brieven=brieven)
    assert uitkomst.kosten == 80
    assert "termijn-loopt" in codes(uitkomst)
    assert "staffel-na-aanmaning" not in codes(uitkomst)


def test_fees_are_computed_over_whole_cents() -> None:
    uitkomst = op(KOSTENDAG, replace(FACTUUR, bedrag=D(1000)), brieven=[SOMMATIE])
    assert [str(post.grondslag) for post in uitkomst.kostenposten] == ["1000.00", "1000.00"]


def test_many_small_claims_keep_their_minimum() -> None:
    klein = [replace(FACTUUR, factuurnummer=str(n), bedrag=D("50.00")) for n in range(1, 5)]
    uitkomst = op(KOSTENDAG, *klein, brieven=[SOMMATIE])
    assert uitkomst.kosten == 160
    assert uitkomst.kostenposten[-1].kosten == 0


def test_the_tariff_is_over_the_principal_as_payments_left_it() -> None:
    # 240 paid on 10 September: 40 costs, 2.85 interest, 197.15 principal
    uitkomst = op(KOSTENDAG, brieven=[SOMMATIE], betaald=[(date(2026, 9, 10), "240.00")])
    assert uitkomst.hoofdsom_open == D("802.85")
    assert uitkomst.kosten == D("120.43")


def test_paid_within_the_term_of_the_reminder_keeps_the_minimum() -> None:
    uitkomst = op(date(2026, 11, 21), brieven=[SOMMATIE], betaald=[(date(2026, 10, 13), "1100")])
    assert uitkomst.kosten == 40
    assert len(uitkomst.kostenposten) == 1


def test_a_reminder_before_default_does_not_count() -> None:
    vroeg = replace(SOMMATIE, verzonden=date(2026, 8, 31), ontvangen=None, facturen=("1",))
    assert op(date(2026, 11, 21), brieven=[vroeg]).kosten == 40
    op_tijd = replace(vroeg, verzonden=date(2026, 9, 1))
    assert op(date(2026, 11, 21), brieven=[op_tijd]).kosten == 150


def test_a_reminder_of_tomorrow_does_not_count() -> None:
    assert "termijn-loopt" not in codes(op(date(2026, 9, 24), brieven=[SOMMATIE]))
    assert "termijn-loopt" in codes(op(date(2026, 9, 25), brieven=[SOMMATIE]))


def test_every_claim_counts_in_one_reminder() -> None:
    tweede = replace(SOMMATIE, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 20))
    uitkomst = op(date(2026, 11, 21), FACTUUR, TWEEDE, brieven=[tweede, SOMMATIE])
    assert uitkomst.kosten == 225
    alleen_eerste = replace(SOMMATIE, facturen=("1",))
    uitkomst = op(date(2026, 11, 21), FACTUUR, TWEEDE, brieven=[alleen_eerste, tweede])
    assert [v.kosten for v in uitkomst.vorderingen] == [150, 75]


def test_default_before_july_2012_takes_no_tariff() -> None:
    claim = Vordering(factuurnummer="1", bedrag=D("1000.00"), verzuimdatum=date(2012, 6, 30))
    uitkomst = op(date(2026, 11, 21), claim, brieven=[SOMMATIE])
    assert uitkomst.kosten == 0
    assert "verzuim-voor-besluit" in codes(uitkomst)


# --- agreed otherwise (R10.6)


@pytest.mark.parametrize(
    ("afspraken", "kosten"),
    [
        ({"incassopercentage": D(20)}, "200.00"),
        ({"incassopercentage": D(15), "incassominimum": D(250)}, "250.00"),
        ({"incassopercentage": D(15), "incassominimum": D("149.99")}, "150.00"),
        ({"incassopercentage": D("8.335")}, "83.35"),
        ({"incassopercentage": D(1)}, "40.00"),
        ({"incassominimum": D(250)}, "250.00"),
        ({"incassominimum": D(50)}, "150.00"),
    ],
)
def test_agreed_costs_after_a_reminder(afspraken: dict[str, Decimal], kosten: str) -> None:
    uitkomst = op(KOSTENDAG, brieven=[SOMMATIE], afspraken=Afspraken(**afspraken))
    assert str(uitkomst.kosten) == kosten
    assert "matiging" in codes(uitkomst)
    assert "art. 242 Rv" in {
        k.bron.aanhaling for k in uitkomst.kanttekeningen if k.bron is not None
    }


def test_the_agreement_is_put_in_words() -> None:
    afspraken = Afspraken(incassopercentage=D(15), incassominimum=D(250))
    teksten = [
        s.omschrijving for s in op(KOSTENDAG, brieven=[SOMMATIE], afspraken=afspraken).stappen
    ]
    assert "overeengekomen: 15% van de hoofdsom, ten minste €\u00a0250,00" in teksten
    alleen = Afspraken(incassominimum=D(250))
    teksten = [s.omschrijving for s in op(KOSTENDAG, brieven=[SOMMATIE], afspraken=alleen).stappen]
    assert "overeengekomen: ten minste €\u00a0250,00" in teksten


def test_nothing_agreed_needs_no_moderation() -> None:
    assert "matiging" not in codes(op(KOSTENDAG, brieven=[SOMMATIE]))
    assert "staffel-zakelijk" in codes(op(KOSTENDAG, brieven=[SOMMATIE]))
    assert "matiging" not in codes(op(KOSTENDAG, afspraken=Afspraken(incassopercentage=D(20))))


# --- VAT


@pytest.mark.parametrize(
    ("aangezegd", "btw"),
    [
        (None, "0.00"),
        ("150.00", "0.00"),
        ("160.00", "10.00"),
        ("181.50", "31.50"),
        ("200", "31.50"),
    ],
)
def test_vat_needs_ground_and_announcement(aangezegd: str | None, btw: str) -> None:
    brief = replace(SOMMATIE, kosten=None if aangezegd is None else D(aangezegd))
    met_grond = Schuldeiser(naam="De Linde", uitbesteed=True, btw_verrekenbaar=False)
    assert str(op(KOSTENDAG, brieven=[brief], schuldeiser=met_grond).btw) == btw
    assert op(KOSTENDAG, brieven=[brief]).btw == 0


# --- interest (R7.10, R7.20)


@pytest.mark.parametrize("hoedanigheid", ZAKELIJK)
def test_trade_interest_against_businesses_and_the_government(
    hoedanigheid: Hoedanigheid,
) -> None:
    uitkomst = op(date(2026, 9, 1), hoedanigheid=hoedanigheid)
    assert uitkomst.vorderingen[0].rentesoort is Rentesoort.HANDEL
    assert uitkomst.rente == D("0.28")
    artikel = "6:119b" if hoedanigheid is Hoedanigheid.OVERHEID else "6:119a"
    assert f"art. {artikel} BW" in {bron.aanhaling for bron in uitkomst.bronnen}


@pytest.mark.parametrize(
    ("hoedanigheid", "twijfel"),
    [
        (Hoedanigheid.ONDERNEMER, True),
        (Hoedanigheid.RECHTSPERSOON, False),
        (Hoedanigheid.OVERHEID, False),
    ],
)
def test_the_registration_mark_matters_for_natural_persons(
    hoedanigheid: Hoedanigheid, twijfel: bool
) -> None:
    # R8.1: a sole trader counts
    uitkomst = op(
        date(2026, 11, 21), hoedanigheid=hoedanigheid, incassobureau=Incassobureau(naam="Snel")
    )
    assert ("registratiekenmerk-ontbreekt" in codes(uitkomst)) is twijfel


def test_consumer_doubts_do_not_appear() -> None:
    uitkomst = op(
        date(2026, 11, 21), afspraken=Afspraken(kostenbeding=True, incassopercentage=D(15))
    )
    assert not {"kostenbeding", "incassobeding-consument", "geen-veertiendagenbrief"} & codes(
        uitkomst
    )


def test_three_reminders_and_each_claim_in_one() -> None:
    eerste = replace(SOMMATIE, facturen=("1",))
    tweede = replace(
        SOMMATIE, verzonden=date(2026, 9, 28), ontvangen=date(2026, 9, 30), facturen=("2",)
    )
    derde = replace(eerste, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 20))
    uitkomst = op(date(2026, 11, 21), FACTUUR, TWEEDE, brieven=[eerste, tweede, derde])
    assert [post.brief for post in uitkomst.kostenposten if post.brief] == [
        date(2026, 9, 25),
        date(2026, 9, 28),
    ]


def test_a_fee_names_its_claims_and_its_base() -> None:
    minimum, staffel = op(KOSTENDAG, brieven=[SOMMATIE]).kostenposten
    assert (minimum.facturen, minimum.grondslag) == (("1",), 1000)
    assert (staffel.facturen, staffel.grondslag) == (("1",), 1000)


def test_nothing_is_foreseen_for_what_is_paid() -> None:
    uitkomst = op(date(2026, 8, 20), betaald=[(date(2026, 8, 20), "1000.00")])
    assert "termijn-loopt" not in codes(uitkomst)
    gelijk = replace(FACTUUR, bedrag=D("100.00"))
    uitkomst = op(date(2026, 10, 1), gelijk, brieven=[SOMMATIE])
    assert "termijn-loopt" not in codes(uitkomst)


@pytest.mark.parametrize(("percentage", "lager"), [("10.39", True), ("10.4", False), ("3", True)])
def test_agreed_interest_is_compared_with_trade_interest(percentage: str, lager: bool) -> None:
    uitkomst = op(date(2026, 9, 2), afspraken=Afspraken(rentepercentage=D(percentage)))
    tekst = [k.tekst for k in uitkomst.kanttekeningen if k.code == "lager-dan-wettelijke-rente"]
    assert bool(tekst) is lager
    assert all("wettelijke handelsrente" in regel for regel in tekst)
