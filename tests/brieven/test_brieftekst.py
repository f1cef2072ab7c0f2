"""What the letters say: the law in the words of the courts, one amount, plain Dutch."""

from __future__ import annotations

import re

import pytest
from voorbeelden import ALLE, NAMEN, TALEN_EN_TONEN, brief, mogelijke_brieven

from wiktool.brieven.model import Bloksoort, Brief
from wiktool.brieven.opmaak_tekst import als_tekst
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon

HR = "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd"
LOVCK = "binnen veertien dagen vanaf de dag nadat deze brief door u is ontvangen"
BEDRAG = re.compile(r"€\u00a0[\d.]+,\d\d")
WIKS = [naam for naam, soort in mogelijke_brieven() if soort is Briefsoort.WIK]


def kern(letter: Brief) -> list[str]:
    return [b.tekst for b in letter.blokken if b.soort in (Bloksoort.KERN, Bloksoort.KERNKOP)]


def prose(letter: Brief) -> str:
    return " ".join(blok.tekst for blok in letter.blokken)


@pytest.mark.parametrize(("naam", "soort"), ALLE)
@pytest.mark.parametrize("taal", list(Taal))
def test_the_legal_core_is_the_same_in_every_tone(naam: str, soort: Briefsoort, taal: Taal) -> None:
    kernen = {tuple(kern(brief(naam, soort, toon, taal).brief)) for toon in Toon}
    assert len(kernen) == 1
    assert kernen.pop()


@pytest.mark.parametrize(("naam", "soort"), ALLE)
def test_tones_differ_around_the_core(naam: str, soort: Briefsoort) -> None:
    assert len({prose(brief(naam, soort, toon).brief) for toon in Toon}) == len(Toon)


@pytest.mark.parametrize("naam", WIKS)
def test_wik_gives_the_term_in_the_words_of_the_hoge_raad(naam: str) -> None:
    """H5, H6: an accepted wording, and no date beside it."""
    letter = brief(naam).brief
    tekst = prose(letter)
    per_email = letter.waarden.bezorging is Bezorgwijze.EMAIL
    assert (LOVCK if per_email else HR) in tekst
    assert not re.search(r"\d{4}|uiterlijk|werkdag", " ".join(kern(letter)[:2]))
    assert not letter.waarden.uiterste_dag or letter.waarden.uiterste_dag not in tekst


@pytest.mark.parametrize("naam", WIKS)
def test_wik_names_the_exact_costs_and_only_on_condition(naam: str) -> None:
    """R2.6, D6, D7, D13: this debtor's amount, due only when payment stays out."""
    gemaakt = brief(naam)
    kosten = gemaakt.grondslag.kosten
    assert kosten is not None
    tekst = kern(gemaakt.brief)[2]
    assert tekst.startswith("Betaalt u niet op tijd, dan moet u ook incassokosten betalen.")
    assert f"De incassokosten zijn dan {gemaakt.brief.waarden.kosten}." in tekst
    assert not re.search(
        r"minimaal|maximaal|administratiekosten|herinneringskosten", prose(gemaakt.brief)
    )


@pytest.mark.parametrize("naam", WIKS)
def test_wik_asks_one_amount_and_it_is_the_principal(naam: str) -> None:
    """D13: the costs are not in what must be paid now."""
    gemaakt = brief(naam)
    waarden = gemaakt.brief.waarden
    assert waarden.te_betalen == waarden.hoofdsom
    assert gemaakt.grondslag.te_betalen == sum(r.openstaand for r in gemaakt.grondslag.regels)


@pytest.mark.parametrize("naam", WIKS)
def test_vat_only_where_the_law_allows_it_and_with_its_reason(naam: str) -> None:
    """R1.10 to R1.16."""
    gemaakt = brief(naam)
    mag = gemaakt.grondslag.stand.btw_mag and "termijnbetaling" not in naam
    tekst = prose(gemaakt.brief)
    assert ("kan de btw daarover niet verrekenen" in tekst) is mag
    assert ("btw" in tekst) is mag
    if mag:
        for bedrag in ("187,50", "21%", "39,38", "226,88"):
            assert bedrag in tekst


