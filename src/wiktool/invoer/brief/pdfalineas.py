"""Lines of a pdf put together to paragraphs.

Space, another type size, a bullet or a row of a table part paragraphs. Within a block of lines, a
line that is broken off although the next word would have fitted ends a paragraph too, where what
follows begins as a sentence or an item does. A sentence that runs on over a column or a page stays
whole, with the page it begins on.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.invoer.brief.passages import Passage
from wiktool.invoer.brief.pdfregels import lijm
from wiktool.invoer.brief.tekens import BOLLETJES
from wiktool.kern.brieftekst import Rol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wiktool.invoer.brief.pdfregels import Regel

_RUIME_REGEL: Final = 1.35
"""A step down of more than this times the usual one begins a paragraph."""
_WITREGEL: Final = 2.3
"""A step down of more than this times the height of the letters always begins one."""
_ANDER_KORPS: Final = 1.2
_INSPRONG: Final = 0.8
"""In letter heights."""
_SLOT: Final = (".", "!", "?", ":", ";")
_LOOPT_DOOR: Final = (",", "-", "\u2010", "\u00ad", "\ufffe", "(", "/", "&", "€")
_BOLLETJE: Final = re.compile(f"[{BOLLETJES}]")
_LIJSTTEKEN: Final = re.compile(r"(?:[-–—*]|\(?\d{1,2}[.)]|\(?[a-z][.)]) ")


def alineas(regels_: list[Regel]) -> list[Passage]:
    """The paragraphs and table rows that lines of one role make."""
    stap = _gewone_stap(regels_)
    blokken = _gesplitst(regels_, lambda vorige, regel: _begint_blok(vorige, regel, stap))
    return [_passage(groep) for blok in blokken for groep in _alineas_in(blok)]


def _alineas_in(blok: list[Regel]) -> list[list[Regel]]:
    if len(blok) == 1:
        return [blok]
    marge = max([regel.rechts for regel in blok])
    return _gesplitst(blok, lambda vorige, regel: _begint_alinea(vorige, regel, marge))


def _gesplitst(
    regels_: Sequence[Regel], begint: Callable[[Regel, Regel], bool]
) -> list[list[Regel]]:
    groepen = [[regel] for regel in regels_[:1]]
    for vorige, regel in pairwise(regels_):
        if begint(vorige, regel):
            groepen.append([regel])
        else:
            groepen[-1].append(regel)
    return groepen


def _passage(groep: Sequence[Regel]) -> Passage:
    eerste = groep[0]
    rol = eerste.rol
    if rol is Rol.HOOFDTEKST and eerste.is_rij:
        rol = Rol.TABEL
    elif eerste.schuin:
        rol = Rol.TEKSTVAK
    tekst = lijm("\n".join([regel.tekst for regel in groep]))
    return Passage([(tekst, None)], rol, rij=eerste.is_rij, bladzijde=eerste.bladzijde)


def _begint_blok(vorige: Regel, regel: Regel, stap: float) -> bool:
    """Whether two lines are apart by what they are or by where they stand."""
    if vorige.is_rij or regel.is_rij or vorige.schuin != regel.schuin:
        return True
    if _BOLLETJE.match(regel.tekst) or not _zelfde_korps(vorige, regel):
        return True
    daling = vorige.boven - regel.boven
    if vorige.bladzijde != regel.bladzijde or daling <= 0:
        return vorige.tekst.endswith(_SLOT) or not regel.tekst[:1].islower()
    return daling > min(_RUIME_REGEL * stap, _WITREGEL * regel.hoogte)


def _zelfde_korps(een: Regel, ander: Regel) -> bool:
    return een.hoogte <= _ANDER_KORPS * ander.hoogte and ander.hoogte <= _ANDER_KORPS * een.hoogte


def _begint_alinea(vorige: Regel, regel: Regel, marge: float) -> bool:
    """Whether a line of a block begins something new: a sentence after a hard break, or an item."""
    is_punt = _LIJSTTEKEN.match(regel.tekst) is not None
    if is_punt and (vorige.tekst.endswith((*_SLOT, ",")) or _staat_onder_punt(vorige, regel)):
        return True
    if regel.tekst[:1].islower() and not is_punt:
        return False
    if vorige.tekst.endswith(_SLOT) and _is_ingesprongen(vorige, regel):
        return True
    return not vorige.tekst.endswith(_LOOPT_DOOR) and _is_hard_afgebroken(vorige, regel, marge)


def _staat_onder_punt(vorige: Regel, regel: Regel) -> bool:
    is_punt = _LIJSTTEKEN.match(vorige.tekst) or _BOLLETJE.match(vorige.tekst)
    return bool(is_punt) and abs(vorige.links - regel.links) < _INSPRONG * regel.hoogte


def _is_ingesprongen(vorige: Regel, regel: Regel) -> bool:
    return regel.links - vorige.links > _INSPRONG * regel.hoogte


def _is_hard_afgebroken(vorige: Regel, regel: Regel, marge: float) -> bool:
    """Whether the first word of a line would have fitted on the line before."""
    woord = regel.tekst.split(" ", 1)[0]  # "€ 40,00" is one word: its space is no place to break
    per_teken = (regel.rechts - regel.links) / len(regel.tekst)
    return vorige.rechts + (len(woord) + 1) * per_teken < marge


def _gewone_stap(regels_: list[Regel]) -> float:
    """The usual distance from line to line: a small one of those that occur."""
    stappen = sorted(
        daling
        for vorige, regel in pairwise(regels_)
        if vorige.bladzijde == regel.bladzijde
        and (daling := vorige.boven - regel.boven) > regel.hoogte / 2
    )
    return stappen[len(stappen) // 5] if stappen else 0.0
