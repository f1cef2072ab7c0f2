"""Where comments hang in the main part of a Word file: marks around runs, cut where a passage ends.

Word takes no comments in headers, footers and notes, and a text box may stand in a file twice. What
is found there is hung on the body: on the paragraph of the text box, or on the first paragraph.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from lxml import etree

from wiktool.invoer.brief import wordnamen
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.brief.wordnamen import w
from wiktool.kern.brieftekst import Rol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from wiktool.invoer.brief.passages import Passage

    Stukken = dict[_Element, list[tuple[int, _Element]]]
    """The runs an element is spread over, each with its first character."""

_SPATIE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_LOOPEIGENSCHAPPEN: Final = w("rPr")
_BEGIN: Final = w("commentRangeStart")
_EINDE: Final = w("commentRangeEnd")
_VOORAAN: Final = (w("pPr"), _BEGIN)
_HOUDERS: Final = frozenset(
    w(naam)
    for naam in (
        "p",
        "hyperlink",
        "ins",
        "moveTo",
        "sdtContent",
        "smartTag",
        "fldSimple",
        "customXml",
    )
)
"""What may hold marks of comments beside its runs."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A place in the text: so many characters, as they are read, into an element."""

    element: _Element
    tekens: int


@dataclass(frozen=True, slots=True)
class Bereik:
    """A passage in the main part, from one place to another."""

    begin: Stand
    eind: Stand


def bereik_van(passage: Passage, begin: int, eind: int) -> Bereik | None:
    """The characters ``begin`` to ``eind`` of a passage; None where no comment can hang on them."""
    if not passage.in_romp or passage.rol is Rol.TEKSTVAK:
        return None
    geheel = "".join(tekst for tekst, _ in passage.stukken)
    plek = len(geheel.lstrip()) - len(geheel)
    raak: list[tuple[_Element, str, int]] = []
    for tekst, element in passage.stukken:
        if element is not None and tekst and plek < eind and plek + len(tekst) > begin:
            raak.append((element, tekst, plek))
        plek += len(tekst)
    if not raak:
        return None
    (eerste, _, vanaf), (laatste, tekst, tot) = raak[0], raak[-1]
    return Bereik(Stand(eerste, max(0, begin - vanaf)), Stand(laatste, min(len(tekst), eind - tot)))


def zet_bereiken(bereiken: Iterable[tuple[int, Bereik]]) -> None:
    """Mark passages with the numbers of their comments; runs are cut for all of them at once."""
    bereiken = list(bereiken)
    snedes: dict[_Element, set[int]] = {}
    for _, bereik in bereiken:
        for stand in (bereik.begin, bereik.eind):
            snedes.setdefault(stand.element, set()).add(stand.tekens)
    lopen = {loop: None for element in snedes if (loop := _eigen_loop(element)) is not None}
    stukken: Stukken = {}
    for loop in lopen:
        _splits(loop, snedes, stukken)
    for nummer, bereik in bereiken:
        eerste = _loop_vanaf(bereik.begin, stukken)
        eerste.addprevious(_merk(_BEGIN, nummer))
    for nummer, bereik in reversed(bereiken):
        laatste = _loop_tot(bereik.eind, stukken)
        laatste.addnext(_verwijzing(nummer))
        laatste.addnext(_merk(_EINDE, nummer))


def zet_om_alinea(alinea: _Element, nummer: int) -> None:
    """Mark a whole paragraph."""
    begin = 0
    while begin < len(alinea) and alinea[begin].tag in _VOORAAN:
        begin += 1
    alinea.insert(begin, _merk(_BEGIN, nummer))
    alinea.append(_merk(_EINDE, nummer))
    alinea.append(_verwijzing(nummer))


def gastalinea(passage: Passage) -> _Element | None:
    """The paragraph of the body that holds a text box; None for what is not in the body."""
    if not passage.in_romp:
        return None
    element = next(element for _, element in passage.stukken if element is not None)
    alineas = list(element.iterancestors(wordnamen.ALINEA))
    return alineas[-1]


