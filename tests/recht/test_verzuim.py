"""Default by an agreed day, by the user's own, or unknown: recht.md 5 (R5.3 to R5.5)."""

from datetime import date

import pytest
from tests.recht.hulp_verzuim import CONSUMENT, codes, ingebrekestelling, lang, vordering

from wiktool.kern.dossier import Dossier, Hoedanigheid, Schuldeiser, Schuldenaar
from wiktool.kern.fouten import NietMogelijk, NotatieFout
from wiktool.recht.verzuim import Verzuimgrond, bepaal_verzuim, bepaal_verzuim_in

# --- an agreed term (R5.3 a, R5.5)


@pytest.mark.parametrize("hoedanigheid", list(Hoedanigheid))
def test_agreed_day_gives_verzuim_the_day_after(hoedanigheid: Hoedanigheid) -> None:
    verzuim = bepaal_verzuim(
        vordering(
            factuurdatum=date(2026, 8, 1), vervaldatum=date(2026, 8, 31), fatale_termijn=True
        ),
        hoedanigheid=hoedanigheid,
    )
    assert verzuim.datum == date(2026, 9, 1)
    assert verzuim.grond is Verzuimgrond.FATALE_TERMIJN
    assert not verzuim.ingetreden_op(date(2026, 8, 31))
    assert verzuim.ingetreden_op(date(2026, 9, 1))
    assert [bron.aanhaling for bron in verzuim.bronnen] == ["art. 6:83 BW"]
    assert verzuim.vraag == ""
    assert verzuim.kanttekeningen == ()


def test_agreed_day_beats_a_later_ingebrekestelling() -> None:
    verzuim = bepaal_verzuim(
        vordering(vervaldatum=date(2026, 8, 31), fatale_termijn=True),
        hoedanigheid=CONSUMENT,
        aanmaningen=[ingebrekestelling(verzonden=date(2026, 9, 25))],
    )
    assert verzuim.datum == date(2026, 9, 1)


def test_agreed_term_without_a_day_asks_for_the_day() -> None:
    verzuim = bepaal_verzuim(vordering(fatale_termijn=True), hoedanigheid=CONSUMENT)
    assert verzuim.datum is None
    assert "vervaldatum" in verzuim.vraag


# --- the user's own day


def test_stated_verzuimdatum_is_followed_and_marked() -> None:
    verzuim = bepaal_verzuim(
        vordering(
            vervaldatum=date(2026, 8, 31), fatale_termijn=True, verzuimdatum=date(2026, 10, 1)
        ),
        hoedanigheid=CONSUMENT,
    )
    assert (verzuim.datum, verzuim.grond) == (date(2026, 10, 1), Verzuimgrond.OPGEGEVEN)
    assert codes(verzuim) == {"verzuim-opgegeven"}


@pytest.mark.parametrize(
    ("velden", "woord"),
    [
        ({"factuurdatum": date(2026, 8, 2), "vervaldatum": date(2026, 8, 1)}, "vervaldatum"),
        ({"vervaldatum": date(2026, 8, 31), "verzuimdatum": date(2026, 8, 31)}, "verzuimdatum"),
        ({"factuurdatum": date(2026, 8, 2), "verzuimdatum": date(2026, 8, 1)}, "verzuimdatum"),
    ],
)
def test_dates_in_an_impossible_order_are_refused(velden: dict[str, date], woord: str) -> None:
    with pytest.raises(NietMogelijk, match=rf"«2026-0017»: {woord}"):
        bepaal_verzuim(vordering(**velden), hoedanigheid=CONSUMENT)


@pytest.mark.parametrize(
    "velden",
    [
        {"factuurdatum": date(2026, 8, 1), "vervaldatum": date(2026, 8, 1)},
        {"vervaldatum": date(2026, 8, 31), "verzuimdatum": date(2026, 9, 1)},
        {"factuurdatum": date(2026, 8, 1), "verzuimdatum": date(2026, 8, 1)},
    ],
)
def test_dates_in_a_possible_order_are_accepted(velden: dict[str, date]) -> None:
    bepaal_verzuim(vordering(**velden), hoedanigheid=CONSUMENT)


