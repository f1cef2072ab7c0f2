"""The labelled corpus and a runner that knows the checker by its command line only."""

from __future__ import annotations

import io
import json
import sys
import tomllib
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

MAP: Final = Path(__file__).parent
PEILDATUM: Final = "2026-11-21"
ALLES: Final = "*"
VLAGGEN: Final = ("verzonden", "bezorging", "hoofdsom", "hoedanigheid")
OORDELEN: Final = ("voldoet", "voldoet_niet", "niet_te_beoordelen")

WAARSCHUWING: Final = frozenset({"WIK003", "WIK103", "WIK401", "WIK502"})
ADVIES: Final = frozenset({"WIK402"})
BETWIST: Final = frozenset({"WIK205", "WIK208"})
"""Never a finding: these stand under niet_te_beoordelen (the command-line contract)."""
ONBEPAALDE_ERNST: Final = frozenset({"IBG102", "IBG103", "IBG104"})
"""The contract names these without their severity; labels with them are not `zeker`."""
FOUT: Final = frozenset(
    {"WIK001", "WIK002", "WIK101", "WIK102", "WIK104", "WIK105", "WIK106", "WIK107", "WIK108"}
    | {"WIK109", "WIK110", "WIK201", "WIK202", "WIK203", "WIK204", "WIK206", "WIK207"}
    | {"WIK301", "WIK302", "WIK501", "IBG101"}
)
CODES: Final = FOUT | WAARSCHUWING | ADVIES | BETWIST | ONBEPAALDE_ERNST


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """One text with what a lawyer says of it."""

    naam: str
    tekst: str
    soort: str
    oordeel: str
    codes: frozenset[str]
    open: frozenset[str]
    mag: frozenset[str]
    mag_open: frozenset[str]
    ook: frozenset[str]
    zeker: bool
    waarom: str
    vlaggen: dict[str, str]
    feiten: dict[str, str] = field(default_factory=dict)

    @property
    def goed(self) -> frozenset[str]:
        """The verdicts that are right for this text."""
        return self.ook | {self.oordeel}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What the command answered."""

    soort: str
    oordeel: str
    bevindingen: tuple[tuple[str, str], ...]
    open: frozenset[str]
    fout: str = ""

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(code for code, _ in self.bevindingen)

    @property
    def fouten(self) -> frozenset[str]:
        return frozenset(code for code, ernst in self.bevindingen if ernst == "fout")


def brieven() -> list[Geval]:
    """Every whole letter, in the order of its name."""
    labels = tomllib.loads((MAP / "labels.toml").read_text(encoding="utf-8"))["brief"]
    return [_brief(naam, label) for naam, label in sorted(labels.items())]


def passages() -> list[Geval]:
    """Every passage, set in its frame; named by frame, place and number."""
    corpus = tomllib.loads((MAP / "passages.toml").read_text(encoding="utf-8"))
    return [
        _passage(f"p{nummer:03}-{label['raam']}-{label['plek']}", corpus["raam"], label)
        for nummer, label in enumerate(corpus["passage"], start=1)
    ]


def _brief(naam: str, label: dict[str, Any]) -> Geval:
    return Geval(
        naam=naam,
        tekst=(MAP / "brieven" / f"{naam}.txt").read_text(encoding="utf-8"),
        soort=label.get("soort", ""),
        oordeel=label["oordeel"],
        zeker=label["zeker"],
        waarom=label["waarom"],
        vlaggen={vlag: label[vlag] for vlag in VLAGGEN if vlag in label},
        feiten={sleutel: w for sleutel, w in label.items() if sleutel.startswith("feit_")},
        **_verzamelingen(label),
    )


def _passage(naam: str, ramen: dict[str, Any], label: dict[str, Any]) -> Geval:
    raam = ramen[label["raam"]]
    delen = raam["standaard"] | {label["plek"]: label["tekst"]}
    codes = frozenset(label["codes"])
    return Geval(
        naam=naam,
        tekst=raam["sjabloon"].lstrip("\n").format(**delen),
        soort=raam.get("soort", "wik"),
        oordeel=_oordeel(codes, label.get("open", [])),
        zeker=label.get("zeker", True),
        waarom=f"{label['grond']}: {label['tekst']}",
        vlaggen=dict(raam["vlaggen"]),
        **_verzamelingen(label),
    )


def _oordeel(codes: frozenset[str], open_: list[str]) -> str:
    if codes - WAARSCHUWING - ADVIES:
        return "voldoet_niet"
    return "niet_te_beoordelen" if open_ else "voldoet"


def _verzamelingen(label: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {
        sleutel: frozenset(label.get(sleutel, []))
        for sleutel in ("codes", "open", "mag", "mag_open", "ook")
    }


def controleer(geval: Geval) -> Uitslag:
    """Ask `wiktool controleer -` in this process; standard input, output and error are ours."""
    from wiktool.cli.hoofd import hoofd

    opdracht = ["controleer", "-", "--formaat", "json", "--peildatum", PEILDATUM]
    for vlag, waarde in geval.vlaggen.items():
        opdracht += [f"--{vlag}", waarde]
    uit, fout = io.StringIO(), io.StringIO()
    invoer, sys.stdin = (
        sys.stdin,
        io.TextIOWrapper(io.BytesIO(geval.tekst.encode()), encoding="utf-8"),
    )
    try:
        with redirect_stdout(uit), redirect_stderr(fout):
            code = hoofd(opdracht)
    finally:
        sys.stdin = invoer
    if code not in (0, 1, 4):
        return Uitslag(
            soort="",
            oordeel="",
            bevindingen=(),
            open=frozenset(),
            fout=f"{code}: {fout.getvalue()}",
        )
    return _lees(json.loads(uit.getvalue())["bestanden"][0])


def _lees(bestand: dict[str, Any]) -> Uitslag:
    return Uitslag(
        soort=bestand["soort"],
        oordeel=bestand["oordeel"],
        bevindingen=tuple((b["code"], b["ernst"]) for b in bestand["bevindingen"]),
        open=frozenset(o["code"] for o in bestand["niet_te_beoordelen"]),
    )


def verschillen(geval: Geval, uitslag: Uitslag) -> list[str]:
    """Where the checker and the label disagree, in words; empty when they agree."""
    if uitslag.fout:
        return [f"geen antwoord ({uitslag.fout.strip()})"]
    lijst: list[str] = []
    if uitslag.oordeel not in geval.goed:
        lijst.append(f"oordeel {uitslag.oordeel}, label {geval.oordeel}")
    if geval.soort and uitslag.soort != geval.soort:
        lijst.append(f"soort {uitslag.soort}, label {geval.soort}")
    lijst += [f"mist {code}" for code in sorted(geval.codes - uitslag.codes)]
    lijst += [f"open mist {code}" for code in sorted(geval.open - uitslag.open - uitslag.codes)]
    if ALLES not in geval.mag:
        te_veel = uitslag.codes - geval.codes - geval.mag - geval.open
        lijst += [f"te veel {code}" for code in sorted(te_veel)]
    if ALLES not in geval.mag_open:
        te_veel = uitslag.open - geval.open - geval.mag_open - geval.mag - geval.codes
        lijst += [f"open te veel {code}" for code in sorted(te_veel)]
    return lijst
