"""Writes the manual page ``docs/wiktool.1`` from the commands themselves.

Run: ``make paginas``. The wheel installs it as ``share/man/man1/wiktool.1``; a test keeps it
true.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiktool import __version__
from wiktool.cli.app import GROEPEN, opdrachten
from wiktool.cli.nederlands import opties_van

if TYPE_CHECKING:
    from collections.abc import Iterable

DOEL = Path(__file__).parents[1] / "docs" / "wiktool.1"

AFSLUITCODES = (
    ("0", "klaar; bij controleer: elke brief voldoet"),
    ("1", "klaar, met bevindingen, geweigerde brieven of afgekeurde regels"),
    ("2", "verkeerd gebruik: onbekende optie, onleesbaar bedrag of onleesbare datum"),
    ("3", "niet mogelijk: bestand onleesbaar, dossier ongeldig, geen wettelijke waarde bekend"),
    ("4", "controleer: geen bevinding, maar niet alles was te beoordelen"),
    ("70", "een fout in wiktool zelf"),
    ("130", "onderbroken met Ctrl-C"),
)


def roff(tekst: str) -> str:
    """Text as roff wants it: no line may start with a dot, and hyphens in options stay hyphens."""
    veilig = tekst.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{r}" if r.startswith((".", "'")) else r for r in veilig.splitlines())


def lijst(rijen: Iterable[tuple[str, str]]) -> list[str]:
    regels = []
    for kop, tekst in rijen:
        regels += [".TP", f"\\fB{roff(kop)}\\fR", roff(tekst)]
    return regels


def opdracht_als_roff(naam: str, opdracht: Any) -> list[str]:
    ctx = opdracht.make_context(f"wiktool {naam}", [], resilient_parsing=True)
    stukken = " ".join(opdracht.collect_usage_pieces(ctx)).replace("{", "").replace("}", "")
    regels = [f".SS {roff(f'wiktool {naam} {stukken}')}", roff(opdracht.help or "")]
    for rijen in opties_van(opdracht, ctx).values():
        regels += lijst(rijen)
    if opdracht.epilog:
        voorbeelden = opdracht.epilog.replace("\b\n", "").replace("Voorbeelden:\n", "")
        regels += [".PP", "Voorbeelden:", ".nf", roff(voorbeelden), ".fi"]
    return regels


def manpagina() -> str:
    groep = opdrachten()
    ctx = groep.make_context("wiktool", [], resilient_parsing=True)
    regels = [
        f'.TH WIKTOOL 1 "" "wiktool {__version__}" "Handleiding wiktool"',
        ".SH NAAM",
        "wiktool \\- incassokosten en WIK\\-brieven: berekenen, schrijven en controleren",
        ".SH GEBRUIK",
        ".B wiktool",
        roff("OPDRACHT [OPTIES] …"),
        ".SH OPDRACHTEN",
    ]
    for kop, namen in GROEPEN.items():
        regels += [".PP", f"\\fI{roff(kop)}\\fR", *lijst(namen.items())]
    regels += [".SH OPTIES", *lijst(opties_van(groep, ctx)["Opties"])]
    regels.append(".SH OPTIES PER OPDRACHT")
    for namen in GROEPEN.values():
        for naam in namen:
            opdracht: Any = groep.get_command(ctx, naam)
            regels += opdracht_als_roff(naam, opdracht)
            for onder in getattr(opdracht, "commands", {}).values():
                regels += opdracht_als_roff(f"{naam} {onder.name}", onder)
    regels += [".SH AFSLUITCODES", *lijst(AFSLUITCODES)]
    regels += [
        ".SH BESTANDEN",
        *lijst(
            [("wiktool.toml", "gegevens van de schuldeiser, in de werkmap of de instellingenmap")]
        ),
        ".SH ZIE OOK",
        roff("De handleiding in docs/handleiding.md; wiktool wet; wiktool regels."),
    ]
    return "\n".join(regels) + "\n"


if __name__ == "__main__":
    DOEL.write_text(manpagina(), encoding="utf-8")
    sys.stdout.write(f"{DOEL.name} geschreven\n")
