"""The shell scripts of docs/voorbeelden are run as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

VOORBEELDEN = Path(__file__).parents[2] / "docs" / "voorbeelden"
pytestmark = [
    pytest.mark.traag,
    pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here"),
]


def draai(
    script: str, *woorden: str, map_: Path | None = None, **omgeving: str
) -> subprocess.CompletedProcess[str]:
    pad = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", str(VOORBEELDEN / script), *woorden],
        cwd=map_,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": pad, **omgeving},
        timeout=300,
    )


@pytest.fixture
def maandag(tmp_path: Path) -> Path:
    map_ = tmp_path / "maandag"
    shutil.copytree(VOORBEELDEN / "maandag", map_)
    (map_ / "bank.csv").unlink()
    return map_


def test_every_script_is_here_and_starts_strictly() -> None:
    scripts = sorted(pad.name for pad in VOORBEELDEN.glob("*.sh"))
    getest = set(re.findall(r'"([a-z_]+\.sh)"', Path(__file__).read_text(encoding="utf-8")))
    assert set(scripts) == getest | {"demo.sh"}  # that one is what `make demo` runs
    for script in scripts:
        assert "set -euo pipefail" in (VOORBEELDEN / script).read_text(encoding="utf-8")


def test_night_after_night(maandag: Path) -> None:
    eerste = draai("nachtelijke_serie.sh", str(maandag), "2026-11-23")
    assert eerste.returncode == 0, eerste.stderr
    assert "klaar; deze regels vragen aandacht" in eerste.stdout
    brieven = sorted(pad.name for pad in (maandag / "brieven/2026-11-23").glob("*.docx"))
    assert len(brieven) == 3
    opnieuw = draai("nachtelijke_serie.sh", str(maandag), "2026-11-23")
    assert opnieuw.returncode == 0, opnieuw.stderr
    volgende = draai("nachtelijke_serie.sh", str(maandag), "2026-12-18")
    assert volgende.returncode == 0, volgende.stderr
    nieuw = sorted(pad.name for pad in (maandag / "brieven/2026-12-18").glob("*.docx"))
    assert nieuw == ["wik-1003.docx"]  # only what has fallen into default since


def test_night_that_fails(tmp_path: Path) -> None:
    mislukt = draai("nachtelijke_serie.sh", str(tmp_path))
    assert mislukt.returncode == 3
    assert "mislukt met code 3" in mislukt.stderr


def test_costs_in_a_variable() -> None:
    klaar = draai("kosten_in_variabele.sh")
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.splitlines() == [
        "incassokosten over 1250: 187.50",
        "1000.00: 150.00, samen 150.00",
        "2500.00: 375.00, samen 375.00",
        "266.70: 40.01, samen 40.01",
    ]


def test_check_of_a_folder(maandag: Path) -> None:
    assert draai("nachtelijke_serie.sh", str(maandag), "2026-11-23").returncode == 0
    brieven = maandag / "brieven" / "2026-11-23"
    goed = draai("controleer_map.sh", str(brieven))
    assert (goed.returncode, goed.stdout.splitlines()[-1]) == (0, "alle brieven voldoen"), goed
    (brieven / "een naam met spaties\nen een regeleinde.txt").write_text("Betaal binnen 7 dagen.")
    fout = draai("controleer_map.sh", str(brieven))
    assert fout.returncode == 1
    assert "niet elke brief voldoet" in fout.stderr


def test_parts_make_the_whole(maandag: Path) -> None:
    posten = maandag / "posten.csv"
    regels = posten.read_text(encoding="utf-8").splitlines(keepends=True)
    posten.write_text("".join(regel for regel in regels if "31-09" not in regel), encoding="utf-8")
    uit = maandag / "uit"
    klaar = draai("verdeeld.sh", str(posten), str(uit), "3", map_=maandag)
    assert klaar.returncode == 0, klaar.stderr
    kop, *brieven = klaar.stdout.splitlines()
    assert kop.lstrip("\ufeff").startswith("schuldenaar_nummer;")
    assert len(brieven) == len(list(uit.glob("*.docx"))) == 4


def test_array_task(maandag: Path) -> None:
    uit = maandag / "uit"
    klaar = draai(
        *("slurm.sh", "posten.csv", str(uit), "2026-11-23"),
        map_=maandag,
        SLURM_ARRAY_TASK_ID="1",
        SLURM_ARRAY_TASK_COUNT="2",
    )
    assert klaar.returncode == 1, klaar.stderr  # one row of the example is not understood
    assert (uit / "overzicht-1-van-2.csv").is_file()


def test_crontab_line() -> None:
    regels = (VOORBEELDEN / "crontab").read_text(encoding="utf-8").splitlines()
    (regel,) = [regel for regel in regels if not regel.startswith("#")]
    velden = regel.split(None, 5)
    assert len(velden) == 6
    assert all(re.fullmatch(r"[0-9*,/-]+", veld) for veld in velden[:5])
    assert (VOORBEELDEN / velden[5].split()[0]).is_file()
