"""Work over processes: in order, no more than asked, and no worker outlives its maker."""

from __future__ import annotations

import contextlib
import math
import os
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wiktool.kern.fouten import BestandFout
from wiktool.taken.serie.werkers import WerkerGestopt, Werkers

if TYPE_CHECKING:
    from collections.abc import Iterator

PROEFWERK = textwrap.dedent(
    """
    import os, signal, time
    from wiktool.kern.fouten import BestandFout

    class Raar(Exception):
        def __init__(self, *, uitleg):
            super().__init__(uitleg)

    class Doe:
        def __init__(self, factor):
            self.factor = factor

        def __call__(self, stuk):
            if stuk == "kapot":
                raise BestandFout("schijf vol", plaats="x")
            if stuk == "raar":
                raise Raar(uitleg="zo")
            if stuk == "dood":
                os.kill(os.getpid(), signal.SIGKILL)
            if isinstance(stuk, float):
                time.sleep(stuk)
            return stuk * self.factor
    """
)


@pytest.fixture(autouse=True)
def proefwerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A module the workers can import by name."""
    (tmp_path / "proefwerk.py").write_text(PROEFWERK, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("proefwerk", None)


@contextlib.contextmanager
def maak(aantal: int) -> Iterator[Werkers[object, object]]:
    from proefwerk import Doe  # type: ignore[import-not-found]

    werkers: Werkers[object, object] = Werkers(aantal, Doe, 2)
    try:
        yield werkers
    finally:
        werkers.sluit()


@pytest.mark.parametrize("aantal", [1, 3])
def test_results_come_in_the_order_of_the_work(aantal: int) -> None:
    werk = [0.2, *range(20)]
    with maak(aantal) as werkers:
        assert list(werkers.verwerk(werk, ruimte=lambda: math.inf)) == [0.4, *range(0, 40, 2)]


@pytest.mark.parametrize("aantal", [1, 3])
def test_nothing_is_begun_that_nobody_asked_for(aantal: int) -> None:
    begonnen = []

    def werk() -> Iterator[int]:
        for stuk in range(100):
            begonnen.append(stuk)
            yield stuk

    gekregen: list[object] = []
    with maak(aantal) as werkers:
        for uitkomst in werkers.verwerk(werk(), ruimte=lambda: 5 - len(gekregen)):
            gekregen.append(uitkomst)  # noqa: PERF402 - ruimte looks at it meanwhile
    assert gekregen == [0, 2, 4, 6, 8]
    assert len(begonnen) == 5


@pytest.mark.parametrize("aantal", [1, 2])
def test_error_comes_at_its_place_and_the_rest_can_still_be_had(aantal: int) -> None:
    with maak(aantal) as werkers:
        stroom = werkers.verwerk([1, "kapot", 3, 4], ruimte=lambda: math.inf)
        assert next(stroom) == 2
        with pytest.raises(BestandFout, match="x: schijf vol"):
            next(stroom)
        rest = list(werkers.rest())
    assert rest == ([6, 8][: len(rest)] if aantal > 1 else [])


def test_error_that_cannot_travel() -> None:
    with maak(2) as werkers, pytest.raises(RuntimeError, match="Raar: zo"):
        list(werkers.verwerk(["raar"], ruimte=lambda: math.inf))


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_while_the_workers_start_is_not_for_them() -> None:
    """They were still importing, and ended with a traceback."""
    luisteraar = signal.getsignal(signal.SIGINT)
    with maak(2) as werkers:
        assert signal.getsignal(signal.SIGINT) is luisteraar
        for proces in werkers._processen:
            assert proces.pid is not None
            os.kill(proces.pid, signal.SIGINT)
        assert list(werkers.verwerk([1, 2, 3], ruimte=lambda: math.inf)) == [2, 4, 6]


def test_workers_of_another_thread_leave_its_signals_alone() -> None:
    def werk() -> list[object]:
        with maak(2) as werkers:
            return list(werkers.verwerk([1, 2], ruimte=lambda: math.inf))

    with ThreadPoolExecutor(1) as draad:
        assert draad.submit(werk).result() == [2, 4]


def test_killed_worker() -> None:
    with maak(2) as werkers, pytest.raises(WerkerGestopt):
        list(werkers.verwerk([1, "dood", 2, 3], ruimte=lambda: math.inf))


@pytest.mark.traag
def test_no_worker_outlives_a_killed_maker(tmp_path: Path) -> None:
    """SIGKILL leaves no time to say goodbye: the closing pipe says it."""
    script = tmp_path / "maker.py"
    script.write_text(
        textwrap.dedent(
            """
            import math, time
            from proefwerk import Doe
            from wiktool.taken.serie.werkers import Werkers

            if __name__ == "__main__":
                werkers = Werkers(2, Doe, 1)
                list(werkers.verwerk([1, 2], ruimte=lambda: math.inf))
                print(*(p.pid for p in werkers._processen), flush=True)
                time.sleep(60)
            """
        ),
        encoding="utf-8",
    )
    maker = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert maker.stdout is not None
    nummers = [int(nummer) for nummer in maker.stdout.readline().split()]
    assert len(nummers) == 2
    maker.send_signal(signal.SIGKILL)
    maker.wait()
    maker.stdout.close()
    for _ in range(200):
        if not any(map(_leeft, nummers)):
            break
        time.sleep(0.05)
    assert not any(map(_leeft, nummers))


def _leeft(nummer: int) -> bool:
    try:
        os.kill(nummer, 0)
    except ProcessLookupError:
        return False
    # a zombie that waits for its new parent is no longer alive
    with contextlib.suppress(OSError):
        return Path(f"/proc/{nummer}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
