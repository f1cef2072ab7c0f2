"""``wiktool rente``: the contract of the command (cli.md)."""

import json
from collections.abc import Callable
from typing import Any

import pytest

JAAR_2024 = ("--van", "2024-01-01", "--tot", "2024-12-31")
MAAND = ("--van", "2026-01-01", "--tot", "2026-01-31")


def test_the_example_of_the_contract(wiktool: Callable[..., Any]) -> None:
    uitvoer = wiktool("rente", "10000", *JAAR_2024, "--soort", "handel", "--formaat", "json")
    assert (uitvoer.code, uitvoer.stderr) == (0, "")
    gegevens = json.loads(uitvoer.stdout)
    assert gegevens["schema"] == "wiktool/renteberekening/1"
    assert gegevens["hoofdsom"] == "10000.00"
    assert gegevens["rente"] == "1237.43"
    assert gegevens["perioden"] == [
        {
            "van": "2024-01-01",
            "tot": "2024-06-30",
            "dagen": 182,
            "jaardagen": 366,
            "percentage": "12.50",
            "grondslag": "10000.00",
            "rente": "621.58",
        },
        {
            "van": "2024-07-01",
            "tot": "2024-12-31",
            "dagen": 184,
            "jaardagen": 366,
            "percentage": "12.25",
            "grondslag": "10000.00",
            "rente": "615.85",
        },
    ]
    assert gegevens["dagrente"] == "3.43"
    assert (gegevens["van"], gegevens["tot"]) == ("2024-01-01", "2024-12-31")
    assert {"stappen", "bronnen", "kanttekeningen", "soort"} <= gegevens.keys()
    assert gegevens["percentage"] is None


def test_text_shows_periods_sources_and_doubts(wiktool: Callable[..., Any]) -> None:
    uitvoer = wiktool("rente", "19575,62", "--van", "1997-05-18", "--tot", "23-04-1999")
    tekst = uitvoer.stdout.replace("\u00a0", " ")
    assert tekst.startswith("Wettelijke rente\n")
    assert "€ 2.208,55" in tekst
    assert "€ 3,39" in tekst
    assert "art. 6:119 lid 2 BW" in tekst
    assert "Let op" in tekst
    assert "zonder tussentijds afronden" in tekst
    assert all(len(regel) <= 80 for regel in tekst.splitlines())
    assert "nog open" not in tekst


def test_one_period_needs_no_word_about_rounding(wiktool: Callable[..., Any]) -> None:
    assert "tussentijds" not in wiktool("rente", "100", *MAAND).stdout


def test_text_shows_what_payments_did(wiktool: Callable[..., Any]) -> None:
    uitvoer = wiktool("rente", "1000", *MAAND, "--betaling", "2026-01-10=1500")
    tekst = " ".join(uitvoer.stdout.replace("\u00a0", " ").split())
    assert "Hoofdsom nog open € 0,00" in tekst
    assert "Rente nog open € 0,00" in tekst
    assert "Te veel betaald € 498,90" in tekst


def test_csv_has_one_row_per_period(wiktool: Callable[..., Any]) -> None:
    uitvoer = wiktool("rente", "10000", *JAAR_2024, "--soort", "handel", "--formaat", "csv")
    assert uitvoer.stdout.splitlines() == [
        "van;tot;dagen;jaardagen;percentage;grondslag;rente",
        "2024-01-01;2024-06-30;182;366;12.50;10000.00;621.58",
        "2024-07-01;2024-12-31;184;366;12.25;10000.00;615.85",
    ]


def test_payments_in_json(wiktool: Callable[..., Any]) -> None:
    gegevens = json.loads(
        wiktool(
            "rente", "36500", "--van", "2026-01-01", "--tot", "2026-01-20",
            "--betaling", "10-01-2026=18.290,00", "--betaling", "2026-01-15=10",
            "--formaat", "json",
        ).stdout
    )  # fmt: skip
    assert gegevens["betalingen"] == [
        {
            "datum": "2026-01-10",
            "bedrag": "18290.00",
            "rente": "40.00",
            "hoofdsom": "18250.00",
            "rest": "0.00",
        },
        {
            "datum": "2026-01-15",
            "bedrag": "10.00",
            "rente": "10.00",
            "hoofdsom": "0.00",
            "rest": "0.00",
        },
    ]
    assert gegevens["rente"] == "60.00"
    assert gegevens["rente_open"] == "10.00"
    assert gegevens["hoofdsom_open"] == "18250.00"


