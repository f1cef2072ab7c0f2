"""The corpus judged by itself: complete, consistent, and right in its own sums."""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from oordelen import (
    ADVIES,
    BETWIST,
    CODES,
    FOUT,
    MAP,
    ONBEPAALDE_ERNST,
    OORDELEN,
    PEILDATUM,
    WAARSCHUWING,
    Geval,
    brieven,
    passages,
)

sys.path.pop(0)

BRIEVEN = brieven()
PASSAGES = passages()
ALLE = BRIEVEN + PASSAGES
ZWAAR = (
    *(f"WIK{nummer}" for nummer in range(101, 111)),
    *(f"WIK{nummer}" for nummer in range(201, 209)),
    "WIK301",
    "WIK302",
)
REGEL = re.compile(r"\b[RHDO]\d+(?:\.\d+)?\b")
IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?(?:[A-Z]{4} ?\d{4} ?\d{4} ?\d{2}|[A-Z]{4}\d{10})\b", re.I)
MET_ZEKERHEID = [geval for geval in ALLE if geval.zeker]


def _namen(gevallen: list[Geval]) -> list[str]:
    return [geval.naam for geval in gevallen]


def test_there_are_enough_letters_and_passages() -> None:
    assert len(BRIEVEN) >= 60
    assert len(PASSAGES) >= 200


def test_every_file_has_a_label_and_every_label_a_file() -> None:
    bestanden = sorted(pad.stem for pad in (MAP / "brieven").glob("*.txt"))
    assert bestanden == _namen(BRIEVEN)


def test_no_text_occurs_twice() -> None:
    per_tekst = Counter(geval.tekst for geval in ALLE)
    assert {tekst for tekst, aantal in per_tekst.items() if aantal > 1} == set()


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_covered(code: str) -> None:
    aantal = sum(code in geval.codes | geval.open for geval in ALLE)
    assert aantal >= (8 if code in ZWAAR else 3), aantal


@pytest.mark.parametrize("geval", ALLE, ids=_namen(ALLE))
def test_label_is_well_formed(geval: Geval) -> None:
    assert geval.oordeel in OORDELEN
    assert geval.ook <= set(OORDELEN)
    assert (geval.codes | geval.open) <= CODES
    assert not geval.codes & BETWIST, "a disputed rule is never a finding"
    assert geval.soort or geval.codes == {"WIK001"}
    assert REGEL.search(geval.waarom), "a reason cites a rule"


@pytest.mark.parametrize("geval", MET_ZEKERHEID, ids=_namen(MET_ZEKERHEID))
def test_verdict_follows_from_the_codes(geval: Geval) -> None:
    if geval.codes & FOUT:
        assert geval.oordeel == "voldoet_niet"
    elif geval.open:
        assert geval.oordeel == "niet_te_beoordelen"
    else:
        assert geval.oordeel == "voldoet"
        assert geval.codes <= WAARSCHUWING | ADVIES
    assert not geval.codes & ONBEPAALDE_ERNST, "without a severity no verdict is certain"


def test_the_corpus_is_spread_over_the_verdicts() -> None:
    deel = Counter(geval.oordeel if geval.zeker else "onzeker" for geval in ALLE)
    assert deel["voldoet"] >= len(ALLE) / 4
    assert deel["voldoet_niet"] >= len(ALLE) / 2.5
    assert deel["niet_te_beoordelen"] + deel["onzeker"] >= len(ALLE) / 8


def _tarief(hoofdsom: Decimal) -> Decimal:
    """Besluit BIK 2 lid 1 and 2 (R1.4), written out once more on purpose."""
    schijven = (("2500", "15"), ("2500", "10"), ("5000", "5"), ("190000", "1"), ("800000", "0.5"))
    rest, kosten = hoofdsom, Decimal(0)
    for breedte, percentage in schijven:
        deel = min(rest, Decimal(breedte))
        kosten += deel * Decimal(percentage) / 100
        rest -= deel
    return max(kosten, Decimal(40)).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


