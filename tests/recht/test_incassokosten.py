"""The tariff of the Besluit BIK (recht.md 1.1 to 1.5)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from wiktool.kern.dossier import (
    Aanmaning,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)
from wiktool.kern.fouten import BuitenBereik, NotatieFout
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.incassokosten import (
    bereken_incassokosten,
    btw_over,
    btw_percentage,
    snelle_kosten,
)
from wiktool.wetgegevens.tabel import tabel

PEILDATUM = date(2026, 11, 21)


def reken(*bedragen: str, **opties: object):
    return bereken_incassokosten(
        [Decimal(b) for b in bedragen], **({"peildatum": PEILDATUM} | opties)
    )


@pytest.mark.parametrize(
    ("hoofdsom", "kosten", "met_btw"),
    [
        # recht.md 1.2, test vectors
        ("1.00", "40.00", "48.40"),
        ("266.69", "40.00", "48.40"),
        ("266.70", "40.01", "48.41"),
        ("1234.56", "185.18", "224.07"),
        ("2500.00", "375.00", "453.75"),
        ("2500.01", "375.00", "453.75"),
        ("5000.00", "625.00", "756.25"),
        ("7777.77", "763.89", "924.31"),
        ("10000.00", "875.00", "1058.75"),
        ("200000.00", "2775.00", "3357.75"),
        ("1000000.00", "6775.00", "8197.75"),
        # below, on and above the other thresholds (R1.4, R1.5)
        ("0.01", "40.00", "48.40"),
        ("266.67", "40.00", "48.40"),
        ("2499.99", "375.00", "453.75"),
        ("2500.10", "375.01", "453.76"),
        ("4999.99", "625.00", "756.25"),
        ("5000.01", "625.00", "756.25"),
        ("5000.20", "625.01", "756.26"),
        ("9999.99", "875.00", "1058.75"),
        ("10001.00", "875.01", "1058.76"),
        ("199999.00", "2774.99", "3357.74"),
        ("200002.00", "2775.01", "3357.76"),
        ("999998.00", "6774.99", "8197.74"),
        ("999999.99", "6775.00", "8197.75"),
        ("1000000.01", "6775.00", "8197.75"),
        ("9999999999999.99", "6775.00", "8197.75"),
    ],
)
def test_tariff_of_art_2(hoofdsom: str, kosten: str, met_btw: str) -> None:
    zonder, met = reken(hoofdsom), reken(hoofdsom, btw=True)
    assert (zonder.kosten, zonder.btw, zonder.totaal) == (Decimal(kosten), 0, Decimal(kosten))
    assert (met.kosten, met.totaal) == (Decimal(kosten), Decimal(met_btw))
    assert snelle_kosten(peildatum=PEILDATUM, btw=True)(Decimal(hoofdsom)) == (met.kosten, met.btw)


@pytest.mark.parametrize(
    ("hoofdsom", "minimum", "maximum"),
    [
        ("266.66", True, False),
        ("266.67", False, False),
        ("1000000.00", False, False),
        ("1000000.01", False, True),
    ],
)
def test_says_when_minimum_or_maximum_bounds(hoofdsom: str, minimum: bool, maximum: bool) -> None:
    # R1.4: the minimum is applied when the bands give less than 40, the maximum above 6,775
    berekening = reken(hoofdsom)
    assert berekening.minimum_toegepast is minimum
    assert berekening.maximum_toegepast is maximum


def test_claims_of_one_reminder_are_added_up_r1_22() -> None:
    samen = reken("1000", "250")
    assert samen.hoofdsom == Decimal(1250)
    assert samen.kosten == reken("1250").kosten == Decimal("187.50")
    assert samen.stappen[0].bron is not None
    assert samen.stappen[0].bron.aanhaling == "art. 6:96 lid 7 BW"


def test_whole_euros_add_up_to_whole_cents() -> None:
    assert str(reken("1000", "250").hoofdsom) == "1250.00"


@pytest.mark.parametrize(
    ("hoofdsom", "aantal"),
    [
        ("2500", 1),
        ("2500.01", 2),
        ("5000", 2),
        ("5000.01", 3),
        ("10000", 3),
        ("10000.01", 4),
        ("200000", 4),
        ("200000.01", 5),
    ],
)
def test_only_brackets_that_hold_something_are_shown(hoofdsom: str, aantal: int) -> None:
    # R1.4: a principal on the border fills its bracket and leaves the next one out
    schijven = reken(hoofdsom).schijven
    assert len(schijven) == aantal
    assert all(schijf.grondslag > 0 for schijf in schijven)


def test_brackets_add_up_to_the_principal() -> None:
    berekening = reken("250000")
    assert sum(s.grondslag for s in berekening.schijven) == berekening.hoofdsom
    assert [s.percentage for s in berekening.schijven] == [
        Decimal(p) for p in ("15", "10", "5", "1", "0.5")
    ]
    assert berekening.kosten == Decimal("3025.00")
    assert berekening.schijven[-1].tot is None


@pytest.mark.parametrize("dag", [date(2012, 6, 30), date(2002, 1, 1)])
def test_refuses_a_default_before_1_july_2012_r1_30(dag: date) -> None:
    with pytest.raises(BuitenBereik, match="1 juli 2012"):
        reken("1000", verzuimdatum=dag)
    with pytest.raises(BuitenBereik, match="1 juli 2012"):
        reken("1000", peildatum=dag)
    assert reken("1000", peildatum=date(2012, 7, 1)).kosten == Decimal("150.00")


def test_the_day_of_default_decides_not_the_day_of_calculation_r1_30() -> None:
    with pytest.raises(BuitenBereik):
        reken("1000", peildatum=PEILDATUM, verzuimdatum=date(2012, 6, 30))
    assert reken("1000", peildatum=PEILDATUM, verzuimdatum=date(2012, 7, 1)).kosten == 150


@pytest.mark.parametrize(
    ("dag", "percentage"),
    [(date(2012, 7, 1), 19), (date(2012, 9, 30), 19), (date(2012, 10, 1), 21), (PEILDATUM, 21)],
)
def test_vat_rate_r1_13(dag: date, percentage: int) -> None:
    assert btw_percentage(dag) == percentage
    assert reken("1000", peildatum=dag, btw=True).btw_percentage == percentage


def test_vat_is_on_the_rounded_fee() -> None:
    # R1.14: minimum and maximum before VAT; docs/keuzes/0002: on the rounded fee
    assert btw_over(Decimal("40.00"), PEILDATUM) == Decimal("8.40")
    assert reken("100", btw=True).totaal == Decimal("48.40")
    assert reken("2000000", btw=True).totaal == Decimal("8197.75")


@pytest.mark.parametrize("bedragen", [[], ["0"], ["100", "0"], ["100", "-1"]])
def test_refuses_no_claim(bedragen: list[str]) -> None:
    with pytest.raises(NotatieFout):
        reken(*bedragen)


@pytest.mark.parametrize(
    ("hoofdsom", "opties", "codes"),
    [
        ("1000", {}, ["pas-na-veertiendagenbrief"]),
        ("1234.56", {}, ["pas-na-veertiendagenbrief", "afronding"]),
        ("100", {"btw": True}, ["pas-na-veertiendagenbrief", "btw-verklaring", "btw-na-grens"]),
        ("1000", {"btw": True}, ["pas-na-veertiendagenbrief", "btw-verklaring"]),
        ("1000", {"hoedanigheid": Hoedanigheid.RECHTSPERSOON}, ["zakelijk-boven-veertig"]),
        (
            "1000",
            {"peildatum": date(2026, 11, 22)},
            ["pas-na-veertiendagenbrief", "niet-gecontroleerd-na-incassokosten"],
        ),
    ],
)
def test_doubts_are_attached(hoofdsom: str, opties: dict[str, object], codes: list[str]) -> None:
    assert [k.code for k in reken(hoofdsom, **opties).kanttekeningen] == codes


def test_the_rounding_is_a_step_in_the_open_r1_6() -> None:
    stappen = [s.omschrijving for s in reken("266.70").stappen]
    assert stappen[-1] == "afgerond op hele centen"
    assert reken("266.70").stappen[-2].bedrag == Decimal("40.005")
    assert "afgerond" not in reken("1000").stappen[-1].omschrijving


def test_every_step_with_a_rule_cites_it() -> None:
    berekening = reken("300000", "100", btw=True)
    assert all(stap.bron for stap in berekening.stappen)
    assert [b.aanhaling for b in berekening.bronnen] == [
        "art. 6:96 lid 7 BW",
        "art. 2 lid 1 en 2 Besluit vergoeding voor buitengerechtelijke incassokosten",
        "art. 2 lid 3 Besluit vergoeding voor buitengerechtelijke incassokosten",
    ]


def test_the_minimum_and_maximum_are_steps() -> None:
    assert reken("10").stappen[-1].omschrijving == "ten minste het minimum"
    assert reken("10").stappen[-1].bedrag == 40
    assert reken("2000000").stappen[-1].omschrijving == "ten hoogste het maximum"
    assert reken("2000000").stappen[-1].bedrag == 6775


# --- which version of the tariff


@pytest.fixture
def nieuwe_staffel(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tariff of thirty percent for claims in default from 15 September 2026 on."""
    oud = tabel("incassokosten")
    versie = oud.versies[0]
    hoger = {**versie.waarden, "schijven": [{"procent": "30"}]}
    nieuw = replace(
        oud,
        versies=(
            replace(versie, geldig_tot=date(2026, 9, 14)),
            replace(versie, geldig_van=date(2026, 9, 15), waarden=hoger),
        ),
    )
    monkeypatch.setattr(
        "wiktool.recht.incassokosten.tabel",
        lambda naam: nieuw if naam == "incassokosten" else tabel(naam),
    )


