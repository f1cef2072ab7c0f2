"""``wiktool brief`` at the command line: files, formats, flags, refusals and exit codes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.brieven.hulp import DATUM, ONDERNEMER, SOMMATIE, maak_dossier, plat
from tests.taken.poortgevallen import POORTGEVALLEN, Poortgeval

from wiktool.invoer.briefbestand import lees_brief
from wiktool.invoer.dossierschrijven import als_json, als_toml
from wiktool.kern.dossier import Briefgegevens

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Uitvoer

    from wiktool.kern.dossier import Dossier

    Wiktool = Callable[..., Uitvoer]

FACTUUR = Path(__file__).parents[2] / "docs" / "voorbeelden" / "factuur.xml"
ZONDER_ANTWOORD = "is niet bekend"
FORMATEN = {
    "docx": b"PK\x03\x04",
    "pdf": b"%PDF-",
    "html": b"<!doctype html>",
    "txt": b"Praktijk De Linde\n",
    "md": b"Praktijk De Linde  \n",
    "eml": b"Subject: ",
}


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without settings, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "instellingen"))
    return tmp_path


def bewaar(dossier: Dossier, naam: str = "dossier.toml") -> str:
    brief = replace(dossier.brief, datum=dossier.brief.datum or DATUM)
    dossier = replace(dossier, brief=brief)
    schrijf = als_json if naam.endswith(".json") else als_toml
    Path(naam).write_text(schrijf(dossier), encoding="utf-8")
    return naam


# --- where the letter goes --------------------------------------------------------------------


def test_without_uit_the_text_goes_to_stdout_and_the_talk_to_stderr(wiktool: Wiktool) -> None:
    uit = wiktool("brief", "wik", bewaar(maak_dossier()))
    assert uit.code == 0
    assert uit.stdout.startswith("Praktijk De Linde\n")
    assert uit.stdout.endswith("KvK 12345678\n")
    assert "verschuldigd vanaf woensdag 9 december 2026" in plat(uit.stderr)
    assert "verschuldigd vanaf" not in uit.stdout


@pytest.mark.parametrize("formaat", FORMATEN)
def test_extension_decides_the_format(wiktool: Wiktool, formaat: str) -> None:
    naam = f"brief.{formaat.upper()}"
    uit = wiktool("brief", "wik", bewaar(maak_dossier()), "--uit", naam)
    assert (uit.code, uit.stdout) == (0, "")
    assert f"geschreven: {naam}" in uit.stderr
    assert Path(naam).read_bytes().startswith(FORMATEN[formaat])
    assert list(Path().glob(".*")) == []


@pytest.mark.parametrize(
    ("opties", "code", "melding"),
    [
        (("--formaat", "txt"), 0, ""),
        (("--formaat", "md", "--uit", "brief.concept"), 0, "geschreven"),
        (("--formaat", "odt"), 2, "«odt»"),
        (("--uit", "brief"), 2, "is geen formaat voor een brief"),
        (("--uit", "brief.odt"), 2, "«.odt» is geen formaat voor een brief"),
        (("--uit", "brief.pdf", "--formaat", "docx"), 2, "spreken elkaar tegen"),
        (("--uit", "weg/brief.txt"), 3, "de map bestaat niet"),
        (("--uit", "."), 2, "is geen formaat"),
        (("--uit", "map.txt"), 3, "dit is een map"),
        (("--uit", "bestaat.txt"), 3, "het bestand bestaat al"),
        (("--uit", "bestaat.txt", "--overschrijf"), 0, "geschreven"),
    ],
)
def test_where_to_and_in_what_format(
    wiktool: Wiktool, opties: tuple[str, ...], code: int, melding: str
) -> None:
    Path("map.txt").mkdir()
    Path("bestaat.txt").write_text("van mij")
    uit = wiktool("brief", "wik", bewaar(maak_dossier()), *opties)
    assert uit.code == code, uit.stderr
    assert melding in uit.stderr
    if code:
        assert uit.stdout == ""
        assert Path("bestaat.txt").read_text() == "van mij"
    else:
        assert (
            Path("bestaat.txt")
            .read_text()
            .startswith("Praktijk" if "--overschrijf" in opties else "van mij")
        )


def test_a_place_that_is_taken_is_refused_before_anything_is_read(wiktool: Wiktool) -> None:
    Path("bestaat.txt").touch()
    uit = wiktool("brief", "wik", "er-is-geen-dossier.toml", "--uit", "bestaat.txt")
    assert uit.code == 3
    assert "het bestand bestaat al" in uit.stderr


# --- what it reads ----------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ["toml", "json"])
def test_dossier_from_file_or_stdin_gives_the_same_letter(wiktool: Wiktool, soort: str) -> None:
    naam = bewaar(maak_dossier(), f"dossier.{soort}")
    uit_bestand = wiktool("brief", "wik", naam)
    inhoud = Path(naam).read_text(encoding="utf-8")
    uit_pijp = wiktool("brief", "wik", "-", stdin=inhoud)
    assert (uit_bestand.code, uit_pijp.code) == (0, 0)
    assert uit_bestand.stdout == uit_pijp.stdout


def test_invoice_from_stdin(wiktool: Wiktool) -> None:
    factuur = FACTUUR.read_text(encoding="utf-8")
    uit = wiktool("brief", "wik", "-", "--fatale-termijn", "--datum", "2026-11-20", stdin=factuur)
    assert uit.code == 0
    assert "€ 1.210,00" in plat(uit.stdout)
    assert "€ 181,50" in plat(uit.stdout)
    assert "let op: Of J. Jansen een consument is, staat er niet" in uit.stderr


KVK = '<cbc:CompanyID schemeID="0106">87654321</cbc:CompanyID></cac:PartyLegalEntity>'
BTW = """<cac:PartyTaxScheme><cbc:CompanyID>NL001234567B01</cbc:CompanyID>
<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity>"""


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [("</cac:PartyLegalEntity>", KVK), ("<cac:PartyLegalEntity>", BTW)],
    ids=["kvk", "btw"],
)
def test_business_number_of_the_buyer_is_a_hint_and_no_proof(
    wiktool: Wiktool, oud: str, nieuw: str
) -> None:
    """The safe side: a consumer, unless a flag says otherwise."""
    koper = (
        "<cac:PartyLegalEntity><cbc:RegistrationName>J. Jansen</cbc:RegistrationName>"
        "</cac:PartyLegalEntity>"
    )
    factuur = FACTUUR.read_text(encoding="utf-8")
    assert koper in factuur
    factuur = factuur.replace(koper, koper.replace(oud, nieuw))
    Path("factuur.xml").write_text(factuur, encoding="utf-8")
    opties = ("factuur.xml", "--fatale-termijn", "--datum", "2026-11-20")
    uit = wiktool("brief", "wik", *opties)
    assert uit.code == 0, uit.stderr
    assert "KvK- of btw-nummer" in uit.stderr
    zakelijk = wiktool("brief", "wik", *opties, "--hoedanigheid", "rechtspersoon")
    assert zakelijk.code == 1
    assert "geen consument" in zakelijk.stderr


@pytest.mark.parametrize(
    ("naam", "inhoud", "code", "melding"),
    [
        ("er-is-niets.toml", None, 3, "bestand niet gevonden"),
        ("leeg.toml", "", 3, "leeg"),
        ("brief.docx", "x", 3, "geen soort dossier"),
        ("krom.toml", "a = = b", 3, "krom.toml"),
        ("krom.json", "{", 3, "krom.json"),
        ("krom.xml", "<a>", 3, "krom.xml"),
        ("kort.toml", "[schuldeiser]", 3, "schuldenaar"),
    ],
)
def test_unreadable_dossier(
    wiktool: Wiktool, naam: str, inhoud: str | None, code: int, melding: str
) -> None:
    if inhoud is not None:
        Path(naam).write_text(inhoud)
    uit = wiktool("brief", "wik", naam, "--uit", "brief.txt")
    assert uit.code == code
    assert melding in uit.stderr
    assert not Path("brief.txt").exists()


def test_missing_fields_are_named_all_at_once_when_nobody_can_be_asked(wiktool: Wiktool) -> None:
    zonder = maak_dossier(schuldeiser={"iban": ""}, vordering={"fatale_termijn": None})
    uit = wiktool("brief", "wik", bewaar(zonder))
    assert uit.code == 3
    for gebrek in ("schuldeiser.iban ontbreekt", "vorderingen[1].fatale_termijn ontbreekt"):
        assert gebrek in uit.stderr
    leeg = wiktool("brief", "wik", "-", stdin='[schuldenaar]\nplaats = "Utrecht"\n')
    assert leeg.code == 3
    for veld in ("schuldeiser", "schuldenaar.naam", "vorderingen"):
        assert veld in leeg.stderr


def test_invalid_iban_is_refused_with_its_place(wiktool: Wiktool) -> None:
    dossier = maak_dossier(schuldeiser={"iban": "NL91ABNA0417164301"})
    uit = wiktool("brief", "wik", bewaar(dossier), "--uit", "brief.pdf")
    assert uit.code == 3
    assert "schuldeiser.iban" in uit.stderr
    assert "NL91ABNA0417164301" in uit.stderr.replace(" ", "")
    assert not Path("brief.pdf").exists()


# --- wrong use --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "argumenten",
    [
        (),
        ("aanmaning", "dossier.toml"),
        ("wik",),
        ("wik", "dossier.toml", "--toon", "boos"),
        ("wik", "dossier.toml", "--taal", "de"),
        ("wik", "dossier.toml", "--bezorging", "duif"),
        ("wik", "dossier.toml", "--hoedanigheid", "particulier"),
        ("wik", "dossier.toml", "--datum", "11/20/2026"),
        ("wik", "dossier.toml", "--datum", "2026-02-30"),
        ("wik", "dossier.toml", "--venster", "c9"),
        ("wik", "dossier.toml", "nog-een.toml"),
        ("wik", "dossier.toml", "--kleur", "rood"),
        ("wik", "dossier.toml", "--sjabloon", "eigen.docx", "--formaat", "txt"),
    ],
)
def test_wrong_use(wiktool: Wiktool, argumenten: tuple[str, ...]) -> None:
    bewaar(maak_dossier())
    uit = wiktool("brief", *argumenten)
    assert uit.code == 2, uit.stderr
    assert uit.stdout == ""
    assert "Traceback" not in uit.stderr
    assert uit.stderr.startswith("wiktool: fout:")


def test_a_wrong_choice_names_the_right_ones(wiktool: Wiktool) -> None:
    uit = wiktool("brief", "aanmaning", bewaar(maak_dossier()))
    for soort in ("«aanmaning»", "herinnering", "ingebrekestelling", "wik", "sommatie"):
        assert soort in uit.stderr


# --- flags ------------------------------------------------------------------------------------


def test_flags_win_over_the_dossier(wiktool: Wiktool) -> None:
    brief = Briefgegevens(datum=date(2026, 11, 1), kenmerk="D-1")
    naam = bewaar(maak_dossier(brief=brief))
    zonder = wiktool("brief", "herinnering", naam)
    met = wiktool(
        "brief", "herinnering", naam, "--datum", "20-11-2026", "--toon", "fors", "--taal", "en"
    )
    assert "Datum: 1 november 2026" in plat(zonder.stdout)
    assert "Date: 20 November 2026" in plat(met.stdout)
    assert "Urgent reminder" in met.stdout


def test_the_day_is_today_when_nobody_says(
    wiktool: Wiktool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Vandaag(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return DATUM

    Path("dossier.toml").write_text(als_toml(maak_dossier()), encoding="utf-8")
    monkeypatch.setattr("wiktool.cli.opties.date", Vandaag)
    uit = wiktool("brief", "herinnering", "dossier.toml")
    assert uit.code == 0
    assert "Datum: 20 november 2026" in plat(uit.stdout)


@pytest.mark.parametrize(
    ("vlag", "code"), [("--fatale-termijn", 0), ("--geen-fatale-termijn", 1), (None, 1)]
)
def test_the_flag_answers_the_question_of_the_term(
    wiktool: Wiktool, vlag: str | None, code: int
) -> None:
    naam = bewaar(maak_dossier(vordering={"fatale_termijn": None}))
    uit = wiktool("brief", "wik", naam, *([vlag] if vlag else []))
    assert uit.code == code
    assert (ZONDER_ANTWOORD in uit.stderr) is bool(code)


def test_the_flag_for_no_agreed_term_wins_over_the_dossier(wiktool: Wiktool) -> None:
    uit = wiktool("brief", "wik", bewaar(maak_dossier()), "--geen-fatale-termijn")
    assert uit.code == 1


@pytest.mark.parametrize(
    ("hoedanigheid", "code"),
    [("consument", 0), ("ondernemer", 1), ("rechtspersoon", 1), ("overheid", 1)],
)
def test_the_flag_for_the_debtor_wins(wiktool: Wiktool, hoedanigheid: str, code: int) -> None:
    dossier = maak_dossier(schuldenaar={"hoedanigheid": ONDERNEMER})
    uit = wiktool("brief", "wik", bewaar(dossier), "--hoedanigheid", hoedanigheid)
    assert uit.code == code


def test_delivery_decides_term_and_first_day_of_the_fee(wiktool: Wiktool) -> None:
    uit = wiktool("brief", "wik", bewaar(maak_dossier()), "--bezorging", "email")
    assert "door u is ontvangen" in uit.stdout.replace("\n", " ")
    assert "verschuldigd vanaf zaterdag 5 december 2026" in plat(uit.stderr)


# --- refusals ---------------------------------------------------------------------------------


@pytest.mark.parametrize("geval", POORTGEVALLEN, ids=str)
def test_refusal_writes_nothing_and_says_why(wiktool: Wiktool, geval: Poortgeval) -> None:
    naam = bewaar(geval.dossier)
    opties = ("--datum", geval.datum.isoformat(), "--uit", "brief.txt")
    uit = wiktool("brief", geval.soort.value, naam, *opties)
    assert (uit.code, uit.stdout) == (1, "")
    assert uit.stderr.startswith("wiktool: geweigerd: ")
    assert f"  bron: {geval.artikel}\n" in uit.stderr
    assert geval.doe in uit.stderr
    assert not Path("brief.txt").exists()
    assert [pad.name for pad in Path().iterdir()] == [naam]


@pytest.mark.parametrize("geval", POORTGEVALLEN, ids=str)
def test_toch_writes_and_prints_the_check_of_the_letter(
    wiktool: Wiktool, geval: Poortgeval
) -> None:
    naam = bewaar(geval.dossier)
    opties = ("--datum", geval.datum.isoformat(), "--uit", "brief.txt", "--toch")
    uit = wiktool("brief", geval.soort.value, naam, *opties)
    assert uit.code == 0, uit.stderr
    assert "toch gemaakt, hoewel: " in uit.stderr
    assert f"({geval.artikel})" in uit.stderr
    assert "controle van deze brief: " in uit.stderr
    assert "verschuldigd vanaf" not in uit.stderr  # H7: it has no effect
    assert lees_brief("brief.txt").alineas


def test_toch_shows_what_is_wrong_with_the_letter(wiktool: Wiktool) -> None:
    """D10: the check of the letter itself, not only the gate."""
    naam = bewaar(maak_dossier())
    uit = wiktool("brief", "wik", naam, "--datum", "2026-08-31", "--toch")
    assert uit.code == 0
    assert "WIK301" in uit.stderr
    assert "Geachte J. Jansen," in uit.stdout


@pytest.mark.parametrize("soort", ["wik", SOMMATIE.value])
def test_nothing_owed_is_not_possible_even_with_toch(wiktool: Wiktool, soort: str) -> None:
    from wiktool.kern.dossier import Betaling

    alles = Betaling(datum=date(2026, 9, 1), bedrag=Decimal("1210.00"))
    naam = bewaar(maak_dossier(betalingen=(alles,)))
    uit = wiktool("brief", soort, naam, "--toch")
    assert uit.code == 3
    assert "niets open" in uit.stderr
