"""Options and readings that several commands share."""

from __future__ import annotations

import os
import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

import typer

from wiktool.cli.nederlands import Opdracht
from wiktool.kern.begrippen import Bezorgwijze, Hoedanigheid, Taal, Toon
from wiktool.kern.datum import lees_datum
from wiktool.kern.fouten import NotatieFout, WiktoolFout
from wiktool.weergave.tekst import Opmaak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)

TEKST: Final = "tekst"
JSON: Final = "json"
CSV: Final = "csv"
JSONL: Final = "jsonl"

BRIEFFORMATEN: Final = ("docx", "pdf", "html", "txt", "md", "eml")
"""The formats of a letter (``taken.formaten.Formaat``), without the cost of loading them."""


def vul_aan(woorden: Iterable[str]) -> Callable[[], list[str]]:
    """What the shell may offer for an option or argument with fixed words."""
    return lambda: [str(woord) for woord in woorden]


def vul_codes_aan(incomplete: str) -> list[str]:
    """The codes of the check rules; of a list with commas, the last one."""
    from wiktool.controle.register import REGELS

    voor = incomplete[: incomplete.rfind(",") + 1]
    return [
        f"{voor}{regel.code}" for regel in REGELS if f"{voor}{regel.code}".startswith(incomplete)
    ]


def keuzeoptie(
    naam: str, woorden: Iterable[str], hulp: str, *, toon_standaard: bool = True
) -> object:
    """An option that takes one of these words."""
    mogelijk = tuple(map(str, woorden))
    return typer.Option(
        naam,
        metavar="|".join(mogelijk),
        help=hulp,
        show_default=toon_standaard,
        autocompletion=vul_aan(mogelijk),
    )


def formaatoptie(*formaten: str) -> object:
    """The ``--formaat`` option of a command that knows these formats."""
    hulp = f"Vorm van de uitvoer. [standaard: {formaten[0]}]"
    return keuzeoptie("--formaat", formaten, hulp, toon_standaard=False)


def dagoptie(*namen: str, hulp: str) -> object:
    """An option that takes a day."""
    return typer.Option(*namen, metavar="JJJJ-MM-DD", help=hulp)


def janeeoptie(namen: str, hulp: str) -> object:
    """An option that says yes or no; not given, it says neither."""
    return typer.Option(namen, help=hulp, show_default=False)


Peildatum = Annotated[
    str | None, dagoptie("--peildatum", hulp="Reken alsof het deze dag is. [standaard: vandaag]")
]
Bezorging = Annotated[
    str | None,
    keuzeoptie("--bezorging", Bezorgwijze, "Hoe de brief wordt bezorgd. [standaard: post]"),
]
Toonkeuze = Annotated[
    str | None, keuzeoptie("--toon", Toon, "Toon rond de vaste kern. [standaard: gemiddeld]")
]
Taalkeuze = Annotated[str | None, keuzeoptie("--taal", Taal, "Taal van de brief. [standaard: nl]")]
Hoedanigheidkeuze = Annotated[
    str | None,
    keuzeoptie("--hoedanigheid", Hoedanigheid, "Van de schuldenaar. [standaard: consument]"),
]
Overschrijf = Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestaand bestand.")]
GeenVragen = Annotated[bool, typer.Option("--geen-vragen", help="Vraag niets; noem wat ontbreekt.")]


def toon_voorbeelden(voorbeelden: Iterable[str]) -> str | None:
    """Whole command lines as the closing block of a help page; None without any."""
    regels = "\n".join(f"  {regel}" for regel in voorbeelden)
    return f"\b\nVoorbeelden:\n{regels}" if regels else None


def nieuwe_app(opdracht: Callable[..., object], *, voorbeelden: Iterable[str] = ()) -> typer.Typer:
    """A Typer application with one command, in Dutch, with examples below its help.

    The docstring's first paragraph is the help; ``voorbeelden`` are whole command lines.
    """
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.command(cls=Opdracht, epilog=toon_voorbeelden(voorbeelden))(opdracht)
    return app


def lees_peildatum(tekst: str | None) -> date:
    """The given day, or today: the only clock of the program.

    Raises:
        NotatieFout: the text is no date.
    """
    if tekst is None:
        return date.today()  # noqa: DTZ011
    return lees_op_de_regel(lees_datum, tekst, "--peildatum")


def lees_op_de_regel(lees: Callable[[str], _T], tekst: str, naam: str) -> _T:
    """Read a value of the command line, and name its option when it cannot be read.

    Raises:
        NotatieFout: it cannot be read.
    """
    try:
        return lees(tekst)
    except WiktoolFout as fout:
        raise NotatieFout(fout.melding, doe=fout.doe, plaats=naam) from None


def lees_indien(lees: Callable[[str], _T], tekst: str | None, naam: str) -> _T | None:
    """As :func:`lees_op_de_regel`, for an option that may be absent."""
    return None if tekst is None else lees_op_de_regel(lees, tekst, naam)


def kies(tekst: str, keuzes: Iterable[str], naam: str) -> str:
    """One of the choices, or an error that names them all.

    Raises:
        NotatieFout: none of them.
    """
    mogelijk = list(keuzes)
    if tekst not in mogelijk:
        raise NotatieFout(f"«{tekst}» past niet bij {naam}", doe=f"kies {', '.join(mogelijk)}")
    return tekst


def lees_keuze(tekst: str | None, soort: type[_E], naam: str) -> _E | None:
    """A word of a fixed set; None when it was not given.

    Raises:
        NotatieFout: none of the set.
    """
    return None if tekst is None else soort(kies(tekst, soort, naam))


def opmaak() -> Opmaak:
    """Bold and colour on a terminal that knows them, and never with NO_COLOR."""
    liever_niet = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Opmaak(kleur=sys.stdout.isatty() and not liever_niet)


def schrijf(tekst: str) -> None:
    """Write a result to stdout."""
    sys.stdout.write(tekst if tekst.endswith("\n") else tekst + "\n")


def zeg(*regels: str) -> None:
    """Write talk to stderr, a line each."""
    sys.stderr.write("".join(f"{regel}\n" for regel in regels))
