"""Letters in a consumer's account: without effect (H7, H8, D10), what they announced (D8, D9)."""

from dataclasses import replace
from datetime import date

import pytest
from tests.recht.hulp_afrekening import BRIEF, FACTUUR, LAATSTE_DAG, D, betaling, codes, op

from wiktool.kern.dossier import Briefsoort, Vordering

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
