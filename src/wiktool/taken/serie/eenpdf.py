"""All letters of a batch in one pdf, for the printer."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from wiktool.kern.fouten import BestandFout
from wiktool.taken.wegschrijven import schrijf_bestand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PER_STUK: Final = 500
"""Letters in one file; more would make memory grow with the letters, and jam a printer."""


def voeg_samen(brieven: Sequence[Path], map_: Path, naam: str = "brieven") -> list[Path]:
    """Join letters into ``brieven.pdf``, or ``brieven-001.pdf`` and on when there are many.

    Raises:
        BestandFout: a letter has gone or is no pdf, or the disk refuses.
    """
    stukken = [brieven[begin : begin + PER_STUK] for begin in range(0, len(brieven), PER_STUK)]
    geschreven = []
    for nummer, stuk in enumerate(stukken, start=1):
        achtervoegsel = f"-{nummer:03}" if len(stukken) > 1 else ""
        pad = map_ / f"{naam}{achtervoegsel}.pdf"
        schrijf_bestand(pad, _een(stuk), overschrijf=True)
        geschreven.append(pad)
    return geschreven


def _een(brieven: Sequence[Path]) -> bytes:
    import pypdfium2  # type: ignore[import-untyped]

    samen = pypdfium2.PdfDocument.new()
    try:
        for pad in brieven:
            try:
                brief = pypdfium2.PdfDocument(pad)
            except (pypdfium2.PdfiumError, OSError) as fout:
                raise BestandFout("deze brief is weg of beschadigd", plaats=str(pad)) from fout
            samen.import_pages(brief)
            brief.close()
        uit = io.BytesIO()
        samen.save(uit)
        return uit.getvalue()
    finally:
        samen.close()
