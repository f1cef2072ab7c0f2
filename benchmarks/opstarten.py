"""How long a whole ``wiktool`` process takes, as a multiple of ``python -c pass``.

Run: ``make meting`` or ``python benchmarks/opstarten.py``. Pairs are run one after the other, in
alternating order; the figure is the median of the paired ratios.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import wiktool

PAREN = 25
GRENS = 9.0
HALLO = """
import typer
app = typer.Typer(rich_markup_mode=None)
@app.command()
def een(naam: str): print(naam)
@app.command()
def twee(naam: str): print(naam)
app()
"""


def duur(opdracht: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(opdracht, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def verhouding(opdracht: list[str], kaal: list[str]) -> tuple[float, float]:
    """Median ratio and median duration in milliseconds over the pairs."""
    verhoudingen, duren = [], []
    for nummer in range(PAREN):
        volgorde = [opdracht, kaal] if nummer % 2 else [kaal, opdracht]
        gemeten = {tuple(wat): duur(wat) for wat in volgorde}
        verhoudingen.append(gemeten[tuple(opdracht)] / gemeten[tuple(kaal)])
        duren.append(gemeten[tuple(opdracht)] * 1000)
    return statistics.median(verhoudingen), statistics.median(duren)


def main() -> int:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(str(Path(wiktool.__file__).parent), quiet=2)
    python = [sys.executable]
    kaal = [*python, "-c", "pass"]
    with tempfile.TemporaryDirectory() as map_:
        hallo = Path(map_) / "hallo.py"
        hallo.write_text(HALLO, encoding="utf-8")
        metingen = {
            "bare python": kaal,
            "hello-world Typer": [*python, str(hallo), "een", "wereld"],
            "wiktool bereken 1000": [*python, "-m", "wiktool", "bereken", "1000"],
            "wiktool bereken 1000 --kort": [*python, "-m", "wiktool", "bereken", "1000", "--kort"],
            "wiktool termijn": [*python, "-m", "wiktool", "termijn", "--verzonden", "2026-11-27"],
            "wiktool --help": [*python, "-m", "wiktool", "--help"],
        }
        for opdracht in metingen.values():
            duur(opdracht)
        gemeten = {}
        print(f"{'':32}{'ms':>8}{'× bare':>9}")
        for naam, opdracht in metingen.items():
            gemeten[naam], ms = verhouding(opdracht, kaal)
            print(f"{naam:32}{ms:8.1f}{gemeten[naam]:9.2f}")
    ok = gemeten["wiktool bereken 1000"] <= GRENS
    print(f"goal: bereken at most {GRENS:g} × bare python: {'met' if ok else 'NOT met'}")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
