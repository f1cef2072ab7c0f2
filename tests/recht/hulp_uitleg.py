"""The cases of which the explanation is kept: costs, terms, interest, default, whole accounts."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

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
from wiktool.kern.uitkomst import Kanttekening, Stap
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.incassokosten import bereken_incassokosten
from wiktool.recht.rente import bereken_rente
from wiktool.recht.renteverloop import Dagtelling, Rentesoort
from wiktool.recht.termijnbetalingen import Post, bereken_aanmaningskosten
from wiktool.recht.termijnen import bereken_termijn
from wiktool.recht.toerekening import Schuld, reken_toe
from wiktool.recht.verzuim import bepaal_verzuim

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
