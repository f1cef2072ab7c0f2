"""One case: its letter made, checked and written, or the reason why not. What a worker does."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.dossierschrijven import als_gegevens
from wiktool.kern.dossier import Aanmaning, Dossier
from wiktool.kern.fouten import BestandFout, SjabloonFout, Weigering, WiktoolFout
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import euro
from wiktool.taken.briefmaken import kies_brief, maak_brief
from wiktool.taken.formaten import maak_op
from wiktool.taken.serie.model import Stand, Uitslag, Weggelaten
from wiktool.taken.serie.opbouw import bouw_op
from wiktool.taken.wegschrijven import schrijf_bestand

if TYPE_CHECKING:
    from wiktool.brieven.grondslag import Keuzes
    from wiktool.taken.briefmaken import Gemaakt
    from wiktool.taken.serie.model import Opdracht, Zaak

_TE_HERSTELLEN: Final = frozenset({"verzuim-onbekend", "registratiekenmerk", "eigen-controle"})
"""Refusals that ask for a fact or a repair; the others are answers."""

_EIGEN: Final = (
    "aangezegde-",
    "betalingstermijn-",
    "grote-schuldenaar",
    "te-veel-betaald",
    "termijnbetaling",
    "verzuim-",
    "vordering-weggelaten",
    "wettelijke-termijn-",
)
"""Doubts about one debtor; all others are the same for every letter, so told once."""


def behandel(zaak: Zaak, opdracht: Opdracht, bestandsnaam: str) -> Uitslag:
    """Make the letter of one case.

    A fault of the case becomes its result. A fault of the run, such as a broken template or a full
    disk, is raised.

    Raises:
        SjabloonFout: the template is broken.
        BestandFout: the letter cannot be written.
    """
    try:
        gemaakt, opmerkingen = _maak(zaak, opdracht)
        inhoud = _zet_op(gemaakt, opdracht)
    except _Geen as geen:
        return _zonder_brief(zaak, geen.stand, geen.reden)
    except Weigering as weigering:
        stand = Stand.AFGEWEZEN if weigering.code in _TE_HERSTELLEN else Stand.OVERGESLAGEN
        reden = f"{weigering.melding} ({weigering.aanhaling})"
        return _zonder_brief(zaak, stand, reden, weigering.doe)
    except (SjabloonFout, BestandFout):
        raise
    except WiktoolFout as fout:
        return _zonder_brief(zaak, Stand.AFGEWEZEN, str(fout), fout.doe)
    bestand = ""
    if opdracht.map is not None:
        bestand = f"{bestandsnaam}.{opdracht.formaat}"
        schrijf_bestand(opdracht.map / bestand, inhoud, overschrijf=True)
    return _met_brief(zaak, opdracht, gemaakt, opmerkingen, (bestand, inhoud))


class _Geen(Exception):
    """There is no letter for this case, and that is no error of the program."""

    def __init__(self, stand: Stand, reden: str) -> None:
        super().__init__(reden)
        self.stand = stand
        self.reden = reden


def _maak(zaak: Zaak, opdracht: Opdracht) -> tuple[Gemaakt, tuple[str, ...]]:
    """Make the letter, with what was done on the way."""
    if zaak.gebrek:
        raise _Geen(Stand.AFGEWEZEN, zaak.gebrek)
    dossier, opmerkingen = bouw_op(zaak, opdracht)
    verschuldigd = sum((vordering.bedrag for vordering in dossier.vorderingen), NUL)
    if verschuldigd <= sum((betaling.bedrag for betaling in dossier.betalingen), NUL):
        raise _Geen(Stand.OVERGESLAGEN, "alles is betaald of verrekend")
    if opdracht.streng and not dossier.schuldenaar.adres:
        raise _Geen(Stand.AFGEWEZEN, "adres ontbreekt")
    gemaakt = maak_brief(dossier, _keuzes(dossier, opdracht))
    hoofdsom = gemaakt.grondslag.hoofdsom
    if opdracht.minimum is not None and hoofdsom < opdracht.minimum:
        raise _Geen(Stand.OVERGESLAGEN, f"{euro(hoofdsom)} is minder dan het minimum")
    return gemaakt, opmerkingen


def _zet_op(gemaakt: Gemaakt, opdracht: Opdracht) -> bytes:
    """The letter laid out; nothing in a dry run."""
    if opdracht.map is None:
        return b""
    return maak_op(gemaakt.brief, opdracht.formaat, opdracht.huisstijl)


def _keuzes(dossier: Dossier, opdracht: Opdracht) -> Keuzes:
    return kies_brief(
        dossier,
        opdracht.soort,
        datum=opdracht.datum,
        toon=opdracht.toon,
        taal=opdracht.taal,
        bezorging=opdracht.bezorging,
    )


def _met_brief(
    zaak: Zaak,
    opdracht: Opdracht,
    gemaakt: Gemaakt,
    opmerkingen: tuple[str, ...],
    geschreven: tuple[str, bytes],
) -> Uitslag:
    grondslag = gemaakt.grondslag
    kosten = grondslag.kosten or grondslag.eis
    eigen, algemeen = _kanttekeningen(gemaakt)
    bestand, inhoud = geschreven
    return Uitslag(
        sleutel=zaak.sleutel,
        nummer=zaak.nummer,
        naam=grondslag.stand.dossier.schuldenaar.naam,
        stand=Stand.GESCHREVEN,
        hoofdsom=grondslag.hoofdsom,
        kosten=kosten.kosten if kosten else None,
        btw=kosten.btw if kosten else None,
        laatste_dag=grondslag.termijn.laatste_dag,
        kosten_vanaf=grondslag.termijn.kosten_vanaf if grondslag.kosten else None,
        bestand=bestand,
        sha256=hashlib.sha256(inhoud).hexdigest() if bestand else "",
        opmerkingen=(*zaak.opmerkingen, *opmerkingen, *eigen),
        weggelaten=_weggelaten(gemaakt),
        algemeen=algemeen,
        dossier=_verzonden_dossier(gemaakt, opdracht),
    )


def _kanttekeningen(gemaakt: Gemaakt) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The doubts about this debtor, and those that hold for every letter."""
    eigen, algemeen = [], []
    schuldenaar = gemaakt.grondslag.stand.dossier.schuldenaar
    for kanttekening in gemaakt.kanttekeningen:
        if kanttekening.code == "adres-ontbreekt":
            eigen.append("adres ontbreekt")
        elif kanttekening.code == "hoedanigheid-onbekend":
            if schuldenaar.kvk or schuldenaar.btw_nummer:
                eigen.append("misschien een bedrijf: er is een KvK- of btw-nummer")
        elif kanttekening.code.startswith(_EIGEN):
            eigen.append(kanttekening.tekst)
        else:
            algemeen.append(kanttekening.tekst)
    return tuple(eigen), tuple(algemeen)


