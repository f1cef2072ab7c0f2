"""A bank statement on disk: its format recognised by what is in it, not by its name."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.invoer.bank.regels import ABN_AMRO, lees_tabel, tel_bankkoppen
from wiktool.invoer.bestand import MEGABYTE, lees_bytes
from wiktool.invoer.tabel.bestand import open_tabel
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from wiktool.invoer.bank.model import Bankbestand

GRENS: Final = 200 * MEGABYTE


def lees_bankbestand(pad: Path | str) -> Bankbestand:
    """Read CAMT.053, MT940, or the table of ING, Rabobank or ABN AMRO (``.TAB``).

    Raises:
        BestandFout: the file cannot be read, or is none of these.
    """
    bestand = Path(pad)
    inhoud = lees_bytes(bestand, grens=GRENS)
    begin = inhoud.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1]
    if begin == b"<":
        from wiktool.invoer.bank.camt import lees_camt

        return lees_camt(inhoud, str(pad))
    tekst = _ontcijfer(inhoud)
    if ":61:" in tekst or tekst.lstrip()[:4] in (":20:", "{1:F"):
        from wiktool.invoer.bank.swift import lees_mt940

        return lees_mt940(tekst, str(pad))
    if _is_abn_amro(tekst):
        rijen = csv.reader(io.StringIO(tekst), delimiter="\t", quoting=csv.QUOTE_NONE)
        return lees_tabel(ABN_AMRO, enumerate(rijen, start=1))
    try:
        with open_tabel(bestand, tel_bankkoppen) as tabel:
            return lees_tabel(tabel.kop, tabel.rijen)
    except BestandFout as fout:
        raise BestandFout(
            "dit bankbestand is niet herkend",
            doe="geef CAMT.053, MT940, of het CSV- of TAB-bestand van ING, Rabobank of ABN AMRO",
            plaats=str(pad),
        ) from fout


def _ontcijfer(inhoud: bytes) -> str:
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def _is_abn_amro(tekst: str) -> bool:
    velden = tekst.lstrip().partition("\n")[0].split("\t")
    return len(velden) == len(ABN_AMRO) and velden[2].strip().isdigit() and len(velden[1]) == 3
