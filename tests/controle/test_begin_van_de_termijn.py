"""From when the days run: in the words of the demand itself, or in a sentence of its own."""

from __future__ import annotations

from datetime import date

import pytest
from tests.controle.hulp import codes, gelezen_in, in_raam, oordeel_over

from wiktool.controle.model import Oordeel, Vanaf

EIS = "Wij verzoeken u € 80,00 te betalen binnen veertien dagen {}."
HR = EIS.format("vanaf de dag nadat deze brief bij u is bezorgd")
NA_ONTVANGST = EIS.format("na ontvangst van deze brief")


def vanaf(passage: str) -> Vanaf:
    termijn = gelezen_in(passage).termijn
    assert termijn is not None
    return termijn.vanaf


@pytest.mark.parametrize(
    "begin",
    [
        "vanaf de dag nadat deze brief per post bij u is bezorgd",
        "vanaf de dag nadat u deze brief over de openstaande nota heeft ontvangen",
        "vanaf de dag nadat deze brief met datum 2 november 2026 bij u is bezorgd",
        ", niet vanaf de dagtekening maar vanaf de dag nadat deze brief bij u is bezorgd",
    ],
)
def test_what_stands_between_the_words_of_the_court_leaves_the_start(begin: str) -> None:
    """The day after receipt (H2, H5), whatever else is said of the letter."""
    assert vanaf(EIS.format(begin)) is Vanaf.ONTVANGST_DAG_NA
    assert oordeel_over("WIK203", EIS.format(begin)) == "goed"


def test_posted_is_another_day_than_brought_by_the_post() -> None:
    """A start at sending is too early (H6, D1)."""
    op_de_post = EIS.format("vanaf de dag nadat deze brief op de post is gedaan")
    per_post = EIS.format("vanaf de dag nadat deze brief per post is bezorgd")
    assert vanaf(op_de_post) is not Vanaf.ONTVANGST_DAG_NA
    assert vanaf(per_post) is Vanaf.ONTVANGST_DAG_NA


def test_the_delivery_of_the_goods_is_no_receipt_of_the_letter() -> None:
    """So the letter gives no term to pay from its receipt (R2.6)."""
    passage = EIS.format("nadat de zending bij u is afgeleverd")
    assert gelezen_in(passage).termijn is None
    assert oordeel_over("WIK201", passage) == "fout"


def test_a_pointer_to_a_date_is_no_start_a_debtor_can_count_from() -> None:
    passage = "Deze brief is van 2 november 2026. " + EIS.format("vanaf die datum")
    assert vanaf(passage) is Vanaf.GEEN
    assert oordeel_over("WIK204", passage) == "fout"


def test_receipt_of_the_request_is_receipt_and_receipt_of_the_order_is_not() -> None:
    """After receipt is disputed (D3); after the goods is not about the letter."""
    verzoek = EIS.format("na ontvangst van dit verzoek")
    assert vanaf(verzoek) is Vanaf.ONTVANGST
    assert oordeel_over("WIK205", verzoek) == "open"
    assert oordeel_over("WIK201", EIS.format("na ontvangst van de bestelling")) == "fout"


def test_a_start_in_figures_is_the_named_day() -> None:
    gelezen = gelezen_in(
        "Utrecht, 20 november 2026\n\nWij verzoeken u € 80,00 te betalen binnen 21 dagen na "
        "24-11-2026."
    )
    assert gelezen.termijn is not None
    assert (gelezen.termijn.vanaf, gelezen.termijn.datum) == (Vanaf.DATUM, date(2026, 11, 24))


@pytest.mark.parametrize(
    "passage",
    [
        EIS.format(", te rekenen vanaf één dag na ontvangst van deze brief"),
        EIS.format("") + " De termijn gaat in op één dag na ontvangst van deze brief.",
    ],
)
def test_one_day_after_receipt_is_a_start_and_no_length(passage: str) -> None:
    """Read as a length, it would be a term of one day (WIK202)."""
    assert vanaf(passage) is Vanaf.ONTVANGST_DAG_NA
    assert oordeel_over("WIK202", passage) == "goed"


def test_within_one_day_is_a_length() -> None:
    assert oordeel_over("WIK202", "Wij verzoeken u € 80,00 te betalen binnen één dag.") == "fout"


def test_words_of_the_statute_are_left_to_the_reader_as_unclear() -> None:
    """«De dag na aanmaning» (R2.6) names no day: unclear, not plainly missing."""
    passage = EIS.format(", aanvangende de dag na aanmaning")
    assert oordeel_over("WIK204", passage) == "goed"
    assert oordeel_over("WIK208", passage) == "open"


@pytest.mark.parametrize("aantal", ["10 à 14", "tien tot veertien", "10 - 14"])
def test_of_two_lengths_the_shorter_counts(aantal: str) -> None:
    """A debtor cannot rely on the longer (H6): fewer than fourteen days."""
    passage = f"Wij verzoeken u € 80,00 te betalen binnen {aantal} dagen na ontvangst van de brief."
    assert oordeel_over("WIK202", passage) == "fout"


@pytest.mark.parametrize(
    "zin",
    [
        "De dag waarop u deze brief ontvangt, telt niet.",
        "De dag waarop u deze brief ontvangt, telt niet mee.",
    ],
)
def test_a_day_of_receipt_that_does_not_count_makes_it_the_day_after(zin: str) -> None:
    assert vanaf(f"{NA_ONTVANGST} {zin}") is Vanaf.ONTVANGST_DAG_NA


