"""Keeps one process that opens pdf files, and asks it.

A pdf can ask for a gigabyte or for an hour without any fault in the reader, and a call into a
library cannot be stopped. So every pdf is opened in a child with limits of its own. It is started
once and used again, which costs a letter a fraction of a millisecond. When it dies, the file is to
blame, and the next file gets a new one.
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
from typing import Any, BinaryIO, Final, cast

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.pdftaal import LENGTE
from wiktool.kern.fouten import BestandFout

_RESPIJT: Final = 5
"""Seconds after the child's own limit, and for its start."""
_MAX_ANTWOORD: Final = 100 * grenzen.TEKENS
"""Bytes; what the limit on characters leaves room for, many times over."""
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

    def vraag(self, inhoud: bytes) -> dict[str, Any]:
        """What the child answers about a file.

        Raises:
            BestandFout: the child ran out of time or memory over it, or crashed.
        """
        with self._slot:
            kind = self._start()
            wekker = threading.Timer(grenzen.PDF_SECONDEN + _RESPIJT, kind.kill)
            wekker.start()
            try:
                return cast("dict[str, Any]", json.loads(_wissel(kind, inhoud)))
            except (OSError, EOFError, ValueError) as fout:
                self._stop()
                raise _bezweken() from fout
            except BaseException:  # Ctrl-C: half an answer may be under way
                self._stop()
                raise
            finally:
                wekker.cancel()

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


def _wissel(kind: subprocess.Popen[bytes], inhoud: bytes) -> bytes:
    heen, terug = cast("BinaryIO", kind.stdin), cast("BinaryIO", kind.stdout)
    heen.write(len(inhoud).to_bytes(LENGTE, "big"))
    heen.write(inhoud)
    heen.flush()
    lengte = int.from_bytes(_precies(terug, LENGTE), "big")
    if lengte > _MAX_ANTWOORD:
        raise EOFError
    return _precies(terug, lengte)


def _precies(stroom: BinaryIO, aantal: int) -> bytes:
    gelezen = stroom.read(aantal)
    if len(gelezen) < aantal:
        raise EOFError
    return gelezen


def _bezweken() -> BestandFout:
    return BestandFout(
        "de pdf vraagt meer tijd of geheugen dan een brief nodig heeft, of is beschadigd",
        doe="druk hem opnieuw af naar pdf, of geef de brief als .docx",
    )


PDFPROCES: Final = Pdfproces()
atexit.register(PDFPROCES.sluit)
