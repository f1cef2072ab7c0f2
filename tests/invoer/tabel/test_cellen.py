"""Amounts and dates of a column: every notation, and what only the rest of the column settles."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.invoer.tabel.cellen import (
    Bedragkolom,
    Datumkolom,
    Twijfel,
    als_tekst,
    lees_ja_nee,
    staat_aan,
)
from wiktool.kern.fouten import NotatieFout
from wiktool.kern.notatie import bedrag_nl


@pytest.mark.parametrize(
    ("cel", "bedrag"),
    [
        ("1250", "1250.00"),
        ("1250,00", "1250.00"),
        ("1250.00", "1250.00"),
        ("1.250,00", "1250.00"),
        ("1,250.00", "1250.00"),
        ("1.234.567", "1234567.00"),
        ("1.234.567,8", "1234567.80"),
        ("1,234,567.89", "1234567.89"),
        ("1 250,00", "1250.00"),
        ("1\u00a0250", "1250.00"),
        ("1'250.50", "1250.50"),
        ("€ 1.250,-", "1250.00"),
        ("€1.250,--", "1250.00"),
        ("40,-", "40.00"),
        ("40,\u2013", "40.00"),
        ("40,-  ", "40.00"),
        ("EUR 40", "40.00"),
        ("40 euro", "40.00"),
        ("-40,00", "-40.00"),
        ("\u221240,00", "-40.00"),
        ("40,00-", "-40.00"),
        ("-40,-", "-40.00"),
        ("€ -12,50", "-12.50"),
        ("-€ 12,50", "-12.50"),
        ("(12,50)", "-12.50"),
        ("(€ 12,50)", "-12.50"),
        ("0,5", "0.50"),
        (",50", "0.50"),
        ("1210.0000", "1210.00"),
        ("0.500", "0.50"),
        ("1250.500", "1250.50"),
        ("0", "0.00"),
        (1210.1, "1210.10"),
        (0.1 + 0.2, "0.30"),
        (-3.5, "-3.50"),
        (7, "7.00"),
    ],
)
def test_amount_with_one_reading(cel: object, bedrag: str) -> None:
    gelezen = Bedragkolom().lees(cel)
    assert gelezen == Decimal(bedrag)
    assert str(gelezen) == bedrag


@pytest.mark.parametrize("cel", ["", "  ", "\u00a0", None])
def test_no_amount_at_all(cel: object) -> None:
    assert Bedragkolom().lees(cel) is None


@pytest.mark.parametrize(
    "cel",
    ["€", "-", "12€50", "1e3", "NaN", "inf", "1_000", "１２", "12,50-,", "--5", "1234 567", "1.2.3",
     "1.25,0.0", "12 50", "twaalf", "12,50 D", "0x10", "1.250,005", "1210.005", "9" * 14,
     float("nan"), 1e20, True, datetime(2026, 1, 1, tzinfo=UTC)],
)  # fmt: skip
def test_no_amount(cel: object) -> None:
    with pytest.raises(NotatieFout):
        Bedragkolom().lees(cel)


@pytest.mark.parametrize("cel", ["1.250", "1,250", "€ 12.500", "-1.250", "999,999"])
def test_one_group_is_doubt_until_the_column_is_known(cel: str) -> None:
    kolom = Bedragkolom()
    with pytest.raises(Twijfel):
        kolom.lees(cel)
    kolom.beslist = True
    with pytest.raises(NotatieFout, match="dubbelzinnig"):
        kolom.lees(cel)


@pytest.mark.parametrize(
    ("bewijs", "cel", "bedrag"),
    [
        (["12,50"], "1.250", "1250.00"),
        (["1.250,00"], "1.250", "1250.00"),
        (["1.234.567"], "1.250", "1250.00"),
        (["40,-"], "1.250", "1250.00"),
        (["12.50"], "1,250", "1250.00"),
        (["1,234.5"], "1,250", "1250.00"),
        # The mark that stands before two decimals elsewhere has no three decimals here.
        (["12.50"], "1.250", None),
        (["12,50"], "1,250", None),
        (["12,50", "12.50"], "1.250", None),
        (["1250", "7"], "1.250", None),
    ],
)
def test_column_decides_as_a_whole(bewijs: list[str], cel: str, bedrag: str | None) -> None:
    kolom = Bedragkolom()
    for ander in bewijs:
        kolom.lees(ander)
    kolom.beslist = True
    if bedrag is None:
        with pytest.raises(NotatieFout, match="dubbelzinnig"):
            kolom.lees(cel)
    else:
        assert kolom.lees(cel) == Decimal(bedrag)


def test_block_reads_as_cell_by_cell() -> None:
    cellen = ["12,50", "-1.250,00", "0,01"]
    blok, los = Bedragkolom(), Bedragkolom()
    assert blok.lees_blok(cellen) == [los.lees(cel) for cel in cellen]
    assert (blok.komma, blok.punt) == (los.komma, los.punt) == (True, False)


@pytest.mark.parametrize(
    "cellen", [["12,50", "12.50"], ["12,50", "1.250"], ["12,50", ""], ["12,50\n13,50"], ["1e3"]]
)
def test_block_that_is_not_plain(cellen: list[str]) -> None:
    assert Bedragkolom().lees_blok(cellen) is None


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_written_amounts_are_read_back(centen: int) -> None:
    bedrag = Decimal(centen).scaleb(-2)
    assert Bedragkolom().lees(bedrag_nl(bedrag)) == bedrag
    assert Bedragkolom().lees(f"{bedrag:,.2f}") == bedrag
    assert Bedragkolom().lees(f"{bedrag}") == bedrag


@given(st.text(max_size=12) | st.text("0123456789.,-€ ", max_size=12))
def test_any_text_is_an_amount_or_refused(tekst: str) -> None:
    kolom = Bedragkolom()
    kolom.beslist = True
    try:
        bedrag = kolom.lees(tekst)
    except NotatieFout:
        return
    assert bedrag is None or bedrag == round(bedrag, 2)


@pytest.mark.parametrize(
    "cel",
    ["2026-08-31", "2026-8-31", "2026/08/31", "31-08-2026", "31-8-2026", "31.08.2026",
     "2026-08-31T00:00:00", "2026-08-31 00:00:00.000", "31-8-2026 12:30", "2026-08-31T00:00:00Z",
     "2026-08-31T00:00:00+02:00", "20260831", "31/08/2026", "08/31/2026", "46265", "46265.0",
     46265, 46265.0, 20260831.0, date(2026, 8, 31), datetime(2026, 8, 31, 12, tzinfo=UTC)],
)  # fmt: skip
def test_dates(cel: object) -> None:
    assert Datumkolom()[cel] == date(2026, 8, 31)


@pytest.mark.parametrize("cel", ["", " ", None])
def test_no_date_at_all(cel: object) -> None:
    assert Datumkolom()[cel] is None


@pytest.mark.parametrize(
    "cel",
    ["31-02-2026", "2026-13-01", "31-08-26", "31 augustus", "x", "20261301", "12345", "99999",
     "2026-08/31", "1-2", 3.5, 1.0, True, "32/01/2026", "٣١-٠٨-٢٠٢٦", "31-08-2026 later"],
)  # fmt: skip
def test_no_date(cel: object) -> None:
    with pytest.raises(NotatieFout):
        Datumkolom()[cel]


@pytest.mark.parametrize(
    ("bewijs", "dag"),
    [
        (["31/12/2026"], date(2026, 9, 8)),
        (["12/31/2026"], date(2026, 8, 9)),
        ([], None),
        (["31/12/2026", "12/31/2026"], None),
    ],
)
def test_slashed_dates_are_settled_by_the_column(bewijs: list[str], dag: date | None) -> None:
    kolom = Datumkolom()
    with pytest.raises(Twijfel):
        kolom["08/09/2026"]
    for ander in bewijs:
        assert kolom[ander] == date(2026, 12, 31)
    assert kolom["09/09/2026"] == date(2026, 9, 9)
    kolom.beslist = True
    if dag is None:
        with pytest.raises(NotatieFout, match="dubbelzinnig"):
            kolom["08/09/2026"]
    else:
        assert kolom["08/09/2026"] == dag


@pytest.mark.parametrize(
    ("cel", "waarde"), [("X", True), ("nee", False), (1.0, True), (False, False), (None, None)]
)
def test_yes_or_no(cel: object, waarde: bool | None) -> None:
    assert lees_ja_nee(cel) is waarde


def test_neither_yes_nor_no() -> None:
    with pytest.raises(NotatieFout, match="geen ja of nee"):
        lees_ja_nee("misschien")
    assert staat_aan("misschien")


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        ("  a ", "a"),
        (1042.0, "1042"),
        (10.5, "10.5"),
        (datetime(2026, 8, 31, tzinfo=UTC), "2026-08-31"),
        (7, "7"),
    ],
)
def test_cell_as_text(cel: object, tekst: str) -> None:
    assert als_tekst(cel) == tekst
