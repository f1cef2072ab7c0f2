"""docs/dossier.md names every field, and its example is read."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from wiktool.invoer.dossierbestand import lees_dossier
from wiktool.kern import dossier as model
from wiktool.kern.notatie import opsomming

DOCS = Path(__file__).parents[2] / "docs"
DELEN = {
    "## `[schuldeiser]`": model.Schuldeiser,
    "## `[schuldenaar]`": model.Schuldenaar,
    "## `[[vorderingen]]`": model.Vordering,
    "## `[[betalingen]]`": model.Betaling,
    "## `[[aanmaningen]]`": model.Aanmaning,
    "## `[afspraken]`": model.Afspraken,
    "## `[brief]`": model.Briefgegevens,
    "## `[incassobureau]`": model.Incassobureau,
}


@pytest.mark.parametrize("kop", DELEN)
def test_every_field_is_described(kop: str) -> None:
    tekst = (DOCS / "dossier.md").read_text(encoding="utf-8")
    assert kop in tekst
    deel = tekst.partition(kop)[2].partition("\n## ")[0]
    ontbreekt = [veld.name for veld in fields(DELEN[kop]) if f"`{veld.name}`" not in deel]
    assert not ontbreekt, opsomming(ontbreekt)


def test_every_section_is_described() -> None:
    assert len(DELEN) == len(fields(model.Dossier))


def test_example_is_read() -> None:
    dossier = lees_dossier(DOCS / "voorbeelden" / "dossier.toml")
    assert len(dossier.vorderingen) == 2
    assert all(vordering.fatale_termijn for vordering in dossier.vorderingen)
