"""The fast Word path gives, part for part, what docxtpl gives for the same template."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Cm
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree
from tests.brieven.hulp import BRIEVEN, voorbeeldbrief
from tests.brieven.hulp_opmaak_word import CONTEXT, bytes_van, delen, gewoon, samen

from wiktool.brieven.briefcontext import wordcontext
from wiktool.brieven.opmaak_word import Wordsjabloon
from wiktool.brieven.qr import als_matrix, als_png, betaalcode
from wiktool.brieven.sjablonen import vertrouwde_omgeving
from wiktool.brieven.zandbak import Zandbak
from wiktool.kern.begrippen import Briefsoort, Taal, Toon
from wiktool.taken.sjablonen import briefpapier

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as Documenttype


def met_docxtpl(sjabloon: bytes) -> dict[str, bytes]:
    document = DocxTemplate(io.BytesIO(sjabloon))
    document.render(dict(CONTEXT), Environment(undefined=StrictUndefined), autoescape=True)
    uit = io.BytesIO()
    document.save(uit)
    return delen(uit.getvalue())


def met_wiktool(sjabloon: bytes, omgeving: Environment) -> dict[str, bytes]:
    return delen(Wordsjabloon(sjabloon, "proef.docx", omgeving).vul(CONTEXT, {}))


def canoniek(naam: str, inhoud: bytes) -> object:
    if not naam.endswith((".xml", ".rels")):
        return inhoud
    wortel = etree.fromstring(inhoud, etree.XMLParser(remove_blank_text=True))
    if naam == "docProps/core.xml":  # docxtpl adds empty properties
        return {kind.tag: kind.text for kind in wortel if kind.text}
    if naam.endswith(".rels") or naam == "[Content_Types].xml":
        return sorted(etree.tostring(kind, method="c14n") for kind in wortel)
    return etree.tostring(wortel, method="c14n")


# --- a spread of templates --------------------------------------------------------------------


def geknipt() -> Documenttype:
    """Word cuts a tag into runs."""
    document = Document()
    alinea = document.add_paragraph("Aan ")
    for stuk in ("{", "{ na", "am ", "}", "} en verder"):
        alinea.add_run(stuk).bold = stuk != "} en verder"
    tweede = document.add_paragraph()
    for stuk in ("{% ", "if wa", "ar %}", "ja", "{% endif ", "%}"):
        tweede.add_run(stuk)
    return document


def alinealussen() -> Documenttype:
    document = Document()
    for tekst in (
        "{%p for regel in lijst %}",
        "{{ loop.index }}. {{ regel }}",
        "{%p endfor %}",
        "{%p if waar %}",
        "wel",
        "{%p else %}",
        "niet",
        "{%p endif %}",
        "{#p dit is een opmerking #}",
        "{%p if niet %}",
        "nooit {{ onbekend }}",
        "{%p endif %}",
        "einde",
    ):
        document.add_paragraph(tekst)
    return document


def tabelrijen() -> Documenttype:
    document = Document()
    tabel = document.add_table(rows=4, cols=2)
    inhoud = (("a", "b"), ("{%tr for r in rijen %}", ""), ("{{ r.a }}", "{{ r.b }}"))
    for rij, teksten in zip(tabel.rows, (*inhoud, ("{%tr endfor %}", "")), strict=True):
        for cel, tekst in zip(rij.cells, teksten, strict=True):
            cel.text = tekst
    document.add_paragraph("na de tabel")
    return document


def tabelkolommen() -> Documenttype:
    """The number of cells depends on the data: the grid must follow."""
    document = Document()
    tabel = document.add_table(rows=2, cols=4)
    teksten = ("{%tc for k in kolommen %}", "{{ k }}", "{%tc endfor %}", "slot")
    for rij in tabel.rows:
        for cel, tekst in zip(rij.cells, teksten, strict=True):
            cel.text = tekst
    return document


def celopmaak() -> Documenttype:
    document = Document()
    tabel = document.add_table(rows=3, cols=3)
    tabel.rows[0].cells[0].text = "{% colspan span %}breed"
    tabel.rows[0].cells[1].text = "{% cellbg kleur %}gekleurd"
    tabel.rows[1].cells[0].text = "{%tc for k in kolommen %}"
    tabel.rows[1].cells[1].text = "{% hm %}samen"
    tabel.rows[1].cells[2].text = "{%tc endfor %}"
    tabel.rows[2].cells[0].text = "rest"
    return document


def verticaal() -> Documenttype:
    document = Document()
    tabel = document.add_table(rows=3, cols=2)
    tabel.rows[0].cells[0].text = "{%tr for r in rijen %}"
    tabel.rows[1].cells[0].text = "{% vm %}samen"
    tabel.rows[1].cells[1].text = "{{ r.b }}"
    tabel.rows[2].cells[0].text = "{%tr endfor %}"
    return document


def opgemaakt() -> Documenttype:
    document = Document()
    document.add_paragraph("Voor {{r rijk }} na")
    alinea = document.add_paragraph("begin ")
    alinea.add_run("{%r if waar %}")
    alinea.add_run("midden").italic = True
    alinea.add_run("{%r endif %}")
    alinea.add_run(" einde")
    return document


def regeleinden() -> Documenttype:
    document = Document()
    alinea = document.add_paragraph(style="Quote")
    alinea.add_run("{{ regels }}").bold = True
    document.add_paragraph("{{ alineas }}")
    document.add_paragraph("{{ bladen }}")
    document.add_paragraph("los\tmet tab")
    return document


def witruimte() -> Documenttype:
    document = Document()
    for tekst in ("een {%- if waar %}", "twee", "{%- endif -%}", "drie", "{_{ letterlijk }_}"):
        document.add_paragraph(tekst)
    return document


def koppen() -> Documenttype:
    document = Document()
    sectie = document.sections[0]
    sectie.header.paragraphs[0].text = "Kop {{ naam }}"
    sectie.footer.paragraphs[0].text = "Voet {% if waar %}{{ lijst[0] }}{% endif %}"
    sectie.different_first_page_header_footer = True
    sectie.first_page_header.paragraphs[0].text = "Eerste {{ leeg }}"
    document.add_paragraph("romp {{ jinja_in_data }}")
    return document


def krulaanhaling() -> Documenttype:
    """Word's autocorrection turns quotes in a tag into typographic ones."""
    document = Document()
    document.add_paragraph("{{ rijen[0][‘a’] }} {% if lijst[0] == “een” %}ja{% endif %}")
    document.add_paragraph("{% if 1 < 2 %}kleiner{% endif %}")
    return document


