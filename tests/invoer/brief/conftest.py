"""Letters made by hand, so that every oddity of a format can be put in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRIKT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
RUIMTEN = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
PAKKET = "http://schemas.openxmlformats.org/package/2006"
ODF = " ".join(
    f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
    for kort, lang in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)


def zip_van(delen: Mapping[str, str | bytes], *, datum: tuple[int, ...] = (2026, 1, 1)) -> bytes:
    """A zip file with these parts."""
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in delen.items():
            info = zipfile.ZipInfo(naam, (*datum, 0, 0, 0))  # type: ignore[arg-type]
            info.compress_type = zipfile.ZIP_DEFLATED
            pakket.writestr(info, inhoud)
    return doel.getvalue()


@pytest.fixture(scope="session")
def maak_zip() -> Callable[[Mapping[str, str | bytes]], bytes]:
    return zip_van


def docx_delen(
    romp: str,
    *,
    delen: Mapping[str, str] | None = None,
    relaties: Sequence[tuple[str, str, str]] = (),
    hoofd: str = "word/document.xml",
) -> dict[str, str | bytes]:
    """The parts of a Word file: the body as XML, other parts by name, and (id, kind, target)."""
    verwijzingen = "".join(
        f'<Relationship Id="{naam}" Type="{R}/{soort}" Target="{doel}"/>'
        for naam, soort, doel in relaties
    )
    map_, _, bestand = hoofd.rpartition("/")
    return {
        "[Content_Types].xml": f'<Types xmlns="{PAKKET}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{hoofd}" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PAKKET}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="{hoofd}"/></Relationships>',
        f"{map_}/_rels/{bestand}.rels": f'<Relationships xmlns="{PAKKET}/relationships">'
        f"{verwijzingen}</Relationships>",
        hoofd: f"<w:document {RUIMTEN}><w:body>{romp}</w:body></w:document>",
        **{naam: inhoud.replace("RUIMTEN", RUIMTEN) for naam, inhoud in (delen or {}).items()},
    }


@pytest.fixture(scope="session")
def maak_docx() -> Callable[..., bytes]:
    """Builds a Word file; ``strikt`` writes it in the strict variant."""

    def maak(romp: str, *, strikt: bool = False, **rest: object) -> bytes:
        delen = docx_delen(romp, **rest)  # type: ignore[arg-type]
        if strikt:
            for oud, nieuw in STRIKT.items():
                delen = {naam: str(deel).replace(oud, nieuw) for naam, deel in delen.items()}
        return zip_van(delen)

    return maak


@pytest.fixture(scope="session")
def maak_odt() -> Callable[..., bytes]:
    """Builds an OpenDocument text from the XML inside office:text, automatic styles and styles."""

    def maak(romp: str, *, automatisch: str = "", stijlen: str = "", meester: str = "") -> bytes:
        return zip_van(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "<manifest/>",
                "content.xml": f"<office:document-content {ODF}><office:automatic-styles>"
                f"{automatisch}</office:automatic-styles><office:body><office:text>{romp}"
                "</office:text></office:body></office:document-content>",
                "styles.xml": f"<office:document-styles {ODF}><office:styles>{stijlen}"
                f"</office:styles><office:master-styles>{meester}</office:master-styles>"
                "</office:document-styles>",
            }
        )

    return maak


def pdf_van(objecten: Sequence[bytes], *, aanhangsel: bytes = b"") -> bytes:
    """A pdf of these objects, the first of which is the catalogue; with a right cross reference."""
    uit = bytearray(b"%PDF-1.7\n")
    plaatsen = []
    for nummer, inhoud in enumerate(objecten, start=1):
        plaatsen.append(len(uit))
        uit += b"%d 0 obj\n%s\nendobj\n" % (nummer, inhoud)
    begin = len(uit)
    uit += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objecten) + 1)
    uit += b"".join(b"%010d 00000 n \n" % plaats for plaats in plaatsen)
    uit += b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(objecten) + 1, aanhangsel)
    return bytes(uit + b"startxref\n%d\n%%%%EOF\n" % begin)


Regel = tuple[float, float, str]


@pytest.fixture(scope="session")
def maak_pdf() -> Callable[..., bytes]:
    """Builds a pdf in Helvetica 11: for each page its lines as (x, y, text), in that order.

    Objects added to those of one page begin at number 6.
    """

    def maak(
        *bladzijden: Sequence[Regel],
        draai: int = 0,
        extra: bytes = b"",
        korps: int = 11,
        aantekeningen: bytes = b"",
        objecten_erbij: Sequence[bytes] = (),
    ) -> bytes:
        lettertype = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        aantal = len(bladzijden)
        kinderen = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(aantal))
        objecten = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%s]>>" % (aantal, kinderen),
            lettertype,
        ]
        for nummer, regels in enumerate(bladzijden):
            inhoud = extra + b"".join(
                b"BT /F1 %d Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET\n"
                % (korps, x, y, tekst.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
                for x, y, tekst in regels
            )
            objecten += [
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d%s"
                b"/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
                % (draai, aantekeningen, 5 + 2 * nummer),
                b"<</Length %d>>stream\n%s\nendstream" % (len(inhoud), inhoud),
            ]
        return pdf_van([*objecten, *objecten_erbij])

    return maak
