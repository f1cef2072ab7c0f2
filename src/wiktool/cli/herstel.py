"""``wiktool controleer --herstel``: a correct new letter beside the verdict on the old one."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wiktool.cli import opties
from wiktool.kern.fouten import GebruiksFout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.controle.model import Nagekeken, Toetsgegevens
    from wiktool.invoer.instellingen import Formaat, Instellingen
    from wiktool.taken.herstel import Herstel


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """Where the new letter goes, and how it looks."""

    pad: Path
    formaat: Formaat
    stijl: Huisstijl
    instellingen: Instellingen
    overschrijf: bool


def bereid_voor(uit: str | None, bestanden: Sequence[str], *, overschrijf: bool) -> Plek | None:
    """Where the new letter goes; refused before any letter is read.

    Raises:
        GebruiksFout: more letters than one, an unknown format, or the letter itself.
        BestandFout: nothing may be written there.
    """
    if uit is None:
        return None
    from wiktool.invoer.instellingen import zoek_instellingen
    from wiktool.taken.formaten import kies_formaat
    from wiktool.taken.huisstijl import maak_huisstijl
    from wiktool.taken.wegschrijven import mag_schrijven

    pad = Path(uit)
    if len(bestanden) != 1:
        raise GebruiksFout("--herstel past bij één brief", doe="herstel de brieven een voor een")
    formaat = kies_formaat(pad, None)
    if pad.resolve() == Path(bestanden[0]).resolve():
        raise GebruiksFout(
            f"«{uit}» is de brief zelf; die blijft zoals hij is", doe="noem een ander bestand"
        )
    mag_schrijven(pad, overschrijf=overschrijf)
    instellingen = zoek_instellingen()
    return Plek(
        pad=pad,
        formaat=formaat,
        stijl=maak_huisstijl(instellingen),
        instellingen=instellingen,
        overschrijf=overschrijf,
    )


def schrijf_nieuwe_brief(nagekeken: Nagekeken, gegevens: Toetsgegevens, plek: Plek) -> None:
    """Make and write the new letter, and say on stderr what it was made of.

    Raises:
        NietMogelijk: the old letter does not give what a new one needs.
        Weigering: a new letter would be void as well.
    """
    from wiktool.controle.model import Oordeel
    from wiktool.taken.briefmaken import leg_op
    from wiktool.taken.herstel import herstel
    from wiktool.taken.wegschrijven import schrijf_bestand

    brief, toetsing = nagekeken.brief, nagekeken.toetsing
    if brief is None or toetsing is None:
        return
    if toetsing.oordeel is Oordeel.VOLDOET:
        opties.zeg("niets geschreven: de brief voldoet")
        return
    nieuw = herstel(brief, toetsing, gegevens, plek.instellingen)
    inhoud = leg_op(nieuw.gemaakt, plek.formaat, nieuw.keuzes, plek.stijl)
    schrijf_bestand(plek.pad, inhoud, overschrijf=plek.overschrijf)
    opties.zeg(*_verslag(nieuw, plek))


def _verslag(nieuw: Herstel, plek: Plek) -> list[str]:
    from wiktool.taken.herstel import beschrijf

    regels = [f"geschreven: {plek.pad}"]
    if nieuw.uit_brief:
        gelezen = "; ".join(beschrijf(nieuw.dossier))
        regels += _alinea(f"gelezen in de oude brief, kijk dit na: {gelezen}")
    for kanttekening in (*nieuw.kanttekeningen, *nieuw.gemaakt.kanttekeningen):
        bron = f" ({kanttekening.bron.aanhaling})" if kanttekening.bron else ""
        regels += _alinea(f"let op: {kanttekening.tekst}{bron}")
    return regels


def _alinea(tekst: str) -> list[str]:
    return textwrap.wrap(tekst, 78, subsequent_indent="  ", break_on_hyphens=False)
