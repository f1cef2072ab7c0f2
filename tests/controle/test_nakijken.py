"""Finding letters, reading them in order, and going on after one that cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.controle.hulp import brieven

from wiktool.controle.model import Toetsgegevens
from wiktool.kern.fouten import BestandFout
from wiktool.taken import nakijken
from wiktool.taken.nakijken import controleer_brief, kijk_na, vind_brieven

if TYPE_CHECKING:
    from collections.abc import Callable

GOED = next(g.tekst for g in brieven() if g.naam == "01-tandarts-goed")
GEGEVENS = Toetsgegevens(peildatum=date(2026, 12, 20))


@pytest.fixture
def hier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for naam in ("b.txt", "a.TXT", "sub/c.md", "~$b.docx", ".weg.txt", "lijst.csv"):
        pad = tmp_path / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(GOED, encoding="utf-8")
    (tmp_path / "leeg").mkdir()
    (tmp_path / "map.txt").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("namen", "gevonden"),
    [
        (["."], ["a.TXT", "b.txt", "sub/c.md"]),
        (["b.txt", "a.TXT", "b.txt"], ["b.txt", "a.TXT"]),
        (["-", "sub"], ["-", "sub/c.md"]),
        (["*.txt"], ["b.txt"]),
        (["**/*.md"], ["sub/c.md"]),
        (["./b.txt"], ["./b.txt"]),
        (["leeg", "*.odt", "a**b"], ["leeg", "*.odt", "a**b"]),
        (["bestaat-niet.docx"], ["bestaat-niet.docx"]),
    ],
)
def test_letters_are_found_in_order(hier: Path, namen: list[str], gevonden: list[str]) -> None:
    assert list(vind_brieven(namen)) == gevonden


def test_a_letter_in_a_folder_that_cannot_be_read_is_not_passed_over(
    hier: Path, wiktool: Callable
) -> None:
    """Else a folder of Word files, half of them old ones, would seem to be in order."""
    for naam in ("sub/oud.DOC", "sub/tekst.rtf", "sub/mail.msg", "sub/~$oud.doc", "sub/logo.png"):
        (hier / naam).write_bytes(b"{\\rtf1 Geachte heer}")
    assert vind_brieven(["sub"]) == ("sub/c.md", "sub/mail.msg", "sub/oud.DOC", "sub/tekst.rtf")
    uit = wiktool("controleer", "sub")
    assert uit.code == 3
    assert "sub/oud.DOC: dit is een RTF-bestand; dat wordt niet gelezen" in uit.stderr
    assert uit.stdout.endswith("4 brieven nagekeken: 1 voldoet, 3 niet te lezen\n")


def test_a_full_path_may_hold_a_pattern(hier: Path) -> None:
    assert vind_brieven([str(hier / "*" / "*.md")]) == (str(hier / "sub" / "c.md"),)


def test_a_name_with_brackets_is_a_file_first(hier: Path) -> None:
    (hier / "brief[1].txt").write_text(GOED, encoding="utf-8")
    assert vind_brieven(["brief[1].txt"]) == ("brief[1].txt",)
    (uitkomst,) = kijk_na(["brief[1].txt"], GEGEVENS)
    assert uitkomst.toetsing is not None


def test_what_cannot_be_read_keeps_its_place_and_stops_nothing(hier: Path) -> None:
    namen = vind_brieven(["leeg", "b.txt", "*.odt", "weg.docx", "sub"])
    uitkomsten = list(kijk_na(namen, GEGEVENS))
    assert [n.bestand for n in uitkomsten] == ["leeg", "b.txt", "*.odt", "weg.docx", "sub/c.md"]
    assert [n.toetsing is not None for n in uitkomsten] == [False, True, False, False, True]
    fouten = [n.fout for n in uitkomsten if n.fout is not None]
    assert [fout.plaats for fout in fouten] == ["leeg", "*.odt", "weg.docx"]
    assert "geen brieven" in str(fouten[0])
    assert ".docx" in str(fouten[0].doe)
    assert "patroon" in str(fouten[1])


def test_no_more_letters_are_read_ahead_than_a_few(
    hier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gelezen: list[str] = []

    def haal(bestand: str) -> object:
        gelezen.append(bestand)
        raise BestandFout("proef", plaats=bestand)

    monkeypatch.setattr("wiktool.invoer.briefbestand._haal", haal)
    namen = [f"{nummer}.txt" for nummer in range(70)]
    uitkomsten = kijk_na(iter(namen), GEGEVENS)
    assert gelezen == []
    assert next(uitkomsten).bestand == "0.txt"
    assert gelezen == namen[:32]
    assert [uitkomst.bestand for uitkomst in uitkomsten] == namen[1:]


@pytest.mark.parametrize("samen", [1, 3, 32])
@pytest.mark.parametrize("tekens", [0, 5_000, 200_000])
def test_letters_judged_together_are_each_judged_as_alone(
    samen: int, tekens: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nakijken, "_SAMEN", samen)
    monkeypatch.setattr(nakijken, "_TEKENS_SAMEN", tekens)
    monkeypatch.chdir(tmp_path)
    namen = ["weg.txt"]
    for geval in brieven()[:12]:
        Path(f"{geval.naam}.txt").write_text(geval.tekst, encoding="utf-8")
        namen += [f"{geval.naam}.txt", "weg.txt"]
    uitkomsten = list(kijk_na(namen, GEGEVENS))
    assert [uitkomst.bestand for uitkomst in uitkomsten] == namen
    for uitkomst in uitkomsten:
        if uitkomst.bestand == "weg.txt":
            assert uitkomst.fout is not None
        else:
            assert uitkomst.toetsing == controleer_brief(uitkomst.bestand, GEGEVENS)


def test_no_more_text_is_judged_together_than_is_soon_read(
    hier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words take far more room than the text they stand in."""
    stapels: list[int] = []

    def toets_samen(brieven: list[object], *rest: object) -> list[object]:
        stapels.append(len(brieven))
        return [object() for _ in brieven]

    monkeypatch.setattr(nakijken, "toets_samen", toets_samen)
    Path("lang.txt").write_text("Wij verzoeken u te betalen. " * 5_000, encoding="utf-8")
    list(kijk_na(["b.txt", "lang.txt", "b.txt", "lang.txt", "b.txt", *["b.txt"] * 40], GEGEVENS))
    assert stapels == [4, 32, 9]


def test_one_letter_from_python(hier: Path) -> None:
    assert controleer_brief("b.txt", GEGEVENS).oordeel.value == "voldoet"
    with pytest.raises(BestandFout):
        controleer_brief("weg.docx", GEGEVENS)


def test_the_run_says_which_name_stood_for_nothing(hier: Path, wiktool: Callable) -> None:
    uit = wiktool("controleer", "leeg", "b.txt", "*.odt")
    assert uit.code == 3
    assert uit.stderr.index("geen brieven") < uit.stderr.index("patroon")
    assert "b.txt: voldoet" in uit.stdout
    assert uit.stdout.endswith("3 brieven nagekeken: 1 voldoet, 2 niet te lezen\n")
