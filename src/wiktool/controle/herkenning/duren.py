"""Lengths of time: ``veertien (14) dagen``, ``twee weken``, ``5 werkdagen``, ``48 uur``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.getallen import telwoord
from wiktool.controle.herkenning.woordenschat import (
    EENHEID,
    GETAL,
    MAAND,
    ONGEVEER,
    TELWOORD,
    TERMIJN,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_zin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_TUSSEN: Final = woordgroep(
    "volle hele gehele vrije achtereenvolgende aaneengesloten kalender zegge ) ( : - ' of"
)
_TOT: Final = frozenset({"tot", "a", "of", "-", "–", "tussen", "en"})
_VERWIJST: Final = woordgroep(
    "deze die genoemde gestelde bovengenoemde voornoemde vermelde laatstgenoemde zojuist"
)
_VOOR_HET_GETAL: Final = woordgroep(
    "een de het van nog uiterlijk in totaal die deze dit genoemde gestelde bovengenoemde "
    "voornoemde wettelijke redelijke laatste uw zijnde ruim nu alsnog ten volle hele gehele "
    "zijn vermelde eerste komende eerstkomende ( max maximaal minimaal minstens ca circa "
    "ongeveer . precies daarvoor hiervoor dus"
)
_VOORZETSELS: Final = woordgroep(
    "binnen gedurende in na over tot sinds per within heeft hebt krijgt"
)
_WERKDAGEN: Final = frozenset({"werkdag", "werkdagen", "bankwerkdagen"})
_ENKELVOUD: Final = frozenset({"dag", "werkdag", "kalenderdag"})
_WEKEN: Final = woordgroep("week weken")
_DAGEN: Final = woordgroep("dag dagen")
_UREN: Final = woordgroep("uur uren")
_RANGEINDEN: Final = ("ste", "de", "e")
_IN_EEN_WOORD: Final = ("daagse", "dagentermijn", "dagenperiode")
_INGAAND: Final = woordgroep(
    "ingaande ingaat ingang begint beginnend beginnende start startend aanvangende aanvangt"
)
_LANGSTE: Final = 400
_TERUG: Final = 7


class Duur(NamedTuple):
    """A length of time where it stands.

    Attributes:
        dagen: in days; a month is 30; None when the text does not say how many.
        zin: the index of its sentence.
        begin: the index of its first word, the preposition included.
        getal: the index of the first word of the number.
        eind: the index after its last word.
        voorzetsel: ``binnen``, ``na``, …; empty when there is none.
        werkdagen: counted in working days.
        vaag: "ca.", "enkele", "tien à veertien".
        strijdig: digits and words differ.
        verwijzing: "binnen die veertien dagen": points back to a term given before.
    """

    dagen: int | None
    zin: int
    begin: int
    getal: int
    eind: int
    voorzetsel: str = ""
    werkdagen: bool = False
    vaag: bool = False
    strijdig: bool = False
    verwijzing: bool = False


@per_zin
def lees_duren(zin: Zin) -> tuple[Duur, ...]:
    """The lengths of time in a sentence, in order."""
    return tuple(_duren(zin))


def _duren(zin: Zin) -> Iterator[Duur]:
    tot = 0
    for plek, woord in enumerate(zin.woorden):
        if plek >= tot and woord.begrip & EENHEID and woord.tekst != "daags":
            duur = _duur(zin, plek, woord)
            if duur is not None:
                duur = _met_losse_dagen(zin, duur)
                tot = duur.eind
                yield duur


def _met_losse_dagen(zin: Zin, duur: Duur) -> Duur:
    """``twee weken en één dag``."""
    woorden = zin.woorden[duur.eind : duur.eind + 3]
    if duur.dagen is None or len(woorden) < 3 or zin.woorden[duur.eind - 1].tekst not in _WEKEN:
        return duur
    en, getal, dag = woorden
    extra = waarde_van(getal) if getal.begrip & (GETAL | TELWOORD) else None
    if en.tekst != "en" or dag.tekst not in _DAGEN or not extra:
        return duur
    return duur._replace(dagen=duur.dagen + extra, eind=duur.eind + 3)


def _duur(zin: Zin, plek: int, woord: Woord) -> Duur | None:
    woorden = zin.woorden
    getallen, getal = _getallen_voor(woorden, plek)
    if not getallen and woord.tekst in _ENKELVOUD:
        getallen, getal = _rangtelwoord_voor(woorden, plek)
    ineen = _in_een_woord(woord.tekst)
    if ineen is not None:
        getallen, getal = [ineen], plek
    if not getallen:
        return _vage_duur(zin, plek)
    if max(getallen) > _LANGSTE or _is_uitstel_van_begin(woorden, plek, getal):
        return None
    if _is_dag_na(woorden, plek, getallen):
        return None
    if woord.tekst in _UREN and _is_kloktijd(woorden, getal):
        return None
    bereik = _ondergrens(woorden, getal)
    strijdig = len(set(getallen)) > 1
    if bereik is not None:
        getallen, getal, strijdig = [bereik], getal - 2, False
    begin, voorzetsel, verwijzing, circa = _aanloop(woorden, getal)
    return Duur(
        dagen=_in_dagen(min(getallen), woord.tekst),
        zin=zin.nummer,
        begin=begin,
        getal=getal,
        eind=plek + 1,
        voorzetsel=voorzetsel,
        werkdagen=woord.tekst in _WERKDAGEN,
        vaag=bereik is not None or circa,
        strijdig=strijdig,
        verwijzing=verwijzing,
    )


def _is_kloktijd(woorden: Sequence[Woord], getal: int) -> bool:
    """``van 9 tot 17 uur``, ``om 12 uur``; not "binnen 24 tot 48 uur"."""
    voor = [woord.tekst for woord in woorden[max(0, getal - 3) : getal]]
    return voor[-1:] == ["om"] or (voor[-1:] == ["tot"] and voor[:1] != ["binnen"])


def _in_een_woord(tekst: str) -> int | None:
    """``veertiendaagse``, ``veertiendagentermijn``."""
    for einde in _IN_EEN_WOORD:
        if tekst.endswith(einde):
            return telwoord(tekst.removesuffix(einde))
    return None


def _getallen_voor(woorden: Sequence[Woord], plek: int) -> tuple[list[int], int]:
    """The number before a unit, in digits, in words or in both, and where it begins."""
    getallen: list[int] = []
    getal = plek
    for terug in range(plek - 1, max(-1, plek - _TERUG), -1):
        woord = woorden[terug]
        if len(getallen) < 2 and woord.begrip & (GETAL | TELWOORD):
            waarde = waarde_van(woord)
            if waarde is None or (getallen and woorden[terug + 1].tekst not in "()"):
                break
            getallen.append(waarde)
            getal = terug
        elif woord.tekst not in _TUSSEN or (woord.tekst == "of" and getallen):
            break
    return getallen, getal


def _rangtelwoord_voor(woorden: Sequence[Woord], plek: int) -> tuple[list[int], int]:
    """``uiterlijk de veertiende dag na …``, ``de 14e dag``; not a day of the month."""
    if not plek or any(woord.begrip & MAAND for woord in woorden[plek + 1 : plek + 4]):
        return [], plek
    if any(woord.tekst in ("maand", "kwartaal", "week") for woord in woorden[plek + 1 : plek + 4]):
        return [], plek
    vorige = woorden[plek - 1]
    if vorige.tekst in _RANGEINDEN and plek > 1 and woorden[plek - 2].begrip & GETAL:
        waarde = waarde_van(woorden[plek - 2])
        return ([waarde], plek - 2) if waarde else ([], plek)
    for einde in _RANGEINDEN:
        waarde = (
            telwoord(vorige.tekst.removesuffix(einde)) if vorige.tekst.endswith(einde) else None
        )
        if waarde is not None and waarde > 1:
            return [waarde], plek - 1
    return [], plek


def waarde_van(woord: Woord) -> int | None:
    """The whole number a word stands for, in figures or in letters."""
    if woord.begrip & GETAL:
        return int(woord.tekst) if woord.tekst.isdigit() and len(woord.tekst) <= 4 else None
    return telwoord(woord.tekst)


def _vage_duur(zin: Zin, plek: int) -> Duur | None:
    """``enkele dagen``, ``een paar weken``, ``anderhalve week``."""
    if not plek:
        return None
    vorige = zin.woorden[plek - 1]
    vaag = vorige.tekst in ("enkele", "paar", "enige", "aantal")
    if not vaag and vorige.tekst not in ("anderhalve", "anderhalf"):
        return None
    begin, voorzetsel, _, _ = _aanloop(zin.woorden, plek - 1)
    return Duur(
        dagen=None if vaag else _in_dagen(3, zin.woorden[plek].tekst) // 2,
        zin=zin.nummer,
        begin=begin,
        getal=plek - 1,
        eind=plek + 1,
        voorzetsel=voorzetsel,
        vaag=True,
    )


def _is_dag_na(woorden: Sequence[Woord], plek: int, getallen: list[int]) -> bool:
    """``één dag na ontvangst`` names a start, not a length; ``een dag`` is an article."""
    if getallen != [1] or woorden[plek].tekst not in _ENKELVOUD:
        return False
    volgende = woorden[plek + 1].tekst if plek + 1 < len(woorden) else ""
    return volgende in ("na", "nadat", "volgend", "volgende", "later") or (
        plek < 2 or woorden[plek - 2].tekst != "binnen"
    )


def _is_uitstel_van_begin(woorden: Sequence[Woord], plek: int, getal: int) -> bool:
    """``ingaande twee dagen na verzending``: when the term begins, not how long it is."""
    volgende = woorden[plek + 1].tekst if plek + 1 < len(woorden) else ""
    return volgende in ("na", "nadat") and any(
        woord.tekst in _INGAAND for woord in woorden[max(0, getal - 2) : getal]
    )


def _ondergrens(woorden: Sequence[Woord], getal: int) -> int | None:
    """The lower bound of ``10 à 14 dagen``."""
    if getal < 2 or woorden[getal - 1].tekst not in _TOT:
        return None
    return (
        waarde_van(woorden[getal - 2]) if woorden[getal - 2].begrip & (GETAL | TELWOORD) else None
    )


def _aanloop(woorden: Sequence[Woord], getal: int) -> tuple[int, str, bool, bool]:
    """What leads in to the number: preposition, pointing word, "circa"."""
    verwijzing = circa = False
    begin = getal
    for terug in range(getal - 1, max(-1, getal - 2 * _TERUG), -1):
        woord = woorden[terug]
        if woord.tekst in _VOORZETSELS:
            return terug, woord.tekst, verwijzing or _de(woorden, terug + 1, getal), circa
        if woord.tekst in _VERWIJST:
            verwijzing = True
        if woord.begrip & ONGEVEER:
            circa = True
        if not (woord.tekst in _VOOR_HET_GETAL or woord.begrip & (TERMIJN | ONGEVEER)):
            break
        begin = terug
    return begin, "", verwijzing, circa


def _de(woorden: Sequence[Woord], van: int, getal: int) -> bool:
    """``binnen de veertien dagen``: the definite article straight before the number."""
    return getal == van + 1 and woorden[van].tekst == "de"


def _in_dagen(aantal: int, eenheid: str) -> int:
    if eenheid.startswith(("we", "wk")) and eenheid not in _WERKDAGEN:
        return 7 * aantal
    if eenheid.startswith("maand"):
        return 30 * aantal
    if eenheid in ("uur", "uren"):
        return aantal // 24
    return aantal
