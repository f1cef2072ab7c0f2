"""``wiktool bereken`` as scripts and people use it."""

import json
from typing import Any

import pytest

P = ("--peildatum", "2026-11-21")


def test_json_is_the_contract(wiktool: Any) -> None:
    uit = wiktool("bereken", "1000", "250", "--formaat", "json", *P)
    assert uit.code == 0
    gegevens = json.loads(uit.stdout, parse_float=pytest.fail)
    verwacht = {
        "schema": "wiktool/kostenberekening/1",
        "peildatum": "2026-11-21",
        "vorderingen": ["1000.00", "250.00"],
        "hoofdsom": "1250.00",
        "hoedanigheid": "consument",
        "kosten": "187.50",
        "btw": "0.00",
        "totaal": "187.50",
        "minimum_toegepast": False,
        "maximum_toegepast": False,
        "schijven": [
            {
                "van": "0.00",
                "tot": "2500.00",
                "percentage": "15",
                "grondslag": "1250.00",
                "bedrag": "187.50",
            }
        ],
    }
    assert {k: gegevens[k] for k in verwacht} == verwacht
    assert gegevens["bronnen"][1]["aanhaling"] == (
        "art. 2 lid 1 en 2 Besluit vergoeding voor buitengerechtelijke incassokosten"
    )
    assert gegevens["kanttekeningen"][0]["code"] == "pas-na-veertiendagenbrief"


def test_text_shows_the_calculation_with_its_article(wiktool: Any) -> None:
    uit = wiktool("bereken", "3000", "--btw", *P)
    assert uit.code == 0
    regels = [" ".join(r.split()) for r in uit.stdout.replace("\u00a0", " ").splitlines()]
    assert "15% over € 2.500,00 (tot € 2.500,00) € 375,00" in regels
    assert "10% over € 500,00 (van € 2.500,00 tot € 5.000,00) € 50,00" in regels
    assert "art. 2 lid 1 en 2 Besluit vergoeding voor buitengerechtelijke incassokosten" in regels
    assert "Btw 21% € 89,25" in regels
    assert "Te vorderen € 514,25" in regels
    assert "Peildatum 21 november 2026" in regels
    assert "\x1b" not in uit.stdout


@pytest.mark.parametrize(
    ("argumenten", "totaal"),
    [
        (["1250"], "187.50"),
        (["€ 1.000,00", "250,00"], "187.50"),
        (["1250", "--zakelijk"], "187.50"),
        (["100", "--btw"], "48.40"),
        (["100", "--btw", "--peildatum", "2012-08-01"], "47.60"),
        (["100", "--termijnbetaling"], "40.00"),
        (["100", "--termijnbetaling", "--eerder-aangemaand", "1"], "20.00"),
        (["100", "--termijnbetaling", "--eerder-aangemaand", "5"], "20.00"),
        (["100", "--termijnbetaling", "--eerder-aangemaand", "6"], "0.00"),
    ],
)
def test_kort_is_one_number_for_a_shell_variable(
    wiktool: Any, argumenten: list[str], totaal: str
) -> None:
    uit = wiktool("bereken", *(P if "--peildatum" not in argumenten else ()), *argumenten, "--kort")
    assert (uit.code, uit.stdout) == (0, f"{totaal}\n")


def test_csv(wiktool: Any) -> None:
    uit = wiktool("bereken", "1000", "250", "--formaat", "csv", *P)
    assert uit.stdout == (
        "invoer;hoofdsom;kosten;btw;totaal;fout\n1000 250;1250.00;187.50;0.00;187.50;\n"
    )


def test_jsonl_is_one_line(wiktool: Any) -> None:
    uit = wiktool("bereken", "1250", "--formaat", "jsonl", *P)
    assert uit.stdout.count("\n") == 1
    assert json.loads(uit.stdout)["kosten"] == "187.50"


INVOER = "1250\n1.250\n€ 40,-\n\n-3\n0\n;x\n"


def test_stdin_answers_every_line_in_order(wiktool: Any) -> None:
    uit = wiktool("bereken", "-", *P, stdin=INVOER)
    assert uit.code == 1
    assert uit.stdout.splitlines() == [
        "invoer;hoofdsom;kosten;btw;totaal;fout",
        "1250;1250.00;187.50;0.00;187.50;",
        "1.250;;;;;«1.250» is dubbelzinnig: 1250,00 of 1,25?",
        "€ 40,-;40.00;40.00;0.00;40.00;",
        ";;;;;«» is leeg, er staat geen bedrag",
        "-3;;;;;«-3» is negatief",
        "0;;;;;«0» is nul: er is geen vordering",
        '";x";;;;;«;x» is geen bedrag'.replace("«;x» is geen bedrag", '"«;x» is geen bedrag"'),
    ]


def test_stdin_as_jsonl(wiktool: Any) -> None:
    uit = wiktool("bereken", "-", "--formaat", "jsonl", "--btw", *P, stdin="100\nx\n")
    eerste, tweede = map(json.loads, uit.stdout.splitlines())
    assert eerste["totaal"] == "48.40"
    assert tweede["fout"] == "«x» is geen bedrag"
    assert uit.code == 1


def test_stdin_kort_keeps_results_and_errors_apart(wiktool: Any) -> None:
    uit = wiktool("bereken", "-", "--kort", *P, stdin="100\nx\n300\n")
    assert uit.stdout == "40.00\n\n45.00\n"
    assert uit.stderr == "wiktool: fout: «x» is geen bedrag\n"
    assert uit.code == 1