@pytest.mark.parametrize(("naam", "soort"), ALLE)
@pytest.mark.parametrize(("taal", "toon"), TALEN_EN_TONEN)
def test_every_letter_has_one_account_and_something_for_who_paid_or_disagrees(
    naam: str, soort: Briefsoort, taal: Taal, toon: Toon
) -> None:
    letter = brief(naam, soort, toon, taal).brief
    tekst = als_tekst(letter)
    assert tekst.count(letter.waarden.iban) == 1
    soorten = [blok.soort for blok in letter.blokken]
    for eenmalig in (Bloksoort.BETALING, Bloksoort.FACTUREN, Bloksoort.ONDERTEKENING):
        assert soorten.count(eenmalig) == 1
    hulp = [blok.tekst for blok in letter.blokken if blok.soort is Bloksoort.PUNT][-3:]
    woorden = ("oplossing|regeling", "niet eens", "al betaald")
    if taal is Taal.EN:
        woorden = ("solution|instalments", "disagree", "already paid")
    assert all(re.search(w, punt) for w, punt in zip(woorden, hulp, strict=True))


@pytest.mark.parametrize(("naam", "soort"), ALLE)
def test_an_english_letter_carries_the_dutch_core(naam: str, soort: Briefsoort) -> None:
    nederlands = kern(brief(naam, soort, taal=Taal.NL).brief)
    engels = kern(brief(naam, soort, taal=Taal.EN).brief)
    assert engels[-len(nederlands) :] == nederlands
    assert len(engels) == 2 * len(nederlands)


@pytest.mark.parametrize(("naam", "soort"), ALLE)
@pytest.mark.parametrize("toon", list(Toon))
def test_plain_dutch(naam: str, soort: Briefsoort, toon: Toon) -> None:
    """Hard words are explained where they stand; sentences stay short."""
    letter = brief(naam, soort, toon, Taal.NL).brief
    tekst = prose(letter)
    if "verzuim" in tekst:
        assert "Dat betekent dat" in tekst
    if "sommeren" in tekst:
        assert "sommeren u om te betalen. Dat betekent" in tekst or "alsnog" in tekst
    assert "buitengerechtelijke" not in tekst.replace(
        "Besluit vergoeding voor buitengerechtelijke incassokosten", ""
    )
    if naam not in ("lange_namen", "tekens", "zestig_facturen"):
        zinnen = re.split(r"(?<=[.?!]) ", tekst)
        assert max(len(zin.split()) for zin in zinnen) <= 40


def test_payments_before_the_letter_lower_the_principal() -> None:
    """R6.4 and docs/keuzes/0009: 1210 + 250 - 210."""
    waarden = brief("praktijk").brief.waarden
    assert waarden.hoofdsom == "€\u00a01.250,00"
    assert [f.openstaand for f in waarden.facturen] == ["€\u00a01.000,00", "€\u00a0250,00"]
    assert "U heeft al €\u00a0210,00 betaald" in prose(brief("praktijk").brief)


def test_a_claim_not_in_default_stays_out_and_is_named() -> None:
    """R2.7: not in the sum, not in the table."""
    gemaakt = brief("niet_alles_in_verzuim")
    assert [f.nummer for f in gemaakt.brief.waarden.facturen] == ["2026-0113"]
    (weg,) = [k for k in gemaakt.kanttekeningen if k.code == "vordering-weggelaten"]
    assert "2026-0114" in weg.tekst


def test_a_new_claim_after_an_earlier_letter_gets_its_own() -> None:
    gemaakt = brief("nieuwe_vordering")
    assert [f.nummer for f in gemaakt.brief.waarden.facturen] == ["2026-0116"]
    assert gemaakt.brief.waarden.kosten == "€\u00a075,00"


def test_a_second_instalment_within_six_months_takes_the_cautious_amount() -> None:
    """R1.43: € 20, with the kanttekening that art. 2a was not seen."""
    gemaakt = brief("termijnbetaling")
    assert gemaakt.brief.waarden.kosten == "€\u00a020,00"
    assert "termijnbetalingen-artikel-2a" in {k.code for k in gemaakt.kanttekeningen}


def test_default_by_notice_is_said() -> None:
    """R5.5: the letter shows how the default came about."""
    tekst = prose(brief("ingebrekestelling").brief)
    assert "Op 25\u00a0september\u00a02026 stuurden wij u een ingebrekestelling." in tekst
    assert "sinds 14\u00a0oktober\u00a02026 in verzuim" in tekst


