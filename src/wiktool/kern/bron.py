"""Where does it say that? Every number and every rule answers with a ``Bron``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Bewijs(StrEnum):
    """How well a source is known."""

    PRIMAIR = "primair"
    """The text itself was read."""
    SECUNDAIR = "secundair"
    """Several independent accounts agree; the primary source is cited."""
    AFGELEID = "afgeleid"
    """Inferred; the cautious side is computed, with a kanttekening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """An article, a judgment or another text, with its address.

    Attributes:
        aanhaling: how a lawyer cites it, ``art. 2 lid 1 Besluit vergoeding …``.
        url: where it can be read; dated where the publisher offers that.
        bewijs: how well it is known.
    """

    aanhaling: str
    url: str
    bewijs: Bewijs = Bewijs.PRIMAIR
