"""Keeps one process that opens pdf files, and asks it.

A pdf can ask for a gigabyte or for an hour without any fault in the reader, and a call into a
library cannot be stopped. So every pdf is opened in a child with limits of its own. It is started
once and used again, and asked about several files at once, since going to and fro takes its time
too. When it dies, the first file without an answer is to blame, and those behind it get a new one.

All files are sent before an answer is read, and the child reads them all before it gives one, so
that the two never wait for each other.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, Final, Self, cast

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.pdftaal import BEZWEKEN, FOUT, LENGTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.invoer.brief.pdftaal import Antwoord

_RESPIJT: Final = 5
"""Seconds after the child's own limit, and for its start."""
_MAX_ANTWOORD: Final = 100 * grenzen.TEKENS
"""Bytes; what the limit on characters leaves room for, many times over."""
_BUFFER: Final = 1 << 20
"""Bytes; a few letters, so that they go in one breath and both sides keep at their work."""
_START: Final = (
    "import sys; sys.path.append(sys.argv[1]);"
    " from importlib import import_module; import_module(sys.argv[2]).hoofd()"
)
"""Starts the child without the working folder on its path: letters may lie beside ``json.py``."""
_WAAR_WIKTOOL_STAAT: Final = str(Path(__file__).parents[3])
_WERKER: Final = "wiktool.invoer.brief.pdfwerker"


class Pdfproces:
    """A child process that reads pdf files, one after another; safe to use from several threads.

    Args:
        werker: the module the child runs.
    """

    def __init__(self, werker: str = _WERKER) -> None:
        self._werker = werker
        self._slot = threading.Lock()
        self._kind: subprocess.Popen[bytes] | None = None
        self._eigenaar = 0

    def vraag(self, inhouden: Sequence[bytes]) -> list[Antwoord]:
        """What the child answers about each of a few files, which it gets all at once."""
        antwoorden: list[Antwoord] = []
        with self._slot:
            while len(antwoorden) < len(inhouden):
                antwoorden += self._vraag_kind(inhouden[len(antwoorden) :])
        return antwoorden

    def _vraag_kind(self, inhouden: Sequence[bytes]) -> list[Antwoord]:
        """The answers of one child; it may die over a file, and say nothing of those behind it."""
        kind = self._start()
        antwoorden: list[Antwoord] = []
        with _Wekker(kind) as wekker:
            try:
                _stuur(kind, inhouden)
                for _ in inhouden:
                    antwoorden.append(json.loads(_ontvang(kind)))
                    wekker.zet()
            except (OSError, EOFError, ValueError):
                self._stop()
                antwoorden.append({FOUT: BEZWEKEN})
            except BaseException:  # Ctrl-C: half an answer may be under way
                self._stop()
                raise
        return antwoorden

    def sluit(self) -> None:
        """End the child."""
        with self._slot:
            self._stop()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._kind is not None and self._eigenaar == os.getpid() and self._kind.poll() is None:
            return self._kind
        self._stop()
        self._eigenaar = os.getpid()
        self._kind = subprocess.Popen(  # noqa: S603 - our own module, no input in the arguments
            [sys.executable, "-P", "-c", _START, _WAAR_WIKTOOL_STAAT, self._werker],
            bufsize=_BUFFER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._kind

    def _stop(self) -> None:
        kind, self._kind = self._kind, None
        if kind is None or self._eigenaar != os.getpid():
            return
        kind.kill()
        for stroom in (kind.stdin, kind.stdout):
            with suppress(OSError):
                cast("BinaryIO", stroom).close()
        kind.wait()


class _Wekker:
    """Ends a child that takes too long over a file; to be set anew after each."""

    def __init__(self, kind: subprocess.Popen[bytes]) -> None:
        self._kind = kind
        self._seconden = grenzen.PDF_SECONDEN + _RESPIJT
        self._klaar = threading.Event()

    def __enter__(self) -> Self:
        self.zet()
        threading.Thread(target=self._waak, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._klaar.set()

    def zet(self) -> None:
        """Let the time begin anew."""
        self._tot = monotonic() + self._seconden

    def _waak(self) -> None:
        while (rest := self._tot - monotonic()) > 0:
            if self._klaar.wait(rest):
                return
        self._kind.kill()


def _stuur(kind: subprocess.Popen[bytes], inhouden: Sequence[bytes]) -> None:
    heen = cast("BinaryIO", kind.stdin)
    heen.write(len(inhouden).to_bytes(LENGTE, "big"))
    for inhoud in inhouden:
        heen.write(len(inhoud).to_bytes(LENGTE, "big"))
        heen.write(inhoud)
    heen.flush()


def _ontvang(kind: subprocess.Popen[bytes]) -> bytes:
    terug = cast("BinaryIO", kind.stdout)
    lengte = int.from_bytes(_precies(terug, LENGTE), "big")
    if lengte > _MAX_ANTWOORD:
        raise EOFError
    return _precies(terug, lengte)


def _precies(stroom: BinaryIO, aantal: int) -> bytes:
    gelezen = stroom.read(aantal)
    if len(gelezen) < aantal:
        raise EOFError
    return gelezen


PDFPROCES: Final = Pdfproces()
atexit.register(PDFPROCES.sluit)
