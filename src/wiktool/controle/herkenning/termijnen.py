"""The terms in a letter, what they are for, and from what they run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.ankers import Anker, zoek_ankers
from wiktool.controle.herkenning.datums import lees_datums
from wiktool.controle.herkenning.duren import Duur, lees_duren
from wiktool.controle.herkenning.woordenschat import (
    AFSPRAAK,
    ANDER_DOEL,
    BETALEN,
    EUROTEKEN,
    FACTUUR,
    GELD,
    HOOFDSOM,
    MODAAL,
    NIET,
    ONTVANGST,
    OPENSTAAND,
    TERMIJN,
    VERLEDEN,
    VERSTREKEN,
    VERVALDAG,
    VERZOEK,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Vanaf
from wiktool.kern.datum import EEN_DAG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from wiktool.controle.herkenning.datums import Dagnotatie
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_NA_VERLOOP: Final = frozenset({"na", "over", "sinds"})
_LATER: Final = woordgroep("dan daarna vervolgens hierna alsdan")
_AANLOOP: Final = woordgroep(
    "op de het dag datum van of zijnde : ( dus en per a is zijn maar doch , betaling"
)
_TERMIJNWOORDEN: Final = woordgroep("tijd gelegenheid kans daarvoor hiervoor daartoe uitstel")
_VERSCHIL: Final = 3
_SCHULD: Final = OPENSTAAND | HOOFDSOM | FACTUUR | GELD | EUROTEKEN


class Doel(IntEnum):
    """What a term is for."""

    ANDERS = 0
    ONBEKEND = 1
    BETALING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A term: so many days from somewhere, or a fixed last day.

    Attributes:
        woorden: the words of the letter that give it.
        zin: the index of its sentence.
        dagen: its length; None for a fixed day or an unknown length.
        anker: the named day it runs from.
        einddatum: the fixed last day, itself included.
        verwijzing: points back to a term given elsewhere.
        dubbel: two starts in one breath.
        dag_zelf: the day of receipt counts as the first.
        na_brief: "na deze brief": not which day of it.
        wettekst: "de dag na aanmaning", as the statute has it.
        eis: it stands in the demand itself, not in what follows if payment stays out.
    """

    woorden: tuple[Woord, ...]
    zin: int
    dagen: int | None
    vanaf: Vanaf
    doel: Doel
    anker: date | None = None
    na_anker: bool = False
    einddatum: date | None = None
    werkdagen: bool = False
    vaag: bool = False
    strijdig: bool = False
    verwijzing: bool = False
    dubbel: bool = False
    dag_zelf: bool = False
    na_brief: bool = False
    wettekst: bool = False
    eis: bool = False

    @property
    def laatste_dag(self) -> date | None:
        """The last day, where the letter fixes it."""
        if self.einddatum is not None or self.anker is None or self.dagen is None:
            return self.einddatum
        return self.anker + (self.dagen if self.na_anker else self.dagen - 1) * EEN_DAG


def lees_termijnen(zinnen: Sequence[Zin], ijkdag: date | None) -> tuple[Termijn, ...]:
    """Every term of the letter, whatever it is for, in order.

    Args:
        zinnen: the sentences of the letter.
        ijkdag: the date of the letter, to complete dates without a year and to tell a day that has
            passed from one to come.
    """
    gevonden: list[Termijn] = []
    vorige: Zin | None = None
    for zin in zinnen:
        duren = lees_duren(zin)
        for nummer, duur in enumerate(duren):
            tot = duren[nummer + 1].begin if nummer + 1 < len(duren) else len(zin.woorden)
            van = duren[nummer - 1].eind if nummer else 0
            gevonden.append(_uit_duur(zin, duur, van, tot, vorige, ijkdag))
        gevonden += _uit_datums(zin, ijkdag)
        if not zin.citaat:
            vorige = zin
    return _met_losse_ankers(zinnen, gevonden, ijkdag)


def _uit_duur(
    zin: Zin, duur: Duur, van: int, tot: int, vorige: Zin | None, ijkdag: date | None
) -> Termijn:
    anker = next(zoek_ankers(zin.woorden, duur.eind, tot), None)
    if anker is None:
        anker = _anker_vooraf(zin, duur, van)
    begin = min(duur.begin, anker.begin) if anker else duur.begin
    eind = max(duur.eind, anker.eind) if anker else duur.eind
    termijn = Termijn(
        woorden=zin.woorden[begin:eind],
        zin=zin.nummer,
        dagen=duur.dagen,
        vanaf=Vanaf.GEEN,
        doel=_doel_van_duur(zin, duur, anker, vorige),
        werkdagen=duur.werkdagen,
        vaag=duur.vaag,
        strijdig=duur.strijdig,
        verwijzing=duur.verwijzing,
        eis=_is_eis(zin),
    )
    return met_anker(termijn, anker, zin, ijkdag) if anker else termijn


