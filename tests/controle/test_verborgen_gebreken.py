"""What strangers' letters hid or only seemed to hide, each beside its counterpart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.controle.hulp import brief, codes, gegevens, gelezen_in, in_raam, oordeel_over

from wiktool.controle.model import Vanaf
from wiktool.controle.toetser import toets
from wiktool.kern.begrippen import Briefsoort

EIS = "Wij verzoeken u € 80,00 te betalen binnen veertien dagen {}."
TWEETALIG = (
    "Wij verzoeken u € 80,00 te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u "
    "is bezorgd.\n\nPlease pay EUR 80.00 within {}."
)
MET_BTW = (
    "Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd. Omdat wij de btw niet kunnen "
    "verrekenen, worden de kosten verhoogd met 21% btw, € 8,40. {}"
)
EERDER = (
    "Op 7 september 2026 stuurden wij u een veertiendagenbrief met € 40,00 incassokosten. De "
    "hoofdsom is nu {}. Betaalt u niet, dan bent u {} incassokosten verschuldigd."
)


@pytest.mark.parametrize(
    ("gebeurtenis", "vanaf"),
    [
        ("wij deze brief ter post hebben bezorgd", Vanaf.VERZENDING),
        ("deze brief ter post is bezorgd", Vanaf.VERZENDING),
        ("deze brief is bezorgd ter post", Vanaf.VERZENDING),
        ("deze brief bij de post is afgegeven", Vanaf.VERZENDING),
        ("deze brief bij PostNL is aangeboden", Vanaf.VERZENDING),
        ("deze brief door de post bij u is bezorgd", Vanaf.ONTVANGST_DAG_NA),
        ("deze brief door PostNL is bezorgd", Vanaf.ONTVANGST_DAG_NA),
        ("deze brief per post bij u is afgegeven", Vanaf.ONTVANGST_DAG_NA),
    ],
)
def test_brought_to_the_post_is_sent_brought_by_the_post_is_received(
    gebeurtenis: str, vanaf: Vanaf
) -> None:
    """A start at sending is too early (H6, D1)."""
    termijn = gelezen_in(EIS.format(f"vanaf de dag nadat {gebeurtenis}")).termijn
    assert termijn is not None
    assert termijn.vanaf is vanaf
    verwacht = "fout" if vanaf is Vanaf.VERZENDING else "goed"
    zin = EIS.format(f"vanaf de dag nadat {gebeurtenis}")
    assert oordeel_over("WIK203", zin) == verwacht


def test_a_term_from_the_posting_in_a_sentence_of_its_own() -> None:
    """H6, D1."""
    passage = (
        "U hebt veertien dagen om € 80,00 te betalen. Die termijn begint op de dag na "
        "terpostbezorging van deze brief."
    )
    assert oordeel_over("WIK203", passage) == "fout"


@pytest.mark.parametrize(
    "engels",
    [
        "fourteen days of the date of this letter",
        "14 days of the date of this letter",
        "fourteen days from today",
        "fourteen days after the date of this letter",
        "fifteen days after the date of this letter",
        "seven days of receipt of this letter",
    ],
)
def test_an_english_term_beside_the_dutch_one_is_read(engels: str) -> None:
    """Two terms, one of them too early: confusing about the start (H6)."""
    assert oordeel_over("WIK207", TWEETALIG.format(engels)) == "fout"


@pytest.mark.parametrize(
    "engels",
    [
        "fourteen days",
        "fourteen days, starting on the day after this letter is delivered to you",
        "fourteen days from the day after the day on which you receive this letter",
        "14 days from the day after this letter has been delivered",
    ],
)
def test_an_english_term_that_says_the_same_does_no_harm(engels: str) -> None:
    """H5: the day after receipt."""
    assert oordeel_over("WIK207", TWEETALIG.format(engels)) == "goed"


def test_the_dutch_of_is_no_english_of() -> None:
    """D2: no start at all, whatever the letter says of its date."""
    passage = "Betaal € 80,00 binnen veertien dagen of bel ons over de datum van deze brief."
    assert gelezen_in(passage).termijn.vanaf is Vanaf.GEEN  # type: ignore[union-attr]


def test_a_dutch_letter_on_which_a_payment_is_received_names_no_start() -> None:
    """ "Na deze brief" says not which day of it (D2)."""
    passage = (
        "Betaal € 80,00 binnen 14 dagen na deze brief. Na deze brief is uw betaling ontvangen."
    )
    assert gelezen_in(passage).termijn.vanaf is Vanaf.GEEN  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "zin",
    [
        "Wij schakelen geen incassobureau of deurwaarder in.",
        "Onze eigen administratie doet de inning van begin tot eind.",
        "De inning doen wij in eigen beheer.",
    ],
)
def test_vat_where_nobody_is_hired_is_wrong(zin: str) -> None:
    """VAT only on the service of a third (R1.10a, R1.11)."""
    assert oordeel_over("WIK105", MET_BTW.format(zin)) == "fout"


@pytest.mark.parametrize(
    "zin",
    [
        "",
        "Wij schakelen nu nog geen incassobureau in.",
        "Betaalt u, dan schakelen wij geen incassobureau in.",
        "Wij schakelen een incassobureau in.",
        "U krijgt geen tweede aanmaning.",
    ],
)
def test_vat_with_its_declaration_is_right(zin: str) -> None:
    """R1.10."""
    assert oordeel_over("WIK105", MET_BTW.format(zin)) == "goed"


@pytest.mark.parametrize(
    "wanneer", ["af te rekenen op", "te betalen op", "te voldoen uiterlijk", "te betalen voor"]
)
def test_an_invoice_that_is_not_due_yet_makes_the_letter_early(wanneer: str) -> None:
    """Every claim in it must be in default (R2.7, D9, D10)."""
    facturen = (
        f"nota 3301, {wanneer} 31 augustus 2026: 130,00\n"
        f"nota 3442, {wanneer} {{}}: 100,00\n\n"
        "Samen € 230,00. U bent in verzuim."
    )
    rand = {"verzonden": "2026-11-16"}
    assert oordeel_over("WIK301", facturen.format("30 november 2026"), **rand) == "fout"
    assert oordeel_over("WIK301", facturen.format("30 september 2026"), **rand) == "goed"


def test_an_invoice_that_was_paid_on_a_day_was_not_due_then() -> None:
    facturen = "nota 3301, betaald op 30 november 2026: 130,00\n\nU bent in verzuim."
    assert oordeel_over("WIK301", facturen, verzonden="2026-11-16") == "goed"


@pytest.mark.parametrize(
    ("hoofdsom", "kosten", "uitkomst"),
    [
        ("€ 34,95", "opnieuw € 40,00", "open"),
        ("€ 266,69", "opnieuw € 40,00", "open"),
        ("€ 266,70", "opnieuw € 40,01", "goed"),
        ("€ 34,95", "€ 40,00", "goed"),
    ],
)
def test_the_lowest_fee_once_more_may_be_too_much(
    hoofdsom: str, kosten: str, uitkomst: str
) -> None:
    """Instalments look back six months (R1.40, R1.43); a letter alone does not tell all."""
    assert oordeel_over("WIK102", EERDER.format(hoofdsom, kosten)) == uitkomst


def test_the_fee_asked_again_without_an_earlier_fee() -> None:
    passage = (
        "Op 7 september 2026 stuurden wij u een aanmaning. De hoofdsom is € 34,95. Betaalt u niet, "
        "dan bent u opnieuw € 40,00 incassokosten verschuldigd."
    )
    assert oordeel_over("WIK102", passage) == "goed"


def test_an_earlier_letter_that_came_is_told_of_not_demanded() -> None:
    """R1.43: the second instalment, with the lower fee; the first fee is history (D8)."""
    zin = (
        "Daarover kreeg u op 22 september 2026 een veertiendagenbrief, met € 40,00 incassokosten. "
        "De hoofdsom is nu € 62,00. Betaalt u niet, dan bent u € 20,00 incassokosten verschuldigd."
    )
    assert oordeel_over("WIK106", zin) == "goed"
    assert gelezen_in(zin).kosten == Decimal("20.00")


@pytest.mark.parametrize(
    ("zin", "uitkomst"),
    [
        ("Het bedrag moet daarom vrijdag 13 november 2026 op mijn rekening staan.", "fout"),
        ("Het bedrag moet op vrijdag 13 november 2026 op mijn rekening staan.", "fout"),
        ("Het bedrag moest vrijdag 13 november 2026 op mijn rekening staan.", "goed"),
        ("Wij vergaderen vrijdag 13 november 2026 over de begroting.", "goed"),
    ],
)
def test_a_weekday_with_its_date_is_a_second_term(zin: str, uitkomst: str) -> None:
    """D5: a right term beside a date that comes earlier."""
    hr = EIS.format("vanaf de dag nadat deze brief bij u is bezorgd")
    oordeel = oordeel_over("WIK207", f"{hr}\n\n{zin}", verzonden="2026-11-02")
    assert oordeel == uitkomst


@pytest.mark.parametrize(
    "kosten",
    [
        "Conform de wet is dit 15% van de hoofdsom. Dat is bij u {}.",
        "De wet stelt die op vijftien procent en dat is in uw situatie een bedrag van {}.",
        "Die bedragen volgens de wettelijke staffel {}.",
    ],
)
@pytest.mark.parametrize(("bedrag", "uitkomst"), [("€ 150,00", "goed"), ("€ 150,01", "fout")])
def test_the_fee_in_the_sentence_after(kosten: str, bedrag: str, uitkomst: str) -> None:
    """This debtor's amount is what counts (D7), and it must not be too high (D9)."""
    passage = (
        "Wij verzoeken u € 1.000,00 te betalen. Betaalt u niet, dan bent u ook incassokosten "
        f"verschuldigd. {kosten.format(bedrag)}"
    )
    assert oordeel_over("WIK101", passage) == "goed"
    assert oordeel_over("WIK102", passage) == uitkomst


