"""The lists beside the letters of a batch: what was written, what was left out, what was rejected.

They are made out of the journal, so that they cover every run of the same batch.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from wiktool.taken.serie.eenpdf import voeg_samen
from wiktool.taken.serie.journaal import lees_journaal
from wiktool.taken.serie.model import Stand
from wiktool.taken.serie.uitvoer import (
    OVERGESLAGEN,
    OVERZICHT,
    overgeslagen_rijen,
    overzichtsrij,
    schrijf_fouten,
    schrijf_tabel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from wiktool.taken.serie.bronnen import Invoer
    from wiktool.taken.serie.model import Deel, Zaak


@dataclass(slots=True, kw_only=True)
class Afwijzingen:
    """What of the input was rejected, each with the reason.

    Attributes:
        regels: for every table, counted from 0, the lines.
        bestanden: whole files.
    """

    regels: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    bestanden: list[tuple[str, str]] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        """How many lines and files together."""
        return sum(map(len, self.regels.values())) + len(self.bestanden)


def verzamel_afwijzingen(
    invoer: Invoer, zaken: Iterable[Zaak], redenen: Mapping[str, str], deel: Deel
) -> Afwijzingen:
    """What could not be read, told by the first part only, and the rows of the rejected cases.

    Args:
        invoer: the whole input.
        zaken: the cases of this part.
        redenen: why a case was rejected, by its key.
        deel: which part this is.
    """
    afwijzingen = Afwijzingen()
    if deel.nummer == 1:
        afwijzingen.bestanden += _mislukte_bestanden(invoer)
        for bron, (_, gelezen) in enumerate(invoer.tabellen):
            afwijzingen.regels[bron] = {rij.regel: rij.reden for rij in gelezen.afgewezen}
    for zaak in zaken:
        if reden := redenen.get(zaak.sleutel, ""):
            for bron, post in zaak.posten:
                afwijzingen.regels[bron][post.regel] = reden
            afwijzingen.bestanden += [(naam, reden) for naam in zaak.bestanden]
    return afwijzingen


def noem_zonder_zaak(invoer: Invoer, deel: Deel) -> Iterator[str]:
    """A line for every row and file that belongs to no case, with the reason; from one part only.

    For a run without a folder, which writes no lists.
    """
    if deel.nummer > 1:
        return
    for naam, reden in _mislukte_bestanden(invoer):
        yield f"{naam}: afgewezen: {reden}"
    for pad, gelezen in invoer.tabellen:
        for afgewezen in gelezen.afgewezen:
            yield f"{pad.name}, regel {afgewezen.regel}: afgewezen: {afgewezen.reden}"
        for weg in gelezen.overgeslagen:
            wie = " ".join(filter(None, (weg.schuldenaar, weg.factuurnummer)))
            yield f"{pad.name}, regel {weg.regel}: overgeslagen: {wie}: {weg.reden}"


def schrijf_lijsten(
    map_: Path, deel: Deel, invoer: Invoer, afwijzingen: Afwijzingen, *, een_pdf: bool
) -> list[Path]:
    """Write the lists, and with ``een_pdf`` all letters in one; return the files.

    Raises:
        BestandFout: the disk refuses, or a letter has gone.
    """
    brieven: dict[str, tuple[str, ...]] = {}
    overgeslagen: dict[str, list[tuple[str, ...]]] = {}
    for uitslag in lees_journaal(map_ / f"journaal{deel.achtervoegsel}.jsonl")[1]:
        overgeslagen[uitslag.sleutel] = list(overgeslagen_rijen(uitslag))
        if uitslag.stand is Stand.GESCHREVEN:
            brieven[uitslag.sleutel] = overzichtsrij(uitslag)
    overzicht = map_ / f"overzicht{deel.achtervoegsel}.csv"
    schrijf_tabel(overzicht, OVERZICHT, brieven.values())
    rijen = [*_overgeslagen_invoer(invoer, deel), *chain(*overgeslagen.values())]
    weg = map_ / f"overgeslagen{deel.achtervoegsel}.csv"
    schrijf_tabel(weg, OVERGESLAGEN, rijen)
    bestanden = [overzicht, *_schrijf_afwijzingen(map_, deel, invoer, afwijzingen), weg]
    if een_pdf:
        namen = [map_ / rij[OVERZICHT.index("bestand")] for rij in brieven.values()]
        bestanden += voeg_samen(namen, map_, f"brieven{deel.achtervoegsel}")
    return bestanden


def _overgeslagen_invoer(invoer: Invoer, deel: Deel) -> Iterator[tuple[str, ...]]:
    """Rows of the input that ask for no letter; told by the first part only."""
    if deel.nummer == 1:
        for _, gelezen in invoer.tabellen:
            for rij in gelezen.overgeslagen:
                yield "", rij.schuldenaar, rij.factuurnummer, f"regel {rij.regel}: {rij.reden}"


def _schrijf_afwijzingen(
    map_: Path, deel: Deel, invoer: Invoer, afwijzingen: Afwijzingen
) -> list[Path]:
    geschreven = []
    for bron, (pad, gelezen) in enumerate(invoer.tabellen):
        nummer = f"-{bron + 1}" if bron else ""
        fouten = map_ / f"fouten{nummer}{deel.achtervoegsel}.csv"
        schrijf_fouten(fouten, pad, gelezen, afwijzingen.regels[bron])
        geschreven.append(fouten)
    if afwijzingen.bestanden or not invoer.tabellen:
        naam = "fouten-bestanden" if invoer.tabellen else "fouten"
        fouten = map_ / f"{naam}{deel.achtervoegsel}.csv"
        schrijf_tabel(fouten, ("bestand", "reden"), afwijzingen.bestanden)
        geschreven.append(fouten)
    return geschreven


def _mislukte_bestanden(invoer: Invoer) -> Iterator[tuple[str, str]]:
    for pad, fout in invoer.mislukt:
        gebreken = getattr(fout, "gebreken", ())
        yield str(pad), "; ".join([fout.melding, *gebreken])
