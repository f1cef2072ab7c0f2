"""Pdf letters: paragraphs put together again from lines on pages.

A pdf knows only where letters stand. The order is that of the file, which office programs write as
they read; lines become paragraphs by the space between them, by indents, list marks and type size.
A paragraph that runs on over a page stays whole, with the page it begins on.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.brief import grenzen, pakket
from wiktool.invoer.brief.passages import Passage, genummerd, te_veel_tekst
from wiktool.invoer.brief.pdfproces import PDFPROCES
from wiktool.invoer.brief.pdfregels import Regel, lijm, met_randen, regels
from wiktool.invoer.brief.pdftaal import FOUT
from wiktool.kern.brieftekst import Brieftekst, Rol
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Sequence

_EINDE: Final = b"%%EOF"
_NA_EINDE: Final = 4_096
"""Bytes that may follow the end mark; without one the file broke off and pages may be missing."""
_RUIME_REGEL: Final = 1.35
"""A step down of more than this times the usual one begins a paragraph."""
_WITREGEL: Final = 2.3
"""A step down of more than this times the height of the letters always begins one."""
_ANDER_KORPS: Final = 1.2
_INSPRONG: Final = 0.8
"""In letter heights."""
_KORTE_REGEL: Final = 0.85
"""A line that ends before this part of the width can be the last of its paragraph."""
_SLOT: Final = (".", "!", "?", ":", ";")
_BOLLETJE: Final = re.compile("[•▪◦●○■□‣∙]")
_LIJSTTEKEN: Final = re.compile(r"(?:[-–—*]|\(?\d{1,2}[.)]|\(?[a-z][.)]) ")
_GEEN_TEKEN: Final = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")
_MAX_GEEN_TEKEN: Final = 0.2


def lees(inhoud: bytes) -> Brieftekst:
    """Read a pdf.

    Raises:
        BestandFout: encrypted, damaged, too long, without text, or it keeps its reader too busy.
    """
    if _EINDE not in inhoud[-_NA_EINDE:]:
        raise pakket.beschadigd()
    antwoord = PDFPROCES.vraag(inhoud)
    if FOUT in antwoord:
        raise _fout(antwoord[FOUT])
    bladzijden: list[dict[str, Any]] = antwoord["bladzijden"]
    passages = bouw_op(bladzijden)
    _eis_leesbaar(passages)
    onleesbaar = [
        nummer
        for nummer, bladzijde in enumerate(bladzijden, start=1)
        if not bladzijde["regels"] and not bladzijde["leeg"]
    ]
    return Brieftekst(
        alineas=genummerd(passages),
        ongelezen=tuple(
            f"bladzijde {nummer} is een afbeelding zonder tekst en is niet gelezen"
            for nummer in onleesbaar
        ),
    )


def bouw_op(bladzijden: list[dict[str, Any]]) -> list[Passage]:
    """The paragraphs and table rows on the pages, running heads first and feet last."""
    alle = met_randen(
        [regels(bladzijde, nummer) for nummer, bladzijde in enumerate(bladzijden, start=1)],
        [(bladzijde["onder"], bladzijde["boven"]) for bladzijde in bladzijden],
    )
    return [
        passage
        for rol in (Rol.KOPTEKST, Rol.HOOFDTEKST, Rol.VOETTEKST)
        for passage in _passages([regel for regel in alle if regel.rol is rol])
    ]


def _passages(regels_: list[Regel]) -> list[Passage]:
    """Lines of one role as passages."""
    if not regels_:
        return []
    stap = _gewone_stap(regels_)
    breedte = max(regel.rechts for regel in regels_)
    groepen: list[list[Regel]] = [[regels_[0]]]
    for vorige, regel in pairwise(regels_):
        if _begint_alinea(vorige, regel, stap, breedte):
            groepen.append([regel])
        else:
            groepen[-1].append(regel)
    return [_passage(groep) for groep in groepen]


def _passage(groep: Sequence[Regel]) -> Passage:
    eerste = groep[0]
    rol = eerste.rol
    if rol is Rol.HOOFDTEKST and eerste.is_rij:
        rol = Rol.TABEL
    elif eerste.schuin:
        rol = Rol.TEKSTVAK
    tekst = lijm("\n".join(regel.tekst for regel in groep))
    return Passage([(tekst, None)], rol, rij=eerste.is_rij, bladzijde=eerste.bladzijde)


def _begint_alinea(vorige: Regel, regel: Regel, stap: float, breedte: float) -> bool:
    if vorige.is_rij or regel.is_rij or vorige.schuin != regel.schuin:
        return True
    if _BOLLETJE.match(regel.tekst) or not _zelfde_korps(vorige, regel):
        return True
    daling = vorige.boven - regel.boven
    if vorige.bladzijde != regel.bladzijde or daling <= 0:
        return not _loopt_door(vorige, regel)
    if daling > min(_RUIME_REGEL * stap, _WITREGEL * regel.hoogte):
        return True
    return _is_slotregel(vorige, regel, breedte) or _is_lijstpunt(vorige, regel, breedte)


def _zelfde_korps(een: Regel, ander: Regel) -> bool:
    groot, klein = max(een.hoogte, ander.hoogte), min(een.hoogte, ander.hoogte)
    return groot <= _ANDER_KORPS * klein


def _loopt_door(vorige: Regel, regel: Regel) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    return not vorige.tekst.endswith(_SLOT) and regel.tekst[:1].islower()


def _is_slotregel(vorige: Regel, regel: Regel, breedte: float) -> bool:
    """Whether a sentence ends well before the margin, or before an indented line."""
    if not vorige.tekst.endswith(_SLOT) or regel.tekst[:1].islower():
        return False
    ingesprongen = regel.links - vorige.links > _INSPRONG * regel.hoogte
    return ingesprongen or _is_kort(vorige, regel, breedte)


def _is_lijstpunt(vorige: Regel, regel: Regel, breedte: float) -> bool:
    """Whether a dash or a number at the start of a line begins an item, not just the line."""
    return _LIJSTTEKEN.match(regel.tekst) is not None and (
        vorige.tekst.endswith((*_SLOT, ",")) or _is_kort(vorige, regel, breedte)
    )


def _is_kort(vorige: Regel, regel: Regel, breedte: float) -> bool:
    return vorige.rechts < regel.links + _KORTE_REGEL * (breedte - regel.links)


def _gewone_stap(regels_: list[Regel]) -> float:
    """The usual distance from line to line: a small one of those that occur."""
    stappen = sorted(
        daling
        for vorige, regel in pairwise(regels_)
        if vorige.bladzijde == regel.bladzijde
        and (daling := vorige.boven - regel.boven) > regel.hoogte / 2
    )
    return stappen[len(stappen) // 5] if stappen else 0.0


def _eis_leesbaar(passages: list[Passage]) -> None:
    """A font without a character table gives letters nobody can read.

    Raises:
        BestandFout: too many of the characters are none.
    """
    tekst = "".join(passage.tekst for passage in passages)
    if len(_GEEN_TEKEN.findall(tekst)) > _MAX_GEEN_TEKEN * len(tekst):
        raise BestandFout(
            "onleesbaar: geen tekst (de letters in de pdf hebben geen betekenis)",
            doe="druk de brief opnieuw af naar pdf, of geef hem als .docx",
        )


def _te_veel_bladzijden() -> BestandFout:
    return BestandFout(
        f"de pdf heeft meer dan {grenzen.BLADZIJDEN} bladzijden",
        doe="geef een bestand met alleen de brief",
    )


def _fout(reden: str) -> BestandFout:
    """The error for what the child says is wrong."""
    match reden:
        case "wachtwoord":
            return pakket.met_wachtwoord()
        case "te veel bladzijden":
            return _te_veel_bladzijden()
        case "te veel tekst":
            return te_veel_tekst()
        case _:
            return pakket.beschadigd()
