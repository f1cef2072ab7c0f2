"""PDF/A-2a and PDF/UA-1, by a validator that knows the rules of both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.brieven.hulp import BRIEVEN, SOMMATIE, WIK, voorbeeldbrief

from wiktool.brieven.huisstijl import Huisstijl
from wiktool.kern.begrippen import Briefsoort, Taal, Toon
from wiktool.taken.formaten import Formaat, maak_op

if TYPE_CHECKING:
    from collections.abc import Iterable

page = pytest.importorskip("page", reason="page-validation is not installed")
NORMEN = ("2a", "ua1")


def overtredingen(pdf: bytes, norm: str) -> list[str]:
    """What the validator holds against a file, but for the one thing it cannot see.

    It finds the end of a stream by looking for the line end before ``endstream``; where compressed
    data itself ends in a carriage return, it takes that for half of the line end.
    """
    rapport = page.validate_pdf_bytes(pdf, profile=norm)
    eindigt_op_cr = b"\r\nendstream" in pdf
    return [
        f"{fout.rule_id}: {fout.message}"
        for fout in rapport.failures
        if not (eindigt_op_cr and fout.rule_id == "PDFA2A-STREAM-LENGTH-001")
    ]


def brieven() -> Iterable[tuple[str, Briefsoort, Taal, Toon]]:
    for nummer, (naam, soort) in enumerate(BRIEVEN):
        yield naam, soort, tuple(Taal)[nummer % 2], tuple(Toon)[nummer % 3]


@pytest.mark.parametrize(("naam", "soort", "taal", "toon"), list(brieven()))
def test_every_letter_keeps_to_both_standards(
    naam: str, soort: Briefsoort, taal: Taal, toon: Toon
) -> None:
    pdf = maak_op(voorbeeldbrief(naam, soort, toon, taal).brief, Formaat.PDF)
    assert [overtredingen(pdf, norm) for norm in NORMEN] == [[], []]


@pytest.mark.parametrize("soort", Briefsoort)
def test_with_a_logo_and_the_window_drawn(soort: Briefsoort, logo: bytes) -> None:
    stijl = Huisstijl(logo=logo, overlay=True, venster="c5-rechts", kleur="#aa0000")
    pdf = maak_op(voorbeeldbrief("btw", soort).brief, Formaat.PDF, stijl)
    assert [overtredingen(pdf, norm) for norm in NORMEN] == [[], []]


def test_the_validator_is_awake() -> None:
    """Without its language or its tags the same letter is refused."""
    pdf = maak_op(voorbeeldbrief("btw", WIK).brief, Formaat.PDF)
    stuk = pdf.replace(b"/Lang(nl)", b"/Lung(nl)")
    assert stuk != pdf
    assert overtredingen(stuk, "ua1")
    ongetagd = pdf.replace(b"/StructTreeRoot", b"/StructTreeRood")
    assert overtredingen(ongetagd, "2a")


@pytest.mark.parametrize("taal", Taal)
def test_every_table_has_a_heading_for_each_column(taal: Taal) -> None:
    """PDF/UA-1, 7.5 (Matterhorn 15): a screen reader says which amount it reads."""
    pdf = maak_op(voorbeeldbrief("btw", SOMMATIE, taal=taal).brief, Formaat.PDF)
    tabellen = len(re.findall(rb"/S/Table\b", pdf))
    koppen = len(re.findall(rb"/S/TH\b", pdf))
    assert (tabellen, koppen) == (2, 6 + 2)
    assert len(re.findall(rb"/Scope/Column", pdf)) == koppen
