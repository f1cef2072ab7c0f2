"""A term as text and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.kern.begrippen import Bezorgwijze
from wiktool.kern.notatie import dag_en_datum_nl, datum_nl
from wiktool.weergave.tekst import Opmaak, alinea, bronnen_en_kanttekeningen

if TYPE_CHECKING:
    from datetime import date

    from wiktool.recht.termijnen import Termijnberekening

_WIJZEN: Final = {
    Bezorgwijze.POST: "per post",
    Bezorgwijze.EMAIL: "per e-mail",
    Bezorgwijze.PERSOONLIJK: "persoonlijk overhandigd",
}


def als_tekst(berekening: Termijnberekening, opmaak: Opmaak, peildatum: date) -> str:
    """The term for people: the days, then how they were found."""
    rijen = []
    if berekening.verzonden is not None and berekening.bezorging is not None:
        wijze = _WIJZEN[berekening.bezorging]
        rijen.append(("Verzonden", f"{dag_en_datum_nl(berekening.verzonden)}, {wijze}"))
    rijen += [
        ("Ontvangen", dag_en_datum_nl(berekening.bezorgd)),
        ("Eerste dag", dag_en_datum_nl(berekening.eerste_dag)),
        ("Laatste dag", dag_en_datum_nl(berekening.laatste_dag)),
        ("Kosten vanaf", dag_en_datum_nl(berekening.kosten_vanaf)),
    ]
    regels = [opmaak.vet(f"Termijn van {berekening.dagen} dagen"), ""]
    for kop, waarde in rijen:
        regel = f"{kop:<14}{waarde}"
        regels.append(opmaak.vet(regel) if kop == "Laatste dag" else regel)
    regels += ["", opmaak.vet("Hoe")]
    for stap in berekening.stappen:
        regels += alinea(stap.omschrijving, teken="-")
    regels += bronnen_en_kanttekeningen(berekening.bronnen, berekening.kanttekeningen, opmaak)
    regels += ["", opmaak.zacht(f"Peildatum {datum_nl(peildatum)}")]
    return "\n".join(regels)


def als_gegevens(berekening: Termijnberekening, peildatum: date) -> dict[str, Any]:
    """The object ``wiktool/termijnberekening/1``."""
    from wiktool.weergave import json

    return {
        "peildatum": peildatum,
        "verzonden": berekening.verzonden,
        "bezorging": berekening.bezorging.value if berekening.bezorging else None,
        "bezorgd": berekening.bezorgd,
        "dagen": berekening.dagen,
        "eerste_dag": berekening.eerste_dag,
        "laatste_dag": berekening.laatste_dag,
        "laatste_dag_zonder_verlenging": berekening.laatste_dag_zonder_verlenging,
        "verlengd_wegens": berekening.verlengd_wegens,
        "kosten_vanaf": berekening.kosten_vanaf,
        "stappen": json.stappen(berekening.stappen),
        "bronnen": json.bronnen(berekening.bronnen),
        "kanttekeningen": json.kanttekeningen(berekening.kanttekeningen),
    }
