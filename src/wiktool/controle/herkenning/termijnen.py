"""The terms in a letter, what they are for, and from what they run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.ankers import Anker, zoek_ankers
from wiktool.controle.herkenning.datums import lees_datums
from wiktool.controle.herkenning.duren import Duur, lees_duren
from wiktool.controle.herkenning.termijndoel import SCHULD, Doel, doel_van_datum, doel_van_duur
from wiktool.controle.herkenning.woordenschat import (
    AFSPRAAK,
    ANDER_DOEL,
    BETALEN,
    BRIEF,
    EENHEID,
    FACTUUR,
    KOSTENWOORD,
    MODAAL,
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

_AANLOOP: Final = woordgroep(
    "op de het dag datum van of zijnde : ( dus en per a is zijn maar doch , betaling"
)
_MOET: Final = woordgroep("moet dient behoort hoort")
_OP_EEN_DAG: Final = woordgroep("binnen staan bijgeschreven ontvangen betaald voldaan overgemaakt")
_KOSTELOOS: Final = woordgroep("kosteloos kosteloze gratis kostenvrij kostenloos")
_BEGINT: Final = woordgroep(
    "rekenen rekent loopt lopen begint beginnen telt tellen gaat gaan ingegaan begonnen start"
)
_EERDERE: Final = woordgroep("eerdere vorige vroegere eerste voorgaande")
_VOORNAAMWOORDEN: Final = woordgroep("deze die ze zij dit dat")
_VANAF: Final = woordgroep("vanaf sinds af ingang na op")
_DEZE_TERMIJN: Final = woordgroep(
    "deze die genoemde gestelde bovengenoemde bovenstaande voornoemde hiervoor hierboven"
)


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
        kostengrens: it is no term to pay, but a moment after which paying is no longer free.
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
    kostengrens: bool = False

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
    grens = _is_kostengrens(zin, duur, anker)
    begin = min(duur.begin, anker.begin) if anker else duur.begin
    eind = max(duur.eind, anker.eind) if anker else duur.eind
    termijn = Termijn(
        woorden=zin.woorden[begin:eind],
        zin=zin.nummer,
        dagen=duur.dagen,
        vanaf=Vanaf.GEEN,
        doel=Doel.BETALING if grens else doel_van_duur(zin, duur, anker, vorige),
        werkdagen=duur.werkdagen,
        vaag=duur.vaag,
        strijdig=duur.strijdig,
        verwijzing=duur.verwijzing,
        eis=_is_eis(zin),
        kostengrens=grens,
    )
    return met_anker(termijn, anker, zin, ijkdag) if anker else termijn


def _is_kostengrens(zin: Zin, duur: Duur, anker: Anker | None) -> bool:
    """``Na tien dagen kunt u niet meer kosteloos betalen``: the free time is over before the term.

    Not what points back to the term itself ("na die veertien dagen"), nor what is about rent or
    another event.
    """
    if duur.voorzetsel != "na" or duur.verwijzing or not zin.eigen or zin.heeft(VERLEDEN):
        return False
    return not (anker is not None and anker.ander) and _beeindigt_kosteloos(zin)


def _beeindigt_kosteloos(zin: Zin) -> bool:
    """Costs from then on, or no longer free of them."""
    return zin.heeft(KOSTENWOORD) or any(woord.tekst in _KOSTELOOS for woord in zin.woorden)


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


def _uit_datums(zin: Zin, ijkdag: date | None) -> Iterator[Termijn]:
    if not zin.eigen:
        return
    for notatie in lees_datums(zin):
        begin, voor = _aanloop_datum(zin.woorden, notatie)
        dag = notatie.in_jaar_bij(ijkdag)
        if begin is None:
            begin = _op_een_dag(zin, notatie)
        if begin is None:
            grens = _grensdag(zin, notatie, dag, ijkdag)
            if grens is not None:
                yield grens
            continue
        yield Termijn(
            woorden=zin.woorden[begin : notatie.eind],
            zin=zin.nummer,
            dagen=None,
            vanaf=Vanaf.DATUM,
            doel=doel_van_datum(zin, dag, ijkdag),
            einddatum=dag - EEN_DAG if dag and voor else dag,
            vaag=dag is None,
            eis=_is_eis(zin),
        )


def _op_een_dag(zin: Zin, notatie: Dagnotatie) -> int | None:
    """``Het bedrag moet op 12 november binnen zijn``: a last day without "uiterlijk"."""
    voor = notatie.begin - 1
    if voor < 0 or zin.woorden[voor].tekst != "op" or zin.heeft(VERLEDEN | VERSTREKEN):
        return None
    teksten = {woord.tekst for woord in zin.woorden}
    moet = bool(teksten & _MOET) and bool(teksten & _OP_EEN_DAG)
    return voor if moet and zin.heeft(SCHULD | BETALEN) else None


def _grensdag(
    zin: Zin, notatie: Dagnotatie, dag: date | None, ijkdag: date | None
) -> Termijn | None:
    """``Na 9 november rekenen wij incassokosten``: the last day on which paying is free."""
    if dag is None or ijkdag is None or dag <= ijkdag or zin.heeft(VERLEDEN | ANDER_DOEL):
        return None
    voor = zin.woorden[max(0, notatie.begin - 2) : notatie.begin]
    opener = next((woord.tekst for woord in voor if woord.tekst in ("na", "vanaf", "per")), "")
    if not opener or not _beeindigt_kosteloos(zin):
        return None
    return Termijn(
        woorden=zin.woorden[notatie.begin - len(voor) : notatie.eind],
        zin=zin.nummer,
        dagen=None,
        vanaf=Vanaf.DATUM,
        doel=Doel.BETALING,
        einddatum=dag if opener == "na" else dag - EEN_DAG,
        kostengrens=True,
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


def _met_niet(woorden: Sequence[Woord], plek: int) -> int:
    return plek - 1 if plek and woorden[plek - 1].tekst == "niet" else plek


def _telt_van_eerder(zin: Zin, ijkdag: date | None) -> bool:
    """``Deze termijn rekenen wij vanaf onze eerdere brief``: it began before this letter."""
    teksten = [woord.tekst for woord in zin.woorden]
    if not zin.heeft(TERMIJN | EENHEID) or not _BEGINT.intersection(teksten):
        return False
    if not _DEZE_TERMIJN.intersection(teksten) or zin.heeft(AFSPRAAK | VERLEDEN):
        return False
    eerder = [n.begin for n in lees_datums(zin) if _is_eerder(n.in_jaar_bij(ijkdag), ijkdag)]
    for plek, tekst in enumerate(teksten):
        if tekst not in _VANAF:
            continue
        if any(plek < begin <= plek + 2 for begin in eerder):
            return True
        erna = zin.woorden[plek + 1 : plek + 5]
        if any(w.tekst in _EERDERE for w in erna) and any(w.begrip & BRIEF for w in erna):
            return True
    return False


def _is_eerder(dag: date | None, ijkdag: date | None) -> bool:
    return dag is not None and ijkdag is not None and dag < ijkdag


def _met_losse_ankers(
    zinnen: Sequence[Zin], termijnen: list[Termijn], ijkdag: date | None
) -> tuple[Termijn, ...]:
    """A start given in a sentence of its own belongs to the last term before it that has none."""
    for plek, termijn in enumerate(termijnen):
        if termijn.verwijzing and termijn.vanaf is not Vanaf.GEEN:
            _geef_begin_door(termijnen, plek)
        if termijn.verwijzing and termijn.doel is Doel.BETALING:
            _geef_doel_door(termijnen, plek)
    bezet = {termijn.zin for termijn in termijnen if termijn.vanaf is not Vanaf.GEEN}
    for zin in zinnen:
        if not zin.eigen:
            continue
        if _telt_van_eerder(zin, ijkdag):
            _maak_dubbel(termijnen, zin.nummer)
            continue
        if zin.nummer in bezet or not _gaat_over_termijn(zin):
            continue
        anker = next(zoek_ankers(zin.woorden, 0, len(zin.woorden)), None)
        if anker is None or anker.ander or anker.vanaf is Vanaf.GEEN:
            continue
        doelwit = _laatste_zonder_begin(termijnen, zin.nummer)
        if doelwit is not None:
            termijnen[doelwit] = met_anker(termijnen[doelwit], anker, zin, ijkdag)
    return tuple(_zonder_vervaldagen(zinnen, _met_doel_van_verwezen(termijnen)))


def _gaat_over_termijn(zin: Zin) -> bool:
    """``Deze termijn begint …``, ``Die gaan in op …``, ``Ze beginnen te lopen zodra …``."""
    if zin.heeft(TERMIJN):
        return True
    kop = [woord.tekst for woord in zin.woorden[:5]]
    return kop[0] in _VOORNAAMWOORDEN and bool(_BEGINT.intersection(kop))


def _maak_dubbel(termijnen: list[Termijn], zin: int) -> None:
    """The last term to pay before a sentence has a second start."""
    for plek in range(len(termijnen) - 1, -1, -1):
        termijn = termijnen[plek]
        if termijn.zin > zin or termijn.doel is Doel.ANDERS or termijn.dagen is None:
            continue
        if not termijn.verwijzing:
            termijnen[plek] = replace(termijn, dubbel=True)
            return


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


def _geef_doel_door(termijnen: list[Termijn], plek: int) -> None:
    """``Wij geven u vijftien dagen. … Binnen die vijftien dagen moet zijn betaald``."""
    for eerder in range(plek - 1, -1, -1):
        termijn = termijnen[eerder]
        if termijn.dagen == termijnen[plek].dagen and termijn.doel is not Doel.ANDERS:
            termijnen[eerder] = replace(termijn, doel=Doel.BETALING)
            return


def _met_doel_van_verwezen(termijnen: Sequence[Termijn]) -> list[Termijn]:
    """``binnen die dertig dagen`` is about what the thirty days before were about."""
    uitkomst: list[Termijn] = []
    for termijn in termijnen:
        zelfde = [t for t in uitkomst if t.dagen == termijn.dagen and t.dagen is not None]
        if termijn.verwijzing and zelfde and zelfde[-1].doel is Doel.ANDERS:
            uitkomst.append(replace(termijn, doel=Doel.ANDERS))
        else:
            uitkomst.append(termijn)
    return uitkomst


def _zonder_vervaldagen(zinnen: Sequence[Zin], termijnen: Sequence[Termijn]) -> list[Termijn]:
    """A last day beside an invoice is when that was due, if the letter gives a term of days."""
    if not any(t.doel is Doel.BETALING and t.dagen and not t.kostengrens for t in termijnen):
        return list(termijnen)
    return [
        replace(t, doel=Doel.ANDERS) if _hoort_bij_factuur(zinnen[t.zin], t) else t
        for t in termijnen
    ]


def _hoort_bij_factuur(zin: Zin, termijn: Termijn) -> bool:
    if termijn.einddatum is None or termijn.eis or termijn.kostengrens:
        return False
    if zin.heeft(VERZOEK | MODAAL) or zin.voorwaarde:
        return False
    return zin.heeft(FACTUUR) or (zin.rij and zin.heeft(TERMIJN))


def _laatste_zonder_begin(termijnen: Sequence[Termijn], zin: int) -> int | None:
    passend = [
        plek
        for plek, termijn in enumerate(termijnen)
        if termijn.zin <= zin and termijn.doel is not Doel.ANDERS and termijn.dagen is not None
    ]
    if not passend or termijnen[passend[-1]].vanaf is not Vanaf.GEEN:
        return None
    return passend[-1]
