"""Every layout of every letter: whole, the same twice, and with all of its text."""

from __future__ import annotations

import email
import io
import re
import zipfile
from email import policy
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from docx import Document
from tests.brieven.hulp import maak_dossier, schrijf
from voorbeelden import ALLE, brief

from wiktool.brieven.huisstijl import Huisstijl
from wiktool.brieven.opmaak_tekst import als_markdown, als_tekst
from wiktool.kern.begrippen import Briefsoort, Taal, Toon
from wiktool.taken.formaten import Formaat, maak_op

if TYPE_CHECKING:
    from wiktool.brieven.model import Brief

STIJL = Huisstijl()


def woorden(tekst: str) -> str:
    """The text without what a layout may change: white space, hyphens at line ends, marks."""
    return re.sub(r"[\s\u00a0\u00ad\ufffe-]+", "", tekst)


def docx_tekst(inhoud: bytes) -> str:
    document = Document(io.BytesIO(inhoud))
    alineas = [p.text for p in document.paragraphs]
    for tabel in document.tables:
        for rij in tabel.rows:
            for cel in rij.cells:
                alineas += [p.text for p in cel.paragraphs]
    return "\n".join(alineas)


def pdf_tekst(inhoud: bytes) -> str:
    document = pypdfium2.PdfDocument(inhoud)
    return "\n".join(blad.get_textpage().get_text_range() for blad in document)


class Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tekst: list[str] = []
        self.tags: list[str] = []
        self.fouten: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag not in ("meta", "br", "img", "path"):
            self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "path":
            return
        if self.tags.pop() != tag:
            self.fouten.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.tags:
            self.tekst.append(data)


def html_tekst(inhoud: bytes) -> str:
    lezer = Lezer()
    lezer.feed(inhoud.decode())
    assert not lezer.tags
    assert not lezer.fouten
    return "".join(lezer.tekst)


LEZERS = {Formaat.DOCX: docx_tekst, Formaat.PDF: pdf_tekst, Formaat.HTML: html_tekst}


def alle_zinnen(letter: Brief) -> list[str]:
    waarden = letter.waarden
    return [
        letter.onderwerp,
        *(blok.tekst for blok in letter.blokken if blok.delen),
        *waarden.schuldenaar.adresregels,
        *(factuur.nummer for factuur in waarden.facturen),
        *(factuur.omschrijving for factuur in waarden.facturen),
        *(regel.toelichting for regel in waarden.specificatie),
        waarden.iban,
        waarden.betaalkenmerk,
    ]


@pytest.mark.parametrize("formaat", list(LEZERS))
@pytest.mark.parametrize(("naam", "soort"), ALLE)
def test_no_sentence_is_lost(naam: str, soort: Briefsoort, formaat: Formaat) -> None:
    letter = brief(naam, soort, taal=Taal.NL).brief
    gelezen = woorden(LEZERS[formaat](maak_op(letter, formaat, STIJL)))
    for zin in alle_zinnen(letter):
        assert woorden(zin) in gelezen, zin


@pytest.mark.parametrize("formaat", list(Formaat))
@pytest.mark.parametrize("naam", ["praktijk", "tekens", "incassobureau_btw"])
def test_same_letter_same_bytes(naam: str, formaat: Formaat) -> None:
    eerste = maak_op(brief(naam).brief, formaat, STIJL)
    maak_op(brief("minimum").brief, formaat, STIJL)
    assert maak_op(brief(naam).brief, formaat, STIJL) == eerste


def test_docx_carries_title_author_language_and_the_date_of_the_letter() -> None:
    inhoud = maak_op(brief("praktijk", taal=Taal.EN).brief, Formaat.DOCX)
    eigenschappen = Document(io.BytesIO(inhoud)).core_properties
    assert eigenschappen.title == "Formal reminder for 2 invoices"
    assert eigenschappen.author == "Praktijk De Linde"
    assert eigenschappen.language == "en"
    assert eigenschappen.created.isoformat().startswith("2026-11-20")
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert b'w:lang w:val="en-GB"' in pakket.read("word/styles.xml")


def test_docx_has_no_tag_left_and_is_whole() -> None:
    for naam, soort in ALLE:
        if naam == "tekens":
            continue
        with zipfile.ZipFile(io.BytesIO(maak_op(brief(naam, soort).brief, Formaat.DOCX))) as pakket:
            assert pakket.testzip() is None
            for deel in pakket.namelist():
                if deel.endswith(".xml"):
                    assert not re.search(rb"\{[{%#]|[}%#]\}", pakket.read(deel)), (naam, deel)


def test_braces_in_data_stay_data() -> None:
    tekst = docx_tekst(maak_op(brief("tekens").brief, Formaat.DOCX))
    assert '{{ 7*7 }} O\'Neill **de "Witte"** # [kern] Müller-Łukasz' in tekst
    assert "50% korting {% if %} | pijp" in tekst


