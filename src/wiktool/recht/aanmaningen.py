"""What an earlier letter was about, and when its term was over.

Facts of the letter only; whether it had effect in law is judged by the module that relies on it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wiktool.kern.fouten import NietMogelijk
from wiktool.recht.termijnen import Termijnberekening, bereken_termijn

if TYPE_CHECKING:
    from wiktool.kern.dossier import Aanmaning, Vordering


def dag_van(aanmaning: Aanmaning) -> date:
    """The day a letter was sent, or received when the sending day is not known.

    Raises:
        NietMogelijk: neither day is known.

    >>> from wiktool.kern.dossier import Aanmaning, Briefsoort
    >>> dag_van(Aanmaning(soort=Briefsoort.WIK, verzonden=date(2026, 9, 1)))
    datetime.date(2026, 9, 1)
    """
    dag = aanmaning.verzonden or aanmaning.ontvangen
    if dag is None:
        raise NietMogelijk(
            f"van de {aanmaning.soort} is geen dag van verzending of ontvangst bekend",
            doe="noem verzonden of ontvangen bij de aanmaning",
        )
    return dag


def termijn_van(aanmaning: Aanmaning) -> Termijnberekening:
    """The term the letter itself gave, counted from receipt.

    Raises:
        NietMogelijk: neither day is known.
        GebruiksFout: received before it was sent.
        BuitenBereik: a day outside the known law or calendar.
    """
    dag_van(aanmaning)
    return bereken_termijn(
        verzonden=aanmaning.verzonden,
        bezorging=aanmaning.bezorging,
        ontvangen=aanmaning.ontvangen,
        dagen=aanmaning.termijn_dagen,
    )


def is_opeisbaar(vordering: Vordering, dag: date) -> bool:
    """Whether the last day of payment was over on a day; a claim without one is due at once.

    Bron: art. 6:81 BW (recht.md R5.1).
    """
    if vordering.factuurdatum is not None and vordering.factuurdatum > dag:
        return False
    return vordering.vervaldatum is None or vordering.vervaldatum < dag


def noemt(aanmaning: Aanmaning, vordering: Vordering) -> bool:
    """Whether the letter was about a claim: named in it, or open when it named none."""
    if aanmaning.facturen:
        return vordering.factuurnummer in aanmaning.facturen
    return is_opeisbaar(vordering, dag_van(aanmaning))
