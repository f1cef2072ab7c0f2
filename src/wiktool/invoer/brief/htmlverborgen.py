"""What a web page does not show: scripts, and elements that a style switches off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOOIT: Final = frozenset(
    "area audio canvas datalist del embed frame head iframe img input link meta noframes object"  # noqa: SIM905 - one name a line would take a page
    " param script select source style svg template textarea title track video".split()
)
_UIT: Final = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$))",
    re.IGNORECASE,
)
_TOON: Final = re.compile(r"display\s*:", re.IGNORECASE)
_KIEZER: Final = re.compile(r"(\w*)(?:([.#])([\w-]+))?")
_MAX_STIJL: Final = 200_000


class Verborgen:
    """Which elements of one page are not shown.

    Known are the attribute ``hidden``, styles on the element, and rules of the page's own style
    sheet that name a tag, a class or an id; rules for a medium (``@media``) are left aside.
    """

    def __init__(self, wortel: _Element) -> None:
        self._kiezers: set[tuple[str, str, str]] = set()
        for stijl in wortel.iter("style"):
            self._kiezers |= verborgen_kiezers((stijl.text or "")[:_MAX_STIJL])

    def is_verborgen(self, element: _Element) -> bool:
        """Whether an element, apart from what is around it, is not shown."""
        naam = element.tag
        if not isinstance(naam, str) or naam in _NOOIT or element.get("hidden") is not None:
            return True
        stijl = element.get("style")
        if stijl is not None:
            if _UIT.search(stijl):
                return True
            if _TOON.search(stijl):
                return False
        return bool(self._kiezers) and not self._kiezers.isdisjoint(_sleutels(element))


def verborgen_kiezers(stijlblad: str) -> set[tuple[str, str, str]]:
    """The simple selectors of a style sheet that switch an element off, as (tag, sign, name).

    >>> sorted(verborgen_kiezers(".x, p.y {display: none} @media print {#z{display:none}}"))
    [('', '.', 'x'), ('p', '.', 'y')]
    """
    gevonden: set[tuple[str, str, str]] = set()
    diepte = 0
    for deel in _zonder_opmerkingen(stijlblad).split("}"):
        *kiezers, regels = deel.split("{")
        if not kiezers:
            diepte = max(0, diepte - 1)
        elif diepte == 0 and len(kiezers) == 1 and _UIT.search(regels):
            for kiezer in kiezers[0].split(","):
                treffer = _KIEZER.fullmatch(kiezer.strip())
                if treffer and treffer.group():
                    gevonden.add((treffer[1].lower(), treffer[2] or "", treffer[3] or ""))
        else:
            diepte += len(kiezers) - 1
    return gevonden


def _sleutels(element: _Element) -> list[tuple[str, str, str]]:
    naam = str(element.tag)
    namen = [(".", klasse) for klasse in (element.get("class") or "").split()]
    if element.get("id"):
        namen.append(("#", element.get("id") or ""))
    return [(naam, "", ""), *((tag, t, n) for t, n in namen for tag in ("", naam))]


def _zonder_opmerkingen(stijlblad: str) -> str:
    eerste, *rest = stijlblad.split("/*")
    return eerste + "".join(deel.partition("*/")[2] for deel in rest)
