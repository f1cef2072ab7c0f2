"""Make ``templates/briefpapier.docx``, the house style of the Word letters, from nothing.

Run ``python beheer/briefpapier`` after a change here. The result is the same for the same source:
no clock, no random numbers. Whoever only wants another look opens the result in a word processor
and uses it with ``--sjabloon``.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final

from randen import kop_eerste, kop_verder, voet
from romp import romp
from stijlen import stijlen
from wordtaal import KOP, W, mm

DOEL: Final = Path(__file__).parents[2] / "templates" / "briefpapier.docx"


def opsommingsteken() -> str:
    """One kind of list: a dash."""
    return (
        f'{KOP}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{mm(5)}" w:hanging="{mm(5)}"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def instellingen() -> str:
    """Word 2013 layout, no compatibility mode."""
    return (
        f'{KOP}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="708"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def eigenschappen() -> str:
    """Title, author and language, from the letter."""
    return (
        f"{KOP}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ onderwerp }}</dc:title><dc:subject>{{ kenmerk }}</dc:subject>"
        "<dc:creator>{{ afzender.naam }}</dc:creator><dc:language>{{ taal }}</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>'
        "</cp:coreProperties>"
    )


def relaties(*regels: tuple[str, str, str]) -> str:
    """A relationships part."""
    basis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    inhoud = "".join(
        f'<Relationship Id="{naam}" Type="{soort if "://" in soort else basis + soort}" '
        f'Target="{doel}"/>'
        for naam, soort, doel in regels
    )
    ruimte = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{KOP}<Relationships xmlns="{ruimte}">{inhoud}</Relationships>'


def inhoudsopgave() -> str:
    """The content types of all parts."""
    woord = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    delen = {
        "/word/document.xml": f"{woord}document.main+xml",
        "/word/styles.xml": f"{woord}styles+xml",
        "/word/settings.xml": f"{woord}settings+xml",
        "/word/numbering.xml": f"{woord}numbering+xml",
        "/word/header1.xml": f"{woord}header+xml",
        "/word/header2.xml": f"{woord}header+xml",
        "/word/footer1.xml": f"{woord}footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    regels = "".join(
        f'<Override PartName="{naam}" ContentType="{soort}"/>' for naam, soort in delen.items()
    )
    return (
        f'{KOP}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{regels}</Types>'
    )


def leeg_plaatje(tint: int) -> bytes:
    """A grey square as PNG, the place of a logo or code until a letter fills it."""

    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return (
            struct.pack(">I", len(inhoud))
            + soort
            + inhoud
            + struct.pack(">I", zlib.crc32(soort + inhoud))
        )

    beeld = zlib.compress(b"\0" + bytes([tint]), 9)
    kop = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", kop) + stuk(b"IDAT", beeld) + stuk(b"IEND", b"")


def delen() -> dict[str, bytes]:
    """Every part of the package, in the order of the zip."""
    tekst = {
        "[Content_Types].xml": inhoudsopgave(),
        "_rels/.rels": relaties(
            ("rId1", "officeDocument", "word/document.xml"),
            (
                "rId2",
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                    "core-properties"
                ),
                "docProps/core.xml",
            ),
        ),
        "word/document.xml": romp(),
        "word/_rels/document.xml.rels": relaties(
            ("rIdStijlen", "styles", "styles.xml"),
            ("rIdInstellingen", "settings", "settings.xml"),
            ("rIdLijst", "numbering", "numbering.xml"),
            ("rIdKopEerste", "header", "header1.xml"),
            ("rIdKop", "header", "header2.xml"),
            ("rIdVoet", "footer", "footer1.xml"),
            ("rIdQr", "image", "media/qr.png"),
        ),
        "word/styles.xml": stijlen(),
        "word/settings.xml": instellingen(),
        "word/numbering.xml": opsommingsteken(),
        "word/header1.xml": kop_eerste(),
        "word/_rels/header1.xml.rels": relaties(("rIdLogo", "image", "media/logo.png")),
        "word/header2.xml": kop_verder(),
        "word/footer1.xml": voet(),
        "docProps/core.xml": eigenschappen(),
    }
    alle = {naam: inhoud.encode() for naam, inhoud in tekst.items()}
    alle["word/media/logo.png"] = leeg_plaatje(210)
    alle["word/media/qr.png"] = leeg_plaatje(230)
    return alle


def maak(doel: Path = DOEL) -> None:
    """Write the package."""
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pakket:
        for naam, inhoud in delen().items():
            pakket.writestr(
                zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0)), inhoud, zipfile.ZIP_DEFLATED
            )


if __name__ == "__main__":
    maak()
