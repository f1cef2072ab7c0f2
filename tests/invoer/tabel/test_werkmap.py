"""Workbooks: the sheet with the items, and everything that may be wrong with the file."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from wiktool.invoer.tabel import werkmap
from wiktool.invoer.tabel.bestand import open_tabel
from wiktool.invoer.tabel.kolommen import tel_bekende
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wiktool.invoer.tabel.bestand import Rij

    MaakWerkmap = Callable[..., Path]


def lees(pad: Path, **opties: Any) -> tuple[str, list[Rij]]:
    """The sheet that was read and its rows."""
    with open_tabel(pad, tel_bekende, **opties) as tabel:
        return tabel.bron.blad, list(tabel.rijen)


KOP = ["Naam", "Factuurnummer", "Vervaldatum", "Saldo"]
RIJ = ["Zoë & Zn", "F1", date(2026, 8, 31), 1250.5]


def test_typed_cells(maak_werkmap: MaakWerkmap) -> None:
    pad = maak_werkmap({"Posten": [KOP, RIJ, ["x", 17, "31-8-2026", "1.250,00"]]})
    assert lees(pad)[1] == [(2, RIJ), (3, ["x", 17.0, "31-8-2026", "1.250,00"])]


def test_wrong_dimension_drops_nothing(maak_werkmap: MaakWerkmap) -> None:
    """The sheet says A1:A1; readers that believe it see one cell."""
    rijen = [KOP, *[RIJ] * 50]
    assert len(lees(maak_werkmap({"P": rijen}))[1]) == 50


def test_the_only_visible_sheet_with_headings(maak_werkmap: MaakWerkmap) -> None:
    bladen = {"Toelichting": [["tekst"]], "Posten": [KOP, RIJ], "Oud!": [KOP, RIJ], "Leeg": []}
    assert lees(maak_werkmap(bladen))[0] == "Posten"


def test_two_sheets_that_would_do(maak_werkmap: MaakWerkmap) -> None:
    pad = maak_werkmap({"Een": [KOP, RIJ], "Twee": [KOP, RIJ, RIJ]})
    with pytest.raises(BestandFout, match="«Een» of «Twee»"):
        open_tabel(pad, tel_bekende)
    assert len(lees(pad, blad="Twee")[1]) == 2
    with pytest.raises(BestandFout, match="er is geen blad «Drie»; wel Een en Twee"):
        open_tabel(pad, tel_bekende, blad="Drie")


def test_no_headings(maak_werkmap: MaakWerkmap) -> None:
    with pytest.raises(BestandFout, match="geen enkele kolomkop"):
        open_tabel(maak_werkmap({"A": [["x", "y"]]}), tel_bekende)


@pytest.mark.parametrize("adres", ["XFD1048576", "A1048576", "XFD5000"])
def test_one_cell_at_the_end_of_the_world(maak_werkmap: MaakWerkmap, adres: str) -> None:
    """calamine makes room for the whole rectangle and takes the process down with it."""
    rij = "".join(teken for teken in adres if teken.isdigit())
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFC1"><v>1</v></c></row>'
        f'<row r="{rij}"><c r="{adres}"><v>1</v></c></row></sheetData></worksheet>'
    )
    with pytest.raises(BestandFout, match="te veel cellen"):
        open_tabel(maak_werkmap({"A": xml}), tel_bekende)


def test_row_number_without_cell_addresses(maak_werkmap: MaakWerkmap) -> None:
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="CV1"><v>1</v></c></row>'
        "</sheetData></worksheet>"
    )
    with pytest.raises(BestandFout, match="te veel cellen"):
        open_tabel(maak_werkmap({"A": xml}), tel_bekende)


def test_bomb_is_refused_before_it_is_unpacked(
    maak_werkmap: MaakWerkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = maak_werkmap({"A": [KOP, RIJ]})
    monkeypatch.setattr(werkmap, "GRENS_UITGEPAKT", 100)
    with pytest.raises(BestandFout, match="uitgepakt groter"):
        open_tabel(pad, tel_bekende)


def test_part_that_is_larger_than_it_says() -> None:
    import io

    with pytest.raises(BestandFout, match="beschadigd"):
        werkmap._controleer_blad(io.BytesIO(b"x" * 100), 10, "x.xlsx")


def test_doctype_in_a_sheet(maak_werkmap: MaakWerkmap) -> None:
    xml = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'
    with pytest.raises(BestandFout, match="DOCTYPE"):
        open_tabel(maak_werkmap({"A": xml}), tel_bekende)


def test_other_zip_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "brief.docx", "w") as zip_:
        zip_.writestr("word/document.xml", "<a/>")
    with pytest.raises(BestandFout, match="geen Excelwerkmap"):
        open_tabel(tmp_path / "brief.docx", tel_bekende)


def test_truncated(maak_werkmap: MaakWerkmap) -> None:
    pad = maak_werkmap({"A": [KOP, *[RIJ] * 2000]})
    inhoud = pad.read_bytes()
    pad.write_bytes(inhoud[: len(inhoud) // 2])
    with pytest.raises(BestandFout, match="beschadigd"):
        open_tabel(pad, tel_bekende)


def test_damaged_inside(maak_werkmap: MaakWerkmap) -> None:
    with pytest.raises(BestandFout, match="beschadigd"):
        open_tabel(maak_werkmap({"A": "<worksheet><kapot"}), tel_bekende)
    pad = maak_werkmap({"A": [KOP, RIJ]})
    inhoud = bytearray(pad.read_bytes())
    plek = inhoud.index(b"xl/worksheets/sheet1.xml") + 60
    inhoud[plek : plek + 40] = b"\xff" * 40
    pad.write_bytes(bytes(inhoud))
    with pytest.raises(BestandFout, match="beschadigd"):
        open_tabel(pad, tel_bekende)
