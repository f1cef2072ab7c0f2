"""Open items in a workbook: numbers and dates as a spreadsheet stores them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from wiktool.invoer.openposten import lees_openposten
from wiktool.invoer.tabel.kolommen import Veld

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KOP = ["Debiteurnummer", "Naam", "Factuurnummer", "Factuurdatum", "Vervaldatum", "Openstaand"]
DAG, VERVAL = date(2026, 8, 1), date(2026, 8, 31)


def test_typed_and_texts_mixed(maak_werkmap: Callable[..., Path]) -> None:
    rijen = [
        [1001, "A", 20260017, DAG, VERVAL, 1210],
        [1002, "B", "F2", 46235, "31-08-2026", "1.250"],
        ["1003", "C", "F3", "1-8-2026", 46265.0, "12,50"],
        [1004, "D", "F4", DAG, VERVAL, 0.1 + 0.2],
        [1005, "E", "F5", DAG, VERVAL, 10.005],
        ["Totaal", None, None, None, None, 2472.8],
    ]
    gelezen = lees_openposten(maak_werkmap({"P": [KOP, *rijen]}))
    assert [(p.nummer, p.factuurnummer, p.openstaand) for p in gelezen.posten] == [
        ("1001", "20260017", Decimal("1210.00")),
        ("1002", "F2", Decimal("1250.00")),
        ("1003", "F3", Decimal("12.50")),
        ("1004", "F4", Decimal("0.30")),
    ]
    assert {(p.factuurdatum, p.vervaldatum) for p in gelezen.posten} == {(DAG, VERVAL)}
    assert [a.reden for a in gelezen.afgewezen] == ["«10.005» heeft meer dan twee decimalen"]
    assert gelezen.bron.blad == "P"


@pytest.mark.parametrize("bedrag", [10.5, "10,50"])
def test_ordinary_rows_go_in_blocks(maak_werkmap: Callable[..., Path], bedrag: object) -> None:
    rijen = [[n, f"Klant {n}", f"F{n}", DAG, VERVAL, bedrag] for n in range(1, 800)]
    gelezen = lees_openposten(maak_werkmap({"P": [KOP, *rijen]}))
    assert len(gelezen.posten) == 799
    assert {p.openstaand for p in gelezen.posten} == {Decimal("10.50")}
    assert gelezen.posten[-1].regel == 800


def test_column_pointed_out(maak_werkmap: Callable[..., Path]) -> None:
    pad = maak_werkmap({"P": [["Wie", "Wat", "Hoeveel"], ["A", "F1", 3]]})
    kolommen = {Veld.NAAM: "Wie", Veld.FACTUURNUMMER: "Wat", Veld.OPENSTAAND: "Hoeveel"}
    assert lees_openposten(pad, kolommen=kolommen).posten[0].naam == "A"
