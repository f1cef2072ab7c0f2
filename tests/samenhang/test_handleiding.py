"""The manual names every command and says what to do with every finding."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from wiktool.cli.app import GROEPEN
from wiktool.controle.register import ONLEESBAAR, REGELS

DOCS = Path(__file__).parents[2] / "docs"
TEKST = (DOCS / "handleiding.md").read_text(encoding="utf-8")
OPDRACHTEN = [
    naam
    for groep in GROEPEN.values()
    for naam in groep
    if importlib.util.find_spec(f"wiktool.cli.{naam}")
]


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_every_command_is_in_the_manual(naam: str) -> None:
    assert re.search(rf"\bwiktool {naam}\b", TEKST)


def test_every_finding_has_something_to_do() -> None:
    genoemd = re.findall(r"\b(?:WIK|IBG)[0-9]{3}\b", TEKST.partition("### Wat te doen")[2])
    assert sorted(set(genoemd)) == sorted({*(regel.code for regel in REGELS), ONLEESBAAR})


def test_every_heading_is_in_the_table_of_contents() -> None:
    koppen = re.findall(r"^## (.+)$", TEKST, re.MULTILINE)
    inhoud = re.findall(r"^- \[(.+)\]\(#(.+)\)$", TEKST, re.MULTILINE)
    assert [kop for kop, _ in inhoud] == koppen
    for kop, anker in inhoud:
        assert re.sub(r"[^\w -]", "", kop.lower()).replace(" ", "-") == anker


@pytest.mark.parametrize("pagina", sorted(DOCS.rglob("*.md")), ids=lambda pad: pad.name)
def test_every_link_inside_the_docs_leads_somewhere(pagina: Path) -> None:
    tekst = pagina.read_text(encoding="utf-8")
    for doel in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", tekst):
        assert (pagina.parent / doel).exists(), doel
