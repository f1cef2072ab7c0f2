"""A letter cut into sentences and rows, and which of them are the letter's own words."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from wiktool.controle.herkenning.stukken import ONTHOUDEN, ZINSEINDEN, Stuk
from wiktool.controle.herkenning.voorwaarden import plek_van_voorwaarde
from wiktool.controle.herkenning.woorden import alle_begrippen, alle_teksten
from wiktool.controle.herkenning.woordenschat import (
    AANMANING,
    BETALEN,
    GEACHTE,
    GETAL,
    MAKEN,
    VERZOCHT,
    VERZOEK,
    VOORWAARDE,
    VOORWAARDEN,
    WIK,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Passage, Plaats
from wiktool.kern.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.kern.brieftekst import Brieftekst, Rol

_Gelezen = TypeVar("_Gelezen")

_AANHEF: Final = 1
_BERICHT: Final = 2
_VOORWAARDEN: Final = 4
_ARTIKEL: Final = 8
_ARTIKELWOORDEN: Final = frozenset({"artikel", "art", "lid"})
_LANGSTE_AANHEF: Final = 14
_LANGSTE_KOP: Final = 8
_TEGENWOORDIG: Final = frozenset(
    {"wordt", "worden", "hierbij", "thans", "beschouwen", "beschouw", "beschouwt"}
)
_GEEN_WERKWOORD: Final = woordgroep(
    "alsnog vordering graag kans gelegenheid tegemoet dringend vraag verzoek vragen eis"
)
_KREEG: Final = woordgroep("kreeg kregen ontving")
_STAAN: Final = woordgroep("staan staat stond")
_ONZE: Final = woordgroep("onze mijn ons")
_AANHALERS: Final = woordgroep("luidt luiden luidde bepaalt bepalen")
_AFBREKING: Final = re.compile(r"(?<=[^\W\d_])[-‐][ \t]*\r?\n[ \t]*(?=[^\W\d_])")


@record
class Zin:
    """A sentence, a table row or a line of a list.

    Attributes:
        nummer: its index in the letter, from 0.
        begrippen: the concepts of all its words together.
        teksten: the texts of its words.
        rij: a row of a table, or a line that stands on its own.
        citaat: quoted from another letter or from general terms.
        eerder: tells what an earlier letter asked.
        voorwaarde_op: the word that makes it conditional (on payment staying out, or on the term
            being over); -1 when none does.
        vraag: it ends with a question mark.
        inleiding: it ends with a colon, and leads in what follows.
        eigen: the letter says it for itself, now: neither quoted nor told of before.
        opent: what it can open, as bits: the letter itself, or something quoted.
        vorm: the same with a nought for every figure; None where it holds none, or came only once.
    """

    nummer: int
    woorden: tuple[Woord, ...]
    begrippen: int
    teksten: frozenset[str]
    rol: Rol
    rij: bool = False
    citaat: bool = False
    eerder: bool = False
    voorwaarde_op: int = -1
    vraag: bool = False
    inleiding: bool = False
    eigen: bool = True
    opent: int = 0
    vorm: Zin | None = None

    @property
    def voorwaarde(self) -> bool:
        """Whether what it says is conditional."""
        return self.voorwaarde_op >= 0

    def heeft(self, bits: int) -> bool:
        """Whether any of these concepts occurs."""
        return bool(self.begrippen & bits)

    def noemt(self, woorden: frozenset[str]) -> bool:
        """Whether any of these words occurs."""
        return not self.teksten.isdisjoint(woorden)

    def begint(self, begin: str | tuple[str, ...]) -> bool:
        """Whether any word begins so."""
        rij = _op_een_rij(self.teksten)
        if isinstance(begin, str):
            return f" {begin}" in rij
        return any(f" {een}" in rij for een in begin)


@lru_cache(maxsize=ONTHOUDEN)
def _op_een_rij(teksten: frozenset[str]) -> str:
    """The words after a space each: what one begins with is found in one go."""
    return " ".join(("", *teksten))


def per_zin(lees: Callable[[Zin], _Gelezen]) -> Callable[[Zin], _Gelezen]:
    """Read every sentence once: letters of one office share most of theirs."""
    return lru_cache(maxsize=ONTHOUDEN)(lees)


def per_vorm(lees: Callable[[Zin], _Gelezen]) -> Callable[[Zin], _Gelezen]:
    """As :func:`per_zin`, for what does not depend on the value of a figure."""
    onthouden = lru_cache(maxsize=ONTHOUDEN)(lees)

    @wraps(lees)
    def van(zin: Zin) -> _Gelezen:
        return onthouden(zin.vorm or zin)

    return van


def passage(brief: Brieftekst, woorden: Sequence[Woord]) -> Passage:
    """The words as they stand in the letter; cut off at the end of the first paragraph."""
    index = woorden[0].alinea
    alinea = brief.alineas[index]
    begin = woorden[0].begin
    eind = next(woord.eind for woord in reversed(woorden) if woord.alinea == index)
    tekst = alinea.tekst[begin:eind]
    if "\n" in tekst:
        tekst = _AFBREKING.sub("", tekst)
    regel = alinea.regel
    if regel is not None:
        regel += alinea.tekst.count("\n", 0, begin)
    return Passage(
        citaat=" ".join(tekst.split()),
        plaats=Plaats(
            alinea=alinea.nummer,
            begin=begin,
            eind=eind,
            regel=regel,
            bladzijde=alinea.bladzijde,
        ),
    )


def lees_zinnen(stukken: Iterable[Stuk]) -> tuple[Zin, ...]:
    """The pieces of a letter as its sentences and rows, in order."""
    zinnen = [_lees_zin(nummer, stuk) for nummer, stuk in enumerate(stukken)]
    if not any(zin.opent & (_BERICHT | _VOORWAARDEN) for zin in zinnen):
        return tuple(zinnen)
    aanhaling = _Aanhaling()
    return tuple([_als_citaat(zin) if aanhaling.omvat(zin) else zin for zin in zinnen])


@lru_cache(maxsize=ONTHOUDEN)
def _als_citaat(zin: Zin) -> Zin:
    """The sentence as words of somebody else."""
    if zin.citaat:
        return zin
    vorm = zin.vorm and _als_citaat(zin.vorm)
    return replace(zin, citaat=True, eigen=False, vorm=vorm)


@lru_cache(maxsize=ONTHOUDEN)
def _lees_zin(nummer: int, stuk: Stuk) -> Zin:
    """What a sentence is does not depend on the value of a figure."""
    if stuk.vorm is None:
        return _maak_zin(nummer, stuk)
    vorm = _lees_zin(nummer, stuk.vorm)
    woorden = stuk.woorden
    if vorm.woorden is not stuk.vorm.woorden:
        woorden = tuple(
            ingevuld._replace(begrip=woord.begrip)
            for woord, ingevuld in zip(vorm.woorden, woorden, strict=True)
        )
    return Zin(  # as replace(vorm, …), which costs five times as much
        nummer=nummer,
        woorden=woorden,
        begrippen=vorm.begrippen,
        teksten=alle_teksten(woorden),
        rol=vorm.rol,
        rij=vorm.rij,
        citaat=vorm.citaat,
        eerder=vorm.eerder,
        voorwaarde_op=vorm.voorwaarde_op,
        vraag=vorm.vraag,
        inleiding=vorm.inleiding,
        eigen=vorm.eigen,
        opent=vorm.opent,
        vorm=vorm,
    )


def _maak_zin(nummer: int, stuk: Stuk) -> Zin:
    woorden = stuk.woorden
    bits = alle_begrippen(woorden)
    teksten = alle_teksten(woorden)
    if bits & MAKEN and "over" in teksten:
        woorden, bits = _als_betalen(woorden, lambda woord: woord.begrip & MAKEN), bits | BETALEN
    if "rekening" in teksten and not teksten.isdisjoint(_STAAN) and _op_onze_rekening(woorden):
        woorden, bits = _als_betalen(woorden, lambda woord: woord.tekst in _STAAN), bits | BETALEN
    slot = woorden[-1].tekst
    citaat = stuk.citaat or woorden[0].tekst == ">" or _haalt_aan(teksten, bits)
    eerder = _vertelt_over_eerder(woorden, bits)
    return Zin(
        nummer=nummer,
        woorden=woorden,
        begrippen=bits,
        teksten=teksten,
        rol=stuk.rol,
        rij=stuk.rij,
        citaat=citaat,
        eerder=eerder,
        voorwaarde_op=plek_van_voorwaarde(woorden, bits, teksten),
        vraag=slot == "?",
        inleiding=slot == ":",
        eigen=not citaat and not eerder,
        opent=_opent(woorden, bits, teksten),
    )


def _als_betalen(woorden: Sequence[Woord], geldt: Callable[[Woord], object]) -> tuple[Woord, ...]:
    """``maakt … over``, ``over te maken``, ``op onze rekening te staan``: words that are paying."""
    return tuple(
        woord._replace(begrip=woord.begrip | BETALEN) if geldt(woord) else woord
        for woord in woorden
    )


def _op_onze_rekening(woorden: Sequence[Woord]) -> bool:
    """``dient op onze rekening te staan`` is to have been paid."""
    return any(een.tekst in _ONZE and twee.tekst == "rekening" for een, twee in pairwise(woorden))


def _haalt_aan(teksten: frozenset[str], bits: int) -> bool:
    return bool(bits & VOORWAARDEN) and not teksten.isdisjoint(_AANHALERS)


def _vertelt_over_eerder(woorden: Sequence[Woord], bits: int) -> bool:
    """Whether a sentence only tells what was asked before: "verzochten wij u"."""
    if not bits & VERZOCHT and not _kreeg_een_brief(woorden, bits):
        return False
    return not any(
        woord.tekst in _TEGENWOORDIG
        or (woord.begrip & VERZOEK and woord.tekst not in _GEEN_WERKWOORD)
        for woord in woorden
    )


def _kreeg_een_brief(woorden: Sequence[Woord], bits: int) -> bool:
    """``Daarover kreeg u op 22 september een veertiendagenbrief``."""
    if not bits & (WIK | AANMANING) or bits & VOORWAARDE:
        return False
    return any(woord.tekst in _KREEG for woord in woorden)


class _Aanhaling:
    """Follows the letter for blocks that are not its own: general terms, an e-mail underneath."""

    def __init__(self) -> None:
        self.na_aanhef = False
        self.voorwaarden = -1
        self.bericht = False

    def omvat(self, zin: Zin) -> bool:
        """Whether this sentence belongs to such a block; sentences come in order."""
        if self.bericht:
            return True
        opent = zin.opent
        if not opent and self.voorwaarden < 0:
            return False
        self.na_aanhef = self.na_aanhef or bool(opent & _AANHEF)
        if self.na_aanhef and opent & _BERICHT:
            self.bericht = True
            return True
        alinea = zin.woorden[0].alinea
        opent_voorwaarden = self.na_aanhef and opent & _VOORWAARDEN
        if opent_voorwaarden or (self.voorwaarden >= 0 and opent & _ARTIKEL):
            self.voorwaarden = alinea
        elif alinea != self.voorwaarden:
            self.voorwaarden = -1
        return self.voorwaarden >= 0


def _opent(woorden: Sequence[Woord], bits: int, teksten: frozenset[str]) -> int:
    """What a sentence can open, as bits: the letter itself, a quoted message, quoted terms."""
    eerste = woorden[0]
    opent = 0
    if eerste.begrip & GEACHTE and len(woorden) <= _LANGSTE_AANHEF:
        opent |= _AANHEF
    if ("bericht" in teksten or "van" in teksten) and _is_kop_van_bericht(woorden):
        opent |= _BERICHT
    if bits & VOORWAARDEN and len(woorden) <= _LANGSTE_KOP and woorden[-1].tekst not in ZINSEINDEN:
        opent |= _VOORWAARDEN
    if eerste.begrip & GETAL or eerste.tekst in _ARTIKELWOORDEN:
        opent |= _ARTIKEL
    return opent


def _is_kop_van_bericht(woorden: Sequence[Woord]) -> bool:
    kop = [woord.tekst for woord in woorden[:12] if woord.tekst.isalpha()]
    return kop[:2] == ["oorspronkelijk", "bericht"] or (
        kop[:1] == ["van"] and len(woorden) > 1 and woorden[1].tekst == ":"
    )
