"""What the tests of pdf letters share: the maker of a pdf, and the text that is read from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wiktool.invoer.brief import pdf

if TYPE_CHECKING:
    from wiktool.kern.brieftekst import Rol

MaakPdf = Callable[..., bytes]


def lees(inhoud: bytes) -> list[tuple[str, Rol, int | None]]:
    return [(a.tekst, a.rol, a.bladzijde) for a in pdf.lees(inhoud).alineas]


def teksten(inhoud: bytes) -> list[str]:
    return [tekst for tekst, _, _ in lees(inhoud)]
