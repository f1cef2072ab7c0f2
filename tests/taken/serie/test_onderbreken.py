"""A run that is stopped halfway, by Ctrl-C or by SIGKILL, and finished later."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import KOP, rij

AANTAL = 80
pytestmark = pytest.mark.traag


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "wiktool.toml").write_text(
        '[schuldeiser]\nnaam = "De Linde"\niban = "NL91ABNA0417164300"\nfatale_termijn = true\n',
        encoding="utf-8",
    )
    rijen = [rij(f"K{n:03}", f"F{n}", f"{n + 40},00") for n in range(AANTAL)]
    (tmp_path / "posten.csv").write_text("\n".join([KOP, *rijen, ""]), encoding="utf-8")
    return tmp_path


def opdracht(uit: str, *extra: str) -> list[str]:
    vast = ["--datum", "2026-11-20", "--uit", uit, "--werkers", "2", "--formaat", "txt"]
    return [sys.executable, "-m", "wiktool", "serie", "posten.csv", *vast, *extra]


def brieven(uit: Path) -> list[Path]:
    return sorted(uit.glob("wik-*.txt"))


def start_en_wacht_op(map_: Path, aantal: int) -> subprocess.Popen[bytes]:
    """Start a run, and wait until so many letters are there."""
    loop = subprocess.Popen(
        opdracht("uit"),
        cwd=map_,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # a shell that runs its jobs in the background has them ignore Ctrl-C
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    for _ in range(2400):
        if len(brieven(map_ / "uit")) >= aantal or loop.poll() is not None:
            break
        time.sleep(0.025)
    return loop


def inhoud(uit: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in uit.iterdir()}


@pytest.mark.parametrize("sein", [signal.SIGKILL, signal.SIGINT])
def test_stopped_halfway_and_finished(map_: Path, sein: signal.Signals) -> None:
    loop = start_en_wacht_op(map_, 10)
    loop.send_signal(sein)
    _, fouten = loop.communicate(timeout=60)
    uit = map_ / "uit"
    if sein is signal.SIGKILL:
        time.sleep(1)  # a worker finishes the piece it was at
    af = {brief.name: brief.read_bytes() for brief in brieven(uit)}
    assert 10 <= len(af) < AANTAL
    if sein is signal.SIGINT:
        assert loop.returncode == 130
        assert b"--hervat" in fouten
        assert (uit / "overzicht.csv").read_text().count("wik-K") == len(af)
    ineens = subprocess.run(opdracht("ineens"), cwd=map_, check=False, capture_output=True)
    assert ineens.returncode == 0, ineens.stderr
    heel = inhoud(map_ / "ineens")
    assert af.items() <= heel.items()  # every letter that was there was whole
    hervat = subprocess.run(opdracht("uit", "--hervat"), cwd=map_, check=False, capture_output=True)
    assert hervat.returncode == 0, hervat.stderr
    assert inhoud(uit) == heel
