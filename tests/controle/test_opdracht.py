"""``wiktool controleer``, ``uitleg`` and ``regels`` as the command-line contract has them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.controle.hulp import HIER, brieven

if TYPE_CHECKING:
    from collections.abc import Callable

GOED = next(g.tekst for g in brieven() if g.naam == "01-tandarts-goed")
FOUT = next(g.tekst for g in brieven() if g.naam == "06-webshop-dagtekening")
OPEN = next(g.tekst for g in brieven() if g.naam == "26-huisarts-14-dagen-na-ontvangst")
DOSSIER = Path(__file__).parents[2] / "docs" / "voorbeelden" / "dossiers" / "minimum.toml"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A folder with a right, a wrong and a disputed letter, and things that are no letters."""
    (tmp_path / "a.txt").write_text(GOED, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FOUT, encoding="utf-8")
    (tmp_path / "onder").mkdir()
    (tmp_path / "onder" / "c.md").write_text(OPEN, encoding="utf-8")
    (tmp_path / "~$slot.docx").write_bytes(b"slot")
    (tmp_path / ".verborgen.txt").write_text(FOUT, encoding="utf-8")
    (tmp_path / "rekening.xlsx").write_bytes(b"geen brief")
    return tmp_path


@pytest.mark.parametrize(("tekst", "code"), [(GOED, 0), (FOUT, 1), (OPEN, 4)])
def test_the_exit_code_is_the_verdict(wiktool: Callable, tekst: str, code: int) -> None:
    assert wiktool("controleer", "-", stdin=tekst).code == code


def test_a_finding_shows_passage_carets_requirement_proposal_and_source(wiktool: Callable) -> None:
    uit = wiktool("controleer", "-", stdin=FOUT).stdout
    regels = uit.splitlines()
    citaat = next(i for i, regel in enumerate(regels) if regel.startswith("    | "))
    plek = regels[citaat].index("binnen 14 dagen na dagtekening")
    assert regels[citaat + 1][plek:] == "^" * len("binnen 14 dagen na dagtekening")
    assert "fout WIK203 termijn-vanaf-dagtekening, regel 19" in uit
    for woord in ("vereist:", "voorstel:", "bron: HR 25 november 2016"):
        assert woord in uit
    assert uit.endswith("1 brief nagekeken: 1 voldoet niet\n")


def test_a_folder_is_read_in_order_without_what_is_no_letter(wiktool: Callable, map_: Path) -> None:
    uit = wiktool("controleer", str(map_))
    namen = [
        regel.partition(": ")[0]
        for regel in uit.stdout.splitlines()
        if ".txt:" in regel or ".md:" in regel
    ]
    assert namen == [str(map_ / deel) for deel in ("a.txt", "b.txt", "onder/c.md")]
    assert uit.code == 1
    assert uit.stdout.endswith("3 brieven nagekeken: 1 voldoet, 1 voldoet niet, 1 zelf nakijken\n")


def test_a_pattern_that_the_shell_left_alone_is_expanded(wiktool: Callable, map_: Path) -> None:
    uit = wiktool("controleer", str(map_ / "*.txt"), "--formaat", "json")
    bestanden = json.loads(uit.stdout)["bestanden"]
    assert [Path(b["bestand"]).name for b in bestanden] == ["a.txt", "b.txt"]


def test_files_keep_the_order_they_were_given_in_and_are_read_once(
    wiktool: Callable, map_: Path
) -> None:
    b, a = str(map_ / "b.txt"), str(map_ / "a.txt")
    uit = wiktool("controleer", b, a, b, "--formaat", "json")
    assert [deel["bestand"] for deel in json.loads(uit.stdout)["bestanden"]] == [b, a]


@pytest.mark.parametrize(
    ("namen", "code"),
    [
        (("a.txt", "weg.docx"), 3),
        (("b.txt", "weg.docx"), 3),
        (("a.txt", "b.txt", "onder/c.md"), 1),
        (("a.txt", "onder/c.md"), 4),
        (("leeg",), 3),
    ],
)
def test_the_heaviest_outcome_decides(
    wiktool: Callable, map_: Path, namen: tuple[str, ...], code: int
) -> None:
    (map_ / "leeg").mkdir()
    assert wiktool("controleer", *(str(map_ / naam) for naam in namen)).code == code


