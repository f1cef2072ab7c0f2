"""Where in the source a message to the user is made, and which of those places were reached.

A place is a call that makes an error of the ``WiktoolFout`` family, or that notes a fault of a file
(``Gebreken.meld``).
"""

from __future__ import annotations

import ast
import contextlib
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiktool.invoer.sectie import Gebreken
from wiktool.kern import fouten

if TYPE_CHECKING:
    from collections.abc import Iterator

BRON = Path(fouten.__file__).parents[1]
FAMILIE = {
    naam
    for naam, soort in vars(fouten).items()
    if isinstance(soort, type) and issubclass(soort, fouten.WiktoolFout)
}
DOORGEVERS = frozenset({"__init__", "meld"})
"""Functions that only pass a message on."""


@dataclass(frozen=True, order=True)
class Vindplaats:
    """``naam`` names it in words, ``file:function#nth``; the lines are where it stands now."""

    bestand: str
    functie: str
    van: int
    tot: int
    nummer: int = 1

    @property
    def naam(self) -> str:
        nummer = f"#{self.nummer}" if self.nummer > 1 else ""
        return f"{self.bestand}:{self.functie}{nummer}"


def vindplaatsen() -> list[Vindplaats]:
    """Every place in the source, in order."""
    gevonden: list[Vindplaats] = []
    for pad in sorted(BRON.rglob("*.py")):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        keer: Counter[str] = Counter()
        for plaats in _in(boom, str(pad.relative_to(BRON)), ()):
            keer[plaats.functie] += 1
            gevonden.append(replace(plaats, nummer=keer[plaats.functie]))
    return gevonden


def _in(knoop: ast.AST, bestand: str, namen: tuple[str, ...]) -> Iterator[Vindplaats]:
    for kind in ast.iter_child_nodes(knoop):
        binnen = namen
        if isinstance(kind, ast.FunctionDef | ast.ClassDef):
            binnen = (*namen, kind.name)
        elif isinstance(kind, ast.Call) and _maakt_melding(kind, namen, bestand):
            yield Vindplaats(bestand, ".".join(namen), kind.lineno, kind.end_lineno or 0)
        yield from _in(kind, bestand, binnen)


def _maakt_melding(aanroep: ast.Call, namen: tuple[str, ...], bestand: str) -> bool:
    if namen and namen[-1] in DOORGEVERS:
        return False
    functie = aanroep.func
    if isinstance(functie, ast.Attribute):
        noteert = functie.attr == "meld" and bestand.startswith("invoer")
        return noteert and len(aanroep.args) > 1
    return isinstance(functie, ast.Name) and functie.id in FAMILIE


@contextlib.contextmanager
def opgenomen() -> Iterator[set[tuple[str, int]]]:
    """Note file and line of every message that is made while this runs."""
    bereikt: set[tuple[str, int]] = set()
    maak, meld = fouten.WiktoolFout.__init__, Gebreken.meld

    def noteer() -> None:
        frame: Any = sys._getframe(2)
        while frame.f_code.co_name in DOORGEVERS:
            frame = frame.f_back
        pad = Path(frame.f_code.co_filename)
        if pad.is_relative_to(BRON):
            bereikt.add((str(pad.relative_to(BRON)), frame.f_lineno))

    def maak_en_noteer(zelf: Any, *args: Any, **kwargs: Any) -> None:
        noteer()
        maak(zelf, *args, **kwargs)

    def meld_en_noteer(zelf: Any, *args: Any, **kwargs: Any) -> None:
        noteer()
        meld(zelf, *args, **kwargs)

    fouten.WiktoolFout.__init__ = maak_en_noteer  # type: ignore[method-assign]
    Gebreken.meld = meld_en_noteer  # type: ignore[method-assign]
    try:
        yield bereikt
    finally:
        fouten.WiktoolFout.__init__ = maak  # type: ignore[method-assign]
        Gebreken.meld = meld  # type: ignore[method-assign]


def niet_bereikt(bereikt: set[tuple[str, int]]) -> list[Vindplaats]:
    """The places no message came from."""
    return [
        plaats
        for plaats in vindplaatsen()
        if not any(
            bestand == plaats.bestand and plaats.van <= regel <= plaats.tot
            for bestand, regel in bereikt
        )
    ]
