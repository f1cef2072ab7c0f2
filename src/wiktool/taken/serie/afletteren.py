"""Payments put with the claims they pay: certain ones applied, doubtful ones listed.

Bron: art. 6:43 lid 1 BW: the debtor's designation decides (recht.md R6.1).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from wiktool.invoer.relaties import naamsleutel
from wiktool.kern.dossier import Betaling
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import datum_kort, euro

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from wiktool.invoer.bank.model import Bijschrijving

_WOORD: Final = re.compile(r"[A-Z0-9]+")
_MEESTE_STUKKEN: Final = 5
_KORTSTE: Final = 4
"""An invoice number with fewer signs turns up by accident; it needs the account or the name."""


@dataclass(slots=True, kw_only=True)
class Rekening:
    """The open claims of one debtor, for matching.

    Attributes:
        open: what is owed per invoice number, in euros; lowered by what is applied.
        ibans: the accounts it is known to pay from.
        kenmerken: the invoice number behind a payment reference.
        verwerkt: what was paid on a day and is in the claims already.
    """

    sleutel: str
    naam: str
    open: dict[str, Decimal]
    ibans: frozenset[str] = frozenset()
    kenmerken: dict[str, str] = field(default_factory=dict)
    verwerkt: dict[date, Decimal] = field(default_factory=dict)

    @property
    def totaal(self) -> Decimal:
        """Everything this debtor owes."""
        return sum(self.open.values(), NUL)


@dataclass(slots=True, kw_only=True)
class Afgeletterd:
    """What the payments came to.

    Attributes:
        betalingen: the certain ones, by debtor.
        twijfels: the doubtful ones by debtor, each with its reason; never applied.
        onbekend: how many belong to no open claim.
    """

    betalingen: dict[str, list[Betaling]] = field(default_factory=lambda: defaultdict(list))
    twijfels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    onbekend: int = 0


def letter_af(
    bijschrijvingen: Iterable[Bijschrijving],
    rekeningen: Sequence[Rekening],
    *,
    verwerkt_tot: date | None = None,
) -> Afgeletterd:
    """Match payments by invoice number or payment reference, else by account and amount.

    Args:
        bijschrijvingen: what came in.
        rekeningen: what is open; lowered by what is applied.
        verwerkt_tot: the last day whose payments the open items already show; None when unknown.
            Then only a payment of exactly what is open is certain: a smaller one may have been
            taken off already.
    """
    return _Afletteraar(rekeningen, verwerkt_tot).verwerk(
        sorted(bijschrijvingen, key=lambda b: b.datum)
    )


class _Afletteraar:
    def __init__(self, rekeningen: Sequence[Rekening], verwerkt_tot: date | None) -> None:
        self._verwerkt_tot = verwerkt_tot
        self._uitkomst = Afgeletterd()
        self._op_nummer: dict[str, list[tuple[Rekening, str]]] = defaultdict(list)
        self._op_kenmerk: dict[str, list[tuple[Rekening, str]]] = defaultdict(list)
        self._op_iban: dict[str, list[Rekening]] = defaultdict(list)
        for rekening in rekeningen:
            for nummer in rekening.open:
                self._op_nummer[_kern(nummer)].append((rekening, nummer))
            for kenmerk, nummer in rekening.kenmerken.items():
                self._op_kenmerk[_kern(kenmerk)].append((rekening, nummer))
            for iban in rekening.ibans:
                self._op_iban[iban].append(rekening)

    def verwerk(self, bijschrijvingen: Iterable[Bijschrijving]) -> Afgeletterd:
        for bijschrijving in bijschrijvingen:
            genoemd = self._genoemd(bijschrijving)
            if genoemd:
                self._bij_nummers(bijschrijving, genoemd)
            elif rekeningen := self._op_iban.get(bijschrijving.iban):
                self._bij_rekening(bijschrijving, rekeningen)
            else:
                self._uitkomst.onbekend += 1
        return self._uitkomst

    def _genoemd(self, bijschrijving: Bijschrijving) -> list[tuple[Rekening, str]]:
        """The claims a payment names, each once, in order."""
        gevonden = list(self._op_kenmerk.get(_kern(bijschrijving.kenmerk), ()))
        tekst = f"{bijschrijving.omschrijving} {bijschrijving.kenmerk}"
        woorden = _WOORD.findall(tekst.upper())
        for begin in range(len(woorden)):
            for eind in range(begin + 1, min(begin + _MEESTE_STUKKEN, len(woorden)) + 1):
                gevonden += self._op_nummer.get("".join(woorden[begin:eind]), ())
        return list({(rek.sleutel, nummer): (rek, nummer) for rek, nummer in gevonden}.values())

    def _bij_nummers(
        self, bijschrijving: Bijschrijving, genoemd: Sequence[tuple[Rekening, str]]
    ) -> None:
        rekening = genoemd[0][0]
        nummers = [nummer for _, nummer in genoemd]
        reden = self._twijfel(bijschrijving, genoemd)
        if reden:
            for ander in {rek.sleutel: rek for rek, _ in genoemd}.values():
                self._twijfelt(ander, bijschrijving, reden)
        else:
            self._boek(rekening, nummers, bijschrijving)

    def _twijfel(
        self, bijschrijving: Bijschrijving, genoemd: Sequence[tuple[Rekening, str]]
    ) -> str:
        """Why a payment that names claims is not certain; empty when it is."""
        rekeningen = {rekening.sleutel: rekening for rekening, _ in genoemd}
        if len(rekeningen) > 1:
            return "noemt facturen van meer schuldenaren"
        (rekening,) = rekeningen.values()
        samen = sum((rekening.open[nummer] for _, nummer in genoemd), NUL)
        if not samen:
            return "noemt een factuur die al is voldaan"
        if bijschrijving.bedrag > samen:
            return f"is meer dan er op de genoemde facturen openstaat ({euro(samen)})"
        bekend = _is_bekend(bijschrijving, rekening)
        if not bekend and all(len(_kern(nummer)) < _KORTSTE for _, nummer in genoemd):
            return "noemt een kort nummer dat toeval kan zijn"
        if bijschrijving.bedrag == samen:
            return "" if self._is_nieuw(bijschrijving) else "is van voor de export"
        if not self._is_nieuw(bijschrijving, zeker=True):
            return "is een deel, en kan in de export al verwerkt zijn (--verwerkt-tot)"
        if not bekend and not any(map(str.isalpha, "".join(nummer for _, nummer in genoemd))):
            return "is een deel, en rekening noch naam is bekend"
        return ""

    def _bij_rekening(self, bijschrijving: Bijschrijving, rekeningen: Sequence[Rekening]) -> None:
        """A payment that names nothing, from an account that is known."""
        passend = [
            (rekening, nummers)
            for rekening in rekeningen
            for nummers in _passende(rekening, bijschrijving.bedrag)
        ]
        if len(passend) == 1 and len(rekeningen) == 1 and self._is_nieuw(bijschrijving):
            self._boek(*passend[0], bijschrijving)
            return
        reden = "noemt geen factuur, en het bedrag past niet op één vordering"
        for rekening in rekeningen:
            if rekening.totaal:
                self._twijfelt(rekening, bijschrijving, reden)

    def _is_nieuw(self, bijschrijving: Bijschrijving, *, zeker: bool = False) -> bool:
        """Whether the open items cannot show this payment yet."""
        if self._verwerkt_tot is None:
            return not zeker
        return bijschrijving.datum > self._verwerkt_tot

    def _boek(
        self, rekening: Rekening, nummers: Sequence[str], bijschrijving: Bijschrijving
    ) -> None:
        rest = bijschrijving.bedrag
        for nummer in nummers:
            deel = min(rest, rekening.open[nummer])
            if deel:
                rekening.open[nummer] -= deel
                rest -= deel
                self._uitkomst.betalingen[rekening.sleutel].append(
                    Betaling(datum=bijschrijving.datum, bedrag=deel, factuurnummer=nummer)
                )

    def _twijfelt(self, rekening: Rekening, bijschrijving: Bijschrijving, reden: str) -> None:
        if rekening.verwerkt.get(bijschrijving.datum, NUL) >= bijschrijving.bedrag:
            return
        self._uitkomst.twijfels[rekening.sleutel].append(
            f"betaling van {euro(bijschrijving.bedrag)} op {datum_kort(bijschrijving.datum)} "
            f"({bijschrijving.naam or bijschrijving.plaats}) {reden}; niet verwerkt"
        )


def _passende(rekening: Rekening, bedrag: Decimal) -> list[list[str]]:
    """The claims an amount pays exactly: one of them, or all together."""
    open_ = {nummer: som for nummer, som in rekening.open.items() if som}
    gevonden = [[nummer] for nummer, som in open_.items() if som == bedrag]
    if len(open_) > 1 and rekening.totaal == bedrag:
        gevonden.append(list(open_))
    return gevonden


def _is_bekend(bijschrijving: Bijschrijving, rekening: Rekening) -> bool:
    """Whether the account, or every part of the name, says that it is this debtor."""
    if bijschrijving.iban and bijschrijving.iban in rekening.ibans:
        return True
    delen = {deel for deel in naamsleutel(rekening.naam).split() if len(deel) > 1}
    return bool(delen) and delen <= set(naamsleutel(bijschrijving.naam).split())


def _kern(nummer: str) -> str:
    return "".join(_WOORD.findall(nummer.upper()))