@pytest.mark.parametrize(
    ("zin", "uitkomst"),
    [
        ("Na die dag bent u ook € 40,00 aan incassokosten verschuldigd.", "goed"),
        ("Na deze datum komen er € 40,00 incassokosten bij.", "goed"),
        ("U bent ook € 40,00 aan incassokosten verschuldigd.", "fout"),
    ],
)
def test_after_that_day_is_a_condition(zin: str, uitkomst: str) -> None:
    """Costs only if payment stays out within the term (R2.6, D13)."""
    passage = f"Wij verzoeken u € 80,00 te betalen voor 1 december 2026. {zin}"
    assert oordeel_over("WIK108", passage) == uitkomst


def test_after_that_day_in_the_past_is_no_condition() -> None:
    """Whether costs are due already is then not certain (D13)."""
    passage = (
        "Wij verzoeken u € 80,00 te betalen voor 1 december 2026. Na die dag werd u ook € 40,00 "
        "aan incassokosten verschuldigd."
    )
    assert oordeel_over("WIK108", passage) == "open"


@pytest.mark.parametrize(
    "zin",
    [
        "Vindt u de nota onjuist, schrijf ons dan binnen een week waarom.",
        "U krijgt twee dagen meer dan de wet voorschrijft.",
    ],
)
def test_a_time_for_something_else_is_no_second_term(zin: str) -> None:
    """H2: there is one term to pay."""
    hr = EIS.format("vanaf de dag nadat deze brief bij u is bezorgd")
    assert oordeel_over("WIK207", f"{hr} {zin}") == "goed"


