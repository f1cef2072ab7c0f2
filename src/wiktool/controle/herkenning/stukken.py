"""A letter cut into pieces: sentences by their signs, rows by their layout, quotations by marks."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count, pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woorden import (
    KOLOMGRENS,
    REGELGRENS,
    Woord,
    alle_begrippen,
    is_vreemd,
    lees_woorden,
    met_tekst,
)
from wiktool.controle.herkenning.woordenschat import (
    AUTEUR,
    DATUM,
    EUROTEKEN,
    GETAL,
    MODAAL,
    VERZOEK,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.kern.brieftekst import Rol
from wiktool.kern.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.kern.brieftekst import Alinea, Brieftekst

ZINSEINDEN: Final = frozenset(".?!")
_AFKORTINGEN: Final = woordgroep(
    "art nr nrs dhr mevr mw mr drs ir dr prof st tel incl excl bijv ca resp enz evt blz jl ll "
    "fam max min jan feb mrt apr jun jul aug sep sept okt nov dec nl bv vgl zgn mej hr kvknr "
    "factuurnr"
)
_NAMEN: Final = frozenset({"bv", "nv", "ed", "ua", "cs"})
_SLOTWOORDEN: Final = ZINSEINDEN | _NAMEN | {";"}
"""What a sentence can end with before the end of its line."""
_BEGINWOORDEN: Final = woordgroep(
    "wij u de het op als indien deze dit uw in wanneer heeft mocht betaalt daarom volgens namens "
    "omdat ondanks tot bij wilt onze er hierbij"
)
_CIJFERBITS: Final = GETAL | DATUM | EUROTEKEN
_OPSOMTEKENS: Final = frozenset("-–—•*·▪►")
_OPENT: Final = {'"': '"', "“": "”", "„": "”“", "«": "»", "‘": "’"}
_AANHALINGSTEKEN: Final = re.compile("['" + "".join(_OPENT) + "]")
_KORTSTE_CITAAT: Final = 5
_LANGSTE_RIJ: Final = 26
_LANGSTE_ZIN: Final = 400
"""In words and signs."""
_KORTE_REGEL: Final = 0.6
_LOPENDE_TEKST: Final = re.compile(r"[A-Z][^\n\r\t|;'" + "".join(_OPENT) + r"]*[^\W\d_]{2}[.?!]")
_ZINSGRENS: Final = re.compile(r"[.?!] (?=[A-Z])")
_VOOR_ZINSGRENS: Final = re.compile(r"(?:.*[\s(])?([^\W\d_]{4,})|.*(?:\d\d|[a-z]\))")
_EINDTEKENS: Final = tuple(ZINSEINDEN)
_CIJFERS: Final = "123456789"
_NULLEN: Final = str.maketrans(_CIJFERS, "0" * len(_CIJFERS))
ONTHOUDEN: Final = 512
"""How many pieces and sentences are remembered, over the letters: no more than are near at hand."""
_TE_ONTHOUDEN: Final = 2_000
"""In characters: no longer paragraph is remembered."""


@record
class Stuk:
    """Words that belong together.

    Attributes:
        rij: a row of a table, or a line that stands on its own.
        citaat: between quotation marks, or quoted by the file it came from.
        vorm: the same with a nought for every figure; None where it holds none, or came only once.
    """

    woorden: tuple[Woord, ...]
    rol: Rol
    rij: bool = False
    citaat: bool = False
    vorm: Stuk | None = None


def lees_stukken(brief: Brieftekst) -> list[Stuk]:
    """The whole letter in pieces, in order."""
    stukken = _stukken(brief.alineas)
    if max([len(stuk.woorden) for stuk in stukken], default=0) <= _LANGSTE_ZIN:
        return stukken
    return [deel for stuk in stukken for deel in _van_leesbare_lengte(stuk)]


def _van_leesbare_lengte(stuk: Stuk) -> Iterator[Stuk]:
    """No sentence is longer than a reader can follow, so that reading it again costs little."""
    for begin in range(0, len(stuk.woorden), _LANGSTE_ZIN):
        yield Stuk(stuk.woorden[begin : begin + _LANGSTE_ZIN], stuk.rol, stuk.rij, stuk.citaat)


def _stukken(alineas: Sequence[Alinea]) -> list[Stuk]:
    stukken: list[Stuk] = []
    vervolg: list[int] = []
    for index, alinea in enumerate(alineas):
        lees = _onthouden_alinea if len(alinea.tekst) < _TE_ONTHOUDEN else _lees_deel
        gelezen = lees(alinea.tekst, alinea.rol, index)
        if gelezen and stukken and _loopt_door(stukken[-1], gelezen[0]):
            vervolg.append(len(stukken))
        stukken += gelezen
    return _verbonden(stukken, vervolg) if vervolg else stukken


# letters of one office say much the same, in the same places, with other figures
@lru_cache(maxsize=ONTHOUDEN)
def _onthouden_alinea(tekst: str, rol: Rol, index: int) -> tuple[Stuk, ...]:
    """Where words begin and sentences end does not depend on the value of a figure.

    What is met for the first time is read as it stands: much comes only once.
    """
    vorm = _met_nullen(tekst)
    if vorm == tekst or not next(_eerder_ontmoet(vorm)) or is_vreemd(tekst):
        return _lees_alinea(tekst, rol, index)
    return tuple([_met_cijfers(stuk, tekst) for stuk in _lees_alinea(vorm, rol, index)])


@lru_cache(maxsize=ONTHOUDEN)
def _eerder_ontmoet(_vorm: str) -> count[int]:
    """How often a text was met before with other figures."""
    return count()


def _met_nullen(tekst: str) -> str:
    if tekst.isascii():
        return tekst.translate(_NULLEN)
    for cijfer in _CIJFERS:  # ten times as fast as str.translate beside a euro sign
        tekst = tekst.replace(cijfer, "0")
    return tekst


def _met_cijfers(vorm: Stuk, tekst: str) -> Stuk:
    """The piece with the figures of this text; itself where it holds none."""
    plekken = _plekken_van_cijfers(vorm)
    if not plekken:
        return vorm
    woorden = list(vorm.woorden)
    for plek in plekken:
        woord = woorden[plek]
        woorden[plek] = met_tekst(woord, tekst[woord.begin : woord.eind])
    return Stuk(tuple(woorden), vorm.rol, vorm.rij, vorm.citaat, vorm)


@lru_cache(maxsize=ONTHOUDEN)
def _plekken_van_cijfers(stuk: Stuk) -> tuple[int, ...]:
    """Which of the words are written in figures."""
    return tuple([i for i, woord in enumerate(stuk.woorden) if woord.begrip & (GETAL | DATUM)])


@lru_cache(maxsize=ONTHOUDEN)
def _lees_alinea(tekst: str, rol: Rol, index: int) -> tuple[Stuk, ...]:
    """Running text on one line by its sentences, as far as a glance tells; anything else whole.

    So that a sentence is known again beside another one with the amounts of this letter.
    """
    if rol is Rol.TABEL or not tekst.endswith(_EINDTEKENS) or not _LOPENDE_TEKST.fullmatch(tekst):
        return _lees_deel(tekst, rol, index)
    stukken: list[Stuk] = []
    begin = 0
    for grens in _ZINSGRENS.finditer(tekst):
        plek = grens.start()
        slot = _VOOR_ZINSGRENS.fullmatch(tekst, tekst.rfind(" ", 0, plek) + 1, plek)
        if slot and (slot[1] is None or slot[1].lower() not in _AFKORTINGEN):
            stukken += _onthouden_deel(tekst[begin : plek + 1], rol, index, begin)
            begin = grens.end()
    return (*stukken, *_onthouden_deel(tekst[begin:], rol, index, begin))


def _lees_deel(tekst: str, rol: Rol, index: int, begin: int = 0) -> tuple[Stuk, ...]:
    woorden = lees_woorden(tekst, index, begin)
    if not woorden:
        return ()
    if rol is Rol.TABEL:
        return (Stuk(tuple(woorden), rol, rij=True),)
    delen = _bij_aanhalingstekens(woorden) if _AANHALINGSTEKEN.search(tekst) else [(woorden, False)]
    return tuple(
        Stuk(tuple(zin), rol, is_rij, is_citaat or rol is Rol.CITAAT)
        for deel, is_citaat in delen
        for zin, is_rij in _zinnen_van(_regels(deel) if "\n" in tekst else [deel])
    )


_onthouden_deel: Final = lru_cache(maxsize=ONTHOUDEN)(_lees_deel)


def _bij_aanhalingstekens(woorden: list[Woord]) -> Iterator[tuple[list[Woord], bool]]:
    """The words outside and inside quotation marks; short quotations are names, not quotations."""
    begin = plek = 0
    while plek < len(woorden):
        sluit = _sluit_van(woorden, plek)
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


def _sluit_van(woorden: list[Woord], plek: int) -> str | None:
    """What closes the quotation that opens here; a straight ' opens only before a word."""
    teken = woorden[plek].tekst
    if teken != "'":
        return _OPENT.get(teken)
    vrij = not plek or woorden[plek - 1].eind < woorden[plek].begin
    vast = plek + 1 < len(woorden) and woorden[plek + 1].begin == woorden[plek].eind
    return "'" if vrij and vast else None


