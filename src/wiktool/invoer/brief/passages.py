"""Passages of a letter on their way to numbered paragraphs, whatever the file format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from wiktool.invoer.brief import grenzen
from wiktool.kern.brieftekst import Alinea, Rol
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

_TEKSTVAK: Final = Rol.TEKSTVAK  # looked up once: Python 3.11 takes its time over a member
OPMAAKCEL: Final = 400
"""A table cell with more characters holds running text; such a table is lay-out, not a table."""


@dataclass(slots=True)
class Passage:
    """A paragraph or table row that has no number yet.

    Attributes:
        stukken: the text in pieces, each with the element it stands in where the format has those
            and somebody may want to find it again.
        rij: it is a whole table row, its cells parted by tabs.
        regel: the first line in a plain-text file, from 1.
        bladzijde: the page in a pdf, from 1.
        in_romp: it stands in the main part of a Word file, where a comment can be anchored.
    """

    stukken: list[tuple[str, _Element | None]]
    rol: Rol = Rol.HOOFDTEKST
    rij: bool = False
    regel: int | None = None
    bladzijde: int | None = None
    in_romp: bool = True
    _tekst: str | None = None

    @property
    def tekst(self) -> str:
        """The text, without space around it.

        >>> Passage([(" veertien", None), (" dagen ", None)]).tekst
        'veertien dagen'
        """
        if self._tekst is None:
            self._tekst = "".join([tekst for tekst, _ in self.stukken]).strip()
        return self._tekst


def genummerd(passages: Iterable[Passage]) -> tuple[Alinea, ...]:
    r"""Number the passages that hold text, from 1.

    Raises:
        BestandFout: more text than any letter has.

    >>> [alinea.nummer for alinea in genummerd(Passage([(t, None)]) for t in ("a", " \n", "b"))]
    [1, 2]
    """
    met_tekst = [(passage, tekst) for passage in passages if (tekst := passage.tekst)]
    if sum(len(tekst) for _, tekst in met_tekst) > grenzen.TEKENS:
        raise te_veel_tekst()
    return tuple(
        Alinea(nummer=nummer, tekst=tekst, rol=p.rol, regel=p.regel, bladzijde=p.bladzijde)
        for nummer, (p, tekst) in enumerate(met_tekst, start=1)
    )


def tabelrijen(rijen: Sequence[Sequence[list[Passage]]], rol: Rol) -> list[Passage]:
    r"""The rows of a table, each given as its cells and each cell as its passages.

    A row becomes one passage with tabs between the cells. A table of one column, and a row with
    running text in a cell or a table inside a cell, is lay-out: its passages stay apart.

    >>> cel = lambda tekst: [Passage([(tekst, None)])]
    >>> [p.tekst for p in tabelrijen([[cel("nr. 17"), cel("€ 40,00")]], Rol.HOOFDTEKST)]
    ['nr. 17\t€ 40,00']
    """
    een_kolom = max(map(len, rijen), default=0) <= 1
    uit: list[Passage] = []
    for rij in rijen:
        alles = [passage for cel in rij for passage in cel]
        if een_kolom or _is_opmaak(rij, alles):
            uit += alles
        else:
            uit.append(_rij(rij, rol))
            uit += [passage for passage in alles if passage.rol is _TEKSTVAK]
    return uit


def _rij(cellen: Sequence[list[Passage]], rol: Rol) -> Passage:
    stukken: list[tuple[str, _Element | None]] = []
    for nummer, cel in enumerate(cellen):
        vervolg = False
        if nummer:
            stukken.append(("\t", None))
        for passage in cel:
            if passage.rol is _TEKSTVAK:
                continue
            if vervolg:
                stukken.append(("\n", None))
            stukken += passage.stukken
            vervolg = True
    return Passage(stukken, Rol.TABEL if rol is Rol.HOOFDTEKST else rol, rij=True)


def _is_opmaak(rij: Sequence[list[Passage]], alles: list[Passage]) -> bool:
    if any(passage.rij for passage in alles):
        return True
    if sum(len(passage.tekst) for passage in alles) <= OPMAAKCEL:
        return False
    return any(sum(len(passage.tekst) for passage in cel) > OPMAAKCEL for cel in rij)


def te_veel_tekst() -> BestandFout:
    """The error for a text that is no letter any more."""
    return te_groot(f"er staan meer dan {grenzen.TEKENS:_} tekens in".replace("_", "."))


def te_groot(waarom: str) -> BestandFout:
    """The error for what is far larger than any letter."""
    return BestandFout(
        f"het bestand is te groot om een brief te zijn: {waarom}",
        doe="geef een bestand met alleen de brief",
    )
