"""The parts of a Word file and how they hang together, transitional or strict."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from wiktool.invoer.brief import pakket, wordnamen
from wiktool.invoer.brief.veilig_xml import lees_xml
from wiktool.invoer.brief.wordnamen import w
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from lxml.etree import _Element

_HOOFDDEEL: Final = "word/document.xml"
_RELATIE: Final = f"{{{wordnamen.PAKKETVERWIJZINGEN}}}Relationship"


@dataclass(slots=True)
class Relatie:
    """A pointer from one part to another.

    Attributes:
        soort: the last word of its type, ``header``; the same in strict and transitional files.
        verwijzing: as written, from the folder ``map`` or from the root of the zip file.
    """

    soort: str
    verwijzing: str
    map: str

    @property
    def doel(self) -> str:
        """The name of the part, from the root of the zip file.

        >>> Relatie("header", "../word/kop%201.xml", "word").doel, Relatie("header", "/a", "b").doel
        ('word/kop 1.xml', 'a')
        """
        return posixpath.normpath(posixpath.join("/", self.map, unquote(self.verwijzing)))[1:]


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
        self.strikt = wordnamen.STRIKT[0][0] in inhoud
        """Whether the file is written in the strict names of the standard."""
        self.ruw = _overgezet(inhoud)
        self.wortel = lees_xml(self.ruw)
        romp = self.wortel.find(w("body"))
        if self.wortel.tag != w("document") or romp is None:
            raise pakket.beschadigd()
        self.romp: _Element = romp

    @cached_property
    def relaties(self) -> dict[str, Relatie]:
        """Where the main part points to, by relationship id."""
        return self._relaties_van(self.hoofddeel)

    def xml(self, naam: str) -> _Element | None:
        """Another part, parsed; None where it is not there."""
        inhoud = self.pakket.deel(naam)
        return None if inhoud is None else lees_xml(_overgezet(inhoud))

    def xml_van_soort(self, soort: str) -> _Element | None:
        """The one part of a kind (``styles``, ``footnotes``), parsed; None where there is none."""
        inhoud = self.van_soort(soort)
        return None if inhoud is None else lees_xml(inhoud)

    def van_soort(self, soort: str) -> bytes | None:
        """The one part of a kind as it is written, in transitional names."""
        for relatie in self.relaties.values():
            if relatie.soort == soort:
                inhoud = self.pakket.deel(relatie.doel)
                return None if inhoud is None else _overgezet(inhoud)
        return None

    def _zoek_hoofddeel(self) -> str:
        for relatie in self._relaties_van("").values():
            if relatie.soort == "officeDocument":
                return relatie.doel
        return _HOOFDDEEL

    def _relaties_van(self, deel: str) -> dict[str, Relatie]:
        inhoud = self.pakket.deel(relatiedeel(deel))
        return {} if inhoud is None else _lees_relaties(inhoud, posixpath.dirname(deel))


@lru_cache(maxsize=16)  # the same in every letter of one template
def _lees_relaties(inhoud: bytes, map_: str) -> dict[str, Relatie]:
    return {
        element.get("Id") or "": Relatie(
            (element.get("Type") or "").rpartition("/")[2], element.get("Target") or "", map_
        )
        for element in lees_xml(inhoud).iter(_RELATIE)
        if element.get("TargetMode") != "External"
    }


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


def _overgezet(inhoud: bytes) -> bytes:
    """Strict names written as transitional ones: everything below knows one set of names."""
    if b"purl.oclc.org/ooxml" in inhoud:
        for strikt, overgang in wordnamen.STRIKT:
            inhoud = inhoud.replace(strikt, overgang)
    return inhoud
