"""What is owed on a day: principal, interest, fee, and where the payments went (recht.md 6.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wiktool.kern.geld import NUL, rond_af
from wiktool.kern.uitkomst import elke_bron_eens
from wiktool.recht.afrekening_uitleg import kanttekeningen_van, stappen_van, vragen_van
from wiktool.recht.grootboek import Grootboek, houd_bij

if TYPE_CHECKING:
    from wiktool.kern.begrippen import Hoedanigheid
    from wiktool.kern.bron import Bron
    from wiktool.kern.dossier import Dossier
    from wiktool.kern.uitkomst import Kanttekening, Stap
    from wiktool.recht.grootboek import Verwerkt
    from wiktool.recht.kostenpost import Kostenpost
    from wiktool.recht.rekening import Rekening
    from wiktool.recht.renteverloop import Renteperiode, Rentesoort
    from wiktool.recht.verzuim import Verzuim


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorderingsafrekening:
    """One claim as it stands on the day, in euros.

    Attributes:
        rente: all interest up to and including the day, paid or not.
        perioden: the days in a row with one base and one rate; not rounded.
        kosten: this claim's share of the fees, without VAT.
        betaald: what payments did on this claim.
        dagrente: the interest of the next day; None when its rate is not known.
    """

    factuurnummer: str
    hoofdsom: Decimal
    hoofdsom_open: Decimal
    verzuim: Verzuim
    rentesoort: Rentesoort
    rente: Decimal
    rente_open: Decimal
    perioden: tuple[Renteperiode, ...]
    kosten: Decimal
    btw: Decimal
    kosten_open: Decimal
    betaald: Decimal
    saldo: Decimal
    dagrente: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afrekening:
    """The whole account on a day, in euros.

    Attributes:
        kosten: the fees without VAT.
        kosten_open: fees and VAT not yet paid.
        betaald: all payments up to and including the day.
        rest: what was paid beyond everything open at the time.
        saldo: what is still owed.
        dagrente: the interest of the next day; None when a rate is not known.
        kostenposten: every fee, with the letter behind it.
        betalingen: every payment, and where it went.
        vragen: what must be answered before more can be said.
    """

    peildatum: date
    schuldenaar: str
    hoedanigheid: Hoedanigheid
    vorderingen: tuple[Vorderingsafrekening, ...]
    kostenposten: tuple[Kostenpost, ...]
    betalingen: tuple[Verwerkt, ...]
    hoofdsom: Decimal
    hoofdsom_open: Decimal
    rente: Decimal
    rente_open: Decimal
    kosten: Decimal
    btw: Decimal
    kosten_open: Decimal
    betaald: Decimal
    rest: Decimal
    saldo: Decimal
    dagrente: Decimal | None
    vragen: tuple[str, ...]
    stappen: tuple[Stap, ...]
    bronnen: tuple[Bron, ...]
    kanttekeningen: tuple[Kanttekening, ...]


def bereken_afrekening(dossier: Dossier, *, peildatum: date) -> Afrekening:
    """What the debtor owes on a day, and how that came about.

    Interest runs per claim from its first day of default up to and including the day. A consumer
    owes a fee from the day after the term of a fourteen-day letter, over the principal unpaid at
    its end; a business owes the minimum from its first day of default, and the tariff or the agreed
    fee after a reminder. Payments are imputed in order of date.

    Args:
        dossier: the claims, payments and letters. A debtor whose capacity nobody stated is treated
            as a consumer.
        peildatum: the day.

    Raises:
        NotatieFout: an amount of zero or less, or a year out of range.
        NietMogelijk: no claim, dates in an impossible order, a payment before its claim or for a
            claim that is not there, a letter without a date.
        BuitenBereik: a day outside the known rates or calendar.

    Bron: art. 6:43, 6:44, 6:96 en 6:119 e.v. BW; HR 25 november 2016, ECLI:NL:HR:2016:2704.
    """
    boek = houd_bij(dossier, peildatum)
    regels = tuple(_regel(rekening, peildatum) for rekening in boek.rekeningen)
    stappen = stappen_van(boek)
    per_dag = _dagrente(boek, peildatum)

    def som(naam: str) -> Decimal:
        return sum((getattr(regel, naam) for regel in regels), NUL)

    return Afrekening(
        peildatum=peildatum,
        schuldenaar=dossier.schuldenaar.naam,
        hoedanigheid=boek.hoedanigheid,
        vorderingen=regels,
        kostenposten=tuple(boek.kostenposten),
        betalingen=tuple(boek.verwerkt),
        hoofdsom=som("hoofdsom"),
        hoofdsom_open=som("hoofdsom_open"),
        rente=som("rente"),
        rente_open=som("rente_open"),
        kosten=som("kosten"),
        btw=som("btw"),
        kosten_open=som("kosten_open"),
        betaald=sum((verwerkt.betaling.bedrag for verwerkt in boek.verwerkt), NUL),
        rest=sum((verwerkt.toerekening.rest for verwerkt in boek.verwerkt), NUL),
        saldo=som("saldo"),
        dagrente=per_dag,
        vragen=vragen_van(boek),
        stappen=stappen,
        bronnen=elke_bron_eens(stap.bron for stap in stappen),
        kanttekeningen=kanttekeningen_van(boek, dossier, per_dag),
    )


def _regel(rekening: Rekening, peildatum: date) -> Vorderingsafrekening:
    per_dag = rekening.rente_per_dag(peildatum)
    return Vorderingsafrekening(
        factuurnummer=rekening.kenmerk,
        hoofdsom=rekening.vordering.bedrag,
        hoofdsom_open=rekening.stand.hoofdsom,
        verzuim=rekening.verzuim,
        rentesoort=rekening.voorwaarden.soort,
        rente=rekening.rente,
        rente_open=rekening.stand.rente,
        perioden=tuple(rekening.perioden),
        kosten=rekening.kosten,
        btw=rekening.btw,
        kosten_open=rekening.kosten_open,
        betaald=rekening.betaald,
        saldo=rekening.saldo,
        dagrente=None if per_dag is None else rond_af(per_dag),
    )


def _dagrente(boek: Grootboek, peildatum: date) -> Decimal | None:
    """Together, rounded once; None as soon as one is not known."""
    som = Decimal(0)
    for rekening in boek.rekeningen:
        per_dag = rekening.rente_per_dag(peildatum)
        if per_dag is None:
            return None
        som += per_dag
    return rond_af(som)
