"""Questions: on a terminal only, for what is missing only; else an error that names it all."""

from __future__ import annotations

import io
import tomllib
from typing import TYPE_CHECKING

import pytest

from wiktool.cli import instellen, vragen
from wiktool.invoer.nummers import lees_iban
from wiktool.kern.fouten import GebruiksFout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Uitvoer

    Wiktool = Callable[..., Uitvoer]

KAPOT = '[schuldeiser]\nkvk = "12"\n'
DOSSIER = """
[schuldeiser]
naam = "De Linde"
[schuldenaar]
naam = "J. Jansen"
[[vorderingen]]
factuurnummer = "17"
factuurdatum = 2026-08-01
vervaldatum = 2026-08-31
bedrag = "100.00"
[brief]
datum = 2026-11-20
"""
HEEL_DOSSIER = (
    "Praktijk De Linde\nDorpsstraat 1\n3511ab\nUtrecht\nNL91 ABNA 0417 1643 00\n"
    "consument\nJ. Jansen\nKerkstraat 2\n1234 AB\nAmsterdam\n"
    "2026-0017\n01-08-2026\n31-08-2026\n1.000,00\nj\nn\n"
)


@pytest.fixture(autouse=True)
def _eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("wiktool.invoer.instellingen.gebruikersmap", lambda: tmp_path / "eigen")


