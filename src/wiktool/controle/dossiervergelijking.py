"""What the dossier says is owed, to hold beside what the letter says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiktool.controle.herkenning.woorden import lees_woorden
from wiktool.kern.fouten import WiktoolFout
from wiktool.kern.geld import NUL
from wiktool.kern.uitkomst import zonder_dubbele
from wiktool.recht.aanmaningen import is_opeisbaar
from wiktool.recht.termijnbetalingen import kosten_van_aanmaning

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from wiktool.kern.dossier import Dossier, Vordering


def open_in_dossier(dossier: Dossier, dag: date) -> tuple[Decimal, ...]:
    """What is open on a day: over the claims then due, and over all claims; principal only.

    Payments are taken off the principal; interest that they may have met first is left out.
    """
    betaald = sum((b.bedrag for b in dossier.betalingen if b.datum <= dag), NUL)
    opeisbaar = [v for v in dossier.vorderingen if is_opeisbaar(v, dag)]
    sommen = [_som(opeisbaar) - betaald, _som(dossier.vorderingen) - betaald]
    positief = [som for som in sommen if som > 0]
    return zonder_dubbele(positief) or (NUL,)


def vergoeding_bij_termijnen(dossier: Dossier, dag: date) -> Decimal | None:
    """The fee where the dossier holds instalments; None where the tariff decides.

    None too after a payment: which instalment it paid, is not decided here.
    """
    vorderingen = [v for v in dossier.vorderingen if is_opeisbaar(v, dag)]
    if dossier.betalingen or not any(v.termijnbetaling for v in vorderingen):
        return None
    try:
        return kosten_van_aanmaning(dossier, [(v, v.bedrag) for v in vorderingen], dag=dag).kosten
    except WiktoolFout:
        return None


def _som(vorderingen: Iterable[Vordering]) -> Decimal:
    return sum((vordering.bedrag for vordering in vorderingen), NUL)


def namen_niet_in(dossier: Dossier, woorden: Iterable[str]) -> tuple[str, ...]:
    """The parties of the dossier whose name does not occur among these words."""
    bekend = frozenset(woorden)
    namen = [dossier.schuldeiser.naam, dossier.schuldenaar.naam]
    return tuple(naam for naam in namen if not _komt_voor(naam, bekend))


def _komt_voor(naam: str, bekend: frozenset[str]) -> bool:
    """The longest word of a name is enough to find it back."""
    delen = [woord.tekst for woord in lees_woorden(naam) if woord.tekst.isalnum()]
    return not delen or max(delen, key=len) in bekend


def rekeningen(dossier: Dossier | None) -> frozenset[str]:
    """The account numbers of creditor and agency, without spaces."""
    if dossier is None:
        return frozenset()
    ibans = [dossier.schuldeiser.iban]
    if dossier.incassobureau is not None:
        ibans.append(dossier.incassobureau.iban)
    return frozenset("".join(iban.split()).upper() for iban in ibans if iban)
