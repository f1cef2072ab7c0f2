"""What a consumer owes on a day: recht.md 6.4, 2, 4.2 (R6.4, H7, H10, D8, D9, D10, D12)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

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
from wiktool.kern.fouten import BuitenBereik, NietMogelijk, NotatieFout
from wiktool.kern.geld import rond_af
from wiktool.recht.afrekening import Afrekening, bereken_afrekening
from wiktool.recht.verzuim import Verzuimgrond

D = Decimal
# in default since 1 September 2026; the letter is received on 29 September: last day 13 October
FACTUUR = Vordering(
    factuurnummer="1",
    bedrag=D("1000.00"),
    factuurdatum=date(2026, 8, 1),
    vervaldatum=date(2026, 8, 31),
    fatale_termijn=True,
)
BRIEF = Aanmaning(
    soort=Briefsoort.WIK,
    verzonden=date(2026, 9, 25),
    ontvangen=date(2026, 9, 29),
    kosten=D("150.00"),
)
LAATSTE_DAG = date(2026, 10, 13)
KOSTENDAG = date(2026, 10, 14)


def dossier(
    *vorderingen: Vordering,
    betaald: list[Betaling] | None = None,
    brieven: list[Aanmaning] | None = None,
    **rest: Any,
) -> Dossier:
    velden: dict[str, Any] = {
        "schuldeiser": Schuldeiser(naam="Praktijk De Linde"),
        "schuldenaar": Schuldenaar(naam="J. Jansen", hoedanigheid=Hoedanigheid.CONSUMENT),
        **rest,
    }
    return Dossier(
        vorderingen=vorderingen or (FACTUUR,),
        betalingen=tuple(betaald or ()),
        aanmaningen=tuple([BRIEF] if brieven is None else brieven),
        **velden,
    )


def betaling(dag: date, bedrag: str, factuurnummer: str = "") -> Betaling:
    return Betaling(datum=dag, bedrag=D(bedrag), factuurnummer=factuurnummer)


def op(dag: date, *vorderingen: Vordering, **rest: Any) -> Afrekening:
    return bereken_afrekening(dossier(*vorderingen, **rest), peildatum=dag)


def codes(afrekening: Afrekening) -> set[str]:
    return {kanttekening.code for kanttekening in afrekening.kanttekeningen}


# --- interest before there is any fee


def test_nothing_but_principal_before_default() -> None:
    uitkomst = op(date(2026, 8, 31), brieven=[])
    assert (uitkomst.saldo, uitkomst.rente, uitkomst.kosten) == (1000, 0, 0)
    assert uitkomst.vorderingen[0].perioden == ()
    assert uitkomst.dagrente == D("0.11")
    assert codes(uitkomst) == set()


def test_daily_interest_is_zero_while_default_is_further_ahead() -> None:
    assert op(date(2026, 8, 30), brieven=[]).dagrente == 0


def test_interest_runs_from_the_first_day_of_default() -> None:
    uitkomst = op(date(2026, 9, 1), brieven=[])
    assert uitkomst.rente == D("0.11")
    assert uitkomst.vorderingen[0].verzuim.grond is Verzuimgrond.FATALE_TERMIJN
    assert "geen-veertiendagenbrief" in codes(uitkomst)


def test_unknown_default_asks_and_counts_nothing() -> None:
    uitkomst = op(date(2026, 11, 21), replace(FACTUUR, fatale_termijn=None))
    assert (uitkomst.saldo, uitkomst.rente, uitkomst.kosten, uitkomst.dagrente) == (1000, 0, 0, 0)
    (vraag,) = uitkomst.vragen
    assert vraag.startswith("Factuur 1: Is 31 augustus 2026")
    assert "brief-voor-verzuim" in codes(uitkomst)
    betaald = op(
        date(2026, 11, 21),
        replace(FACTUUR, fatale_termijn=None),
        betaald=[betaling(date(2026, 9, 1), "1000.00")],
    )
    assert betaald.vragen == ()


def test_every_figure_of_an_account_and_of_its_claims() -> None:
    # 4% over 1000 for 82 days; over 500 for 62 days, then over 278.40 for 20; one fee of 225.00,
    # of which a third for the claim of 500, with which the payment begins (R1.22, R6.2, R7.6)
    uitkomst = op(
        date(2026, 11, 21),
        FACTUUR,
        replace(FACTUUR, factuurnummer="2", bedrag=D(500)),
        brieven=[replace(BRIEF, kosten=D("225.00"))],
        betaald=[betaling(date(2026, 11, 1), "300.00", "2")],
    )
    namen = ("hoofdsom", "hoofdsom_open", "rente", "rente_open", "kosten", "btw", "kosten_open")
    namen += ("betaald", "saldo", "dagrente")
    regels = [*uitkomst.vorderingen, uitkomst]
    assert [" ".join(str(getattr(regel, naam)) for naam in namen) for regel in regels] == [
        "1000.00 1000.00 8.99 8.99 150.00 0.00 150.00 0.00 1158.99 0.11",
        "500 278.40 4.01 0.61 75.00 0.00 0.00 300.00 279.01 0.03",
        "1500.00 1278.40 13.00 9.60 225.00 0.00 150.00 300.00 1438.00 0.14",
    ]
    assert [regel.factuurnummer for regel in uitkomst.vorderingen] == ["1", "2"]
    # the payment on the other claim leaves the interest of the first in one period
    (periode,) = uitkomst.vorderingen[0].perioden
    assert (periode.tot, rond_af(periode.rente)) == (date(2026, 11, 21), D("8.99"))
    assert str(uitkomst.rest) == "0.00"
    assert (uitkomst.peildatum, uitkomst.schuldenaar) == (date(2026, 11, 21), "J. Jansen")


def test_an_account_without_payments_is_in_whole_cents_too() -> None:
    uitkomst = op(date(2026, 8, 31), replace(FACTUUR, bedrag=D(500)), brieven=[])
    totalen = (uitkomst.hoofdsom, uitkomst.hoofdsom_open, uitkomst.betaald, uitkomst.rest)
    assert [str(totaal) for totaal in totalen] == ["500.00", "500.00", "0.00", "0.00"]


def test_daily_interest_of_a_claim_is_not_known_past_the_last_rate() -> None:
    (regel,) = op(date(2026, 12, 31), brieven=[]).vorderingen
    assert regel.dagrente is None
    (regel,) = op(date(2026, 12, 30), brieven=[]).vorderingen
    assert str(regel.dagrente) == "0.11"


# --- the fee: not before the term is over (R6.4, H10)


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


# --- letters without effect


@pytest.mark.parametrize(("dagen", "kosten"), [(13, "0.00"), (14, "150.00"), (15, "150.00")])
def test_a_term_under_fourteen_days_has_no_effect(dagen: int, kosten: str) -> None:
    # H7: and nothing repairs it
    uitkomst = op(date(2026, 11, 21), brieven=[replace(BRIEF, termijn_dagen=dagen)])
    assert str(uitkomst.kosten) == kosten
    assert ("brief-zonder-werking" in codes(uitkomst)) is (dagen == 13)
    assert ("geen-veertiendagenbrief" in codes(uitkomst)) is (dagen == 13)


def test_a_longer_term_ends_later() -> None:
    uitkomst = op(date(2026, 10, 16), brieven=[replace(BRIEF, termijn_dagen=15)])
    assert uitkomst.kostenposten[0].vanaf == date(2026, 10, 15)
    langer = op(date(2026, 10, 16), brieven=[replace(BRIEF, termijn_dagen=21)])
    assert langer.kostenposten == ()


@pytest.mark.parametrize(
    ("verzonden", "werkt"), [(date(2026, 8, 31), False), (date(2026, 9, 1), True)]
)
def test_a_letter_before_default_has_no_effect(verzonden: date, werkt: bool) -> None:
    # D10
    brief = replace(BRIEF, verzonden=verzonden, ontvangen=verzonden, facturen=("1",))
    uitkomst = op(date(2026, 11, 21), brieven=[brief])
    assert bool(uitkomst.kosten) is werkt
    assert ("brief-voor-verzuim" in codes(uitkomst)) is not werkt


def test_a_claim_that_was_not_yet_in_default_stays_out() -> None:
    later = replace(FACTUUR, factuurnummer="2", bedrag=D("500.00"), vervaldatum=date(2026, 9, 30))
    brief = replace(BRIEF, facturen=("1", "2"), kosten=D("225.00"))
    uitkomst = op(date(2026, 11, 21), FACTUUR, later, brieven=[brief])
    assert [v.kosten for v in uitkomst.vorderingen] == [150, 0]
    assert {"brief-voor-verzuim", "aangezegde-kosten-te-hoog"} <= codes(uitkomst)


def test_a_letter_that_names_no_invoices_is_about_what_was_due() -> None:
    later = replace(FACTUUR, factuurnummer="2", bedrag=D("500.00"), vervaldatum=date(2026, 9, 30))
    uitkomst = op(date(2026, 11, 21), FACTUUR, later)
    assert [v.kosten for v in uitkomst.vorderingen] == [150, 0]
    assert "brief-voor-verzuim" not in codes(uitkomst)


@pytest.mark.parametrize("soort", [s for s in Briefsoort if s is not Briefsoort.WIK])
def test_other_letters_make_no_fee_due(soort: Briefsoort) -> None:
    assert op(date(2026, 11, 21), brieven=[replace(BRIEF, soort=soort)]).kosten == 0


def test_claims_outside_contract_bear_no_fee() -> None:
    uitkomst = op(date(2026, 11, 21), replace(FACTUUR, uit_overeenkomst=False))
    assert (uitkomst.kosten, uitkomst.kostenposten) == (0, ())
    assert "geen-overeenkomst" in codes(uitkomst)
    assert uitkomst.rente > 0


@pytest.mark.parametrize(
    ("verzuim", "kosten", "oud"),
    [(date(2012, 6, 30), "0.00", True), (date(2012, 7, 1), "150.00", False)],
)
def test_default_before_the_decree_bears_no_fee(verzuim: date, kosten: str, oud: bool) -> None:
    claim = Vordering(factuurnummer="1", bedrag=D("1000.00"), verzuimdatum=verzuim)
    uitkomst = op(date(2026, 11, 21), claim)
    assert str(uitkomst.kosten) == kosten
    assert ("verzuim-voor-besluit" in codes(uitkomst)) is oud


def test_a_second_letter_about_the_same_claim_adds_nothing() -> None:
    # R1.7: once per claim
    tweede = replace(BRIEF, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 22))
    uitkomst = op(date(2026, 11, 21), brieven=[tweede, BRIEF])
    assert uitkomst.kosten == 150
    assert len(uitkomst.kostenposten) == 1


def test_a_letter_about_claims_of_two_earlier_letters_adds_nothing() -> None:
    tweede = replace(FACTUUR, factuurnummer="2", bedrag=D("500.00"))
    een, twee = (replace(BRIEF, facturen=(nummer,), kosten=None) for nummer in ("1", "2"))
    derde = replace(BRIEF, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 22))
    uitkomst = op(date(2026, 11, 21), FACTUUR, tweede, brieven=[een, twee, derde])
    assert [post.facturen for post in uitkomst.kostenposten] == [("1",), ("2",)]
    assert uitkomst.kosten == 225


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


def test_every_letter_without_effect_is_told() -> None:
    kort = replace(BRIEF, termijn_dagen=7)
    vroeg = replace(
        BRIEF, verzonden=date(2026, 8, 20), ontvangen=date(2026, 8, 21), facturen=("1",)
    )
    uitkomst = op(
        date(2026, 11, 21), brieven=[kort, vroeg, replace(BRIEF, verzonden=date(2026, 9, 28))]
    )
    assert {"brief-zonder-werking", "brief-voor-verzuim"} <= codes(uitkomst)
    assert uitkomst.kosten == 150


def test_a_new_letter_repairs_a_void_one() -> None:
    # H8
    fout = replace(BRIEF, termijn_dagen=7)
    nieuw = replace(BRIEF, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 22))
    uitkomst = op(date(2026, 11, 21), brieven=[fout, nieuw])
    assert uitkomst.kostenposten[0].vanaf == date(2026, 11, 6)
    assert uitkomst.kosten == 150


# --- several claims (6:96 lid 7)

TWEEDE = replace(FACTUUR, factuurnummer="2", bedrag=D("500.00"), factuurdatum=date(2026, 8, 2))


def test_one_letter_adds_the_principals_and_divides_the_fee() -> None:
    uitkomst = op(date(2026, 11, 21), FACTUUR, TWEEDE, brieven=[replace(BRIEF, kosten=D("225.00"))])
    assert uitkomst.kosten == 225
    assert [v.kosten for v in uitkomst.vorderingen] == [150, 75]
    assert uitkomst.kostenposten[0].facturen == ("1", "2")
    assert uitkomst.kostenposten[0].grondslag == 1500
    assert "kosten-verdeeld" in codes(uitkomst)
    assert "kosten-verdeeld" not in codes(op(date(2026, 11, 21)))
    op_tijd = op(date(2026, 11, 21), FACTUUR, TWEEDE, betaald=[betaling(LAATSTE_DAG, "2000.00")])
    assert "kosten-verdeeld" not in codes(op_tijd)


def test_the_fee_is_divided_to_the_cent() -> None:
    derde = replace(TWEEDE, factuurnummer="3", bedrag=D("33.33"))
    uitkomst = op(date(2026, 11, 21), FACTUUR, TWEEDE, derde, brieven=[replace(BRIEF, kosten=None)])
    assert sum(v.kosten for v in uitkomst.vorderingen) == uitkomst.kosten == D("230.00")


def test_only_unpaid_claims_bear_the_fee() -> None:
    uitkomst = op(
        date(2026, 11, 21),
        FACTUUR,
        TWEEDE,
        brieven=[replace(BRIEF, kosten=D("225.00"))],
        betaald=[betaling(LAATSTE_DAG, "510.00", "2")],
    )
    assert [v.kosten for v in uitkomst.vorderingen] == [D("148.50"), 0]
    # what went to interest counts as paid on principal: 1500 less 510
    assert uitkomst.kostenposten[0].grondslag == 990


@pytest.mark.parametrize("verzonden", [date(2026, 9, 30), date(2026, 10, 20)])
def test_two_letters_that_belonged_in_one_cost_no_more_than_one(verzonden: date) -> None:
    # D12: both claims were in default on 25 September; 100 + 100 would cost 80 in two letters
    klein = [replace(v, bedrag=D("100.00")) for v in (FACTUUR, TWEEDE)]
    eerste = replace(BRIEF, facturen=("1",), kosten=D("40.00"))
    tweede = replace(eerste, verzonden=verzonden, ontvangen=verzonden, facturen=("2",))
    uitkomst = op(date(2026, 11, 21), *klein, brieven=[eerste, tweede])
    assert uitkomst.kosten == 40
    assert [v.kosten for v in uitkomst.vorderingen] == [40, 0]
    assert "meer-brieven" in codes(uitkomst)


def test_the_later_letter_may_end_first() -> None:
    klein = [replace(v, bedrag=D("100.00")) for v in (FACTUUR, TWEEDE)]
    eerste = replace(BRIEF, facturen=("1",), kosten=D("40.00"), termijn_dagen=28)
    tweede = replace(
        BRIEF, verzonden=date(2026, 9, 28), ontvangen=date(2026, 9, 29), facturen=("2",),
        kosten=D("40.00"),
    )  # fmt: skip
    uitkomst = op(date(2026, 11, 21), *klein, brieven=[eerste, tweede])
    assert [v.kosten for v in uitkomst.vorderingen] == [0, 40]


def test_letters_over_large_claims_stay_within_the_tariff_of_the_sum() -> None:
    groot = [replace(v, bedrag=D("2500.00")) for v in (FACTUUR, TWEEDE)]
    eerste = replace(BRIEF, facturen=("1",), kosten=D("375.00"))
    tweede = replace(
        eerste, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 20), facturen=("2",)
    )
    uitkomst = op(date(2026, 11, 21), *groot, brieven=[eerste, tweede])
    assert [post.kosten for post in uitkomst.kostenposten] == [375, 250]


def test_a_claim_that_came_into_default_later_has_its_own_fee() -> None:
    later = replace(TWEEDE, vervaldatum=date(2026, 9, 30))
    eerste = replace(BRIEF, facturen=("1",))
    tweede = replace(
        BRIEF, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 20), facturen=("2",),
        kosten=D("75.00"),
    )  # fmt: skip
    uitkomst = op(date(2026, 11, 21), FACTUUR, later, brieven=[eerste, tweede])
    assert [post.kosten for post in uitkomst.kostenposten] == [150, 75]
    assert "meer-brieven" not in codes(uitkomst)


def test_letters_whose_sum_is_within_the_tariff_are_left_alone() -> None:
    eerste = replace(BRIEF, facturen=("1",))
    tweede = replace(
        BRIEF, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 20), facturen=("2",),
        kosten=D("75.00"),
    )  # fmt: skip
    uitkomst = op(date(2026, 11, 21), FACTUUR, TWEEDE, brieven=[eerste, tweede])
    assert uitkomst.kosten == 225
    assert "meer-brieven" not in codes(uitkomst)


def test_a_first_letter_paid_in_time_does_not_bound_the_second() -> None:
    klein = [replace(v, bedrag=D("100.00")) for v in (FACTUUR, TWEEDE)]
    eerste = replace(BRIEF, facturen=("1",), kosten=D("40.00"))
    tweede = replace(
        eerste, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 20), facturen=("2",)
    )
    uitkomst = op(
        date(2026, 11, 21),
        *klein,
        brieven=[eerste, tweede],
        betaald=[betaling(LAATSTE_DAG, "101.00", "1")],
    )
    assert [v.kosten for v in uitkomst.vorderingen] == [0, 40]


# --- what the letter announced (D8, D9)


@pytest.mark.parametrize(
    ("aangezegd", "kosten", "code"),
    [
        ("0.00", "0.00", "aangezegde-kosten-te-laag"),
        ("149.99", "149.99", "aangezegde-kosten-te-laag"),
        ("150.00", "150.00", None),
        ("150.01", "150.00", "aangezegde-kosten-te-hoog"),
    ],
)
def test_a_letter_that_announced_less_caps_the_fee(
    aangezegd: str, kosten: str, code: str | None
) -> None:
    uitkomst = op(date(2026, 11, 21), brieven=[replace(BRIEF, kosten=D(aangezegd))])
    assert str(uitkomst.kosten) == kosten
    gevonden = {c for c in codes(uitkomst) if c.startswith("aangezegde")}
    assert gevonden == ({code} if code else set())


def test_an_unknown_announcement_is_a_doubt() -> None:
    uitkomst = op(date(2026, 11, 21), brieven=[replace(BRIEF, kosten=None)])
    assert uitkomst.kosten == 150
    assert "aangezegde-kosten-onbekend" in codes(uitkomst)
    assert "btw-niet-aangezegd" not in codes(uitkomst)


def test_a_fee_over_the_rest_stays_below_the_announcement() -> None:
    uitkomst = op(date(2026, 11, 21), betaald=[betaling(LAATSTE_DAG, "400.00")])
    assert uitkomst.kosten == 90
    assert not {c for c in codes(uitkomst) if c.startswith("aangezegde")}


def test_an_announcement_between_rest_and_whole_is_no_cap() -> None:
    uitkomst = op(
        date(2026, 11, 21),
        brieven=[replace(BRIEF, kosten=D("100.00"))],
        betaald=[betaling(LAATSTE_DAG, "400.00")],
    )
    assert uitkomst.kosten == 90
    assert not {c for c in codes(uitkomst) if c.startswith("aangezegde")}


def test_too_high_is_measured_at_the_day_of_the_letter() -> None:
    # what came in before the letter lowered what it could announce
    voor = op(date(2026, 11, 21), betaald=[betaling(date(2026, 9, 25), "400.00")])
    assert "aangezegde-kosten-te-hoog" in codes(voor)
    na = op(date(2026, 11, 21), betaald=[betaling(date(2026, 9, 26), "400.00")])
    assert "aangezegde-kosten-te-hoog" not in codes(na)


# --- VAT: ground and announcement (R1.10, R1.15)

MET_GROND = {"schuldeiser": Schuldeiser(naam="De Linde", uitbesteed=True, btw_verrekenbaar=False)}


@pytest.mark.parametrize(
    ("aangezegd", "kosten", "btw", "code"),
    [
        ("181.50", "150.00", "31.50", None),
        ("150.00", "150.00", "0.00", "btw-niet-aangezegd"),
        ("140.00", "140.00", "0.00", "aangezegde-kosten-te-laag"),
        ("160.00", "150.00", "10.00", "aangezegde-kosten-te-laag"),
        ("181.51", "150.00", "31.50", "aangezegde-kosten-te-hoog"),
        (None, "150.00", "0.00", "btw-niet-aangezegd"),
    ],
)
def test_vat_needs_ground_and_announcement(
    aangezegd: str | None, kosten: str, btw: str, code: str | None
) -> None:
    brief = replace(BRIEF, kosten=None if aangezegd is None else D(aangezegd))
    uitkomst = op(date(2026, 11, 21), brieven=[brief], **MET_GROND)
    assert (str(uitkomst.kosten), str(uitkomst.btw)) == (kosten, btw)
    assert uitkomst.kosten_open == uitkomst.kosten + uitkomst.btw
    assert code is None or code in codes(uitkomst)


@pytest.mark.parametrize(
    ("uitbesteed", "verrekenbaar", "bureau", "grond"),
    [
        (True, False, False, True),
        (False, False, True, True),
        (False, False, False, False),
        (True, True, False, False),
        (True, None, False, False),
    ],
)
def test_the_ground_for_vat(
    uitbesteed: bool, verrekenbaar: bool | None, bureau: bool, grond: bool
) -> None:
    uitkomst = op(
        date(2026, 11, 21),
        brieven=[replace(BRIEF, kosten=D("181.50"))],
        schuldeiser=Schuldeiser(
            naam="De Linde", uitbesteed=uitbesteed, btw_verrekenbaar=verrekenbaar
        ),
        incassobureau=Incassobureau(naam="Bureau", registratiekenmerk="R1") if bureau else None,
    )
    assert str(uitkomst.btw) == ("31.50" if grond else "0.00")
    assert ("aangezegde-kosten-te-hoog" in codes(uitkomst)) is not grond


def test_vat_over_the_rest() -> None:
    uitkomst = op(
        date(2026, 11, 21),
        brieven=[replace(BRIEF, kosten=D("181.50"))],
        betaald=[betaling(LAATSTE_DAG, "400.00")],
        **MET_GROND,
    )
    assert (str(uitkomst.kosten), str(uitkomst.btw)) == ("90.00", "18.90")


def test_the_rate_of_vat_is_that_of_the_letter() -> None:
    claim = Vordering(factuurnummer="1", bedrag=D("1000.00"), verzuimdatum=date(2012, 7, 1))
    brief = replace(
        BRIEF, verzonden=date(2012, 9, 28), ontvangen=date(2012, 9, 29), kosten=D("178.50")
    )
    uitkomst = op(date(2012, 11, 1), claim, brieven=[brief], **MET_GROND)
    assert str(uitkomst.btw) == "28.50"


# --- instalments (6:96 lid 8)


def termijnen(aantal: int) -> list[Vordering]:
    return [
        Vordering(
            factuurnummer=str(maand),
            bedrag=D("50.00"),
            factuurdatum=date(2026, maand, 1),
            vervaldatum=date(2026, maand, 15),
            fatale_termijn=True,
            termijnbetaling=True,
            rechtsverhouding="huur",
        )
        for maand in range(1, aantal + 1)
    ]


def test_each_further_instalment_within_six_months_bears_twenty() -> None:
    brieven = [
        Aanmaning(
            soort=Briefsoort.WIK,
            ontvangen=date(2026, maand, 20),
            facturen=(str(maand),),
            kosten=D("40.00") if maand == 1 else D("20.00"),
        )
        for maand in range(1, 9)
    ]
    uitkomst = op(date(2026, 11, 21), *termijnen(8), brieven=brieven)
    # the seventh looks back on six letters, the eighth (20 August) on those since 20 February
    assert [v.kosten for v in uitkomst.vorderingen] == [40, 20, 20, 20, 20, 20, 0, 0]
    assert "meer-brieven" not in codes(uitkomst)
    assert "termijnbetalingen-artikel-2a" in codes(uitkomst)


def test_several_instalments_in_one_letter_bear_forty() -> None:
    brief = Aanmaning(soort=Briefsoort.WIK, ontvangen=date(2026, 6, 20), kosten=D("40.00"))
    uitkomst = op(date(2026, 11, 21), *termijnen(4), brieven=[brief])
    assert uitkomst.kosten == 40
    assert [v.kosten for v in uitkomst.vorderingen] == [10] * 4


# --- payments over several claims, designation, remainder


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


# --- who the parties are


def test_unknown_capacity_is_treated_as_a_consumer() -> None:
    uitkomst = op(date(2026, 11, 21), schuldenaar=Schuldenaar(naam="J. Jansen"), brieven=[])
    assert uitkomst.hoedanigheid is Hoedanigheid.CONSUMENT
    assert uitkomst.kosten == 0
    assert "hoedanigheid-onbekend" in codes(uitkomst)
    assert "hoedanigheid-onbekend" not in codes(op(date(2026, 11, 21)))


@pytest.mark.parametrize("afspraken", [{"incassopercentage": D(25)}, {"incassominimum": D(250)}])
def test_agreed_costs_do_not_bind_a_consumer(afspraken: dict[str, Decimal]) -> None:
    uitkomst = op(date(2026, 11, 21), afspraken=Afspraken(**afspraken))
    assert uitkomst.kosten == 150
    assert "incassobeding-consument" in codes(uitkomst)


@pytest.mark.parametrize(("beding", "twijfel"), [(True, True), (False, False), (None, False)])
def test_a_clause_on_costs_is_a_doubt(beding: bool | None, twijfel: bool) -> None:
    uitkomst = op(date(2026, 11, 21), afspraken=Afspraken(kostenbeding=beding))
    assert ("kostenbeding" in codes(uitkomst)) is twijfel


def test_agreed_interest_is_used() -> None:
    uitkomst = op(date(2026, 9, 1), afspraken=Afspraken(rentepercentage=D("36.5")), brieven=[])
    assert uitkomst.rente == 1
    assert "rentebeding" in codes(uitkomst)


@pytest.mark.parametrize(("kenmerk", "twijfel"), [("", True), ("R-1", False)])
def test_an_agency_without_mark_is_a_doubt(kenmerk: str, twijfel: bool) -> None:
    bureau = Incassobureau(naam="Bureau Snel", registratiekenmerk=kenmerk)
    uitkomst = op(date(2026, 11, 21), incassobureau=bureau)
    assert ("registratiekenmerk-ontbreekt" in codes(uitkomst)) is twijfel


# --- refusals


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


def test_daily_interest_unknown_after_the_last_rate() -> None:
    uitkomst = op(date(2026, 12, 31))
    assert uitkomst.dagrente is None
    assert uitkomst.vorderingen[0].dagrente is None
    assert "dagrente-onbekend" in codes(uitkomst)


def test_years_out_of_range_are_refused() -> None:
    with pytest.raises(NotatieFout, match="peildatum"):
        op(date(9999, 12, 31))
    with pytest.raises(NotatieFout, match="betaling"):
        op(date(2026, 11, 21), betaald=[betaling(date(9999, 12, 31), "5.00")])


def test_a_letter_without_a_day_is_refused() -> None:
    with pytest.raises(NietMogelijk, match="wik"):
        op(date(2026, 11, 21), brieven=[Aanmaning(soort=Briefsoort.WIK)])


# --- what the mutation run asked for


def test_nothing_is_foreseen_when_all_is_paid_within_the_term() -> None:
    uitkomst = op(LAATSTE_DAG, betaald=[betaling(date(2026, 10, 1), "1100.00")])
    assert "termijn-loopt" not in codes(uitkomst)


def test_paid_in_time_still_names_the_letter_and_its_claims() -> None:
    (post,) = op(KOSTENDAG, betaald=[betaling(LAATSTE_DAG, "1100.00")]).kostenposten
    assert (post.facturen, post.brief) == (("1",), date(2026, 9, 25))
    assert (str(post.grondslag), str(post.totaal)) == ("0.00", "0.00")


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


def test_separate_letters_about_instalments_are_not_bound_together() -> None:
    # 6:96 lid 8 takes the place of lid 7: forty and twenty
    huur = [replace(v, bedrag=D("50.00"), termijnbetaling=True) for v in (FACTUUR, TWEEDE)]
    eerste = replace(BRIEF, facturen=("1",), kosten=D("40.00"))
    tweede = replace(
        BRIEF, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 20), facturen=("2",),
        kosten=D("20.00"),
    )  # fmt: skip
    uitkomst = op(date(2026, 11, 21), *huur, brieven=[eerste, tweede])
    assert [v.kosten for v in uitkomst.vorderingen] == [40, 20]


def test_a_letter_about_an_instalment_bounds_one_about_another_claim() -> None:
    huur = replace(FACTUUR, bedrag=D("50.00"), termijnbetaling=True)
    ander = replace(TWEEDE, bedrag=D("100.00"))
    eerste = replace(BRIEF, facturen=("1",), kosten=D("40.00"))
    tweede = replace(
        BRIEF, verzonden=date(2026, 10, 20), ontvangen=date(2026, 10, 20), facturen=("2",),
        kosten=D("40.00"),
    )  # fmt: skip
    uitkomst = op(date(2026, 11, 21), huur, ander, brieven=[eerste, tweede])
    assert [v.kosten for v in uitkomst.vorderingen] == [40, 0]


def test_two_letters_of_one_day_are_one_letter() -> None:
    klein = [replace(v, bedrag=D("100.00")) for v in (FACTUUR, TWEEDE)]
    brieven = [replace(BRIEF, facturen=(nummer,), kosten=D("40.00")) for nummer in ("1", "2")]
    assert op(date(2026, 11, 21), *klein, brieven=brieven).kosten == 40


def test_a_fee_and_its_vat_make_one_total() -> None:
    brief = replace(BRIEF, kosten=D("181.50"))
    (post,) = op(KOSTENDAG, brieven=[brief], **MET_GROND).kostenposten
    assert (post.kosten, post.btw, post.totaal) == (150, D("31.50"), D("181.50"))
    loopt = op(LAATSTE_DAG, brieven=[brief], **MET_GROND).kanttekeningen
    (tekst,) = [k.tekst for k in loopt if k.code == "termijn-loopt"]
    assert "komt er €\u00a0181,50 aan kosten bij" in tekst


def test_too_low_is_measured_with_vat() -> None:
    brief = replace(BRIEF, kosten=D("160.00"))
    uitkomst = op(date(2026, 11, 21), brieven=[brief], **MET_GROND)
    (tekst,) = [k.tekst for k in uitkomst.kanttekeningen if "te-laag" in k.code]
    assert "€\u00a0160,00, minder dan €\u00a0181,50" in tekst
