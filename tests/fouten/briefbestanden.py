"""Letters that cannot be read, made when the museum opens: too odd or too large to keep."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

INHOUDSTYPEN = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIES = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def docx(lichaam: str, kop: str = "") -> bytes:
    """A Word file with this body."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        pakket.writestr("[Content_Types].xml", INHOUDSTYPEN)
        pakket.writestr("_rels/.rels", RELATIES)
        document = f"<w:document {W} {R}><w:body>{lichaam}</w:body></w:document>"
        pakket.writestr("word/document.xml", kop + document)
    return uit.getvalue()


def pdf(bladzijden: int, inhoud: bytes = b"", tekens: bytes = b"") -> bytes:
    """A pdf with this content on each page; ``tekens`` says what the letters of its font mean."""
    kinderen = " ".join(f"{10 + nummer} 0 R" for nummer in range(bladzijden))
    delen = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {bladzijden}/Kids[{kinderen}]>>".encode(),
        3: b"<</Length %d>>stream\n%s\nendstream" % (len(inhoud), inhoud),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>",
        5: b"<</Length %d>>stream\n%s\nendstream" % (len(tekens), tekens),
    }
    blad = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R"
    for nummer in range(bladzijden):
        delen[10 + nummer] = blad + b"/Resources<</Font<</F 4 0 R>>>>>>"
    uit, plaatsen = b"%PDF-1.4\n", {}
    for nummer, deel in delen.items():
        plaatsen[nummer] = len(uit)
        uit += b"%d 0 obj%s\nendobj\n" % (nummer, deel)
    begin = len(uit)
    aantal = max(delen) + 1
    uit += b"xref\n0 %d\n" % aantal
    for nummer in range(aantal):
        gebruikt = nummer in plaatsen
        regel = "{:010} {:05} {} \n".format(
            plaatsen.get(nummer, 0), 0 if gebruikt else 65535, "n" if gebruikt else "f"
        )
        uit += regel.encode()
    slot = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return uit + slot % (aantal, begin)


ZONDER_BETEKENIS = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
    b"1 begincodespacerange <00> <FF> endcodespacerange\n"
    b"1 beginbfrange <20> <7E> <E000> endbfrange\nendcmap end end"
)


def eml(*delen: str, soort: str = "multipart/mixed") -> bytes:
    """An e-mail of these parts, each with its own header."""
    tekst = "".join(f"--grens\n{deel}\n" for deel in delen)
    return (
        "From: a@delinde.example\nTo: b@jansen.example\nSubject: Brief\nMIME-Version: 1.0\n"
        f'Content-Type: {soort}; boundary="grens"\n\n{tekst}--grens--\n'
    ).encode()


def bijlage(naam: str, tekst: str) -> str:
    return (
        f'Content-Type: text/plain\nContent-Disposition: attachment; filename="{naam}"\n\n{tekst}'
    )


BRIEF = "Betaal € 100,00 binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd."


def maak(map_: Path) -> None:
    """Write them all."""
    goed = docx("<w:p><w:r><w:t>Brief</w:t></w:r></w:p>")
    met_wachtwoord = bytearray(goed)
    for begin, plek in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        vanaf = 0
        while (vanaf := goed.find(begin, vanaf)) >= 0:
            met_wachtwoord[vanaf + plek] |= 1
            vanaf += 4
    bestanden = {
        "leeg.html": b"<html><body></body></html>",
        "binair.txt": bytes(range(1, 32)) * 20,
        "half.txt": b"\xff\xfeG\x00e",
        "brief.xyz": b"Geachte heer",
        "brief.rtf": rb"{\rtf1 Geachte heer}",
        "scan.png": b"\x89PNG\r\n\x1a\n",
        "tekst.docx": b"Geachte heer",
        "lang.txt": b"aanmaning " * 60_000,
        "afgebroken.docx": goed[:300],
        "wachtwoord.docx": bytes(met_wachtwoord),
        "doctype.docx": docx("<w:p/>", '<!DOCTYPE x [<!ENTITY a "b">]>'),
        "diep.docx": docx("<w:p>" * 2_000 + "</w:p>" * 2_000),
        "ingesloten.docx": docx('<w:altChunk r:id="r9"/>'),
        "dik.pdf": pdf(201),
        "beeldschrift.pdf": pdf(1, b"BT /F 12 Tf 72 700 Td (Geachte heer) Tj ET", ZONDER_BETEKENIS),
        "stuk.pdf": b"%PDF-1.4\nniets",
        "delen.eml": eml(*["Content-Type: text/plain\n\nx"] * 60),
        "kop.eml": b"Subject: " + b"x" * 300_000 + b"\n\nBrief",
        "geheim.eml": eml("Content-Type: text/plain\n\nx", soort="multipart/encrypted"),
        "twee.eml": eml(bijlage("a.txt", BRIEF), bijlage("b.txt", f"{BRIEF} Nu.")),
        "bijlage.eml": eml(bijlage("brief.xyz", "x")),
        "bijlagen.eml": eml(*[bijlage(f"{nummer}.xyz", "x") for nummer in range(12)]),
        "mail_in_mail.eml": eml(bijlage("brief.eml", "Subject: x\n\nBrief")),
    }
    for naam, inhoud in bestanden.items():
        (map_ / naam).write_bytes(inhoud)
    os.mkfifo(map_ / "pijp.txt")
