"""The one place that turns what happens into exit codes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import Any

import pytest

from wiktool import __version__
from wiktool.cli import hoofd as hoofdmodule
from wiktool.cli import opties
from wiktool.cli.app import GROEPEN
from wiktool.cli.hoofd import ernstigste

WIKTOOL = [sys.executable, "-m", "wiktool"]


def test_without_a_command_the_overview(wiktool: Any) -> None:
    uit = wiktool()
    assert uit.code == 0
    for groep, regels in GROEPEN.items():
        assert f"{groep}:" in uit.stdout
        for naam, regel in regels.items():
            assert f"  {naam}" in uit.stdout
            assert regel in uit.stdout
    assert uit.stdout == wiktool("--help").stdout == wiktool("-h").stdout


ENGELS = ("Usage", "Options", "Arguments", "Commands", "Show this", "required", "completion for")


@pytest.mark.parametrize("opdracht", [[], ["bereken"], ["termijn"], ["wet"]])
def test_help_speaks_dutch(wiktool: Any, opdracht: list[str]) -> None:
    uit = wiktool(*opdracht, "--help")
    assert uit.code == 0
    assert uit.stdout.startswith("Gebruik: wiktool")
    assert [woord for woord in ENGELS if woord in uit.stdout] == []


@pytest.mark.parametrize("opdracht", ["bereken", "termijn", "wet"])
def test_every_help_has_examples(wiktool: Any, opdracht: str) -> None:
    assert f"Voorbeelden:\n    wiktool {opdracht}" in wiktool(opdracht, "-h").stdout


def test_version(wiktool: Any) -> None:
    assert wiktool("--version").stdout == f"wiktool {__version__}\n"


@pytest.mark.parametrize(
    ("argumenten", "woord"),
    [
        (["berken", "10"], "bedoelt u bereken?"),
        (["xyzzy"], "onbekende opdracht «xyzzy»"),
        (["--onzin"], "onbekende optie --onzin"),
        (["wet", "btww"], "bedoelt u btw?"),
        (["wet", "zzz"], "kies incassokosten"),
        (["wet", "btw", "te", "veel"], "«te veel» is te veel"),
    ],
)
def test_wrong_use_suggests_the_nearest(wiktool: Any, argumenten: list[str], woord: str) -> None:
    uit = wiktool(*argumenten)
    assert uit.code == 2
    assert woord in uit.stderr


def test_a_bug_is_one_line_and_exit_70(wiktool: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(_: object) -> int:
        raise ZeroDivisionError("deel\ndoor nul")

    monkeypatch.setattr(hoofdmodule, "_voer_uit", stuk)
    uit = wiktool("bereken", "10")
    assert uit.code == 70
    assert uit.stderr.startswith("wiktool: bug: ZeroDivisionError: deel door nul\n  doe: meld dit")
    assert "Traceback" not in uit.stderr
    with pytest.raises(ZeroDivisionError):
        wiktool("bereken", "10", "--uitgebreid")


def test_a_long_error_is_broken_between_words_on_a_terminal(
    wiktool: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lang = ["rente", "10", "--van", "1991-12-31", "--tot", "1992-01-31"]
    heel = wiktool(*lang).stderr
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    gebroken = wiktool(*lang).stderr
    assert max(map(len, gebroken.splitlines())) <= 60 < max(map(len, heel.splitlines()))
    assert gebroken.split() == heel.split()


def test_ctrl_c_is_130(wiktool: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def onderbreek(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(hoofdmodule, "_voer_uit", onderbreek)
    uit = wiktool("bereken", "10")
    assert (uit.code, uit.stderr) == (130, "wiktool: onderbroken\n")


@pytest.mark.parametrize(
    ("fout", "code"),
    [(MemoryError(), 3), (FileNotFoundError(2, "bestaat niet", "x.toml"), 3)],
)
def test_the_machine_says_no(
    wiktool: Any, monkeypatch: pytest.MonkeyPatch, fout: Exception, code: int
) -> None:
    def weiger(_: object) -> int:
        raise fout

    monkeypatch.setattr(hoofdmodule, "_voer_uit", weiger)
    uit = wiktool("bereken", "10")
    assert uit.code == code
    assert uit.stderr.startswith("wiktool: fout: ")


@pytest.mark.parametrize(
    ("omgeving", "kleur"),
    [
        ({}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colour_only_where_the_terminal_knows_it(
    monkeypatch: pytest.MonkeyPatch, omgeving: dict[str, str], kleur: bool
) -> None:
    for naam in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(naam, raising=False)
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert opties.opmaak().kleur is kleur


@pytest.mark.parametrize(
    ("codes", "code"),
    [([], 0), ([0, 4], 4), ([4, 1], 1), ([1, 3], 3), ([3, 70], 70), ([0, 0], 0)],
)
def test_the_worst_code_wins(codes: list[int], code: int) -> None:
    assert ernstigste(codes) == code


@pytest.mark.traag
def test_as_a_program_in_a_pipe() -> None:
    omgeving = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    klaar = subprocess.run(
        [*WIKTOOL, "bereken", "1250"], capture_output=True, env=omgeving, check=False
    )
    assert klaar.returncode == 0
    assert "€" in klaar.stdout.decode("utf-8")


@pytest.mark.traag
@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize(
    ("opdracht", "code", "stderr"),
    [
        ("bereken - <&-", 0, ""),
        ("controleer - <&-", 3, "wiktool: fout: standaardinvoer: het bestand is leeg"),
        ("instellen <&-", 2, "wiktool: fout: er ontbreekt: --naam, --iban"),
        (
            "bereken 10 >&-",
            3,
            "wiktool: fout: lezen of schrijven lukt niet: de stroom is gesloten",
        ),
        ("bereken x 2>&-", 2, ""),
        ("bereken 10 <&- >&- 2>&-", 3, ""),
    ],
)
def test_a_closed_stream_is_no_crash(opdracht: str, code: int, stderr: str) -> None:
    wiktool = " ".join(f"'{woord}'" for woord in WIKTOOL)
    klaar = subprocess.run(
        ["/bin/sh", "-c", f"{wiktool} {opdracht}"], capture_output=True, check=False
    )
    assert (klaar.returncode, klaar.stderr.decode().partition("\n")[0]) == (code, stderr)


@pytest.mark.traag
def test_a_closed_pipe_is_quiet() -> None:
    invoer = ("100\n" * 200_000).encode()
    with subprocess.Popen(
        [*WIKTOOL, "bereken", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as proces:
        assert proces.stdin
        assert proces.stdout
        assert proces.stderr
        try:
            proces.stdin.write(invoer[:1000])
            proces.stdin.flush()
            proces.stdout.close()
            proces.stdin.write(invoer)
            proces.stdin.close()
        except BrokenPipeError:
            pass
        proces.wait(timeout=60)
        fout = proces.stderr.read().decode()
    assert proces.returncode == 141
    assert fout == ""


@pytest.mark.traag
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_in_a_running_stream() -> None:
    with subprocess.Popen(
        [*WIKTOOL, "bereken", "-"],
        # a shell that runs its jobs in the background has them ignore Ctrl-C
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as proces:
        assert proces.stdin
        assert proces.stdout
        proces.stdin.write(b"100\n" * 1_000)  # fits both pipes, fills the first buffer
        proces.stdin.flush()
        assert proces.stdout.readline().startswith(b"invoer;")
        proces.send_signal(signal.SIGINT)
        uit, fout = proces.communicate(timeout=60)
    assert proces.returncode == 130
    assert fout.decode() == "wiktool: onderbroken\n"
    del uit
