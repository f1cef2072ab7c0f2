"""A table on disk: its kind, encoding, delimiter and heading line found, its rows streamed."""

from __future__ import annotations

import csv
import io
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Self, TypeAlias

from wiktool.invoer.bestand import MEGABYTE, STDIN, openen_mislukt, weiger_binair
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

Cel: TypeAlias = object
"""A text; out of a spreadsheet also a number, a date or None."""
Rij: TypeAlias = tuple[int, Sequence[Cel]]
"""The line on which a row starts, counted from 1, and its cells."""
Blok: TypeAlias = tuple[Sequence[int], Sequence[Sequence[Cel]]]
"""The lines of many rows, and their cells."""

GRENS: Final = 2_000 * MEGABYTE
KOPREGELS: Final = 30
"""How far down the heading line may stand, below titles and blank lines."""

SCHEIDINGSTEKENS: Final = (";", ",", "\t", "|")
_BLOK: Final = MEGABYTE
_LANGSTE_VELD: Final = 100_000
BLOK: Final = 500
"""Rows read at once."""

_REGELEINDE: Final = re.compile(r"\r\n|\r|\n")
_KOPIE_IN_GEHEUGEN: Final = 16 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """Where the rows come from, for ``--toon-kolommen`` and for errors.

    Attributes:
        codering: ``utf-8``, ``cp1252``, ``utf-16``; empty for a workbook.
        scheidingsteken: between the fields of a CSV; empty for a workbook.
        blad: the sheet of a workbook; empty for a CSV.
        kopregel: the line of the headings, counted from 1.
    """

    pad: str
    codering: str = ""
    scheidingsteken: str = ""
    blad: str = ""
    kopregel: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """An opened table.

    Attributes:
        kop: the headings as they are written.
        blokken: the rows below them, repeated headings too, many at a time. Read once.
        stroom: the open file, closed on leaving the ``with``.
    """

    bron: Bron
    kop: tuple[str, ...]
    blokken: Iterator[Blok]
    stroom: IO[Any]

    @property
    def rijen(self) -> Iterator[Rij]:
        """The rows one by one."""
        for regels, rijen in self.blokken:
            yield from zip(regels, rijen, strict=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stroom.close()


def open_tabel(
    pad: Path | str,
    herken: Callable[[Sequence[str]], int],
    *,
    blad: str = "",
    stdin: BinaryIO | None = None,
) -> Tabel:
    """Open a CSV or XLSX file and find its headings.

    Args:
        pad: the file, or ``-`` for standard input.
        herken: how many headings of a row are known; the row with most of them is the heading.
        blad: the sheet of a workbook; empty for the only one with known headings.
        stdin: what ``-`` reads; the process's standard input unless given.

    Raises:
        BestandFout: the file is missing, unreadable, empty, of an unknown kind, or without any
            heading that is known.
    """
    naam = "standaardinvoer" if str(pad) == STDIN else str(pad)
    stroom = _kopieer(stdin or sys.stdin.buffer) if str(pad) == STDIN else _open(Path(pad))
    try:
        return _herken_soort(stroom, naam, herken, blad)
    except BaseException:
        stroom.close()
        raise


def _herken_soort(
    stroom: BinaryIO, naam: str, herken: Callable[[Sequence[str]], int], blad: str
) -> Tabel:
    begin = stroom.read(8)
    stroom.seek(0)
    if not begin:
        raise BestandFout("het bestand is leeg", plaats=naam)
    if begin.startswith(b"PK\x03\x04"):
        from wiktool.invoer.tabel.werkmap import open_werkmap

        return open_werkmap(stroom, naam, herken, blad=blad)
    if begin.startswith(b"\xd0\xcf\x11\xe0"):
        raise BestandFout(
            "dit is een oud of versleuteld Excelbestand",
            doe="bewaar het als .xlsx zonder wachtwoord, of als .csv",
            plaats=naam,
        )
    return _open_csv(stroom, naam, herken)


def _open(pad: Path) -> BinaryIO:
    try:
        if pad.stat().st_size > GRENS:
            raise BestandFout(f"het bestand is groter dan {GRENS // MEGABYTE} MB", plaats=str(pad))
        stroom = pad.open("rb")
        if stroom.seekable():
            return stroom
        with stroom:
            return _kopieer(stroom)
    except OSError as fout:
        raise openen_mislukt(pad, fout) from fout
    except ValueError as fout:  # a NUL byte in the name
        raise BestandFout("dat is geen bestandsnaam", plaats=repr(str(pad))) from fout


def _kopieer(stroom: BinaryIO) -> BinaryIO:
    """A pipe can be read once only; keep what it gives, on disk when it is much."""
    kopie: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_KOPIE_IN_GEHEUGEN)  # noqa: SIM115
    while blok := stroom.read(_BLOK):
        kopie.write(blok)
    kopie.seek(0)
    return kopie  # type: ignore[return-value]


