"""The wheel holds everything, without the checkout around it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def uitgepakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked far from the checkout."""
    map_ = tmp_path_factory.mktemp("wiel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(map_)],
        cwd=WORTEL,
        check=True,
        capture_output=True,
    )
    (wiel,) = map_.glob("*.whl")
    doel = map_ / "uitgepakt"
    with zipfile.ZipFile(wiel) as zip_:
        zip_.extractall(doel)
    return doel


def voer_uit(uitgepakt: Path, *argumenten: str, map_: Path) -> subprocess.CompletedProcess[str]:
    omgeving = os.environ | {"PYTHONPATH": str(uitgepakt), "XDG_CONFIG_HOME": str(map_)}
    return subprocess.run(
        [sys.executable, "-m", "wiktool", *argumenten],
        cwd=map_,
        env=omgeving,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.traag
def test_holds_data_templates_types_and_licence(uitgepakt: Path) -> None:
    for pad in (
        "wiktool/py.typed",
        "wiktool/wetgegevens/incassokosten.toml",
        "wiktool/templates/briefpapier.docx",
        "wiktool/templates/wik/nl.jinja",
        "wiktool/brieven/letters/Arimo-Regular.ttf",
        "wiktool/brieven/letters/Arimo-Bold.ttf",
        "wiktool/brieven/letters/OFL.txt",
    ):
        assert (uitgepakt / pad).is_file(), pad
    assert list(uitgepakt.glob("*.dist-info/licenses/LICENSE"))
    bron = {p.relative_to(WORTEL / "src") for p in (WORTEL / "src").rglob("*.py")}
    assert {p.relative_to(uitgepakt) for p in uitgepakt.rglob("wiktool/**/*.py")} >= bron


@pytest.mark.traag
def test_runs_from_the_wheel_alone(uitgepakt: Path, tmp_path: Path) -> None:
    waar = subprocess.run(
        [sys.executable, "-c", "import wiktool; print(wiktool.__file__)"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(uitgepakt)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert waar.stdout.startswith(str(uitgepakt))
    assert voer_uit(uitgepakt, "bereken", "1250", "--kort", map_=tmp_path).stdout == "187.50\n"


@pytest.mark.traag
def test_makes_and_checks_a_letter_from_the_wheel(uitgepakt: Path, tmp_path: Path) -> None:
    dossier = (WORTEL / "docs" / "voorbeelden" / "praktijk.toml").read_bytes()
    (tmp_path / "praktijk.toml").write_bytes(dossier)
    brief = voer_uit(
        uitgepakt, "brief", "wik", "praktijk.toml", "--uit", "brief.docx", map_=tmp_path
    )
    assert brief.returncode == 0, brief.stderr
    oordeel = voer_uit(uitgepakt, "controleer", "brief.docx", map_=tmp_path)
    assert oordeel.returncode == 0, oordeel.stdout + oordeel.stderr
