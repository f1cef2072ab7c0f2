"""Logo, colour, window and payment code; and our own paper, made from its source."""

from __future__ import annotations

import io
import re
import runpy
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import segno
from voorbeelden import brief

from wiktool.brieven.beeld import MAX_LOGO, keur_beeld, lees_beeld
from wiktool.brieven.huisstijl import Huisstijl
from wiktool.brieven.qr import als_matrix, als_png, als_svg, betaalcode
from wiktool.brieven.sjablonen import sjablonenmap
from wiktool.brieven.venster import kies_venster, vensters
from wiktool.kern.begrippen import Taal
from wiktool.kern.fouten import BestandFout, GebruiksFout
from wiktool.taken.formaten import Formaat, maak_op

if TYPE_CHECKING:
    from collections.abc import Callable

MM = 1440 / 25.4


def onderdelen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def jpeg(breedte: int, hoogte: int) -> bytes:
    """As much of a JPEG as tells its size."""
    app0 = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9
    sof = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, hoogte, breedte, 1) + b"\0" * 3
    return b"\xff\xd8" + app0 + sof + b"\xff\xd9"


# --- our own paper ----------------------------------------------------------------------------


def test_the_paper_is_what_its_source_makes() -> None:
    """Part for part; the bytes of a zip may differ between versions of zlib."""
    maker = runpy.run_path(str(Path(__file__).parents[2] / "beheer" / "briefpapier"))
    assert onderdelen((sjablonenmap() / "briefpapier.docx").read_bytes()) == maker["delen"]()


def test_the_paper_opens_as_a_word_file() -> None:
    from docx import Document

    papier = Document(str(sjablonenmap() / "briefpapier.docx"))
    assert {"Adres", "Kern", "Tabeltekst", "heading 1"} <= {
        stijl.name if stijl.name != "Heading 1" else "heading 1" for stijl in papier.styles
    }


# --- logo and colour ---------------------------------------------------------------------------


def test_a_logo_keeps_its_proportions_and_its_kind(logo: bytes) -> None:
    delen = onderdelen(maak_op(brief("praktijk").brief, Formaat.DOCX, Huisstijl(logo=logo)))
    assert delen["word/media/logo.png"] == logo
    kop = delen["word/header1.xml"].decode()
    cx, cy = map(int, re.findall(r'wp:extent cx="(\d+)" cy="(\d+)"', kop)[0])
    beeld = lees_beeld(logo)
    assert cx / cy == pytest.approx(beeld.breedte / beeld.hoogte, rel=0.001)
    assert max(cx / 50, cy / 18) == pytest.approx(36000, rel=0.001)


def test_a_jpeg_is_filed_as_one() -> None:
    delen = onderdelen(
        maak_op(brief("praktijk").brief, Formaat.DOCX, Huisstijl(logo=jpeg(300, 100)))
    )
    assert "word/media/logo.jpeg" in delen
    assert "word/media/logo.png" not in delen
    assert b'Extension="jpeg" ContentType="image/jpeg"' in delen["[Content_Types].xml"]
    assert b"media/logo.jpeg" in delen["word/_rels/header1.xml.rels"]


def test_without_logo_the_name_stands_in_its_place() -> None:
    kop = onderdelen(maak_op(brief("praktijk").brief, Formaat.DOCX))["word/header1.xml"]
    assert b"<w:drawing>" not in kop
    assert b"Praktijk De Linde" in kop


def test_sizes_of_images() -> None:
    assert lees_beeld(jpeg(640, 480)).breedte == 640
    assert lees_beeld(jpeg(640, 480)).passend(50, 18) == (24.0, 18.0)


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "geen PNG"),
        (b"GIF89a", "geen PNG"),
        (b"\x89PNG\r\n\x1a\n", "beschadigd"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 16, "beschadigd"),
        (b"\xff\xd8\xff\xe0", "beschadigd"),
        (jpeg(0, 10), "beschadigd"),
        (jpeg(60000, 10), "beschadigd"),
        (b"\x89PNG" + b"\0" * MAX_LOGO, "MB"),
    ],
)
def test_no_picture_is_a_clear_error(inhoud: bytes, woord: str) -> None:
    with pytest.raises(BestandFout, match=woord):
        lees_beeld(inhoud)


