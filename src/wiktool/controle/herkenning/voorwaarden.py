"""Whether a sentence says what holds only if payment stays out, or only after the term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import (
    BETALEN,
    DAN,
    GETAL,
    NIET,
    TELWOORD,
    TERMIJN,
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
_TWEEDE: Final = woordgroep(
    "u je jij jullie wij we ik uw jouw de het deze dit dat betaling er tijdige onze"
)
_BIJ: Final = woordgroep(
    "niet geen te niettijdige niettijdig uitblijven overschrijding late nietbetaling wanbetaling "
    "gebreke gebrek verzuim niettijdigheid ontbreken het"
)
_AFLOOP: Final = woordgroep("afloop verstrijken verloop einde ommekomst")
_DEZE: Final = woordgroep("die deze genoemde bovengenoemde voornoemde")
_VASTE_PAREN: Final = frozenset(
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


def stelt_voorwaarde(woorden: Sequence[Woord], bits: int) -> bool:
    """Whether the sentence is conditional on its own words."""
    if bits & VOORWAARDE:
        return True
    if bits & DAN and _dan(woorden):
        return True
    return _werkwoord_vooraan(woorden, bits) or _woordgroep(woorden, bits)


def _dan(woorden: Sequence[Woord]) -> bool:
    """``dan`` that is no comparison."""
    vorige = ""
    for woord in woorden:
        if woord.begrip & DAN and vorige not in _VERGELIJKERS:
            return True
        vorige = woord.tekst
    return False


def _werkwoord_vooraan(woorden: Sequence[Woord], bits: int) -> bool:
    """``Betaalt u niet binnen deze termijn, …``; ``Nog niet betaald? …``."""
    kop = [woord for woord in woorden[:4] if woord.tekst.isalpha()]
    if len(kop) < 2:
        return False
    if kop[0].tekst in _VOORAAN and kop[1].tekst in _TWEEDE:
        return woorden[-1].tekst == "?" or any(woord.begrip & NIET for woord in woorden[:10])
    return bool(
        woorden[-1].tekst == "?"
        and bits & NIET
        and bits & BETALEN
        and kop[0].tekst in ("nog", "niet")
    )


def _woordgroep(woorden: Sequence[Woord], bits: int) -> bool:
    vorige = voorvorige = ""
    for woord in woorden:
        tekst = woord.tekst
        if _paar(vorige, tekst, bits):
            return True
        if voorvorige == "na" and vorige in _DEZE and woord.begrip & (TERMIJN | GETAL | TELWOORD):
            return True
        voorvorige, vorige = vorige, tekst
    return False


def _paar(eerste: str, tweede: str, bits: int) -> bool:
    if eerste == "als":
        return tweede in _ONDERWERPEN
    if eerste == "bij":
        return tweede in _BIJ and bool(bits & (BETALEN | NIET | TERMIJN))
    if eerste == "na":
        return tweede in _AFLOOP
    return (eerste, tweede) in _VASTE_PAREN