def eerste_alinea(romp: _Element) -> _Element:
    """The first paragraph of the body with text, else the first, else a new one."""
    alineas = [
        alinea
        for alinea in romp.iter(wordnamen.ALINEA)
        if next(alinea.iterancestors(wordnamen.TEKSTVAK), None) is None
    ]
    for alinea in alineas:
        if any((tekst.text or "").strip() for tekst in alinea.iter(wordnamen.TEKST)):
            return alinea
    if not alineas:
        alineas = [etree.Element(wordnamen.ALINEA)]
        romp.insert(0, alineas[0])
    return alineas[0]


def _loop_vanaf(stand: Stand, stukken: Stukken) -> _Element:
    """The run that begins at a place."""
    lopen = (loop for plek, loop in stukken.get(stand.element, ()) if plek >= stand.tekens)
    return next(lopen, _houder(stand.element))


def _loop_tot(stand: Stand, stukken: Stukken) -> _Element:
    """The run that ends at a place."""
    lopen = (loop for plek, loop in reversed(stukken.get(stand.element, ())) if plek < stand.tekens)
    return next(lopen, _houder(stand.element))


def _eigen_loop(element: _Element) -> _Element | None:
    """The run an element stands in, if marks may stand beside it."""
    loop = element.getparent()
    if loop is None or loop.tag != wordnamen.LOOP:
        return None
    houder = loop.getparent()
    return loop if houder is not None and houder.tag in _HOUDERS else None


def _houder(element: _Element) -> _Element:
    """What stands around an element right below its paragraph."""
    while (ouder := element.getparent()) is not None and ouder.tag != wordnamen.ALINEA:
        element = ouder
    return element


def _splits(
    loop: _Element,
    snedes: dict[_Element, set[int]],
    stukken: Stukken,
) -> None:
    """Replace a run by one for each of its parts and for each piece of text that is cut out.

    Args:
        loop: the run.
        snedes: where text is cut, per element, in characters as read.
        stukken: filled with the runs an element is spread over, each with its first character.
    """
    eigenschappen = loop.find(_LOOPEIGENSCHAPPEN)
    vorige = loop
    for deel in [deel for deel in loop if deel is not eigenschappen]:
        for plek, inhoud in _geknipt(deel, snedes.get(deel, set())):
            nieuw = etree.Element(wordnamen.LOOP, {str(k): str(v) for k, v in loop.items()})
            if eigenschappen is not None:
                nieuw.append(deepcopy(eigenschappen))
            nieuw.append(inhoud)
            vorige.addnext(nieuw)
            vorige = nieuw
            stukken.setdefault(deel, []).append((plek, nieuw))
    cast("_Element", loop.getparent()).remove(loop)


def _geknipt(deel: _Element, snedes: set[int]) -> list[tuple[int, _Element]]:
    """A part of a run in pieces, each with its first character; only text can be cut."""
    tekst = deel.text or ""
    randen = sorted(plek for plek in snedes if plek > 0)
    if deel.tag != wordnamen.TEKST or not randen:
        return [(0, deel)]
    begin, rauw_begin = 0, 0
    stukken = []
    for plek in [*randen, len(schoon(tekst))]:
        rauw = _rauw(tekst, plek)
        if rauw > rauw_begin:
            stuk = etree.Element(wordnamen.TEKST, {_SPATIE: "preserve"})
            stuk.text = tekst[rauw_begin:rauw]
            stukken.append((begin, stuk))
        begin, rauw_begin = plek, rauw
    return stukken


def _rauw(tekst: str, tekens: int) -> int:
    """How many characters in the file make the first ``tekens`` that are read."""
    if schoon(tekst) == tekst:
        return tekens
    if tekens >= len(schoon(tekst)):
        return len(tekst)
    return next(plek for plek in range(len(tekst)) if len(schoon(tekst[:plek])) >= tekens)


def _merk(naam: str, nummer: int) -> _Element:
    return etree.Element(naam, {wordnamen.NUMMER: str(nummer)})


def _verwijzing(nummer: int) -> _Element:
    loop = etree.Element(wordnamen.LOOP)
    loop.append(_merk(w("commentReference"), nummer))
    return loop
