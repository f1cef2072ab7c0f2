"""Pages of the pdf: one page is set without counting and looks the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.brieven.hulp import BRIEVEN, HERINNERING, SOMMATIE, WIK, voorbeeldbrief

from wiktool.brieven import opmaak_pdf
from wiktool.brieven.huisstijl import Huisstijl
from wiktool.kern.begrippen import Briefsoort, Taal, Toon

if TYPE_CHECKING:
    from datetime import datetime

    from wiktool.brieven.model import Brief

pdfium = pytest.importorskip("pypdfium2")


def bladen(pdf: bytes) -> list[tuple[str, bytes]]:
    """The text of every page, and its picture."""
    return [
        (blad.get_textpage().get_text_range(), bytes(blad.render(scale=1.4).buffer))
        for blad in pdfium.PdfDocument(pdf)
    ]


def met_gok(brief: Brief, monkeypatch: pytest.MonkeyPatch, *, een_blad: bool) -> bytes:
    """The letter, taken for one of one page or not."""
    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr(opmaak_pdf, "_KORT", 10**9 if een_blad else 0)
        return opmaak_pdf.als_pdf(brief, Huisstijl())


@pytest.mark.parametrize(("naam", "soort"), [("minimum", WIK), ("btw", HERINNERING)])
@pytest.mark.parametrize("taal", Taal)
def test_one_page_looks_the_same_whether_it_was_counted_or_not(
    naam: str, soort: Briefsoort, taal: Taal, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = voorbeeldbrief(naam, soort, Toon.FORS, taal).brief
    gegokt, geteld = (met_gok(brief, monkeypatch, een_blad=gok) for gok in (True, False))
    assert bladen(gegokt) == bladen(geteld)
    if len(bladen(geteld)) == 1:
        assert len(gegokt) < len(geteld)
    else:
        assert gegokt == geteld


@pytest.mark.parametrize("naam", ["twaalf_facturen", "zestig_facturen"])
def test_more_pages_are_always_counted(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    brief = voorbeeldbrief(naam, SOMMATIE).brief
    gegokt, geteld = (met_gok(brief, monkeypatch, een_blad=gok) for gok in (True, False))
    assert gegokt == geteld
    teksten = [tekst for tekst, _ in bladen(geteld)]
    for nummer, tekst in enumerate(teksten, start=1):
        assert f"Bladzijde {nummer} van {len(teksten)}" in tekst.replace("\xa0", " ")


def test_a_guess_is_mostly_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter that is taken for one page and has more is set twice."""
    keren = []
    zet = opmaak_pdf._Zetter._zet

    def tel(zetter: opmaak_pdf._Zetter, delen: str, moment: datetime) -> bytes:
        keren.append(1)
        return zet(zetter, delen, moment)

    monkeypatch.setattr(opmaak_pdf._Zetter, "_zet", tel)
    for naam, soort in BRIEVEN:
        pdf = opmaak_pdf.als_pdf(voorbeeldbrief(naam, soort).brief, Huisstijl())
        een_blad = opmaak_pdf._EEN_BLAD in pdf[: opmaak_pdf._BEGIN]
        assert een_blad == (len(pdfium.PdfDocument(pdf)) == 1)
    assert len(keren) < 1.1 * len(BRIEVEN)