def test_agreed_rate_simple_and_365(wiktool: Callable[..., Any]) -> None:
    opties = ("--soort", "contractueel", "--percentage", "8,5%", "--enkelvoudig")
    uitvoer = wiktool("rente", "1000", *JAAR_2024, *opties, "--dagtelling", "365")
    assert uitvoer.stdout.startswith(
        "Contractuele rente van 8,5% per jaar (enkelvoudig, 365 dagen per jaar)\n"
    )
    gegevens = json.loads(
        wiktool(
            "rente", "1000", *JAAR_2024, *opties, "--dagtelling", "365", "--formaat", "json"
        ).stdout
    )
    assert gegevens["rente"] == "85.23"
    assert (gegevens["percentage"], gegevens["enkelvoudig"]) == ("8.5", True)
    assert gegevens["dagtelling"] == "365"


def test_daily_interest_unknown_is_null(wiktool: Callable[..., Any]) -> None:
    argumenten = ("rente", "1000", "--van", "2026-12-01", "--tot", "2026-12-31")
    assert json.loads(wiktool(*argumenten, "--formaat", "json").stdout)["dagrente"] is None
    assert "Rente per dag" not in wiktool(*argumenten).stdout


@pytest.mark.parametrize(
    ("argumenten", "code", "woorden"),
    [
        (("0", *MAAND), 2, "«0» is nul"),
        (("-5", *MAAND), 2, ""),
        (("1.250", *MAAND), 2, "dubbelzinnig"),
        (("USD 100", *MAAND), 2, "«USD 100» is geen bedrag"),
        (("100", "--van", "2026-02-30", "--tot", "2026-03-01"), 2, "--van"),
        (("100", "--van", "2026-03-02", "--tot", "2026-03-01"), 2, "ligt vóór de eerste"),
        (("100", "--van", "2026-03-02"), 2, "--tot"),
        (("100", "--van", "1991-12-31", "--tot", "1992-01-01"), 3, "1 januari 1992 tot en met"),
        (("100", "--van", "2026-12-31", "--tot", "2027-01-01"), 3, "31 december 2026"),
        (("100", "--van", "9999-01-01", "--tot", "9999-12-31"), 2, "tussen 1900 en 2999"),
        (("100", *MAAND, "--soort", "zakelijk"), 2, "kies wettelijk, handel, contractueel"),
        (("100", *MAAND, "--dagtelling", "360"), 2, "kies werkelijk, 365"),
        (("100", *MAAND, "--formaat", "xml"), 2, "kies tekst, json, csv"),
        (("100", *MAAND, "--soort", "contractueel"), 2, "percentage"),
        (("100", *MAAND, "--percentage", "5"), 2, "contractueel"),
        (("100", *MAAND, "--soort", "contractueel", "--percentage", "NaN"), 2, "--percentage"),
        (("100", *MAAND, "--betaling", "2026-01-10"), 2, "«2026-01-10» is geen betaling"),
        (("100", *MAAND, "--betaling", "2026-01-10=0"), 2, "«2026-01-10=0»: er is niets betaald"),
        (("100", *MAAND, "--betaling", "2026-01-10=1=2"), 2, "--betaling"),
        (("100", *MAAND, "--betaling", "2025-12-31=5"), 2, "vóór de eerste rentedag"),
        (("100", *MAAND, "--betaling", "2026-02-01=5"), 2, "na de laatste rentedag"),
    ],
)
def test_bad_input_is_a_clear_error(
    wiktool: Callable[..., Any], argumenten: tuple[str, ...], code: int, woorden: str
) -> None:
    uitvoer = wiktool("rente", *argumenten)
    assert (uitvoer.code, uitvoer.stdout) == (code, "")
    assert uitvoer.stderr.startswith("wiktool: fout: ")
    assert woorden in uitvoer.stderr
