"""What the tests of the checker share: reading a passage, judging it, and the labelled letters."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from wiktool.controle.model import Ernst, Gelezen, Toetsgegevens, Toetsing
from wiktool.controle.register import regel
from wiktool.controle.toetser import toets
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid
from wiktool.kern.brieftekst import Alinea, Brieftekst

HIER = Path(__file__).parent
PEILDATUM = date(2026, 12, 20)
_ALINEA = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def brief(tekst: str) -> Brieftekst:
    """A plain text as the checker receives it: paragraphs between blank lines."""
    return Brieftekst(
        alineas=tuple(
            Alinea(nummer=nummer, tekst=deel[0], regel=tekst.count("\n", 0, deel.start()) + 1)
            for nummer, deel in enumerate(_ALINEA.finditer(tekst), start=1)
        )
    )


def gegevens(**velden: Any) -> Toetsgegevens:
    """Flags as a test or a labelled letter gives them, in plain strings."""
    soort, bezorging = velden.get("soort"), velden.get("bezorging")
    verzonden, hoofdsom = velden.get("verzonden"), velden.get("hoofdsom")
    hoedanigheid = velden.get("hoedanigheid")
    return Toetsgegevens(
        peildatum=PEILDATUM,
        soort=Briefsoort(soort) if soort else None,
        verzonden=date.fromisoformat(verzonden) if verzonden else None,
        hoofdsom=Decimal(hoofdsom) if hoofdsom else None,
        bezorging=Bezorgwijze(bezorging) if bezorging else None,
        hoedanigheid=Hoedanigheid(hoedanigheid) if hoedanigheid else None,
        dossier=velden.get("dossier"),
    )


def oordeel_over(code: str, passage: str, **velden: Any) -> str:
    """What one rule says of one passage: fout, open or goed."""
    keuze = regel(code)
    velden.setdefault("soort", "ingebrekestelling" if code.startswith("IBG") else "wik")
    toetsing = toets(brief(passage), gegevens(**velden), (keuze,))
    if toetsing.bevindingen:
        return "fout"
    return "open" if toetsing.niet_te_beoordelen else "goed"


def gelezen_in(passage: str, **velden: Any) -> Gelezen:
    """What the checker reads in one passage, taken as a fourteen-day letter."""
    velden.setdefault("soort", "wik")
    return toets(brief(passage), gegevens(**velden)).gelezen


def in_raam(verzonden: str = "2026-11-02", **regels: str) -> Toetsing:
    """The right letter of ``verfijning/regels.toml`` with other lines in its slots, judged."""
    raam = tomllib.loads((HIER / "verfijning" / "regels.toml").read_text("utf-8"))["raam"]
    tekst = raam["sjabloon"].format(**{**raam["standaard"], **regels})
    return toets(brief(tekst), gegevens(verzonden=verzonden))


def codes(toetsing: Toetsing) -> tuple[list[str], list[str], list[str]]:
    """The codes found: fout, not to be judged, and the lighter ones."""
    fout = {b.code for b in toetsing.bevindingen if b.ernst is Ernst.FOUT}
    licht = {b.code for b in toetsing.bevindingen if b.ernst is not Ernst.FOUT}
    return sorted(fout), sorted({n.code for n in toetsing.niet_te_beoordelen}), sorted(licht)


@dataclass(frozen=True)
class Geval:
    """A labelled letter."""

    naam: str
    kop: dict[str, Any]
    tekst: str

    @property
    def verwacht(self) -> tuple[list[str], list[str], list[str]]:
        return tuple(sorted(self.kop.get(veld, [])) for veld in ("fout", "open", "let_op"))  # type: ignore[return-value]

    def toets(self) -> Toetsing:
        vlaggen = {
            veld: self.kop[veld]
            for veld in ("verzonden", "hoofdsom", "bezorging", "hoedanigheid")
            if veld in self.kop
        }
        return toets(brief(self.tekst), gegevens(**vlaggen))


def brieven() -> list[Geval]:
    """Every labelled letter, in order of file name."""
    gevallen = []
    for pad in sorted((HIER / "brieven").glob("*.txt")):
        _, kop, tekst = pad.read_text(encoding="utf-8").split("+++\n", 2)
        gevallen.append(Geval(naam=pad.stem, kop=tomllib.loads(kop), tekst=tekst))
    return gevallen


def passages() -> list[dict[str, Any]]:
    """Every labelled passage, in order of file name."""
    gevallen: list[dict[str, Any]] = []
    for pad in sorted((HIER / "passages").glob("*.toml")):
        gevallen += tomllib.loads(pad.read_text(encoding="utf-8"))["passage"]
    return gevallen
