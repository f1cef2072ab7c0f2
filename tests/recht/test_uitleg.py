"""The explanations, word for word: every step and every doubt with its source.

The explanation is half of the result. Each case is kept in ``uitleg/`` as a reader would get it;
``python tests/recht/test_uitleg.py`` writes them again, and the difference is there to be read.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

import pytest

from wiktool.kern.bron import Bron
from wiktool.kern.dossier import (
    Aanmaning,
    Afspraken,
    Betaling,
    Bezorgwijze,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Incassobureau,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)
from wiktool.kern.fouten import WiktoolFout
from wiktool.kern.uitkomst import Kanttekening, Stap
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.incassokosten import bereken_incassokosten
from wiktool.recht.rente import bereken_rente
from wiktool.recht.renteverloop import Dagtelling, Rentesoort
from wiktool.recht.termijnbetalingen import Post, bereken_aanmaningskosten
from wiktool.recht.termijnen import bereken_termijn
from wiktool.recht.toerekening import Schuld, reken_toe
from wiktool.recht.verzuim import bepaal_verzuim

MAP = Path(__file__).parent / "uitleg"
D = Decimal
DAG = date(2026, 11, 21)
ONDERNEMER = Hoedanigheid.ONDERNEMER
FACTUUR = Vordering(
    factuurnummer="2026-17",
    bedrag=D("1000.00"),
    factuurdatum=date(2026, 8, 1),
    vervaldatum=date(2026, 8, 31),
    fatale_termijn=True,
)
TWEEDE = replace(FACTUUR, factuurnummer="2026-18", bedrag=D("500.00"))
BRIEF = Aanmaning(soort=Briefsoort.WIK, verzonden=date(2026, 9, 25), kosten=D("225.00"))
SOMMATIE = replace(BRIEF, soort=Briefsoort.SOMMATIE, kosten=None)
TERMIJN = replace(FACTUUR, bedrag=D("50.00"), termijnbetaling=True, rechtsverhouding="huur")
MET_GROND = Schuldeiser(naam="De Linde", uitbesteed=True, btw_verrekenbaar=False)


class Uitkomst(Protocol):
    @property
    def stappen(self) -> tuple[Stap, ...]: ...
    @property
    def bronnen(self) -> tuple[Bron, ...]: ...
    @property
    def kanttekeningen(self) -> tuple[Kanttekening, ...]: ...


def kosten(*bedragen: str, **rest: Any) -> Uitkomst:
    rest = {"peildatum": DAG, **rest}
    return bereken_incassokosten([D(bedrag) for bedrag in bedragen], **rest)


def termijnkosten(*posten: tuple[str, bool], eerder: int = 0, **rest: Any) -> Uitkomst:
    rest = {"peildatum": DAG, **rest}
    return bereken_aanmaningskosten(
        [Post(bedrag=D(bedrag), termijnbetaling=termijn) for bedrag, termijn in posten],
        eerder_aangemaand=eerder,
        **rest,
    )


def rente(van: date, tot: date, *, betaald: str | None = None, **rest: Any) -> Uitkomst:
    betalingen = [Betaling(datum=tot, bedrag=D(betaald))] if betaald else []
    return bereken_rente(D("1000.00"), van=van, tot=tot, betalingen=betalingen, **rest)


def verzuim(
    hoedanigheid: Hoedanigheid, *brieven: Aanmaning, groot: bool = False, **velden: Any
) -> Uitkomst:
    return bepaal_verzuim(
        Vordering(factuurnummer="2026-17", bedrag=D("1000.00"), **velden),
        hoedanigheid=hoedanigheid,
        aanmaningen=brieven,
        grote_schuldenaar=groot,
    )


def afrekening(
    *vorderingen: Vordering,
    dag: date = DAG,
    hoedanigheid: Hoedanigheid | None = Hoedanigheid.CONSUMENT,
    brieven: Iterable[Aanmaning] = (),
    betaald: Iterable[tuple[date, str]] = (),
    **rest: Any,
) -> Uitkomst:
    velden = {"schuldeiser": Schuldeiser(naam="De Linde"), **rest}
    return bereken_afrekening(
        Dossier(
            schuldenaar=Schuldenaar(naam="J. Jansen", hoedanigheid=hoedanigheid),
            vorderingen=vorderingen or (FACTUUR,),
            betalingen=tuple(Betaling(datum=op, bedrag=D(b)) for op, b in betaald),
            aanmaningen=tuple(brieven),
            **velden,
        ),
        peildatum=dag,
    )


def dagen(aantal: int) -> dict[str, Any]:
    factuur = date(2026, 8, 3)
    return {
        "factuurdatum": factuur,
        "ontvangstdatum": factuur,
        "vervaldatum": date.fromordinal(factuur.toordinal() + aantal),
        "fatale_termijn": True,
    }


GEVALLEN: dict[str, Callable[[], Uitkomst]] = {
    "kosten-minimum-met-btw": lambda: kosten("100.00", btw=True),
    "kosten-afgerond": lambda: kosten("1234.56", "0.01"),
    "kosten-alle-schijven": lambda: kosten("250000.00", hoedanigheid=ONDERNEMER),
    "kosten-maximum": lambda: kosten("2000000.00"),
    "kosten-na-laatste-controle": lambda: kosten("1000.00", peildatum=date(2026, 11, 22), btw=True),
    "termijnbetaling-eerste": lambda: termijnkosten(("50.00", True)),
    "termijnbetaling-tweede-met-btw": lambda: termijnkosten(("50.00", True), eerder=1, btw=True),
    "termijnbetaling-derde": lambda: termijnkosten(("50.00", True), eerder=2),
    "termijnbetaling-twee-ineens": lambda: termijnkosten(("50.00", True), ("60.00", True)),
    "termijnbetaling-hoog": lambda: termijnkosten(("1000.00", True), eerder=3),
    "termijnbetaling-een-naast-ander": lambda: termijnkosten(("50.00", True), ("100.00", False)),
    "termijnbetaling-twee-naast-ander": lambda: termijnkosten(
        ("50.00", True), ("60.00", True), ("100.00", False)
    ),
    "termijnbetaling-zakelijk": lambda: termijnkosten(("50.00", True), hoedanigheid=ONDERNEMER),
    "termijnbetaling-voor-2024": lambda: termijnkosten(
        ("50.00", True), eerder=1, peildatum=date(2024, 9, 30)
    ),
    "termijn-post-over-kerst": lambda: bereken_termijn(verzonden=date(2026, 12, 23)),
    "termijn-post-verlengd": lambda: bereken_termijn(verzonden=date(2026, 4, 16)),
    "termijn-post-2027": lambda: bereken_termijn(verzonden=date(2027, 7, 1)),
    "termijn-email": lambda: bereken_termijn(
        verzonden=date(2026, 5, 1), bezorging=Bezorgwijze.EMAIL
    ),
    "termijn-persoonlijk": lambda: bereken_termijn(
        verzonden=date(2026, 11, 2), bezorging=Bezorgwijze.PERSOONLIJK
    ),
    "termijn-ontvangen": lambda: bereken_termijn(ontvangen=date(2026, 11, 2), dagen=21),
    "termijn-onzekere-gelijkgestelde-dag": lambda: bereken_termijn(ontvangen=date(2013, 4, 15)),
    "rente-een-dag": lambda: rente(date(2026, 1, 1), date(2026, 1, 1)),
    "rente-over-een-verjaardag": lambda: rente(date(2024, 12, 31), date(2026, 1, 2)),
    "rente-na-laatste-controle": lambda: rente(date(2026, 12, 1), date(2026, 12, 31)),
    "rente-handel": lambda: rente(date(2025, 6, 30), date(2026, 7, 1), soort=Rentesoort.HANDEL),
    "rente-handel-overheid": lambda: rente(
        date(2026, 1, 1),
        date(2026, 1, 2),
        soort=Rentesoort.HANDEL,
        hoedanigheid=Hoedanigheid.OVERHEID,
    ),
    "rente-contractueel": lambda: rente(
        date(2025, 12, 31),
        date(2026, 12, 31),
        soort=Rentesoort.CONTRACTUEEL,
        percentage=D("3.5"),
        dagtelling=Dagtelling.VAST,
    ),
    "rente-contractueel-enkelvoudig": lambda: rente(
        date(2025, 1, 1),
        date(2026, 1, 1),
        soort=Rentesoort.CONTRACTUEEL,
        percentage=D(12),
        enkelvoudig=True,
    ),
    "rente-met-betaling": lambda: rente(date(2026, 1, 1), date(2026, 2, 1), betaald="500.00"),
    "rente-te-veel-betaald": lambda: rente(date(2026, 1, 1), date(2026, 2, 1), betaald="5000.00"),
    "verzuim-afgesproken": lambda: verzuim(
        Hoedanigheid.CONSUMENT, vervaldatum=date(2026, 8, 31), fatale_termijn=True
    ),
    "verzuim-opgegeven": lambda: verzuim(Hoedanigheid.CONSUMENT, verzuimdatum=date(2026, 9, 1)),
    "verzuim-onbekend": lambda: verzuim(Hoedanigheid.CONSUMENT, vervaldatum=date(2026, 8, 31)),
    "verzuim-ingebrekestelling": lambda: verzuim(
        Hoedanigheid.CONSUMENT,
        Aanmaning(soort=Briefsoort.INGEBREKESTELLING, verzonden=date(2026, 9, 24), termijn_dagen=7),
        fatale_termijn=False,
    ),
    "verzuim-handel": lambda: verzuim(
        ONDERNEMER, factuurdatum=date(2026, 8, 1), vervaldatum=date(2026, 9, 30)
    ),
    "verzuim-handel-overheid": lambda: verzuim(
        Hoedanigheid.OVERHEID, ontvangstdatum=date(2026, 8, 3), fatale_termijn=False
    ),
    "verzuim-langer-dan-zestig": lambda: verzuim(ONDERNEMER, **dagen(61)),
    "verzuim-overheid-vijfenveertig": lambda: verzuim(Hoedanigheid.OVERHEID, **dagen(45)),
    "verzuim-overheid-negentig": lambda: verzuim(Hoedanigheid.OVERHEID, **dagen(90)),
    "verzuim-groot": lambda: verzuim(ONDERNEMER, groot=True, **dagen(60)),
    "verzuim-groot-2022": lambda: verzuim(
        ONDERNEMER,
        groot=True,
        factuurdatum=date(2022, 9, 1),
        ontvangstdatum=date(2022, 9, 1),
        vervaldatum=date(2022, 10, 31),
        fatale_termijn=True,
    ),
    "verzuim-niet-getoetst": lambda: verzuim(
        ONDERNEMER, vervaldatum=date(2026, 12, 31), fatale_termijn=True
    ),
    "toerekening-over-twee": lambda: reken_toe(
        D("250.00"),
        [
            Schuld(kenmerk="a", hoofdsom=D("100.00"), rentepercentage=D("10.4")),
            Schuld(kenmerk="b", hoofdsom=D("100.00"), rente=D("5.00"), kosten=D("40.00")),
        ],
        aangewezen="b",
    ),
    "toerekening-meest-bezwarend": lambda: reken_toe(
        D("50.00"),
        [
            Schuld(kenmerk="a", hoofdsom=D("100.00"), rentepercentage=D("10.4")),
            Schuld(kenmerk="b", hoofdsom=D("100.00"), rentepercentage=D(4)),
        ],
    ),
    "toerekening-te-veel": lambda: reken_toe(
        D("150.00"), [Schuld(kenmerk="a", hoofdsom=D("100.00"))]
    ),
    "afrekening-zonder-brief": lambda: afrekening(dag=date(2026, 9, 1)),
    "afrekening-termijn-loopt": lambda: afrekening(
        FACTUUR, TWEEDE, dag=date(2026, 9, 28), brieven=[BRIEF]
    ),
    "afrekening-na-brief-en-betaling": lambda: afrekening(
        FACTUUR, TWEEDE, brieven=[BRIEF], betaald=[(date(2026, 11, 1), "300.00")]
    ),
    "afrekening-deels-op-tijd-betaald": lambda: afrekening(
        brieven=[replace(BRIEF, kosten=D("150.00"))], betaald=[(date(2026, 10, 13), "400.00")]
    ),
    "afrekening-op-tijd-betaald": lambda: afrekening(
        brieven=[replace(BRIEF, kosten=D("150.00"))], betaald=[(date(2026, 10, 13), "1000.00")]
    ),
    "afrekening-brief-zonder-werking": lambda: afrekening(
        brieven=[replace(BRIEF, termijn_dagen=7)]
    ),
    "afrekening-brief-voor-verzuim": lambda: afrekening(
        FACTUUR,
        replace(TWEEDE, vervaldatum=date(2026, 10, 31)),
        brieven=[replace(BRIEF, facturen=("2026-17", "2026-18"))],
    ),
    "afrekening-te-laag-aangezegd": lambda: afrekening(brieven=[replace(BRIEF, kosten=D(11))]),
    "afrekening-te-hoog-aangezegd": lambda: afrekening(brieven=[BRIEF]),
    "afrekening-onbekend-aangezegd-met-btw-grond": lambda: afrekening(
        brieven=[replace(BRIEF, kosten=None)], schuldeiser=MET_GROND
    ),
    "afrekening-btw": lambda: afrekening(
        brieven=[replace(BRIEF, kosten=D("181.50"))], schuldeiser=MET_GROND
    ),
    "afrekening-twee-brieven": lambda: afrekening(
        replace(FACTUUR, bedrag=D("100.00")),
        replace(TWEEDE, bedrag=D("100.00")),
        brieven=[
            replace(BRIEF, kosten=D(40), facturen=("2026-17",)),
            replace(BRIEF, kosten=D(40), facturen=("2026-18",), verzonden=date(2026, 10, 2)),
        ],
    ),
    "afrekening-termijnbetaling": lambda: afrekening(
        TERMIJN,
        replace(TERMIJN, factuurnummer="2026-18", vervaldatum=date(2026, 9, 30)),
        brieven=[
            replace(BRIEF, kosten=D(40), facturen=("2026-17",)),
            replace(BRIEF, kosten=D(20), facturen=("2026-18",), verzonden=date(2026, 10, 2)),
        ],
    ),
    "afrekening-geen-overeenkomst-en-oud": lambda: afrekening(
        replace(FACTUUR, uit_overeenkomst=False),
        Vordering(factuurnummer="oud", bedrag=D("10.00"), verzuimdatum=date(2012, 6, 30)),
        brieven=[BRIEF],
    ),
    "afrekening-onbekende-partijen": lambda: afrekening(
        hoedanigheid=None,
        dag=date(2026, 9, 10),
        afspraken=Afspraken(incassopercentage=D(15), kostenbeding=True),
        incassobureau=Incassobureau(naam="Bureau Snel"),
        betaald=[(date(2026, 9, 2), "5000.00"), (date(2026, 9, 20), "1.00")],
    ),
    "afrekening-later-gefactureerd": lambda: afrekening(
        FACTUUR, replace(TWEEDE, factuurdatum=date(2026, 8, 20)), dag=date(2026, 8, 10)
    ),
    "afrekening-rente-niet-bekend": lambda: afrekening(dag=date(2026, 12, 31)),
    "zakelijk-zonder-aanmaning": lambda: afrekening(
        FACTUUR, TWEEDE, dag=date(2026, 9, 10), hoedanigheid=ONDERNEMER
    ),
    "zakelijk-na-sommatie": lambda: afrekening(
        FACTUUR, TWEEDE, brieven=[SOMMATIE], hoedanigheid=ONDERNEMER
    ),
    "zakelijk-afgesproken": lambda: afrekening(
        brieven=[replace(SOMMATIE, soort=Briefsoort.WIK)],
        hoedanigheid=Hoedanigheid.RECHTSPERSOON,
        afspraken=Afspraken(incassopercentage=D(15), incassominimum=D(250), rentepercentage=D(12)),
    ),
    "zakelijk-afgesproken-minimum": lambda: afrekening(
        brieven=[replace(SOMMATIE, soort=Briefsoort.HERINNERING)],
        hoedanigheid=Hoedanigheid.OVERHEID,
        afspraken=Afspraken(incassominimum=D(250)),
    ),
    "zakelijk-btw": lambda: afrekening(
        brieven=[replace(SOMMATIE, kosten=D("181.50"))],
        hoedanigheid=ONDERNEMER,
        schuldeiser=MET_GROND,
    ),
    "zakelijk-lage-rente": lambda: afrekening(
        dag=date(2026, 9, 2), hoedanigheid=ONDERNEMER, afspraken=Afspraken(rentepercentage=D(9))
    ),
    "zakelijk-oud-verzuim": lambda: afrekening(
        Vordering(factuurnummer="oud", bedrag=D("1000.00"), verzuimdatum=date(2013, 3, 15)),
        brieven=[replace(SOMMATIE, soort=Briefsoort.INGEBREKESTELLING)],
        hoedanigheid=ONDERNEMER,
    ),
}


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
