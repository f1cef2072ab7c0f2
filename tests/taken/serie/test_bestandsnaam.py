"""File names out of data: no path leaves the folder, no two are alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.taken.serie.bestandsnaam import LANGSTE, bestandsnamen, veilige_naam

GERESERVEERD = {"con", "prn", "aux", "nul", "com1", "lpt1"}


@pytest.mark.parametrize(
    "sleutel",
    ["../../etc/passwd", "..", ".", "/", "\\\\server\\deel", "C:\\x", "a\0b", "a\nb", "con", " ",
     "", "x" * 500, "\ud800", "‮gpj.exe", "~", "-rf", "*?<>|", "日本"],
)  # fmt: skip
def test_nothing_dangerous_is_left(sleutel: str) -> None:
    (naam,) = bestandsnamen([sleutel], "wik").values()
    assert naam.isascii()
    assert all(teken.isalnum() or teken in "-_" for teken in naam)
    assert naam.startswith("wik-")
    assert naam.casefold() not in GERESERVEERD
    assert len(naam) <= LANGSTE + 20


@given(st.lists(st.text(max_size=20), unique=True, max_size=20))
def test_every_key_has_a_name_of_its_own(sleutels: list[str]) -> None:
    namen = bestandsnamen(sleutels, "wik")
    assert len({naam.casefold() for naam in namen.values()}) == len(sleutels)


@given(st.lists(st.text("aAbB1/ ", min_size=1, max_size=3), unique=True, min_size=2, max_size=8))
def test_order_does_not_matter(sleutels: list[str]) -> None:
    assert bestandsnamen(sleutels, "wik") == bestandsnamen(sleutels[::-1], "wik")


def test_plain_number_stays_readable() -> None:
    assert bestandsnamen(["1042"], "sommatie") == {"1042": "sommatie-1042"}
    assert veilige_naam("'s-Gravenhage") == "s-Gravenhage"
