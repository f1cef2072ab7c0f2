"""The legal tables as text and JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from wiktool.kern.notatie import bedrag_nl, datum_nl, procent

if TYPE_CHECKING:
    from wiktool.weergave.tekst import Opmaak
    from wiktool.wetgegevens.tabel import Tabel, Versie

_EUROVELDEN: Final = frozenset({"minimum", "maximum", "eerste", "volgende", "plafond", "bedrag"})


def overzicht_als_tekst(tabellen: list[Tabel], opmaak: Opmaak) -> str:
    """One line per table."""
    breed = max(len(t.id) for t in tabellen)
    regels = [opmaak.vet("Wettelijke tabellen"), ""]
    for t in tabellen:
        regels.append(f"{t.id:<{breed}}  {t.titel}")
        regels.append(
            opmaak.zacht(
                f"{'':<{breed}}  bekend {t.bereik}; gecontroleerd op {datum_nl(t.gecontroleerd_op)}"
            )
        )
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
        regels.append(opmaak.zacht(f"  {versie.bron.aanhaling}{vindplaats}"))
        regels.append(opmaak.zacht(f"  {versie.bron.url} (bewijs: {versie.bron.bewijs})"))
    for naam, rijen in t.overig.items():
        regels += ["", opmaak.vet(naam), *(f"  {_rij(rij)}" for rij in rijen)]
    return "\n".join(regels)


def _waarden(versie: Versie) -> list[str]:
    regels = []
    for naam, waarde in versie.waarden.items():
        if naam == "schijven":
            regels += _schijven(waarde)
        elif naam == "procent":
            regels.append(f"percentage {procent(Decimal(waarde))}")
        elif naam in _EUROVELDEN:
            regels.append(f"{naam} € {bedrag_nl(Decimal(waarde))}")
        else:
            regels.append(f"{naam} {waarde}")
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


def _rij(rij: dict[str, Any]) -> str:
    return ", ".join(f"{naam} {_plat(waarde)}" for naam, waarde in rij.items())


def _plat(waarde: object) -> str:
    if isinstance(waarde, list):
        return " ".join(_plat(deel) for deel in waarde)
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


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
