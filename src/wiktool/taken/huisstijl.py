"""The look of letters out of the user's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiktool.brieven.beeld import MAX_LOGO, keur_beeld
from wiktool.brieven.docxpakket import GRENS
from wiktool.brieven.huisstijl import ACCENT, Huisstijl
from wiktool.brieven.venster import kies_venster
from wiktool.invoer.bestand import lees_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from wiktool.invoer.instellingen import Instellingen


def maak_huisstijl(
    instellingen: Instellingen,
    *,
    sjabloon: Path | None = None,
    venster: str = "",
    overlay: bool = False,
) -> Huisstijl:
    """Read logo and template, and take over colour and window.

    Args:
        instellingen: ``wiktool.toml``.
        sjabloon: the user's own Word template; wins over the one in the settings.
        venster: the window of the envelope; wins likewise.
        overlay: draw the window on the letter.

    Raises:
        BestandFout: a file cannot be read, is too large, or the logo is no PNG or JPEG image.
        GebruiksFout: the window is unknown.
    """
    gekozen = instellingen.huisstijl
    logo = lees_bytes(gekozen.logo, grens=MAX_LOGO) if gekozen.logo else b""
    if gekozen.logo:
        keur_beeld(logo, gekozen.logo.name)
    eigen = sjabloon or gekozen.sjabloon
    stijl = Huisstijl(
        logo=logo,
        kleur=gekozen.kleur or ACCENT,
        venster=venster or gekozen.venster,
        overlay=overlay,
        sjabloon=lees_bytes(eigen, grens=GRENS) if eigen else b"",
        sjabloonnaam=eigen.name if eigen else "",
    )
    kies_venster(stijl.venster)  # an unknown window is refused before any letter is made
    return stijl
