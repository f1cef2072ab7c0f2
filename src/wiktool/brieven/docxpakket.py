"""A Word file as parts: read within limits, written fast and always the same.

Parts that do not change are kept compressed and copied; a letter only compresses its own.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from wiktool.kern.fouten import SjabloonFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GRENS: Final = 25_000_000
"""Bytes a template may hold, unpacked."""
MAX_DELEN: Final = 500
NIVEAU, NIVEAU_VAST = 3, 9
"""How hard a part is compressed: each letter's own, and what all letters share. At 6 a letter is a
twelfth smaller and takes three times as long to compress."""
_DATUM: Final = 0x0021
"""1 January 1980, the first day a zip can hold."""
_LOKAAL: Final = struct.Struct("<IHHHHHIIIHH")
_CENTRAAL: Final = struct.Struct("<IHHHHHHIIIHHHHHII")
_EINDE: Final = struct.Struct("<IHHHHIIH")


def lees_pakket(inhoud: bytes, plaats: str) -> dict[str, bytes]:
    """All parts by name, in the order of the file.

    Raises:
        SjabloonFout: no zip, a broken one, one without a letter in it, or one that is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            lijst = [deel for deel in pakket.infolist() if not deel.is_dir()]
            omvang = sum(deel.file_size for deel in lijst)
            if omvang > GRENS or len(lijst) > MAX_DELEN:
                raise SjabloonFout(
                    f"het sjabloon is te groot ({omvang // 1_000_000} MB uitgepakt)",
                    doe=f"houd het onder {GRENS // 1_000_000} MB; verklein de afbeeldingen",
                    plaats=plaats,
                )
            delen = {deel.filename: pakket.read(deel) for deel in lijst}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fout:
        raise SjabloonFout(
            "dit is geen leesbaar Word-bestand (.docx)",
            doe="bewaar het sjabloon opnieuw als .docx",
            plaats=plaats,
        ) from fout
    return delen


class Deel:
    """One part, compressed; ready to be put at any place in a zip."""

    __slots__ = ("crc", "data", "lengte", "methode", "naam")

    def __init__(self, naam: str, inhoud: bytes, niveau: int = NIVEAU) -> None:
        self.naam = naam.encode()
        self.lengte = len(inhoud)
        self.crc = zlib.crc32(inhoud)
        pers = zlib.compressobj(niveau, zlib.DEFLATED, -15)
        klein = pers.compress(inhoud) + pers.flush()
        self.methode = 8 if len(klein) < self.lengte else 0
        self.data = klein if self.methode else inhoud

    def lokaal(self) -> bytes:
        """The header that stands before the data."""
        return (
            _LOKAAL.pack(
                0x04034B50,
                20,
                0x0800,
                self.methode,
                0,
                _DATUM,
                self.crc,
                len(self.data),
                self.lengte,
                len(self.naam),
                0,
            )
            + self.naam
        )

    def centraal(self, plaats: int) -> bytes:
        """The line in the directory at the end of the zip."""
        return (
            _CENTRAAL.pack(
                0x02014B50,
                20,
                20,
                0x0800,
                self.methode,
                0,
                _DATUM,
                self.crc,
                len(self.data),
                self.lengte,
                len(self.naam),
                0,
                0,
                0,
                0,
                0,
                plaats,
            )
            + self.naam
        )


def schrijf_pakket(delen: Iterable[Deel]) -> bytes:
    """The zip; the same parts give the same bytes."""
    stukken: list[bytes] = []
    register: list[bytes] = []
    plaats = 0
    for deel in delen:
        kop = deel.lokaal()
        register.append(deel.centraal(plaats))
        stukken += (kop, deel.data)
        plaats += len(kop) + len(deel.data)
    lijst = b"".join(register)
    aantal = len(register)
    einde = _EINDE.pack(0x06054B50, 0, 0, aantal, aantal, len(lijst), plaats, 0)
    return b"".join((*stukken, lijst, einde))


def relaties_van(delen: Mapping[str, bytes], naam: str) -> dict[str, str]:
    """The parts a part refers to, by relationship id.

    >>> relaties_van({}, "word/document.xml")
    {}
    """
    from lxml import etree

    map_, _, bestand = naam.rpartition("/")
    inhoud = delen.get(f"{map_}/_rels/{bestand}.rels")
    if inhoud is None:
        return {}
    return {
        relatie.get("Id", ""): _oplossen(map_, relatie.get("Target", ""))
        for relatie in etree.fromstring(inhoud)
        if relatie.get("TargetMode") != "External"
    }


def _oplossen(map_: str, doel: str) -> str:
    """A target relative to its part, as a name in the package."""
    from posixpath import normpath

    return normpath(doel.lstrip("/") if doel.startswith("/") else f"{map_}/{doel}")
