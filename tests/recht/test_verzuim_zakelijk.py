"""Default between businesses, by statute or a long term: recht.md 7.2 (R7.10 to R7.12, R7.20)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.recht.hulp_verzuim import CONSUMENT, codes, ingebrekestelling, lang, vordering

from wiktool.kern.dossier import Hoedanigheid
from wiktool.kern.fouten import BuitenBereik
from wiktool.recht.handelstermijnen import toets_afgesproken_termijn, wettelijke_betaaltermijn
from wiktool.recht.verzuim import Verzuimgrond, bepaal_verzuim

ONDERNEMER = Hoedanigheid.ONDERNEMER
OVERHEID = Hoedanigheid.OVERHEID
ZAKELIJK = [ONDERNEMER, Hoedanigheid.RECHTSPERSOON]


# --- between businesses, nothing agreed (R7.11)


@pytest.mark.parametrize("hoedanigheid", [*ZAKELIJK, OVERHEID])
def test_statutory_thirty_days_after_receipt(hoedanigheid: Hoedanigheid) -> None:
    # received 3 August: 4 August is day one, 2 September day thirty
    verzuim = bepaal_verzuim(
        vordering(
            factuurdatum=date(2026, 8, 1), ontvangstdatum=date(2026, 8, 3), fatale_termijn=False
        ),
        hoedanigheid=hoedanigheid,
    )
    assert (verzuim.datum, verzuim.grond) == (date(2026, 9, 3), Verzuimgrond.WETTELIJKE_TERMIJN)
    artikel = "art. 6:119b lid 2 BW" if hoedanigheid is OVERHEID else "art. 6:119a lid 2 BW"
    assert verzuim.bronnen[0].aanhaling == artikel
    assert ("afgeleid-betalingstermijnen" in codes(verzuim)) is (hoedanigheid is not OVERHEID)
    assert {"prestatie-na-factuur", "wettelijke-termijn-als-verzuim"} <= codes(verzuim)
    assert "ontvangst-factuur-aangenomen" not in codes(verzuim)
    assert "afspraak-onbekend" not in codes(verzuim)


def test_receipt_is_presumed_by_post_when_unknown() -> None:
    # Saturday 1 August 2026 by post: second postal day is Wednesday 5 August
    verzuim = bepaal_verzuim(vordering(factuurdatum=date(2026, 8, 1)), hoedanigheid=ONDERNEMER)
    assert verzuim.datum == date(2026, 8, 5) + timedelta(days=31)
    assert "ontvangst-factuur-aangenomen" in codes(verzuim)


def test_receipt_never_counts_before_the_invoice_date() -> None:
    verzuim = bepaal_verzuim(
        vordering(factuurdatum=date(2026, 8, 1), ontvangstdatum=date(2026, 7, 28)),
        hoedanigheid=ONDERNEMER,
    )
    assert verzuim.datum == date(2026, 9, 1)


def test_only_the_day_of_receipt_is_enough() -> None:
    verzuim = bepaal_verzuim(vordering(ontvangstdatum=date(2026, 8, 3)), hoedanigheid=ONDERNEMER)
    assert verzuim.datum == date(2026, 9, 3)


@pytest.mark.parametrize("factuurdatum", [None, date(2012, 6, 29), date(2028, 12, 30)])
def test_receipt_is_asked_where_no_presumption_exists(factuurdatum: date | None) -> None:
    verzuim = bepaal_verzuim(vordering(factuurdatum=factuurdatum), hoedanigheid=ONDERNEMER)
    assert verzuim.datum is None
    assert "ontvangstdatum" in verzuim.vraag


def test_no_statutory_term_before_december_2002() -> None:
    eerste = vordering(ontvangstdatum=date(2002, 12, 1))
    assert bepaal_verzuim(eerste, hoedanigheid=ONDERNEMER).datum == date(2003, 1, 1)
    with pytest.raises(BuitenBereik, match="1 december 2002"):
        bepaal_verzuim(vordering(ontvangstdatum=date(2002, 11, 30)), hoedanigheid=ONDERNEMER)


@pytest.mark.parametrize(
    ("vervaldatum", "datum"),
    [
        (date(2026, 9, 1), date(2026, 9, 3)),
        (date(2026, 9, 2), date(2026, 9, 3)),
        (date(2026, 9, 3), date(2026, 9, 4)),
    ],
)
@pytest.mark.parametrize("fatale_termijn", [None, False])
def test_the_later_of_due_date_and_statutory_term(
    vervaldatum: date, datum: date, fatale_termijn: bool | None
) -> None:
    verzuim = bepaal_verzuim(
        vordering(
            ontvangstdatum=date(2026, 8, 3), vervaldatum=vervaldatum, fatale_termijn=fatale_termijn
        ),
        hoedanigheid=ONDERNEMER,
    )
    assert verzuim.datum == datum
    assert ("afspraak-onbekend" in codes(verzuim)) is (fatale_termijn is None)


def test_a_business_claim_without_dates_still_hears_a_notice() -> None:
    verzuim = bepaal_verzuim(
        vordering(),
        hoedanigheid=ONDERNEMER,
        aanmaningen=[ingebrekestelling(ontvangen=date(2026, 9, 29))],
    )
    assert verzuim.grond is Verzuimgrond.INGEBREKESTELLING


@pytest.mark.parametrize("hoedanigheid", [*ZAKELIJK, OVERHEID])
def test_the_statutory_term_is_no_agreed_one(hoedanigheid: Hoedanigheid) -> None:
    termijn = wettelijke_betaaltermijn(vordering(ontvangstdatum=date(2026, 8, 3)), hoedanigheid)
    assert termijn is not None
    assert termijn.afgesproken is False


def test_a_due_date_on_the_last_day_itself_needs_no_word() -> None:
    claim = vordering(
        ontvangstdatum=date(2026, 8, 3), vervaldatum=date(2026, 9, 2), fatale_termijn=False
    )
    verzuim = bepaal_verzuim(claim, hoedanigheid=ONDERNEMER)
    assert not any("wordt aangehouden" in stap.omschrijving for stap in verzuim.stappen)


# --- agreed terms that are too long (R7.12, R7.20); invoice received 3 August 2026


@pytest.mark.parametrize(("dagen", "twijfel"), [(59, False), (60, False), (61, True)])
def test_over_sixty_days_is_followed_with_a_doubt(dagen: int, twijfel: bool) -> None:
    verzuim = bepaal_verzuim(lang(dagen), hoedanigheid=ONDERNEMER)
    assert verzuim.datum == date(2026, 8, 3) + timedelta(days=dagen + 1)
    assert verzuim.grond is Verzuimgrond.FATALE_TERMIJN
    assert codes(verzuim) == ({"betalingstermijn-lang"} if twijfel else set())


@pytest.mark.parametrize("factuur", [date(2002, 11, 30), date(2013, 3, 15)])
def test_no_longest_term_before_16_march_2013(factuur: date) -> None:
    assert codes(bepaal_verzuim(lang(61, factuur), hoedanigheid=ONDERNEMER)) == set()
    assert codes(bepaal_verzuim(lang(61, date(2013, 3, 16)), hoedanigheid=ONDERNEMER)) == {
        "betalingstermijn-lang"
    }


@pytest.mark.parametrize(
    ("dagen", "telt", "twijfel"),
    [(30, 30, False), (31, 31, True), (60, 60, True), (61, 60, True), (90, 60, True)],
)
def test_a_public_body_never_has_more_than_sixty_days(dagen: int, telt: int, twijfel: bool) -> None:
    verzuim = bepaal_verzuim(lang(dagen), hoedanigheid=OVERHEID, grote_schuldenaar=True)
    assert verzuim.datum == date(2026, 8, 3) + timedelta(days=telt + 1)
    assert codes(verzuim) == ({"betalingstermijn-overheid"} if twijfel else set())
    verwacht = Verzuimgrond.FATALE_TERMIJN if dagen <= 60 else Verzuimgrond.WETTELIJKE_TERMIJN
    assert verzuim.grond is verwacht


@pytest.mark.parametrize(("dagen", "telt"), [(29, 29), (30, 30), (31, 30), (60, 30), (90, 30)])
def test_a_large_company_has_thirty_days(dagen: int, telt: int) -> None:
    verzuim = bepaal_verzuim(lang(dagen), hoedanigheid=ONDERNEMER, grote_schuldenaar=True)
    assert verzuim.datum == date(2026, 8, 3) + timedelta(days=telt + 1)
    assert ("grote-schuldenaar" in codes(verzuim)) is (dagen > 30)
    verwacht = Verzuimgrond.FATALE_TERMIJN if dagen <= 30 else Verzuimgrond.WETTELIJKE_TERMIJN
    assert verzuim.grond is verwacht
    if dagen > 30:
        tekst = next(k.tekst for k in verzuim.kanttekeningen if k.code == "grote-schuldenaar")
        assert "€\u00a020.000.000,00" in tekst
        assert "€\u00a040.000.000,00" in tekst
        assert "250 werknemers" in tekst


@pytest.mark.parametrize(
    ("factuur", "telt", "code"),
    [
        (date(2022, 6, 30), 45, None),
        (date(2022, 7, 1), 45, "grote-schuldenaar-oude-overeenkomst"),
        (date(2023, 6, 30), 45, "grote-schuldenaar-oude-overeenkomst"),
        (date(2023, 7, 1), 30, "grote-schuldenaar"),
    ],
)
def test_large_company_rule_came_in_two_steps(factuur: date, telt: int, code: str | None) -> None:
    verzuim = bepaal_verzuim(lang(45, factuur), hoedanigheid=ONDERNEMER, grote_schuldenaar=True)
    assert verzuim.datum == factuur + timedelta(days=telt + 1)
    gevonden = {c for c in codes(verzuim) if c.startswith("grote-schuldenaar")}
    assert gevonden == ({code} if code else set())


def test_the_invoice_date_and_not_its_receipt_picks_the_rule() -> None:
    # R7.12: an invoice of 30 June 2022, received when the rule was there
    voor = replace(lang(45, date(2022, 6, 30)), ontvangstdatum=date(2022, 7, 4))
    assert codes(bepaal_verzuim(voor, hoedanigheid=ONDERNEMER, grote_schuldenaar=True)) == set()


def test_a_term_is_measured_from_receipt_where_the_invoice_date_is_not_known() -> None:
    zonder = replace(lang(45, date(2026, 8, 3)), factuurdatum=None)
    verzuim = bepaal_verzuim(zonder, hoedanigheid=ONDERNEMER, grote_schuldenaar=True)
    assert verzuim.datum == date(2026, 9, 3)
    assert "grote-schuldenaar" in codes(verzuim)


def test_a_small_company_keeps_its_agreed_term() -> None:
    verzuim = bepaal_verzuim(lang(45), hoedanigheid=ONDERNEMER, grote_schuldenaar=False)
    assert verzuim.datum == date(2026, 8, 3) + timedelta(days=46)


def test_consumer_terms_are_not_measured() -> None:
    verzuim = bepaal_verzuim(lang(90), hoedanigheid=CONSUMENT, grote_schuldenaar=True)
    assert verzuim.datum == date(2026, 8, 3) + timedelta(days=91)
    assert verzuim.kanttekeningen == ()


def test_a_term_without_invoice_date_is_followed_unmeasured() -> None:
    for hoedanigheid in (*ZAKELIJK, OVERHEID):
        verzuim = bepaal_verzuim(
            vordering(vervaldatum=date(2026, 12, 31), fatale_termijn=True),
            hoedanigheid=hoedanigheid,
            grote_schuldenaar=True,
        )
        assert verzuim.datum == date(2027, 1, 1)
        assert codes(verzuim) == {"betalingstermijn-niet-getoetst"}


def test_an_agreed_term_outside_contract_is_not_measured() -> None:
    verzuim = bepaal_verzuim(
        vordering(vervaldatum=date(2026, 12, 31), fatale_termijn=True, uit_overeenkomst=False),
        hoedanigheid=ONDERNEMER,
    )
    assert verzuim.kanttekeningen == ()


@pytest.mark.parametrize(
    ("hoedanigheid", "groot", "dagen", "afgesproken"),
    [
        (ONDERNEMER, True, 31, False),
        (OVERHEID, False, 61, False),
        (ONDERNEMER, False, 61, True),
        (OVERHEID, False, 60, True),
    ],
)
def test_whether_the_agreed_day_stands(
    hoedanigheid: Hoedanigheid, groot: bool, dagen: int, afgesproken: bool
) -> None:
    claim = lang(dagen)
    assert claim.vervaldatum is not None
    termijn = toets_afgesproken_termijn(
        claim, claim.vervaldatum, hoedanigheid, grote_schuldenaar=groot
    )
    assert termijn.afgesproken is afgesproken


def test_an_unmeasured_term_cites_the_article_of_the_debtor() -> None:
    claim = vordering(vervaldatum=date(2026, 12, 31), fatale_termijn=True)
    for hoedanigheid, artikel in ((ONDERNEMER, "6:119a"), (OVERHEID, "6:119b")):
        (twijfel,) = bepaal_verzuim(claim, hoedanigheid=hoedanigheid).kanttekeningen
        assert twijfel.bron is not None
        assert twijfel.bron.aanhaling == f"art. {artikel} BW"
