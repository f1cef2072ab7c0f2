"""A dry run of docs/wetgegevens.md: add a fictional rate to a copy, and everything answers."""

from __future__ import annotations

import importlib.util
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wiktool.kern.fouten import BuitenBereik
from wiktool.wetgegevens import tabel as module
from wiktool.wetgegevens.tabel import TABELLEN, tabel

WORTEL = Path(__file__).parents[2]
NIEUW = """
[[versie]]
geldig_van = 2027-01-01
geldig_tot = 2027-06-30
bron = { regeling = "bw", artikel = "6:120", lid = "1" }
bewijs = "primair"
procent = "3.25"
vindplaats = "verzonnen voor deze proef"
"""


@pytest.fixture
def kopie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tables in a folder of their own, read instead of the program's."""
    map_ = tmp_path / "wetgegevens"
    shutil.copytree(Path(module.__file__).parent, map_)
    monkeypatch.setattr(module, "__file__", str(map_ / "tabel.py"))
    tabel.cache_clear()
    yield map_
    tabel.cache_clear()


@pytest.mark.parametrize("naam", ["wettelijke_rente", "handelsrente"])
def test_a_new_rate_is_one_table(kopie: Path, naam: str) -> None:
    from wiktool.recht.rente import Rentesoort, bereken_rente

    soort = {"wettelijke_rente": Rentesoort.WETTELIJK, "handelsrente": Rentesoort.HANDEL}[naam]
    vraag = {"van": date(2026, 12, 1), "tot": date(2027, 1, 31), "soort": soort}
    with pytest.raises(BuitenBereik, match="31 december 2026"):
        bereken_rente(Decimal(1000), **vraag)
    tabel.cache_clear()
    pad = kopie / f"{naam}.toml"
    pad.write_text(pad.read_text(encoding="utf-8") + NIEUW, encoding="utf-8")
    berekening = bereken_rente(Decimal(1000), **vraag)
    assert berekening.perioden[-1].percentage == Decimal("3.25")
    assert berekening.perioden[-1].van == date(2027, 1, 1)
    assert any(k.code.startswith("niet-gecontroleerd-na") for k in berekening.kanttekeningen)


def test_every_other_table_still_answers(kopie: Path) -> None:
    for naam in TABELLEN:
        assert tabel(naam).op(date(2026, 11, 21)).bron.aanhaling


def _versheid():
    spec = importlib.util.spec_from_file_location("versheid", WORTEL / "beheer" / "versheid.py")
    assert spec
    assert spec.loader
    versheid = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(versheid)
    return versheid


def test_versheid_names_tables_that_are_due() -> None:
    versheid = _versheid()
    assert versheid.te_oud(date(2026, 11, 1), 183) == []
    december = versheid.te_oud(date(2026, 12, 1), 183)
    assert december == [
        "wettelijke_rente: bekend tot en met 31 december 2026",
        "handelsrente: bekend tot en met 31 december 2026",
    ]
    later = versheid.te_oud(date(2027, 6, 1), 183)
    assert "incassokosten: gecontroleerd op 21 november 2026" in later