def _open_csv(stroom: BinaryIO, naam: str, herken: Callable[[Sequence[str]], int]) -> Tabel:
    codering = _bepaal_codering(stroom, naam)
    tekst = io.TextIOWrapper(stroom, encoding=codering, newline="")
    monster = "".join(tekst.readline(_LANGSTE_VELD) for _ in range(KOPREGELS * 2))
    eerste = monster.lstrip().lower()[:5]
    tekens = (eerste[4],) if eerste[:4] == "sep=" and len(eerste) == 5 else SCHEIDINGSTEKENS
    scheiding, regel, kop = _zoek_kop(monster, tekens, herken, naam)
    tekst.seek(0)
    bron = Bron(
        pad=naam,
        codering=codering.removesuffix("-sig"),
        scheidingsteken=scheiding,
        kopregel=regel,
    )
    return Tabel(bron=bron, kop=kop, blokken=_lees_csv(tekst, scheiding, regel), stroom=tekst)


def _bepaal_codering(stroom: BinaryIO, naam: str) -> str:
    """UTF-16 by its mark or its zeros, else UTF-8 if the whole file is, else cp1252.

    Raises:
        BestandFout: none of these: no text.
    """
    begin = stroom.read(_BLOK)
    stroom.seek(0)
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in begin:
        if set(begin[1:200:2]) == {0}:
            return "utf-16-le"
        if set(begin[0:200:2]) == {0}:
            return "utf-16-be"
    weiger_binair(begin, naam)
    for codering in ("utf-8-sig", "cp1252"):
        if _past(stroom, codering):
            return codering
    raise BestandFout(
        "de tekens van dit bestand zijn niet te lezen", doe="bewaar het als UTF-8", plaats=naam
    )


def _past(stroom: BinaryIO, codering: str) -> bool:
    from codecs import getincrementaldecoder

    ontcijfer = getincrementaldecoder(codering)()
    try:
        while blok := stroom.read(_BLOK):
            ontcijfer.decode(blok)
        ontcijfer.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        stroom.seek(0)
    return True


def _zoek_kop(
    monster: str, tekens: Sequence[str], herken: Callable[[Sequence[str]], int], naam: str
) -> tuple[str, int, tuple[str, ...]]:
    """The delimiter and the line that together yield most headings that are known."""
    beste: tuple[int, str, int, list[str]] = (0, "", 0, [])
    for teken in tekens:
        lezer = csv.reader(io.StringIO(monster, newline=""), delimiter=teken)
        for regel, cellen in _eerste_rijen(lezer):
            aantal = herken(cellen)
            if aantal > beste[0]:
                beste = (aantal, teken, regel, cellen)
    aantal, teken, regel, cellen = beste
    if not aantal:
        raise geen_kop(next((rij for rij in monster.splitlines() if rij.strip()), ""), naam)
    return teken, regel, schone_kop(cellen)


def _eerste_rijen(lezer: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    vorige = 0
    try:
        for rij in lezer:
            regel, vorige = vorige + 1, lezer.line_num  # type: ignore[attr-defined]
            if regel > KOPREGELS:
                return
            yield regel, rij
    except csv.Error:
        return


def schone_kop(cellen: Sequence[Cel]) -> tuple[str, ...]:
    """The headings without white space around and inside them."""
    return tuple(" ".join(str("" if cel is None else cel).split()) for cel in cellen)


def geen_kop(gezien: str, naam: str) -> BestandFout:
    """The error for a table whose columns nobody can name."""
    begin = f"; het begint met «{gezien.strip()[:80]}»" if gezien.strip() else ""
    return BestandFout(
        f"geen enkele kolomkop is herkend{begin}",
        doe="zet de koppen op de eerste regel, of wijs ze aan met --kolom openstaand=Kop",
        plaats=naam,
    )


def _lees_csv(tekst: io.TextIOWrapper, scheiding: str, kopregel: int) -> Iterator[Blok]:
    """The rows below the headings, in blocks; blank lines are left out.

    A row that cannot be parsed, or that swallowed others for want of a closing quotation mark,
    comes as one cell.
    """
    lezer = csv.reader(tekst, delimiter=scheiding)
    while True:
        vorige, mislukt = lezer.line_num, False
        rijen: list[list[str]] = []
        try:
            rijen.extend(islice(lezer, BLOK))  # what came before an error stays
        except csv.Error:
            mislukt = True
            rijen.append([""])
        if not rijen:
            return
        regels: Sequence[int] = range(vorige + 1, lezer.line_num + 1)
        if mislukt or len(regels) != len(rijen):
            regels = _tel_regels(vorige + 1, rijen)
            rijen = [_heel(rij, scheiding) for rij in rijen]
        if regels[0] <= kopregel or [] in rijen:
            paren = [(r, rij) for r, rij in zip(regels, rijen, strict=True) if rij and r > kopregel]
            regels, rijen = [regel for regel, _ in paren], [rij for _, rij in paren]
        if rijen:
            yield regels, rijen


def _tel_regels(eerste: int, rijen: Iterable[list[str]]) -> list[int]:
    """The line on which each row starts, where rows may run over several lines."""
    regels = []
    for rij in rijen:
        regels.append(eerste)
        eerste += 1 + sum(len(_REGELEINDE.findall(cel)) for cel in rij)
    return regels


def _heel(rij: list[str], scheiding: str) -> list[str]:
    """The row, or one cell with all of it when it holds whole lines of the file."""
    return [scheiding.join(rij)] if any(_is_opgeslokt(cel, scheiding) for cel in rij) else rij


def _is_opgeslokt(cel: str, scheiding: str) -> bool:
    """Whether a cell holds whole lines of the file."""
    return any(regel.count(scheiding) > 1 for regel in cel.splitlines()[1:])
