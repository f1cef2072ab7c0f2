"""Typer in Dutch: help pages, and its errors as errors of our own family.

The only module that touches Typer's inner parts, which have no public way to change their words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from typer._click import exceptions as klik
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import Abort, Exit, TyperException

from wiktool.kern.fouten import GebruiksFout, NotatieFout, WiktoolFout

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter
    from typer._click.core import Command

__all__ = ["Abort", "Exit", "Opdracht", "Opdrachten", "TyperException", "vertaal"]

_WOORDEN: Final = (
    ("[required]", "[verplicht]"),
    ("; required]", "; verplicht]"),
    ("[default: ", "[standaard: "),
)


class Opdracht(TyperCommand):
    """A command whose help page speaks Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = "[OPTIES]"
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: Context) -> Any:
        """The option ``--help``."""
        return _hulpoptie(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse, and let every error know whose help page to name."""
        try:
            return super().parse_args(ctx, args)
        except TyperException as fout:
            fout.ctx = getattr(fout, "ctx", None) or ctx  # type: ignore[attr-defined]
            raise

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        _schrijf_gebruik(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write arguments and options."""
        _schrijf_opties(self, ctx, formatter)


class Opdrachten(TyperGroup):
    """A group of commands whose help page speaks Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = "[OPTIES]"
        kwargs["subcommand_metavar"] = "OPDRACHT …"
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: Context) -> Any:
        """The option ``--help``."""
        return _hulpoptie(super().get_help_option(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        _schrijf_gebruik(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the options, then the commands."""
        self.format_commands(ctx, formatter)
        _schrijf_opties(self, ctx, formatter)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the commands with one line each."""
        rijen = []
        for naam in self.list_commands(ctx):
            opdracht = self.get_command(ctx, naam)
            if opdracht is not None and not opdracht.hidden:
                rijen.append((naam, opdracht.get_short_help_str(limit=90)))
        if rijen:
            with formatter.section("Opdrachten"):
                formatter.write_dl(rijen)


def _hulpoptie(optie: Any) -> Any:
    if optie is not None:
        optie.help = "Toon deze hulp."
    return optie


def _schrijf_gebruik(opdracht: Command, ctx: Context, formatter: HelpFormatter) -> None:
    stukken = " ".join(opdracht.collect_usage_pieces(ctx)).replace("{", "").replace("}", "")
    formatter.write_usage(ctx.command_path, stukken, prefix="Gebruik: ")


def _schrijf_opties(opdracht: Command, ctx: Context, formatter: HelpFormatter) -> None:
    for kop, rijen in opties_van(opdracht, ctx).items():
        if rijen:
            with formatter.section(kop):
                formatter.write_dl(rijen)


def opties_van(opdracht: Command, ctx: Context) -> dict[str, list[tuple[str, str]]]:
    """Arguments and options of a command with their help, under their Dutch headings."""
    per_soort: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in opdracht.get_params(ctx):
        regel = parameter.get_help_record(ctx)
        if regel is not None:
            per_soort[parameter.param_type_name].append((regel[0], _in_het_nederlands(regel[1])))
    return dict(zip(("Argumenten", "Opties"), per_soort.values(), strict=True))


def _in_het_nederlands(hulp: str) -> str:
    for engels, nederlands in _WOORDEN:
        hulp = hulp.replace(engels, nederlands)
    return hulp


def vertaal(fout: TyperException) -> WiktoolFout:
    """Turn Typer's own error into one of ours, in Dutch, with what to do."""
    ctx = getattr(fout, "ctx", None)
    hulp = f"{ctx.command_path if ctx else 'wiktool'} --help toont de opties"
    if isinstance(fout, klik.NoSuchOption):
        return _onbekende_optie(fout, hulp)
    if isinstance(fout, klik.MissingParameter):
        naam = fout.param.make_metavar(fout.ctx) if fout.param and fout.ctx else "een argument"
        if fout.param is not None and fout.param.param_type_name == "option":
            naam = fout.param.opts[-1]
        return GebruiksFout(f"{naam} ontbreekt", doe=hulp)
    if isinstance(fout, klik.BadOptionUsage):
        if "does not take a value" in fout.message:
            return GebruiksFout(f"optie {fout.option_name} neemt geen waarde", doe=hulp)
        return GebruiksFout(f"optie {fout.option_name} vraagt om een waarde", doe=hulp)
    if isinstance(fout, klik.BadParameter) and fout.param is not None:
        waarde = fout.message.partition("'")[2].partition("'")[0]
        return GebruiksFout(f"«{waarde}» past niet bij {fout.param.opts[-1]}", doe=hulp)
    return _gebruik(fout, ctx, hulp)


def _gebruik(fout: TyperException, ctx: Context | None, hulp: str) -> WiktoolFout:
    melding = fout.message
    if melding.startswith("No such command"):
        naam = melding.partition("'")[2].partition("'")[0]
        return _onbekende_opdracht(naam, ctx)
    if melding.startswith("Missing command"):
        return GebruiksFout("welke opdracht?", doe="wiktool --help toont de opdrachten")
    if "unexpected extra argument" in melding:
        woorden = melding.rpartition("(")[2].rstrip(")")
        return GebruiksFout(f"«{woorden}» is te veel", doe=hulp)
    return GebruiksFout(melding, doe=hulp)


def _onbekende_optie(fout: klik.NoSuchOption, hulp: str) -> WiktoolFout:
    naam = fout.option_name
    if naam[1:2].isdigit():
        return NotatieFout(f"«{naam}» is negatief", doe="geef een bedrag van nul of meer")
    opties = [optie for p in (fout.ctx.command.params if fout.ctx else []) for optie in p.opts]
    bekend = [optie.removeprefix("--") for optie in opties if optie.startswith("--")]
    lijkt = [f"--{optie}" for optie in lijkt_op(naam.removeprefix("--"), bekend)]
    doe = f"bedoelt u {' of '.join(lijkt)}? {hulp}" if lijkt else hulp
    return GebruiksFout(f"onbekende optie {naam}", doe=doe)


def _onbekende_opdracht(naam: str, ctx: Context | None) -> WiktoolFout:
    groep = ctx.command if ctx else None
    bekend = groep.list_commands(ctx) if isinstance(groep, TyperGroup) and ctx else []
    lijkt = lijkt_op(naam, bekend)
    doe = f"{ctx.command_path if ctx else 'wiktool'} --help toont de opdrachten"
    if lijkt:
        doe = f"bedoelt u {' of '.join(lijkt)}? {doe}"
    return GebruiksFout(f"onbekende opdracht «{naam}»", doe=doe)


def lijkt_op(woord: str, bekend: list[str]) -> list[str]:
    """Known words a mistyped one comes near to.

    >>> lijkt_op("berken", ["bereken", "brief"])
    ['bereken']
    """
    from difflib import get_close_matches

    return get_close_matches(woord, bekend, n=2, cutoff=0.7)
