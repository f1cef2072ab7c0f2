"""A collection agency: who it is, its mark, and the specification of the claim (R8.1 to R8.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.brieven.hulp import (
    BUREAU,
    INGEBREKESTELLING,
    RECHTSPERSOON,
    SOMMATIE,
    VORDERING,
    WIK,
    Geschreven,
    maak_dossier,
    met_wik,
    plat,
    rijp,
    schrijf,
)

from wiktool.brieven.model import Bloksoort
from wiktool.brieven.opmaak_tekst import ondertekening, voetregels
from wiktool.kern.begrippen import Briefsoort, Taal
from wiktool.kern.dossier import Incassobureau

DOSSIER = maak_dossier(
    vordering={"omschrijving": "Tandheelkundige behandeling"}, incassobureau=BUREAU
)


def brief(soort: Briefsoort, taal: Taal = Taal.NL) -> Geschreven:
    return schrijf(rijp(DOSSIER, soort), soort, taal=taal)


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize("soort", Briefsoort)
def test_agency_makes_itself_known_with_its_mark(soort: Briefsoort, taal: Taal) -> None:
    """R8.3: under its registered name and with its mark, to the debtor, at once."""
    letter = brief(soort, taal)
    begin = letter.alineas(Bloksoort.ALINEA)[1]
    assert ("incassobureau" if taal is Taal.NL else "debt collection agency") in begin
    assert "Praktijk De Linde" in begin
    assert "IR-2024-00123" in begin
    (voet,) = voetregels(letter.brief.waarden)
    assert "IR-2024-00123" in voet
    assert "87654321" in voet
    assert letter.tekst.startswith("Incassobureau De Brug\n")
    namens = "namens" if taal is Taal.NL else "on behalf of"
    assert ondertekening(letter.brief.waarden) == [
        "Incassobureau De Brug",
        f"{namens} Praktijk De Linde",
    ]


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize("soort", Briefsoort)
def test_agency_specifies_the_claim(soort: Briefsoort, taal: Taal) -> None:
    """R8.4, Bki 3.1 a to f: parties with addresses, object and title, terms, invoice."""
    letter = brief(soort, taal)
    for feit in (
        "J. Jansen, Kerkstraat 2, 1234 AB Amsterdam",
        "Incassobureau De Brug, Havenkade 12, 3011 AA Rotterdam, KvK 87654321",
        "Praktijk De Linde, Dorpsstraat 1, 3511 AB Utrecht",
        "Tandheelkundige behandeling",
        "overeenkomst met Praktijk" if taal is Taal.NL else "agreement with Praktijk",
        "vervaldatum van de factuur" if taal is Taal.NL else "due date of the invoice",
    ):
        assert feit in letter.tekst
    factuur = letter.rijen(Bloksoort.FACTUREN)[1]
    eigen = ("01-08-2026", "31-08-2026") if taal is Taal.NL else ("1 Aug 2026", "31 Aug 2026")
    assert factuur[1:3] == eigen


@pytest.mark.parametrize(
    ("vervaldata", "termijn"),
    [
        ((date(2026, 8, 31),), "Betaaltermijn: de vervaldatum van de factuur; daarna binnen"),
        (
            (date(2026, 8, 31), date(2026, 9, 30)),
            "Betaaltermijn: de vervaldatum van elke factuur; daarna binnen",
        ),
        ((None,), "Betaaltermijn: binnen"),
    ],
)
def test_agency_names_no_due_date_that_is_not_there(
    vervaldata: tuple[date | None, ...], termijn: str
) -> None:
    """R8.4 e: the payment term and the extended one; the table shows no day where there is none."""
    vorderingen = tuple(
        replace(VORDERING, factuurnummer=f"{nummer}", vervaldatum=dag, fatale_termijn=False)
        for nummer, dag in enumerate(vervaldata)
    )
    dossier = maak_dossier(vorderingen=vorderingen, incassobureau=BUREAU)
    tekst = schrijf(dossier, INGEBREKESTELLING).tekst
    assert termijn in tekst
    assert ("vervaldatum van" in tekst) is (None not in vervaldata)


def test_demand_of_an_agency_specifies_interest_and_fee() -> None:
    """R8.4: amount, percentage, periods and legal ground of the interest; the fee by itself."""
    rijen = brief(SOMMATIE).rijen(Bloksoort.SPECIFICATIE)
    assert [rij[0].split("\n")[0] for rij in rijen] == [
        "Omschrijving",
        "Hoofdsom",
        "Wettelijke rente (artikel 6:119 BW)",
        "Incassokosten",
        "Te betalen",
    ]
    assert rijen[2][0].endswith("\n4% van 01-09-2026 tot en met 20-11-2026")


def test_letter_before_the_demand_says_that_no_interest_or_fee_is_asked_now() -> None:
    assert "Rente en incassokosten: nu niet;" in brief(WIK).tekst
    assert "Rente en incassokosten: die vragen wij nu niet." in brief(INGEBREKESTELLING).tekst
    assert "Rente en incassokosten:" not in brief(SOMMATIE).tekst


@pytest.mark.parametrize(
    ("iban", "naam", "rekening"),
    [
        (BUREAU.iban, "Incassobureau De Brug", "NL20 INGB 0001 2345 67"),
        ("", "Praktijk De Linde", "NL91 ABNA 0417 1643 00"),
    ],
)
def test_account_and_its_holder_belong_together(iban: str, naam: str, rekening: str) -> None:
    """WIK401: one account; never the agency's number in the creditor's name, or the reverse."""
    dossier = replace(DOSSIER, incassobureau=replace(BUREAU, iban=iban))
    letter = schrijf(dossier, WIK)
    _, naar, nummer, _ = letter.rijen(Bloksoort.BETALING)
    assert (naar[1], nummer[1]) == (naam, rekening)
    assert ("NL91" in plat(letter.tekst)) is not bool(iban)


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize("soort", [INGEBREKESTELLING, SOMMATIE])
def test_agency_towards_a_company_claims_no_mark_it_does_not_have(
    soort: Briefsoort, taal: Taal
) -> None:
    """R8.1: outside the Wki there may be no mark; then the letter speaks of no register."""
    dossier = maak_dossier(
        schuldenaar={"hoedanigheid": RECHTSPERSOON},
        incassobureau=replace(BUREAU, registratiekenmerk=""),
    )
    tekst = schrijf(dossier, soort, taal=taal).tekst
    for woord in ("regist", "Regist", " .", ", ."):
        assert woord not in tekst


def test_agency_with_the_least_data() -> None:
    kaal = Incassobureau(naam="De Brug", registratiekenmerk="IR-1")
    tekst = schrijf(met_wik(maak_dossier(incassobureau=kaal)), SOMMATIE).tekst
    assert "Incassobureau: De Brug, registratiekenmerk IR-1." in tekst


@pytest.mark.parametrize("soort", Briefsoort)
def test_creditor_who_collects_itself_is_no_agency(soort: Briefsoort) -> None:
    """R8.1: its own claims, outside the Wki."""
    tekst = schrijf(rijp(maak_dossier(), soort), soort).tekst
    for woord in ("incassobureau", "namens", "egistratiekenmerk", "Gegevens van deze vordering"):
        assert woord not in tekst
