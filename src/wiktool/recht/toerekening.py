"""To what a payment is imputed (6:43 and 6:44 BW; recht.md 6). Amounts in euros, whole cents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from wiktool.kern.fouten import NietMogelijk
from wiktool.kern.geld import CENT, NUL
from wiktool.kern.notatie import euro, procent
from wiktool.kern.uitkomst import Kanttekening, Stap, elke_bron_eens
from wiktool.wetgegevens.regelingen import bron

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiktool.kern.bron import Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Schuld:
    """What is open on one claim at the moment of a payment.

    Attributes:
        kenmerk: the invoice number, by which a payment may designate it.
        kosten: collection costs already owed, with VAT.
        rente: accrued interest.
        opeisbaar: whether its last day of payment was over.
        rentepercentage: the interest it bears, in percent a year; the higher, the more burdensome.
        ontstaan: since when it exists; None, when unknown, counts as the youngest.
    """

    kenmerk: str
    hoofdsom: Decimal
    rente: Decimal = NUL
    kosten: Decimal = NUL
    opeisbaar: bool = True
    rentepercentage: Decimal = Decimal(0)
    ontstaan: date | None = None

    @property
    def totaal(self) -> Decimal:
        """Everything open on it."""
        return self.kosten + self.rente + self.hoofdsom


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """The part of a payment that went to one claim."""

    kenmerk: str
    kosten: Decimal
    rente: Decimal
    hoofdsom: Decimal

    @property
    def totaal(self) -> Decimal:
        """The whole part."""
        return self.kosten + self.rente + self.hoofdsom


@dataclass(frozen=True, slots=True, kw_only=True)
class Toerekening:
    """Where a payment went.

    Attributes:
        delen: one for every claim that received something, in the order of imputation.
        rest: what was paid beyond everything open.
    """

    bedrag: Decimal
    delen: tuple[Deel, ...]
    rest: Decimal
    stappen: tuple[Stap, ...]
    kanttekeningen: tuple[Kanttekening, ...]

    @property
    def bronnen(self) -> tuple[Bron, ...]:
        """The sources of the steps, each once."""
        return elke_bron_eens(stap.bron for stap in self.stappen)


def reken_toe(bedrag: Decimal, schulden: Sequence[Schuld], *, aangewezen: str = "") -> Toerekening:
    """Impute a payment: over the claims by 6:43, and within each by 6:44.

    The claim the debtor designated comes first; then claimable ones, then the most burdensome,
    then the oldest; equal ones share in proportion. Within a claim: costs, interest, principal.

    Args:
        bedrag: what was paid, in euros.
        schulden: what was open at that moment.
        aangewezen: the invoice number the debtor named; empty when none.

    Raises:
        NietMogelijk: the payment names a claim that is not there.

    Bron: art. 6:43 en 6:44 lid 1 BW; HR 10 juli 2015, ECLI:NL:HR:2015:1868.

    >>> kosten, rente, hoofdsom = Decimal("40.00"), Decimal("2.00"), Decimal("100.00")
    >>> huur = Schuld(kenmerk="1", kosten=kosten, rente=rente, hoofdsom=hoofdsom)
    >>> reken_toe(Decimal("50.00"), [huur]).delen[0].hoofdsom
    Decimal('8.00')
    """
    if aangewezen and all(schuld.kenmerk != aangewezen for schuld in schulden):
        raise NietMogelijk(
            f"een betaling noemt factuur «{aangewezen}», die niet bij de vorderingen staat",
            doe="controleer het factuurnummer bij de betaling",
        )
    over, delen = bedrag, []
    for groep in _op_volgorde(schulden, aangewezen):
        for schuld, toebedeeld in _naar_evenredigheid(over, groep):
            if toebedeeld:
                delen.append(verdeel(toebedeeld, schuld))
        over -= min(over, _som(groep))
    return Toerekening(
        bedrag=bedrag,
        delen=tuple(delen),
        rest=over,
        stappen=tuple(_stappen(delen, over, aangewezen)),
        kanttekeningen=_kanttekeningen(schulden, delen, aangewezen),
    )


def verdeel(bedrag: Decimal, schuld: Schuld) -> Deel:
    """Impute an amount to one claim: costs, then interest, then principal.

    Args:
        bedrag: not more than is open on the claim.
        schuld: the claim.

    Bron: art. 6:44 lid 1 BW (recht.md R6.2, R6.3).
    """
    kosten = min(bedrag, schuld.kosten)
    rente = min(bedrag - kosten, schuld.rente)
    return Deel(
        kenmerk=schuld.kenmerk, kosten=kosten, rente=rente, hoofdsom=bedrag - kosten - rente
    )


def _som(schulden: Iterable[Schuld]) -> Decimal:
    return sum((schuld.totaal for schuld in schulden), NUL)


def _rang(schuld: Schuld, aangewezen: str) -> tuple[bool, bool, Decimal, date]:
    """Lower comes first: designated, claimable, most burdensome, oldest.

    Bron: art. 6:43 BW; docs/keuzes/0015-meest-bezwarend.md.
    """
    return (
        not aangewezen or schuld.kenmerk != aangewezen,
        not schuld.opeisbaar,
        -schuld.rentepercentage,
        schuld.ontstaan or date.max,
    )


def _op_volgorde(schulden: Sequence[Schuld], aangewezen: str) -> list[list[Schuld]]:
    """Groups of equal rank, the first to be paid first."""

    def rang(schuld: Schuld) -> tuple[bool, bool, Decimal, date]:
        return _rang(schuld, aangewezen)

    return [list(groep) for _, groep in groupby(sorted(schulden, key=rang), key=rang)]


def _naar_evenredigheid(bedrag: Decimal, groep: list[Schuld]) -> list[tuple[Schuld, Decimal]]:
    """Share an amount over claims in proportion to what is open, none more than that."""
    te_verdelen = min(bedrag, _som(groep))
    return list(zip(groep, verdeel_naar_rato(te_verdelen, [s.totaal for s in groep]), strict=True))


def verdeel_naar_rato(bedrag: Decimal, gewichten: Sequence[Decimal]) -> list[Decimal]:
    """Share an amount in whole cents in proportion to weights; the shares add up to the amount.

    Left-over cents go to the largest fractions, in the order of the weights.

    >>> [str(deel) for deel in verdeel_naar_rato(Decimal("1.00"), [Decimal(1)] * 3)]
    ['0.34', '0.33', '0.33']
    """
    som = sum(gewichten, NUL)
    if not som:
        return [NUL for _ in gewichten]
    centen = int(bedrag / CENT)
    zuiver = [Fraction(gewicht) / Fraction(som) * centen for gewicht in gewichten]
    heel = [int(deel) for deel in zuiver]
    volgorde = sorted(range(len(heel)), key=lambda i: heel[i] - zuiver[i])
    for i in volgorde[: centen - sum(heel)]:
        heel[i] += 1
    return [aantal * CENT for aantal in heel]


def _stappen(delen: list[Deel], rest: Decimal, aangewezen: str) -> list[Stap]:
    stappen = []
    for deel in delen:
        soorten = [
            f"{euro(bedrag)} op de {naam}"
            for bedrag, naam in (
                (deel.kosten, "kosten"),
                (deel.rente, "rente"),
                (deel.hoofdsom, "hoofdsom"),
            )
            if bedrag
        ]
        waarom = ", door de schuldenaar aangewezen" if deel.kenmerk == aangewezen else ""
        stappen.append(
            Stap(
                omschrijving=f"factuur {deel.kenmerk}{waarom}: {', '.join(soorten)}",
                bron=bron("bw", "6:44", "1"),
                bedrag=deel.totaal,
            )
        )
    if len(delen) > 1:
        stappen.insert(
            0,
            Stap(
                omschrijving="over meer vorderingen toegerekend: eerst de aangewezen, dan de "
                "opeisbare, de meest bezwarende, de oudste, en gelijke naar evenredigheid",
                bron=bron("bw", "6:43"),
            ),
        )
    if rest:
        stappen.append(Stap(omschrijving="meer betaald dan verschuldigd was", bedrag=rest))
    return stappen


def _kanttekeningen(
    schulden: Sequence[Schuld], delen: list[Deel], aangewezen: str
) -> tuple[Kanttekening, ...]:
    """A doubt where the most burdensome claim came first among otherwise equal ones."""
    gekregen = {deel.kenmerk for deel in delen}
    gelijken: dict[tuple[bool, bool], list[Schuld]] = {}
    for schuld in schulden:
        if schuld.totaal:
            gelijken.setdefault(_rang(schuld, aangewezen)[:2], []).append(schuld)
    for groep in gelijken.values():
        percentages = {schuld.rentepercentage for schuld in groep}
        if len(percentages) > 1 and gekregen.intersection(schuld.kenmerk for schuld in groep):
            opgesomd = " en ".join(procent(p) for p in sorted(percentages, reverse=True))
            return (
                Kanttekening(
                    code="meest-bezwarend",
                    tekst="Als meest bezwarend is de vordering aangehouden met de hoogste rente "
                    f"({opgesomd}).",
                    bron=bron("bw", "6:43", "2"),
                ),
            )
    return ()
