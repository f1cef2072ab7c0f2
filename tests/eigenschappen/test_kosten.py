"""Properties of the fee: recht.md R1.4, R1.6, R2.7, R1.43."""

import itertools
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from wiktool.kern.dossier import Hoedanigheid
from wiktool.recht.incassokosten import bereken_incassokosten, tarief
from wiktool.recht.termijnbetalingen import Post, bereken_aanmaningskosten

DAG = date(2026, 11, 21)
CENT = Decimal("0.01")
bedragen = st.decimals(
    min_value=CENT, max_value=Decimal("2000000"), places=2, allow_nan=False, allow_infinity=False
)
lijsten = st.lists(bedragen, min_size=1, max_size=5)


def kosten(*bedrag: Decimal) -> Decimal:
    return bereken_incassokosten(list(bedrag), peildatum=DAG).kosten


@given(bedragen)
def test_never_outside_minimum_and_maximum(bedrag: Decimal) -> None:
    assert 40 <= kosten(bedrag) <= 6775


@given(bedragen, bedragen)
def test_a_larger_principal_never_costs_less(een: Decimal, ander: Decimal) -> None:
    klein, groot = sorted((een, ander))
    assert kosten(klein) <= kosten(groot)


@given(bedragen)
def test_a_cent_more_never_jumps(bedrag: Decimal) -> None:
    assert kosten(bedrag + CENT) - kosten(bedrag) in (0, CENT)


@given(lijsten)
def test_one_reminder_never_costs_more_than_many(lijst: list[Decimal]) -> None:
    # but for rounding: half a cent per claim
    assert kosten(*lijst) <= sum(kosten(bedrag) for bedrag in lijst) + CENT * (len(lijst) + 1) / 2


@given(lijsten)
def test_the_order_of_claims_does_not_matter(lijst: list[Decimal]) -> None:
    assert kosten(*lijst) == kosten(*reversed(lijst)) == kosten(sum(lijst, Decimal(0)))


@given(bedragen)
def test_the_brackets_add_up_to_the_principal(bedrag: Decimal) -> None:
    schijven = tarief(DAG).schijven(bedrag)
    assert sum(schijf.grondslag for schijf in schijven) == bedrag
    for eerste, tweede in itertools.pairwise(schijven):
        assert eerste.tot == tweede.van


@given(lijsten)
def test_vat_is_a_fifth_more_and_never_alters_the_fee(lijst: list[Decimal]) -> None:
    met = bereken_incassokosten(lijst, peildatum=DAG, btw=True)
    assert met.kosten == kosten(*lijst)
    assert met.totaal == met.kosten + met.btw
    assert abs(met.btw - met.kosten * Decimal("0.21")) <= Decimal("0.005")


posten = st.lists(
    st.builds(Post, bedrag=bedragen, termijnbetaling=st.booleans()), min_size=1, max_size=5
)


@given(posten, st.integers(min_value=0, max_value=12))
def test_instalments_never_cost_more_than_the_tariff(lijst: list[Post], eerder: int) -> None:
    uitkomst = bereken_aanmaningskosten(lijst, eerder_aangemaand=eerder, peildatum=DAG)
    assert 0 <= uitkomst.kosten <= kosten(*(post.bedrag for post in lijst))
    assert uitkomst.hoofdsom == sum(post.bedrag for post in lijst)
    assert uitkomst.totaal == uitkomst.kosten


@given(posten, st.integers(min_value=0, max_value=12))
def test_more_earlier_reminders_never_cost_more(lijst: list[Post], eerder: int) -> None:
    def met(aantal: int) -> Decimal:
        return bereken_aanmaningskosten(lijst, eerder_aangemaand=aantal, peildatum=DAG).kosten

    assert met(eerder + 1) <= met(eerder)


@given(posten)
def test_low_instalments_one_by_one_take_at_most_140_in_six_months(lijst: list[Post]) -> None:
    laag = [
        Post(bedrag=min(post.bedrag, Decimal("266.69")), termijnbetaling=True) for post in lijst
    ] * 3
    som = sum(
        bereken_aanmaningskosten([post], eerder_aangemaand=n, peildatum=DAG).kosten
        for n, post in enumerate(laag)
    )
    assert som <= 140


@given(lijsten, st.sampled_from([h for h in Hoedanigheid if not h.is_consument]))
def test_the_tariff_is_the_same_for_businesses(
    lijst: list[Decimal], hoedanigheid: Hoedanigheid
) -> None:
    zakelijk = bereken_incassokosten(lijst, peildatum=DAG, hoedanigheid=hoedanigheid)
    assert zakelijk.kosten == kosten(*lijst)
