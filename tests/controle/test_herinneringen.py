"""Short messages about a bill: a reminder is no failed fourteen-day letter; one with costs is."""

from __future__ import annotations

import pytest
from tests.controle.hulp import brief, codes, gegevens

from wiktool.controle.toetser import toets
from wiktool.kern.begrippen import Briefsoort

HERINNERINGEN = (
    "Wilt u factuur 2026-12 van € 80,00 nog betalen?",
    "U heeft factuur 2026-12 van € 80,00 nog niet betaald.",
    "Vergeet u factuur 2026-12 niet?",
    "Herinnering: factuur 2026-12 (€ 80,00) staat nog open.",
    "Wij hebben uw betaling van € 80,00 nog niet ontvangen.",
    "Denk je aan de rekening van 80 euro?",
    "Graag herinneren wij u aan onze nota 88 van € 120,00.",
    "U heeft nog niet betaald.",
)
GEEN_AANMANINGEN = (
    "Hartelijk dank voor uw betaling van factuur 12.",
    "U hoeft factuur 12 niet te betalen.",
    "Vergeet niet u in te schrijven voor de cursus.",
    "Onze winkel is zondag open.",
)
MET_KOSTEN = (
    "Betaal factuur 12 van € 80,00, anders komen er incassokosten bij.",
    "Factuur 12 is nog niet betaald, u bent nu incassokosten verschuldigd.",
)


@pytest.mark.parametrize("tekst", HERINNERINGEN)
def test_a_reminder_of_one_line_is_a_reminder(tekst: str) -> None:
    toetsing = toets(brief(tekst), gegevens())
    assert toetsing.soort is Briefsoort.HERINNERING
    assert codes(toetsing)[:2] == ([], [])
    assert "herinnering-opent-geen-kosten" in [k.code for k in toetsing.kanttekeningen]


@pytest.mark.parametrize("tekst", HERINNERINGEN)
def test_with_soort_the_same_line_is_judged_as_a_fourteen_day_letter(tekst: str) -> None:
    fout, _, _ = codes(toets(brief(tekst), gegevens(soort="wik")))
    assert {"WIK101", "WIK201"} <= set(fout)


@pytest.mark.parametrize("tekst", GEEN_AANMANINGEN)
def test_what_reminds_of_no_debt_is_no_reminder(tekst: str) -> None:
    fout, _, _ = codes(toets(brief(tekst), gegevens()))
    assert "WIK001" in fout


@pytest.mark.parametrize("tekst", MET_KOSTEN)
def test_a_line_that_claims_costs_is_judged_by_the_strict_rules(tekst: str) -> None:
    toetsing = toets(brief(tekst), gegevens())
    assert toetsing.soort is Briefsoort.WIK
    assert {"WIK101", "WIK201"} <= set(codes(toetsing)[0])
