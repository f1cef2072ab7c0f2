"""The gates in front of a letter, each just before, on and just after its boundary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.brieven.hulp import (
    BUREAU,
    CONSUMENT,
    DATUM,
    HERINNERING,
    INGEBREKESTELLING,
    ONDERNEMER,
    OVERHEID,
    RECHTSPERSOON,
    SOMMATIE,
    VORDERING,
    WIK,
    maak_dossier,
)
from tests.taken.poortgevallen import (
    ONBEKEND,
    POORTGEVALLEN,
    TWEEDE,
    Poortgeval,
    termijnen,
    wik_op,
)

from wiktool.brieven.stand import bepaal_stand
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid
from wiktool.kern.dossier import Aanmaning, Betaling, Dossier
from wiktool.kern.fouten import Weigering
from wiktool.taken.briefmaken import kies_brief, maak_brief
from wiktool.taken.poorten import weigeringen

if TYPE_CHECKING:
    from collections.abc import Sequence

DAG = timedelta(days=1)


def codes(dossier: Dossier, soort: Briefsoort, datum: date = DATUM) -> list[str]:
    return [reden.code for reden in weigeringen(soort, bepaal_stand(dossier, datum=datum))]


@pytest.mark.parametrize("geval", POORTGEVALLEN, ids=str)
def test_refusal_has_reason_remedy_and_article(geval: Poortgeval) -> None:
    (reden,) = weigeringen(geval.soort, bepaal_stand(geval.dossier, datum=geval.datum))
    assert (reden.code, reden.aanhaling) == (geval.code, geval.artikel)
    assert geval.doe in reden.doe
    assert reden.melding


@pytest.mark.parametrize("geval", POORTGEVALLEN, ids=str)
def test_maker_refuses_and_yields_to_toch(geval: Poortgeval) -> None:
    keuzes = kies_brief(geval.dossier, geval.soort, datum=geval.datum)
    with pytest.raises(Weigering) as gevangen:
        maak_brief(geval.dossier, keuzes)
    assert gevangen.value.code == geval.code
    gemaakt = maak_brief(geval.dossier, keuzes, toch=True)
    assert [reden.code for reden in gemaakt.overstemd] == [geval.code]
    for blok in gemaakt.brief.blokken:
        for gat in ("  ", " .", " ,", "sinds in", "since.", "since,"):
            assert gat not in blok.tekst


def test_good_dossier_passes_every_gate() -> None:
    for soort in (HERINNERING, INGEBREKESTELLING, WIK):
        assert codes(maak_dossier(incassobureau=BUREAU), soort) == []


def test_weightiest_reason_comes_first() -> None:
    dossier = maak_dossier(schuldenaar={"hoedanigheid": ONDERNEMER})
    assert codes(dossier, WIK, date(2026, 8, 31)) == ["geen-consument", "nog-niet-in-verzuim"]


# --- who the debtor is, and who writes --------------------------------------------------------


@pytest.mark.parametrize(
    ("hoedanigheid", "verwacht"),
    [
        (None, []),
        (CONSUMENT, []),
        (ONDERNEMER, ["geen-consument"]),
        (RECHTSPERSOON, ["geen-consument"]),
        (OVERHEID, ["geen-consument"]),
    ],
)
def test_wik_is_for_consumers_and_for_who_may_be_one(
    hoedanigheid: Hoedanigheid | None, verwacht: list[str]
) -> None:
    """R2.5, R10.1, R10.2: unknown counts as a consumer, the safe side."""
    assert codes(maak_dossier(schuldenaar={"hoedanigheid": hoedanigheid}), WIK) == verwacht


@pytest.mark.parametrize("kenmerk", ["", "IR-1"])
@pytest.mark.parametrize("hoedanigheid", [None, *Hoedanigheid])
@pytest.mark.parametrize("soort", [HERINNERING, INGEBREKESTELLING])
def test_agency_needs_its_mark_towards_natural_persons(
    soort: Briefsoort, hoedanigheid: Hoedanigheid | None, kenmerk: str
) -> None:
    """R8.1, R8.3, R8.7: also towards a sole trader; not towards legal persons."""
    bureau = replace(BUREAU, registratiekenmerk=kenmerk)
    dossier = maak_dossier(schuldenaar={"hoedanigheid": hoedanigheid}, incassobureau=bureau)
    natuurlijk = hoedanigheid in (None, CONSUMENT, ONDERNEMER)
    verwacht = ["registratiekenmerk"] if natuurlijk and not kenmerk else []
    assert codes(dossier, soort) == verwacht


# --- default ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2026, 8, 30), ["nog-niet-in-verzuim"]),
        (date(2026, 8, 31), ["nog-niet-in-verzuim"]),
        (date(2026, 9, 1), []),
    ],
)
@pytest.mark.parametrize("hoedanigheid", [CONSUMENT, RECHTSPERSOON])
def test_agreed_day_of_payment(hoedanigheid: Hoedanigheid, dag: date, verwacht: list[str]) -> None:
    """R5.5, D10: default begins at 00:00 of the day after the agreed one."""
    soort = WIK if hoedanigheid is CONSUMENT else SOMMATIE
    assert codes(maak_dossier(schuldenaar={"hoedanigheid": hoedanigheid}), soort, dag) == verwacht


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2026, 9, 25), ["nog-niet-in-verzuim"]),
        (date(2026, 10, 13), ["nog-niet-in-verzuim"]),
        (date(2026, 10, 14), []),
    ],
)
def test_notice_of_default_expires(dag: date, verwacht: list[str]) -> None:
    """R5.2, R5.5, D11: sent Friday, delivered Tuesday, fourteen days: till Tuesday 13 October."""
    aanzegging = Aanmaning(soort=INGEBREKESTELLING, verzonden=date(2026, 9, 25))
    dossier = maak_dossier(vordering={"fatale_termijn": False}, aanmaningen=(aanzegging,))
    assert codes(dossier, WIK, dag) == verwacht


@pytest.mark.parametrize(
    ("van_de_factuur", "van_de_schuldeiser", "verwacht"),
    [
        (None, None, ["verzuim-onbekend"]),
        (None, False, ["verzuim-onbekend"]),
        (None, True, []),
        (False, True, ["verzuim-onbekend"]),
        (True, False, []),
    ],
)
def test_unknown_default_is_not_guessed(
    *, van_de_factuur: bool | None, van_de_schuldeiser: bool | None, verwacht: list[str]
) -> None:
    """R5.4: a date printed on an invoice is no agreed term; the claim's own answer wins."""
    dossier = maak_dossier(
        schuldeiser={"fatale_termijn": van_de_schuldeiser},
        vordering={"fatale_termijn": van_de_factuur},
    )
    assert codes(dossier, WIK) == verwacht


