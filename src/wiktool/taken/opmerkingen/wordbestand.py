"""A copy of a Word file with comments added; every other part as it was."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from wiktool.invoer.brief import docx, grenzen, pakket, wordnamen
from wiktool.invoer.brief.veilig_xml import lees_xml
from wiktool.invoer.brief.worddelen import Worddelen, relatiedeel
from wiktool.invoer.brief.wordnamen import w
from wiktool.taken.opmerkingen import ankers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lxml.etree import _Element

_SCHRIJVER: Final = "wiktool"
_INITIALEN: Final = "wt"
_NUMMERDRAGERS: Final = (w("comment"), w("commentRangeStart"), w("commentReference"))
_SPATIE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_INHOUDSOORTEN: Final = "[Content_Types].xml"
_RUIMTE_SOORTEN: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_SOORT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_VERWIJZINGEN_STRIKT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_DATUM: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmerking:
    """One comment.

    Attributes:
        kop: its first line, in bold.
        regels: the lines below.
        alinea: the number of the paragraph it is about; None for the letter as a whole.
        begin: the first character in the text of that paragraph.
        eind: the first character after it.
    """

    kop: str
    regels: tuple[str, ...]
    alinea: int | None = None
    begin: int = 0
    eind: int = 0


def met_opmerkingen(inhoud: bytes, opmerkingen: Sequence[Opmerking], dag: date) -> bytes:
    """A copy of a Word file with comments, dated ``dag``; equal input gives equal bytes.

    Raises:
        BestandFout: the file cannot be read.
    """
    delen = Worddelen(pakket.Pakket(inhoud))
    naam, wortel = _opmerkingendeel(delen)
    eerste = _volgend_nummer(delen.wortel, wortel)
    _hang_op(delen, opmerkingen, eerste)
    for nummer, opmerking in enumerate(opmerkingen, start=eerste):
        wortel.append(_als_element(opmerking, nummer, dag))
    nieuw = {delen.hoofddeel: _als_bytes(delen.wortel, delen), naam: _als_bytes(wortel, delen)}
    if naam not in delen.pakket:
        nieuw |= _aangemeld(delen, naam)
    return _herschreven(inhoud, nieuw)


def _hang_op(delen: Worddelen, opmerkingen: Sequence[Opmerking], eerste: int) -> None:
    """Put the marks of every comment into the main part."""
    passages = docx.passages(delen)
    bereiken: list[tuple[int, ankers.Bereik]] = []
    los: list[tuple[int, _Element | None]] = []
    for nummer, opmerking in enumerate(opmerkingen, start=eerste):
        if opmerking.alinea is None:
            los.append((nummer, None))
            continue
        passage = passages[opmerking.alinea - 1]
        bereik = ankers.bereik_van(passage, opmerking.begin, opmerking.eind)
        if bereik is None:
            los.append((nummer, ankers.gastalinea(passage)))
        else:
            bereiken.append((nummer, bereik))
    ankers.zet_bereiken(bereiken)
    terugval = ankers.eerste_alinea(delen.romp)
    for nummer, alinea in los:
        ankers.zet_om_alinea(terugval if alinea is None else alinea, nummer)


def _opmerkingendeel(delen: Worddelen) -> tuple[str, _Element]:
    """The part with the comments there are, or an empty new one under a free name."""
    for relatie in delen.relaties.values():
        if relatie.soort == "comments":
            wortel = delen.xml(relatie.doel)
            if wortel is not None:
                return relatie.doel, wortel
    map_ = delen.hoofddeel.rpartition("/")[0]
    naam = next(
        kandidaat
        for nummer in range(len(delen.pakket.namen) + 1)
        if (kandidaat := f"{map_}/comments{nummer or ''}.xml".lstrip("/")) not in delen.pakket
    )
    return naam, etree.Element(w("comments"), nsmap={"w": wordnamen.HOOFDRUIMTE})


def _volgend_nummer(*wortels: _Element) -> int:
    gebruikt = [
        int(nummer)
        for wortel in wortels
        for drager in wortel.iter(*_NUMMERDRAGERS)
        if (nummer := drager.get(wordnamen.NUMMER) or "").isdecimal()
    ]
    return max(gebruikt, default=-1) + 1


def _als_element(opmerking: Opmerking, nummer: int, dag: date) -> _Element:
    element = etree.Element(
        w("comment"),
        {
            wordnamen.NUMMER: str(nummer),
            w("author"): _SCHRIJVER,
            w("date"): f"{dag.isoformat()}T00:00:00Z",
            w("initials"): _INITIALEN,
        },
    )
    element.append(_alinea(opmerking.kop, vet=True))
    for regel in opmerking.regels:
        element.append(_alinea(regel, vet=False))
    return element


def _alinea(tekst: str, *, vet: bool) -> _Element:
    alinea = etree.Element(wordnamen.ALINEA)
    loop = etree.SubElement(alinea, wordnamen.LOOP)
    if vet:
        etree.SubElement(etree.SubElement(loop, w("rPr")), w("b"))
    etree.SubElement(loop, wordnamen.TEKST, {_SPATIE: "preserve"}).text = tekst
    return alinea


def _aangemeld(delen: Worddelen, naam: str) -> dict[str, bytes]:
    """The parts that say that there is a part with comments."""
    soorten = delen.pakket.deel(_INHOUDSOORTEN)
    wijzer = relatiedeel(delen.hoofddeel)
    relaties = delen.pakket.deel(wijzer)
    soortenwortel = (
        etree.Element(f"{{{_RUIMTE_SOORTEN}}}Types") if soorten is None else lees_xml(soorten)
    )
    etree.SubElement(
        soortenwortel,
        f"{{{_RUIMTE_SOORTEN}}}Override",
        {"PartName": f"/{naam}", "ContentType": _SOORT},
    )
    relatiewortel = (
        etree.Element(f"{{{wordnamen.PAKKETVERWIJZINGEN}}}Relationships")
        if relaties is None
        else lees_xml(relaties)
    )
    vrij = next(
        kandidaat
        for nummer in range(len(delen.relaties) + len(relatiewortel) + 1)
        if (kandidaat := f"rIdOpmerkingen{nummer or ''}")
        not in {relatie.get("Id") for relatie in relatiewortel}
    )
    etree.SubElement(
        relatiewortel,
        f"{{{wordnamen.PAKKETVERWIJZINGEN}}}Relationship",
        {
            "Id": vrij,
            "Type": f"{_VERWIJZINGEN_STRIKT if delen.strikt else wordnamen.VERWIJZINGEN}/comments",
            "Target": f"/{naam}",
        },
    )
    return {
        _INHOUDSOORTEN: etree.tostring(soortenwortel, xml_declaration=True, encoding="UTF-8"),
        wijzer: etree.tostring(relatiewortel, xml_declaration=True, encoding="UTF-8"),
    }


def _als_bytes(wortel: _Element, delen: Worddelen) -> bytes:
    """A part as bytes, in the names of the file it goes back into."""
    inhoud = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)
    if delen.strikt:
        for strikt, overgang in wordnamen.STRIKT:
            inhoud = inhoud.replace(overgang, strikt)
    return inhoud


def _herschreven(inhoud: bytes, nieuw: dict[str, bytes]) -> bytes:
    """The zip file with some parts replaced and others added; every part bears one date."""
    oud = pakket.Pakket(inhoud, samen=grenzen.UITGEPAKT)
    rest = {pakket.sleutel(naam): (naam, deel) for naam, deel in nieuw.items()}
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as uit:
        for naam in oud.namen:
            if pakket.sleutel(naam) in rest:
                _schrijf(uit, naam, rest.pop(pakket.sleutel(naam))[1])
            else:
                _schrijf(uit, naam, oud.deel(naam, grens=grenzen.UITGEPAKT) or b"")
        for naam, deel in rest.values():
            _schrijf(uit, naam, deel)
    return doel.getvalue()


def _schrijf(uit: zipfile.ZipFile, naam: str, deel: bytes) -> None:
    info = zipfile.ZipInfo(naam, _DATUM)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    uit.writestr(info, deel)
