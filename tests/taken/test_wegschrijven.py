"""Files out: whole or not at all, and never over another file by accident."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from wiktool.kern.fouten import BestandFout
from wiktool.taken.wegschrijven import mag_schrijven, schrijf_bestand


def namen(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


def test_writes_the_bytes_and_leaves_nothing_beside(tmp_path: Path) -> None:
    schrijf_bestand(tmp_path / "brief.txt", b"inhoud")
    assert (tmp_path / "brief.txt").read_bytes() == b"inhoud"
    assert namen(tmp_path) == ["brief.txt"]


@pytest.mark.parametrize("overschrijf", [False, True])
def test_an_existing_file_stays_unless_told_otherwise(tmp_path: Path, overschrijf: bool) -> None:
    pad = tmp_path / "brief.txt"
    pad.write_bytes(b"oud")
    if overschrijf:
        schrijf_bestand(pad, b"nieuw", overschrijf=True)
    else:
        with pytest.raises(BestandFout, match="bestaat al") as fout:
            schrijf_bestand(pad, b"nieuw")
        assert "--overschrijf" in fout.value.doe
    assert pad.read_bytes() == (b"nieuw" if overschrijf else b"oud")
    assert namen(tmp_path) == ["brief.txt"]


@pytest.mark.parametrize("overschrijf", [False, True])
def test_folder_or_missing_folder(tmp_path: Path, overschrijf: bool) -> None:
    with pytest.raises(BestandFout, match="dit is een map"):
        mag_schrijven(tmp_path, overschrijf=overschrijf)
    with pytest.raises(BestandFout, match="de map bestaat niet") as fout:
        schrijf_bestand(tmp_path / "weg" / "brief.txt", b"x", overschrijf=overschrijf)
    assert str(tmp_path / "weg") in fout.value.doe
    assert namen(tmp_path) == []


@pytest.mark.parametrize(
    ("fout", "melding", "doe"),
    [
        (
            PermissionError(errno.EACCES, "dicht"),
            "brief.docx: hier kan niet worden geschreven: geen toestemming",
            "kies een map waarin u mag schrijven",
        ),
        (
            OSError(errno.ENAMETOOLONG, "lang"),
            "brief.docx: zo kan een bestand niet heten: de naam is te lang",
            "kies een kortere naam",
        ),
    ],
)
def test_a_closed_folder_is_no_name_too_long(
    monkeypatch: pytest.MonkeyPatch, fout: OSError, melding: str, doe: str
) -> None:
    def weiger(_: Path) -> bool:
        raise fout

    monkeypatch.setattr(Path, "is_dir", weiger)
    with pytest.raises(BestandFout) as gevangen:
        mag_schrijven(Path("brief.docx"), overschrijf=False)
    assert (str(gevangen.value), gevangen.value.doe) == (melding, doe)


def test_a_dangling_link_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").symlink_to(tmp_path / "nergens")
    with pytest.raises(BestandFout, match="bestaat al"):
        schrijf_bestand(tmp_path / "brief.txt", b"x")
    assert not (tmp_path / "nergens").exists()


def test_a_file_that_appears_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "brief.txt"
    echt = os.fdopen

    def ander_is_eerder(*argumenten: object, **opties: object) -> object:
        pad.write_bytes(b"van een ander")
        return echt(*argumenten, **opties)  # type: ignore[call-overload]

    monkeypatch.setattr("wiktool.taken.wegschrijven.os.fdopen", ander_is_eerder)
    with pytest.raises(BestandFout, match="bestaat al"):
        schrijf_bestand(pad, b"van mij")
    assert pad.read_bytes() == b"van een ander"
    assert namen(tmp_path) == ["brief.txt"]


def test_without_hard_links_the_file_still_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def geen_koppeling(*_: object) -> None:
        raise PermissionError(1, "niet op dit bestandssysteem")

    monkeypatch.setattr("wiktool.taken.wegschrijven.os.link", geen_koppeling)
    schrijf_bestand(tmp_path / "brief.txt", b"inhoud")
    assert (tmp_path / "brief.txt").read_bytes() == b"inhoud"
    assert namen(tmp_path) == ["brief.txt"]


@pytest.mark.parametrize("stap", ["mkstemp", "fdopen"])
def test_a_disk_that_refuses_is_an_error_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    """Nothing is left behind, and what was there stays."""
    pad = tmp_path / "brief.txt"
    pad.write_bytes(b"oud")

    def vol(*argumenten: object, **_: object) -> None:
        if argumenten and isinstance(argumenten[0], int):
            os.close(argumenten[0])
        raise OSError(28, "No space left on device")

    doel = "tempfile.mkstemp" if stap == "mkstemp" else "os.fdopen"
    monkeypatch.setattr(f"wiktool.taken.wegschrijven.{doel}", vol)
    with pytest.raises(BestandFout, match="de schijf is vol"):
        schrijf_bestand(pad, b"nieuw", overschrijf=True)
    assert pad.read_bytes() == b"oud"
    assert namen(tmp_path) == ["brief.txt"]


def test_the_umask_is_obeyed_and_put_back(tmp_path: Path) -> None:
    oud = os.umask(0o027)
    try:
        schrijf_bestand(tmp_path / "brief.txt", b"x")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(oud)
    assert stat.S_IMODE((tmp_path / "brief.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize("naam", ["a" * 200 + ".txt", "brief met spaties é.txt", ".verborgen.txt"])
def test_odd_names(tmp_path: Path, naam: str) -> None:
    schrijf_bestand(tmp_path / naam, b"x")
    assert namen(tmp_path) == [naam]
