"""Properties of interest: recht.md R7.2, R7.4, R7.6; docs/keuzes/0003, 0004, 0005."""

import itertools
from calendar import isleap
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from wiktool.kern.dossier import Betaling
from wiktool.recht.rente import bereken_rente
from wiktool.recht.renteverloop import (
    Dagtelling,
    Rentesoort,
    Rentestand,
    Rentevoorwaarden,
    begin,
    boek,
    jaardag,
    loop_door,
    rente_van_morgen,
)
from wiktool.wetgegevens.tabel import tabel

CENT = Decimal("0.01")
EERSTE, LAATSTE = date(1992, 1, 1), date(2026, 12, 30)
bedragen = st.decimals(
    min_value=CENT, max_value=Decimal("1000000"), places=2, allow_nan=False, allow_infinity=False
)
dagen = st.dates(min_value=EERSTE, max_value=LAATSTE)
tijdvakken = st.tuples(dagen, dagen).map(lambda paar: (min(paar), max(paar)))
korte_tijdvakken = st.tuples(dagen, st.integers(min_value=0, max_value=800)).map(
    lambda paar: (paar[0], min(LAATSTE, paar[0] + timedelta(days=paar[1])))
)
voorwaarden = st.one_of(
    st.builds(
        Rentevoorwaarden,
        soort=st.just(Rentesoort.WETTELIJK),
        enkelvoudig=st.booleans(),
        dagtelling=st.sampled_from(Dagtelling),
    ),
    st.builds(
        Rentevoorwaarden,
        soort=st.just(Rentesoort.CONTRACTUEEL),
        percentage=st.decimals(min_value=0, max_value=30, places=2),
        enkelvoudig=st.booleans(),
        dagtelling=st.sampled_from(Dagtelling),
    ),
)


def exact(stand: Rentestand) -> Fraction:
    return stand.bijgeschreven + stand.lopend


def dag_voor_dag(hoofdsom: Decimal, van: date, tot: date, hoe: Rentevoorwaarden) -> Decimal:
    """Interest counted one day at a time: slow, obvious, and written without the module."""
    tarieven = tabel("wettelijke_rente").versies
    grondslag, rente = Fraction(hoofdsom), Fraction()
    dag = van
    while dag <= tot:
        if dag > van and (dag.month, dag.day) == (van.month, van.day):
            grondslag = Fraction(hoofdsom) + (0 if hoe.enkelvoudig else rente)
        if (van.month, van.day, dag.month, dag.day) == (2, 29, 3, 1) and not isleap(dag.year):
            grondslag = Fraction(hoofdsom) + (0 if hoe.enkelvoudig else rente)
        if hoe.percentage is not None:
            procent = hoe.percentage
        else:
            procent = next(
                Decimal(v.waarden["procent"]) for v in reversed(tarieven) if v.geldig_van <= dag
            )
        noemer = 366 if isleap(dag.year) and hoe.dagtelling is Dagtelling.WERKELIJK else 365
        rente += grondslag * Fraction(procent) / 100 / noemer
        dag += timedelta(days=1)
    deling = Decimal(rente.numerator) / Decimal(rente.denominator)
    return deling.quantize(CENT, rounding=ROUND_HALF_UP)


@given(bedragen, korte_tijdvakken, voorwaarden)
def test_periods_give_what_counting_day_by_day_gives(
    hoofdsom: Decimal, tijdvak: tuple[date, date], hoe: Rentevoorwaarden
) -> None:
    van, tot = tijdvak
    stand, perioden = loop_door(begin(hoofdsom, van), tot, hoe)
    assert stand.rente == dag_voor_dag(hoofdsom, van, tot, hoe)
    assert sum(periode.dagen for periode in perioden) == (tot - van).days + 1


@given(bedragen, st.sampled_from([1996, 2000, 2004, 2016, 2020]), voorwaarden)
def test_years_that_began_on_29_february(
    hoofdsom: Decimal, jaar: int, hoe: Rentevoorwaarden
) -> None:
    van = date(jaar, 2, 29)
    tot = van + timedelta(days=800)
    stand, _ = loop_door(begin(hoofdsom, van), tot, hoe)
    assert stand.rente == dag_voor_dag(hoofdsom, van, tot, hoe)


@given(bedragen, tijdvakken, dagen, voorwaarden)
def test_interest_is_additive_over_split_periods_before_rounding(
    hoofdsom: Decimal, tijdvak: tuple[date, date], knip: date, hoe: Rentevoorwaarden
) -> None:
    van, tot = tijdvak
    ineens, perioden = loop_door(begin(hoofdsom, van), tot, hoe)
    halverwege, eerst = loop_door(begin(hoofdsom, van), max(van, min(tot, knip)), hoe)
    daarna, dan = loop_door(halverwege, tot, hoe)
    assert daarna == ineens
    assert exact(daarna) - exact(halverwege) == exact(ineens) - exact(halverwege)
    assert sum(p.dagen for p in (*eerst, *dan)) == sum(p.dagen for p in perioden)