def _schrijfwijzen(bedrag: str) -> list[str]:
    euro, cent = bedrag.split(".")
    punten = f"{int(euro):,}".replace(",", ".")
    vormen = [f"{punten},{cent}", f"{euro},{cent}"]
    return vormen if cent != "00" else [*vormen, f"{punten},-", f"€ {punten}", f"{punten} euro"]


JUIST = [
    geval
    for geval in BRIEVEN
    if geval.oordeel == "voldoet" and geval.soort == "wik" and "WIK103" not in geval.codes
]


@pytest.mark.parametrize("geval", JUIST, ids=_namen(JUIST))
def test_fee_of_a_right_letter_is_the_tariff(geval: Geval) -> None:
    hoofdsom, kosten = geval.feiten["feit_hoofdsom"], geval.feiten["feit_kosten"]
    assert _tarief(Decimal(hoofdsom)) == Decimal(kosten)
    bedragen = [hoofdsom, kosten]
    if btw := geval.feiten.get("feit_btw"):
        berekend = (Decimal(kosten) * 21 / 100).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
        assert Decimal(btw) == berekend
        bedragen += [btw, str(Decimal(kosten) + berekend)]
    for bedrag in bedragen:
        assert any(vorm in geval.tekst for vorm in _schrijfwijzen(bedrag)), bedrag


@pytest.mark.parametrize("geval", JUIST, ids=_namen(JUIST))
def test_the_tool_computes_the_same_fee(geval: Geval, wiktool) -> None:
    uitvoer = wiktool("bereken", geval.feiten["feit_hoofdsom"], "--kort", "--peildatum", PEILDATUM)
    assert uitvoer.stdout.strip() == geval.feiten["feit_kosten"]


def test_fees_of_the_frames_are_the_tariff() -> None:
    import tomllib

    ramen = tomllib.loads((MAP / "passages.toml").read_text(encoding="utf-8"))["raam"]
    for naam, raam in ramen.items():
        if raam["kosten"]:
            assert _tarief(Decimal(raam["hoofdsom"])) == Decimal(raam["kosten"]), naam


@pytest.mark.parametrize(
    ("verzonden", "laatste_dag"),
    [
        ("2026-11-02", "2026-11-18"),  # frame b, monday
        ("2026-11-03", "2026-11-19"),  # letter 21, tuesday
        ("2026-11-06", "2026-11-24"),  # letter 47, friday (R4.2)
        ("2026-10-16", "2026-11-03"),  # letter 48, friday
    ],
)
def test_calendar_behind_the_fixed_dates(verzonden: str, laatste_dag: str, wiktool) -> None:
    uitvoer = wiktool(
        "termijn", "--verzonden", verzonden, "--peildatum", PEILDATUM, "--formaat", "json"
    )
    assert f'"laatste_dag": "{laatste_dag}"' in uitvoer.stdout


def test_dated_facts_lie_after_the_full_term() -> None:
    for geval in BRIEVEN:
        if laatste := geval.feiten.get("feit_laatste"):
            dagen = date.fromisoformat(laatste) - date.fromisoformat(geval.vlaggen["verzonden"])
            assert dagen.days >= 20, geval.naam  # the longest full term (R4.4)


def _geldig(iban: str) -> bool:
    kaal = iban.replace(" ", "").upper()
    return int("".join(str(int(t, 36)) for t in kaal[4:] + kaal[:4])) % 97 == 1


@pytest.mark.parametrize("geval", ALLE, ids=_namen(ALLE))
def test_bank_accounts_are_valid_unless_that_is_the_point(geval: Geval) -> None:
    nummers = {iban.replace(" ", "").upper() for iban in IBAN.findall(geval.tekst)}
    mist = not nummers or len(nummers) > 1 or not all(map(_geldig, nummers))
    if geval.soort == "wik":
        assert mist == ("WIK401" in geval.codes), nummers


@pytest.mark.parametrize("geval", ALLE, ids=_namen(ALLE))
def test_no_real_domain_occurs(geval: Geval) -> None:
    assert set(re.findall(r"\b[\w-]+\.(nl|com|eu|org|net)\b", geval.tekst)) == set()
