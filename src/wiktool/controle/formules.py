"""Wordings that rules propose, and how they name amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.kern.notatie import euro

if TYPE_CHECKING:
    from decimal import Decimal

TERMIJN_HR: Final = "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd"
"""The wording the Hoge Raad accepted (ECLI:NL:HR:2016:2704; recht.md H5)."""
TERMIJN_HR_VIJFTIEN: Final = "binnen vijftien dagen nadat deze brief bij u is bezorgd"
ALLEEN_NIEUWE_BRIEF: Final = (
    "Langer wachten herstelt dit niet; alleen een nieuwe, juiste "
    "brief met een volle nieuwe termijn."
)
WETTELIJKE_DAGEN: Final = 14


def voorstel_termijn(hoofdsom: Decimal | None) -> str:
    """The demand with the right term."""
    bedrag = f"{euro(hoofdsom)} " if hoofdsom else "het openstaande bedrag "
    return f"Wij verzoeken u {bedrag}te betalen {TERMIJN_HR}."


def voorstel_kosten(kosten: Decimal | None) -> str:
    """The consequence with the exact fee."""
    bedrag = euro(kosten) if kosten is not None else "€ … (het bedrag volgens de staffel)"
    return (
        f"Betaalt u niet binnen deze termijn, dan bent u {bedrag} aan incassokosten verschuldigd."
    )