def _sluitteken(woorden: list[Woord], open_plek: int, sluit: str) -> int | None:
    teken = woorden[open_plek].tekst
    for plek in range(open_plek + 1, len(woorden)):
        tekst = woorden[plek].tekst
        if tekst in sluit and (tekst != "'" or woorden[plek - 1].eind == woorden[plek].begin):
            return plek
        if tekst == teken:
            return None
    return None


def _zinnen_van(regels: list[list[Woord]]) -> list[tuple[list[Woord], bool]]:
    """The sentences and rows of these lines, and which are rows."""
    breedste = max([regel[-1].eind - regel[0].begin for regel in regels])
    zinnen: list[tuple[list[Woord], bool]] = []
    open_deel: list[Woord] = []
    rij = False
    for nummer, regel in enumerate(regels):
        volgende = regels[nummer + 1] if nummer + 1 < len(regels) else None
        rij = _is_rij(regel, volgende, na_rij=rij)
        if open_deel and (rij or _begint_nieuw(open_deel, regel, regels[nummer - 1], breedste)):
            zinnen += [(zin, False) for zin in _bij_leestekens(open_deel)]
            open_deel = []
        if rij:
            zinnen.append((regel, True))
        else:
            open_deel += regel
    if open_deel:
        zinnen += [(zin, False) for zin in _bij_leestekens(open_deel)]
    return zinnen


