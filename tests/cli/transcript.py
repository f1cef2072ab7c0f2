"""Reads, runs and writes transcripts.

``python tests/cli/transcript.py [NAAM...]`` refreshes those named, or all.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

WORTEL = Path(__file__).parents[2]
MAP = Path(__file__).parent / "transcripten"


@dataclass
class Geval:
    """One command; ``kop`` are the comments above it."""

    opdracht: str
    kop: list[str] = field(default_factory=list)
    stdin: list[str] = field(default_factory=list)
    stdout: str = ""
    stderr: str = ""
    code: int = 0

    def schrijf(self) -> str:
        delen = [*self.kop, f"$ {self.opdracht}", *(f"< {regel}".rstrip() for regel in self.stdin)]
        for naam, tekst in (("stdout", self.stdout), ("stderr", self.stderr)):
            if tekst:
                delen += [f"--- {naam}", tekst.rstrip("\n")]
        return "\n".join([*delen, f"--- code {self.code}"]) + "\n"


def lees(tekst: str) -> list[Geval]:
    gevallen: list[Geval] = []
    kop: list[str] = []
    deel = ""
    for regel in tekst.splitlines():
        if regel.startswith("$ "):
            gevallen.append(Geval(regel.removeprefix("$ "), kop=kop))
            kop, deel = [], "opdracht"
        elif regel in ("--- stdout", "--- stderr"):
            deel = regel.removeprefix("--- ")
        elif regel.startswith("--- code "):
            gevallen[-1].code = int(regel.removeprefix("--- code "))
            deel = ""
        elif deel in ("stdout", "stderr"):
            setattr(gevallen[-1], deel, getattr(gevallen[-1], deel) + regel + "\n")
        elif regel == "<" or regel.startswith("< "):
            gevallen[-1].stdin.append(regel[2:])
        elif regel.startswith("#"):
            kop.append(regel)
    return gevallen


def voer_uit(geval: Geval) -> Geval:
    """The same case as it runs now, in the present folder; ``cd`` goes into another."""
    from wiktool.cli.hoofd import hoofd

    programma, *woorden = shlex.split(geval.opdracht)
    if programma == "cd":
        os.chdir(woorden[0])
        return Geval(geval.opdracht, geval.kop)
    uit, fout = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    invoer = "".join(f"{regel}\n" for regel in geval.stdin)
    oude_stdin = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(invoer.encode()), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(fout):
            code = hoofd(woorden)
    finally:
        sys.stdin = oude_stdin
    return Geval(geval.opdracht, geval.kop, geval.stdin, _plat(uit), _plat(fout), code)


def _plat(stroom: io.TextIOWrapper) -> str:
    """Without no-break spaces and trailing blanks, which nobody sees in a diff."""
    stroom.flush()
    tekst = stroom.buffer.getvalue().decode("utf-8", errors="replace")
    regels = [regel.replace("\u00a0", " ").rstrip() for regel in tekst.splitlines()]
    return "".join(f"{regel}\n" for regel in regels).rstrip("\n") + ("\n" if tekst else "")


@contextlib.contextmanager
def voorbeeldmap(ouder: Path):
    """A fresh copy of the examples as working folder, with nobody's settings."""
    map_ = ouder / "voorbeelden"
    shutil.copytree(WORTEL / "docs" / "voorbeelden", map_)
    oud = {naam: os.environ.get(naam) for naam in ("COLUMNS", "NO_COLOR", "XDG_CONFIG_HOME")}
    os.environ.update(COLUMNS="80", NO_COLOR="1", XDG_CONFIG_HOME=str(ouder / "instellingen"))
    try:
        with contextlib.chdir(map_):
            yield map_
    finally:
        for naam, waarde in oud.items():
            if waarde is None:
                os.environ.pop(naam, None)
            else:
                os.environ[naam] = waarde


def ververs(*namen: str) -> None:
    """Write the transcripts anew: those named, or all."""
    for pad in sorted(MAP.glob("*.txt")):
        if namen and pad.stem not in namen:
            continue
        gevallen = lees(pad.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as ouder, voorbeeldmap(Path(ouder)):
            nieuw = [voer_uit(geval) for geval in gevallen]
        pad.write_text("\n".join(geval.schrijf() for geval in nieuw), encoding="utf-8")
        sys.stdout.write(f"{pad.name}: {len(nieuw)} opdrachten\n")


if __name__ == "__main__":
    ververs(*sys.argv[1:])
