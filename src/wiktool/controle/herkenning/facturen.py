"""Tables and lists of invoices: which amount in a row is still open, and when it was due."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.bedragen import Bedrag, lees_bedragen
from wiktool.controle.herkenning.datums import lees_datums
from wiktool.controle.herkenning.woorden import KOLOMGRENS, alle_begrippen
from wiktool.controle.herkenning.woordenschat import (
    ANDER_BEGIN,
    ANDERE_KOSTEN,
    BETAALD,
    BETALEN,
    BTW,
    DAGTEKENING,
    DATUM,
    FACTUUR,
    GELD,
    GETAL,
    HOOFDSOM,
    INCASSOKOSTEN,
    KOSTEN,
    MAAND,
    OPENSTAAND,
    OVEREENKOMST_STUK,
    PROCENT,
    PROCESKOSTEN,
    RENTE,
    TOTAAL,
    VERVALDAG,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_zin
from wiktool.kern.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_BEDRAGKOLOM: Final = GELD | OPENSTAAND | BETAALD | TOTAAL | INCASSOKOSTEN | KOSTEN | RENTE | BTW
_KOPWOORD: Final = _BEDRAGKOLOM | FACTUUR | VERVALDAG | ANDERE_KOSTEN
_KOPTEKSTEN: Final = woordgroep(
    "omschrijving datum factuurdatum nummer kenmerk periode betreft soort maand bedrag"
)
_GEEN_FACTUUR: Final = (
    TOTAAL
    | INCASSOKOSTEN
    | KOSTEN
    | ANDERE_KOSTEN
    | PROCESKOSTEN
    | RENTE
    | BTW
    | HOOFDSOM
    | PROCENT
)
_FACTUURTEKEN: Final = FACTUUR | DATUM | MAAND | VERVALDAG | OVEREENKOMST_STUK | GETAL
_RESTKOLOM: Final = frozenset({"restant", "saldo", "rest"})


@record
class Factuurregel:
    """One invoice in a table or list.

    Attributes:
        zin: the index of its row.
        open: what is still open; None when the row does not tell with certainty.
        kosten: a fee in the row itself, per invoice.
        vervaldag: when it was due, if the row says.
        totaal: the row adds up the others.
    """

    zin: int
    open: Bedrag | None
    bedragen: tuple[tuple[Bedrag, int], ...]
    kosten: Bedrag | None = None
    vervaldag: date | None = None
    totaal: bool = False


def lees_facturen(zinnen: Sequence[Zin]) -> tuple[Factuurregel, ...]:
    """The invoice rows of the letter, in order."""
    regels: list[Factuurregel] = []
    kop: tuple[int, ...] = ()
    for zin in zinnen:
        if not zin.rij or zin.citaat:
            kop = kop if zin.rij else ()
            continue
        bedragen = lees_bedragen(zin)
        if not bedragen:
            kop = _kolommen(zin) or kop
            continue
        regel = _factuurregel(zin, bedragen, kop)
        if regel is not None:
            regels.append(regel)
    return tuple(regels)


@per_zin
def _kolommen(zin: Zin) -> tuple[int, ...]:
    """The concepts of each column, when the row is a heading."""
    if zin.heeft(GETAL | DATUM):
        return ()
    kopwoorden = [
        woord.begrip
        for woord in zin.woorden
        if woord.begrip & _KOPWOORD or woord.tekst in _KOPTEKSTEN
    ]
    if len(kopwoorden) < 2:
        return ()
    kolommen: list[int] = []
    for plek, woord in enumerate(zin.woorden):
        if not plek or woord.grens == KOLOMGRENS:
            kolommen.append(0)
        kolommen[-1] |= woord.begrip
    if len(kolommen) == 1:
        kolommen = [bits for bits in kopwoorden if bits & _KOPWOORD]
    return tuple(kolommen)


def _factuurregel(
    zin: Zin, bedragen: tuple[Bedrag, ...], kop: tuple[int, ...]
) -> Factuurregel | None:
    voor = zin.woorden[: bedragen[0].begin]
    bits = alle_begrippen(voor)
    if bits & TOTAAL:
        return _totaalregel(zin, bedragen, kop)
    herkenbaar = bits & (FACTUUR | DATUM | MAAND)
    if bits & _GEEN_FACTUUR or (not herkenbaar and _is_eindregel(voor)):
        return None
    if bits & BETAALD and not bits & FACTUUR:
        return None
    if not bits & _FACTUURTEKEN & ~OPENSTAAND and (not kop or bits & (OPENSTAAND | GELD)):
        return None
    if not kop and bits & (OPENSTAAND | BETAALD | GELD) and not bits & (DATUM | FACTUUR):
        return None
    soorten = _soorten(bedragen, kop)
    return Factuurregel(
        zin=zin.nummer,
        open=_open(bedragen, soorten),
        bedragen=tuple(zip(bedragen, soorten, strict=True)),
        kosten=next(
            (b for b, s in zip(bedragen, soorten, strict=True) if s & (INCASSOKOSTEN | KOSTEN)),
            None,
        ),
        vervaldag=_vervaldag(zin, kop),
    )


def _totaalregel(
    zin: Zin, bedragen: tuple[Bedrag, ...], kop: tuple[int, ...]
) -> Factuurregel | None:
    """A row that adds up several columns; a single total explains itself."""
    soorten = _soorten(bedragen, kop)
    if len(bedragen) == 1 or not any(soorten):
        return None
    return Factuurregel(
        zin=zin.nummer,
        open=_open(bedragen, soorten),
        bedragen=tuple(zip(bedragen, soorten, strict=True)),
        totaal=True,
    )


def _is_eindregel(voor: Sequence[Woord]) -> bool:
    """``Te betalen``, ``Nog te voldoen``: a sum, no invoice."""
    return any(woord.begrip & BETALEN and not woord.begrip & BETAALD for woord in voor)


def _soorten(bedragen: tuple[Bedrag, ...], kop: tuple[int, ...]) -> list[int]:
    """For each amount the concepts of its column; zero when the heading does not fit."""
    kolommen = [bits for bits in kop if bits & _BEDRAGKOLOM and not bits & (VERVALDAG | DATUM)]
    if len(kolommen) == len(bedragen):
        return kolommen
    if len(bedragen) == 3 and bedragen[0].waarde - bedragen[1].waarde == bedragen[2].waarde:
        return [GELD, BETAALD, OPENSTAAND]
    return [0] * len(bedragen)


def _open(bedragen: tuple[Bedrag, ...], soorten: list[int]) -> Bedrag | None:
    if len({bedrag.waarde for bedrag in bedragen}) == 1:
        return bedragen[0]
    paren = list(zip(bedragen, soorten, strict=True))
    for bedrag, bits in paren:
        if bits & OPENSTAAND:
            return bedrag
    rest = [b for b, bits in paren if bits and not bits & (_GEEN_FACTUUR & ~TOTAAL | BETAALD)]
    if any(bits & BETAALD for bits in soorten) or len(rest) != 1:
        return None
    return rest[0]


def _vervaldag(zin: Zin, kop: tuple[int, ...]) -> date | None:
    notaties = [notatie for notatie in lees_datums(zin) if notatie.dag is not None]
    if not notaties:
        return None
    for notatie in notaties:
        voor = zin.woorden[max(0, notatie.begin - 3) : notatie.begin]
        if any(woord.begrip & VERVALDAG or woord.tekst == "uiterlijk" for woord in voor):
            return notatie.dag
        if _te_betalen(zin.woorden[max(0, notatie.begin - 4) : notatie.begin]):
            return notatie.dag
    datumkolommen = [bits for bits in kop if _is_datumkolom(bits)]
    if len(datumkolommen) == len(notaties):
        for notatie, bits in zip(notaties, datumkolommen, strict=True):
            if bits & VERVALDAG:
                return notatie.dag
    return None


def _te_betalen(voor: Sequence[Woord]) -> bool:
    """``te betalen op``, ``af te rekenen voor``, straight before the day."""
    return any(
        eerste.tekst == "te" and (tweede.begrip & BETALEN or tweede.tekst == "rekenen")
        for eerste, tweede in pairwise(voor)
    )


def _is_datumkolom(bits: int) -> bool:
    if bits & (_BEDRAGKOLOM | FACTUUR):
        return False
    return bool(bits & (VERVALDAG | DAGTEKENING | ANDER_BEGIN))