def test_a_file_that_cannot_be_read_does_not_stop_the_rest(wiktool: Callable, map_: Path) -> None:
    (map_ / "aa.docx").write_bytes(b"geen zip")
    uit = wiktool("controleer", str(map_ / "aa.docx"), str(map_ / "a.txt"))
    assert "aa.docx" in uit.stderr
    assert "wiktool: fout:" in uit.stderr
    assert uit.stdout.endswith("2 brieven nagekeken: 1 voldoet, 1 niet te lezen\n")
    als_json = json.loads(wiktool("controleer", str(map_ / "aa.docx"), "--formaat", "json").stdout)
    assert als_json["bestanden"][0]["fout"]["melding"]


def test_an_empty_folder_and_a_pattern_without_files_are_errors(
    wiktool: Callable, tmp_path: Path
) -> None:
    for naam in (tmp_path, tmp_path / "*.docx"):
        uit = wiktool("controleer", str(naam))
        assert (uit.code, "Traceback" in uit.stderr) == (3, False)


def test_json_holds_what_the_contract_promises(wiktool: Callable) -> None:
    uit = json.loads(
        wiktool(
            "controleer", "-", "--formaat", "json", "--peildatum", "2026-11-21", stdin=FOUT
        ).stdout
    )
    assert uit["schema"] == "wiktool/controle/1"
    bestand = uit["bestanden"][0]
    assert (bestand["bestand"], bestand["soort"], bestand["oordeel"]) == (
        "-",
        "wik",
        "voldoet_niet",
    )
    assert bestand["gelezen"] == {
        "briefdatum": "2026-11-21",
        "hoofdsom": "129.95",
        "kosten": "40.00",
        "btw": None,
        "termijn": {
            "tekst": "binnen 14 dagen na dagtekening",
            "dagen": 14,
            "vanaf": "dagtekening",
            "datum": None,
        },
    }
    bevinding = bestand["bevindingen"][0]
    assert (bevinding["code"], bevinding["ernst"]) == ("WIK203", "fout")
    assert bevinding["plaats"] == {"alinea": 7, "regel": 19, "bladzijde": None}
    assert bevinding["bronnen"][0]["url"].startswith("https://")
    assert "WIK206" in bestand["getoetst"]


@pytest.mark.parametrize(
    ("opties", "fouten"),
    [
        (("--kies", "WIK1"), []),
        (("--kies", "WIK203"), ["WIK203"]),
        (("--negeer", "WIK203"), []),
        (("--kies", "wik2,WIK401", "--negeer", "WIK203"), []),
    ],
)
def test_rules_are_chosen_and_left_out(
    wiktool: Callable, opties: tuple[str, ...], fouten: list[str]
) -> None:
    uit = wiktool("controleer", "-", *opties, "--formaat", "json", stdin=FOUT)
    bestand = json.loads(uit.stdout)["bestanden"][0]
    assert [b["code"] for b in bestand["bevindingen"] if b["ernst"] == "fout"] == fouten
    assert uit.code == (1 if fouten else 0)
    assert "niet-alles-getoetst" in [k["code"] for k in bestand["kanttekeningen"]]


def test_weight_hides_the_lighter_findings_and_not_the_verdict(wiktool: Callable) -> None:
    zonder = FOUT.replace("NL91 ABNA 0417 1643 00", "onze rekening").replace(
        "reeds betaald", "post"
    )

    def codes(ernst: str) -> list[str]:
        uit = wiktool("controleer", "-", "--ernst", ernst, "--formaat", "json", stdin=zonder)
        assert uit.code == 1
        return [b["code"] for b in json.loads(uit.stdout)["bestanden"][0]["bevindingen"]]

    assert codes("fout") == ["WIK203"]
    assert codes("waarschuwing") == ["WIK203", "WIK401"]
    assert codes("advies") == ["WIK203", "WIK401", "WIK402"]


def test_flags_make_a_letter_judgeable(wiktool: Callable) -> None:
    ruim = next(g.tekst for g in brieven() if g.naam == "30-vaste-datum-ruim-verzonden")
    assert wiktool("controleer", "-", stdin=ruim).code == 4
    assert wiktool("controleer", "-", "--verzonden", "24-11-2026", stdin=ruim).code == 0
    assert wiktool("controleer", "-", "--verzonden", "2026-12-10", stdin=ruim).code == 1
    onbekend = next(g.tekst for g in brieven() if g.naam == "31-hoofdsom-onbekend")
    assert wiktool("controleer", "-", "--hoofdsom", "85", stdin=onbekend).code == 0
    assert (
        wiktool(
            "controleer", "-", "--hoofdsom", "1.000,00", "--kies", "WIK103", stdin=onbekend
        ).code
        == 0
    )


