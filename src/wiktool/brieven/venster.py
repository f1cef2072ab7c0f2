"""The window of the envelope: where the address must stand to be seen through it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from wiktool.brieven.sjablonen import sjablonenmap
from wiktool.kern.fouten import GebruiksFout

STANDAARD: Final = "c56-links"
_RECHTERMARGE: Final = 20
_LINKERMARGE: Final = 25
_GEGEVENS_RECHTS: Final = 140
_TEKSTBEGIN: Final = 83.0
_ONDER_VENSTER: Final = 3.0
_MAX_Y: Final = 60
"""Below this the address would run into the subject line."""


@dataclass(frozen=True, slots=True)
class Vak:
    """A rectangle on the sheet, in millimetres from its left and top."""

    x: float
    y: float
    breedte: float
    hoogte: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Venster:
    """A window envelope.

    Attributes:
        venster: the hole itself.
        tekst: where the address is put, with room for the letter to move in its envelope.
        gegevens: where the date and reference start, in millimetres from the left.
        herkomst: where the measures come from.
    """

    naam: str
    titel: str
    venster: Vak
    tekst: Vak
    gegevens: float
    herkomst: str

    @property
    def tekstbegin(self) -> float:
        """Where the subject may start, in millimetres from the top: out of sight below the hole.

        >>> kies_venster("c56-links").tekstbegin, kies_venster("c5-links").tekstbegin
        (83.0, 93.0)
        """
        return max(_TEKSTBEGIN, self.venster.y + self.venster.hoogte + _ONDER_VENSTER)


@cache
def vensters() -> dict[str, Venster]:
    """The known windows by name.

    >>> sorted(vensters())
    ['c5-links', 'c5-rechts', 'c56-links', 'c56-rechts']
    """
    with (sjablonenmap() / "vensters.toml").open("rb") as bestand:
        ruw = tomllib.load(bestand)
    return {naam: _lees(naam, velden) for naam, velden in ruw.items()}


def _lees(naam: str, velden: dict[str, Any]) -> Venster:
    return Venster(
        naam=naam,
        titel=velden["titel"],
        venster=Vak(**velden["venster"]),
        tekst=Vak(**velden["tekst"]),
        gegevens=velden["gegevens"],
        herkomst=velden["herkomst"],
    )


def kies_venster(naam: str) -> Venster:
    """A window by its name, or by the place of the address: ``25,47,85,30`` in millimetres.

    Raises:
        GebruiksFout: unknown, or off the sheet.

    >>> kies_venster("30,50,80,30").tekst
    Vak(x=30.0, y=50.0, breedte=80.0, hoogte=30.0)
    """
    if not naam:
        naam = STANDAARD
    gevonden = vensters().get(naam)
    if gevonden is not None:
        return gevonden
    doe = f"kies {', '.join(vensters())}, of geef links,boven,breedte,hoogte in millimeters"
    delen = naam.split(",")
    if len(delen) != 4 or not all(deel.strip().isascii() and _getal(deel) for deel in delen):
        raise GebruiksFout(f"«{naam}» is geen venster", doe=doe)
    vak = Vak(*(float(deel) for deel in delen))
    past = vak.breedte >= 40 and vak.hoogte >= 15 and vak.x + vak.breedte <= 210 and vak.y <= _MAX_Y
    if not past:
        raise GebruiksFout(f"het venster «{naam}» past niet op de brief", doe=doe)
    links = vak.x < 210 - vak.x - vak.breedte
    return Venster(
        naam=naam,
        titel="eigen maat",
        venster=Vak(vak.x - 5, vak.y - 2, vak.breedte + 10, vak.hoogte + 5),
        tekst=vak,
        gegevens=_GEGEVENS_RECHTS if links else _LINKERMARGE,
        herkomst="opgegeven",
    )


def _getal(tekst: str) -> bool:
    return tekst.strip().replace(".", "", 1).isdigit()
