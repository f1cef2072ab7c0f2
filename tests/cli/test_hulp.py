"""Help, errors and completion of every command: Dutch, with an example, in 80 columns."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wiktool.cli.app import GROEPEN, opdrachten
from wiktool.controle.register import REGELS
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
from wiktool.wetgegevens.tabel import TABELLEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIKTOOL = [sys.executable, "-m", "wiktool"]
ENGELS = re.compile(
    r"\b(usage|options?\b(?!es)|arguments?\b|commands?|show this|required|default|missing|try|"
    r"invalid|unexpected|error|no such|got|completion\b(?!\s))\b",
    re.IGNORECASE,
)
AANWEZIG = [
    naam
    for groep in GROEPEN.values()
    for naam in groep
    if importlib.util.find_spec(f"wiktool.cli.{naam}")
]


def alle() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and subcommand with the words that call it."""
    groep = opdrachten()
    ctx = groep.make_context("wiktool", [], resilient_parsing=True)
    for naam in AANWEZIG:
        opdracht: Any = groep.get_command(ctx, naam)
        yield (naam,), opdracht
        for onder in getattr(opdracht, "commands", {}).values():
            yield (naam, onder.name), onder


ALLE = dict(alle())
NAMEN = pytest.mark.parametrize("woorden", ALLE, ids=" ".join)


@NAMEN
def test_help_is_dutch_with_an_example(wiktool: Callable[..., Any], woorden: tuple[str]) -> None:
    uit = wiktool(*woorden, "--help")
    assert uit.code == 0
    assert uit.stdout == wiktool(*woorden, "-h").stdout
    assert uit.stdout.startswith(f"Gebruik: wiktool {' '.join(woorden)} ")
    assert ENGELS.findall(re.sub(r"--[\w-]+", "", uit.stdout)) == []
    if not hasattr(ALLE[woorden], "commands"):
        assert f"Voorbeelden:\n    wiktool {' '.join(woorden)}" in uit.stdout