def _weggelaten(gemaakt: Gemaakt) -> tuple[Weggelaten, ...]:
    stand = gemaakt.grondslag.stand
    return tuple(
        Weggelaten(
            post.vordering.factuurnummer,
            "al in een eerdere veertiendagenbrief"
            if post.wik is not None
            else "nog niet in verzuim"
            if not post.in_verzuim
            else "hoort niet in deze brief",
        )
        for post in stand.openstaand
        if post not in gemaakt.grondslag.posten
    )


def _verzonden_dossier(gemaakt: Gemaakt, opdracht: Opdracht) -> dict[str, Any]:
    """The dossier with this letter among those that were sent, as plain data."""
    grondslag = gemaakt.grondslag
    dossier = grondslag.stand.dossier
    aanmaning = Aanmaning(
        soort=opdracht.soort,
        verzonden=opdracht.datum,
        bezorging=gemaakt.brief.waarden.bezorging,
        termijn_dagen=grondslag.termijn.dagen,
        kosten=grondslag.kosten.totaal if grondslag.kosten else None,
        facturen=tuple(post.vordering.factuurnummer for post in grondslag.posten),
    )
    verzonden = replace(dossier, aanmaningen=(*dossier.aanmaningen, aanmaning))
    gegevens: dict[str, Any] = json.loads(json.dumps(als_gegevens(verzonden), default=str))
    return gegevens


def _zonder_brief(zaak: Zaak, stand: Stand, reden: str, doe: str = "") -> Uitslag:
    return Uitslag(
        sleutel=zaak.sleutel,
        nummer=zaak.nummer,
        naam=zaak.naam,
        stand=stand,
        reden=f"{reden}; {doe}" if doe else reden,
        opmerkingen=tuple(zaak.opmerkingen),
    )
