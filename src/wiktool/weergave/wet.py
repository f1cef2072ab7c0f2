"""The legal tables as text and JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from wiktool.kern.notatie import MAANDEN, bedrag_nl, datum_nl, procent
from wiktool.weergave.tekst import Opmaak, alinea

if TYPE_CHECKING:
    from wiktool.wetgegevens.tabel import Tabel, Versie

_EUROVELDEN: Final = frozenset(
    {
        "minimum",
        "maximum",
        "eerste",
        "volgende",
        "plafond",
        "bedrag",
        "balanstotaal",
        "netto_omzet",
    }
)


def overzicht_als_tekst(tabellen: list[Tabel], opmaak: Opmaak) -> str:
    """The tables by name, with their title and what is known."""
    regels = [opmaak.vet("Wettelijke tabellen")]
    for t in tabellen:
        regels += ["", opmaak.vet(t.id), *alinea(t.titel)]
        regels += alinea(f"bekend {t.bereik}")
        regels.append(opmaak.zacht(f"  gecontroleerd op {datum_nl(t.gecontroleerd_op)}"))
    regels += ["", "wiktool wet TABEL toont de waarden met hun bron."]
    return "\n".join(regels)


def tabel_als_tekst(t: Tabel, opmaak: Opmaak) -> str:
    """Every version of one table with its source."""
    regels = [
        opmaak.vet(t.titel),
        f"  bekend        {t.bereik}",
        f"  aanknoping    {t.aanknoping}",
        f"  gecontroleerd {datum_nl(t.gecontroleerd_op)}",
    ]
    for versie in reversed(t.versies):
        regels += ["", opmaak.vet(versie.geldigheid)]
        regels += [f"  {regel}" for regel in _waarden(versie)]
        vindplaats = f"; {versie.vindplaats}" if versie.vindplaats else ""
        regels += [opmaak.zacht(r) for r in alinea(f"{versie.bron.aanhaling}{vindplaats}")]
        regels.append(opmaak.zacht(f"  {versie.bron.url}"))
        regels.append(opmaak.zacht(f"  bewijs: {versie.bron.bewijs}"))
    if dagen := t.overig.get("feestdag"):
        regels += ["", opmaak.vet("Feestdagen"), *(f"  {_feestdag(dag)}" for dag in dagen)]
    if groepen := t.overig.get("gelijkgesteld"):
        regels += ["", opmaak.vet("Gelijkgestelde dagen")]
        for groep in groepen:
            regels += _gelijkgesteld(groep, opmaak)
    return "\n".join(regels)


def _waarden(versie: Versie) -> list[str]:
    regels = []
    for naam, waarde in versie.waarden.items():
        kop = naam.replace("_", " ")
        if naam == "schijven":
            regels += _schijven(waarde)
        elif naam == "procent":
            regels.append(f"percentage {procent(Decimal(waarde))}")
        elif naam in _EUROVELDEN:
            regels.append(f"{kop} € {bedrag_nl(Decimal(waarde))}")
        elif isinstance(waarde, bool):
            regels.append(f"{kop} {'ja' if waarde else 'nee'}")
        else:
            regels.append(f"{kop} {waarde}")
    return regels


def _schijven(schijven: list[dict[str, str]]) -> list[str]:
    regels, van = [], "0"
    for schijf in schijven:
        grens = f"tot € {bedrag_nl(Decimal(schijf['tot']))}" if "tot" in schijf else "en hoger"
        regels.append(
            f"{procent(Decimal(schijf['procent'])):>5} over het deel van "
            f"€ {bedrag_nl(Decimal(van))} {grens}"
        )
        van = schijf.get("tot", van)
    return regels


def _feestdag(dag: dict[str, Any]) -> str:
    """One rule of the calendar in words, ``Goede Vrijdag: 2 dagen voor Pasen``."""
    if "pasen" in dag:
        afstand = abs(dag["pasen"])
        woord = "dag" if afstand == 1 else "dagen"
        wanneer = f"{afstand} {woord} {'voor' if dag['pasen'] < 0 else 'na'} eerste paasdag"
    else:
        wanneer = f"{dag['dag']} {MAANDEN[dag['maand'] - 1]}"
    if "op_zondag" in dag:
        wanneer += ", op zondag een dag eerder"
    if "vanaf" in dag:
        wanneer += f", vanaf {dag['vanaf']}"
    if "tot_en_met" in dag:
        wanneer += f", tot en met {dag['tot_en_met']}"
    return f"{dag['naam']}: {wanneer}"


def _gelijkgesteld(groep: dict[str, Any], opmaak: Opmaak) -> list[str]:
    kop = f"  {groep['van']} tot en met {groep['tot_en_met']}"
    dagen = ", ".join(datum_nl(dag) for dag in groep["dagen"])
    bewijs = opmaak.zacht(f"    bewijs: {groep['bewijs']}")
    return [kop, *alinea(dagen, inspring=4), bewijs]


def als_gegevens(t: Tabel) -> dict[str, Any]:
    """One table as JSON."""
    return {
        "id": t.id,
        "titel": t.titel,
        "aanknoping": t.aanknoping,
        "gecontroleerd_op": t.gecontroleerd_op,
        "versies": [
            {
                "geldig_van": v.geldig_van,
                "geldig_tot": v.geldig_tot,
                "waarden": v.waarden,
                "bron": {"aanhaling": v.bron.aanhaling, "url": v.bron.url},
                "vindplaats": v.vindplaats or None,
                "bewijs": v.bron.bewijs.value,
            }
            for v in t.versies
        ],
        **t.overig,
    }