@pytest.mark.parametrize(
    "schade",
    [
        lambda png: png[:-20],
        lambda png: png[:-12],
        lambda png: png.replace(b"IDAT", b"IDAX"),
        lambda png: png[:45] + bytes([png[45] ^ 1]) + png[46:],
        lambda png: png[:33] + png[-12:],
    ],
)
def test_half_a_logo_is_refused(logo: bytes, schade: Callable[[bytes], bytes]) -> None:
    keur_beeld(logo)
    with pytest.raises(BestandFout, match="beschadigd"):
        keur_beeld(schade(logo))


def test_half_a_jpeg_is_refused() -> None:
    keur_beeld(jpeg(300, 100))
    with pytest.raises(BestandFout, match="beschadigd"):
        keur_beeld(jpeg(300, 100)[:-2])


def test_a_small_file_that_unfolds_to_a_giant_is_refused() -> None:
    """At the bound and above it: 5000 by 5000 dots."""
    assert lees_beeld(jpeg(5000, 5000)).breedte == 5000
    with pytest.raises(BestandFout, match="5001 bij 5000 punten"):
        lees_beeld(jpeg(5001, 5000))


def test_a_logo_that_cannot_be_drawn_is_named(logo: bytes) -> None:
    """Through the library a logo is not read to its end first; the pdf then says it."""
    with pytest.raises(BestandFout, match="logo is beschadigd"):
        maak_op(brief("praktijk").brief, Formaat.PDF, Huisstijl(logo=logo[:-30]))


def test_the_colour_is_everywhere_or_nowhere() -> None:
    delen = onderdelen(maak_op(brief("praktijk").brief, Formaat.DOCX, Huisstijl(kleur="#aa1122")))
    alles = b"".join(inhoud for naam, inhoud in delen.items() if naam.endswith(".xml"))
    assert b"AA1122" in alles
    assert b"1F3A5F" not in alles


def test_what_belongs_together_is_kept_together_in_word_as_in_pdf() -> None:
    """A list with what follows it; the core is a heading; the overview begins at the top."""
    stijlen = onderdelen(maak_op(brief("praktijk").brief, Formaat.DOCX))["word/styles.xml"].decode()
    opmaak = dict(re.findall(r'<w:style [^>]*w:styleId="(\w+)">(.*?)</w:style>', stijlen))
    assert "<w:keepNext/>" in opmaak["Opsomming"]
    assert 'w:basedOn w:val="Opsomming"' in opmaak["Laatstepunt"]
    assert "keepNext" not in opmaak["Laatstepunt"]
    assert '<w:outlineLvl w:val="1"/>' in opmaak["Kernkop"]
    assert "<w:keepNext/>" in opmaak["Kern"]
    assert '<w:keepNext w:val="0"/>' in opmaak["Laatstekern"]
    assert 'w:before="0"' in opmaak["Bijlagekop"]


def test_a_frame_of_the_core_lets_go_of_what_follows_it() -> None:
    """Two frames, in an English letter, need not stand on one page; each by itself does."""
    letter = brief("praktijk", taal=Taal.EN).brief
    xml = onderdelen(maak_op(letter, Formaat.DOCX))["word/document.xml"].decode()
    opmaak = re.findall(r'<w:pStyle w:val="(Kern\w*|Slot|Laatstekern)"/>', xml)
    een_kader = ["Kernkop", "Kern", "Laatstekern"]
    assert opmaak[:7] == [*een_kader, "Slot", *een_kader]


# --- the window -------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", [*vensters(), "30,50,80,30"])
def test_the_address_stands_in_the_window(naam: str) -> None:
    stijl = Huisstijl(venster=naam)
    xml = onderdelen(maak_op(brief("praktijk").brief, Formaat.DOCX, stijl))["word/document.xml"]
    kaders = {
        (int(x), int(y))
        for y, x in ((m[2], m[1]) for m in re.finditer(r'w:x="(\d+)" w:y="(\d+)"', xml.decode()))
    }
    vak, gat = stijl.vak.tekst, stijl.vak.venster
    assert (round(vak.x * MM), round(vak.y * MM)) in kaders
    assert (round(stijl.vak.gegevens * MM), round(vak.y * MM)) in kaders
    assert len(kaders) == 2
    assert gat.x <= vak.x
    assert gat.y <= vak.y
    assert vak.x + vak.breedte <= gat.x + gat.breedte
    assert abs(stijl.vak.gegevens - vak.x) >= 50


