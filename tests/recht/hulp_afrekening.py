"""A consumer with one claim and one letter, and the account of it on a day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from wiktool.kern.dossier import (
    Aanmaning,
    Betaling,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)
from wiktool.recht.afrekening import Afrekening, bereken_afrekening

D = Decimal
# in default since 1 September 2026; the letter is received on 29 September: last day 13 October
FACTUUR = Vordering(
    factuurnummer="1",
    bedrag=D("1000.00"),
    factuurdatum=date(2026, 8, 1),
    vervaldatum=date(2026, 8, 31),
    fatale_termijn=True,
)
BRIEF = Aanmaning(
    soort=Briefsoort.WIK,
    verzonden=date(2026, 9, 25),
    ontvangen=date(2026, 9, 29),
    kosten=D("150.00"),
)
LAATSTE_DAG = date(2026, 10, 13)
KOSTENDAG = date(2026, 10, 14)
TWEEDE = replace(FACTUUR, factuurnummer="2", bedrag=D("500.00"), factuurdatum=date(2026, 8, 2))


def dossier(
    *vorderingen: Vordering,
    betaald: list[Betaling] | None = None,
    brieven: list[Aanmaning] | None = None,
    **rest: Any,
) -> Dossier:
    velden: dict[str, Any] = {
        "schuldeiser": Schuldeiser(naam="Praktijk De Linde"),
        "schuldenaar": Schuldenaar(naam="J. Jansen", hoedanigheid=Hoedanigheid.CONSUMENT),
        **rest,
    }
    return Dossier(
        vorderingen=vorderingen or (FACTUUR,),
        betalingen=tuple(betaald or ()),
        aanmaningen=tuple([BRIEF] if brieven is None else brieven),
        **velden,
    )


def betaling(dag: date, bedrag: str, factuurnummer: str = "") -> Betaling:
    return Betaling(datum=dag, bedrag=D(bedrag), factuurnummer=factuurnummer)


def op(dag: date, *vorderingen: Vordering, **rest: Any) -> Afrekening:
    return bereken_afrekening(dossier(*vorderingen, **rest), peildatum=dag)


def codes(afrekening: Afrekening) -> set[str]:
    return {kanttekening.code for kanttekening in afrekening.kanttekeningen}
