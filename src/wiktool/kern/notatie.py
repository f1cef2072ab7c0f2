"""How amounts, dates and percentages are written for Dutch readers and for machines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from wiktool.kern.geld import rond_af

HARDE_SPATIE: Final = "\u00a0"

MAANDEN: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAGEN: Final = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
_RUIL: Final = str.maketrans(",.", ".,")


def bedrag_nl(bedrag: Decimal) -> str:
    """An amount without the euro sign, ``1.234,56``.

    >>> bedrag_nl(Decimal("1234.5"))
    '1.234,50'
    """
    return f"{rond_af(bedrag):,.2f}".translate(_RUIL)


def euro(bedrag: Decimal) -> str:
    """An amount with the euro sign and a no-break space, ``€ 1.234,56``.

    >>> euro(Decimal("1234.56")).replace(HARDE_SPATIE, " ")
    '€ 1.234,56'
    """
    return f"€{HARDE_SPATIE}{bedrag_nl(bedrag)}"


def euro_exact(bedrag: Decimal) -> str:
    """An amount that was not rounded yet, with every decimal it has and at least two.

    >>> euro_exact(Decimal("40.005")).replace(HARDE_SPATIE, " ")
    '€ 40,005'
    """
    heel, _, decimalen = bedrag_exact(bedrag).partition(".")
    return f"€{HARDE_SPATIE}{int(heel):,}".translate(_RUIL) + f",{decimalen}"


def bedrag_exact(bedrag: Decimal) -> str:
    """An amount for programs with every decimal it has and at least two; never rounded.

    >>> bedrag_exact(Decimal("40.0050")), bedrag_exact(Decimal("40"))
    ('40.005', '40.00')
    """
    heel, _, decimalen = f"{bedrag:f}".partition(".")
    return f"{heel}.{decimalen.rstrip('0'):0<2}"


def bedrag_machine(bedrag: Decimal) -> str:
    """An amount for programs, ``1234.56``.

    >>> bedrag_machine(Decimal("1234.5"))
    '1234.50'
    """
    return f"{rond_af(bedrag):.2f}"


def procent(percentage: Decimal) -> str:
    """A percentage without needless zeros, ``0,5%``.

    >>> procent(Decimal("0.50")), procent(Decimal("21"))
    ('0,5%', '21%')
    """
    return percentage_machine(percentage).replace(".", ",") + "%"


def percentage_machine(percentage: Decimal) -> str:
    """A percentage for programs, without needless zeros or exponent.

    >>> percentage_machine(Decimal("10.150")), percentage_machine(Decimal("20"))
    ('10.15', '20')
    """
    tekst = f"{percentage:f}"
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst


def datum_nl(dag: date) -> str:
    """A date in words, ``21 november 2026``.

    >>> datum_nl(date(2026, 11, 1))
    '1 november 2026'
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dag_en_datum_nl(dag: date) -> str:
    """A date with its weekday, ``zaterdag 21 november 2026``.

    >>> dag_en_datum_nl(date(2026, 11, 21))
    'zaterdag 21 november 2026'
    """
    return f"{WEEKDAGEN[dag.weekday()]} {datum_nl(dag)}"


def datum_kort(dag: date) -> str:
    """A date in digits as the Dutch write it, ``21-11-2026``.

    >>> datum_kort(date(2026, 1, 2))
    '02-01-2026'
    """
    return f"{dag.day:02}-{dag.month:02}-{dag.year:04}"


def opsomming(delen: tuple[str, ...] | list[str], voegwoord: str = "en") -> str:
    """Join words as a Dutch sentence does.

    >>> opsomming(["a", "b", "c"]), opsomming(["a"])
    ('a, b en c', 'a')
    """
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"
