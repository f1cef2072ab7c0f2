"""Amounts are read as people write them, and refused when they have two readings."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.kern.fouten import NotatieFout
from wiktool.kern.geld import lees_bedrag, lees_hoofdsom, rond_af
from wiktool.kern.notatie import bedrag_machine, bedrag_nl, euro

CENTEN = st.integers(min_value=0, max_value=10**15 - 1).map(lambda c: Decimal(c) / 100)


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("1234", "1234.00"),
        ("1234.5", "1234.50"),
        ("1234,56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1.234.567,89", "1234567.89"),
        ("1.234.567", "1234567.00"),
        ("€ 1.234,56", "1234.56"),
        ("€\u00a01.234,56", "1234.56"),
        ("€40", "40.00"),
        ("€ 40,-", "40.00"),
        ("40,--", "40.00"),
        ("1.250,-", "1250.00"),
        ("EUR 40", "40.00"),
        ("eur 40,5", "40.50"),
        ("  40 ", "40.00"),
        ("0", "0.00"),
        ("0,01", "0.01"),
        ("007", "7.00"),
        ("9999999999999,99", "9999999999999.99"),
    ],
)
def test_reads_the_notations_of_the_contract(tekst: str, bedrag: str) -> None:
    assert lees_bedrag(tekst) == Decimal(bedrag)
    assert lees_bedrag(tekst).as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("1.234", "«1.234» is dubbelzinnig: 1234,00 of 1,234?"),
        ("1,234", "«1,234» is dubbelzinnig: 1234,00 of 1,234?"),
        ("1.250", "«1.250» is dubbelzinnig: 1250,00 of 1,25?"),
        ("€ 12.000", "«€ 12.000» is dubbelzinnig: 12000,00 of 12,00?"),
    ],
)
def test_refuses_two_readings_and_shows_both(tekst: str, melding: str) -> None:
    with pytest.raises(NotatieFout) as fout:
        lees_bedrag(tekst)
    assert fout.value.melding == melding
    assert fout.value.doe.startswith("schrijf ")


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("-5", "negatief"),
        ("-", "is geen bedrag"),
        ("€ -", "is geen bedrag"),
        ("5-", "negatief"),
        ("\u22125", "negatief"),
        ("€ -5,00", "negatief"),
        ("", "leeg"),
        ("€", "leeg"),
        ("   ", "leeg"),
        ("1234,567", "meer dan twee decimalen"),
        ("1234.567", "meer dan twee decimalen"),
        ("1.234,567", "meer dan twee decimalen"),
        ("0.123", "meer dan twee decimalen"),
        ("12345678901234", "meer dan 13 cijfers"),
    ],
)
def test_says_why_it_refuses(tekst: str, woord: str) -> None:
    with pytest.raises(NotatieFout, match=woord):
        lees_bedrag(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "NaN", "Infinity", "1e3", "1_000", "١٢٣", "１２", "1,234.56", "1,234,567", "12.34,50",
        "1.23.456", "01.234,00", "1..2", "1,,2", ".50", ",50", "5.", "5,", "1 234,56", "+5",
        "abc", "EURO 5", "€€5", "5€", "1.2345,00", "40,-,", "4-0", "0x10", ",-", "5,-0", "€ EUR 5",
        "1234.567,89",
    ],
)  # fmt: skip
def test_refuses_whatever_is_no_amount(tekst: str) -> None:
    with pytest.raises(NotatieFout):
        lees_bedrag(tekst)


@pytest.mark.parametrize(
    "tekst", ["USD 100", "100,00 USD", "$100", "$ 1.250", "5 £", "GBP5.00", "chf 5"]
)
def test_another_currency_is_called_that(tekst: str) -> None:
    with pytest.raises(NotatieFout) as fout:
        lees_bedrag(tekst)
    assert fout.value.melding == f"«{tekst}» is geen bedrag in euro"
    assert fout.value.doe == "reken het bedrag om naar EUR"


@pytest.mark.parametrize("tekst", ["USD", "$", "5 EUR", "INV123"])
def test_what_is_no_amount_in_any_currency_is_called_that(tekst: str) -> None:
    with pytest.raises(NotatieFout) as fout:
        lees_bedrag(tekst)
    assert fout.value.melding == f"«{tekst}» is geen bedrag"


def test_a_principal_of_zero_is_no_claim() -> None:
    with pytest.raises(NotatieFout, match="nul"):
        lees_hoofdsom("0,00")
    assert lees_hoofdsom("0,01") == Decimal("0.01")


@given(CENTEN)
def test_reads_back_what_it_prints(bedrag: Decimal) -> None:
    assert lees_bedrag(euro(bedrag)) == bedrag
    assert lees_bedrag(bedrag_nl(bedrag)) == bedrag
    assert lees_bedrag(bedrag_machine(bedrag)) == bedrag


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(tekst: str) -> None:
    try:
        bedrag = lees_bedrag(tekst)
    except NotatieFout:
        return
    assert bedrag >= 0
    assert bedrag.is_finite()


@pytest.mark.parametrize(
    ("bedrag", "afgerond"),
    [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68"), ("1234567.885", "1234567.89")],
)
def test_rounds_half_up(bedrag: str, afgerond: str) -> None:
    # R1.6: half up, where babel and Python's default round half even
    assert rond_af(Decimal(bedrag)) == Decimal(afgerond)
