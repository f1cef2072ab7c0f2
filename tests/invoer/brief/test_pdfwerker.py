"""The process that opens pdf files, here without the process around it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pypdfium2_raw as pdfium
import pytest

from wiktool.invoer.brief import grenzen, pdfwerker
from wiktool.invoer.brief.pdftaal import LENGTE

MaakPdf = Callable[..., bytes]


@pytest.fixture(autouse=True)
def _pdfium() -> None:
    pdfium.FPDF_InitLibrary()


def teksten(inhoud: bytes) -> list[list[str]]:
    return [[regel[0] for regel in blad["regels"]] for blad in pdfwerker.lees(inhoud)["bladzijden"]]


def test_lines_and_columns(maak_pdf: MaakPdf) -> None:
    brief = maak_pdf(
        [(70, 700, "Som"), (300, 700, "€ 40,00"), (70, 680, "veer-"), (70, 667, "tien")]
    )
    assert teksten(brief) == [["Som", "€ 40,00", "veer\ufffe", "tien"]]


def test_gaps_in_a_file_without_spaces(maak_pdf: MaakPdf) -> None:
    woorden = [(70.0, 700.0, "Betaal"), (106.0, 700.0, "binnen"), (142.0, 700.0, "14")]
    kolom = (300.0, 700.0, "dagen")
    assert teksten(maak_pdf([*woorden, kolom])) == [["Betaal binnen 14", "dagen"]]


def test_an_open_letter_and_a_page_that_is_missing(maak_pdf: MaakPdf) -> None:
    brief = maak_pdf([(70, 700, "tekst")]).replace(b"/Count 1", b"/Count 2")
    bladzijden = pdfwerker.lees(brief)["bladzijden"]
    assert [blad["leeg"] for blad in bladzijden] == [False, False]
    assert bladzijden[1]["regels"] == []


@pytest.mark.parametrize(
    ("draai", "hoogte"), [(0, (0.0, 842.0)), (90, (0.0, 842.0)), (180, (0.0, 842.0))]
)
def test_the_page_is_measured_as_its_text_stands(
    maak_pdf: MaakPdf, draai: int, hoogte: tuple[float, float]
) -> None:
    blad = pdfwerker.lees(maak_pdf([(70, 700, "tekst")], draai=draai))["bladzijden"][0]
    assert (blad["onder"], blad["boven"]) == hoogte


@pytest.mark.parametrize(
    ("matrix", "plek"),
    [(b"0 1 -1 0", (142, 70)), (b"-1 0 0 -1", (525, 142)), (b"0 -1 1 0", (453, 772))],
)
def test_text_turned_by_its_own_matrix(
    maak_pdf: MaakPdf, matrix: bytes, plek: tuple[int, int]
) -> None:
    regels = b"".join(
        b"BT /F1 11 Tf %s %d %d Tm (%s) Tj ET\n" % (matrix, *plaats, tekst)
        for plaats, tekst in ((plek, b"Geachte heer,"), (plek, b"Geachte heer,"))
    )
    assert {tekst for regel in teksten(maak_pdf([], extra=regels)) for tekst in regel} == {
        "Geachte heer,"
    }


def test_the_conversation(maak_pdf: MaakPdf, monkeypatch: pytest.MonkeyPatch) -> None:
    brieven = [maak_pdf([(70, 700, "een")]), b"geen pdf"]
    invoer = b"".join(len(brief).to_bytes(LENGTE, "big") + brief for brief in brieven)
    uitvoer = io.BytesIO()
    monkeypatch.setattr(pdfwerker, "_begrens_geheugen", lambda: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(invoer)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=uitvoer))
    pdfwerker.hoofd()
    uitvoer.seek(0)
    antwoorden = []
    while lengte := uitvoer.read(LENGTE):
        antwoorden.append(json.loads(uitvoer.read(int.from_bytes(lengte, "big"))))
    assert antwoorden[0]["bladzijden"][0]["regels"][0][0] == "een"
    assert antwoorden[1] == {"fout": "beschadigd"}


def test_the_limits_are_set_where_the_system_can(monkeypatch: pytest.MonkeyPatch) -> None:
    gezet = []
    nep = SimpleNamespace(
        RLIMIT_AS=1, RLIMIT_CORE=2, setrlimit=lambda wat, hoe: gezet.append((wat, hoe))
    )
    monkeypatch.setitem(sys.modules, "resource", nep)
    pdfwerker._begrens_geheugen()
    assert gezet == [(1, (grenzen.PDF_GEHEUGEN,) * 2), (2, (0, 0))]
    monkeypatch.setitem(sys.modules, "resource", None)
    pdfwerker._begrens_geheugen()
    monkeypatch.delattr("signal.alarm")
    pdfwerker._zet_wekker(1)
