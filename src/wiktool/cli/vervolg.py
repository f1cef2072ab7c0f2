"""``wiktool vervolg``: what can be done now, per letter that was sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from wiktool.cli import opties
from wiktool.cli.hoofd import BEVINDINGEN, KLAAR, NIET_MOGELIJK, ernstigste
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Toon
from wiktool.kern.datum import lees_datum

if TYPE_CHECKING:
    from datetime import date

    from wiktool.invoer.instellingen import Instellingen
    from wiktool.taken.formaten import Formaat
    from wiktool.taken.serie.model import Zaak
    from wiktool.taken.vervolg import Vervolg

_FORMATEN: Final = (opties.TEKST, opties.JSON, opties.CSV, opties.JSONL)


def vervolg(
    invoer: Annotated[
        str,
        typer.Argument(
            metavar="OVERZICHT|DOSSIER",
            help="overzicht.csv of de map van een serie, of één dossier.",
        ),
    ],
    peildatum: opties.Peildatum = None,
    bank: Annotated[
        list[str] | None,
        typer.Option(
            "--bank",
            metavar="PAD",
            help="Bijschrijvingen sinds de brieven: CAMT.053, MT940, ING, Rabobank of ABN AMRO.",
        ),
    ] = None,
    verwerkt_tot: Annotated[
        str | None,
        opties.dagoptie(
            "--verwerkt-tot",
            hulp="De laatste dag die de brieven al meetelden. [standaard: hun datum]",
        ),
    ] = None,
    uit: Annotated[
        str | None,
        typer.Option("--uit", metavar="MAP", help="Schrijf de sommaties die mogen, hierheen."),
    ] = None,
    brief: Annotated[
        str, opties.keuzeoptie("--brief", opties.BRIEFFORMATEN, "Formaat daarvan.")
    ] = "docx",
    toon: opties.Toonkeuze = None,
    bezorging: opties.Bezorging = None,
    formaat: Annotated[str, opties.formaatoptie(*_FORMATEN)] = opties.TEKST,
) -> int:
    """Zie per verzonden brief wat er nu kan: wachten, afsluiten of sommeren.

    Met --uit worden sommaties gemaakt voor wie niet op tijd heeft betaald; nooit te vroeg.
    """
    from wiktool.invoer.instellingen import zoek_instellingen
    from wiktool.taken.formaten import Formaat
    from wiktool.taken.vervolg import Vervolgstand, bepaal_vervolg, lees_zaken, verwerk_bank

    opties.kies(formaat, _FORMATEN, "--formaat")
    vorm = Formaat(opties.kies(brief, Formaat, "--brief"))
    dag = opties.lees_peildatum(peildatum)
    instellingen = zoek_instellingen()
    zaken = lees_zaken(Path(invoer), instellingen)
    meldingen = verwerk_bank(
        zaken,
        [Path(pad) for pad in bank or ()],
        verwerkt_tot=opties.lees_indien(lees_datum, verwerkt_tot, "--verwerkt-tot"),
    )
    opties.zeg(*(f"let op: {melding}" for melding in meldingen))
    gevonden = list(bepaal_vervolg(zaken, peildatum=dag))
    opties.schrijf(_in_formaat(gevonden, dag, formaat))
    onbekend = any(stap.stand is Vervolgstand.ONBEKEND for stap in gevonden)
    code = NIET_MOGELIJK if onbekend else KLAAR
    if uit is None:
        return code
    keuzes = (
        opties.lees_keuze(toon, Toon, "--toon"),
        opties.lees_keuze(bezorging, Bezorgwijze, "--bezorging"),
    )
    gesommeerd = _sommeer(zaken, gevonden, (Path(uit), vorm, dag), keuzes, instellingen)
    return ernstigste([code, gesommeerd])


def _sommeer(
    zaken: list[Zaak],
    gevonden: list[Vervolg],
    waar: tuple[Path, Formaat, date],
    keuzes: tuple[Toon | None, Bezorgwijze | None],
    instellingen: Instellingen,
) -> int:
    """Make the final demands that may go.

    Raises:
        Weigering: of a single dossier the final demand may not go.
    """
    from wiktool.taken.huisstijl import maak_huisstijl
    from wiktool.taken.serie.bronnen import Invoer
    from wiktool.taken.serie.model import Opdracht
    from wiktool.taken.serie.uitvoeren import Loop, voer_uit
    from wiktool.weergave.serie import som_als_tekst

    if len(gevonden) == 1 and gevonden[0].bezwaar is not None:
        raise gevonden[0].bezwaar
    mag = {stap.sleutel for stap in gevonden if stap.kan_sommeren}
    if not mag:
        opties.zeg("er is niets om nu te sommeren")
        return KLAAR
    map_, vorm, dag = waar
    opdracht = Opdracht(
        soort=Briefsoort.SOMMATIE,
        datum=dag,
        formaat=vorm,
        map=map_,
        afzender=None,
        toon=keuzes[0],
        bezorging=keuzes[1],
        huisstijl=maak_huisstijl(instellingen),
    )
    som = voer_uit([z for z in zaken if z.sleutel in mag], Invoer(), opdracht, Loop())
    opties.zeg(f"{som_als_tekst([(som.geschreven, 'sommatie', 'sommaties')])} geschreven in {map_}")
    return BEVINDINGEN if som.afgewezen else KLAAR


def _in_formaat(gevonden: list[Vervolg], dag: date, formaat: str) -> str:
    from wiktool.taken import vervolgweergave as weergave

    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        return als_json("vervolg", weergave.als_gegevens(gevonden, dag))
    if formaat == opties.JSONL:
        from wiktool.weergave.json import als_jsonregel

        return "\n".join(als_jsonregel("vervolgregel", weergave.regel(stap)) for stap in gevonden)
    if formaat == opties.CSV:
        return weergave.als_csv(gevonden)
    return weergave.als_tekst(gevonden, dag)


app = opties.nieuwe_app(
    vervolg,
    voorbeelden=(
        "wiktool vervolg brieven/overzicht.csv --bank afschrift.xml",
        "wiktool vervolg brieven/overzicht.csv --bank afschrift.xml --uit sommaties",
        "wiktool vervolg dossier.toml --peildatum 2026-12-21",
    ),
)
