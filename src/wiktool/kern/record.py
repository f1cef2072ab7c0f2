"""Records that are made for every letter: frozen for the type checker, cheap at run time.

A frozen dataclass sets each field through ``object.__setattr__``, which takes ten times as long as
an assignment. Where a letter is made of hundreds of them, or of dozens of fields, mypy keeps watch
instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Record = TypeVar("_Record")


@dataclass_transform(frozen_default=True, eq_default=False)
def record(klasse: type[_Record]) -> type[_Record]:
    """A class of records with slots that are the same only when they are one.

    >>> @record
    ... class Plek:
    ...     rij: int
    ...     kolom: int = 0
    >>> Plek(3).kolom, Plek(3) == Plek(3)
    (0, False)
    """
    return dataclass(slots=True, eq=False)(klasse)
