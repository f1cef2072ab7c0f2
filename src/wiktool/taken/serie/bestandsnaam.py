"""File names out of data: safe on every system, and the same however the run is cut up."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGSTE: Final = 60
_ONVEILIG: Final = re.compile(r"[^A-Za-z0-9_-]+")


def veilige_naam(tekst: str) -> str:
    """The letters and digits of a text, joined by hyphens; never a path, never empty.

    >>> veilige_naam("../../etc/passwd"), veilige_naam("Zoë & Zn. B.V."), veilige_naam("..")
    ('etc-passwd', 'Zoe-Zn-B-V', 'x')
    """
    plat = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
    return _ONVEILIG.sub("-", plat).strip("-_")[:LANGSTE].strip("-_") or "x"


def bestandsnamen(sleutels: Iterable[str], voorvoegsel: str) -> dict[str, str]:
    """A file name without extension for every key, no two of them alike.

    A name that is not the key itself, or that two keys would share on a disk that ignores capitals,
    ends in a mark computed from the key; so it does not depend on which other debtors there are
    before it.

    >>> bestandsnamen(["K1", "k1", "K/2", "K3"], "wik")
    {'K1': 'wik-K1-badb7283', 'k1': 'wik-k1-6ab9f1eb', 'K/2': 'wik-K-2-90f4f95d', 'K3': 'wik-K3'}
    """
    namen = {sleutel: veilige_naam(sleutel) for sleutel in sleutels}
    gebruik = Counter(naam.casefold() for naam in namen.values())
    return {
        sleutel: f"{voorvoegsel}-{naam}"
        if naam == sleutel and gebruik[naam.casefold()] == 1
        else f"{voorvoegsel}-{naam}-{_merk(sleutel)}"
        for sleutel, naam in namen.items()
    }


def _merk(sleutel: str) -> str:
    return hashlib.sha256(sleutel.encode("utf-8", "surrogatepass")).hexdigest()[:8]
