"""What Jinja holds against a template, in Dutch, and the paragraph it is in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import TemplateError

_LOSSE_ALINEA: Final = re.compile(r"<w:p([ >])")
_OPMAAK: Final = re.compile(r"<[^>]+>")
_TEKENS: Final = 80
_HAAK: Final = re.compile(r"\{[{%]|[}%]\}")
_SLUIT: Final = {"{{": "}}", "{%": "%}"}
_EINDE: Final = r"'end of (?:print statement|statement block|template)'"
_ZINNEN: Final = tuple(
    (re.compile(patroon), zin)
    for patroon, zin in (
        (r"has no attribute '([^']+)'", "het veld «{}» bestaat niet"),
        (r"'([^']+)' is undefined", "de naam «{}» bestaat niet"),
        (r"No filter named '([^']+)'", "het filter «{}» bestaat niet"),
        (r"No test named '([^']+)'", "de vraag «is {}» bestaat niet"),
        (r"access to attribute '([^']+)'", "«{}» mag een sjabloon niet gebruiken"),
        (r"unknown tag '(end\w+|else|elif)'", "«{}» hoort bij niets dat open staat"),
        (r"unknown tag '([^']+)'", "de opdracht «{}» bestaat niet"),
        (r"needs to be closed is '([^']+)'", "«{0}» wordt niet gesloten met «end{0}»"),
        (rf"[Ee]xpected .*got {_EINDE}", "de tag is niet af"),
        (r"expected name or number", "de tag is niet af"),
        (rf"end of template, expected {_EINDE}|Missing end", "een tag wordt niet gesloten"),
        (r"unexpected (?:char )?'(.+?)'(?: at|,|$)", "«{}» hoort daar niet"),
        (r"got '([^']+)'", "«{}» hoort daar niet"),
    )
)


def in_het_nederlands(fout: TemplateError) -> str:
    """What is wrong; our own sandbox speaks Dutch already.

    >>> from jinja2 import TemplateSyntaxError
    >>> in_het_nederlands(TemplateSyntaxError("Encountered unknown tag 'endfor'.", 1))
    '«endfor» hoort bij niets dat open staat'
    """
    melding = fout.message or ""
    for patroon, zin in _ZINNEN:
        if gevonden := patroon.search(melding):
            return zin.format(*gevonden.groups())
    return "dat kan een sjabloon niet"


def per_alinea(jinja: str) -> str:
    """The template with a line for each paragraph, so that a line number names a paragraph."""
    return _LOSSE_ALINEA.sub(r"\n<w:p\1", jinja)


def beschrijf(regels: str, regelnummer: int, fout: TemplateError) -> str:
    """The paragraph with what is wrong in it.

    Args:
        regels: what :func:`per_alinea` gave.
        regelnummer: where Jinja stumbled, from 1.
        fout: what it said.
    """
    alineas = regels.splitlines()
    nummer = min(regelnummer, len(alineas)) - 1
    tekst = _OPMAAK.sub("", alineas[nummer]).strip()
    return f"alinea {nummer} «{tekst[:_TEKENS]}»: {in_het_nederlands(fout)}"


def niet_gesloten(alineas: Iterable[str]) -> str:
    """The first paragraph with a tag that is not closed in it; nothing where all are.

    Without its end a tag would swallow what follows, up to the end of another.

    >>> niet_gesloten(["Geachte {{ naam }},", "u kreeg op {{ datum een brief"])
    'alinea 2 «u kreeg op {{ datum een brief»: «{{» zonder «}}»'
    """
    for nummer, tekst in enumerate(alineas, start=1):
        if haak := _open_haak(tekst):
            return f"alinea {nummer} «{tekst.strip()[:_TEKENS]}»: «{haak}» zonder «{_SLUIT[haak]}»"
    return ""


def _open_haak(tekst: str) -> str:
    """The first bracket that another follows before it is closed; else nothing."""
    open_haak = ""
    for haak in _HAAK.findall(tekst):
        if open_haak and haak != _SLUIT[open_haak]:
            return open_haak
        open_haak = haak if haak in _SLUIT else ""
    return open_haak