@pytest.mark.parametrize("naam", NAMEN)
def test_ingebrekestelling_asks_no_costs(naam: str) -> None:
    """R5.7, D11: liability, a term, and no fee; the two letters are never one."""
    gemaakt = brief(naam, Briefsoort.INGEBREKESTELLING)
    tekst = prose(gemaakt.brief)
    assert "Dit is een ingebrekestelling." in tekst
    assert "aansprakelijk" in tekst
    assert "veertien dagen vanaf de dag nadat" in tekst
    if gemaakt.brief.waarden.is_consument:
        assert "Deze brief kost u niets." in tekst
    bedragen = set(BEDRAG.findall(" ".join(kern(gemaakt.brief))))
    assert bedragen == {gemaakt.brief.waarden.te_betalen}


def test_sommatie_adds_up_and_tells_where_payments_went() -> None:
    """6:44 BW: costs, interest, principal; R6.4: the fee was fixed when the term ended."""
    gemaakt = brief("na_de_brief", Briefsoort.SOMMATIE)
    grondslag, waarden = gemaakt.grondslag, gemaakt.brief.waarden
    assert grondslag.eis
    assert grondslag.te_betalen == grondslag.hoofdsom + grondslag.eis.totaal
    assert waarden.specificatie[-1].bedrag == waarden.te_betalen
    assert waarden.specificatie[-1].is_totaal
    tekst = prose(gemaakt.brief)
    assert "Op 20\u00a0november\u00a02026 stuurden wij u een aanmaning" in tekst
    assert "op 8\u00a0december\u00a02026 voorbij" in tekst
    assert f"Daarvan ging {waarden.verrekend} naar de kosten en rente" in tekst


def test_sommatie_to_a_business_asks_trade_interest_and_at_least_forty_euro() -> None:
    """R2.4, R7.10: no WIK letter needed."""
    gemaakt = brief("zakelijk", Briefsoort.SOMMATIE)
    regels = [regel.omschrijving for regel in gemaakt.brief.waarden.specificatie]
    assert "Wettelijke handelsrente (artikel 6:119a BW)" in regels
    assert gemaakt.grondslag.eis
    assert str(gemaakt.grondslag.eis.kosten) == "40.00"


def test_sommatie_to_a_public_body_names_its_own_article() -> None:
    regels = brief("overheid", Briefsoort.SOMMATIE).brief.waarden.specificatie
    assert any("6:119b" in regel.omschrijving for regel in regels)


@pytest.mark.parametrize("soort", [Briefsoort.WIK, Briefsoort.HERINNERING])
@pytest.mark.parametrize("taal", list(Taal))
def test_an_agency_names_itself_its_mark_and_the_claim(soort: Briefsoort, taal: Taal) -> None:
    """Wki 11 and Bki 3.1 (R8.3, R8.4)."""
    letter = brief("incassobureau", soort, taal=taal).brief
    tekst = als_tekst(letter, breedte=None)
    for woord in (
        "Incassobureau De Brug",
        "Praktijk De Linde, Dorpsstraat 1, 3511 AB Utrecht",
        "J. Jansen, Kerkstraat 2, 1234 AB Amsterdam",
        "IR-2024-00123",
        "87654321",
        "Tandheelkundige behandeling juli 2026",
        "NL20 INGB 0001 2345 67",
        "namens Praktijk De Linde" if taal is Taal.NL else "on behalf of Praktijk De Linde",
    ):
        assert woord in tekst


def test_the_debtor_pays_the_creditor_when_the_agency_has_no_account() -> None:
    waarden = brief("incassobureau_btw").brief.waarden
    assert waarden.tenaamstelling == "Praktijk De Linde"
    assert waarden.afzender.naam == "Incassobureau De Brug"


def test_many_invoices_go_on_a_page_of_their_own() -> None:
    soorten = [blok.soort for blok in brief("zestig_facturen").brief.blokken]
    assert soorten[-2:] == [Bloksoort.BIJLAGEKOP, Bloksoort.FACTUREN]
    assert Bloksoort.BIJLAGEKOP not in [b.soort for b in brief("praktijk").brief.blokken]


def test_the_payment_reference_says_which_claims_are_paid() -> None:
    assert brief("praktijk").brief.waarden.betaalkenmerk == "D-2026-17"
    assert brief("minimum").brief.waarden.betaalkenmerk == "2026-0101"
    assert brief("zestig_facturen").brief.waarden.betaalkenmerk == "L00001 en 59 andere"
