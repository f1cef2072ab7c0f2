"""Plain Word text in one go: paragraphs and simple tables in which nothing needs a closer look.

Most letters are nothing else. What takes time is the number of elements that are looked at, so
only those are that carry text or order it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.brief import wordnamen
from wiktool.invoer.brief.passages import Passage, tabelrijen
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.brief.wordnamen import ALINEA, TEKST, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from wiktool.kern.brieftekst import Rol

    _Stukken = list[tuple[str, _Element | None]]

Rijen = list[list[list[Passage]]]
"""A table: its rows, their cells, and the paragraphs in those."""

_TABSTOPS: Final = w("tabs")
_CELEIGENSCHAPPEN: Final = w("tcPr")
_GEWISTE_CEL: Final = w("cellDel")
_SAMENGEVOEGD: Final = frozenset({w("vMerge"), w("hMerge")})


def vlotte_passages(ouder: _Element, rol: Rol) -> list[Passage] | None:
    """The paragraphs and rows of a part, or None where the part is not plain."""
    blokken = vlotte_blokken(ouder, rol)
    return None if blokken is None else uitgeschreven(blokken, rol)


def vlotte_blokken(ouder: _Element, rol: Rol) -> list[Passage | Rijen] | None:
    """The paragraphs and tables of a part, or None where the part is not plain."""
    return _Vlotlezer(ouder, rol).lees()


def uitgeschreven(blokken: list[Passage | Rijen], rol: Rol) -> list[Passage]:
    """The paragraphs, and the tables as rows."""
    uit: list[Passage] = []
    for blok in blokken:
        if isinstance(blok, Passage):
            uit.append(blok)
        else:
            rijen = [[[p for p in cel if p.tekst] for cel in rij] for rij in blok]
            uit += tabelrijen(rijen, rol)
    return uit


def is_vervolg(cel: _Element) -> bool:
    """Whether a cell is only the continuation of a merged one, or was deleted."""
    if not len(cel) or cel[0].tag != _CELEIGENSCHAPPEN:
        return False
    for merk in cel[0]:
        naam = merk.tag
        if naam in _SAMENGEVOEGD:
            return merk.get(wordnamen.WAARDE) != "restart"
        if naam == _GEWISTE_CEL:
            return True
    return False


class _Vlotlezer:
    """Reads a part from its first element to its last, and gives up at the first oddity."""

    def __init__(self, ouder: _Element, rol: Rol) -> None:
        self._ouder = ouder
        self._rol = rol
        self._blokken: list[Passage | Rijen] = []
        self._alineas: dict[_Element | None, list[Any]] = {ouder: self._blokken}
        """Where the paragraphs of the part and of each cell go."""
        self._rijen: dict[_Element | None, Rijen] = {}
        self._cellen: dict[_Element | None, list[list[Passage]]] = {}

    def lees(self) -> list[Passage | Rijen] | None:
        """What is read; None where the careful reader must do it."""
        alineas, rol = self._alineas, self._rol
        stukken: list[tuple[str, _Element | None]] = []
        for element in self._ouder.iterdescendants(*_GEZIEN):
            naam = element.tag
            if naam == TEKST:
                tekst = element.text
                if tekst:
                    stukken.append((schoon(tekst), element))
            elif naam == ALINEA:
                stukken = []
                houder = alineas.get(element.getparent())
                if houder is None:
                    return None
                houder.append(Passage(stukken, rol))
            elif naam not in _DOE or not _DOE[naam](self, element, stukken):
                return None
        return self._blokken

    def tabel(self, element: _Element, _: _Stukken) -> bool:
        """A table, not inside another."""
        self._rijen[element] = []
        self._blokken.append(self._rijen[element])
        return element.getparent() is self._ouder

    def rij(self, element: _Element, _: _Stukken) -> bool:
        """A row of a table."""
        tabel = self._rijen.get(element.getparent())
        if tabel is None:
            return False
        self._cellen[element] = []
        tabel.append(self._cellen[element])
        return True

    def cel(self, element: _Element, _: _Stukken) -> bool:
        """A cell of a row."""
        rij = self._cellen.get(element.getparent())
        if rij is None:
            return False
        self._alineas[element] = []
        rij.append(self._alineas[element])
        return True

    def samengevoegd(self, element: _Element, _: _Stukken) -> bool:
        """A mark of a cell that may be the rest of another: then its text counts for nothing."""
        boven = element.getparent()
        cel = None if boven is None else boven.getparent()
        if cel is None or cel not in self._alineas:
            return False
        if is_vervolg(cel):
            self._alineas[cel] = []
        return True

    def teken(self, element: _Element, stukken: _Stukken) -> bool:
        """A character, but not a stop on the ruler."""
        boven = element.getparent()
        if boven is None or boven.tag != wordnamen.LOOP:
            return boven is not None and boven.tag == _TABSTOPS
        stukken.append((wordnamen.TEKENS[element.tag], element))
        return True


_DOE: Final[dict[str, Callable[[_Vlotlezer, _Element, _Stukken], bool]]] = {
    wordnamen.TABEL: _Vlotlezer.tabel,
    wordnamen.RIJ: _Vlotlezer.rij,
    wordnamen.CEL: _Vlotlezer.cel,
    _GEWISTE_CEL: _Vlotlezer.samengevoegd,
    **dict.fromkeys(_SAMENGEVOEGD, _Vlotlezer.samengevoegd),
    **dict.fromkeys(wordnamen.TEKENS, _Vlotlezer.teken),
}
"""What to do with an element that is neither text nor a paragraph; whether the part is plain."""
_GEZIEN: Final = (TEKST, ALINEA, *_DOE, *wordnamen.BIJZONDER)
