"""Fixtures every part of the tests may use."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from wiktool.cli.hoofd import hoofd

if TYPE_CHECKING:
    from collections.abc import Callable

settings.register_profile("wiktool", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("wiktool")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # a shell that runs its jobs in the background has them ignore Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)

PEILDATUM = "2026-11-21"


@dataclass(frozen=True)
class Uitvoer:
    """What a command left behind."""

    code: int
    stdout: str
    stderr: str


@pytest.fixture
def wiktool(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Uitvoer]:
    """Run a command in this process, optionally with text on its standard input."""

    def voer_uit(*argumenten: str, stdin: str | bytes | None = None) -> Uitvoer:
        if stdin is not None:
            import io

            bytes_ = stdin.encode() if isinstance(stdin, str) else stdin
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(bytes_), encoding="utf-8"))
        capsys.readouterr()
        code = hoofd(list(argumenten))
        gelezen = capsys.readouterr()
        return Uitvoer(code, gelezen.out, gelezen.err)

    return voer_uit
