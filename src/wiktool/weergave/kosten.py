"""The fee as text, JSON and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.kern.begrippen import Hoedanigheid
from wiktool.kern.notatie import (
    bedrag_machine,
    datum_nl,
    euro,
    euro_exact,
    percentage_machine,
    procent,
)
from wiktool.weergave.tekst import Opmaak, bronnen_en_kanttekeningen, regel_met_bedrag

if TYPE_CHECKING:
    from decimal import Decimal

    from wiktool.recht.incassokosten import Kostenberekening

KOLOMMEN: Final = ("invoer", "hoofdsom", "kosten", "btw", "totaal", "fout")

_HOEDANIGHEDEN: Final = {
    Hoedanigheid.CONSUMENT: "een consument",
    Hoedanigheid.ONDERNEMER: "een ondernemer",
    Hoedanigheid.RECHTSPERSOON: "een rechtspersoon",
    Hoedanigheid.OVERHEID: "een overheid",
}


def als_tekst(berekening: Kostenberekening, opmaak: Opmaak) -> str:
    """The calculation for people: per bracket, with its article."""
    regels = [
        opmaak.vet(f"Incassokosten, schuldenaar is {_HOEDANIGHEDEN[berekening.hoedanigheid]}"),
        "",
    ]
    if len(berekening.vorderingen) > 1:
        for nummer, bedrag in enumerate(berekening.vorderingen, start=1):
            regels += regel_met_bedrag(f"Vordering {nummer}", euro(bedrag))
        regels += _lijn()
    regels += regel_met_bedrag("Hoofdsom", euro(berekening.hoofdsom))
    regels.append("")
    for stap in berekening.stappen:
        rechts = euro_exact(stap.bedrag) if stap.bedrag is not None else ""
        regels += regel_met_bedrag(f"  {stap.omschrijving}", rechts)
        if stap.bron is not None:
            regels.append(opmaak.zacht(f"      {stap.bron.aanhaling}"))
    regels += _lijn()
    regels += regel_met_bedrag("Incassokosten", euro(berekening.kosten))
    if berekening.btw_percentage is not None:
        regels += regel_met_bedrag(
            f"Btw {procent(berekening.btw_percentage)}", euro(berekening.btw)
        )
    regels += [
        opmaak.vet(regel) for regel in regel_met_bedrag("Te vorderen", euro(berekening.totaal))
    ]
    regels += bronnen_en_kanttekeningen(berekening.bronnen, berekening.kanttekeningen, opmaak)
    regels += ["", opmaak.zacht(f"Peildatum {datum_nl(berekening.peildatum)}")]
    return "\n".join(regels)


def _lijn() -> list[str]:
    return regel_met_bedrag("", "-" * 14)


def als_gegevens(berekening: Kostenberekening) -> dict[str, Any]:
    """The object ``wiktool/kostenberekening/1``."""
    from wiktool.weergave import json

    return {
        "peildatum": berekening.peildatum,
        "vorderingen": list(berekening.vorderingen),
        "hoofdsom": berekening.hoofdsom,
        "hoedanigheid": berekening.hoedanigheid.value,
        "kosten": berekening.kosten,
        "btw": berekening.btw,
        "btw_percentage": _percentage(berekening.btw_percentage),
        "totaal": berekening.totaal,
        "minimum_toegepast": berekening.minimum_toegepast,
        "maximum_toegepast": berekening.maximum_toegepast,
        "schijven": [
            {
                "van": schijf.van,
                "tot": schijf.tot,
                "percentage": _percentage(schijf.percentage),
                "grondslag": schijf.grondslag,
                "bedrag": schijf.bedrag,
            }
            for schijf in berekening.schijven
        ],
        "stappen": json.stappen(berekening.stappen),
        "bronnen": json.bronnen(berekening.bronnen),
        "kanttekeningen": json.kanttekeningen(berekening.kanttekeningen),
    }


def _percentage(percentage: Decimal | None) -> str | None:
    return None if percentage is None else percentage_machine(percentage)


def als_rij(invoer: str, hoofdsom: Decimal, kosten: Decimal, btw: Decimal) -> tuple[str, ...]:
    """One row in the order of ``KOLOMMEN``."""
    bedragen = (hoofdsom, kosten, btw, kosten + btw)
    return (invoer, *map(bedrag_machine, bedragen), "")


def als_foutrij(invoer: str, fout: str) -> tuple[str, ...]:
    """A row for a line that could not be read."""
    return (invoer, "", "", "", "", fout)


def vergelijking(berekening: Kostenberekening, gevraagd: Decimal) -> dict[str, Any]:
    """A charged fee beside the tariff: equal, too high or too low, and by how much."""
    verschil = gevraagd - berekening.totaal
    oordeel = "gelijk" if not verschil else "te_hoog" if verschil > 0 else "te_laag"
    return {"gevraagd": gevraagd, "verschil": abs(verschil), "oordeel": oordeel}


def vergelijking_als_tekst(berekening: Kostenberekening, gevraagd: Decimal) -> str:
    """The comparison in a sentence, with what it means."""
    uitkomst = vergelijking(berekening, gevraagd)
    volgens = f"volgens de staffel {euro(berekening.totaal)} over {euro(berekening.hoofdsom)}"
    if uitkomst["oordeel"] == "gelijk":
        return f"Gelijk: gevraagd {euro(gevraagd)}, {volgens}."
    hoe = "te hoog" if uitkomst["oordeel"] == "te_hoog" else "te laag"
    gevolg = (
        "Een brief die te veel noemt, kan alle kosten verspelen."
        if hoe == "te hoog"
        else "Een brief die te weinig noemt, beperkt de vordering tot dat bedrag."
    )
    verschil = euro(uitkomst["verschil"])
    return f"{verschil} {hoe}: gevraagd {euro(gevraagd)}, {volgens}.\n{gevolg}"
