"""``wiktool regels``: every check rule."""

from __future__ import annotations

from typing import Annotated

from wiktool.cli import opties

_FORMATEN = (opties.TEKST, opties.JSON)


def regels(formaat: Annotated[str, opties.formaatoptie(*_FORMATEN)] = opties.TEKST) -> None:
    """Toon alle regels van de controle, met code, naam en ernst."""
    from wiktool.controle.register import REGELS
    from wiktool.weergave import regels as weergave

    opties.kies(formaat, _FORMATEN, "--formaat")
    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        opties.schrijf(als_json("regels", weergave.overzicht_als_gegevens(REGELS)))
    else:
        opties.schrijf(weergave.overzicht_als_tekst(REGELS, opties.opmaak()))


app = opties.nieuwe_app(regels, voorbeelden=("wiktool regels", "wiktool regels --formaat json"))
