"""The legal tables: complete, in order, sourced; and a loader that refuses tables that are not."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import wiktool.wetgegevens
from wiktool.kern.bron import Bewijs
from wiktool.kern.fouten import BuitenBereik
from wiktool.wetgegevens.regelingen import regelingen
from wiktool.wetgegevens.tabel import TABELLEN, TabelFout, lees_tabel, tabel

MAP = Path(wiktool.wetgegevens.__file__).parent
GOED: dict[str, Any] = {
    "id": "proef",
    "titel": "Proef",
    "aanknoping": "peildatum",
    "gecontroleerd_op": date(2026, 11, 21),
    "versie": [
        {
            "geldig_van": date(2020, 1, 1),
            "bron": {"regeling": "bw", "artikel": "6:119"},
            "bewijs": "primair",
            "procent": "2",
        },
        {
            "geldig_van": date(2021, 1, 1),
            "geldig_tot": date(2021, 12, 31),
            "bron": {"regeling": "bw", "artikel": "6:119"},
            "bewijs": "afgeleid",
            "procent": "3",
        },
    ],
}


def test_every_table_file_is_registered() -> None:
    bestanden = {pad.stem for pad in MAP.glob("*.toml")} - {"regelingen"}
    assert bestanden == set(TABELLEN)


@pytest.mark.parametrize("naam", TABELLEN)
def test_table_has_no_gap_and_no_overlap(naam: str) -> None:
    t = tabel(naam)
    assert t.id == naam
    for versie, volgende in zip(t.versies, t.versies[1:], strict=False):
        assert versie.geldig_tot == volgende.geldig_van - timedelta(days=1)
    assert all(v.bron.aanhaling and v.bron.url.startswith("https://") for v in t.versies)
    assert t.gecontroleerd_op <= date(2030, 1, 1)


@pytest.mark.parametrize("naam", ["wettelijke_rente", "handelsrente"])
def test_rates_change_only_on_their_dates_and_close(naam: str) -> None:
    # a half-yearly rate closes its last version: 2027 is refused until somebody adds it
    t = tabel(naam)
    assert t.versies[-1].geldig_tot == date(2026, 12, 31)
    assert t.op(date(2026, 12, 31)).getal("procent") > 0
    with pytest.raises(BuitenBereik, match="31 december 2026"):
        t.op(date(2027, 1, 1))
    for vorige, versie in zip(t.versies, t.versies[1:], strict=False):
        assert vorige.getal("procent") != versie.getal("procent") or naam == "handelsrente"


def test_every_regeling_is_whole() -> None:
    for sleutel, gegevens in regelingen().items():
        assert gegevens["soort"] in {"regeling", "uitspraak", "bericht"}, sleutel
        assert gegevens["url"].startswith("https://"), sleutel
        assert gegevens["naam"], sleutel
        assert gegevens["kort"], sleutel
        if gegevens["soort"] == "uitspraak":
            assert "ECLI:NL:" in gegevens["naam"], sleutel
            assert gegevens["url"].endswith(gegevens["naam"].partition("ECLI:")[2].split(" ")[0])


def test_picks_the_version_in_force() -> None:
    t = lees_tabel(deepcopy(GOED))
    assert t.op(date(2020, 12, 31)).getal("procent") == Decimal(2)
    assert t.op(date(2021, 1, 1)).getal("procent") == Decimal(3)
    assert t.bereik == "1 januari 2020 tot en met 31 december 2021"


@pytest.mark.parametrize("dag", [date(2019, 12, 31), date(2022, 1, 1)])
def test_refuses_a_day_outside_the_known_range(dag: date) -> None:
    with pytest.raises(BuitenBereik, match="1 januari 2020 tot en met 31 december 2021"):
        lees_tabel(deepcopy(GOED)).op(dag)


def test_a_table_holds_what_its_file_says() -> None:
    t = lees_tabel(_met(1, vindplaats="Stcrt. 2020, 1") | {"feestdag": [1]})
    assert (t.id, t.titel, t.aanknoping) == ("proef", "Proef", "peildatum")
    assert (t.gecontroleerd_op, t.overig) == (date(2026, 11, 21), {"feestdag": [1]})
    eerste, tweede = t.versies
    assert (eerste.tabel, eerste.geldig_van) == ("proef", date(2020, 1, 1))
    assert (eerste.geldig_tot, tweede.geldig_tot) == (date(2020, 12, 31), date(2021, 12, 31))
    assert (eerste.vindplaats, tweede.vindplaats) == ("", "Stcrt. 2020, 1")
    assert (eerste.waarden, tweede.waarden) == ({"procent": "2"}, {"procent": "3"})
    assert (eerste.bron.aanhaling, eerste.bron.bewijs) == ("art. 6:119 BW", Bewijs.PRIMAIR)


def test_says_when_a_value_is_inferred_or_later_than_the_last_check() -> None:
    t = lees_tabel(deepcopy(GOED) | {"gecontroleerd_op": date(2021, 6, 1)})
    assert t.kanttekeningen(date(2020, 6, 1)) == ()
    assert [k.code for k in t.kanttekeningen(date(2021, 6, 1))] == ["afgeleid-proef"]
    assert [k.code for k in t.kanttekeningen(date(2021, 6, 2))] == [
        "niet-gecontroleerd-na-proef",
        "afgeleid-proef",
    ]
    assert t.versies[1].bron.bewijs is Bewijs.AFGELEID


def test_a_code_is_in_kebab_case() -> None:
    t = lees_tabel(deepcopy(GOED) | {"id": "een_proef", "gecontroleerd_op": date(2021, 6, 1)})
    assert [(k.code, k.bron) for k in t.kanttekeningen(date(2021, 6, 2))] == [
        ("niet-gecontroleerd-na-een-proef", t.versies[1].bron),
        ("afgeleid-een-proef", t.versies[1].bron),
    ]


def _zonder(veld: str) -> dict[str, Any]:
    stuk = deepcopy(GOED)
    del stuk[veld]
    return stuk


def _met(nummer: int, **velden: object) -> dict[str, Any]:
    stuk = deepcopy(GOED)
    stuk["versie"][nummer] |= velden
    return stuk


@pytest.mark.parametrize(
    "stuk",
    [
        pytest.param(_zonder("titel"), id="no title"),
        pytest.param(_zonder("versie"), id="no versions"),
        pytest.param(deepcopy(GOED) | {"versie": []}, id="empty versions"),
        pytest.param(_met(1, geldig_van=date(2019, 1, 1)), id="out of order"),
        pytest.param(_met(1, geldig_van=date(2020, 1, 1)), id="same day twice"),
        pytest.param(_met(0, geldig_tot=date(2021, 1, 1)), id="overlap"),
        pytest.param(_met(1, geldig_tot=date(2020, 6, 1)), id="ends before it starts"),
        pytest.param(_met(0, bron={"regeling": "onbekend"}), id="unknown source"),
        pytest.param(_met(0, bewijs="zeker"), id="unknown degree of proof"),
    ],
)
def test_refuses_a_table_that_contradicts_itself(stuk: dict[str, Any]) -> None:
    with pytest.raises(TabelFout):
        lees_tabel(stuk)


@pytest.mark.parametrize(
    ("stuk", "melding"),
    [
        (_zonder("id"), "?: veld ontbreekt of deugt niet: 'id'"),
        (_zonder("titel"), "proef: veld ontbreekt of deugt niet: 'titel'"),
        (
            deepcopy(GOED) | {"versie": []},
            "proef: veld ontbreekt of deugt niet: geen enkele versie",
        ),
        (
            _met(1, geldig_van=date(2020, 1, 1)),
            "proef: versie 2020-01-01 overlapt met 2020-01-01 of staat niet op volgorde",
        ),
        (
            _met(1, geldig_tot=date(2020, 12, 31)),
            "proef: versie 2021-01-01 eindigt voor zij begint",
        ),
    ],
)
def test_says_what_contradicts(stuk: dict[str, Any], melding: str) -> None:
    with pytest.raises(TabelFout) as fout:
        lees_tabel(stuk)
    assert str(fout.value) == melding


def test_a_version_of_one_day_and_one_that_ends_the_day_before_the_next_are_right() -> None:
    een_dag = lees_tabel(_met(1, geldig_tot=date(2021, 1, 1)))
    assert een_dag.op(date(2021, 1, 1)).getal("procent") == 3
    aansluitend = lees_tabel(_met(0, geldig_tot=date(2020, 12, 31)))
    assert aansluitend.op(date(2020, 12, 31)).getal("procent") == 2
    met_gat = lees_tabel(_met(0, geldig_tot=date(2020, 6, 30)))
    with pytest.raises(BuitenBereik):
        met_gat.op(date(2020, 7, 1))
