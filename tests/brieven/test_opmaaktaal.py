"""Marks in a letter text, and data that must never be taken for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.brieven.model import Bloksoort, Deel, in_groepen
from wiktool.brieven.opmaaktaal import ontleed, verhul
from wiktool.brieven.tekens import schoon
from wiktool.kern.fouten import NotatieFout, SjabloonFout

TEKST = """Onderwerp

Geachte heer,

# Kop
op twee regels

- een
- twee **vet** en
  verder

[kern]

# Kernkop

Betaal **€\u00a01,00** nu.

[/kern]

[facturen]

Slotzin een.

Met groet,

[ondertekening]

## Bijlage

[facturen]
"""


def test_every_mark() -> None:
    blokken = ontleed(TEKST)
    assert [blok.soort.value for blok in blokken] == [
        "alinea", "alinea", "kop", "punt", "punt", "kernkop", "kern", "facturen", "slot", "groet",
        "ondertekening", "bijlagekop", "facturen",
    ]  # fmt: skip
    assert blokken[2].tekst == "Kop op twee regels"
    assert blokken[4].delen == (Deel("twee "), Deel("vet", vet=True), Deel(" en verder"))
    assert blokken[6].delen[1] == Deel("€\u00a01,00", vet=True)


def test_a_core_in_dutch_is_marked_and_kept_with_what_announces_it() -> None:
    """In a letter in another language; the core of the letter itself has no mark of its own."""
    tekst = (
        "[kern]\n\nPay.\n\n[/kern]\n\nIn Dutch:\n\n[kern nl]\n\n# Kop\n\nBetaal.\n\n[/kern]\n\nBye"
    )
    assert [(blok.soort.value, blok.taal) for blok in ontleed(tekst)] == [
        ("kern", ""), ("slot", ""), ("kernkop", "nl"), ("kern", "nl"), ("alinea", ""),
    ]  # fmt: skip
    assert [blok.soort.value for blok in ontleed("[kern nl]\n\nBetaal.\n\n[/kern]")] == ["kern"]


def test_lists_and_frames_go_together() -> None:
    groepen = [[blok.soort.value for blok in groep] for groep in in_groepen(ontleed(TEKST))]
    assert ["punt", "punt"] in groepen
    assert ["kernkop", "kern"] in groepen
    assert ["facturen"] in groepen


@pytest.mark.parametrize(
    "tekst",
    [
        "[kern]\n\nx",
        "[/kern]\n\nx",
        "[kern nl]\n\nx",
        "[kern nl]\n\n[kern]\n\n[/kern]",
        "[kern]\n\n[kern]\n\n[/kern]",
    ],
)
def test_an_open_core_is_refused(tekst: str) -> None:
    with pytest.raises(SjabloonFout, match="kern"):
        ontleed(tekst)


@given(st.text(alphabet="*#[]- \nkernfacturen/abé{}%|", min_size=1, max_size=60))
def test_data_is_never_markup(data: str) -> None:
    (blok,) = ontleed(f"Aan {verhul(data)}.")
    assert blok.soort is Bloksoort.ALINEA
    assert len(blok.delen) == 1
    assert blok.tekst.split() == f"Aan {data}.".split()


@given(st.text(max_size=80))
def test_clean_text_is_one_line_that_xml_can_hold(tekst: str) -> None:
    try:
        uit = schoon(tekst, "veld")
    except NotatieFout:
        return
    assert "\n" not in uit
    assert uit == uit.strip()
    from lxml import etree

    element = etree.Element("x")
    element.text = uit
    assert etree.fromstring(etree.tostring(element)).text in (uit, None)


@pytest.mark.parametrize("teken", ["\x00", "\x1b", "\ud800", "\ufffe", "\uffff", "\ue010", "\x7f"])
def test_what_would_cut_a_letter_short_is_refused(teken: str) -> None:
    with pytest.raises(NotatieFout, match=f"U\\+{ord(teken):04X}"):
        schoon(f"Jan{teken}sen", "schuldenaar.naam")


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("Jansen\nen Zonen", "Jansen en Zonen"),
        ("Jan\t\tsen", "Jan sen"),
        ("abc\u202edef\u202c", "abcdef"),
        ("\u2066naam\u2069", "naam"),
        ("e\u0301", "e\u0301"),
        ("שלום", "שלום"),
        ("1\u00a0a", "1\u00a0a"),
    ],
)
def test_what_is_kept_and_what_is_mended(tekst: str, uit: str) -> None:
    assert schoon(tekst, "veld") == uit
