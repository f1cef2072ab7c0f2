"""Completion with Tab: its script for a shell, shown or installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typer

if TYPE_CHECKING:
    from wiktool.cli.app import LuieOpdrachten

PROGRAMMA: Final = "wiktool"
VARIABELE: Final = "_WIKTOOL_COMPLETE"
"""Set by the shell when it asks for completions."""

SHELLS: Final = ("bash", "zsh", "fish", "powershell")


def beantwoord(groep: LuieOpdrachten, woorden: list[str]) -> None:
    """Answer the shell that asked for completions; leaves by SystemExit."""
    from typer._completion_classes import completion_init

    completion_init()
    groep.main(woorden, prog_name=PROGRAMMA)


def toon(shell: str | None) -> None:
    """Print the script of ``--show-completion``.

    Raises:
        NotatieFout: an unknown shell.
    """
    if shell is None:
        return
    from typer._completion_shared import get_completion_script

    from wiktool.cli.opties import kies, schrijf

    gekozen = kies(shell, SHELLS, "--show-completion")
    schrijf(get_completion_script(prog_name=PROGRAMMA, complete_var=VARIABELE, shell=gekozen))
    raise typer.Exit


def zet_aan(shell: str | None) -> None:
    """Put the script where the shell finds it, for ``--install-completion``.

    Raises:
        NotatieFout: an unknown shell.
    """
    if shell is None:
        return
    from typer._completion_shared import install

    from wiktool.cli.opties import kies, schrijf

    gekozen = kies(shell, SHELLS, "--install-completion")
    _, pad = install(shell=gekozen, prog_name=PROGRAMMA, complete_var=VARIABELE)
    schrijf(f"Aanvulling voor {gekozen} staat in {pad}")
    schrijf("Open een nieuw venster om haar te gebruiken.")
    raise typer.Exit
