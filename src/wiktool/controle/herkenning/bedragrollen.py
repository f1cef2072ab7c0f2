"""Every amount in a letter with its role: principal, costs, VAT, interest, total, payment."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.aanspraak import Aanspraak
from wiktool.controle.herkenning.bedragen import lees_bedragen
from wiktool.controle.herkenning.benoemen import Naamgever, laatste_naam
from wiktool.controle.herkenning.posten import Post, Soort
from wiktool.controle.herkenning.stukken import ONTHOUDEN
from wiktool.controle.herkenning.verband import onder_voorwaarde
from wiktool.controle.herkenning.woordenschat import (
    AANMANING,
    BETAALD,
    BTW,
    EUROTEKEN,
    FACTUUR,
    GETAL,
    HERINNERING,
    KOSTENWOORD,
)
from wiktool.kern.geld import NUL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.bedragen import Bedrag
    from wiktool.controle.herkenning.facturen import Factuurregel
    from wiktool.controle.herkenning.zinnen import Zin

_NU_VAN_BELANG: Final = frozenset(
    {Soort.KOSTEN, Soort.BTW, Soort.ANDERE_KOSTEN, Soort.TE_BETALEN, Soort.TOTAAL, Soort.RENTE}
)
"""What an earlier letter claimed says nothing about what this one claims."""
_DOORZICHTIG: Final = frozenset({Soort.GRONDSLAG, Soort.STAFFEL, Soort.PER_STUK})
"""Amounts that do not use up the name before them: "15% van € 640,00, dus € 96,00"."""
_IN_GRONDSLAG: Final = frozenset({Soort.HOOFDSOM, Soort.RENTE})
"""What a base is made of: "15% over € 1.030,00 (hoofdsom € 1.000,00 plus € 30,00 rente)"."""
_TERUG: Final = 2


def bepaal_posten(zinnen: Sequence[Zin], facturen: Sequence[Factuurregel]) -> tuple[Post, ...]:
    """Every amount in the letter's own words with what it is, in order."""
    voorwaarden = onder_voorwaarde(zinnen)
    rijen = {regel.zin: regel for regel in facturen}
    brieven = _rijen_van_brieven(zinnen, facturen)
    posten: list[Post] = []
    for zin in zinnen:
        if zin.citaat or not zin.begrippen & (EUROTEKEN | GETAL):
            continue
        regel = rijen.get(zin.nummer)
        if regel is not None:
            posten += _uit_factuur(zin, regel, brief=zin.nummer in brieven)
        elif bedragen := lees_bedragen(zin):
            posten += _uit_zin(zinnen, zin, bedragen, onder=voorwaarden[zin.nummer])
    return tuple([p for p in posten if not (p.zin.eerder and p.soort in _NU_VAN_BELANG)])


def _rijen_van_brieven(zinnen: Sequence[Zin], facturen: Sequence[Factuurregel]) -> set[int]:
    """Rows that charge a reminder among the invoices: ``2e herinnering  € 15,00``.

    Less than any invoice; else the row may say of which invoice somebody was reminded.
    """
    if not any(_noemt_alleen_brief(zinnen[regel.zin]) for regel in facturen):
        return set()
    open_ = {regel.zin: regel.open.waarde for regel in facturen if regel.open and not regel.totaal}
    van_brief = {nummer for nummer in open_ if _noemt_alleen_brief(zinnen[nummer])}
    laagste = min((open_[nummer] for nummer in open_.keys() - van_brief), default=NUL)
    return {nummer for nummer in van_brief if NUL < open_[nummer] < laagste}


def _noemt_alleen_brief(zin: Zin) -> bool:
    return zin.heeft(HERINNERING | AANMANING) and not zin.heeft(FACTUUR)


def _uit_factuur(zin: Zin, regel: Factuurregel, *, brief: bool) -> list[Post]:
    posten = []
    for bedrag, bits in regel.bedragen:
        if bedrag is regel.open and regel.totaal:
            soort = Soort.TOTAAL
        elif bedrag is regel.open and brief:
            soort = Soort.ANDERE_KOSTEN
        elif bedrag is regel.open:
            soort = Soort.BETAALD if bedrag.negatief else Soort.FACTUURREGEL
        elif bedrag is regel.kosten:
            soort = Soort.KOSTEN
        elif bits & BETAALD:
            soort = Soort.BETAALD
        else:
            soort = Soort.FACTUUR if bits else Soort.ONBEKEND
        posten.append(Post(bedrag=bedrag, zin=zin, soort=soort, per_factuur=soort is Soort.KOSTEN))
    return posten


def _uit_zin(
    zinnen: Sequence[Zin], zin: Zin, bedragen: Sequence[Bedrag], *, onder: bool
) -> tuple[Post, ...]:
    posten = _benoemd(zin.vorm or zin, _eerder_genoemd(zinnen, zin), onder=onder)
    if zin.vorm is None:
        return posten
    return tuple(
        Post(bedrag, zin, *post[2:]) for post, bedrag in zip(posten, bedragen, strict=True)
    )


@lru_cache(maxsize=ONTHOUDEN)
def _benoemd(zin: Zin, genoemd: Soort | None, *, onder: bool) -> tuple[Post, ...]:
    """What the amounts of a sentence are called does not depend on how high they are."""
    bedragen = lees_bedragen(zin)
    posten: list[Post] = []
    vanaf = 0
    na_grondslag: Soort | None = None
    for nummer, bedrag in enumerate(bedragen):
        laatste = nummer + 1 == len(bedragen)
        naamgever = Naamgever(
            zin,
            bedrag,
            vanaf,
            len(zin.woorden) if laatste else bedragen[nummer + 1].begin,
            laatste=laatste,
            eerder_genoemd=genoemd,
            na_grondslag=na_grondslag,
        )
        soort = naamgever.soort()
        posten.append(Aanspraak(zin, bedrag, soort, onder=onder, vanaf=vanaf).post())
        if soort is Soort.GRONDSLAG:
            na_grondslag = _uitkomst_van(zin, bedrag.begin, genoemd)
        elif soort not in _IN_GRONDSLAG:
            na_grondslag = None
        if soort not in _DOORZICHTIG:
            vanaf = naamgever.verbruikt
    return tuple(posten)


def _uitkomst_van(zin: Zin, plek: int, genoemd: Soort | None) -> Soort | None:
    """What a percentage of a base is: VAT where VAT is named, else costs where costs are."""
    if any(woord.begrip & BTW for woord in zin.woorden[max(0, plek - 4) : plek]):
        return Soort.BTW
    if zin.heeft(KOSTENWOORD) or genoemd is Soort.KOSTEN:
        return Soort.KOSTEN
    return None


def _eerder_genoemd(zinnen: Sequence[Zin], zin: Zin) -> Soort | None:
    """The kind of amount spoken of last, at most two sentences back."""
    for nummer in range(zin.nummer - 1, max(-1, zin.nummer - 1 - _TERUG), -1):
        vorige = zinnen[nummer]
        if not vorige.eigen or vorige.rij:
            return None
        naam = laatste_naam(vorige)
        if naam is not None:
            return naam
    return None