def test_unknown_default_asks_its_question() -> None:
    (reden,) = weigeringen(WIK, bepaal_stand(ONBEKEND, datum=DATUM))
    assert "fatale_termijn = true" in reden.doe
    assert "ingebrekestelling verzonden, en wanneer?" in reden.doe


def test_one_claim_in_default_is_enough_for_a_letter() -> None:
    """R2.7: claims not yet in default stay out, and do not hold up the others."""
    later = replace(TWEEDE, vervaldatum=DATUM)
    assert codes(maak_dossier(vorderingen=(VORDERING, later)), WIK) == []


@pytest.mark.parametrize("soort", [HERINNERING, INGEBREKESTELLING])
@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [(date(2026, 8, 31), ["nog-niet-opeisbaar"]), (date(2026, 9, 1), [])],
)
def test_no_reminder_on_the_last_day_of_payment(
    soort: Briefsoort, dag: date, verwacht: list[str]
) -> None:
    """R5.1: only after it."""
    assert codes(maak_dossier(), soort, dag) == verwacht


# --- earlier letters --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verzonden", "verwacht"),
    [(DATUM - DAG, ["al-aangemaand"]), (DATUM, ["al-aangemaand"]), (DATUM + DAG, [])],
)
def test_fee_is_owed_once_per_claim(verzonden: date, verwacht: list[str]) -> None:
    """R1.7: a letter of today counts as an earlier one, one of tomorrow does not."""
    assert codes(maak_dossier(aanmaningen=(wik_op(verzonden),)), WIK) == verwacht


@pytest.mark.parametrize(
    ("brief", "verwacht"),
    [
        (wik_op(date(2026, 10, 20), "17"), ["al-aangemaand"]),
        (wik_op(date(2026, 10, 20), "99"), []),
        (Aanmaning(soort=HERINNERING, verzonden=date(2026, 10, 20)), []),
        (Aanmaning(soort=WIK, ontvangen=date(2026, 10, 20)), ["al-aangemaand"]),
    ],
)
def test_only_a_wik_letter_about_this_claim_stands_in_the_way(
    brief: Aanmaning, verwacht: Sequence[str]
) -> None:
    assert codes(maak_dossier(aanmaningen=(brief,)), WIK) == verwacht


@pytest.mark.parametrize(
    ("vervaldatum", "verwacht"),
    [
        (date(2026, 10, 18), ["meer-brieven"]),
        (date(2026, 10, 19), ["meer-brieven"]),
        (date(2026, 10, 20), []),
    ],
)
def test_claims_in_default_together_belong_in_one_letter(
    vervaldatum: date, verwacht: list[str]
) -> None:
    """R2.7, D12: what was in default on the day of the earlier letter belonged in it."""
    tweede = replace(TWEEDE, vervaldatum=vervaldatum)
    eerder = (wik_op(date(2026, 10, 20), "17"),)
    dossier = maak_dossier(vorderingen=(VORDERING, tweede), aanmaningen=eerder)
    assert codes(dossier, WIK) == verwacht


