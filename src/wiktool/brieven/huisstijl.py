"""How letters look: logo, colour, the window of the envelope, an own template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wiktool.brieven.venster import Venster, kies_venster

ACCENT: Final = "#1F3A5F"
"""The colour of our own paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisstijl:
    """The look of the letters.

    Attributes:
        logo: a PNG or JPEG image; empty for the name in letters.
        kleur: the accent colour as ``#rrggbb``.
        venster: which window the address must fit.
        overlay: draw the window, to try it out.
        sjabloon: the user's own Word template; empty for the built-in paper.
        sjabloonnaam: its name, for errors.
    """

    logo: bytes = b""
    kleur: str = ACCENT
    venster: str = ""
    overlay: bool = False
    sjabloon: bytes = b""
    sjabloonnaam: str = ""

    @property
    def vak(self) -> Venster:
        """The window."""
        return kies_venster(self.venster)
