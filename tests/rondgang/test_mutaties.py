"""Deleting or changing one required sentence of a right letter gives exactly its code."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.brieven.voorbeelden import brief as gemaakte_brief
from tests.brieven.voorbeelden import dossier
from tests.controle.hulp import brief, brieven, codes, gegevens

from wiktool.controle.toetser import toets
from wiktool.kern.notatie import euro
from wiktool.taken.formaten import Formaat, maak_op

if TYPE_CHECKING:
    from collections.abc import Callable

HR = "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd"
GEMAAKT = ("dossier", "minimum", "net_boven_minimum", "persoonlijk", "zonder_adres")


def vervang(tekst: str, oud: str, nieuw: str) -> str:
    """Replace words whatever the line breaks between them; they must occur."""
    patroon = r"\s+".join(map(re.escape, oud.split()))
    veranderd, keren = re.subn(patroon, nieuw, tekst)
    assert keren, oud
    return veranderd


@cache
def tekst_van(naam: str) -> str:
    """A right letter as plain text: made by wiktool, or written by hand."""
    if naam in GEMAAKT or not naam[0].isdigit():
        return maak_op(gemaakte_brief(naam).brief, Formaat.TXT).decode()
    return next(geval.tekst for geval in brieven() if geval.naam == naam)


def bevonden(tekst: str, **vlaggen: str) -> list[str]:
    """Every code, of findings and of open points, without the ones about missing sending days."""
    fout, niet_te_beoordelen, licht = codes(toets(brief(tekst), gegevens(**vlaggen)))
    return sorted({*fout, *niet_te_beoordelen, *licht})


TERMIJNEN = {
    "binnen veertien dagen na dagtekening van deze brief": ["WIK203"],
    "binnen veertien dagen na heden": ["WIK203"],
    "binnen twee weken na verzending van deze brief": ["WIK203"],
    "binnen veertien dagen": ["WIK204"],
    "binnen dertien dagen vanaf de dag nadat deze brief bij u is bezorgd": ["WIK202"],
    "binnen een week nadat deze brief bij u is bezorgd": ["WIK202"],
    "binnen 14 dagen na ontvangst van deze brief": ["WIK205"],
    "binnen achttien dagen na dagtekening van deze brief": ["WIK208"],
    f"{HR}, maar in ieder geval binnen tien dagen na heden": ["WIK207"],
    "binnen vijftien dagen nadat deze brief bij u is bezorgd": [],
}


@pytest.mark.parametrize("naam", [*GEMAAKT, "52-voor-zover-nodig"])
@pytest.mark.parametrize(("termijn", "verwacht"), TERMIJNEN.items())
def test_another_term_gives_the_code_of_that_term(
    naam: str, termijn: str, verwacht: list[str]
) -> None:
    assert bevonden(vervang(tekst_van(naam), HR, termijn)) == verwacht


@pytest.mark.parametrize("naam", GEMAAKT)
def test_without_the_word_on_costs_the_consequence_and_the_amount_are_missing(naam: str) -> None:
    zonder = re.sub(r"Betaalt u niet op tijd(?:.+\n)+", "", tekst_van(naam))
    assert bevonden(zonder) == ["WIK002", "WIK101"]


def _kosten(naam: str) -> tuple[Decimal, Decimal]:
    grondslag = gemaakte_brief(naam).grondslag
    assert grondslag.kosten is not None
    return grondslag.hoofdsom, grondslag.kosten.kosten


def _met_kosten(naam: str, erbij: Decimal) -> str:
    """The same letter with a higher or lower fee, in the total too."""
    hoofdsom, kosten = _kosten(naam)
    tekst = tekst_van(naam)
    for oud in (hoofdsom + kosten, kosten):
        tekst = vervang(tekst, euro(oud), euro(oud + erbij))
    return tekst


@pytest.mark.parametrize("naam", GEMAAKT)
def test_a_cent_too_much_is_too_much(naam: str) -> None:
    assert bevonden(_met_kosten(naam, Decimal("0.01"))) == ["WIK102"]


@pytest.mark.parametrize("naam", GEMAAKT)
def test_a_cent_too_little_is_only_a_warning(naam: str) -> None:
    assert bevonden(_met_kosten(naam, Decimal("-0.01"))) == ["WIK103"]


@pytest.mark.parametrize("naam", GEMAAKT)
def test_a_bound_is_no_amount(naam: str) -> None:
    _, kosten = _kosten(naam)
    assert bevonden(vervang(tekst_van(naam), euro(kosten), f"maximaal {euro(kosten)}")) == [
        "WIK104"
    ]


TOEVOEGINGEN: dict[str, tuple[str, list[str]]] = {
    "administration": ("Daarnaast bent u € 15,00 administratiekosten verschuldigd.", ["WIK107"]),
    "second term": ("Betaal het bedrag binnen drie dagen na heden.", ["WIK207"]),
    "second account": ("U kunt ook betalen op NL02 ABNA 0123 4567 89.", ["WIK401"]),
    "second amount": ("Wij verzoeken u € 9.999,00 te betalen.", ["WIK106"]),
    "notice of default": ("Hierbij stellen wij u in gebreke.", ["WIK302"]),
}


@pytest.mark.parametrize("naam", ["dossier", "minimum", "01-tandarts-goed"])
@pytest.mark.parametrize("soort", TOEVOEGINGEN)
def test_one_sentence_too_many_gives_its_code(naam: str, soort: str) -> None:
    zin, verwacht = TOEVOEGINGEN[soort]
    tekst = tekst_van(naam)
    anker = "Met vriendelijke groet"
    assert anker in tekst
    assert bevonden(tekst.replace(anker, f"{zin}\n\n{anker}")) == verwacht


def test_costs_that_were_charged_already_are_found() -> None:
    _, kosten = _kosten("dossier")
    zin = f"Wij hebben {euro(kosten)} incassokosten al bij u in rekening gebracht."
    tekst = tekst_van("dossier").replace(
        "Met vriendelijke groet", f"{zin}\n\nMet vriendelijke groet"
    )
    assert bevonden(tekst) == ["WIK108"]


def test_a_due_date_after_the_letter_is_no_default() -> None:
    tekst = vervang(tekst_van("01-tandarts-goed"), "3 oktober 2026", "3 december 2026")
    assert bevonden(tekst) == ["WIK301"]


def test_vat_needs_its_declaration() -> None:
    tekst = tekst_van("btw")
    zonder = re.sub(r"[^.\n]*(?:niet\s+verrekenen|niet\s+aftrekken)[^.]*\.", "", tekst)
    assert zonder != tekst
    assert "WIK105" in bevonden(zonder) or "WIK102" in bevonden(zonder)


def test_an_agency_needs_its_mark() -> None:
    tekst = re.sub(r"(?i)[^.\n]*registratiekenmerk[^.\n]*\.?", "", tekst_van("incassobureau"))
    assert "WIK501" in bevonden(tekst)


@pytest.mark.parametrize("naam", GEMAAKT)
def test_nothing_for_who_has_paid_is_only_advice(naam: str) -> None:
    zonder = re.sub(r"[^.\n]*Heeft u al betaald[^.]*\.", "", tekst_van(naam))
    assert zonder != tekst_van(naam)
    assert bevonden(zonder) == ["WIK402"]


def test_a_wrong_check_digit_is_found() -> None:
    tekst = re.sub(r"NL\d\d", "NL99", tekst_van("dossier"))
    assert bevonden(tekst) == ["WIK401"]


@pytest.mark.parametrize(
    ("verandering", "verwacht"),
    [
        (lambda d: d, set()),
        (
            lambda d: replace(d, schuldenaar=replace(d.schuldenaar, naam="Q. Zwartkruis")),
            {"WIK003"},
        ),
        (
            lambda d: replace(d, schuldeiser=replace(d.schuldeiser, iban="NL20INGB0001234567")),
            {"WIK401"},
        ),
        (
            lambda d: replace(
                d,
                betalingen=(),
                vorderingen=(replace(d.vorderingen[0], bedrag=d.vorderingen[0].bedrag + 1),),
            ),
            {"WIK110"},
        ),
        (
            lambda d: replace(
                d,
                vorderingen=tuple(replace(v, fatale_termijn=False) for v in d.vorderingen),
                schuldeiser=replace(d.schuldeiser, fatale_termijn=None),
            ),
            {"WIK301"},
        ),
    ],
    ids=["same", "debtor", "account", "principal", "term not agreed"],
)
def test_a_letter_is_compared_with_its_dossier(
    verandering: Callable,
    verwacht: set[str],  # type: ignore[type-arg]
) -> None:
    feiten = verandering(dossier("minimum"))
    datum = dossier("minimum").brief.datum
    assert datum is not None
    toetsing = toets(
        brief(tekst_van("minimum")), gegevens(dossier=feiten, verzonden=datum.isoformat())
    )
    fout, niet_te_beoordelen, licht = codes(toetsing)
    assert {*fout, *niet_te_beoordelen, *licht} == verwacht
