"""XML from strangers: parsed without entities, without the network, within limits."""

from __future__ import annotations

# expat resolves no external entity, and the builder below stops at a DOCTYPE, before any
# entity can be declared.
from xml.etree import ElementTree as ET

from wiktool.kern.fouten import BestandFout

DIEPST = 100
MEESTE_ELEMENTEN = 2_000_000


class _Bouwer(ET.TreeBuilder):
    """Builds the tree; refuses a DOCTYPE, deep nesting and floods of elements."""

    def __init__(self) -> None:
        super().__init__()
        self._diepte = 0
        self._aantal = 0

    def doctype(self, *_: object) -> None:
        """Refuse: a document type can declare entities that expand or read files."""
        raise BestandFout(
            "het bestand heeft een DOCTYPE; die wordt niet gelezen", doe="vraag een schone export"
        )

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        """Count what opens."""
        self._diepte += 1
        self._aantal += 1
        if self._diepte > DIEPST or self._aantal > MEESTE_ELEMENTEN:
            raise BestandFout("de XML is te diep genest of te groot")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        """Count what closes."""
        self._diepte -= 1
        return super().end(tag)


def lees_xml(inhoud: bytes, plaats: str) -> ET.Element:
    """Parse a document to its root element.

    Raises:
        BestandFout: no well-formed XML, a DOCTYPE, or nesting without end.

    >>> lees_xml(b"<Invoice><ID>1</ID></Invoice>", "x.xml").tag
    'Invoice'
    """
    lezer = ET.XMLParser(target=_Bouwer())  # noqa: S314  (see the note at the import)
    try:
        lezer.feed(inhoud)
        return lezer.close()
    except ET.ParseError as fout:
        regel, teken = fout.position
        raise BestandFout(
            f"geen geldige XML: regel {regel}, teken {teken + 1}",
            doe="maak de export opnieuw",
            plaats=plaats,
        ) from fout
    except (LookupError, ValueError) as fout:
        raise BestandFout(
            "de codering van de XML is onbekend",
            doe="vraag een export in UTF-8",
            plaats=plaats,
        ) from fout
    except BestandFout as fout:
        fout.plaats = plaats
        raise
