"""The code a banking app scans to pay: EPC069-12, the European standard."""

from __future__ import annotations

import math
import struct
import zlib
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.brieven.waarden import Waarden

_MAX_NAAM: Final = 70
_MAX_TEKST: Final = 140
_MAX_BEDRAG: Final = Decimal("999999999.99")
_MAX_BYTES: Final = 331
_RAND: Final = 2
_VERGROTING: Final = 6
_DONKER: Final = b"\1" + bytes(255)
"""Black is dark, and anything else is light."""
_STREKEN: Final = tuple(
    (vlak * lengte, streek % lengte)
    for lengte in range(7, 0, -1)
    for vlak, streek in ((b"\1", b"h%d"), (b"\0", b"m%d 0"))
)
"""Squares in a row and the stroke that draws or skips them, the longest first."""


def betaalcode(waarden: Waarden) -> str | None:
    """The text of the code, or None where the standard has no room for it.

    >>> from types import SimpleNamespace
    >>> print(betaalcode(SimpleNamespace(tenaamstelling="De Linde", iban_kaal="NL91ABNA0417164300",
    ...     bic="", te_betalen_getal="40.00", betaalkenmerk="17")))
    BCD
    002
    1
    SCT
    <BLANKLINE>
    De Linde
    NL91ABNA0417164300
    EUR40.00
    <BLANKLINE>
    <BLANKLINE>
    17
    """
    bedrag = Decimal(waarden.te_betalen_getal)
    past = (
        len(waarden.tenaamstelling) <= _MAX_NAAM
        and len(waarden.betaalkenmerk) <= _MAX_TEKST
        and Decimal("0.01") <= bedrag <= _MAX_BEDRAG
    )
    if not past:
        return None
    regels = (
        "BCD",
        "002",
        "1",
        "SCT",
        waarden.bic,
        waarden.tenaamstelling,
        waarden.iban_kaal,
        f"EUR{waarden.te_betalen_getal}",
        "",
        "",
        waarden.betaalkenmerk,
    )
    code = "\n".join(regels)
    return code if len(code.encode()) <= _MAX_BYTES else None


def als_matrix(tekst: str) -> list[bytes]:
    """The dark and light squares, 1 and 0, without the white edge; error level M.

    Args:
        tekst: at most 331 bytes, as the standard says.
    """
    import zxingcpp

    teken = {} if tekst.isascii() else {"eci": "UTF-8"}
    code = zxingcpp.create_barcode(tekst, zxingcpp.BarcodeFormat.QRCode, ec_level="M", **teken)
    beeld: Any = code.to_image(scale=1, add_quiet_zones=False)
    vlakken = memoryview(beeld).tobytes().translate(_DONKER)
    zijde = math.isqrt(len(vlakken))
    return [vlakken[begin : begin + zijde] for begin in range(0, len(vlakken), zijde)]


def als_png(matrix: Sequence[bytes]) -> bytes:
    """The code as a picture of one bit a square, with a white edge."""
    breedte = (len(matrix[0]) + 2 * _RAND) * _VERGROTING
    hoogte = (len(matrix) + 2 * _RAND) * _VERGROTING
    wit = b"\0" + b"\xff" * ((breedte + 7) // 8)
    rijen = [wit] * (_RAND * _VERGROTING)
    rand = b"1" * (_RAND * _VERGROTING)
    vulling = b"0" * (-breedte % 8)
    for rij in matrix:
        punten = rij.replace(b"\0", b"1" * _VERGROTING).replace(b"\1", b"0" * _VERGROTING)
        regel = rand + punten + rand + vulling
        rijen += [b"\0" + int(regel, 2).to_bytes(len(regel) // 8)] * _VERGROTING
    rijen += [wit] * (_RAND * _VERGROTING)
    kop = struct.pack(">IIBBBBB", breedte, hoogte, 1, 0, 0, 0, 0)
    beeld = zlib.compress(b"".join(rijen), 1)
    return b"\x89PNG\r\n\x1a\n" + _stuk(b"IHDR", kop) + _stuk(b"IDAT", beeld) + _stuk(b"IEND", b"")


def als_svg(matrix: Sequence[bytes]) -> str:
    """The code as a drawing, sharp at every size; the page around it is its white edge."""
    tekening = b"".join(b"M0 %d" % y + rij for y, rij in enumerate(matrix))
    for vlakken, streek in _STREKEN:
        tekening = tekening.replace(vlakken, streek)
    zijde = len(matrix)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 -.5 {zijde} {zijde}'>"
        f"<path d='{tekening.decode()}' stroke='#000'/></svg>"
    )


def _stuk(soort: bytes, inhoud: bytes) -> bytes:
    controle = struct.pack(">I", zlib.crc32(soort + inhoud))
    return struct.pack(">I", len(inhoud)) + soort + inhoud + controle
