"""Numbers as words: ``veertien``, ``honderdvijfentwintig``, ``twaalfhonderdvijftig``."""

from __future__ import annotations

from typing import Final

_EENHEDEN: Final = {
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
}
_TIENERS: Final = {
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "zestien": 16,
    "zeventien": 17,
    "achttien": 18,
    "negentien": 19,
}
_TIENTALLEN: Final = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
_ENGELS: Final = {"seven": 7, "eight": 8, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30}
"""Those of terms in a letter in two languages; "ten" is a Dutch word too."""
_KLEIN: Final = _EENHEDEN | _TIENERS | _TIENTALLEN | _ENGELS
_LANGSTE_WOORD: Final = 60
_SLOT: Final = (*_KLEIN, "honderd", "duizend")
"""What every number ends with."""


def telwoord(woord: str) -> int | None:
    """The number a word stands for, from 1 to 999,999; None when it is no number.

    >>> telwoord("veertien"), telwoord("tweeduizendvijfhonderd"), telwoord("betaling")
    (14, 2500, None)
    """
    if not woord.endswith(_SLOT) or len(woord) > _LANGSTE_WOORD:
        return None
    duizendtal, scheiding, rest = woord.partition("duizend")
    if not scheiding:
        return _onder_tienduizend(woord)
    duizenden = _onder_tienduizend(duizendtal) if duizendtal else 1
    overig = _onder_tienduizend(rest.removeprefix("en")) if rest else 0
    if duizenden is None or overig is None:
        return None
    return duizenden * 1000 + overig


def _onder_tienduizend(woord: str) -> int | None:
    """Up to ninety-nine hundreds: ``twaalfhonderdvijftig`` is 1,250."""
    honderdtal, scheiding, rest = woord.partition("honderd")
    if not scheiding:
        return _onder_honderd(woord)
    honderden = _onder_honderd(honderdtal) if honderdtal else 1
    overig = _onder_honderd(rest.removeprefix("en")) if rest else 0
    if honderden is None or overig is None:
        return None
    return honderden * 100 + overig


def _onder_honderd(woord: str) -> int | None:
    if woord in _KLEIN:
        return _KLEIN[woord]
    for tiental, waarde in _TIENTALLEN.items():
        if woord.endswith(tiental):
            eenheid = woord.removesuffix(tiental)
            if eenheid.endswith("en"):
                return _bij(_EENHEDEN.get(eenheid.removesuffix("en")), waarde)
    return None


def _bij(eenheid: int | None, tiental: int) -> int | None:
    return None if eenheid is None else eenheid + tiental
