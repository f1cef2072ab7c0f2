"""Last days and dates: how they are written, what for, and whether they are late enough."""

from __future__ import annotations

from datetime import date

import pytest
from tests.controle.hulp import brief, codes, gegevens, gelezen_in, oordeel_over

from wiktool.controle.model import Vanaf
from wiktool.controle.toetser import toets

HR = "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd"
EIS = "Utrecht, 20 november 2026\n\nWij verzoeken u € 100,00 te betalen uiterlijk {}."


@pytest.mark.parametrize(
    ("dag", "gelezen"),
    [
        ("op één december 2026", date(2026, 12, 1)),
        ("op eenendertig december 2026", date(2026, 12, 31)),
        ("1 dec. '26", date(2026, 12, 1)),
        ("18 dec. ’’26", date(2026, 12, 18)),
        ("18 december", date(2026, 12, 18)),
        ("2 januari", date(2027, 1, 2)),
    ],
)
def test_a_last_day_in_words_or_with_half_a_year(dag: str, gelezen: date) -> None:
    """Without a year that can be read, the one nearest to the date of the letter."""
    termijn = gelezen_in(EIS.format(dag)).termijn
    assert termijn is not None
    assert termijn.datum == gelezen


@pytest.mark.parametrize("dag", ["31 november 2026", "30-02-2027"])
def test_a_day_that_does_not_exist_is_unclear_and_no_last_day(dag: str) -> None:
    """Confusing about the end (H6); neither early nor late enough."""
    passage = EIS.format(dag)
    termijn = gelezen_in(passage).termijn
    assert termijn is not None
    assert termijn.datum is None
    assert oordeel_over("WIK206", passage) == "goed"
    assert oordeel_over("WIK208", passage) == "open"


@pytest.mark.parametrize(
    ("dag", "gelezen"),
    [("deze week", date(2026, 11, 22)), ("vrijdag", date(2026, 11, 27))],
)
def test_a_day_of_the_week_needs_the_date_of_the_letter(dag: str, gelezen: date) -> None:
    met = EIS.format(dag)
    zonder = met.removeprefix("Utrecht, 20 november 2026\n\n")
    termijn, onbekend = gelezen_in(met).termijn, gelezen_in(zonder).termijn
    assert termijn is not None
    assert onbekend is not None
    assert (termijn.vanaf, termijn.datum) == (Vanaf.DATUM, gelezen)
    assert (onbekend.vanaf, onbekend.datum) == (Vanaf.DATUM, None)
    assert oordeel_over("WIK206", met) == "fout"
    assert oordeel_over("WIK208", zonder) == "open"


@pytest.mark.parametrize(
    "zin",
    [
        "U kunt tot 1 december 2026 bezwaar maken als u vindt dat u niets hoeft te betalen.",
        "U moet uw abonnement uiterlijk 1 december 2026 verlengen.",
    ],
)
def test_a_last_day_for_something_else_is_no_second_term(zin: str) -> None:
    """Of paying it would be a date that can fall earlier (D5)."""
    passage = f"Utrecht, 20 november 2026\n\nWij verzoeken u € 100,00 te betalen {HR}. {{}}"
    assert oordeel_over("WIK207", passage.format(zin)) == "goed"
    te_betalen = "U moet het bedrag uiterlijk 1 december 2026 betalen."
    assert oordeel_over("WIK207", passage.format(te_betalen)) == "fout"


def test_too_few_days_from_a_date_are_too_short_and_not_also_too_early() -> None:
    passage = EIS.replace("uiterlijk", "binnen")
    zeven, negentien = (passage.format(f"{n} dagen na 24 november 2026") for n in (7, 19))
    assert (oordeel_over("WIK202", zeven), oordeel_over("WIK206", zeven)) == ("fout", "goed")
    assert oordeel_over("WIK202", negentien) == "goed"
    assert oordeel_over("WIK206", negentien, verzonden="2026-11-20") == "goed"


