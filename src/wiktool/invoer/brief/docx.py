"""Word letters: what a reader of the printed page sees, in its order, each text once.

Tracked insertions count, deletions do not. Comments are no part of the letter. Of two drawings of
one text box (for new and for old Word) the first is read. Automatic numbers are not made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from wiktool.invoer.brief import pakket, wordnamen
from wiktool.invoer.brief.passages import Passage, genummerd, tabelrijen
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.brief.veilig_xml import lees_xml, te_diep
from wiktool.invoer.brief.wordbijdelen import noten, randdelen, verborgen_stijlen
from wiktool.invoer.brief.worddelen import Worddelen, bevat_ingesloten_document, overgezet
from wiktool.invoer.brief.wordnamen import aan, w
from wiktool.invoer.brief.wordvlot import is_vervolg, vlotte_passages
from wiktool.invoer.brief.wordvorm import lees_naar_vorm
from wiktool.kern.brieftekst import Brieftekst, Rol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from wiktool.invoer.brief.worddelen import Sectie

_MAX_LAGEN: Final = 20
"""Tables and text boxes inside each other."""

_NIET_IN: Final = wordnamen.EIGENSCHAPPEN | wordnamen.GEEN_TEKST
_ALINEAEIGENSCHAPPEN: Final = w("pPr")
_LOOPEIGENSCHAPPEN: Final = w("rPr")
_RIJEIGENSCHAPPEN: Final = w("trPr")
_GEWIST: Final = w("del")
_VERBORGEN_RIJ: Final = w("hidden")
_STIJL: Final = w("rStyle")
_ALINEASTIJL: Final = w("pStyle")
_VERBORGEN: Final = w("vanish")


def lees(inhoud: bytes) -> Brieftekst:
    """Read a Word letter.

    Raises:
        BestandFout: damaged, encrypted, too large, or its text is in an embedded document.
    """
    return lees_pakket(pakket.Pakket(inhoud))


def lees_pakket(zipdelen: pakket.Pakket) -> Brieftekst:
    """Read a Word letter of which the zip file is open.

    Raises:
        BestandFout: as :func:`lees`.
    """
    delen = Worddelen(zipdelen)
    ongelezen = tuple(
        zin
        for begin, merk, zin in wordnamen.ONZICHTBAAR_VOOR_WIKTOOL
        if begin in delen.ruw and re.search(merk, delen.ruw)
    )
    return Brieftekst(alineas=genummerd(passages(delen, vindbaar=False)), ongelezen=ongelezen)


def passages(delen: Worddelen, *, vindbaar: bool = True) -> list[Passage]:
    """Everything that is read, in reading order: headers, body, notes, footers; nothing empty.

    The paragraph numbered ``n`` in :func:`lees` is ``passages(delen)[n - 1]``. Those of headers and
    footers, where no comment can be anchored, come without their elements.

    Args:
        delen: the parts of the file.
        vindbaar: with the elements the text stands in; without them a letter is read faster whose
            mark-up is that of one before it.
    """
    verborgen = verborgen_stijlen(delen)
    lezer = _Lezer(verborgen)
    gevormd = None if vindbaar or verborgen else lees_naar_vorm(delen.ruw, Rol.HOOFDTEKST)
    if gevormd is None:
        romp, secties = lezer.deel(delen.romp, Rol.HOOFDTEKST), delen.secties
    else:
        romp, secties = gevormd
    kop, noten_in_kop = _randen(delen, secties, "header", Rol.KOPTEKST, verborgen)
    lezer.noten.update(noten_in_kop)
    voetnoten = lezer.delen(noten(delen, lezer.noten), Rol.VOETNOOT)
    voet, _ = _randen(delen, secties, "footer", Rol.VOETTEKST, verborgen)
    return [passage for passage in (*kop, *romp, *voetnoten, *voet) if passage.tekst]


def _randen(
    delen: Worddelen, secties: Iterable[Sectie], soort: str, rol: Rol, verborgen: frozenset[str]
) -> tuple[list[Passage], dict[tuple[str, str], None]]:
    """What is in the headers or the footers, and the notes they refer to."""
    passages: list[Passage] = []
    verwijzingen: dict[tuple[str, str], None] = {}
    for naam in randdelen(delen, secties, soort):
        rand = delen.pakket.geduid(naam, _rand, rol, verborgen)
        if rand is not None:
            passages += rand[0]
            verwijzingen |= rand[1]
    return passages, verwijzingen


def _rand(
    inhoud: bytes, rol: Rol, verborgen: frozenset[str]
) -> tuple[tuple[Passage, ...], dict[tuple[str, str], None]]:
    lezer = _Lezer(verborgen)
    ruw = overgezet(inhoud)
    gevormd = None if verborgen else lees_naar_vorm(ruw, rol)
    gelezen = lezer.deel(lees_xml(ruw), rol) if gevormd is None else gevormd[0]
    passages = tuple(
        Passage([(passage.tekst, None)], passage.rol, rij=passage.rij, in_romp=False)
        for passage in gelezen
    )
    return passages, lezer.noten


@dataclass(slots=True)
class _Regel:
    """One paragraph while it is read."""

    noten: dict[tuple[str, str], None]
    stukken: list[tuple[str, _Element | None]] = field(default_factory=list)
    vakken: list[_Element] = field(default_factory=list)
    velden: list[int] = field(default_factory=list)
    """Where the code of each open field began; -1 once its result has begun."""
    verborgen: bool = False
    loopt_door: bool = False
    """Its mark was deleted under tracked changes: the next paragraph belongs to it."""


class _Lezer:
    """Walks the elements of a part; what it does not know it looks inside."""

    def __init__(self, verborgen_stijlen: frozenset[str]) -> None:
        self._verborgen_stijlen = verborgen_stijlen
        self._lagen = 0
        self.noten: dict[tuple[str, str], None] = {}
        """The notes that are referred to, as (kind of part, number), in order."""
        self._in_de_alinea: dict[str, Callable[[_Element, _Regel], None]] = {
            **_IN_DE_ALINEA,
            wordnamen.LOOP: self._loop,
            wordnamen.KEUZE: self._keuze,
            _ALINEAEIGENSCHAPPEN: self._alinea_eigenschappen,
        }

    def delen(self, ouders: list[_Element], rol: Rol) -> list[Passage]:
        """The paragraphs and rows of parts outside the body."""
        gelezen = [passage for ouder in ouders for passage in self.deel(ouder, rol)]
        for passage in gelezen:
            passage.in_romp = False
        return gelezen

    def deel(self, ouder: _Element, rol: Rol) -> list[Passage]:
        """The paragraphs and rows of a part."""
        vlot = None if self._verborgen_stijlen else vlotte_passages(ouder, rol)
        return self.blokken(ouder, rol) if vlot is None else vlot

    def blokken(self, ouder: _Element, rol: Rol) -> list[Passage]:
        """The paragraphs and rows inside an element."""
        if self._lagen == _MAX_LAGEN:
            raise te_diep()
        uit: list[Passage] = []
        wacht: list[tuple[str, _Element | None]] = []
        self._lagen += 1
        self._blokken(ouder, rol, uit, wacht)
        self._lagen -= 1
        if wacht:
            uit.append(Passage(wacht, rol))
        return uit

    def _blokken(
        self,
        ouder: _Element,
        rol: Rol,
        uit: list[Passage],
        wacht: list[tuple[str, _Element | None]],
    ) -> None:
        """Append what is inside ``ouder``; ``wacht``: text whose paragraph mark was deleted."""
        for element in ouder:
            naam = element.tag
            if naam == wordnamen.ALINEA:
                self._alinea(element, rol, uit, wacht)
            elif naam == wordnamen.TABEL:
                if wacht:
                    uit.append(Passage(wacht.copy(), rol))
                    wacht.clear()
                self._tabel(element, rol, uit)
            elif naam == wordnamen.KEUZE:
                self._blokken(_tak(element), rol, uit, wacht)
            elif naam in wordnamen.INGESLOTEN:
                raise bevat_ingesloten_document()
            elif len(element) and naam not in _NIET_IN:
                self._blokken(element, rol, uit, wacht)

    def _alinea(
        self,
        element: _Element,
        rol: Rol,
        uit: list[Passage],
        wacht: list[tuple[str, _Element | None]],
    ) -> None:
        regel = _Regel(stukken=wacht.copy(), noten=self.noten)
        wacht.clear()
        self._inhoud(element, regel)
        if regel.loopt_door:
            wacht.extend(regel.stukken)
        else:
            uit.append(Passage(regel.stukken, rol))
        vakrol = Rol.TEKSTVAK if rol in (Rol.HOOFDTEKST, Rol.TABEL) else rol
        for vak in regel.vakken:
            uit += self.blokken(vak, vakrol)

    def _inhoud(self, ouder: _Element, regel: _Regel) -> None:
        for element in ouder:
            doe = self._in_de_alinea.get(element.tag)
            if doe is not None:
                doe(element, regel)
            elif len(element):
                self._inhoud(element, regel)

    def _alinea_eigenschappen(self, element: _Element, regel: _Regel) -> None:
        for eigenschap in element:
            if eigenschap.tag == _ALINEASTIJL:
                regel.verborgen = eigenschap.get(wordnamen.WAARDE) in self._verborgen_stijlen
            elif eigenschap.tag == _LOOPEIGENSCHAPPEN:
                regel.loopt_door = any(merk.tag == _GEWIST for merk in eigenschap)

    def _loop(self, element: _Element, regel: _Regel) -> None:
        verborgen = regel.verborgen
        for deel in element:
            naam = deel.tag
            if naam == _LOOPEIGENSCHAPPEN:
                verborgen = self._is_verborgen(deel, anders=verborgen)
            elif verborgen:
                continue
            elif naam == wordnamen.TEKST:
                _tekst(deel, regel)
            elif naam in self._in_de_alinea:
                self._in_de_alinea[naam](deel, regel)
            elif len(deel):
                self._inhoud(deel, regel)

    def _is_verborgen(self, loopeigenschappen: _Element, *, anders: bool) -> bool:
        for eigenschap in loopeigenschappen:
            if eigenschap.tag == _VERBORGEN:
                return aan(eigenschap)
            if eigenschap.tag == _STIJL:
                anders = anders or eigenschap.get(wordnamen.WAARDE) in self._verborgen_stijlen
        return anders

    def _keuze(self, element: _Element, regel: _Regel) -> None:
        self._inhoud(_tak(element), regel)

    def _tabel(self, tabel: _Element, rol: Rol, uit: list[Passage]) -> None:
        rijen = [
            [self._cel(cel, rol) for cel in _binnen(rij, wordnamen.CEL)]
            for rij in _binnen(tabel, wordnamen.RIJ)
            if not _weggehaald(rij)
        ]
        uit += tabelrijen(rijen, rol)

    def _cel(self, cel: _Element, rol: Rol) -> list[Passage]:
        if is_vervolg(cel):
            return []
        return [passage for passage in self.blokken(cel, rol) if passage.tekst]


def _binnen(ouder: _Element, naam: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those inside a content control."""
    for element in ouder:
        if element.tag == naam:
            yield element
        elif len(element) and element.tag not in _NIET_IN:
            yield from _binnen(element, naam)


