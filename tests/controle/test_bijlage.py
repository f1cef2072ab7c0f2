"""Which attachment of an e-mail was judged is told; a line of a table in text is a row."""

from __future__ import annotations

from dataclasses import replace

from tests.controle.hulp import brief, gegevens

from wiktool.controle.herkenning.woorden import KOLOMGRENS, REGELGRENS, lees_woorden
from wiktool.controle.toetser import toets

_TEKST = "Wilt u factuur 2026-12 van € 80,00 nog betalen?"


def test_the_attachment_that_was_read_is_told() -> None:
    toetsing = toets(replace(brief(_TEKST), bijlage="aanmaning.docx"), gegevens())
    teksten = {k.code: k.tekst for k in toetsing.kanttekeningen}
    assert teksten["bijlage-nagekeken"] == (
        "De brief is gelezen uit de bijlage «aanmaning.docx» van de e-mail."
    )


def test_of_a_letter_of_its_own_no_attachment_is_told() -> None:
    codes = {k.code for k in toets(brief(_TEKST), gegevens()).kanttekeningen}
    assert "bijlage-nagekeken" not in codes


def test_a_new_line_between_two_bars_begins_a_new_row() -> None:
    woorden = lees_woorden("| factuur | € 10,00 |\n| totaal |  | € 10,00 |")
    grenzen = {woord.tekst: woord.grens for woord in woorden}
    assert (grenzen["factuur"], grenzen["totaal"]) == (KOLOMGRENS, REGELGRENS)
