"""Letters with the same mark-up: the next one is read as the first, whatever is written in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiktool.invoer.brief import docx, pakket, wordvorm
from wiktool.invoer.brief.passages import genummerd
from wiktool.invoer.brief.worddelen import Worddelen
from wiktool.invoer.brief.wordnamen import HOOFDRUIMTE
from wiktool.kern.brieftekst import Brieftekst, Rol
from wiktool.kern.fouten import BestandFout

MaakDocx = Callable[..., bytes]
MaakZip = Callable[..., bytes]
BEGIN = f'<w:document xmlns:w="{HOOFDRUIMTE}"><w:body>'
EINDE = "</w:body></w:document>"
TABEL = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def helemaal_ontleed(inhoud: bytes) -> Brieftekst:
    """The letter as the reader sees it that parses the whole of it."""
    return Brieftekst(alineas=genummerd(docx.passages(Worddelen(pakket.Pakket(inhoud)))))


def naar_vorm(ruw: str | bytes, rol: Rol = Rol.HOOFDTEKST) -> list[str] | None:
    """The texts by the form of the mark-up, once that is known; None where it is not used."""
    inhoud = ruw.encode() if isinstance(ruw, str) else ruw
    wordvorm.lees_naar_vorm(inhoud, rol)
    gelezen = wordvorm.lees_naar_vorm(inhoud, rol)
    return None if gelezen is None else [p.tekst for p in gelezen[0]]


def brief(*teksten: str) -> str:
    alineas = "".join(f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>" for tekst in teksten)
    return BEGIN + alineas + EINDE


def test_a_mark_up_is_learnt_when_it_is_met_again() -> None:
    eigen = '<w:p w:rsidR="00LEERT1">'
    ruw = brief("een", "twee").replace("<w:p>", eigen).encode()
    ander = brief("drie", "vier").replace("<w:p>", eigen).encode()
    assert wordvorm.lees_naar_vorm(ruw, Rol.HOOFDTEKST) is None
    gelezen = wordvorm.lees_naar_vorm(ander, Rol.HOOFDTEKST)
    assert gelezen is not None
    assert [passage.tekst for passage in gelezen[0]] == ["drie", "vier"]
    assert gelezen[1] == ()


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("", ""),
        ("Jansen &amp; Zn. &lt;14&gt; &quot;dagen&quot;", 'Jansen & Zn. <14> "dagen"'),
        ("&#8364; 40,00 &#x26;", "€ 40,00 &"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("\u0338 los", "\u0338 los"),
        ("financie\u0308n", "financiën"),
        ("14\u2011daagse \ufb01nanciën", "14-daagse financiën"),
        ("\ue0000", "\ue0000"),
        ("\ue00099", "\ue00099"),
        ("👍 betaald", "👍 betaald"),
    ],
)
def test_a_text_means_what_xml_says(tekst: str, gelezen: str) -> None:
    naar_vorm(brief("voor", "midden", "na"))
    assert naar_vorm(brief("voor", tekst, "na")) in (["voor", gelezen, "na"], None)
    assert naar_vorm(brief("voor", "midden", "na")) == ["voor", "midden", "na"]


@pytest.mark.parametrize(
    "tekst",
    ["&onbekend;", "&amp", "\x01", "\ufffe", "a<b", "a<w:b", "a]]>b", "a > b", "a>b", "\u0338"],
)
def test_what_is_no_xml_or_unusual_is_left_to_the_other_reader(tekst: str) -> None:
    naar_vorm(brief("voor", "midden", "na"))
    gelezen = naar_vorm(brief("voor", tekst, "na"))
    assert gelezen is None or (tekst == "\u0338" and gelezen == ["voor", tekst, "na"])


@pytest.mark.parametrize("fout", [b"\xff", b"\xed\xa0\x80", b"\xc0\xaf", b"\x00", b"\xef\xbf\xbf"])
def test_bytes_that_are_no_text(fout: bytes, maak_zip: MaakZip) -> None:
    goed = brief("voor", "MIDDEN", "na").encode()
    naar_vorm(goed)
    slecht = goed.replace(b"MIDDEN", b"mid" + fout)
    assert naar_vorm(slecht) is None
    with pytest.raises(BestandFout, match="beschadigd"):
        docx.lees(maak_zip({"word/document.xml": slecht}))


@pytest.mark.parametrize(
    "romp",
    [
        "<w:p><w:r><w:t>x<w:tab/>5</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>0<w:tab/>x</w:t></w:r></w:p>",
        "<w:p><w:r><w:t><![CDATA[a>b</w:t>c]]></w:t></w:r></w:p>",
        "<w:p><w:r><w:t><![CDATA[a]]>b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a<!-- > -->b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t><!--></w:t>-->b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a<?pi >b</w:t>?></w:t></w:r></w:p>",
        "<w:p><w:r><w:t>&#xE000;0</w:t><w:t>b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>\ue0001<w:tab/>c</w:t><w:t>b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t >a</w:t ><w:t>b</w:t></w:r></w:p>",
        '<w:p><w:r><w:t w:x="a>b">c</w:t></w:r></w:p>',
        '<w:p><w:r><w:t xmlns:w="urn:iets-anders">c</w:t><w:t>d</w:t></w:r></w:p>',
        "<w:p><w:r><w:delText>a</w:delText><w:t>b</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/></w:r></w:p>",
        TABEL.format("nr. 17", "€ 40,00"),
        TABEL.format("nr. 17", "€ 40,00" + "0" * 500),
        TABEL.format("", "€ 40,00"),
        TABEL.format("a", "b").replace("<w:tc><w:p>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>", 1),
        "<w:p><w:r><w:t>los</w:t></w:r></w:p></w:t>",
        "<w:p><w:r></w:t></w:t></w:r></w:p>",
    ],
)
@pytest.mark.parametrize("keren", [1, 2, 3])
def test_every_time_the_same(romp: str, keren: int, maak_zip: MaakZip) -> None:
    inhoud = maak_zip({"word/document.xml": BEGIN + romp + EINDE})
    try:
        verwacht: Brieftekst | str = helemaal_ontleed(inhoud)
    except BestandFout as fout:
        verwacht = str(fout)
    for _ in range(keren):
        try:
            gelezen: Brieftekst | str = docx.lees(inhoud)
        except BestandFout as fout:
            gelezen = str(fout)
        assert gelezen == verwacht


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), min_size=4, max_size=4))
@settings(max_examples=150)
def test_any_text_is_read_as_when_parsed_whole(maak_zip: MaakZip, teksten: list[str]) -> None:
    ruw = BEGIN + TABEL.format(*teksten[:2]) + brief(*teksten[2:]).removeprefix(BEGIN)
    naar_vorm(BEGIN + TABEL.format("a", "b") + brief("c", "d").removeprefix(BEGIN))
    inhoud = maak_zip({"word/document.xml": ruw})
    try:
        verwacht: Brieftekst | str = helemaal_ontleed(inhoud)
    except BestandFout as fout:
        verwacht = str(fout)
    try:
        gelezen: Brieftekst | str = docx.lees(inhoud)
    except BestandFout as fout:
        gelezen = str(fout)
    assert gelezen == verwacht


def test_texts_are_cut_out_of_utf8_alone() -> None:
    for naam in ("UTF-8", "utf-8"):
        kop = f'<?xml version="1.0" encoding="{naam}"?>'
        assert naar_vorm(kop + brief("financiën")) == ["financiën"]
    kop = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    assert naar_vorm((kop + brief("financiën")).encode("latin-1")) is None
    assert naar_vorm(kop + brief("financien")) is None
    zestien = brief("financiën").encode("utf-16")  # no text is found in it, so all is mark-up
    assert naar_vorm(zestien) == ["financiën"]
    assert naar_vorm(brief("\ue0000").encode("utf-16")) is None


def test_a_header_is_no_letter_and_a_letter_no_header() -> None:
    kop = f'<w:hdr xmlns:w="{HOOFDRUIMTE}"><w:p><w:r><w:t>Kenmerk 1</w:t></w:r></w:p></w:hdr>'
    assert naar_vorm(kop, Rol.KOPTEKST) == ["Kenmerk 1"]
    assert naar_vorm(kop) is None
    assert naar_vorm(brief("Geachte"), Rol.KOPTEKST) is None
    assert naar_vorm(brief("Geachte").replace("w:body", "w:romp")) is None


def test_too_large_to_remember() -> None:
    assert naar_vorm(brief("a" * 90_000)) is not None
    assert naar_vorm(brief("a" * 110_000)) is None


def test_a_doctype_stays_forbidden(maak_zip: MaakZip) -> None:
    naar_vorm(brief("tekst"))
    ruw = "<!DOCTYPE w:document []>" + brief("tekst")
    assert naar_vorm(ruw) is None
    for _ in range(3):
        with pytest.raises(BestandFout, match="DOCTYPE"):
            docx.lees(maak_zip({"word/document.xml": ruw}))


def test_headers_that_differ_by_letter_and_sections(maak_docx: MaakDocx) -> None:
    def met(kenmerk: str, tekst: str) -> bytes:
        return maak_docx(
            f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p><w:sectPr>"
            '<w:headerReference w:type="default" r:id="rId1"/></w:sectPr>',
            delen={
                "word/header1.xml": "<w:hdr RUIMTEN><w:p><w:r><w:t>Kenmerk</w:t><w:tab/>"
                f"<w:t>{kenmerk}</w:t></w:r></w:p></w:hdr>"
            },
            relaties=[("rId1", "header", "header1.xml")],
        )

    for nummer in range(4):
        gelezen = docx.lees(met(f"D-{nummer}", f"Brief {nummer}")).alineas
        assert [(alinea.tekst, alinea.rol) for alinea in gelezen] == [
            (f"Kenmerk\tD-{nummer}", Rol.KOPTEKST),
            (f"Brief {nummer}", Rol.HOOFDTEKST),
        ]


def test_as_many_are_remembered_as_some_templates_need(maak_zip: MaakZip) -> None:
    for nummer in range(100):
        naar_vorm(brief("tekst").replace("<w:p>", f'<w:p w:rsidR="{nummer:08}">'))
    assert wordvorm._opmaak.cache_info().currsize <= 64
