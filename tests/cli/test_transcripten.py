"""Every transcript still holds: command, stdout, stderr and exit code."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from wiktool.cli.app import GROEPEN

_PAD = Path(__file__).with_name("transcript.py")
_SPEC = importlib.util.spec_from_file_location("transcript", _PAD)
assert _SPEC
assert _SPEC.loader
transcript = importlib.util.module_from_spec(_SPEC)
sys.modules["transcript"] = transcript
_SPEC.loader.exec_module(transcript)

BESTANDEN = sorted(transcript.MAP.glob("*.txt"))


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_prints_what_the_transcript_says(pad: Path, tmp_path: Path) -> None:
    gevallen = transcript.lees(pad.read_text(encoding="utf-8"))
    assert gevallen
    with transcript.voorbeeldmap(tmp_path):
        for geval in gevallen:
            assert transcript.voer_uit(geval).schrijf() == geval.schrijf()


def test_every_command_has_a_transcript() -> None:
    tekst = "".join(pad.read_text(encoding="utf-8") for pad in BESTANDEN)
    opdrachten = [naam for groep in GROEPEN.values() for naam in groep]
    assert [naam for naam in opdrachten if f"$ wiktool {naam}" not in tekst] == []


def test_no_error_shows_a_traceback() -> None:
    for pad in BESTANDEN:
        assert "Traceback" not in pad.read_text(encoding="utf-8"), pad.name
