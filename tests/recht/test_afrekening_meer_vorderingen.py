"""Several claims in a consumer's account: one fee (6:96 lid 7, D12), instalments (6:96 lid 8)."""

from dataclasses import replace
from datetime import date

import pytest
from tests.recht.hulp_afrekening import BRIEF, FACTUUR, LAATSTE_DAG, TWEEDE, D, betaling, codes, op

from wiktool.kern.dossier import Aanmaning, Briefsoort, Vordering

# --- several claims (6:96 lid 7)


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


def test_two_letters_of_one_day_are_one_letter() -> None:
    klein = [replace(v, bedrag=D("100.00")) for v in (FACTUUR, TWEEDE)]
    brieven = [replace(BRIEF, facturen=(nummer,), kosten=D("40.00")) for nummer in ("1", "2")]
    assert op(date(2026, 11, 21), *klein, brieven=brieven).kosten == 40


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
