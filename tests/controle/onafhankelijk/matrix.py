"""Print how the checker does on the independent corpus: a confusion matrix and every disagreement.

Run it as `python tests/controle/onafhankelijk/matrix.py`; it exits with 1 when a text that is
certainly void was called good, or a text got no answer.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from oordelen import OORDELEN, Geval, Uitslag, brieven, controleer, passages, verschillen

sys.path.pop(0)


def _zeg(tekst: str) -> None:
    sys.stdout.write(tekst + "\n")


def matrix(paren: list[tuple[Geval, Uitslag]]) -> str:
    """Labels down, verdicts across; the labels that are not certain in a row of their own."""
    telling = Counter(
        (
            geval.oordeel if geval.zeker else "(niet zeker)",
            # another verdict the label allows is no confusion
            geval.oordeel if uitslag.oordeel in geval.goed else uitslag.oordeel or "geen antwoord",
        )
        for geval, uitslag in paren
    )
    kolommen = (*OORDELEN, "geen antwoord")
    regels = ["label".ljust(20) + "".join(kolom.rjust(20) for kolom in kolommen)]
    regels += [
        rij.ljust(20) + "".join(str(telling[rij, kolom]).rjust(20) for kolom in kolommen)
        for rij in (*OORDELEN, "(niet zeker)")
    ]
    return "\n".join(regels)


def ten_onrechte_goed(paren: list[tuple[Geval, Uitslag]]) -> list[str]:
    """The names of the certainly void texts that were called good, or got no answer."""
    return [
        geval.naam
        for geval, uitslag in paren
        if uitslag.fout
        or (geval.zeker and geval.oordeel == "voldoet_niet" and uitslag.oordeel == "voldoet")
    ]


def afdruk(titel: str, gevallen: list[Geval]) -> list[str]:
    """Print matrix and disagreements of one collection; the names of those that may not happen."""
    paren = [(geval, controleer(geval)) for geval in gevallen]
    _zeg(f"{titel}: {len(paren)}\n\n{matrix(paren)}\n")
    eens = 0
    for geval, uitslag in paren:
        if lijst := verschillen(geval, uitslag):
            _zeg(f"{geval.naam}{'' if geval.zeker else ' (niet zeker)'}: {'; '.join(lijst)}")
            _zeg(f"    {geval.waarom}")
        else:
            eens += 1
    goed = ten_onrechte_goed(paren)
    _zeg(f"\ngeheel gelijk: {eens} van {len(paren)}")
    _zeg(f"nietig maar goed genoemd, of geen antwoord: {len(goed)}")
    _zeg("".join(f"  {naam}\n" for naam in goed))
    return goed


def main() -> int:
    """Both collections, the letters first."""
    return 1 if afdruk("Brieven", brieven()) + afdruk("Passages", passages()) else 0


if __name__ == "__main__":
    sys.exit(main())
