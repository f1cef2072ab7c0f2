"""``wiktool rente``: interest from the first day of default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wiktool.cli import opties
from wiktool.kern.datum import lees_datum
from wiktool.kern.dossier import Betaling
from wiktool.kern.fouten import NotatieFout
from wiktool.kern.geld import lees_bedrag, lees_hoofdsom
from wiktool.kern.percentage import lees_percentage
from wiktool.recht.rente import bereken_rente
from wiktool.recht.renteverloop import Dagtelling, Rentesoort
from wiktool.weergave import rente as weergave

if TYPE_CHECKING:
    from wiktool.recht.rente import Renteberekening

_FORMATEN = (opties.TEKST, opties.JSON, opties.CSV)


def rente(
    hoofdsom: Annotated[
        str, typer.Argument(metavar="HOOFDSOM", help="Het bedrag zonder rente en kosten.")
    ],
    van: Annotated[
        str,
        opties.dagoptie("--van", hulp="Eerste rentedag: de dag na de laatste dag van betaling."),
    ],
    tot: Annotated[str, opties.dagoptie("--tot", hulp="Laatste rentedag, meegerekend.")],
    soort: Annotated[
        str,
        opties.keuzeoptie("--soort", Rentesoort, "Welke rente; handel ook tegenover de overheid."),
    ] = Rentesoort.WETTELIJK.value,
    percentage: Annotated[
        str | None,
        typer.Option(
            "--percentage", metavar="P", help="Afgesproken rente per jaar, bij contractueel."
        ),
    ] = None,
    enkelvoudig: Annotated[
        bool, typer.Option("--enkelvoudig", help="Geen rente over rente.")
    ] = False,
    dagtelling: Annotated[
        str,
        opties.keuzeoptie(
            "--dagtelling", Dagtelling, "Dagen per jaar: werkelijk (365 of 366) of altijd 365."
        ),
    ] = Dagtelling.WERKELIJK.value,
    betaling: Annotated[
        list[str] | None,
        typer.Option(
            "--betaling",
            metavar="D=BEDRAG",
            help="Een betaling onderweg: eerst op de rente, dan op de hoofdsom. Mag vaker.",
        ),
    ] = None,
    formaat: Annotated[str, opties.formaatoptie(*_FORMATEN)] = opties.TEKST,
) -> None:
    """Bereken wettelijke, handels- of contractuele rente, per periode en met uitleg.

    Samengesteld per jaar vanaf de eerste rentedag, gesplitst bij elke wijziging van het tarief.
    """
    opties.kies(formaat, _FORMATEN, "--formaat")
    berekening = bereken_rente(
        opties.lees_op_de_regel(lees_hoofdsom, hoofdsom, ""),
        van=opties.lees_op_de_regel(lees_datum, van, "--van"),
        tot=opties.lees_op_de_regel(lees_datum, tot, "--tot"),
        soort=Rentesoort(opties.kies(soort, Rentesoort, "--soort")),
        percentage=opties.lees_indien(lees_percentage, percentage, "--percentage"),
        enkelvoudig=enkelvoudig,
        dagtelling=Dagtelling(opties.kies(dagtelling, Dagtelling, "--dagtelling")),
        betalingen=[
            opties.lees_op_de_regel(lees_betaling, tekst, "--betaling") for tekst in betaling or ()
        ],
    )
    opties.schrijf(_in_formaat(berekening, formaat))


def lees_betaling(tekst: str) -> Betaling:
    """Read ``2026-10-01=250,00``.

    Raises:
        NotatieFout: no ``=``, a date or amount that cannot be read, or a payment of nothing.

    >>> lees_betaling("01-10-2026=250,00").bedrag
    Decimal('250.00')
    """
    datum, teken, bedrag = tekst.partition("=")
    if not teken:
        raise NotatieFout(
            f"«{tekst}» is geen betaling", doe="schrijf datum=bedrag: 2026-10-01=250,00"
        )
    dag, betaald = lees_datum(datum), lees_bedrag(bedrag)
    if not betaald:
        raise NotatieFout(f"«{tekst}»: er is niets betaald", doe="geef een bedrag boven nul")
    return Betaling(datum=dag, bedrag=betaald)


def _in_formaat(berekening: Renteberekening, formaat: str) -> str:
    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        return als_json("renteberekening", weergave.als_gegevens(berekening))
    if formaat == opties.CSV:
        from wiktool.weergave.csv import als_csvregel

        rijen = [weergave.KOLOMMEN, *weergave.als_rijen(berekening)]
        return "\n".join(als_csvregel(rij) for rij in rijen)
    return weergave.als_tekst(berekening, opties.opmaak())


app = opties.nieuwe_app(
    rente,
    voorbeelden=(
        "wiktool rente 1250 --van 2026-09-01 --tot 2026-11-21",
        "wiktool rente 10.000,00 --van 2024-01-01 --tot 2024-12-31 --soort handel",
        "wiktool rente 500 --van 2025-09-01 --tot 2026-11-21 --betaling 2026-03-01=50",
        "wiktool rente 500 --van 2025-09-01 --tot 2026-11-21 --formaat csv",
    ),
)
