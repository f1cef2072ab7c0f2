"""Payments and claims: certain ones applied, doubtful ones listed, never guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.invoer.bank.model import Bijschrijving
from wiktool.taken.serie.afletteren import Afgeletterd, Rekening, letter_af

EXPORT = date(2026, 11, 15)
JANSEN = "NL20INGB0001234567"


def rekeningen() -> list[Rekening]:
    return [
        Rekening(
            sleutel="1",
            naam="J. Jansen",
            open={"2026-0017": Decimal(1210), "2026-0021": Decimal(250)},
            ibans=frozenset({JANSEN}),
            kenmerken={"8000026700017": "2026-0017"},
        ),
        Rekening(sleutel="2", naam="Bakkerij De Ster", open={"A-7": Decimal(100)}),
        Rekening(sleutel="3", naam="P. Vos", open={"17": Decimal(50)}),
    ]


def bij(
    bedrag: str,
    tekst: str = "",
    *,
    iban: str = "",
    naam: str = "",
    kenmerk: str = "",
    dag: date = date(2026, 11, 16),
) -> Bijschrijving:
    return Bijschrijving(
        datum=dag, bedrag=Decimal(bedrag), omschrijving=tekst, iban=iban, naam=naam, kenmerk=kenmerk
    )


def letter(
    *bijschrijvingen: Bijschrijving, verwerkt_tot: date | None = EXPORT
) -> tuple[dict[str, int], Afgeletterd]:
    """What was applied per invoice number, in whole euros."""
    uitkomst = letter_af(bijschrijvingen, rekeningen(), verwerkt_tot=verwerkt_tot)
    geboekt: dict[str, int] = {}
    for betalingen in uitkomst.betalingen.values():
        for betaling in betalingen:
            nummer = betaling.factuurnummer
            geboekt[nummer] = geboekt.get(nummer, 0) + int(betaling.bedrag)
    return geboekt, uitkomst


@pytest.mark.parametrize(
    ("bijschrijving", "verwacht"),
    [
        (bij("1210", "factuur 2026-0017"), {"2026-0017": 1210}),
        (bij("1210", "Fact.nr.20260017 bedankt"), {"2026-0017": 1210}),
        (bij("1210", "2026 0017"), {"2026-0017": 1210}),
        (bij("1210", kenmerk="8000 0267 0001 7"), {"2026-0017": 1210}),
        (bij("1210", "8000026700017", kenmerk="2026-0017"), {"2026-0017": 1210}),
        (bij("1460", "2026-0017 en 2026-0021"), {"2026-0017": 1210, "2026-0021": 250}),
        (bij("1300", "2026-0017, 2026-0021", iban=JANSEN), {"2026-0017": 1210, "2026-0021": 90}),
        (bij("100", "2026-0017", iban=JANSEN), {"2026-0017": 100}),
        (bij("100", "2026-0017", naam="Hr J Jansen"), {"2026-0017": 100}),
        (bij("250", iban=JANSEN), {"2026-0021": 250}),
        (bij("1460", iban=JANSEN), {"2026-0017": 1210, "2026-0021": 250}),
        (bij("50", "17", naam="P Vos"), {"17": 50}),
        (bij("40", "A7 deel", naam="BAKKERIJ DE STER"), {"A-7": 40}),
    ],
)
def test_certain(bijschrijving: Bijschrijving, verwacht: dict[str, int]) -> None:
    geboekt, uitkomst = letter(bijschrijving)
    assert geboekt == verwacht
    assert not uitkomst.twijfels
    assert not uitkomst.onbekend


@pytest.mark.parametrize(
    ("bijschrijving", "reden"),
    [
        (bij("1500", "2026-0017"), "is meer dan er op de genoemde facturen openstaat"),
        (bij("100", "2026-0017"), "rekening noch naam is bekend"),
        (bij("50", "huis 17"), "kort nummer dat toeval kan zijn"),
        (bij("1310", "2026-0017 en A-7"), "facturen van meer schuldenaren"),
        (bij("300", iban=JANSEN), "past niet op één vordering"),
        (bij("1210", "2026-0017", dag=EXPORT), "is van voor de export"),
        (bij("100", "2026-0017", iban=JANSEN, dag=EXPORT), "kan in de export al verwerkt zijn"),
        (bij("250", iban=JANSEN, dag=EXPORT), "past niet op één vordering"),
    ],
)
def test_doubtful(bijschrijving: Bijschrijving, reden: str) -> None:
    geboekt, uitkomst = letter(bijschrijving)
    assert geboekt == {}
    assert uitkomst.twijfels
    assert all(reden in tekst for teksten in uitkomst.twijfels.values() for tekst in teksten)


def test_unknown_export_day_makes_a_part_doubtful_and_a_whole_certain() -> None:
    """A part may have been taken off the open amount already; exactly what is open cannot."""
    geboekt, _ = letter(bij("1210", "2026-0017"), verwerkt_tot=None)
    assert geboekt == {"2026-0017": 1210}
    geboekt, uitkomst = letter(bij("100", "2026-0017", iban=JANSEN), verwerkt_tot=None)
    assert geboekt == {}
    assert "--verwerkt-tot" in uitkomst.twijfels["1"][0]


def test_second_payment_of_a_paid_invoice() -> None:
    dubbel = bij("1210", "2026-0017")
    geboekt, uitkomst = letter(dubbel, dubbel)
    assert geboekt == {"2026-0017": 1210}
    assert "al is voldaan" in uitkomst.twijfels["1"][0]


def test_parts_in_order_of_date() -> None:
    later = bij("1110", "2026-0017", iban=JANSEN, dag=date(2026, 11, 18))
    eerst = bij("100", "2026-0017", iban=JANSEN, dag=date(2026, 11, 17))
    geboekt, uitkomst = letter(later, eerst)
    assert geboekt == {"2026-0017": 1210}
    assert [b.datum.day for b in uitkomst.betalingen["1"]] == [17, 18]


def test_account_of_two_debtors_decides_nothing() -> None:
    twee = rekeningen()
    twee[1].ibans = frozenset({JANSEN})
    uitkomst = letter_af([bij("100", iban=JANSEN)], twee, verwerkt_tot=EXPORT)
    assert not uitkomst.betalingen
    assert set(uitkomst.twijfels) == {"1", "2"}


def test_two_claims_of_the_same_amount_are_doubt() -> None:
    rekening = Rekening(sleutel="1", naam="A", open={"F1": Decimal(10), "F2": Decimal(10)},
                        ibans=frozenset({JANSEN}))  # fmt: skip
    uitkomst = letter_af([bij("10", iban=JANSEN)], [rekening], verwerkt_tot=EXPORT)
    assert not uitkomst.betalingen


def test_payment_that_the_dossier_already_has_is_not_news() -> None:
    rekening = rekeningen()[0]
    rekening.verwerkt[EXPORT] = Decimal(100)
    uitkomst = letter_af(
        [bij("100", "2026-0017", iban=JANSEN, dag=EXPORT)], [rekening], verwerkt_tot=EXPORT
    )
    assert not uitkomst.twijfels
    assert not uitkomst.betalingen


def test_others_are_counted() -> None:
    assert letter(bij("9", "huur"), bij("8"))[1].onbekend == 2


@given(
    st.lists(
        st.builds(
            bij,
            st.integers(1, 3000).map(str),
            st.sampled_from(["", "2026-0017", "2026-0021", "A-7", "17", "2026-0017 2026-0021"]),
            iban=st.sampled_from(["", JANSEN]),
            naam=st.sampled_from(["", "J Jansen", "P Vos"]),
        ),
        max_size=8,
    )
)
def test_never_more_is_applied_than_is_open(bijschrijvingen: list[Bijschrijving]) -> None:
    rek = rekeningen()
    open_ = {nummer: bedrag for r in rek for nummer, bedrag in r.open.items()}
    uitkomst = letter_af(bijschrijvingen, rek, verwerkt_tot=EXPORT)
    for betalingen in uitkomst.betalingen.values():
        for betaling in betalingen:
            open_[betaling.factuurnummer] -= betaling.bedrag
    assert all(bedrag >= 0 for bedrag in open_.values())
    geboekt = sum(b.bedrag for bs in uitkomst.betalingen.values() for b in bs)
    assert geboekt <= sum(b.bedrag for b in bijschrijvingen)
