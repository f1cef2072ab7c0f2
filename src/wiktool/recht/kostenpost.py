"""A fee that was charged in an account: when, over what, why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wiktool.kern.geld import NUL
from wiktool.kern.notatie import procent
from wiktool.kern.uitkomst import Kanttekening, Stap
from wiktool.recht.incassokosten import btw_percentage
from wiktool.recht.toerekening import verdeel_naar_rato
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.kern.dossier import Aanmaning
    from wiktool.recht.rekening import Rekening
    from wiktool.recht.termijnen import Termijnberekening


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenmoment:
    """A day on which a fee may become due.

    Attributes:
        vanaf: the first day it is due.
        rekeningen: the claims it is about.
        brief: the letter that makes it due; None where none is needed.
        termijn: the term of that letter.
    """

    vanaf: date
    rekeningen: tuple[Rekening, ...]
    brief: Aanmaning | None = None
    termijn: Termijnberekening | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenpost:
    """A fee, in euros.

    Attributes:
        vanaf: the first day it is due.
        facturen: the claims it was computed over.
        grondslag: the principal it was computed over.
        kosten: the fee without VAT.
        brief: the day of the letter behind it; None where none is needed.
    """

    vanaf: date
    facturen: tuple[str, ...]
    grondslag: Decimal
    kosten: Decimal
    btw: Decimal
    brief: date | None
    stappen: tuple[Stap, ...]
    kanttekeningen: tuple[Kanttekening, ...]

    @property
    def totaal(self) -> Decimal:
        """The fee with VAT."""
        return self.kosten + self.btw


def open_hoofdsommen(rekeningen: Sequence[Rekening], dag: date) -> list[tuple[Rekening, Decimal]]:
    """The principal unpaid at the end of a day, per claim that has any.

    Payments count as if they went to principal, and what one claim got beyond its principal counts
    for the others: a letter asks for that amount, and who paid it in time owes no fee.

    Bron: HR 25 november 2016, ECLI:NL:HR:2016:2704 (recht.md H10, R6.4);
    docs/keuzes/0009-grondslag-na-deelbetaling.md.
    """
    stand = [(rekening, rekening.hoofdsom_zonder_betaald(dag)) for rekening in rekeningen]
    te_veel = -sum((bedrag for _, bedrag in stand if bedrag < 0), NUL)
    gevonden = []
    for rekening, bedrag in stand:
        if bedrag > te_veel:
            gevonden.append((rekening, bedrag - te_veel))
        te_veel -= min(te_veel, max(bedrag, NUL))
    return gevonden


def stap_van_btw(btw: Decimal, dag: date) -> Stap:
    """The step that adds VAT, at the rate of the day of the letter.

    Bron: art. 2 lid 3 Besluit BIK.
    """
    geldigheid = tabel("btw").op(dag).geldigheid
    return Stap(
        omschrijving=f"{procent(btw_percentage(dag))} btw (tarief {geldigheid}) over de kosten, "
        "zoals de brief aanzegde",
        bron=bron("besluit-bik", "2", "3"),
        bedrag=btw,
    )


def breng_in_rekening(
    kosten: Decimal, btw: Decimal, posten: Sequence[tuple[Rekening, Decimal]]
) -> None:
    """Charge a fee to the claims it was computed over, in proportion to their principal.

    Bron: art. 6:44 en 6:96 lid 7 BW; docs/keuzes/0010-kosten-verdeeld-over-vorderingen.md.
    """
    gewichten = [bedrag for _, bedrag in posten]
    delen = zip(
        posten, verdeel_naar_rato(kosten, gewichten), verdeel_naar_rato(btw, gewichten), strict=True
    )
    for (rekening, _), kostendeel, btwdeel in delen:
        rekening.breng_in_rekening(kostendeel, btwdeel)
