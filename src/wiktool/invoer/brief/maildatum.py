"""The day an e-mail was sent, as the calendar stood in the Netherlands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

_WINTER: Final = timedelta(hours=1)
_ZOMER: Final = timedelta(hours=2)
_WISSELUUR: Final = 1


def verzenddag(kop: str) -> str:
    """The day of a ``Date:`` field in the Netherlands, ISO; empty where the field is no date.

    A time without an offset is taken as written.

    >>> verzenddag("Fri, 20 Nov 2026 23:30:00 +0000"), verzenddag("Fri, 20 Nov 2026 23:30:00 +0100")
    ('2026-11-21', '2026-11-20')
    >>> verzenddag("Sat, 20 Jun 2026 22:30:00 GMT"), verzenddag("gisteren")
    ('2026-06-21', '')
    """
    try:
        moment = parsedate_to_datetime(kop)
        if moment.tzinfo is not None:
            moment = _in_nederland(moment.astimezone(UTC))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return moment.date().isoformat()


def _in_nederland(moment: datetime) -> datetime:
    """Dutch time: summer time from the last Sunday of March to that of October, at 01:00 UTC."""
    zomer = _laatste_zondag(moment.year, maand=3) <= moment < _laatste_zondag(moment.year, maand=10)
    return moment + (_ZOMER if zomer else _WINTER)


def _laatste_zondag(jaar: int, *, maand: int) -> datetime:
    laatste = date(jaar, maand, 31)
    zondag = laatste - timedelta(days=laatste.isoweekday() % 7)
    return datetime(zondag.year, zondag.month, zondag.day, _WISSELUUR, tzinfo=UTC)
