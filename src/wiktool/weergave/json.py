"""JSON as scripts may rely on it: money and percentages as strings, dates as ISO, never a float."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wiktool.kern.notatie import bedrag_exact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wiktool.kern.bron import Bron
    from wiktool.kern.uitkomst import Kanttekening, Stap


def als_json(naam: str, gegevens: dict[str, Any]) -> str:
    """One JSON object with its schema, indented for people, stable for programs.

    Raises:
        TypeError: a float, or another type the contract does not know.
    """
    return json.dumps(_omhul(naam, gegevens), ensure_ascii=False, indent=2, default=_waarde)


def als_jsonregel(naam: str, gegevens: dict[str, Any]) -> str:
    """The same object on one line, for ``jsonl``.

    >>> als_jsonregel("proef", {"kosten": Decimal("40"), "dag": date(2026, 11, 21)})
    '{"schema": "wiktool/proef/1", "kosten": "40.00", "dag": "2026-11-21"}'
    """
    return json.dumps(_omhul(naam, gegevens), ensure_ascii=False, default=_waarde)


def _omhul(naam: str, gegevens: dict[str, Any]) -> dict[str, Any]:
    if any(isinstance(waarde, float) for waarde in gegevens.values()):
        raise TypeError("a float has no place in the output")
    return {"schema": f"wiktool/{naam}/1", **gegevens}


def _waarde(waarde: object) -> str:
    if isinstance(waarde, Decimal):
        return bedrag_exact(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(f"{type(waarde).__name__} has no place in the output")


def bronnen(lijst: Iterable[Bron]) -> list[dict[str, str]]:
    """Sources as JSON."""
    return [{"aanhaling": b.aanhaling, "url": b.url, "bewijs": b.bewijs.value} for b in lijst]


def kanttekeningen(lijst: Iterable[Kanttekening]) -> list[dict[str, str]]:
    """Doubts as JSON."""
    return [{"code": k.code, "tekst": k.tekst} for k in lijst]


def stappen(lijst: Iterable[Stap]) -> list[dict[str, Any]]:
    """Steps as JSON."""
    return [
        {
            "omschrijving": s.omschrijving,
            "bedrag": s.bedrag,
            "bron": s.bron.aanhaling if s.bron else None,
        }
        for s in lijst
    ]
