"""XML from strangers: no DOCTYPE, no entities, no network, no bottomless nesting."""

from __future__ import annotations

from typing import Final

from lxml import etree

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.pakket import beschadigd
from wiktool.invoer.brief.passages import te_groot
from wiktool.kern.fouten import BestandFout

_ONTLEDER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
)
_DOCTYPE: Final = "<!DOCTYPE"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_TE_DIEP: Final = "Excessive depth"


def lees_xml(inhoud: bytes) -> etree._Element:
    """Parse one XML part and return its root.

    Raises:
        BestandFout: no well-formed XML, a DOCTYPE, too many tags, or nested deeper than libxml2's
            256 levels.
    """
    if _heeft_doctype(inhoud):
        raise _verboden()
    if len(inhoud) > grenzen.XML_LABELS and inhoud.count(b"<") > grenzen.XML_LABELS:
        raise te_groot("er staat veel meer opmaak in dan in welke brief ook")
    try:
        wortel = etree.fromstring(inhoud, _ONTLEDER)
    except (etree.XMLSyntaxError, ValueError) as fout:
        if _TE_DIEP in str(fout):
            raise te_diep() from fout
        raise beschadigd() from fout
    if wortel.getroottree().docinfo.internalDTD is not None:
        raise _verboden()
    return wortel


def te_diep() -> BestandFout:
    """The error for text that is packed in hundreds of layers."""
    return BestandFout(
        "het bestand is te diep genest om een brief te zijn",
        doe="kopieer de tekst van de brief naar een nieuw document",
    )


def _heeft_doctype(inhoud: bytes) -> bool:
    if inhoud.startswith(_UTF16):
        return _DOCTYPE.encode("utf-16-le") in inhoud or _DOCTYPE.encode("utf-16-be") in inhoud
    return _DOCTYPE.encode() in inhoud


def _verboden() -> BestandFout:
    return BestandFout(
        "het bestand heeft een DOCTYPE; dat hoort niet in een brief en is niet veilig",
        doe="open het in de tekstverwerker en bewaar het opnieuw",
    )