def plaatjes() -> Documenttype:
    """Drawings in a loop need numbers of their own."""
    document = Document()
    beeld = io.BytesIO(als_png([b"\1\0", b"\0\1"]))
    document.add_paragraph("{%p for x in lijst %}")
    document.add_picture(beeld, width=Cm(2))
    document.add_paragraph("{%p endfor %}")
    document.add_picture(beeld, width=Cm(1))
    return document


def secties() -> Documenttype:
    document = Document()
    document.add_paragraph("een {{ naam }}")
    document.add_section()
    document.add_paragraph("twee {{ naam }}")
    return document


def genest() -> Documenttype:
    """A table in a table: docxtpl's grids follow the longest row of both."""
    document = Document()
    buiten = document.add_table(rows=1, cols=2)
    binnen = buiten.rows[0].cells[0].add_table(rows=2, cols=3)
    binnen.rows[0].cells[0].text = "{{ naam }}"
    return document


SPREIDING: tuple[Callable[[], Documenttype], ...] = (
    gewoon,
    geknipt,
    alinealussen,
    tabelrijen,
    tabelkolommen,
    celopmaak,
    verticaal,
    opgemaakt,
    regeleinden,
    witruimte,
    koppen,
    krulaanhaling,
    plaatjes,
    secties,
    genest,
)


