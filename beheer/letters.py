"""Make the letters of the pdf, plain and bold, when wiktool is built.

Arimo comes as one file of which the weight varies. Out of such a file every pdf would have to draw
its bold letters anew; out of these two it copies them, in less time and under their own names
(docs/keuzes/0018). Hatchling runs this for every wheel, also for an editable one.
"""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAKKET = "fontpkg_arimo"
BRON = "files/Arimo[wght].ttf"
LICENTIE = "LICENSE"
DIKTEN = {"Arimo-Regular.ttf": 400, "Arimo-Bold.ttf": 700}
DOEL = Path("src", "wiktool", "brieven", "letters")


class Letters(BuildHookInterface[Any]):
    """The step of the build; ``pyproject.toml`` names this file and says what it leaves behind."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        maak(Path(self.root, DOEL))


def maak(map_: Path) -> None:
    """Both letters and their licence; what is there and newer than its source stays."""
    map_.mkdir(exist_ok=True)
    with as_file(files(PAKKET)) as pakket:
        bron = pakket / BRON
        sinds = max(bron.stat().st_mtime, Path(__file__).stat().st_mtime)
        for naam, dikte in DIKTEN.items():
            doel = map_ / naam
            if not doel.exists() or doel.stat().st_mtime < sinds:
                _maak_letter(bron, dikte, doel)
        shutil.copy(pakket / LICENTIE, map_ / "OFL.txt")


def _maak_letter(bron: Path, dikte: int, doel: Path) -> None:
    """One weight; moved into place whole, for a program that reads it meanwhile."""
    with TTFont(bron, recalcTimestamp=False) as variabel:
        letter = instantiateVariableFont(variabel, {"wght": dikte}, updateFontNames=True)
        deel = doel.with_suffix(".deel")
        letter.save(deel)
    deel.replace(doel)
