"""Law, gates, text and check together: what comes out passes, and says what its maker must know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.brieven.hulp import (
    BRIEVEN,
    BUREAU,
    DATUM,
    HERINNERING,
    SOMMATIE,
    WIK,
    maak_dossier,
    met_wik,
    rijp,
    voorbeeld,
)

from wiktool.controle.model import Ernst, Oordeel
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon
from wiktool.kern.dossier import Aanmaning, Betaling, Briefgegevens, Dossier, Incassobureau
from wiktool.kern.fouten import NietMogelijk, Weigering
from wiktool.taken import briefmaken
from wiktool.taken.briefmaken import Gemaakt, kies_brief, maak_brief


def maak(dossier: Dossier, soort: Briefsoort, datum: date = DATUM) -> Gemaakt:
    return maak_brief(dossier, kies_brief(dossier, soort, datum=datum))


def codes(gemaakt: Gemaakt) -> set[str]:
    return {kanttekening.code for kanttekening in gemaakt.kanttekeningen}


@pytest.mark.parametrize(("naam", "soort"), BRIEVEN)
def test_every_letter_passes_its_own_check(naam: str, soort: Briefsoort) -> None:
    """No gate and no finding; nothing that a reader would have to look up himself."""
    dossier = rijp(voorbeeld(naam), soort)
    gemaakt = maak(dossier, soort, dossier.brief.datum or DATUM)
    assert gemaakt.overstemd == ()
    assert gemaakt.toetsing.oordeel is Oordeel.VOLDOET
    assert gemaakt.toetsing.niet_te_beoordelen == ()


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize("toon", Toon)
@pytest.mark.parametrize("bureau", [None, BUREAU])
def test_demand_with_vat_passes_by_its_declaration_alone(
    bureau: Incassobureau | None, toon: Toon, taal: Taal
) -> None:
    """R1.10, WIK105: with the declaration it passes; the same letter without it is void."""
    schuldeiser = {"uitbesteed": True, "btw_verrekenbaar": False}
    dossier = met_wik(maak_dossier(schuldeiser=schuldeiser, incassobureau=bureau))
    wik = replace(dossier.aanmaningen[0], kosten=Decimal("219.62"))
    dossier = replace(dossier, aanmaningen=(wik,))
    keuzes = kies_brief(dossier, SOMMATIE, datum=DATUM, toon=toon, taal=taal)
    gemaakt = maak_brief(dossier, keuzes)
    assert gemaakt.brief.waarden.met_btw
    assert gemaakt.toetsing.oordeel is Oordeel.VOLDOET
    zonder = tuple(
        blok
        for blok in gemaakt.brief.blokken
        if "niet verrekenen" not in blok.tekst and "cannot reclaim" not in blok.tekst
    )
    assert len(zonder) < len(gemaakt.brief.blokken)
    kaal = replace(gemaakt.brief, blokken=zonder)
    toetsing = briefmaken.controleer(kaal, gemaakt.grondslag, keuzes)
    assert toetsing.oordeel is not Oordeel.VOLDOET
    assert "WIK105" in {bevinding.code for bevinding in toetsing.bevindingen}


def test_what_was_asked_wins_over_the_dossier_and_the_dossier_over_the_usual() -> None:
    eigen = Briefgegevens(toon=Toon.MILD, taal=Taal.EN, bezorging=Bezorgwijze.EMAIL)
    kaal, vol = maak_dossier(), maak_dossier(brief=eigen)
    gewoon = kies_brief(kaal, WIK, datum=DATUM)
    assert (gewoon.toon, gewoon.taal, gewoon.bezorging) == ("gemiddeld", "nl", "post")
    volgens = kies_brief(vol, WIK, datum=DATUM)
    assert (volgens.toon, volgens.taal, volgens.bezorging) == ("mild", "en", "email")
    gevraagd = kies_brief(
        vol, WIK, datum=DATUM, toon=Toon.FORS, taal=Taal.NL, bezorging=Bezorgwijze.PERSOONLIJK
    )
    assert (gevraagd.toon, gevraagd.taal, gevraagd.bezorging) == ("fors", "nl", "persoonlijk")


def test_term_and_first_day_of_the_fee() -> None:
    """R4.1: sent Friday, delivered Tuesday; R+14 and R+15."""
    termijn = maak(maak_dossier(), WIK).termijn
    assert (termijn.laatste_dag, termijn.kosten_vanaf) == (date(2026, 12, 8), date(2026, 12, 9))


@pytest.mark.parametrize(
    ("schuldenaar", "code", "woorden"),
    [
        ({"hoedanigheid": None}, "hoedanigheid-onbekend", "behandelt de schuldenaar als consument"),
        ({"hoedanigheid": None, "kvk": "12345678"}, "hoedanigheid-onbekend", "KvK- of btw-nummer"),
        (
            {"hoedanigheid": None, "btw_nummer": "NL001234567B01"},
            "hoedanigheid-onbekend",
            "KvK- of btw-nummer",
        ),
        ({"adres": ""}, "adres-ontbreekt", "is geen adres bekend"),
    ],
)
def test_doubts_about_the_debtor_are_told(
    schuldenaar: dict[str, str | None], code: str, woorden: str
) -> None:
    for soort in (HERINNERING, WIK):
        gemaakt = maak(maak_dossier(schuldenaar=schuldenaar), soort)
        (tekst,) = [k.tekst for k in gemaakt.kanttekeningen if k.code == code]
        assert woorden in tekst


def test_nothing_is_doubted_when_everything_is_known() -> None:
    assert codes(maak(maak_dossier(), HERINNERING)) == set()


@pytest.mark.parametrize(
    ("soort", "vervaldatum", "reden"),
    [
        (WIK, DATUM, "nog niet in verzuim, of al in een eerdere veertiendagenbrief"),
        (SOMMATIE, date(2026, 11, 1), "nog geen veertiendagenbrief, of nog niet in verzuim"),
        (HERINNERING, DATUM, "nog niet opeisbaar"),
    ],
)
def test_a_claim_that_is_left_out_is_named(
    soort: Briefsoort, vervaldatum: date, reden: str
) -> None:
    """R2.7."""
    dossier = rijp(maak_dossier(), soort)
    tweede = replace(dossier.vorderingen[0], factuurnummer="18", vervaldatum=vervaldatum)
    gemaakt = maak(replace(dossier, vorderingen=(*dossier.vorderingen, tweede)), soort)
    (tekst,) = [k.tekst for k in gemaakt.kanttekeningen if k.code == "vordering-weggelaten"]
    assert tekst == f"Niet in deze brief: 18 ({reden} op 20 november 2026)."
    assert [regel.vordering.factuurnummer for regel in gemaakt.grondslag.regels] == ["17"]


VERVALT_NOG = {"factuurnummer": "18", "vervaldatum": date(2026, 12, 31)}
OUDER = {"factuurnummer": "9", "vervaldatum": date(2026, 6, 30), "factuurdatum": date(2026, 6, 1)}
EERDERE_WIK = Aanmaning(soort=WIK, verzonden=date(2026, 7, 6), facturen=("9",))


def met_betaalde(
    andere: dict[str, Any], betaald: str, *, genoemd: bool, eerder: tuple[Aanmaning, ...] = ()
) -> Dossier:
    """The dossier with one claim more, of 300 euros, on which something was paid."""
    dossier = maak_dossier()
    tweede = replace(dossier.vorderingen[0], bedrag=Decimal(300), **andere)
    betaling = Betaling(
        datum=date(2026, 11, 9),
        bedrag=Decimal(betaald),
        factuurnummer=tweede.factuurnummer if genoemd else "",
    )
    return replace(
        dossier,
        vorderingen=(tweede, *dossier.vorderingen),
        betalingen=(betaling,),
        aanmaningen=eerder,
    )


@pytest.mark.parametrize(
    "dossier",
    [
        pytest.param(met_betaalde(OUDER, "300.00", genoemd=True), id="paid in full"),
        pytest.param(met_betaalde(OUDER, "300.00", genoemd=False), id="the oldest is paid first"),
        pytest.param(met_betaalde(VERVALT_NOG, "100.00", genoemd=True), id="not due, part paid"),
        pytest.param(
            met_betaalde(OUDER, "100.00", genoemd=True, eerder=(EERDERE_WIK,)),
            id="in an earlier letter, part paid",
        ),
    ],
)
def test_what_was_paid_on_a_claim_left_out_takes_nothing_off_this_letter(dossier: Dossier) -> None:
    """R1.21, R2.7, R6.1: the fee is that over the claims of the letter; it was once refused."""
    gemaakt = maak(dossier, WIK)
    assert gemaakt.grondslag.hoofdsom == 1210
    assert gemaakt.toetsing.oordeel is Oordeel.VOLDOET
    assert gemaakt.toetsing.niet_te_beoordelen == ()


@pytest.mark.parametrize(
    ("betaald", "bezwaar"), [("300.00", None), ("310.00", "WIK102"), ("500.00", "WIK102")]
)
def test_a_fee_over_what_was_paid_is_seen_beside_a_claim_that_was_paid(
    betaald: str, bezwaar: str | None
) -> None:
    """D9: what a payment leaves after the claim it names comes off the claim of the letter."""
    zonder = maak(maak_dossier(), WIK)
    keuzes = kies_brief(maak_dossier(), WIK, datum=DATUM)
    ander = maak(met_betaalde(OUDER, betaald, genoemd=True), WIK)
    toetsing = briefmaken.controleer(zonder.brief, ander.grondslag, keuzes)
    fouten = [b.code for b in toetsing.bevindingen if b.ernst is Ernst.FOUT]
    assert fouten == ([bezwaar] if bezwaar else [])


def test_a_letter_that_fails_its_own_check_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last net: whatever goes wrong in the text, a finding stops the letter."""
    fout_bedrag = maak(met_wik(maak_dossier()), SOMMATIE)
    assert fout_bedrag.toetsing.oordeel is Oordeel.VOLDOET
    slecht = maak_brief(
        maak_dossier(), kies_brief(maak_dossier(), WIK, datum=date(2026, 8, 31)), toch=True
    )
    assert slecht.toetsing.oordeel is Oordeel.VOLDOET_NIET
    monkeypatch.setattr(briefmaken, "controleer", lambda *_: slecht.toetsing)
    with pytest.raises(Weigering) as gevangen:
        maak(maak_dossier(), WIK)
    assert gevangen.value.code == "eigen-controle"
    assert "WIK301" in gevangen.value.melding
    assert "wiktool uitleg WIK301" in gevangen.value.doe
    assert gevangen.value.aanhaling == "art. 6:96 lid 6 BW"


@pytest.mark.parametrize("soort", Briefsoort)
def test_no_account_to_pay_to_is_no_letter(soort: Briefsoort) -> None:
    dossier = rijp(maak_dossier(schuldeiser={"iban": ""}), soort)
    with pytest.raises(NietMogelijk, match=r"schuldeiser\.iban ontbreekt"):
        maak(dossier, soort)
    assert (
        maak(replace(dossier, incassobureau=BUREAU), soort).brief.waarden.iban_kaal == BUREAU.iban
    )


def test_default_before_the_decree_is_refused() -> None:
    """R1.30: in default before 1 July 2012."""
    oud = {"factuurdatum": date(2012, 5, 1), "vervaldatum": date(2012, 6, 29)}
    with pytest.raises(NietMogelijk, match="1 juli 2012"):
        maak(maak_dossier(vordering=oud), WIK)
    op_tijd = {"factuurdatum": date(2012, 5, 1), "vervaldatum": date(2012, 6, 30)}
    kosten = maak(maak_dossier(vordering=op_tijd), WIK).grondslag.kosten
    assert kosten is not None
    assert kosten.kosten == Decimal("181.50")
