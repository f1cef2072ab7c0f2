"""Which attachment of an e-mail is the letter."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from wiktool.kern.brieftekst import Alinea, Brieftekst, Rol
from wiktool.kern.fouten import BestandFout
from wiktool.kern.notatie import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable

_EIS: Final = re.compile(
    r"€|\b(?:euro|eur|dagen|weken|incassokosten|uiterlijk|per omgaande|onmiddellijk|vandaag)\b",
    re.IGNORECASE,
)
"""A message with one of these asks for something itself and is no mere cover note."""
_AANHEF: Final = re.compile(
    r"\b(?:geachte|beste|l\.\s?s\.|dear|mevrouw|meneer|mijnheer|betreft)\b", re.IGNORECASE
)
_BETALING: Final = re.compile(
    r"beta{1,2}l|voldoe|voldaan|aanman|herinner|ingebreke|sommat|sommeer", re.IGNORECASE
)
_GEEN_BRIEF: Final = re.compile(
    r"factuur|facturen|invoice|nota\b|voorwaarden|terms|specificatie|urenstaat", re.IGNORECASE
)
_KOLOMGRENS: Final = re.compile(r"\t| {2,}")
_MEESTE_CELLEN: Final = 20
_TUSSENRUIMTE: Final = 60
"""Letters and digits between two cells of a row: a description that stands elsewhere."""
_DOE: Final = "bewaar de brief zelf als bestand en geef dat"


@dataclass(frozen=True, slots=True)
class Bijlage:
    """An attachment.

    Attributes:
        naam: its file name, or its kind.
        lees: reads it; raises BestandFout where it cannot be read.
    """

    naam: str
    lees: Callable[[], Brieftekst]


@dataclass(frozen=True, slots=True)
class _Gelezen:
    naam: str
    tekst: Brieftekst

    def mist(self, ander: Brieftekst) -> list[Alinea]:
        """The paragraphs of another text that are not in this one, by their letters and digits."""
        hier = _kaal(self.tekst.tekst)
        return [alinea for alinea in ander.alineas if not _staat_in(alinea.tekst, hier)]

    @property
    def is_brief(self) -> bool:
        """Whether it reads as a letter that asks for payment and is not named otherwise."""
        tekst = self.tekst.tekst
        return bool(
            not _GEEN_BRIEF.search(self.naam) and _AANHEF.search(tekst) and _BETALING.search(tekst)
        )


def voeg_samen(bericht: Brieftekst, bijlagen: list[Bijlage]) -> Brieftekst:
    """The letter that a message and its attachments make together.

    Raises:
        BestandFout: more than one attachment could be the letter, or the only one is unreadable.
    """
    gelezen, ongelezen, fout = _lees_alle(bijlagen)
    if fout is not None and not gelezen and not bericht.alineas:
        raise fout
    kandidaten = _zonder_afschriften([bijlage for bijlage in gelezen if bijlage.is_brief])
    begeleidend = is_begeleidend(bericht)
    if begeleidend and not kandidaten and not _BETALING.search(bericht.tekst):
        kandidaten = _zonder_afschriften(gelezen)
    if len(kandidaten) > 1:
        raise _meer_dan_een(kandidaten)
    bericht = replace(bericht, ongelezen=bericht.ongelezen + _zinnen(ongelezen))
    if not kandidaten:
        return bericht
    return _met_brief(bericht, kandidaten[0], begeleidend=begeleidend)


def is_begeleidend(bericht: Brieftekst) -> bool:
    """Whether a message only says that something is attached."""
    return not any(
        _EIS.search(alinea.tekst) for alinea in bericht.alineas if alinea.rol is not Rol.CITAAT
    )


def _lees_alle(
    bijlagen: list[Bijlage],
) -> tuple[list[_Gelezen], list[str], BestandFout | None]:
    """What could be read, the names of what could not, and the first reason."""
    gelezen: list[_Gelezen] = []
    ongelezen: list[str] = []
    eerste: BestandFout | None = None
    for bijlage in bijlagen:
        try:
            gelezen.append(_Gelezen(bijlage.naam, bijlage.lees()))
        except BestandFout as fout:
            ongelezen.append(bijlage.naam)
            eerste = eerste or BestandFout(
                fout.melding, doe=fout.doe, plaats=f"bijlage «{bijlage.naam}»"
            )
    return gelezen, ongelezen, eerste


def _met_brief(bericht: Brieftekst, brief: _Gelezen, *, begeleidend: bool) -> Brieftekst:
    """The attached letter, below what the message asks besides it."""
    erboven = [] if begeleidend else brief.mist(bericht)
    alineas = [*erboven, *brief.tekst.alineas]
    return replace(
        brief.tekst,
        alineas=tuple(a._replace(nummer=nummer) for nummer, a in enumerate(alineas, start=1)),
        onderwerp=brief.tekst.onderwerp or bericht.onderwerp,
        verzonden=brief.tekst.verzonden or bericht.verzonden,
        ongelezen=bericht.ongelezen + brief.tekst.ongelezen,
        bijlage=brief.naam,
    )


def _zonder_afschriften(brieven: list[_Gelezen]) -> list[_Gelezen]:
    """The letters, each once: one that says nothing another does not say is left out."""
    uit: list[_Gelezen] = []
    for brief in brieven:
        if all(eerder.mist(brief.tekst) for eerder in uit):
            uit.append(brief)
    return uit


def _staat_in(tekst: str, hier: str) -> bool:
    """Whether a paragraph is there: as it stands, or as rows of a table that is set otherwise."""
    if _kaal(tekst) in hier:
        return True
    rijen = [_KOLOMGRENS.split(regel.strip()) for regel in tekst.split("\n")]
    return max(map(len, rijen)) > 1 and all(_rij_staat_in(rij, hier) for rij in rijen)


def _rij_staat_in(rij: list[str], hier: str) -> bool:
    """Whether the cells stand there one after the other, with little between them."""
    cellen = [cel for cel in map(_kaal, rij) if cel]
    if not cellen or len(cellen) > _MEESTE_CELLEN:
        return not cellen
    begin = hier.find(cellen[0])
    while begin >= 0:
        plek = begin
        for cel in cellen:
            plek = hier.find(cel, plek, plek + len(cel) + _TUSSENRUIMTE)
            if plek < 0:
                break
            plek += len(cel)
        else:
            return True
        begin = hier.find(cellen[0], begin + 1)
    return False


def _kaal(tekst: str) -> str:
    return "".join(filter(str.isalnum, tekst.lower()))


def _zinnen(namen: list[str]) -> tuple[str, ...]:
    return tuple(f"de bijlage «{naam}» is niet gelezen" for naam in namen)


def _meer_dan_een(kandidaten: list[_Gelezen]) -> BestandFout:
    namen = opsomming([f"«{kandidaat.naam}»" for kandidaat in kandidaten], "of")
    return BestandFout(f"het is niet zeker welke bijlage de brief is: {namen}", doe=_DOE)
