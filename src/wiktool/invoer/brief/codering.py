"""Bytes to text: the encodings Dutch letters come in, recognised without being told."""

from __future__ import annotations

import codecs
import re
from typing import Final

from wiktool.kern.fouten import BestandFout

_MERKEN: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BEKEND: Final = re.compile(
    r"utf-?(8|16|32)|utf-(16|32)-(le|be)|iso8859-\d+|cp125\d|ascii|mac-roman|cp(437|850|858)"
)
"""The encodings a file may name itself, as Python calls them; others are not believed."""
_BESTURING: Final = re.compile("[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_MONSTER: Final = 4_000
_BINAIR_VANAF: Final = 0.005


def ontcijfer(inhoud: bytes, *, opgegeven: str = "") -> str:
    r"""Decode a text: by its byte order mark, else as told, else UTF-8, else Windows-1252.

    Line ends become ``\n``.

    Raises:
        BestandFout: not text, or text that breaks off in the middle of a character.

    >>> ontcijfer("één € 40,–".encode("cp1252")), ontcijfer("é".encode("utf-16"))
    ('één € 40,–', 'é')
    """
    tekst = _ontcijferd(inhoud, opgegeven).replace("\r\n", "\n").replace("\r", "\n")
    tekst = tekst.removesuffix("\x1a")
    monster = tekst[:_MONSTER]
    besturing = len(_BESTURING.findall(monster))
    if "\0" in tekst or besturing > max(1, _BINAIR_VANAF * len(monster)):
        raise geen_tekst()
    return tekst


def geen_tekst() -> BestandFout:
    """The error for bytes that are no text in any encoding."""
    return BestandFout(
        "het bestand is geen tekst maar iets anders (binair)",
        doe="geef de brief als .docx, .pdf, .odt, .html, .eml, .txt of .md",
    )


def _ontcijferd(inhoud: bytes, opgegeven: str) -> str:
    for merk, codering in _MERKEN:
        if inhoud.startswith(merk):
            return _strikt(inhoud[len(merk) :], codering)
    codering = _codering(opgegeven) or _zonder_merk(inhoud)
    for kandidaat in filter(None, (codering, "utf-8", "cp1252")):
        try:
            return inhoud.decode(kandidaat)
        except UnicodeDecodeError:
            continue
    return inhoud.decode("latin-1")


def _codering(opgegeven: str) -> str:
    """The encoding a file names, if it is one that can be believed; Latin-1 means Windows-1252."""
    try:
        naam = codecs.lookup(opgegeven.strip().strip("\"'")).name if opgegeven else ""
    except (LookupError, ValueError):
        return ""
    if naam in ("iso8859-1", "ascii"):
        return "" if naam == "ascii" else "cp1252"
    return naam if _BEKEND.fullmatch(naam) else ""


def _zonder_merk(inhoud: bytes) -> str:
    """UTF-16 without a byte order mark shows as a zero in every second byte."""
    monster = inhoud[:_MONSTER]
    even, oneven = monster[::2].count(0), monster[1::2].count(0)
    if oneven * 4 > len(monster) and even * 20 < len(monster):
        return "utf-16-le"
    if even * 4 > len(monster) and oneven * 20 < len(monster):
        return "utf-16-be"
    return ""


def _strikt(inhoud: bytes, codering: str) -> str:
    try:
        return inhoud.decode(codering)
    except UnicodeDecodeError as fout:
        raise BestandFout(
            f"het bestand zegt {codering.upper()} te zijn, maar is dat niet: het is beschadigd",
            doe="bewaar het opnieuw als UTF-8",
        ) from fout
