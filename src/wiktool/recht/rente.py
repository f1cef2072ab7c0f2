"""Interest on one claim, explained (6:119, 6:119a, 6:119b and 6:120 BW; recht.md 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wiktool.kern.datum import toets_jaar
from wiktool.kern.fouten import GebruiksFout, NotatieFout
from wiktool.kern.geld import NUL, rond_af
from wiktool.kern.notatie import datum_nl, euro
from wiktool.kern.uitkomst import Kanttekening, Stap, elke_bron_eens
from wiktool.recht.rente_uitleg import artikelen, kanttekeningen_bij, uitleg_van
from wiktool.recht.renteverloop import (
    Dagtelling,
    Renteperiode,
    Rentesoort,
    Rentestand,
    Rentevoorwaarden,
    begin,
    boek,
    loop_door,
    rente_van_morgen,
)
from wiktool.recht.toerekening import Schuld, verdeel
from wiktool.wetgegevens.regelingen import bron

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.kern.bron import Bron
    from wiktool.kern.dossier import Betaling, Hoedanigheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Renteboeking:
    """A payment and where it went.

    Attributes:
        rest: what was paid beyond everything open.
    """

    datum: date
    bedrag: Decimal
    rente: Decimal
    hoofdsom: Decimal
    rest: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Renteberekening:
    """Interest over a time, with how it came about. Amounts in euros.

    Attributes:
        van: the first day that bears interest.
        tot: the last day, included.
        rente: all interest over that time, paid or not, rounded.
        perioden: the days in a row with one base and one rate; not rounded.
        boekingen: the payments along the way.
        rente_open: the interest still unpaid.
        hoofdsom_open: the principal still unpaid.
        rest: what was paid beyond everything open.
        dagrente: the interest of the day after ``tot``; None when its rate is not known.
    """

    hoofdsom: Decimal
    voorwaarden: Rentevoorwaarden
    van: date
    tot: date
    rente: Decimal
    perioden: tuple[Renteperiode, ...]
    boekingen: tuple[Renteboeking, ...]
    rente_open: Decimal
    hoofdsom_open: Decimal
    rest: Decimal
    dagrente: Decimal | None
    stappen: tuple[Stap, ...]
    bronnen: tuple[Bron, ...]
    kanttekeningen: tuple[Kanttekening, ...]


def bereken_rente(
    hoofdsom: Decimal,
    *,
    van: date,
    tot: date,
    soort: Rentesoort = Rentesoort.WETTELIJK,
    percentage: Decimal | None = None,
    enkelvoudig: bool = False,
    dagtelling: Dagtelling = Dagtelling.WERKELIJK,
    betalingen: Sequence[Betaling] = (),
    hoedanigheid: Hoedanigheid | None = None,
) -> Renteberekening:
    """Interest from the first day of default up to and including a day.

    Compound per year from ``van``, split where a rate or the length of the year changes. A payment
    bears interest through its own day, and goes to interest first, then to principal; the interest
    year starts again the day after it. Rounded once at the end, and where a payment settles the
    interest.

    Args:
        hoofdsom: in euros, above zero.
        van: the first day that bears interest: the day after the last day of payment.
        tot: the last day, included.
        soort: legal, trade or agreed interest.
        percentage: the agreed rate in percent a year; with agreed interest only.
        enkelvoudig: no interest on interest.
        dagtelling: over how many days a year is counted.
        betalingen: payments between ``van`` and ``tot``.
        hoedanigheid: of the debtor, when known; picks the article to cite.

    Raises:
        NotatieFout: an amount of zero or less, or a year out of range.
        GebruiksFout: dates in the wrong order, a payment outside the time, a rate without agreed
            interest or the reverse.
        BuitenBereik: no rate is known for one of the days.

    Bron: art. 6:119, 6:119a, 6:119b en 6:120 BW; docs/keuzes/0003, 0004 en 0005.

    >>> jaar = {"van": date(2024, 1, 1), "tot": date(2024, 12, 31)}
    >>> bereken_rente(Decimal(10000), soort=Rentesoort.HANDEL, **jaar).rente
    Decimal('1237.43')
    """
    voorwaarden = Rentevoorwaarden(
        soort=soort, percentage=percentage, enkelvoudig=enkelvoudig, dagtelling=dagtelling
    )
    _toets(hoofdsom, van, tot, voorwaarden)
    stand = begin(hoofdsom, van)
    perioden: list[Renteperiode] = []
    boekingen: list[Renteboeking] = []
    stappen = [_eerste_stap(van, tot, voorwaarden, hoedanigheid)]
    for betaling in sorted(betalingen, key=lambda betaling: betaling.datum):
        _toets_betaling(betaling, van, tot)
        stand, nieuwe = loop_door(stand, betaling.datum, voorwaarden)
        perioden += nieuwe
        stappen += uitleg_van(nieuwe, voorwaarden)
        stand, boeking = _boek(stand, betaling)
        boekingen.append(boeking)
        stappen.append(_stap_van_boeking(boeking))
    stand, nieuwe = loop_door(stand, tot, voorwaarden)
    perioden += nieuwe
    stappen += uitleg_van(nieuwe, voorwaarden)
    rente = sum((boeking.rente for boeking in boekingen), NUL) + stand.rente
    stappen.append(Stap(omschrijving="samen, afgerond op hele centen", bedrag=rente))
    per_dag = _dagrente(stand, voorwaarden)
    return Renteberekening(
        hoofdsom=hoofdsom,
        voorwaarden=voorwaarden,
        van=van,
        tot=tot,
        rente=rente,
        perioden=tuple(perioden),
        boekingen=tuple(boekingen),
        rente_open=stand.rente,
        hoofdsom_open=stand.hoofdsom,
        rest=sum((boeking.rest for boeking in boekingen), NUL),
        dagrente=per_dag,
        stappen=tuple(stappen),
        bronnen=elke_bron_eens(
            [*artikelen(voorwaarden, hoedanigheid), *(stap.bron for stap in stappen)]
        ),
        kanttekeningen=kanttekeningen_bij(
            perioden,
            voorwaarden,
            tot=tot,
            met_betalingen=bool(boekingen),
            dagrente=per_dag,
            hoedanigheid=hoedanigheid,
        ),
    )


def _dagrente(stand: Rentestand, voorwaarden: Rentevoorwaarden) -> Decimal | None:
    morgen = rente_van_morgen(stand, voorwaarden)
    return None if morgen is None else rond_af(morgen)


def _toets(hoofdsom: Decimal, van: date, tot: date, voorwaarden: Rentevoorwaarden) -> None:
    if hoofdsom <= 0:
        raise NotatieFout(
            "er is geen hoofdsom om rente over te berekenen", doe="geef een bedrag boven nul"
        )
    toets_jaar(van, "--van")
    toets_jaar(tot, "--tot")
    if tot < van:
        raise GebruiksFout(
            f"de laatste rentedag, {datum_nl(tot)}, ligt vóór de eerste, {datum_nl(van)}",
            doe="controleer --van en --tot",
        )
    contractueel = voorwaarden.soort is Rentesoort.CONTRACTUEEL
    if contractueel and voorwaarden.percentage is None:
        raise GebruiksFout(
            "bij contractuele rente ontbreekt het percentage", doe="geef --percentage"
        )
    if not contractueel and voorwaarden.percentage is not None:
        raise GebruiksFout(
            "een percentage hoort alleen bij contractuele rente",
            doe="kies --soort contractueel, of laat --percentage weg",
        )


def _toets_betaling(betaling: Betaling, van: date, tot: date) -> None:
    if betaling.bedrag <= 0:
        raise NotatieFout(
            f"de betaling van {datum_nl(betaling.datum)} is niet meer dan nul",
            doe="geef een bedrag boven nul",
        )
    if betaling.datum < van:
        raise GebruiksFout(
            f"de betaling van {datum_nl(betaling.datum)} ligt vóór de eerste rentedag",
            doe="trek haar af van de hoofdsom",
        )
    if betaling.datum > tot:
        raise GebruiksFout(
            f"de betaling van {datum_nl(betaling.datum)} ligt na de laatste rentedag",
            doe="laat haar weg, of reken tot een latere dag",
        )


def _boek(stand: Rentestand, betaling: Betaling) -> tuple[Rentestand, Renteboeking]:
    schuld = Schuld(kenmerk="", hoofdsom=stand.hoofdsom, rente=stand.rente)
    deel = verdeel(min(betaling.bedrag, schuld.totaal), schuld)
    boeking = Renteboeking(
        datum=betaling.datum,
        bedrag=betaling.bedrag,
        rente=deel.rente,
        hoofdsom=deel.hoofdsom,
        rest=betaling.bedrag - deel.totaal,
    )
    return boek(stand, rente=deel.rente, hoofdsom=deel.hoofdsom), boeking


def _eerste_stap(
    van: date, tot: date, voorwaarden: Rentevoorwaarden, hoedanigheid: Hoedanigheid | None
) -> Stap:
    dagen = (tot - van).days + 1
    return Stap(
        omschrijving=f"rente vanaf {datum_nl(van)} tot en met {datum_nl(tot)}, "
        f"{dagen} {'dag' if dagen == 1 else 'dagen'}",
        bron=artikelen(voorwaarden, hoedanigheid)[0],
    )


def _stap_van_boeking(boeking: Renteboeking) -> Stap:
    rest = f"; te veel betaald {euro(boeking.rest)}" if boeking.rest else ""
    return Stap(
        omschrijving=f"betaling op {datum_nl(boeking.datum)}: {euro(boeking.rente)} op de rente, "
        f"{euro(boeking.hoofdsom)} op de hoofdsom{rest}",
        bron=bron("bw", "6:44", "1"),
        bedrag=boeking.bedrag,
    )


__all__ = [
    "Dagtelling",
    "Renteberekening",
    "Renteboeking",
    "Renteperiode",
    "Rentesoort",
    "Rentevoorwaarden",
    "bereken_rente",
]
