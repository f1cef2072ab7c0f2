"""A whole batch, end to end, beside the loops others would write.

Run: ``make meting`` or ``python benchmarks/serie.py [DEBTORS] [LINES]``. ``wiktool serie`` reads
the open items, calculates, writes, checks its own letters, keeps its journal and makes its lists;
the loops only lay out letters that are ready: docxtpl opens, fills and saves the same template for
each, WeasyPrint prints the same HTML. The last part sends a million amounts through
``wiktool bereken -``. A batch is timed by the clock, on all processors; on a machine that others
use, look at the processor time per letter.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
import weasyprint
from mensen import verzin

import brieven
from wiktool.brieven.briefcontext import wordcontext
from wiktool.brieven.qr import als_matrix, als_png, betaalcode
from wiktool.taken.formaten import Formaat, maak_op

SCHULDENAREN = 10_000
REGELS = 1_000_000
KEER = {"docx": 15, "pdf": 15}
"""Times the loop of others."""
MEGABYTES_BEREKEN = 100
METER = """
import resource, subprocess, sys, time
begin = time.perf_counter()
code = subprocess.run(sys.argv[1], shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
duur = time.perf_counter() - begin
kind = resource.getrusage(resource.RUSAGE_CHILDREN)
print(duur, kind.ru_utime + kind.ru_stime, kind.ru_maxrss / 1024)
sys.exit(code.returncode)
"""
KOP = "Debiteurnummer;Naam;Adres;Postcode;Plaats;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand"
INSTELLINGEN = """[schuldeiser]
naam = "Praktijk De Linde"
adres = "Dorpsstraat 1"
postcode = "3511 AB"
plaats = "Utrecht"
kvk = "12345678"
iban = "NL91ABNA0417164300"
email = "administratie@delinde.example"
fatale_termijn = true
"""


class Gemeten(NamedTuple):
    """Seconds by the clock, seconds of processor time, and the megabytes of the largest process."""

    duur: float
    rekentijd: float
    mb: float


def schrijf_posten(pad: Path, aantal: int) -> None:
    toeval = random.Random(3)
    nummer = 0
    regels = [KOP]
    for wie in range(aantal):
        mens = ";".join(verzin(toeval))
        for _ in range(toeval.choice((1, 1, 2, 3))):
            nummer += 1
            dag = date(2026, 3, 1) + timedelta(days=toeval.randrange(150))
            centen = toeval.randrange(2_000, 200_000)
            regels.append(
                f"K{wie:05};{mens};2026-{nummer:06};{dag};{dag + timedelta(days=30)};"
                f"{centen // 100},{centen % 100:02}"
            )
    pad.write_text("\n".join([*regels, ""]), encoding="utf-8")


def wiktool(opdracht: str, map_: Path) -> Gemeten:
    """Run a command line from a small process, whose own memory does not count as its child's."""
    uit = subprocess.run(
        [sys.executable, "-c", METER, f"{sys.executable} -m wiktool {opdracht}"],
        cwd=map_,
        check=True,
        capture_output=True,
        text=True,
    )
    return Gemeten(*map(float, uit.stdout.split()))


def per_seconde_docxtpl(aantal: int) -> float:
    klaar = []
    for dossier in islice(brieven.dossiers(), aantal):
        brief = brieven.schrijf(dossier)
        code = betaalcode(brief.waarden)
        assert code is not None
        klaar.append(
            (wordcontext(brief, heeft_logo=False, heeft_qr=True), als_png(als_matrix(code)))
        )
    begin = time.perf_counter()
    for context, plaatje in klaar:
        brieven.met_docxtpl(context, plaatje)
    return aantal / (time.perf_counter() - begin)


def per_seconde_weasyprint(aantal: int) -> float:
    klaar = [
        maak_op(brieven.schrijf(dossier), Formaat.HTML, brieven.STIJL).decode()
        for dossier in islice(brieven.dossiers(), aantal)
    ]
    weasyprint.HTML(string=klaar[0]).write_pdf()  # fonts are found once
    begin = time.perf_counter()
    for html in klaar:
        weasyprint.HTML(string=html).write_pdf()
    return aantal / (time.perf_counter() - begin)


def meet_serie(aantal: int, formaat: str, ander: float, map_: Path) -> bool:
    gemeten = wiktool(
        f"serie posten.csv --datum 2026-11-20 --uit {formaat} --formaat {formaat}", map_
    )
    keer = aantal / gemeten.duur / ander
    gehaald = keer >= KEER[formaat]
    print(
        f"{formaat}: {aantal} debtors in {gemeten.duur:.1f} s, {aantal / gemeten.duur:.0f}/s, "
        f"{1000 * gemeten.rekentijd / aantal:.1f} ms processor time each, {gemeten.mb:.0f} MB; "
        f"the loop {ander:.1f}/s; {keer:.1f} × (goal {KEER[formaat]} ×: {_woord(gehaald)})"
    )
    return gehaald


def meet_bereken(aantal: int, map_: Path) -> bool:
    toeval = random.Random(4)
    with (map_ / "bedragen.txt").open("w", encoding="utf-8") as bestand:
        for _ in range(aantal):
            bestand.write(f"{toeval.randrange(1, 10**8) / 100:.2f}\n")
    gemeten = wiktool("bereken - --formaat csv < bedragen.txt", map_)
    gehaald = gemeten.mb <= MEGABYTES_BEREKEN
    print(
        f"bereken -: {aantal} amounts in {gemeten.duur:.1f} s, {aantal / gemeten.duur:.0f}/s, "
        f"{gemeten.mb:.0f} MB (goal {MEGABYTES_BEREKEN} MB: {_woord(gehaald)})"
    )
    return gehaald


def _woord(gehaald: bool) -> str:
    return "met" if gehaald else "NOT met"


def main() -> int:
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else SCHULDENAREN
    regels = int(sys.argv[2]) if len(sys.argv) > 2 else REGELS
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        (map_ / "wiktool.toml").write_text(INSTELLINGEN, encoding="utf-8")
        schrijf_posten(map_ / "posten.csv", aantal)
        goed = [
            meet_serie(aantal, "docx", per_seconde_docxtpl(60), map_),
            meet_serie(aantal, "pdf", per_seconde_weasyprint(20), map_),
            meet_bereken(regels, map_),
        ]
    return 0 if all(goed) else 1


if __name__ == "__main__":
    sys.exit(main())
