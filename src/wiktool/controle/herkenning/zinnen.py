"""A letter cut into sentences and rows, and which of them are the letter's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.voorwaarden import plek_van_voorwaarde
from wiktool.controle.herkenning.woorden import KOLOMGRENS, REGELGRENS, Woord, lees_woorden
from wiktool.controle.herkenning.woordenschat import (
    AUTEUR,
    BETALEN,
    DATUM,
    EUROTEKEN,
    GEACHTE,
    GETAL,
    MAKEN,
    MODAAL,
    VERZOCHT,
    VERZOEK,
    VOORWAARDEN,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Passage, Plaats
from wiktool.kern.brieftekst import Rol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.kern.brieftekst import Alinea, Brieftekst

_ZINSEINDEN: Final = frozenset(".?!")
_AFKORTINGEN: Final = woordgroep(
    "art nr nrs dhr mevr mw mr drs ir dr prof st tel incl excl bijv ca resp enz evt blz jl ll "
    "fam max min jan feb mrt apr jun jul aug sep sept okt nov dec nl bv vgl zgn mej hr kvknr "
    "factuurnr"
)
_NAMEN: Final = frozenset({"bv", "nv", "ed", "ua", "cs"})
_BEGINWOORDEN: Final = woordgroep(
    "wij u de het op als indien deze dit uw in wanneer heeft mocht betaalt daarom volgens namens "
    "omdat ondanks tot bij wilt onze er hierbij"
)
_OPSOMTEKENS: Final = frozenset("-–—•*·▪►")
_OPENT: Final = {'"': '"', "“": "”", "„": "”“", "«": "»", "‘": "’"}
_KORTSTE_CITAAT: Final = 5
_LANGSTE_RIJ: Final = 26
_LANGSTE_AANHEF: Final = 14
_LANGSTE_KOP: Final = 8
_KORTE_REGEL: Final = 0.6
_TEGENWOORDIG: Final = frozenset(
    {"wordt", "worden", "hierbij", "thans", "beschouwen", "beschouw", "beschouwt"}
)
_GEEN_WERKWOORD: Final = woordgroep(
    "alsnog vordering graag kans gelegenheid tegemoet dringend vraag verzoek vragen eis"
)
_AANHALERS: Final = woordgroep("luidt luiden luidde bepaalt bepalen")
_WIT: Final = re.compile(r"\s+")
_AFBREKING: Final = re.compile(r"(?<=[^\W\d_])[-‐][ \t]*\r?\n[ \t]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Zin:
    """A sentence, a table row or a line of a list.

    Attributes:
        nummer: its index in the letter, from 0.
        begrippen: the concepts of all its words together.
        rij: a row of a table, or a line that stands on its own.
        citaat: quoted from another letter or from general terms.
        eerder: tells what an earlier letter asked.
        voorwaarde_op: the word that makes it conditional (on payment staying out, or on the term
            being over); -1 when none does.
        vraag: it ends with a question mark.
        inleiding: it ends with a colon, and leads in what follows.
    """

    nummer: int
    woorden: tuple[Woord, ...]
    begrippen: int
    rol: Rol
    rij: bool = False
    citaat: bool = False
    eerder: bool = False
    voorwaarde_op: int = -1
    vraag: bool = False
    inleiding: bool = False

    @property
    def eigen(self) -> bool:
        """Whether the letter says it for itself, now."""
        return not self.citaat and not self.eerder

    @property
    def voorwaarde(self) -> bool:
        """Whether what it says is conditional."""
        return self.voorwaarde_op >= 0

    def heeft(self, bits: int) -> bool:
        """Whether any of these concepts occurs."""
        return bool(self.begrippen & bits)


def passage(brief: Brieftekst, woorden: Sequence[Woord]) -> Passage:
    """The words as they stand in the letter; cut off at the end of the first paragraph."""
    index = woorden[0].alinea
    alinea = brief.alineas[index]
    begin = woorden[0].begin
    eind = next(woord.eind for woord in reversed(woorden) if woord.alinea == index)
    tekst = alinea.tekst[begin:eind]
    regel = alinea.regel
    if regel is not None:
        regel += alinea.tekst.count("\n", 0, begin)
    return Passage(
        citaat=_WIT.sub(" ", _AFBREKING.sub("", tekst)),
        plaats=Plaats(
            alinea=alinea.nummer,
            begin=begin,
            eind=eind,
            regel=regel,
            bladzijde=alinea.bladzijde,
        ),
    )


def lees_zinnen(brief: Brieftekst) -> tuple[Zin, ...]:
    """The whole letter in sentences and rows, in order."""
    stukken = _verbonden(list(_stukken(brief.alineas)))
    zinnen = []
    aanhaling = _Aanhaling()
    for nummer, stuk in enumerate(stukken):
        zin = _maak_zin(nummer, stuk)
        if aanhaling.omvat(zin) and not zin.citaat:
            zin = replace(zin, citaat=True)
        zinnen.append(zin)
    return tuple(zinnen)


@dataclass(slots=True)
class _Stuk:
    woorden: list[Woord]
    rol: Rol
    rij: bool = False
    citaat: bool = False


def _stukken(alineas: Sequence[Alinea]) -> Iterator[_Stuk]:
    for index, alinea in enumerate(alineas):
        woorden = lees_woorden(alinea.tekst, index)
        if not woorden:
            continue
        if alinea.rol is Rol.TABEL:
            yield _Stuk(woorden, alinea.rol, rij=True)
            continue
        for deel, is_citaat in _bij_aanhalingstekens(woorden):
            for zin, is_rij in _zinnen_van(deel):
                yield _Stuk(zin, alinea.rol, is_rij, is_citaat or alinea.rol is Rol.CITAAT)


def _bij_aanhalingstekens(woorden: list[Woord]) -> Iterator[tuple[list[Woord], bool]]:
    """The words outside and inside quotation marks; short quotations are names, not quotations."""
    begin = plek = 0
    while plek < len(woorden):
        sluit = _OPENT.get(woorden[plek].tekst)
        eind = _sluitteken(woorden, plek, sluit) if sluit else None
        if eind is None:
            plek += 1
            continue
        if eind - plek > _KORTSTE_CITAAT:
            if plek > begin:
                yield woorden[begin:plek], False
            yield woorden[plek + 1 : eind], True
            begin = eind + 1
        plek = eind + 1
    if begin < len(woorden):
        yield woorden[begin:], False


def _sluitteken(woorden: list[Woord], open_plek: int, sluit: str) -> int | None:
    teken = woorden[open_plek].tekst
    for plek in range(open_plek + 1, len(woorden)):
        tekst = woorden[plek].tekst
        if tekst in sluit:
            return plek
        if tekst == teken:
            return None
    return None


def _zinnen_van(woorden: list[Woord]) -> Iterator[tuple[list[Woord], bool]]:
    regels = _regels(woorden)
    breedste = max(regel[-1].eind - regel[0].begin for regel in regels)
    open_deel: list[Woord] = []
    for nummer, regel in enumerate(regels):
        volgende = regels[nummer + 1] if nummer + 1 < len(regels) else None
        rij = _is_rij(regel, volgende)
        if open_deel and (rij or _begint_nieuw(open_deel, regel, regels[nummer - 1], breedste)):
            yield from ((zin, False) for zin in _bij_leestekens(open_deel))
            open_deel = []
        if rij:
            yield regel, True
        else:
            open_deel += regel
    if open_deel:
        yield from ((zin, False) for zin in _bij_leestekens(open_deel))


def _regels(woorden: list[Woord]) -> list[list[Woord]]:
    regels: list[list[Woord]] = []
    for woord in woorden:
        if woord.grens == REGELGRENS or not regels:
            regels.append([])
        regels[-1].append(woord)
    return regels


def _is_rij(regel: list[Woord], volgende: list[Woord] | None) -> bool:
    """Whether a line stands on its own: columns, a label with its value, an item of a list."""
    bits = 0
    for woord in regel:
        bits |= woord.begrip
    if bits & (VERZOEK | AUTEUR | MODAAL) or regel[-1].tekst in _ZINSEINDEN:
        return regel[0].tekst in _OPSOMTEKENS and len(regel) > 1
    kolommen = sum(woord.grens == KOLOMGRENS for woord in regel[1:])
    if kolommen and (kolommen > 1 or bits & (GETAL | DATUM | EUROTEKEN)):
        return True
    if regel[0].tekst in _OPSOMTEKENS:
        return True
    if len(regel) > _LANGSTE_RIJ or not bits & (GETAL | DATUM | EUROTEKEN):
        return False
    if regel[-1].tekst == "€" or any(_eindigt(regel, i, w) for i, w in enumerate(regel[:-1])):
        return False
    alleen = volgende is None or _opent_regel(volgende[0]) or _eindigt_op_bedrag(volgende)
    laatste = regel[-1].begrip & (GETAL | DATUM | EUROTEKEN)
    return alleen and (bool(laatste) or any(woord.tekst == ":" for woord in regel[:5]))


def _eindigt_op_bedrag(regel: list[Woord]) -> bool:
    return bool(regel[-1].begrip & (GETAL | EUROTEKEN)) and any(
        woord.begrip & EUROTEKEN for woord in regel
    )


def _opent_regel(woord: Woord) -> bool:
    return woord.hoofdletter or not woord.tekst.isalpha()


def _begint_nieuw(
    tot_nu: list[Woord], regel: list[Woord], vorige: list[Woord], breedste: int
) -> bool:
    """Whether a line begins a sentence of its own although no full stop stands before it."""
    slot = tot_nu[-1].tekst
    if slot == "," or not _opent_regel(regel[0]):
        return False
    if slot == ":":
        return True
    kort = vorige[-1].eind - vorige[0].begin < _KORTE_REGEL * breedste
    return kort and (regel[0].hoofdletter or regel[0].tekst in _OPSOMTEKENS)


def _bij_leestekens(woorden: list[Woord]) -> Iterator[list[Woord]]:
    begin = 0
    laatste = len(woorden) - 1
    for plek, woord in enumerate(woorden):
        if plek < laatste and _eindigt(woorden, plek, woord):
            yield woorden[begin : plek + 1]
            begin = plek + 1
    yield woorden[begin:]


def _eindigt(woorden: list[Woord], plek: int, woord: Woord) -> bool:
    volgende = woorden[plek + 1]
    if woord.tekst == ";":
        return True
    if woord.tekst in _ZINSEINDEN:
        if not _opent_regel(volgende) or volgende.tekst in ",;:)":
            return False
        vorige = woorden[plek - 1].tekst if plek else ""
        return woord.tekst != "." or not (
            vorige in _AFKORTINGEN or (len(vorige) == 1 and vorige.isalpha())
        )
    return (
        woord.tekst in _NAMEN
        and woord.eind - woord.begin > len(woord.tekst)
        and volgende.hoofdletter
        and volgende.tekst in _BEGINWOORDEN
    )


def _verbonden(stukken: list[_Stuk]) -> Iterator[_Stuk]:
    """Sentences that run on in the next paragraph are joined (a page break, a reader's cut)."""
    vorig: _Stuk | None = None
    for stuk in stukken:
        if vorig is not None and _loopt_door(vorig, stuk):
            vorig.woorden += stuk.woorden
            continue
        if vorig is not None:
            yield vorig
        vorig = stuk
    if vorig is not None:
        yield vorig


def _loopt_door(vorig: _Stuk, stuk: _Stuk) -> bool:
    if vorig.rij or stuk.rij or vorig.citaat != stuk.citaat or vorig.rol is not stuk.rol:
        return False
    eerste, laatste = stuk.woorden[0], vorig.woorden[-1]
    if eerste.alinea == laatste.alinea or eerste.hoofdletter or not eerste.tekst.isalpha():
        return False
    return laatste.tekst.isalnum() or laatste.tekst in ",-"


def _maak_zin(nummer: int, stuk: _Stuk) -> Zin:
    woorden = stuk.woorden
    bits = 0
    for woord in woorden:
        bits |= woord.begrip
    if bits & MAKEN:
        bits |= _maak_over(woorden)
    slot = woorden[-1].tekst
    return Zin(
        nummer=nummer,
        woorden=tuple(woorden),
        begrippen=bits,
        rol=stuk.rol,
        rij=stuk.rij,
        citaat=stuk.citaat or woorden[0].tekst == ">" or _haalt_aan(woorden, bits),
        eerder=_vertelt_over_eerder(woorden, bits),
        voorwaarde_op=plek_van_voorwaarde(woorden, bits),
        vraag=slot == "?",
        inleiding=slot == ":",
    )


def _maak_over(woorden: list[Woord]) -> int:
    """``maakt … over`` and ``over te maken`` are paying."""
    if not any(woord.tekst == "over" for woord in woorden):
        return 0
    for plek, woord in enumerate(woorden):
        if woord.begrip & MAKEN:
            woorden[plek] = woord._replace(begrip=woord.begrip | BETALEN)
    return BETALEN


def _haalt_aan(woorden: Sequence[Woord], bits: int) -> bool:
    return bool(bits & VOORWAARDEN) and any(woord.tekst in _AANHALERS for woord in woorden)


def _vertelt_over_eerder(woorden: Sequence[Woord], bits: int) -> bool:
    """Whether a sentence only tells what was asked before: "verzochten wij u"."""
    if not bits & VERZOCHT:
        return False
    return not any(
        woord.tekst in _TEGENWOORDIG
        or (woord.begrip & VERZOEK and woord.tekst not in _GEEN_WERKWOORD)
        for woord in woorden
    )


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
        eerste = zin.woorden[0]
        if eerste.begrip & GEACHTE and len(zin.woorden) <= _LANGSTE_AANHEF:
            self.na_aanhef = True
        if self._opent_bericht(zin):
            self.bericht = True
            return True
        if self._opent_voorwaarden(zin):
            self.voorwaarden = eerste.alinea
            return True
        if self.voorwaarden < 0:
            return False
        genummerd = eerste.tekst in ("artikel", "art", "lid") or bool(eerste.begrip & GETAL)
        if genummerd or eerste.alinea == self.voorwaarden:
            self.voorwaarden = eerste.alinea
            return True
        self.voorwaarden = -1
        return False

    def _opent_bericht(self, zin: Zin) -> bool:
        if not self.na_aanhef:
            return False
        kop = [woord.tekst for woord in zin.woorden[:12] if woord.tekst.isalpha()]
        return kop[:2] == ["oorspronkelijk", "bericht"] or (
            kop[:1] == ["van"] and len(zin.woorden) > 1 and zin.woorden[1].tekst == ":"
        )

    def _opent_voorwaarden(self, zin: Zin) -> bool:
        return (
            self.na_aanhef
            and bool(zin.begrippen & VOORWAARDEN)
            and len(zin.woorden) <= _LANGSTE_KOP
            and zin.woorden[-1].tekst not in _ZINSEINDEN
        )
