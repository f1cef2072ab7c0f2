"""``wiktool termijn`` and ``wiktool wet``."""

import json
from typing import Any

import pytest

from wiktool.wetgegevens.tabel import TABELLEN

P = ("--peildatum", "2026-11-21")


def test_json_is_the_contract(wiktool: Any) -> None:
    uit = wiktool("termijn", "--verzonden", "2026-11-27", "--formaat", "json", *P)
    gegevens = json.loads(uit.stdout)
    verwacht = {
        "schema": "wiktool/termijnberekening/1",
        "verzonden": "2026-11-27",
        "bezorging": "post",
        "bezorgd": "2026-12-01",
        "eerste_dag": "2026-12-02",
        "laatste_dag": "2026-12-15",
        "laatste_dag_zonder_verlenging": "2026-12-15",
        "verlengd_wegens": None,
        "kosten_vanaf": "2026-12-16",
    }
    assert {k: gegevens[k] for k in verwacht} == verwacht
    assert gegevens["bronnen"]
    assert "kanttekeningen" in gegevens


def test_text_names_days_and_reasons(wiktool: Any) -> None:
    uit = wiktool("termijn", "--verzonden", "26-11-2026", *P)
    assert uit.code == 0
    assert "Laatste dag   maandag 14 december 2026" in uit.stdout
    assert "verlengd wegens zaterdag en zondag" in uit.stdout
    assert "ECLI:NL:HR:2016:2704" in uit.stdout
    assert "art. 1 Algemene termijnenwet" in uit.stdout


def test_received_needs_no_presumption(wiktool: Any) -> None:
    uit = wiktool("termijn", "--ontvangen", "2026-12-01", *P)
    assert "Verzonden" not in uit.stdout
    assert "Laatste dag   dinsdag 15 december 2026" in uit.stdout


@pytest.mark.parametrize(
    ("argumenten", "code", "woord"),
    [
        ([], 2, "ontbreken allebei"),
        (["--verzonden", "2026-11-27", "--ontvangen", "2026-12-01"], 2, "gaan niet samen"),
        (["--verzonden", "27/11/2026"], 2, "--verzonden: «27/11/2026» is geen datum"),
        (["--verzonden", "2026-11-27", "--bezorging", "duif"], 2, "kies post, email, persoonlijk"),
        (["--verzonden", "2012-06-01"], 3, "1 juli 2012"),
        (["--verzonden", "2028-12-27"], 3, "31 december 2028"),
    ],
)
def test_errors(wiktool: Any, argumenten: list[str], code: int, woord: str) -> None:
    uit = wiktool("termijn", *argumenten)
    assert (uit.code, uit.stdout) == (code, "")
    assert woord in uit.stderr


def test_wet_lists_every_table(wiktool: Any) -> None:
    uit = wiktool("wet")
    for naam in TABELLEN:
        assert f"{naam}\n  " in uit.stdout
    assert "gecontroleerd op 21 november 2026" in uit.stdout


@pytest.mark.parametrize("naam", TABELLEN)
def test_wet_shows_values_source_and_proof(wiktool: Any, naam: str) -> None:
    tekst = wiktool("wet", naam)
    gegevens = json.loads(wiktool("wet", naam, "--formaat", "json").stdout, parse_float=pytest.fail)
    (tabel,) = gegevens["tabellen"]
    assert gegevens["schema"] == "wiktool/wet/1"
    assert tabel["id"] == naam
    assert tekst.code == 0
    for versie in tabel["versies"]:
        assert versie["bron"]["aanhaling"] in tekst.stdout
        assert versie["bron"]["url"] in tekst.stdout
        assert versie["bewijs"] in {"primair", "secundair", "afgeleid"}


def test_wet_shows_the_brackets(wiktool: Any) -> None:
    assert "  15% over het deel van € 0,00 tot € 2.500,00" in wiktool("wet", "incassokosten").stdout
    assert "0,5% over het deel van € 200.000,00 en hoger" in wiktool("wet", "incassokosten").stdout
