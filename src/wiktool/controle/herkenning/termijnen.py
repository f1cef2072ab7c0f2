"""The terms in a letter, what they are for, and from what they run."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.ankers import Anker, zoek_ankers
from wiktool.controle.herkenning.bedragen import lees_bedragen
from wiktool.controle.herkenning.datums import lees_datums
from wiktool.controle.herkenning.duren import Duur, lees_duren
from wiktool.controle.herkenning.relatieve_dagen import WEEK_OF_MAAND, lees_relatieve_dagen
from wiktool.controle.herkenning.stukken import ONTHOUDEN
from wiktool.controle.herkenning.termijndoel import OM, SCHULD, Doel, doel_van_datum, doel_van_duur
from wiktool.controle.herkenning.voorwaarden import eind_van_voorwaarde
from wiktool.controle.herkenning.woorden import alle_begrippen
from wiktool.controle.herkenning.woordenschat import (
    AFSPRAAK,
    ANDER_DOEL,
    BETALEN,
    BRIEF,
    DATUM,
    EENHEID,
    GETAL,
    GEVOLG,
    KOSTENWOORD,
    MAAND,
    MODAAL,
    NIET,
    ONTVANGST,
    TERMIJN,
    VERLEDEN,
    VERSTREKEN,
    VERVALDAG,
    VERZOEK,
    WEEKDAG,
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
_TIJD: Final = EENHEID | DATUM | MAAND | WEEKDAG
_MOET: Final = woordgroep("moet dient behoort hoort")
_OP_EEN_DAG: Final = woordgroep("binnen staan bijgeschreven ontvangen betaald voldaan overgemaakt")
_AL_OF_ALTIJD: Final = woordgroep("al reeds inmiddels altijd voortaan elke iedere telkens")
_GEBIEDEND: Final = woordgroep("betaal maak voldoe stort zorg")
_EINDIGT: Final = woordgroep("eindigt verstrijkt verloopt sluit af")
_BIJEENKOMSTEN: Final = ("vergadering", "bijeenkomst", "zitting")
_ALS: Final = woordgroep("als wanneer zodra nadat")
_KOSTELOOS: Final = woordgroep("kosteloos kosteloze gratis kostenvrij kostenloos")


class Termijn(NamedTuple):
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


def losse_termijnen(zinnen: Sequence[Zin], ijkdag: date | None) -> list[Termijn]:
    """Every term as its own sentence gives it, in order."""
    gevonden: list[Termijn] = []
    vorige: Zin | None = None
    for zin in zinnen:
        if zin.begrippen & _TIJD:
            gevonden += _uit_zin(zin, vorige, ijkdag)
        if not zin.citaat:
            vorige = zin
    return gevonden


def _uit_zin(zin: Zin, vorige: Zin | None, ijkdag: date | None) -> list[Termijn]:
    gevonden: list[Termijn] = []
    if zin.heeft(EENHEID):
        los = zin.vorm if zin.vorm is not None and _telt_alleen_geld(zin) else zin
        gevonden += _uit_duren(los, vorige and (vorige.vorm or vorige), ijkdag)
    if zin.heeft(DATUM | MAAND):
        gevonden += _uit_datums(zin, ijkdag)
    if zin.heeft(WEEKDAG) or zin.noemt(WEEK_OF_MAAND):
        gevonden += _uit_relatieve_dagen(zin, ijkdag)
    return gevonden


def _telt_alleen_geld(zin: Zin) -> bool:
    """Whether every figure in it is one of an amount, so that none is of a term or a day."""
    in_bedragen = sum(
        1
        for bedrag in lees_bedragen(zin)
        for woord in zin.woorden[bedrag.begin : bedrag.eind]
        if woord.begrip & (GETAL | DATUM)
    )
    return in_bedragen == sum(1 for woord in zin.woorden if woord.begrip & (GETAL | DATUM))


@lru_cache(maxsize=ONTHOUDEN)
def _uit_duren(zin: Zin, vorige: Zin | None, ijkdag: date | None) -> tuple[Termijn, ...]:
    duren = lees_duren(zin)
    grenzen = [0, *(duur.eind for duur in duren)], [*(d.begin for d in duren[1:]), len(zin.woorden)]
    return tuple(
        _uit_duur(zin, duur, van, tot, vorige, ijkdag)
        for duur, van, tot in zip(duren, *grenzen, strict=False)
    )


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
    if duur.verwijzing or not zin.eigen or zin.heeft(VERLEDEN | VERSTREKEN):
        return False
    if duur.voorzetsel != "na" and not (duur.voorzetsel == "over" and zin.heeft(GEVOLG)):
        return False
    return not (anker is not None and anker.ander) and _beeindigt_kosteloos(zin)


def _beeindigt_kosteloos(zin: Zin) -> bool:
    """Costs from then on, or no longer free of them."""
    return zin.heeft(KOSTENWOORD) or zin.noemt(_KOSTELOOS)


def met_anker(termijn: Termijn, anker: Anker, zin: Zin, ijkdag: date | None) -> Termijn:
    """The term with this start."""
    dag = None
    if anker.vanaf is Vanaf.DATUM:
        notaties = [n for n in lees_datums(zin) if n.begin <= anker.datum < n.eind]
        dag = notaties[0].in_jaar_bij(ijkdag) if notaties else None
    op_briefdatum = dag is not None and dag == ijkdag
    return termijn._replace(
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
        return _vanaf_dat_moment(zin, duur)
    return gevonden


def _vanaf_dat_moment(zin: Zin, duur: Duur) -> Anker | None:
    """``Als deze brief bij u bezorgd is, heeft u vanaf dat moment nog vijftien dagen``."""
    voor = zin.woorden[: duur.begin]
    teksten = [woord.tekst for woord in voor]
    if teksten[-3:] != ["vanaf", "dat", "moment"] or teksten[0] not in _ALS:
        return None
    bits = alle_begrippen(voor)
    if not (bits & BRIEF and bits & ONTVANGST) or bits & NIET:
        return None
    return Anker(vanaf=Vanaf.ONTVANGST, begin=0, eind=len(voor))


def _is_eis(zin: Zin) -> bool:
    return zin.heeft(VERZOEK | MODAAL) and not zin.voorwaarde


@lru_cache(maxsize=ONTHOUDEN)
def _uit_relatieve_dagen(zin: Zin, ijkdag: date | None) -> tuple[Termijn, ...]:
    """``Wij verwachten uw betaling nog deze week``."""
    if not zin.eigen or zin.heeft(VERLEDEN | VERSTREKEN | AFSPRAAK) or zin.noemt(_AL_OF_ALTIJD):
        return ()
    eis = zin.heeft(VERZOEK | MODAAL) or zin.noemt(_GEBIEDEND)
    return tuple(
        Termijn(
            woorden=zin.woorden[dag.begin : dag.eind],
            zin=zin.nummer,
            dagen=None,
            vanaf=Vanaf.DATUM,
            doel=doel_van_datum(zin, dag.dag, ijkdag),
            einddatum=dag.dag,
            vaag=dag.dag is None,
            eis=_is_eis(zin),
        )
        for dag in lees_relatieve_dagen(zin, ijkdag)
        if dag.grens or (eis and not zin.voorwaarde)
    )


@lru_cache(maxsize=ONTHOUDEN)
def _uit_datums(zin: Zin, ijkdag: date | None) -> tuple[Termijn, ...]:
    return tuple(_lees_datumtermijnen(zin, ijkdag)) if zin.eigen else ()


def _lees_datumtermijnen(zin: Zin, ijkdag: date | None) -> Iterator[Termijn]:
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
    if voor < 0 or zin.heeft(VERLEDEN):
        return None
    if zin.woorden[voor].tekst == "van":
        return _voor_bijeenkomst(zin, voor)
    if zin.woorden[voor].tekst != "op":
        met_naam = zin.woorden[notatie.begin].begrip & WEEKDAG
        return notatie.begin if met_naam and _moet_dan_binnen_zijn(zin) else None
    erna = zin.woorden[notatie.eind : notatie.eind + 1]
    if erna and erna[0].tekst in OM and zin.heeft(EENHEID | TERMIJN) and not zin.heeft(AFSPRAAK):
        return voor
    if zin.heeft(VERSTREKEN):
        return None
    teksten = zin.teksten
    if "termijn" in teksten and teksten & _EINDIGT and not zin.heeft(AFSPRAAK):
        return voor
    return voor if _moet_dan_binnen_zijn(zin) else None


def _moet_dan_binnen_zijn(zin: Zin) -> bool:
    if zin.heeft(VERSTREKEN) or not zin.heeft(SCHULD | BETALEN):
        return False
    return zin.noemt(_MOET) and zin.noemt(_OP_EEN_DAG)


def _voor_bijeenkomst(zin: Zin, plek: int) -> int | None:
    """``Wij verwachten uw betaling voor de vergadering van 15 september``: an event as last day."""
    kop = zin.woorden[max(0, plek - 3) : plek]
    if len(kop) < 3 or kop[0].tekst != "voor" or not kop[2].tekst.endswith(_BIJEENKOMSTEN):
        return None
    return plek - 3 if zin.heeft(VERZOEK | MODAAL) and zin.heeft(BETALEN) else None


def _grensdag(
    zin: Zin, notatie: Dagnotatie, dag: date | None, ijkdag: date | None
) -> Termijn | None:
    """``Na 9 november rekenen wij incassokosten``: the last day on which paying is free."""
    if dag is None or ijkdag is None or dag <= ijkdag or zin.heeft(VERLEDEN | ANDER_DOEL):
        return None
    voor = zin.woorden[max(0, notatie.begin - 2) : notatie.begin]
    opener = next((woord.tekst for woord in voor if woord.tekst in ("na", "vanaf", "per")), "")
    if not opener and _nog_niet_op(zin, notatie):
        opener = "na"
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


def _nog_niet_op(zin: Zin, notatie: Dagnotatie) -> bool:
    """``Is uw betaling op 20 oktober nog niet binnen, dan …``: that day is the last."""
    begin = zin.voorwaarde_op
    if begin < 0 or zin.woorden[max(0, notatie.begin - 1)].tekst != "op":
        return False
    eind = eind_van_voorwaarde(zin.woorden, begin)
    deel = zin.woorden[begin:eind]
    return begin < notatie.begin < eind and all(
        any(woord.begrip & bits for woord in deel) for bits in (NIET, BETALEN | ONTVANGST)
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
