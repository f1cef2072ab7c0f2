"""What a letter shows of the debtor's default: due dates, a statement, a notice of default."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.datums import lees_datums
from wiktool.controle.herkenning.termijndoel import Doel
from wiktool.controle.herkenning.woordenschat import (
    AFSPRAAK,
    BETALEN,
    DATUM,
    FACTUUR,
    INGEBREKE,
    MAAND,
    NIET,
    TERMIJN,
    VERLEDEN,
    VERSTREKEN,
    VERVALDAG,
    VERZUIM,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_zin
from wiktool.kern.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiktool.controle.herkenning.datums import Dagnotatie
    from wiktool.controle.herkenning.facturen import Factuurregel
    from wiktool.controle.herkenning.termijnen import Termijn
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_ZOVER_NODIG: Final = frozenset(
    {
        ("zover", "nodig"),
        ("zover", "vereist"),
        ("zo", "nodig"),
        ("zover", "rechtens"),
        ("zover", "u"),
    }
)
_STELT: Final = woordgroep("stel stellen stelt gesteld stellende")
_MOEST: Final = woordgroep("moest moesten had hadden diende dienden zou zouden")
_NA_VERVALDAG: Final = 8
_VAN_BELANG: Final = DATUM | MAAND | VERZUIM | VERSTREKEN | INGEBREKE


@record
class Vervaldag:
    """A last day of payment that was given before this letter.

    Attributes:
        laatste_dag: that day, itself included.
        woorden: the words that give it.
    """

    laatste_dag: date
    woorden: tuple[Woord, ...]


@record
class Verzuimbeeld:
    """What the letter shows of default.

    Attributes:
        vervaldagen: the due dates it names.
        verklaring: where it says that the debtor is in default or that the term has passed.
        ingebrekestelling: where it puts the debtor in default here and now.
        voor_zover_nodig: it does so only "as far as needed".
        eerdere_ingebrekestelling: where it speaks of an earlier notice of default.
        pas_na_termijn: where it says that default begins only later, and nowhere that it has begun.
    """

    vervaldagen: tuple[Vervaldag, ...] = ()
    verklaring: tuple[Woord, ...] = ()
    ingebrekestelling: tuple[Woord, ...] = ()
    voor_zover_nodig: bool = False
    eerdere_ingebrekestelling: tuple[Woord, ...] = ()
    pas_na_termijn: tuple[Woord, ...] = ()


def lees_verzuim(
    zinnen: Sequence[Zin], facturen: Sequence[Factuurregel], termijnen: Sequence[Termijn]
) -> Verzuimbeeld:
    """What the letter shows of default."""
    vervaldagen = [
        Vervaldag(laatste_dag=regel.vervaldag, woorden=zinnen[regel.zin].woorden)
        for regel in facturen
        if regel.vervaldag is not None
    ]
    rijen = {regel.zin for regel in facturen}
    vervaldagen += [
        Vervaldag(laatste_dag=t.einddatum, woorden=t.woorden)
        for t in termijnen
        if t.doel is Doel.ANDERS
        and t.einddatum is not None
        and t.zin not in rijen
        and _over_betaaldag(zinnen[t.zin])
    ]
    bekend = {dag.laatste_dag for dag in vervaldagen}
    bekend |= {t.einddatum for t in termijnen if t.einddatum and t.doel is not Doel.ANDERS}
    verklaring: tuple[Woord, ...] = ()
    nu: tuple[Woord, ...] = ()
    eerder: tuple[Woord, ...] = ()
    zover = False
    for zin in zinnen:
        if zin.citaat or not (zin.begrippen & _VAN_BELANG or "gebreke" in zin.teksten):
            continue
        if zin.begrippen & (DATUM | MAAND) and zin.nummer not in rijen:
            vervaldagen += [dag for dag in _bij_naam(zin) if dag.laatste_dag not in bekend]
        if zin.begrippen & (VERZUIM | VERSTREKEN):
            verklaring = verklaring or _verklaring(zin, zinnen[max(0, zin.nummer - 1)])
        gesteld, vroeger = _in_gebreke(zin)
        nu, eerder = nu or gesteld, eerder or vroeger
        zover = zover or bool(gesteld and _zover_nodig(zin))
    return Verzuimbeeld(
        vervaldagen=tuple(vervaldagen),
        verklaring=verklaring,
        ingebrekestelling=nu,
        voor_zover_nodig=zover,
        eerdere_ingebrekestelling=eerder,
        pas_na_termijn=() if verklaring else _pas_na_termijn(zinnen),
    )


def _over_betaaldag(zin: Zin) -> bool:
    """``te betalen uiterlijk …``, ``de afgesproken betaaltermijn loopt tot en met …``."""
    if zin.heeft(BETALEN | VERVALDAG):
        return True
    return zin.heeft(AFSPRAAK) and zin.begint("beta")


@per_zin
def _bij_naam(zin: Zin) -> tuple[Vervaldag, ...]:
    """``de vervaldatum was 1 oktober``, ``de termijn is verstreken op 1 oktober``."""
    moest = zin.heeft(BETALEN) and (zin.noemt(_MOEST) or _verzonden_factuur(zin))
    if not moest and not zin.heeft(VERVALDAG | VERSTREKEN):
        return ()
    return tuple(
        Vervaldag(laatste_dag=notatie.dag, woorden=zin.woorden[notatie.begin : notatie.eind])
        for notatie in lees_datums(zin)
        if notatie.dag is not None and _hoort_bij_vervaldag(zin, notatie)
    )


def _verzonden_factuur(zin: Zin) -> bool:
    """``stuurden wij u factuur 12, te betalen uiterlijk …``: told with the invoice."""
    return zin.eerder and zin.heeft(FACTUUR) and "te" in zin.teksten


def _hoort_bij_vervaldag(zin: Zin, notatie: Dagnotatie) -> bool:
    voor = zin.woorden[max(0, notatie.begin - _NA_VERVALDAG) : notatie.begin]
    if voor and voor[-1].tekst in ("van", "dd"):
        return len(voor) > 1 and bool(voor[-2].begrip & VERVALDAG)
    if any(woord.begrip & VERVALDAG for woord in voor):
        return True
    if voor and voor[-1].tekst == "op" and zin.noemt(_MOEST):
        return True
    if _verzonden_factuur(zin) and any(woord.tekst == "uiterlijk" for woord in voor[-3:]):
        return True
    return zin.heeft(VERSTREKEN) and zin.heeft(TERMIJN | VERVALDAG) and not zin.voorwaarde


def _verklaring(zin: Zin, vorige: Zin) -> tuple[Woord, ...]:
    """That the debtor is in default, or the term has passed: said as a fact, not as a threat."""
    if zin.voorwaarde:
        return ()
    if zin.heeft(VERZUIM):
        plek = next(i for i, woord in enumerate(zin.woorden) if woord.begrip & VERZUIM)
        ontkend = any(w.begrip & NIET for w in zin.woorden[max(0, plek - 3) : plek])
        return () if ontkend else zin.woorden
    termijn = zin.heeft(TERMIJN | VERVALDAG) or (
        zin.woorden[0].tekst in ("die", "deze", "dat") and vorige.heeft(TERMIJN | VERVALDAG)
    )
    if zin.heeft(VERSTREKEN) and termijn:
        plek = next(i for i, woord in enumerate(zin.woorden) if woord.begrip & VERSTREKEN)
        ontkend = any(w.begrip & NIET for w in zin.woorden[max(0, plek - 2) : plek])
        toekomst = any(w.tekst in ("is", "zijn", "was", "waren") for w in zin.woorden) or zin.heeft(
            VERLEDEN
        )
        verleden = any(w.tekst in ("verstreek", "verliep", "verviel") for w in zin.woorden)
        return zin.woorden if (toekomst or verleden) and not ontkend else ()
    return ()


def _pas_na_termijn(zinnen: Sequence[Zin]) -> tuple[Woord, ...]:
    """``Met het verstrijken van de termijn bent u in verzuim``: so not yet now."""
    for zin in zinnen:
        if zin.eigen and zin.voorwaarde and zin.heeft(VERZUIM) and not zin.heeft(VERLEDEN):
            return zin.woorden
    return ()


@per_zin
def _in_gebreke(zin: Zin) -> tuple[tuple[Woord, ...], tuple[Woord, ...]]:
    """Where it gives notice of default now, and where it speaks of an earlier one."""
    woorden = zin.woorden
    naam = zin.heeft(INGEBREKE)
    in_gebreke = "gebreke" in zin.teksten and any(
        eerste.tekst == "in" and tweede.tekst == "gebreke" for eerste, tweede in pairwise(woorden)
    )
    if not naam and not (in_gebreke and zin.noemt(_STELT)):
        return (), ()
    if _is_eerder(zin, naam=naam, in_gebreke=in_gebreke):
        return (), woorden
    return woorden, ()


def _is_eerder(zin: Zin, *, naam: bool, in_gebreke: bool) -> bool:
    if zin.eerder or any(woord.tekst in ("eerder", "eerdere", "reeds") for woord in zin.woorden):
        return True
    teksten = [woord.tekst for woord in zin.woorden]
    if in_gebreke and "gesteld" in teksten:
        return "hierbij" not in teksten and "wordt" not in teksten
    if not naam or in_gebreke:
        return False
    plek = next(i for i, woord in enumerate(zin.woorden) if woord.begrip & INGEBREKE)
    if plek and teksten[plek - 1] in ("na", "onze", "mijn"):
        return True
    return teksten[plek + 1 : plek + 2] in (["van"], ["dd"]) and bool(lees_datums(zin))


def _zover_nodig(zin: Zin) -> bool:
    paren = pairwise(woord.tekst for woord in zin.woorden if woord.tekst != "nog")
    return any(paar in _ZOVER_NODIG for paar in paren)
