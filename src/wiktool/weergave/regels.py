"""The rules and their explanations as text, JSON and Markdown."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

from wiktool.controle.uitleg import Deel, lees_uitleg
from wiktool.weergave.tekst import BREEDTE, alinea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.regel import Regel
    from wiktool.weergave.tekst import Opmaak

FAMILIES: Final = {
    "WIK0": "De aanmaning zelf",
    "WIK1": "Kosten",
    "WIK2": "Termijn",
    "WIK3": "Verzuim",
    "WIK4": "Betaling",
    "WIK5": "Incassobureaus",
    "IBG1": "Ingebrekestelling",
}
"""The families of codes, by their first four characters, in order."""

_VOLLE_REGEL: Final = 65
"""A line of this length was broken because it was full."""

_INLEIDING: Final = """# De controles

Deze pagina is gemaakt uit de regels zelf (`make paginas`). `wiktool uitleg CODE` toont
hetzelfde in de terminal. De voorbeelden worden bij elke test uitgevoerd.

| ernst | betekenis |
|---|---|
| fout | de brief voldoet niet aan de wet |
| betwist | rechters oordelen verschillend, of niemand weet het: altijd «zelf nakijken» |
| waarschuwing | de brief geldt, maar kan geld of moeite kosten |
| advies | de brief geldt; goede praktijk vraagt meer |

Een code wordt nooit opnieuw gebruikt.
"""


def overzicht_als_tekst(regels: Sequence[Regel], opmaak: Opmaak) -> str:
    """One line per rule, by family."""
    uit: list[str] = []
    familie = ""
    for regel in regels:
        if regel.code[:4] != familie:
            familie = regel.code[:4]
            uit += [*([""] if uit else []), opmaak.vet(FAMILIES[familie])]
        titel = lees_uitleg(regel).titel.rstrip(".")
        uit.append(f"  {regel.code}  {regel.naam:<28} {regel.ernst}")
        uit += [opmaak.zacht(r) for r in alinea(titel, inspring=10)]
    return "\n".join([*uit, "", "wiktool uitleg CODE legt een regel uit."])


def uitleg_als_tekst(regel: Regel, opmaak: Opmaak) -> str:
    """What a rule checks, why, wrong and right, and its sources."""
    uitleg = lees_uitleg(regel)
    uit = [opmaak.vet(f"{regel.code} {regel.naam} ({regel.ernst})"), *alinea(uitleg.titel)]
    for deel in uitleg.delen:
        uit += ["", opmaak.vet(deel.kop), *_deel(deel)]
    if regel.vindplaatsen:
        uit += ["", opmaak.vet("Bronnen")]
        for bron in regel.bronnen:
            uit += [*alinea(bron.aanhaling), opmaak.zacht(f"    {bron.url}")]
    return "\n".join(uit)


def _deel(deel: Deel) -> list[str]:
    uit = alinea(deel.tekst) if deel.tekst else []
    for voorbeeld in deel.voorbeelden:
        for regel in _hele_regels(voorbeeld):
            uit += textwrap.wrap(
                regel, BREEDTE, initial_indent="    > ", subsequent_indent="    > "
            )
        uit.append("")
    return uit[:-1] if deel.voorbeelden else uit


def _hele_regels(voorbeeld: str) -> list[str]:
    """An example without the line breaks that only kept its source narrow."""
    regels: list[str] = []
    breekt_af = False
    for regel in voorbeeld.split("\n"):
        if breekt_af:
            regels[-1] += f" {regel}"
        else:
            regels.append(regel)
        breekt_af = len(regel) >= _VOLLE_REGEL
    return regels


def overzicht_als_gegevens(regels: Sequence[Regel]) -> dict[str, Any]:
    """The object ``wiktool/regels/1``."""
    return {"regels": [_kern(regel) for regel in regels]}


def uitleg_als_gegevens(regel: Regel) -> dict[str, Any]:
    """The object ``wiktool/uitleg/1``."""
    from wiktool.weergave import json

    uitleg = lees_uitleg(regel)
    return {
        **_kern(regel),
        "delen": [
            {"kop": deel.kop, "tekst": deel.tekst, "voorbeelden": list(deel.voorbeelden)}
            for deel in uitleg.delen
        ],
        "bronnen": json.bronnen(regel.bronnen),
    }


def _kern(regel: Regel) -> dict[str, Any]:
    return {
        "code": regel.code,
        "naam": regel.naam,
        "ernst": regel.ernst.value,
        "soorten": sorted(soort.value for soort in regel.soorten),
        "titel": lees_uitleg(regel).titel,
    }


def als_pagina(regels: Sequence[Regel]) -> str:
    """``docs/controles.md``: every rule with its explanation."""
    uit = [_INLEIDING]
    familie = ""
    for regel in regels:
        if regel.code[:4] != familie:
            familie = regel.code[:4]
            uit.append(f"## {FAMILIES[familie]}\n")
        uit.append(uitleg_als_markdown(regel))
    return "\n".join(uit)


def uitleg_als_markdown(regel: Regel) -> str:
    """The same explanation as Markdown, with its sources as links."""
    uitleg = lees_uitleg(regel)
    delen = [f"### {regel.code} {regel.naam}\n", f"*{regel.ernst}.* {uitleg.titel}\n"]
    for deel in uitleg.delen:
        delen.append(f"**{deel.kop}.** {deel.tekst}".rstrip() + "\n")
        delen += [_aanhaling(voorbeeld) for voorbeeld in deel.voorbeelden]
    if regel.vindplaatsen:
        koppelingen = (f"[{bron.aanhaling}]({bron.url})" for bron in regel.bronnen)
        delen.append(f"**Bronnen.** {'; '.join(koppelingen)}\n")
    return "\n".join(delen)


def _aanhaling(voorbeeld: str) -> str:
    return "".join(f"> {regel}\n" for regel in voorbeeld.split("\n"))
