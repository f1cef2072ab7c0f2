"""How fast letters are made, beside docxtpl with the same template and data.

Run: ``make meting`` or ``python benchmarks/brieven.py``. Every letter is another one: another
debtor, other invoices, other amounts. docxtpl opens, fills and saves the template for each letter,
as its documentation shows; both take the same values, escape them for XML and put in the same
picture. Each maker makes a row of letters, as a batch does, and then it is the next one's turn, so
that a busy machine slows them all; figures are medians over the rows, of processor time, so that
extra cores do not help. At the end ten thousand letters are made in one process, and the memory
they take is shown.
"""

from __future__ import annotations

import io
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from mensen import verzin

from wiktool.brieven.briefcontext import wordcontext
from wiktool.brieven.gegevens import maak_waarden
from wiktool.brieven.grondslag import bepaal_grondslag
from wiktool.brieven.huisstijl import Huisstijl
from wiktool.brieven.qr import als_matrix, als_png, betaalcode
from wiktool.brieven.sjablonen import sjablonenmap
from wiktool.brieven.stand import bepaal_stand
from wiktool.brieven.tekst import schrijf_brief
from wiktool.brieven.wordbrief import BRIEFPAPIER, woordsjabloon
from wiktool.invoer.dossierbestand import lees_dossier
from wiktool.kern.begrippen import Briefsoort, Taal
from wiktool.taken.briefmaken import kies_brief, maak_brief
from wiktool.taken.formaten import Formaat, maak_op

if TYPE_CHECKING:
    from wiktool.brieven.model import Brief
    from wiktool.kern.dossier import Dossier

RONDEN = 8
IN_EEN_RIJ = 20
"""Letters a maker makes before the next one takes its turn."""
KEER_DOCXTPL = 25
PDF_PER_SECONDE = 100
VEEL = 10_000
DAG = date(2026, 11, 20)
VOORBEELD = Path(__file__).parents[1] / "docs" / "voorbeelden" / "praktijk.toml"
STIJL = Huisstijl()


def dossiers() -> Iterator[Dossier]:
    """One dossier after the other, no two alike."""
    basis = lees_dossier(VOORBEELD)
    toeval = random.Random(5)
    for nummer in count(1):
        mens = verzin(toeval)
        yield replace(
            basis,
            schuldenaar=replace(
                basis.schuldenaar,
                naam=mens.naam,
                adres=mens.adres,
                postcode=mens.postcode,
                plaats=mens.plaats,
            ),
            vorderingen=tuple(
                replace(
                    vordering,
                    factuurnummer=f"{vordering.factuurnummer}-{nummer}",
                    bedrag=vordering.bedrag + Decimal(nummer % 997),
                )
                for vordering in basis.vorderingen
            ),
            betalingen=(),
            brief=replace(basis.brief, kenmerk=f"D-{nummer}"),
        )


def schrijf(dossier: Dossier) -> Brief:
    """The letter's text, without its check: what the layouts start from."""
    keuzes = kies_brief(dossier, Briefsoort.WIK, datum=DAG)
    stand = bepaal_stand(dossier, datum=DAG)
    grondslag = bepaal_grondslag(stand, stand.voor(Briefsoort.WIK), keuzes)
    return schrijf_brief(maak_waarden(grondslag, keuzes))


def met_docxtpl(context: dict[str, Any], plaatje: bytes) -> bytes:
    sjabloon = DocxTemplate(str(sjablonenmap() / BRIEFPAPIER))
    sjabloon.pics_to_replace["betaal-qr"] = plaatje
    sjabloon.render(context, Environment(undefined=StrictUndefined), autoescape=True)
    uit = io.BytesIO()
    sjabloon.save(uit)
    return uit.getvalue()


def met_wiktool(context: dict[str, Any], plaatje: bytes) -> bytes:
    return woordsjabloon(STIJL, Taal.NL).vul(context, {"betaal-qr": plaatje})