def met_anker(termijn: Termijn, anker: Anker, zin: Zin, ijkdag: date | None) -> Termijn:
    """The term with this start."""
    dag = None
    if anker.vanaf is Vanaf.DATUM:
        notaties = [n for n in lees_datums(zin) if n.begin <= anker.datum < n.eind]
        dag = notaties[0].in_jaar_bij(ijkdag) if notaties else None
    op_briefdatum = dag is not None and dag == ijkdag
    return replace(
        termijn,
        vanaf=Vanaf.DAGTEKENING if op_briefdatum else anker.vanaf,
        anker=dag,
        na_anker=anker.na_datum,
        dubbel=anker.dubbel,
        dag_zelf=anker.dag_zelf,
        na_brief=anker.vanaf is Vanaf.GEEN and not anker.ander,
        wettekst=anker.dag_na_brief,
    )


def _anker_vooraf(zin: Zin, duur: Duur, van: int) -> Anker | None:
    """``Vanaf de dag nadat deze brief bij u is bezorgd heeft u veertien dagen de tijd``."""
    gevonden = None
    for anker in zoek_ankers(zin.woorden, van, duur.begin):
        gevonden = anker
    if gevonden is None or gevonden.vanaf is Vanaf.GEEN or duur.begin - gevonden.eind > 8:
        return None
    return gevonden


def _is_eis(zin: Zin) -> bool:
    return zin.heeft(VERZOEK | MODAAL) and not zin.voorwaarde


def _doel_van_duur(zin: Zin, duur: Duur, anker: Anker | None, vorige: Zin | None) -> Doel:
    if not zin.eigen or (anker is not None and anker.ander):
        return Doel.ANDERS
    op_de_brief = anker is not None and anker.vanaf is not Vanaf.DATUM and not anker.ander
    if duur.voorzetsel in _NA_VERLOOP and not (zin.voorwaarde and zin.heeft(NIET)):
        return Doel.ANDERS
    verteld = zin.heeft(AFSPRAAK | VERLEDEN | VERSTREKEN) and not zin.heeft(VERZOEK)
    if verteld and not (op_de_brief and duur.voorzetsel):
        return Doel.ANDERS
    if _eigen_daad(zin, duur):
        return Doel.ANDERS
    doel = _dichtstbij(zin, duur.getal)
    if doel is not Doel.ONBEKEND:
        return doel
    if zin.heeft(_SCHULD) and zin.heeft(VERZOEK | MODAAL | ONTVANGST):
        return Doel.BETALING
    if vorige is not None and _sluit_aan(zin, vorige):
        return Doel.BETALING
    return Doel.ONBEKEND


def _eigen_daad(zin: Zin, duur: Duur) -> bool:
    """What the creditor does himself: "dan dragen wij de zaak binnen zeven dagen over"."""
    woorden = zin.woorden
    for plek in range(duur.begin - 1, -1, -1):
        if woorden[plek].tekst in _LATER and plek + 2 < duur.begin:
            daarna = {woord.tekst for woord in woorden[plek : plek + 4]}
            return bool(daarna & {"wij", "we", "ik"}) and not any(
                woord.begrip & BETALEN for woord in woorden[plek:]
            )
    return False


def _dichtstbij(zin: Zin, getal: int) -> Doel:
    """Paying, or something else: whichever verb stands nearest."""
    betalen = _afstand(zin, getal, BETALEN)
    anders = _afstand(zin, getal, ANDER_DOEL)
    if anders is not None and (betalen is None or anders + _VERSCHIL < betalen):
        return Doel.ANDERS
    return Doel.ONBEKEND if betalen is None else Doel.BETALING


def _afstand(zin: Zin, plek: int, bits: int) -> int | None:
    if not zin.heeft(bits):
        return None
    return min(abs(i - plek) for i, woord in enumerate(zin.woorden) if woord.begrip & bits)


def _sluit_aan(zin: Zin, vorige: Zin) -> bool:
    """``U heeft daarvoor een termijn van veertien dagen``, after a demand to pay."""
    if not vorige.eigen or not vorige.heeft(BETALEN) or zin.heeft(ANDER_DOEL):
        return False
    return zin.heeft(TERMIJN) or any(woord.tekst in _TERMIJNWOORDEN for woord in zin.woorden)


def _uit_datums(zin: Zin, ijkdag: date | None) -> Iterator[Termijn]:
    if not zin.eigen:
        return
    for notatie in lees_datums(zin):
        begin, voor = _aanloop_datum(zin.woorden, notatie)
        if begin is None:
            continue
        dag = notatie.in_jaar_bij(ijkdag)
        yield Termijn(
            woorden=zin.woorden[begin : notatie.eind],
            zin=zin.nummer,
            dagen=None,
            vanaf=Vanaf.DATUM,
            doel=_doel_van_datum(zin, dag, ijkdag),
            einddatum=dag - EEN_DAG if dag and voor else dag,
            vaag=dag is None,
            eis=_is_eis(zin),
        )


