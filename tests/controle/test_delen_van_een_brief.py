"""What a letter is made of: its kind, its sentences and rows, and what others wrote in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.controle.hulp import brief, codes, gegevens, gelezen_in, oordeel_over

from wiktool.controle.herkenning.lezing import lees_brief
from wiktool.controle.model import Ernst, Oordeel, Vanaf
from wiktool.controle.toetser import toets
from wiktool.kern.begrippen import Briefsoort

EIS = (
    "Wij verzoeken u € 120,00 te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u "
    "is bezorgd."
)


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Betreft: aanmaning\n\nWilt u € 120,00 binnen zeven dagen betalen?", Briefsoort.WIK),
        ("Betreft: tweede herinnering\n\nWilt u € 120,00 betalen?", Briefsoort.HERINNERING),
        ("Wilt u € 120,00 betalen, op grond van artikel 6:96 BW?", Briefsoort.WIK),
        ("Wilt u € 120,00 betalen, op grond van artikel 96?", Briefsoort.HERINNERING),
    ],
)
def test_the_kind_of_a_letter_that_threatens_with_no_costs(tekst: str, soort: Briefsoort) -> None:
    """A reminder by its name, or by the article that asks for one (R2.6)."""
    assert toets(brief(tekst), gegevens()).soort is soort


def test_an_abbreviation_before_a_name_does_not_end_a_sentence() -> None:
    tekst = (
        "Wij verzoeken mevr. Jansen om € 120,00 te betalen binnen veertien dagen vanaf de dag "
        "nadat deze brief bij haar is bezorgd."
    )
    assert len(lees_brief(brief(tekst)).zinnen) == 1
    assert len(lees_brief(brief(tekst.replace("mevr.", "Greet. Mevrouw"))).zinnen) == 2
    assert oordeel_over("WIK203", tekst) == "goed"


def test_a_line_to_sign_on_is_no_sentence() -> None:
    zonder, met = brief(f"{EIS}\n\nM. de Wit"), brief(f"{EIS}\n\n________________\n\nM. de Wit")
    assert len(lees_brief(met).zinnen) == len(lees_brief(zonder).zinnen) == 2
    assert toets(met, gegevens(soort="wik")).oordeel is toets(zonder, gegevens(soort="wik")).oordeel


def test_an_empty_first_cell_does_not_join_two_rows() -> None:
    """The principals are added (R1.22): a row that ran on would hold two amounts."""
    tabel = "| Factuur | Bedrag |\n| 101 | 50,00 |\n|| 70,00 |\n\n{}"
    rijen = [zin for zin in lees_brief(brief(tabel.format(EIS))).zinnen if zin.rij]
    assert [zin.woorden[0].tekst for zin in rijen] == ["101", "70,00"]
    assert gelezen_in(tabel.format(EIS)).hoofdsom == Decimal("120.00")


@pytest.mark.parametrize("kop", ["Van: R. Smit", "Oorspronkelijk bericht"])
def test_a_message_below_the_letter_is_not_the_letter(kop: str) -> None:
    """Fourteen days for the debtor (H2), whatever term an older message asked for."""
    ouder = "Wij verzoeken u € 120,00 te betalen binnen 7 dagen na heden."
    antwoord = f"Geachte heer Smit,\n\n{EIS}\n\nHoogachtend,\nW. Postma\n\n{{}}\n\n{ouder}"
    eigen, gevolgd = antwoord.format(kop), antwoord.format("PS")
    termijn = gelezen_in(eigen).termijn
    assert termijn is not None
    assert termijn.vanaf is Vanaf.ONTVANGST_DAG_NA
    assert oordeel_over("WIK207", eigen) == "goed"
    assert oordeel_over("WIK207", gevolgd) == "fout"


def test_what_is_missing_may_stand_on_a_page_nobody_could_read() -> None:
    """Missing costs void a letter (D6), but only where the whole letter was read."""
    gelezen = brief(f"Utrecht, 2 november 2026\n\nU bent in verzuim.\n\n{EIS}")
    half = replace(gelezen, ongelezen=("Bladzijde 2 is een plaatje.",))
    heel_oordeel, half_oordeel = (toets(b, gegevens(soort="wik")) for b in (gelezen, half))
    assert heel_oordeel.oordeel is Oordeel.VOLDOET_NIET
    assert half_oordeel.oordeel is Oordeel.NIET_TE_BEOORDELEN
    gemist = codes(heel_oordeel)[0]
    assert "WIK101" in gemist
    assert codes(half_oordeel) == ([], sorted([*gemist, "WIK901"]), codes(heel_oordeel)[2])
    assert [n.reden for n in half_oordeel.niet_te_beoordelen if n.code == "WIK901"] == [
        "Bladzijde 2 is een plaatje."
    ]


def test_what_is_wrong_on_a_page_that_was_read_stays_wrong() -> None:
    """Seven days are too few (R2.6), whatever the other page says."""
    half = replace(brief("Wilt u € 120,00 binnen zeven dagen betalen?"), ongelezen=("Plaatje.",))
    fouten = [b for b in toets(half, gegevens(soort="wik")).bevindingen if b.ernst is Ernst.FOUT]
    assert [bevinding.code for bevinding in fouten] == ["WIK202"]


SOMMATIE = (
    "Utrecht, 2 november 2026\n\nSommatie\n\nDe termijn van onze veertiendagenbrief is verstreken. "
    "{}De hoofdsom is nu € 500,00. U bent {} incassokosten verschuldigd. Wij sommeren u binnen "
    "zeven dagen te betalen."
)
BETAALD = "Op 20 oktober 2026 heeft u € 500,00 betaald. "


@pytest.mark.parametrize(
    ("betaald", "kosten", "oordeel"),
    [
        ("", "€ 75,00", "goed"),
        ("", "€ 150,00", "open"),
        (BETAALD, "€ 150,00", "goed"),
    ],
)
def test_a_fee_is_fixed_when_the_term_ends_and_later_payments_lower_the_rest(
    betaald: str, kosten: str, oordeel: str
) -> None:
    """15% of the 1,000.00 open at L; a payment after L lowers the principal, not the fee (R6.4)."""
    passage = SOMMATIE.format(betaald, kosten)
    assert oordeel_over("WIK102", passage, soort="sommatie") == oordeel
