"""What a check rule is: a code, a norm, and a function that applies it to one letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Bevinding, NietTeBeoordelen
from wiktool.kern.begrippen import Briefsoort
from wiktool.wetgegevens.regelingen import bron

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.model import Ernst
    from wiktool.controle.zaak import Zaak
    from wiktool.kern.bron import Bron

ALLEEN_WIK: Final = frozenset({Briefsoort.WIK})
ALLEEN_INGEBREKESTELLING: Final = frozenset({Briefsoort.INGEBREKESTELLING})
ALLE_SOORTEN: Final = frozenset(Briefsoort)
MET_KOSTEN: Final = frozenset({Briefsoort.WIK, Briefsoort.SOMMATIE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffer:
    """What a rule found wrong, before it is given its code and its place.

    Attributes:
        woorden: the words it is about; empty for what is missing.
    """

    melding: str
    vereist: str
    woorden: Sequence[Woord] = ()
    voorstel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What a rule cannot answer, before it is given its code and its place."""

    reden: str
    doe: str
    woorden: Sequence[Woord] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regel:
    """A check rule.

    Attributes:
        soorten: the kinds of letters it judges.
        alleen_consument: it protects consumers only (6:96 lid 5 BW).
        vindplaatsen: its sources, as arguments of ``wetgegevens.regelingen.bron``.
        uitleg: the docstring of its module: what, why, wrong, right, not to be judged.
    """

    code: str
    naam: str
    ernst: Ernst
    soorten: frozenset[Briefsoort]
    vindplaatsen: tuple[tuple[str, ...], ...]
    toets: Callable[[Zaak], Iterator[Treffer | Open]]
    uitleg: str
    alleen_consument: bool = True

    @property
    def bronnen(self) -> tuple[Bron, ...]:
        """Where the norm comes from."""
        return tuple(bron(*vindplaats) for vindplaats in self.vindplaatsen)

    def pas_toe(self, zaak: Zaak) -> Iterator[Bevinding | NietTeBeoordelen]:
        """Apply the rule to a letter."""
        for uitkomst in self.toets(zaak):
            passage = zaak.lezing.passage(uitkomst.woorden) if uitkomst.woorden else None
            if isinstance(uitkomst, Open):
                yield NietTeBeoordelen(
                    code=self.code,
                    naam=self.naam,
                    reden=uitkomst.reden,
                    doe=uitkomst.doe,
                    passage=passage,
                    bronnen=self.bronnen,
                )
            else:
                yield Bevinding(
                    code=self.code,
                    naam=self.naam,
                    ernst=self.ernst,
                    melding=uitkomst.melding,
                    vereist=uitkomst.vereist,
                    passage=passage,
                    voorstel=uitkomst.voorstel,
                    bronnen=self.bronnen,
                )
