"""Fresh letters and lines, written to see whether a mechanism was learnt and not a sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.controle.hulp import brief, codes, gegevens

from wiktool.controle.toetser import toets

MAP = Path(__file__).parent / "verfijning"
BRIEVEN: list[dict[str, Any]] = tomllib.loads((MAP / "brieven.toml").read_text("utf-8"))["brief"]
REGELS: dict[str, Any] = tomllib.loads((MAP / "regels.toml").read_text("utf-8"))


def _regels() -> list[tuple[str, str, str, list[str]]]:
    """Frame slot, line, verdict and the faults it must give, for every line of the file."""
    return [
        (groep["plek"], regel, oordeel, groep["fout"] if oordeel == "voldoet_niet" else [])
        for groep in REGELS["groep"]
        for oordeel, lijst in (
            ("voldoet", groep["goed"]),
            ("voldoet_niet", groep["slecht"]),
            ("niet_te_beoordelen", groep.get("open", [])),
        )
        for regel in lijst
    ]


@pytest.mark.parametrize("geval", BRIEVEN, ids=lambda geval: geval["naam"])
def test_a_fresh_letter_gets_its_verdict(geval: dict[str, Any]) -> None:
    toetsing = toets(brief(geval["tekst"]), gegevens())
    fout, open_punten, _ = codes(toetsing)
    assert toetsing.oordeel.value == geval["oordeel"]
    assert set(geval["fout"]) <= set(fout)
    assert set(geval.get("open", [])) <= set(open_punten)
    assert toetsing.soort.value == geval.get("soort", "wik")


@pytest.mark.parametrize(
    ("plek", "regel", "oordeel", "fout"), _regels(), ids=lambda waarde: str(waarde)[:60]
)
def test_a_line_makes_or_breaks_a_right_letter(
    plek: str, regel: str, oordeel: str, fout: list[str]
) -> None:
    tekst = REGELS["raam"]["sjabloon"].format(**{**REGELS["raam"]["standaard"], plek: regel})
    toetsing = toets(brief(tekst), gegevens(verzonden="2026-11-02"))
    gevonden, _, _ = codes(toetsing)
    assert toetsing.oordeel.value == oordeel, (gevonden, tekst)
    assert not fout or set(fout) & set(gevonden)