def _weggehaald(rij: _Element) -> bool:
    """Whether a row was deleted under tracked changes, or is hidden."""
    eigenschappen = rij.find(_RIJEIGENSCHAPPEN)
    return eigenschappen is not None and any(
        merk.tag == _GEWIST or (merk.tag == _VERBORGEN_RIJ and aan(merk)) for merk in eigenschappen
    )


def _tak(keuze: _Element) -> _Element:
    """The branch of an alternative that is read: the first that holds a paragraph, or the first."""
    takken = [tak for tak in keuze if isinstance(tak.tag, str)]
    for tak in takken:
        if next(tak.iter(wordnamen.ALINEA), None) is not None:
            return tak
    return takken[0] if takken else keuze


def _tekst(element: _Element, regel: _Regel) -> None:
    if element.text:
        regel.stukken.append((schoon(element.text), element))


def _teken(element: _Element, regel: _Regel) -> None:
    regel.stukken.append((wordnamen.TEKENS[element.tag], element))


def _nootverwijzing(element: _Element, regel: _Regel) -> None:
    soort = "footnotes" if element.tag == w("footnoteReference") else "endnotes"
    regel.noten[soort, element.get(wordnamen.NUMMER) or ""] = None


def _niets(element: _Element, regel: _Regel) -> None:
    """Properties and deleted text."""


