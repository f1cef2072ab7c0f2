"""The commands of wiktool, each loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

import typer
from typer.main import get_command

import wiktool
from wiktool.cli import aanvulling
from wiktool.cli.nederlands import Opdrachten

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter
    from typer._click.core import Command
    from typer._click.shell_completion import CompletionItem

GROEPEN: Final[dict[str, dict[str, str]]] = {
    "Rekenen": {
        "bereken": "Bereken de incassokosten volgens de wettelijke staffel.",
        "rente": "Bereken wettelijke, handels- of contractuele rente.",
        "termijn": "Bereken de laatste dag van de veertiendagentermijn.",
        "afrekening": "Bereken wat er op een dag verschuldigd is.",
    },
    "Brieven": {
        "brief": "Maak een herinnering, ingebrekestelling, WIK-brief of sommatie.",
        "serie": "Maak brieven voor vele schuldenaren tegelijk.",
        "vervolg": "Zie per verzonden brief wat er nu kan.",
        "sjabloon": "Bekijk, exporteer en controleer sjablonen.",
        "instellen": "Leg de gegevens van de schuldeiser vast in wiktool.toml.",
    },
    "Controleren": {
        "controleer": "Controleer brieven op termijn, bedrag en gevolgen.",
        "regels": "Toon alle regels van de controle.",
        "uitleg": "Leg een regel van de controle uit, met bron en voorbeeld.",
    },
    "Wet": {
        "wet": "Toon de wettelijke tabellen met bron en geldigheid.",
    },
}
"""Commands in groups, with one line each; the module has the command's name."""

_REGELS: Final = {naam: regel for groep in GROEPEN.values() for naam, regel in groep.items()}


class LuieOpdrachten(Opdrachten):
    """Commands that are imported when called; the overview needs none of them."""

    def list_commands(self, ctx: Context) -> list[str]:
        """The names, in the order of the overview."""
        del ctx
        return list(_REGELS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Import the command's module and build its command, or None when unknown."""
        del ctx
        if cmd_name not in _REGELS:
            return None
        module = import_module(f"wiktool.cli.{cmd_name}")
        opdracht = get_command(module.app)
        opdracht.name = cmd_name
        return opdracht

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Complete a command's name without importing any command."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        from typer._click.shell_completion import CompletionItem

        return [
            CompletionItem(naam, help=regel)
            for naam, regel in _REGELS.items()
            if naam.startswith(incomplete)
        ]

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the groups without importing any command."""
        del ctx
        for groep, regels in GROEPEN.items():
            with formatter.section(groep):
                formatter.write_dl(list(regels.items()), col_max=14)


app = typer.Typer(
    cls=LuieOpdrachten,
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Bij elke opdracht: -h voor hulp met voorbeelden, --uitgebreid voor alles over een bug.",
)


_SHELLS: Final = ", ".join(aanvulling.SHELLS)


def _versie(waarde: bool) -> None:
    if waarde:
        typer.echo(f"wiktool {wiktool.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def wiktool_zelf(
    ctx: typer.Context,
    versie: bool = typer.Option(
        False, "--version", help="Toon de versie.", is_eager=True, callback=_versie
    ),
    toon_aanvulling: str | None = typer.Option(
        None,
        "--show-completion",
        metavar="SHELL",
        help=f"Toon het script voor aanvulling met Tab ({_SHELLS}).",
        is_eager=True,
        callback=aanvulling.toon,
        autocompletion=lambda: list(aanvulling.SHELLS),
    ),
    zet_aanvulling_aan: str | None = typer.Option(
        None,
        "--install-completion",
        metavar="SHELL",
        help="Zet aanvulling met Tab aan in die shell.",
        is_eager=True,
        callback=aanvulling.zet_aan,
        autocompletion=lambda: list(aanvulling.SHELLS),
    ),
) -> None:
    """Incassokosten en WIK-brieven: berekenen, schrijven en controleren."""
    del versie, toon_aanvulling, zet_aanvulling_aan
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def opdrachten() -> LuieOpdrachten:
    """The whole command line, ready to run."""
    groep = get_command(app)
    assert isinstance(groep, LuieOpdrachten)  # noqa: S101
    return groep
