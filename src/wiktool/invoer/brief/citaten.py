"""Where in an e-mail the text of an earlier e-mail begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from wiktool.kern.brieftekst import Rol

if TYPE_CHECKING:
    from wiktool.invoer.brief.passages import Passage

_STREEP: Final = re.compile(
    r"[-_ ]{2,40}(?:oorspronkelijk bericht|doorgestuurd bericht|original message|forwarded message)"
    r"[-_ ]{2,40}",
    re.IGNORECASE,
)
_SCHREEF: Final = re.compile(
    r"(?:op|on)\b[^\n]{5,120}(?:\n[^\n]{0,120})?\b(?:schreef|wrote)\b[^\n]{0,120}:", re.IGNORECASE
)
_VAN: Final = re.compile(r"\*?(?:van|from)\*?:", re.IGNORECASE)
_DATUM: Final = re.compile(r"^\*?(?:verzonden|sent|datum|date)\*?:", re.IGNORECASE | re.MULTILINE)
_AAN: Final = re.compile(r"^\*?(?:aan|to)\*?:", re.IGNORECASE | re.MULTILINE)
_VOORUIT: Final = 4
_DOORGESTUURD: Final = re.compile(r"\s*(?:fwd?|fw|doorst|dst|tr|wg)\s*:", re.IGNORECASE)


def is_doorgestuurd(onderwerp: str) -> bool:
    """Whether a subject says that the mail passes on another one.

    >>> is_doorgestuurd("FW: Aanmaning"), is_doorgestuurd("Re: Aanmaning")
    (True, False)
    """
    return _DOORGESTUURD.match(onderwerp) is not None


def markeer(passages: list[Passage]) -> None:
    """Mark everything from the head of an earlier mail on as quotation."""
    for plek, passage in enumerate(passages):
        if _begint_eerder_bericht(passages, plek, passage.tekst):
            for eerder in passages[plek:]:
                eerder.rol = Rol.CITAAT
            return


def wis(passages: list[Passage]) -> None:
    """In a mail that passes on another one, what is quoted is what matters."""
    for passage in passages:
        if passage.rol is Rol.CITAAT:
            passage.rol = Rol.HOOFDTEKST


def _begint_eerder_bericht(passages: list[Passage], plek: int, tekst: str) -> bool:
    if _STREEP.match(tekst) or _SCHREEF.match(tekst):
        return True
    if not _VAN.match(tekst):
        return False
    kop = "\n".join(passage.tekst for passage in passages[plek : plek + _VOORUIT])
    return _DATUM.search(kop) is not None and _AAN.search(kop) is not None
