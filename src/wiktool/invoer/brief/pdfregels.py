"""Lines of a pdf page: set in rows, freed of running heads, words joined over the line end."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.brief.pdftaal import AFBREKING, KOLOMGAT
from wiktool.invoer.brief.tekens import BOLLETJES, schoon
from wiktool.kern.brieftekst import Rol
from wiktool.kern.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

_ZACHT: Final = "\u00ad"
_STREEPJES: Final = (AFBREKING, "-", "\u2010")
_AFGEBROKEN: Final = (_ZACHT, *_STREEPJES)
_ZELFDE_HOOGTE: Final = 0.5
_RAND: Final = 0.12
"""The part of a page, above and below, where running heads stand."""
_VOETSTROOK: Final = 0.07
"""The lowest part of a page, where even on a single page only a footer stands."""
_ZELFDE_PLEK: Final = 4.0
"""Points within which two lines stand at the same height of their pages."""
_CIJFERS: Final = re.compile(r"\d+")
_TEKEN: Final = f"(?:[{BOLLETJES}·*–—-]" + r"|\(?\d{1,2}[.)]|\(?[a-z][.)])"
_OPSOMTEKEN: Final = re.compile(_TEKEN + r"\t")
_LOS_TEKEN: Final = re.compile(_TEKEN)
_MAX_STROMEN: Final = 20
_CELREGELS: Final = 8
"""Lines of a cell of a table; more is a column of text."""
_LANGSTE_TEKEN: Final = len("(12)")
_MAX_TEKENS: Final = 200
_TEKENAFSTAND: Final = 4
"""In letter heights."""
_EERSTE_WOORD: Final = re.compile(r"\S+")
_LAATSTE_WOORD: Final = re.compile(r"\S+$")
_WEGLATING: Final = frozenset({"en", "of", "tot", "dan", "respectievelijk", "resp."})
"""After these a hyphen at the line end stands for a word left out: incasso- / en rentekosten."""


@record
class Regel:
    """One line of a page; measures in points, upwards from the foot of the page.

    Attributes:
        tekst: with tabs where wide gaps part columns.
        hoogte: of its letters, more or less the size of the type.
        schuin: it stands aslant, as a watermark does.
    """

    tekst: str
    links: float
    onder: float
    rechts: float
    boven: float
    hoogte: float
    bladzijde: int
    schuin: bool = False
    rol: Rol = Rol.HOOFDTEKST

    @property
    def is_rij(self) -> bool:
        """Whether it is a row of a table."""
        return "\t" in self.tekst


def regels(bladzijde: dict[str, Any], nummer: int) -> list[Regel]:
    """The lines of one page as the child gives them, pieces of one row joined."""
    gelezen = [
        _regel(tekst, links / 10, onder / 10, rechts / 10, boven / 10, nummer, schuin)
        for tekst, links, onder, rechts, boven, schuin in bladzijde["regels"]
        if tekst[:1].isalnum() or schoon(tekst).strip()
    ]
    if bladzijde["ingevuld"]:
        gelezen = _van_boven_naar_onder(gelezen)
    rijen = _in_rijen(_met_losse_tekens(gelezen))
    return [_met_opsomteken(regel) for regel in _in_leesvolgorde(rijen)]


def _regel(
    tekst: str,
    links: float,
    onder: float,
    rechts: float,
    boven: float,
    bladzijde: int,
    schuin: bool,  # noqa: FBT001 - one of the measures of a line, as the child gives them
) -> Regel:
    hoogte = max(boven - onder, 1.0)
    return Regel(tekst, links, onder, rechts, boven, hoogte, bladzijde, schuin)


def met_randen(bladzijden: list[list[Regel]], hoogten: list[tuple[float, float]]) -> list[Regel]:
    """All lines in order, with running heads and feet marked, and each of those once.

    Args:
        bladzijden: the lines of each page.
        hoogten: foot and top of each page.
    """
    herhaald = _herhaald(bladzijden, hoogten)
    gezien: set[str] = set()
    uit: list[Regel] = []
    for regels_, (onder, boven) in zip(bladzijden, hoogten, strict=True):
        for regel in regels_:
            rol = _randrol(regel, onder, boven)
            if rol is not None and (
                _sleutel(regel, onder) in herhaald or _is_voet(regel, onder, boven)
            ):
                if regel.tekst in gezien:
                    continue
                gezien.add(regel.tekst)
                uit.append(replace(regel, rol=rol))
            else:
                uit.append(regel)
    return uit


def lijm(tekst: str) -> str:
    r"""Join words that were broken at the end of a line; the rest of the word moves up.

    >>> lijm("binnen veer\ufffe\ntien dagen, de 14-\ndaagse termijn, incasso-\nen rentekosten")
    'binnen veertien\ndagen, de 14-daagse\ntermijn, incasso-\nen rentekosten'
    """
    if "\n" not in tekst:
        return schoon(tekst.replace(AFBREKING, "-"))
    uit: list[str] = []
    for regel in tekst.split("\n"):
        rest = regel
        afgebroken = uit and uit[-1].endswith(_AFGEBROKEN)
        if afgebroken and (woord := _EERSTE_WOORD.match(regel)) is not None:
            gelijmd = _gelijmd(uit[-1], woord.group())
            if gelijmd is not None:
                uit[-1] = gelijmd
                rest = regel[woord.end() :].lstrip()
        if rest:
            uit.append(rest)
    return schoon("\n".join(uit).replace(AFBREKING, "-"))


def _gelijmd(links: str, woord: str) -> str | None:
    """Both halves as one, or None where the line ends with a whole word."""
    if links.endswith(_ZACHT):
        return links[:-1] + woord
    stam = _LAATSTE_WOORD.search(links[:-1])
    if stam is None or woord.lower() in _WEGLATING:
        return None
    return links[:-1] + ("-" if _houdt_streepje(stam.group(), woord) else "") + woord


def _houdt_streepje(stam: str, woord: str) -> bool:
    """Whether a hyphen belongs to the word: 14-daagse, e-mail, BTW-bedrag, Noord-Holland."""
    letters = stam.lstrip("(\"'‘“")
    return (
        not woord[0].islower()
        or not letters[-1:].isalpha()
        or len(letters) == 1
        or (len(letters) > 1 and letters.isupper())
    )


def _van_boven_naar_onder(regels_: list[Regel]) -> list[Regel]:
    """Filled-in fields come last in the file; they belong where they stand."""
    rijen: list[list[Regel]] = []
    for regel in sorted(regels_, key=lambda regel: -regel.boven):
        if rijen and _zelfde_hoogte(rijen[-1][0], regel):
            rijen[-1].append(regel)
        else:
            rijen.append([regel])
    return [regel for rij in rijen for regel in sorted(rij, key=lambda regel: regel.links)]


def _met_losse_tekens(regels_: list[Regel]) -> list[Regel]:
    """Bullets and numbers that the file draws apart, put before the lines they stand beside."""
    tekens = [
        regel
        for regel in regels_
        if len(regel.tekst) <= _LANGSTE_TEKEN and _LOS_TEKEN.fullmatch(regel.tekst)
    ]
    if len(tekens) > _MAX_TEKENS:
        return regels_
    uit = regels_.copy()
    for teken in tekens:
        for plek, regel in enumerate(uit):
            afstand = regel.links - teken.rechts
            if 0 < afstand < _TEKENAFSTAND * teken.hoogte and _zelfde_hoogte(teken, regel):
                uit[plek] = replace(regel, tekst=f"{teken.tekst} {regel.tekst}", links=teken.links)
                uit.remove(teken)
                break
    return uit


def _in_rijen(regels_: Iterable[Regel]) -> list[Regel]:
    """Pieces that follow each other at the same height, side by side, are one row."""
    uit: list[Regel] = []
    for regel in regels_:
        if uit and _naast(uit[-1], regel):
            vorige = uit[-1]
            achteraan = vorige.links <= regel.links
            uit[-1] = _samen(vorige, regel) if achteraan else _samen(regel, vorige)
        else:
            uit.append(regel)
    return uit


def _in_leesvolgorde(regels_: list[Regel]) -> list[Regel]:
    """Put what the file draws apart, such as an address in a frame, back between the other lines.

    The lines fall apart in streams that each go down the page. One that stands where the longest
    has no lines is set in at its height; one that stands beside it is a column and stays in order,
    and so does one above it that was drawn before it.
    """
    stromen: list[list[Regel]] = [[regel] for regel in regels_[:1]]
    for vorige, regel in pairwise(regels_):
        omhoog = regel.boven > vorige.boven + regel.hoogte
        if omhoog and not _vervolgt_rij(stromen[-1], regel):
            stromen.append([regel])
        else:
            stromen[-1].append(regel)
    if not 1 < len(stromen) <= _MAX_STROMEN:
        return regels_
    langste = max(stromen, key=len)
    plek = stromen.index(langste)
    apart = [
        stroom is not langste
        and not _staat_naast(stroom, langste)
        and not (n < plek and stroom[-1].onder > langste[0].onder)
        for n, stroom in enumerate(stromen)
    ]
    voor = [regel for n, stroom in enumerate(stromen[:plek]) if not apart[n] for regel in stroom]
    na = [
        regel for n, stroom in enumerate(stromen) if n > plek and not apart[n] for regel in stroom
    ]
    erbij: dict[int, list[Regel]] = {}
    for stroom in (stroom for n, stroom in enumerate(stromen) if apart[n]):
        lager = (n for n, regel in enumerate(langste) if regel.boven < stroom[0].onder)
        erbij.setdefault(next(lager, len(langste)), []).extend(stroom)
    midden = [
        regel for n in range(len(langste) + 1) for regel in (*erbij.get(n, ()), *langste[n : n + 1])
    ]
    return voor + midden + na


def _vervolgt_rij(stroom: list[Regel], regel: Regel) -> bool:
    """Whether it is the rest of a table row whose first cell has more lines: a note below it."""
    if not regel.is_rij:
        return False
    for vorige in reversed(stroom[-_CELREGELS:]):
        if vorige.rechts > regel.links + 1:
            return False
        if _zelfde_hoogte(vorige, regel):
            return True
    return False


def _staat_naast(stroom: list[Regel], ander: list[Regel]) -> bool:
    """Whether the other stream has lines at the height of this one."""
    marge = stroom[0].hoogte * _ZELFDE_HOOGTE
    boven, onder = stroom[0].boven - marge, stroom[-1].onder + marge
    return any(regel.onder < boven and regel.boven > onder for regel in ander)


def _naast(een: Regel, ander: Regel) -> bool:
    if (
        een.schuin
        or ander.schuin
        or een.tekst.endswith(AFBREKING)
        or not _zelfde_hoogte(een, ander)
    ):
        return False
    return een.rechts <= ander.links + 1 or ander.rechts <= een.links + 1


def _zelfde_hoogte(een: Regel, ander: Regel) -> bool:
    if een.onder >= ander.boven or ander.onder >= een.boven:
        return False
    gedeeld = min(een.boven, ander.boven) - max(een.onder, ander.onder)
    return gedeeld > _ZELFDE_HOOGTE * min(een.hoogte, ander.hoogte)


def _samen(links: Regel, rechts: Regel) -> Regel:
    ver = rechts.links - links.rechts > KOLOMGAT * links.hoogte
    return _regel(
        f"{links.tekst}{chr(9) if ver else ' '}{rechts.tekst}",
        links.links,
        min(links.onder, rechts.onder),
        rechts.rechts,
        max(links.boven, rechts.boven),
        links.bladzijde,
        links.schuin,
    )


def _met_opsomteken(regel: Regel) -> Regel:
    """The gap behind a bullet or number makes no table row."""
    if not regel.is_rij or _OPSOMTEKEN.match(regel.tekst) is None:
        return regel
    return replace(regel, tekst=regel.tekst.replace("\t", " ", 1))


def _herhaald(
    bladzijden: list[list[Regel]], hoogten: list[tuple[float, float]]
) -> set[tuple[str, int]]:
    """What stands at the same place near the edge of more than one page, numbers aside."""
    if len(bladzijden) == 1:
        return set()
    telling: dict[tuple[str, int], set[int]] = {}
    for regels_, (onder, boven) in zip(bladzijden, hoogten, strict=True):
        for regel in regels_:
            if _randrol(regel, onder, boven) is not None:
                telling.setdefault(_sleutel(regel, onder), set()).add(regel.bladzijde)
    return {sleutel for sleutel, nummers in telling.items() if len(nummers) > 1}


def _sleutel(regel: Regel, voet: float) -> tuple[str, int]:
    return _CIJFERS.sub("#", regel.tekst), round((regel.onder - voet) / _ZELFDE_PLEK)


def _randrol(regel: Regel, onder: float, boven: float) -> Rol | None:
    hoogte = boven - onder
    if regel.onder > boven - _RAND * hoogte:
        return Rol.KOPTEKST
    if regel.boven < onder + _RAND * hoogte:
        return Rol.VOETTEKST
    return None


def _is_voet(regel: Regel, onder: float, boven: float) -> bool:
    return regel.boven < onder + _VOETSTROOK * (boven - onder)
