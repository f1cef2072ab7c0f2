"""A paragraph cut into words, each with its place in the original text.

A word is compared in one form: lower case, without accents, hyphens and full stops, with the halves
joined of a word that was broken at the end of a line. One pass, one regular expression without
overlapping repetition: linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.woordenschat import DATUM, GETAL, begrip

if TYPE_CHECKING:
    from collections.abc import Iterator

GEEN_GRENS: Final = 0
REGELGRENS: Final = 1
KOLOMGRENS: Final = 2

_VREEMD: Final = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff\ufffe\ufffd\u0300-\u036f\ufb00-\ufb06\uff01-\uff5e\u2028\u2029\x00-\x08]"
)
_WEG: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\ufffd")
_WOORD: Final = re.compile(
    r"""
    (?P<afkorting>(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w))
    |(?P<woord>[^\W\d_]+(?:['’‐‑-](?:[ \t]*\r?\n[ \t]*)?[^\W\d_]+)*)
    |(?P<datum>\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)(?![\d-])|\d{4}-\d\d-\d\d(?![\d-]))
    |(?P<getal>\d+(?:[.,]\d+)*(?:[.,][-–—=]{1,2})?)
    |(?P<teken>[^\w\s])
    """,
    re.VERBOSE,
)
_KOPPELTEKENS: Final = str.maketrans("", "", "-‐‑'’.\r\n\t ")


class Woord(NamedTuple):
    """One word, number, date or punctuation mark.

    Attributes:
        tekst: its form for comparison; for numbers and dates as written.
        begin: where it begins in ``Alinea.tekst``.
        eind: the first character after it.
        begrip: the concepts it stands for, as bits of :mod:`woordenschat`.
        grens: whether a new line or a new column begins before it.
        alinea: the index of its paragraph in the letter, from 0.
        hoofdletter: whether it begins with a capital.
    """

    tekst: str
    begin: int
    eind: int
    begrip: int
    grens: int
    alinea: int
    hoofdletter: bool


def lees_woorden(tekst: str, alinea: int = 0) -> list[Woord]:
    r"""The words of one paragraph.

    >>> [woord.tekst for woord in lees_woorden("binnen veer-\ntien (14) da­gen, vóór 1-12-2026")]
    ['binnen', 'veertien', '(', '14', ')', 'dagen', ',', 'voor', '1-12-2026']
    """
    schoon, plek = _schoon(tekst)
    woorden = list(_woorden(schoon, alinea))
    if plek is None:
        return woorden
    return [w._replace(begin=plek[w.begin], eind=plek[w.eind - 1] + 1) for w in woorden]


def _woorden(tekst: str, alinea: int) -> Iterator[Woord]:
    vorige = 0
    pijp = False
    for gevonden in _WOORD.finditer(tekst):
        begin, eind = gevonden.span()
        ruw = gevonden[0]
        soort = gevonden.lastgroup
        if ruw == "|":
            pijp, vorige = True, eind
            continue
        grens = GEEN_GRENS
        if begin != vorige:
            grens = _grens(tekst[vorige:begin], ruw)
        if pijp:
            grens, pijp = grens or KOLOMGRENS, False
        if soort == "woord" or soort == "afkorting":
            vorm = _vorm(ruw)
            yield Woord(vorm, begin, eind, begrip(vorm), grens, alinea, ruw[0].isupper())
        elif soort == "teken":
            yield Woord(ruw, begin, eind, begrip(ruw), grens, alinea, hoofdletter=False)
        else:
            bits = DATUM if soort == "datum" else GETAL
            yield Woord(ruw, begin, eind, bits, grens, alinea, hoofdletter=False)
        vorige = eind


def _grens(wit: str, volgende: str) -> int:
    if "\n" in wit:
        return REGELGRENS
    if "\t" in wit or (len(wit) > 1 and volgende not in ".,;:)"):
        return KOLOMGRENS
    return GEEN_GRENS


def _vorm(ruw: str) -> str:
    """One form for comparison.

    >>> _vorm("Incasso-kosten"), _vorm("VÓÓR"), _vorm("o.v.v.")
    ('incassokosten', 'voor', 'ovv')
    """
    vorm = ruw.lower()
    if not vorm.isascii():
        ontleed = unicodedata.normalize("NFKD", vorm)
        vorm = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return vorm if vorm.isalpha() else vorm.translate(_KOPPELTEKENS)


def _schoon(tekst: str) -> tuple[str, list[int] | None]:
    """The text without soft hyphens, ligatures and stray marks, and where each character stood."""
    if not _VREEMD.search(tekst):
        return tekst, None
    tekens: list[str] = []
    plek: list[int] = []
    for plaats, teken in enumerate(tekst):
        if teken in _WEG or unicodedata.combining(teken):
            continue
        for nieuw in unicodedata.normalize("NFKC", teken) if _VREEMD.match(teken) else teken:
            tekens.append(nieuw)
            plek.append(plaats)
    return "".join(tekens), plek
