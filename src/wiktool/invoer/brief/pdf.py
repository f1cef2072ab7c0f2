"""Pdf letters: paragraphs put together again from lines on pages.

A pdf knows only where letters stand. The order is that of the file, which office programs write as
they read, with frames put back where they stand; see ``pdfregels`` and ``pdfalineas``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.brief import grenzen, pakket, pdftaal
from wiktool.invoer.brief.passages import genummerd, te_veel_tekst
from wiktool.invoer.brief.pdfalineas import alineas
from wiktool.invoer.brief.pdfproces import PDFPROCES
from wiktool.invoer.brief.pdfregels import met_randen, regels
from wiktool.invoer.brief.pdftaal import FOUT
from wiktool.kern.brieftekst import Brieftekst, Rol
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.invoer.brief.passages import Passage
    from wiktool.invoer.brief.pdftaal import Antwoord

_GEEN_TEKEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ue000-\uefff\uf100-\uf8ff\ufffd]"
)
"""Numbers of glyphs instead of characters; bullets of symbol fonts are not among them."""
_MAX_GEEN_TEKEN: Final = 0.2
_MAX_LOSSE_TEKENS: Final = 3


def lees(inhoud: bytes) -> Brieftekst:
    """Read a pdf.

    Raises:
        BestandFout: encrypted, damaged, too long, without text, or it keeps its reader too busy.
    """
    (antwoord,) = PDFPROCES.vraag([inhoud])
    return bouw(antwoord)


def vraag(inhouden: Sequence[bytes]) -> list[Antwoord]:
    """What the process that opens pdf files says of several; :func:`bouw` makes letters of it."""
    return PDFPROCES.vraag(inhouden)


def bouw(antwoord: Antwoord) -> Brieftekst:
    """The letter in a pdf, from what the process that opened it says.

    Raises:
        BestandFout: as :func:`lees`.
    """
    if FOUT in antwoord:
        raise _fout(antwoord[FOUT])
    bladzijden: list[dict[str, Any]] = antwoord["bladzijden"]
    ongelezen = _ongelezen(bladzijden)
    return Brieftekst(alineas=genummerd(bouw_op(bladzijden)), ongelezen=ongelezen)


def bouw_op(bladzijden: list[dict[str, Any]]) -> list[Passage]:
    """The paragraphs and table rows on the pages, running heads first and feet last."""
    alle = met_randen(
        [regels(bladzijde, nummer) for nummer, bladzijde in enumerate(bladzijden, start=1)],
        [(bladzijde["onder"], bladzijde["boven"]) for bladzijde in bladzijden],
    )
    return [
        passage
        for rol in (Rol.KOPTEKST, Rol.HOOFDTEKST, Rol.VOETTEKST)
        for passage in alineas([regel for regel in alle if regel.rol is rol])
    ]


def _ongelezen(bladzijden: list[dict[str, Any]]) -> tuple[str, ...]:
    """What of the pages cannot be read: pictures, and letters of a font without a character table.

    Raises:
        BestandFout: too many of the characters mean nothing.
    """
    teksten = ["".join(regel[0] for regel in bladzijde["regels"]) for bladzijde in bladzijden]
    vreemd = [len(_GEEN_TEKEN.findall(tekst)) for tekst in teksten]
    if sum(vreemd) > _MAX_GEEN_TEKEN * sum(map(len, teksten)):
        raise BestandFout(
            "onleesbaar: geen tekst (de letters in de pdf hebben geen betekenis)",
            doe="druk de brief opnieuw af naar pdf, of geef hem als .docx",
        )
    zinnen = []
    for nummer, bladzijde in enumerate(bladzijden, start=1):
        if not bladzijde["regels"] and not bladzijde["leeg"]:
            zinnen.append(f"bladzijde {nummer} is een afbeelding zonder tekst en is niet gelezen")
        elif vreemd[nummer - 1] > _MAX_LOSSE_TEKENS:
            zinnen.append(
                f"letters op bladzijde {nummer} hebben geen betekenis en zijn niet gelezen"
            )
    return tuple(zinnen)


def _te_veel_bladzijden() -> BestandFout:
    return BestandFout(
        f"de pdf heeft meer dan {grenzen.BLADZIJDEN} bladzijden",
        doe="geef een bestand met alleen de brief",
    )


def _bezweken() -> BestandFout:
    return BestandFout(
        "de pdf vraagt meer tijd of geheugen dan een brief nodig heeft, of is beschadigd",
        doe="druk hem opnieuw af naar pdf, of geef de brief als .docx",
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
        case pdftaal.BEZWEKEN:
            return _bezweken()
        case _:
            return pakket.beschadigd()
