"""Rows of the table of invoices in the pdf: of a known height, the same as typst measures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.brieven.hulp import VORDERING, maak_dossier, schrijf

from wiktool.brieven import opmaak_pdf
from wiktool.brieven.huisstijl import Huisstijl
from wiktool.kern.begrippen import Briefsoort, Taal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.brieven.model import Brief
    from wiktool.brieven.waarden import Factuurregel

TEKENS = [chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0x100), 0x20AC) if code != 0xAD]
LENGTES = range(1, 40)


def met_facturen(facturen: Sequence[Factuurregel], taal: Taal = Taal.NL) -> Brief:
    brief = schrijf(maak_dossier(), Briefsoort.WIK, taal=taal).brief
    return replace(brief, waarden=replace(brief.waarden, facturen=tuple(facturen)))


def als_gemeten(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The letter as typst makes it when it measures every row."""
    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr(opmaak_pdf, "_past", lambda *_: False)
        return opmaak_pdf.als_pdf(brief, Huisstijl())


def langste(teken: str, punten: int, breedte: int) -> str:
    """As many of a character as are said to fit."""
    passend = [aantal for aantal in LENGTES if opmaak_pdf._past(teken * aantal, punten, breedte)]
    assert passend[-1] < LENGTES[-1]
    return teken * passend[-1]


def test_every_text_that_is_said_to_fit_stays_on_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each character the longest row: were one broken, its measured row would be higher."""
    (regel,) = schrijf(maak_dossier(), Briefsoort.WIK).brief.waarden.facturen
    regels = [
        replace(
            regel,
            nummer=langste(teken, 9, opmaak_pdf._NUMMERKOLOM),
            omschrijving=langste(teken, 8, opmaak_pdf._NUMMERKOLOM),
            betaald=langste(teken, 9, opmaak_pdf._KOLOM),
        )
        for teken in TEKENS
    ]
    assert {opmaak_pdf._regels(regel) for regel in regels} == {2}
    brief = met_facturen(regels)
    assert opmaak_pdf.als_pdf(brief, Huisstijl()) == als_gemeten(brief, monkeypatch)


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize("bedrag", ["0.01", "1210.00", "9999999.99", "99999999.99"])
@pytest.mark.parametrize("omschrijving", ["", "Behandeling in juli", "Verbouwing " * 12])
def test_a_known_height_changes_nothing(
    taal: Taal, bedrag: str, omschrijving: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vordering = replace(VORDERING, bedrag=Decimal(bedrag), omschrijving=omschrijving)
    dossier = maak_dossier(vorderingen=(vordering, replace(vordering, factuurnummer="W" * 30)))
    brief = schrijf(dossier, Briefsoort.WIK, taal=taal).brief
    assert opmaak_pdf.als_pdf(brief, Huisstijl()) == als_gemeten(brief, monkeypatch)


def test_the_total_in_bold_stays_on_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    brief = schrijf(maak_dossier(), Briefsoort.WIK).brief
    for teken in "0.-WM@%m€":
        totaal = langste(teken, opmaak_pdf._VET, opmaak_pdf._KOLOM)
        ander = replace(brief, waarden=replace(brief.waarden, hoofdsom=totaal))
        assert opmaak_pdf.als_pdf(ander, Huisstijl()) == als_gemeten(ander, monkeypatch)


def test_a_row_in_a_script_of_unknown_width_is_measured() -> None:
    (regel,) = schrijf(maak_dossier(), Briefsoort.WIK).brief.waarden.facturen
    assert opmaak_pdf._regels(replace(regel, omschrijving="")) == 1
    assert opmaak_pdf._regels(replace(regel, omschrijving="\u2e3b")) == 0
    assert opmaak_pdf._regels(replace(regel, nummer="Ǆ")) == 0