def _aanloop_datum(woorden: Sequence[Woord], notatie: Dagnotatie) -> tuple[int | None, bool]:
    """Where a last day begins ("uiterlijk op", "vóór"), and whether that day itself is left out."""
    voor = inbegrepen = False
    begin = None
    for plek in range(notatie.begin - 1, max(-1, notatie.begin - 8), -1):
        tekst = woorden[plek].tekst
        if tekst in ("voor", "before"):
            voor, begin = True, plek
        elif tekst in ("uiterlijk", "tm", "latest"):
            inbegrepen, begin = True, plek
        elif tekst == "tot":
            begin = plek
            voor = voor or not inbegrepen
        elif tekst == "met" and plek and woorden[plek - 1].tekst == "en":
            inbegrepen = True
        elif tekst == "dan" and plek and woorden[plek - 1].tekst in ("later", "laatst"):
            inbegrepen, begin = True, _met_niet(woorden, plek - 1)
        elif tekst in ("laatste", "laatst") or woorden[plek].begrip & VERVALDAG:
            inbegrepen, begin = True, plek
        elif tekst == "op":
            inbegrepen = inbegrepen or voor
        elif tekst not in _AANLOOP:
            break
    return begin, voor and not inbegrepen


def _noemt_vervaldag(zin: Zin) -> bool:
    """``vervaldatum`` is the invoice's day; ``uiterste betaaldatum`` can be that of the letter."""
    return any(woord.tekst.startswith("verval") for woord in zin.woorden)


def _met_niet(woorden: Sequence[Woord], plek: int) -> int:
    return plek - 1 if plek and woorden[plek - 1].tekst == "niet" else plek


def _doel_van_datum(zin: Zin, dag: date | None, ijkdag: date | None) -> Doel:
    if dag is not None and ijkdag is not None and dag <= ijkdag:
        return Doel.ANDERS
    verteld = zin.heeft(AFSPRAAK | VERLEDEN | VERSTREKEN) or _noemt_vervaldag(zin)
    if verteld and not zin.heeft(VERZOEK | MODAAL):
        return Doel.ANDERS
    if zin.heeft(VERVALDAG) and not verteld:
        return Doel.BETALING
    doel = _dichtstbij(zin, 0)
    if doel is Doel.ANDERS:
        return doel
    if zin.heeft(BETALEN) or (zin.heeft(_SCHULD) and zin.heeft(VERZOEK | MODAAL | ONTVANGST)):
        return Doel.BETALING
    return Doel.ONBEKEND


def _met_losse_ankers(
    zinnen: Sequence[Zin], termijnen: list[Termijn], ijkdag: date | None
) -> tuple[Termijn, ...]:
    """A start given in a sentence of its own belongs to the last term before it that has none."""
    for plek, termijn in enumerate(termijnen):
        if termijn.verwijzing and termijn.vanaf is not Vanaf.GEEN:
            _geef_begin_door(termijnen, plek)
    bezet = {termijn.zin for termijn in termijnen if termijn.vanaf is not Vanaf.GEEN}
    for zin in zinnen:
        if zin.nummer in bezet or not zin.eigen or not zin.heeft(TERMIJN):
            continue
        anker = next(zoek_ankers(zin.woorden, 0, len(zin.woorden)), None)
        if anker is None or anker.ander or anker.vanaf is Vanaf.GEEN:
            continue
        doelwit = _laatste_zonder_begin(termijnen, zin.nummer)
        if doelwit is not None:
            termijnen[doelwit] = met_anker(termijnen[doelwit], anker, zin, ijkdag)
    return tuple(termijnen)


def _geef_begin_door(termijnen: list[Termijn], plek: int) -> None:
    """``Die veertien dagen beginnen op …``: the start belongs to the term pointed at."""
    wijzer = termijnen[plek]
    for eerder in range(plek - 1, -1, -1):
        termijn = termijnen[eerder]
        if termijn.dagen == wijzer.dagen and termijn.doel is not Doel.ANDERS:
            if termijn.vanaf is Vanaf.GEEN:
                termijnen[eerder] = replace(
                    termijn,
                    vanaf=wijzer.vanaf,
                    anker=wijzer.anker,
                    na_anker=wijzer.na_anker,
                    dubbel=wijzer.dubbel,
                    dag_zelf=wijzer.dag_zelf,
                )
            return


def _laatste_zonder_begin(termijnen: Sequence[Termijn], zin: int) -> int | None:
    passend = [
        plek
        for plek, termijn in enumerate(termijnen)
        if termijn.zin <= zin and termijn.doel is not Doel.ANDERS and termijn.dagen is not None
    ]
    if not passend or termijnen[passend[-1]].vanaf is not Vanaf.GEEN:
        return None
    return passend[-1]
