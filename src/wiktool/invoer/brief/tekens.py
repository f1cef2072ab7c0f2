"""Characters that mean nothing to a reader, and those that are written in two ways."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SYMBOOLBOLLETJES: Final = "\uf076\uf0a7\uf0b7\uf0d8"
"""How Word draws bullets with the fonts Symbol and Wingdings."""
BOLLETJES: Final = "•▪◦●○■□‣∙" + _SYMBOOLBOLLETJES

_ONZICHTBAAR: Final = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_BESTURING: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_HALF: Final = "\ud800-\udfff"
"""Half a character of UTF-16: no text, and no file can hold it."""
_BIJZONDER: Final = re.compile(
    f"[{_ONZICHTBAAR}{_BESTURING}{_HALF}{_SYMBOOLBOLLETJES}\x0b\x0c\x85\u2010\u2011\u2028\u2029\ufb00-\ufb06]"
)
_ANDERS: Final = {
    **dict.fromkeys(_SYMBOOLBOLLETJES, "•"),
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u2010": "-",
    "\u2011": "-",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}


def schoon(tekst: str) -> str:
    r"""Drop invisible characters, undo ligatures, compose accents; spaces stay as they are.

    >>> schoon("beta\u00adlen binnen 14\u2011dagen, \ufb01nanciën, e\u0301e\u0301n")
    'betalen binnen 14-dagen, financiën, één'
    """
    if tekst.isascii() and tekst.isprintable():
        return tekst
    tekst = _BIJZONDER.sub(_vervang, tekst)
    if unicodedata.is_normalized("NFC", tekst):
        return tekst
    return unicodedata.normalize("NFC", tekst)


def _vervang(treffer: re.Match[str]) -> str:
    return _ANDERS.get(treffer.group(), "")
