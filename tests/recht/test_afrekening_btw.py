"""VAT over the fee in a consumer's account: its ground and its announcement (R1.10, R1.15)."""

from dataclasses import replace
from datetime import date

import pytest
from tests.recht.hulp_afrekening import BRIEF, KOSTENDAG, LAATSTE_DAG, D, betaling, codes, op

from wiktool.kern.dossier import Incassobureau, Schuldeiser, Vordering

MET_GROND = {"schuldeiser": Schuldeiser(naam="De Linde", uitbesteed=True, btw_verrekenbaar=False)}


@pytest.mark.parametrize(
    ("aangezegd", "kosten", "btw", "code"),
    [
        ("181.50", "150.00", "31.50", None),
        ("150.00", "150.00", "0.00", "btw-niet-aangezegd"),
        ("140.00", "140.00", "0.00", "aangezegde-kosten-te-laag"),
        ("160.00", "150.00", "10.00", "aangezegde-kosten-te-laag"),
        ("181.51", "150.00", "31.50", "aangezegde-kosten-te-hoog"),
        (None, "150.00", "0.00", "btw-niet-aangezegd"),
    ],
)
def test_vat_needs_ground_and_announcement(
    aangezegd: str | None, kosten: str, btw: str, code: str | None
) -> None:
    brief = replace(BRIEF, kosten=None if aangezegd is None else D(aangezegd))
    uitkomst = op(date(2026, 11, 21), brieven=[brief], **MET_GROND)
    assert (str(uitkomst.kosten), str(uitkomst.btw)) == (kosten, btw)
    assert uitkomst.kosten_open == uitkomst.kosten + uitkomst.btw
    assert code is None or code in codes(uitkomst)


@pytest.mark.parametrize(
    ("uitbesteed", "verrekenbaar", "bureau", "grond"),
    [
        (True, False, False, True),
        (False, False, True, True),
        (False, False, False, False),
        (True, True, False, False),
        (True, None, False, False),
    ],
)
def test_the_ground_for_vat(
    uitbesteed: bool, verrekenbaar: bool | None, bureau: bool, grond: bool
) -> None:
    uitkomst = op(
        date(2026, 11, 21),
        brieven=[replace(BRIEF, kosten=D("181.50"))],
        schuldeiser=Schuldeiser(
            naam="De Linde", uitbesteed=uitbesteed, btw_verrekenbaar=verrekenbaar
        ),
        incassobureau=Incassobureau(naam="Bureau", registratiekenmerk="R1") if bureau else None,
    )
    assert str(uitkomst.btw) == ("31.50" if grond else "0.00")
    assert ("aangezegde-kosten-te-hoog" in codes(uitkomst)) is not grond


def test_vat_over_the_rest() -> None:
    uitkomst = op(
        date(2026, 11, 21),
        brieven=[replace(BRIEF, kosten=D("181.50"))],
        betaald=[betaling(LAATSTE_DAG, "400.00")],
        **MET_GROND,
    )
    assert (str(uitkomst.kosten), str(uitkomst.btw)) == ("90.00", "18.90")


def test_the_rate_of_vat_is_that_of_the_letter() -> None:
    claim = Vordering(factuurnummer="1", bedrag=D("1000.00"), verzuimdatum=date(2012, 7, 1))
    brief = replace(
        BRIEF, verzonden=date(2012, 9, 28), ontvangen=date(2012, 9, 29), kosten=D("178.50")
    )
    uitkomst = op(date(2012, 11, 1), claim, brieven=[brief], **MET_GROND)
    assert str(uitkomst.btw) == "28.50"


def test_a_fee_and_its_vat_make_one_total() -> None:
    brief = replace(BRIEF, kosten=D("181.50"))
    (post,) = op(KOSTENDAG, brieven=[brief], **MET_GROND).kostenposten
    assert (post.kosten, post.btw, post.totaal) == (150, D("31.50"), D("181.50"))
    loopt = op(LAATSTE_DAG, brieven=[brief], **MET_GROND).kanttekeningen
    (tekst,) = [k.tekst for k in loopt if k.code == "termijn-loopt"]
    assert "komt er €\u00a0181,50 aan kosten bij" in tekst


def test_too_low_is_measured_with_vat() -> None:
    brief = replace(BRIEF, kosten=D("160.00"))
    uitkomst = op(date(2026, 11, 21), brieven=[brief], **MET_GROND)
    (tekst,) = [k.tekst for k in uitkomst.kanttekeningen if "te-laag" in k.code]
    assert "€\u00a0160,00, minder dan €\u00a0181,50" in tekst
