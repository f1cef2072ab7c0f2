"""Rows for programs and spreadsheets: ``;`` between fields, quoted where needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEIDING: Final = ";"
_QUOTEREN: Final = frozenset(';"\r\n')


def als_csvregel(velden: Iterable[str]) -> str:
    """One row without its line end.

    >>> als_csvregel(["12", "a;b", ""])
    '12;"a;b";'
    """
    return SCHEIDING.join(_veld(veld) for veld in velden)


def _veld(veld: str) -> str:
    if _QUOTEREN.isdisjoint(veld):
        return veld
    return '"' + veld.replace('"', '""') + '"'
