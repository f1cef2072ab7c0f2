"""The few words of WordprocessingML that the house style is written in."""

from __future__ import annotations

from typing import Final

LETTER: Final = "Arial"


ACCENT: Final = "1F3A5F"


ZACHT: Final = "5B6770"


LIJN: Final = "C9D1D9"


VLAK: Final = "F3F6F9"


TEKSTBREEDTE: Final = 165.0
"""Millimetres between the margins."""


W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


NAAMRUIMTEN: Final = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


KOP: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


EMU: Final = 36000


def mm(maat: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(maat * 1440 / 25.4)


def alinea(stijl: str, tekst: str = "", *, extra: str = "") -> str:
    """A paragraph in a style; ``tekst`` is text, or runs of its own when it starts with ``<``."""
    inhoud = tekst if tekst.startswith("<") else loop(tekst)
    return f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/>{extra}</w:pPr>{inhoud}</w:p>'


def loop(tekst: str, eigenschappen: str = "") -> str:
    """A run of text."""
    if not tekst:
        return ""
    opmaak = f"<w:rPr>{eigenschappen}</w:rPr>" if eigenschappen else ""
    return f'<w:r>{opmaak}<w:t xml:space="preserve">{tekst}</w:t></w:r>'


def stuur(tekst: str, kader: str = "") -> str:
    """A paragraph that only holds a tag of the template and leaves no trace in the letter."""
    return alinea("Stuurregel", tekst, extra=kader)


def veld(naam: str) -> str:
    """A field such as the page number."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {naam} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def afstand(voor: float = 0, na: float = 0, regel: float = 0) -> str:
    """Space before and after in points; line height in 240ths, or exact when negative (points)."""
    hoogte = f' w:line="{round(regel)}" w:lineRule="auto"' if regel > 0 else ""
    if regel < 0:
        hoogte = f' w:line="{round(-regel * 20)}" w:lineRule="exact"'
    return f'<w:spacing w:before="{round(voor * 20)}" w:after="{round(na * 20)}"{hoogte}/>'


def letters(punten: float, *, kleur: str = "", vet: bool = False, hoofd: bool = False) -> str:
    """Size in points, colour, bold, capitals."""
    maat = round(punten * 2)
    return (
        ("<w:b/><w:bCs/>" if vet else "")
        + ("<w:caps/>" if hoofd else "")
        + (f'<w:color w:val="{kleur}"/>' if kleur else "")
        + f'<w:sz w:val="{maat}"/><w:szCs w:val="{maat}"/>'
    )


def kader(x: float, y: float, breedte: float, hoogte: float) -> str:
    """A frame at a place on the page, in millimetres; the text below makes way for it."""
    return (
        f'<w:framePr w:w="{mm(breedte)}" w:h="{mm(hoogte)}" w:hRule="atLeast" '
        'w:hSpace="0" w:vSpace="142" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" '
        f'w:x="{mm(x)}" w:y="{mm(y)}"/>'
    )


def rand(dikte: int, kleur: str, ruimte: int) -> str:
    """A border round a paragraph, in eighths of a point."""
    return (
        "<w:pBdr>"
        + "".join(
            f'<w:{kant} w:val="single" w:sz="{dikte}" w:space="{ruimte}" w:color="{kleur}"/>'
            for kant in ("top", "left", "bottom", "right")
        )
        + "</w:pBdr>"
    )
