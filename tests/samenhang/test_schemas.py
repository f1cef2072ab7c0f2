"""Every JSON output has a schema, keeps to it, and holds nothing the schema does not describe."""

from __future__ import annotations

import ast
import json
import sys
import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from wiktool import (
    Aanmaning,
    Afspraken,
    Betaling,
    Briefgegevens,
    Dossier,
    Incassobureau,
    Schuldeiser,
    Schuldenaar,
    Vordering,
    lees_dossier,
)

WORTEL = Path(__file__).parents[2]
sys.path.insert(0, str(WORTEL / "beheer"))
import jsonpagina  # noqa: E402

sys.path.pop(0)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCHEMAS = jsonpagina.lees_schemas()
VOORBEELDEN = WORTEL / "docs" / "voorbeelden"
TRANSCRIPTEN = WORTEL / "tests" / "cli" / "transcripten"

OPDRACHTEN = [
    "bereken 1000 250 --formaat json",
    "bereken 100 --btw --formaat json",
    "bereken 2.000.000 --zakelijk --formaat json",
    "bereken 85 --termijnbetaling --eerder-aangemaand 2 --formaat json",
    "bereken 1250 --vergelijk 200 --formaat json",
    "bereken 1250,05 --formaat jsonl",
    "rente 1250 --van 2025-09-01 --tot 2026-11-21 --formaat json",
    "rente 10 --van 2025-09-01 --tot 2026-12-31 --betaling 2026-03-01=250 --formaat json",
    "rente 10 --van 2025-09-01 --tot 2025-09-01 --soort contractueel --percentage 8 --formaat json",
    "rente 10 --van 2024-01-01 --tot 2024-12-31 --enkelvoudig --dagtelling 365 --formaat json",
    "termijn --verzonden 2026-11-26 --formaat json",
    "termijn --ontvangen 2026-12-25 --formaat json",
    "afrekening docs/voorbeelden/na_de_brief.toml --peildatum 2026-12-21 --formaat json",
    "afrekening docs/voorbeelden/factuur.xml --peildatum 2026-11-21 --formaat json",
    "controleer docs/handleiding.md --formaat json",
    "controleer docs/dossier.md docs/bestaat_niet.md --formaat json",
    "regels --formaat json",
    "uitleg WIK203 --formaat json",
    "wet --formaat json",
]


