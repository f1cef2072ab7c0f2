"""The parts of a Word file and how they hang together, transitional or strict."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar
from urllib.parse import unquote

from wiktool.invoer.brief import pakket, wordnamen
from wiktool.invoer.brief.veilig_xml import lees_xml
from wiktool.invoer.brief.wordnamen import w
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

_Geduid = TypeVar("_Geduid")

_HOOFDDEEL: Final = "word/document.xml"
_SECTIE: Final = w("sectPr")
_EERSTE_ANDERS: Final = w("titlePg")
RANDSOORTEN: Final = ("header", "footer")
_RELATIE: Final = f"{{{wordnamen.PAKKETVERWIJZINGEN}}}Relationship"


class Relatie(NamedTuple):
    """A pointer from one part to another.

    Attributes:
        soort: the last word of its type, ``header``; the same in strict and transitional files.
        doel: the name of the part, from the root of the zip file.
    """

    soort: str
    doel: str


class Sectie(NamedTuple):
    """A section: which headers and footers its pages have.

    Attributes:
        randen: by place (``first``, ``default``, ``even``), the relationship ids, separately for
            ``header`` and ``footer``.
        eerste_anders: its first page has those of its own.
    """

    randen: Mapping[str, Mapping[str, str]]
    eerste_anders: bool


class Worddelen:
    """The parts of one Word file, parsed when asked for.

    Raises:
        BestandFout: the main part is missing or is no letter.
    """

    def __init__(self, zipdelen: pakket.Pakket) -> None:
        self.pakket = zipdelen
        self.hoofddeel = self._zoek_hoofddeel()
        inhoud = zipdelen.deel(self.hoofddeel)
        if inhoud is None:
            raise pakket.beschadigd()
        self.ruw = overgezet(inhoud)
        self.strikt = self.ruw is not inhoud and wordnamen.STRIKT[0][0] in inhoud
        """Whether the file is written in the strict names of the standard."""

    @cached_property
    def wortel(self) -> _Element:
        """The main part, parsed.

        Raises:
            BestandFout: no well-formed XML, or more of it than any letter has.
        """
        return lees_xml(self.ruw)

    @cached_property
    def romp(self) -> _Element:
        """The body of the letter.

        Raises:
            BestandFout: as :attr:`wortel`, or the main part is no letter.
        """
        romp = self.wortel.find(wordnamen.ROMP)
        if self.wortel.tag != wordnamen.DOCUMENT or romp is None:
            raise pakket.beschadigd()
        return romp

    @cached_property
    def relaties(self) -> Mapping[str, Relatie]:
        """Where the main part points to, by relationship id."""
        return self._relaties_van(self.hoofddeel)

    @cached_property
    def secties(self) -> tuple[Sectie, ...]:
        """The sections of the letter."""
        return secties_van(self.romp)

    def xml(self, naam: str) -> _Element | None:
        """Another part, parsed; None where it is not there."""
        inhoud = self.pakket.deel(naam)
        return None if inhoud is None else lees_xml(overgezet(inhoud))

    def xml_van_soort(self, soort: str) -> _Element | None:
        """The one part of a kind (``styles``, ``footnotes``), parsed; None where there is none."""
        naam = self._van_soort(soort)
        return None if naam is None else self.xml(naam)

    def geduid_van_soort(self, soort: str, duid: Callable[[bytes], _Geduid]) -> _Geduid | None:
        """What ``duid`` says of the one part of a kind, see :meth:`Pakket.geduid`."""
        naam = self._van_soort(soort)
        return None if naam is None else self.pakket.geduid(naam, duid)

    def _van_soort(self, soort: str) -> str | None:
        return next((doel for naam, doel in self.relaties.values() if naam == soort), None)

    def _zoek_hoofddeel(self) -> str:
        for relatie in self._relaties_van("").values():
            if relatie.soort == "officeDocument":
                return relatie.doel
        return _HOOFDDEEL

    def _relaties_van(self, deel: str) -> Mapping[str, Relatie]:
        map_ = posixpath.dirname(deel)
        return self.pakket.geduid(relatiedeel(deel), _lees_relaties, map_) or {}


def secties_van(romp: _Element) -> tuple[Sectie, ...]:
    """The sections of a letter, in order."""
    return tuple(
        Sectie(
            {soort: _randen(sectie, soort) for soort in RANDSOORTEN},
            wordnamen.aan(sectie.find(_EERSTE_ANDERS)),
        )
        for sectie in romp.iter(_SECTIE)
    )


def _randen(sectie: _Element, soort: str) -> dict[str, str]:
    return {
        v.get(wordnamen.SOORT) or "default": v.get(wordnamen.VERWIJZING) or ""
        for v in sectie.iterchildren(w(f"{soort}Reference"))
    }


def _lees_relaties(inhoud: bytes, map_: str) -> Mapping[str, Relatie]:
    return {
        element.get("Id") or "": Relatie(
            (element.get("Type") or "").rpartition("/")[2],
            _doel(map_, element.get("Target") or ""),
        )
        for element in lees_xml(inhoud).iter(_RELATIE)
        if element.get("TargetMode") != "External"
    }


def _doel(map_: str, verwijzing: str) -> str:
    """The name of a part that is pointed to from a folder.

    >>> _doel("word", "../word/kop%201.xml"), _doel("b", "/a")
    ('word/kop 1.xml', 'a')
    """
    return posixpath.normpath(posixpath.join("/", map_, unquote(verwijzing)))[1:]


def relatiedeel(deel: str) -> str:
    """The name of the part with the relationships of a part.

    >>> relatiedeel("word/document.xml"), relatiedeel("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    map_, naam = posixpath.split(deel)
    return posixpath.join(map_, "_rels", f"{naam}.rels")


def bevat_ingesloten_document() -> BestandFout:
    """The error for a letter that keeps its text in another document."""
    return BestandFout(
        "de tekst van de brief zit in een ingesloten document (altChunk of subdocument)",
        doe="open de brief in Word, bewaar hem opnieuw als .docx en probeer het nog eens",
    )


def overgezet(inhoud: bytes) -> bytes:
    """Strict names written as transitional ones: everything below knows one set of names."""
    if b"purl.oclc.org/ooxml" in inhoud:
        for strikt, overgang in wordnamen.STRIKT:
            inhoud = inhoud.replace(strikt, overgang)
    return inhoud
