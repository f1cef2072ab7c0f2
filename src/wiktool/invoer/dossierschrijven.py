"""A dossier written back: what is read from the result is the same dossier."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.dossieropbouw import SCHEMA
from wiktool.kern.notatie import bedrag_machine, percentage_machine

if TYPE_CHECKING:
    from wiktool.kern.dossier import Dossier

_PERCENTAGES: Final = frozenset({"incassopercentage", "rentepercentage"})


def als_json(dossier: Dossier) -> str:
    """The dossier as JSON; amounts and dates as text, what is empty left out.

    >>> from wiktool.kern.dossier import Schuldeiser, Schuldenaar
    >>> from wiktool.kern.dossier import Dossier, Vordering
    >>> dossier = Dossier(schuldeiser=Schuldeiser(naam="A"), schuldenaar=Schuldenaar(naam="B"),
    ...     vorderingen=(Vordering(factuurnummer="1", bedrag=Decimal("40.00")),))
    >>> '"bedrag": "40.00"' in als_json(dossier)
    True
    """
    gegevens = {"schema": SCHEMA, **als_gegevens(dossier)}
    return json.dumps(gegevens, ensure_ascii=False, indent=2, default=str) + "\n"


def als_toml(dossier: Dossier) -> str:
    """The dossier as TOML, in the order of docs/dossier.md; what is empty left out."""
    return schrijf_toml(als_gegevens(dossier))


def schrijf_toml(gegevens: dict[str, Any]) -> str:
    """Write tables, lists of tables, texts, dates, whole numbers and booleans as TOML.

    >>> print(schrijf_toml({"brief": {"kenmerk": "D-1", "datum": date(2026, 11, 21)}}), end="")
    [brief]
    kenmerk = "D-1"
    datum = 2026-11-21
    """
    blokken = []
    for naam, waarde in gegevens.items():
        if isinstance(waarde, dict):
            blokken.append(_blok(f"[{naam}]", waarde))
        else:
            blokken.extend(_blok(f"[[{naam}]]", deel) for deel in waarde)
    return "\n".join(blokken)


def _blok(kop: str, velden: dict[str, Any]) -> str:
    regels = [kop, *(f"{naam} = {_waarde(waarde)}" for naam, waarde in velden.items())]
    return "\n".join(regels) + "\n"


def _waarde(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, list):
        return f"[{', '.join(map(_waarde, waarde))}]"
    if isinstance(waarde, (int, date)):
        return str(waarde)
    # JSON's escapes are TOML's, but for the one control character JSON leaves alone.
    return json.dumps(waarde, ensure_ascii=False).replace("\x7f", "\\u007F")


def als_gegevens(dossier: Dossier) -> dict[str, Any]:
    """The dossier as tables, lists, texts, dates and booleans; what is empty left out."""
    gegevens: dict[str, Any] = {}
    for veld in fields(dossier):
        waarde = getattr(dossier, veld.name)
        if isinstance(waarde, tuple):
            inhoud: Any = [_velden(deel) for deel in waarde]
        else:
            inhoud = _velden(waarde) if waarde is not None else {}
        if inhoud:
            gegevens[veld.name] = inhoud
    return gegevens


def _velden(deel: Any) -> dict[str, Any]:
    """The fields of a part that say more than their default."""
    return {
        veld.name: _enkel(veld.name, waarde)
        for veld in fields(deel)
        if (waarde := getattr(deel, veld.name)) != veld.default
    }


def _enkel(naam: str, waarde: Any) -> Any:
    if isinstance(waarde, Decimal):
        return percentage_machine(waarde) if naam in _PERCENTAGES else bedrag_machine(waarde)
    if isinstance(waarde, StrEnum):
        return waarde.value
    return list(waarde) if isinstance(waarde, tuple) else waarde
