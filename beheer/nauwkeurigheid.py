"""Prints how often the checker is right on the labelled letters and passages.

Run: ``make nauwkeurigheid``. Exit code 1 when a void letter is called good.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

WORTEL = Path(__file__).parents[1]
sys.path.insert(0, str(WORTEL))
sys.path.insert(0, str(WORTEL / "tests" / "controle" / "onafhankelijk"))

import oordelen  # noqa: E402
from tests.controle.hulp import brieven, codes, oordeel_over, passages  # noqa: E402
from tests.controle.vers import verzameling  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

OORDELEN = ("voldoet", "voldoet_niet", "niet_te_beoordelen")
UITKOMSTEN = ("goed", "fout", "open")
VLAGGEN = ("hoofdsom", "verzonden", "bezorging")


def matrix(titel: str, paren: Iterable[tuple[str, str]], namen: tuple[str, ...]) -> Counter[str]:
    """Print labels against answers; return how many void ones were called good."""
    geteld = Counter(paren)
    print(f"{titel}: {sum(geteld.values())}\n")
    print(f"{'label':<22}" + "".join(f"{naam:>20}" for naam in namen))
    for label in namen:
        print(f"{label:<22}" + "".join(f"{geteld[label, naam]:>20}" for naam in namen))
    gelijk = sum(aantal for (label, naam), aantal in geteld.items() if label == naam)
    print(f"\ngelijk: {gelijk} van {sum(geteld.values())}\n")
    return Counter({"gemist": geteld[namen[1], namen[0]], "vals": geteld[namen[0], namen[1]]})


def hoofd() -> int:
    """Print the matrices of the own set and of the independent one."""
    som: Counter[str] = Counter()
    eigen = [(geval, geval.toets()) for geval in brieven()]
    som += matrix(
        "Eigen brieven", [(g.kop["oordeel"], t.oordeel.value) for g, t in eigen], OORDELEN
    )
    precies = sum(codes(toetsing) == geval.verwacht for geval, toetsing in eigen)
    print(f"met precies dezelfde codes: {precies} van {len(eigen)}\n")
    som += matrix(
        "Eigen passages",
        [
            (
                g["verwacht"],
                oordeel_over(g["code"], g["tekst"], **{v: g[v] for v in VLAGGEN if v in g}),
            )
            for g in passages()
        ],
        UITKOMSTEN,
    )
    for naam, gevallen in (("brieven", oordelen.brieven()), ("passages", oordelen.passages())):
        zeker = [geval for geval in gevallen if geval.zeker]
        som += matrix(
            f"Onafhankelijke {naam}",
            [(g.oordeel, _antwoord(g, oordelen.controleer(g).oordeel)) for g in zeker],
            OORDELEN,
        )
    ongezien: dict[str, Counter[str]] = {}
    for naam in verzameling.SETS:
        geteld = _verse_set(naam)
        if naam in verzameling.UNSEEN:
            ongezien[naam] = geteld
        else:
            som += geteld
    print(f"nietig maar goed genoemd: {som['gemist']}; goed maar fout genoemd: {som['vals']}")
    for naam, geteld in ongezien.items():
        print(
            f"in set {naam}, {verzameling.UNSEEN[naam]}: "
            f"nietig maar goed genoemd: {geteld['gemist']}; "
            f"goed maar fout genoemd: {geteld['vals']}"
        )
    return 1 if som["gemist"] else 0


def _verse_set(naam: str) -> Counter[str]:
    som: Counter[str] = Counter()
    for wat, gevallen in (
        ("passages", verzameling.passages(naam)),
        ("brieven", verzameling.brieven(naam)),
    ):
        if gevallen:
            som += matrix(
                f"Verse {wat}, set {naam}",
                [(g.oordeel, g.toets().oordeel.value) for g in gevallen],
                OORDELEN,
            )
    return som


def _antwoord(geval: oordelen.Geval, oordeel: str) -> str:
    """A verdict that the label also allows counts as the label."""
    return geval.oordeel if oordeel in geval.goed else oordeel


if __name__ == "__main__":
    raise SystemExit(hoofd())
