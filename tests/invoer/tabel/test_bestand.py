"""Tables on disk: encodings, delimiters, heading lines, broken rows."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from wiktool.invoer.tabel.bestand import Bron, Rij, open_tabel
from wiktool.invoer.tabel.kolommen import tel_bekende
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Callable

POSTEN = "Debiteur;Naam;Factuurnummer;Saldo\nK1;Zoë Müller;F1;12,50\n"


class Gelezen(NamedTuple):
    bron: Bron
    kop: tuple[str, ...]
    rijen: list[Rij]


def lees(pad: Path | str, **opties: Any) -> Gelezen:
    with open_tabel(pad, tel_bekende, **opties) as tabel:
        return Gelezen(tabel.bron, tabel.kop, list(tabel.rijen))


def open_csv(tmp_path: Path, inhoud: str | bytes) -> Gelezen:
    pad = tmp_path / "posten.csv"
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return lees(pad)


@pytest.mark.parametrize(
    ("codering", "herkend"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_encodings(tmp_path: Path, codering: str, herkend: str) -> None:
    tabel = open_csv(tmp_path, POSTEN.encode(codering))
    assert tabel.bron.codering == herkend
    assert tabel.kop == ("Debiteur", "Naam", "Factuurnummer", "Saldo")
    assert tabel.rijen == [(2, ["K1", "Zoë Müller", "F1", "12,50"])]


def test_cp1252_far_into_the_file(tmp_path: Path) -> None:
    inhoud = POSTEN.encode() * 1 + b"K2;x;F2;1,00\n" * 100_000 + b"K3;Ren\xe9;F3;1,00\n"
    tabel = open_csv(tmp_path, inhoud.replace("Zoë Müller".encode(), b"x"))
    assert tabel.bron.codering == "cp1252"
    assert tabel.rijen[-1][1][1] == "René"


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(tmp_path: Path, teken: str, regeleinde: str) -> None:
    inhoud = 'Debiteur;Naam;Saldo\nK1;"Jansen; Zn, en meer";"12,50"\n'
    inhoud = inhoud.replace(";", teken).replace(f"Jansen{teken}", "Jansen;")
    tabel = open_csv(tmp_path, inhoud.replace("\n", regeleinde))
    assert tabel.bron.scheidingsteken == teken
    assert tabel.rijen == [(2, ["K1", "Jansen; Zn, en meer", "12,50"])]


def test_comma_in_headings_does_not_mislead(tmp_path: Path) -> None:
    tabel = open_csv(tmp_path, "Naam, voornaam;Factuurnummer;Saldo\nx;F1;1,00\n")
    assert tabel.bron.scheidingsteken == ";"


def test_excel_says_its_delimiter(tmp_path: Path) -> None:
    tabel = open_csv(tmp_path, "sep=|\nNaam|Saldo\nx|1,00\n")
    assert (tabel.bron.scheidingsteken, tabel.bron.kopregel) == ("|", 2)


def test_titles_above_the_headings(tmp_path: Path) -> None:
    tabel = open_csv(tmp_path, "Openstaande posten\nDatum: 21-11-2026\n\n" + POSTEN)
    assert tabel.bron.kopregel == 4
    assert tabel.rijen[0][0] == 5


def test_lines_are_counted_where_a_row_starts(tmp_path: Path) -> None:
    tabel = open_csv(tmp_path, POSTEN + 'K2;"a\nb";F2;1,00\n\nK3;c;F3;1,00\n')
    assert [regel for regel, _ in tabel.rijen] == [2, 3, 6]


def test_quotation_mark_that_never_closes_keeps_its_lines_together(tmp_path: Path) -> None:
    tabel = open_csv(tmp_path, POSTEN + 'K2;"De Ster;F2;1,00\nK3;c;F3;1,00\nK4;d;F4;2,00\n')
    *_, (regel, rij) = tabel.rijen
    assert regel == 3
    assert len(rij) == 1
    assert "K4;d;F4;2,00" in str(rij[0])


def test_field_without_end(tmp_path: Path) -> None:
    tabel = open_csv(tmp_path, POSTEN + f"K2;{'x' * 200_000};F2;1,00\nK3;c;F3;1,00\n")
    assert tabel.rijen[1:] == [(3, [""]), (4, ["K3", "c", "F3", "1,00"])]


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "leeg"),
        (b"a;b;c\n1;2;3\n", "geen enkele kolomkop is herkend; het begint met «a;b;c»"),
        (b"\n\n", "geen enkele kolomkop"),
        (b"Naam\nx\n", "geen enkele kolomkop"),
        (b"%PDF-1.7 Naam;Saldo", "een pdf"),
        (b"Naam;Saldo\nx\0;1\n", "geen tekstbestand"),
        (b"Naam;Saldo\n\x81\x8d;1\n", "niet te lezen"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oud of versleuteld Excelbestand"),
        (b"PK\x03\x04 geen zip", "beschadigd"),
    ],
)
def test_not_a_table(tmp_path: Path, inhoud: bytes, woorden: str) -> None:
    with pytest.raises(BestandFout, match=woorden):
        open_csv(tmp_path, inhoud)


def test_files_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BestandFout, match="niet gevonden"):
        open_tabel(tmp_path / "x.csv", tel_bekende)
    with pytest.raises(BestandFout, match="een map"):
        open_tabel(tmp_path, tel_bekende)
    with pytest.raises(BestandFout, match="geen bestandsnaam"):
        open_tabel("a\0b", tel_bekende)
    monkeypatch.setattr("wiktool.invoer.tabel.bestand.GRENS", 10)
    with pytest.raises(BestandFout, match="groter dan"):
        open_csv(tmp_path, POSTEN)


def test_standard_input() -> None:
    tabel = lees("-", stdin=io.BytesIO(POSTEN.encode()))
    assert tabel.bron.pad == "standaardinvoer"
    assert len(tabel.rijen) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe(tmp_path: Path) -> None:
    pijp = tmp_path / "pijp"
    os.mkfifo(pijp)
    schrijver = threading.Thread(target=Path.write_text, args=(pijp, POSTEN))
    schrijver.start()
    assert len(lees(pijp).rijen) == 1
    schrijver.join()


def test_workbook_rows(tmp_path: Path, maak_werkmap: Callable[..., Path]) -> None:
    pad = maak_werkmap({"Blad1": [["Lijst"], ["Naam", "Saldo"], ["x", 1.5], [], [None, None]]})
    tabel = lees(pad)
    assert (tabel.bron.blad, tabel.bron.kopregel, tabel.kop) == ("Blad1", 2, ("Naam", "Saldo"))
    assert tabel.rijen == [(3, ["x", 1.5])]
