"""What the law yields for a letter, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon
from wiktool.kern.fouten import NietMogelijk
from wiktool.kern.geld import NUL
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.termijnbetalingen import kosten_van_aanmaning
from wiktool.recht.termijnen import bereken_termijn

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from wiktool.brieven.stand import Post, Stand
    from wiktool.kern.dossier import Vordering
    from wiktool.kern.uitkomst import Kanttekening
    from wiktool.recht.afrekening import Vorderingsafrekening
    from wiktool.recht.incassokosten import Kostenberekening
    from wiktool.recht.termijnen import Termijnberekening

TERMIJN: Final = {Briefsoort.HERINNERING: 7, Briefsoort.INGEBREKESTELLING: 14}
"""Days after receipt; a WIK letter takes what the law says on its day."""
TERMIJN_SOMMATIE: Final = {True: 7, False: 5}
"""Days after receipt for a consumer, and for a business."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzes:
    """How the letter should be: everything that is not in the law."""

    soort: Briefsoort
    datum: date
    toon: Toon = Toon.GEMIDDELD
    taal: Taal = Taal.NL
    bezorging: Bezorgwijze = Bezorgwijze.POST


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One claim as the letter shows it, in euros."""

    vordering: Vordering
    betaald: Decimal
    openstaand: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """What a final demand asks beside the principal, in euros.

    Attributes:
        rekeningen: the account of each claim, with the periods of its interest.
        kosten: the fee still open, without VAT.
        dagrente: the interest of one more day; None when its rate is not known.
    """

    rekeningen: tuple[Vorderingsafrekening, ...]
    rente: Decimal
    kosten: Decimal
    btw: Decimal
    dagrente: Decimal | None
    kanttekeningen: tuple[Kanttekening, ...]

    @property
    def totaal(self) -> Decimal:
        """Everything beside the principal."""
        return self.rente + self.kosten + self.btw


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslag:
    """What the law yields for a letter.

    Attributes:
        posten: the claims the letter is about.
        regels: the same, as the letter shows them.
        hoofdsom: what is open on them, in euros.
        kosten: the fee a WIK letter announces; None for another letter.
        eis: what a sommatie asks beside the principal; None for another letter.
        termijn: the term the letter gives, counted from its presumed receipt.
    """

    stand: Stand
    posten: tuple[Post, ...]
    regels: tuple[Regel, ...]
    hoofdsom: Decimal
    kosten: Kostenberekening | None
    eis: Eis | None
    termijn: Termijnberekening

    @property
    def te_betalen(self) -> Decimal:
        """The one amount the letter asks, in euros."""
        return self.hoofdsom + (self.eis.totaal if self.eis is not None else NUL)


def bepaal_grondslag(stand: Stand, posten: tuple[Post, ...], keuzes: Keuzes) -> Grondslag:
    """Calculate what the letter will say.

    Raises:
        NietMogelijk: nothing is owed.
        BuitenBereik: a day outside the known law, rates or calendar.
    """
    if not posten:
        raise NietMogelijk(
            "er staat niets open waar deze brief over kan gaan",
            doe="controleer de vorderingen en betalingen in het dossier",
        )
    eis = _eis(stand, posten) if keuzes.soort is Briefsoort.SOMMATIE else None
    regels = _regels(posten, eis)
    dagen = TERMIJN.get(keuzes.soort)
    if keuzes.soort is Briefsoort.SOMMATIE:
        dagen = TERMIJN_SOMMATIE[stand.hoedanigheid.is_consument]
    return Grondslag(
        stand=stand,
        posten=posten,
        regels=regels,
        hoofdsom=sum((regel.openstaand for regel in regels), NUL),
        kosten=kosten_van(stand, posten) if keuzes.soort is Briefsoort.WIK else None,
        eis=eis,
        termijn=bereken_termijn(verzonden=keuzes.datum, bezorging=keuzes.bezorging, dagen=dagen),
    )


def kosten_van(stand: Stand, posten: tuple[Post, ...]) -> Kostenberekening:
    """The fee a WIK letter about these claims announces; VAT only where the law allows it.

    Raises:
        BuitenBereik: in default before 1 July 2012.

    Bron: art. 6:96 lid 6, 7 en 8 BW; Besluit BIK.
    """
    return kosten_van_aanmaning(
        stand.dossier,
        [(post.vordering, post.openstaand) for post in posten],
        dag=stand.datum,
        btw=stand.btw_mag,
    )


def _eis(stand: Stand, posten: tuple[Post, ...]) -> Eis:
    """Interest and fee on the claims of the letter, from the account of the whole dossier.

    Bron: art. 6:44, 6:96 en 6:119 e.v. BW (recht.md R6.4).
    """
    afrekening = bereken_afrekening(stand.dossier, peildatum=stand.datum)
    nummers = {post.vordering.factuurnummer for post in posten}
    rekeningen = tuple(r for r in afrekening.vorderingen if r.factuurnummer in nummers)
    dagrentes = [rekening.dagrente for rekening in rekeningen]
    open_ = sum((rekening.kosten_open for rekening in rekeningen), NUL)
    btw = min(open_, sum((rekening.btw for rekening in rekeningen), NUL))
    return Eis(
        rekeningen=rekeningen,
        rente=sum((rekening.rente_open for rekening in rekeningen), NUL),
        kosten=open_ - btw,
        btw=btw,
        dagrente=None if None in dagrentes else sum((d for d in dagrentes if d), NUL),
        kanttekeningen=afrekening.kanttekeningen,
    )


def _regels(posten: tuple[Post, ...], eis: Eis | None) -> tuple[Regel, ...]:
    """The claims with what is open: by the account in a final demand, else principal only."""
    open_ = {r.factuurnummer: r.hoofdsom_open for r in eis.rekeningen} if eis is not None else {}
    return tuple(
        Regel(
            vordering=post.vordering,
            betaald=post.vordering.bedrag - openstaand,
            openstaand=openstaand,
        )
        for post in posten
        for openstaand in [open_.get(post.vordering.factuurnummer, post.openstaand)]
    )
