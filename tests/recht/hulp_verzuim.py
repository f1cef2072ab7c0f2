"""A claim, a notice of default and the doubts, as the tests of default ask for them."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from wiktool.kern.dossier import Aanmaning, Briefsoort, Hoedanigheid, Vordering

CONSUMENT = Hoedanigheid.CONSUMENT


def vordering(**velden: Any) -> Vordering:
    return Vordering(factuurnummer="2026-0017", bedrag=Decimal("1210.00"), **velden)


def ingebrekestelling(**velden: Any) -> Aanmaning:
    return Aanmaning(soort=Briefsoort.INGEBREKESTELLING, **velden)


def codes(verzuim: Any) -> set[str]:
    return {kanttekening.code for kanttekening in verzuim.kanttekeningen}


def lang(dagen: int, factuur: date = date(2026, 8, 3)) -> Vordering:
    return vordering(
        factuurdatum=factuur,
        ontvangstdatum=factuur,
        vervaldatum=factuur + timedelta(days=dagen),
        fatale_termijn=True,
    )
