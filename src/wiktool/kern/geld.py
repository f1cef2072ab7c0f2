"""Money: exact decimals in euros, read strictly, rounded once.

Amounts are ``Decimal`` euros. There is no float anywhere in the law code.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from wiktool.kern.fouten import NotatieFout

CENT: Final = Decimal("0.01")
NUL: Final = Decimal("0.00")
MAX_CIJFERS: Final = 13
"""Digits allowed before the decimal mark."""

_CIJFERS: Final = frozenset("0123456789")
_SPATIES: Final = " \t\u00a0\u202f\u2009"
_MINTEKENS: Final = "-\u2212\u2013"
_ANDERE_MUNTEN: Final = frozenset(
    ("$", "£", "¥", "CAD", "CHF", "CNY", "CZK", "DKK", "GBP", "HUF", "NOK", "PLN", "SEK", "USD")
)
_GOEDE_VORMEN: Final = "schrijf bijvoorbeeld 1234,56 of 1.234,56"


def rond_af(bedrag: Decimal) -> Decimal:
    """Round to whole cents, half up: the one rounding at the end of a calculation.

    Eenheid: euro. Bron: docs/keuzes/0003-afronding.md (the decree is silent).

    >>> rond_af(Decimal("40.005"))
    Decimal('40.01')
    """
    return bedrag.quantize(CENT, rounding=ROUND_HALF_UP)


def lees_bedrag(tekst: str) -> Decimal:
    """Read an amount of zero or more, in euros with two decimals; refuse whatever has two readings.

    Raises:
        NotatieFout: the text is no amount, is negative, or is ambiguous.

    >>> lees_bedrag("€ 1.234,56"), lees_bedrag("40,-"), lees_bedrag("1234.5")
    (Decimal('1234.56'), Decimal('40.00'), Decimal('1234.50'))
    >>> lees_bedrag("1.250")
    Traceback (most recent call last):
        ...
    wiktool.kern.fouten.NotatieFout: «1.250» is dubbelzinnig: 1250,00 of 1,25?
    """
    kern = _zonder_muntteken(tekst)
    if not kern:
        raise NotatieFout(f"«{tekst}» is leeg, er staat geen bedrag", doe=_GOEDE_VORMEN)
    if (kern[0] in _MINTEKENS and len(kern) > 1) or (
        kern[-1] in _MINTEKENS and kern[-2:-1] not in ("", ",", "-")
    ):
        raise NotatieFout(f"«{tekst}» is negatief", doe="geef een bedrag van nul of meer")
    heel, decimalen = _splits(tekst, kern)
    if len(heel) > MAX_CIJFERS:
        raise NotatieFout(
            f"«{tekst}» heeft meer dan {MAX_CIJFERS} cijfers voor de komma",
            doe="controleer het bedrag",
        )
    return Decimal(f"{heel}.{decimalen:0<2}")


def lees_hoofdsom(tekst: str) -> Decimal:
    """Read an amount above zero, in euros.

    Raises:
        NotatieFout: as :func:`lees_bedrag`, and for zero.

    >>> lees_hoofdsom("0,00")
    Traceback (most recent call last):
        ...
    wiktool.kern.fouten.NotatieFout: «0,00» is nul: er is geen vordering
    """
    bedrag = lees_bedrag(tekst)
    if not bedrag:
        raise NotatieFout(
            f"«{tekst}» is nul: er is geen vordering", doe="geef een bedrag boven nul"
        )
    return bedrag


def _zonder_muntteken(tekst: str) -> str:
    kern = tekst.strip(_SPATIES + "\r\n")
    if kern.startswith("€"):
        return kern[1:].lstrip(_SPATIES)
    if kern[:3].upper() == "EUR" and kern[3:4] not in ("", *"oO"):
        return kern[3:].lstrip(_SPATIES)
    return kern


def _splits(tekst: str, kern: str) -> tuple[str, str]:
    """Split into whole euros and decimals (none to two digits), or refuse."""
    for streepjes in (",--", ",-"):
        if kern.endswith(streepjes):
            return _heel(tekst, kern.removesuffix(streepjes)), ""
    for teken, ander in ((",", "."), (".", ",")):
        voor, scheiding, na = kern.rpartition(teken)
        if not scheiding or ander in na:
            continue
        if kern.count(teken) == 1 and ander not in voor and _duizendtal(voor, na):
            raise _dubbelzinnig(tekst, voor, na)
        if teken == "." and kern.count(".") > 1:
            break
        if teken == "." and ander in voor:
            raise _geen_bedrag(tekst)
        if not na or not _alleen_cijfers(na):
            raise _geen_bedrag(tekst)
        heel = _heel(tekst, voor) if teken == "," else _kaal(tekst, voor)
        if len(na) > 2:
            raise NotatieFout(
                f"«{tekst}» heeft meer dan twee decimalen", doe="rond af op hele centen"
            )
        return heel, na
    return _heel(tekst, kern), ""


def _duizendtal(voor: str, na: str) -> bool:
    """Whether ``voor`` and ``na`` could be thousands and hundreds, as in 1.250."""
    return len(na) == 3 and 1 <= len(voor) <= 3 and _alleen_cijfers(voor + na) and voor[0] != "0"


def _dubbelzinnig(tekst: str, voor: str, na: str) -> NotatieFout:
    decimalen = na.rstrip("0").ljust(2, "0")
    kort = f"{voor},{na[:2]}"
    return NotatieFout(
        f"«{tekst}» is dubbelzinnig: {voor}{na},00 of {voor},{decimalen}?",
        doe=f"schrijf {voor}{na} of {kort}",
    )


def _heel(tekst: str, deel: str) -> str:
    """Whole euros, with or without full stops between the thousands."""
    groepen = deel.split(".")
    if len(groepen) == 1:
        return _kaal(tekst, deel)
    eerste, *rest = groepen
    if not (1 <= len(eerste) <= 3 and all(len(groep) == 3 for groep in rest)):
        raise _geen_bedrag(tekst)
    if eerste.startswith("0"):
        raise _geen_bedrag(tekst)
    return _kaal(tekst, "".join(groepen))


def _kaal(tekst: str, deel: str) -> str:
    if not deel or not _alleen_cijfers(deel):
        raise _geen_bedrag(tekst)
    return deel.lstrip("0") or "0"


def _alleen_cijfers(deel: str) -> bool:
    return _CIJFERS.issuperset(deel)


def _geen_bedrag(tekst: str) -> NotatieFout:
    rand = tekst.strip("0123456789.,-" + _SPATIES)
    if rand.upper() in _ANDERE_MUNTEN and not _CIJFERS.isdisjoint(tekst):
        return NotatieFout(f"«{tekst}» is geen bedrag in euro", doe="reken het bedrag om naar EUR")
    return NotatieFout(f"«{tekst}» is geen bedrag", doe=_GOEDE_VORMEN)
