"""Imputation: recht.md 6 (R6.1 to R6.3)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from wiktool.kern.fouten import NietMogelijk
from wiktool.recht.toerekening import Schuld, Toerekening, reken_toe

D = Decimal


def schuld(kenmerk: str, hoofdsom: str = "100.00", **rest: Any) -> Schuld:
    return Schuld(kenmerk=kenmerk, hoofdsom=D(hoofdsom), **rest)


def bedragen(uitkomst: Toerekening) -> dict[str, Decimal]:
    return {deel.kenmerk: deel.totaal for deel in uitkomst.delen}


# --- 6:44: costs, interest, principal (R6.2, R6.3)


@pytest.mark.parametrize(
    ("betaald", "kosten", "rente", "hoofdsom", "rest"),
    [
        ("0.01", "0.01", "0", "0", "0"),
        ("39.99", "39.99", "0", "0", "0"),
        ("40.00", "40.00", "0", "0", "0"),
        ("40.01", "40.00", "0.01", "0", "0"),
        ("45.00", "40.00", "5.00", "0", "0"),
        ("45.01", "40.00", "5.00", "0.01", "0"),
        ("145.00", "40.00", "5.00", "100.00", "0"),
        ("145.01", "40.00", "5.00", "100.00", "0.01"),
    ],
)
def test_costs_then_interest_then_principal(
    betaald: str, kosten: str, rente: str, hoofdsom: str, rest: str
) -> None:
    uitkomst = reken_toe(D(betaald), [schuld("1", kosten=D("40.00"), rente=D("5.00"))])
    (deel,) = uitkomst.delen
    assert (deel.kosten, deel.rente, deel.hoofdsom) == (D(kosten), D(rente), D(hoofdsom))
    assert uitkomst.rest == D(rest)
    assert [bron.aanhaling for bron in uitkomst.bronnen] == ["art. 6:44 lid 1 BW"]


def test_the_step_names_only_what_was_paid() -> None:
    (stap,) = reken_toe(D("45.00"), [schuld("1", kosten=D("40.00"), rente=D("5.00"))]).stappen
    assert stap.omschrijving == "factuur 1: €\u00a040,00 op de kosten, €\u00a05,00 op de rente"
    assert stap.bedrag == 45


# --- 6:43: which claim (R6.1)


def test_the_designated_claim_comes_first() -> None:
    schulden = [
        schuld("oud", ontstaan=date(2025, 1, 1), rentepercentage=D(9)),
        schuld("nieuw", ontstaan=date(2026, 1, 1), opeisbaar=False),
    ]
    uitkomst = reken_toe(D("60.00"), schulden, aangewezen="nieuw")
    assert bedragen(uitkomst) == {"nieuw": 60}
    assert "door de schuldenaar aangewezen" in uitkomst.stappen[0].omschrijving
    assert "aangewezen" not in reken_toe(D("60.00"), schulden[:1]).stappen[0].omschrijving


def test_what_the_designated_claim_does_not_need_goes_on() -> None:
    uitkomst = reken_toe(D("160.00"), [schuld("a"), schuld("b")], aangewezen="b")
    assert bedragen(uitkomst) == {"b": 100, "a": 60}
    assert [deel.kenmerk for deel in uitkomst.delen] == ["b", "a"]


def test_an_unknown_designation_is_refused() -> None:
    with pytest.raises(NietMogelijk, match="«2026-9»"):
        reken_toe(D("1.00"), [schuld("1")], aangewezen="2026-9")


def test_claimable_before_what_is_not_yet_due() -> None:
    uitkomst = reken_toe(
        D("60.00"),
        [
            schuld("later", opeisbaar=False, rentepercentage=D(9), ontstaan=date(2020, 1, 1)),
            schuld("nu", ontstaan=date(2026, 1, 1)),
        ],
    )
    assert bedragen(uitkomst) == {"nu": 60}


def test_the_most_burdensome_before_the_oldest() -> None:
    uitkomst = reken_toe(
        D("60.00"),
        [
            schuld("oud", rentepercentage=D(4), ontstaan=date(2020, 1, 1)),
            schuld("duur", rentepercentage=D("10.4"), ontstaan=date(2026, 1, 1)),
        ],
    )
    assert bedragen(uitkomst) == {"duur": 60}
    (twijfel,) = uitkomst.kanttekeningen
    assert twijfel.code == "meest-bezwarend"
    assert "(10,4% en 4%)" in twijfel.tekst


def test_a_designation_or_a_due_date_leaves_no_doubt() -> None:
    """R6.1: burdensomeness decides only among claims that are otherwise equal."""
    duur, licht = schuld("duur", rentepercentage=D(8)), schuld("licht", rentepercentage=D(4))
    assert reken_toe(D("60.00"), [duur, licht], aangewezen="licht").kanttekeningen == ()
    later = schuld("later", rentepercentage=D(8), opeisbaar=False)
    assert reken_toe(D("60.00"), [later, licht]).kanttekeningen == ()
    assert reken_toe(D("60.00"), [duur, licht]).kanttekeningen


def test_equal_rates_leave_no_doubt() -> None:
    assert reken_toe(D("60.00"), [schuld("a"), schuld("b")]).kanttekeningen == ()
    # a claim without anything open does not count
    leeg = schuld("leeg", "0.00", rentepercentage=D(9))
    assert reken_toe(D("60.00"), [schuld("a"), leeg]).kanttekeningen == ()
    # and neither does a payment that finds nothing open
    niets = [schuld("a", "0.00"), leeg]
    assert reken_toe(D("60.00"), niets).kanttekeningen == ()


def test_the_oldest_when_equally_burdensome() -> None:
    schulden = [
        schuld("onbekend"),
        schuld("nieuw", ontstaan=date(2026, 1, 2)),
        schuld("oud", ontstaan=date(2026, 1, 1)),
    ]
    uitkomst = reken_toe(D("250.00"), schulden)
    assert [deel.kenmerk for deel in uitkomst.delen] == ["oud", "nieuw", "onbekend"]
    assert bedragen(uitkomst)["onbekend"] == 50
    assert uitkomst.stappen[0].bron is not None
    assert uitkomst.stappen[0].bron.aanhaling == "art. 6:43 BW"
    assert len(uitkomst.stappen) == 4


def test_equally_old_ones_share_in_proportion() -> None:
    uitkomst = reken_toe(D("30.00"), [schuld("a", "100.00"), schuld("b", "200.00")])
    assert bedragen(uitkomst) == {"a": 10, "b": 20}


def test_proportion_counts_costs_and_interest_too() -> None:
    uitkomst = reken_toe(
        D("30.00"), [schuld("a", "60.00", kosten=D("40.00")), schuld("b", "200.00")]
    )
    assert bedragen(uitkomst) == {"a": 10, "b": 20}


def test_the_left_over_cent_goes_to_the_largest_fraction_then_the_first() -> None:
    drie = [schuld("a", "1.00"), schuld("b", "1.00"), schuld("c", "1.00")]
    assert bedragen(reken_toe(D("1.00"), drie)) == {"a": D("0.34"), "b": D("0.33"), "c": D("0.33")}
    scheef = [schuld("a", "1.00"), schuld("b", "2.00")]
    assert bedragen(reken_toe(D("0.02"), scheef)) == {"a": D("0.01"), "b": D("0.01")}
    assert bedragen(reken_toe(D("0.01"), scheef)) == {"b": D("0.01")}


def test_more_than_everything_leaves_a_rest() -> None:
    uitkomst = reken_toe(D("350.00"), [schuld("a"), schuld("b")])
    assert bedragen(uitkomst) == {"a": 100, "b": 100}
    assert uitkomst.rest == 150
    assert uitkomst.stappen[-1].bedrag == 150
    assert uitkomst.bedrag == 350


def test_nothing_open_at_all() -> None:
    uitkomst = reken_toe(D("5.00"), [])
    assert (uitkomst.delen, uitkomst.rest) == ((), 5)
    assert reken_toe(D("5.00"), [schuld("a", "0.00")]).delen == ()
