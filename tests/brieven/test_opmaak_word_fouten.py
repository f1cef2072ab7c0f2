"""Word templates that are wrong, broken or too large: refused, with the place of the error."""

from __future__ import annotations

import pytest
from docx import Document
from tests.brieven.hulp_opmaak_word import CONTEXT, bytes_van, delen, gewoon, samen

from wiktool.brieven.opmaak_word import Wordsjabloon
from wiktool.brieven.zandbak import Zandbak
from wiktool.kern.fouten import SjabloonFout


def fout_van(*alineas: str) -> SjabloonFout:
    document = Document()
    for tekst in alineas:
        document.add_paragraph(tekst)
    with pytest.raises(SjabloonFout) as gevangen:
        Wordsjabloon(bytes_van(document), "eigen.docx", Zandbak()).vul(CONTEXT, {})
    return gevangen.value


def test_syntax_error_names_its_paragraph() -> None:
    fout = fout_van("goed", "{{ naam }}", "{% if waar %", "slot")
    assert "alinea 3" in fout.melding
    assert "{% if waar %" in fout.melding
    assert fout.plaats == "eigen.docx"


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("{{ onbekend }}", "onbekend"),
        ("{{ naam.__class__ }}", "__class__"),
        ("{{ rijen[0].c }}", "«c»"),
        ("{% include 'x' %}", "laden"),
        ("{{ naam|center(99999999) }}", "center"),
        ("{{ 'a' * 99999999 }}", "vermenigvuldigen"),
        ("{{ lijst[9] }}", ""),
        ("{{ 1 / 0 }}", ""),
        ("{% for a in naam %}{% for b in naam %}{% for c in naam %}{% for d in naam %}", ""),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", ""),
    ],
)
def test_what_a_template_may_not_do_is_a_clear_error(tekst: str, woord: str) -> None:
    assert woord in fout_van(tekst).melding


def test_endless_loops_stop() -> None:
    lus = "".join(f"{{% for {c} in naam %}}" for c in "abcdef")
    assert "stappen" in fout_van(lus + "x" + "{% endfor %}" * 6).melding


def test_tags_that_break_the_document_are_refused() -> None:
    document = Document()
    tabel = document.add_table(rows=2, cols=1)
    tabel.rows[0].cells[0].text = "{%tr if waar %}"
    tabel.rows[1].cells[0].text = "x"
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{r los }}")
    with pytest.raises(SjabloonFout, match="geen hele brief"):
        Wordsjabloon(bytes_van(document), "x", Zandbak()).vul(
            {**CONTEXT, "los": RichTextMet("<w:r>")}, {}
        )


class RichTextMet:
    """A value that claims to be safe and is not whole."""

    def __init__(self, xml: str) -> None:
        self._xml = xml

    def __html__(self) -> str:
        return self._xml


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"geen zip", b"PK\x03\x04 kapot", samen({"iets.txt": b"x"})],
    ids=["leeg", "tekst", "kapot", "andere zip"],
)
def test_no_word_file(inhoud: bytes) -> None:
    with pytest.raises(SjabloonFout, match="Word-bestand"):
        Wordsjabloon(inhoud, "x.docx", Zandbak())


def test_truncated_file() -> None:
    heel = bytes_van(gewoon())
    for einde in range(100, len(heel), 4001):
        with pytest.raises(SjabloonFout):
            Wordsjabloon(heel[:einde], "x.docx", Zandbak())


def test_template_with_a_picture_of_fifty_megabytes() -> None:
    groot = delen(bytes_van(gewoon()))
    groot["word/media/groot.png"] = b"\0" * 50_000_000
    with pytest.raises(SjabloonFout, match="te groot"):
        Wordsjabloon(samen(groot), "x.docx", Zandbak())


def test_entities_are_not_resolved() -> None:
    stukken = delen(bytes_van(gewoon()))
    xml = stukken["word/document.xml"].decode()
    xml = xml.replace("?>", '?><!DOCTYPE x [<!ENTITY e "ontploft">]>', 1)
    stukken["word/document.xml"] = xml.replace("einde", "&e;").encode()
    uit = Wordsjabloon(samen(stukken), "x", Zandbak()).vul(CONTEXT, {})
    assert b"ontploft" not in delen(uit)["word/document.xml"]


@pytest.mark.parametrize(
    ("alineas", "waar"),
    [
        (["Geachte {{ naam", "{%p if waar %}", "ja", "{%p else %}", "nee", "{%p endif %}"], 1),
        (["{%p if waar %}", "ja {{ naam", "{%p else %}", "nee", "{%p endif %}"], 2),
        (["{% if waar", "ja", "{% endif %}"], 1),
        (["{{ naam }} {% if waar %}{{ naam {% endif %}"], 1),
    ],
)
def test_a_tag_without_its_end_is_named_and_swallows_nothing(alineas: list[str], waar: int) -> None:
    document = Document()
    for tekst in alineas:
        document.add_paragraph(tekst)
    with pytest.raises(SjabloonFout, match=rf"alinea {waar} «.*zonder «"):
        Wordsjabloon(bytes_van(document), "eigen.docx", Zandbak())
