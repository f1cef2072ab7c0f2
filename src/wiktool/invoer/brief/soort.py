"""What a file is: by its content first, by its name only where the content is plain text."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from wiktool.invoer.brief.pakket import Pakket, beschadigd, met_wachtwoord
from wiktool.kern.fouten import BestandFout


class Bestandssoort(StrEnum):
    """The kinds of file a letter can be read from."""

    DOCX = "docx"
    PDF = "pdf"
    ODT = "odt"
    HTML = "html"
    EML = "eml"
    TEKST = "txt"
    MARKDOWN = "md"


_LEESBAAR: Final = "geef de brief als .docx, .pdf, .odt, .html, .eml, .txt of .md"
_OPNIEUW: Final = "open de brief in de tekstverwerker en bewaar hem als .docx of .pdf"
_UITGANGEN: Final = {
    ".txt": Bestandssoort.TEKST,
    ".text": Bestandssoort.TEKST,
    "": Bestandssoort.TEKST,
    ".md": Bestandssoort.MARKDOWN,
    ".markdown": Bestandssoort.MARKDOWN,
    ".html": Bestandssoort.HTML,
    ".htm": Bestandssoort.HTML,
    ".xhtml": Bestandssoort.HTML,
    ".eml": Bestandssoort.EML,
    ".mht": Bestandssoort.EML,
    ".mhtml": Bestandssoort.EML,
}
_BINAIRE_UITGANGEN: Final = frozenset({".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".pdf"})
_AFBEELDINGEN: Final = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"RIFF",
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_BEGIN: Final = b"\xd0\xcf\x11\xe0"
_RTF: Final = b"{\\rtf"
_PDF: Final = b"%PDF-"
_KOP: Final = 1_024
_WEBPAGINA: Final = re.compile(rb"<!doctype\s{1,9}html|<html[\s>]", re.IGNORECASE)
_XML: Final = re.compile(rb"\s{0,99}<\?xml\b")
_GEEN_BRIEF_XML: Final = (
    (b"oasis:names:specification:ubl", "een UBL-factuur"),
    (b"camt.05", "een bankbestand (CAMT)"),
    (b"schemas.microsoft.com/office/word/2003", "een oud Word-XML-bestand"),
    (b"schemas.microsoft.com/office/2006/xmlPackage", "een Word-XML-bestand"),
    (b"office:document", "een plat OpenDocument-bestand"),
)
_ZIPINHOUD: Final = (
    ("xl/workbook", "een Excelbestand"),
    ("ppt/presentation", "een PowerPointbestand"),
    ("index/document.iwa", "een Pages-bestand"),
)
_ODF_TEKST: Final = ("vnd.oasis.opendocument.text",)


def herken(inhoud: bytes, naam: str = "") -> Bestandssoort:
    """What kind of letter these bytes are; a Word file that is called .pdf is a Word file.

    Raises:
        BestandFout: a kind that is not read, with what to do instead.

    >>> herken(b"%PDF-1.7 ...", "brief.docx"), herken(b"Geachte heer", "brief.txt")
    (<Bestandssoort.PDF: 'pdf'>, <Bestandssoort.TEKST: 'txt'>)
    """
    if is_zip(inhoud):
        return zipsoort(Pakket(inhoud))
    if is_pdf(inhoud, naam):
        return Bestandssoort.PDF
    kop = inhoud[:_KOP]
    _weiger_andere(inhoud, kop)
    return _tekstsoort(kop, _uitgang(naam))


def is_zip(inhoud: bytes) -> bool:
    """Whether these bytes begin as a zip file.

    >>> is_zip(b"%PDF-1.7 ...")
    False
    """
    return inhoud.startswith(_ZIP)


def is_pdf(inhoud: bytes, naam: str = "") -> bool:
    r"""Whether these bytes are a pdf, also with something before it in a file that is called one.

    >>> is_pdf(b"%PDF-1.7 ..."), is_pdf(b"From: x\n\n%PDF-1.7 ...")
    (True, False)
    """
    kop = inhoud[:_KOP]
    return kop.lstrip().startswith(_PDF) or (
        _PDF in kop and _uitgang(naam) == ".pdf" and not is_zip(inhoud)
    )


def _uitgang(naam: str) -> str:
    return PurePath(naam).suffix.lower()


def zipsoort(delen: Pakket) -> Bestandssoort:
    """What kind of letter a zip file is.

    Raises:
        BestandFout: a kind that is not read, with what to do instead.
    """
    if "[Content_Types].xml" in delen and delen.heeft_map("word/"):
        return Bestandssoort.DOCX
    mimetype = delen.deel("mimetype", grens=_KOP) or b""
    if b"opendocument.text" in mimetype or (not mimetype and "content.xml" in delen):
        return Bestandssoort.ODT
    for begin, wat in _ZIPINHOUD:
        if delen.heeft_map(begin):
            raise _onleesbaar(wat)
    if "[Content_Types].xml" in delen:
        return Bestandssoort.DOCX
    raise _onleesbaar("een zip-bestand", doe="pak het uit en geef de brief zelf")


def _weiger_andere(inhoud: bytes, kop: bytes) -> None:
    if inhoud.startswith(_OLE_BEGIN):
        raise _oud_office(inhoud)
    if inhoud.startswith(_RTF):
        raise _onleesbaar("een RTF-bestand")
    if inhoud.startswith(_AFBEELDINGEN) or b"ftyphei" in kop[:16]:
        raise _onleesbaar(
            "een afbeelding", doe="laat de tekst eruit halen (OCR) en geef die als .txt of .docx"
        )
    if _XML.match(kop) and not _WEBPAGINA.search(kop):
        for merk, wat in _GEEN_BRIEF_XML:
            if merk in inhoud[: 4 * _KOP]:
                raise _onleesbaar(wat)
        raise _onleesbaar("een XML-bestand", doe=_LEESBAAR)


def _tekstsoort(kop: bytes, uitgang: str) -> Bestandssoort:
    if _WEBPAGINA.search(kop.replace(b"\0", b"")) and uitgang not in (".eml", ".mht", ".mhtml"):
        return Bestandssoort.HTML
    if uitgang in _BINAIRE_UITGANGEN:
        raise BestandFout(
            f"dit is geen {uitgang}-bestand, al heet het zo",
            doe="haal het bestand nog eens op, of geef het zijn goede uitgang",
        )
    if uitgang not in _UITGANGEN:
        raise BestandFout(f"onbekend soort bestand: «{uitgang}»", doe=_LEESBAAR)
    return _UITGANGEN[uitgang]


def _oud_office(inhoud: bytes) -> BestandFout:
    """Old Office files, Outlook messages and encrypted new ones share one container."""
    if not inhoud.startswith(_OLE):
        return beschadigd()
    if "EncryptedPackage".encode("utf-16-le") in inhoud:
        return met_wachtwoord()
    if "__properties_version1.0".encode("utf-16-le") in inhoud:
        return _onleesbaar(
            "een Outlook-bericht (.msg)", doe="bewaar het in het mailprogramma als .eml"
        )
    if "WordDocument".encode("utf-16-le") in inhoud:
        return _onleesbaar("een oud Word-bestand (.doc)")
    return _onleesbaar("een oud Office-bestand")


def _onleesbaar(wat: str, *, doe: str = _OPNIEUW) -> BestandFout:
    return BestandFout(f"dit is {wat}; dat wordt niet gelezen", doe=doe)