class Scherm(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def aan_het_scherm(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def zet(antwoorden: str) -> None:
        monkeypatch.setattr("sys.stdin", Scherm(antwoorden))
        monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    return zet


# --- one question -----------------------------------------------------------------------------


def test_a_question_is_asked_until_the_answer_can_be_read(
    aan_het_scherm: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    aan_het_scherm("onzin\n\nNL91 ABNA 0417 1643 00\n")
    assert vragen.vraag("IBAN:", lees_iban) == "NL91ABNA0417164300"
    assert capsys.readouterr().err.count("IBAN:") == 3


def test_who_types_wrong_some_times_does_not_lose_what_went_before(
    aan_het_scherm: Callable[[str], None],
) -> None:
    aan_het_scherm("1\n2\n3\n4\nNL91ABNA0417164300\n")
    assert vragen.vraag("IBAN:", lees_iban) == "NL91ABNA0417164300"


def test_wrong_answers_without_end_are_no_answer(aan_het_scherm: Callable[[str], None]) -> None:
    aan_het_scherm("1\n" * vragen.POGINGEN + "NL91ABNA0417164300\n")
    with pytest.raises(GebruiksFout, match="geen bruikbaar antwoord"):
        vragen.vraag("IBAN:", lees_iban)


def test_an_end_of_input_is_no_answer(aan_het_scherm: Callable[[str], None]) -> None:
    aan_het_scherm("")
    with pytest.raises(GebruiksFout, match="hield op"):
        vragen.tekst("Naam:", verplicht=True)


@pytest.mark.parametrize(
    ("antwoord", "uit"), [("j", True), ("NEE", False), ("ja", True), ("", False)]
)
def test_yes_and_no(antwoord: str, uit: bool, aan_het_scherm: Callable[[str], None]) -> None:
    aan_het_scherm(f"{antwoord}\n")
    assert vragen.ja_nee("Zeker?", standaard=False) is uit


def test_a_long_question_is_broken_between_words(
    aan_het_scherm: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    aan_het_scherm("j\n")
    assert vragen.ja_nee(instellen.TERMIJN)
    regels = capsys.readouterr().err.splitlines()
    assert max(map(len, regels)) <= 40
    assert " ".join(" ".join(regels).split()) == f"{instellen.TERMIJN} (j/n)"


# --- brief ------------------------------------------------------------------------------------


def test_without_dossier_everything_is_asked_and_kept(
    wiktool: Wiktool, aan_het_scherm: Callable[[str], None], tmp_path: Path
) -> None:
    aan_het_scherm(HEEL_DOSSIER + "jansen\n")
    uit = wiktool("brief", "wik", "--datum", "2026-11-20", "--uit", "brief.txt")
    assert uit.code == 0, uit.stderr
    brief = " ".join((tmp_path / "brief.txt").read_text().split())
    assert "De incassokosten zijn dan € 150,00." in brief
    assert "bewaard: jansen.toml" in uit.stderr
    again = wiktool("brief", "wik", "jansen.toml", "--datum", "2026-11-20", "--geen-vragen")
    assert again.stdout == (tmp_path / "brief.txt").read_text()


def test_a_claim_that_cannot_be_is_asked_again_at_once(
    wiktool: Wiktool, aan_het_scherm: Callable[[str], None], tmp_path: Path
) -> None:
    """Said at the end, it lost all that was typed; so did the name of a file that was there."""
    (tmp_path / "jansen.toml").write_text("er al")
    dezelfde = "2026-0017\n01-08-2026\n31-08-2026\n50\nj\n"
    te_vroeg = "18\n01-09-2026\n31-08-2026\n50\nj\n"
    goed = "18\n01-08-2026\n31-08-2026\n50\nj\nn\n"
    antwoorden = HEEL_DOSSIER.removesuffix("n\n") + "j\n" + dezelfde + te_vroeg + goed
    aan_het_scherm(antwoorden + "jansen\nanders\n")
    uit = wiktool("brief", "wik", "--datum", "2026-11-20", "--uit", "brief.txt")
    assert uit.code == 0, uit.stderr
    assert "  vorderingen[2].factuurnummer: «2026-0017» staat ook bij" in uit.stderr
    assert "  vorderingen[2].vervaldatum: 31-08-2026 ligt voor factuurdatum" in uit.stderr
    assert uit.stderr.count("Geef deze factuur opnieuw.") == 2
    assert "hoofdsom € 1.050,00" in uit.stderr.replace("\xa0", " ")
    assert "bewaard: anders.toml" in uit.stderr
    assert (tmp_path / "jansen.toml").read_text() == "er al"


def test_what_no_claim_can_mend_ends_the_questions(
    wiktool: Wiktool, aan_het_scherm: Callable[[str], None]
) -> None:
    aan_het_scherm(HEEL_DOSSIER.replace("J. Jansen", "J. \x07Jansen"))
    uit = wiktool("brief", "wik", "--datum", "2026-11-20")
    assert uit.code == 3
    assert "schuldenaar.naam: bevat een teken dat niet in een brief kan" in uit.stderr


def test_only_what_is_missing_is_asked(
    wiktool: Wiktool, aan_het_scherm: Callable[[str], None], tmp_path: Path
) -> None:
    (tmp_path / "d.toml").write_text(DOSSIER)
    aan_het_scherm("NL91ABNA0417164300\nconsument\nj\n")
    uit = wiktool("brief", "wik", "d.toml")
    assert uit.code == 0, uit.stderr
    for vraagtekst in ("Op welke rekening", "Wat is J. Jansen?", "Factuur 17: is 31 augustus 2026"):
        assert vraagtekst in uit.stderr
    assert "Naam:" not in uit.stderr


def test_no_to_the_term_leads_to_the_notice_of_default(
    wiktool: Wiktool, aan_het_scherm: Callable[[str], None], tmp_path: Path
) -> None:
    (tmp_path / "d.toml").write_text(DOSSIER)
    aan_het_scherm("NL91ABNA0417164300\nconsument\nn\n")
    uit = wiktool("brief", "wik", "d.toml")
    assert uit.code == 1
    assert "ingebrekestelling" in uit.stderr


@pytest.mark.parametrize("opties", [(), ("--geen-vragen",)])
def test_in_a_pipe_every_missing_field_is_named(
    wiktool: Wiktool, tmp_path: Path, opties: tuple[str, ...]
) -> None:
    (tmp_path / "d.toml").write_text(DOSSIER)
    uit = wiktool("brief", "wik", "d.toml", *opties)
    assert uit.code == 3
    assert "schuldeiser.iban ontbreekt" in uit.stderr
    assert "vorderingen[1].fatale_termijn ontbreekt" in uit.stderr
    assert not uit.stdout


def test_geen_vragen_is_obeyed_on_a_terminal(
    wiktool: Wiktool, aan_het_scherm: Callable[[str], None]
) -> None:
    aan_het_scherm(HEEL_DOSSIER)
    uit = wiktool("brief", "wik", "--geen-vragen")
    assert uit.code == 2
    assert "DOSSIER ontbreekt" in uit.stderr


# --- instellen --------------------------------------------------------------------------------

ANTWOORDEN = (
    "Praktijk De Linde\nDorpsstraat 1\n3511ab\nUtrecht\n12345678\nNL91ABNA0417164300\n"
    "administratie@delinde.example\n030 123 45 67\n\nj\nn\nj\n"
)


def test_instellen_asks_and_explains_the_vat_position(
    wiktool: Wiktool, aan_het_scherm: Callable[[str], None], tmp_path: Path
) -> None:
    aan_het_scherm(ANTWOORDEN)
    uit = wiktool("instellen")
    assert uit.code == 0, uit.stderr
    bewaard = tomllib.loads((tmp_path / "eigen" / "wiktool.toml").read_text())["schuldeiser"]
    assert bewaard["postcode"] == "3511 AB"
    assert (bewaard["uitbesteed"], bewaard["btw_verrekenbaar"]) == (True, False)
    assert bewaard["fatale_termijn"] is True
    assert "website" not in bewaard
    assert "verhogen de incassokosten met btw" in uit.stderr


def test_who_collects_himself_is_not_asked_of_the_vat_of_another(
    wiktool: Wiktool, aan_het_scherm: Callable[[str], None], tmp_path: Path
) -> None:
    """And who does not know whether his term was agreed, need not guess."""
    aan_het_scherm(ANTWOORDEN.removesuffix("j\nn\nj\n") + "n\n\n")
    uit = wiktool("instellen")
    assert uit.code == 0, uit.stderr
    bewaard = tomllib.loads((tmp_path / "eigen" / "wiktool.toml").read_text())["schuldeiser"]
    assert bewaard["uitbesteed"] is False
    assert {"btw_verrekenbaar", "fatale_termijn"}.isdisjoint(bewaard)
    assert "btw: geen btw over de incassokosten\n" in uit.stderr


def test_instellen_with_options_asks_nothing(wiktool: Wiktool, tmp_path: Path) -> None:
    uit = wiktool("instellen", "--naam", "A & B", "--iban", "nl91abna0417164300", "--hier")
    assert uit.code == 0, uit.stderr
    bewaard = tomllib.loads((tmp_path / "wiktool.toml").read_text())["schuldeiser"]
    assert bewaard == {"naam": "A & B", "iban": "NL91ABNA0417164300"}


def test_instellen_names_all_that_is_missing(wiktool: Wiktool) -> None:
    uit = wiktool("instellen", "--adres", "Laan 1")
    assert uit.code == 2
    assert "--naam, --iban" in uit.stderr


@pytest.mark.parametrize(
    ("optie", "waarde", "woord"),
    [
        ("--iban", "NL91ABNA0417164301", "geen geldig IBAN"),
        ("--kvk", "1234", "acht cijfers"),
        ("--email", "geen", "e-mailadres"),
    ],
)
def test_instellen_checks_what_it_keeps(
    wiktool: Wiktool, optie: str, waarde: str, woord: str, tmp_path: Path
) -> None:
    uit = wiktool("instellen", "--naam", "A", "--iban", "NL91ABNA0417164300", optie, waarde)
    assert uit.code == 2
    assert woord in uit.stderr
    assert not list((tmp_path / "eigen").glob("*.toml"))


def test_instellen_keeps_the_other_sections_and_asks_before_it_replaces(
    wiktool: Wiktool, tmp_path: Path
) -> None:
    (tmp_path / "wiktool.toml").write_text(
        '[schuldeiser]\nnaam = "Oud"\niban = "NL91ABNA0417164300"\nplaats = "Utrecht"\n'
        '[huisstijl]\nkleur = "#0b6e4f"\n'
    )
    geweigerd = wiktool("instellen", "--hier", "--naam", "Nieuw")
    assert geweigerd.code == 3
    uit = wiktool("instellen", "--hier", "--naam", "Nieuw", "--overschrijf")
    assert uit.code == 0, uit.stderr
    bewaard = tomllib.loads((tmp_path / "wiktool.toml").read_text())
    assert bewaard["huisstijl"] == {"kleur": "#0b6e4f"}
    assert bewaard["schuldeiser"]["naam"] == "Nieuw"
    assert bewaard["schuldeiser"]["plaats"] == "Utrecht"


def test_a_settings_file_with_faults_is_not_overwritten(wiktool: Wiktool, tmp_path: Path) -> None:
    (tmp_path / "wiktool.toml").write_text(KAPOT)
    uit = wiktool("instellen", "--hier", "--naam", "A", "--iban", "NL91ABNA0417164300",
                  "--overschrijf")  # fmt: skip
    assert uit.code == 3
    assert (tmp_path / "wiktool.toml").read_text() == KAPOT


# --- sjabloon ---------------------------------------------------------------------------------


def test_sjabloon_from_export_to_letter(wiktool: Wiktool, tmp_path: Path) -> None:
    assert wiktool("sjabloon", "exporteer", "eigen.docx").code == 0
    assert wiktool("sjabloon", "exporteer", "eigen.docx").code == 3
    assert "deugt" in wiktool("sjabloon", "controleer", "eigen.docx").stdout
    (tmp_path / "d.toml").write_text(DOSSIER.replace("[schuldenaar]",
        'iban = "NL91ABNA0417164300"\nfatale_termijn = true\n[schuldenaar]'))  # fmt: skip
    uit = wiktool("brief", "wik", "d.toml", "--sjabloon", "eigen.docx", "--uit", "brief.docx")
    assert uit.code == 0, uit.stderr
    assert wiktool("controleer", "brief.docx", "--verzonden", "2026-11-20").code == 0


def test_sjabloon_says_what_is_wrong(wiktool: Wiktool, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Geachte {{ aanhef }}, betaal {{ te_betalen }}.")
    document.save(str(tmp_path / "slecht.docx"))
    uit = wiktool("sjabloon", "controleer", "slecht.docx")
    assert uit.code == 1
    assert "onbekende naam: aanhef" in uit.stdout
    assert "ontbreekt: iban (op welke rekening)" in uit.stdout
    assert "geen proefbrief" in uit.stdout


def test_sjabloon_shows_lists_and_refuses(wiktool: Wiktool) -> None:
    assert "veertiendagenbrief" in wiktool("sjabloon", "lijst").stdout
    assert "[kern]" in wiktool("sjabloon", "toon", "wik", "--taal", "en").stdout
    assert "te_betalen" in wiktool("sjabloon", "toon", "namen").stdout
    assert wiktool("sjabloon", "toon", "x").code == 2
    assert wiktool("sjabloon", "exporteer", "x.doc").code == 2
    assert wiktool("sjabloon", "controleer", "bestaat_niet.docx").code == 3
    assert "lijst" in wiktool("sjabloon").stdout
