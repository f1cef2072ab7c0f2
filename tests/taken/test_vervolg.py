"""After the letters: waiting, settled, in part, not at all, and the final demand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from wiktool.invoer.instellingen import Instellingen
from wiktool.kern.fouten import BestandFout
from wiktool.taken import vervolgweergave as weergave
from wiktool.taken.vervolg import Vervolg, Vervolgstand, bepaal_vervolg, lees_zaken, verwerk_bank

from .serie.conftest import Proef, rij

if TYPE_CHECKING:
    from pathlib import Path

LEEG = Instellingen()
LAATSTE = date(2026, 12, 8)
"""A letter posted on Friday 20 November 2026 (recht.md 4.3)."""


@pytest.fixture
def verzonden(tmp_path: Path) -> Proef:
    proef = Proef(tmp_path)
    proef.draai(
        proef.schrijf(
            rij("K1", "2026-0017", "1.250,00"),
            rij("K2", "2026-0018", "1.000,00"),
            rij("K3", "2026-0019", "85,50"),
        )
    )
    return proef


def bank(proef: Proef, *regels: tuple[str, str, str]) -> Path:
    """A statement of ING: day, amount, description."""
    return proef.schrijf(
        *(f'"{dag}","Klant","","Bij","{bedrag}","{tekst}"' for dag, bedrag, tekst in regels),
        kop='"Datum","Naam / Omschrijving","Tegenrekening","Af Bij","Bedrag (EUR)","Mededelingen"',
        naam="bank.csv",
    )


def bepaal(proef: Proef, peildatum: date, *afschriften: Path) -> dict[str, Vervolg]:
    zaken = lees_zaken(proef.uit / "overzicht.csv", LEEG)
    verwerk_bank(zaken, afschriften)
    return {stap.sleutel: stap for stap in bepaal_vervolg(zaken, peildatum=peildatum)}


@pytest.mark.parametrize(
    ("dag", "stand"),
    [
        (date(2026, 11, 20), Vervolgstand.WACHT),
        (LAATSTE, Vervolgstand.WACHT),
        (date(2026, 12, 9), Vervolgstand.NIET_BETAALD),
    ],
)
def test_term_is_respected_to_the_day(verzonden: Proef, dag: date, stand: Vervolgstand) -> None:
    """R4.1: the fee is owed from the day after the last free day, not before."""
    stap = bepaal(verzonden, dag)["K1"]
    assert (stap.stand, stap.laatste_dag) == (stand, LAATSTE)
    assert stap.kosten == (Decimal("187.50") if stand is Vervolgstand.NIET_BETAALD else 0)
    assert stap.kan_sommeren is (stand is Vervolgstand.NIET_BETAALD)


def test_paid_in_time_in_part_and_late(verzonden: Proef) -> None:
    """H10: the fee is computed on the part not paid in time."""
    afschrift = bank(
        verzonden,
        ("20261208", "1250,00", "factuur 2026-0017"),
        ("20261201", "500,00", "a-conto 2026-0018 Klant K2"),
        ("20261210", "85,50", "2026-0019"),
    )
    tekst = afschrift.read_text().replace('"Klant","","Bij","500', '"Klant K2","","Bij","500')
    afschrift.write_text(tekst)
    stappen = bepaal(verzonden, date(2026, 12, 20), afschrift)
    assert stappen["K1"].stand is Vervolgstand.VOLDAAN
    assert stappen["K1"].kosten == 0
    assert not stappen["K1"].kan_sommeren
    deels = stappen["K2"]
    assert (deels.stand, deels.kosten) == (Vervolgstand.DEELS_BETAALD, Decimal("75.00"))
    laat = stappen["K3"]
    assert (laat.stand, laat.kosten) == (Vervolgstand.DEELS_BETAALD, Decimal("40.00"))
    assert laat.saldo > 0


def test_doubtful_payment_is_named_not_applied(verzonden: Proef) -> None:
    stap = bepaal(verzonden, date(2026, 12, 20), bank(verzonden, ("20261201", "5000", "2026-0017")))
    assert stap["K1"].betaald == 0
    assert "niet verwerkt" in stap["K1"].opmerkingen[0]


def test_debtors_struck_from_the_overview_are_left_alone(verzonden: Proef) -> None:
    overzicht = verzonden.uit / "overzicht.csv"
    regels = overzicht.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    overzicht.write_text("".join([regels[0], regels[2]]), encoding="utf-8")
    assert list(bepaal(verzonden, LAATSTE)) == ["K2"]
    assert len(lees_zaken(verzonden.uit, LEEG)) == 3
    assert len(lees_zaken(verzonden.uit / "journaal.jsonl", LEEG)) == 3


def test_overview_without_its_journal(verzonden: Proef) -> None:
    (verzonden.uit / "journaal.jsonl").unlink()
    with pytest.raises(BestandFout, match="het journaal van deze serie ontbreekt"):
        lees_zaken(verzonden.uit / "overzicht.csv", LEEG)


@pytest.mark.parametrize("naam", ["weg.csv", "weg.txt", "weg.jsonl"])
def test_file_that_is_not_there(tmp_path: Path, naam: str) -> None:
    with pytest.raises(BestandFout, match="bestand niet gevonden"):
        lees_zaken(tmp_path / naam, LEEG)


DOSSIER = """
schuldeiser.naam = "De Linde"
schuldeiser.iban = "NL91ABNA0417164300"
schuldenaar.naam = "J. Jansen"
schuldenaar.hoedanigheid = "{hoedanigheid}"
[[vorderingen]]
factuurnummer = "F1"
bedrag = 100
vervaldatum = 2026-08-31
fatale_termijn = true
"""


@pytest.mark.parametrize(
    ("hoedanigheid", "stand", "sommatie"),
    [
        ("consument", Vervolgstand.GEEN_BRIEF, False),
        ("rechtspersoon", Vervolgstand.NIET_BETAALD, True),
    ],
)
def test_dossier_without_a_letter(
    tmp_path: Path, hoedanigheid: str, stand: Vervolgstand, sommatie: bool
) -> None:
    pad = tmp_path / "dossier.toml"
    pad.write_text(DOSSIER.format(hoedanigheid=hoedanigheid), encoding="utf-8")
    (stap,) = bepaal_vervolg(lees_zaken(pad, LEEG), peildatum=date(2026, 11, 20))
    assert (stap.stand, stap.kan_sommeren) == (stand, sommatie)


def test_day_beyond_the_known_rates_is_unknown_not_a_crash(verzonden: Proef) -> None:
    stap = bepaal(verzonden, date(2031, 1, 1))["K1"]
    assert stap.stand is Vervolgstand.ONBEKEND
    assert stap.opmerkingen
    assert not stap.kan_sommeren


def test_output(verzonden: Proef) -> None:
    stappen = list(bepaal(verzonden, date(2026, 12, 9)).values())
    tekst = weergave.als_tekst(stappen, date(2026, 12, 9))
    assert "Klant K1: niet betaald; hoofdsom €\xa01.250,00, kosten €\xa0187,50" in tekst
    assert tekst.endswith("3 niet betaald")
    gegevens = weergave.als_gegevens(stappen, date(2026, 12, 9))
    assert gegevens["brieven"][0]["stand"] == "niet_betaald"
    regels = weergave.als_csv(stappen).splitlines()
    assert regels[0].split(";") == list(weergave.KOLOMMEN)
    assert regels[1].startswith(
        "K1;Klant K1;niet_betaald;2026-12-08;2026-12-09;0.00;1250.00;187.50"
    )
    wacht = weergave.als_tekst(list(bepaal(verzonden, LAATSTE).values()), LAATSTE)
    assert "wacht tot en met 8 december 2026" in wacht
    assert weergave.als_tekst([], LAATSTE).endswith("geen brieven")


@pytest.mark.parametrize(
    ("stand", "velden", "woorden"),
    [
        (Vervolgstand.VOLDAAN, {}, "voldaan"),
        (
            Vervolgstand.VOLDAAN,
            {"rente": Decimal("1.50"), "saldo": Decimal("1.50")},
            "aan rente staat nog €\xa01,50 open",
        ),
        (Vervolgstand.ONBEKEND, {}, "niet te zeggen"),
        (Vervolgstand.GEEN_BRIEF, {}, "nog geen veertiendagenbrief"),
        (Vervolgstand.DEELS_BETAALD, {"rente": Decimal("1.50")}, "deels betaald; hoofdsom"),
        (Vervolgstand.NIET_BETAALD, {"rente": Decimal(0), "kosten_open": Decimal(0)}, "samen"),
    ],
)
def test_every_state_in_words(
    verzonden: Proef, stand: Vervolgstand, velden: dict[str, Decimal], woorden: str
) -> None:
    stap = bepaal(verzonden, date(2026, 12, 9))["K1"]
    tekst = weergave.als_tekst([replace(stap, stand=stand, **velden)], LAATSTE)  # type: ignore[arg-type]
    assert woorden in tekst
    assert tekst.endswith(f"1 {stand.value.replace('_', ' ')}")


def test_why_there_is_no_final_demand_yet(tmp_path: Path) -> None:
    pad = tmp_path / "dossier.toml"
    pad.write_text(DOSSIER.format(hoedanigheid="consument"), encoding="utf-8")
    (stap,) = bepaal_vervolg(lees_zaken(pad, LEEG), peildatum=date(2026, 11, 20))
    assert stap.bezwaar is not None
    tekst = weergave.als_tekst([replace(stap, stand=Vervolgstand.NIET_BETAALD)], LAATSTE)
    assert "nog geen sommatie: aan J. Jansen is nog geen veertiendagenbrief" in tekst
