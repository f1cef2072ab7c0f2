"""A zip file (.docx, .odt) read part by part, within limits and without trusting its directory."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Final

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.passages import te_groot
from wiktool.kern.fouten import BestandFout

_DIRECTORYREGEL: Final = b"PK\x01\x02"
_TOEGESTAAN: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ZIPFOUTEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile raises over damaged input, besides its own exception."""
_BEVEILIGD: Final = 0x1


class Pakket:
    """The parts of a zip file by name.

    Raises:
        BestandFout: no whole zip file, or one that unpacks to more than any letter needs.
    """

    def __init__(self, inhoud: bytes) -> None:
        if inhoud.count(_DIRECTORYREGEL) > grenzen.ZIPDELEN:
            raise te_groot(f"meer dan {grenzen.ZIPDELEN} onderdelen")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(inhoud))
            delen = self._zip.infolist()
        except _ZIPFOUTEN as fout:
            raise beschadigd() from fout
        if sum(deel.file_size for deel in delen) > grenzen.UITGEPAKT:
            raise te_groot(f"uitgepakt meer dan {grenzen.UITGEPAKT // 1_000_000} MB")
        self._delen = {sleutel(deel.filename): deel for deel in delen}
        self._gelezen = 0

    def __contains__(self, naam: str) -> bool:
        return sleutel(naam) in self._delen

    @property
    def namen(self) -> tuple[str, ...]:
        """The names of the parts, in lower case, in the order of the directory."""
        return tuple(self._delen)

    def deel(self, naam: str, *, grens: int = grenzen.XMLDEEL) -> bytes | None:
        """One part unpacked, or None where it is not there.

        Raises:
            BestandFout: encrypted, damaged, or larger than ``grens`` bytes.
        """
        info = self._delen.get(sleutel(naam))
        if info is None:
            return None
        if info.flag_bits & _BEVEILIGD:
            raise met_wachtwoord()
        if info.compress_type not in _TOEGESTAAN:
            raise beschadigd()
        grens = min(grens, grenzen.XML_SAMEN - self._gelezen)
        try:
            with self._zip.open(info) as stroom:
                inhoud = stroom.read(grens + 1)
        except _ZIPFOUTEN as fout:
            raise beschadigd() from fout
        if len(inhoud) > grens:
            raise te_groot("de tekst is groter dan die van welke brief ook")
        self._gelezen += len(inhoud)
        return inhoud


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


def sleutel(naam: str) -> str:
    r"""The name of a part as it is looked up: names differ in case and slashes only by accident.

    >>> sleutel("/word\\Document.xml")
    'word/document.xml'
    """
    return naam.replace("\\", "/").lstrip("/").lower()
