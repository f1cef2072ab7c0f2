"""The date of the letter: the day it was written, not that of an invoice or a term."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.datums import lees_datums
from wiktool.controle.herkenning.woordenschat import (
    ANDER_BEGIN,
    BETALEN,
    DAGTEKENING,
    DATUM,
    FACTUUR,
    GEACHTE,
    GETAL,
    MAAND,
    VERVALDAG,
    VERZOCHT,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.datums import Dagnotatie
    from wiktool.controle.herkenning.zinnen import Zin

_LANGSTE_DATUMREGEL: Final = 16
_VREEMD: Final = ANDER_BEGIN | BETALEN | FACTUUR | VERVALDAG | VERZOCHT


def lees_briefdatum(zinnen: Sequence[Zin], verzonden: str = "") -> date | None:
    """The date of the letter; else the sending date of an e-mail; else None."""
    kandidaten = [
        (rang, notatie.dag)
        for zin in _kop(zinnen)
        if zin.heeft(DATUM | MAAND) and len(zin.woorden) <= _LANGSTE_DATUMREGEL
        for notatie in lees_datums(zin)
        if notatie.dag is not None and (rang := _rang(zin, notatie))
    ]
    if kandidaten:
        return max(kandidaten, key=lambda kandidaat: kandidaat[0])[1]
    return date.fromisoformat(verzonden[:10]) if verzonden else None


def _kop(zinnen: Sequence[Zin]) -> Sequence[Zin]:
    """What stands above the salutation; the whole letter when there is none."""
    for plek, zin in enumerate(zinnen):
        if zin.woorden[0].begrip & GEACHTE and plek:
            return zinnen[:plek]
    return zinnen


def _rang(zin: Zin, notatie: Dagnotatie) -> int:
    """2 for a date with "datum" before it, 1 for a date that stands alone or after a place."""
    voor = zin.woorden[max(0, notatie.begin - 4) : notatie.begin]
    if any(woord.begrip & VERVALDAG or woord.tekst == "factuurdatum" for woord in voor):
        return 0
    if any(woord.begrip & DAGTEKENING for woord in voor):
        return 0 if any(woord.begrip & FACTUUR for woord in voor) else 2
    if zin.heeft(_VREEMD):
        return 0
    overig = [
        woord
        for plek, woord in enumerate(zin.woorden)
        if not notatie.begin <= plek < notatie.eind and woord.tekst.isalpha()
    ]
    alleen = len(overig) <= 4 and not any(woord.begrip & GETAL for woord in voor)
    return 1 if alleen else 0
