"""Our own light notation agrees with babel, which is too slow to load for a single sum."""

from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from wiktool.kern.notatie import (
    bedrag_exact,
    dag_en_datum_nl,
    datum_nl,
    euro,
    euro_exact,
    opsomming,
    percentage_machine,
    procent,
)

BEDRAGEN = st.integers(min_value=0, max_value=10**15).map(lambda c: Decimal(c) / 100)


@given(BEDRAGEN)
def test_euro_agrees_with_babel(bedrag: Decimal) -> None:
    assert euro(bedrag) == format_currency(bedrag, "EUR", locale="nl_NL")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_dates_agree_with_babel(dag: date) -> None:
    assert datum_nl(dag) == format_date(dag, "d MMMM y", locale="nl_NL")
    assert dag_en_datum_nl(dag) == format_date(dag, "EEEE d MMMM y", locale="nl_NL")


@pytest.mark.parametrize(
    ("waarde", "exact", "voor_mensen"),
    [
        ("40", "40.00", "€ 40,00"),
        ("40.005", "40.005", "€ 40,005"),
        ("1234567.1", "1234567.10", "€ 1.234.567,10"),
        ("185.1840", "185.184", "€ 185,184"),
    ],
)
def test_exact_amounts_keep_every_decimal(waarde: str, exact: str, voor_mensen: str) -> None:
    assert bedrag_exact(Decimal(waarde)) == exact
    assert euro_exact(Decimal(waarde)).replace("\u00a0", " ") == voor_mensen


@pytest.mark.parametrize(
    ("waarde", "machine", "mens"),
    [
        ("0.5", "0.5", "0,5%"),
        ("21", "21", "21%"),
        ("10.150", "10.15", "10,15%"),
        ("20", "20", "20%"),
        ("1E+1", "10", "10%"),
    ],
)
def test_percentages(waarde: str, machine: str, mens: str) -> None:
    assert percentage_machine(Decimal(waarde)) == machine
    assert procent(Decimal(waarde)) == mens


@pytest.mark.parametrize(
    ("delen", "zin"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_lists_read_as_a_sentence(delen: list[str], zin: str) -> None:
    assert opsomming(delen) == zin
