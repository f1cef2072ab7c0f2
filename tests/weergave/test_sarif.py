"""SARIF: valid against its schema, the same every time, and true to the outcome."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from wiktool.controle.model import Ernst, Nagekeken, NietTeBeoordelen, Oordeel, Toetsgegevens
from wiktool.controle.register import REGELS
from wiktool.controle.toetser import toets
from wiktool.invoer.briefbestand import lees_brief_bytes
from wiktool.kern.brieftekst import Alinea, Brieftekst
from wiktool.kern.fouten import BestandFout
from wiktool.weergave.sarif import als_sarif

BRIEF = """Utrecht, 21 november 2026

Geachte heer Jansen,

U hebt factuur 2026-0017 van € 1.210,00 nog niet betaald.
De vervaldatum was 31 augustus 2026.
Betaal dit bedrag binnen 14 dagen na
dagtekening van deze brief op NL91ABNA0417164300. Anders bent u € 181,50 incassokosten verschuldigd.
"""
BETWIST = BRIEF.replace("na\ndagtekening van deze brief", "na\nontvangst van deze brief")
GEGEVENS = Toetsgegevens(peildatum=date(2026, 11, 21))


@cache
def keurder() -> Draft202012Validator:
    pad = Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json"
    schema = json.loads(pad.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def nagekeken(naam: str, tekst: str = BRIEF) -> Nagekeken:
    brief = lees_brief_bytes(tekst.encode(), naam=naam)
    return Nagekeken(bestand=naam, brief=brief, toetsing=toets(brief, GEGEVENS))


def run(*alle: Nagekeken, ernst: Ernst = Ernst.ADVIES) -> dict[str, Any]:
    log = json.loads(als_sarif(alle, ernst=ernst))
    assert list(keurder().iter_errors(log)) == []
    uitkomst: dict[str, Any] = log["runs"][0]
    return uitkomst


def van_code(log: dict[str, Any], code: str) -> dict[str, Any]:
    uitkomst: dict[str, Any] = next(r for r in log["results"] if r["ruleId"] == code)
    return uitkomst


def test_every_rule_with_its_help_is_in_the_log() -> None:
    log = run()
    regels = log["tool"]["driver"]["rules"]
    assert [regel["id"] for regel in regels] == [regel.code for regel in REGELS]
    wik203 = next(regel for regel in regels if regel["id"] == "WIK203")
    assert wik203["name"] == "termijn-vanaf-dagtekening"
    assert wik203["helpUri"].endswith("ECLI:NL:HR:2016:2704")
    assert "Fout" in wik203["help"]["text"]
    assert "**Fout.**" in wik203["help"]["markdown"]
    assert log["results"] == log["artifacts"] == []
    assert log["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("ernst", "niveau"),
    [
        (Ernst.FOUT, "error"),
        (Ernst.WAARSCHUWING, "warning"),
        (Ernst.ADVIES, "note"),
        (Ernst.BETWIST, "none"),
    ],
)
def test_levels_of_rules(ernst: Ernst, niveau: str) -> None:
    regels = run()["tool"]["driver"]["rules"]
    niveaus = {regel["id"]: regel["defaultConfiguration"]["level"] for regel in regels}
    for regel in REGELS:
        assert (niveaus[regel.code] == niveau) == (regel.ernst is ernst)


def test_a_finding_in_a_text_names_its_lines() -> None:
    """H6: fourteen days from the date of the letter, over a line break."""
    log = run(nagekeken("brief.txt"))
    wik203 = van_code(log, "WIK203")
    assert (wik203["kind"], wik203["level"]) == ("fail", "error")
    assert REGELS[wik203["ruleIndex"]].code == "WIK203"
    assert "«binnen 14 dagen na dagtekening»" in wik203["message"]["text"]
    assert "veertien dagen vanaf de dag nadat" in wik203["properties"]["voorstel"]
    plek = wik203["locations"][0]
    assert plek["physicalLocation"]["artifactLocation"] == {"uri": "brief.txt", "index": 0}
    assert plek["physicalLocation"]["region"] == {
        "startLine": 7,
        "endLine": 8,
        "snippet": {"text": "binnen 14 dagen na dagtekening"},
    }
    assert log["artifacts"][0]["properties"]["oordeel"] == Oordeel.VOLDOET_NIET


def test_a_finding_in_a_pdf_names_page_and_paragraph() -> None:
    tekst = lees_brief_bytes(BRIEF.encode())
    brief = Brieftekst(
        alineas=tuple(Alinea(nummer=a.nummer, tekst=a.tekst, bladzijde=2) for a in tekst.alineas)
    )
    log = run(Nagekeken(bestand="b.pdf", brief=brief, toetsing=toets(brief, GEGEVENS)))
    plek = van_code(log, "WIK203")["locations"][0]
    assert "region" not in plek["physicalLocation"]
    assert plek["logicalLocations"] == [
        {"name": "alinea 3", "fullyQualifiedName": "bladzijde 2/alinea 3", "kind": "alinea"}
    ]


def test_what_is_missing_has_only_the_file_as_place() -> None:
    zonder = next(r for r in run(nagekeken("b.txt"))["results"] if "«" not in r["message"]["text"])
    assert zonder["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "b.txt", "index": 0}}}
    ]


def test_disputed_is_review_and_unknown_is_open() -> None:
    betwist = van_code(run(nagekeken("b.txt", BETWIST)), "WIK205")
    assert (betwist["kind"], betwist["level"]) == ("review", "none")
    brief = lees_brief_bytes(BRIEF.encode())
    toetsing = toets(brief, GEGEVENS)
    punt = NietTeBeoordelen(code="WIK102", naam="x", reden="De hoofdsom ontbreekt.", doe="geef die")
    object.__setattr__(toetsing, "niet_te_beoordelen", (punt,))
    open_ = van_code(run(Nagekeken(bestand="b", brief=brief, toetsing=toetsing)), "WIK102")
    assert (open_["kind"], open_["level"]) == ("open", "none")
    assert open_["message"]["text"] == "De hoofdsom ontbreekt. Doe: geef die"


def test_the_weight_can_be_limited() -> None:
    alles = run(nagekeken("b.txt"))["results"]
    fouten = run(nagekeken("b.txt"), ernst=Ernst.FOUT)["results"]
    assert {r["level"] for r in alles} > {r["level"] for r in fouten} == {"error"}


def test_fingerprints_follow_the_passage_not_the_place() -> None:
    def afdrukken(tekst: str) -> dict[str, str]:
        return {
            r["ruleId"]: r["partialFingerprints"]["wiktool/1"]
            for r in run(nagekeken("b.txt", tekst))["results"]
        }

    eerst, later = afdrukken(BRIEF), afdrukken(f"Praktijk De Linde\n\n{BRIEF}")
    assert eerst["WIK203"] == later["WIK203"]
    assert eerst["WIK203"] != afdrukken(BRIEF.replace("14 dagen", "veertien dagen"))["WIK203"]


def test_two_results_with_the_same_passage_keep_apart() -> None:
    een = nagekeken("b.txt")
    assert een.toetsing is not None
    fout = een.toetsing.bevindingen[0]
    object.__setattr__(een.toetsing, "bevindingen", (fout, fout))
    resultaten = run(een)["results"][:2]
    assert resultaten[0]["partialFingerprints"] != resultaten[1]["partialFingerprints"]


def test_unreadable_files_are_notifications_not_results() -> None:
    log = run(
        nagekeken("a.txt"),
        Nagekeken(bestand="weg.docx", fout=BestandFout("bestand niet gevonden", doe="kijk na")),
        Nagekeken(bestand="kapot.pdf", fout=BestandFout("beschadigd")),
    )
    aanroep = log["invocations"][0]
    assert aanroep["executionSuccessful"] is False
    assert [m["message"]["text"] for m in aanroep["toolExecutionNotifications"]] == [
        "bestand niet gevonden (doe: kijk na)",
        "beschadigd",
    ]
    assert [a["location"]["uri"] for a in log["artifacts"]] == ["a.txt", "weg.docx", "kapot.pdf"]
    assert {r["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
            for r in log["results"]} == {0}  # fmt: skip


@pytest.mark.parametrize(
    ("bestand", "uri"),
    [
        ("brieven/brief één.txt", "brieven/brief%20%C3%A9%C3%A9n.txt"),
        ("./a.txt", "a.txt"),
        ("/tmp/a.txt", "file:///tmp/a.txt"),
        ("-", "standaardinvoer"),
    ],
)
def test_addresses_of_files(bestand: str, uri: str) -> None:
    tekst = nagekeken("x.txt")
    log = run(Nagekeken(bestand=bestand, brief=tekst.brief, toetsing=tekst.toetsing))
    assert log["artifacts"][0]["location"]["uri"] == uri


def test_the_same_file_twice_is_one_artifact() -> None:
    log = run(nagekeken("b.txt"), nagekeken("a.txt"), nagekeken("./b.txt"))
    assert [a["location"]["uri"] for a in log["artifacts"]] == ["b.txt", "a.txt"]


def test_equal_input_gives_equal_output() -> None:
    assert als_sarif([nagekeken("b.txt")]) == als_sarif([nagekeken("b.txt")])
