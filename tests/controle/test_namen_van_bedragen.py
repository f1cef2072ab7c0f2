"""What an amount is called: the fee, other costs, a price, interest, VAT."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.controle.hulp import codes, gelezen_in, in_raam, oordeel_over

from wiktool.controle.model import Oordeel

HOOFDSOM = "De hoofdsom is € 100,00."


def test_costs_of_the_court_are_not_the_fee() -> None:
    """The fee itself must be stated (R2.6, D6); what a court may award is something else."""
    passage = "Betaalt u niet, dan volgen {} kosten van € 232,00."
    assert oordeel_over("WIK101", passage.format("gerechtelijke")) == "fout"
    assert oordeel_over("WIK101", passage.format("buitengerechtelijke")) == "goed"


def test_administrative_costs_come_on_top_of_nothing() -> None:
    """No administration costs beside the fee (R1.7)."""
    passage = (
        "Wij verzoeken u € 100,00 te betalen. De administratieve kosten van € 7,50 komen erbij."
    )
    assert oordeel_over("WIK107", passage) == "fout"
    assert gelezen_in(passage).kosten is None


def test_no_extra_costs_is_no_name_for_the_amount_that_follows() -> None:
    """A letter says that nothing is due on top if paid in time (recht.md 11, must 3)."""
    gelezen = gelezen_in(f"{HOOFDSOM} Betaalt u op tijd, dan geen extra kosten, dus € 100,00.")
    assert (gelezen.hoofdsom, gelezen.kosten) == (Decimal("100.00"), None)


def test_a_row_without_costs_is_called_by_what_comes_after() -> None:
    passage = "Nu nog zonder kosten, openstaand bedrag\t€ 300,00\nNa de termijn incassokosten\t€ {}"
    gelezen = gelezen_in(passage.format("45,00"))
    assert (gelezen.hoofdsom, gelezen.kosten) == (Decimal("300.00"), Decimal("45.00"))
    assert oordeel_over("WIK102", passage.format("45,01")) == "fout"


def test_a_price_a_piece_is_not_the_amount_of_the_invoice() -> None:
    """Ten lessons of 12.50 make the 125.00 that is asked; no difference is left to explain."""
    passage = "Factuur 101 is voor tien lessen: {}. Wij verzoeken u € 125,00 te betalen."
    assert oordeel_over("WIK110", passage.format("€ 12,50 per les")) == "goed"
    assert oordeel_over("WIK110", passage.format("€ 12,50")) == "open"


@pytest.mark.xfail(strict=True, reason="«kosten» as a verb is read as the name of a fee")
def test_what_a_treatment_costs_is_no_fee() -> None:
    toetsing = in_raam(extra="De behandelingen kosten € 48,00 per keer.")
    assert codes(toetsing)[0] == []


def test_a_column_of_costs_is_a_fee_for_every_invoice() -> None:
    """One reminder, the principals added, the tariff once (R2.7)."""
    rijen = "101\t03-08-2026\t120,00\t{0}\n102\t03-09-2026\t130,00\t{0}\n\n"
    kosten = "Factuur\tFactuurdatum\tBedrag\tIncassokosten\n" + rijen.format("40,00")
    rente = "Factuur\tFactuurdatum\tBedrag\tRente\n" + rijen.format("1,20")
    eis = "Wij verzoeken u € 250,00 te betalen."
    assert oordeel_over("WIK110", kosten + eis) == "fout"
    assert oordeel_over("WIK110", rente + eis) == "goed"
    assert gelezen_in(kosten + eis).hoofdsom == gelezen_in(rente + eis).hoofdsom == Decimal(250)


def test_a_row_of_what_is_open_is_a_sum_and_no_invoice() -> None:
    """Two invoices and their sum (R1.22): as a third invoice it would be counted twice."""
    passage = (
        "Factuur 101 van 3 augustus 2026\t€ 120,00\nFactuur 102 van 3 september 2026\t€ 130,00\n"
        "Openstaand saldo november\t€ {0}\n\nWij verzoeken u € {0} te betalen."
    )
    assert oordeel_over("WIK110", passage.format("250,00")) == "goed"
    assert oordeel_over("WIK110", passage.format("380,00")) == "fout"


def test_a_fee_every_month_over_several_invoices_is_no_single_fee() -> None:
    """The fee is owed once per claim (R1.7), over the sum (R2.7)."""
    passage = (
        "Factuur 101 van 3 augustus 2026\t€ 120,00\nFactuur 102 van 3 september 2026\t€ 130,00\n"
        "Openstaand\t€ 250,00\n\n"
        "Betaalt u niet, dan bent u € 40,00 incassokosten{} verschuldigd."
    )
    assert oordeel_over("WIK110", passage.format(" per maand")) == "fout"
    assert oordeel_over("WIK110", passage.format("")) == "goed"


@pytest.mark.parametrize(
    ("gevolg", "oordeel"),
    [
        ("€ 40,00 incassokosten en 4% wettelijke rente", "goed"),
        ("15% incassokosten en 4% wettelijke rente", "fout"),
    ],
)
def test_a_percentage_of_interest_is_no_percentage_of_costs(gevolg: str, oordeel: str) -> None:
    """Only a percentage of costs is no amount (D7); that of interest may be named."""
    assert oordeel_over("WIK104", f"Betaalt u niet, dan bent u {gevolg} verschuldigd.") == oordeel


def test_costs_without_an_amount_beside_a_percentage_of_interest_are_missing_not_inexact() -> None:
    passage = (
        f"{HOOFDSOM} Betaalt u niet, dan bent u incassokosten en 4% wettelijke rente verschuldigd."
    )
    assert oordeel_over("WIK101", passage) == "fout"
    assert oordeel_over("WIK104", passage) == "goed"


@pytest.mark.parametrize(
    "kosten",
    [
        "€ 72,00 aan incassokosten en de wettelijke rente van 4% per jaar",
        "de wettelijke rente van 4% per jaar en € 72,00 aan incassokosten",
    ],
)
def test_interest_a_year_beside_the_fee_makes_it_no_fee_a_year(kosten: str) -> None:
    """Interest may be asked beside the fee (recht.md 11); 15% of 480.00 is 72.00 (R1.4)."""
    toetsing = in_raam(gevolg=f"Betaalt u niet binnen die termijn, dan bent u {kosten} schuldig.")
    assert codes(toetsing)[0] == []


def test_a_fee_over_a_total_with_interest_in_it_is_too_high() -> None:
    """The principal excludes interest (R1.20): 15% of 1,000.00, not of 1,050.00 (D9)."""
    toetsing = in_raam(
        vordering="Factuur F-2026-9 van 3 augustus 2026\t€ 1.000,00\nWettelijke rente\t€ 50,00\n"
        "Totaal\t€ 1.050,00",
        eis="Wij verzoeken u € 1.050,00 te betalen binnen veertien dagen vanaf de dag nadat deze "
        "brief bij u is bezorgd.",
        gevolg="Betaalt u niet binnen die termijn, dan bent u € 157,50 aan incassokosten schuldig.",
    )
    assert toetsing.oordeel is not Oordeel.VOLDOET


def test_vat_in_the_invoice_is_not_vat_on_the_costs() -> None:
    """Only VAT on the fee needs the declaration (R1.10)."""
    passage = (
        "Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd.\n\n"
        "U kunt betalen op NL91 ABNA 0417 1643 00.\n\n"
        "In de factuur van € 145,20 zit {} btw."
    )
    assert gelezen_in(passage.format("€ 25,20")).btw is None
    assert oordeel_over("WIK105", passage.format("€ 25,20")) == "goed"
    assert gelezen_in(passage.format("€ 8,40")).btw == Decimal("8.40")


def test_a_fee_that_includes_its_vat_is_parted() -> None:
    """40.00 and 21% make 48.40, the least amount with VAT (R1.14)."""
    gelezen = gelezen_in(
        "De hoofdsom is € 200,00. Betaalt u niet, dan bent u € 48,40 inclusief btw aan "
        "incassokosten verschuldigd, waarvan € 8,40 btw, omdat wij de btw niet kunnen verrekenen."
    )
    assert (gelezen.kosten, gelezen.btw) == (Decimal("40.00"), Decimal("8.40"))


@pytest.mark.parametrize(
    ("bedrag", "oordeel"), [("48,40", "goed"), ("48,41", "goed"), ("48,42", "fout")]
)
def test_a_fee_with_vat_is_held_against_the_tariff_with_vat(bedrag: str, oordeel: str) -> None:
    """R1.14; a cent is left for the rounding of the VAT (recht.md 1.2)."""
    passage = (
        f"De hoofdsom is € 200,00. Betaalt u niet, dan bent u € {bedrag} inclusief btw aan "
        "incassokosten verschuldigd, omdat wij de btw niet kunnen verrekenen."
    )
    assert oordeel_over("WIK102", passage) == oordeel


def test_vat_declared_without_its_amount_is_left_to_the_reader() -> None:
    """The increase must be in the letter, with its amount (R1.15)."""
    passage = (
        f"{HOOFDSOM} Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd. Omdat wij de "
        "btw niet kunnen verrekenen, worden deze kosten verhoogd met 21% btw{}."
    )
    assert oordeel_over("WIK105", passage.format("")) == "open"
    assert oordeel_over("WIK105", passage.format(", € 8,40")) == "goed"
