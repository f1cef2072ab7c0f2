"""Dates: read strictly, counted in whole days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

from wiktool.kern.fouten import NotatieFout

EEN_DAG: Final = timedelta(days=1)
_EERSTE_JAAR: Final = 1900
_LAATSTE_JAAR: Final = 2999
_DOE: Final = "schrijf 2026-11-21 of 21-11-2026"


def lees_datum(tekst: str) -> date:
    """Read ``2026-11-21`` or ``21-11-2026``; anything else is refused.

    Raises:
        NotatieFout: another notation, or a day that does not exist.

    >>> lees_datum("21-11-2026")
    datetime.date(2026, 11, 21)
    >>> lees_datum("20261121")
    Traceback (most recent call last):
        ...
    wiktool.kern.fouten.NotatieFout: «20261121» is geen datum
    """
    kern = tekst.strip()
    delen = kern.split("-")
    lengtes = [len(deel) for deel in delen]
    if not (kern.isascii() and all(deel.isdigit() for deel in delen)):
        raise NotatieFout(f"«{tekst}» is geen datum", doe=_DOE)
    if lengtes == [4, 2, 2]:
        jaar, maand, dag = delen
    elif lengtes == [2, 2, 4]:
        dag, maand, jaar = delen
    else:
        raise NotatieFout(f"«{tekst}» is geen datum", doe=_DOE)
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        raise NotatieFout(f"«{tekst}»: die dag bestaat niet", doe=_DOE) from None


def toets_jaar(dag: date, wat: str) -> None:
    """Refuse a day that no invoice, letter or payment can bear (exports use 9999 for "never").

    Args:
        dag: the day.
        wat: what it is of, for the message.

    Raises:
        NotatieFout: before 1900 or after 2999.

    >>> toets_jaar(date(9999, 12, 31), "vervaldatum")
    Traceback (most recent call last):
        ...
    wiktool.kern.fouten.NotatieFout: vervaldatum «9999-12-31» ligt niet tussen 1900 en 2999
    """
    if not _EERSTE_JAAR <= dag.year <= _LAATSTE_JAAR:
        raise NotatieFout(
            f"{wat} «{dag.isoformat()}» ligt niet tussen {_EERSTE_JAAR} en {_LAATSTE_JAAR}",
            doe="geef de werkelijke datum, of laat haar weg",
        )


def dag_na(dag: date) -> date:
    """The day after.

    >>> dag_na(date(2026, 12, 31))
    datetime.date(2027, 1, 1)
    """
    return dag + EEN_DAG


def maanden_later(dag: date, *, maanden: int) -> date:
    """The same day some months on (or back), or the last day of a shorter month.

    >>> maanden_later(date(2026, 8, 31), maanden=-6)
    datetime.date(2026, 2, 28)
    """
    geteld = dag.year * 12 + dag.month - 1 + maanden
    jaar, maand = divmod(geteld, 12)
    laatste = calendar.monthrange(jaar, maand + 1)[1]
    return date(jaar, maand + 1, min(dag.day, laatste))