def _tekstvak(element: _Element, regel: _Regel) -> None:
    regel.vakken.append(element)


def _symbool(element: _Element, regel: _Regel) -> None:
    """A character of a symbol font: the euro of Symbol is one, most others are bullets."""
    code = (element.get(w("char")) or "").upper()
    if code.removeprefix("F0") == "A0" and element.get(w("font")) == "Symbol":
        regel.stukken.append(("€", element))
    else:
        regel.stukken.append((" ", element))


def _veldteken(element: _Element, regel: _Regel) -> None:
    """A field is code, then perhaps its result; text among the code is not shown."""
    soort = element.get(w("fldCharType"))
    if soort == "begin":
        regel.velden.append(len(regel.stukken))
    elif regel.velden:
        begin = regel.velden.pop()
        if begin >= 0:
            del regel.stukken[begin:]
        if soort == "separate":
            regel.velden.append(-1)


_IN_DE_ALINEA: Final[dict[str, Callable[[_Element, _Regel], None]]] = {
    wordnamen.TEKST: _tekst,
    wordnamen.WISKUNDETEKST: _tekst,
    wordnamen.TEKSTVAK: _tekstvak,
    w("fldChar"): _veldteken,
    w("sym"): _symbool,
    w("footnoteReference"): _nootverwijzing,
    w("endnoteReference"): _nootverwijzing,
    **dict.fromkeys(wordnamen.TEKENS, _teken),
    **dict.fromkeys(_NIET_IN, _niets),
}
"""What to do with an element inside a paragraph; what is not here is looked into."""
