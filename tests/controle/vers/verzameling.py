"""Five sets that were written before anyone ran them, and one beside what was then mended.

Set a was mended for. Set b was not, until the three void texts in it that were called good had been
counted; only those were mended then. Set c was written with the mending at hand, to see that it
does not reach too far. Sets d and e are sixty whole letters each and set f is seventy, written by
someone who had not read the checker; their first scores stand at the head of their labels.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.controle.hulp import gegevens

from wiktool.controle.toetser import toets
from wiktool.invoer.briefbestand import lees_brief_bytes

if TYPE_CHECKING:
    from wiktool.controle.model import Toetsing

HIER = Path(__file__).parent
SETS = ("a", "b", "c", "d", "e", "f")
UNSEEN = {
    "f": "waarvoor is bijgewerkt wat nietig was en goed heette, en wat zonder gevaar mee kon",
    "b": "waarvoor alleen is bijgewerkt wat nietig was en goed heette",
    "e": "waarvoor is bijgewerkt wat nietig was en goed heette, en wat zonder gevaar mee kon",
    "d": "waarvoor alleen is bijgewerkt wat nietig was en goed heette, en twee woorden",
}
"""The sets that say how the checker does on strangers' letters, and what was mended for them."""


@dataclass(frozen=True)
class Geval:
    """One labelled text: a whole letter, or a passage in its frame."""

    naam: str
    tekst: str
    kop: dict[str, Any]

    @property
    def oordeel(self) -> str:
        return str(self.kop["oordeel"])

    @property
    def codes(self) -> set[str]:
        """The codes of which at least one must be named."""
        return set(self.kop.get("codes", ()))

    def gemist(self, wat: str) -> str:
        """Why the checker is known to miss this verdict or these codes; empty where it does not."""
        return str(self.kop.get("gemist", {}).get(wat, ""))

    def toets(self) -> Toetsing:
        """Read as a text file, and judged with the facts of its label."""
        brief = lees_brief_bytes(self.tekst.encode(), naam=f"{self.naam}.txt")
        return toets(brief, gegevens(**self.kop.get("opties", {})))


def _toml(pad: Path) -> dict[str, Any]:
    return tomllib.loads(pad.read_text(encoding="utf-8"))


@cache
def _kaders() -> dict[str, Any]:
    return _toml(HIER / "kaders.toml")


def _ingevuld(passage: dict[str, Any]) -> str:
    """The frame with the passage in its place; a passage for both places fills the first."""
    kader = _kaders()[passage["kader"]]
    velden = {"termijn": kader["termijn"], "kosten": kader["kosten"], "extra": ""}
    if passage["plek"] == "beide":
        velden |= {"termijn": passage["tekst"], "kosten": ""}
    else:
        velden[passage["plek"]] = passage["tekst"]
    return str(kader["tekst"].format(**velden))


def passages(naam: str) -> list[Geval]:
    """The passages of a set, in order."""
    labels = HIER / naam / "passages.toml"
    if not labels.exists():
        return []
    return [
        Geval(naam=kop["id"], tekst=_ingevuld(kop), kop=kop) for kop in _toml(labels)["passage"]
    ]


def brieven(naam: str) -> list[Geval]:
    """The whole letters of a set, in order."""
    labels = HIER / naam / "brieven.toml"
    if not labels.exists():
        return []
    return [
        Geval(
            naam=kop["id"],
            tekst=(HIER / naam / f"{kop['id']}.txt").read_text(encoding="utf-8"),
            kop=kop,
        )
        for kop in _toml(labels)["brief"]
    ]


def gevallen() -> list[Geval]:
    """Everything of all sets."""
    return [geval for naam in SETS for geval in (*passages(naam), *brieven(naam))]
