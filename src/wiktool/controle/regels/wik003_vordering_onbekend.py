"""Schuldeiser, schuldenaar of vordering is niet te herkennen.

Wat wordt gecontroleerd
    Of de brief noemt wie de schuldeiser is (ondertekening, KvK-nummer, naam bij de rekening), aan
    wie hij gericht is (naam in aanhef of adres) en om welke vordering het gaat (factuurnummer of
    omschrijving). Met een dossier: of de namen daarin in de brief staan.

Waarom
    Een aanmaning waaruit niet blijkt wie wat van wie vordert, kan haar doel missen. Dat kost de
    vergoeding als de schuldenaar het aanvoert.

Fout
    > Geachte heer/mevrouw, u moet € 250,00 betalen op NL91 ABNA 0417 1643 00.

Goed
    > Geachte mevrouw De Wit, van factuur 2026-18 staat € 250,00 open. Hoogachtend, Garage
    > De Brug

    > Geachte heer Bos, u betaalde de contributie van € 95,00 niet. Met vriendelijke groet,
    > SV Oranje

Niet te beoordelen
    Komt niet voor: dit is een waarschuwing, geen gebrek dat de brief krachteloos maakt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Ernst
from wiktool.controle.regel import Open, Regel, Treffer
from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.notatie import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find who claims what from whom."""
    partijen = zaak.lezing.partijen
    ontbreekt = [
        naam
        for naam, aanwezig in (
            ("de schuldeiser", partijen.schuldeiser),
            ("de schuldenaar", partijen.schuldenaar),
            ("de vordering (factuurnummer of omschrijving)", partijen.vordering),
        )
        if not aanwezig
    ]
    if ontbreekt:
        yield Treffer(
            melding=f"Niet te herkennen: {opsomming(ontbreekt)}.",
            vereist="naam van schuldeiser en schuldenaar, en factuurnummer of omschrijving",
        )
    vreemd = zaak.namen_niet_in_brief
    if vreemd:
        yield Treffer(
            melding=f"De naam uit het dossier staat niet in de brief: {opsomming(vreemd)}.",
            vereist="de namen van schuldeiser en schuldenaar zoals in het dossier",
        )


REGEL: Final = Regel(
    code="WIK003",
    naam="vordering-onbekend",
    ernst=Ernst.WAARSCHUWING,
    soorten=frozenset(Briefsoort) - {Briefsoort.INGEBREKESTELLING},
    vindplaatsen=(("bw", "6:96", "6"),),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