def duur(maak: Callable[[Opdracht], object], opdrachten: Sequence[Opdracht]) -> float:
    """Processor time of one letter out of a row, in milliseconds."""
    begin = time.process_time()
    for opdracht in opdrachten:
        maak(opdracht)
    return (time.process_time() - begin) * 1000 / len(opdrachten)


class Opdracht:
    """A letter to be made, and what the makers start from."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.brief = schrijf(dossier)
        self.context = wordcontext(self.brief, heeft_logo=False, heeft_qr=True)
        code = betaalcode(self.brief.waarden)
        assert code is not None
        self.plaatje = als_png(als_matrix(code))


MAKERS: dict[str, Callable[[Opdracht], object]] = {
    "docx: docxtpl": lambda o: met_docxtpl(o.context, o.plaatje),
    "docx: wiktool, zelfde waarden": lambda o: met_wiktool(o.context, o.plaatje),
    "docx: wiktool, met code en waarden": lambda o: maak_op(o.brief, Formaat.DOCX, STIJL),
    "pdf: wiktool": lambda o: maak_op(o.brief, Formaat.PDF, STIJL),
    "html: wiktool": lambda o: maak_op(o.brief, Formaat.HTML, STIJL),
    "txt: wiktool": lambda o: maak_op(o.brief, Formaat.TXT, STIJL),
    "tekst uit het dossier, met het recht": lambda o: schrijf(o.dossier),
    "hetzelfde, met de eigen controle": lambda o: volledig(o.dossier),
}


def meet_makers(ronden: int) -> dict[str, float]:
    """The makers in turn, each on the same letters; the first row only warms them up."""
    tijden: dict[str, list[float]] = {naam: [] for naam in MAKERS}
    stroom = dossiers()
    for _ in range(ronden + 1):
        opdrachten = [Opdracht(dossier) for dossier in islice(stroom, IN_EEN_RIJ)]
        for naam, maak in MAKERS.items():
            tijden[naam].append(duur(maak, opdrachten))
    return {naam: statistics.median(gemeten[1:]) for naam, gemeten in tijden.items()}


def volledig(dossier: Dossier) -> object:
    return maak_brief(dossier, kies_brief(dossier, Briefsoort.WIK, datum=DAG))


def geheugen() -> float:
    """The most memory this process has held, in megabytes."""
    deler = 1_000_000 if sys.platform == "darwin" else 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / deler


def meet_geheugen(aantal: int, formaat: Formaat) -> tuple[float, float]:
    """What was held after a tenth of the letters, and after all of them."""
    na_een_tiende = 0.0
    for nummer, dossier in enumerate(islice(dossiers(), aantal), start=1):
        maak_op(schrijf(dossier), formaat, STIJL)
        if nummer == aantal // 10:
            na_een_tiende = geheugen()
    return na_een_tiende, geheugen()


def hoofd(ronden: int = RONDEN, veel: int = VEEL) -> int:
    """Measure, print, and say whether the goals are reached."""
    tijden = meet_makers(ronden)
    breedte = max(map(len, tijden))
    for naam, milliseconden in tijden.items():
        print(f"{naam:<{breedte}}  {milliseconden:8.2f} ms  {1000 / milliseconden:8.0f} per s")
    verhouding = tijden["docx: docxtpl"] / tijden["docx: wiktool, zelfde waarden"]
    pdf = 1000 / tijden["pdf: wiktool"]
    print(f"\ndocx: {verhouding:.0f} keer docxtpl (doel: {KEER_DOCXTPL})")
    print(f"pdf: {pdf:.0f} brieven per seconde op één kern (doel: {PDF_PER_SECONDE})")
    for formaat in (Formaat.DOCX, Formaat.PDF):
        eerst, daarna = meet_geheugen(veel, formaat)
        print(
            f"geheugen, {veel} brieven als {formaat}: {eerst:.0f} MB na een tiende, "
            f"{daarna:.0f} MB na alle"
        )
    return 0 if verhouding >= KEER_DOCXTPL and pdf >= PDF_PER_SECONDE else 1


if __name__ == "__main__":
    sys.exit(hoofd(*map(int, sys.argv[1:])))
