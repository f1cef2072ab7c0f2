"""Runs the ``console`` blocks of a Markdown page and compares what they print.

A block is a transcript: lines that start with ``$ `` are commands (a trailing backslash continues
one), the lines after it are what it prints on stdout and stderr together. A line that is only ``…``
stands for any number of lines, a ``…`` at the end of a line for the rest of it. ``[exit N]`` as
last line of an output is the exit code; without it the command must succeed. All blocks of a page
run in one folder, a fresh copy of the examples; ``cd`` goes into a folder below it and stays there.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WEGLATING = "…"
_BLOK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_AFSLUITCODE = re.compile(r"\[exit (\d+)\]")


@dataclass
class Opdracht:
    regel: str
    uitvoer: list[str] = field(default_factory=list)
    code: int = 0


def opdrachten(pagina: str) -> list[Opdracht]:
    """Every command of a page, in order."""
    gevonden: list[Opdracht] = []
    for blok in _BLOK.findall(pagina):
        vervolg = False
        for regel in blok.splitlines():
            if vervolg:
                gevonden[-1].regel += "\n" + regel.removeprefix("> ")
                vervolg = regel.endswith("\\")
            elif regel.startswith("$ "):
                gevonden.append(Opdracht(regel.removeprefix("$ ")))
                vervolg = regel.endswith("\\")
            elif code := _AFSLUITCODE.fullmatch(regel):
                gevonden[-1].code = int(code.group(1))
            else:
                gevonden[-1].uitvoer.append(regel)
    return gevonden


def voer_uit(opdracht: Opdracht, map_: Path, omgeving: dict[str, str]) -> tuple[int, list[str]]:
    """Run one command in the page's folder; its exit code and its lines."""
    klaar = subprocess.run(
        ["bash", "-c", opdracht.regel],
        cwd=map_,
        env=omgeving,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return klaar.returncode, gewoon(klaar.stdout.decode())


def gewoon(tekst: str) -> list[str]:
    """Lines without no-break spaces and trailing blanks, as a page shows them."""
    return [regel.replace("\u00a0", " ").rstrip() for regel in tekst.rstrip().splitlines()]


def past(verwacht: list[str], gekregen: list[str]) -> bool:
    """Whether the output is as printed on the page."""
    patroon = "".join(map(_regelpatroon, gewoon("\n".join(verwacht))))
    return re.fullmatch(patroon, "".join(f"{regel}\n" for regel in gekregen)) is not None


def _regelpatroon(regel: str) -> str:
    if regel.strip() == WEGLATING:
        return r"(?:.*\n)*?"
    begin, weggelaten, _ = regel.partition(f" {WEGLATING}")
    return re.escape(begin) + (r".*\n" if weggelaten else r"\n")