@given(bedragen, tijdvakken, voorwaarden)
def test_periods_are_joined_and_hold_one_rate_each(
    hoofdsom: Decimal, tijdvak: tuple[date, date], hoe: Rentevoorwaarden
) -> None:
    van, tot = tijdvak
    _, perioden = loop_door(begin(hoofdsom, van), tot, hoe)
    assert (perioden[0].van, perioden[-1].tot) == (van, tot)
    for eerste, tweede in itertools.pairwise(perioden):
        assert tweede.van - eerste.tot == timedelta(days=1)
    for periode in perioden:
        if hoe.tabel is not None:
            versie = hoe.tabel.op(periode.van)
            assert versie == hoe.tabel.op(periode.tot)
            assert versie.getal("procent") == periode.percentage
        if hoe.dagtelling is Dagtelling.WERKELIJK:
            assert (
                isleap(periode.van.year) == isleap(periode.tot.year) == (periode.jaardagen == 366)
            )


@given(bedragen, tijdvakken, voorwaarden)
def test_daily_interest_is_what_the_next_day_adds(
    hoofdsom: Decimal, tijdvak: tuple[date, date], hoe: Rentevoorwaarden
) -> None:
    van, tot = tijdvak
    stand, _ = loop_door(begin(hoofdsom, van), tot, hoe)
    morgen, _ = loop_door(begin(hoofdsom, van), tot + timedelta(days=1), hoe)
    verwacht = exact(morgen) - exact(stand)
    gevonden = rente_van_morgen(stand, hoe)
    assert gevonden is not None
    assert abs(Fraction(gevonden) - verwacht) < Fraction(1, 10**15)


@given(bedragen, tijdvakken)
def test_simple_is_never_more_than_compound(hoofdsom: Decimal, tijdvak: tuple[date, date]) -> None:
    van, tot = tijdvak
    enkel = bereken_rente(hoofdsom, van=van, tot=tot, enkelvoudig=True)
    assert enkel.rente <= bereken_rente(hoofdsom, van=van, tot=tot).rente


@given(dagen, st.integers(min_value=1, max_value=40))
def test_interest_years_follow_each_other(van: date, jaren: int) -> None:
    eerste, tweede = jaardag(van, jaren - 1), jaardag(van, jaren)
    assert 365 <= (tweede - eerste).days <= 366


betalingslijsten = st.lists(
    st.tuples(st.integers(min_value=0, max_value=2000), bedragen), max_size=6
)


@given(bedragen, dagen, betalingslijsten, st.booleans())
def test_money_is_conserved(
    hoofdsom: Decimal, van: date, lijst: list[tuple[int, Decimal]], enkelvoudig: bool
) -> None:
    tot = min(LAATSTE, van + timedelta(days=2000))
    betalingen = [
        Betaling(datum=min(tot, van + timedelta(days=na)), bedrag=bedrag) for na, bedrag in lijst
    ]
    uitkomst = bereken_rente(
        hoofdsom, van=van, tot=tot, betalingen=betalingen, enkelvoudig=enkelvoudig
    )
    betaald = sum(betaling.bedrag for betaling in betalingen)
    op_rente = sum(boeking.rente for boeking in uitkomst.boekingen)
    op_hoofdsom = sum(boeking.hoofdsom for boeking in uitkomst.boekingen)
    assert betaald == op_rente + op_hoofdsom + uitkomst.rest
    assert hoofdsom == op_hoofdsom + uitkomst.hoofdsom_open
    assert uitkomst.rente == op_rente + uitkomst.rente_open
    assert uitkomst.rente_open >= 0
    assert uitkomst.hoofdsom_open >= 0
    assert not uitkomst.rest or not uitkomst.hoofdsom_open


@given(bedragen, tijdvakken, dagen, bedragen)
def test_paying_never_raises_the_interest(
    hoofdsom: Decimal, tijdvak: tuple[date, date], dag: date, bedrag: Decimal
) -> None:
    van, tot = tijdvak
    betaling = Betaling(datum=max(van, min(tot, dag)), bedrag=bedrag)
    met = bereken_rente(hoofdsom, van=van, tot=tot, betalingen=[betaling])
    zonder = bereken_rente(hoofdsom, van=van, tot=tot)
    # a settled fraction of a cent is rounded half up
    assert met.rente <= zonder.rente + CENT


@given(bedragen, tijdvakken, st.data())
def test_booking_takes_exactly_what_it_says(
    hoofdsom: Decimal, tijdvak: tuple[date, date], data: st.DataObject
) -> None:
    van, tot = tijdvak
    stand, _ = loop_door(begin(hoofdsom, van), tot, Rentevoorwaarden())
    rente = data.draw(st.decimals(min_value=0, max_value=stand.rente, places=2))
    daarna = boek(stand, rente=rente, hoofdsom=Decimal(0))
    if rente == stand.rente:
        assert exact(daarna) == 0 or not rente
    else:
        assert exact(stand) - exact(daarna) == Fraction(rente)
    assert min(daarna.bijgeschreven, daarna.lopend) >= 0
    assert daarna.bijgeschreven <= stand.bijgeschreven