def test_the_day_the_postman_brings_it_does_not_count() -> None:
    """H2: so the day after is the first."""
    passage = (
        "U krijgt veertien hele dagen om € 80,00 te betalen. De dag waarop de postbode deze brief "
        "bij u bezorgt, telt niet mee."
    )
    assert oordeel_over("WIK204", passage) == "goed"
    assert gelezen_in(passage).termijn.vanaf is Vanaf.ONTVANGST_DAG_NA  # type: ignore[union-attr]


def test_what_is_paid_to_avoid_costs_is_no_fee() -> None:
    passage = (
        "U kunt kosten voorkomen door € 266,70 te betalen. Doet u dat niet, dan is € 40,01 aan "
        "incassokosten verschuldigd."
    )
    assert gelezen_in(passage).kosten == Decimal("40.01")
    assert oordeel_over("WIK106", passage) == "goed"


@pytest.mark.parametrize(
    ("delen", "uitkomst"),
    [
        ("toestel € 204,50, bellen € 113,94", "goed"),
        ("toestel € 204,50, bellen € 113,95", "open"),
        ("toestel € 204,50", "open"),
    ],
)
def test_parts_that_add_up_to_the_claim_are_explained(delen: str, uitkomst: str) -> None:
    passage = (
        f"De eindafrekening is in totaal € 318,44 ({delen}). Wij verzoeken u € 318,44 te betalen."
    )
    assert oordeel_over("WIK106", passage) == uitkomst