@pytest.mark.parametrize(
    ("dag", "oordeel"),
    [("4", "fout"), ("5", "open"), ("6", "open"), ("7", "goed")],
)
def test_a_last_day_in_a_weekend_that_may_extend_the_term(dag: str, oordeel: str) -> None:
    """Sent on Thursday: received Saturday, day 14 a Saturday (R4.2); whether it moves is unknown
    (R4.31), that Monday is late enough is sure (R4.32)."""
    passage = (
        "Utrecht, 19 november 2026\n\n"
        f"Wij verzoeken u € 100,00 te betalen uiterlijk op {dag} december 2026."
    )
    assert oordeel_over("WIK206", passage, verzonden="2026-11-19") == oordeel


@pytest.mark.parametrize(
    ("dagtekening", "oordeel"), [("13", "fout"), ("14", "open"), ("15", "open"), ("16", "goed")]
)
def test_three_weeks_from_the_date_of_a_letter_that_was_sent_later(
    dagtekening: str, oordeel: str
) -> None:
    """The same Thursday; twenty-one days end on 4, 5, 6 and 7 December."""
    passage = (
        f"Utrecht, {dagtekening} november 2026\n\n"
        "Wij verzoeken u € 100,00 te betalen binnen 21 dagen na dagtekening."
    )
    assert oordeel_over("WIK203", passage, verzonden="2026-11-19") == oordeel


@pytest.mark.parametrize(("dag", "oordeel"), [("7", "fout"), ("8", "goed"), ("9", "goed")])
def test_a_date_beside_the_term_must_outlast_a_day_of_slow_post(dag: str, oordeel: str) -> None:
    """A date may only be a later bound (D5). Sent on Thursday, a day later than Saturday is
    Tuesday (R4.1): the fourteen days then end on 8 December."""
    passage = (
        f"Utrecht, 19 november 2026\n\nWij verzoeken u € 100,00 te betalen {HR}, doch niet later "
        f"dan {dag} december 2026."
    )
    assert oordeel_over("WIK207", passage, verzonden="2026-11-19") == oordeel


def test_a_date_beside_the_term_of_a_letter_without_a_date_can_fall_earlier() -> None:
    passage = f"Wij verzoeken u € 100,00 te betalen {HR}, doch niet later dan 8 december 2026."
    assert oordeel_over("WIK207", passage) == "fout"


def test_beyond_the_years_that_are_known_a_last_day_is_left_to_the_reader() -> None:
    """No calendar of holidays (R4.33) reaches so far."""
    passage = EIS.replace("2026", "2099").format("1 december 2099")
    assert oordeel_over("WIK206", passage) == "open"


def test_how_long_a_notice_of_default_gives_needs_the_day_it_was_sent() -> None:
    """A reasonable term (R5.2), commonly fourteen days (R5.5)."""
    passage = (
        "Hierbij stel ik u in gebreke. Ik verzoek u € 240,00 te betalen, uiterlijk op 18 december "
        "2026."
    )
    assert oordeel_over("IBG102", passage) == "open"
    assert oordeel_over("IBG102", passage, verzonden="2026-12-04") == "goed"
    assert oordeel_over("IBG102", passage, verzonden="2026-12-18") == "fout"


def test_before_the_decree_the_fee_cannot_be_recomputed() -> None:
    """In default before 1 July 2012: the old law (R1.30)."""
    passage = (
        "Utrecht, 2 {} 2012\n\nDe hoofdsom is € 1.000,00. Betaalt u niet, dan bent u {}"
        "incassokosten verschuldigd."
    )
    assert oordeel_over("WIK102", passage.format("mei", "€ 175,00 ")) == "open"
    assert oordeel_over("WIK102", passage.format("november", "€ 175,00 ")) == "fout"


@pytest.mark.parametrize(("maand", "bedrag"), [("mei", "…"), ("november", "150,00")])
def test_before_the_decree_no_amount_is_proposed(maand: str, bedrag: str) -> None:
    tekst = (
        f"Utrecht, 2 {maand} 2012\n\nDe hoofdsom is € 1.000,00. Betaalt u niet, dan bent u "
        "incassokosten verschuldigd."
    )
    toetsing = toets(brief(tekst), gegevens(soort="wik"))
    assert "WIK101" in codes(toetsing)[0]
    (ontbreekt,) = [b for b in toetsing.bevindingen if b.code == "WIK101"]
    assert bedrag in ontbreekt.voorstel
