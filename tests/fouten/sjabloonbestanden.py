"""Word templates that are broken, made when the museum opens."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def alinea(tekst: str) -> str:
    return f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>"


def maak(map_: Path, docx: Callable[[str], bytes]) -> None:
    """Write them all; ``docx`` makes a Word file of a body."""
    sjablonen = {
        "tag.docx": alinea("Geachte {{ schuldenaar.naam"),
        "naam.docx": alinea("Geachte {{ debiteur }}"),
        "veld.docx": alinea("Geachte {{ schuldenaar.achternaam }}"),
        "kenmerk.docx": alinea("{{ schuldenaar.__class__ }}"),
        "rekenen.docx": alinea("{{ 1 / 0 }}"),
        "maal.docx": alinea(
            "{% for a in 'x' * 999 %}{% for b in 'x' * 999 %}y{% endfor %}{% endfor %}"
        ),
        "open.docx": alinea("{% for f in facturen %}") + alinea("{% endfor %}{% for"),
        "half.docx": alinea("{% if is_wik %}") + "<w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p>",
        "knoop.docx": alinea("{% if is_wik %}Betaal nu.{% endfor %}"),
        "streep.docx": alinea("{{ onderwerp | }}"),
        "kaal.docx": alinea("Betaal nu."),
        "mager.docx": alinea("Geachte {{ schuldenaar.naam }}, betaal nu."),
    }
    for naam, lichaam in sjablonen.items():
        (map_ / naam).write_bytes(docx(lichaam))
    (map_ / "bom.docx").write_bytes(_bom())
    (map_ / "zonder_tekst.docx").write_bytes(_zonder_lichaam(docx))
    for naam, inhoud in {
        "logo.txt": b"geen afbeelding",
        "logo.png": b"\x89PNG\r\n\x1a\n",
        "half.png": _png(10, 10)[:-20],
        "reus.png": _png(19_000, 19_000),
    }.items():
        (map_ / naam).write_bytes(inhoud)
        huis = map_ / f"huis_{naam.replace('.', '_')}"
        huis.mkdir()
        (huis / "wiktool.toml").write_text(f'[huisstijl]\nlogo = "../{naam}"\n', encoding="utf-8")


def _png(breedte: int, hoogte: int) -> bytes:
    stukken = (
        (b"IHDR", struct.pack(">IIBBBBB", breedte, hoogte, 1, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(breedte // 8 + 1) * 10)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(inhoud))
        + naam
        + inhoud
        + struct.pack(">I", zlib.crc32(naam + inhoud))
        for naam, inhoud in stukken
    )


def _bom() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        pakket.writestr("word/document.xml", b"\0" * 300_000_000)
    return uit.getvalue()


def _zonder_lichaam(docx: Callable[[str], bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx("x"))) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, oud.read(naam).replace(b"w:body", b"w:leeg"))
    return uit.getvalue()
