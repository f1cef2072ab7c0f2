"""The manual page is that of the commands as they are now."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
sys.path.insert(0, str(WORTEL / "beheer"))
import manpagina  # noqa: E402

sys.path.pop(0)


def test_the_page_is_current() -> None:
    assert manpagina.DOEL.read_text(encoding="utf-8") == manpagina.manpagina()


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_the_page_is_well_formed() -> None:
    klaar = subprocess.run(
        ["groff", "-man", "-Tutf8", "-K", "utf8", "-ww", str(manpagina.DOEL)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert klaar.stderr == ""
    assert "Bereken de incassokosten volgens" in klaar.stdout
