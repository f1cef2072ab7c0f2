"""The names in a Word file that carry text, hide it or lead to it."""

from __future__ import annotations

from typing import Final

HOOFDRUIMTE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
VERWIJZINGEN: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKETVERWIJZINGEN: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_WISKUNDE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_VERENIGBAAR: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"

STRIKT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", HOOFDRUIMTE.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", VERWIJZINGEN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _WISKUNDE.encode()),
)
"""Strict OOXML names and their transitional twins."""


def w(naam: str) -> str:
    """A WordprocessingML name in lxml's notation.

    >>> w("t")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t'
    """
    return f"{{{HOOFDRUIMTE}}}{naam}"


DOCUMENT: Final = w("document")
ROMP: Final = w("body")
ALINEA: Final = w("p")
LOOP: Final = w("r")
TEKST: Final = w("t")
TABEL: Final = w("tbl")
RIJ: Final = w("tr")
CEL: Final = w("tc")
TEKSTVAK: Final = w("txbxContent")
WAARDE: Final = w("val")
NUMMER: Final = w("id")
SOORT: Final = w("type")
VERWIJZING: Final = f"{{{VERWIJZINGEN}}}id"
KEUZE: Final = f"{{{_VERENIGBAAR}}}AlternateContent"
WISKUNDETEKST: Final = f"{{{_WISKUNDE}}}t"

EIGENSCHAPPEN: Final = frozenset(
    w(naam)
    for naam in (
        "pPr",
        "rPr",
        "tblPr",
        "tblGrid",
        "tblPrEx",
        "trPr",
        "tcPr",
        "sdtPr",
        "sdtEndPr",
        "sectPr",
        "smartTagPr",
        "customXmlPr",
        "rubyPr",
        "fldData",
        "ffData",
    )
)
"""Elements that say how text looks, never text."""

GEEN_TEKST: Final = frozenset(
    w(naam) for naam in ("del", "moveFrom", "delText", "instrText", "delInstrText", "rt")
)
"""Text that the letter no longer has, field codes, and the reading aid above a character."""

TEKENS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
}
"""Elements that stand for one character."""

INGESLOTEN: Final = frozenset({w("altChunk"), w("subDoc")})
"""Another document that Word shows in this place."""

BIJZONDER: Final = (
    *GEEN_TEKST,
    *INGESLOTEN,
    w("vanish"),
    w("hidden"),
    TEKSTVAK,
    WISKUNDETEKST,
    KEUZE,
    w("fldChar"),
    w("sym"),
    w("footnoteReference"),
    w("endnoteReference"),
)
"""What makes a text more than plain: it hides, moves or replaces what stands there."""

ONZICHTBAAR_VOOR_WIKTOOL: Final = (
    (
        b"/diagram",
        rb"uri=.[^\"']{0,60}/diagram[\"']",
        "een diagram (SmartArt) in de brief is niet gelezen",
    ),
    (b"/chart", rb"uri=.[^\"']{0,60}/chart[\"']", "een grafiek in de brief is niet gelezen"),
    (
        b"OLEObject",
        rb"OLEObject[\s/>]",
        "een ingesloten object, zoals een Excelblad, in de brief is niet gelezen",
    ),
)
"""What Word shows but does not keep as text in the letter, by how it is drawn into it.

First the part of the pattern that is always there, which is quick to look for.
"""


def aan(element: object) -> bool:
    """Whether a switch such as ``w:vanish`` is on: present, and not valued off.

    >>> aan(None)
    False
    """
    if element is None:
        return False
    waarde: str | None = element.get(WAARDE)  # type: ignore[attr-defined]
    return waarde not in ("0", "false", "off", "none")
