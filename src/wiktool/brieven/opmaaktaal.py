"""The few marks of a letter text: from rendered text to blocks.

The first paragraph is the subject. A blank line parts paragraphs; line breaks inside one are
spaces. ``# `` makes a heading, ``## `` one on a page of its own, ``- `` an item of a list,
``**…**`` is bold. ``[kern]`` and ``[/kern]`` enclose the legal core; ``[kern nl]`` begins one in
Dutch, in a letter in another language. The marks ``[facturen]``, ``[specificatie]``,
``[betaling]`` and ``[ondertekening]`` stand alone, each in the place of a table.

Data can never be taken for a mark: :func:`verhul` hides the marks in every value before it enters
the text, and :func:`ontleed` brings them back.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from wiktool.brieven.model import TABELLEN, Blok, Bloksoort, Deel
from wiktool.kern.fouten import SjabloonFout

_TEKENS: Final = "*#[]-"
_SLUIERS: Final = "\ue010\ue011\ue012\ue013\ue014"
_PAREN: Final = tuple(zip(_TEKENS, _SLUIERS, strict=True))
_TABELNAMEN: Final = {f"[{soort}]": soort for soort in TABELLEN}
_KERNMERKEN: Final = {"[kern]": "", "[kern nl]": "nl", "[/kern]": ""}
"""What opens and closes the legal core, with the language it is in; empty for the letter's."""
_WIT: Final = re.compile(r"[ \t\r\n]+")
_ALINEAGRENS: Final = re.compile(r"\n[ \t]*\n[ \t\n]*")


def verhul(waarde: object) -> str:
    r"""A value as it may enter a letter text: one line, its marks hidden.

    >>> ontleed("Geachte " + verhul("# [kern]\n**Jansen**"))[0].tekst
    'Geachte # [kern] **Jansen**'
    """
    tekst = _WIT.sub(" ", str(waarde))
    for teken, sluier in _PAREN:  # five quick searches; str.translate would look up every character
        tekst = tekst.replace(teken, sluier)
    return tekst


def _onthul(tekst: str) -> str:
    for teken, sluier in _PAREN:
        tekst = tekst.replace(sluier, teken)
    return tekst


def ontleed(tekst: str) -> tuple[Blok, ...]:
    r"""Read a rendered letter text into blocks.

    Raises:
        SjabloonFout: ``[kern]`` is not closed, or closed without being opened.

    >>> [blok.soort.value for blok in ontleed("# Kop\n\nTekst\n\n[facturen]")]
    ['kop', 'alinea', 'facturen']
    """
    blokken: list[Blok] = []
    in_kern, taal = False, ""
    for stuk in _ALINEAGRENS.split(tekst.strip(" \t\r\n")):
        if stuk in _KERNMERKEN:
            if in_kern == (stuk != "[/kern]"):
                raise SjabloonFout(f"«{stuk}» staat niet op zijn plaats", doe=_DOE_KERN)
            in_kern, taal = not in_kern, _KERNMERKEN[stuk]
            if taal and blokken and blokken[-1].soort is Bloksoort.ALINEA:
                blokken[-1] = replace(blokken[-1], soort=Bloksoort.SLOT)
        elif stuk:
            gelezen = _lees(stuk, in_kern=in_kern)
            blokken += [replace(blok, taal=taal) for blok in gelezen] if taal else gelezen
    if in_kern:
        raise SjabloonFout("«[kern]» wordt niet gesloten", doe=_DOE_KERN)
    return tuple(_met_slot(blokken))


_DOE_KERN: Final = "zet [kern] en [/kern] elk op een eigen alinea, in die volgorde"


def _met_slot(blokken: list[Blok]) -> list[Blok]:
    """Name the paragraphs between the last list and the signature: the closing, its last line."""
    soort = Bloksoort.GROET
    tekens = [blok.soort for blok in blokken]
    if Bloksoort.ONDERTEKENING not in tekens:
        return blokken
    plaats = tekens.index(Bloksoort.ONDERTEKENING) - 1
    while plaats >= 0 and blokken[plaats].soort is Bloksoort.ALINEA:
        blokken[plaats] = Blok(soort, blokken[plaats].delen)
        soort = Bloksoort.SLOT
        plaats -= 1
    return blokken


def _lees(stuk: str, *, in_kern: bool) -> list[Blok]:
    tabel = _TABELNAMEN.get(stuk)
    if tabel is not None:
        return [Blok(tabel)]
    if stuk.startswith("# "):
        return [Blok(Bloksoort.KERNKOP if in_kern else Bloksoort.KOP, _delen(stuk[2:]))]
    if stuk.startswith("## "):
        return [Blok(Bloksoort.BIJLAGEKOP, _delen(stuk[3:]))]
    if stuk.startswith("- "):
        return [Blok(Bloksoort.PUNT, _delen(punt)) for punt in f"\n{stuk}".split("\n- ")[1:]]
    return [Blok(Bloksoort.KERN if in_kern else Bloksoort.ALINEA, _delen(stuk))]


def _delen(tekst: str) -> tuple[Deel, ...]:
    """Cut at the bold marks; every second piece is bold."""
    stukken = _WIT.sub(" ", tekst).split("**")
    return tuple(
        Deel(_onthul(stuk), vet=bool(nummer % 2)) for nummer, stuk in enumerate(stukken) if stuk
    )