@pytest.mark.parametrize(
    ("betaald_op", "verwacht"), [(date(2026, 11, 5), []), (date(2026, 11, 6), ["meer-brieven"])]
)
def test_an_earlier_letter_that_was_paid_in_time_cost_nothing(
    betaald_op: date, verwacht: list[str]
) -> None:
    """R4.6, H10: sent Tuesday 20 October, last day 5 November; then no fee, so none is doubled."""
    dossier = maak_dossier(
        vorderingen=(VORDERING, TWEEDE),
        aanmaningen=(wik_op(date(2026, 10, 20), "17"),),
        betalingen=(Betaling(datum=betaald_op, bedrag=VORDERING.bedrag, factuurnummer="17"),),
    )
    assert codes(dossier, WIK) == verwacht


# --- instalments ------------------------------------------------------------------------------


@pytest.mark.parametrize(("aantal", "verwacht"), [(5, []), (6, ["termijnbetaling-plafond"])])
def test_instalments_within_six_months_have_a_ceiling(aantal: int, verwacht: list[str]) -> None:
    """R1.41, R1.43: 40 + 5 x 20 = 140; a seventh letter earns nothing."""
    dossier = termijnen(*(date(2026, 10, dag) for dag in range(1, aantal + 1)))
    assert codes(dossier, WIK) == verwacht


@pytest.mark.parametrize(
    ("oudste", "verwacht"),
    [(date(2026, 5, 15), []), (date(2026, 5, 18), ["termijnbetaling-plafond"])],
)
def test_letters_received_more_than_six_months_ago_do_not_count(
    oudste: date, verwacht: list[str]
) -> None:
    """R1.40: "in the six months before the day of that reminder", here 20 November.

    Sent on Friday 15 May it was delivered on the 19th; sent on Monday 18 May on the 20th.
    """
    dossier = termijnen(oudste, *(date(2026, 10, dag) for dag in range(1, 6)))
    vroeg = replace(dossier.vorderingen[0], factuurdatum=None, vervaldatum=date(2026, 4, 30))
    dossier = replace(dossier, vorderingen=(vroeg, *dossier.vorderingen[1:]))
    assert codes(dossier, WIK) == verwacht


# --- the term of the WIK letter ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("verzonden", "bezorging", "laatste_dag"),
    [
        (date(2026, 11, 20), Bezorgwijze.POST, date(2026, 12, 8)),
        (date(2026, 11, 19), Bezorgwijze.POST, date(2026, 12, 7)),
        (date(2026, 11, 20), Bezorgwijze.EMAIL, date(2026, 12, 4)),
        (date(2026, 11, 21), Bezorgwijze.EMAIL, date(2026, 12, 7)),
        (date(2026, 11, 20), Bezorgwijze.PERSOONLIJK, date(2026, 12, 4)),
    ],
    ids=["vrijdag", "donderdag-verlengd", "e-mail", "e-mail-zaterdag-verlengd", "persoonlijk"],
)
def test_demand_waits_until_the_term_is_over(
    verzonden: date, bezorging: Bezorgwijze, laatste_dag: date
) -> None:
    """R4.1, R4.2, R4.22, R4.32: not on the last free day; on the day after."""
    brief = Aanmaning(soort=WIK, verzonden=verzonden, bezorging=bezorging)
    dossier = maak_dossier(aanmaningen=(brief,))
    assert codes(dossier, SOMMATIE, laatste_dag - DAG) == ["termijn-loopt-nog"]
    assert codes(dossier, SOMMATIE, laatste_dag) == ["termijn-loopt-nog"]
    assert codes(dossier, SOMMATIE, laatste_dag + DAG) == []


def test_demand_counts_from_a_known_day_of_receipt() -> None:
    """H3: who knows the day of receipt needs no presumption."""
    brief = Aanmaning(soort=WIK, verzonden=date(2026, 11, 20), ontvangen=date(2026, 11, 27))
    dossier = maak_dossier(aanmaningen=(brief,))
    assert codes(dossier, SOMMATIE, date(2026, 12, 11)) == ["termijn-loopt-nog"]
    assert codes(dossier, SOMMATIE, date(2026, 12, 12)) == []


def test_demand_for_two_letters_waits_for_the_last() -> None:
    tweede = replace(TWEEDE, vervaldatum=date(2026, 11, 1))
    brieven = (wik_op(date(2026, 10, 20), "17"), wik_op(DATUM, "18"))
    dossier = maak_dossier(vorderingen=(VORDERING, tweede), aanmaningen=brieven)
    assert codes(dossier, SOMMATIE, date(2026, 12, 8)) == ["termijn-loopt-nog"]
    assert codes(dossier, SOMMATIE, date(2026, 12, 9)) == []


@pytest.mark.parametrize("hoedanigheid", [ONDERNEMER, RECHTSPERSOON, OVERHEID])
def test_business_needs_no_wik_letter(hoedanigheid: Hoedanigheid) -> None:
    """R2.4: the fee is owed without a reminder."""
    assert codes(maak_dossier(schuldenaar={"hoedanigheid": hoedanigheid}), SOMMATIE) == []