@pytest.mark.parametrize("naam", [*vensters(), "30,60,80,40"])
def test_only_the_address_is_seen_through_the_window(naam: str) -> None:
    """The subject says what the letter is about; it starts below the hole, in Word and in PDF."""
    stijl = Huisstijl(venster=naam)
    gat = stijl.vak.venster
    assert stijl.vak.tekstbegin >= gat.y + gat.hoogte + 3
    letter = brief("praktijk").brief
    xml = onderdelen(maak_op(letter, Formaat.DOCX, stijl))["word/document.xml"].decode()
    for hoogte, y in re.findall(r'<w:framePr[^>]*w:h="(\d+)"[^>]*w:y="(\d+)"', xml):
        assert (int(hoogte) + int(y)) / MM == pytest.approx(stijl.vak.tekstbegin - 3.5, abs=0.1)
    with pypdfium2.PdfDocument(maak_op(letter, Formaat.PDF, stijl)) as document:
        tekst = document[0].get_textpage()
        _, _, _, top = tekst.get_charbox(tekst.get_text_range().index(letter.onderwerp))
        assert (document[0].get_height() - top) / 72 * 25.4 > gat.y + gat.hoogte


@pytest.mark.parametrize("naam", vensters())
def test_a_long_address_stays_in_the_window(naam: str) -> None:
    """Set smaller, else the post would not see the postcode, in Word as in PDF."""
    stijl = Huisstijl(venster=naam)
    letter = brief("lange_namen").brief
    *_, land = letter.waarden.schuldenaar.adresregels
    assert land == "BELGIË"
    with pypdfium2.PdfDocument(maak_op(letter, Formaat.PDF, stijl)) as document:
        tekst = document[0].get_textpage()
        _, bottom, _, _ = tekst.get_charbox(tekst.get_text_range().index(land))
        onder = (document[0].get_height() - bottom) / 72 * 25.4
    gat = stijl.vak.venster
    assert onder < gat.y + gat.hoogte
    for voorbeeld, opmaak in (("lange_namen", "Langadres"), ("praktijk", "Adres")):
        inhoud = maak_op(brief(voorbeeld).brief, Formaat.DOCX, stijl)
        xml = onderdelen(inhoud)["word/document.xml"].decode()
        alineas = re.findall(r'<w:pStyle w:val="(\w*dres)"/>(<w:framePr)?', xml)
        regels = len(brief(voorbeeld).brief.waarden.schuldenaar.adresregels)
        kader = "<w:framePr"
        assert alineas == [("Retouradres", kader), *[(opmaak, kader)] * regels]


def test_the_overlay_is_drawn_on_the_first_page_alone() -> None:
    letter = brief("zestig_facturen").brief
    with pypdfium2.PdfDocument(maak_op(letter, Formaat.PDF, Huisstijl(overlay=True))) as document:
        bladen = [bytes(blad.render(scale=1).buffer) for blad in document]
    rood = [
        any(
            punten[i + 2] > 200 > 100 > max(punten[i], punten[i + 1])
            for i in range(0, len(punten), 3)
        )
        for punten in bladen
    ]
    assert rood == [True, False, False]


def test_the_overlay_draws_the_window_once() -> None:
    stijl = Huisstijl(overlay=True)
    delen = onderdelen(maak_op(brief("praktijk").brief, Formaat.DOCX, stijl))
    assert delen["word/header1.xml"].count(b"<v:rect") == 1
    assert (
        b"<v:rect"
        not in onderdelen(maak_op(brief("praktijk").brief, Formaat.DOCX))["word/header1.xml"]
    )


@pytest.mark.parametrize(
    ("verwijzingen", "deel"),
    [
        ('<w:headerReference w:type="default" r:id="rIdKop"/>', "word/header2.xml"),
        (
            (
                '<w:headerReference w:type="default" r:id="rIdKopEerste"/>'
                '<w:headerReference w:type="first" r:id="rIdKop"/>'
            ),
            "word/header2.xml",
        ),
        ("", "word/document.xml"),
    ],
)
def test_the_overlay_finds_the_head_of_the_first_page(verwijzingen: str, deel: str) -> None:
    """Word processors number the heads as they like; a template may have none."""
    papier = onderdelen((sjablonenmap() / "briefpapier.docx").read_bytes())
    xml = papier["word/document.xml"].decode()
    papier["word/document.xml"] = re.sub(
        r"<w:sectPr><w:headerReference[^>]*/><w:headerReference[^>]*/>",
        f"<w:sectPr>{verwijzingen}",
        xml,
    ).encode()
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, inhoud in papier.items():
            pakket.writestr(naam, inhoud)
    stijl = Huisstijl(sjabloon=uit.getvalue(), sjabloonnaam="eigen.docx", overlay=True)
    delen = onderdelen(maak_op(brief("praktijk").brief, Formaat.DOCX, stijl))
    assert [naam for naam, inhoud in delen.items() if b"v:rect" in inhoud] == [deel]


