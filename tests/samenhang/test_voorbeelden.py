"""The letters of the examples in the docs pass the checker in every form they can have."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wiktool import (
    Briefsoort,
    Formaat,
    Oordeel,
    Toetsgegevens,
    controleer_brief,
    kies_brief,
    lees_dossier,
    maak_brief,
    maak_op,
)

VOORBEELDEN = Path(__file__).parents[2] / "docs" / "voorbeelden"
DAG = date(2026, 11, 20)


@pytest.mark.parametrize("formaat", Formaat)
@pytest.mark.parametrize("naam", ["praktijk.toml", "dossier.toml"])
def test_letter_of_an_example_passes(tmp_path: Path, naam: str, formaat: Formaat) -> None:
    """Also as pdf, whose lines have to be put in order again before they can be judged."""
    dossier = lees_dossier(VOORBEELDEN / naam)
    gemaakt = maak_brief(dossier, kies_brief(dossier, Briefsoort.WIK, datum=DAG))
    pad = tmp_path / f"brief.{formaat}"
    pad.write_bytes(maak_op(gemaakt.brief, formaat))
    toetsing = controleer_brief(pad, Toetsgegevens(peildatum=DAG, verzonden=DAG))
    assert [b.code for b in toetsing.bevindingen] == []
    assert toetsing.oordeel is Oordeel.VOLDOET
    assert toetsing.gelezen.briefdatum == DAG
