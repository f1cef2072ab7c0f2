"""``wiktool uitleg``: one check rule explained."""

from __future__ import annotations

from typing import Annotated

import typer

from wiktool.cli import opties

_FORMATEN = (opties.TEKST, opties.JSON)


def uitleg(
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE",
            help="De code van een regel, zoals WIK203.",
            autocompletion=opties.vul_codes_aan,
        ),
    ],
    formaat: Annotated[str, opties.formaatoptie(*_FORMATEN)] = opties.TEKST,
) -> None:
    """Leg een regel van de controle uit: wat, waarom, fout, goed en de bron."""
    from wiktool.controle.register import regel
    from wiktool.weergave import regels as weergave

    opties.kies(formaat, _FORMATEN, "--formaat")
    gekozen = regel(code)
    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        opties.schrijf(als_json("uitleg", weergave.uitleg_als_gegevens(gekozen)))
    else:
        opties.schrijf(weergave.uitleg_als_tekst(gekozen, opties.opmaak()))


app = opties.nieuwe_app(
    uitleg, voorbeelden=("wiktool uitleg WIK203", "wiktool uitleg WIK105 --formaat json")
)
