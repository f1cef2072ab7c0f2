"""How fast open items are read, beside Python's own csv module and beside openpyxl.

Run: ``make meting`` or ``python benchmarks/invoer.py [ROWS]``. The csv module only parts the fields
and makes one ``Decimal`` per row; wiktool also finds the headings, reads two dates, weighs the
notation of the amounts, and keeps every item. The readers take turns, so that a busy machine slows
them all; the figures are medians of processor time. Memory is the peak of a process of its own.
"""

from __future__ import annotations

import csv
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import python_calamine

from wiktool.invoer.openposten import lees_openposten

RIJEN = 100_000
RONDEN = 9
HOOGSTENS = 3.0
"""Times the csv module."""
MEGABYTES = 300
"""For a hundred thousand claims."""
KOP = ("Relatiecode", "Relatie", "Factuurnummer", "Factuurdatum", "Vervaldatum", "Bedrag",
       "Openstaand", "Soort")  # fmt: skip


def posten(aantal: int) -> list[tuple[str, ...]]:
    toeval = random.Random(1)
    rijen = []
    for nummer in range(aantal):
        dag = date(2025, 1, 1) + timedelta(days=toeval.randrange(600))
        centen = toeval.randrange(100, 500_000)
        bedrag = f"{centen // 100},{centen % 100:02}"
        wie = nummer // 3
        rijen.append(
            (f"K{wie}", f"Klant {wie}", f"F{nummer}", f"{dag:%d-%m-%Y}",
             f"{dag + timedelta(days=30):%d-%m-%Y}", bedrag, bedrag, "Factuur")
        )  # fmt: skip
    return rijen


def schrijf_csv(pad: Path, rijen: list[tuple[str, ...]]) -> None:
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand, delimiter=";").writerows([KOP, *rijen])


def schrijf_xlsx(pad: Path, rijen: list[tuple[str, ...]]) -> None:
    werkmap = openpyxl.Workbook(write_only=True)
    blad = werkmap.create_sheet()
    for rij in (KOP, *rijen):
        blad.append(rij)
    werkmap.save(pad)


def met_csv(pad: Path) -> object:
    som = 0
    with pad.open(encoding="utf-8", newline="") as bestand:
        lezer = csv.reader(bestand, delimiter=";")
        next(lezer)
        for rij in lezer:
            som += bool(Decimal(rij[6].replace(",", ".")))
    return som


def met_wiktool(pad: Path) -> object:
    return len(lees_openposten(pad).posten)


def met_openpyxl(pad: Path) -> object:
    blad = openpyxl.load_workbook(pad, read_only=True).active
    return sum(1 for _ in blad.iter_rows(values_only=True))


def met_calamine(pad: Path) -> object:
    return len(python_calamine.load_workbook(pad).get_sheet_by_index(0).to_python())


def meet(lezers: dict[str, Callable[[Path], object]], pad: Path, ronden: int) -> dict[str, float]:
    """Median processor seconds of each reader."""
    duren: dict[str, list[float]] = {naam: [] for naam in lezers}
    for _ in range(ronden):
        for naam, lees in lezers.items():
            begin = time.process_time()
            lees(pad)
            duren[naam].append(time.process_time() - begin)
    return {naam: statistics.median(gemeten) for naam, gemeten in duren.items()}


def geheugen(pad: Path) -> float:
    """Peak megabytes of a process that reads the file and keeps every item."""
    script = f"from wiktool.invoer.openposten import lees_openposten as l; x = l({str(pad)!r})"
    subprocess.run([sys.executable, "-c", script], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def toon(gemeten: dict[str, float], aantal: int, maat: str) -> None:
    for naam, seconden in gemeten.items():
        maal = seconden / gemeten[maat]
        print(f"{naam:38}{seconden:8.3f}{aantal / seconden:12,.0f}{maal:10.2f}")


def main() -> int:
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else RIJEN
    rijen = posten(aantal)
    with tempfile.TemporaryDirectory() as map_:
        tabel, werkmap = Path(map_) / "posten.csv", Path(map_) / "posten.xlsx"
        schrijf_csv(tabel, rijen)
        schrijf_xlsx(werkmap, rijen[: aantal // 5])
        print(f"\n{aantal} rows{'':28}{'s':>8}{'rows/s':>12}{'×':>10}")
        gemeten = meet({"csv module + Decimal": met_csv, "wiktool": met_wiktool}, tabel, RONDEN)
        toon(gemeten, aantal, "csv module + Decimal")
        maal = gemeten["wiktool"] / gemeten["csv module + Decimal"]
        mb = geheugen(tabel)
        gehaald = maal <= HOOGSTENS and mb <= MEGABYTES * aantal / RIJEN + 60
        woord = "met" if gehaald else "NOT met"
        print(f"  goal: at most {HOOGSTENS:.0f} × and {MEGABYTES} MB ({mb:.0f} MB): {woord}")
        print(f"\n{aantal // 5} rows in a workbook{'':13}{'s':>8}{'rows/s':>12}{'×':>10}")
        lezers = {
            "openpyxl, read-only": met_openpyxl,
            "python-calamine": met_calamine,
            "wiktool": met_wiktool,
        }
        toon(meet(lezers, werkmap, 3), aantal // 5, "python-calamine")
    return 0 if gehaald else 1


if __name__ == "__main__":
    sys.exit(main())