@pytest.mark.usefixtures("nieuwe_staffel")
@pytest.mark.parametrize(
    ("verzuim", "kosten"), [(date(2026, 9, 14), "150.00"), (date(2026, 9, 15), "300.00")]
)
@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.CONSUMENT, Hoedanigheid.RECHTSPERSOON])
def test_the_first_day_of_default_picks_the_version(
    verzuim: date, kosten: str, hoedanigheid: Hoedanigheid
) -> None:
    # Besluit BIK 3 (R1.30): not the day of the letter, nor the day of the calculation
    assert reken("1000", verzuimdatum=verzuim).kosten == Decimal(kosten)
    assert snelle_kosten(peildatum=PEILDATUM, verzuimdatum=verzuim)(Decimal(1000))[0] == Decimal(
        kosten
    )
    dossier = Dossier(
        schuldeiser=Schuldeiser(naam="De Linde"),
        schuldenaar=Schuldenaar(naam="Jansen", hoedanigheid=hoedanigheid),
        vorderingen=(
            Vordering(factuurnummer="1", bedrag=Decimal("1000.00"), verzuimdatum=verzuim),
        ),
        aanmaningen=(Aanmaning(soort=Briefsoort.WIK, verzonden=date(2026, 9, 25)),),
    )
    assert bereken_afrekening(dossier, peildatum=PEILDATUM).kosten == Decimal(kosten)
