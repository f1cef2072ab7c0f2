"""A zip file (.docx, .odt) read part by part, within limits and without trusting its directory.

Read here and not by the standard library, which takes a hundredth of a second to load and longer
over the directory than the letter takes to read, and which answers damage with a dozen kinds of
exceptions. Only what office programs write is read: stored or deflated parts, no zip64.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.passages import te_groot
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Callable

_Geduid = TypeVar("_Geduid")

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
_ONTHOUDEN: Final = 32
"""Parts of which it is remembered what they say: those of a few templates."""
_ONTHOUDBAAR: Final = 100_000
"""Bytes of a packed part that is remembered."""


class _Ingang(NamedTuple):
    """What the directory says of a part, in its order; ``naam`` to ``uitleg`` are lengths."""

    vlaggen: int
    methode: int
    controlegetal: int
    ingepakt: int
    uitgepakt: int
    naam: int
    extra: int
    uitleg: int
    kop: int


class _Verpakt:
    """A packed part; the same as another that was packed from the same bytes in the same way."""

    __slots__ = ("controlegetal", "grens", "ingepakt", "methode")

    def __init__(self, ingepakt: bytes, methode: int, controlegetal: int, grens: int) -> None:
        self.ingepakt = ingepakt
        self.methode = methode
        self.controlegetal = controlegetal
        self.grens = grens
        """How many bytes it may unpack to; no part of what it is."""

    def __eq__(self, ander: object) -> bool:
        return (
            isinstance(ander, _Verpakt)
            and self.controlegetal == ander.controlegetal
            and self.methode == ander.methode
            and self.ingepakt == ander.ingepakt
        )

    def __hash__(self) -> int:
        return self.controlegetal

    def uitgepakt(self) -> bytes:
        """Its bytes.

        Raises:
            BestandFout: damaged, or larger than the limit.
        """
        inhoud = _pak_uit(self.ingepakt, self.methode, self.grens)
        if zlib.crc32(inhoud) != self.controlegetal:
            raise beschadigd()
        return inhoud


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
        self._ingangen, self._vooraf = _directory(inhoud)
        if sum([ingang.uitgepakt for _, ingang in self._ingangen.values()]) > grenzen.UITGEPAKT:
            raise te_groot(f"uitgepakt meer dan {grenzen.UITGEPAKT // 1_000_000} MB")

    def __contains__(self, naam: str) -> bool:
        return sleutel(naam) in self._ingangen

    @property
    def namen(self) -> tuple[str, ...]:
        """The names of the parts as they are written, in the order of the directory."""
        return tuple(naam for naam, _ in self._ingangen.values())

    def heeft_map(self, map_: str) -> bool:
        """Whether there are parts in a folder."""
        return any(naam.startswith(map_) for naam in self._ingangen)

    def deel(self, naam: str, *, grens: int = grenzen.XMLDEEL) -> bytes | None:
        """One part unpacked, or None where it is not there.

        Raises:
            BestandFout: encrypted, damaged, or larger than ``grens`` bytes.
        """
        verpakt = self._verpakt(naam, grens)
        if verpakt is None:
            return None
        inhoud = verpakt.uitgepakt()
        self._rest -= len(inhoud)
        return inhoud

    def geduid(self, naam: str, duid: Callable[..., _Geduid], *anders: object) -> _Geduid | None:
        """What ``duid(inhoud, *anders)`` says of a part, or None where the part is not there.

        It is remembered: a part that is packed the same in the next letter is not unpacked again,
        but counts all the same as one that is read. So ``duid`` says nothing that can be changed.

        Raises:
            BestandFout: as :meth:`deel`, or from ``duid``.
        """
        verpakt = self._verpakt(naam, grenzen.XMLDEEL)
        if verpakt is None:
            return None
        onthoudt = _duid if len(verpakt.ingepakt) <= _ONTHOUDBAAR else _duid.__wrapped__
        lengte, uitkomst = onthoudt(verpakt, duid, *anders)
        if lengte > verpakt.grens:
            raise _te_veel_uitgepakt()
        self._rest -= lengte
        return uitkomst  # type: ignore[no-any-return]

    def _verpakt(self, naam: str, grens: int) -> _Verpakt | None:
        gevonden = self._ingangen.get(sleutel(naam))
        if gevonden is None:
            return None
        ingang = gevonden[1]
        if ingang.vlaggen & _BEVEILIGD:
            raise met_wachtwoord()
        plek = self._vooraf + ingang.kop
        if plek + _KOPVORM.size > len(self._inhoud) or not self._inhoud.startswith(_KOP, plek):
            raise beschadigd()
        begin = plek + _KOPVORM.size + sum(_KOPVORM.unpack_from(self._inhoud, plek))
        ingepakt = self._inhoud[begin : begin + ingang.ingepakt]
        return _Verpakt(ingepakt, ingang.methode, ingang.controlegetal, min(grens, self._rest))


@lru_cache(maxsize=_ONTHOUDEN)
def _duid(verpakt: _Verpakt, duid: Callable[..., Any], *anders: object) -> tuple[int, Any]:
    """How long a part is, and what is to be said of it."""
    inhoud = verpakt.uitgepakt()
    return len(inhoud), duid(inhoud, *anders)


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


def _directory(inhoud: bytes) -> tuple[dict[str, tuple[str, _Ingang]], int]:
    """The directory at the end of the file, and how many bytes stand before the zip file.

    Of each part, by the name it is looked up with, the name as written and what is said of it.
    """
    slot = inhoud.rfind(_SLOT, max(0, len(inhoud) - _LANGSTE_SLOT))
    if slot < 0 or len(inhoud) < slot + _SLOTVORM.size:
        raise beschadigd()
    _, aantal, lengte, begin, _ = _SLOTVORM.unpack_from(inhoud, slot)
    vooraf = slot - lengte - begin
    if vooraf < 0:
        raise beschadigd()
    if aantal > grenzen.ZIPDELEN:
        raise te_groot(f"meer dan {grenzen.ZIPDELEN} onderdelen")
    ingangen = {}
    plek = slot - lengte
    for _ in range(aantal):
        if plek + _INGANGVORM.size > slot or not inhoud.startswith(_INGANG, plek):
            raise beschadigd()
        ingang = _Ingang._make(_INGANGVORM.unpack_from(inhoud, plek))
        if _ZIP64 in (ingang.ingepakt, ingang.uitgepakt, ingang.kop):
            raise te_groot("het is een zip64-bestand")
        plek += _INGANGVORM.size
        ruw = inhoud[plek : plek + ingang.naam]
        codering = "utf-8" if ingang.vlaggen & _UTF8 or ruw.isascii() else "cp437"
        naam = ruw.decode(codering, "replace")
        ingangen[sleutel(naam)] = naam, ingang
        plek += ingang.naam + ingang.extra + ingang.uitleg
    return ingangen, vooraf


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
        raise _te_veel_uitgepakt()
    return inhoud


def _te_veel_uitgepakt() -> BestandFout:
    return te_groot("de tekst is groter dan die van welke brief ook")
