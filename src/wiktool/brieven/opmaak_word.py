"""A letter in Word: the template compiled once, filled for every letter.

A ``Wordsjabloon`` holds the template's parts. Those with tags are compiled by Jinja; the others are
kept compressed. For a letter the first are rendered and compressed, the rest is copied.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from wiktool.brieven.docxpakket import NIVEAU_VAST, Deel, lees_pakket, relaties_van, schrijf_pakket
from wiktool.brieven.docxtaal import na_het_vullen, naar_jinja
from wiktool.brieven.docxtabellen import herstel, is_vast
from wiktool.brieven.sjabloonfouten import (
    beschrijf,
    in_het_nederlands,
    niet_gesloten,
    per_alinea,
)
from wiktool.kern.fouten import SjabloonFout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2 import Environment, Template
    from lxml.etree import _Element

DOCUMENT: Final = "word/document.xml"
INHOUDSOORTEN: Final = "[Content_Types].xml"
_TAGS: Final = re.compile(rb"\{[{%#]|\{(?:<[^>]*>)+[{%#]")
_CELTAG: Final = re.compile(rb"tc |colspan|cellbg|\bhm\b|\bvm\b")
_LICHAAM: Final = re.compile(r"<w:body[^>]*>")
_DOCPR: Final = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_DOCPR_EERSTE: Final = 1000
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_P: Final = f"{{{_W}}}p"
_T: Final = f"{{{_W}}}t"
_TEKENING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_BLIP: Final = f"{{{_TEKENING}/main}}blip"
_CNVPR: Final = f"{{{_TEKENING}/picture}}cNvPr"
_DOCPR_TAG: Final = f"{{{_TEKENING}/wordprocessingDrawing}}docPr"
_EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_XML: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class Wordsjabloon:
    """A compiled Word template.

    Args:
        inhoud: the .docx.
        plaats: its name, for errors.
        omgeving: the Jinja environment that runs it.
        bewerk: changes parts before they are compiled (the place of the window, the colour).
        vertrouwd: the template is our own; another's result is parsed before it leaves.

    Attributes:
        bronnen: the compiled parts, as Jinja text, by name.
        plaatjes: the part each named picture is in.

    Raises:
        SjabloonFout: no Word file, or a tag that cannot be read; its paragraph is named.
    """

    def __init__(
        self,
        inhoud: bytes,
        plaats: str,
        omgeving: Environment,
        bewerk: Callable[[dict[str, bytes]], None] | None = None,
        *,
        vertrouwd: bool = False,
    ) -> None:
        self.plaats = plaats
        self.bronnen: dict[str, str] = {}
        self._vertrouwd = vertrouwd
        self._vaste_tabellen = False
        self._delen = lees_pakket(inhoud, plaats)
        if DOCUMENT not in self._delen or INHOUDSOORTEN not in self._delen:
            raise SjabloonFout(
                "dit is geen Word-bestand met een brief erin",
                doe="bewaar het sjabloon opnieuw als .docx",
                plaats=plaats,
            )
        if bewerk is not None:
            bewerk(self._delen)
        self.omgeving = omgeving
        self._sjablonen = {
            naam: self._compileer(naam, inhoud) for naam, inhoud in self._met_tags().items()
        }
        self._vast = {
            naam: Deel(naam, inhoud, NIVEAU_VAST)
            for naam, inhoud in self._delen.items()
            if naam not in self._sjablonen
        }
        self._laatst: dict[str, tuple[object, Deel]] = {}
        self.plaatjes = zoek_plaatjes(self._delen)

    def vul(self, waarden: Mapping[str, Any], plaatjes: Mapping[str, bytes]) -> bytes:
        """Fill the template.

        Args:
            waarden: the values by name.
            plaatjes: pictures by the name they have in the template.

        Raises:
            SjabloonFout: the template asks for a value that does not exist.
        """
        delen: list[Deel] = []
        vervangen = {
            self.plaatjes[naam]: beeld for naam, beeld in plaatjes.items() if naam in self.plaatjes
        }
        for naam in self._delen:
            sjabloon = self._sjablonen.get(naam)
            if sjabloon is not None:
                delen.append(self._deel(naam, self._vul_deel(naam, sjabloon, waarden)))
            elif naam in vervangen:
                delen.append(self._deel(naam, vervangen[naam]))
            else:
                delen.append(self._vast[naam])
        return schrijf_pakket(delen)

    def _deel(self, naam: str, inhoud: str | bytes) -> Deel:
        """The part compressed; a part that is the same as in the last letter is not done again."""
        vorige = self._laatst.get(naam)
        if vorige is not None and vorige[0] == inhoud:
            return vorige[1]
        deel = Deel(naam, inhoud.encode() if isinstance(inhoud, str) else inhoud)
        self._laatst[naam] = (inhoud, deel)
        return deel

    def _met_tags(self) -> dict[str, bytes]:
        return {
            naam: inhoud
            for naam, inhoud in self._delen.items()
            if (naam == DOCUMENT or _heeft_tekst(naam)) and _TAGS.search(inhoud)
        }

    def _compileer(self, naam: str, inhoud: bytes) -> tuple[str, Template, str]:
        wortel = _lees(inhoud, naam)
        if naam == DOCUMENT:
            self._vaste_tabellen = is_vast(wortel) and _CELTAG.search(inhoud) is None
        if fout := niet_gesloten(_alineateksten(wortel)):
            raise _tagfout(fout, self.plaats)
        voor, xml, na = _bron(naam, wortel)
        self.bronnen[naam] = naar_jinja(xml)
        return voor, maak_sjabloon(self.omgeving, self.bronnen[naam], self.plaats), na

    def _vul_deel(
        self, naam: str, sjabloon: tuple[str, Template, str], waarden: Mapping[str, Any]
    ) -> str:
        voor, jinja, na = sjabloon
        xml = na_het_vullen(vul_in(jinja, waarden, self.plaats))
        if naam == DOCUMENT and "<wp:docPr" in xml:
            xml = _hernummer(xml)
        geheel = f"{voor}{xml}{na}"
        if self._vertrouwd and self._vaste_tabellen:
            return geheel
        return self._nagelezen(naam, geheel)

    def _nagelezen(self, naam: str, xml: str) -> str:
        """Parse what a foreign template made: a broken letter must not leave."""
        from lxml import etree

        wortel = _lees(xml.encode(), self.plaats)
        if naam != DOCUMENT or self._vaste_tabellen:
            return xml
        herstel(wortel)
        return _XML + etree.tostring(wortel, encoding="unicode")


def zoek_plaatjes(delen: Mapping[str, bytes]) -> dict[str, str]:
    """The pictures that have a name, and the part each is in."""
    gevonden: dict[str, str] = {}
    for naam, inhoud in delen.items():
        if naam.endswith(".xml") and b"<pic:cNvPr" in inhoud:
            gevonden |= _plaatjes_in(inhoud, relaties_van(delen, naam))
    return gevonden


def maak_sjabloon(omgeving: Environment, jinja: str, plaats: str) -> Template:
    """Compile, and name the paragraph where a tag is wrong.

    Raises:
        SjabloonFout: a syntax error.
    """
    from jinja2 import TemplateSyntaxError

    try:
        return omgeving.from_string(jinja)
    except TemplateSyntaxError:
        pass
    regels = per_alinea(jinja)
    try:
        return omgeving.from_string(regels)
    except TemplateSyntaxError as fout:
        raise _tagfout(beschrijf(regels, fout.lineno, fout), plaats) from fout


def _tagfout(waar: str, plaats: str) -> SjabloonFout:
    return SjabloonFout(
        f"fout in een tag, in {waar}",
        doe="verbeter de tag; docs/sjablonen.md beschrijft ze",
        plaats=plaats,
    )


def vul_in(sjabloon: Template, waarden: Mapping[str, Any], plaats: str) -> str:
    """Render, with every failure of a template as an error of our own family.

    Raises:
        SjabloonFout: an unknown name, a forbidden attribute, or too much work.
    """
    from jinja2 import TemplateError

    begin = getattr(sjabloon.environment, "begin", None)
    if begin is not None:
        begin()
    try:
        return sjabloon.render(waarden)
    except SjabloonFout as fout:
        fout.plaats = fout.plaats or plaats
        raise
    except TemplateError as fout:
        raise SjabloonFout(
            in_het_nederlands(fout), doe="wiktool sjabloon toon namen noemt ze", plaats=plaats
        ) from fout
    except (RecursionError, TypeError, ValueError, ArithmeticError, LookupError) as fout:
        raise SjabloonFout(
            "het sjabloon vraagt iets dat niet kan",
            doe="vereenvoudig de tag; docs/sjablonen.md toont wat kan",
            plaats=plaats,
        ) from fout


def _heeft_tekst(naam: str) -> bool:
    """Whether a part can hold tags: headers, footers, footnotes and the properties."""
    map_, _, bestand = naam.rpartition("/")
    if bestand == "core.xml":
        return True
    return map_ == "word" and bestand.startswith(("header", "footer", "footnotes", "endnotes"))


def _lees(inhoud: bytes, plaats: str) -> _Element:
    from lxml import etree

    lezer = etree.XMLParser(
        remove_blank_text=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        return etree.fromstring(inhoud, lezer)
    except etree.XMLSyntaxError as fout:
        raise SjabloonFout(
            "de tags van het sjabloon laten geen hele brief over, of het bestand is beschadigd",
            doe="controleer of elke {%p if %} en {%p for %} wordt gesloten, op een eigen alinea",
            plaats=plaats,
        ) from fout


def _bron(naam: str, wortel: _Element) -> tuple[str, str, str]:
    """The XML to compile, and what stands before and after it."""
    from lxml import etree

    geheel = etree.tostring(wortel, encoding="unicode")
    if naam != DOCUMENT:
        return _XML, geheel, ""
    lichaam = _LICHAAM.search(geheel)
    if lichaam is None:
        raise SjabloonFout("het sjabloon heeft geen tekst", plaats=naam)
    einde = geheel.rindex("</w:body>")
    return _XML + geheel[: lichaam.start()], geheel[lichaam.start() : einde], geheel[einde:]


def _alineateksten(wortel: _Element) -> Iterator[str]:
    """The text of each paragraph, without that of a text box inside it."""
    for alinea in wortel.iter(_P):
        loopjes = (tekst for tekst in alinea.iter(_T) if next(tekst.iterancestors(_P)) is alinea)
        yield "".join(tekst.text or "" for tekst in loopjes)


def _hernummer(xml: str) -> str:
    """Give every drawing a number of its own; Word repairs files that lack them."""
    nummer = _DOCPR_EERSTE

    def volgend(gevonden: re.Match[str]) -> str:
        nonlocal nummer
        nummer += 1
        return f"{gevonden[1]}{nummer}"

    return _DOCPR.sub(volgend, xml)


def _plaatjes_in(inhoud: bytes, relaties: Mapping[str, str]) -> dict[str, str]:
    """The part of each picture, by the name, title and alternative text a user can give it."""
    from lxml import etree

    gevonden = {}
    for tekening in etree.fromstring(inhoud).iter(f"{{{_W}}}drawing"):
        doelen = [relaties.get(blip.get(_EMBED, "")) for blip in tekening.iter(_BLIP)]
        if len(doelen) != 1 or doelen[0] is None:
            continue
        for element in tekening.iter(_DOCPR_TAG, _CNVPR):
            for kenmerk in ("name", "title", "descr"):
                gevonden[element.get(kenmerk, "")] = doelen[0]
    gevonden.pop("", None)
    return gevonden
