"""What stands around the body of a Word letter: headers, footers, notes, styles that hide text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.invoer.brief import wordnamen
from wiktool.invoer.brief.veilig_xml import lees_xml
from wiktool.invoer.brief.worddelen import overgezet
from wiktool.invoer.brief.wordnamen import aan, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.etree import _Element

    from wiktool.invoer.brief.worddelen import Sectie, Worddelen

_VERBORGEN: Final = b"vanish"
_KOPSOORTEN: Final = ("first", "default", "even")


def randdelen(delen: Worddelen, secties: Iterable[Sectie], soort: str) -> list[str]:
    """The names of the headers or footers that are shown: first page, then the others."""
    getoond: dict[str, None] = {}
    for sectie in secties:
        verwijzingen = sectie.randen[soort]
        for plek in _KOPSOORTEN:
            if plek not in verwijzingen:
                continue
            if plek == "first" and not sectie.eerste_anders:
                continue
            if plek == "even" and not _even_bladzijden_apart(delen):
                continue
            relatie = delen.relaties.get(verwijzingen[plek])
            if relatie is not None:
                getoond[relatie.doel] = None
    return list(getoond)


def _even_bladzijden_apart(delen: Worddelen) -> bool:
    return bool(delen.geduid_van_soort("settings", _heeft_even_bladzijden_apart))


def _heeft_even_bladzijden_apart(inhoud: bytes) -> bool:
    return aan(lees_xml(overgezet(inhoud)).find(w("evenAndOddHeaders")))


def noten(delen: Worddelen, verwijzingen: Collection[tuple[str, str]]) -> list[_Element]:
    """The notes that are referred to, as (kind of part, number), in that order."""
    per_soort: dict[str, dict[str | None, _Element]] = {}
    for soort in dict.fromkeys(soort for soort, _ in verwijzingen):
        deel = delen.xml_van_soort(soort)
        per_soort[soort] = {
            noot.get(wordnamen.NUMMER): noot for noot in (() if deel is None else deel)
        }
    return [
        per_soort[soort][nummer] for soort, nummer in verwijzingen if nummer in per_soort[soort]
    ]


def verborgen_stijlen(delen: Worddelen) -> frozenset[str]:
    """The styles that hide their text, directly or through the style they are based on."""
    return delen.geduid_van_soort("styles", _verborgen_in) or frozenset()


def _verborgen_in(inhoud: bytes) -> frozenset[str]:
    if _VERBORGEN not in inhoud:
        return frozenset()
    stijlen = lees_xml(overgezet(inhoud))
    verborgen: dict[str, bool] = {}
    basis: dict[str, str] = {}
    for stijl in stijlen.iter(w("style")):
        naam = stijl.get(w("styleId")) or ""
        schakelaar = stijl.find(f"{w('rPr')}/{w('vanish')}")
        gebaseerd = stijl.find(w("basedOn"))
        if schakelaar is not None:
            verborgen[naam] = aan(schakelaar)
        elif gebaseerd is not None:
            basis[naam] = gebaseerd.get(wordnamen.WAARDE) or ""
    return frozenset(
        naam for naam in (*verborgen, *basis) if verborgen.get(_wortelstijl(naam, verborgen, basis))
    )


def _wortelstijl(naam: str, verborgen: dict[str, bool], basis: dict[str, str]) -> str:
    """The nearest style that decides, walking down what each is based on; a circle ends it."""
    gezien: set[str] = set()
    while naam not in verborgen and naam in basis and naam not in gezien:
        gezien.add(naam)
        naam = basis[naam]
    return naam
