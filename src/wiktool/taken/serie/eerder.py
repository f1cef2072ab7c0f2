"""Letters that were sent before: out of the journal of a batch, found beside its overview."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.invoer.dossierdelen import lees_aanmaning
from wiktool.invoer.relaties import naamsleutel
from wiktool.invoer.sectie import Gebreken, Sectie
from wiktool.invoer.tabel.bestand import open_tabel
from wiktool.kern.fouten import BestandFout
from wiktool.taken.serie.journaal import lees_journaal
from wiktool.taken.serie.model import Stand
from wiktool.taken.serie.uitvoer import OVERZICHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.kern.dossier import Aanmaning

_OVERZICHT: Final = re.compile(r"overzicht(.*)\.csv")


def lees_eerdere(pad: Path) -> dict[str, list[Aanmaning] | None]:
    """For every debtor the letter a batch sent; None where only the overview tells of it.

    Args:
        pad: ``overzicht.csv``, ``journaal.jsonl``, or their folder.

    Raises:
        BestandFout: the file cannot be read, or is neither.
    """
    journaal = zoek_journaal(pad)
    if journaal is None:
        return dict.fromkeys(lees_sleutels(pad))
    eerdere: dict[str, list[Aanmaning] | None] = {}
    for uitslag in lees_journaal(journaal)[1]:
        if uitslag.stand is Stand.GESCHREVEN and uitslag.dossier is not None:
            sectie = Sectie(uitslag.dossier, "", Gebreken())
            *_, laatste = sectie.secties("aanmaningen")
            eerdere[uitslag.sleutel] = [lees_aanmaning(laatste)]
    return eerdere


def zoek_journaal(pad: Path) -> Path | None:
    """The journal that belongs to an overview or folder; None when there is none.

    Raises:
        BestandFout: a folder without a journal.
    """
    if pad.is_dir():
        journaal = pad / "journaal.jsonl"
        if not journaal.is_file():
            raise BestandFout(
                "in deze map staat geen serie",
                doe="geef de map met journaal.jsonl; van een serie in delen haar overzichten",
                plaats=str(pad),
            )
        return journaal
    if pad.suffix == ".jsonl":
        return pad
    naam = _OVERZICHT.fullmatch(pad.name)
    journaal = pad.with_name(f"journaal{naam[1] if naam else ''}.jsonl")
    return journaal if journaal.is_file() else None


def lees_sleutels(overzicht: Path) -> Iterator[str]:
    """The keys of the debtors in an overview.

    Raises:
        BestandFout: the file cannot be read, or is no overview.
    """
    with open_tabel(overzicht, _tel_overzicht) as tabel:
        nummer_op, naam_op = (tabel.kop.index(veld) for veld in OVERZICHT[:2])
        for _, rij in tabel.rijen:
            if len(rij) > max(nummer_op, naam_op):
                nummer, naam = str(rij[nummer_op]).strip(), str(rij[naam_op]).strip()
                yield nummer or naamsleutel(naam) or naam


def _tel_overzicht(cellen: Sequence[str]) -> int:
    return len(OVERZICHT) if set(OVERZICHT[:2]) <= set(cellen) else 0
