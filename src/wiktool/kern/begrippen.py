"""The words with a fixed set of values that the law, the letters and the command line share.

Apart from the dossier, because a single calculation needs these and none of the dossier's records.
"""

from __future__ import annotations

from enum import StrEnum


class Hoedanigheid(StrEnum):
    """In what capacity the debtor made the contract (6:96 lid 5 BW; recht.md R10.1, R10.2)."""

    CONSUMENT = "consument"
    """A natural person not acting in the course of a profession or business."""
    ONDERNEMER = "ondernemer"
    """A natural person or partnership acting in business."""
    RECHTSPERSOON = "rechtspersoon"
    """A company, association, foundation, VvE or church."""
    OVERHEID = "overheid"
    """A public body (6:119b BW)."""

    @property
    def is_consument(self) -> bool:
        """Whether the rules that protect consumers apply."""
        return self is Hoedanigheid.CONSUMENT


class Briefsoort(StrEnum):
    """The four kinds of letters."""

    HERINNERING = "herinnering"
    INGEBREKESTELLING = "ingebrekestelling"
    WIK = "wik"
    SOMMATIE = "sommatie"


class Bezorgwijze(StrEnum):
    """How a letter travels. Registered mail: record the day it was received instead."""

    POST = "post"
    EMAIL = "email"
    PERSOONLIJK = "persoonlijk"


class Toon(StrEnum):
    """The tone around the locked legal core of a letter."""

    MILD = "mild"
    GEMIDDELD = "gemiddeld"
    FORS = "fors"


class Taal(StrEnum):
    """The language of a letter."""

    NL = "nl"
    EN = "en"
