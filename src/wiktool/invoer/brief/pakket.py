"""A zip file (.docx, .odt) read part by part, within limits and without trusting its directory.

Read here and not by the standard library, which takes a hundredth of a second to load and longer
over the directory than the letter takes to read, and which answers damage with a dozen kinds of
exceptions. Only what office programs write is read: stored or deflated parts, no zip64.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Final

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.passages import te_groot
from wiktool.kern.fouten import BestandFout

_SLOT: Final = b"PK\x05\x06"
_SLOTVORM: Final = struct.Struct("<8xHHLLH")
_LANGSTE_SLOT: Final = 22 + 0xFFFF
_INGANG: Final = b"PK\x01\x02"
_INGANGVORM: Final = struct.Struct("<8xHH4xLLLHHH8xL")
_KOP: Final = b"PK\x03\x04"
_KOPVORM: Final = struct.Struct("<26xHH")
_BEVEILIGD: Final = 0x1
_UTF8: Final = 0x800
_OPGESLAGEN: Final = 0
_INGEDIKT: Final = 8
_ZIP64: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Deel:
    """What the directory says of a part."""

    naam: str
    vlaggen: int
    methode: int
    controlegetal: int
    ingepakt: int
    uitgepakt: int
    plek: int


class Pakket:
    """The parts of a zip file by name.

    Args:
        inhoud: the zip file.
        samen: how many bytes all parts that are read may have together, unpacked.

    Raises:
        BestandFout: no whole zip file, or one that unpacks to more than any letter needs.
    """

    def __init__(self, inhoud: bytes, *, samen: int = grenzen.XML_SAMEN) -> None:
        self._inhoud = inhoud
        self._rest = samen
        self._delen = {sleutel(deel.naam): deel for deel in _directory(inhoud)}
        if sum(deel.uitgepakt for deel in self._delen.values()) > grenzen.UITGEPAKT:
            raise te_groot(f"uitgepakt meer dan {grenzen.UITGEPAKT // 1_000_000} MB")

    def __contains__(self, naam: str) -> bool:
        return sleutel(naam) in self._delen

    @property
    def namen(self) -> tuple[str, ...]:
        """The names of the parts as they are written, in the order of the directory."""
        return tuple(deel.naam for deel in self._delen.values())

    def heeft_map(self, map_: str) -> bool:
        """Whether there are parts in a folder."""
        return any(naam.startswith(map_) for naam in self._delen)

    def deel(self, naam: str, *, grens: int = grenzen.XMLDEEL) -> bytes | None:
        """One part unpacked, or None where it is not there.

        Raises:
            BestandFout: encrypted, damaged, or larger than ``grens`` bytes.
        """
        deel = self._delen.get(sleutel(naam))
        if deel is None:
            return None
        if deel.vlaggen & _BEVEILIGD:
            raise met_wachtwoord()
        inhoud = _pak_uit(self._ingepakt(deel), deel.methode, min(grens, self._rest))
        if zlib.crc32(inhoud) != deel.controlegetal:
            raise beschadigd()
        self._rest -= len(inhoud)
        return inhoud

    def _ingepakt(self, deel: _Deel) -> bytes:
        kop = self._inhoud[deel.plek : deel.plek + _KOPVORM.size]
        if len(kop) < _KOPVORM.size or not kop.startswith(_KOP):
            raise beschadigd()
        begin = deel.plek + _KOPVORM.size + sum(_KOPVORM.unpack(kop))
        return self._inhoud[begin : begin + deel.ingepakt]


def sleutel(naam: str) -> str:
    r"""The name of a part as it is looked up: names differ in case and slashes only by accident.

    >>> sleutel("/word\\Document.xml")
    'word/document.xml'
    """
    return naam.replace("\\", "/").lstrip("/").lower()


def beschadigd() -> BestandFout:
    """The error for a file that breaks off or does not add up."""
    return BestandFout(
        "het bestand is beschadigd of niet volledig",
        doe="open het in de tekstverwerker en bewaar het opnieuw, of haal het nog eens op",
    )


def met_wachtwoord() -> BestandFout:
    """The error for a file that asks for a password."""
    return BestandFout(
        "het bestand is met een wachtwoord beveiligd",
        doe="haal het wachtwoord eraf en probeer het opnieuw",
    )


def _directory(inhoud: bytes) -> list[_Deel]:
    """What the directory at the end of the file lists; something may stand before the zip file."""
    slot = inhoud.rfind(_SLOT, max(0, len(inhoud) - _LANGSTE_SLOT))
    if slot < 0 or len(inhoud) < slot + _SLOTVORM.size:
        raise beschadigd()
    _, aantal, lengte, begin, _ = _SLOTVORM.unpack_from(inhoud, slot)
    vooraf = slot - lengte - begin
    if vooraf < 0:
        raise beschadigd()
    if aantal > grenzen.ZIPDELEN:
        raise te_groot(f"meer dan {grenzen.ZIPDELEN} onderdelen")
    delen = []
    plek = slot - lengte
    for _ in range(aantal):
        deel, plek = _ingang(inhoud, plek, slot, vooraf)
        delen.append(deel)
    return delen


def _ingang(inhoud: bytes, plek: int, einde: int, vooraf: int) -> tuple[_Deel, int]:
    """One entry of the directory, and where the next begins."""
    if plek + _INGANGVORM.size > einde or not inhoud.startswith(_INGANG, plek):
        raise beschadigd()
    vlaggen, methode, getal, ingepakt, uitgepakt, naam, extra, uitleg, kop = (
        _INGANGVORM.unpack_from(inhoud, plek)
    )
    if _ZIP64 in (ingepakt, uitgepakt, kop):
        raise te_groot("het is een zip64-bestand")
    begin = plek + _INGANGVORM.size
    tekst = inhoud[begin : begin + naam].decode("utf-8" if vlaggen & _UTF8 else "cp437", "replace")
    deel = _Deel(tekst, vlaggen, methode, getal, ingepakt, uitgepakt, vooraf + kop)
    return deel, begin + naam + extra + uitleg


def _pak_uit(ingepakt: bytes, methode: int, grens: int) -> bytes:
    """Unpack as far as the limit and no further, whatever the directory says.

    Raises:
        BestandFout: damaged, packed in another way, or larger than the limit.
    """
    if methode == _OPGESLAGEN:
        inhoud = ingepakt
    elif methode == _INGEDIKT:
        pers = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            inhoud = pers.decompress(ingepakt, grens + 1)
        except zlib.error as fout:
            raise beschadigd() from fout
    else:
        raise beschadigd()
    if len(inhoud) > grens:
        raise te_groot("de tekst is groter dan die van welke brief ook")
    return inhoud
