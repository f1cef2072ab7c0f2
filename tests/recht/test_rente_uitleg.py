"""What interest cites for its rate, and the doubts that it carries: recht.md 7 (R7.20)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.recht.hulp_rente import CONTRACTUEEL, HANDEL, VIJF_PROCENT, codes, rente

from wiktool.kern.dossier import Hoedanigheid
from wiktool.recht.rente_uitleg import uitleg_van
from wiktool.recht.renteverloop import Rentesoort, Rentevoorwaarden


@pytest.mark.parametrize(
    ("hoedanigheid", "artikelen"),
    [
        (Hoedanigheid.ONDERNEMER, ["art. 6:119a BW"]),
        (Hoedanigheid.RECHTSPERSOON, ["art. 6:119a BW"]),
        (Hoedanigheid.OVERHEID, ["art. 6:119b BW"]),
        (None, ["art. 6:119a BW", "art. 6:119b BW"]),
    ],
)
def test_trade_interest_cites_the_article_of_the_debtor(
    hoedanigheid: Hoedanigheid | None, artikelen: list[str]
) -> None:
    dag = date(2026, 11, 21)
    uitkomst = rente("100.00", dag, dag, soort=HANDEL, hoedanigheid=hoedanigheid)
    assert [b.aanhaling for b in uitkomst.bronnen if "6:119" in b.aanhaling] == artikelen


def test_a_rate_whose_publication_is_not_known_says_its_validity_only() -> None:
    (periode,) = rente("100.00", date(2026, 11, 21), date(2026, 11, 21)).perioden
    assert periode.versie is not None
    zonder = replace(periode, versie=replace(periode.versie, vindplaats=""))
    (stap,) = uitleg_van([zonder], Rentevoorwaarden())
    assert stap.omschrijving.endswith("(tarief 1 januari 2026 tot en met 31 december 2026)")


@pytest.mark.parametrize(
    ("soort", "hoedanigheid", "artikelen"),
    [
        (Rentesoort.WETTELIJK, None, ["art. 6:119 BW"]),
        (HANDEL, None, ["art. 6:119a BW", "art. 6:119b BW"]),
        (HANDEL, Hoedanigheid.ONDERNEMER, ["art. 6:119a BW"]),
        (HANDEL, Hoedanigheid.RECHTSPERSOON, ["art. 6:119a BW"]),
        (HANDEL, Hoedanigheid.OVERHEID, ["art. 6:119b BW"]),
    ],
)
def test_the_article_of_the_interest(
    soort: Rentesoort, hoedanigheid: Hoedanigheid | None, artikelen: list[str]
) -> None:
    uitkomst = rente(
        "1.00", date(2026, 1, 1), date(2026, 1, 1), soort=soort, hoedanigheid=hoedanigheid
    )
    aanhalingen = [bron.aanhaling for bron in uitkomst.bronnen]
    assert aanhalingen[: len(artikelen)] == artikelen
    assert aanhalingen[-1] == f"art. 6:120 lid {'2' if soort is HANDEL else '1'} BW"


def test_every_period_cites_the_validity_of_its_rate() -> None:
    uitkomst = rente("1.00", date(2014, 12, 31), date(2015, 1, 1))
    teksten = [stap.omschrijving for stap in uitkomst.stappen]
    assert "tarief 1 juli 2012 tot en met 31 december 2014; Stb. 2012, 285" in teksten[1]
    assert "tarief 1 januari 2015 tot en met 31 december 2022; Stb. 2014, 491" in teksten[2]
    assert uitkomst.stappen[-1].bedrag == uitkomst.rente


def test_interest_on_interest_cites_its_paragraph() -> None:
    wettelijk = rente("1.00", date(2024, 1, 1), date(2026, 1, 1))
    assert "art. 6:119 lid 2 BW" in [bron.aanhaling for bron in wettelijk.bronnen]
    handel = rente("1.00", date(2024, 1, 1), date(2026, 1, 1), soort=HANDEL)
    assert "art. 6:119 lid 2 BW" not in [bron.aanhaling for bron in handel.bronnen]
    assert "rentejaar" in codes(wettelijk) & codes(handel)


@pytest.mark.parametrize("soort", list(Rentesoort))
def test_doubts_that_belong_to_the_kind(soort: Rentesoort) -> None:
    percentage = Decimal(8) if soort is CONTRACTUEEL else None
    uitkomst = rente("1.00", date(2026, 1, 1), date(2026, 1, 1), soort=soort, percentage=percentage)
    eigen = {
        Rentesoort.WETTELIJK: set(),
        HANDEL: {"handelsrente-alleen-over-de-prijs"},
        CONTRACTUEEL: {"rentebeding", "samengesteld-afgesproken"},
    }[soort]
    assert codes(uitkomst) == {"dagtelling"} | eigen


@pytest.mark.parametrize(("percentage", "lager"), [("3.99", True), ("4", False), ("4.01", False)])
def test_agreed_interest_below_the_legal_rate_is_marked(percentage: str, lager: bool) -> None:
    uitkomst = rente(
        "1.00",
        date(2026, 1, 1),
        date(2026, 1, 1),
        soort=CONTRACTUEEL,
        percentage=Decimal(percentage),
    )
    assert ("lager-dan-wettelijke-rente" in codes(uitkomst)) is lager


def test_agreed_interest_is_compared_day_by_day() -> None:
    vijf = {"soort": CONTRACTUEEL, "percentage": Decimal(5)}
    tot_en_met_2025 = rente("1.00", date(2025, 12, 31), date(2026, 1, 1), **vijf)
    assert "lager-dan-wettelijke-rente" in codes(tot_en_met_2025)
    voor_1992 = rente("1.00", date(1980, 1, 1), date(1991, 12, 31), **vijf)
    assert "lager-dan-wettelijke-rente" not in codes(voor_1992)
    tot_1992 = rente("1.00", date(1980, 1, 1), date(1992, 1, 1), **vijf)
    assert "lager-dan-wettelijke-rente" in codes(tot_1992)
    later = rente("1.00", date(2027, 1, 1), date(2027, 1, 1), **vijf)
    assert "lager-dan-wettelijke-rente" not in codes(later)


def test_agreed_interest_is_explained_as_agreed() -> None:
    uitkomst = rente("1.00", date(2026, 1, 1), date(2026, 1, 1), **VIJF_PROCENT)
    assert "overeengekomen" in uitkomst.stappen[1].omschrijving
    assert [bron.aanhaling for bron in uitkomst.bronnen] == ["art. 6:119 lid 3 BW"]


def test_days_after_the_last_check_carry_a_doubt() -> None:
    assert codes(rente("1.00", date(2026, 1, 1), date(2026, 11, 21))) == {"dagtelling"}
    assert codes(rente("1.00", date(2026, 1, 1), date(2026, 11, 22))) == {
        "dagtelling",
        "niet-gecontroleerd-na-wettelijke-rente",
    }


@pytest.mark.parametrize(
    ("hoedanigheid", "lager"),
    [(None, False), (Hoedanigheid.CONSUMENT, False), (Hoedanigheid.ONDERNEMER, True)],
)
def test_agreed_interest_is_compared_with_the_rate_for_this_debtor(
    hoedanigheid: Hoedanigheid | None, lager: bool
) -> None:
    uitkomst = rente(
        "1.00", date(2026, 1, 1), date(2026, 1, 1), hoedanigheid=hoedanigheid, **VIJF_PROCENT
    )
    assert ("lager-dan-wettelijke-rente" in codes(uitkomst)) is lager
