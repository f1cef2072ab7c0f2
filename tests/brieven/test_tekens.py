"""Hostile data: the letter is right in every format, or the error is clear; never a hole."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from tests.brieven.hulp import WIK, maak_dossier, schrijf

from wiktool.brieven.tekens import schoon
from wiktool.invoer.briefbestand import lees_brief_bytes
from wiktool.kern.fouten import NietMogelijk, NotatieFout
from wiktool.taken.formaten import Formaat, maak_op

if TYPE_CHECKING:
    from tests.brieven.hulp import Geschreven

NAMEN = {
    "xml": "Jansen & Zn <b>vet</b> \"q\" 'p'",
    "jinja": "{{ 7*7 }} {% if x %} {# c #}",
    "merk": "[kern] # - **Jansen** [/kern]",
    "arabisch": "محمد بن علي",
    "hebreeuws-omgekeerd": "\u202eדוד כהן\u202c",
    "samengesteld": "Jose\u0301 Mu\u0308ller-Łukasz",
    "lang-zonder-spatie": "A" * 300,
    "lang": "van der Berg " * 23,
    "regeleinden": "Jan\nsen\r\nBV\tx\u2028y",
    "typst": "#let x = 1; $x$ @ref \\ <lbl> // c /* */",
    "markdown": "_Jan_ *x* `y` ~z~ | # > +",
    "csv-formule": "=HYPERLINK(1) @x",
    "spaties": "  Jan\u00a0\u00a0Jansen  ",
}
VAN_RECHTS = ("arabisch", "hebreeuws-omgekeerd")
ONTOONBAAR = {"emoji": "Jan 😀", "chinees": "王小明"}
ALS_TEKST = (Formaat.TXT, Formaat.DOCX, Formaat.HTML, Formaat.MD)


def brief(naam: str) -> Geschreven:
    """The same odd text in every field that is free text."""
    return schrijf(
        maak_dossier(
            schuldeiser={"naam": naam},
            schuldenaar={"naam": naam, "adres": naam, "plaats": naam},
            vordering={"factuurnummer": naam, "omschrijving": naam},
        ),
        WIK,
    )


def gelezen(inhoud: bytes, formaat: Formaat) -> str:
    tekst = lees_brief_bytes(inhoud, naam=f"brief.{formaat}").tekst
    if formaat is Formaat.MD:
        tekst = re.sub(r"\\([^\w\s])", r"\1", tekst)
    return vergelijkbaar(tekst)


def vergelijkbaar(tekst: str) -> str:
    """Composed, without white space: a long word may be broken over lines."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", tekst))


@pytest.mark.parametrize("formaat", Formaat)
@pytest.mark.parametrize("geval", NAMEN)
def test_odd_text_is_whole_in_every_format(geval: str, formaat: Formaat) -> None:
    letter = brief(NAMEN[geval])
    tekst = gelezen(maak_op(letter.brief, formaat), formaat)
    naam = schoon(NAMEN[geval], "naam")
    if formaat is Formaat.PDF and geval in VAN_RECHTS:  # a pdf is read word by word, left to right
        assert all(tekst.count(vergelijkbaar(woord)) >= 5 for woord in naam.split())
    else:
        naam = vergelijkbaar(naam)
        assert f"Geachte{naam}," in tekst
        assert tekst.count(naam) >= 5
    assert "€181,50" in tekst
    assert "binnenveertiendagenvanafdedagnadatdezebriefbijuisbezorgd" in tekst
    assert "NL91ABNA0417164300" in tekst


@pytest.mark.parametrize("geval", NAMEN)
def test_odd_text_is_no_markup_and_moves_no_mark_of_the_letter(geval: str) -> None:
    gewoon, vreemd = brief("Jansen").brief, brief(NAMEN[geval]).brief
    assert [blok.soort for blok in vreemd.blokken] == [blok.soort for blok in gewoon.blokken]
    vet = [[deel.vet for deel in blok.delen] for blok in vreemd.blokken]
    assert vet == [[deel.vet for deel in blok.delen] for blok in gewoon.blokken]
    html = maak_op(vreemd, Formaat.HTML).decode()
    assert "<b>" not in html


@pytest.mark.parametrize("formaat", [Formaat.PDF, Formaat.EML])
@pytest.mark.parametrize("geval", ONTOONBAAR)
def test_a_sign_that_no_font_shows_is_named_with_the_way_out(geval: str, formaat: Formaat) -> None:
    with pytest.raises(NietMogelijk) as fout:
        maak_op(brief(ONTOONBAAR[geval]).brief, formaat)
    assert any(teken in fout.value.melding for teken in ONTOONBAAR[geval])
    assert "could not" not in fout.value.melding
    assert ".docx" in fout.value.doe


@pytest.mark.parametrize("formaat", ALS_TEKST)
@pytest.mark.parametrize("geval", ONTOONBAAR)
def test_formats_that_bring_no_font_keep_every_sign(geval: str, formaat: Formaat) -> None:
    letter = brief(ONTOONBAAR[geval])
    assert vergelijkbaar(ONTOONBAAR[geval]) in gelezen(maak_op(letter.brief, formaat), formaat)


@pytest.mark.parametrize("teken", ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\ud800", "\ufffe"])
def test_a_sign_that_files_forbid_is_refused_with_its_field(teken: str) -> None:
    for veld, dossier in {
        "schuldenaar.naam": maak_dossier(schuldenaar={"naam": f"Jan{teken}sen"}),
        "schuldeiser.plaats": maak_dossier(schuldeiser={"plaats": f"Utrecht{teken}"}),
        "factuurnummer": maak_dossier(vordering={"factuurnummer": f"{teken}17"}),
        "omschrijving": maak_dossier(vordering={"omschrijving": f"a{teken}b"}),
    }.items():
        with pytest.raises(NotatieFout) as fout:
            schrijf(dossier, WIK)
        assert fout.value.melding.startswith(veld)
        assert f"U+{ord(teken):04X}" in fout.value.melding


@pytest.mark.parametrize("sluier", [chr(code) for code in range(0xE010, 0xE015)])
def test_the_signs_that_hide_marks_cannot_be_smuggled_in(sluier: str) -> None:
    with pytest.raises(NotatieFout):
        brief(f"{sluier}kern{sluier}")


@pytest.mark.parametrize(
    ("ruw", "schone"),
    [
        ("Jan\r\nsen", "Jan sen"),
        ("a\u202eb\u2066c\ufeff", "abc"),
        ("  x  y ", "x y"),
        ("a\x1fb\x85c", "a b c"),
        ("e\u0301", "e\u0301"),
        ("", ""),
    ],
)
def test_what_may_enter_a_letter(ruw: str, schone: str) -> None:
    assert schoon(ruw, "veld") == schone