def test_a_payment_subtracted_in_a_line_of_its_own_is_explained() -> None:
    """R1.21: what was paid before the letter goes off the principal."""
    passage = (
        "Factuur 7 was € 961,18. Op 15 september ontvingen wij van u € 400,00.\n\n"
        "961,18 - 400,00 = EUR 561,18\n\nWij verzoeken u € 561,18 te betalen."
    )
    assert oordeel_over("WIK106", passage) == "goed"


@pytest.mark.parametrize(
    ("zin", "uitkomst"),
    [
        ("De boete van € 5,00 staat hier los van en zit niet in de € 80,00.", "goed"),
        ("Aanmaningskosten zoals van de gemeente zijn hier niet aan de orde.", "goed"),
        ("De boete van € 5,00 staat los van de € 80,00 en bent u ook verschuldigd.", "fout"),
        ("De boete van € 5,00 staat los van de vordering.", "fout"),
        ("De aanmaningskosten van € 5,00 betaalt u, niet los van de nota.", "fout"),
    ],
)
def test_other_costs_that_are_left_out_of_it(zin: str, uitkomst: str) -> None:
    """Nothing beside the fee (R1.7)."""
    passage = f"Wij verzoeken u € 80,00 te betalen. {zin}"
    assert oordeel_over("WIK107", passage) == uitkomst


@pytest.mark.parametrize(
    ("regel", "uitkomst"),
    [
        ("Incassobureau Lommer", ["WIK501"]),
        ("p/a Beheerkantoor Lommer (het bestuur voert zelf de incasso)", []),
    ],
)
def test_who_collects_itself_is_no_agency(regel: str, uitkomst: list[str]) -> None:
    """R8.1, R8.2."""
    passage = f"{regel}\n\nGeachte heer Bos,\n\nWij verzoeken u € 80,00 te betalen.\n\nGroet,\nLub"
    assert codes(toets(brief(passage), gegevens(verzonden="2026-11-02")))[0].count("WIK501") == len(
        uitkomst
    )


def test_a_threat_with_an_agency_is_no_agency_that_writes() -> None:
    """R8.2: who writes is the creditor."""
    toetsing = in_raam(extra="Anders gaat de zaak naar het incassobureau.")
    assert codes(toetsing)[0] == []


def test_an_agreement_named_far_before_its_day_is_still_an_agreement() -> None:
    """Without a date of the letter too, a day in the contract is no term (R2.6)."""
    passage = (
        "Blijkens het tussen ons op 1 maart 2024 getekende huurcontract dient de huur steeds te "
        "zijn voldaan. Ik verzoek u € 80,00 te betalen binnen drie weken na ontvangst van deze "
        "brief."
    )
    assert oordeel_over("WIK207", passage) == "goed"
    assert gelezen_in(passage).briefdatum is None


def test_costs_behind_an_arrow_are_the_letter_s_own() -> None:
    """An e-mail that lists its points behind an arrow is a fourteen-day letter all the same."""
    from wiktool.invoer.briefbestand import lees_brief_bytes

    tekst = (
        "Hoi Remco,\n\nWat moet je doen?\n > Betaal € 80,00 uiterlijk 30 november 2026.\n\n"
        "Wat als je dat niet doet?\n > Dan komt er € 40,00 incassokosten bij.\n"
    )
    toetsing = toets(lees_brief_bytes(tekst.encode(), naam="brief.txt"), gegevens())
    assert toetsing.soort is Briefsoort.WIK
    assert toetsing.gelezen.kosten == Decimal("40.00")
    assert toetsing.gelezen.termijn.datum == date(2026, 11, 30)  # type: ignore[union-attr]
