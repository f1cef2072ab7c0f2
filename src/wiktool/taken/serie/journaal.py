"""The journal of a batch: one line per case, written as soon as it is done.

It is what a run goes on from after Ctrl-C, a crash or a full disk, and what ``vervolg`` reads. The
first line says what the batch is. A last line that was cut off is dropped.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Self

from wiktool.invoer.bestand import openen_mislukt
from wiktool.kern.fouten import BestandFout, systeemreden
from wiktool.kern.notatie import bedrag_machine
from wiktool.taken.serie.model import Stand, Uitslag, Weggelaten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCHEMA: Final = "wiktool/journaal/1"
BESTANDSNAAM: Final = "journaal.jsonl"
LANGSTE_TIJDELIJK: Final = 41
"""Signs of a temporary name before its mark (``wegschrijven.schrijf_bestand``)."""

_BEDRAGEN: Final = frozenset({"hoofdsom", "kosten", "btw"})
_DATA: Final = frozenset({"laatste_dag", "kosten_vanaf"})


class Journaal:
    """An open journal, to which results are added.

    Args:
        pad: the file.
        kop: what the batch is; a run that goes on must be the same batch.
        hervat: go on with a journal that is there.

    Attributes:
        geschreven: the keys of the letters that were made before.

    Raises:
        BestandFout: there is a journal and ``hervat`` is not asked for, it is of another batch, or
            another run has it open.
    """

    def __init__(self, pad: Path, kop: dict[str, str], *, hervat: bool) -> None:
        self.pad = pad
        self.geschreven: set[str] = set()
        bestaat = pad.exists()
        if bestaat and not hervat:
            raise BestandFout(
                "in deze map staat al een serie",
                doe="kies een andere map, of ga ermee verder met --hervat",
                plaats=str(pad),
            )
        try:
            self._bestand: IO[bytes] = pad.open("r+b" if bestaat else "xb")
        except OSError as fout:
            raise _mislukt(pad, fout) from fout
        try:
            self._vergrendel()
            if bestaat:
                self._ga_verder(kop)
            else:
                self._schrijf({"schema": SCHEMA, **kop})
        except BaseException:
            self._bestand.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # what could be written is written; the disk may be full
            self._bestand.close()

    def noteer(self, uitslag: Uitslag) -> None:
        """Add a result.

        Raises:
            BestandFout: the disk refuses.
        """
        self._schrijf(_als_gegevens(uitslag))

    def _schrijf(self, gegevens: dict[str, Any]) -> None:
        try:
            self._bestand.write(json.dumps(gegevens, ensure_ascii=False).encode() + b"\n")
            self._bestand.flush()
        except OSError as fout:
            raise _mislukt(self.pad, fout) from fout

    def _vergrendel(self) -> None:
        """Keep a second run out of the same folder, where the system knows such locks."""
        try:
            import fcntl
        except ImportError:  # pragma: no cover - Windows
            return
        try:
            fcntl.flock(self._bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fout:
            raise BestandFout(
                "een andere serie is bezig in deze map", doe="wacht tot die klaar is",
                plaats=str(self.pad),
            ) from fout  # fmt: skip

    def _ga_verder(self, kop: dict[str, str]) -> None:
        """Read what was done, drop a torn last line, and stand at the end."""
        heel = 0
        for nummer, regel in enumerate(self._bestand):
            if not regel.endswith(b"\n"):
                break
            gegevens = _ontleed(regel, self.pad, nummer)
            if nummer == 0:
                _zelfde_serie(gegevens, kop, self.pad)
            elif gegevens.get("stand") == Stand.GESCHREVEN:
                self.geschreven.add(str(gegevens["sleutel"]))
            heel += len(regel)
        self._bestand.seek(heel)
        self._bestand.truncate()
        if not heel:
            self._schrijf({"schema": SCHEMA, **kop})


def lees_journaal(pad: Path) -> tuple[dict[str, str], Iterator[Uitslag]]:
    """The head of a journal and its results; of a case that was tried twice both.

    Raises:
        BestandFout: the file cannot be read, or is no journal.
    """
    try:
        with pad.open("rb") as bestand:
            kop = _ontleed(bestand.readline(), pad, 0)
    except OSError as fout:
        raise openen_mislukt(pad, fout) from fout
    if kop.pop("schema", None) != SCHEMA:
        raise _geen_journaal(pad)
    return kop, _lees_uitslagen(pad)


def _lees_uitslagen(pad: Path) -> Iterator[Uitslag]:
    with pad.open("rb") as bestand:
        for nummer, regel in enumerate(bestand):
            if nummer and regel.endswith(b"\n"):
                yield _als_uitslag(_ontleed(regel, pad, nummer), pad)


def _ontleed(regel: bytes, pad: Path, nummer: int) -> dict[str, Any]:
    try:
        gegevens = json.loads(regel)
    except ValueError:
        gegevens = None
    if not isinstance(gegevens, dict):
        raise BestandFout(
            f"regel {nummer + 1} van het journaal is beschadigd",
            doe="begin opnieuw in een lege map",
            plaats=str(pad),
        )
    return gegevens


def _zelfde_serie(gegevens: dict[str, Any], kop: dict[str, str], pad: Path) -> None:
    for naam, waarde in {"schema": SCHEMA, **kop}.items():
        was = gegevens.get(naam, "")
        if was != waarde:
            raise BestandFout(
                f"deze map is van een andere serie: {naam} was «{was}», nu «{waarde}»",
                doe="geef dezelfde opties, of begin opnieuw in een lege map",
                plaats=str(pad),
            )


def _als_gegevens(uitslag: Uitslag) -> dict[str, Any]:
    return {
        veld.name: _waarde(waarde)
        for veld in fields(uitslag)
        if (waarde := getattr(uitslag, veld.name)) not in (None, "", ()) and veld.name != "algemeen"
    }


def _waarde(waarde: object) -> object:
    if isinstance(waarde, Decimal):
        return bedrag_machine(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _als_uitslag(gegevens: dict[str, Any], pad: Path) -> Uitslag:
    velden = dict(gegevens)
    try:
        for naam in _BEDRAGEN & set(velden):
            velden[naam] = Decimal(velden[naam])
        for naam in _DATA & set(velden):
            velden[naam] = date.fromisoformat(velden[naam])
        velden["stand"] = Stand(velden["stand"])
        velden["opmerkingen"] = tuple(velden.get("opmerkingen", ()))
        velden["weggelaten"] = tuple(Weggelaten(*deel) for deel in velden.get("weggelaten", ()))
        return Uitslag(**{"nummer": "", "naam": "", **velden})
    except (ArithmeticError, KeyError, TypeError, ValueError) as fout:
        raise _geen_journaal(pad) from fout


def _geen_journaal(pad: Path) -> BestandFout:
    return BestandFout(
        "dit is geen journaal van een serie",
        doe=f"geef de map of het {BESTANDSNAAM} van «wiktool serie»",
        plaats=str(pad),
    )


def _mislukt(pad: Path, fout: OSError) -> BestandFout:
    doe = "maak ruimte of pas de rechten aan, en ga verder met --hervat"
    return BestandFout(f"het journaal: {systeemreden(fout)}", doe=doe, plaats=str(pad))


def ruim_op(map_: Path, brieven: Iterable[str]) -> None:
    """Remove what a killed run left of these letters; those of another part may be at work.

    A letter that is being written has its name, cut short, between a full stop and a mark.
    """
    eigen = {f".{naam}"[:LANGSTE_TIJDELIJK] for naam in brieven}
    for rest in map_.glob(".*.*"):
        begin = rest.name.rpartition(".")[0]
        if begin[:LANGSTE_TIJDELIJK] in eigen and rest.is_file():
            with suppress(OSError):
                rest.unlink()
