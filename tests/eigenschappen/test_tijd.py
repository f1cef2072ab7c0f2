"""Every calculator, every month: an answer, or a refusal that names the known range."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from wiktool.kern.dossier import (
    Aanmaning,
    Betaling,
    Bezorgwijze,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)
from wiktool.kern.fouten import BuitenBereik
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.incassokosten import bereken_incassokosten, btw_percentage
from wiktool.recht.rente import bereken_rente
from wiktool.recht.renteverloop import Rentesoort
from wiktool.recht.termijnbetalingen import bereken_termijnkosten
from wiktool.recht.termijnen import bereken_termijn
from wiktool.recht.verzuim import bepaal_verzuim
from wiktool.wetgegevens.tabel import TABELLEN, tabel

BEDRAG = Decimal("1000.00")
BEGIN, EINDE = date(1985, 1, 1), date(2032, 12, 1)


def maanden(eerste: date = BEGIN, laatste: date = EINDE) -> Iterator[date]:
    jaar, maand = eerste.year, eerste.month
    while (dag := date(jaar, maand, 1)) <= laatste:
        yield dag
        jaar, maand = (jaar + 1, 1) if maand == 12 else (jaar, maand + 1)


def afrekening(dag: date) -> object:
    """A consumer in default since a day, reminded at once, settled ten days on."""
    dossier = Dossier(
        schuldeiser=Schuldeiser(naam="De Linde"),
        schuldenaar=Schuldenaar(naam="J. Jansen", hoedanigheid=Hoedanigheid.CONSUMENT),
        vorderingen=(Vordering(factuurnummer="1", bedrag=BEDRAG, verzuimdatum=dag),),
        betalingen=(Betaling(datum=dag, bedrag=Decimal(10)),),
        aanmaningen=(
            Aanmaning(soort=Briefsoort.WIK, verzonden=dag, bezorging=Bezorgwijze.PERSOONLIJK),
        ),
    )
    return bereken_afrekening(dossier, peildatum=dag)


REKENAARS: dict[str, tuple[Callable[[date], object], date, date | None]] = {
    "incassokosten": (
        lambda dag: bereken_incassokosten([BEDRAG], peildatum=dag),
        date(2012, 7, 1),
        None,
    ),
    "incassokosten met btw": (
        lambda dag: bereken_incassokosten([BEDRAG], peildatum=dag, btw=True),
        date(2012, 7, 1),
        None,
    ),
    "btw": (btw_percentage, date(2001, 1, 1), None),
    "termijnbetaling": (
        lambda dag: bereken_termijnkosten([Decimal(50)], eerder_aangemaand=1, peildatum=dag),
        date(2012, 7, 1),
        None,
    ),
    "wettelijke rente": (
        lambda dag: bereken_rente(BEDRAG, van=dag, tot=dag),
        date(1992, 1, 1),
        date(2026, 12, 31),
    ),
    "handelsrente": (
        lambda dag: bereken_rente(BEDRAG, van=dag, tot=dag, soort=Rentesoort.HANDEL),
        date(2002, 12, 1),
        date(2026, 12, 31),
    ),
    "termijn per post": (
        lambda dag: bereken_termijn(verzonden=dag),
        date(2012, 7, 1),
        date(2028, 12, 1),
    ),
    "termijn per e-mail": (
        lambda dag: bereken_termijn(verzonden=dag, bezorging=Bezorgwijze.EMAIL),
        date(2012, 7, 1),
        date(2028, 12, 1),
    ),
    "wettelijke betaaltermijn": (
        lambda dag: bepaal_verzuim(
            Vordering(factuurnummer="1", bedrag=BEDRAG, ontvangstdatum=dag),
            hoedanigheid=Hoedanigheid.ONDERNEMER,
        ),
        date(2002, 12, 1),
        None,
    ),
    "afrekening": (afrekening, date(2012, 7, 1), date(2026, 12, 31)),
}


@pytest.mark.parametrize("naam", REKENAARS)
def test_an_answer_or_a_refusal_every_month(naam: str) -> None:
    rekenaar, eerste, laatste = REKENAARS[naam]
    for dag in maanden():
        if eerste <= dag and (laatste is None or dag <= laatste):
            rekenaar(dag)
        else:
            with pytest.raises(BuitenBereik) as fout:
                rekenaar(dag)
            assert str(eerste.year) in str(fout.value) or "bekend is" in str(fout.value)
            assert fout.value.doe


@pytest.mark.parametrize("naam", TABELLEN)
def test_every_table_answers_every_month_since_it_begins(naam: str) -> None:
    lijst = tabel(naam)
    laatste = lijst.versies[-1].geldig_tot or EINDE
    for dag in maanden(lijst.versies[0].geldig_van, laatste):
        if dag >= lijst.versies[0].geldig_van:
            versie = lijst.op(dag)
            assert versie.geldig_van <= dag
            assert versie.geldig_tot is None or dag <= versie.geldig_tot


@pytest.mark.parametrize("naam", TABELLEN)
def test_every_table_refuses_the_day_before_and_the_day_after(naam: str) -> None:
    lijst = tabel(naam)
    with pytest.raises(BuitenBereik, match="bekend is"):
        lijst.op(lijst.versies[0].geldig_van - timedelta(days=1))
    laatste = lijst.versies[-1].geldig_tot
    if laatste is not None:
        lijst.op(laatste)
        with pytest.raises(BuitenBereik, match="bekend is"):
            lijst.op(laatste + timedelta(days=1))
