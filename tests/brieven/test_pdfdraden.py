"""Threads of typst: one for a letter, unless the user chose otherwise."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wiktool.brieven import opmaak_pdf

if TYPE_CHECKING:
    import pytest

DRADEN = "RAYON_NUM_THREADS"


def test_typst_begins_with_one_thread_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DRADEN, raising=False)
    with opmaak_pdf._een_draad():
        assert os.environ[DRADEN] == "1"
    assert DRADEN not in os.environ


def test_the_number_of_threads_of_the_user_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DRADEN, "3")
    with opmaak_pdf._een_draad():
        assert os.environ[DRADEN] == "3"
    assert os.environ[DRADEN] == "3"
