"""Questions on a terminal: asked only where data is missing, never in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, TypeVar

from wiktool.cli import opties
from wiktool.cli.hoofd import in_de_breedte
from wiktool.kern.fouten import GebruiksFout, WiktoolFout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_T = TypeVar("_T")

POGINGEN: Final = 10
"""Times a question is put: rather too many, since whoever is sent away loses all answers."""
_JA: Final = frozenset({"j", "ja", "y", "yes"})
_NEE: Final = frozenset({"n", "nee", "no"})
_STANDAARD: Final = {True: "j", False: "n", None: ""}


def mag_vragen(*, geen_vragen: bool) -> bool:
    """Whether somebody is there to answer."""
    return not geen_vragen and sys.stdin.isatty() and sys.stderr.isatty()


def vraag(tekst: str, lees: Callable[[str], _T], *, standaard: str = "") -> _T:
    """Ask until the answer can be read.

    Args:
        tekst: the question.
        lees: reads the answer, or raises one of our own errors.
        standaard: what an empty answer means.

    Raises:
        GebruiksFout: no answer, or none that can be read, however often it was asked.
    """
    keuze = f" [{standaard}]" if standaard else ""
    for _ in range(POGINGEN):
        antwoord = _lees_regel(f"{tekst}{keuze}") or standaard
        try:
            return lees(antwoord)
        except WiktoolFout as fout:
            hulp = f" ({fout.doe})" if fout.doe else ""
            opties.zeg(f"  {fout.melding}{hulp}")
    raise GebruiksFout(
        "geen bruikbaar antwoord", doe="begin opnieuw, of geef het met een optie of in het dossier"
    )


def tekst(vraagtekst: str, *, verplicht: bool = False, standaard: str = "") -> str:
    """Ask for a line of text."""

    def lees(antwoord: str) -> str:
        if verplicht and not antwoord:
            raise GebruiksFout("hier moet iets staan")
        return antwoord

    return vraag(vraagtekst, lees, standaard=standaard)


def indien_gegeven(lees: Callable[[str], str]) -> Callable[[str], str]:
    """The reading of an answer that may be left empty."""
    return lambda antwoord: lees(antwoord) if antwoord else ""


def ja_nee(vraagtekst: str, *, standaard: bool | None = None) -> bool:
    """Ask a question that is answered with yes or no."""
    return vraag(f"{vraagtekst} (j/n)", _lees_ja_nee, standaard=_STANDAARD[standaard])


def ja_nee_of_leeg(vraagtekst: str, *, leeg: str, standaard: bool | None = None) -> bool | None:
    """As :func:`ja_nee`, for who does not know; ``leeg`` says what an empty answer means."""
    return vraag(
        f"{vraagtekst} (j/n, leeg: {leeg})",
        lambda antwoord: _lees_ja_nee(antwoord) if antwoord else None,
        standaard=_STANDAARD[standaard],
    )


def _lees_ja_nee(antwoord: str) -> bool:
    if antwoord.lower() in _JA:
        return True
    if antwoord.lower() in _NEE:
        return False
    raise GebruiksFout("antwoord met j of n")


def keuze(vraagtekst: str, mogelijk: Iterable[str], *, standaard: str = "") -> str:
    """Ask for one of a few words."""
    woorden = [str(woord) for woord in mogelijk]

    def lees(antwoord: str) -> str:
        if antwoord not in woorden:
            raise GebruiksFout(f"kies {', '.join(woorden)}")
        return antwoord

    return vraag(f"{vraagtekst} ({'/'.join(woorden)})", lees, standaard=standaard)


def _lees_regel(prompt: str) -> str:
    sys.stderr.write(f"{in_de_breedte(prompt)} ")
    sys.stderr.flush()
    regel = sys.stdin.readline()
    if not regel:
        raise GebruiksFout(
            "de invoer hield op voordat alles was gevraagd", doe="geef de gegevens in een dossier"
        )
    return regel.strip()
