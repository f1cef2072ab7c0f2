"""How amounts, dates and lists are written in the language of a letter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from wiktool.kern.begrippen import Taal
from wiktool.kern.geld import rond_af
from wiktool.kern.notatie import (
    HARDE_SPATIE,
    datum_kort,
    datum_nl,
    euro,
    opsomming,
    percentage_machine,
    procent,
)

_ENGELS: Final = "en_GB"


def bedrag_in(taal: Taal, bedrag: Decimal) -> str:
    """An amount with the euro sign and a no-break space.

    >>> bedrag_in(Taal.EN, Decimal("1234.5")).replace(HARDE_SPATIE, " ")
    '€ 1,234.50'
    """
    if taal is Taal.NL:
        return euro(bedrag)
    from babel.numbers import format_decimal

    # babel rounds half to even: the amount is rounded before it gets there
    getal = format_decimal(rond_af(bedrag), "#,##0.00", locale=_ENGELS)
    return f"€{HARDE_SPATIE}{getal}"


def datum_in(taal: Taal, dag: date) -> str:
    """A date in words, kept on one line.

    >>> datum_in(Taal.EN, date(2026, 11, 21)).replace(HARDE_SPATIE, " ")
    '21 November 2026'
    """
    woorden = datum_nl(dag) if taal is Taal.NL else _engelse_datum(dag, "d MMMM y")
    return woorden.replace(" ", HARDE_SPATIE)


def korte_datum_in(taal: Taal, dag: date) -> str:
    """A date for a table: digits in Dutch; a short month in English, where digits are ambiguous.

    >>> korte_datum_in(Taal.NL, date(2026, 8, 1))
    '01-08-2026'
    """
    if taal is Taal.NL:
        return datum_kort(dag)
    return _engelse_datum(dag, "d MMM y").replace(" ", HARDE_SPATIE)


def _engelse_datum(dag: date, patroon: str) -> str:
    from babel.dates import format_date

    return format_date(dag, patroon, locale=_ENGELS)


def percentage_in(taal: Taal, percentage: Decimal) -> str:
    """A percentage without needless zeros.

    >>> percentage_in(Taal.NL, Decimal("10.150")), percentage_in(Taal.EN, Decimal("10.150"))
    ('10,15%', '10.15%')
    """
    return procent(percentage) if taal is Taal.NL else f"{percentage_machine(percentage)}%"


def rij_in(taal: Taal, delen: tuple[str, ...]) -> str:
    """Words joined as a sentence does.

    >>> rij_in(Taal.EN, ("a", "b", "c"))
    'a, b and c'
    """
    return opsomming(delen, "en" if taal is Taal.NL else "and")
