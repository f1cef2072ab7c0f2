"""The letters of the pdf: made from Arimo when wiktool is built, one file a weight."""

from __future__ import annotations

import os
import runpy
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

MAKER = runpy.run_path(str(Path(__file__).parents[2] / "beheer" / "letters.py"))


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("letters")
    MAKER["maak"](map_)
    return map_


@pytest.mark.traag
@pytest.mark.parametrize(("naam", "dikte"), MAKER["DIKTEN"].items())
def test_each_letter_has_one_weight_and_a_name_of_its_own(
    letters: Path, naam: str, dikte: int
) -> None:
    with TTFont(letters / naam) as letter:
        assert "fvar" not in letter
        assert letter["OS/2"].usWeightClass == dikte
        assert f"{letter['name'].getDebugName(6)}.ttf" == naam


@pytest.mark.traag
def test_every_character_of_arimo_is_there_and_as_wide(letters: Path) -> None:
    bron = Path(str(files(MAKER["PAKKET"]))) / MAKER["BRON"]
    with TTFont(bron) as variabel, TTFont(letters / "Arimo-Regular.ttf") as letter:
        assert letter.getBestCmap() == variabel.getBestCmap()
        assert letter["hmtx"].metrics == variabel["hmtx"].metrics


@pytest.mark.traag
def test_bold_is_as_wide_as_arial_bold(letters: Path) -> None:
    """Arial bold: a figure is 0.556 of the height, and so is the euro sign (docs/keuzes/0018)."""
    with TTFont(letters / "Arimo-Bold.ttf") as letter:
        kaart, em = letter.getBestCmap(), letter["head"].unitsPerEm
        breed = {teken: letter["hmtx"][kaart[ord(teken)]][0] / em for teken in "0€aMi "}
    assert {teken: round(w, 3) for teken, w in breed.items()} == {
        "0": 0.556,
        "€": 0.556,
        "a": 0.556,
        "M": 0.833,
        "i": 0.278,
        " ": 0.278,
    }


@pytest.mark.traag
def test_a_letter_is_made_again_only_when_its_source_is_newer(letters: Path) -> None:
    paden = [letters / naam for naam in MAKER["DIKTEN"]]
    inhoud = [pad.read_bytes() for pad in paden]
    os.utime(paden[0], (0, 0))
    bewaard = paden[1].stat().st_mtime_ns
    MAKER["maak"](letters)
    assert paden[0].stat().st_mtime > 0
    assert paden[1].stat().st_mtime_ns == bewaard
    assert [pad.read_bytes() for pad in paden] == inhoud
    assert sorted(pad.name for pad in letters.iterdir()) == [
        "Arimo-Bold.ttf",
        "Arimo-Regular.ttf",
        "OFL.txt",
    ]
