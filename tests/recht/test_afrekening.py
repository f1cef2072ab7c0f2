"""What a consumer owes on a day: its figures, the interest before there is any fee, the parties."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.recht.hulp_afrekening import BRIEF, FACTUUR, D, betaling, codes, op

from wiktool.kern.dossier import Afspraken, Hoedanigheid, Incassobureau, Schuldenaar
from wiktool.kern.geld import rond_af
from wiktool.recht.verzuim import Verzuimgrond

# --- interest before there is any fee


def test_nothing_but_principal_before_default() -> None:
    uitkomst = op(date(2026, 8, 31), brieven=[])
    assert (uitkomst.saldo, uitkomst.rente, uitkomst.kosten) == (1000, 0, 0)
    assert uitkomst.vorderingen[0].perioden == ()
    assert uitkomst.dagrente == D("0.11")
    assert codes(uitkomst) == set()


def test_daily_interest_is_zero_while_default_is_further_ahead() -> None:
    assert op(date(2026, 8, 30), brieven=[]).dagrente == 0


def test_interest_runs_from_the_first_day_of_default() -> None:
    uitkomst = op(date(2026, 9, 1), brieven=[])
    assert uitkomst.rente == D("0.11")
    assert uitkomst.vorderingen[0].verzuim.grond is Verzuimgrond.FATALE_TERMIJN
    assert "geen-veertiendagenbrief" in codes(uitkomst)


def test_unknown_default_asks_and_counts_nothing() -> None:
    uitkomst = op(date(2026, 11, 21), replace(FACTUUR, fatale_termijn=None))
    assert (uitkomst.saldo, uitkomst.rente, uitkomst.kosten, uitkomst.dagrente) == (1000, 0, 0, 0)
    (vraag,) = uitkomst.vragen
    assert vraag.startswith("Factuur 1: Is 31 augustus 2026")
    assert "brief-voor-verzuim" in codes(uitkomst)
    betaald = op(
        date(2026, 11, 21),
        replace(FACTUUR, fatale_termijn=None),
        betaald=[betaling(date(2026, 9, 1), "1000.00")],
    )
    assert betaald.vragen == ()


def test_every_figure_of_an_account_and_of_its_claims() -> None:
    # 4% over 1000 for 82 days; over 500 for 62 days, then over 278.40 for 20; one fee of 225.00,
    # of which a third for the claim of 500, with which the payment begins (R1.22, R6.2, R7.6)
    uitkomst = op(
        date(2026, 11, 21),
        FACTUUR,
        replace(FACTUUR, factuurnummer="2", bedrag=D(500)),
        brieven=[replace(BRIEF, kosten=D("225.00"))],
        betaald=[betaling(date(2026, 11, 1), "300.00", "2")],
    )
    namen = ("hoofdsom", "hoofdsom_open", "rente", "rente_open", "kosten", "btw", "kosten_open")
    namen += ("betaald", "saldo", "dagrente")
    regels = [*uitkomst.vorderingen, uitkomst]
    assert [" ".join(str(getattr(regel, naam)) for naam in namen) for regel in regels] == [
        "1000.00 1000.00 8.99 8.99 150.00 0.00 150.00 0.00 1158.99 0.11",
        "500 278.40 4.01 0.61 75.00 0.00 0.00 300.00 279.01 0.03",
        "1500.00 1278.40 13.00 9.60 225.00 0.00 150.00 300.00 1438.00 0.14",
    ]
    assert [regel.factuurnummer for regel in uitkomst.vorderingen] == ["1", "2"]
    # the payment on the other claim leaves the interest of the first in one period
    (periode,) = uitkomst.vorderingen[0].perioden
    assert (periode.tot, rond_af(periode.rente)) == (date(2026, 11, 21), D("8.99"))
    assert str(uitkomst.rest) == "0.00"
    assert (uitkomst.peildatum, uitkomst.schuldenaar) == (date(2026, 11, 21), "J. Jansen")


def test_an_account_without_payments_is_in_whole_cents_too() -> None:
    uitkomst = op(date(2026, 8, 31), replace(FACTUUR, bedrag=D(500)), brieven=[])
    totalen = (uitkomst.hoofdsom, uitkomst.hoofdsom_open, uitkomst.betaald, uitkomst.rest)
    assert [str(totaal) for totaal in totalen] == ["500.00", "500.00", "0.00", "0.00"]


def test_daily_interest_of_a_claim_is_not_known_past_the_last_rate() -> None:
    (regel,) = op(date(2026, 12, 31), brieven=[]).vorderingen
    assert regel.dagrente is None
    (regel,) = op(date(2026, 12, 30), brieven=[]).vorderingen
    assert str(regel.dagrente) == "0.11"


def test_daily_interest_unknown_after_the_last_rate() -> None:
    uitkomst = op(date(2026, 12, 31))
    assert uitkomst.dagrente is None
    assert uitkomst.vorderingen[0].dagrente is None
    assert "dagrente-onbekend" in codes(uitkomst)


# --- who the parties are


def test_unknown_capacity_is_treated_as_a_consumer() -> None:
    uitkomst = op(date(2026, 11, 21), schuldenaar=Schuldenaar(naam="J. Jansen"), brieven=[])
    assert uitkomst.hoedanigheid is Hoedanigheid.CONSUMENT
    assert uitkomst.kosten == 0
    assert "hoedanigheid-onbekend" in codes(uitkomst)
    assert "hoedanigheid-onbekend" not in codes(op(date(2026, 11, 21)))


@pytest.mark.parametrize("afspraken", [{"incassopercentage": D(25)}, {"incassominimum": D(250)}])
def test_agreed_costs_do_not_bind_a_consumer(afspraken: dict[str, Decimal]) -> None:
    uitkomst = op(date(2026, 11, 21), afspraken=Afspraken(**afspraken))
    assert uitkomst.kosten == 150
    assert "incassobeding-consument" in codes(uitkomst)


@pytest.mark.parametrize(("beding", "twijfel"), [(True, True), (False, False), (None, False)])
def test_a_clause_on_costs_is_a_doubt(beding: bool | None, twijfel: bool) -> None:
    uitkomst = op(date(2026, 11, 21), afspraken=Afspraken(kostenbeding=beding))
    assert ("kostenbeding" in codes(uitkomst)) is twijfel


def test_agreed_interest_is_used() -> None:
    uitkomst = op(date(2026, 9, 1), afspraken=Afspraken(rentepercentage=D("36.5")), brieven=[])
    assert uitkomst.rente == 1
    assert "rentebeding" in codes(uitkomst)


@pytest.mark.parametrize(("kenmerk", "twijfel"), [("", True), ("R-1", False)])
def test_an_agency_without_mark_is_a_doubt(kenmerk: str, twijfel: bool) -> None:
    bureau = Incassobureau(naam="Bureau Snel", registratiekenmerk=kenmerk)
    uitkomst = op(date(2026, 11, 21), incassobureau=bureau)
    assert ("registratiekenmerk-ontbreekt" in codes(uitkomst)) is twijfel
