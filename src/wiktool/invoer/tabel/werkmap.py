"""Workbooks (.xlsx), opened only after their size and cell addresses were looked at.

The reader underneath makes room for the whole rectangle of a sheet: one cell in the last column of
the last row would take the machine down. So the addresses are read first.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.bestand import MEGABYTE
from wiktool.invoer.tabel.bestand import BLOK, KOPREGELS, Bron, Tabel, geen_kop, schone_kop
from wiktool.kern.fouten import BestandFout
from wiktool.kern.notatie import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from wiktool.invoer.tabel.bestand import Blok

GRENS_UITGEPAKT: Final = 500 * MEGABYTE
MEESTE_DELEN: Final = 2_000
MEESTE_CELLEN: Final = 12_000_000
_BLOK: Final = MEGABYTE
_OVERLAP: Final = 64
_KOLOM: Final = re.compile(rb'\br\s*=\s*["\']([A-Z]{1,3})[0-9]')
_VERRE_RIJ: Final = re.compile(
    rb'\br\s*=\s*["\'](?:[A-Z]{2,3}(?=[0-9]{3})|[A-Z](?=[0-9]{5}))([0-9]{3,7})["\']'
)
"""A cell may lie further down than its row says; looked at where that would matter."""

_RIJ: Final = re.compile(rb'<(?:\w+:)?row\b[^>]{0,200}?\br\s*=\s*["\']([0-9]{1,7})["\']')
_BLADEN: Final = re.compile(r"xl/worksheets/[^/]+\.xml")


def open_werkmap(
    stroom: BinaryIO, naam: str, herken: Callable[[Sequence[str]], int], *, blad: str = ""
) -> Tabel:
    """Open the sheet with known headings.

    Raises:
        BestandFout: no readable workbook, too large, or not exactly one sheet that will do.
    """
    _controleer(stroom, naam)
    stroom.seek(0)
    werkmap = _open(stroom, naam)
    bladen = [blad] if blad else _zichtbaar(werkmap)
    if blad and blad not in werkmap.sheet_names:
        raise BestandFout(
            f"er is geen blad «{blad}»; wel {opsomming(werkmap.sheet_names)}", plaats=naam
        )
    koppen = ((titel, _zoek_kop(_open_blad(werkmap, titel, naam), herken)) for titel in bladen)
    gevonden = [(titel, *kop) for titel, kop in koppen if kop is not None]
    if not gevonden:
        raise geen_kop("", naam)
    if len(gevonden) > 1:
        namen = opsomming([f"«{titel}»" for titel, *_ in gevonden], "of")
        raise BestandFout(
            f"meer bladen kunnen de posten bevatten: {namen}",
            doe="kies er een met --blad",
            plaats=naam,
        )
    titel, gekozen, regel, kop = gevonden[0]
    bron = Bron(pad=naam, blad=titel, kopregel=regel)
    return Tabel(bron=bron, kop=kop, blokken=_lees(gekozen, regel), stroom=stroom)


def _controleer(stroom: BinaryIO, naam: str) -> None:
    """Refuse what would eat the machine, and what is a zip of something else."""
    try:
        with zipfile.ZipFile(stroom) as zip_:
            delen = zip_.infolist()
            totaal = sum(deel.file_size for deel in delen)
            if len(delen) > MEESTE_DELEN or totaal > GRENS_UITGEPAKT:
                raise BestandFout(
                    f"de werkmap is uitgepakt groter dan {GRENS_UITGEPAKT // MEGABYTE} MB",
                    doe="bewaar alleen het blad met de posten, of maak er een .csv van",
                    plaats=naam,
                )
            if "xl/workbook.xml" not in zip_.namelist():
                raise BestandFout("dit is geen Excelwerkmap", doe="geef een .xlsx", plaats=naam)
            for deel in delen:
                if _BLADEN.fullmatch(deel.filename):
                    with zip_.open(deel) as inhoud:
                        _controleer_blad(inhoud, deel.file_size, naam)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as fout:
        raise _kapot(naam) from fout
    except (EOFError, OSError, ValueError, zlib.error) as fout:  # truncated or damaged members
        raise _kapot(naam) from fout


def _controleer_blad(inhoud: Any, grootte: int, naam: str) -> None:
    """Read the addresses of a sheet; its own ``dimension`` may lie."""
    kolommen: set[bytes] = set()
    meeste_rijen, gelezen, rest = 0, 0, b""
    while blok := inhoud.read(_BLOK):
        gelezen += len(blok)
        if gelezen > grootte:
            raise _kapot(naam)
        stuk = rest + blok
        if b"<!DOCTYPE" in stuk:
            raise BestandFout("de werkmap heeft een DOCTYPE", plaats=naam)
        kolommen.update(_KOLOM.findall(stuk))
        rijen = (*_RIJ.findall(stuk), *_VERRE_RIJ.findall(stuk))
        meeste_rijen = max(meeste_rijen, *map(int, rijen), 0)
        rest = stuk[-_OVERLAP:]
    if meeste_rijen * max(map(_kolomnummer, kolommen), default=1) > MEESTE_CELLEN:
        raise BestandFout(
            "een blad beslaat te veel cellen",
            doe="verwijder lege rijen en kolommen aan het eind, of maak er een .csv van",
            plaats=naam,
        )


def _kolomnummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + letter - 64
    return nummer


def _open(stroom: BinaryIO, naam: str) -> Any:
    import python_calamine as calamine

    try:
        return calamine.CalamineWorkbook.from_filelike(stroom)
    except calamine.PasswordError as fout:
        raise BestandFout(
            "de werkmap heeft een wachtwoord", doe="bewaar haar zonder wachtwoord", plaats=naam
        ) from fout
    except calamine.CalamineError as fout:
        raise _kapot(naam) from fout


def _zichtbaar(werkmap: Any) -> list[str]:
    import python_calamine as calamine

    return [
        blad.name
        for blad in werkmap.sheets_metadata
        if blad.typ is calamine.SheetTypeEnum.WorkSheet
        and blad.visible is calamine.SheetVisibleEnum.Visible
    ]


def _open_blad(werkmap: Any, titel: str, naam: str) -> Any:
    import python_calamine as calamine

    try:
        return werkmap.get_sheet_by_name(titel)
    except calamine.CalamineError as fout:
        raise _kapot(naam) from fout


def _zoek_kop(
    blad: Any, herken: Callable[[Sequence[str]], int]
) -> tuple[Any, int, tuple[str, ...]] | None:
    """The line with most known headings near the top of a sheet; None when it has none."""
    beste: tuple[int, int, tuple[str, ...]] = (0, 0, ())
    for regel, cellen in enumerate(blad.iter_rows(), start=1):
        if regel > KOPREGELS:
            break
        kop = schone_kop(cellen)
        if (aantal := herken(kop)) > beste[0]:
            beste = (aantal, regel, kop)
    return (blad, beste[1], beste[2]) if beste[0] else None


def _lees(blad: Any, kopregel: int) -> Iterator[Blok]:
    """The rows below the headings, in blocks; blank rows are left out."""
    rijen = (
        (regel, cellen)
        for regel, cellen in enumerate(blad.iter_rows(), start=1)
        if regel > kopregel and any(cel != "" for cel in cellen)
    )
    while blok := list(islice(rijen, BLOK)):
        yield [regel for regel, _ in blok], [cellen for _, cellen in blok]


def _kapot(naam: str) -> BestandFout:
    return BestandFout(
        "de werkmap is beschadigd of niet te lezen",
        doe="open haar in Excel of LibreOffice en bewaar haar opnieuw",
        plaats=naam,
    )
