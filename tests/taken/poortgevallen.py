"""Dossiers that the gates refuse, each with the gate, its article and what helps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.brieven.hulp import (
    BUREAU,
    DATUM,
    HERINNERING,
    INGEBREKESTELLING,
    OVERHEID,
    RECHTSPERSOON,
    SOMMATIE,
    VORDERING,
    WIK,
    maak_dossier,
)

from wiktool.kern.dossier import Aanmaning

if TYPE_CHECKING:
    from wiktool.kern.begrippen import Briefsoort
    from wiktool.kern.dossier import Dossier


@dataclass(frozen=True)
class Poortgeval:
    """A letter that may not leave.

    Attributes:
        doe: words of the remedy.
    """

    code: str
    soort: Briefsoort
    dossier: Dossier
    artikel: str
    doe: str
    datum: date = DATUM

    def __str__(self) -> str:
        return f"{self.soort}-{self.code}"


def wik_op(dag: date, *facturen: str) -> Aanmaning:
    """An earlier WIK letter."""
    return Aanmaning(soort=WIK, verzonden=dag, facturen=facturen)


ONBEKEND = maak_dossier(vordering={"fatale_termijn": None})
ZONDER_KENMERK = maak_dossier(incassobureau=replace(BUREAU, registratiekenmerk=""))
TWEEDE = replace(VORDERING, factuurnummer="18")
TERMIJN = replace(VORDERING, termijnbetaling=True)


def termijnen(*brieven: date) -> Dossier:
    """An instalment for each earlier letter, and one that fell due on 31 October 2026."""
    eerdere = tuple(
        replace(TERMIJN, factuurnummer=f"T{nummer}", bedrag=Decimal("49.00"))
        for nummer in range(len(brieven))
    )
    nieuw = replace(TERMIJN, factuurnummer="N", bedrag=Decimal("49.00"))
    nieuw = replace(nieuw, vervaldatum=date(2026, 10, 31))
    aanmaningen = tuple(wik_op(dag, f"T{nummer}") for nummer, dag in enumerate(brieven))
    return maak_dossier(vorderingen=(*eerdere, nieuw), aanmaningen=aanmaningen)


POORTGEVALLEN = (
    Poortgeval(
        "geen-consument",
        WIK,
        maak_dossier(schuldenaar={"hoedanigheid": RECHTSPERSOON}),
        "art. 6:96 lid 5 en 6 BW",
        "maak een ingebrekestelling of sommatie",
    ),
    Poortgeval(
        "geen-overeenkomst",
        WIK,
        maak_dossier(vordering={"uit_overeenkomst": False}),
        "art. 1 Besluit vergoeding voor buitengerechtelijke incassokosten",
        "laat deze vordering uit het dossier",
    ),
    Poortgeval(
        "verzuim-onbekend",
        WIK,
        ONBEKEND,
        "art. 6:82 en 6:83 BW",
        "Is 31 augustus 2026 als laatste dag van betaling overeengekomen",
    ),
    Poortgeval(
        "nog-niet-in-verzuim",
        WIK,
        maak_dossier(),
        "art. 6:96 lid 6 BW",
        "verzend deze brief niet voor 1 september 2026",
        datum=date(2026, 8, 31),
    ),
    Poortgeval(
        "al-aangemaand",
        WIK,
        maak_dossier(aanmaningen=(wik_op(date(2026, 10, 20)),)),
        "art. 6:96 lid 6 BW",
        "maak een sommatie als de termijn voorbij is",
    ),
    Poortgeval(
        "meer-brieven",
        WIK,
        maak_dossier(
            vorderingen=(VORDERING, TWEEDE), aanmaningen=(wik_op(date(2026, 10, 20), "17"),)
        ),
        "art. 6:96 lid 7 BW",
        "maak één nieuwe brief voor alle facturen",
    ),
    Poortgeval(
        "termijnbetaling-plafond",
        WIK,
        termijnen(*(date(2026, 10, dag) for dag in range(1, 7))),
        "art. 6:96 lid 8 BW",
        "stuur een herinnering",
    ),
    *(
        Poortgeval(
            "registratiekenmerk",
            soort,
            ZONDER_KENMERK
            if soort is not SOMMATIE
            else replace(ZONDER_KENMERK, aanmaningen=(wik_op(date(2026, 10, 20)),)),
            "art. 11 en 18 Wet kwaliteit incassodienstverlening",
            "zet registratiekenmerk bij [incassobureau]",
        )
        for soort in (HERINNERING, INGEBREKESTELLING, WIK, SOMMATIE)
    ),
    Poortgeval(
        "geen-veertiendagenbrief",
        SOMMATIE,
        maak_dossier(),
        "art. 6:96 lid 6 BW",
        "maak eerst een veertiendagenbrief",
    ),
    Poortgeval(
        "termijn-loopt-nog",
        SOMMATIE,
        maak_dossier(aanmaningen=(wik_op(DATUM),)),
        "art. 6:96 lid 6 BW",
        "wacht tot en met 8 december 2026",
        datum=date(2026, 12, 8),
    ),
    Poortgeval(
        "verzuim-onbekend",
        SOMMATIE,
        replace(ONBEKEND, aanmaningen=(wik_op(date(2026, 10, 20)),)),
        "art. 6:82 en 6:83 BW",
        "Is 31 augustus 2026 als laatste dag van betaling overeengekomen",
    ),
    Poortgeval(
        "verzuim-onbekend",
        SOMMATIE,
        maak_dossier(
            schuldenaar={"hoedanigheid": OVERHEID},
            vordering={"fatale_termijn": None, "factuurdatum": None},
        ),
        "art. 6:82 en 6:83 BW",
        "Op welke dag heeft de schuldenaar de factuur ontvangen",
    ),
    Poortgeval(
        "nog-niet-in-verzuim",
        SOMMATIE,
        maak_dossier(schuldenaar={"hoedanigheid": RECHTSPERSOON}),
        "art. 6:82 en 6:83 BW",
        "verzend deze brief niet voor 1 september 2026",
        datum=date(2026, 8, 31),
    ),
    *(
        Poortgeval(
            "nog-niet-opeisbaar",
            soort,
            maak_dossier(),
            "art. 6:81 BW",
            "wacht tot na de vervaldatum",
            datum=date(2026, 8, 31),
        )
        for soort in (HERINNERING, INGEBREKESTELLING)
    ),
)
