"""Files out: whole or not at all, and never over another file by accident."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from wiktool.kern.fouten import BestandFout, systeemreden

_LANG = 80
"""Characters of a name in a message."""


def mag_schrijven(pad: Path, *, overschrijf: bool) -> None:
    """Refuse a place where nothing may be written, before any work is done.

    Raises:
        BestandFout: the file exists, or its folder does not.
    """
    try:
        is_map = pad.is_dir()
    except OSError as fout:  # a name that is too long, or a folder that is closed to this user
        wat, doe = (
            ("hier kan niet worden geschreven", "kies een map waarin u mag schrijven")
            if isinstance(fout, PermissionError)
            else ("zo kan een bestand niet heten", "kies een kortere naam")
        )
        raise BestandFout(
            f"{wat}: {systeemreden(fout)}",
            doe=doe,
            plaats=_kort(str(pad)),
        ) from fout
    if is_map:
        raise BestandFout("dit is een map", doe="noem een bestand in die map", plaats=str(pad))
    if not overschrijf and os.path.lexists(pad):
        raise BestandFout(
            "het bestand bestaat al",
            doe="kies een andere naam, of geef --overschrijf",
            plaats=str(pad),
        )
    if not pad.parent.is_dir():
        raise BestandFout(
            "de map bestaat niet", doe=f"maak eerst de map {pad.parent}", plaats=str(pad)
        )


def schrijf_bestand(pad: Path, inhoud: bytes, *, overschrijf: bool = False) -> None:
    """Write a file whole: to a temporary one beside it, then in one step to its own name.

    Raises:
        BestandFout: the file exists, its folder does not, or the disk refuses.
    """
    mag_schrijven(pad, overschrijf=overschrijf)
    try:
        greep, naam = tempfile.mkstemp(prefix=f".{pad.name[:40]}.", dir=pad.parent)
        tijdelijk = Path(naam)
        try:
            with os.fdopen(greep, "wb") as bestand:
                bestand.write(inhoud)
            tijdelijk.chmod(0o666 & ~_umask())
            _plaats(tijdelijk, pad, overschrijf=overschrijf)
        finally:
            with suppress(FileNotFoundError):
                tijdelijk.unlink()
    except FileExistsError:
        mag_schrijven(pad, overschrijf=overschrijf)
        raise
    except OSError as fout:
        raise BestandFout(f"schrijven mislukt: {systeemreden(fout)}", plaats=str(pad)) from fout


def _kort(naam: str) -> str:
    return naam if len(naam) <= _LANG else f"{naam[:_LANG]}…"


def _plaats(tijdelijk: Path, pad: Path, *, overschrijf: bool) -> None:
    """Give the file its name; without permission to overwrite, a newcomer keeps the name."""
    if overschrijf:
        tijdelijk.replace(pad)
        return
    try:
        os.link(tijdelijk, pad)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        tijdelijk.replace(pad)


def _umask() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return masker
