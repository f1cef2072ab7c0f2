"""Files as they come: read whole within a limit, or refused in words a user understands."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from wiktool.kern.fouten import BestandFout, systeemreden

STDIN: Final = "-"
"""The name that stands for standard input."""

MEGABYTE: Final = 1_000_000
_GEWOON: Final = 64 * 1024
"""Bytes of an ordinary file: room for the limit is only made where a file is larger."""

_HERKENBAAR: Final = (
    (b"PK\x03\x04", "een Word- of Excelbestand (of een zip)"),
    (b"%PDF", "een pdf"),
    (b"\xd0\xcf\x11\xe0", "een oud Office-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"\x1f\x8b", "een gecomprimeerd bestand"),
)


def lees_bytes(pad: Path, *, grens: int) -> bytes:
    """Read a file whole.

    Eenheid: bytes. Special files such as ``/dev/stdin`` and pipes are read as far as the limit.

    Raises:
        BestandFout: missing, a folder, unreadable, empty, or larger than the limit.
    """
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(_GEWOON)
            if len(inhoud) == _GEWOON:
                inhoud += bestand.read(grens + 1 - _GEWOON)
    except OSError as fout:
        raise openen_mislukt(pad, fout) from fout
    except ValueError as fout:  # a NUL byte in the name
        raise BestandFout("dat is geen bestandsnaam", plaats=repr(str(pad))) from fout
    return _binnen_de_grens(inhoud, grens, str(pad))


def lees_stdin(stroom: BinaryIO, *, grens: int) -> bytes:
    """Read standard input whole.

    Raises:
        BestandFout: nothing came in, or more than the limit.
    """
    return _binnen_de_grens(stroom.read(grens + 1), grens, "standaardinvoer")


def openen_mislukt(pad: Path, fout: OSError) -> BestandFout:
    """The error for a file that cannot be opened."""
    plaats = str(pad)
    if isinstance(fout, FileNotFoundError):
        return BestandFout("bestand niet gevonden", doe="controleer naam en map", plaats=plaats)
    if isinstance(fout, IsADirectoryError):
        return BestandFout(
            "dit is een map, geen bestand", doe="noem een bestand in die map", plaats=plaats
        )
    if isinstance(fout, PermissionError):
        return BestandFout("geen toestemming om te lezen", doe="pas de rechten aan", plaats=plaats)
    return BestandFout(f"lezen mislukt: {systeemreden(fout)}", plaats=plaats)


def als_utf8(inhoud: bytes, plaats: str) -> str:
    r"""Decode a text file that must be UTF-8 (a byte order mark is dropped; UTF-16 needs one).

    Raises:
        BestandFout: not text at all, or text in another encoding; the line is named.

    >>> als_utf8(b"\xef\xbb\xbfnaam", "x.toml")
    'naam'
    >>> als_utf8(b"naam = 'Ren\xe9'", "x.toml")
    Traceback (most recent call last):
        ...
    wiktool.kern.fouten.BestandFout: x.toml: regel 1 is geen UTF-8
    """
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return inhoud.decode("utf-16")
        except UnicodeDecodeError as fout:
            raise BestandFout("het bestand is beschadigd (UTF-16)", plaats=plaats) from fout
    weiger_binair(inhoud, plaats)
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise BestandFout(
            f"regel {regel} is geen UTF-8", doe="bewaar het bestand als UTF-8", plaats=plaats
        ) from fout


def weiger_binair(inhoud: bytes, plaats: str) -> None:
    """Refuse what is not a text file.

    Raises:
        BestandFout: the file starts as a known binary format, or holds a NUL byte.
    """
    for begin, soort in _HERKENBAAR:
        if inhoud.startswith(begin):
            raise BestandFout(f"dit is {soort}, geen tekstbestand", plaats=plaats)
    if b"\0" in inhoud:
        raise BestandFout("dit is geen tekstbestand", plaats=plaats)


def _binnen_de_grens(inhoud: bytes, grens: int, plaats: str) -> bytes:
    if not inhoud.strip():
        raise BestandFout("het bestand is leeg", plaats=plaats)
    if len(inhoud) > grens:
        raise BestandFout(
            f"het bestand is groter dan {grens // MEGABYTE} MB",
            doe="controleer of dit het goede bestand is",
            plaats=plaats,
        )
    return inhoud
