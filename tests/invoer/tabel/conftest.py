"""Workbooks made by hand, so that every trap can be set."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
SOORT = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def letters(nummer: int) -> str:
    """The letters of a column, counted from 0."""
    naam = ""
    nummer += 1
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        naam = chr(65 + rest) + naam
    return naam


def cel(adres: str, waarde: object) -> str:
    if isinstance(waarde, bool):
        return f'<c r="{adres}" t="b"><v>{int(waarde)}</v></c>'
    if isinstance(waarde, date):
        return f'<c r="{adres}" s="1"><v>{(waarde - date(1899, 12, 30)).days}</v></c>'
    if isinstance(waarde, int | float):
        return f'<c r="{adres}"><v>{waarde!r}</v></c>'
    return f'<c r="{adres}" t="inlineStr"><is><t>{escape(str(waarde))}</t></is></c>'


def blad_xml(rijen: Sequence[Sequence[object]], *, dimensie: str = "A1") -> str:
    regels = []
    for nummer, rij in enumerate(rijen, start=1):
        cellen = "".join(
            cel(f"{letters(plek)}{nummer}", waarde)
            for plek, waarde in enumerate(rij)
            if waarde is not None
        )
        regels.append(f'<row r="{nummer}">{cellen}</row>')
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}">'
        f'<dimension ref="{dimensie}"/><sheetData>{"".join(regels)}</sheetData></worksheet>'
    )


@pytest.fixture
def maak_werkmap(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: sheets by name, each as rows or as its own XML; ``!`` hides a sheet."""

    def maak(bladen: dict[str, object], naam: str = "posten.xlsx") -> Path:
        pad = tmp_path / naam
        titels = list(bladen)
        with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
            delen = "".join(
                f'<Override PartName="/xl/worksheets/sheet{n}.xml"'
                f' ContentType="{SOORT}.worksheet+xml"/>'
                for n in range(1, len(titels) + 1)
            )
            zip_.writestr(
                "[Content_Types].xml",
                f'<Types xmlns="{PKG}/content-types"><Default Extension="rels" ContentType='
                '"application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{SOORT}.sheet.main+xml"/>'
                f'<Override PartName="/xl/styles.xml" ContentType="{SOORT}.styles+xml"/>{delen}'
                "</Types>",
            )
            zip_.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{PKG}/relationships"><Relationship Id="r1" '
                f'Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            )
            lijst = "".join(
                f'<sheet name="{escape(t.strip("!"))}" sheetId="{n}" r:id="r{n}"'
                + (' state="hidden"/>' if t.endswith("!") else "/>")
                for n, t in enumerate(titels, start=1)
            )
            zip_.writestr(
                "xl/workbook.xml",
                f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{lijst}</sheets></workbook>',
            )
            zip_.writestr(
                "xl/_rels/workbook.xml.rels",
                f'<Relationships xmlns="{PKG}/relationships">'
                + "".join(
                    f'<Relationship Id="r{n}" Type="{REL}/worksheet"'
                    f' Target="worksheets/sheet{n}.xml"/>'
                    for n in range(1, len(titels) + 1)
                )
                + f'<Relationship Id="s" Type="{REL}/styles" Target="styles.xml"/>'
                "</Relationships>",
            )
            zip_.writestr(
                "xl/styles.xml",
                f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
                '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
            )
            for nummer, inhoud in enumerate(bladen.values(), start=1):
                xml = inhoud if isinstance(inhoud, str) else blad_xml(inhoud)  # type: ignore[arg-type]
                zip_.writestr(f"xl/worksheets/sheet{nummer}.xml", xml)
        return pad

    return maak
