"""No letter makes the checker run away: twice the text is twice the work.

The work is counted in lines of Python that run, so that a slow machine fails nothing. What happens
inside a regular expression is not counted; for that the last test has a hard stop, wide enough for
any machine.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.controle.hulp import brief

from wiktool.controle.herkenning.adressen import lees_adressering
from wiktool.controle.model import Toetsgegevens
from wiktool.controle.toetser import toets

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

GEGEVENS = Toetsgegevens(peildatum=date(2026, 12, 1))
WOORDEN = 500
"""More than fit in the longest sentence that is read as one."""

HERHAALD = (
    "binnen veertien ",
    "binnen 14 dagen ",
    "14 dagen na dagtekening ",
    "veer- ",
    "- ",
    "1 ",
    ". ",
    "“ a ",
    "” a ",
    '" a ',
    "“a b c d e f g” ",
    "(a) ",
    "€ 10,00 ",
    "€ 40,00 incassokosten ",
    "hoofdsom € 40,00 ",
    "15% van € 100,00 ",
    "1 februari 2026 ",
    "uiterlijk 1 mei 2026 ",
    "NL91 ABNA 0417 1643 00 ",
    "als u niet betaalt ",
    "u bent in verzuim ",
    "a\n",
    "a\n\n",
    "binnen\n\n",
    "> Betaal binnen 14 dagen.\n\n",
    "Geachte heer ",
    "Met vriendelijke groet,\n\n",
    "De heer P. Jansen, Laan 1, 1234 AB Ede\n",
    "t.n.v. Aap ",
    "Betaal binnen 14 dagen na ontvangst. ",
    "Betaal binnen 14 dagen. Deze termijn begint na ontvangst. ",
    "Betaal binnen 14 dagen. Deze termijn rekenen wij vanaf onze eerdere brief. ",
    "Die veertien dagen beginnen na ontvangst. ",
    "Binnen die 14 dagen moet u betalen. ",
    "Binnen 14 dagen kunt u bezwaar maken. ",
    "Betaal uiterlijk 1 december 2026. ",
    "Betaalt u niet? Dan bent u € 40,00 kosten verschuldigd. ",
    "De hoofdsom is € 10,00. De kosten zijn € 40,00. De btw is € 8,40. Totaal € 60,00. ",
    "hoofdsom € 10,00 kosten € 40,00 btw € 8,40 rente € 1,00 totaal € 60,00 ",
    "Hoofdsom | € 10,00\nIncassokosten | € 40,00\nbtw | € 8,40\nTotaal | € 60,00\n",
    "factuur 12 | 01-02-2026 | € 10,00\n",
    "Hoofdsom: € 10,00\n\n",
    "Wij schreven u: “Betaal binnen 14 dagen na heden € 40,00 aan kosten.” ",
    "Algemene voorwaarden\n\nArtikel 1. Betaal binnen 14 dagen.\n\n",
    "Wij kunnen de btw niet verrekenen. ",
    "€ 40,00 incassokosten per factuur. ",
    "In onze brief van 1 mei 2026 vroegen wij € 40,00 incassokosten. ",
)
GETELD = (
    "De incassokosten zijn € {0},00. ",
    "De btw is € {0},00. ",
    "Factuur {0} | 01-02-2026 | € {0},13\n",
    "U betaalde € {0},07. De incassokosten zijn € {0},00. ",
    "Betaal binnen {0} dagen. ",
    "Die {0} dagen beginnen na ontvangst. ",
    "De hoofdsom is € 1{0},00. Betaal € 2{0},00. Anders komt daar € {0},00 aan incassokosten bij. ",
    "Naam{0} Jansen{0} ",
)


def _werk(doe: Callable[[], object]) -> int:
    """How many lines of Python run, each turn of a loop counted."""
    teller = 0

    def volg(_kader: FrameType, gebeurtenis: str, _waarde: Any) -> Any:
        nonlocal teller
        teller += gebeurtenis == "line"
        return volg

    oud = sys.gettrace()
    sys.settrace(volg)
    try:
        doe()
    finally:
        sys.settrace(oud)
    return teller


def _groeit_recht(maak: Callable[[int], str], doe: Callable[[str], object], stuks: int) -> None:
    doe(maak(stuks))  # so that nothing is imported, compiled or remembered for the first time below
    een, twee, vier = (_werk(lambda keer=keer: doe(maak(keer * stuks))) for keer in (1, 2, 4))
    assert vier - twee < 3 * (twee - een) + WOORDEN  # twice as much, not four times


def _toets(tekst: str) -> object:
    return toets(brief(tekst), GEGEVENS)


@pytest.mark.parametrize("stuk", HERHAALD)
def test_repetition_costs_no_more_than_its_length(stuk: str) -> None:
    _groeit_recht(lambda aantal: stuk * aantal, _toets, WOORDEN // len(stuk.split()) + 1)


@pytest.mark.parametrize("stuk", GETELD)
def test_many_different_amounts_and_terms_cost_no_more_than_their_number(stuk: str) -> None:
    def maak(aantal: int) -> str:
        return "".join(stuk.format(100 + nummer) for nummer in range(aantal))

    _groeit_recht(maak, _toets, WOORDEN // len(stuk.split()) + 1)


@pytest.mark.parametrize("stuk", ["1234 AB Ede\n", "Zaak BV\nLaan 1\n1234 AB Ede\n", "t.n.v. Aap "])
def test_addresses_cost_no_more_than_their_number(stuk: str) -> None:
    def lees(tekst: str) -> object:
        return lees_adressering(brief(f"{tekst}\n\nGeachte heer Aap,\n\n{tekst}"))

    _groeit_recht(lambda aantal: stuk * aantal, lees, 60)


PROGRAMMA = """
import sys
from datetime import date
from wiktool.controle.model import Toetsgegevens
from wiktool.controle.toetser import toets
from wiktool.kern.brieftekst import Alinea, Brieftekst


def toets_tekst(tekst):
    brief = Brieftekst(alineas=(Alinea(nummer=1, tekst=tekst, regel=1),))
    toets(brief, Toetsgegevens(peildatum=date(2026, 12, 1)))


for stuk in ("veertien ", "honderd", "1", "1 ", "1.", "NL", "NL91 ABNA 0 ",
             " ", "\\u00a0", "\\u00ad", "-", "- ", "a-\\n", ".", "(", "'", "\\t", "a", "A",
             "e\\u0301", "1-1-", "\\u20ac", "\\u20ac 1.", "15%", "t.n.v."):
    toets_tekst((stuk * 50_000)[:50_000])
toets_tekst("binnen " + "veertien " * 100_000)
print("klaar")
"""


def test_no_pattern_runs_away() -> None:
    uit = subprocess.run(
        [sys.executable, "-c", PROGRAMMA], capture_output=True, text=True, timeout=300, check=False
    )
    assert uit.stdout == "klaar\n", uit.stderr
