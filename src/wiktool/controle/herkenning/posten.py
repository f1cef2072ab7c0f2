"""An amount with what it is and when it is due."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wiktool.controle.herkenning.bedragen import Bedrag
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin


class Soort(StrEnum):
    """What an amount is."""

    HOOFDSOM = "hoofdsom"
    OPEN = "openstaand"
    FACTUUR = "factuur"
    """What a claim was for; its open part may be less."""
    FACTUURREGEL = "factuurregel"
    TOTAAL = "totaal"
    TE_BETALEN = "te betalen"
    """Asked for without a word that says what it is."""
    KOSTEN = "incassokosten"
    BTW = "btw"
    RENTE = "rente"
    ANDERE_KOSTEN = "andere kosten"
    PROCESKOSTEN = "proceskosten"
    BETAALD = "betaald"
    STAFFEL = "staffel"
    """Part of the general tariff, not this debtor's amount."""
    GRONDSLAG = "grondslag"
    """What a percentage was taken of."""
    PER_STUK = "per stuk"
    ONBEKEND = "onbekend"


class Post(NamedTuple):
    """An amount with what it is.

    Attributes:
        zin: the sentence it stands in.
        voorwaardelijk: it is due only if payment stays out.
        exact: not "minimaal", "maximaal" or "circa".
        gevraagd: it must be paid now, within the term.
        aangerekend: it is said to have been charged already.
        inclusief_btw: True or False when the letter says so; None when it does not.
        per_factuur: so much for every invoice.
        per_periode: so much for every month or week.
        met_kosten: a sum that is said to include costs.
    """

    bedrag: Bedrag
    zin: Zin
    soort: Soort
    voorwaardelijk: bool = False
    exact: bool = True
    gevraagd: bool = False
    aangerekend: bool = False
    inclusief_btw: bool | None = None
    per_factuur: bool = False
    per_periode: bool = False
    met_kosten: bool = False

    @property
    def woorden(self) -> tuple[Woord, ...]:
        """The words of the amount."""
        return self.zin.woorden[self.bedrag.begin : self.bedrag.eind]
