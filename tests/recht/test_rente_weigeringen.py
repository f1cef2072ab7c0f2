"""What the computation of interest refuses: days, amounts, payments and rates."""

from datetime import date
from decimal import Decimal

import pytest
from tests.recht.hulp_rente import CONTRACTUEEL, HANDEL, VIJF_PROCENT, rente

from wiktool.kern.dossier import Betaling
from wiktool.kern.fouten import BuitenBereik, GebruiksFout, NotatieFout
from wiktool.recht.renteverloop import Rentesoort


@pytest.mark.parametrize(
    ("soort", "voor", "eerste", "laatste", "na"),
    [
        (
            Rentesoort.WETTELIJK,
            date(1991, 12, 31),
            date(1992, 1, 1),
            date(2026, 12, 31),
            date(2027, 1, 1),
        ),
        (HANDEL, date(2002, 11, 30), date(2002, 12, 1), date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_outside_the_known_rates_is_refused_with_the_range(
    soort: Rentesoort, voor: date, eerste: date, laatste: date, na: date
) -> None:
    assert rente("1.00", eerste, laatste, soort=soort).perioden
    bereik = f"bekend is 1 (januari|december) {eerste.year} tot en met 31 december 2026"
    with pytest.raises(BuitenBereik, match=bereik):
        rente("1.00", voor, laatste, soort=soort)
    with pytest.raises(BuitenBereik, match=bereik):
        rente("1.00", eerste, na, soort=soort)


def test_dates_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(GebruiksFout, match="1 januari 2026, ligt vóór de eerste, 2 januari 2026"):
        rente("1.00", date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize("hoofdsom", ["0.00", "-1.00"])
def test_no_principal_is_refused(hoofdsom: str) -> None:
    with pytest.raises(NotatieFout, match="geen hoofdsom"):
        rente(hoofdsom, date(2026, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize("bedrag", ["0.00", "-1.00"])
def test_a_payment_of_nothing_is_refused(bedrag: str) -> None:
    with pytest.raises(NotatieFout, match="1 januari 2026"):
        rente(
            "1.00",
            date(2026, 1, 1),
            date(2026, 1, 1),
            betalingen=[Betaling(datum=date(2026, 1, 1), bedrag=Decimal(bedrag))],
        )


@pytest.mark.parametrize(
    ("dag", "woorden"),
    [(date(2025, 12, 31), "vóór de eerste rentedag"), (date(2026, 1, 3), "na de laatste rentedag")],
)
def test_payments_outside_the_time_are_refused(dag: date, woorden: str) -> None:
    with pytest.raises(GebruiksFout, match=woorden):
        rente(
            "1.00",
            date(2026, 1, 1),
            date(2026, 1, 2),
            betalingen=[Betaling(datum=dag, bedrag=Decimal(1))],
        )


def test_payments_on_the_first_and_last_day_are_accepted() -> None:
    uitkomst = rente(
        "1.00",
        date(2026, 1, 1),
        date(2026, 1, 2),
        betalingen=[
            Betaling(datum=date(2026, 1, 1), bedrag=Decimal("0.01")),
            Betaling(datum=date(2026, 1, 2), bedrag=Decimal("0.01")),
        ],
    )
    assert uitkomst.hoofdsom_open == Decimal("0.98")


def test_rate_and_kind_must_go_together() -> None:
    with pytest.raises(GebruiksFout, match="ontbreekt het percentage"):
        rente("1.00", date(2026, 1, 1), date(2026, 1, 1), soort=CONTRACTUEEL)
    with pytest.raises(GebruiksFout, match="alleen bij contractuele rente"):
        rente("1.00", date(2026, 1, 1), date(2026, 1, 1), percentage=Decimal(5))


@pytest.mark.parametrize("jaar", [1899, 3000, 9999])
def test_years_out_of_range_are_refused(jaar: int) -> None:
    with pytest.raises(NotatieFout, match="tussen 1900 en 2999"):
        rente("1.00", date(jaar, 1, 1), date(jaar, 12, 31), **VIJF_PROCENT)
    assert rente("1.00", date(2999, 12, 31), date(2999, 12, 31), **VIJF_PROCENT).rente == 0
