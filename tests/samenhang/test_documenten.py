"""The pages tell the truth: every command in them is run and its output compared."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location(
    "documenten", Path(__file__).with_name("documenten.py")
)
assert _SPEC
assert _SPEC.loader
documenten = importlib.util.module_from_spec(_SPEC)
sys.modules["documenten"] = documenten
_SPEC.loader.exec_module(documenten)

PAGINAS = [
    pad
    for pad in (WORTEL / "README.md", *sorted((WORTEL / "docs").rglob("*.md")))
    if "```console" in pad.read_text(encoding="utf-8")
]


@pytest.mark.traag
@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_every_command_prints_what_the_page_says(pagina: Path, tmp_path: Path) -> None:
    map_ = tmp_path / "voorbeelden"
    shutil.copytree(WORTEL / "docs" / "voorbeelden", map_)
    omgeving = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "XDG_CONFIG_HOME": str(tmp_path / "instellingen"),
    }
    for opdracht in documenten.opdrachten(pagina.read_text(encoding="utf-8")):
        if opdracht.regel.startswith("cd "):
            map_ /= opdracht.regel.removeprefix("cd ")
            continue
        code, uitvoer = documenten.voer_uit(opdracht, map_, omgeving)
        gekregen = "\n".join(uitvoer)
        assert code == opdracht.code, f"$ {opdracht.regel}\n{gekregen}"
        assert documenten.past(opdracht.uitvoer, uitvoer), f"$ {opdracht.regel}\n{gekregen}"


def test_a_false_page_fails() -> None:
    (opdracht,) = documenten.opdrachten("```console\n$ echo ja\nnee\n[exit 2]\n```\n")
    assert (opdracht.regel, opdracht.uitvoer, opdracht.code) == ("echo ja", ["nee"], 2)
    assert not documenten.past(["nee"], ["ja"])
    assert documenten.past(["a", "…", "d"], ["a", "b", "c", "d"])
    assert not documenten.past(["a", "…", "d"], ["a", "b", "c"])
    assert documenten.past(["a …"], ["a b c"])
    assert not documenten.past(["a …"], ["b c"])
