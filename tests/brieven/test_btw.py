"""VAT on the fee: only where both grounds are there, and then with the declaration (R1.10)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.brieven.hulp import (
    BUREAU,
    CONSUMENT,
    DATUM,
    HERINNERING,
    INGEBREKESTELLING,
    RECHTSPERSOON,
    SOMMATIE,
    WIK,
    als_bedrag,
    maak_dossier,
    met_wik,
    schrijf,
)

from wiktool.brieven.model import Bloksoort
from wiktool.kern.begrippen import Briefsoort, Hoedanigheid, Taal, Toon
from wiktool.taken.briefmaken import kies_brief, maak_brief

POSITIES = [
    (uitbesteed, verrekenbaar)
    for uitbesteed in (True, False)
    for verrekenbaar in (True, False, None)
]
VERKLARING = {
    Taal.NL: "laat het innen doen door een ander bedrijf en kan de btw daarover niet verrekenen. "
    "Daarom worden de incassokosten verhoogd met 21% btw.",
    Taal.EN: "has its claims collected by another company and cannot reclaim the VAT on this. "
    "The collection costs are therefore increased by 21% VAT.",
}


@pytest.mark.parametrize("met_bureau", [False, True])
@pytest.mark.parametrize(("uitbesteed", "verrekenbaar"), POSITIES)
def test_vat_needs_an_outsider_and_a_creditor_who_cannot_deduct(
    *, uitbesteed: bool, verrekenbaar: bool | None, met_bureau: bool
) -> None:
    """R1.10: all grounds, or no VAT at all; what nobody said is no ground."""
    dossier = maak_dossier(
        schuldeiser={"uitbesteed": uitbesteed, "btw_verrekenbaar": verrekenbaar},
        incassobureau=BUREAU if met_bureau else None,
    )
    mag = (uitbesteed or met_bureau) and verrekenbaar is False
    for taal in Taal:
        for toon in Toon:
            brief = schrijf(dossier, WIK, taal=taal, toon=toon)
            assert (VERKLARING[taal] in brief.kern) is mag
            assert bool(re.search(r"\b(btw|VAT)\b", brief.tekst)) is mag
    kosten = brief.grondslag.kosten
    assert kosten is not None
    assert kosten.kosten == Decimal("181.50")
    assert kosten.btw == (Decimal("38.12") if mag else 0)
    assert kosten.totaal == kosten.kosten + kosten.btw


@pytest.mark.parametrize(
    ("uitbesteed", "verrekenbaar", "zin"),
    [
        (True, None, "Of u de btw kunt verrekenen, staat er niet"),
        (False, False, "u kunt de btw niet verrekenen, maar u int zelf"),
        (True, True, ""),
        (False, True, ""),
        (False, None, ""),
        (True, False, ""),
    ],
)
def test_the_sender_hears_why_there_is_no_vat(
    *, uitbesteed: bool, verrekenbaar: bool | None, zin: str
) -> None:
    dossier = maak_dossier(schuldeiser={"uitbesteed": uitbesteed, "btw_verrekenbaar": verrekenbaar})
    gemaakt = maak_brief(dossier, kies_brief(dossier, WIK, datum=DATUM))
    gezegd = [k.tekst for k in gemaakt.kanttekeningen if k.code == "geen-btw"]
    assert [zin in tekst for tekst in gezegd] == ([True] if zin else [])


ONVERREKENBAAR = {"uitbesteed": True, "btw_verrekenbaar": False}


@pytest.mark.parametrize(
    ("hoofdsom", "kosten", "btw"),
    [
        ("1.00", "40.00", "8.40"),
        ("266.70", "40.01", "8.40"),
        ("1234.56", "185.18", "38.89"),
        ("7777.77", "763.89", "160.42"),
        ("1000000.00", "6775.00", "1422.75"),
        ("2500000.00", "6775.00", "1422.75"),
    ],
)
def test_vat_comes_on_top_of_minimum_and_maximum(hoofdsom: str, kosten: str, btw: str) -> None:
    """R1.14, R1.16: 48.40 and 8,197.75; without, VAT and with are all named."""
    dossier = maak_dossier(schuldeiser=ONVERREKENBAAR, vordering={"bedrag": Decimal(hoofdsom)})
    brief = schrijf(dossier, WIK)
    waarden = brief.brief.waarden
    verwacht = (Decimal(kosten), Decimal(btw), Decimal(kosten) + Decimal(btw))
    gezien = (waarden.kosten, waarden.btw, waarden.kosten_met_btw)
    assert tuple(map(als_bedrag, gezien)) == verwacht
    assert als_bedrag(waarden.totaal) == Decimal(hoofdsom) + verwacht[2]
    assert all(tekst.replace("\u00a0", " ") in brief.kern for tekst in (*gezien, waarden.totaal))


@pytest.mark.parametrize("soort", [HERINNERING, INGEBREKESTELLING])
def test_no_fee_no_vat(soort: Briefsoort) -> None:
    dossier = maak_dossier(schuldeiser=ONVERREKENBAAR)
    assert not re.search(r"\bbtw\b", schrijf(dossier, soort).tekst)


@pytest.mark.parametrize(
    ("aangezegd", "btw"), [("219.62", "€ 38,12"), ("181.50", None), (None, None)]
)
def test_demand_asks_only_the_vat_that_the_letter_announced(
    aangezegd: str | None, btw: str | None
) -> None:
    """R1.15: on a line of its own, with its rate."""
    dossier = met_wik(maak_dossier(schuldeiser=ONVERREKENBAAR))
    kosten = Decimal(aangezegd) if aangezegd else None
    brief = replace(dossier.aanmaningen[0], kosten=kosten)
    letter = schrijf(replace(dossier, aanmaningen=(brief,)), SOMMATIE)
    regels = dict(letter.rijen(Bloksoort.SPECIFICATIE))
    assert regels["Incassokosten"] == "€ 181,50"
    assert regels.get("21% btw over de incassokosten") == btw


VERKLARING_IN_SOMMATIE = {
    Taal.NL: "kan de btw daarover niet verrekenen. "
    "Daarom zijn de incassokosten verhoogd met 21% btw.",
    Taal.EN: "cannot reclaim the VAT on this. "
    "The collection costs have therefore been increased by 21% VAT.",
}


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize(("aangezegd", "met_btw"), [("219.62", True), ("181.50", False)])
@pytest.mark.parametrize("hoedanigheid", [CONSUMENT, RECHTSPERSOON])
def test_demand_with_vat_declares_why(
    hoedanigheid: Hoedanigheid, aangezegd: str, taal: Taal, *, met_btw: bool
) -> None:
    """R1.10: who raises the fee with VAT says that it cannot be deducted, and that this is why."""
    dossier = met_wik(
        maak_dossier(schuldeiser=ONVERREKENBAAR, schuldenaar={"hoedanigheid": hoedanigheid})
    )
    wik = replace(dossier.aanmaningen[0], kosten=Decimal(aangezegd))
    brief = schrijf(replace(dossier, aanmaningen=(wik,)), SOMMATIE, taal=taal)
    assert brief.brief.waarden.met_btw is met_btw
    assert (VERKLARING_IN_SOMMATIE[taal] in brief.kern) is met_btw
    assert (VERKLARING_IN_SOMMATIE[Taal.NL] in brief.kern) is met_btw


def test_no_vat_on_the_cautious_fee_for_instalments() -> None:
    """R1.44: whether VAT may come on the 20 euros is not known."""
    eerder = met_wik(maak_dossier(schuldeiser=ONVERREKENBAAR)).aanmaningen[0]
    eerste = maak_dossier(
        vordering={"termijnbetaling": True, "bedrag": Decimal("49.00")}
    ).vorderingen[0]
    tweede = replace(eerste, factuurnummer="18", vervaldatum=DATUM.replace(day=1))
    dossier = maak_dossier(
        schuldeiser=ONVERREKENBAAR,
        vorderingen=(eerste, tweede),
        aanmaningen=(replace(eerder, facturen=("17",)),),
    )
    brief = schrijf(dossier, WIK)
    assert brief.brief.waarden.kosten.endswith("20,00")
    assert "btw" not in brief.tekst
