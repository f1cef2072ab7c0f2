"""All accounts of a dossier, kept in order of date: fees become due, payments come in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from wiktool.kern.begrippen import Hoedanigheid
from wiktool.kern.datum import EEN_DAG, toets_jaar
from wiktool.kern.fouten import NietMogelijk, NotatieFout
from wiktool.kern.notatie import datum_nl
from wiktool.recht.kosten_consument import (
    Geboekt,
    bereken_kosten_consument,
    momenten_consument,
)
from wiktool.recht.kosten_zakelijk import bereken_kosten_zakelijk, momenten_zakelijk
from wiktool.recht.kostenpost import Kostenmoment, Kostenpost, breng_in_rekening
from wiktool.recht.rekening import Rekening, open_rekening
from wiktool.recht.toerekening import Toerekening, reken_toe
from wiktool.recht.verzuim import bepaal_verzuim_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from wiktool.kern.dossier import Betaling, Dossier, Vordering
    from wiktool.kern.uitkomst import Kanttekening


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwerkt:
    """A payment and where it went."""

    betaling: Betaling
    toerekening: Toerekening


@dataclass(slots=True, kw_only=True)
class Grootboek:
    """The accounts with what happened to them.

    Attributes:
        kostenposten: fees, in the order in which they became due.
        verwerkt: payments, in order of date.
        lopend: fees that become due after the day unless the debtor pays.
        later_betaald: payments after the day, left out.
        later_gefactureerd: claims from after the day, left out.
        kanttekeningen: why letters had no effect.
        aangemaand: the claims a letter was about that made or will make a fee due.
    """

    dossier: Dossier
    peildatum: date
    hoedanigheid: Hoedanigheid
    rekeningen: list[Rekening]
    kostenposten: list[Kostenpost] = field(default_factory=list)
    verwerkt: list[Verwerkt] = field(default_factory=list)
    lopend: list[Kostenpost] = field(default_factory=list)
    later_betaald: list[Betaling] = field(default_factory=list)
    later_gefactureerd: list[Vordering] = field(default_factory=list)
    kanttekeningen: list[Kanttekening] = field(default_factory=list)
    aangemaand: list[Rekening] = field(default_factory=list)
    _geboekt: list[Geboekt] = field(default_factory=list)

    def verwerk_kosten(self, moment: Kostenmoment) -> None:
        """Charge the fee that falls due at a moment; what was paid before that day counts."""
        post, posten = self._kosten(moment, tot_en_met=moment.vanaf - EEN_DAG)
        if post is not None:
            breng_in_rekening(post.kosten, post.btw, posten)
            self.kostenposten.append(post)

    def voorzie_kosten(self, moment: Kostenmoment) -> None:
        """Note the fee that falls due later, as things stand on the day."""
        post, _ = self._kosten(moment, tot_en_met=self.peildatum)
        if post is not None and post.totaal:
            self.lopend.append(post)

    def _kosten(
        self, moment: Kostenmoment, *, tot_en_met: date
    ) -> tuple[Kostenpost | None, Sequence[tuple[Rekening, Decimal]]]:
        if moment.brief is not None:
            self.aangemaand += moment.rekeningen
        if not self.hoedanigheid.is_consument:
            return bereken_kosten_zakelijk(
                moment,
                afspraken=self.dossier.afspraken,
                btw_grond=heeft_btw_grond(self.dossier),
            ) or (None, ())
        geboekt = bereken_kosten_consument(
            moment,
            self.dossier,
            tot_en_met=tot_en_met,
            btw_grond=heeft_btw_grond(self.dossier),
            eerder=self._geboekt,
        )
        self._geboekt.append(geboekt)
        return geboekt.post, geboekt.posten

    def verwerk_betaling(self, betaling: Betaling) -> None:
        """Count interest through the day of a payment, and impute it."""
        dag = betaling.datum
        bestaand = [r for r in self.rekeningen if _bestaat(r.vordering, dag)]
        for rekening in bestaand:
            rekening.loop_tot(dag)
        toerekening = reken_toe(
            betaling.bedrag,
            [rekening.als_schuld(dag) for rekening in bestaand],
            aangewezen=betaling.factuurnummer,
        )
        per_kenmerk = {rekening.kenmerk: rekening for rekening in bestaand}
        for deel in toerekening.delen:
            per_kenmerk[deel.kenmerk].boek(dag, deel)
        self.verwerkt.append(Verwerkt(betaling=betaling, toerekening=toerekening))


def houd_bij(dossier: Dossier, peildatum: date) -> Grootboek:
    """Keep the accounts of a dossier up to and including a day.

    On one day fees come before payments: a fee is due from the start of its day.

    Raises:
        NotatieFout: an amount of zero or less, or a year out of range.
        NietMogelijk: no claim, an invoice number twice, a payment before its claim or for a claim
            that is not there, dates in an impossible order, a letter without a date.
        BuitenBereik: a day outside the known rates or calendar.
    """
    _toets(dossier, peildatum)
    hoedanigheid = dossier.schuldenaar.hoedanigheid or Hoedanigheid.CONSUMENT
    boek = Grootboek(
        dossier=dossier,
        peildatum=peildatum,
        hoedanigheid=hoedanigheid,
        rekeningen=[
            open_rekening(
                vordering,
                bepaal_verzuim_in(dossier, vordering),
                hoedanigheid=hoedanigheid,
                afspraken=dossier.afspraken,
            )
            for vordering in dossier.vorderingen
            if _bestaat(vordering, peildatum)
        ],
        later_betaald=[b for b in dossier.betalingen if b.datum > peildatum],
        later_gefactureerd=[v for v in dossier.vorderingen if not _bestaat(v, peildatum)],
    )
    momenten = _momenten(boek)
    betalingen = sorted(
        (b for b in dossier.betalingen if b.datum <= peildatum), key=lambda b: b.datum
    )
    for betaling in betalingen:
        while momenten and momenten[0].vanaf <= betaling.datum:
            boek.verwerk_kosten(momenten.pop(0))
        boek.verwerk_betaling(betaling)
    for moment in momenten:
        if moment.vanaf <= peildatum:
            boek.verwerk_kosten(moment)
        else:
            boek.voorzie_kosten(moment)
    for rekening in boek.rekeningen:
        rekening.loop_tot(peildatum)
    return boek


def heeft_btw_grond(dossier: Dossier) -> bool:
    """Whether the fee may be raised with VAT, if the letter says so.

    Bron: art. 2 lid 3 Besluit BIK (recht.md R1.10).
    """
    uitbesteed = dossier.schuldeiser.uitbesteed or dossier.incassobureau is not None
    return uitbesteed and dossier.schuldeiser.btw_verrekenbaar is False


def _momenten(boek: Grootboek) -> list[Kostenmoment]:
    if boek.hoedanigheid.is_consument:
        momenten, kanttekeningen = momenten_consument(boek.dossier, boek.rekeningen, boek.peildatum)
        boek.kanttekeningen += kanttekeningen
    else:
        momenten = momenten_zakelijk(boek.dossier, boek.rekeningen, boek.peildatum)
    return sorted(momenten, key=lambda moment: moment.vanaf)


def _bestaat(vordering: Vordering, dag: date) -> bool:
    """Whether a claim was there on a day; one without an invoice date always was."""
    return vordering.factuurdatum is None or vordering.factuurdatum <= dag


def _toets(dossier: Dossier, peildatum: date) -> None:
    toets_jaar(peildatum, "peildatum")
    if not dossier.vorderingen:
        raise NietMogelijk("er zijn geen vorderingen", doe="noem minstens één vordering")
    nummers = [vordering.factuurnummer for vordering in dossier.vorderingen]
    for vordering in dossier.vorderingen:
        if nummers.count(vordering.factuurnummer) > 1:
            raise NietMogelijk(
                f"factuur «{vordering.factuurnummer}» staat er meer dan eens",
                doe="geef iedere vordering een eigen factuurnummer",
            )
        if vordering.bedrag <= 0:
            raise NotatieFout(
                f"vordering «{vordering.factuurnummer}» is niet meer dan nul",
                doe="geef een bedrag boven nul",
            )
    for betaling in dossier.betalingen:
        _toets_betaling(dossier, betaling)


def _toets_betaling(dossier: Dossier, betaling: Betaling) -> None:
    toets_jaar(betaling.datum, "de datum van een betaling")
    if betaling.bedrag <= 0:
        raise NotatieFout(
            f"de betaling van {datum_nl(betaling.datum)} is niet meer dan nul",
            doe="geef een bedrag boven nul",
        )
    bedoeld = [
        vordering
        for vordering in dossier.vorderingen
        if betaling.factuurnummer in ("", vordering.factuurnummer)
    ]
    if bedoeld and not any(_bestaat(vordering, betaling.datum) for vordering in bedoeld):
        raise NietMogelijk(
            f"de betaling van {datum_nl(betaling.datum)} ligt vóór de factuur waarvoor zij is",
            doe="trek een aanbetaling af van het bedrag van de vordering",
        )
