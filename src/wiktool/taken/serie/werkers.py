"""Work spread over processes, its results in the order of the work.

Each worker has a pipe of its own to this process and to nothing else. When this process dies,
however suddenly, the pipe closes and the worker stops after the piece it is at.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from wiktool.taken.opruimen import zelden_opruimen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from multiprocessing.process import BaseProcess

_In = TypeVar("_In")
_Uit = TypeVar("_Uit")
_VOORUIT: Final = 4
"""Pieces begun per worker before the first of them is yielded; bounds what is kept."""


class WerkerGestopt(Exception):
    """A worker ended before its work was done: killed from outside, or out of memory."""


class Werkers(Generic[_In, _Uit]):
    """A number of processes that each do the same to a piece of work.

    Args:
        aantal: how many; with one, the work is done in this process.
        begin: called once in every worker; what it returns is called for every piece. It must be
            importable by name.
        gegevens: its arguments.
    """

    def __init__(
        self, aantal: int, begin: Callable[..., Callable[[_In], _Uit]], *gegevens: object
    ) -> None:
        self._hier = begin(*gegevens) if aantal == 1 else None
        self._processen: list[BaseProcess] = []
        self._vrij: deque[Connection] = deque()
        self._bezig: dict[Connection, int] = {}
        self._klaar: dict[int, tuple[bool, _Uit]] = {}
        self._begonnen = 0
        self._gegeven = 0
        # A fresh interpreter inherits no pipe of another worker, so none outlives this process.
        omgeving = multiprocessing.get_context("spawn")
        with _doof_voor_ctrl_c():
            for _ in range(aantal if aantal > 1 else 0):
                hier, daar = omgeving.Pipe()
                proces = omgeving.Process(target=_werk, args=(daar, begin, gegevens), daemon=True)
                proces.start()
                daar.close()
                self._processen.append(proces)
                self._vrij.append(hier)

    def verwerk(self, werk: Iterable[_In], *, ruimte: Callable[[], float]) -> Iterator[_Uit]:
        """Yield the result of every piece, in the order of the pieces.

        Args:
            werk: the pieces.
            ruimte: how many results are still wanted beyond those that were yielded. No more pieces
                are begun than that, so nothing is done that nobody asked for.

        Raises:
            WerkerGestopt: a worker ended before its time.
            Exception: whatever a piece raised, at its place in the order.
        """
        stukken = iter(werk)
        if self._hier is not None:
            while ruimte() > 0 and (stuk := next(stukken, None)) is not None:
                yield self._hier(stuk)
            return
        while True:
            self._begin(stukken, ruimte)
            if not self._bezig:
                return
            yield from self._wacht()

    def rest(self) -> Iterator[_Uit]:
        """Yield the results of the pieces that were begun, in order; begin no other."""
        while self._bezig:
            yield from self._wacht()

    def sluit(self) -> None:
        """Let every worker finish what it is at, and wait for it."""
        for pijp in (*self._vrij, *self._bezig):
            pijp.close()
        for proces in self._processen:
            proces.join()

    def _begin(self, stukken: Iterator[_In], ruimte: Callable[[], float]) -> None:
        vooruit = _VOORUIT * len(self._processen)
        while self._vrij and self._begonnen - self._gegeven < min(ruimte(), vooruit):
            stuk = next(stukken, None)
            if stuk is None:
                return
            pijp = self._vrij.popleft()
            pijp.send(stuk)
            self._bezig[pijp] = self._begonnen
            self._begonnen += 1

    def _wacht(self) -> Iterator[_Uit]:
        """Wait for a result; yield what is next in order."""
        for pijp in wait(list(self._bezig)):
            assert isinstance(pijp, Connection)  # noqa: S101 - nothing else was waited for
            try:
                self._klaar[self._bezig[pijp]] = pijp.recv()
            except (EOFError, ConnectionResetError) as fout:
                del self._bezig[pijp]
                raise WerkerGestopt from fout
            del self._bezig[pijp]
            self._vrij.append(pijp)
        while self._gegeven in self._klaar:
            goed, uitkomst = self._klaar.pop(self._gegeven)
            self._gegeven += 1
            if not goed:
                assert isinstance(uitkomst, Exception)  # noqa: S101 - see _werk
                raise uitkomst
            yield uitkomst


@contextmanager
def _doof_voor_ctrl_c() -> Iterator[None]:
    """What is started here ignores Ctrl-C from its first moment, its own start-up included."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    vorige = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if vorige is None else vorige)


def _werk(
    pijp: Connection, begin: Callable[..., Callable[[_In], _Uit]], gegevens: tuple[object, ...]
) -> None:
    """What a worker does until its pipe closes. Ctrl-C is for the process that gave the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        doe = begin(*gegevens)
        with zelden_opruimen():
            while True:
                stuk = pijp.recv()
                try:
                    uitkomst: tuple[bool, object] = (True, doe(stuk))
                except Exception as fout:
                    uitkomst = (False, _verzendbaar(fout))
                pijp.send(uitkomst)
    except (EOFError, OSError):
        return


def _verzendbaar(fout: Exception) -> Exception:
    """An error that survives the way to the other process."""
    try:
        pickle.loads(pickle.dumps(fout))  # noqa: S301 - our own words
    except Exception:
        return RuntimeError(f"{type(fout).__name__}: {fout}")
    return fout