# --- a due date that was not agreed (R5.4)


def test_due_date_on_the_invoice_alone_is_no_verzuim() -> None:
    verzuim = bepaal_verzuim(vordering(vervaldatum=date(2026, 8, 31)), hoedanigheid=CONSUMENT)
    assert (verzuim.datum, verzuim.grond) == (None, Verzuimgrond.ONBEKEND)
    assert not verzuim.ingetreden_op(date(2030, 1, 1))
    assert "31 augustus 2026" in verzuim.vraag
    assert "ECLI:NL:RBNHO:2023:6558" in verzuim.bronnen[0].aanhaling


@pytest.mark.parametrize("velden", [{"fatale_termijn": False}, {}])
def test_without_an_agreed_term_the_question_is_about_the_notice(velden: dict[str, bool]) -> None:
    verzuim = bepaal_verzuim(vordering(**velden), hoedanigheid=CONSUMENT)
    assert verzuim.vraag.startswith("Is er een ingebrekestelling verzonden")


def test_claim_outside_contract_asks_for_the_day() -> None:
    # R5.3 b: default may set in at once; the program does not guess it
    for hoedanigheid in Hoedanigheid:
        verzuim = bepaal_verzuim(
            vordering(uit_overeenkomst=False, factuurdatum=date(2026, 8, 1)),
            hoedanigheid=hoedanigheid,
        )
        assert verzuim.datum is None
        assert "niet uit een overeenkomst" in verzuim.vraag


# --- in a dossier


@pytest.mark.parametrize(
    ("standaard", "eigen", "grond"),
    [
        (True, None, Verzuimgrond.FATALE_TERMIJN),
        (False, None, Verzuimgrond.ONBEKEND),
        (None, None, Verzuimgrond.ONBEKEND),
        (True, False, Verzuimgrond.ONBEKEND),
        (False, True, Verzuimgrond.FATALE_TERMIJN),
    ],
)
def test_the_creditors_default_fills_only_silence(
    standaard: bool | None, eigen: bool | None, grond: Verzuimgrond
) -> None:
    dossier = Dossier(
        schuldeiser=Schuldeiser(naam="Praktijk De Linde", fatale_termijn=standaard),
        schuldenaar=Schuldenaar(naam="J. Jansen"),
        vorderingen=(vordering(vervaldatum=date(2026, 8, 31), fatale_termijn=eigen),),
    )
    assert bepaal_verzuim_in(dossier, dossier.vorderingen[0]).grond is grond


def test_the_dossier_supplies_capacity_letters_and_size() -> None:
    dossier = Dossier(
        schuldeiser=Schuldeiser(naam="Praktijk De Linde"),
        schuldenaar=Schuldenaar(
            naam="Grootbedrijf B.V.",
            hoedanigheid=Hoedanigheid.RECHTSPERSOON,
            grote_onderneming=True,
        ),
        vorderingen=(lang(45), vordering()),
        aanmaningen=(ingebrekestelling(ontvangen=date(2026, 9, 29)),),
    )
    eerste, tweede = (bepaal_verzuim_in(dossier, v) for v in dossier.vorderingen)
    assert eerste.datum == date(2026, 9, 3)
    assert tweede.datum == date(2026, 10, 14)


@pytest.mark.parametrize("veld", ["factuurdatum", "ontvangstdatum", "vervaldatum", "verzuimdatum"])
def test_placeholder_years_are_refused(veld: str) -> None:
    for dag in (date(9999, 12, 31), date(1, 1, 1)):
        with pytest.raises(NotatieFout, match=f"^{veld} «{dag.isoformat()}»"):
            bepaal_verzuim(vordering(**{veld: dag}), hoedanigheid=CONSUMENT)
