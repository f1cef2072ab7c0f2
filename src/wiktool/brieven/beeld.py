"""Images: which kind they are and how large, read from their first bytes."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Final

from wiktool.kern.fouten import BestandFout

MAX_LOGO: Final = 2_000_000
"""Bytes a logo may hold."""
MAX_PUNTEN: Final = 25_000_000
"""Dots a logo may have: a small file can unfold to gigabytes."""
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
    """Recognise a PNG or JPEG image; what is in it is for :func:`keur_beeld`.

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
        raise _beschadigd(plaats)
    if beeld.breedte * beeld.hoogte > MAX_PUNTEN:
        raise BestandFout(
            f"de afbeelding heeft {beeld.breedte} bij {beeld.hoogte} punten",
            doe="verklein haar; 1200 punten breed is ruim genoeg voor een logo",
            plaats=plaats,
        )
    return beeld


def keur_beeld(inhoud: bytes, plaats: str = "logo") -> None:
    """Read an image to its end, so that no letter leaves with half a logo.

    Raises:
        BestandFout: as :func:`lees_beeld`, or the image breaks off.
    """
    beeld = lees_beeld(inhoud, plaats)
    try:
        heel = _is_hele_png(inhoud) if beeld.soort == "png" else b"\xff\xd9" in inhoud
    except (struct.error, zlib.error):
        heel = False
    if not heel:
        raise _beschadigd(plaats)


def _beschadigd(plaats: str) -> BestandFout:
    return BestandFout(
        "de afbeelding is beschadigd", doe="bewaar het logo opnieuw als .png", plaats=plaats
    )


def _is_hele_png(inhoud: bytes) -> bool:
    """Walk over the parts of a PNG: each with its own sum, and together a whole picture."""
    plek, soort = 8, b""
    beeld = zlib.decompressobj()
    while soort != b"IEND":
        lengte, soort = struct.unpack_from(">I4s", inhoud, plek)
        stuk = inhoud[plek + 8 : plek + 8 + lengte]
        (som,) = struct.unpack_from(">I", inhoud, plek + 8 + lengte)
        if zlib.crc32(soort + stuk) != som:
            return False
        if soort == b"IDAT":
            _pak_uit(beeld, stuk)
        plek += 12 + lengte
    return beeld.eof


def _pak_uit(beeld: zlib._Decompress, stuk: bytes) -> None:
    """Unpack a piece and throw it away, a megabyte at a time."""
    while stuk and not beeld.eof:
        beeld.decompress(stuk, 1_000_000)
        stuk = beeld.unconsumed_tail


def _lees_jpeg(inhoud: bytes) -> Beeld:
    """Walk over the segments of a JPEG to the one that holds its size."""
    plaats = 2
    while True:
        merk, lengte = inhoud[plaats + 1], struct.unpack_from(">H", inhoud, plaats + 2)[0]
        if 0xC0 <= merk <= 0xCF and merk not in (0xC4, 0xC8, 0xCC):
            hoogte, breedte = struct.unpack_from(">HH", inhoud, plaats + 5)
            return Beeld("jpeg", breedte, hoogte)
        plaats += 2 + lengte
