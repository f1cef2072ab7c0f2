"""Dates in two notations, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.kern.datum import lees_datum, maanden_later
from wiktool.kern.fouten import NotatieFout
from wiktool.kern.notatie import datum_kort, datum_nl


@given(st.dates(min_value=date(1000, 1, 1)))
def test_reads_both_notations_back(dag: date) -> None:
    assert lees_datum(dag.isoformat()) == dag
    assert lees_datum(datum_kort(dag)) == dag


@pytest.mark.parametrize(
    "tekst",
    [
        "20261121", "21/11/2026", "2026-1-2", "1-2-2026", "21-11-26", "11-21-2026", "2026-02-29",
        "31-04-2026", "", "vandaag", "2026-11-21T00:00", "２０２６-11-21", "2026-11", "0000-01-01",
        "2026-11-21-", "21 november 2026",
    ],
)  # fmt: skip
def test_refuses_every_other_notation(tekst: str) -> None:
    with pytest.raises(NotatieFout):
        lees_datum(tekst)


@pytest.mark.parametrize(
    ("dag", "maanden", "later"),
    [
        (date(2026, 8, 31), -6, date(2026, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 3, 1), -12, date(2024, 3, 1)),
    ],
)
def test_same_day_in_another_month(dag: date, maanden: int, later: date) -> None:
    assert maanden_later(dag, maanden=maanden) == later


def test_dates_read_as_in_a_letter() -> None:
    assert datum_nl(date(2026, 3, 1)) == "1 maart 2026"