def test_the_table_heading_is_repeated_and_no_row_is_cut() -> None:
    inhoud = maak_op(brief("zestig_facturen").brief, Formaat.DOCX)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        xml = pakket.read("word/document.xml")
    assert xml.count(b"<w:tblHeader/>") == 1
    assert xml.count(b"<w:cantSplit/>") >= 62


# --- PDF --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return maak_op(brief("praktijk").brief, Formaat.PDF, STIJL)


def test_pdf_claims_and_has_what_pdf_a_and_ua_ask(pdf: bytes) -> None:
    """PDF/A-2a and PDF/UA-1: metadata, tags, language, title shown, output intent."""
    for sleutel in (
        b"<pdfaid:part>2</pdfaid:part>",
        b"<pdfaid:conformance>A</pdfaid:conformance>",
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"/MarkInfo",
        b"/StructTreeRoot",
        b"/Lang(nl)",
        b"/DisplayDocTitle true",
        b"/OutputIntents",
        b"Aanmaning voor 2 facturen",
        b"Praktijk De Linde",
    ):
        assert sleutel in pdf, sleutel
    assert b"/Encrypt" not in pdf


def test_pdf_is_tagged_with_headings_table_list_and_a_described_picture(pdf: bytes) -> None:
    boom = pypdfium2.PdfDocument(pdf)
    ruw = pypdfium2.raw
    gevonden: set[str] = set()
    teksten: set[str] = set()

    def loop(element: object) -> None:
        import ctypes

        for lees, doel in (
            (ruw.FPDF_StructElement_GetType, gevonden),
            (ruw.FPDF_StructElement_GetAltText, teksten),
        ):
            buffer = ctypes.create_string_buffer(512)
            lengte = lees(element, buffer, 512)
            if lengte > 2:
                doel.add(buffer.raw[: lengte - 2].decode("utf-16-le"))
        for nummer in range(ruw.FPDF_StructElement_CountChildren(element)):
            kind = ruw.FPDF_StructElement_GetChildAtIndex(element, nummer)
            if kind:
                loop(kind)

    structuur = ruw.FPDF_StructTree_GetForPage(boom[0])
    for nummer in range(ruw.FPDF_StructTree_CountChildren(structuur)):
        loop(ruw.FPDF_StructTree_GetChildAtIndex(structuur, nummer))
    assert gevonden >= {"Document", "H1", "H2", "P", "Table", "TH", "TD", "L", "LI", "Figure"}
    assert any("QR-code" in tekst for tekst in teksten)


def test_pdf_embeds_its_fonts_and_uses_the_one_of_the_letter(pdf: bytes) -> None:
    """Arimo is as wide as the Arial of the Word letter (docs/keuzes/0018)."""
    namen = re.findall(rb"/FontName/[A-Z]{6}\+([A-Za-z-]+)", pdf)
    assert sorted(namen) == [b"Arimo-Bold", b"Arimo-Regular"]
    assert pdf.count(b"/FontFile2") + pdf.count(b"/FontFile3") == 2


def test_pdf_dates_are_read_back_without_soft_hyphens(pdf: bytes) -> None:
    tekst = pdf_tekst(pdf)
    assert "\u00ad" not in tekst
    assert "20 november 2026" in tekst.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("naam", "bladen"), [("btw_verrekenbaar", 1), ("minimum", 1), ("zestig_facturen", 3)]
)
@pytest.mark.parametrize("toon", list(Toon))
def test_pdf_pages(naam: str, bladen: int, toon: Toon) -> None:
    inhoud = maak_op(brief(naam, toon=toon).brief, Formaat.PDF, STIJL)
    assert len(pypdfium2.PdfDocument(inhoud)) == bladen


@pytest.mark.parametrize("naam", ["X" * 300, "1234567890" * 30, "Zeer lange naam en co. " * 13])
def test_pdf_keeps_everything_between_its_margins(naam: str) -> None:
    """300 characters, also without a space to break at: nothing runs off the page or over."""
    dossier = maak_dossier(
        schuldeiser={"naam": naam, "adres": naam},
        schuldenaar={"naam": naam, "adres": naam, "plaats": naam[:100]},
        vordering={"factuurnummer": naam.strip(), "omschrijving": naam},
    )
    letter = schrijf(dossier, Briefsoort.WIK).brief
    pdf = maak_op(letter, Formaat.PDF, STIJL)
    gelezen = woorden(pdf_tekst(pdf)).replace("\u200b", "")
    for zin in alle_zinnen(letter):
        assert woorden(zin) in gelezen
    mm = 25.4 / 72
    with pypdfium2.PdfDocument(pdf) as document:
        for blad in document:
            tekst = blad.get_textpage()
            for nummer in range(tekst.count_chars()):
                links, onder, rechts, boven = (mm * maat for maat in tekst.get_charbox(nummer))
                assert 24 < links <= rechts < 191, tekst.get_text_range(nummer, 20)
                assert 0 < onder <= boven < 297
        vak = document[0].get_textpage().get_text_bounded(0, 0, 595, (297 - 45) / mm)
    assert woorden(naam) in woorden(vak).replace("\u200b", "")
    titel = re.search(rb"<dc:title>.*?</dc:title>", pdf)
    assert titel
    assert "\u200b".encode() not in titel[0]


