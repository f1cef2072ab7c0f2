"""wiktool.toml: where it is found, what it fills in, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wiktool.invoer import instellingen as module
from wiktool.invoer.dossieropbouw import bouw_dossier
from wiktool.invoer.instellingen import (
    Formaat,
    Huisstijl,
    Instellingen,
    lees_instellingen,
    zoek_instellingen,
)
from wiktool.kern.dossier import Toon
from wiktool.kern.fouten import BestandFout, DossierFout

if TYPE_CHECKING:
    from pathlib import Path

EIGEN = """
[schuldeiser]
naam = "De Linde"
kvk = "12345678"
iban = "NL91 ABNA 0417 1643 00"
fatale_termijn = true
[afspraken]
kostenbeding = true
[brief]
toon = "mild"
formaat = "pdf"
[huisstijl]
logo = "logo.png"
kleur = "#1A5276"
venster = "rechts"
"""

DOSSIER = {
    "schuldenaar": {"naam": "J. Jansen"},
    "vorderingen": [{"factuurnummer": "17", "bedrag": "40", "vervaldatum": "2026-08-31"}],
}


@pytest.fixture
def eigen(tmp_path: Path) -> Instellingen:
    (tmp_path / "logo.png").touch()
    (tmp_path / "wiktool.toml").write_text(EIGEN, encoding="utf-8")
    return zoek_instellingen(tmp_path)


def test_working_folder_before_the_user_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    werk, thuis = tmp_path / "werk", tmp_path / "thuis"
    werk.mkdir()
    thuis.mkdir()
    monkeypatch.setattr(module, "gebruikersmap", lambda: thuis)
    assert zoek_instellingen(werk) == Instellingen()
    (thuis / "wiktool.toml").write_text('[schuldeiser]\nnaam = "thuis"')
    gevonden = zoek_instellingen(werk)
    assert gevonden.schuldeiser is not None
    assert gevonden.schuldeiser.naam == "thuis"
    (werk / "wiktool.toml").write_text('[brief]\ntoon = "fors"')
    gevonden = zoek_instellingen(werk)
    assert gevonden.schuldeiser is None
    monkeypatch.chdir(werk)
    assert zoek_instellingen() == gevonden


def test_user_folder_carries_the_name() -> None:
    assert module.gebruikersmap().name == "wiktool"


def test_everything_is_read(eigen: Instellingen, tmp_path: Path) -> None:
    assert eigen.pad == tmp_path / "wiktool.toml"
    assert eigen.formaat is Formaat.PDF
    assert eigen.huisstijl == Huisstijl(
        logo=tmp_path / "logo.png", kleur="#1a5276", venster="rechts"
    )
    assert eigen.schuldeiser is not None
    assert eigen.schuldeiser.iban == "NL91ABNA0417164300"


def test_dossier_without_creditor_is_completed(eigen: Instellingen) -> None:
    dossier = bouw_dossier(DOSSIER, instellingen=eigen)
    assert dossier.schuldeiser == eigen.schuldeiser
    assert dossier.vorderingen[0].fatale_termijn is True
    assert dossier.afspraken.kostenbeding is True
    assert dossier.brief.toon is Toon.MILD


def test_dossier_wins(eigen: Instellingen) -> None:
    gegevens = DOSSIER | {
        "schuldeiser": {"naam": "De  Linde", "plaats": "Utrecht", "fatale_termijn": False},
        "brief": {"toon": "fors", "kenmerk": ""},
    }
    dossier = bouw_dossier(gegevens, instellingen=eigen)
    assert dossier.schuldeiser.iban == "NL91ABNA0417164300"
    assert dossier.schuldeiser.plaats == "Utrecht"
    assert dossier.vorderingen[0].fatale_termijn is False
    assert dossier.brief.toon is Toon.FORS


@pytest.mark.parametrize(
    ("schuldeiser", "zelfde"),
    [
        ({"naam": "De Linde B.V."}, False),
        ({"naam": "De Linde B.V.", "kvk": "12 34 56 78"}, True),
        ({"naam": "De Linde B.V.", "iban": "NL91ABNA0417164300"}, True),
        ({"naam": "De Linde B.V.", "kvk": "87654321"}, False),
        ({"plaats": "Utrecht"}, True),
    ],
)
def test_account_never_ends_up_with_another_creditor(
    eigen: Instellingen, schuldeiser: dict[str, object], zelfde: bool
) -> None:
    aangevuld = eigen.vul_aan(DOSSIER | {"schuldeiser": schuldeiser})
    assert ("fatale_termijn" in aangevuld["schuldeiser"]) is zelfde  # type: ignore[operator]
    assert ("afspraken" in aangevuld) is zelfde
    assert "brief" in aangevuld


def test_agency_serves_every_creditor(tmp_path: Path) -> None:
    (tmp_path / "wiktool.toml").write_text('[incassobureau]\nnaam = "Bureau"')
    dossier = bouw_dossier(
        DOSSIER | {"schuldeiser": {"naam": "De Eik"}}, instellingen=zoek_instellingen(tmp_path)
    )
    assert dossier.incassobureau is not None
    assert dossier.incassobureau.naam == "Bureau"


def test_wrong_kind_of_section_in_the_dossier_stays_a_fault(eigen: Instellingen) -> None:
    with pytest.raises(DossierFout) as fout:
        bouw_dossier(DOSSIER | {"brief": 3}, instellingen=eigen)
    assert "[brief]" in fout.value.gebreken[0]


def test_faults_with_their_place(tmp_path: Path) -> None:
    bestand = tmp_path / "wiktool.toml"
    bestand.write_text(
        '[schuldeiser]\niban = "NL1"\n[brief]\ntoon = "boos"\ndatum = 2026-01-01\nformaat = "doc"\n'
        '[huisstijl]\nlogo = "weg.png"\nkleur = "rood"\n[schuldenaar]\nnaam = "x"'
    )
    with pytest.raises(DossierFout) as fout:
        lees_instellingen(bestand)
    assert fout.value.plaats == str(bestand)
    assert [gebrek.partition(": ")[0] for gebrek in fout.value.gebreken] == [
        "schuldeiser.naam",
        "schuldeiser.iban",
        "brief.toon",
        "brief.formaat",
        "brief.datum",
        "huisstijl.logo",
        "huisstijl.kleur",
        "schuldenaar",
    ]


def test_broken_file(tmp_path: Path) -> None:
    (tmp_path / "wiktool.toml").write_text("naam = ")
    with pytest.raises(BestandFout, match="geen geldige TOML"):
        zoek_instellingen(tmp_path)
    (tmp_path / "wiktool.toml").unlink()
    (tmp_path / "wiktool.toml").mkdir()
    with pytest.raises(BestandFout, match="een map"):
        zoek_instellingen(tmp_path)
