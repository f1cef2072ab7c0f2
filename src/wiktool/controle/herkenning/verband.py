"""How sentences hang together: a condition reaches into the sentences and rows that follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import KOSTENWOORD, NIET
from wiktool.controle.herkenning.woordgroepen import woordgroep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.zinnen import Zin

_TERUGWIJZERS: Final = woordgroep(
    "deze die dat dit daarmee daarbij daarnaast bovendien hiervoor daarvoor ook verder tevens "
    "zij ze hij het"
)
_VOORNAAMWOORDELIJK: Final = woordgroep(
    "hieraan hiermee hiervan hierbij hierdoor daaraan daarmee daarvan daarbij daardoor daaruit"
)
_ZIJN: Final = woordgroep("zijn bedragen bedraagt is worden")
_LANGSTE_KOP: Final = 14
_VER: Final = 200
"""No clause is this long; a bound keeps repetition linear."""
_EERSTE_PAREN: Final = frozenset({("in", "totaal"), ("in", "uw"), ("voor", "u"), ("het", "gaat")})
_UITBLIJVEN: Final = woordgroep(
    "uitblijven uitblijft anders daarna afloop verstrijken laat late blijft nalaat nalaten "
    "overschrijding verzuim later vervolgens hierna alsdan nietbetaling wanbetaling achterwege "
    "if failing"
)


def onder_voorwaarde(zinnen: Sequence[Zin]) -> tuple[bool, ...]:
    """For every sentence whether a condition reaches it, its own or that of its lead-in."""
    begin = next((nr for nr, zin in enumerate(zinnen) if zin.voorwaarde_op >= 0), len(zinnen))
    uitkomst = [False] * begin
    vorige: Zin | None = None
    vorige_geldt = blok = False
    for zin in zinnen[begin:]:
        if not zin.rij:
            geldt = zin.voorwaarde_op >= 0 or (
                vorige_geldt and vorige is not None and zin.eigen and _werkt_door(vorige, zin)
            )
        else:
            if vorige is None or not vorige.rij:
                blok = vorige is not None and vorige_geldt and _leidt_in(vorige)
            geldt = blok or zin.voorwaarde_op >= 0
        uitkomst.append(geldt)
        if zin.eigen:
            vorige, vorige_geldt = zin, geldt
    return tuple(uitkomst)


def _leidt_in(vorige: Zin) -> bool:
    """``…, dan wordt het bedrag verhoogd:``, ``Overzicht als u niet op tijd betaalt``."""
    if vorige.inleiding or vorige.vraag:
        return True
    return len(vorige.woorden) <= _LANGSTE_KOP and vorige.woorden[-1].tekst not in ".;!"


def _werkt_door(vorige: Zin, zin: Zin) -> bool:
    if vorige.vraag or vorige.inleiding or vorige.woorden[-1].tekst == ";":
        return True
    kop = [woord.tekst for woord in zin.woorden[:3]]
    if kop[0] in _TERUGWIJZERS or (len(kop) > 1 and (kop[0], kop[1]) in _EERSTE_PAREN):
        return True
    return any(tekst in _VOORNAAMWOORDELIJK for tekst in kop) or _noemt_kosten(zin)


def _noemt_kosten(zin: Zin) -> bool:
    """``De incassokosten bedragen € 40,00``, right after what follows from not paying."""
    kop = zin.woorden[:5]
    return (
        kop[0].tekst == "de"
        and any(woord.begrip & KOSTENWOORD for woord in kop[1:4])
        and any(woord.tekst in _ZIJN for woord in kop[1:])
    )


def ontkend_voor(zin: Zin, plek: int) -> bool:
    """Whether payment staying out is named before a word: "betaalt u niet …", "bij gebreke …"."""
    vorige = ""
    for woord in zin.woorden[max(0, plek - _VER) : plek]:
        if woord.begrip & NIET or woord.tekst in _UITBLIJVEN:
            return True
        if woord.tekst == "gebreke" and vorige == "bij":
            return True
        vorige = woord.tekst
    return False
