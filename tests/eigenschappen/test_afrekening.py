"""Properties of an account: recht.md 6.4. Money is conserved, whatever the dossier."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from wiktool.kern.dossier import (
    Aanmaning,
    Afspraken,
    Betaling,
    Bezorgwijze,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)
from wiktool.recht.aanmaningen import termijn_van
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.incassokosten import bereken_incassokosten

EERSTE, LAATSTE = date(2023, 1, 1), date(2026, 12, 30)
geld = st.decimals(
    min_value=Decimal("0.01"), max_value=20000, places=2, allow_nan=False, allow_infinity=False
)
dagen = st.dates(min_value=EERSTE, max_value=LAATSTE)


@st.composite
def dossiers(draw: st.DrawFn, hoedanigheid: Hoedanigheid | None = None) -> Dossier:
    vorderingen = tuple(
        Vordering(
            factuurnummer=str(nummer),
            bedrag=draw(geld),
            vervaldatum=draw(dagen),
            fatale_termijn=draw(st.sampled_from([True, True, True, False, None])),
            termijnbetaling=draw(st.booleans()),
            uit_overeenkomst=draw(st.sampled_from([True, True, True, False])),
        )
        for nummer in range(draw(st.integers(min_value=1, max_value=4)))
    )
    nummers = [v.factuurnummer for v in vorderingen]
    return Dossier(
        schuldeiser=Schuldeiser(
            naam="De Linde",
            uitbesteed=draw(st.booleans()),
            btw_verrekenbaar=draw(st.sampled_from([True, False, None])),
        ),
        schuldenaar=Schuldenaar(
            naam="J. Jansen", hoedanigheid=hoedanigheid or draw(st.sampled_from(Hoedanigheid))
        ),
        vorderingen=vorderingen,
        betalingen=tuple(
            Betaling(
                datum=draw(dagen),
                bedrag=draw(geld),
                factuurnummer=draw(st.sampled_from(["", *nummers])),
            )
            for _ in range(draw(st.integers(min_value=0, max_value=4)))
        ),
        aanmaningen=tuple(
            Aanmaning(
                soort=draw(st.sampled_from(Briefsoort)),
                verzonden=draw(dagen),
                bezorging=draw(st.sampled_from(Bezorgwijze)),
                termijn_dagen=draw(st.sampled_from([7, 14, 15])),
                kosten=draw(st.none() | geld),
                facturen=tuple(draw(st.lists(st.sampled_from(nummers), unique=True))),
            )
            for _ in range(draw(st.integers(min_value=0, max_value=4)))
        ),
        afspraken=Afspraken(
            incassopercentage=draw(st.sampled_from([None, None, Decimal(15)])),
            rentepercentage=draw(st.sampled_from([None, None, Decimal(8)])),
        ),
    )


@given(dossiers(), dagen)
def test_money_is_conserved(dossier: Dossier, peildatum: date) -> None:
    uitkomst = bereken_afrekening(dossier, peildatum=peildatum)
    betaald = sum((b.bedrag for b in dossier.betalingen if b.datum <= peildatum), Decimal(0))
    delen = [deel for b in uitkomst.betalingen for deel in b.toerekening.delen]
    assert uitkomst.betaald == betaald
    assert sum((deel.totaal for deel in delen), Decimal(0)) + uitkomst.rest == betaald
    for vordering in uitkomst.vorderingen:
        eigen = [deel for deel in delen if deel.kenmerk == vordering.factuurnummer]
        op_kosten = sum((deel.kosten for deel in eigen), Decimal(0))
        op_rente = sum((deel.rente for deel in eigen), Decimal(0))
        op_hoofdsom = sum((deel.hoofdsom for deel in eigen), Decimal(0))
        assert vordering.hoofdsom == op_hoofdsom + vordering.hoofdsom_open
        assert vordering.rente == op_rente + vordering.rente_open
        assert vordering.kosten + vordering.btw == op_kosten + vordering.kosten_open
        assert vordering.betaald == op_kosten + op_rente + op_hoofdsom
        assert min(vordering.hoofdsom_open, vordering.rente_open, vordering.kosten_open) >= 0
        assert vordering.saldo == (
            vordering.hoofdsom_open + vordering.rente_open + vordering.kosten_open
        )


@given(dossiers(), dagen)
def test_the_total_is_the_sum_of_its_claims_and_fees(dossier: Dossier, peildatum: date) -> None:
    uitkomst = bereken_afrekening(dossier, peildatum=peildatum)
    for naam in ("hoofdsom", "rente", "kosten", "btw", "saldo", "rente_open"):
        som = sum((getattr(v, naam) for v in uitkomst.vorderingen), Decimal(0))
        assert getattr(uitkomst, naam) == som
    assert sum((post.kosten for post in uitkomst.kostenposten), Decimal(0)) == uitkomst.kosten
    assert sum((post.btw for post in uitkomst.kostenposten), Decimal(0)) == uitkomst.btw


@given(dossiers(Hoedanigheid.CONSUMENT), dagen)
def test_a_consumer_owes_no_fee_before_a_full_term_is_over(
    dossier: Dossier, peildatum: date
) -> None:
    uitkomst = bereken_afrekening(dossier, peildatum=peildatum)
    geldig = [
        termijn_van(brief).kosten_vanaf
        for brief in dossier.aanmaningen
        if brief.soort is Briefsoort.WIK and brief.termijn_dagen >= 14
    ]
    for post in uitkomst.kostenposten:
        assert post.vanaf in geldig
        assert post.vanaf <= peildatum
    assert uitkomst.btw <= uitkomst.kosten * Decimal("0.22")
    in_overeenkomst = [v.bedrag for v in dossier.vorderingen if v.uit_overeenkomst]
    if uitkomst.kosten:
        los = sum(
            (bereken_incassokosten([b], peildatum=peildatum).kosten for b in in_overeenkomst),
            Decimal(0),
        )
        assert uitkomst.kosten <= los


@given(dossiers(Hoedanigheid.CONSUMENT), dagen)
def test_what_the_letter_announced_is_never_exceeded(dossier: Dossier, peildatum: date) -> None:
    uitkomst = bereken_afrekening(dossier, peildatum=peildatum)
    for post in uitkomst.kostenposten:
        mogelijk = [b.kosten for b in dossier.aanmaningen if b.verzonden == post.brief]
        if None not in mogelijk:
            assert post.totaal <= max(k for k in mogelijk if k is not None)


@given(dossiers(), dagen)
def test_a_business_owes_at_least_the_minimum_for_what_it_paid_late(
    dossier: Dossier, peildatum: date
) -> None:
    zakelijk = replace(
        dossier, schuldenaar=replace(dossier.schuldenaar, hoedanigheid=Hoedanigheid.ONDERNEMER)
    )
    uitkomst = bereken_afrekening(zakelijk, peildatum=peildatum)
    for vordering, regel in zip(zakelijk.vorderingen, uitkomst.vorderingen, strict=True):
        laat = (
            regel.verzuim.ingetreden_op(peildatum)
            and regel.hoofdsom_open > 0
            and vordering.uit_overeenkomst
        )
        assert not laat or regel.kosten >= 40


@given(dossiers(), dagen)
def test_a_day_more_never_lowers_what_is_owed(dossier: Dossier, peildatum: date) -> None:
    zonder_later = replace(
        dossier, betalingen=tuple(b for b in dossier.betalingen if b.datum <= peildatum)
    )
    vandaag = bereken_afrekening(zonder_later, peildatum=peildatum)
    morgen = bereken_afrekening(zonder_later, peildatum=peildatum + timedelta(days=1))
    assert morgen.saldo >= vandaag.saldo


@given(dossiers(), dagen)
def test_the_same_dossier_gives_the_same_account(dossier: Dossier, peildatum: date) -> None:
    eerste = bereken_afrekening(dossier, peildatum=peildatum)
    assert eerste == bereken_afrekening(dossier, peildatum=peildatum)
    omgekeerd = replace(
        dossier,
        aanmaningen=tuple(reversed(dossier.aanmaningen)),
    )
    if len({b.verzonden for b in dossier.aanmaningen}) == len(dossier.aanmaningen):
        assert bereken_afrekening(omgekeerd, peildatum=peildatum).saldo == eerste.saldo
