"""What was printed can be read back."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from wiktool.kern.datum import lees_datum
from wiktool.kern.geld import lees_bedrag
from wiktool.kern.notatie import (
    bedrag_machine,
    bedrag_nl,
    datum_kort,
    euro,
    percentage_machine,
    procent,
)
from wiktool.kern.percentage import lees_percentage

bedragen = st.decimals(
    min_value=0,
    max_value=Decimal("9999999999999.99"),
    places=2,
    allow_nan=False,
    allow_infinity=False,
)
percentages = st.decimals(
    min_value=0, max_value=100, places=4, allow_nan=False, allow_infinity=False
)


@given(bedragen)
def test_amounts(bedrag: Decimal) -> None:
    for tekst in (
        bedrag_nl(bedrag),
        euro(bedrag),
        bedrag_machine(bedrag),
        f"EUR {bedrag_nl(bedrag)}",
    ):
        assert lees_bedrag(tekst) == bedrag


@given(st.dates(min_value=date(1, 1, 1)))
def test_dates(dag: date) -> None:
    assert lees_datum(dag.isoformat()) == dag
    assert lees_datum(datum_kort(dag)) == dag


@given(percentages)
def test_percentages(percentage: Decimal) -> None:
    assert lees_percentage(procent(percentage)) == percentage
    assert lees_percentage(percentage_machine(percentage)) == percentage
