"""The labelled set: passages, whole letters, and the wordings courts have judged."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from tests.controle.hulp import (
    Geval,
    brief,
    brieven,
    codes,
    gegevens,
    oordeel_over,
    passages,
)

from wiktool.controle.model import Oordeel
from wiktool.controle.toetser import toets

BRIEVEN = brieven()
PASSAGES = passages()
FORMULES = list(
    csv.DictReader(
        (Path(__file__).parent / "formules.csv").read_text(encoding="utf-8").splitlines(),
        delimiter=";",
    )
)
ZINNEN = (
    "Wij verzoeken u € 250,00 te betalen {}.",
    "Wij verzoeken u {} € 250,00 te betalen.",
    "Indien u niet {} betaalt, bent u € 40,00 incassokosten verschuldigd.",
    "U kunt € 250,00 {} voldoen op NL91 ABNA 0417 1643 00.",
    "{}",
)


def test_the_set_is_large_enough() -> None:
    assert len(BRIEVEN) >= 40
    assert len(PASSAGES) >= 150
    assert len({geval.kop["oordeel"] for geval in BRIEVEN}) == len(Oordeel)


@pytest.mark.parametrize("geval", BRIEVEN, ids=lambda geval: geval.naam)
def test_a_whole_letter_gets_exactly_its_codes(geval: Geval) -> None:
    toetsing = geval.toets()
    assert toetsing.soort.value == geval.kop.get("soort", "wik")
    assert codes(toetsing) == geval.verwacht
    assert toetsing.oordeel.value == geval.kop["oordeel"]


@pytest.mark.parametrize(
    "geval", PASSAGES, ids=lambda geval: f"{geval['code']}-{geval['verwacht']}"
)
def test_a_passage_gets_its_verdict(geval: dict[str, Any]) -> None:
    vlaggen = {
        veld: geval[veld] for veld in ("hoofdsom", "verzonden", "bezorging") if veld in geval
    }
    assert oordeel_over(geval["code"], geval["tekst"], **vlaggen) == geval["verwacht"]


@pytest.mark.parametrize("zin", ZINNEN)
@pytest.mark.parametrize("formule", FORMULES, ids=lambda formule: formule["formule"])
def test_a_wording_gets_its_code_its_days_and_its_start(formule: dict[str, str], zin: str) -> None:
    toetsing = toets(brief(zin.format(formule["formule"])), gegevens(soort="wik"))
    fout, niet_te_beoordelen, _ = codes(toetsing)
    gevonden = dict.fromkeys(fout, "fout") | dict.fromkeys(niet_te_beoordelen, "betwist")
    verwacht = {formule["code"]: formule["verwacht"]} if formule["code"] else {}
    assert {c: v for c, v in gevonden.items() if c.startswith("WIK2")} == verwacht
    termijn = toetsing.gelezen.termijn
    assert termijn is not None
    assert (str(termijn.dagen), termijn.vanaf.value) == (formule["dagen"], formule["vanaf"])


def test_no_void_letter_is_called_good() -> None:
    """A void letter may at most be left to the reader, never approved (recht.md H7)."""
    goedgekeurd = [
        geval.naam
        for geval in BRIEVEN
        if geval.kop["oordeel"] != "voldoet" and geval.toets().oordeel is Oordeel.VOLDOET
    ]
    assert goedgekeurd == []


def test_no_right_letter_is_called_void() -> None:
    afgekeurd = [
        geval.naam
        for geval in BRIEVEN
        if geval.kop["oordeel"] == "voldoet" and geval.toets().oordeel is Oordeel.VOLDOET_NIET
    ]
    assert afgekeurd == []
