"""Images: which kind they are and how large, read from their first bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

from wiktool.kern.fouten import BestandFout

MAX_LOGO: Final = 2_000_000
"""Bytes a logo may hold."""
LOGOVAK: Final = (50.0, 18.0)
"""Width and height in millimetres within which a logo is put, its proportions kept."""


@dataclass(frozen=True, slots=True)
class Beeld:
    """The kind of an image and its size in pixels."""

    soort: str
    breedte: int
    hoogte: int

    def passend(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The largest size within a box that keeps the proportions.

        >>> Beeld("png", 100, 100).passend(50, 18)
        (18.0, 18.0)
        """
        factor = min(breedte / self.breedte, hoogte / self.hoogte)
        return self.breedte * factor, self.hoogte * factor


def lees_beeld(inhoud: bytes, plaats: str = "logo") -> Beeld:
    """Recognise a PNG or JPEG image.

    Raises:
        BestandFout: another kind, a damaged image, or one that is too large.
    """
    if len(inhoud) > MAX_LOGO:
        raise BestandFout(
            f"de afbeelding is {len(inhoud) / 1e6:.0f} MB",
            doe=f"verklein haar tot onder {MAX_LOGO // 1_000_000} MB",
            plaats=plaats,
        )
    try:
        if inhoud.startswith(b"\x89PNG\r\n\x1a\n"):
            breedte, hoogte = struct.unpack(">II", inhoud[16:24])
            beeld = Beeld("png", breedte, hoogte)
        elif inhoud.startswith(b"\xff\xd8\xff"):
            beeld = _lees_jpeg(inhoud)
        else:
            raise BestandFout(
                "dit is geen PNG- of JPEG-afbeelding", doe="bewaar het logo als .png", plaats=plaats
            )
    except (struct.error, IndexError):
        beeld = Beeld("", 0, 0)
    if not (0 < beeld.breedte < 20_000 and 0 < beeld.hoogte < 20_000):
        raise BestandFout(
            "de afbeelding is beschadigd", doe="bewaar het logo opnieuw als .png", plaats=plaats
        )
    return beeld


def _lees_jpeg(inhoud: bytes) -> Beeld:
    """Walk over the segments of a JPEG to the one that holds its size."""
    plaats = 2
    while True:
        merk, lengte = inhoud[plaats + 1], struct.unpack_from(">H", inhoud, plaats + 2)[0]
        if 0xC0 <= merk <= 0xCF and merk not in (0xC4, 0xC8, 0xCC):
            hoogte, breedte = struct.unpack_from(">HH", inhoud, plaats + 5)
            return Beeld("jpeg", breedte, hoogte)
        plaats += 2 + lengte
