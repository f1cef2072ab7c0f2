"""Writes ``docs/json.md`` from the schemas in ``src/wiktool/weergave/schemas``.

Run: ``make paginas``; a test keeps the page true.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

WORTEL = Path(__file__).parents[1]
SCHEMAS = WORTEL / "src" / "wiktool" / "weergave" / "schemas"
DOEL = WORTEL / "docs" / "json.md"

KOP = """\
# De JSON-uitvoer

Met `--formaat json` schrijft een opdracht één object; met `jsonl` één object per regel. Daar kan
een ander programma op rekenen:

- `schema` noemt de uitvoer en haar versie. Er kunnen sleutels bij komen; er verdwijnt er geen
  zonder nieuwe versie.
- Bedragen en percentages zijn tekst met een punt (`"1234.56"`, `"12.5"`), datums zijn
  `"2026-11-21"`. Er staan geen kommagetallen in, en geen tijdstip: dezelfde vraag op dezelfde
  peildatum geeft dezelfde uitvoer.
- Wat er niet is, is `null`; een verplichte sleutel ontbreekt nooit.

Elke uitvoer heeft een [JSON Schema](https://json-schema.org/) (2020-12) dat met wiktool wordt
meegeleverd:

```python
import json
from importlib.resources import files

schema = json.loads((files("wiktool.weergave") / "schemas" / "kostenberekening.json").read_bytes())
```

```console
$ wiktool bereken 1250 --peildatum 2026-11-21 --formaat json | head -n 8
{
  "schema": "wiktool/kostenberekening/1",
  "peildatum": "2026-11-21",
  "vorderingen": [
    "1250.00"
  ],
  "hoofdsom": "1250.00",
  "hoedanigheid": "consument",
```

Voor wie dossiers laat maken is er ook een schema van het dossier, `dossier.json`;
[dossier.md](dossier.md) beschrijft de velden.

Deze pagina is gemaakt uit de schema's (`make paginas`). *Niet altijd* betekent dat de sleutel
kan ontbreken.
"""

INVOER = ("dossier",)
"""Schemas of what goes in; ``docs/dossier.md`` describes it."""

_SOORTEN = {
    "string": "tekst",
    "integer": "geheel getal",
    "boolean": "ja of nee",
    "null": "null",
    "object": "object",
    "array": "lijst",
}
_ALGEMEEN = ("bedrag", "percentage", "datum", "bron", "kanttekening", "stap")


def soort(veld: dict[str, Any]) -> str:
    """What kind of value a key holds, in a few words."""
    if "$ref" in veld:
        return veld["$ref"].rpartition("/")[2]
    if "const" in veld:
        return f"`{veld['const']}`" if veld["const"] else "leeg"
    if "enum" in veld:
        return ", ".join("null" if keus is None else f"`{keus}`" for keus in veld["enum"])
    if "anyOf" in veld:
        return " of ".join(soort(keus) for keus in veld["anyOf"])
    soorten = veld["type"] if isinstance(veld["type"], list) else [veld["type"]]
    if soorten == ["array"]:
        return f"lijst van {soort(veld['items'])}"
    return " of ".join(_SOORTEN[naam] for naam in soorten)


def rijen(veld: dict[str, Any], pad: str = "") -> Iterator[str]:
    """One table row for every key, nested keys with their path."""
    for naam, deel in veld.get("properties", {}).items():
        sleutel = f"{pad}{naam}"
        niet_altijd = "" if naam in veld["required"] else " *Niet altijd.*"
        yield f"| `{sleutel}` | {soort(deel)} | {deel['description']}{niet_altijd} |"
        yield from rijen(deel, f"{sleutel}.")
        if isinstance(deel.get("items"), dict):
            yield from rijen(deel["items"], f"{sleutel}[].")


def tabel(veld: dict[str, Any]) -> list[str]:
    """The keys of an object as a table."""
    return ["| sleutel | soort | betekenis |", "|---|---|---|", *rijen(veld)]


def lees_schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its name."""
    return {pad.stem: json.loads(pad.read_bytes()) for pad in sorted(SCHEMAS.glob("*.json"))}


def jsonpagina() -> str:
    """The whole page."""
    schemas = {naam: schema for naam, schema in lees_schemas().items() if naam not in INVOER}
    regels = [KOP]
    delen: dict[str, dict[str, Any]] = {}
    for naam, schema in schemas.items():
        delen |= schema.get("$defs", {})
        regels += [f"## {naam}", "", schema["description"], "", *tabel(schema), ""]
        eigen = [deel for deel in schema.get("$defs", {}) if deel not in _ALGEMEEN]
        for deel in eigen:
            inhoud = schema["$defs"][deel]
            regels += [f"**{deel}**: {inhoud['description']}", ""]
            regels += [*tabel(inhoud), ""] if "properties" in inhoud else []
    regels += ["## Wat overal hetzelfde is", ""]
    for deel in _ALGEMEEN:
        inhoud = delen[deel]
        voorbeeld = f" Bijvoorbeeld `{inhoud['examples'][0]}`." if "examples" in inhoud else ""
        regels += [f"**{deel}**: {inhoud['description']}{voorbeeld}", ""]
        regels += [*tabel(inhoud), ""] if "properties" in inhoud else []
    return "\n".join(regels).rstrip() + "\n"


if __name__ == "__main__":
    DOEL.write_text(jsonpagina(), encoding="utf-8")
    sys.stdout.write(f"{DOEL.name} geschreven\n")
