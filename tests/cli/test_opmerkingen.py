"""``wiktool controleer --opmerkingen``: a copy with comments, or one clear refusal and no copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from wiktool.cli.hoofd import BEVINDINGEN, NIET_MOGELIJK, VERKEERD_GEBRUIK


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    pad = tmp_path / "brief.docx"
    document = docx.Document()
    document.add_paragraph("Geachte heer Jansen,")
    document.add_paragraph(
        "Betaal factuur 17 van € 1.210,00 binnen 14 dagen na dagtekening. "
        "Anders betaalt u € 300,00 incassokosten."
    )
    document.save(str(pad))
    return pad


def test_a_copy_with_comments(brief: Path, tmp_path: Path, wiktool: Callable[..., Any]) -> None:
    uit = tmp_path / "uit.docx"
    voor = brief.read_bytes()
    uitvoer = wiktool("controleer", str(brief), "--opmerkingen", str(uit), "--ernst", "fout")
    assert uitvoer.code == BEVINDINGEN
    assert f"geschreven: {uit}" in uitvoer.stderr
    koppen = [c.text.splitlines()[0] for c in docx.Document(str(uit)).comments]
    assert "WIK203 termijn-vanaf-dagtekening (fout)" in koppen
    assert all(kop.endswith(("(fout)", "(zelf nakijken)")) for kop in koppen)
    assert brief.read_bytes() == voor


@pytest.mark.parametrize(
    ("uit", "code", "melding"),
    [
        ("bestaat.docx", NIET_MOGELIJK, "bestaat al"),
        ("weg/uit.docx", NIET_MOGELIJK, "map bestaat niet"),
        ("uit.pdf", VERKEERD_GEBRUIK, "geen naam voor een Word-brief"),
        ("brief.docx", VERKEERD_GEBRUIK, "de brief zelf"),
    ],
)
def test_places_that_are_refused(
    brief: Path, wiktool: Callable[..., Any], uit: str, code: int, melding: str
) -> None:
    (brief.parent / "bestaat.docx").write_text("x")
    uitvoer = wiktool("controleer", str(brief), "--opmerkingen", str(brief.parent / uit))
    assert uitvoer.code == code
    assert melding in uitvoer.stderr
    assert (brief.parent / "bestaat.docx").read_text() == "x"


def test_an_existing_file_is_replaced_when_asked(
    brief: Path, tmp_path: Path, wiktool: Callable[..., Any]
) -> None:
    uit = tmp_path / "uit.docx"
    uit.write_text("x")
    wiktool("controleer", str(brief), "--opmerkingen", str(uit), "--overschrijf")
    assert len(list(docx.Document(str(uit)).comments)) > 0


def test_more_letters_or_no_word_letter(
    brief: Path, tmp_path: Path, wiktool: Callable[..., Any]
) -> None:
    tekst, uit = tmp_path / "brief.txt", tmp_path / "uit.docx"
    tekst.write_text("Betaal binnen veertien dagen.")
    for bestanden, code in (
        ((brief, tekst), VERKEERD_GEBRUIK),
        ((tekst,), NIET_MOGELIJK),
        ((tmp_path / "weg.docx",), NIET_MOGELIJK),
    ):
        uitvoer = wiktool("controleer", *map(str, bestanden), "--opmerkingen", str(uit))
        assert uitvoer.code == code
    assert not uit.exists()