def _regels(woorden: list[Woord]) -> list[list[Woord]]:
    begin = [plek for plek, woord in enumerate(woorden) if woord.grens == REGELGRENS and plek]
    return [woorden[van:tot] for van, tot in pairwise([0, *begin, len(woorden)])]


def _is_rij(regel: list[Woord], volgende: list[Woord] | None, *, na_rij: bool) -> bool:
    """Whether a line stands on its own: columns, a label with its value, an item of a list."""
    slot = regel[-1]
    if slot.tekst in ZINSEINDEN:
        return _is_opgesomd(regel)
    bits = alle_begrippen(regel)
    if bits & (VERZOEK | AUTEUR | MODAAL):
        return _is_opgesomd(regel)
    if regel[0].tekst in _OPSOMTEKENS:
        return True
    kolommen = [woord.grens for woord in regel[1:]].count(KOLOMGRENS)
    if kolommen > 1 or not bits & _CIJFERBITS:
        return kolommen > 1
    if kolommen:
        return True
    heeft_waarde = slot.begrip & _CIJFERBITS or ":" in [woord.tekst for woord in regel[:5]]
    if not heeft_waarde or len(regel) > _LANGSTE_RIJ or slot.tekst == "€" or _slotplekken(regel):
        return False
    return (
        volgende is None
        or _opent_regel(volgende[0])
        or _eindigt_op_bedrag(volgende)
        or (na_rij and _eindigt_op_bedrag(regel))
    )


def _is_opgesomd(regel: list[Woord]) -> bool:
    return regel[0].tekst in _OPSOMTEKENS and len(regel) > 1


def _eindigt_op_bedrag(regel: list[Woord]) -> bool:
    """``kosten € 40,-``, ``kosten 40,00``."""
    slot = regel[-1]
    if slot.begrip & GETAL and slot.tekst[-3:-2] == ",":
        return True
    return bool(slot.begrip & (GETAL | EUROTEKEN)) and any(
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


def _bij_leestekens(woorden: list[Woord]) -> list[list[Woord]]:
    grenzen = [0, *(plek + 1 for plek in _slotplekken(woorden)), len(woorden)]
    return [woorden[van:tot] for van, tot in pairwise(grenzen)]


def _slotplekken(woorden: list[Woord]) -> list[int]:
    """Where a sentence ends before the last of these words."""
    plekken = [plek for plek, woord in enumerate(woorden) if woord.tekst in _SLOTWOORDEN]
    laatste = len(woorden) - 1
    return [plek for plek in plekken if plek < laatste and _eindigt(woorden, plek, woorden[plek])]


def _eindigt(woorden: list[Woord], plek: int, woord: Woord) -> bool:
    volgende = woorden[plek + 1]
    if woord.tekst == ";":
        return True
    if woord.tekst in ZINSEINDEN:
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


def _verbonden(stukken: Sequence[Stuk], vervolg: Sequence[int]) -> list[Stuk]:
    """Sentences that run on in the next paragraph joined (a page break, a reader's cut)."""
    begin = sorted(set(range(len(stukken))).difference(vervolg))
    delen = [stukken[van:tot] for van, tot in pairwise([*begin, len(stukken)])]
    return [_aaneen(deel) if len(deel) > 1 else deel[0] for deel in delen]


def _aaneen(stukken: Sequence[Stuk]) -> Stuk:
    woorden = [woord for stuk in stukken for woord in stuk.woorden]
    eerste = stukken[0]
    return Stuk(tuple(woorden), eerste.rol, eerste.rij, eerste.citaat)


def _loopt_door(vorig: Stuk, stuk: Stuk) -> bool:
    """Whether a paragraph begins in the middle of the sentence that ends the one before."""
    if stuk.rij or vorig.rij or vorig.citaat != stuk.citaat or vorig.rol is not stuk.rol:
        return False
    eerste, laatste = stuk.woorden[0], vorig.woorden[-1]
    if eerste.hoofdletter or not eerste.tekst.isalpha():
        return False
    return laatste.tekst.isalnum() or laatste.tekst in ",-"
