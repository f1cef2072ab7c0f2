"""Amounts in euros, in every usual notation: ``€ 40,-``, ``EUR 40,00``, ``veertig euro``."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.getallen import telwoord
from wiktool.controle.herkenning.stukken import ONTHOUDEN
from wiktool.controle.herkenning.woorden import KOLOMGRENS
from wiktool.controle.herkenning.woordenschat import (
    EENHEID,
    EUROTEKEN,
    GETAL,
    KOSTENWOORD,
    PROCENT,
    TELWOORD,
)
from wiktool.controle.herkenning.zinnen import per_zin
from wiktool.kern.brieftekst import Rol
from wiktool.kern.geld import MAX_CIJFERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_STREEPJES: Final = "-–—="
_MINTEKENS: Final = frozenset("-–−")
_CENTEN: Final = frozenset({"cent", "cents", "eurocent"})
_TELWOORDEN_ACHTEREEN: Final = 4


class Bedrag(NamedTuple):
    """An amount where it stands.

    Attributes:
        waarde: in euros; never negative.
        zin: the index of its sentence.
        begin: the index of its first word in the sentence, the euro sign included.
        eind: the index after its last word.
        negatief: it is written with a minus.
    """

    waarde: Decimal
    zin: int
    begin: int
    eind: int
    negatief: bool = False


def lees_bedragen(zin: Zin) -> tuple[Bedrag, ...]:
    """The amounts of a sentence, in order.

    Without a euro sign only in a table or list, and before the name of the costs.
    """
    bits = zin.begrippen
    if bits & EUROTEKEN or (bits & GETAL and (bits & KOSTENWOORD or _in_tabel(zin))):
        return _lees_bedragen(zin)
    return ()


def _in_tabel(zin: Zin) -> bool:
    return zin.rij or zin.rol is Rol.TABEL


@per_zin
def _lees_bedragen(zin: Zin) -> tuple[Bedrag, ...]:
    if zin.vorm is None or zin.noemt(_CENTEN):
        return tuple(_bedragen(zin))
    bedragen = [_met_cijfers(bedrag, zin) for bedrag in lees_bedragen(zin.vorm)]
    gelezen = tuple(bedrag for bedrag in bedragen if bedrag is not None)
    return gelezen if len(gelezen) == len(bedragen) else tuple(_bedragen(zin))


def _met_cijfers(vorm: Bedrag, zin: Zin) -> Bedrag | None:
    """The amount that stands where the nought does; None unless it is one number."""
    getallen = [w.tekst for w in zin.woorden[vorm.begin : vorm.eind] if w.begrip & GETAL]
    waarde = lees_getal(getallen[0]) if len(getallen) == 1 else None
    return None if waarde is None else Bedrag(waarde, *vorm[1:])


def _bedragen(zin: Zin) -> Iterator[Bedrag]:
    woorden = zin.woorden
    tabel = _in_tabel(zin)
    vanaf = 0
    for plek, woord in enumerate(woorden):
        if not woord.begrip & (EUROTEKEN | GETAL) or plek < vanaf:
            continue
        if woord.begrip & EUROTEKEN:
            gevonden = _na_euroteken(zin, plek) or _telwoorden_voor(zin, plek)
        else:
            gevonden = _voor_euroteken(zin, plek)
            if gevonden is None and (tabel or _aan_kosten(woorden, plek)):
                gevonden = _kaal(zin, plek)
        if gevonden is not None:
            yield gevonden
            vanaf = gevonden.eind


def _aan_kosten(woorden: Sequence[Woord], plek: int) -> bool:
    """``123,59 aan incassokosten``: what else could it be."""
    erna = woorden[plek + 1 : plek + 3]
    return len(erna) == 2 and erna[0].tekst == "aan" and bool(erna[1].begrip & KOSTENWOORD)


def _na_euroteken(zin: Zin, plek: int) -> Bedrag | None:
    """``€ 40,-``, ``€ -250,00``, ``EUR 1 250,00``."""
    woorden = zin.woorden
    cijfers = plek + 1
    negatief = plek > 0 and _is_min(woorden, plek - 1)
    if cijfers < len(woorden) and woorden[cijfers].tekst in _MINTEKENS:
        negatief, cijfers = True, cijfers + (3 if _is_creditteken(woorden, cijfers) else 1)
    if cijfers >= len(woorden) or not woorden[cijfers].begrip & GETAL:
        return None
    tekst, eind = _cijfergroepen(woorden, cijfers)
    waarde = lees_getal(tekst)
    if waarde is None:
        return None
    return Bedrag(waarde, zin.nummer, plek, eind, negatief or _min_erachter(woorden, eind))


def _cijfergroepen(woorden: Sequence[Woord], plek: int) -> tuple[str, int]:
    """Digits with a space between the thousands belong together: ``1 250,00``."""
    tekst = woorden[plek].tekst
    plek += 1
    while plek < len(woorden) and tekst.isdigit() and len(tekst) <= MAX_CIJFERS:
        volgende = woorden[plek]
        heel = volgende.tekst.partition(",")[0]
        aaneen = volgende.begin - woorden[plek - 1].eind == 1
        if not (volgende.begrip & GETAL and aaneen and len(heel) == 3 and heel.isdigit()):
            break
        tekst += volgende.tekst
        plek += 1
    return tekst, plek


def _voor_euroteken(zin: Zin, plek: int) -> Bedrag | None:
    """``40 euro``, ``40,00 €``."""
    woorden = zin.woorden
    if plek + 1 >= len(woorden) or not woorden[plek + 1].begrip & EUROTEKEN:
        return None
    erna = woorden[plek + 2] if plek + 2 < len(woorden) else None
    if woorden[plek + 1].tekst == "€" and erna is not None:
        ander_bedrag = woorden[plek + 1].grens == KOLOMGRENS and erna.tekst in _MINTEKENS
        if erna.begrip & GETAL or ander_bedrag:
            return None
    waarde = lees_getal(woorden[plek].tekst)
    if waarde is None:
        return None
    return Bedrag(waarde + _en_centen(woorden, plek + 2), zin.nummer, plek, plek + 2)


def _telwoorden_voor(zin: Zin, plek: int) -> Bedrag | None:
    """``veertig euro``, ``tweeduizend vijfhonderd euro en vijftig cent``."""
    woorden = zin.woorden
    begin = plek
    while begin and plek - begin < _TELWOORDEN_ACHTEREEN and woorden[begin - 1].begrip & TELWOORD:
        begin -= 1
    for eerste in range(begin, plek):
        waarde = telwoord("".join(woord.tekst for woord in woorden[eerste:plek]))
        if waarde is not None:
            centen = _en_centen(woorden, plek + 1)
            return Bedrag(Decimal(waarde) + centen, zin.nummer, eerste, plek + 1)
    return None


def _en_centen(woorden: Sequence[Woord], plek: int) -> Decimal:
    if plek < len(woorden) and woorden[plek].tekst == "en":
        plek += 1
    if plek + 1 >= len(woorden) or woorden[plek + 1].tekst not in _CENTEN:
        return Decimal(0)
    tekst = woorden[plek].tekst
    centen = int(tekst) if tekst.isdigit() and len(tekst) <= 2 else telwoord(tekst)
    return Decimal(centen) / 100 if centen is not None and centen < 100 else Decimal(0)


def _kaal(zin: Zin, plek: int) -> Bedrag | None:
    """``120,00`` without a euro sign: two decimals, nothing that counts behind it."""
    woorden = zin.woorden
    tekst = woorden[plek].tekst
    if len(tekst) < 4 or tekst[-3] not in ",." or not tekst[-2:].isdigit():
        return None
    if plek + 1 < len(woorden):
        volgende = woorden[plek + 1]
        if volgende.begrip & (PROCENT | EENHEID) and volgende.grens != KOLOMGRENS:
            return None
    waarde = lees_getal(tekst)
    if waarde is None:
        return None
    negatief = (plek > 0 and _is_min(woorden, plek - 1)) or _min_erachter(woorden, plek + 1)
    return Bedrag(waarde, zin.nummer, plek, plek + 1, negatief)


def _is_creditteken(woorden: Sequence[Woord], plek: int) -> bool:
    """``-/-`` from here."""
    teksten = [woord.tekst for woord in woorden[plek : plek + 3]]
    return len(teksten) == 3 and teksten[1] == "/" and _MINTEKENS.issuperset(teksten[::2])


def _is_min(woorden: Sequence[Woord], plek: int) -> bool:
    """A minus sign that touches the amount, or ``-/-`` before it."""
    woord = woorden[plek]
    if woord.tekst not in _MINTEKENS:
        return False
    if plek >= 2 and _is_creditteken(woorden, plek - 2):
        return True
    return plek + 1 < len(woorden) and woorden[plek + 1].begin == woord.eind


def _min_erachter(woorden: Sequence[Woord], plek: int) -> bool:
    """``250,00 -/-`` and ``250,00-``."""
    if plek >= len(woorden) or woorden[plek].tekst not in _MINTEKENS:
        return False
    if _is_creditteken(woorden, plek):
        return True
    return woorden[plek].begin == woorden[plek - 1].eind and plek + 1 == len(woorden)


@lru_cache(maxsize=ONTHOUDEN)
def lees_getal(tekst: str) -> Decimal | None:
    """A number as letters write it; three digits after a single full stop are thousands.

    >>> lees_getal("1.250"), lees_getal("1.250,5"), lees_getal("40,-"), lees_getal("1,250.00")
    (Decimal('1250'), Decimal('1250.5'), Decimal('40'), Decimal('1250.00'))
    """
    kern = tekst.rstrip(_STREEPJES).rstrip(",.")
    if len(kern) > 2 * MAX_CIJFERS:
        return None
    teken = max(kern.rfind(","), kern.rfind("."))
    if teken < 0:
        return _decimaal(kern, "")
    na = kern[teken + 1 :]
    voor = kern[:teken].replace(".", "").replace(",", "")
    gemengd = "," in kern and "." in kern
    if len(na) == 3 and not gemengd:
        return _decimaal(voor + na, "")
    return _decimaal(voor, na) if len(na) <= 2 else None


def _decimaal(heel: str, decimalen: str) -> Decimal | None:
    cijfers = heel + decimalen
    if not (cijfers.isascii() and cijfers.isdigit()) or len(heel) > MAX_CIJFERS:
        return None
    return Decimal(f"{heel}.{decimalen}") if decimalen else Decimal(heel)
