"""How fast letters are read and checked, on one core, beside the readers others would use.

Run: ``make meting`` or ``python benchmarks/controle.py [LETTERS]``. Two piles, each as Word files
and as pdf: letters of one office (reminders and fourteen-day letters in three tones, every letter
another debtor, other invoices and other amounts), and the letters that many hands wrote for the
tests, laid out plainly. No letter occurs twice. Every pile goes through ``kijk_na``, as
``wiktool controleer MAP`` does; python-docx, docx2python and pypdf only read. All processes are
kept on one core, and the clock counts; the peers take turns with wiktool, a part of the pile at a
time, so that a busy machine slows them all.
"""

from __future__ import annotations

import html
import io
import os
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import cycle, islice, product
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
import docx
import pypdf
from docx2python import docx2python
from weasyprint import HTML

import brieven
from wiktool import Toetsgegevens
from wiktool.kern.begrippen import Briefsoort, Toon
from wiktool.taken.briefmaken import kies_brief, maak_brief
from wiktool.taken.formaten import Formaat, maak_op
from wiktool.taken.nakijken import kijk_na
from wiktool.taken.opruimen import zelden_opruimen

if TYPE_CHECKING:
    from wiktool.brieven.model import Brief
    from wiktool.kern.dossier import Dossier

BRIEVEN = 600
DELEN = 6
VAN_ANDEREN = 20
"""Letters of each part that the peers read: enough to tell, and they need a while."""
DOELEN = {"docx": 300, "pdf": 100}
"""Letters a second on one core, read and checked."""
TEKSTEN = Path(__file__).parents[1] / "tests" / "controle"
GEGEVENS = Toetsgegevens(peildatum=date(2026, 11, 21))

Lezer = Callable[[Sequence[Path]], object]


def van_een_kantoor(aantal: int) -> list[Brief]:
    """Reminders and fourteen-day letters in three tones, with one to three invoices."""
    gemaakt: list[Brief] = []
    wisseling = cycle(product((1, 3, 2), (Briefsoort.WIK, Briefsoort.HERINNERING), Toon))
    for dossier, (facturen, soort, toon) in zip(
        islice(brieven.dossiers(), aantal), wisseling, strict=False
    ):
        zaak = met_facturen(dossier, facturen)
        keuzes = kies_brief(zaak, soort, datum=brieven.DAG, toon=toon)
        gemaakt.append(maak_brief(zaak, keuzes, toch=True).brief)
    return gemaakt


def met_facturen(dossier: Dossier, aantal: int) -> Dossier:
    """The dossier with this many invoices, each with a number of its own."""
    facturen = islice(cycle(dossier.vorderingen), aantal)
    return replace(
        dossier,
        vorderingen=tuple(
            replace(factuur, factuurnummer=f"{factuur.factuurnummer}-{volgnummer}")
            for volgnummer, factuur in enumerate(facturen, start=1)
        ),
    )


def als_word(tekst: str) -> bytes:
    document = docx.Document()
    for alinea in tekst.split("\n\n"):
        document.add_paragraph(alinea)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def als_pdf(tekst: str) -> bytes:
    alineas = "".join(
        "<p>" + html.escape(alinea).replace("\n", "<br>") for alinea in tekst.split("\n\n")
    )
    pdf: bytes = HTML(string=f'<html lang="nl"><body>{alineas}').write_pdf()
    return pdf


def maak_stapels(aantal: int, map_: Path) -> dict[tuple[str, str], list[Path]]:
    """The piles as files, by what they are and their format."""
    kantoor = van_een_kantoor(aantal)
    # a form feed, which one of them has, is no character of a Word file
    handen = [pad.read_text("utf-8").replace("\f", "\n") for pad in sorted(TEKSTEN.rglob("*.txt"))]
    inhoud = {
        ("one office", "docx"): [maak_op(b, Formaat.DOCX, brieven.STIJL) for b in kantoor],
        ("many hands", "docx"): [als_word(tekst) for tekst in handen],
        ("one office", "pdf"): [maak_op(b, Formaat.PDF, brieven.STIJL) for b in kantoor],
        ("many hands", "pdf"): [als_pdf(tekst) for tekst in handen],
    }
    stapels = {}
    for (wie, formaat), bestanden in inhoud.items():
        paden = [map_ / f"{wie}-{nummer:04}.{formaat}" for nummer in range(len(bestanden))]
        for pad, bestand in zip(paden, bestanden, strict=True):
            pad.write_bytes(bestand)
        stapels[wie, formaat] = paden
    return stapels


def wiktool(paden: Sequence[Path]) -> None:
    with zelden_opruimen():
        for nagekeken in kijk_na(map(str, paden), GEGEVENS):
            if nagekeken.toetsing is None:
                raise SystemExit(f"not read: {nagekeken.bestand}")


def met_python_docx(paden: Sequence[Path]) -> None:
    for pad in paden:
        _ = [alinea.text for alinea in docx.Document(str(pad)).paragraphs]


def met_docx2python(paden: Sequence[Path]) -> None:
    for pad in paden:
        with docx2python(pad) as gelezen:
            _ = gelezen.text


def met_pypdf(paden: Sequence[Path]) -> None:
    for pad in paden:
        _ = [bladzijde.extract_text() for bladzijde in pypdf.PdfReader(pad).pages]


LEZERS: dict[str, dict[str, Lezer]] = {
    "docx": {
        "wiktool, read and checked": wiktool,
        "python-docx, read": met_python_docx,
        "docx2python, read": met_docx2python,
    },
    "pdf": {"wiktool, read and checked": wiktool, "pypdf, read": met_pypdf},
}


def meet(lezers: dict[str, Lezer], paden: list[Path]) -> dict[str, float]:
    """Milliseconds a letter of each reader: the median over the parts of the pile."""
    duren: dict[str, list[float]] = {naam: [] for naam in lezers}
    for deel in range(DELEN):
        stuk = paden[deel::DELEN]
        for naam, lees in lezers.items():
            gelezen = stuk if lees is wiktool else stuk[:VAN_ANDEREN]
            begin = time.perf_counter()
            lees(gelezen)
            duren[naam].append((time.perf_counter() - begin) * 1000 / len(gelezen))
    return {naam: statistics.median(gemeten) for naam, gemeten in duren.items()}


def main() -> int:
    warnings.simplefilter("ignore")
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else BRIEVEN
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    gehaald = True
    with tempfile.TemporaryDirectory() as naam_map:
        stapels = maak_stapels(aantal, Path(naam_map))
        for (wie, formaat), paden in stapels.items():
            wiktool(paden[:1])  # its modules and its pdf reader are started
            gemeten = meet(LEZERS[formaat], paden)
            eigen = gemeten["wiktool, read and checked"]
            print(f"{formaat}, {wie}, {len(paden)} letters")
            for naam, ms in gemeten.items():
                print(f"  {naam:28}{ms:8.2f} ms{1000 / ms:8.0f} a second{ms / eigen:8.1f} ×")
            gehaald = gehaald and 1000 / eigen >= DOELEN[formaat]
            woord = "met" if 1000 / eigen >= DOELEN[formaat] else "NOT met"
            print(f"  goal {DOELEN[formaat]} a second: {woord}")
    return 0 if gehaald else 1


if __name__ == "__main__":
    sys.exit(main())
