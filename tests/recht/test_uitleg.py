"""The explanations, word for word: every step and every doubt with its source.

The explanation is half of the result. Each case is kept in ``uitleg/`` as a reader would get it;
``python -m tests.recht.test_uitleg`` writes them again, and the difference is there to be read.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.recht.hulp_uitleg import (
    DAG,
    FACTUUR,
    GEVALLEN,
    ONDERNEMER,
    D,
    Uitkomst,
    afrekening,
    kosten,
    rente,
    termijnkosten,
    verzuim,
)

from wiktool.kern.dossier import (
    Aanmaning,
    Betaling,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Schuldeiser,
    Schuldenaar,
)
from wiktool.kern.fouten import WiktoolFout
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.rente import bereken_rente
from wiktool.recht.renteverloop import Rentesoort
from wiktool.recht.termijnen import bereken_termijn
from wiktool.recht.toerekening import reken_toe

MAP = Path(__file__).parent / "uitleg"
DAG_NUL = {"van": DAG, "tot": DAG}
WEIGERINGEN: tuple[Callable[[], object], ...] = (
    lambda: kosten(),
    lambda: kosten("1.00", peildatum=date(2012, 6, 30)),
    lambda: termijnkosten(("1.00", True), eerder=-1),
    lambda: bereken_termijn(),
    lambda: bereken_termijn(verzonden=DAG, ontvangen=date(2026, 11, 20)),
    lambda: bereken_termijn(verzonden=date(2012, 6, 30)),
    lambda: bereken_rente(D(0), **DAG_NUL),
    lambda: rente(date(2026, 1, 2), date(2026, 1, 1)),
    lambda: rente(date(1899, 1, 1), date(2026, 1, 1)),
    lambda: rente(date(2026, 1, 1), date(3000, 1, 1)),
    lambda: rente(date(1991, 12, 31), date(2026, 1, 1)),
    lambda: rente(DAG, DAG, soort=Rentesoort.CONTRACTUEEL),
    lambda: rente(DAG, DAG, percentage=D(5)),
    lambda: bereken_rente(D(1), **DAG_NUL, betalingen=[Betaling(datum=DAG, bedrag=D(0))]),
    lambda: bereken_rente(
        D(1), **DAG_NUL, betalingen=[Betaling(datum=date(2026, 11, 20), bedrag=D(1))]
    ),
    lambda: bereken_rente(
        D(1), **DAG_NUL, betalingen=[Betaling(datum=date(2026, 11, 22), bedrag=D(1))]
    ),
    lambda: verzuim(ONDERNEMER, factuurdatum=date(2026, 8, 2), vervaldatum=date(2026, 8, 1)),
    lambda: verzuim(ONDERNEMER, vervaldatum=DAG, verzuimdatum=DAG),
    lambda: verzuim(ONDERNEMER, factuurdatum=DAG, verzuimdatum=date(2026, 11, 20)),
    lambda: verzuim(ONDERNEMER, vervaldatum=date(9999, 12, 31)),
    lambda: verzuim(
        Hoedanigheid.CONSUMENT, Aanmaning(soort=Briefsoort.INGEBREKESTELLING), fatale_termijn=False
    ),
    lambda: reken_toe(D(1), [], aangewezen="2026-99"),
    lambda: bereken_afrekening(
        Dossier(
            schuldeiser=Schuldeiser(naam="De Linde"),
            schuldenaar=Schuldenaar(naam="J. Jansen"),
            vorderingen=(),
        ),
        peildatum=DAG,
    ),
    lambda: afrekening(FACTUUR, FACTUUR),
    lambda: afrekening(replace(FACTUUR, bedrag=D(0))),
    lambda: afrekening(betaald=[(DAG, "0.00")]),
    lambda: afrekening(betaald=[(date(2026, 7, 31), "1.00")]),
    lambda: afrekening(betaald=[(date(9999, 1, 1), "1.00")]),
    lambda: afrekening(dag=date(9999, 1, 1)),
    lambda: afrekening(dag=date(2027, 1, 1)),
)
VRAGEN: tuple[Callable[[], Uitkomst], ...] = (
    lambda: verzuim(Hoedanigheid.CONSUMENT, fatale_termijn=True),
    lambda: verzuim(Hoedanigheid.CONSUMENT, fatale_termijn=False),
    lambda: verzuim(Hoedanigheid.CONSUMENT, vervaldatum=DAG),
    lambda: verzuim(Hoedanigheid.CONSUMENT, uit_overeenkomst=False),
    lambda: verzuim(ONDERNEMER),
)


def als_weigering(poging: Callable[[], object]) -> str:
    with pytest.raises(WiktoolFout) as fout:
        poging()
    return f"{type(fout.value).__name__}: {fout.value.melding}\n  doe: {fout.value.doe}\n"


def alle_weigeringen() -> str:
    return "".join(map(als_weigering, WEIGERINGEN)).replace("\u00a0", " ")


def alle_vragen() -> str:
    return "".join(f"{geval().vraag}\n" for geval in VRAGEN)


def als_tekst(uitkomst: Uitkomst) -> str:
    regels = ["stappen"]
    for stap in uitkomst.stappen:
        bedrag = "" if stap.bedrag is None else f" = {stap.bedrag}"
        regels.append(f"- {stap.omschrijving}{bedrag}")
        if stap.bron is not None:
            regels.append(f"  [{stap.bron.aanhaling}; {stap.bron.bewijs}]")
    if vraag := getattr(uitkomst, "vraag", ""):
        regels += ["vraag", f"- {vraag}"]
    regels += [f"vraag: {vraag}" for vraag in getattr(uitkomst, "vragen", ())]
    regels += ["bronnen", *(f"- {bron.aanhaling}" for bron in uitkomst.bronnen)]
    regels.append("kanttekeningen")
    for kanttekening in uitkomst.kanttekeningen:
        regels.append(f"- {kanttekening.code}: {kanttekening.tekst}")
        if kanttekening.bron is not None:
            regels.append(f"  [{kanttekening.bron.aanhaling}]")
    return "\n".join(regels).replace("\u00a0", " ") + "\n"


@pytest.mark.parametrize("naam", GEVALLEN)
def test_the_explanation_is_as_it_was_read(naam: str) -> None:
    bewaard = (MAP / f"{naam}.txt").read_text(encoding="utf-8")
    assert als_tekst(GEVALLEN[naam]()) == bewaard


@pytest.mark.parametrize(
    ("naam", "maak"), [("_weigeringen", alle_weigeringen), ("_vragen", alle_vragen)]
)
def test_refusals_and_questions_are_as_they_were_read(naam: str, maak: Callable[[], str]) -> None:
    assert maak() == (MAP / f"{naam}.txt").read_text(encoding="utf-8")


def test_nothing_is_kept_that_is_not_tested() -> None:
    bewaard = {pad.stem for pad in MAP.glob("*.txt")}
    assert bewaard == {*GEVALLEN, "_weigeringen", "_vragen"}


def vernieuw() -> None:
    """Write every explanation again."""
    MAP.mkdir(exist_ok=True)
    for pad in MAP.glob("*.txt"):
        pad.unlink()
    for naam, geval in GEVALLEN.items():
        (MAP / f"{naam}.txt").write_text(als_tekst(geval()), encoding="utf-8")
    (MAP / "_weigeringen.txt").write_text(alle_weigeringen(), encoding="utf-8")
    (MAP / "_vragen.txt").write_text(alle_vragen(), encoding="utf-8")


if __name__ == "__main__":
    vernieuw()
