"""Whether a sentence says what holds only if payment stays out, or only after the term."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import (
    BETALEN,
    DAN,
    GETAL,
    KOSTENWOORD,
    NIET,
    TELWOORD,
    TERMIJN,
    VERLEDEN,
    VOORWAARDE,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.woorden import Woord

_VERGELIJKERS: Final = woordgroep(
    "later meer minder eerder hoger lager langer korter vroeger anders groter kleiner dan"
)
_ONDERWERPEN: Final = woordgroep(
    "u je jij jullie wij we ik de het een er uw jouw deze dit dat die betaling binnen na op "
    "niet geen men uwerzijds betalen"
)
_VOORAAN: Final = woordgroep(
    "betaalt betaal betalen voldoet voldoe heeft hebt heb hebben is zijn blijft blijven ontvangen "
    "ontvang ontvangt doet doe laat komt komen kom maakt maak wordt worden gaat reageert lukt "
    "bereikt verzuimt gebeurt zien zie staat kunt geeft krijgen"
)
_ONTBREEKT: Final = frozenset({"nog", "niet"})
_TWEEDE: Final = woordgroep(
    "u je jij jullie wij we ik uw jouw de het deze dit dat betaling er tijdige onze"
)
_BIJ: Final = woordgroep(
    "niet geen te niettijdige niettijdig uitblijven overschrijding late nietbetaling wanbetaling "
    "gebreke gebrek verzuim niettijdigheid ontbreken het"
)
_AFLOOP: Final = woordgroep("afloop verstrijken verloop einde ommekomst vruchteloos vruchteloze")
_DEZE: Final = woordgroep("die deze genoemde bovengenoemde voornoemde")
VASTE_PAREN: Final = frozenset(
    {
        ("zo", "niet"),
        ("bij", "gebreke"),
        ("dat", "geval"),
        ("het", "geval"),
        ("het", "verstrijken"),
        ("te", "laat"),
        ("zonder", "betaling"),
        ("blijft", "betaling"),
        ("blijft", "uw"),
        ("geen", "gehoor"),
    }
)
_U_BENT: Final = frozenset({("u", "bent"), ("je", "bent"), ("jullie", "zijn")})
_EERSTE: Final = frozenset({"als", "bij", "na", *(eerste for eerste, _ in VASTE_PAREN)})
"""What a pair can begin with."""
MERKWOORDEN: Final = woordgroep("als bij na zo geval verstrijken laat zonder blijft gehoor")
"""One of them is in every pair."""


_HOOFDZIN: Final = woordgroep(
    "bent is zijn wordt worden brengen rekenen moet moeten komen komt kunnen zullen zal maken "
    "schakelen hoeft betaalt geven verhogen volgt volgen zien maak dragen dienen dient hebben"
)


def plek_van_voorwaarde(woorden: Sequence[Woord], bits: int, teksten: frozenset[str]) -> int:
    """The index of the first word that makes the sentence conditional; -1 when none does."""
    if _werkwoord_vooraan(woorden, bits):
        return 0
    if "wie" in teksten and _wie(woorden, bits):
        return 0
    if not bits & (VOORWAARDE | DAN) and teksten.isdisjoint(MERKWOORDEN):
        return -1
    vorige = voorvorige = ""
    for plek, woord in enumerate(woorden):
        tekst, begrip = woord.tekst, woord.begrip
        if begrip & VOORWAARDE or (begrip & DAN and vorige not in _VERGELIJKERS):
            return plek
        if vorige in _EERSTE and _paar(vorige, tekst, bits) and not _is_te_laat(woorden, plek):
            return plek - 1
        if vorige in _DEZE and voorvorige == "na" and _is_termijn(woord, bits):
            return plek - 2
        voorvorige, vorige = vorige, tekst
    return -1


def eind_van_voorwaarde(woorden: Sequence[Woord], plek: int) -> int:
    """The index where what follows from the condition begins: "…, dan" or "…, bent u"."""
    vorige = ""
    for eind in range(plek, len(woorden)):
        woord = woorden[eind]
        if woord.begrip & DAN or (vorige == "," and woord.tekst in _HOOFDZIN):
            return eind
        vorige = woord.tekst
    return len(woorden)


def _werkwoord_vooraan(woorden: Sequence[Woord], bits: int) -> bool:
    """``Betaalt u niet binnen deze termijn, …``; ``Nog niet betaald? …``."""
    eerste = woorden[0].tekst
    if eerste not in _VOORAAN and eerste not in _ONTBREEKT and eerste.isalpha():
        return False
    kop = [woord for woord in woorden[:4] if woord.tekst.isalpha()]
    if len(kop) < 2:
        return False
    if kop[0].tekst in _VOORAAN and kop[1].tekst in _TWEEDE:
        return woorden[-1].tekst == "?" or any(woord.begrip & NIET for woord in woorden[:10])
    return bool(
        woorden[-1].tekst == "?" and bits & NIET and bits & BETALEN and kop[0].tekst in _ONTBREEKT
    )


def _is_te_laat(woorden: Sequence[Woord], plek: int) -> bool:
    """``U bent dus te laat``: said as it is."""
    if woorden[plek].tekst != "laat":
        return False
    voor = [woord.tekst for woord in woorden[max(0, plek - 6) : plek]]
    return any(paar in _U_BENT for paar in pairwise(voor))


def _wie(woorden: Sequence[Woord], bits: int) -> bool:
    """``Wie dat laat lopen, krijgt € 40,00 kosten``; not a question."""
    return woorden[0].tekst == "wie" and woorden[-1].tekst != "?" and bool(bits & KOSTENWOORD)


def _is_termijn(woord: Woord, bits: int) -> bool:
    """``na die termijn``, ``na deze veertien dagen``; ``na die dag bent u kosten verschuldigd``."""
    if woord.tekst in ("dag", "datum"):
        return bool(bits & KOSTENWOORD) and not bits & VERLEDEN
    return bool(woord.begrip & (TERMIJN | GETAL | TELWOORD))


def _paar(eerste: str, tweede: str, bits: int) -> bool:
    if eerste == "als":
        return tweede in _ONDERWERPEN
    if (eerste, tweede) in VASTE_PAREN:
        return True
    if eerste == "bij":
        return tweede in _BIJ and bool(bits & (BETALEN | NIET | TERMIJN))
    return eerste == "na" and tweede in _AFLOOP
