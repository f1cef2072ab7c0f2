"""What a batch works with: a case per debtor, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from pathlib import Path

    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.invoer.postlezer import Post
    from wiktool.invoer.relaties import Relatie
    from wiktool.invoer.tabel.kolommen import Veld
    from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
    from wiktool.kern.dossier import (
        Aanmaning,
        Afspraken,
        Betaling,
        Briefgegevens,
        Dossier,
        Incassobureau,
        Schuldeiser,
    )
    from wiktool.taken.formaten import Formaat


class Rij(NamedTuple):
    """A row of the input: which file, counted from 0, and the line on which it starts."""

    bron: int
    regel: int


@dataclass(slots=True, kw_only=True)
class Zaak:
    """Everything the input says about one debtor.

    Attributes:
        sleutel: the debtor number, or the name where there is none; keys the journal.
        posten: its open items, each with the file it comes from.
        dossiers: its invoices and dossiers that came as files of their own.
        betalingen: what came in since the open items were exported.
        bestanden: the files of ``dossiers``.
        opmerkingen: what a person must know of it, in Dutch.
        gebrek: why no letter can be made of it; empty when one can.
    """

    sleutel: str
    nummer: str = ""
    naam: str = ""
    posten: list[tuple[int, Post]] = field(default_factory=list)
    dossiers: list[Dossier] = field(default_factory=list)
    bestanden: list[str] = field(default_factory=list)
    relatie: Relatie | None = None
    betalingen: list[Betaling] = field(default_factory=list)
    aanmaningen: list[Aanmaning] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)
    gebrek: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afzender:
    """The creditor of the open items, with what its settings say beside."""

    schuldeiser: Schuldeiser
    incassobureau: Incassobureau | None
    afspraken: Afspraken
    brief: Briefgegevens


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """Which part of the debtors this run takes: the ``nummer``-th of ``van``."""

    nummer: int = 1
    van: int = 1

    @property
    def achtervoegsel(self) -> str:
        """What tells the lists of this part from those of the others."""
        return f"-{self.nummer}-van-{self.van}" if self.van > 1 else ""


GEHEEL: Final = Deel()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What every letter of a batch has in common; sent to every worker once.

    Attributes:
        map: where the letters go; None for a dry run.
        afzender: the creditor; None when every dossier names its own.
        overig: for every table of the input, which field each text of ``Post.overig`` is.
        minimum: principals below this get no letter.
        streng: a debtor without an address gets no letter.
        bijlagen: the kinds of files that keep letters back; a run that goes on has the same.
    """

    soort: Briefsoort
    datum: date
    formaat: Formaat
    map: Path | None
    afzender: Afzender | None
    overig: tuple[tuple[Veld, ...], ...] = ()
    toon: Toon | None = None
    taal: Taal | None = None
    bezorging: Bezorgwijze | None = None
    hoedanigheid: Hoedanigheid | None = None
    fatale_termijn: bool | None = None
    minimum: Decimal | None = None
    streng: bool = False
    bijlagen: str = ""
    huisstijl: Huisstijl | None = None


class Stand(StrEnum):
    """What became of a case."""

    GESCHREVEN = "geschreven"
    OVERGESLAGEN = "overgeslagen"
    """Understood, and no letter is due: not in default, settled, a business debtor."""
    AFGEWEZEN = "afgewezen"
    """Not understood, or something is missing that the user can mend."""


class Weggelaten(NamedTuple):
    """A claim that is not in the letter, and why."""

    factuurnummer: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What became of one case.

    Attributes:
        reden: why there is no letter; empty when there is one.
        bestand: the letter's file name within the folder.
        dossier: the dossier with this letter added, as data; what ``vervolg`` goes on with.
        weggelaten: claims that are not in the letter.
        algemeen: doubts that hold for every letter alike, told once.
    """

    sleutel: str
    nummer: str
    naam: str
    stand: Stand
    reden: str = ""
    hoofdsom: Decimal | None = None
    kosten: Decimal | None = None
    btw: Decimal | None = None
    laatste_dag: date | None = None
    kosten_vanaf: date | None = None
    bestand: str = ""
    sha256: str = ""
    opmerkingen: tuple[str, ...] = ()
    weggelaten: tuple[Weggelaten, ...] = ()
    algemeen: tuple[str, ...] = ()
    dossier: dict[str, object] | None = None
