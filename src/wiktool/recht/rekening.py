"""The running account of one claim: interest day by day, costs, and what payments did to it.

The one place in the law that is not frozen: an account is what happened to it, in order of date.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wiktool.kern.geld import NUL
from wiktool.recht.aanmaningen import is_opeisbaar
from wiktool.recht.renteverloop import (
    Renteperiode,
    Rentesoort,
    Rentestand,
    Rentevoorwaarden,
    begin,
    boek,
    loop_door,
    percentage_op,
    rente_van_morgen,
)
from wiktool.recht.toerekening import Deel, Schuld

if TYPE_CHECKING:
    from wiktool.kern.dossier import Afspraken, Hoedanigheid, Vordering
    from wiktool.recht.verzuim import Verzuim


@dataclass(slots=True, kw_only=True, eq=False)
class Rekening:
    """One claim as it stands, in euros; equal only to itself.

    Attributes:
        stand: open principal and interest; interest runs from the first day of default.
        perioden: the interest counted so far.
        kosten: the fee charged so far, without VAT.
        kosten_open: fee and VAT not yet paid.
        delen: what each payment did, with its day.
    """

    vordering: Vordering
    verzuim: Verzuim
    voorwaarden: Rentevoorwaarden
    stand: Rentestand
    perioden: list[Renteperiode] = field(default_factory=list)
    kosten: Decimal = NUL
    btw: Decimal = NUL
    kosten_open: Decimal = NUL
    delen: list[tuple[date, Deel]] = field(default_factory=list)

    @property
    def kenmerk(self) -> str:
        """The invoice number."""
        return self.vordering.factuurnummer

    @property
    def betaald(self) -> Decimal:
        """Everything payments did on this claim."""
        return sum((deel.totaal for _, deel in self.delen), NUL)

    @property
    def rente(self) -> Decimal:
        """All interest so far, paid or not."""
        return sum((deel.rente for _, deel in self.delen), NUL) + self.stand.rente

    @property
    def saldo(self) -> Decimal:
        """Everything still open."""
        return self.stand.hoofdsom + self.stand.rente + self.kosten_open

    def loop_tot(self, dag: date) -> None:
        """Count interest up to and including a day."""
        self.stand, nieuwe = loop_door(self.stand, dag, self.voorwaarden)
        for periode in nieuwe:
            self._voeg_toe(periode)

    def _voeg_toe(self, periode: Renteperiode) -> None:
        """Add a period, or lengthen the last one when a payment elsewhere was all that cut it."""
        vorige = self.perioden[-1] if self.perioden else None
        geraakt = bool(self.delen) and vorige is not None and self.delen[-1][0] == vorige.tot
        if vorige is None or geraakt or not vorige.sluit_aan_bij(periode):
            self.perioden.append(periode)
        else:
            self.perioden[-1] = replace(vorige, tot=periode.tot, rente=vorige.rente + periode.rente)

    def breng_in_rekening(self, kosten: Decimal, btw: Decimal) -> None:
        """Charge a fee."""
        self.kosten += kosten
        self.btw += btw
        self.kosten_open += kosten + btw

    def als_schuld(self, dag: date) -> Schuld:
        """What a payment of a day finds open; interest must have been counted through that day."""
        in_verzuim = self.verzuim.ingetreden_op(dag)
        return Schuld(
            kenmerk=self.kenmerk,
            hoofdsom=self.stand.hoofdsom,
            rente=self.stand.rente,
            kosten=self.kosten_open,
            opeisbaar=is_opeisbaar(self.vordering, dag),
            rentepercentage=percentage_op(dag, self.voorwaarden)[0] if in_verzuim else Decimal(0),
            ontstaan=self.vordering.factuurdatum or self.vordering.vervaldatum,
        )

    def boek(self, dag: date, deel: Deel) -> None:
        """Take the part of a payment that came to this claim off what is open."""
        self.kosten_open -= deel.kosten
        self.stand = boek(self.stand, rente=deel.rente, hoofdsom=deel.hoofdsom)
        self.delen.append((dag, deel))

    def hoofdsom_zonder_betaald(self, dag: date) -> Decimal:
        """The principal less every payment up to and including a day, as if all went to principal.

        May be negative, when payments covered interest too. A letter asks for this amount, so the
        fee is computed over it (docs/keuzes/0009-grondslag-na-deelbetaling.md).
        """
        betaald = sum((deel.rente + deel.hoofdsom for op, deel in self.delen if op <= dag), NUL)
        return self.vordering.bedrag - betaald

    def rente_per_dag(self, peildatum: date) -> Decimal | None:
        """The interest of the day after ``peildatum``, not rounded; None when not known."""
        if self.verzuim.datum is None or (self.verzuim.datum - peildatum).days > 1:
            return NUL
        return rente_van_morgen(self.stand, self.voorwaarden)


def open_rekening(
    vordering: Vordering, verzuim: Verzuim, *, hoedanigheid: Hoedanigheid, afspraken: Afspraken
) -> Rekening:
    """An account without any payment or cost.

    Bron: art. 6:119, 6:119a en 6:119b BW (recht.md R7.1, R7.3, R7.10).
    """
    return Rekening(
        vordering=vordering,
        verzuim=verzuim,
        voorwaarden=_voorwaarden(vordering, hoedanigheid, afspraken),
        stand=begin(vordering.bedrag, verzuim.datum or date.max),
    )


def _voorwaarden(
    vordering: Vordering, hoedanigheid: Hoedanigheid, afspraken: Afspraken
) -> Rentevoorwaarden:
    """Agreed interest where there is any (docs/keuzes/0017-contractuele-rente.md), else legal."""
    if afspraken.rentepercentage is not None:
        return Rentevoorwaarden(soort=Rentesoort.CONTRACTUEEL, percentage=afspraken.rentepercentage)
    if hoedanigheid.is_consument or not vordering.uit_overeenkomst:
        return Rentevoorwaarden(soort=Rentesoort.WETTELIJK)
    return Rentevoorwaarden(soort=Rentesoort.HANDEL)
