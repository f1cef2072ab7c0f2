"""A paragraph cut into words, each with its place in the original text.

A word is compared in one form: lower case, without accents, hyphens and full stops, with the halves
joined of a word that was broken at the end of a line. One pass, one regular expression without
overlapping repetition: linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, reduce
from itertools import repeat
from operator import itemgetter, or_
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.woordenschat import DATUM, GETAL, begrip

if TYPE_CHECKING:
    from collections.abc import Iterable

    _Deel = tuple[str, int, int, int, bool]

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
_STUK: Final = re.compile(r"\S+")
_AFGEBROKEN: Final = re.compile(r"['’‐‑-][ \t]*\r?\n")
_LEIDER: Final = re.compile(r"\.{4,}")
_LANG: Final = 40
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


_TEKST: Final = itemgetter(Woord._fields.index("tekst"))
_BEGRIP: Final = itemgetter(Woord._fields.index("begrip"))


def lees_woorden(tekst: str, alinea: int = 0, vanaf: int = 0) -> list[Woord]:
    r"""The words of one paragraph, or of the part of it that begins at ``vanaf``.

    >>> [woord.tekst for woord in lees_woorden("binnen veer-\ntien (14) da­gen, vóór 1-12-2026")]
    ['binnen', 'veertien', '(', '14', ')', 'dagen', ',', 'voor', '1-12-2026']
    """
    if "...." in tekst:  # leaders in a list: "hoofdsom ........ 823,90"
        tekst = _LEIDER.sub(lambda punten: " " * len(punten[0]), tekst)
    schoon, plek = _schoon(tekst)
    if plek is None:
        return _woorden(schoon, alinea, vanaf)
    return [
        w._replace(begin=vanaf + plek[w.begin], eind=vanaf + plek[w.eind - 1] + 1)
        for w in _woorden(schoon, alinea, 0)
    ]


def alle_teksten(woorden: Iterable[Woord]) -> frozenset[str]:
    """The texts of all words."""
    return frozenset(map(_TEKST, woorden))


def alle_begrippen(woorden: Iterable[Woord]) -> int:
    """The concepts of all words together, as bits."""
    return reduce(or_, map(_BEGRIP, woorden), 0)


def met_tekst(woord: Woord, tekst: str) -> Woord:
    """The word with another text; as ``_replace``, which costs four times as much."""
    return _nieuw(Woord, (tekst, *woord[1:]))


def _woorden(tekst: str, alinea: int, vanaf: int) -> list[Woord]:
    if _is_gewoon(tekst):
        return _woorden_van_regels(tekst.split("\n"), alinea, vanaf)
    woorden: list[Woord] = []
    vorige = 0
    pijp = GEEN_GRENS
    for plek, delen in _stukken(tekst):
        for vorm, begin_deel, eind, bits, hoofdletter in delen:
            begin = plek + begin_deel
            if vorm == "|":
                if pijp != REGELGRENS:
                    pijp = REGELGRENS if "\n" in tekst[vorige:begin] else KOLOMGRENS
                vorige = plek + eind
                continue
            grens = GEEN_GRENS
            if begin != vorige:
                wit = tekst[vorige:begin]
                if wit != " ":
                    grens = _grens(wit, vorm)
            if pijp:
                grens, pijp = pijp if pijp == REGELGRENS else grens or pijp, GEEN_GRENS
            vorige = plek + eind
            # as Woord(…), which would cost three times as much: this runs for every word
            plaats = (vorm, vanaf + begin, vanaf + vorige, bits, grens, alinea, hoofdletter)
            woorden.append(_nieuw(Woord, plaats))
    return woorden


def _is_gewoon(tekst: str) -> bool:
    """Whether nothing but single spaces and ends of lines parts its words."""
    if "  " in tekst or "|" in tekst:
        return False
    if tekst.isprintable():
        return True
    return tekst.replace("\n", "").isprintable() and not _AFGEBROKEN.search(tekst)


def _woorden_van_regels(regels: list[str], alinea: int, plek: int) -> list[Woord]:
    plaatsen: list[tuple[str, int, int, int, int, int, bool]] = []
    grens = GEEN_GRENS
    for regel in regels:
        for stuk in regel.split(" "):
            delen = _onthouden_delen(stuk) if len(stuk) < _LANG else _delen(stuk)
            for vorm, begin, eind, bits, hoofdletter in delen:
                plaats = (vorm, plek + begin, plek + eind, bits, grens, alinea, hoofdletter)
                plaatsen.append(plaats)
                grens = GEEN_GRENS
            plek += len(stuk) + 1
        grens = REGELGRENS
    return list(map(_nieuw, repeat(Woord), plaatsen))


_nieuw: Final = tuple.__new__


def _stukken(tekst: str) -> list[tuple[int, tuple[_Deel, ...]]]:
    """What stands between white space, each with where it begins.

    White space parts words everywhere but after a hyphen at the end of a line, so that what stands
    between can be remembered by itself: letters say much the same.
    """
    if _AFGEBROKEN.search(tekst):
        return [(0, _delen(tekst))]
    return [
        (
            gevonden.start(),
            _onthouden_delen(stuk) if len(stuk := gevonden[0]) < _LANG else _delen(stuk),
        )
        for gevonden in _STUK.finditer(tekst)
    ]


def _delen(stuk: str) -> tuple[_Deel, ...]:
    if stuk.isalpha():
        return (_woorddeel(stuk, 0, len(stuk)),)
    return tuple([_deel(gevonden) for gevonden in _WOORD.finditer(stuk)])


_onthouden_delen: Final = lru_cache(maxsize=16384)(_delen)


def _deel(gevonden: re.Match[str]) -> _Deel:
    """Form, place, concepts and capital of a word."""
    ruw, soort = gevonden[0], gevonden.lastgroup
    begin, eind = gevonden.span()
    if soort == "datum":
        return ruw, begin, eind, DATUM, False
    if soort == "getal":
        return ruw, begin, eind, GETAL, False
    if soort == "teken":
        return ruw, begin, eind, begrip(ruw), False
    return _woorddeel(ruw, begin, eind)


def _woorddeel(ruw: str, begin: int, eind: int) -> _Deel:
    vorm = _vorm(ruw)
    return vorm, begin, eind, begrip(vorm), ruw[0].isupper()


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


def is_vreemd(tekst: str) -> bool:
    """Whether it holds soft hyphens, ligatures or stray marks, which are read away."""
    if tekst.isascii() and tekst.isprintable():
        return False
    return _VREEMD.search(tekst) is not None


def _schoon(tekst: str) -> tuple[str, list[int] | None]:
    """The text without soft hyphens, ligatures and stray marks, and where each character stood."""
    if not is_vreemd(tekst):
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