def test_a_word_of_a_usual_length_is_not_made_breakable() -> None:
    """What is copied from a pdf, such as an address to mail to, holds nothing unseen."""
    tekst = pdf_tekst(maak_op(brief("lange_namen").brief, Formaat.PDF, STIJL))
    assert "\u200b" not in tekst
    assert "administratie@delinde.example" in tekst


def test_pdf_of_a_script_without_font_is_refused_or_right() -> None:
    from dataclasses import replace

    from wiktool.kern.fouten import NietMogelijk

    letter = brief("praktijk").brief
    for naam in ("Иван Петров", "Ελένη", "שלום", "محمد"):
        schuldenaar = replace(letter.waarden.schuldenaar, adresregels=(naam,))
        vreemd = replace(letter, waarden=replace(letter.waarden, schuldenaar=schuldenaar))
        assert maak_op(vreemd, Formaat.PDF, STIJL).startswith(b"%PDF")
    schuldenaar = replace(letter.waarden.schuldenaar, adresregels=("王伟",))
    chinees = replace(letter, waarden=replace(letter.waarden, schuldenaar=schuldenaar))
    with pytest.raises(NietMogelijk, match="lettertype"):
        maak_op(chinees, Formaat.PDF, STIJL)
    assert "王伟" in docx_tekst(maak_op(chinees, Formaat.DOCX, STIJL))


def test_pdf_with_logo_colour_and_overlay(logo: bytes) -> None:
    stijl = Huisstijl(logo=logo, kleur="#aa0000", venster="c5-links", overlay=True)
    inhoud = maak_op(brief("praktijk").brief, Formaat.PDF, stijl)
    assert inhoud.count(b"/Subtype/Image") >= 1
    assert maak_op(brief("praktijk").brief, Formaat.PDF, stijl) == inhoud


# --- HTML, text, Markdown, e-mail --------------------------------------------------------------


def test_html_is_one_file_and_cannot_run_anything() -> None:
    tekst = maak_op(brief("tekens").brief, Formaat.HTML, STIJL).decode()
    assert "<script" not in tekst
    assert "Jansen &amp; Zn &lt;b&gt;" in tekst
    assert not re.search(r"(src|href)=\"(?!data:)", tekst)
    assert '<html lang="nl">' in tekst


def test_text_keeps_to_its_width_where_words_allow() -> None:
    for regel in als_tekst(brief("praktijk").brief).splitlines():
        assert len(regel) <= 78, regel


def test_text_columns_are_aligned() -> None:
    regels = als_tekst(brief("praktijk").brief).splitlines()
    kop = next(i for i, regel in enumerate(regels) if regel.startswith("Factuur "))
    einden = {len(regels[i]) for i in (kop, kop + 1, kop + 3, kop + 5)}
    assert len(einden) == 1
    assert regels[kop + 2].startswith("  Behandelingen")


def test_markdown_escapes_data() -> None:
    tekst = als_markdown(brief("tekens").brief)
    assert r"\*\*de" in tekst
    assert r"\<b\>" in tekst
    assert r"\| pijp" in tekst


def test_eml_is_a_draft_with_subject_text_and_the_pdf() -> None:
    inhoud = maak_op(brief("email").brief, Formaat.EML, STIJL)
    bericht = email.message_from_bytes(inhoud, policy=policy.default)
    assert bericht["Subject"] == "Aanmaning voor factuur 2026-0111"
    assert bericht["To"] == '"J. Jansen" <j.jansen@voorbeeld.example>'
    assert bericht["X-Unsent"] == "1"
    assert bericht["Date"] is None
    romp = bericht.get_body(("plain",))
    assert romp is not None
    assert "nadat deze brief door u is ontvangen" in romp.get_content()
    (bijlage,) = bericht.iter_attachments()
    assert bijlage.get_filename() == "wik-2026-0111.pdf"
    assert bijlage.get_content() == maak_op(brief("email").brief, Formaat.PDF, STIJL)


def test_eml_headers_cannot_be_smuggled_in() -> None:
    inhoud = maak_op(brief("tekens").brief, Formaat.EML, STIJL)
    bericht = email.message_from_bytes(inhoud, policy=policy.default)
    assert set(bericht.keys()) <= {
        "Subject", "From", "To", "X-Unsent", "MIME-Version", "Content-Type"
    }  # fmt: skip
