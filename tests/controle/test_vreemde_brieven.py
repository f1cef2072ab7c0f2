"""What the sixth set of strangers' letters (vers/f) said in other words, beside its counterpart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.controle.hulp import brief, codes, gegevens, gelezen_in, in_raam, oordeel_over

from wiktool.controle.model import Vanaf
from wiktool.controle.toetser import toets

EIS = (
    "Wij verzoeken u € 80,00 te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u "
    "is bezorgd. "
)
REKENING = "NL91ABNA0417164300"
BETAALT_U_NIET = "Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd. "
"""The fee of the law over € 80,00 (R1.4)."""


def soort_van(passage: str) -> str:
    return toets(brief(passage), gegevens()).soort.value


# ---- costs in other words (R1.4, R2.6) --------------------------------------------------------


@pytest.mark.parametrize(
    "zin",
    [
        "Betaalt u niet, dan moet u mij naast de € 80,00 ook € 40,00 betalen voor de incasso.",
        "Betaalt u niet, dan komt er € 40,00 bij voor de incasso.",
        "Betaalt u niet, dan bent u ons voor incasso € 40,00 verschuldigd.",
        "Betaalt u niet, dan moet u ook veertig euro voor onze incasso betalen.",
    ],
)
def test_an_amount_for_collecting_is_the_fee(zin: str) -> None:
    assert gelezen_in(EIS + zin).kosten == Decimal(40)
    assert soort_van(f"De factuur van € 80,00 is niet betaald. {zin}") == "wik"


@pytest.mark.parametrize(
    "zin",
    [
        "Wij kunnen een bureau inschakelen voor de incasso.",
        "De automatische incasso van € 80,00 is mislukt.",
        "Incasso van € 80,00 lukte niet.",
    ],
)
def test_collecting_without_an_amount_for_it_is_no_fee(zin: str) -> None:
    passage = f"De factuur van € 80,00 is niet betaald. {zin} Wilt u die betalen?"
    assert gelezen_in(passage).kosten is None
    assert soort_van(passage) == "herinnering"


@pytest.mark.parametrize(
    ("zin", "kosten"),
    [
        ("Dan rust op u de verplichting om ook 123,59 aan incassokosten te vergoeden.", "123.59"),
        ("Dan rust op u de verplichting om ook 123 aan incassokosten te vergoeden.", None),
    ],
)
def test_an_amount_without_a_sign_before_the_name_of_the_costs(
    zin: str, kosten: str | None
) -> None:
    gelezen = gelezen_in(f"Wij verzoeken u € 823,90 te betalen. Betaalt u niet? {zin}")
    assert gelezen.kosten == (Decimal(kosten) if kosten else None)


@pytest.mark.parametrize(
    ("zin", "oordeel"),
    [
        ("Voor het sturen van deze herinnering is € 9,95 aan uw rekening toegevoegd.", "fout"),
        ("Na het versturen van deze brief ontvingen wij € 9,95.", "goed"),
        ("Voor het sturen van bloemen is € 9,95 betaald.", "goed"),
        ("Voor schrijven van de factuur rekenen wij niets.", "goed"),
        ("- aanleggen dossier, eenmalig: € 17,50", "fout"),
        ("- opstellen sommatie: € 75,00", "fout"),
        ("- opstellen tuinplan: € 75,00", "goed"),
        ("U ontving de declaratie van € 80,00 per e-mail en erkende die.", "goed"),
    ],
)
def test_what_the_creditor_does_himself_is_no_cost_of_the_debtor(zin: str, oordeel: str) -> None:
    """R1.7, D13."""
    assert oordeel_over("WIK107", f"{EIS}\n\n{zin}\n\n{BETAALT_U_NIET}") == oordeel


@pytest.mark.parametrize(
    ("rij", "oordeel"),
    [
        ("2e herinnering   05-09-2026   €  15,00", "fout"),
        ("aanmaning        05-09-2026   €  15,00", "fout"),
        ("herinnerd        05-09-2026   €  15,00", "goed"),
        ("2e herinnering   05-09-2026   € 364,25", "goed"),
        ("2e herinnering   05-09-2026   € 400,00", "goed"),
        ("factuur, 2e herinnering 05-09 €  15,00", "goed"),
    ],
)
def test_a_reminder_among_the_invoices_is_charged(rij: str, oordeel: str) -> None:
    """R1.7, R1.20: less than any invoice; else it may say of which invoice one was reminded."""
    tabel = (
        "Rekening         Vervaldag      Bedrag\n"
        "juni             24-06-2026   € 364,10\n"
        "juli             24-07-2026   € 364,25\n"
        f"{rij}\n"
    )
    assert oordeel_over("WIK107", f"{tabel}\n{EIS}") == oordeel


@pytest.mark.parametrize(
    ("zin", "oordeel"),
    [
        ("Betaalt u op tijd, dan blijven de kosten voor de helft voor uw rekening.", "open"),
        ("Een gedeelte van de kosten blijft voor uw rekening.", "open"),
        ("Betaal de helft van de hoofdsom nu.", "goed"),
        ("De helft van de kosten nemen wij.", "goed"),
    ],
)
def test_a_part_of_the_costs_that_stays_cannot_be_judged(zin: str, oordeel: str) -> None:
    """R2.6, D13: who pays in time owes no costs."""
    assert oordeel_over("WIK108", EIS + BETAALT_U_NIET + zin) == oordeel


@pytest.mark.parametrize(
    "zin",
    [
        "Na vruchteloos verloop daarvan bent u € 40,00 incassokosten verschuldigd.",
        "Wie die dagen laat lopen, krijgt € 40,00 incassokosten voor zijn rekening.",
    ],
)
def test_costs_only_when_the_days_have_passed(zin: str) -> None:
    assert oordeel_over("WIK108", EIS + zin) == "goed"


def test_who_at_the_beginning_of_a_question_is_no_condition() -> None:
    vraag = "Wie is € 40,00 incassokosten verschuldigd?"
    assert oordeel_over("WIK108", EIS + vraag) == "fout"


@pytest.mark.parametrize("woord", ["geschrapt", "ingetrokken"])
def test_costs_that_were_charged_before_and_are_given_up(woord: str) -> None:
    zin = f"De herinneringskosten van € 10,00 hebben wij {woord}."
    assert oordeel_over("WIK107", EIS + zin + BETAALT_U_NIET) == "goed"


def test_vat_of_nought_is_no_vat() -> None:
    """Bki 3.1 wants each amount named, also one of nought (R8.4)."""
    tabel = "hoofdsom       80,00\nbtw             0,00\nincassokosten  40,00\n\n"
    assert oordeel_over("WIK105", tabel + EIS + BETAALT_U_NIET) == "goed"


def test_vat_by_the_name_of_who_owes_it() -> None:
    """R1.10: who owes VAT can deduct it."""
    zin = "Omdat wij btw-plichtig zijn, komt daar 21% (€ 8,40) bij."
    assert oordeel_over("WIK105", EIS + BETAALT_U_NIET + zin) == "fout"
    zin = "Wij zijn niet btw-plichtig. Over de kosten komt geen btw."
    assert oordeel_over("WIK105", EIS + BETAALT_U_NIET + zin) == "goed"


# ---- the claim --------------------------------------------------------------------------------


def test_leaders_part_the_columns() -> None:
    tabel = "hoofdsom ........... 823,90\nrente .............. 0,00\n\n"
    zin = "Wilt u dit betalen binnen vijftien dagen nadat deze brief bij u is bezorgd?"
    assert gelezen_in(tabel + zin).hoofdsom == Decimal("823.90")


def test_what_it_is_about_is_the_claim() -> None:
    assert gelezen_in("Het gaat om € 543,21. Wilt u betalen?").hoofdsom == Decimal("543.21")


def test_what_each_part_of_a_plan_is_needs_no_explanation() -> None:
    plan = "U tekende voor vier termijnen van € 40,00. "
    assert oordeel_over("WIK106", plan + EIS + BETAALT_U_NIET) == "goed"
    assert oordeel_over("WIK106", "U tekende voor € 40,00 en € 7,00. " + EIS) == "open"


# ---- the demand -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zin", "oordeel"),
    [
        ("Betalen dus, alsjeblieft!", "goed"),
        ("Betaalt u die alstublieft op onze rekening.", "goed"),
        (f"€ 80,00 naar {REKENING}.", "goed"),
        (f"Staat er dan € 80,00 op {REKENING}, dan is het klaar.", "fout"),
        (f"U had € 80,00 op {REKENING} staan.", "fout"),
        ("€ 80,00 staat op onze rekening.", "fout"),
        ("Als u alstublieft niet betaalt, dan horen wij dat.", "fout"),
    ],
)
def test_a_demand_in_plain_words(zin: str, oordeel: str) -> None:
    """R2.2."""
    assert oordeel_over("WIK001", f"Factuur 12 staat open. {zin}") == oordeel


# ---- the term ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zin", "oordeel"),
    [
        ("Wij beschouwen deze brief als ontvangen op de dag van het poststempel.", "fout"),
        ("Deze brief geldt als ontvangen op de datum van verzending.", "fout"),
        ("Deze brief geldt als ontvangen op de tweede dag na verzending.", "goed"),
        ("Deze brief is op de dag van verzending niet als ontvangen te beschouwen.", "goed"),
        ("U hebt deze brief op de dag van verzending al per e-mail ontvangen.", "goed"),
    ],
)
def test_a_letter_that_is_deemed_received_too_early(zin: str, oordeel: str) -> None:
    """H6, D1: then the days run from the sending."""
    assert oordeel_over("WIK207", EIS + zin) == oordeel


@pytest.mark.parametrize(
    ("begin", "vanaf"),
    [
        ("de dag nadat de post dit briefje bij u afgaf", Vanaf.ONTVANGST_DAG_NA),
        ("de dag nadat dit mailtje in uw inbox is beland", Vanaf.ONTVANGST_DAG_NA),
        ("de dag na die waarop u deze brief kreeg", Vanaf.ONTVANGST_DAG_NA),
    ],
)
def test_how_a_letter_comes(begin: str, vanaf: Vanaf) -> None:
    """H2."""
    termijn = gelezen_in(f"U hebt veertien dagen om € 80,00 te betalen, vanaf {begin}.").termijn
    assert termijn is not None
    assert termijn.vanaf is vanaf


@pytest.mark.parametrize(
    ("zin", "oordeel"),
    [
        ("Als deze brief bij u bezorgd is, heeft u vanaf dat moment nog vijftien dagen.", "goed"),
        ("Als u dit leest, heeft u vanaf dat moment nog vijftien dagen.", "fout"),
        ("Als deze brief niet bij u is bezorgd, heeft u vanaf dat moment vijftien dagen.", "fout"),
        ("U heeft, en dat vanaf dat moment, vijftien dagen.", "fout"),
        ("U heeft vijftien dagen, gerekend van de terugkeer van uw hond af.", "open"),
        ("U heeft vijftien dagen, gerekend vanaf die datum.", "open"),
        ("U heeft vijftien dagen vanaf die datum.", "fout"),
        ("U heeft vijftien dagen.", "fout"),
    ],
)
def test_from_that_moment_on(zin: str, oordeel: str) -> None:
    """H5; a start that is given but not understood is not a start that is missing."""
    assert oordeel_over("WIK204", f"Wij verzoeken u € 80,00 te betalen. {zin}") == oordeel


@pytest.mark.parametrize(
    ("zin", "oordeel"),
    [
        ("Tot en met dag 14 blijft het bij dat bedrag.", "open"),
        ("Tot en met dag 9 blijft het bij dat bedrag.", "fout"),
        ("Tot en met dag veertig blijft het bij dat bedrag.", "fout"),
        ("Klachten kon u tot en met dag 14 melden.", "fout"),
        ("Bezwaar kan tot en met dag 14.", "fout"),
        ("Tel vanaf de dag nadat u deze brief kreeg door tot en met veertien.", "open"),
        ("Tel vanaf de dag nadat u de bloemen kreeg door tot en met veertien.", "fout"),
        ("Tel vanaf de dag nadat u deze brief kreeg.", "fout"),
        ("Dat doet u binnen vijftien", "open"),
        ("Dat doet u met ons vijftien", "fout"),
        ("Over vijftien dagen na bezorging van deze brief dagvaarden wij u.", "open"),
        ("Vijftien", "fout"),
        ("U had na ontvangst van deze brief veertien dagen bedenktijd.", "fout"),
    ],
)
def test_words_that_may_give_a_term_are_not_no_term(zin: str, oordeel: str) -> None:
    passage = f"Wij verzoeken u € 80,00 te betalen.\n\n{zin}"
    assert oordeel_over("WIK201", passage) == oordeel


@pytest.mark.parametrize(
    ("lengte", "dagen"),
    [
        ("twee weken en één dag", 15),
        ("twee weken en 2 dagen", 16),
        ("veertien dagen en één dag", 14),
        ("twee weken of één dag", 14),
    ],
)
def test_weeks_and_days(lengte: str, dagen: int) -> None:
    zin = f"Wij verzoeken u € 80,00 te betalen binnen {lengte} nadat deze brief bij u is bezorgd."
    termijn = gelezen_in(zin).termijn
    assert termijn is not None
    assert termijn.dagen == dagen


@pytest.mark.parametrize(
    "zin",
    [
        "Bel ons van 9 tot 17 uur.",
        "U kunt ons bellen om 12 uur.",
        "Lever de sleutels binnen 7 dagen na vandaag in bij de balie.",
        "Bel binnen een week met Yvonne.",
        "De klemmende deur komen wij binnen 7 dagen afstellen.",
        "Wie bij ons biedt, aanvaardt dat binnen vijf dagen na de veiling wordt afgehaald.",
        "Volgens de opdrachtbevestiging was de betalingstermijn dertig dagen.",
        "In het plaatsingscontract staat een termijn van acht dagen.",
    ],
)
def test_other_times_beside_the_term(zin: str) -> None:
    toetsing = in_raam(extra=zin)
    assert codes(toetsing)[0] == [], codes(toetsing)
    assert codes(toetsing)[1] == [], codes(toetsing)


@pytest.mark.parametrize(
    "zin",
    [
        "Wij verzoeken u € 80,00 te betalen binnen 24 tot 48 uur na ontvangst van deze brief.",
        "Uw betaling verwachten wij binnen 7 dagen na ontvangst van deze brief.",
    ],
)
def test_a_short_term_to_pay_stays_one(zin: str) -> None:
    assert oordeel_over("WIK202", zin) == "fout"


def test_a_term_given_anew_is_no_pointer_to_the_agreed_one() -> None:
    passage = (
        "Volgens ons contract betaalt u twee weken na levering. Wilt u € 80,00 betalen? Dat kan in "
        "de veertien dagen die ingaan op de dag nadat deze brief bij u is bezorgd."
    )
    assert oordeel_over("WIK201", passage) == "goed"
    assert oordeel_over("WIK204", passage) == "goed"


# ---- default ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "oordeel"),
    [("1 april", "goed"), ("1 november", "goed"), ("1 december", "fout"), ("1 maart", "fout")],
)
def test_a_day_without_a_year_lies_behind_or_at_most_months_ahead(dag: str, oordeel: str) -> None:
    """R5.5: 2 November to 1 March is 119 days, to 1 April 150."""
    passage = (
        f"Utrecht, 2 november 2026\n\nAfgesproken is dat u betaalt vóór {dag}. U bent in verzuim. "
        + EIS
    )
    assert oordeel_over("WIK301", passage) == oordeel


@pytest.mark.parametrize(
    ("zin", "oordeel"),
    [
        ("U bent dus te laat en dat heet verzuim.", "goed"),
        ("Jullie zijn nu dus te laat, in verzuim heet dat.", "goed"),
        ("Betaalt u te laat, dan bent u in verzuim.", "fout"),
    ],
)
def test_too_late_as_a_fact_and_as_a_condition(zin: str, oordeel: str) -> None:
    """R5.3."""
    assert (oordeel_over("WIK301", f"{zin} {EIS}") == "goed") is (oordeel == "goed")


@pytest.mark.parametrize(
    ("zin", "oordeel"),
    [
        ("Voor zover nog nodig stel ik u hierbij in gebreke.", "goed"),
        ("Nu stel ik u hierbij in gebreke.", "open"),
    ],
)
def test_a_notice_as_far_as_still_needed(zin: str, oordeel: str) -> None:
    """R5.3."""
    passage = f"U bent sinds 1 juli 2026 in verzuim. {zin} {EIS}"
    assert oordeel_over("WIK302", passage) == oordeel
