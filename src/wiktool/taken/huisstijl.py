"""The look of letters out of the user's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiktool.brieven.huisstijl import ACCENT, MAX_LOGO, Huisstijl, lees_beeld
from wiktool.invoer.bestand import lees_bytes

if TYPE_CHECKING:
    from wiktool.invoer.instellingen import Instellingen


def maak_huisstijl(instellingen: Instellingen) -> Huisstijl:
    """Read the logo and take over colour and window.

    Raises:
        BestandFout: the logo cannot be read, is too large, or is no PNG or JPEG image.
    """
    gekozen = instellingen.huisstijl
    logo = lees_bytes(gekozen.logo, grens=MAX_LOGO) if gekozen.logo else b""
    if logo:
        lees_beeld(logo)
    return Huisstijl(logo=logo, kleur=gekozen.kleur or ACCENT, venster=gekozen.venster)