def test_the_kind_can_be_overruled(wiktool: Callable) -> None:
    herinnering = next(g.tekst for g in brieven() if g.naam == "33-herinnering")
    uit = wiktool("controleer", "-", stdin=herinnering)
    assert (uit.code, "opent de weg naar incassokosten" in " ".join(uit.stdout.split())) == (
        0,
        True,
    )
    assert wiktool("controleer", "-", "--soort", "wik", stdin=herinnering).code == 1


def test_a_business_debtor_has_no_fourteen_day_letter(wiktool: Callable) -> None:
    uit = wiktool(
        "controleer", "-", "--hoedanigheid", "rechtspersoon", "--formaat", "json", stdin=FOUT
    )
    bestand = json.loads(uit.stdout)["bestanden"][0]
    assert (uit.code, bestand["soort"]) == (0, "sommatie")
    assert "geen-consument" in [k["code"] for k in bestand["kanttekeningen"]]
    assert "WIK203" not in bestand["getoetst"]


def test_with_a_dossier_the_letter_is_compared_with_it(wiktool: Callable, tmp_path: Path) -> None:
    brief = tmp_path / "brief.txt"
    assert wiktool("brief", "wik", str(DOSSIER), "--uit", str(brief)).code == 0
    assert wiktool("controleer", str(brief), "--dossier", str(DOSSIER)).code == 0
    ander = tmp_path / "ander.toml"
    shutil.copy(DOSSIER, ander)
    ander.write_text(
        ander.read_text(encoding="utf-8").replace('"75.00"', '"95.00"'), encoding="utf-8"
    )
    uit = wiktool("controleer", str(brief), "--dossier", str(ander))
    assert (uit.code, "WIK110" in uit.stdout) == (1, True)


@pytest.mark.parametrize(
    "opties",
    [
        ("--formaat", "xml"),
        ("--kies", "WIK999"),
        ("--negeer", "ABC"),
        ("--ernst", "betwist"),
        ("--verzonden", "21/11/2026"),
        ("--hoofdsom", "1.250"),
        ("--hoofdsom", "0"),
        ("--soort", "brief"),
        ("--bezorging", "duif"),
        ("--hoedanigheid", "mens"),
        ("--peildatum", "gisteren"),
    ],
)
def test_wrong_use_is_exit_2_with_what_to_do(wiktool: Callable, opties: tuple[str, ...]) -> None:
    uit = wiktool("controleer", "-", *opties, stdin=GOED)
    assert (uit.code, uit.stdout) == (2, "")
    assert "doe:" in uit.stderr


def test_uitleg_gives_rule_reason_examples_and_sources(wiktool: Callable) -> None:
    uit = wiktool("uitleg", "wik203").stdout
    for woord in ("WIK203 termijn-vanaf-dagtekening (fout)", "Waarom", "Fout", "Goed", "Bronnen"):
        assert woord in uit
    assert "ECLI:NL:HR:2016:2704" in uit
    als_json = json.loads(wiktool("uitleg", "WIK203", "--formaat", "json").stdout)
    assert als_json["schema"] == "wiktool/uitleg/1"
    assert [deel["kop"] for deel in als_json["delen"]][:2] == ["Wat wordt gecontroleerd", "Waarom"]
    onbekend = wiktool("uitleg", "WIK999")
    assert (onbekend.code, "wiktool regels" in onbekend.stderr) == (2, True)


def test_regels_lists_every_rule(wiktool: Callable) -> None:
    uit = wiktool("regels").stdout
    als_json = json.loads(wiktool("regels", "--formaat", "json").stdout)
    assert len(als_json["regels"]) == 31
    assert all(regel["code"] in uit and regel["naam"] in uit for regel in als_json["regels"])
    assert wiktool("regels", "--formaat", "csv").code == 2


def test_every_labelled_letter_survives_the_command(wiktool: Callable) -> None:
    uit = wiktool("controleer", str(HIER / "brieven"), "--formaat", "json")
    assert len(json.loads(uit.stdout)["bestanden"]) == len(brieven())