@NAMEN
def test_help_fits_eighty_columns(
    wiktool: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, woorden: tuple[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    regels = wiktool(*woorden, "--help").stdout.splitlines()
    assert [regel for regel in regels if len(regel) > 80] == []


@NAMEN
def test_every_option_says_what_it_does(woorden: tuple[str]) -> None:
    for parameter in ALLE[woorden].params:
        assert parameter.help, parameter.name


@NAMEN
def test_an_unknown_option_and_too_many_words_are_refused_in_dutch(
    wiktool: Callable[..., Any], woorden: tuple[str]
) -> None:
    onbekend = wiktool(*woorden, "--bestaat-niet")
    assert onbekend.code == 2
    assert onbekend.stderr.startswith("wiktool: fout: onbekende optie --bestaat-niet\n  doe: ")
    for argumenten in ([], ["--help=ja"], ["x"] * 40):
        uit = wiktool(*woorden, *argumenten, stdin="")
        assert ENGELS.findall(re.sub(r"--[\w-]+", "", uit.stderr)) == []


def test_the_overview_names_every_command(wiktool: Callable[..., Any]) -> None:
    uit = wiktool()
    assert uit.code == 0
    assert ENGELS.findall(re.sub(r"--[\w-]+", "", uit.stdout)) == []
    for naam in (naam for groep in GROEPEN.values() for naam in groep):
        assert re.search(rf"^  {naam} ", uit.stdout, re.MULTILINE)


def vul_aan(shell: str, regel: str) -> list[str]:
    """What a shell is offered after these words, through the protocol it speaks."""
    woorden = regel.split(" ")
    omgeving = os.environ | {
        "_WIKTOOL_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": regel,
        "COMP_CWORD": str(len(woorden) - 1),
        "_TYPER_COMPLETE_ARGS": regel,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    klaar = subprocess.run(WIKTOOL, env=omgeving, capture_output=True, encoding="utf-8", check=True)
    assert klaar.stderr == ""
    if shell == "zsh":
        return re.findall(r'^(?:_arguments .*\(\()?"([^"]+)"', klaar.stdout, re.MULTILINE)
    return [regel.partition("\t")[0] for regel in klaar.stdout.splitlines()]


AANVULLINGEN = [
    ("wiktool ", [naam for groep in GROEPEN.values() for naam in groep]),
    ("wiktool be", ["bereken"]),
    ("wiktool bereken 10 --formaat ", ["tekst", "json", "csv", "jsonl"]),
    ("wiktool rente 10 --soort ", ["wettelijk", "handel", "contractueel"]),
    ("wiktool rente 10 --dagtelling ", ["werkelijk", "365"]),
    ("wiktool termijn --bezorging ", list(Bezorgwijze)),
    ("wiktool wet ", list(TABELLEN)),
    ("wiktool wet f", ["feestdagen"]),
    ("wiktool brief ", list(Briefsoort)),
    ("wiktool brief wik d.toml --toon ", list(Toon)),
    ("wiktool brief wik d.toml --taal ", list(Taal)),
    ("wiktool brief wik d.toml --bezorging ", list(Bezorgwijze)),
    ("wiktool brief wik d.toml --hoedanigheid ", list(Hoedanigheid)),
    ("wiktool brief wik d.toml --formaat ", ["docx", "pdf", "html", "txt", "md", "eml"]),
    ("wiktool uitleg WIK10", [r.code for r in REGELS if r.code.startswith("WIK10")]),
    ("wiktool controleer --soort ", list(Briefsoort)),
    ("wiktool controleer --hoedanigheid ", list(Hoedanigheid)),
    ("wiktool controleer --ernst ", ["fout", "waarschuwing", "advies"]),
    ("wiktool controleer --formaat ", ["tekst", "json", "sarif"]),
    ("wiktool controleer --kies WIK50", ["WIK501", "WIK502"]),
    ("wiktool controleer --negeer WIK101,WIK50", ["WIK101,WIK501", "WIK101,WIK502"]),
    ("wiktool serie p.csv --kolom open", ["openstaand="]),
    ("wiktool serie p.csv --relatiekolom post", ["postcode="]),
    ("wiktool serie p.csv --soort ", list(Briefsoort)),
    ("wiktool serie p.csv --formaat j", ["jsonl"]),
    ("wiktool vervolg o.csv --brief ", ["docx", "pdf", "html", "txt", "md", "eml"]),
    ("wiktool sjabloon ", ["lijst", "toon", "exporteer", "controleer"]),
    ("wiktool sjabloon toon ", [*Briefsoort, "namen"]),
    ("wiktool --show-completion ", ["bash", "zsh", "fish", "powershell"]),
]


@pytest.mark.traag
@pytest.mark.parametrize(("regel", "verwacht"), AANVULLINGEN)
def test_bash_completes(regel: str, verwacht: list[str]) -> None:
    assert vul_aan("bash", regel) == [str(woord) for woord in verwacht]


@pytest.mark.traag
@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_complete(shell: str) -> None:
    assert vul_aan(shell, "wiktool termijn --bezorging ") == list(Bezorgwijze)
    namen = [naam for groep in GROEPEN.values() for naam in groep]
    assert vul_aan(shell, "wiktool ") == namen


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_of_a_shell(wiktool: Callable[..., Any], shell: str) -> None:
    uit = wiktool("--show-completion", shell)
    assert uit.code == 0
    assert "_WIKTOOL_COMPLETE" in uit.stdout


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_the_script_works_in_bash(wiktool: Callable[..., Any], tmp_path: Path) -> None:
    script = tmp_path / "aanvulling.sh"
    script.write_text(wiktool("--show-completion", "bash").stdout, encoding="utf-8")
    programma = tmp_path / "wiktool"
    programma.write_text(f'#!/bin/sh\nexec {sys.executable} -m wiktool "$@"\n', encoding="utf-8")
    programma.chmod(0o755)
    vraag = (
        f"source {script}; COMP_WORDS=(wiktool termijn --bezorging p); COMP_CWORD=3; "
        '_wiktool_completion wiktool; echo "${COMPREPLY[@]}"'
    )
    klaar = subprocess.run(
        ["bash", "-c", vraag],
        env=os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert klaar.stdout == "post persoonlijk\n"


@pytest.mark.skipif(not shutil.which("fish"), reason="needs fish")
def test_the_script_works_in_fish(wiktool: Callable[..., Any], tmp_path: Path) -> None:
    script = tmp_path / "wiktool.fish"
    script.write_text(wiktool("--show-completion", "fish").stdout, encoding="utf-8")
    programma = tmp_path / "wiktool"
    programma.write_text(f'#!/bin/sh\nexec {sys.executable} -m wiktool "$@"\n', encoding="utf-8")
    programma.chmod(0o755)
    klaar = subprocess.run(
        ["fish", "-c", f"source {script}; complete -C 'wiktool controleer --kies WIK50'"],
        env=os.environ
        | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert klaar.stdout == "WIK501\nWIK502\n"


def test_installing_says_where_in_dutch(
    wiktool: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    uit = wiktool("--install-completion", "fish")
    pad = tmp_path / ".config" / "fish" / "completions" / "wiktool.fish"
    assert uit.stdout == (
        f"Aanvulling voor fish staat in {pad}\nOpen een nieuw venster om haar te gebruiken.\n"
    )
    assert pad.is_file()


def test_an_unknown_shell(wiktool: Callable[..., Any]) -> None:
    uit = wiktool("--install-completion", "cmd")
    assert uit.code == 2
    assert "kies bash, zsh, fish, powershell" in uit.stderr
