"""An account number that a slip of the pen made useless."""

from __future__ import annotations

import pytest
from tests.controle.hulp import brief, gegevens

from wiktool.controle.toetser import toets


def melding(nummer: str) -> str:
    """What is said of the account number of a letter; empty when it is right."""
    toetsing = toets(brief(f"Wilt u € 120,00 betalen op {nummer}?"), gegevens(soort="wik"))
    gevonden = [b.melding for b in toetsing.bevindingen if b.code == "WIK401"]
    return gevonden[0] if gevonden else ""


def test_a_dutch_number_has_eighteen_characters() -> None:
    assert melding("NL91 ABNA 0417 1643 00") == ""


@pytest.mark.parametrize(
    "nummer", ["NL91 ABNA 0417 1643", "NL45 ABNA 0417 1643", "NL02 ABNA 0417 1643 0012"]
)
def test_a_number_with_figures_missing_or_added_is_wrong(nummer: str) -> None:
    """Even where the check digits happen to fit: they are right for the second and the third."""
    assert melding(nummer) == f"Het rekeningnummer {nummer.replace(' ', '')} is ongeldig."
