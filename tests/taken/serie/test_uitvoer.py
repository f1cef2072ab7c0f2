"""The lists beside the letters: for spreadsheets, for scripts, and to feed again."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.taken.serie.model import Stand, Uitslag
from wiktool.taken.serie.uitvoer import als_regel, als_rij, overzichtsrij


@pytest.mark.parametrize(
    "cel",
    ["=1+1", "+31 Telecom", "-naam", "@Home", "\tx", "\rx", '=HYPERLINK("x")', "-1+2", "+", "-"],
)
def test_no_cell_is_a_formula(cel: str) -> None:
    (rij,) = csv.reader([als_rij([cel]).rstrip("\r\n")], delimiter=";")
    assert rij == [f"'{cel}"]


@pytest.mark.parametrize(
    "cel", ["-12,50", "+1.210,00", "12,50-", "-1210.00", "31-08-2026", "K-1", ""]
)
def test_numbers_and_dates_stay_what_they_are(cel: str) -> None:
    (rij,) = csv.reader([als_rij([cel, "x"]).rstrip("\r\n")], delimiter=";")
    assert rij[0] == cel


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1), min_size=1))
def test_every_row_reads_back(cellen: list[str]) -> None:
    (rij,) = csv.reader(io.StringIO(als_rij(cellen), newline=""), delimiter=";")
    assert [cel.removeprefix("'") for cel in rij] == [cel.removeprefix("'") for cel in cellen]


def test_result_without_a_letter_in_words() -> None:
    uitslag = Uitslag(sleutel="K1", nummer="K1", naam="", stand=Stand.OVERGESLAGEN, reden="voldaan")
    assert als_regel(uitslag) == "K1: overgeslagen: voldaan"
    assert overzichtsrij(uitslag)[2:7] == ("", "", "", "", "")
