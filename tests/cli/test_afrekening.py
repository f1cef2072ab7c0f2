"""``wiktool afrekening``: the contract of the command (cli.md)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DOSSIER = """
[schuldeiser]
naam = "Praktijk De Linde"
fatale_termijn = true
[schuldenaar]
naam = "J. Jansen"
hoedanigheid = "consument"
[[vorderingen]]
factuurnummer = "1"
factuurdatum = 2026-08-01
vervaldatum = 2026-08-31
bedrag = "1000.00"
[[vorderingen]]
factuurnummer = "2"
factuurdatum = 2026-08-02
vervaldatum = 2026-08-31
bedrag = "500.00"
[[betalingen]]
datum = 2026-10-14
bedrag = "400.00"
factuurnummer = "1"
[[aanmaningen]]
soort = "wik"
ontvangen = 2026-09-29
kosten = "225.00"
"""
P = ("--peildatum", "2026-11-21")


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    pad = tmp_path / "dossier.toml"
    pad.write_text(DOSSIER, encoding="utf-8")
    return pad


def test_json_is_the_contract(wiktool: Callable[..., Any], dossier: Path) -> None:
    uitvoer = wiktool("afrekening", str(dossier), *P, "--formaat", "json")
    assert (uitvoer.code, uitvoer.stderr) == (0, "")
    gegevens = json.loads(uitvoer.stdout)
    assert gegevens["schema"] == "wiktool/afrekening/1"
    assert gegevens["peildatum"] == "2026-11-21"
    assert gegevens["kostenposten"] == [
        {
            "vanaf": "2026-10-14",
            "facturen": ["1", "2"],
            "brief": "2026-09-29",
            "grondslag": "1500.00",
            "kosten": "225.00",
            "btw": "0.00",
            "totaal": "225.00",
        }
    ]
    assert gegevens["betalingen"] == [
        {
            "datum": "2026-10-14",
            "bedrag": "400.00",
            "aangewezen": "1",
            "toegerekend": [
                {
                    "factuurnummer": "1",
                    "kosten": "150.00",
                    "rente": "4.82",
                    "hoofdsom": "245.18",
                }
            ],
            "rest": "0.00",
        }
    ]
    eerste = gegevens["vorderingen"][0]
    assert eerste["verzuimdatum"] == "2026-09-01"
    assert eerste["verzuimgrond"] == "fatale_termijn"
    assert eerste["rentesoort"] == "wettelijk"
    assert eerste["perioden"][0] == {
        "van": "2026-09-01",
        "tot": "2026-10-14",
        "dagen": 44,
        "jaardagen": 365,
        "percentage": "4",
        "grondslag": "1000.00",
        "rente": "4.82",
    }
    assert (eerste["saldo"], eerste["kosten_open"]) == ("757.96", "0.00")
    assert gegevens["saldo"] == "1337.45"
    assert gegevens["dagrente"] == "0.14"
    assert {"vragen", "stappen", "bronnen", "kanttekeningen", "rest"} <= gegevens.keys()


def test_text_shows_claims_costs_payments_and_total(
    wiktool: Callable[..., Any], dossier: Path
) -> None:
    uitvoer = wiktool("afrekening", str(dossier), *P)
    tekst = uitvoer.stdout.replace("\u00a0", " ")
    assert tekst.startswith("Afrekening per 21 november 2026\nJ. Jansen, consument\n")
    for kop in ("Factuur 1", "Factuur 2", "Kosten", "Betalingen", "Totaal", "Bronnen", "Let op"):
        assert f"\n{kop}\n" in tekst
    regels = [" ".join(regel.split()) for regel in tekst.splitlines()]
    assert "Nog te betalen € 1.337,45" in regels
    assert "Rente per dag daarna € 0,14" in regels
    assert "Betaald - € 400,00" in regels
    assert "Te beantwoorden" not in tekst
    assert all(len(regel) <= 90 for regel in tekst.splitlines())


def test_csv_has_a_row_per_claim_and_the_total(wiktool: Callable[..., Any], dossier: Path) -> None:
    uitvoer = wiktool("afrekening", str(dossier), *P, "--formaat", "csv")
    assert uitvoer.stdout.splitlines() == [
        (
            "factuurnummer;verzuimdatum;hoofdsom;hoofdsom_open;rente;rente_open;kosten;btw;"
            "kosten_open;betaald;saldo;dagrente"
        ),
        "1;2026-09-01;1000.00;754.82;7.96;3.14;150.00;0.00;0.00;400.00;757.96;0.08",
        "2;2026-09-01;500.00;500.00;4.49;4.49;75.00;0.00;75.00;0.00;579.49;0.05",
        "totaal;;1500.00;1254.82;12.45;7.63;225.00;0.00;75.00;400.00;1337.45;0.14",
    ]


def test_questions_vat_and_remainder_are_shown(wiktool: Callable[..., Any], dossier: Path) -> None:
    dossier.write_text(
        DOSSIER.replace("fatale_termijn = true", "btw_verrekenbaar = false\nuitbesteed = true")
        .replace('factuurnummer = "1"\nfactuurdatum', 'fatale_termijn = true\n'
                 'factuurnummer = "1"\nfactuurdatum')
        .replace('"225.00"', '"181.50"')
        .replace('bedrag = "400.00"', 'bedrag = "4000.00"'),
        encoding="utf-8",
    )  # fmt: skip
    tekst = " ".join(wiktool("afrekening", str(dossier), *P).stdout.replace("\u00a0", " ").split())
    assert "Te beantwoorden - Factuur 2" not in tekst
    assert "Btw over de kosten € 31,50" in tekst
    assert "Te veel betaald, niet verrekend € 2.313,68" in tekst
    dossier.write_text(dossier.read_text().replace('"4000.00"', '"10.00"'), encoding="utf-8")
    tekst = " ".join(wiktool("afrekening", str(dossier), *P).stdout.split())
    assert "Te beantwoorden - Factuur 2: Is 31 augustus 2026" in tekst
    csv = wiktool("afrekening", str(dossier), *P, "--formaat", "csv").stdout
    assert "\n2;;500.00;" in csv


def test_unknown_daily_interest_is_left_out(wiktool: Callable[..., Any], dossier: Path) -> None:
    einde = ("--peildatum", "2026-12-31")
    assert "Rente per dag" not in wiktool("afrekening", str(dossier), *einde).stdout
    json_uit = wiktool("afrekening", str(dossier), *einde, "--formaat", "json").stdout
    assert json.loads(json_uit)["dagrente"] is None
    csv = wiktool("afrekening", str(dossier), *einde, "--formaat", "csv").stdout
    assert all(regel.endswith(";") for regel in csv.splitlines()[1:])


def test_stdin(wiktool: Callable[..., Any], dossier: Path) -> None:
    uitvoer = wiktool("afrekening", "-", *P, stdin=DOSSIER)
    assert uitvoer.code == 0
    assert "1.337,45" in uitvoer.stdout


@pytest.mark.parametrize(
    ("argumenten", "code", "woorden"),
    [
        (("weg.toml", *P), 3, "weg.toml"),
        (("dossier.toml", "--peildatum", "2027-01-01"), 3, "31 december 2026"),
        (("dossier.toml", "--peildatum", "gisteren"), 2, "--peildatum"),
        (("dossier.toml", *P, "--formaat", "xml"), 2, "kies tekst, json, csv"),
        ((), 2, "DOSSIER"),
    ],
)
def test_errors(
    wiktool: Callable[..., Any],
    dossier: Path,
    argumenten: tuple[str, ...],
    code: int,
    woorden: str,
) -> None:
    uitvoer = wiktool("afrekening", *argumenten)
    assert (uitvoer.code, uitvoer.stdout) == (code, "")
    assert uitvoer.stderr.startswith("wiktool: fout: ")
    assert woorden in uitvoer.stderr
