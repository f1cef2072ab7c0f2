"""Word letters: what a reader sees counts, once; what was deleted or hidden does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wiktool.invoer.brief import docx
from wiktool.kern.brieftekst import Brieftekst, Rol
from wiktool.kern.fouten import BestandFout

MaakDocx = Callable[..., bytes]


def alinea(*lopen: str, eigenschappen: str = "") -> str:
    return f"<w:p>{eigenschappen}{''.join(f'<w:r>{loop}</w:r>' for loop in lopen)}</w:p>"


def t(tekst: str) -> str:
    return f'<w:t xml:space="preserve">{tekst}</w:t>'


def p(tekst: str) -> str:
    return alinea(t(tekst))


def lees(inhoud: bytes) -> Brieftekst:
    """The letter, met for the first time and again: then its mark-up is known."""
    brief = docx.lees(inhoud)
    assert docx.lees(inhoud) == docx.lees(inhoud) == brief
    return brief


def teksten(inhoud: bytes) -> list[str]:
    return [alinea_.tekst for alinea_ in lees(inhoud).alineas]


@pytest.mark.parametrize("strikt", [False, True])
def test_paragraphs_in_order_over_runs(maak_docx: MaakDocx, strikt: bool) -> None:
    brief = maak_docx(
        alinea(t("Betaal binnen "), "<w:rPr><w:b/></w:rPr>" + t("veertien dagen"))
        + p("Hoogachtend"),
        strikt=strikt,
    )
    assert teksten(brief) == ["Betaal binnen veertien dagen", "Hoogachtend"]


@pytest.mark.parametrize(
    ("loop", "gelezen"),
    [
        (t("a") + "<w:tab/>" + t("b"), "a\tb"),
        (t("a") + "<w:br/>" + t("b"), "a\nb"),
        (t("a") + "<w:cr/>" + t("b"), "a\nb"),
        (t("14") + "<w:noBreakHyphen/>" + t("daagse"), "14-daagse"),
        (t("beta") + "<w:softHyphen/>" + t("len"), "betalen"),
        (t("beta\u00adlen 14\u2011daagse"), "betalen 14-daagse"),
        (t("€\u00a040,00"), "€\u00a040,00"),
        ('<w:sym w:font="Symbol" w:char="F0A0"/>' + t(" 40"), "€ 40"),
        (t("financie\u0308n"), "financiën"),
        (
            "<w:ruby><w:rt><w:r>" + t("x") + "</w:r></w:rt><w:rubyBase><w:r>" + t("y") + "</w:r>"
            "</w:rubyBase></w:ruby>",
            "y",
        ),
    ],
)
def test_characters(maak_docx: MaakDocx, loop: str, gelezen: str) -> None:
    assert teksten(maak_docx(alinea(loop))) == [gelezen]


@pytest.mark.parametrize(
    "binnen",
    [
        '<w:hyperlink r:id="rId9"><w:r><w:t>ja</w:t></w:r></w:hyperlink>',
        (
            "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:r><w:t>ja</w:t></w:r>"
            "</w:sdtContent></w:sdt>"
        ),
        "<w:ins w:id='1'><w:r><w:t>ja</w:t></w:r></w:ins>",
        "<w:moveTo w:id='1'><w:r><w:t>ja</w:t></w:r></w:moveTo>",
        "<w:smartTag><w:r><w:t>ja</w:t></w:r></w:smartTag>",
        "<w:fldSimple w:instr='DATE'><w:r><w:t>ja</w:t></w:r></w:fldSimple>",
        "<m:oMath><m:r><m:t>ja</m:t></m:r></m:oMath>",
        "<w:onbekend><w:r><w:t>ja</w:t></w:r></w:onbekend>",
    ],
)
def test_text_in_wrappers_counts(maak_docx: MaakDocx, binnen: str) -> None:
    assert teksten(maak_docx(f"<w:p>{binnen}</w:p>")) == ["ja"]


@pytest.mark.parametrize(
    "binnen",
    [
        "<w:del w:id='1'><w:r><w:delText>nee</w:delText></w:r></w:del>",
        "<w:moveFrom w:id='1'><w:r><w:t>nee</w:t></w:r></w:moveFrom>",
        "<w:ins w:id='1'><w:del w:id='2'><w:r><w:delText>nee</w:delText></w:r></w:del></w:ins>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>nee</w:t></w:r>",
        "<w:r><w:rPr><w:vanish w:val='true'/></w:rPr><w:t>nee</w:t></w:r>",
        "<w:r><w:instrText>nee</w:instrText></w:r>",
        "<w:r><w:commentReference w:id='1'/></w:r>",
    ],
)
def test_text_that_is_no_longer_or_not_shown(maak_docx: MaakDocx, binnen: str) -> None:
    assert teksten(maak_docx(f"<w:p>{binnen}<w:r><w:t>ja</w:t></w:r></w:p>")) == ["ja"]


def test_hiding_can_be_switched_off_again(maak_docx: MaakDocx) -> None:
    stijlen = (
        "<w:styles RUIMTEN><w:style w:styleId='Geheim'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:styleId='Kind'><w:basedOn w:val='Geheim'/></w:style>"
        "<w:style w:styleId='Rond'><w:basedOn w:val='Rond'/></w:style></w:styles>"
    )
    brief = maak_docx(
        alinea("<w:rPr><w:rStyle w:val='Kind'/></w:rPr>" + t("nee "), t("ja"))
        + alinea(t("nee"), eigenschappen="<w:pPr><w:pStyle w:val='Geheim'/></w:pPr>")
        + alinea(
            "<w:rPr><w:vanish w:val='0'/></w:rPr>" + t("toch"),
            eigenschappen="<w:pPr><w:pStyle w:val='Geheim'/></w:pPr>",
        )
        + alinea("<w:rPr><w:rStyle w:val='Rond'/></w:rPr>" + t("rond")),
        delen={"word/styles.xml": stijlen},
        relaties=[("rId1", "styles", "styles.xml")],
    )
    assert teksten(brief) == ["ja", "toch", "rond"]


def test_field_result_counts_and_its_code_does_not(maak_docx: MaakDocx) -> None:
    def veld(soort: str) -> str:
        return f"<w:fldChar w:fldCharType='{soort}'/>"

    heel = alinea(
        veld("begin"), t("code"), veld("begin"), t("x"), veld("separate"), t("y"), veld("end"),
        veld("separate"), t("21 november"), veld("end"), t(" 2026"),
    )  # fmt: skip
    zonder_uitkomst = alinea(t("voor "), veld("begin"), t("code"), veld("end"), t("na"))
    open_gebleven = alinea(t("begin "), veld("begin"), t("blijft"))
    los_einde = alinea(veld("end"), t("los"))
    brief = maak_docx(heel + zonder_uitkomst + open_gebleven + los_einde)
    assert teksten(brief) == ["21 november 2026", "voor na", "begin blijft", "los"]


def test_a_deleted_paragraph_mark_joins(maak_docx: MaakDocx) -> None:
    weg = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    eerste = alinea(t("binnen veer"), eigenschappen=weg)
    assert teksten(maak_docx(eerste + p("tien dagen"))) == ["binnen veertien dagen"]
    assert teksten(maak_docx(eerste)) == ["binnen veer"]
    assert teksten(maak_docx(eerste + tabel([p("a"), p("b")]))) == ["binnen veer", "a\tb"]


TEKSTVAK = (
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:graphic><wps:txbx>"
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></a:graphic></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent>"
)


def test_a_text_box_is_read_once_and_after_its_paragraph(maak_docx: MaakDocx) -> None:
    brief = lees(maak_docx(alinea(t("bij"), TEKSTVAK.format(p("in het vak"))) + p("na")))
    assert [(a.tekst, a.rol) for a in brief.alineas] == [
        ("bij", Rol.HOOFDTEKST),
        ("in het vak", Rol.TEKSTVAK),
        ("na", Rol.HOOFDTEKST),
    ]


def test_an_old_text_box_counts_where_the_new_branch_has_none(maak_docx: MaakDocx) -> None:
    vak = TEKSTVAK.format(p("oud")).replace(
        f"<wps:txbx><w:txbxContent>{p('oud')}</w:txbxContent></wps:txbx>", ""
    )
    assert teksten(maak_docx(alinea(vak))) == ["oud"]


def tabel(*rijen: list[str]) -> str:
    return (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        + "".join(
            "<w:tr>" + "".join(f"<w:tc>{cel}</w:tc>" for cel in rij) + "</w:tr>" for rij in rijen
        )
        + "</w:tbl>"
    )


def test_a_table_row_is_one_paragraph_with_tabs(maak_docx: MaakDocx) -> None:
    brief = lees(
        maak_docx(tabel([p("Factuur"), p("Bedrag")], [p("17") + p("d.d. 1-8"), p("€ 40,00")]))
    )
    assert [(a.tekst, a.rol) for a in brief.alineas] == [
        ("Factuur\tBedrag", Rol.TABEL),
        ("17\nd.d. 1-8\t€ 40,00", Rol.TABEL),
    ]


def test_merged_deleted_and_hidden_cells(maak_docx: MaakDocx) -> None:
    def eig(naam: str) -> str:
        return f"<w:tcPr>{naam}</w:tcPr>"

    brief = maak_docx(
        tabel(
            [eig("<w:vMerge w:val='restart'/>") + p("samen"), p("a")],
            [eig("<w:vMerge/>") + p("onzichtbaar"), p("b")],
            [eig("<w:gridSpan w:val='2'/>") + p("breed"), p("c")],
            [eig("<w:cellDel w:id='1'/>") + p("weg"), p("d")],
        )
        + "<w:tbl><w:tr><w:trPr><w:del w:id='3'/></w:trPr><w:tc>"
        + p("rij weg")
        + "</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>"
        + p("rij verborgen")
        + "</w:tc></w:tr></w:tbl>"
    )
    assert teksten(brief) == ["samen\ta", "b", "breed\tc", "d"]


def test_layout_tables_keep_their_paragraphs_apart(maak_docx: MaakDocx) -> None:
    lang = "Deze cel bevat lopende tekst. " * 20
    brief = lees(
        maak_docx(
            tabel([p("kader een") + p("kader twee")])
            + tabel([p(lang), p("zij") + TEKSTVAK.format("")])
            + tabel([tabel([p("17"), p("€ 40")]) + p("onder"), p("naast")])
        )
    )
    assert [(a.tekst, a.rol) for a in brief.alineas] == [
        ("kader een", Rol.HOOFDTEKST),
        ("kader twee", Rol.HOOFDTEKST),
        (lang.strip(), Rol.HOOFDTEKST),
        ("zij", Rol.HOOFDTEKST),
        ("17\t€ 40", Rol.TABEL),
        ("onder", Rol.HOOFDTEKST),
        ("naast", Rol.HOOFDTEKST),
    ]


def test_rows_inside_a_content_control_and_a_text_box_in_a_cell(maak_docx: MaakDocx) -> None:
    brief = maak_docx(
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>"
        + p("a")
        + "</w:tc></w:sdtContent></w:sdt><w:tc>"
        + alinea(t("b"), TEKSTVAK.format(p("vak")))
        + "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert teksten(brief) == ["a\tb", "vak"]


def rand(soort: str, tekst: str) -> str:
    return f"<w:{soort} RUIMTEN>{p(tekst)}</w:{soort}>"


@pytest.mark.parametrize(
    ("schakelaars", "instellingen", "koppen"),
    [
        ("", "", ["gewoon"]),
        ("<w:titlePg/>", "", ["eerste", "gewoon"]),
        ("<w:titlePg w:val='0'/>", "<w:evenAndOddHeaders/>", ["gewoon", "even"]),
    ],
)
def test_headers_that_are_shown(
    maak_docx: MaakDocx, schakelaars: str, instellingen: str, koppen: list[str]
) -> None:
    sectie = (
        "<w:sectPr>"
        + "".join(
            f"<w:headerReference w:type='{soort}' r:id='{id_}'/>"
            for soort, id_ in (("even", "rId3"), ("default", "rId1"), ("first", "rId2"))
        )
        + f"<w:footerReference w:type='default' r:id='rId4'/>{schakelaars}</w:sectPr>"
    )
    brief = lees(
        maak_docx(
            p("romp") + sectie + sectie,
            delen={
                "word/header1.xml": rand("hdr", "gewoon"),
                "word/header2.xml": rand("hdr", "eerste"),
                "word/header3.xml": rand("hdr", "even"),
                "word/footer1.xml": rand("ftr", "voet"),
                "word/settings.xml": f"<w:settings RUIMTEN>{instellingen}</w:settings>",
            },
            relaties=[
                ("rId1", "header", "header1.xml"),
                ("rId2", "header", "/word/header2.xml"),
                ("rId3", "header", "header3.xml"),
                ("rId4", "footer", "footer1.xml"),
                ("rId5", "settings", "settings.xml"),
            ],
        )
    )
    assert [a.tekst for a in brief.alineas if a.rol is Rol.KOPTEKST] == koppen
    assert brief.alineas[-1].rol is Rol.VOETTEKST
    assert [a.nummer for a in brief.alineas] == list(range(1, len(brief.alineas) + 1))


def test_notes_in_the_order_of_their_references(maak_docx: MaakDocx) -> None:
    def noten(soort: str, *teksten_: str) -> str:
        binnen = "".join(
            f"<w:{soort} w:id='{n}'>{p(tekst)}</w:{soort}>" for n, tekst in enumerate(teksten_)
        )
        return f"<w:{soort}s RUIMTEN>{binnen}</w:{soort}s>"

    brief = lees(
        maak_docx(
            alinea(t("tekst"), "<w:footnoteReference w:id='2'/>", "<w:endnoteReference w:id='1'/>")
            + alinea(t("meer"), "<w:footnoteReference w:id='1'/>"),
            delen={
                "word/footnotes.xml": noten("footnote", "streep", "tweede", "eerste"),
                "word/endnotes.xml": noten("endnote", "streep", "eind"),
            },
            relaties=[
                ("rId1", "footnotes", "footnotes.xml"),
                ("rId2", "endnotes", "endnotes.xml"),
            ],
        )
    )
    assert [a.tekst for a in brief.alineas] == ["tekst", "meer", "eerste", "eind", "tweede"]
    assert brief.alineas[2].rol is Rol.VOETNOOT


def test_the_main_part_may_have_another_name(maak_docx: MaakDocx) -> None:
    assert teksten(maak_docx(p("tekst"), hoofd="word/document2.xml")) == ["tekst"]


@pytest.mark.parametrize(
    ("tekening", "zin"),
    [
        ("<w:object><o:OLEObject Type='Embed'/></w:object>", "een ingesloten object"),
        (
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
            "grafiek",
        ),
        ('<a:graphicData uri="http://purl.oclc.org/ooxml/drawingml/diagram"/>', "SmartArt"),
        ('<c:x xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>', ""),
    ],
)
def test_what_word_shows_but_wiktool_cannot_read_is_said(
    maak_docx: MaakDocx, tekening: str, zin: str
) -> None:
    loop = f"<w:r xmlns:o='urn:schemas-microsoft-com:office:office'>{tekening}</w:r>"
    ongelezen = lees(maak_docx(f"{p('tekst')}<w:p>{loop}</w:p>")).ongelezen
    assert len(ongelezen) == bool(zin)
    assert all(zin in regel for regel in ongelezen)


@pytest.mark.parametrize("ingesloten", ["altChunk", "subDoc"])
def test_text_in_an_embedded_document_is_refused(maak_docx: MaakDocx, ingesloten: str) -> None:
    with pytest.raises(BestandFout, match="ingesloten document") as fout:
        lees(maak_docx(p("tekst") + f"<w:{ingesloten} r:id='rId1'/>"))
    assert "Word" in fout.value.doe


@pytest.mark.parametrize(
    "romp", ["<w:p/>" * 5, "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<mc:AlternateContent/>"]
)
def test_nothing_to_read_is_no_crash(maak_docx: MaakDocx, romp: str) -> None:
    assert teksten(maak_docx(romp)) == []


PLAT = (
    p("Geachte heer,")
    + alinea(
        t("14\u2011dagen"),
        "<w:tab/>" + t("en"),
        eigenschappen="<w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr>",
    )
    + "<w:p><w:hyperlink r:id='rId9'><w:r><w:t>bel ons</w:t></w:r></w:hyperlink></w:p>"
    + tabel([p("Factuur"), p("Bedrag")], [p("17") + p("") + p("mei"), p("\u20ac 40")])
    + "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
    + p("samen")
    + "</w:tc><w:tc>"
    + p("a")
    + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>"
    + p("weg")
    + "</w:tc><w:tc>"
    + p("b")
    + "</w:tc></w:tr></w:tbl>"
    + p("Groet")
)


@pytest.mark.parametrize(
    ("bijzonder", "erbij"),
    [
        ("<w:sdt><w:sdtContent>" + p("veld") + "</w:sdtContent></w:sdt>", ["veld"]),
        ("<w:p><w:del w:id='1'><w:r><w:delText>nee</w:delText></w:r></w:del></w:p>", []),
        (tabel([tabel([p("x"), p("y")]), p("z")]), ["x\ty", "z"]),
        (
            "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + p("nee") + "</w:tc></w:tr></w:tbl>",
            [],
        ),
        ("<w:p><m:oMath><m:r><m:t>1+1</m:t></m:r></m:oMath></w:p>", ["1+1"]),
    ],
)
def test_a_plain_letter_reads_the_same_beside_something_that_is_not_plain(
    maak_docx: MaakDocx, bijzonder: str, erbij: list[str]
) -> None:
    vlot = [
        "Geachte heer,",
        "14-dagen\ten",
        "bel ons",
        "Factuur\tBedrag",
        "17\nmei\t\u20ac 40",
        "samen\ta",
        "b",
        "Groet",
    ]
    assert teksten(maak_docx(PLAT)) == vlot
    assert teksten(maak_docx(PLAT + bijzonder)) == [*vlot, *erbij]
