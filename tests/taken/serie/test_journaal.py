"""The journal: what it keeps, how a run goes on from it, and when it refuses."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from wiktool.kern.fouten import BestandFout
from wiktool.taken.serie.journaal import Journaal, lees_journaal, ruim_op
from wiktool.taken.serie.model import Stand, Uitslag, Weggelaten

if TYPE_CHECKING:
    from pathlib import Path

KOP = {"soort": "wik", "datum": "2026-11-20"}
BRIEF = Uitslag(
    sleutel="K1",
    nummer="K1",
    naam="Zoë",
    stand=Stand.GESCHREVEN,
    hoofdsom=Decimal("1250.00"),
    kosten=Decimal("187.50"),
    laatste_dag=date(2026, 12, 8),
    bestand="wik-K1.docx",
    opmerkingen=("adres ontbreekt",),
    weggelaten=(Weggelaten("F2", "nog niet in verzuim"),),
    dossier={"schuldeiser": {"naam": "A"}},
)
GEEN = Uitslag(sleutel="K2", nummer="", naam="", stand=Stand.AFGEWEZEN, reden="waarom")


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    with Journaal(tmp_path / "journaal.jsonl", KOP, hervat=False) as journaal:
        journaal.noteer(BRIEF)
        journaal.noteer(GEEN)
    return tmp_path / "journaal.jsonl"


def test_what_is_noted_is_read_back(pad: Path) -> None:
    kop, uitslagen = lees_journaal(pad)
    assert kop == KOP
    assert list(uitslagen) == [BRIEF, GEEN]


def test_second_run_needs_leave(pad: Path) -> None:
    with pytest.raises(BestandFout, match="staat al een serie") as fout:
        Journaal(pad, KOP, hervat=False)
    assert "--hervat" in fout.value.doe


def test_going_on_knows_what_was_written(pad: Path) -> None:
    with Journaal(pad, KOP, hervat=True) as journaal:
        assert journaal.geschreven == {"K1"}
        journaal.noteer(GEEN)
    assert len(list(lees_journaal(pad)[1])) == 3


@pytest.mark.parametrize("weg", [1, 5, 40])
def test_torn_last_line_is_dropped(pad: Path, weg: int) -> None:
    heel = pad.read_bytes()
    pad.write_bytes(heel[:-weg])
    assert list(lees_journaal(pad)[1]) == [BRIEF]
    with Journaal(pad, KOP, hervat=True) as journaal:
        journaal.noteer(GEEN)
    assert pad.read_bytes() == heel


def test_torn_first_line(pad: Path) -> None:
    pad.write_bytes(b'{"schema"')
    with Journaal(pad, KOP, hervat=True) as journaal:
        assert journaal.geschreven == set()
    assert lees_journaal(pad)[0] == KOP


def test_another_batch(pad: Path) -> None:
    with pytest.raises(BestandFout, match="datum was «2026-11-20», nu «2026-11-21»"):
        Journaal(pad, {**KOP, "datum": "2026-11-21"}, hervat=True)


def test_one_run_at_a_time(pad: Path) -> None:
    pytest.importorskip("fcntl")
    bezig = pytest.raises(BestandFout, match="een andere serie is bezig")
    with Journaal(pad, KOP, hervat=True), bezig:
        Journaal(pad, KOP, hervat=True)


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "beschadigd"),
        (b"geen json\n", "regel 1 van het journaal is beschadigd"),
        (b'{"schema": "iets anders"}\n', "geen journaal"),
        (b'{"schema": "wiktool/journaal/1"}\n[]\n', "regel 2 van het journaal"),
        (b'{"schema": "wiktool/journaal/1"}\n{"stand": "x", "sleutel": "a"}\n', "geen journaal"),
        (b'{"schema": "wiktool/journaal/1"}\n{"stand": "geschreven"}\n', "geen journaal"),
    ],
)
def test_no_journal(tmp_path: Path, inhoud: bytes, woorden: str) -> None:
    pad = tmp_path / "j.jsonl"
    pad.write_bytes(inhoud)
    with pytest.raises(BestandFout, match=woorden):
        list(lees_journaal(pad)[1])


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(BestandFout, match="niet gevonden"):
        lees_journaal(tmp_path / "x.jsonl")
    (tmp_path / "map").mkdir()
    with pytest.raises(BestandFout, match="journaal"):
        Journaal(tmp_path / "map", KOP, hervat=True)


class VolleSchijf:
    """A file on a disk without room."""

    def write(self, _: bytes) -> int:
        raise OSError(28, "No space left on device")

    def close(self) -> None:
        raise OSError(28, "No space left on device")


def test_full_disk(pad: Path) -> None:
    with Journaal(pad, KOP, hervat=True) as journaal:
        echt: Any = journaal._bestand
        journaal._bestand = VolleSchijf()  # type: ignore[assignment]
        with pytest.raises(BestandFout, match="de schijf is vol") as fout:
            journaal.noteer(BRIEF)
    echt.close()
    assert "--hervat" in fout.value.doe


def test_every_line_is_json_and_nothing_tells_the_time(pad: Path) -> None:
    regels = [json.loads(regel) for regel in pad.read_text(encoding="utf-8").splitlines()]
    assert regels[0]["schema"] == "wiktool/journaal/1"
    assert regels[1]["hoofdsom"] == "1250.00"
    assert set(regels[2]) == {"sleutel", "stand", "reden"}


def test_leftovers_of_a_killed_run(tmp_path: Path) -> None:
    lang = f"wik-{'x' * 60}.docx"
    for naam in (
        ".wik-K1.docx.abc",
        ".wik-K2.docx.def",
        "wik-K1.docx",
        ".ander",
        f".{lang[:40]}.g",
    ):
        (tmp_path / naam).touch()
    (tmp_path / ".wik-K1.docx.map").mkdir()
    ruim_op(tmp_path, ["wik-K1.docx", lang])
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        *(".ander", ".wik-K1.docx.map", ".wik-K2.docx.def", "wik-K1.docx"),
    ]
