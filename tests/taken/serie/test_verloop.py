"""The course of a batch: parts, workers, going on, Ctrl-C, a full disk, a killed worker."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from wiktool.kern.fouten import BestandFout, NietMogelijk
from wiktool.taken.serie.model import Deel, Uitslag

from .conftest import Proef, rij

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_stop_after_so_many_and_go_on(proef: Proef) -> None:
    posten = proef.schrijf(*(rij(f"K{n}", f"F{n}", "40,00") for n in range(5)))
    som = proef.draai(posten, loop={"hoogstens": 2})
    assert (som.geschreven, som.rest) == (2, 3)
    assert len(proef.tabel("overzicht.csv")) == 2
    with pytest.raises(BestandFout, match="staat al een serie"):
        proef.draai(posten)
    som = proef.draai(posten, loop={"hervat": True})
    assert (som.geschreven, som.eerder, som.rest) == (3, 2, 0)
    som = proef.draai(posten, loop={"hervat": True})
    assert (som.geschreven, som.eerder) == (0, 5)
    bestanden = proef.bestanden()
    proef.uit = proef.map / "ineens"
    proef.draai(posten)
    assert proef.bestanden() == bestanden


def test_parts_are_together_the_whole(proef: Proef) -> None:
    posten = proef.schrijf(*(rij(f"K{n}", f"F{n}", "40,00") for n in range(5)), "stuk;;;;;;;;")
    sommen = [proef.draai(posten, loop={"deel": Deel(nummer=nummer, van=2)}) for nummer in (1, 2)]
    assert [som.geschreven for som in sommen] == [3, 2]
    namen = [r["schuldenaar"] for n in (1, 2) for r in proef.tabel(f"overzicht-{n}-van-2.csv")]
    assert namen == ["Klant K0", "Klant K2", "Klant K4", "Klant K1", "Klant K3"]
    assert len(proef.tabel("fouten-1-van-2.csv")) == 1
    assert proef.tabel("fouten-2-van-2.csv") == []


@pytest.mark.traag
def test_output_does_not_depend_on_the_workers(proef: Proef) -> None:
    posten = proef.schrijf(
        *(rij(f"K{n}", f"F{n}", f"{n},50") for n in range(1, 90)), rij("K5", "X", "een")
    )
    gezien: list[dict[str, bytes]] = []
    for werkers in (1, 3):
        proef.uit = proef.map / f"uit{werkers}"
        proef.draai(posten, loop={"werkers": werkers})
        gezien.append(proef.bestanden())
    assert gezien[0] == gezien[1]
    proef.uit = proef.map / "max"
    assert proef.draai(posten, loop={"werkers": 3, "hoogstens": 7}).geschreven == 7
    assert len([naam for naam in proef.bestanden() if naam.endswith(".txt")]) == 7


def test_ctrl_c_finishes_what_was_begun_and_notes_it(proef: Proef) -> None:
    posten = proef.schrijf(*(rij(f"K{n}", f"F{n}", "40,00") for n in range(40)))

    def onderbreek(gedaan: int, totaal: int) -> None:
        if gedaan == 16:
            signal.raise_signal(signal.SIGINT)

    som = proef.draai(posten, loop={"meld": onderbreek})
    assert som.onderbroken
    assert (som.geschreven, som.rest) == (16, 24)
    assert len(proef.tabel("overzicht.csv")) == 16
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    som = proef.draai(posten, loop={"hervat": True})
    assert (som.onderbroken, som.geschreven) == (False, 24)


def test_second_ctrl_c_breaks_off_at_once(proef: Proef) -> None:
    posten = proef.schrijf(*(rij(f"K{n}", f"F{n}", "40,00") for n in range(40)))

    def onderbreek(gedaan: int, totaal: int) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        proef.draai(posten, loop={"meld": onderbreek})
    som = proef.draai(posten, loop={"hervat": True})
    assert (som.eerder, som.geschreven) == (16, 24)


def test_who_listens_for_ctrl_c_already_keeps_it(proef: Proef) -> None:
    vorige = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        proef.draai(proef.schrijf(rij("K1", "F1", "40,00")))
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, vorige)


def test_letters_that_no_journal_knows_are_not_written_over(proef: Proef) -> None:
    proef.uit.mkdir()
    (proef.uit / "wik-K1.txt").write_text("van iemand anders")
    with pytest.raises(BestandFout, match=r"«wik-K1\.txt» staat al in deze map"):
        proef.draai(proef.schrijf(rij("K1", "F1", "40,00")))
    assert (proef.uit / "wik-K1.txt").read_text() == "van iemand anders"


def test_full_disk_stops_the_run_and_keeps_what_was_done(
    proef: Proef, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wiktool.taken.serie import brieven

    posten = proef.schrijf(*(rij(f"K{n}", f"F{n}", "40,00") for n in range(20)))
    echt = brieven.schrijf_bestand

    def schrijf(pad: Path, inhoud: bytes, *, overschrijf: bool = False) -> None:
        if pad.name == "wik-K17.txt":
            raise BestandFout("schrijven mislukt: de schijf is vol", plaats=str(pad))
        echt(pad, inhoud, overschrijf=overschrijf)

    monkeypatch.setattr(brieven, "schrijf_bestand", schrijf)
    with pytest.raises(BestandFout, match="de schijf is vol") as fout:
        proef.draai(posten)
    assert "--hervat" in fout.value.doe
    monkeypatch.undo()
    som = proef.draai(posten, loop={"hervat": True})
    assert som.eerder + som.geschreven == 20
    assert som.eerder == 16  # the first piece of work was done and noted


def test_folder_that_is_a_file(proef: Proef) -> None:
    proef.uit.write_text("x")
    posten = proef.schrijf(rij("K1", "F1", "40,00"))
    with pytest.raises(BestandFout, match="geen map"):
        proef.draai(posten)
    with pytest.raises(BestandFout, match="kan niet worden gemaakt"):
        proef.draai(posten, map=proef.uit / "in een bestand")


def test_killed_worker_is_told(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    from wiktool.taken.serie.werkers import WerkerGestopt, Werkers

    def verwerk(self: object, werk: object, *, ruimte: Callable[[], float]) -> list[list[Uitslag]]:
        raise WerkerGestopt

    monkeypatch.setattr(Werkers, "verwerk", verwerk)
    with pytest.raises(NietMogelijk, match="een van de werkers is gestopt"):
        proef.draai(proef.schrijf(rij("K1", "F1", "40,00")))
