"""Progress on stderr: a bar with speed and time left on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_BALK: Final = 24
_ERNAAST: Final = 44
"""The width of what stands beside the bar; on a narrow terminal the bar gives way."""


class Voortgang:
    """A bar that is drawn over itself, and wiped when it is done.

    Args:
        wat: what is counted, in the plural: ``brieven``.
    """

    def __init__(self, wat: str) -> None:
        self._wat = wat
        self._begin = time.monotonic()
        self._balk: Progress | None = None
        self._taak: TaskID | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._balk = _maak_balk(self._wat)
        return self

    def __exit__(self, *_: object) -> None:
        if self._balk is not None:
            self._balk.stop()

    def meld(self, gedaan: int, totaal: int) -> None:
        """Tell how far it is; the first time draws the bar."""
        if self._balk is None:
            return
        if self._taak is None:
            self._taak = self._balk.add_task("", total=totaal, tempo="")
            self._balk.start()
        tempo = hoe_snel(gedaan, totaal, time.monotonic() - self._begin)
        self._balk.update(self._taak, completed=gedaan, total=totaal, tempo=tempo)


def hoe_snel(gedaan: int, totaal: int, seconden: float) -> str:
    """Speed and time left, as they were on average so far; empty before anything was done.

    >>> hoe_snel(250, 1000, 2.0)
    '125/s  nog 0:06'
    """
    if not gedaan or seconden <= 0:
        return ""
    minuten, rest = divmod(round((totaal - gedaan) * seconden / gedaan), 60)
    return f"{gedaan / seconden:.0f}/s  nog {minuten}:{rest:02}"


def _maak_balk(wat: str) -> Progress:
    """The bar; rich is loaded only here, because it takes as long as a hundred letters."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    console = Console(stderr=True)
    return Progress(
        BarColumn(bar_width=max(4, min(_BALK, console.width - _ERNAAST))),
        TaskProgressColumn(),
        TextColumn("{task.completed}/{task.total} " + wat),
        TextColumn("{task.fields[tempo]}"),
        console=console,
        transient=True,
        redirect_stdout=sys.stdout.isatty(),
        redirect_stderr=False,
    )
