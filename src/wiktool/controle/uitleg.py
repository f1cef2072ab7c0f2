"""The explanation of a rule, taken from the docstring of its module."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wiktool.controle.regel import Regel

KOPPEN: Final = ("Wat wordt gecontroleerd", "Waarom", "Fout", "Goed", "Niet te beoordelen")
_AANHALING: Final = ">"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One heading of an explanation.

    Attributes:
        tekst: its prose, one paragraph; empty when there are only examples.
        voorbeelden: passages of letters, line breaks kept.
    """

    kop: str
    tekst: str
    voorbeelden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitleg:
    """What a rule checks and why, with examples that are themselves executed."""

    titel: str
    delen: tuple[Deel, ...]

    def deel(self, kop: str) -> Deel:
        """The part under a heading."""
        return next(deel for deel in self.delen if deel.kop == kop)


def lees_uitleg(regel: Regel) -> Uitleg:
    """The explanation of a rule.

    >>> from wiktool.controle.register import regel
    >>> lees_uitleg(regel("WIK203")).titel
    'De veertien dagen lopen vanaf de dagtekening, vandaag of de verzending.'
    """
    titel, *regels = regel.uitleg.strip().split("\n")
    delen: list[tuple[str, list[str]]] = []
    for tekst in regels:
        if tekst.strip() in KOPPEN and not tekst.startswith(" "):
            delen.append((tekst.strip(), []))
        elif delen:
            delen[-1][1].append(tekst.strip())
    return Uitleg(titel=titel, delen=tuple(_deel(kop, inhoud) for kop, inhoud in delen))


def _deel(kop: str, regels: list[str]) -> Deel:
    proza: list[str] = []
    voorbeelden: list[list[str]] = []
    in_voorbeeld = False
    for tekst in regels:
        aangehaald = tekst.startswith(_AANHALING)
        if aangehaald and not in_voorbeeld:
            voorbeelden.append([])
        if aangehaald:
            voorbeelden[-1].append(tekst.removeprefix(_AANHALING).strip())
        elif tekst:
            proza.append(tekst)
        in_voorbeeld = aangehaald
    return Deel(
        kop=kop,
        tekst=" ".join(proza),
        voorbeelden=tuple("\n".join(voorbeeld) for voorbeeld in voorbeelden),
    )
