"""Percentages: every notation, and the bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wiktool.kern.fouten import NotatieFout
from wiktool.kern.percentage import lees_percentage


@pytest.mark.parametrize(
    ("tekst", "waarde"), [("0", "0"), ("100", "100"), ("8.25 %", "8.25"), ("0,0001", "0.0001")]
)
def test_read(tekst: str, waarde: str) -> None:
    assert lees_percentage(tekst) == Decimal(waarde)


@pytest.mark.parametrize(
    "tekst", ["", "%", "-1", "100,01", "1000", "8,12345", "1.000,00", "acht", "８", "1 2"]
)
def test_refused(tekst: str) -> None:
    with pytest.raises(NotatieFout):
        lees_percentage(tekst)
