"""What every letter must say: the sum, the fee, the term and the account, and nothing beside."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.brieven.hulp import (
    BRIEVEN,
    DATUM,
    HERINNERING,
    INGEBREKESTELLING,
    NAMEN,
    SOMMATIE,
    VORDERING,
    WIK,
    ZAKELIJK,
    als_bedrag,
    bedragen,
    maak_dossier,
    met_wik,
    plat,
    schrijf,
    staffel,
    voorbeeldbrief,
    voorbeeldbrieven,
)

from wiktool.brieven.model import Bloksoort
from wiktool.brieven.partijen import maak_partij
from wiktool.brieven.schrijfwijze import bedrag_in, datum_in, korte_datum_in
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon
from wiktool.kern.dossier import Aanmaning, Betaling, Schuldenaar
from wiktool.kern.fouten import NietMogelijk

HOOFDSOM_EN_KOSTEN = {
    "btw": ("1250.00", "187.50"),
    "btw_verrekenbaar": ("1250.00", "187.50"),
    "email": ("89.95", "40.00"),
    "feestdagen": ("410.00", "61.50"),
    "incassobureau": ("1250.00", "187.50"),
    "incassobureau_btw": ("1250.00", "187.50"),
    "ingebrekestelling": ("480.00", "72.00"),
    "lange_namen": ("1234.56", "185.18"),
    "maximum": ("1250000.00", "6775.00"),
    "minimum": ("75.00", "40.00"),
    "net_boven_minimum": ("266.70", "40.01"),
    "niet_alles_in_verzuim": ("300.00", "45.00"),
    "nieuwe_vordering": ("500.00", "75.00"),
    "persoonlijk": ("640.00", "96.00"),
    "tekens": ("100.00", "40.00"),
    "termijnbetaling": ("49.00", "20.00"),
    "twaalf_facturen": ("933.45", "140.02"),
    "zestig_facturen": ("2760.10", "401.01"),
    "zonder_adres": ("120.00", "40.00"),
}
"""By hand, from the dossiers and R1.4, R1.22, R1.43, R2.7."""

VAN_ELK_WIK_DOSSIER = pytest.mark.parametrize("naam", sorted(HOOFDSOM_EN_KOSTEN))


def test_every_example_is_listed() -> None:
    assert set(HOOFDSOM_EN_KOSTEN) == set(NAMEN) - ZAKELIJK


# --- the WIK letter ---------------------------------------------------------------------------


@VAN_ELK_WIK_DOSSIER
def test_wik_asks_the_principal_and_announces_the_exact_fee(naam: str) -> None:
    """R1.4, R1.21, R1.22, R2.6, D6, D7: the amounts of this debtor, and no others."""
    for _, taal, brief in voorbeeldbrieven(naam, WIK):
        hoofdsom, kosten = map(Decimal, HOOFDSOM_EN_KOSTEN[naam])
        if naam != "termijnbetaling":
            assert kosten == staffel(hoofdsom)
        kern = {hoofdsom, kosten, hoofdsom + kosten}
        if "btw" in naam.split("_") and naam != "btw_verrekenbaar":
            btw = Decimal("39.38")
            kern = {hoofdsom, kosten, btw, kosten + btw, hoofdsom + kosten + btw}
        assert set(bedragen(brief.kern)) == kern
        assert brief.grondslag.te_betalen == hoofdsom
        vet = [
            deel.tekst
            for blok in brief.brief.blokken
            if blok.soort is Bloksoort.KERN
            for deel in blok.delen
            if deel.vet
        ]
        assert [als_bedrag(tekst) for tekst in vet] == [hoofdsom, kosten] * (
            1 if taal == "nl" else 2
        )


@VAN_ELK_WIK_DOSSIER
def test_wik_gives_the_wording_of_the_hoge_raad_and_no_other_term(naam: str) -> None:
    """H5, H6, D1 to D5: the accepted words, and no date that may turn out earlier."""
    for _, taal, brief in voorbeeldbrieven(naam, WIK):
        ontvangen = naam == "email"
        woorden = "door u is ontvangen" if ontvangen else "bij u is bezorgd"
        assert f"binnen veertien dagen vanaf de dag nadat deze brief {woorden}" in brief.kern
        if taal is Taal.EN:
            daad = "you received this letter" if ontvangen else "this letter was delivered to you"
            assert f"within fourteen days, counted from the day after {daad}" in brief.kern
        termijn = brief.grondslag.termijn
        for dag in (termijn.laatste_dag, termijn.kosten_vanaf):
            for schrijf_dag in (datum_in, korte_datum_in):
                assert plat(schrijf_dag(taal, dag)) not in brief.tekst
        assert not re.search(r"\b(uiterlijk|no later than|werkdagen|heden)\b", brief.tekst, re.I)


@VAN_ELK_WIK_DOSSIER
def test_wik_makes_the_fee_conditional(naam: str) -> None:
    """D13: the fee is for who does not pay in time; within the term no cent of it is asked."""
    for _, _, brief in voorbeeldbrieven(naam, WIK):
        kosten = brief.grondslag.kosten
        assert kosten is not None
        for alinea in brief.alineas(Bloksoort.KERN):
            if kosten.kosten in bedragen(alinea):
                assert re.match(r"Betaalt u niet op tijd, dan|If you do not pay on time,", alinea)
        buiten_de_kern = [*brief.alineas(Bloksoort.ALINEA, Bloksoort.PUNT, Bloksoort.SLOT)]
        buiten_de_kern += [cel for rij in brief.rijen(Bloksoort.FACTUREN) for cel in rij]
        hoofdsom = brief.grondslag.hoofdsom
        gezien = {b for alinea in buiten_de_kern for b in bedragen(alinea)}
        assert kosten.kosten not in gezien - {hoofdsom}
        assert hoofdsom + kosten.totaal not in gezien
        te_betalen = dict(brief.rijen(Bloksoort.BETALING))
        assert als_bedrag(next(iter(te_betalen.values()))) == hoofdsom


def test_wik_leaves_out_what_is_not_in_default_or_was_in_an_earlier_letter() -> None:
    """R2.7: claims not yet in default stay out; so do claims an earlier letter was about."""
    assert "2026-0114" not in voorbeeldbrief("niet_alles_in_verzuim", WIK).tekst
    assert "2026-0115" not in voorbeeldbrief("nieuwe_vordering", WIK).tekst


def test_wik_says_that_the_notice_of_default_expired() -> None:
    """R5.5: without an agreed day the letter shows how default came about."""
    tekst = voorbeeldbrief("ingebrekestelling", WIK).tekst
    assert "Op 25 september 2026 stuurden wij u een ingebrekestelling." in tekst
    assert "ingebrekestelling" not in voorbeeldbrief("minimum", WIK).tekst


@pytest.mark.parametrize(
    ("vervaldatum", "verzuim"),
    [(date(2026, 8, 31), "1 september 2026"), (date(2026, 11, 19), "20 november 2026")],
)
def test_wik_names_the_first_day_of_default(vervaldatum: date, verzuim: str) -> None:
    """R5.5: the day after the agreed last day of payment."""
    brief = schrijf(maak_dossier(vordering={"vervaldatum": vervaldatum}), WIK)
    assert f"U bent sinds {verzuim} in verzuim." in brief.tekst


@pytest.mark.parametrize("soort", [INGEBREKESTELLING, WIK])
@pytest.mark.parametrize("naam", ["minimum", "twaalf_facturen"])
def test_nothing_hurries_who_was_given_a_term(naam: str, soort: Briefsoort) -> None:
    """H6: what is due "now" would contradict the fourteen days beside it."""
    for toon, taal, brief in voorbeeldbrieven(naam, soort):
        nu = re.search(r"\bu nu moet\b|moet u nu\b|(must|need to) pay now", brief.tekst)
        assert nu is None, (toon, taal)


# --- the other letters ------------------------------------------------------------------------


@pytest.mark.parametrize("soort", [HERINNERING, INGEBREKESTELLING])
@pytest.mark.parametrize("naam", NAMEN)
def test_reminder_and_notice_to_a_consumer_announce_no_fee(naam: str, soort: Briefsoort) -> None:
    """D13, R2.6: before a WIK letter no fee is asked, announced or hinted at as an amount."""
    for _, taal, brief in voorbeeldbrieven(naam, soort):
        assert set(bedragen(brief.kern)) == {brief.grondslag.hoofdsom}
        if naam not in ZAKELIJK:
            kost_niets = "kost u niets" if taal is Taal.NL else "There is no charge for"
            assert kost_niets in brief.kern


def test_notice_of_default_has_what_the_law_wants() -> None:
    """R5.2, R5.7: a demand in writing with a reasonable term, default after it, and liability."""
    for _, taal, brief in voorbeeldbrieven("minimum", INGEBREKESTELLING):
        kern = brief.kern
        for woord in (
            "ingebrekestelling",
            "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd",
            "daarna in verzuim",
            "artikel 6:82",
            "Wij stellen u dan aansprakelijk voor de schade",
        ):
            assert woord in kern
        if taal is Taal.EN:
            for woord in (
                "notice of default",
                "then be in default",
                "hold you liable for the loss",
            ):
                assert woord in kern


@pytest.mark.parametrize("in_verzuim", [True, False])
def test_notice_of_default_does_not_give_away_an_earlier_default(in_verzuim: bool) -> None:
    dossier = maak_dossier(vordering={"fatale_termijn": in_verzuim})
    kern = schrijf(dossier, INGEBREKESTELLING).kern
    assert ("voor zover u dat nog niet bent" in kern) is in_verzuim


@pytest.mark.parametrize("taal", Taal)
def test_demand_adds_up_line_by_line(taal: Taal) -> None:
    """R6.4, R7.1: principal, interest and fee, and their sum is the one amount asked."""
    brief = voorbeeldbrief("lange_namen", SOMMATIE, Toon.GEMIDDELD, taal)
    _, *regels = brief.rijen(Bloksoort.SPECIFICATIE)
    *delen, totaal = (als_bedrag(bedrag) for _, bedrag in regels)
    assert delen[0] == Decimal("1234.56")
    assert delen[-1] == staffel(Decimal("1234.56"))
    assert len(delen) == 3
    assert sum(delen) == totaal == brief.grondslag.te_betalen
    assert als_bedrag(brief.rijen(Bloksoort.BETALING)[0][1]) == totaal
    assert set(bedragen(brief.kern)) == {totaal}


@pytest.mark.parametrize("naam", [naam for naam in NAMEN if naam not in ZAKELIJK])
def test_demand_tells_which_letter_made_the_fee_due(naam: str) -> None:
    brief = voorbeeldbrief(naam, SOMMATIE)
    verzonden = brief.brief.waarden.wik_datum
    door_bureau = brief.brief.waarden.door_incassobureau
    zin = "is u een aanmaning gestuurd voor" if door_bureau else "stuurden wij u een aanmaning voor"
    assert re.search(rf"^Op {re.escape(plat(verzonden))} {zin}", brief.tekst, re.MULTILINE)
    assert f"op {plat(brief.brief.waarden.wik_laatste_dag)} voorbij" in brief.tekst


def test_demand_after_a_part_payment_within_the_term() -> None:
    """H10: the fee is on the part not paid in time; here the minimum."""
    dossier = met_wik(maak_dossier(betalingen=(Betaling(datum=DATUM, bedrag=Decimal(0)),)))
    verzonden = dossier.aanmaningen[0].verzonden
    assert verzonden is not None
    op_tijd = Betaling(datum=verzonden, bedrag=Decimal("1110.00"))
    brief = schrijf(replace(dossier, betalingen=(op_tijd,)), SOMMATIE)
    assert brief.grondslag.eis is not None
    assert brief.grondslag.eis.kosten == Decimal("40.00")


# --- every letter -----------------------------------------------------------------------------


@pytest.mark.parametrize(("naam", "soort"), BRIEVEN)
def test_no_hole_in_any_letter(naam: str, soort: Briefsoort) -> None:
    """No empty paragraph, no missing value, no mark of the template, no space too many."""
    for _, _, brief in voorbeeldbrieven(naam, soort):
        adres = {plat(regel) for regel in brief.brief.waarden.schuldenaar.adresregels}
        for blok in brief.brief.blokken:
            assert bool(blok.delen) is (blok.tekst.strip() != "")
            assert blok.tekst == blok.tekst.strip()
        for regel in brief.tekst.split("\n"):
            if regel in adres:
                continue
            assert "  " not in regel
            assert "None" not in regel
            assert not re.search(r" [.,:;?!)]|\(\s*\)|[(] |,[.,]|\.\.|: *\.$", regel), regel
            if naam != "tekens":
                assert not re.search(r"\{\{|\}\}|\{%|%\}|\*\*|\[/?kern\]|[\ue010-\ue014]", regel), (
                    regel
                )


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize(("naam", "soort"), BRIEVEN)
def test_every_letter_has_one_account_one_total_and_both_parties(
    naam: str, soort: Briefsoort, taal: Taal
) -> None:
    """WIK401, WIK003: one IBAN with beneficiary and reference."""
    brief = voorbeeldbrief(naam, soort, Toon.GEMIDDELD, taal)
    waarden = brief.brief.waarden
    ibans = re.findall(r"\bNL[0-9]{2}(?: ?[A-Z]{4})(?: ?[0-9]{2,4}){3}", brief.tekst)
    assert {iban.replace(" ", "") for iban in ibans} == {waarden.iban_kaal}
    te_betalen, naar, rekening, kenmerk = brief.rijen(Bloksoort.BETALING)
    assert als_bedrag(te_betalen[1]) == brief.grondslag.te_betalen
    assert naar[1] in {plat(waarden.schuldeiser.naam), plat(waarden.afzender.naam)}
    assert rekening[1].replace(" ", "") == waarden.iban_kaal
    assert kenmerk[1]
    assert plat(waarden.schuldeiser.naam) in brief.tekst
    assert plat(waarden.schuldenaar.naam) in brief.tekst
    assert plat(waarden.datum) in brief.tekst


@pytest.mark.parametrize(("naam", "soort"), BRIEVEN)
def test_table_of_claims_adds_up(naam: str, soort: Briefsoort) -> None:
    """R1.21, WIK110: amount less payments is what is open, row by row and in total."""
    brief = voorbeeldbrief(naam, soort)
    _, *rijen, totaal = [
        tuple(als_bedrag(cel) for cel in rij[3:]) if rij[3].startswith("€") else rij
        for rij in brief.rijen(Bloksoort.FACTUREN)
    ]
    assert all(bedrag - betaald == open_ for bedrag, betaald, open_ in rijen)
    assert tuple(map(sum, zip(*rijen, strict=True))) == totaal
    assert totaal[2] == brief.grondslag.hoofdsom
    assert len(rijen) == brief.brief.waarden.aantal_facturen


# --- payments, references, long tables --------------------------------------------------------


@pytest.mark.parametrize("taal", Taal)
def test_a_payment_is_deducted_and_shown(taal: Taal) -> None:
    """R1.21, R6.4: what was paid before the letter lowers principal and fee."""
    dossier = maak_dossier(betalingen=(Betaling(datum=date(2026, 10, 1), bedrag=Decimal("210")),))
    brief = schrijf(dossier, WIK, taal=taal)
    assert brief.grondslag.hoofdsom == Decimal(1000)
    assert brief.grondslag.kosten is not None
    assert brief.grondslag.kosten.kosten == Decimal(150)
    paid = plat(bedrag_in(taal, Decimal(210)))
    zin = f"U heeft al {paid} betaald." if taal is Taal.NL else f"You have already paid {paid}."
    assert zin in brief.tekst


@pytest.mark.parametrize(
    ("dag", "telt"), [(date(2026, 11, 19), True), (DATUM, True), (date(2026, 11, 21), False)]
)
def test_only_payments_up_to_the_day_of_the_letter_count(dag: date, telt: bool) -> None:
    dossier = maak_dossier(betalingen=(Betaling(datum=dag, bedrag=Decimal("210")),))
    hoofdsom = schrijf(dossier, WIK).grondslag.hoofdsom
    assert hoofdsom == (Decimal(1000) if telt else Decimal(1210))


def test_nothing_open_is_no_letter() -> None:
    dossier = maak_dossier(betalingen=(Betaling(datum=DATUM, bedrag=Decimal("1210")),))
    for soort in (HERINNERING, INGEBREKESTELLING, WIK):
        with pytest.raises(NietMogelijk, match="niets open"):
            schrijf(dossier, soort)


@pytest.mark.parametrize(
    ("aantal", "kenmerk"),
    [
        (1, "F-1000"),
        (4, "F-1000, F-1001, F-1002, F-1003"),
        (5, "F-1000 en 4 andere"),
    ],
)
def test_payment_reference_fits_a_bank_transfer(aantal: int, kenmerk: str) -> None:
    """Thirty-five characters are what a bank passes on."""
    vorderingen = tuple(replace(VORDERING, factuurnummer=f"F-{1000 + n}") for n in range(aantal))
    waarden = schrijf(maak_dossier(vorderingen=vorderingen), WIK).brief.waarden
    assert waarden.betaalkenmerk == kenmerk
    assert len(kenmerk) <= 35


@pytest.mark.parametrize(("aantal", "op_eigen_bladzijde"), [(10, False), (11, True)])
def test_a_long_table_follows_the_letter(aantal: int, op_eigen_bladzijde: bool) -> None:
    vorderingen = tuple(replace(VORDERING, factuurnummer=str(n)) for n in range(aantal))
    blokken = schrijf(maak_dossier(vorderingen=vorderingen), WIK).brief.blokken
    soorten = [blok.soort for blok in blokken]
    na_de_brief = soorten.index(Bloksoort.FACTUREN) > soorten.index(Bloksoort.ONDERTEKENING)
    assert na_de_brief is op_eigen_bladzijde
    assert (Bloksoort.BIJLAGEKOP in soorten) is op_eigen_bladzijde


@pytest.mark.parametrize("bezorging", Bezorgwijze)
def test_delivery_decides_the_words_of_the_term(bezorging: Bezorgwijze) -> None:
    """H5 for a delivered letter; R4.21 for an e-mail, which is received."""
    kern = schrijf(maak_dossier(), WIK, bezorging=bezorging).kern
    assert ("door u is ontvangen" in kern) is (bezorging is Bezorgwijze.EMAIL)
    assert ("bij u is bezorgd" in kern) is (bezorging is not Bezorgwijze.EMAIL)


def test_earlier_letters_are_named_only_when_they_were_earlier() -> None:
    brieven = tuple(
        Aanmaning(soort=HERINNERING, verzonden=dag) for dag in (date(2026, 9, 10), DATUM)
    )
    tekst = schrijf(maak_dossier(aanmaningen=brieven), WIK, toon=Toon.FORS).tekst
    assert "Ondanks onze eerdere post van 10 september 2026 heeft u" in tekst


@pytest.mark.parametrize("vervaldatum", [None, date(2026, 8, 31)])
@pytest.mark.parametrize("soort", [HERINNERING, INGEBREKESTELLING])
def test_a_claim_without_a_day_of_payment_is_not_said_to_have_one(
    soort: Briefsoort, vervaldatum: date | None
) -> None:
    """R5.1: then it is due at once, and no day has passed."""
    dossier = maak_dossier(vordering={"vervaldatum": vervaldatum, "fatale_termijn": None})
    for taal, zin in ((Taal.NL, "De dag waarop u had moeten"), (Taal.EN, "The day on which you")):
        tekst = schrijf(dossier, soort, toon=Toon.FORS, taal=taal).tekst
        assert (zin in tekst) is (vervaldatum is not None)


@pytest.mark.parametrize("soort", [HERINNERING, INGEBREKESTELLING, WIK])
@pytest.mark.parametrize(
    ("email", "telefoon", "nederlands", "engels"),
    [
        ("a@linde.example", "030 1", "bel of mail ons", "call or e-mail us"),
        ("a@linde.example", "", "vragen, mail ons", "to e-mail us"),
        ("", "030 1", "vragen, bel ons", "to call us"),
        ("", "", None, None),
    ],
)
def test_who_has_questions_is_asked_to_use_what_there_is(
    soort: Briefsoort, email: str, telefoon: str, nederlands: str | None, engels: str | None
) -> None:
    """No call is asked for where no number is known, and no mail without an address."""
    dossier = maak_dossier(schuldeiser={"email": email, "telefoon": telefoon})
    for taal, verwacht in ((Taal.NL, nederlands), (Taal.EN, engels)):
        tekst = schrijf(dossier, soort, toon=Toon.MILD, taal=taal).tekst
        if verwacht is None:
            assert not re.search(r"\b(bel|mail|call|e-mail)\b", tekst)
        else:
            assert verwacht in tekst


def test_a_country_of_two_words_keeps_its_capitals() -> None:
    partij = maak_partij(
        Schuldenaar(naam="J. Jansen", plaats="Leeds", land="Verenigd Koninkrijk"), "schuldenaar"
    )
    assert partij.adres_op_een_regel == "J. Jansen, Leeds, Verenigd Koninkrijk"
    assert partij.adresregels[-1] == "VERENIGD KONINKRIJK"


GROETEN = {
    (Taal.NL, False): "Met vriendelijke groet,",
    (Taal.NL, True): "Hoogachtend,",
    (Taal.EN, False): "Kind regards,",
    (Taal.EN, True): "Yours faithfully,",
}


@pytest.mark.parametrize("soort", Briefsoort)
@pytest.mark.parametrize("naam", ["minimum", "zonder_adres", "zestig_facturen"])
def test_the_greeting_stands_alone_above_the_signature(naam: str, soort: Briefsoort) -> None:
    for toon, taal, brief in voorbeeldbrieven(naam, soort):
        assert brief.alineas(Bloksoort.GROET) == [GROETEN[taal, toon is Toon.FORS]]