@pytest.mark.parametrize(
    ("stdin", "rijen", "code"),
    [
        ("\ufeff100\n".encode(), ["100;100.00;40.00;0.00;40.00;"], 0),
        ("€ 5,-\n".encode("cp1252"), ["€ 5,-;5.00;40.00;0.00;40.00;"], 0),
        (
            b"100\n\xe9\x81\n300\n",
            [
                "100;100.00;40.00;0.00;40.00;",
                "é\ufffd;;;;;«é\ufffd» is geen bedrag",
                "300;300.00;45.00;0.00;45.00;",
            ],
            1,
        ),
    ],
    ids=["byte order mark", "cp1252", "binary"],
)
def test_stdin_as_an_export_writes_it(
    wiktool: Any, stdin: bytes, rijen: list[str], code: int
) -> None:
    """One strange byte ended the run, and with it the rows after it."""
    uit = wiktool("bereken", "-", *P, stdin=stdin)
    assert (uit.code, uit.stdout.splitlines()[1:], uit.stderr) == (code, rijen, "")


def test_stdin_without_errors_is_exit_0(wiktool: Any) -> None:
    assert wiktool("bereken", "-", *P, stdin="100\n").code == 0
    assert wiktool("bereken", "-", *P, stdin="").code == 0


@pytest.mark.parametrize(
    ("gevraagd", "code", "oordeel", "verschil"),
    [
        ("187,50", 0, "gelijk", "0.00"),
        ("187,51", 1, "te_hoog", "0.01"),
        ("187,49", 1, "te_laag", "0.01"),
    ],
)
def test_vergelijk(wiktool: Any, gevraagd: str, code: int, oordeel: str, verschil: str) -> None:
    uit = wiktool("bereken", "1250", "--vergelijk", gevraagd, "--formaat", "json", *P)
    assert uit.code == code
    vergelijking = json.loads(uit.stdout)["vergelijking"]
    assert (vergelijking["oordeel"], vergelijking["verschil"]) == (oordeel, verschil)
    tekst = wiktool("bereken", "1250", "--vergelijk", gevraagd, *P)
    assert tekst.code == code
    assert ("te hoog" in tekst.stdout) == (oordeel == "te_hoog")
    assert ("te laag" in tekst.stdout) == (oordeel == "te_laag")


@pytest.mark.parametrize(
    ("argumenten", "code", "stderr"),
    [
        (
            ["1.250"],
            2,
            (
                "wiktool: fout: «1.250» is dubbelzinnig: 1250,00 of 1,25?\n"
                "  doe: schrijf 1250 of 1,25\n"
            ),
        ),
        (["-5"], 2, "«-5» is negatief"),
        (["--", "-5"], 2, "«-5» is negatief"),
        (["0"], 2, "«0» is nul"),
        ([], 2, "HOOFDSOM... ontbreekt"),
        (["10", "--formaat", "xml"], 2, "kies tekst, json, csv, jsonl"),
        (["10", "--formaat", "sarif"], 2, "«sarif» past niet bij --formaat"),
        (["10", "--peildatum", "20261121"], 2, "--peildatum: «20261121» is geen datum"),
        (["10", "--eerder-aangemaand", "1"], 2, "voeg --termijnbetaling toe"),
        (["10", "--termijnbetaling", "--eerder-aangemaand", "x"], 2, "«x» is geen aantal"),
        (["10", "--verglijk", "3"], 2, "bedoelt u --vergelijk?"),
        (["10", "--peildatum"], 2, "optie --peildatum vraagt om een waarde"),
        (["10", "--kort", "--formaat", "json"], 2, "--kort geeft alleen het totaal"),
        (["10", "--kort", "--vergelijk", "40"], 2, "--kort geeft alleen het totaal"),
        (["-", "--kort", "--formaat", "csv"], 2, "--kort geeft alleen het totaal"),
        (["10", "--vergelijk", "-"], 2, "--vergelijk: «-» is geen bedrag"),
        (["10", "--kort=ja"], 2, "optie --kort neemt geen waarde"),
        (["-", "10"], 2, "gaat niet samen"),
        (["-", "--formaat", "json"], 2, "kies --formaat csv of jsonl"),
        (["10", "--vergelijk", "x"], 2, "--vergelijk: «x» is geen bedrag"),
        (["10", "--vergelijk", "3", "--formaat", "csv"], 2, "--vergelijk kent tekst en json"),
        (["10", "--peildatum", "2012-06-30"], 3, "Rapport Voorwerk II"),
        (["10", "--verzuimdatum", "2012-06-30"], 3, "1 juli 2012"),
    ],
)
def test_errors(wiktool: Any, argumenten: list[str], code: int, stderr: str) -> None:
    uit = wiktool("bereken", *argumenten)
    assert uit.code == code
    assert stderr in uit.stderr
    assert uit.stdout == ""
    assert uit.stderr.startswith("wiktool: fout: ")


def test_an_instalment_in_default_before_the_decree_is_refused(wiktool: Any) -> None:
    opties = ("--termijnbetaling", "--eerder-aangemaand", "1", "--verzuimdatum", "2012-06-30")
    uit = wiktool("bereken", "50", *opties)
    assert (uit.code, uit.stdout) == (3, "")
    assert "1 juli 2012" in uit.stderr
