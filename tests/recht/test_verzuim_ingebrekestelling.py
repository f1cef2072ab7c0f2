"""Default by a notice: from which letter and from which day, recht.md 5 (R5.2, R5.5)."""

from datetime import date

import pytest
from tests.recht.hulp_verzuim import CONSUMENT, codes, ingebrekestelling, vordering

from wiktool.kern.dossier import Aanmaning, Bezorgwijze, Briefsoort
from wiktool.kern.fouten import NietMogelijk
from wiktool.recht.verzuim import Verzuimgrond, bepaal_verzuim


def test_ingebrekestelling_counts_from_receipt() -> None:
    # sent Friday 25 September 2026, received Tuesday 29 September, fourteen days: 13 October
    verzuim = bepaal_verzuim(
        vordering(vervaldatum=date(2026, 8, 31), fatale_termijn=False),
        hoedanigheid=CONSUMENT,
        aanmaningen=[ingebrekestelling(verzonden=date(2026, 9, 25))],
    )
    assert (verzuim.datum, verzuim.grond) == (date(2026, 10, 14), Verzuimgrond.INGEBREKESTELLING)
    assert "art. 6:82 lid 1 BW" in {bron.aanhaling for bron in verzuim.bronnen}
    assert "art. 6:96 lid 6 BW" not in {bron.aanhaling for bron in verzuim.bronnen}
    assert codes(verzuim) == {"vermoeden-van-bezorging"}


@pytest.mark.parametrize(
    ("dagen", "datum", "kort"),
    [
        (13, date(2026, 10, 13), True),
        (14, date(2026, 10, 14), False),
        (20, date(2026, 10, 20), False),
    ],
)
def test_ingebrekestelling_uses_its_own_term(dagen: int, datum: date, kort: bool) -> None:
    verzuim = bepaal_verzuim(
        vordering(fatale_termijn=False),
        hoedanigheid=CONSUMENT,
        aanmaningen=[ingebrekestelling(ontvangen=date(2026, 9, 29), termijn_dagen=dagen)],
    )
    assert verzuim.datum == datum
    assert ("termijn-ingebrekestelling-kort" in codes(verzuim)) is kort


def test_ingebrekestelling_ending_on_saturday_is_extended() -> None:
    # received Saturday 26 September, fourteen days end on Saturday 10 October: extended to Monday
    verzuim = bepaal_verzuim(
        vordering(fatale_termijn=False),
        hoedanigheid=CONSUMENT,
        aanmaningen=[ingebrekestelling(ontvangen=date(2026, 9, 26))],
    )
    assert verzuim.datum == date(2026, 10, 13)
    assert "termijnenwet-voorzichtig" in codes(verzuim)


def test_the_notice_that_expires_first_counts() -> None:
    brieven = [
        ingebrekestelling(ontvangen=date(2026, 10, 6)),
        ingebrekestelling(ontvangen=date(2026, 9, 29)),
        ingebrekestelling(ontvangen=date(2026, 9, 28), termijn_dagen=30),
    ]
    verzuim = bepaal_verzuim(
        vordering(fatale_termijn=False), hoedanigheid=CONSUMENT, aanmaningen=brieven
    )
    assert verzuim.datum == date(2026, 10, 14)


@pytest.mark.parametrize(
    "brief",
    [
        Aanmaning(soort=Briefsoort.WIK, verzonden=date(2026, 9, 25)),
        Aanmaning(soort=Briefsoort.HERINNERING, verzonden=date(2026, 9, 25)),
        Aanmaning(soort=Briefsoort.SOMMATIE, verzonden=date(2026, 9, 25)),
        ingebrekestelling(verzonden=date(2026, 9, 25), facturen=("2026-0018",)),
        ingebrekestelling(verzonden=date(2026, 9, 25), termijn_dagen=0),
        # not claimable yet: the due date is the day of the letter itself, or the invoice is younger
        ingebrekestelling(verzonden=date(2026, 8, 31)),
        ingebrekestelling(verzonden=date(2026, 8, 31), facturen=("2026-0017",)),
        ingebrekestelling(verzonden=date(2026, 7, 31)),
    ],
)
def test_letters_that_put_nobody_in_default(brief: Aanmaning) -> None:
    verzuim = bepaal_verzuim(
        vordering(
            factuurdatum=date(2026, 8, 1), vervaldatum=date(2026, 8, 31), fatale_termijn=False
        ),
        hoedanigheid=CONSUMENT,
        aanmaningen=[brief],
    )
    assert verzuim.datum is None


def test_a_notice_counts_from_the_first_day_the_claim_is_due() -> None:
    for facturen in ((), ("2026-0017",)):
        verzuim = bepaal_verzuim(
            vordering(vervaldatum=date(2026, 8, 31), fatale_termijn=None),
            hoedanigheid=CONSUMENT,
            aanmaningen=[
                ingebrekestelling(
                    verzonden=date(2026, 9, 1), bezorging=Bezorgwijze.EMAIL, facturen=facturen
                )
            ],
        )
        assert verzuim.datum == date(2026, 9, 16)


def test_a_notice_may_come_on_the_invoice_date() -> None:
    verzuim = bepaal_verzuim(
        vordering(factuurdatum=date(2026, 9, 1)),
        hoedanigheid=CONSUMENT,
        aanmaningen=[ingebrekestelling(ontvangen=date(2026, 9, 1))],
    )
    assert verzuim.datum == date(2026, 9, 16)


def test_a_notice_without_any_day_is_refused() -> None:
    with pytest.raises(NietMogelijk, match="ingebrekestelling"):
        bepaal_verzuim(
            vordering(fatale_termijn=False),
            hoedanigheid=CONSUMENT,
            aanmaningen=[ingebrekestelling()],
        )


def test_a_notice_of_one_day_is_a_notice() -> None:
    verzuim = bepaal_verzuim(
        vordering(fatale_termijn=False),
        hoedanigheid=CONSUMENT,
        aanmaningen=[ingebrekestelling(ontvangen=date(2026, 9, 29), termijn_dagen=1)],
    )
    assert verzuim.datum == date(2026, 10, 1)
