"""Which characters may enter a letter."""

from __future__ import annotations

import re
from typing import Final

from wiktool.kern.fouten import NotatieFout

_WIT: Final = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029 ]+")
_RICHTING: Final = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_VERBODEN: Final = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ue010-\ue014\ufffe\uffff]"
)


def schoon(tekst: str, veld: str) -> str:
    r"""A value of the dossier on one line, fit for every file format.

    Line breaks and tabs become spaces; invisible marks that turn the writing direction of the text
    around them are dropped.

    Args:
        tekst: the value.
        veld: its name in the dossier, for the error.

    Raises:
        NotatieFout: it holds a character that XML forbids; it would cut the letter short.

    >>> schoon("Jansen\n& Zn <b>", "schuldenaar.naam")
    'Jansen & Zn <b>'
    """
    if tekst.isascii() and tekst.isprintable():
        return _WIT.sub(" ", tekst).strip() if "  " in tekst else tekst.strip()
    tekst = _RICHTING.sub("", _WIT.sub(" ", tekst)).strip()
    fout = _VERBODEN.search(tekst)
    if fout is not None:
        raise NotatieFout(
            f"{veld} bevat een teken dat niet in een brief kan staan (U+{ord(fout[0]):04X})",
            doe="haal dat teken weg; het is onzichtbaar en vaak meegekomen bij het kopiëren",
        )
    return tekst
