"""The library: cheap to import, complete, documented, and the same as the command line."""

from __future__ import annotations

import ast
import doctest
import importlib.util
import json
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import wiktool as bibliotheek
from wiktool.cli import sjabloon
from wiktool.cli.app import GROEPEN
from wiktool.controle.model import Nagekeken
from wiktool.taken import vervolgweergave as vervolg
from wiktool.taken.serie import uitvoer as serie
from wiktool.weergave import afrekening, controle, kosten, regels, rente, termijn, wet
from wiktool.weergave.json import als_json

if TYPE_CHECKING:
    from collections.abc import Callable

WORTEL = Path(__file__).parents[2]
VOORBEELDEN = WORTEL / "docs" / "voorbeelden"
PAGINA = (WORTEL / "docs" / "api.md").read_text(encoding="utf-8")
LEESMIJ = (WORTEL / "README.md").read_text(encoding="utf-8")
DAG = date(2026, 11, 21)

OPDRACHTEN = [
    naam
    for groep in GROEPEN.values()
    for naam in groep
    if importlib.util.find_spec(f"wiktool.cli.{naam}")
]
RIJEN = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", PAGINA, re.MULTILINE))


def test_importing_it_loads_nothing() -> None:
    klaar = subprocess.run(
        [sys.executable, "-c", "import wiktool, sys; print(*sorted(sys.modules))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    geladen = {naam for naam in klaar.stdout.split() if naam.startswith("wiktool")}
    assert geladen == {"wiktool"}


@pytest.mark.parametrize("naam", bibliotheek.__all__)
def test_every_public_name_is_there_and_documented(naam: str) -> None:
    assert naam in dir(bibliotheek)
    waarde = getattr(bibliotheek, naam)
    assert getattr(waarde, "__doc__", None)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bereken_alles'"):
        _ = bibliotheek.bereken_alles


def test_types_and_names_agree() -> None:
    """What a type checker sees is what Python loads."""
    stomp = Path(bibliotheek.__file__).with_suffix(".pyi")
    boom = ast.parse(stomp.read_text(encoding="utf-8"))
    getypeerd = {
        alias.asname or alias.name: (knoop.module, alias.name)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom)
        for alias in knoop.names
    }
    assert sorted(getypeerd) == sorted(bibliotheek.__all__)
    for naam, (module, in_module) in getypeerd.items():
        assert getattr(bibliotheek, naam) is getattr(importlib.import_module(module), in_module)


def test_every_command_has_its_function() -> None:
    assert [naam for naam in OPDRACHTEN if naam not in RIJEN] == []
    for naam, cel in RIJEN.items():
        for functie in re.findall(r"`(\w+)`", cel):
            assert functie in bibliotheek.__all__, f"{naam}: {functie}"


def test_every_public_function_is_on_the_page() -> None:
    functies = [naam for naam in bibliotheek.__all__ if naam[0].islower()]
    assert [naam for naam in functies if not re.search(rf"\b{naam}\b", PAGINA)] == []


def test_the_examples_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(VOORBEELDEN)
    blokken = re.findall(r"```pycon\n(.*?)```", PAGINA, re.DOTALL)
    proef = doctest.DocTestParser().get_doctest("\n".join(blokken), {}, "api.md", "api.md", 0)
    uitslag = doctest.DocTestRunner().run(proef)
    assert uitslag.attempted > 20
    assert uitslag.failed == 0


def bereken() -> str:
    berekening = bibliotheek.bereken_incassokosten(
        [Decimal(1000), Decimal(250)], peildatum=DAG, btw=True
    )
    return als_json("kostenberekening", kosten.als_gegevens(berekening))


def bereken_termijnen() -> str:
    berekening = bibliotheek.bereken_termijnkosten(
        [Decimal(85)], eerder_aangemaand=2, peildatum=DAG
    )
    return als_json("kostenberekening", kosten.als_gegevens(berekening))


def reken_rente() -> str:
    berekening = bibliotheek.bereken_rente(
        Decimal(10_000),
        van=date(2024, 1, 1),
        tot=DAG,
        soort=bibliotheek.Rentesoort.HANDEL,
        betalingen=[bibliotheek.Betaling(datum=date(2025, 3, 1), bedrag=Decimal(500))],
    )
    return als_json("renteberekening", rente.als_gegevens(berekening))


def reken_termijn() -> str:
    berekening = bibliotheek.bereken_termijn(verzonden=date(2026, 11, 26))
    return als_json("termijnberekening", termijn.als_gegevens(berekening, DAG))


def reken_af() -> str:
    dossier = bibliotheek.lees_dossier("na_de_brief.toml")
    uitkomst = bibliotheek.bereken_afrekening(dossier, peildatum=date(2026, 12, 21))
    return als_json("afrekening", afrekening.als_gegevens(uitkomst))


def toon_wet() -> str:
    return als_json("wet", {"tabellen": [wet.als_gegevens(bibliotheek.tabel("btw"))]})


def kijk_na() -> str:
    toetsing = bibliotheek.controleer_brief(
        "../dossier.md", bibliotheek.Toetsgegevens(peildatum=DAG)
    )
    nagekeken = Nagekeken(bestand="../dossier.md", toetsing=toetsing)
    return als_json("controle", controle.als_gegevens([nagekeken], DAG))


def maak_serie() -> str:
    uitslagen: list[bibliotheek.Uitslag] = []
    bibliotheek.maak_serie(["zakelijk.toml"], datum=DAG, uit=None, bij_uitslag=uitslagen.append)
    return als_json("serie", serie.als_gegevens(uitslagen[0]))


def volg_op() -> str:
    zaken = bibliotheek.lees_zaken(Path("na_de_brief.toml"), bibliotheek.Instellingen())
    dag = date(2026, 12, 21)
    stappen = list(bibliotheek.bepaal_vervolg(zaken, peildatum=dag))
    return als_json("vervolg", vervolg.als_gegevens(stappen, dag))


def toets_sjabloon() -> str:
    pad = "../../templates/briefpapier.docx"
    rapport = bibliotheek.controleer_sjabloon(Path(pad).read_bytes(), pad)
    return als_json("sjablooncontrole", sjabloon._als_gegevens(rapport, pad))


def toon_regels() -> str:
    return als_json("regels", regels.overzicht_als_gegevens(bibliotheek.REGELS))


def leg_uit() -> str:
    return als_json("uitleg", regels.uitleg_als_gegevens(bibliotheek.regel("WIK203")))


GELIJK = {
    "controleer ../dossier.md --peildatum 2026-11-21": kijk_na,
    "serie zakelijk.toml --peildatum 2026-11-21 --droogloop": maak_serie,
    "vervolg na_de_brief.toml --peildatum 2026-12-21": volg_op,
    "sjabloon controleer ../../templates/briefpapier.docx": toets_sjabloon,
    "regels": toon_regels,
    "uitleg WIK203": leg_uit,
    "bereken 1000 250 --btw --peildatum 2026-11-21": bereken,
    "bereken 85 --termijnbetaling --eerder-aangemaand 2 --peildatum 2026-11-21": bereken_termijnen,
    (
        "rente 10.000,00 --van 2024-01-01 --tot 2026-11-21 --soort handel --betaling 2025-03-01=500"
    ): reken_rente,
    "termijn --verzonden 2026-11-26 --peildatum 2026-11-21": reken_termijn,
    "afrekening na_de_brief.toml --peildatum 2026-12-21": reken_af,
    "wet btw": toon_wet,
}


@pytest.mark.parametrize("opdracht", GELIJK)
def test_the_library_says_what_the_command_line_says(
    wiktool: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, opdracht: str
) -> None:
    monkeypatch.chdir(VOORBEELDEN)
    formaat = "jsonl" if opdracht.startswith("serie") else "json"
    uit = wiktool(*opdracht.split(), "--formaat", formaat)
    assert json.loads(GELIJK[opdracht]()) == json.loads(uit.stdout)
