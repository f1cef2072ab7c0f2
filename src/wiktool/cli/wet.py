"""``wiktool wet``: the legal tables with their sources."""

from __future__ import annotations

from typing import Annotated

import typer

from wiktool.cli import opties
from wiktool.cli.nederlands import lijkt_op
from wiktool.kern.fouten import GebruiksFout
from wiktool.wetgegevens.tabel import TABELLEN, tabel


def wet(
    naam: Annotated[
        str | None,
        typer.Argument(
            metavar="[TABEL]",
            help="Welke tabel; zonder naam een overzicht.",
            autocompletion=opties.vul_aan(TABELLEN),
        ),
    ] = None,
    formaat: Annotated[str, opties.formaatoptie(opties.TEKST, opties.JSON)] = opties.TEKST,
) -> None:
    """Toon de wettelijke tabellen met bron, geldigheid en dag van laatste controle."""
    from wiktool.weergave import wet as weergave

    opties.kies(formaat, (opties.TEKST, opties.JSON), "--formaat")
    if naam is not None and naam not in TABELLEN:
        lijkt = lijkt_op(naam, list(TABELLEN))
        raise GebruiksFout(
            f"onbekende tabel «{naam}»",
            doe=f"bedoelt u {lijkt[0]}?" if lijkt else f"kies {', '.join(TABELLEN)}",
        )
    gekozen = [tabel(t) for t in ((naam,) if naam else TABELLEN)]
    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        opties.schrijf(als_json("wet", {"tabellen": [weergave.als_gegevens(t) for t in gekozen]}))
    elif naam:
        opties.schrijf(weergave.tabel_als_tekst(gekozen[0], opties.opmaak()))
    else:
        opties.schrijf(weergave.overzicht_als_tekst(gekozen, opties.opmaak()))


app = opties.nieuwe_app(wet, voorbeelden=("wiktool wet", "wiktool wet incassokosten"))
