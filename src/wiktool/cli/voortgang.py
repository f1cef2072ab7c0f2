"""Progress on stderr: a bar with speed and time left on a terminal, nothing elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from typing import Final, Self

_TUSSENPOOS: Final = 0.1
_BALK: Final = 24


class Voortgang:
    """A bar that is drawn over itself, and wiped when it is done.

    Args:
        wat: what is counted, in the plural: ``brieven``.
    """

    def __init__(self, wat: str) -> None:
        self._wat = wat
        self._terminal = sys.stderr.isatty()
        self._begin = time.monotonic()
        self._vorige = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._terminal and self._vorige:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def meld(self, gedaan: int, totaal: int) -> None:
        """Draw the bar, at most ten times a second."""
        nu = time.monotonic()
        if not self._terminal or (nu - self._vorige < _TUSSENPOOS and gedaan < totaal):
            return
        self._vorige = nu
        breedte = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"\r\x1b[K{regel(gedaan, totaal, nu - self._begin, self._wat)[:breedte]}")
        sys.stderr.flush()


def regel(gedaan: int, totaal: int, seconden: float, wat: str) -> str:
    """The bar as text.

    >>> regel(250, 1000, 2.0, "brieven")
    '██████░░░░░░░░░░░░░░░░░░  25%  250/1000 brieven  125/s  nog 0:06'
    """
    deel = gedaan / totaal if totaal else 1.0
    vol = round(deel * _BALK)
    delen = [f"{'█' * vol}{'░' * (_BALK - vol)}  {deel:.0%}", f"{gedaan}/{totaal} {wat}"]
    if seconden > 0 and gedaan:
        delen.append(f"{gedaan / seconden:.0f}/s")
        minuten, rest = divmod(round((totaal - gedaan) * seconden / gedaan), 60)
        delen.append(f"nog {minuten}:{rest:02}")
    return "  ".join(delen)
