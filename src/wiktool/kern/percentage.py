"""Percentages, read as strictly as amounts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from wiktool.kern.fouten import NotatieFout

_VORM: Final = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,4}))?\s?%?")
_DOE: Final = "schrijf bijvoorbeeld 15 of 8,5"
_HONDERD: Final = Decimal(100)


def lees_percentage(tekst: str) -> Decimal:
    """Read a percentage from 0 to 100 with at most four decimals, with or without ``%``.

    Raises:
        NotatieFout: another notation, or more than a hundred percent.

    >>> lees_percentage("8,5%"), lees_percentage("15")
    (Decimal('8.5'), Decimal('15'))
    >>> lees_percentage("1e3")
    Traceback (most recent call last):
        ...
    wiktool.kern.fouten.NotatieFout: «1e3» is geen percentage
    """
    vorm = _VORM.fullmatch(tekst.strip())
    if vorm is None:
        raise NotatieFout(f"«{tekst}» is geen percentage", doe=_DOE)
    heel, decimalen = vorm.groups()
    percentage = Decimal(f"{heel}.{decimalen}" if decimalen else heel)
    if percentage > _HONDERD:
        raise NotatieFout(f"«{tekst}» is meer dan 100%", doe="controleer het percentage")
    return percentage