@pytest.mark.parametrize(
    "zin",
    [
        "De dag waarop u deze brief ontvangt telt mee, dus betaal niet te laat.",
        "Een in de vorige week ontvangen betaling is nog niet meegeteld.",
    ],
)
def test_another_thing_that_does_not_count_leaves_the_start(zin: str) -> None:
    """After receipt stays disputed (D3)."""
    assert vanaf(f"{NA_ONTVANGST} {zin}") is Vanaf.ONTVANGST
    assert oordeel_over("WIK205", f"{NA_ONTVANGST} {zin}") == "open"


def test_a_day_that_does_not_count_belongs_to_the_term_to_pay_not_to_that_of_an_objection() -> None:
    passage = (
        f"{NA_ONTVANGST} Bezwaar kunt u binnen drie weken maken. De dag waarop u deze brief "
        "ontvangt, telt niet mee."
    )
    assert vanaf(passage) is Vanaf.ONTVANGST_DAG_NA


def test_a_day_that_does_not_count_is_no_term_by_itself() -> None:
    passage = (
        "Wij verzoeken u € 80,00 te betalen. De dag waarop u deze brief ontvangt, telt niet mee."
    )
    assert gelezen_in(passage).termijn is None
    assert oordeel_over("WIK201", passage) == "fout"


def test_a_day_that_does_not_count_is_said_of_the_days_before() -> None:
    toetsing = in_raam(
        eis="Wij verzoeken u € 480,00 te betalen binnen veertien dagen. Voor die veertien dagen "
        "telt de dag waarop u deze brief ontvangt niet."
    )
    assert toetsing.oordeel is Oordeel.VOLDOET


def test_a_day_that_is_not_that_of_receipt_gives_no_start() -> None:
    """Fourteen days without a start do not satisfy (H5)."""
    toetsing = in_raam(
        eis="Wij verzoeken u € 480,00 te betalen binnen veertien dagen. Na ontvangst van uw geld "
        "telt een dag te laat niet mee."
    )
    assert toetsing.oordeel is Oordeel.VOLDOET_NIET


VERMOEDEN = "Wij gaan ervan uit dat u deze brief vandaag heeft ontvangen."
VAN_EERDER = "Deze termijn rekenen wij vanaf onze eerdere brief."


@pytest.mark.parametrize("zin", [VERMOEDEN, VAN_EERDER])
def test_a_second_start_contradicts_the_term_to_pay_over_an_objection(zin: str) -> None:
    """Misleading of the start (H6), also where another term stands in between."""
    passage = f"{HR} Bezwaar kunt u binnen drie weken maken. {zin}"
    assert oordeel_over("WIK207", HR) == "goed"
    assert oordeel_over("WIK207", passage) == "fout"


@pytest.mark.parametrize("zin", [VERMOEDEN, VAN_EERDER])
def test_a_second_start_without_a_term_contradicts_nothing(zin: str) -> None:
    passage = f"Wij verzoeken u € 80,00 te betalen. {zin}"
    assert oordeel_over("WIK207", passage) == "goed"
    assert oordeel_over("WIK201", passage) == "fout"


VANDAAG = "De veertien dagen lopen vanaf vandaag."


def test_days_said_to_run_from_today_contradict_those_from_receipt() -> None:
    assert oordeel_over("WIK207", f"{HR} {VANDAAG}") == "fout"


def test_days_said_to_run_from_today_are_too_early_alone() -> None:
    """D1; there is nothing to contradict, but the start is wrong."""
    assert oordeel_over("WIK207", VANDAAG) == "goed"
    assert oordeel_over("WIK203", VANDAAG) == "fout"


def test_days_said_to_run_from_today_contradict_no_other_length() -> None:
    """The twenty-one days of an objection are not the fourteen to pay."""
    passage = f"{HR} U kunt binnen 21 dagen na ontvangst bezwaar maken. {VANDAAG}"
    assert oordeel_over("WIK207", passage) == "fout"
    zonder = passage.removesuffix(VANDAAG)
    assert oordeel_over("WIK207", zonder) == "goed"


def test_a_term_without_a_start_is_not_right_by_running_from_today() -> None:
    """Its own fault (D2), and no second start: the demand names none."""
    passage = f"{EIS.format('')} {VANDAAG}"
    assert oordeel_over("WIK204", passage) == "fout"
    assert oordeel_over("WIK207", passage) == "goed"


def test_fourteen_days_from_today_beside_twenty_one_from_receipt_mislead() -> None:
    """The debtor may think that the fourteen days are his term (H6)."""
    toetsing = in_raam(
        eis="Wij verzoeken u € 480,00 te betalen binnen 21 dagen vanaf de dag nadat deze brief bij "
        f"u is bezorgd. {VANDAAG}"
    )
    assert toetsing.oordeel is not Oordeel.VOLDOET


@pytest.mark.parametrize(
    ("herhaling", "oordeel"),
    [
        ("vijftien dagen nadat deze brief bij u is bezorgd", "goed"),
        ("veertien dagen na ontvangst van deze brief", "open"),
        ("tien dagen na ontvangst van deze brief", "fout"),
    ],
)
def test_the_term_said_twice(herhaling: str, oordeel: str) -> None:
    """The two accepted wordings end on the same day (H5); after receipt is disputed (D3)."""
    passage = f"{HR} Betaalt u niet binnen {herhaling}, dan bent u € 40,00 incassokosten schuldig."
    assert oordeel_over("WIK207", passage) == oordeel


def test_the_frame_is_right() -> None:
    assert codes(in_raam()) == ([], [], [])
