"""OpenDocument letters (LibreOffice): the visible text, headers and footers, notes and text boxes.

Tracked insertions count; deletions are kept apart by the format and are not read, nor are comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from wiktool.invoer.brief import pakket
from wiktool.invoer.brief.passages import Passage, genummerd, tabelrijen
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.brief.veilig_xml import lees_xml, te_diep
from wiktool.kern.brieftekst import Brieftekst, Rol

if TYPE_CHECKING:
    from lxml.etree import _Element

_RUIMTE: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"


def _text(naam: str) -> str:
    return _RUIMTE % "text" + naam


def _style(naam: str) -> str:
    return _RUIMTE % "style" + naam


def _table(naam: str) -> str:
    return _RUIMTE % "table" + naam


_ALINEAS: Final = frozenset({_text("p"), _text("h")})
_TABEL: Final = _table("table")
_RIJ: Final = _table("table-row")
_CELLEN: Final = frozenset({_table("table-cell"), _table("covered-table-cell")})
_NOOT: Final = _text("note-body")
_NIET_IN: Final = frozenset(
    {
        _text("tracked-changes"),
        _text("sequence-decls"),
        _text("variable-decls"),
        _text("user-field-decls"),
        _text("note-citation"),
        _text("ruby-text"),
        _RUIMTE % "office" + "annotation",
        _RUIMTE % "office" + "annotation-end",
        _RUIMTE % "office" + "forms",
        _RUIMTE % "svg-compatible" + "title",
        _RUIMTE % "svg-compatible" + "desc",
        _RUIMTE % "drawing" + "object",
    }
)
_SPATIES: Final = _text("s")
_TEKENS: Final = {_text("tab"): "\t", _text("line-break"): "\n"}
_TEKSTVAKKEN: Final = frozenset(
    _RUIMTE % "drawing" + vorm
    for vorm in ("text-box", "custom-shape", "rect", "ellipse", "polygon", "path", "caption")
)
_MAX_LAGEN: Final = 20
_MAX_SPATIES: Final = 1_000
_BEDEKTE_CEL: Final = _table("covered-table-cell")
_ZICHTBAARHEID: Final = _table("visibility")
_STIJL: Final = _text("style-name")
_TONEN: Final = _text("display")
_PAGINA: Final = _style("master-page-name")
_VERBORGEN_TEKST: Final = _text("hidden-text")
_WIT: Final = re.compile(r"[ \t\r\n]+")


def lees(inhoud: bytes) -> Brieftekst:
    """Read an OpenDocument text.

    Raises:
        BestandFout: damaged, encrypted, or too large.
    """
    delen = pakket.Pakket(inhoud)
    manifest = delen.deel("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise pakket.met_wachtwoord()
    tekst = delen.deel("content.xml")
    if tekst is None:
        raise pakket.beschadigd()
    wortel = lees_xml(tekst)
    romp = wortel.find(f"{_RUIMTE % 'office'}body/{_RUIMTE % 'office'}text")
    if romp is None:
        raise pakket.beschadigd()
    opmaak = delen.deel("styles.xml")
    stijlen = [wortel] if opmaak is None else [wortel, lees_xml(opmaak)]
    lezer = _Lezer(_verborgen_stijlen(stijlen))
    kop = lezer.delen(_randdelen(stijlen, "header"), Rol.KOPTEKST)
    alineas = lezer.blokken(romp, Rol.HOOFDTEKST)
    noten = lezer.delen(lezer.noten, Rol.VOETNOOT)
    voet = lezer.delen(_randdelen(stijlen, "footer"), Rol.VOETTEKST)
    return Brieftekst(alineas=genummerd([*kop, *alineas, *noten, *voet]))


@dataclass(slots=True)
class _Regel:
    """One paragraph while it is read."""

    stukken: list[str] = field(default_factory=list)
    vakken: list[_Element] = field(default_factory=list)


class _Lezer:
    """Walks the elements; what it does not know it looks inside."""

    def __init__(self, verborgen_stijlen: frozenset[str]) -> None:
        self._verborgen_stijlen = verborgen_stijlen
        self._lagen = 0
        self.noten: list[_Element] = []

    def delen(self, ouders: list[_Element], rol: Rol) -> list[Passage]:
        """The paragraphs and rows of parts outside the body."""
        return [passage for ouder in ouders for passage in self.blokken(ouder, rol)]

    def blokken(self, ouder: _Element, rol: Rol) -> list[Passage]:
        """The paragraphs and rows inside an element."""
        if self._lagen == _MAX_LAGEN:
            raise te_diep()
        uit: list[Passage] = []
        self._lagen += 1
        self._blokken(ouder, rol, uit)
        self._lagen -= 1
        return uit

    def _blokken(self, ouder: _Element, rol: Rol, uit: list[Passage]) -> None:
        for element in ouder:
            naam = element.tag
            if self._is_verborgen(element):
                continue
            if naam in _ALINEAS:
                self._alinea(element, rol, uit)
            elif naam == _TABEL:
                self._tabel(element, rol, uit)
            elif naam in _TEKSTVAKKEN:
                uit += self.blokken(element, _vakrol(rol))
            elif len(element):
                self._blokken(element, rol, uit)

    def _alinea(self, element: _Element, rol: Rol, uit: list[Passage]) -> None:
        regel = _Regel()
        if not any(_aan(verbergt) for verbergt in element.iter(_text("hidden-paragraph"))):
            self._inhoud(element, regel)
        uit.append(Passage([("".join(regel.stukken), None)], rol))
        for vak in regel.vakken:
            uit += self.blokken(vak, _vakrol(rol))

    def _inhoud(self, ouder: _Element, regel: _Regel) -> None:
        regel.stukken.append(_samengetrokken(ouder.text))
        for element in ouder:
            if not self._is_verborgen(element):
                self._deel(element, regel)
            regel.stukken.append(_samengetrokken(element.tail))

    def _deel(self, element: _Element, regel: _Regel) -> None:
        naam = element.tag
        if naam == _SPATIES:
            regel.stukken.append(" " * _aantal(element))
        elif naam in _TEKENS:
            regel.stukken.append(_TEKENS[naam])
        elif naam == _NOOT:
            self.noten.append(element)
        elif naam in _TEKSTVAKKEN:
            regel.vakken.append(element)
        else:
            self._inhoud(element, regel)

    def _tabel(self, tabel: _Element, rol: Rol, uit: list[Passage]) -> None:
        rijen = [
            [self._cel(cel, rol) for cel in rij if cel.tag in _CELLEN]
            for rij in tabel.iter(_RIJ)
            if next(rij.iterancestors(_TABEL)) is tabel and rij.get(_ZICHTBAARHEID) is None
        ]
        uit += tabelrijen(rijen, rol)

    def _cel(self, cel: _Element, rol: Rol) -> list[Passage]:
        if cel.tag == _BEDEKTE_CEL:
            return []
        return [passage for passage in self.blokken(cel, rol) if passage.tekst]

    def _is_verborgen(self, element: _Element) -> bool:
        return (
            not isinstance(element.tag, str)
            or element.tag in _NIET_IN
            or element.get(_STIJL) in self._verborgen_stijlen
            or element.get(_TONEN) == "none"
            or (element.tag == _VERBORGEN_TEKST and _aan(element))
        )


def _vakrol(rol: Rol) -> Rol:
    return Rol.TEKSTVAK if rol in (Rol.HOOFDTEKST, Rol.TABEL) else rol


def _samengetrokken(tekst: str | None) -> str:
    """Text with its white space as the format reads it: any run of it is one space."""
    return schoon(_WIT.sub(" ", tekst)) if tekst else ""


def _aantal(spaties: _Element) -> int:
    aantal = spaties.get(_text("c"), "1")
    return min(int(aantal), _MAX_SPATIES) if aantal.isdecimal() else 1


def _aan(element: _Element) -> bool:
    return element.get(_text("is-hidden")) == "true"


def _randdelen(stijlen: list[_Element], soort: str) -> list[_Element]:
    """The headers or footers of the page styles that are used."""
    paginas = {
        pagina.get(_style("name")): pagina
        for wortel in stijlen
        for pagina in wortel.iter(_style("master-page"))
    }
    gebruikt = ["Standard", *(stijl.get(_PAGINA) for stijl in stijlen[0].iter(_style("style")))]
    uit: dict[_Element, None] = {}
    while gebruikt:
        pagina = paginas.pop(gebruikt.pop(0), None)
        if pagina is None:
            continue
        for naam in (f"{soort}-first", soort, f"{soort}-left"):
            for deel in pagina.iterchildren(_style(naam)):
                if deel.get(_style("display")) != "false":
                    uit[deel] = None
        gebruikt.append(pagina.get(_style("next-style-name")))
    return list(uit)


def _verborgen_stijlen(stijlen: list[_Element]) -> frozenset[str]:
    """The styles that hide their text, or are based directly on one that does."""
    verborgen: set[str] = set()
    gebaseerd: list[tuple[str, str]] = []
    for wortel in stijlen:
        for stijl in wortel.iter(_style("style")):
            naam = stijl.get(_style("name")) or ""
            eigenschappen = stijl.find(_style("text-properties"))
            if eigenschappen is not None and eigenschappen.get(_TONEN) is not None:
                if eigenschappen.get(_TONEN) == "none":
                    verborgen.add(naam)
            else:
                gebaseerd.append((naam, stijl.get(_style("parent-style-name")) or ""))
    return frozenset(verborgen.union(naam for naam, ouder in gebaseerd if ouder in verborgen))
