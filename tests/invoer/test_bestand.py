"""A file is read whole, however long it is, and not one byte beyond the limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from wiktool.invoer.bestand import MEGABYTE, lees_bytes
from wiktool.kern.fouten import BestandFout

BLOK = 64 * 1024


@pytest.mark.parametrize(
    "lengte", [1, BLOK - 1, BLOK, BLOK + 1, 2 * BLOK, MEGABYTE - 1, MEGABYTE], ids=str
)
def test_a_file_up_to_the_limit_is_read_whole(tmp_path: Path, lengte: int) -> None:
    inhoud = bytes(1 + nummer % 251 for nummer in range(lengte))
    pad = tmp_path / "brief.txt"
    pad.write_bytes(inhoud)
    assert lees_bytes(pad, grens=MEGABYTE) == inhoud


@pytest.mark.parametrize("te_veel", [1, BLOK, MEGABYTE], ids=str)
def test_a_file_above_the_limit_is_refused(tmp_path: Path, te_veel: int) -> None:
    pad = tmp_path / "brief.txt"
    pad.write_bytes(b"x" * (MEGABYTE + te_veel))
    with pytest.raises(BestandFout, match="groter dan 1 MB"):
        lees_bytes(pad, grens=MEGABYTE)


@pytest.mark.parametrize("inhoud", [b"", b" \n\t"])
def test_an_empty_file_is_refused(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "brief.txt"
    pad.write_bytes(inhoud)
    with pytest.raises(BestandFout, match="leeg"):
        lees_bytes(pad, grens=MEGABYTE)
