"""Interest as text, JSON and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.kern.geld import rond_af
from wiktool.kern.notatie import bedrag_machine, euro, procent
from wiktool.recht.renteverloop import Dagtelling, Rentesoort
from wiktool.weergave.tekst import Opmaak, alinea, bronnen_en_kanttekeningen, regel_met_bedrag

if TYPE_CHECKING:
    from decimal import Decimal

    from wiktool.recht.rente import Renteberekening
    from wiktool.recht.renteverloop import Renteperiode, Rentevoorwaarden

KOLOMMEN: Final = ("van", "tot", "dagen", "jaardagen", "percentage", "grondslag", "rente")

_SOORTEN: Final = {
    Rentesoort.WETTELIJK: "Wettelijke rente",
    Rentesoort.HANDEL: "Wettelijke handelsrente",
    Rentesoort.CONTRACTUEEL: "Contractuele rente",
}


def als_tekst(berekening: Renteberekening, opmaak: Opmaak) -> str:
    """The calculation for people: per period, with its rate and its article."""
    regels = [opmaak.vet(soort_in_woorden(berekening.voorwaarden)), ""]
    regels += regel_met_bedrag("Hoofdsom", euro(berekening.hoofdsom))
    regels.append("")
    *stappen, _samen = berekening.stappen
    for stap in stappen:
        if stap.bedrag is None:
            regels += alinea(stap.omschrijving)
        else:
            regels += regel_met_bedrag(f"  {stap.omschrijving}", euro(stap.bedrag))
        if stap.bron is not None:
            regels.append(opmaak.zacht(f"      {stap.bron.aanhaling}"))
    regels += regel_met_bedrag("", "-" * 14)
    regels += [opmaak.vet(regel) for regel in regel_met_bedrag("Rente", euro(berekening.rente))]
    if berekening.boekingen:
        regels += regel_met_bedrag("Rente nog open", euro(berekening.rente_open))
        regels += regel_met_bedrag("Hoofdsom nog open", euro(berekening.hoofdsom_open))
    if berekening.rest:
        regels += regel_met_bedrag("Te veel betaald", euro(berekening.rest))
    if berekening.dagrente is not None:
        regels += regel_met_bedrag("Rente per dag daarna", euro(berekening.dagrente))
    if len(berekening.perioden) > 1:
        regels += ["", "Per periode afgerond getoond; opgeteld is zonder tussentijds afronden."]
    regels += bronnen_en_kanttekeningen(berekening.bronnen, berekening.kanttekeningen, opmaak)
    return "\n".join(regels)


def soort_in_woorden(voorwaarden: Rentevoorwaarden) -> str:
    """Which interest, and how it is counted where that is not the usual way."""
    delen = [_SOORTEN[voorwaarden.soort]]
    if voorwaarden.percentage is not None:
        delen.append(f"van {procent(voorwaarden.percentage)} per jaar")
    bijzonder = ["enkelvoudig"] if voorwaarden.enkelvoudig else []
    if voorwaarden.dagtelling is Dagtelling.VAST:
        bijzonder.append("365 dagen per jaar")
    if bijzonder:
        delen.append(f"({', '.join(bijzonder)})")
    return " ".join(delen)


def als_gegevens(berekening: Renteberekening) -> dict[str, Any]:
    """The object ``wiktool/renteberekening/1``."""
    from wiktool.weergave import json

    voorwaarden = berekening.voorwaarden
    return {
        "hoofdsom": berekening.hoofdsom,
        "soort": voorwaarden.soort.value,
        "percentage": als_percentage(voorwaarden.percentage),
        "enkelvoudig": voorwaarden.enkelvoudig,
        "dagtelling": voorwaarden.dagtelling.value,
        "van": berekening.van,
        "tot": berekening.tot,
        "rente": berekening.rente,
        "perioden": [periode_als_gegevens(periode) for periode in berekening.perioden],
        "betalingen": [
            {
                "datum": boeking.datum,
                "bedrag": boeking.bedrag,
                "rente": boeking.rente,
                "hoofdsom": boeking.hoofdsom,
                "rest": boeking.rest,
            }
            for boeking in berekening.boekingen
        ],
        "rente_open": berekening.rente_open,
        "hoofdsom_open": berekening.hoofdsom_open,
        "rest": berekening.rest,
        "dagrente": berekening.dagrente,
        "stappen": json.stappen(berekening.stappen),
        "bronnen": json.bronnen(berekening.bronnen),
        "kanttekeningen": json.kanttekeningen(berekening.kanttekeningen),
    }


def periode_als_gegevens(periode: Renteperiode) -> dict[str, Any]:
    """One period as JSON; amounts rounded to cents, the sum was not."""
    return {
        "van": periode.van,
        "tot": periode.tot,
        "dagen": periode.dagen,
        "jaardagen": periode.jaardagen,
        "percentage": als_percentage(periode.percentage),
        "grondslag": rond_af(periode.grondslag),
        "rente": rond_af(periode.rente),
    }


def als_percentage(percentage: Decimal | None) -> str | None:
    """A rate as it was published, ``12.50``."""
    return None if percentage is None else f"{percentage:f}"


def als_rijen(berekening: Renteberekening) -> list[tuple[str, ...]]:
    """One row per period in the order of ``KOLOMMEN``."""
    return [
        (
            periode.van.isoformat(),
            periode.tot.isoformat(),
            str(periode.dagen),
            str(periode.jaardagen),
            f"{periode.percentage:f}",
            bedrag_machine(periode.grondslag),
            bedrag_machine(periode.rente),
        )
        for periode in berekening.perioden
    ]
