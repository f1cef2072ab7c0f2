"""How letters write amounts: spaces, words, minus signs, columns; and what is no amount."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.controle.hulp import gelezen_in, oordeel_over

from wiktool.controle.herkenning.getallen import telwoord

KOSTEN = "Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd."


def test_a_space_between_the_thousands_belongs_to_the_amount() -> None:
    """Art. 2 lid 1: 15% of 1,250.00 is 187.50 (R1.4); of 1 euro it would be the minimum."""
    passage = "De hoofdsom is € 1 250,00. Betaalt u niet, dan bent u {} incassokosten verschuldigd."
    assert gelezen_in(passage.format("€ 187,50")).hoofdsom == Decimal("1250.00")
    assert oordeel_over("WIK102", passage.format("€ 187,50")) == "goed"
    assert oordeel_over("WIK102", passage.format("€ 187,51")) == "fout"


def test_two_numbers_in_words_side_by_side_are_not_one() -> None:
    gelezen = gelezen_in(
        "De hoofdsom is € 100,00. Betaalt u niet, dan bent u op dag vijftien veertig euro "
        "incassokosten verschuldigd."
    )
    assert gelezen.kosten == Decimal(40)


@pytest.mark.parametrize("bedrag", ["€ 40,0000", "40,0000 euro"])
def test_an_amount_with_four_decimals_is_not_guessed_at(bedrag: str) -> None:
    """Whether 40 euro or 40,000 euro was meant, a debtor cannot know: no amount is named (D6)."""
    passage = (
        f"De hoofdsom is € 100,00. Betaalt u niet, dan bent u {bedrag} incassokosten schuldig."
    )
    assert gelezen_in(passage).kosten is None
    assert oordeel_over("WIK101", passage) == "fout"


def test_a_row_of_digits_that_no_amount_is_long_leaves_the_principal_unknown() -> None:
    passage = f"De hoofdsom is € {'0' * 32}100,00. {KOSTEN}"
    assert gelezen_in(passage).hoofdsom is None
    assert oordeel_over("WIK102", passage) == "open"


def test_a_euro_sign_behind_the_amount_in_the_middle_of_a_sentence() -> None:
    gelezen = gelezen_in("De hoofdsom van 250,00 € staat open. " + KOSTEN)
    assert gelezen.hoofdsom == Decimal("250.00")


AFTREK = (
    "Factuur 101 van 3 augustus 2026\t420,00\nFactuur 102 van 9 augustus 2026\t{}\n"
    "Totaal openstaand\t300,00\n\n"
    "Betaalt u niet, dan bent u € 45,00 incassokosten verschuldigd."
)
"""The principal is after credits (R1.21): 420 - 120 = 300, of which 15% is 45."""


@pytest.mark.parametrize(
    "bedrag",
    ["-/- 120,00", "-/- € 120,00", "-120,00", "-€ 120,00", "120,00 -/-", "€ 120,00 -/-", "120,00-"],
)
def test_every_way_to_write_a_minus_takes_the_amount_off(bedrag: str) -> None:
    assert oordeel_over("WIK110", AFTREK.format(bedrag)) == "goed"


@pytest.mark.parametrize("bedrag", ["€ -120,00", "€ -/- 120,00"])
def test_a_minus_behind_the_euro_sign_takes_the_amount_off_after_a_year(bedrag: str) -> None:
    assert oordeel_over("WIK110", AFTREK.format(bedrag)) == "goed"


@pytest.mark.parametrize("bedrag", ["120,00", "€ 120,00", "/ 120,00"])
def test_without_a_minus_the_amount_is_added(bedrag: str) -> None:
    assert oordeel_over("WIK110", AFTREK.format(bedrag)) == "fout"


def test_a_percentage_in_a_table_is_no_amount() -> None:
    """Two amounts in a row with one heading of money could not be told apart."""
    passage = (
        "Factuur\tBedrag\tTarief\n101\t121,00\t21,00 %\n102\t242,00\t21,00 %\n\nHet totaal is € {}."
    )
    assert oordeel_over("WIK110", passage.format("363,00")) == "goed"
    assert oordeel_over("WIK110", passage.format("364,00")) == "fout"


def test_a_reference_with_a_full_stop_is_no_amount() -> None:
    passage = f"Factuur\tKenmerk\tBedrag\n101\t20261102123456.01\t120,00\n\n{KOSTEN}"
    assert gelezen_in(passage).hoofdsom == Decimal("120.00")


@pytest.mark.parametrize(
    "woord",
    [
        "duizendpoot",
        "duizendmaal",
        "honderdste",
        "drietwintig",
        "huisduizend",
        "huishonderd",
        "duizendhuisvijf",
    ],
)
def test_a_word_that_begins_or_ends_as_a_number_is_none(woord: str) -> None:
    assert telwoord(woord) is None


def test_a_creditor_called_after_a_thousand_claims_no_thousand() -> None:
    gelezen = gelezen_in("Aan Kinderopvang Duizendpoot euro 120,00 te voldoen.")
    assert gelezen.hoofdsom == Decimal("120.00")
