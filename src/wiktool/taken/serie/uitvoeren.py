"""A whole batch: read, group, match payments, make the letters, write the lists."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.kern.fouten import BestandFout, NietMogelijk, WiktoolFout, systeemreden
from wiktool.kern.geld import NUL
from wiktool.taken.serie.bestandsnaam import bestandsnamen
from wiktool.taken.serie.brieven import behandel
from wiktool.taken.serie.journaal import Journaal, ruim_op
from wiktool.taken.serie.lijsten import Afwijzingen, schrijf_lijsten, verzamel_afwijzingen
from wiktool.taken.serie.model import GEHEEL, Deel, Opdracht, Stand, Uitslag, Zaak
from wiktool.taken.serie.onderbreking import Onderbreking
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
    deel: Deel = GEHEEL
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
    samenvatting = Samenvatting()
    if opdracht.map is None:
        _loop_door(eigen, namen, opdracht, loop, samenvatting, loop.bij_uitslag)
        samenvatting.rijen = _afwijzingen(invoer, eigen, samenvatting, loop).aantal
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
        afwijzingen = _afwijzingen(invoer, eigen, samenvatting, loop)
        samenvatting.rijen = afwijzingen.aantal
        samenvatting.bestanden += schrijf_lijsten(
            opdracht.map, loop.deel, invoer, afwijzingen, een_pdf=loop.een_pdf
        )
    return samenvatting


def _afwijzingen(
    invoer: Invoer, zaken: Sequence[Zaak], samenvatting: Samenvatting, loop: Loop
) -> Afwijzingen:
    return verzamel_afwijzingen(invoer, zaken, samenvatting.redenen, loop.deel)


def _kop(opdracht: Opdracht, deel: Deel) -> dict[str, str]:
    return {
        "soort": opdracht.soort.value,
        "datum": opdracht.datum.isoformat(),
        "formaat": opdracht.formaat.value,
        "deel": f"{deel.nummer}/{deel.van}",
        "bijlagen": opdracht.bijlagen,
    }


def _maak_map(map_: Path) -> None:
    if map_.exists() and not map_.is_dir():
        raise BestandFout("dit is geen map", doe="kies een andere naam", plaats=str(map_))
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise BestandFout(
            f"de map kan niet worden gemaakt: {systeemreden(fout)}",
            doe="kies een map waarin u mag schrijven",
            plaats=str(map_),
        ) from fout


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
        except WiktoolFout as fout:
            for uitslagen in _wat_nog_goed_ging(werkers):
                verwerk(uitslagen)
            if isinstance(fout, BestandFout):
                fout.doe = fout.doe or "verhelp dat, en ga verder met --hervat"
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
