"""Account numbers, with their check digits.

Whether the digits are right is counted here: python-stdnum, which does it for what the user types,
takes a tenth of a second to load. A test holds the two together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.stukken import ONTHOUDEN

if TYPE_CHECKING:
    from wiktool.kern.brieftekst import Brieftekst

_NEDERLANDS: Final = re.compile(
    r"(?<![A-Z0-9])NL[ \u00a0]?\d\d(?:\s{0,2}[A-Z]){4}(?:[\s.\u00a0]{0,2}\d){10}(?!\d)",
    re.IGNORECASE,
)
_BUITENLANDS: Final = re.compile(
    r"(?<![A-Z0-9])(?:BE|DE|FR|LU|GB|AT|ES|IT|PT|IE|LT)\d\d"
    r"(?:[ \u00a0]?[A-Z0-9]){11,28}(?![A-Z0-9])"
)
_LIJKT_EROP: Final = re.compile(
    r"(?<![A-Z0-9])NL[ \u00a0]?\d\d[ \u00a0]?[A-Z]{4}(?:[ \u00a0.]?\d){6,14}(?!\d)"
)
_NEDERLANDS_BEGIN: Final = re.compile(r"[Nn][Ll][ \u00a0]?\d\d")
_BUITENLANDS_BEGIN: Final = re.compile(r"[ABDEFGILP][BEIRSTU]\d\d")
_LETTERS: Final = {
    letter: str(10 + nummer) for nummer, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}


class Iban(NamedTuple):
    """An account number where it stands.

    Attributes:
        nummer: without spaces, in capitals.
        geldig: whether its check digits are right.
        alinea: the index of its paragraph.
        begin: where it begins there.
        eind: the first character after it.
    """

    nummer: str
    geldig: bool
    alinea: int
    begin: int
    eind: int


def lees_ibans(brief: Brieftekst) -> tuple[Iban, ...]:
    """Every account number in the letter, each once."""
    gevonden: dict[str, Iban] = {}
    for index, alinea in enumerate(brief.alineas):
        for begin, eind in _in_tekst(alinea.tekst):
            nummer = _nummer(alinea.tekst[begin:eind])
            if nummer not in gevonden:
                gevonden[nummer] = Iban(nummer, is_geldig(nummer), index, begin, eind)
    return tuple(gevonden.values())


@lru_cache(maxsize=ONTHOUDEN)
def _in_tekst(tekst: str) -> tuple[tuple[int, int], ...]:
    """Most paragraphs hold no country code with figures, which is soon seen."""
    plekken = [begin.start() for begin in _NEDERLANDS_BEGIN.finditer(tekst)]
    treffers = [_NEDERLANDS.match(tekst, plek) for plek in plekken]
    if _BUITENLANDS_BEGIN.search(tekst):
        treffers += _BUITENLANDS.finditer(tekst)
    treffers += [_LIJKT_EROP.match(tekst, plek) for plek in plekken]
    return tuple([treffer.span() for treffer in treffers if treffer is not None])


def _nummer(tekst: str) -> str:
    return "".join(filter(str.isalnum, tekst.upper()))


@lru_cache(maxsize=256)
def is_geldig(nummer: str) -> bool:
    """Whether the check digits are right (ISO 7064, mod 97-10).

    >>> is_geldig("NL91ABNA0417164300"), is_geldig("NL92ABNA0417164300")
    (True, False)
    """
    if not (nummer.isascii() and nummer.isalnum()) or (nummer[:2] == "NL" and len(nummer) != 18):
        return False
    cijfers = "".join(_LETTERS.get(teken, teken) for teken in nummer[4:] + nummer[:4])
    return int(cijfers) % 97 == 1
