"""Markdown letters: what the reader of the rendered page sees, with the lines of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from wiktool.invoer.brief import tekst
from wiktool.invoer.brief.passages import genummerd
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.brief.tekst import Regel
from wiktool.kern.brieftekst import Brieftekst

if TYPE_CHECKING:
    from collections.abc import Iterator

_CITAAT: Final = re.compile(r" {0,3}(?:>[ \t]?)+")
_KOP: Final = re.compile(r"^ {0,3}#{1,6}(?:[ \t]+|$)")
_OPSOMMING: Final = re.compile(r"^[ \t]*[-*+][ \t]+(?=\S)")
_HEK: Final = re.compile(r" {0,3}(?:```|~~~)")
_VERWIJZING: Final = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_KOPPELING: Final = re.compile(
    r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,500}(?:[ \t]+\"[^\"]{0,200}\")?\)"
)
_OPMAAK: Final = re.compile(
    r"\\([\\`*_{}\[\]()#+.!|<>~-])|`+|~~|\*{2,3}"
    r"|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)"
    r"|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])"
)
"""An escaped character, or a mark of emphasis where it can be one."""
_REGELEINDE: Final = re.compile(r"(?:\\|<br ?/?>)[ \t]*$", re.IGNORECASE)
_VOORWERK: Final = re.compile(r"---[ \t]*")
_MAX_VOORWERK: Final = 60


def lees(inhoud: bytes) -> Brieftekst:
    """Read a Markdown letter; emphasis, headings, links and table bars are taken off.

    Raises:
        BestandFout: not text, or too much of it.
    """
    regels = tekst.tekst_van(inhoud).split("\n")
    return Brieftekst(alineas=genummerd(tekst.uit_regels(_zichtbaar(regels))))


def _zichtbaar(regels: list[str]) -> Iterator[Regel]:
    voorwerk = _lengte_voorwerk(regels)
    in_opmerking = False
    for nummer, ruw in enumerate(regels[voorwerk:], start=voorwerk + 1):
        kaal, in_opmerking = _zonder_opmerking(ruw, in_opmerking=in_opmerking)
        citaat = _CITAAT.match(kaal)
        if citaat is not None:
            kaal = kaal[citaat.end() :]
        if _HEK.match(kaal) or _VERWIJZING.match(kaal):
            kaal = ""
        yield Regel(nummer, _kaal(kaal), citaat=citaat is not None)
        if _KOP.match(kaal):
            yield Regel(nummer, "", citaat=citaat is not None)


def _kaal(regel: str) -> str:
    r"""One line without its marks.

    >>> _kaal("* **Betaal** _nu_, \\* en [hier](https://x.example/a_b), 2 * 3, factuur_17*")
    'Betaal nu, * en hier, 2 * 3, factuur_17'
    """
    kaal = _KOP.sub("", _REGELEINDE.sub("", regel), count=1)
    kaal = _OPSOMMING.sub("", kaal, count=1)
    kaal = _KOPPELING.sub(r"\1", kaal)
    return schoon(_OPMAAK.sub(lambda treffer: treffer.group(1) or "", kaal))


def _lengte_voorwerk(regels: list[str]) -> int:
    """How many lines of metadata stand before the letter, between two lines of three dashes."""
    if not _VOORWERK.fullmatch(regels[0]):
        return 0
    for nummer, regel in enumerate(regels[1:_MAX_VOORWERK], start=2):
        if _VOORWERK.fullmatch(regel):
            return nummer
        if not regel.strip():
            return 0
    return 0


def _zonder_opmerking(regel: str, *, in_opmerking: bool) -> tuple[str, bool]:
    """A line without html comments, and whether one goes on below."""
    zichtbaar = []
    rest = regel
    while rest:
        if in_opmerking:
            _, dicht, rest = rest.partition("-->")
            in_opmerking = not dicht
        else:
            voor, open_, rest = rest.partition("<!--")
            zichtbaar.append(voor)
            in_opmerking = bool(open_)
    return "".join(zichtbaar), in_opmerking
