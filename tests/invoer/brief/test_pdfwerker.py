"""The process that opens pdf files, here without the process around it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pypdfium2_raw as pdfium
import pytest
import typst

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


def test_a_wide_space_of_the_file_itself_parts_no_columns(maak_pdf: MaakPdf) -> None:
    regels = [(70.0, 700.0, "Betaal binnen 14 dagen"), (70.0, 680.0, "Som" + " " * 20 + "€ 40,00")]
    assert teksten(maak_pdf(regels)) == [["Betaal binnen 14 dagen", "Som € 40,00"]]


def test_the_places_of_a_line_are_whole_tenths_of_points(maak_pdf: MaakPdf) -> None:
    blad = pdfwerker.lees(maak_pdf([(70, 700, "tekst")]))["bladzijden"][0]
    tekst, links, onder, rechts, boven, schuin = blad["regels"][0]
    assert (tekst, links, schuin) == ("tekst", 700, False)
    assert onder < 7000 < boven
    assert rechts > links


def test_half_characters_are_counted_as_pdfium_counts_them() -> None:
    """A character beyond the first plane is two of PDFium's; what stands behind it stays apart."""
    bron = "#set page(width: 12cm)\n𝔸𝔹 $x$ #h(4cm) achter"
    (regels,) = teksten(typst.compile(bron.encode()))
    heel = [regel.encode("utf-16", "surrogatepass").decode("utf-16") for regel in regels]
    assert heel == ["𝔸𝔹 𝑥", "achter"]


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
    stapels = [[maak_pdf([(70, 700, "een")]), b"geen pdf"], [maak_pdf([(70, 700, "twee")])]]
    invoer = b"".join(
        len(stapel).to_bytes(LENGTE, "big")
        + b"".join(len(brief).to_bytes(LENGTE, "big") + brief for brief in stapel)
        for stapel in stapels
    )
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
    assert antwoorden[2]["bladzijden"][0]["regels"][0][0] == "twee"


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