def streng(schema: Any) -> Any:
    """The schema with every door closed: only keys it describes."""
    if isinstance(schema, list):
        return [streng(deel) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    dicht = {naam: streng(deel) for naam, deel in schema.items()}
    if isinstance(schema.get("properties"), dict):
        dicht.setdefault("additionalProperties", False)
    return dicht


STRENG = {
    naam: Draft202012Validator(streng(schema), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for naam, schema in SCHEMAS.items()
}


def objecten(tekst: str) -> Iterator[dict[str, Any]]:
    """The JSON objects an output consists of: one, or one per line."""
    if not tekst.startswith("{"):
        return
    try:
        yield json.loads(tekst)
    except json.JSONDecodeError:
        for regel in tekst.splitlines():
            yield json.loads(regel)


def gebreken(uitvoer: dict[str, Any]) -> list[str]:
    _, naam, versie = uitvoer["schema"].split("/")
    assert versie == "1"
    return [
        f"{naam}{fout.json_path[1:]}: {fout.message[:300]}"
        for fout in STRENG[naam].iter_errors(uitvoer)
    ]


def uit_transcripten() -> list[dict[str, Any]]:
    gevonden = []
    for pad in sorted(TRANSCRIPTEN.glob("*.txt")):
        for stuk in pad.read_text(encoding="utf-8").split("\n--- stdout\n")[1:]:
            uitvoer = stuk.partition("\n--- ")[0]
            gevonden += [deel for deel in objecten(uitvoer) if "schema" in deel]
    return gevonden


@pytest.mark.parametrize("naam", SCHEMAS)
def test_is_a_schema_of_this_output(naam: str) -> None:
    schema = SCHEMAS[naam]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:wiktool:{naam}:1"
    assert schema["title"] == naam
    assert schema["properties"]["schema"]["const"] == f"wiktool/{naam}/1"


def test_shared_parts_are_the_same_everywhere() -> None:
    gezien: dict[str, Any] = {}
    for naam, schema in SCHEMAS.items():
        for deel, inhoud in schema.get("$defs", {}).items():
            assert gezien.setdefault(deel, inhoud) == inhoud, f"{naam}: {deel}"


def test_every_key_is_explained() -> None:
    def onverklaard(veld: dict[str, Any], pad: str) -> Iterator[str]:
        for naam, deel in veld.get("properties", {}).items():
            if not deel.get("description"):
                yield f"{pad}.{naam}"
            yield from onverklaard(deel, f"{pad}.{naam}")
            yield from onverklaard(deel.get("items", {}), f"{pad}.{naam}[]")

    for naam, schema in SCHEMAS.items():
        delen = [schema, *schema.get("$defs", {}).values()]
        assert [fout for deel in delen for fout in onverklaard(deel, naam)] == []


def test_every_output_has_a_schema_and_the_reverse() -> None:
    namen = set()
    for pad in (WORTEL / "src").rglob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if (
                isinstance(knoop, ast.Call)
                and ast.unparse(knoop.func).rpartition(".")[2] in ("als_json", "als_jsonregel")
                and isinstance(knoop.args[0], ast.Constant)
            ):
                namen.add(knoop.args[0].value)
    assert namen == set(SCHEMAS) - set(jsonpagina.INVOER)


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_an_output_keeps_to_its_schema(
    wiktool: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, opdracht: str
) -> None:
    monkeypatch.chdir(WORTEL)
    uitvoer = list(objecten(wiktool(*opdracht.split()).stdout))
    assert uitvoer
    assert [fout for deel in uitvoer for fout in gebreken(deel)] == []


def test_every_transcript_keeps_to_its_schema() -> None:
    assert [fout for deel in uit_transcripten() for fout in gebreken(deel)] == []


def test_every_schema_has_an_output_in_the_transcripts() -> None:
    namen = {deel["schema"].split("/")[1] for deel in uit_transcripten()}
    assert set(SCHEMAS) - set(jsonpagina.INVOER) - namen == set()


def test_a_strange_key_and_a_float_are_found(wiktool: Callable[..., Any]) -> None:
    uitvoer = json.loads(wiktool("bereken", "1250", "--formaat", "json").stdout)
    assert gebreken(uitvoer) == []
    assert gebreken(uitvoer | {"nieuw": "1"})
    assert gebreken(uitvoer | {"kosten": 187.5})
    assert gebreken(uitvoer | {"peildatum": "21-11-2026"})
    assert Draft202012Validator(SCHEMAS["kostenberekening"]).is_valid(uitvoer | {"nieuw": "1"})


def als_invoer(waarde: Any) -> Any:
    """TOML as the same thing in JSON."""
    if isinstance(waarde, dict):
        return {naam: als_invoer(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [als_invoer(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde


@pytest.mark.parametrize(
    "pad",
    [pad for pad in sorted(VOORBEELDEN.rglob("*.toml")) if pad.name != "wiktool.toml"],
    ids=lambda pad: pad.name,
)
def test_a_dossier_keeps_to_its_schema_as_read_and_as_written(pad: Path) -> None:
    from wiktool.invoer.dossierschrijven import als_json

    dossier = als_invoer(tomllib.loads(pad.read_text(encoding="utf-8")))
    assert list(STRENG["dossier"].iter_errors(dossier)) == []
    geschreven = json.loads(als_json(lees_dossier(pad)))
    assert list(STRENG["dossier"].iter_errors(geschreven)) == []
    assert not STRENG["dossier"].is_valid(dossier | {"debiteur": {}})


def test_the_schema_knows_every_field_of_a_dossier() -> None:
    soorten = {
        "schuldeiser": Schuldeiser,
        "schuldenaar": Schuldenaar,
        "vorderingen": Vordering,
        "betalingen": Betaling,
        "aanmaningen": Aanmaning,
        "afspraken": Afspraken,
        "brief": Briefgegevens,
        "incassobureau": Incassobureau,
    }
    delen = SCHEMAS["dossier"]["properties"]
    assert set(soorten) == {veld.name for veld in fields(Dossier)}
    assert set(delen) == {*soorten, "schema", "valuta"}
    for naam, soort in soorten.items():
        velden = set(delen[naam].get("items", delen[naam])["properties"]) - {"valuta"}
        assert velden == {veld.name for veld in fields(soort)}, naam


def test_the_page_is_current() -> None:
    assert jsonpagina.DOEL.read_text(encoding="utf-8") == jsonpagina.jsonpagina()
