"""How fast letters are read and checked, beside the readers others would use.

Run: ``make meting`` or ``python benchmarks/lezen.py``. One letter of one page that wiktool made
itself, as Word file and as pdf. The readers take turns, so that a busy machine slows them all; the
figures are medians. python-docx gives the paragraphs of the body only, pypdf the text of the page.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pypdf
import pypdfium2
from docx2python import docx2python

from wiktool import Toetsgegevens, lees_brief_bytes, toets
from wiktool.cli.hoofd import hoofd

RONDEN = 80
DOELEN = {"docx": 300, "pdf": 100}
"""Letters a second on one core, read and checked."""
VOORBEELD = Path(__file__).parents[1] / "docs" / "voorbeelden" / "dossier.toml"
GEGEVENS = Toetsgegevens(peildatum=date(2026, 11, 21))

Lezer = Callable[[bytes], object]


def met_python_docx(inhoud: bytes) -> object:
    return [alinea.text for alinea in docx.Document(io.BytesIO(inhoud)).paragraphs]


def met_docx2python(inhoud: bytes) -> object:
    with docx2python(io.BytesIO(inhoud)) as gelezen:
        return gelezen.text


def met_pypdf(inhoud: bytes) -> object:
    return [bladzijde.extract_text() for bladzijde in pypdf.PdfReader(io.BytesIO(inhoud)).pages]


def met_pypdfium2(inhoud: bytes) -> object:
    document = pypdfium2.PdfDocument(inhoud)
    teksten = [bladzijde.get_textpage().get_text_range() for bladzijde in document]
    document.close()
    return teksten


def lees_en_toets(inhoud: bytes) -> object:
    return toets(lees_brief_bytes(inhoud), GEGEVENS)


LEZERS: dict[str, dict[str, Lezer]] = {
    "docx": {
        "wiktool": lees_brief_bytes,
        "python-docx": met_python_docx,
        "docx2python": met_docx2python,
        "wiktool, read and checked": lees_en_toets,
    },
    "pdf": {
        "wiktool": lees_brief_bytes,
        "pypdfium2 in the same process": met_pypdfium2,
        "pypdf": met_pypdf,
        "wiktool, read and checked": lees_en_toets,
    },
}


def maak(formaat: str, map_: Path) -> bytes:
    pad = map_ / f"brief.{formaat}"
    opdracht = ["brief", "wik", str(VOORBEELD), "--datum", "2026-11-21", "--uit", str(pad)]
    if hoofd([*opdracht, "--geen-vragen"]) != 0:
        raise SystemExit("the example letter could not be made")
    return pad.read_bytes()


def meet(lezers: dict[str, Lezer], inhoud: bytes) -> dict[str, float]:
    """Median milliseconds of each reader."""
    duren: dict[str, list[float]] = {naam: [] for naam in lezers}
    for _ in range(RONDEN):
        for naam, lees in lezers.items():
            begin = time.perf_counter()
            lees(inhoud)
            duren[naam].append((time.perf_counter() - begin) * 1000)
    return {naam: statistics.median(gemeten[5:]) for naam, gemeten in duren.items()}


def main() -> int:
    warnings.simplefilter("ignore")
    gehaald = True
    with tempfile.TemporaryDirectory() as map_:
        brieven = {formaat: maak(formaat, Path(map_)) for formaat in LEZERS}
    print(f"\n{'':38}{'ms':>8}{'a second':>10}{'× wiktool':>11}")
    for formaat, lezers in LEZERS.items():
        gemeten = meet(lezers, brieven[formaat])
        for naam, ms in gemeten.items():
            maal = ms / gemeten["wiktool"]
            print(f"{formaat + ': ' + naam:38}{ms:8.2f}{1000 / ms:10.0f}{maal:11.1f}")
        snelheid = 1000 / gemeten["wiktool, read and checked"]
        gehaald = gehaald and snelheid >= DOELEN[formaat]
        woord = "met" if snelheid >= DOELEN[formaat] else "NOT met"
        print(f"  goal: {DOELEN[formaat]} letters a second read and checked: {woord}")
    return 0 if gehaald else 1


if __name__ == "__main__":
    sys.exit(main())
