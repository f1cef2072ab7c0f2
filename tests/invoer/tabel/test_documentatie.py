"""docs/serie.md names every column that can be pointed out."""

from __future__ import annotations

from pathlib import Path

from wiktool.invoer.tabel.kolommen import Veld

SERIE = Path(__file__).parents[3] / "docs" / "serie.md"


def test_every_field_is_named() -> None:
    tekst = SERIE.read_text(encoding="utf-8")
    assert [veld.value for veld in Veld if f"`{veld.value}`" not in tekst] == []
