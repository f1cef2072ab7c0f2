"""How interest runs on one claim from day to day (6:119, 6:119a, 6:119b and 6:120 BW; recht.md 7).

Exact fractions inside: nothing is rounded until a payment settles the interest, or until the end.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from wiktool.kern.datum import EEN_DAG, dag_na
from wiktool.kern.fouten import BuitenBereik
from wiktool.kern.geld import NUL, rond_af
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from wiktool.wetgegevens.tabel import Tabel, Versie

_GEWOON_JAAR: Final = 365
_SCHRIKKELJAAR: Final = 366


class Rentesoort(StrEnum):
    """Which interest."""

    WETTELIJK = "wettelijk"
    """Legal interest (6:119 BW)."""
    HANDEL = "handel"
    """Legal interest for trade agreements and against public bodies (6:119a, 6:119b BW)."""
    CONTRACTUEEL = "contractueel"
    """Agreed interest."""


class Dagtelling(StrEnum):
    """Over how many days a year is counted (docs/keuzes/0004-dagtelling.md)."""

    WERKELIJK = "werkelijk"
    """Actual days over 365, and over 366 for days in a leap year."""
    VAST = "365"
    """Actual days over 365, always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rentevoorwaarden:
    """How interest is computed.

    Attributes:
        percentage: the agreed rate in percent a year; only with ``CONTRACTUEEL``.
        enkelvoudig: no interest on interest.
    """

    soort: Rentesoort = Rentesoort.WETTELIJK
    percentage: Decimal | None = None
    enkelvoudig: bool = False
    dagtelling: Dagtelling = Dagtelling.WERKELIJK

    @property
    def tabel(self) -> Tabel | None:
        """The table of rates; None for an agreed rate."""
        if self.soort is Rentesoort.CONTRACTUEEL:
            return None
        return tabel("handelsrente" if self.soort is Rentesoort.HANDEL else "wettelijke_rente")


@dataclass(frozen=True, slots=True, kw_only=True)
class Renteperiode:
    """Days in a row with one base, one rate and one length of the year.

    Attributes:
        van: first day.
        tot: last day, included.
        jaardagen: the days over which the yearly rate is spread.
        percentage: in percent a year.
        grondslag: what bears interest, in euros, not rounded: principal and added interest.
        rente: in euros, not rounded.
        bijgeschreven: interest of the past year that joined the base on the first day.
        versie: the version of the table the rate was taken from; None for an agreed rate.
    """

    van: date
    tot: date
    jaardagen: int
    percentage: Decimal
    grondslag: Decimal
    rente: Decimal
    bijgeschreven: Decimal = NUL
    versie: Versie | None = None

    @property
    def dagen(self) -> int:
        """The number of days, first and last included."""
        return (self.tot - self.van).days + 1

    def sluit_aan_bij(self, volgende: Renteperiode) -> bool:
        """Whether the next period goes on with the same base, rate and length of the year."""
        return not volgende.bijgeschreven and (
            self.grondslag,
            self.percentage,
            self.jaardagen,
            self.versie,
        ) == (volgende.grondslag, volgende.percentage, volgende.jaardagen, volgende.versie)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rentestand:
    """What is open on a claim at the end of a day, and where its interest year stands.

    Attributes:
        hoofdsom: the open principal in euros, whole cents.
        bijgeschreven: unpaid interest of past years, which itself bears interest.
        lopend: unpaid interest since the last addition.
        jaarbegin: the day from which interest years count.
        jaren: how many interest years were completed since.
        volgende_dag: the first day whose interest has not been counted.
    """

    hoofdsom: Decimal
    jaarbegin: date
    volgende_dag: date
    bijgeschreven: Fraction = Fraction()
    lopend: Fraction = Fraction()
    jaren: int = 0

    @property
    def rente(self) -> Decimal:
        """The unpaid interest in euros, rounded."""
        return rond_af(als_decimaal(self.bijgeschreven + self.lopend))

    @property
    def nieuw_jaar(self) -> date:
        """The first day of the next interest year."""
        return jaardag(self.jaarbegin, self.jaren + 1)


def begin(hoofdsom: Decimal, van: date) -> Rentestand:
    """A claim that bears interest from a day on."""
    return Rentestand(hoofdsom=hoofdsom, jaarbegin=van, volgende_dag=van)


def jaardag(begin: date, jaren: int) -> date:
    """The first day of a later interest year; a year that began on 29 February ends on the 28th.

    Bron: docs/keuzes/0005-rentejaar.md.

    >>> jaardag(date(2024, 2, 29), 1), jaardag(date(2024, 2, 29), 4)
    (datetime.date(2025, 3, 1), datetime.date(2028, 2, 29))
    """
    try:
        return begin.replace(year=begin.year + jaren)
    except ValueError:
        return date(begin.year + jaren, 3, 1)


def als_decimaal(breuk: Fraction) -> Decimal:
    """A fraction as a decimal of 28 digits; half a cent stays half a cent.

    >>> als_decimaal(Fraction(1, 200))
    Decimal('0.005')
    """
    return Decimal(breuk.numerator) / Decimal(breuk.denominator)


