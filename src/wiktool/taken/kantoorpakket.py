"""A user's own Word template as PDF, by LibreOffice if the machine has it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from wiktool.kern.fouten import NietMogelijk

_NAMEN: Final = ("soffice", "libreoffice")
_SECONDEN: Final = 120


def docx_naar_pdf(inhoud: bytes) -> bytes:
    """Convert a Word letter.

    Raises:
        NietMogelijk: LibreOffice is not installed, or refuses the letter.
    """
    programma = next(filter(None, map(shutil.which, _NAMEN)), None)
    if programma is None:
        raise NietMogelijk(
            "een eigen Word-sjabloon wordt alleen met LibreOffice een pdf, en dat is er niet",
            doe="kies .docx en bewaar de brief in Word als pdf, of installeer LibreOffice",
        )
    with TemporaryDirectory(prefix="wiktool-") as naam:
        map_ = Path(naam)
        (map_ / "brief.docx").write_bytes(inhoud)
        opdracht = [
            programma,
            f"-env:UserInstallation={(map_ / 'profiel').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            naam,
            str(map_ / "brief.docx"),
        ]
        try:
            subprocess.run(opdracht, check=True, capture_output=True, timeout=_SECONDEN)  # noqa: S603
            return (map_ / "brief.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as fout:
            raise NietMogelijk(
                "LibreOffice kan van deze brief geen pdf maken",
                doe="open de .docx in Word of LibreOffice en bewaar hem daar als pdf",
            ) from fout