@pytest.mark.parametrize("maak", SPREIDING, ids=lambda maak: maak.__name__)
@pytest.mark.parametrize("omgeving", [vertrouwde_omgeving, Zandbak], ids=["eigen", "zandbak"])
def test_same_as_docxtpl_part_for_part(
    maak: Callable[[], Documenttype], omgeving: Callable[[], Environment]
) -> None:
    sjabloon = bytes_van(maak())
    verwacht, gekregen = met_docxtpl(sjabloon), met_wiktool(sjabloon, omgeving())
    assert set(gekregen) == set(verwacht)
    for naam in verwacht:
        assert canoniek(naam, gekregen[naam]) == canoniek(naam, verwacht[naam]), naam


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize(
    ("naam", "soort"), [*((n, s) for n, s in BRIEVEN if n == "tekens"), *BRIEVEN[::9]]
)
def test_our_own_paper_is_the_same_as_docxtpl_makes_it(
    naam: str, soort: Briefsoort, taal: Taal
) -> None:
    """The letters themselves: every block, table, header and footer, and the payment code.

    Only the properties differ where docxtpl escapes twice: «A & B» is «A &amp; B» there.
    """
    letter = voorbeeldbrief(naam, soort, Toon.FORS, taal).brief
    code = betaalcode(letter.waarden)
    context = wordcontext(letter, heeft_logo=False, heeft_qr=code is not None)
    plaatjes = {"betaal-qr": als_png(als_matrix(code))} if code is not None else {}
    papier = briefpapier()
    document = DocxTemplate(io.BytesIO(papier))
    document.pics_to_replace.update(plaatjes)
    document.render(dict(context), Environment(undefined=StrictUndefined), autoescape=True)
    uit = io.BytesIO()
    document.save(uit)
    verwacht = delen(uit.getvalue())
    gekregen = delen(Wordsjabloon(papier, "papier", vertrouwde_omgeving()).vul(context, plaatjes))
    verwacht["docProps/core.xml"] = verwacht["docProps/core.xml"].replace(b"&amp;", b"&")
    assert set(gekregen) == set(verwacht)
    for deel in verwacht:
        assert canoniek(deel, gekregen[deel]) == canoniek(deel, verwacht[deel]), deel


def test_properties_are_filled_in_and_escaped() -> None:
    document = Document()
    document.core_properties.title = "Brief aan {{ naam }}"
    gevuld = met_wiktool(bytes_van(document), Zandbak())
    uit = Document(io.BytesIO(samen(gevuld)))
    assert uit.core_properties.title == "Brief aan Jansen & Zn <b> “echt” 'waar'"


def test_same_input_same_bytes() -> None:
    sjabloon = Wordsjabloon(bytes_van(koppen()), "x", Zandbak())
    eerste = sjabloon.vul(CONTEXT, {})
    sjabloon.vul({**CONTEXT, "naam": "een ander"}, {})
    assert sjabloon.vul(CONTEXT, {}) == eerste
    assert Wordsjabloon(bytes_van(koppen()), "x", Zandbak()).vul(CONTEXT, {}) == eerste


def test_zip_has_fixed_dates_and_reads_everywhere() -> None:
    inhoud = Wordsjabloon(bytes_van(gewoon()), "x", Zandbak()).vul(CONTEXT, {})
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert {deel.date_time for deel in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert pakket.namelist()[0] == "[Content_Types].xml"


def test_text_box_is_filled_too() -> None:
    document = Document()
    alinea = document.add_paragraph("buiten")
    vak = OxmlElement("w:pict")
    binnen = OxmlElement("w:txbxContent")
    tekst = OxmlElement("w:p")
    stuk, woorden = OxmlElement("w:r"), OxmlElement("w:t")
    woorden.text = "in het vak {{ lijst[0] }}"
    stuk.append(woorden)
    tekst.append(stuk)
    binnen.append(tekst)
    vak.append(binnen)
    alinea.add_run()._r.append(vak)
    gevuld = met_wiktool(bytes_van(document), Zandbak())
    assert b"in het vak een" in gevuld["word/document.xml"]


def test_a_comment_may_run_over_paragraphs() -> None:
    document = Document()
    for tekst in ("{{ kleur }}{# hier", "staat niets", "#}"):
        document.add_paragraph(tekst)
    sjabloon = Wordsjabloon(bytes_van(document), "eigen.docx", Zandbak())
    brief = Document(io.BytesIO(sjabloon.vul(CONTEXT, {})))
    assert [alinea.text for alinea in brief.paragraphs] == ["FF8800"]
