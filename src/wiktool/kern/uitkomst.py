"""What every result carries besides its figures: its steps, its sources and its doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from wiktool.kern.bron import Bron

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step of an explanation, in words a creditor understands.

    Attributes:
        omschrijving: what was done, in Dutch.
        bron: where the law says so; None for plain arithmetic.
        bedrag: the amount this step yields, in euros; None where it yields none.
    """

    omschrijving: str
    bron: Bron | None = None
    bedrag: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kanttekening:
    """A doubt or a condition the reader must know of.

    Attributes:
        code: stable, in kebab-case; scripts may select on it.
        tekst: the doubt itself, in Dutch, in full sentences.
        bron: what it rests on, if anything.
    """

    code: str
    tekst: str
    bron: Bron | None = None


def zonder_dubbele(delen: Iterable[_T]) -> tuple[_T, ...]:
    """Each once, in order of first appearance.

    >>> zonder_dubbele("abca")
    ('a', 'b', 'c')
    """
    return tuple(dict.fromkeys(delen))


def elke_bron_eens(bronnen: Iterable[Bron | None]) -> tuple[Bron, ...]:
    """Each article and judgment once, in order, however well it is known where it was cited."""
    gevonden: dict[str, Bron] = {}
    for bron in bronnen:
        if bron is not None:
            gevonden.setdefault(bron.aanhaling, bron)
    return tuple(gevonden.values())
