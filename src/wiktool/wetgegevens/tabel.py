"""Dated legal tables: TOML with a source for every version, read late and validated when read.

A table answers for a day with the version in force that day, and refuses a day outside the range it
knows. It never extrapolates.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from os.path import dirname, join
from typing import Any, Final

from wiktool.kern.bron import Bewijs, Bron
from wiktool.kern.datum import EEN_DAG
from wiktool.kern.fouten import BuitenBereik
from wiktool.kern.notatie import datum_nl
from wiktool.kern.uitkomst import Kanttekening
from wiktool.wetgegevens.regelingen import lees_bron

TABELLEN: Final = (
    "incassokosten",
    "termijnbetalingen",
    "btw",
    "aanmaning",
    "bezorging",
    "feestdagen",
    "wettelijke_rente",
    "handelsrente",
    "handelsminimum",
    "betalingstermijnen",
    "grote_schuldenaren",
)
"""Every table, in the order in which ``wiktool wet`` shows them."""

_VERSIEVELDEN: Final = frozenset({"geldig_van", "geldig_tot", "bron", "bewijs", "vindplaats"})


class TabelFout(Exception):
    """A legal table contradicts itself: a fault of the program's data, not of the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """One version of a table.

    Attributes:
        geldig_tot: the last day it is known to hold; None for "until changed".
        vindplaats: the publication behind it, where the table gives one.
        waarden: its values as the TOML gives them; amounts and percentages are strings.
    """

    tabel: str
    geldig_van: date
    geldig_tot: date | None
    bron: Bron
    vindplaats: str
    waarden: dict[str, Any]

    def getal(self, naam: str) -> Decimal:
        """A value as an exact decimal."""
        return Decimal(self.waarden[naam])

    @property
    def geldigheid(self) -> str:
        """Its validity in words.

        >>> tabel("btw").versies[0].geldigheid
        '1 januari 2001 tot en met 30 september 2012'
        """
        if self.geldig_tot is None:
            return f"vanaf {datum_nl(self.geldig_van)}"
        return f"{datum_nl(self.geldig_van)} tot en met {datum_nl(self.geldig_tot)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A legal table in all its versions.

    Attributes:
        aanknoping: which date picks the version: a legal choice.
        gecontroleerd_op: the day a person compared the newest version with its source.
        overig: what the file holds beside the versions (the holidays, for instance).
    """

    id: str
    titel: str
    aanknoping: str
    gecontroleerd_op: date
    versies: tuple[Versie, ...]
    overig: dict[str, Any] = field(default_factory=dict)

    def op(self, dag: date) -> Versie:
        """The version in force on a day.

        Raises:
            BuitenBereik: no value is known for that day; the message gives the known range.

        >>> tabel("btw").op(date(2012, 9, 30)).getal("procent")
        Decimal('19')
        >>> tabel("handelsrente").op(date(2027, 1, 1))
        Traceback (most recent call last):
            ...
        wiktool.kern.fouten.BuitenBereik: Wettelijke handelsrente: voor 1 januari 2027 ...
        """
        for versie in reversed(self.versies):
            if versie.geldig_van <= dag:
                if versie.geldig_tot is not None and dag > versie.geldig_tot:
                    break
                return versie
        raise BuitenBereik(
            f"{self.titel}: voor {datum_nl(dag)} is geen waarde bekend; bekend is {self.bereik}",
            doe="kies een datum binnen dat bereik, of vul de tabel aan (wiktool wet "
            f"{self.id} toont haar)",
        )

    @property
    def bereik(self) -> str:
        """The known range in words.

        >>> tabel("btw").bereik
        'vanaf 1 januari 2001'
        """
        eerste, laatste = self.versies[0].geldig_van, self.versies[-1].geldig_tot
        if laatste is None:
            return f"vanaf {datum_nl(eerste)}"
        return f"{datum_nl(eerste)} tot en met {datum_nl(laatste)}"

    def kanttekeningen(self, dag: date) -> tuple[Kanttekening, ...]:
        """The doubts that come with using the table for a day.

        One when the day lies after the last comparison with the source, one when the version in
        force was inferred.
        """
        versie = self.op(dag)
        gevonden = []
        if dag > self.gecontroleerd_op:
            gevonden.append(
                Kanttekening(
                    code=f"niet-gecontroleerd-na-{self.id.replace('_', '-')}",
                    tekst=f"{self.titel}: de tabel is voor het laatst vergeleken met de bron op "
                    f"{datum_nl(self.gecontroleerd_op)}; ga na of er sindsdien iets is gewijzigd.",
                    bron=versie.bron,
                )
            )
        if versie.bron.bewijs is Bewijs.AFGELEID:
            gevonden.append(
                Kanttekening(
                    code=f"afgeleid-{self.id.replace('_', '-')}",
                    tekst=f"{self.titel}: deze waarde ({versie.geldigheid}) is afgeleid; de tekst "
                    "van de regeling zelf is niet gezien. Ga haar na voordat u erop vertrouwt.",
                    bron=versie.bron,
                )
            )
        return tuple(gevonden)


@cache
def tabel(naam: str) -> Tabel:
    """Read and validate one of the program's tables.

    Raises:
        TabelFout: the table contradicts itself.

    >>> tabel("incassokosten").op(date(2026, 11, 21)).getal("minimum")
    Decimal('40')
    """
    with open(join(dirname(__file__), f"{naam}.toml"), "rb") as bestand:
        return lees_tabel(tomllib.load(bestand, parse_float=Decimal))


def lees_tabel(gegevens: dict[str, Any]) -> Tabel:
    """Make a table of parsed TOML; versions must be in order and may not overlap.

    Raises:
        TabelFout: a field is missing, or the versions are out of order or overlap.
    """
    gegevens = dict(gegevens)
    naam: str = gegevens.get("id", "?")
    try:
        ruw = gegevens.pop("versie")
        if not ruw:
            raise ValueError("geen enkele versie")
        versies = tuple(
            _versie(naam, stuk, volgende["geldig_van"] if volgende else None)
            for stuk, volgende in zip(ruw, [*ruw[1:], None], strict=True)
        )
        gelezen = Tabel(
            id=gegevens.pop("id"),
            titel=gegevens.pop("titel"),
            aanknoping=gegevens.pop("aanknoping"),
            gecontroleerd_op=gegevens.pop("gecontroleerd_op"),
            versies=versies,
            overig=gegevens,
        )
    except (KeyError, ValueError) as fout:
        raise TabelFout(f"{naam}: veld ontbreekt of deugt niet: {fout}") from fout
    return gelezen


def _versie(naam: str, ruw: dict[str, Any], volgende: date | None) -> Versie:
    van: date = ruw["geldig_van"]
    tot: date | None = ruw.get("geldig_tot")
    if volgende is not None:
        if volgende <= van or (tot is not None and tot >= volgende):
            raise TabelFout(
                f"{naam}: versie {van} overlapt met {volgende} of staat niet op volgorde"
            )
        tot = tot or volgende - EEN_DAG
    elif tot is not None and tot < van:
        raise TabelFout(f"{naam}: versie {van} eindigt voor zij begint")
    return Versie(
        tabel=naam,
        geldig_van=van,
        geldig_tot=tot,
        bron=lees_bron(ruw["bron"], Bewijs(ruw["bewijs"])),
        vindplaats=ruw.get("vindplaats", ""),
        waarden={k: v for k, v in ruw.items() if k not in _VERSIEVELDEN},
    )
