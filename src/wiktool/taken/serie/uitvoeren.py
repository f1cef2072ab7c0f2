"""A whole batch: read, group, match payments, make the letters, write the lists."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.kern.fouten import BestandFout, NietMogelijk, WiktoolFout
from wiktool.kern.geld import NUL
from wiktool.taken.serie.bestandsnaam import bestandsnamen
from wiktool.taken.serie.brieven import behandel
from wiktool.taken.serie.eenpdf import voeg_samen
from wiktool.taken.serie.journaal import Journaal, lees_journaal, ruim_op
from wiktool.taken.serie.model import Opdracht, Stand, Uitslag, Zaak
from wiktool.taken.serie.onderbreking import Onderbreking
from wiktool.taken.serie.uitvoer import (
    OVERGESLAGEN,
    OVERZICHT,
    overgeslagen_rijen,
    overzichtsrij,
    schrijf_fouten,
    schrijf_tabel,
)
from wiktool.taken.serie.werkers import WerkerGestopt, Werkers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from decimal import Decimal

    from wiktool.taken.serie.bronnen import Invoer

_STUK: Final = 16
"""Cases in one piece of work for a worker."""
_GENOEG_VOOR_WERKERS: Final = 64
"""With fewer cases a second process costs more than it saves."""

Stuk = list[tuple[Zaak, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """Which part of the debtors this run takes: the ``nummer``-th of ``van``."""

    nummer: int = 1
    van: int = 1

    @property
    def achtervoegsel(self) -> str:
        """What tells the lists of this part from those of the others."""
        return f"-{self.nummer}-van-{self.van}" if self.van > 1 else ""


def _stil(*_: object) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """How the run goes, apart from what the letters are.

    Attributes:
        werkers: processes at work.
        hoogstens: letters to make; None for all.
        meld: called with the number of cases done and the whole number.
        bij_uitslag: called with every result, in order.
    """

    werkers: int = 1
    hervat: bool = False
    hoogstens: int | None = None
    een_pdf: bool = False
    deel: Deel = Deel()
    meld: Callable[[int, int], None] = _stil
    bij_uitslag: Callable[[Uitslag], None] = _stil


@dataclass(slots=True, kw_only=True)
class Samenvatting:
    """What a run came to.

    Attributes:
        eerder: letters that an earlier run of the same batch had made.
        rest: cases not begun, because enough letters were made or the run was stopped.
        rijen: rejected rows of the input.
        algemeen: doubts that hold for every letter.
        bestanden: the lists that were written.
        onderbroken: stopped by Ctrl-C.
    """

    geschreven: int = 0
    eerder: int = 0
    overgeslagen: int = 0
    afgewezen: int = 0
    rest: int = 0
    rijen: int = 0
    zonder_adres: int = 0
    hoofdsom: Decimal = NUL
    kosten: Decimal = NUL
    algemeen: dict[str, None] = field(default_factory=dict)
    redenen: dict[str, str] = field(default_factory=dict)
    bestanden: list[Path] = field(default_factory=list)
    onderbroken: bool = False

    def tel(self, uitslag: Uitslag) -> None:
        """Add a result."""
        if uitslag.stand is Stand.GESCHREVEN:
            self.geschreven += 1
            self.hoofdsom += uitslag.hoofdsom or NUL
            self.kosten += (uitslag.kosten or NUL) + (uitslag.btw or NUL)
            self.zonder_adres += "adres ontbreekt" in uitslag.opmerkingen
            self.algemeen |= dict.fromkeys(uitslag.algemeen)
        elif uitslag.stand is Stand.OVERGESLAGEN:
            self.overgeslagen += 1
        else:
            self.afgewezen += 1
            self.redenen[uitslag.sleutel] = uitslag.reden


def voer_uit(zaken: Sequence[Zaak], invoer: Invoer, opdracht: Opdracht, loop: Loop) -> Samenvatting:
    """Make the letters of a batch and write the lists beside them.

    Args:
        zaken: all cases of the input; ``loop.deel`` says which of them are for this run.
        invoer: where they come from, for the list of rejected rows.
        opdracht: what the letters have in common; without a folder nothing is written.
        loop: how the run goes.

    Raises:
        BestandFout: the folder cannot be used, or the disk refuses; what was done stays.
        NietMogelijk: a worker was killed.
    """
    namen = bestandsnamen([zaak.sleutel for zaak in zaken], opdracht.soort)
    eigen = [z for plek, z in enumerate(zaken) if plek % loop.deel.van == loop.deel.nummer - 1]
    samenvatting = Samenvatting(rijen=invoer.rijen_afgewezen + len(invoer.mislukt))
    if opdracht.map is None:
        _loop_door(eigen, namen, opdracht, loop, samenvatting, loop.bij_uitslag)
        return samenvatting
    _maak_map(opdracht.map)
    pad = opdracht.map / f"journaal{loop.deel.achtervoegsel}.jsonl"
    bestanden = [f"{namen[zaak.sleutel]}.{opdracht.formaat}" for zaak in eigen]
    if loop.hervat:
        ruim_op(opdracht.map, bestanden)
    elif not pad.exists():
        _weiger_bestaande(opdracht.map, bestanden)
    with Journaal(pad, _kop(opdracht, loop.deel), hervat=loop.hervat) as journaal:
        nog = [zaak for zaak in eigen if zaak.sleutel not in journaal.geschreven]
        samenvatting.eerder = len(eigen) - len(nog)

        def noteer(uitslag: Uitslag) -> None:
            journaal.noteer(uitslag)
            loop.bij_uitslag(uitslag)

        _loop_door(nog, namen, opdracht, loop, samenvatting, noteer)
        samenvatting.bestanden += _schrijf_lijsten(opdracht, loop, invoer, eigen, samenvatting)
    return samenvatting


def _kop(opdracht: Opdracht, deel: Deel) -> dict[str, str]:
    return {
        "soort": opdracht.soort.value,
        "datum": opdracht.datum.isoformat(),
        "formaat": opdracht.formaat.value,
        "deel": f"{deel.nummer}/{deel.van}",
    }


def _maak_map(map_: Path) -> None:
    if map_.exists() and not map_.is_dir():
        raise BestandFout("dit is geen map", doe="kies een andere naam", plaats=str(map_))
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise BestandFout("de map kan niet worden gemaakt", plaats=str(map_)) from fout


def _weiger_bestaande(map_: Path, bestanden: Iterable[str]) -> None:
    """Refuse a folder with letters that no journal knows: nothing is written over them.

    Raises:
        BestandFout: one of the letters is there already.
    """
    aanwezig = {pad.name for pad in map_.iterdir()}
    for naam in bestanden:
        if naam in aanwezig:
            raise BestandFout(
                f"«{naam}» staat al in deze map", doe="kies een lege map", plaats=str(map_)
            )


def _loop_door(
    zaken: Sequence[Zaak],
    namen: dict[str, str],
    opdracht: Opdracht,
    loop: Loop,
    samenvatting: Samenvatting,
    bij_uitslag: Callable[[Uitslag], None],
) -> None:
    """Handle the cases in order; Ctrl-C lets what was begun be finished and noted."""
    wil = math.inf if loop.hoogstens is None else loop.hoogstens
    gedaan = 0

    def verwerk(uitslagen: list[Uitslag]) -> None:
        nonlocal gedaan
        for uitslag in uitslagen:
            gedaan += 1
            samenvatting.tel(uitslag)
            bij_uitslag(uitslag)
        loop.meld(gedaan, len(zaken))

    aantal = loop.werkers if len(zaken) >= _GENOEG_VOOR_WERKERS else 1
    werkers: Werkers[Stuk, list[Uitslag]] = Werkers(aantal, Behandelaar, opdracht)
    stukken = _stukken(zaken, namen, _STUK if loop.hoogstens is None else 1)
    with Onderbreking() as ctrl_c:
        try:
            for uitslagen in werkers.verwerk(
                stukken, ruimte=lambda: 0 if ctrl_c.gevraagd else wil - samenvatting.geschreven
            ):
                verwerk(uitslagen)
        except WiktoolFout:
            for uitslagen in _wat_nog_goed_ging(werkers):
                verwerk(uitslagen)
            raise
        except WerkerGestopt as fout:
            raise NietMogelijk(
                "een van de werkers is gestopt: te weinig geheugen, of van buiten beëindigd",
                doe="ga verder met --hervat, zo nodig met --werkers 1",
            ) from fout
        finally:
            werkers.sluit()
    samenvatting.onderbroken = ctrl_c.gevraagd
    samenvatting.rest = len(zaken) - gedaan


def _wat_nog_goed_ging(werkers: Werkers[Stuk, list[Uitslag]]) -> Iterator[list[Uitslag]]:
    """The results of what was begun; the first that failed ends it."""
    try:
        yield from werkers.rest()
    except (WerkerGestopt, WiktoolFout):
        return


def _stukken(zaken: Sequence[Zaak], namen: dict[str, str], grootte: int) -> Iterator[Stuk]:
    for begin in range(0, len(zaken), grootte):
        yield [(zaak, namen[zaak.sleutel]) for zaak in zaken[begin : begin + grootte]]


class Behandelaar:
    """Handles pieces of work; made once in every worker."""

    def __init__(self, opdracht: Opdracht) -> None:
        self._opdracht = opdracht

    def __call__(self, stuk: Stuk) -> list[Uitslag]:
        """Handle the cases of one piece, in order."""
        return [behandel(zaak, self._opdracht, naam) for zaak, naam in stuk]


def _schrijf_lijsten(
    opdracht: Opdracht, loop: Loop, invoer: Invoer, zaken: Sequence[Zaak], stand: Samenvatting
) -> list[Path]:
    """Write the lists out of the journal, so that they cover every run of this batch."""
    map_, achtervoegsel = opdracht.map, loop.deel.achtervoegsel
    assert map_ is not None  # noqa: S101 - a dry run writes no lists
    brieven: dict[str, tuple[str, ...]] = {}
    overgeslagen: dict[str, list[tuple[str, ...]]] = {}
    for uitslag in lees_journaal(map_ / f"journaal{achtervoegsel}.jsonl")[1]:
        overgeslagen[uitslag.sleutel] = list(overgeslagen_rijen(uitslag))
        if uitslag.stand is Stand.GESCHREVEN:
            brieven[uitslag.sleutel] = overzichtsrij(uitslag)
    overzicht = map_ / f"overzicht{achtervoegsel}.csv"
    schrijf_tabel(overzicht, OVERZICHT, brieven.values())
    rijen = [*_overgeslagen_invoer(invoer, loop.deel), *chain(*overgeslagen.values())]
    weg = map_ / f"overgeslagen{achtervoegsel}.csv"
    schrijf_tabel(weg, OVERGESLAGEN, rijen)
    bestanden = [overzicht, *_schrijf_fouten(map_, loop.deel, invoer, zaken, stand), weg]
    if loop.een_pdf:
        namen = [map_ / rij[OVERZICHT.index("bestand")] for rij in brieven.values()]
        bestanden += voeg_samen(namen, map_, f"brieven{achtervoegsel}")
    return bestanden


def _overgeslagen_invoer(invoer: Invoer, deel: Deel) -> Iterator[tuple[str, ...]]:
    """Rows of the input that ask for no letter; told by the first part only."""
    if deel.nummer == 1:
        for _, gelezen in invoer.tabellen:
            for rij in gelezen.overgeslagen:
                yield "", rij.schuldenaar, rij.factuurnummer, f"regel {rij.regel}: {rij.reden}"


def _schrijf_fouten(
    map_: Path, deel: Deel, invoer: Invoer, zaken: Iterable[Zaak], stand: Samenvatting
) -> list[Path]:
    """Write the rejected rows, per table of the input, and the files that failed."""
    redenen, bestanden = _verzamel_redenen(invoer, zaken, stand.redenen, deel)
    stand.rijen = sum(map(len, redenen.values())) + len(bestanden)
    geschreven = []
    for bron, (pad, gelezen) in enumerate(invoer.tabellen):
        nummer = f"-{bron + 1}" if bron else ""
        fouten = map_ / f"fouten{nummer}{deel.achtervoegsel}.csv"
        schrijf_fouten(fouten, pad, gelezen, redenen[bron])
        geschreven.append(fouten)
    if bestanden or not invoer.tabellen:
        naam = "fouten-bestanden" if invoer.tabellen else "fouten"
        fouten = map_ / f"{naam}{deel.achtervoegsel}.csv"
        schrijf_tabel(fouten, ("bestand", "reden"), bestanden)
        geschreven.append(fouten)
    return geschreven


def _verzamel_redenen(
    invoer: Invoer, zaken: Iterable[Zaak], van_zaken: dict[str, str], deel: Deel
) -> tuple[dict[int, dict[int, str]], list[tuple[str, str]]]:
    """For every table the rejected lines, and the files that failed, each with the reason."""
    redenen: dict[int, dict[int, str]] = defaultdict(dict)
    bestanden: list[tuple[str, str]] = []
    if deel.nummer == 1:
        bestanden += [(str(pad), reden) for pad, reden in _mislukte_bestanden(invoer)]
        for bron, (_, gelezen) in enumerate(invoer.tabellen):
            redenen[bron] = {rij.regel: rij.reden for rij in gelezen.afgewezen}
    for zaak in zaken:
        if reden := van_zaken.get(zaak.sleutel, ""):
            for bron, post in zaak.posten:
                redenen[bron][post.regel] = reden
            bestanden += [(naam, reden) for naam in zaak.bestanden]
    return redenen, bestanden


def _mislukte_bestanden(invoer: Invoer) -> Iterator[tuple[Path, str]]:
    for pad, fout in invoer.mislukt:
        gebreken = getattr(fout, "gebreken", ())
        yield pad, "; ".join([fout.melding, *gebreken])