def loop_door(
    stand: Rentestand, tot: date, voorwaarden: Rentevoorwaarden
) -> tuple[Rentestand, tuple[Renteperiode, ...]]:
    """Let interest run up to and including a day.

    Raises:
        BuitenBereik: no rate is known for one of the days.

    Bron: art. 6:119 lid 2 en 6:120 BW (recht.md R7.2, R7.4, R7.6).
    """
    perioden = []
    while stand.volgende_dag <= tot and stand.hoofdsom:
        al_bijgeschreven = stand.bijgeschreven
        stand = _bij_nieuw_jaar(stand, voorwaarden)
        percentage, houdbaar_tot = percentage_op(stand.volgende_dag, voorwaarden)
        jaardagen, jaar_tot = _jaardagen_op(stand.volgende_dag, voorwaarden.dagtelling)
        laatste = min(tot, houdbaar_tot, jaar_tot, stand.nieuw_jaar - EEN_DAG)
        grondslag = Fraction(stand.hoofdsom) + stand.bijgeschreven
        dagen = (laatste - stand.volgende_dag).days + 1
        rente = grondslag * Fraction(percentage) * dagen / (100 * jaardagen)
        perioden.append(
            Renteperiode(
                van=stand.volgende_dag,
                tot=laatste,
                jaardagen=jaardagen,
                percentage=percentage,
                grondslag=als_decimaal(grondslag),
                rente=als_decimaal(rente),
                bijgeschreven=als_decimaal(stand.bijgeschreven - al_bijgeschreven),
                versie=versie_op(stand.volgende_dag, voorwaarden),
            )
        )
        stand = replace(stand, lopend=stand.lopend + rente, volgende_dag=dag_na(laatste))
    return stand, tuple(perioden)


def rente_van_morgen(stand: Rentestand, voorwaarden: Rentevoorwaarden) -> Decimal | None:
    """The interest of the next day in euros, not rounded; None when its rate is not known.

    >>> rente_van_morgen(begin(Decimal(36500), date(2026, 11, 21)), Rentevoorwaarden())
    Decimal('4')
    """
    try:
        _, perioden = loop_door(stand, stand.volgende_dag, voorwaarden)
    except BuitenBereik:
        return None
    return sum((periode.rente for periode in perioden), Decimal(0))


def boek(stand: Rentestand, *, rente: Decimal, hoofdsom: Decimal) -> Rentestand:
    """Take a payment off what is open at the end of the last counted day.

    Interest comes off what was added in past years first, then off the running year. When the
    payment settles the interest, it was settled in whole cents: what is left of a cent lapses. A
    payment that reaches the interest starts a new interest year the day after it.

    Args:
        stand: with all interest counted up to and including the day of payment.
        rente: the part for interest, not more than ``stand.rente``.
        hoofdsom: the part for principal; nothing while interest is left.

    Bron: art. 6:44 lid 1 BW; docs/keuzes/0005-rentejaar.md.
    """
    open_rente = stand.bijgeschreven + stand.lopend
    if not (rente or hoofdsom) or not open_rente:
        return replace(stand, hoofdsom=stand.hoofdsom - hoofdsom)
    oud = nieuw = Fraction()
    if rente < stand.rente:
        oud = max(Fraction(), stand.bijgeschreven - Fraction(rente))
        nieuw = open_rente - Fraction(rente) - oud
    return replace(
        stand,
        hoofdsom=stand.hoofdsom - hoofdsom,
        bijgeschreven=oud,
        lopend=nieuw,
        jaarbegin=stand.volgende_dag,
        jaren=0,
    )


def _bij_nieuw_jaar(stand: Rentestand, voorwaarden: Rentevoorwaarden) -> Rentestand:
    """On the first day of an interest year the interest of the past year joins the base."""
    if stand.volgende_dag < stand.nieuw_jaar:
        return stand
    stand = replace(stand, jaren=stand.jaren + 1)
    if voorwaarden.enkelvoudig:
        return stand
    return replace(stand, bijgeschreven=stand.bijgeschreven + stand.lopend, lopend=Fraction())


def percentage_op(dag: date, voorwaarden: Rentevoorwaarden) -> tuple[Decimal, date]:
    """The rate on a day in percent a year, and the last day it is known to hold.

    Raises:
        BuitenBereik: no rate is known for that day.
    """
    versie = versie_op(dag, voorwaarden)
    if versie is None:
        assert voorwaarden.percentage is not None  # noqa: S101 - checked where it comes in
        return voorwaarden.percentage, date.max
    return versie.getal("procent"), versie.geldig_tot or date.max


def versie_op(dag: date, voorwaarden: Rentevoorwaarden) -> Versie | None:
    """The version of the table of rates in force on a day; None for an agreed rate.

    Raises:
        BuitenBereik: no rate is known for that day.
    """
    rentetabel = voorwaarden.tabel
    return None if rentetabel is None else rentetabel.op(dag)


def _jaardagen_op(dag: date, dagtelling: Dagtelling) -> tuple[int, date]:
    """Over how many days the yearly rate is spread on a day, and the last day that holds."""
    if dagtelling is Dagtelling.VAST:
        return _GEWOON_JAAR, date.max
    if isleap(dag.year):
        return _SCHRIKKELJAAR, date(dag.year, 12, 31)
    jaar = dag.year
    while not isleap(jaar + 1):
        jaar += 1
    return _GEWOON_JAAR, date(jaar, 12, 31)
