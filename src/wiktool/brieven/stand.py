"""What the law says of a dossier on the day of a letter: what is open, in default, reminded before.

Facts for the letter and for the gates in front of it; nothing is refused here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wiktool.kern.begrippen import Briefsoort, Hoedanigheid
from wiktool.kern.geld import NUL
from wiktool.recht.aanmaningen import dag_van, is_opeisbaar, noemt, termijn_van
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.toerekening import Schuld, reken_toe
from wiktool.recht.verzuim import bepaal_verzuim_in

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from wiktool.kern.dossier import Aanmaning, Dossier, Vordering
    from wiktool.recht.verzuim import Verzuim


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One claim on the day of the letter.

    Attributes:
        betaald: what was paid on the principal, in euros.
        wik: the earlier WIK letter that was about it; None when there was none.
    """

    vordering: Vordering
    betaald: Decimal
    verzuim: Verzuim
    opeisbaar: bool
    in_verzuim: bool
    wik: Aanmaning | None

    @property
    def openstaand(self) -> Decimal:
        """What is left of the principal, in euros."""
        return self.vordering.bedrag - self.betaald


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """All claims of a dossier on the day of the letter."""

    dossier: Dossier
    datum: date
    posten: tuple[Post, ...]

    @property
    def hoedanigheid(self) -> Hoedanigheid:
        """The capacity of the debtor; a consumer when nobody said so (the safe side)."""
        return self.dossier.schuldenaar.hoedanigheid or Hoedanigheid.CONSUMENT

    @property
    def openstaand(self) -> tuple[Post, ...]:
        """The claims that are not fully paid."""
        return tuple(post for post in self.posten if post.openstaand > 0)

    @property
    def is_uitbesteed(self) -> bool:
        """Whether a third party collects."""
        return self.dossier.schuldeiser.uitbesteed or self.dossier.incassobureau is not None

    @property
    def btw_mag(self) -> bool:
        """Whether the fee may be raised with VAT.

        Bron: art. 2 lid 3 Besluit BIK (recht.md R1.10).
        """
        return self.is_uitbesteed and self.dossier.schuldeiser.btw_verrekenbaar is False

    def voor(self, soort: Briefsoort) -> tuple[Post, ...]:
        """The claims that a letter of this kind is about.

        Bron: art. 6:96 lid 7 BW (recht.md R2.7): all claims in default that no earlier WIK letter
        was about belong in one WIK letter.
        """
        if soort is Briefsoort.WIK:
            return tuple(post for post in self.openstaand if post.in_verzuim and post.wik is None)
        if soort is Briefsoort.SOMMATIE:
            consument = self.hoedanigheid.is_consument
            return tuple(
                post
                for post in self.openstaand or self._nog_verschuldigd()
                if post.in_verzuim and (not consument or post.wik is not None)
            )
        return tuple(post for post in self.openstaand if post.opeisbaar)

    def _nog_verschuldigd(self) -> tuple[Post, ...]:
        """Claims paid only after their fee became due, so that the payment went to the fee first.

        Bron: art. 6:44 lid 1 BW (recht.md R6.4). Without a fee what is left is interest alone, for
        which no demand goes out (docs/keuzes/0009-grondslag-na-deelbetaling.md).
        """
        afrekening = bereken_afrekening(self.dossier, peildatum=self.datum)
        if not afrekening.kosten:
            return ()
        open_ = {regel.factuurnummer for regel in afrekening.vorderingen if regel.saldo > 0}
        return tuple(post for post in self.posten if post.vordering.factuurnummer in open_)


def bepaal_stand(dossier: Dossier, *, datum: date) -> Stand:
    """Judge every claim as it is on a day.

    Raises:
        NietMogelijk: dates in an impossible order, or an earlier letter without a date.
        BuitenBereik: a day outside the known law or calendar.
    """
    wiks = [
        brief
        for brief in dossier.aanmaningen
        if brief.soort is Briefsoort.WIK and dag_van(brief) <= datum
    ]
    betaald = verdeel_betalingen(dossier, tot_en_met=datum)
    posten = []
    for vordering, deel in zip(dossier.vorderingen, betaald, strict=True):
        verzuim = bepaal_verzuim_in(dossier, vordering)
        posten.append(
            Post(
                vordering=vordering,
                betaald=deel,
                verzuim=verzuim,
                opeisbaar=is_opeisbaar(vordering, datum),
                in_verzuim=verzuim.ingetreden_op(datum),
                wik=next((brief for brief in wiks if noemt(brief, vordering)), None),
            )
        )
    return Stand(dossier=dossier, datum=datum, posten=tuple(posten))


def verdeel_betalingen(dossier: Dossier, *, tot_en_met: date) -> tuple[Decimal, ...]:
    """What was paid on each claim, as if all of it went to principal.

    A letter asks for the principal less every payment, so that nobody who paid that amount in time
    owes a fee (docs/keuzes/0009-grondslag-na-deelbetaling.md).

    Raises:
        NietMogelijk: a payment names a claim that is not there.

    Bron: art. 6:43 BW (recht.md R6.1, R6.4).
    """
    betaald = dict.fromkeys((vordering.factuurnummer for vordering in dossier.vorderingen), NUL)
    for betaling in sorted(dossier.betalingen, key=lambda betaling: betaling.datum):
        if betaling.datum > tot_en_met:
            break
        schulden = [
            Schuld(
                kenmerk=vordering.factuurnummer,
                hoofdsom=vordering.bedrag - betaald[vordering.factuurnummer],
                opeisbaar=is_opeisbaar(vordering, betaling.datum),
                ontstaan=vordering.factuurdatum or vordering.vervaldatum,
            )
            for vordering in dossier.vorderingen
        ]
        geboekt = reken_toe(betaling.bedrag, schulden, aangewezen=betaling.factuurnummer)
        for deel in geboekt.delen:
            betaald[deel.kenmerk] += deel.totaal
    return tuple(betaald[vordering.factuurnummer] for vordering in dossier.vorderingen)


def laatste_dag_van(brief: Aanmaning) -> date:
    """The last day of the term of an earlier letter."""
    return termijn_van(brief).laatste_dag
