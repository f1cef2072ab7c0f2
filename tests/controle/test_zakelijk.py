"""A debtor who seems no consumer: said beside the verdict, which stays that of the strict side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.controle.hulp import brief, gegevens

from wiktool.controle.herkenning.adressen import lees_adressering
from wiktool.controle.toetser import toets

if TYPE_CHECKING:
    from wiktool.controle.model import Toetsing

BRIEF = """{afzender}
Werfkade 8
1011 AB Amsterdam

{schuldenaar}
Industrieweg 4
5611 AA Eindhoven

Amsterdam, 2 november 2026

Geachte heer of mevrouw,

Wij ontvingen nog geen betaling van factuur F-381 van € 400,00, die op 1 oktober 2026 vervallen is.
{rente} Betaal € 400,00 binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd.
Betaalt u niet binnen deze termijn, dan bent u € 60,00 aan incassokosten verschuldigd.

Rekening NL91 ABNA 0417 1643 00 ten name van {afzender}, onder vermelding van F-381.

Met vriendelijke groet,

{afzender}
"""


def lees(
    schuldenaar: str = "J. Jansen",
    afzender: str = "Timmerwerken Berkhout",
    rente: str = "",
    **velden: str,
) -> Toetsing:
    tekst = BRIEF.format(schuldenaar=schuldenaar, afzender=afzender, rente=rente)
    return toets(brief(tekst), gegevens(**velden))


def hint(toetsing: Toetsing) -> str:
    return "".join(k.tekst for k in toetsing.kanttekeningen if k.code == "misschien-geen-consument")


@pytest.mark.parametrize(
    "naam",
    [
        "Bouwgroep Zuid BV",
        "Bouwgroep Zuid B.V.",
        "Zuidbank N.V.",
        "V.o.f. Smit en Zn.",
        "Stichting Het Venster",
        "Coöperatie De Eendracht",
    ],
)
def test_an_addressee_with_a_legal_form_may_be_no_consumer(naam: str) -> None:
    toetsing = lees(schuldenaar=naam)
    assert f"«{naam}»" in hint(toetsing)
    assert toetsing.oordeel.value == "voldoet"


def test_commercial_interest_may_mean_no_consumer() -> None:
    assert "«handelsrente»" in hint(lees(rente="U bent ook wettelijke handelsrente verschuldigd."))


@pytest.mark.parametrize(
    ("schuldenaar", "afzender"),
    [
        ("J. Jansen", "Timmerwerken Berkhout"),
        ("J. Jansen", "Timmerwerken Berkhout B.V."),
        ("Mevrouw Stichting-de Boer", "Timmerwerken Berkhout"),
        ("Familie Coops", "Woningstichting Het Dak"),
    ],
)
def test_a_person_is_a_consumer_also_when_the_creditor_is_a_company(
    schuldenaar: str, afzender: str
) -> None:
    assert hint(lees(schuldenaar=schuldenaar, afzender=afzender)) == ""


@pytest.mark.parametrize("hoedanigheid", ["consument", "ondernemer", "rechtspersoon", "overheid"])
def test_who_says_what_the_debtor_is_is_not_asked_again(hoedanigheid: str) -> None:
    assert hint(lees(schuldenaar="Bouwgroep Zuid BV", hoedanigheid=hoedanigheid)) == ""


def test_the_verdict_does_not_change_by_it() -> None:
    """A fee that is too high stays a fault: nobody said that the debtor is a company."""
    tekst = BRIEF.format(
        schuldenaar="Bouwgroep Zuid BV", afzender="Timmerwerken Berkhout", rente=""
    ).replace("€ 60,00", "€ 61,00")
    toetsing = toets(brief(tekst), gegevens())
    assert toetsing.oordeel.value == "voldoet_niet"
    assert hint(toetsing)


def test_of_two_addresses_the_one_that_is_not_the_senders_is_the_debtors() -> None:
    tekst = BRIEF.format(schuldenaar="P. de Wit", afzender="Timmerwerken Berkhout", rente="")
    adres = lees_adressering(brief(tekst)).schuldenaar
    assert adres is not None
    assert (adres.naam, adres.postcode, adres.plaats) == ("P. de Wit", "5611 AA", "Eindhoven")


@pytest.mark.parametrize(
    ("schuldenaar", "afzender"),
    [("Timmerwerken Berkhout", "Timmerwerken Berkhout"), ("P. de Wit", "Houtgroep")],
)
def test_two_addresses_of_which_none_or_both_are_the_senders_say_nothing(
    schuldenaar: str, afzender: str
) -> None:
    tekst = BRIEF.format(schuldenaar=schuldenaar, afzender="Timmerwerken Berkhout", rente="")
    tekst = tekst.replace("ten name van Timmerwerken Berkhout", f"ten name van {afzender}")
    slot = tekst.rindex("Timmerwerken Berkhout")
    tekst = tekst[:slot] + f"{afzender}\n"
    assert lees_adressering(brief(tekst)).schuldenaar is None
