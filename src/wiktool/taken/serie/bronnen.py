"""The input of a batch: tables, dossiers and invoices, one by one or by the folder."""

from __future__ import annotations

import re
import shutil
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.invoer.bestand import STDIN
from wiktool.invoer.dossierbestand import SOORTEN, lees_dossier
from wiktool.invoer.openposten import Openposten, lees_openposten
from wiktool.kern.fouten import BestandFout, WiktoolFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

    from wiktool.invoer.instellingen import Instellingen
    from wiktool.invoer.tabel.kolommen import Veld
    from wiktool.kern.dossier import Dossier

TABELSOORTEN: Final = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm")
_IN_MAP: Final = (".csv", ".xlsx")
"""Tables taken out of a folder; text files there are more often letters."""
_STANDAARDINVOER: Final = "standaardinvoer"
"""What errors call standard input; the file in which it is kept has this name."""
_EIGEN: Final = re.compile(r"wiktool\.toml|(overzicht|fouten|overgeslagen)(-.*)?\.csv")
"""Files of our own, not taken for input when a folder is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeswijze:
    """How the tables are to be read."""

    kolommen: Mapping[Veld, str] = field(default_factory=dict)
    blad: str = ""
    omgekeerd: bool = False
    betaaltermijn: int | None = None


@dataclass(slots=True, kw_only=True)
class Invoer:
    """What was read.

    Attributes:
        tabellen: each with the file it can be read from again.
        dossiers: each with its file.
        mislukt: files that could not be read, when there were others.
    """

    tabellen: list[tuple[Path, Openposten]] = field(default_factory=list)
    dossiers: list[tuple[Path, Dossier]] = field(default_factory=list)
    mislukt: list[tuple[Path, WiktoolFout]] = field(default_factory=list)

    @property
    def rijen_afgewezen(self) -> int:
        """How many rows were not understood."""
        return sum(len(gelezen.afgewezen) for _, gelezen in self.tabellen)


@contextmanager
def vind_bestanden(
    namen: Iterable[str], stdin: BinaryIO, *, behalve: Iterable[Path] = ()
) -> Iterator[list[Path]]:
    """The files that are meant: themselves, what a folder holds, and standard input kept aside.

    Standard input is kept in a file while the ``with`` lasts, because rejected rows are read again.

    Args:
        namen: files and folders; ``-`` is standard input.
        stdin: what ``-`` reads.
        behalve: files in a folder that are something else, such as the list of relations.

    Raises:
        BestandFout: something is not there, or a folder holds nothing to read.
    """
    bestanden = []
    anders = {pad.resolve() for pad in behalve}
    with ExitStack() as opruimen:
        for naam in namen:
            if naam == STDIN:
                bestanden.append(opruimen.enter_context(_bewaard(stdin)))
            else:
                pad = Path(naam)
                bestanden += _in_map(pad, anders) if pad.is_dir() else [pad]
        yield bestanden


def _in_map(map_: Path, anders: set[Path]) -> list[Path]:
    gevonden = sorted(
        kind for kind in map_.rglob("*") if _is_invoer(kind) and kind.resolve() not in anders
    )
    if not gevonden:
        raise BestandFout(
            "in deze map staan geen open posten, facturen of dossiers",
            doe=f"geef een map met {', '.join((*SOORTEN, *_IN_MAP))}",
            plaats=str(map_),
        )
    return gevonden


def lees_invoer(bestanden: list[Path], leeswijze: Leeswijze, instellingen: Instellingen) -> Invoer:
    """Read every file; one that cannot be read does not stop the others.

    Raises:
        WiktoolFout: none of them can be read; the error of the first.
    """
    invoer = Invoer()
    for pad in bestanden:
        try:
            if is_dossier(pad):
                invoer.dossiers.append((pad, lees_dossier(pad, instellingen=instellingen)))
            else:
                invoer.tabellen.append((pad, _lees_tabel(pad, leeswijze)))
        except WiktoolFout as fout:
            if pad.name == _STANDAARDINVOER:
                fout.plaats = fout.plaats.replace(str(pad), _STANDAARDINVOER)
            invoer.mislukt.append((pad, fout))
    if not invoer.tabellen and not invoer.dossiers:
        raise invoer.mislukt[0][1]
    return invoer


def _lees_tabel(pad: Path, leeswijze: Leeswijze) -> Openposten:
    return lees_openposten(
        pad,
        kolommen=leeswijze.kolommen,
        blad=leeswijze.blad,
        omgekeerd=leeswijze.omgekeerd,
        betaaltermijn=leeswijze.betaaltermijn,
    )


def is_dossier(pad: Path) -> bool:
    """Whether a file is a dossier or an invoice: by its extension, else by its first sign."""
    soort = pad.suffix.lower()
    if soort in SOORTEN or soort in TABELSOORTEN:
        return soort in SOORTEN
    try:
        with pad.open("rb") as bestand:
            return bestand.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b"{", b"[")
    except OSError:
        return False  # reading it as a table says what is wrong


def _is_invoer(pad: Path) -> bool:
    return (
        pad.suffix.lower() in (*SOORTEN, *_IN_MAP)
        and not pad.name.startswith((".", "~$"))
        and not _EIGEN.fullmatch(pad.name)
        and pad.is_file()
    )


@contextmanager
def _bewaard(stdin: BinaryIO) -> Iterator[Path]:
    """Standard input as a file."""
    with tempfile.TemporaryDirectory(prefix="wiktool-") as map_:
        pad = Path(map_) / _STANDAARDINVOER
        with pad.open("wb") as kopie:
            shutil.copyfileobj(stdin, kopie)
        yield pad