@pytest.mark.parametrize(
    "naam", ["c4", "1,2,3", "a,b,c,d", "150,50,80,30", "20,90,80,30", "1,1,1,1"]
)
def test_a_window_that_cannot_be(naam: str) -> None:
    with pytest.raises(GebruiksFout):
        kies_venster(naam)


# --- the payment code -------------------------------------------------------------------------


def test_the_code_follows_the_standard_and_says_what_the_letter_says() -> None:
    """EPC069-12: service tag, version, character set, transfer, BIC, name, IBAN, amount."""
    waarden = brief("praktijk").brief.waarden
    code = betaalcode(waarden)
    assert code is not None
    regels = code.split("\n")
    assert regels[:4] == ["BCD", "002", "1", "SCT"]
    assert regels[5:8] == ["Praktijk De Linde", "NL91ABNA0417164300", "EUR1250.00"]
    assert regels[10] == "D-2026-17"


@pytest.mark.parametrize("lengte", [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331])
def test_the_squares_are_those_another_maker_draws(lengte: int) -> None:
    """A text that fills each version of the standard, by segno, in one of the eight masks."""
    tekst = ("BCD\nSCT\n" + "praktijk de linde\n" * 30)[:lengte]
    matrix = als_matrix(tekst)
    assert any(
        matrix == [bytes(rij) for rij in code.matrix]
        for code in (
            segno.make_qr(tekst, error="m", mask=mask, mode="byte", boost_error=False)
            for mask in range(8)
        )
    )


def test_no_code_is_larger_than_the_standard_allows() -> None:
    """Version 13, which has 69 squares a side."""
    assert {len(als_matrix("x" * lengte)) for lengte in (1, 331)} == {21, 69}


def test_picture_and_drawing_show_the_same_squares() -> None:
    matrix = als_matrix("BCD\n002")
    png = als_png(matrix)
    breedte = struct.unpack(">I", png[16:20])[0]
    beeld = zlib.decompress(png[png.index(b"IDAT") + 4 : png.rindex(b"IEND") - 8])
    rij = (breedte + 7) // 8 + 1
    zijde, rand, maat = len(matrix), 2, breedte // (len(matrix) + 4)

    def donker(x: int, y: int) -> bool:
        px, py = (x + rand) * maat, (y + rand) * maat
        return not beeld[py * rij + 1 + px // 8] >> (7 - px % 8) & 1

    uit_svg = set()
    for y, regel in re.findall(r"M0 (\d+)([^M']+)", als_svg(matrix)):
        x = 0
        for streek, breedte in re.findall(r"([hm])(\d+)", regel):
            if streek == "h":
                uit_svg |= {(x + i, int(y)) for i in range(int(breedte))}
            x += int(breedte)
    for y in range(zijde):
        for x in range(zijde):
            assert donker(x, y) == bool(matrix[y][x]) == ((x, y) in uit_svg)


@pytest.mark.parametrize(
    "anders",
    [
        {"tenaamstelling": "x" * 71},
        {"betaalkenmerk": "x" * 141},
        {"betaalkenmerk": "€" * 100},
        {"te_betalen_getal": "1000000000.00"},
        {"te_betalen_getal": "0.00"},
    ],
)
def test_no_code_where_the_standard_has_no_room(anders: dict[str, str]) -> None:
    letter = brief("praktijk").brief
    waarden = replace(letter.waarden, **anders)
    assert betaalcode(waarden) is None
    zonder = replace(letter, waarden=waarden)
    xml = onderdelen(maak_op(zonder, Formaat.DOCX))["word/document.xml"]
    assert b"betaal-qr" not in xml
    assert b"<w:tc>" in xml
    assert b"<svg" not in maak_op(zonder, Formaat.HTML)
    assert maak_op(zonder, Formaat.PDF).startswith(b"%PDF")


def test_templates_are_found_in_a_checkout() -> None:
    assert (sjablonenmap() / "briefpapier.docx").is_file()
    assert Path(sjablonenmap()).name == "templates"
