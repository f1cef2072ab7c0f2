"""Ctrl-C as a request: what was begun is finished and noted; a second one breaks off at once."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import FrameType


class Onderbreking:
    """Listens for Ctrl-C while the ``with`` lasts, where nobody else does.

    Attributes:
        gevraagd: it was pressed.
    """

    def __init__(self) -> None:
        self.gevraagd = False
        self._luistert = False

    def __enter__(self) -> Self:
        vrij = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if vrij and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self._hoor)
            self._luistert = True
        return self

    def __exit__(self, *_: object) -> None:
        if self._luistert:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _hoor(self, nummer: int, frame: FrameType | None) -> None:
        del nummer, frame
        if self.gevraagd:
            raise KeyboardInterrupt
        self.gevraagd = True
