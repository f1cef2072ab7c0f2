"""What a batch leaves beside the letters: the overview, what was left out, what was rejected.

All are CSV for spreadsheets and scripts: ``;`` between fields, UTF-8 with a byte order mark,
amounts and dates for machines. No cell can be taken for a formula.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.tabel.bestand import open_tabel, schone_kop
from wiktool.invoer.tabel.cellen import als_tekst
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import bedrag_machine, datum_nl, euro
from wiktool.taken.serie.model import Stand
from wiktool.taken.wegschrijven import schrijf_bestand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal
    from pathlib import Path

    from wiktool.invoer.openposten import Openposten
    from wiktool.taken.serie.model import Uitslag

OVERZICHT: Final = (
    "schuldenaar_nummer",
    "schuldenaar",
    "hoofdsom",
    "kosten",
    "btw",
    "laatste_dag",
    "kosten_vanaf",
    "bestand",
    "sha256",
    "opmerking",
)
OVERGESLAGEN: Final = ("schuldenaar_nummer", "schuldenaar", "factuurnummer", "reden")
EXTRA: Final = ("regel", "reden")
"""What ``fouten.csv`` adds to the headings of the input."""

_BOM: Final = b"\xef\xbb\xbf"
_FORMULE: Final = ("=", "+", "-", "@", "\t", "\r")
_GETAL: Final = re.compile(r"[+-]?[0-9][0-9.,]*-?|-?[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}")
_QUOTEREN: Final = frozenset(';"\r\n')


def als_rij(velden: Iterable[str]) -> str:
    r"""One row of CSV with its line end, safe to open in a spreadsheet.

    A text that a spreadsheet would calculate gets an apostrophe in front; numbers stay numbers.

    >>> als_rij(["K1", "=1+1", "-12,50", "a;b"])
    'K1;\'=1+1;-12,50;"a;b"\r\n'
    """
    return ";".join(map(_veld, velden)) + "\r\n"


def _veld(tekst: str) -> str:
    if tekst.startswith(_FORMULE) and not _GETAL.fullmatch(tekst):
        tekst = f"'{tekst}"
    if _QUOTEREN.isdisjoint(tekst):
        return tekst
    return '"' + tekst.replace('"', '""') + '"'


def schrijf_tabel(pad: Path, kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> None:
    """Write a whole table, over an older one.

    Raises:
        BestandFout: the disk refuses.
    """
    inhoud = _BOM + "".join(map(als_rij, [kop, *rijen])).encode("utf-8", "replace")
    schrijf_bestand(pad, inhoud, overschrijf=True)


def overzichtsrij(uitslag: Uitslag) -> tuple[str, ...]:
    """One letter as a row of the overview."""
    return (
        uitslag.nummer,
        uitslag.naam,
        _bedrag(uitslag.hoofdsom),
        _bedrag(uitslag.kosten),
        _bedrag(uitslag.btw),
        _datum(uitslag.laatste_dag),
        _datum(uitslag.kosten_vanaf),
        uitslag.bestand,
        uitslag.sha256,
        "; ".join(uitslag.opmerkingen),
    )


def als_regel(uitslag: Uitslag) -> str:
    """What became of one debtor, on one line."""
    wie = uitslag.naam or uitslag.nummer
    if uitslag.stand is not Stand.GESCHREVEN:
        return f"{wie}: {uitslag.stand.value}: {uitslag.reden}"
    delen = []
    if uitslag.hoofdsom is not None:
        delen.append(euro(uitslag.hoofdsom))
    if uitslag.kosten is not None:
        delen.append(f"kosten {euro(uitslag.kosten + (uitslag.btw or NUL))}")
    if uitslag.laatste_dag is not None:
        delen.append(f"uiterlijk {datum_nl(uitslag.laatste_dag)}")
    weg = [f"{deel.factuurnummer} {deel.reden}" for deel in uitslag.weggelaten]
    extra = "; ".join((*uitslag.opmerkingen, *weg))
    return f"{wie}: {', '.join(delen)}" + (f" ({extra})" if extra else "")


def als_gegevens(uitslag: Uitslag) -> dict[str, Any]:
    """What became of one debtor, for programs."""
    return {
        "schuldenaar_nummer": uitslag.nummer,
        "schuldenaar": uitslag.naam,
        "stand": uitslag.stand.value,
        "reden": uitslag.reden,
        "hoofdsom": uitslag.hoofdsom,
        "kosten": uitslag.kosten,
        "btw": uitslag.btw,
        "laatste_dag": uitslag.laatste_dag,
        "kosten_vanaf": uitslag.kosten_vanaf,
        "bestand": uitslag.bestand,
        "sha256": uitslag.sha256,
        "opmerkingen": list(uitslag.opmerkingen),
        "weggelaten": [
            {"factuurnummer": deel.factuurnummer, "reden": deel.reden}
            for deel in uitslag.weggelaten
        ],
    }


def overgeslagen_rijen(uitslag: Uitslag) -> Iterator[tuple[str, ...]]:
    """A case without a letter, or the claims that its letter leaves out."""
    if uitslag.stand is Stand.OVERGESLAGEN:
        yield uitslag.nummer, uitslag.naam, "", uitslag.reden
    for weg in uitslag.weggelaten:
        yield uitslag.nummer, uitslag.naam, weg.factuurnummer, weg.reden


def schrijf_fouten(pad: Path, bron: Path, gelezen: Openposten, redenen: Mapping[int, str]) -> None:
    """Write the rejected rows of a table as they stand there, with their line and the reason.

    The rows are read again, so that none of them has to be kept in the meantime.

    Raises:
        BestandFout: the file has gone, or the disk refuses.
    """
    schrijf_tabel(pad, (*gelezen.kolommen.kop, *EXTRA), _foute_rijen(bron, gelezen, redenen))


def _foute_rijen(
    bron: Path, gelezen: Openposten, redenen: Mapping[int, str]
) -> Iterator[tuple[str, ...]]:
    if not redenen:
        return
    breedte = len(gelezen.kolommen.kop)
    kop = gelezen.kolommen.kop

    def herken(cellen: Sequence[str]) -> int:
        return int(schone_kop(cellen) == kop)

    with open_tabel(bron, herken, blad=gelezen.bron.blad) as tabel:
        for regel, rij in tabel.rijen:
            if regel in redenen:
                cellen = [als_tekst(cel) for cel in rij]
                cellen += [""] * (breedte - len(cellen))
                yield (*cellen, str(regel), redenen[regel])


def _bedrag(bedrag: Decimal | None) -> str:
    return "" if bedrag is None else bedrag_machine(bedrag)


def _datum(dag: date | None) -> str:
    return "" if dag is None else dag.isoformat()
