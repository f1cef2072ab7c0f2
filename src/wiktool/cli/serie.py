"""``wiktool serie``: one letter per debtor, out of a whole export of open items."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiktool.cli import opties, serieopties
from wiktool.cli.hoofd import BEVINDINGEN, KLAAR, ONDERBROKEN
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
from wiktool.kern.datum import lees_datum
from wiktool.kern.geld import lees_bedrag
from wiktool.kern.notatie import euro

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from wiktool.invoer.instellingen import Instellingen
    from wiktool.taken.formaten import Formaat
    from wiktool.taken.serie.bronnen import Invoer
    from wiktool.taken.serie.model import Uitslag
    from wiktool.taken.serie.uitvoeren import Samenvatting
    from wiktool.taken.serie.voorbereiden import Bijlagen


def serie(
    invoer: Annotated[
        list[str],
        typer.Argument(
            metavar="INVOER...",
            help="Open posten (.csv, .xlsx), UBL-facturen, dossiers of een map; - is stdin.",
        ),
    ],
    soort: Annotated[
        str,
        opties.keuzeoptie("--soort", Briefsoort, "Welke brief."),
    ] = "wik",
    uit: Annotated[
        str | None,
        typer.Option("--uit", metavar="MAP", help="Schrijf brieven en lijsten hierheen."),
    ] = None,
    formaat: Annotated[
        list[str] | None,
        opties.keuzeoptie(
            "--formaat",
            (*opties.BRIEFFORMATEN, *serieopties.UITVOER),
            "Van de brieven [standaard: docx]; jsonl of csv: de uitkomst op stdout.",
        ),
    ] = None,
    peildatum: Annotated[
        str | None,
        opties.dagoptie(
            "--datum", "--peildatum", hulp="Datum van de brieven. [standaard: vandaag]"
        ),
    ] = None,
    droogloop: Annotated[
        bool, typer.Option("--droogloop", help="Zeg wat er zou gebeuren; schrijf niets.")
    ] = False,
    hervat: Annotated[
        bool, typer.Option("--hervat", help="Ga verder met een serie die niet af was.")
    ] = False,
    kolom: Annotated[
        list[str] | None,
        serieopties.kolomoptie("--kolom", "Wijs een kolom aan: openstaand=Saldo."),
    ] = None,
    toon_kolommen: Annotated[
        bool, typer.Option("--toon-kolommen", help="Toon wat van de invoer is begrepen; meer niet.")
    ] = False,
    blad: Annotated[
        str, typer.Option("--blad", metavar="NAAM", help="Het blad van een werkmap.")
    ] = "",
    omgekeerd: Annotated[
        bool, typer.Option("--omgekeerd", help="Wat u krijgt, staat als negatief bedrag.")
    ] = False,
    betaaltermijn: Annotated[
        str | None,
        typer.Option(
            "--betaaltermijn",
            metavar="DAGEN",
            help="Dagen na de factuurdatum, voor regels zonder vervaldatum.",
        ),
    ] = None,
    relaties: Annotated[
        str | None,
        typer.Option("--relaties", metavar="PAD", help="Namen en adressen (.csv, .xlsx)."),
    ] = None,
    relatiekolom: Annotated[
        list[str] | None,
        serieopties.kolomoptie("--relatiekolom", "Wijs een kolom van --relaties aan."),
    ] = None,
    bank: Annotated[
        list[str] | None,
        typer.Option(
            "--bank",
            metavar="PAD",
            help="Bijschrijvingen sinds de export: CAMT.053, MT940, ING, Rabobank of ABN AMRO.",
        ),
    ] = None,
    verwerkt_tot: Annotated[
        str | None,
        opties.dagoptie(
            "--verwerkt-tot", hulp="De laatste dag waarvan de betalingen al in de export zitten."
        ),
    ] = None,
    aanmaningen: Annotated[
        list[str] | None,
        typer.Option(
            "--aanmaningen",
            metavar="PAD",
            help="overzicht.csv of journaal.jsonl van brieven die al zijn verzonden.",
        ),
    ] = None,
    minimum: Annotated[
        str | None,
        typer.Option("--minimum", metavar="BEDRAG", help="Geen brief onder deze hoofdsom."),
    ] = None,
    streng: Annotated[bool, typer.Option("--streng", help="Geen brief zonder adres.")] = False,
    toon: opties.Toonkeuze = None,
    taal: opties.Taalkeuze = None,
    bezorging: opties.Bezorging = None,
    hoedanigheid: Annotated[
        str | None,
        opties.keuzeoptie(
            "--hoedanigheid",
            Hoedanigheid,
            "Van schuldenaren waarvan de invoer het niet zegt. [standaard: consument]",
        ),
    ] = None,
    fatale_termijn: Annotated[
        bool | None,
        opties.janeeoptie(
            "--fatale-termijn/--geen-fatale-termijn",
            "Of de betaaltermijn is afgesproken, voor vorderingen die het niet zeggen.",
        ),
    ] = None,
    een_pdf: Annotated[
        bool, typer.Option("--een-pdf", help="Voeg alle brieven ook samen, voor de printer.")
    ] = False,
    werkers: Annotated[
        str | None,
        typer.Option("--werkers", metavar="N", help="Processen. [standaard: die van de machine]"),
    ] = None,
    hoogstens: Annotated[
        str | None, typer.Option("--max", metavar="N", help="Maak ten hoogste N brieven.")
    ] = None,
    deel: Annotated[
        str | None,
        typer.Option("--deel", metavar="K/N", help="Neem elke N-de schuldenaar, vanaf de K-de."),
    ] = None,
) -> int:
    """Maak brieven voor vele schuldenaren: één brief per schuldenaar met alles wat in verzuim is.

    Wat niet zeker te begrijpen is, komt in fouten.csv; verbeter dat en voer het opnieuw in.
    """
    from wiktool.invoer.instellingen import zoek_instellingen
    from wiktool.taken.serie.bronnen import Leeswijze, lees_invoer, vind_bestanden
    from wiktool.taken.serie.voorbereiden import Bijlagen

    formaten = serieopties.kies_formaten(formaat, een_pdf=een_pdf)
    leeswijze = Leeswijze(
        kolommen=serieopties.lees_kolommen(kolom),
        blad=blad,
        omgekeerd=omgekeerd,
        betaaltermijn=serieopties.lees_aantal(betaaltermijn, "--betaaltermijn", hoogstens=365),
    )
    bijlagen = Bijlagen(
        relaties=Path(relaties) if relaties else None,
        relatiekolommen=serieopties.lees_kolommen(relatiekolom),
        bank=[Path(pad) for pad in bank or ()],
        verwerkt_tot=opties.lees_indien(lees_datum, verwerkt_tot, "--verwerkt-tot"),
        aanmaningen=[Path(pad) for pad in aanmaningen or ()],
    )
    brieven = _Brieven(
        soort=Briefsoort(opties.kies(soort, Briefsoort, "--soort")),
        datum=opties.lees_peildatum(peildatum),
        formaat=formaten.brief,
        map=serieopties.kies_map(uit, formaten, droogloop=droogloop or toon_kolommen),
        toon=opties.lees_keuze(toon, Toon, "--toon"),
        taal=opties.lees_keuze(taal, Taal, "--taal"),
        bezorging=opties.lees_keuze(bezorging, Bezorgwijze, "--bezorging"),
        hoedanigheid=opties.lees_keuze(hoedanigheid, Hoedanigheid, "--hoedanigheid"),
        fatale_termijn=fatale_termijn,
        minimum=opties.lees_indien(lees_bedrag, minimum, "--minimum"),
        streng=streng,
    )
    gang = _Gang(
        werkers=serieopties.lees_werkers(werkers),
        hoogstens=serieopties.lees_aantal(hoogstens, "--max", hoogstens=10**9),
        hervat=hervat,
        een_pdf=een_pdf,
        deel=serieopties.lees_deel(deel),
    )
    instellingen = zoek_instellingen()
    anders = (*bijlagen.bank, *bijlagen.aanmaningen)
    anders = (*anders, bijlagen.relaties) if bijlagen.relaties else anders
    with vind_bestanden(invoer, sys.stdin.buffer, behalve=anders) as bestanden:
        gelezen = lees_invoer(bestanden, leeswijze, instellingen)
        if toon_kolommen:
            return _toon_kolommen(gelezen, formaten.uitkomst)
        return _voer_uit(gelezen, bijlagen, brieven, gang, instellingen, formaten.uitkomst)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brieven:
    """What was asked of the letters."""

    soort: Briefsoort
    datum: date
    formaat: Formaat
    map: Path | None
    toon: Toon | None
    taal: Taal | None
    bezorging: Bezorgwijze | None
    hoedanigheid: Hoedanigheid | None
    fatale_termijn: bool | None
    minimum: Decimal | None
    streng: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gang:
    """What was asked of the run."""

    werkers: int
    hoogstens: int | None
    hervat: bool
    een_pdf: bool
    deel: tuple[int, int]


def _voer_uit(
    gelezen: Invoer,
    bijlagen: Bijlagen,
    brieven: _Brieven,
    gang: _Gang,
    instellingen: Instellingen,
    uitkomst: str,
) -> int:
    from wiktool.cli.voortgang import Voortgang
    from wiktool.taken.huisstijl import maak_huisstijl
    from wiktool.taken.serie import uitvoeren
    from wiktool.taken.serie.lijsten import noem_zonder_zaak
    from wiktool.taken.serie.model import Deel, Opdracht
    from wiktool.taken.serie.voorbereiden import bereid_voor, maak_afzender

    afzender = None
    if gelezen.tabellen:
        afzender = maak_afzender(instellingen, fatale_termijn=brieven.fatale_termijn)
    voorbereid = bereid_voor(gelezen, bijlagen)
    opties.zeg(*(f"let op: {melding}" for melding in voorbereid.meldingen))
    opdracht = Opdracht(
        **{veld.name: getattr(brieven, veld.name) for veld in fields(brieven)},
        afzender=afzender,
        overig=tuple(tabel.overig for _, tabel in gelezen.tabellen),
        huisstijl=maak_huisstijl(instellingen),
        bijlagen=bijlagen.die_brieven_schelen,
    )
    vorm = uitkomst or ("" if brieven.map else opties.TEKST)
    with Voortgang("schuldenaren") as voortgang:
        loop = uitvoeren.Loop(
            werkers=gang.werkers,
            hervat=gang.hervat,
            hoogstens=gang.hoogstens,
            een_pdf=gang.een_pdf,
            deel=Deel(nummer=gang.deel[0], van=gang.deel[1]),
            meld=voortgang.meld,
            bij_uitslag=_Uitkomst(vorm),
        )
        samenvatting = uitvoeren.voer_uit(voorbereid.zaken, gelezen, opdracht, loop)
    if brieven.map is None:
        noem = opties.schrijf if vorm == opties.TEKST else opties.zeg
        for regel in noem_zonder_zaak(gelezen, loop.deel):
            noem(regel)
    rijen_over = sum(len(tabel.overgeslagen) for _, tabel in gelezen.tabellen)
    _vat_samen(samenvatting, brieven.map, rijen_over)
    if samenvatting.onderbroken:
        return ONDERBROKEN
    return BEVINDINGEN if samenvatting.rijen or samenvatting.afgewezen else KLAAR


class _Uitkomst:
    """Writes every result to stdout as it comes; nothing without a form."""

    def __init__(self, vorm: str) -> None:
        self._vorm = vorm
        if vorm == opties.CSV:
            from wiktool.taken.serie.uitvoer import OVERZICHT

            self._rij(OVERZICHT)

    def __call__(self, uitslag: Uitslag) -> None:
        from wiktool.taken.serie.model import Stand
        from wiktool.taken.serie.uitvoer import overzichtsrij

        if self._vorm == opties.JSONL:
            from wiktool.taken.serie.uitvoer import als_gegevens
            from wiktool.weergave.json import als_jsonregel

            opties.schrijf(als_jsonregel("serie", als_gegevens(uitslag)))
        elif self._vorm == opties.CSV and uitslag.stand is Stand.GESCHREVEN:
            self._rij(overzichtsrij(uitslag))
        elif self._vorm == opties.TEKST:
            from wiktool.taken.serie.uitvoer import als_regel

            opties.schrijf(als_regel(uitslag))

    @staticmethod
    def _rij(velden: Iterable[str]) -> None:
        from wiktool.taken.serie.uitvoer import als_rij

        opties.schrijf(als_rij(velden).rstrip("\r\n"))


def _vat_samen(som: Samenvatting, map_: Path | None, rijen_over: int) -> None:
    """Say on stderr what the run came to."""
    from wiktool.weergave.serie import som_als_tekst

    zou = "zou" if som.geschreven == 1 else "zouden"
    werkwoord = "geschreven" if map_ else f"{zou} worden geschreven"
    kosten = f", kosten {euro(som.kosten)}" if som.kosten else ""
    regels = [f"let op: {tekst}" for tekst in som.algemeen]
    regels.append(
        f"{som_als_tekst([(som.geschreven, 'brief', 'brieven')]) or 'geen brieven'} {werkwoord}"
        + (f" in {map_}" if map_ else "")
        + (f": hoofdsom {euro(som.hoofdsom)}{kosten}" if som.geschreven else "")
    )
    if rest := som_als_tekst(
        [
            (som.eerder, "was al eerder gemaakt", "waren al eerder gemaakt"),
            (som.overgeslagen, "schuldenaar overgeslagen", "schuldenaren overgeslagen"),
            (rijen_over, "regel overgeslagen", "regels overgeslagen"),
            (som.zonder_adres, "brief zonder adres", "brieven zonder adres"),
            (som.rest, "schuldenaar nog niet gedaan", "schuldenaren nog niet gedaan"),
        ]
    ):
        waar = _waar(som, "overgeslagen") if som.overgeslagen or rijen_over else ""
        regels.append(f"  {rest}" + (f"; waarom staat{waar}" if waar else ""))
    if som.rijen:
        waar = _waar(som, "fouten")
        regels.append(f"  {som_als_tekst([(som.rijen, 'regel', 'regels')])} afgewezen{waar}")
    if som.onderbroken:
        regels.append("wiktool: onderbroken; ga verder met --hervat")
    opties.zeg(*regels)


def _waar(som: Samenvatting, lijst: str) -> str:
    """In which file a list stands; empty when none was written."""
    return next((f" in {pad}" for pad in som.bestanden if pad.name.startswith(lijst)), "")


def _toon_kolommen(gelezen: Invoer, uitkomst: str) -> int:
    from wiktool.weergave.serie import kolommen_als_gegevens, kolommen_als_tekst

    for _, tabel in gelezen.tabellen:
        if uitkomst == opties.JSONL:
            from wiktool.weergave.json import als_jsonregel

            opties.schrijf(als_jsonregel("kolommen", kolommen_als_gegevens(tabel)))
        else:
            opties.schrijf(kolommen_als_tekst(tabel, opties.opmaak()))
    if gelezen.dossiers:
        opties.zeg(f"{len(gelezen.dossiers)} dossiers en facturen")
    return BEVINDINGEN if gelezen.rijen_afgewezen or gelezen.mislukt else KLAAR


app = opties.nieuwe_app(
    serie,
    voorbeelden=(
        "wiktool serie openposten.csv --toon-kolommen",
        "wiktool serie openposten.csv --relaties relaties.csv --droogloop",
        "wiktool serie openposten.xlsx --bank afschrift.xml --uit brieven",
        "wiktool serie openposten.csv --formaat pdf --een-pdf --uit brieven --hervat",
    ),
)
