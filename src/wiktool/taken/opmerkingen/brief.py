"""The findings about a Word letter as comments in a copy of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Bevinding, NietTeBeoordelen
from wiktool.invoer.bestand import STDIN, lees_bytes
from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.soort import Bestandssoort, herken
from wiktool.kern.brieftekst import Rol
from wiktool.kern.fouten import BestandFout
from wiktool.taken.opmerkingen.wordbestand import Opmerking, met_opmerkingen
from wiktool.taken.wegschrijven import mag_schrijven, schrijf_bestand

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from wiktool.controle.model import Nagekeken
    from wiktool.kern.brieftekst import Brieftekst

_ELDERS: Final = {
    Rol.KOPTEKST: "Staat in de koptekst",
    Rol.VOETTEKST: "Staat in de voettekst",
    Rol.VOETNOOT: "Staat in een voetnoot",
    Rol.TEKSTVAK: "Staat in een tekstvak",
}


def schrijf_opmerkingen(
    nagekeken: Nagekeken,
    punten: Iterable[Bevinding | NietTeBeoordelen],
    uit: Path,
    *,
    peildatum: date,
    overschrijf: bool = False,
) -> None:
    """Write a copy of a letter that was checked, with the findings as comments.

    Args:
        nagekeken: the letter.
        punten: which findings, in the order in which they get their numbers.
        uit: the new file.
        peildatum: the date the comments bear.
        overschrijf: whether ``uit`` may exist.

    Raises:
        BestandFout: the letter is no Word file or was not read, or ``uit`` cannot be written.
    """
    if nagekeken.brief is None:
        raise nagekeken.fout or _alleen_word()
    if nagekeken.bestand == STDIN:
        raise _alleen_word()
    mag_schrijven(uit, overschrijf=overschrijf)
    inhoud = lees_bytes(Path(nagekeken.bestand), grens=grenzen.BESTAND)
    nieuw = brief_met_opmerkingen(inhoud, nagekeken.brief, punten, peildatum=peildatum)
    schrijf_bestand(uit, nieuw, overschrijf=overschrijf)


def brief_met_opmerkingen(
    inhoud: bytes,
    brief: Brieftekst,
    punten: Iterable[Bevinding | NietTeBeoordelen],
    *,
    peildatum: date,
) -> bytes:
    """A copy of a Word letter with each finding as a comment on its passage.

    Args:
        inhoud: the Word file.
        brief: the same file as it was read.
        punten: the findings, in the order in which they get their numbers.
        peildatum: the date the comments bear.

    Raises:
        BestandFout: the file is no Word letter, or cannot be read.
    """
    if herken(inhoud) is not Bestandssoort.DOCX:
        raise _alleen_word()
    return met_opmerkingen(inhoud, [_opmerking(punt, brief) for punt in punten], peildatum)


def _alleen_word() -> BestandFout:
    return BestandFout(
        "opmerkingen kunnen alleen in een Word-brief (.docx)",
        doe="geef de brief als .docx-bestand, of vraag het resultaat als tekst of json",
    )


def _opmerking(punt: Bevinding | NietTeBeoordelen, brief: Brieftekst) -> Opmerking:
    kop, regels = _inhoud(punt)
    if punt.bronnen:
        regels.append(f"Bron: {'; '.join(bron.aanhaling for bron in punt.bronnen)}")
    plaats = punt.plaats
    if plaats is None:
        return Opmerking(kop=kop, regels=tuple(regels))
    elders = _ELDERS.get(brief.alineas[plaats.alinea - 1].rol)
    if elders is not None:
        regels.insert(0, f"{elders}: «{punt.citaat}»")
    return Opmerking(
        kop=kop,
        regels=tuple(regels),
        alinea=plaats.alinea,
        begin=plaats.begin,
        eind=plaats.eind,
    )


def _inhoud(punt: Bevinding | NietTeBeoordelen) -> tuple[str, list[str]]:
    if isinstance(punt, NietTeBeoordelen):
        return f"{punt.code} {punt.naam} (zelf nakijken)", [punt.reden, f"Doe: {punt.doe}"]
    regels = [punt.melding, f"Vereist: {punt.vereist}"]
    if punt.voorstel:
        regels.append(f"Voorstel: {punt.voorstel}")
    return f"{punt.code} {punt.naam} ({punt.ernst})", regels
