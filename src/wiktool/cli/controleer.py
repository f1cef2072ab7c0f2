"""``wiktool controleer``: letters judged on term, amount and consequences."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiktool.cli import opties
from wiktool.cli.hoofd import (
    BEVINDINGEN,
    KLAAR,
    NIET_MOGELIJK,
    ZELF_NAKIJKEN,
    ernstigste,
    meld,
)
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid
from wiktool.kern.datum import lees_datum
from wiktool.kern.fouten import GebruiksFout
from wiktool.kern.geld import lees_hoofdsom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wiktool.controle.model import (
        Bevinding,
        Ernst,
        Nagekeken,
        NietTeBeoordelen,
        Toetsgegevens,
    )
    from wiktool.kern.dossier import Dossier


_SARIF = "sarif"
_FORMATEN = (opties.TEKST, opties.JSON, _SARIF)
_ERNSTEN = ("fout", "waarschuwing", "advies")


def controleer(
    bestand: Annotated[
        list[str],
        typer.Argument(
            metavar="BESTAND...",
            help="Brieven (.docx .pdf .odt .html .eml .txt .md), mappen of patronen; - is stdin.",
        ),
    ],
    dossier: Annotated[
        str | None,
        typer.Option("--dossier", metavar="PAD", help="Vergelijk met dit dossier."),
    ] = None,
    hoofdsom: Annotated[
        str | None,
        typer.Option("--hoofdsom", metavar="BEDRAG", help="De hoofdsom, zonder rente en kosten."),
    ] = None,
    verzonden: Annotated[
        str | None,
        opties.dagoptie("--verzonden", hulp="De dag van verzending."),
    ] = None,
    bezorging: Annotated[
        str | None,
        opties.keuzeoptie(
            "--bezorging",
            Bezorgwijze,
            "Hoe de brief wordt bezorgd. [standaard: e-mail voor .eml, anders post]",
        ),
    ] = None,
    hoedanigheid: opties.Hoedanigheidkeuze = None,
    soort: Annotated[
        str | None,
        opties.keuzeoptie(
            "--soort", Briefsoort, "Beoordeel als dit soort brief. [standaard: herkend]"
        ),
    ] = None,
    kies: Annotated[
        str | None,
        typer.Option(
            "--kies",
            metavar="CODES",
            help="Alleen deze regels, met komma's: WIK2,WIK301.",
            autocompletion=opties.vul_codes_aan,
        ),
    ] = None,
    negeer: Annotated[
        str | None,
        typer.Option(
            "--negeer",
            metavar="CODES",
            help="Deze regels niet, met komma's.",
            autocompletion=opties.vul_codes_aan,
        ),
    ] = None,
    ernst: Annotated[
        str,
        opties.keuzeoptie("--ernst", _ERNSTEN, "Toon bevindingen vanaf deze ernst."),
    ] = "advies",
    formaat: Annotated[str, opties.formaatoptie(*_FORMATEN)] = opties.TEKST,
    opmerkingen: Annotated[
        str | None,
        typer.Option(
            "--opmerkingen",
            metavar="UIT.docx",
            help="Zet de bevindingen als opmerkingen in een kopie van de Word-brief.",
        ),
    ] = None,
    herstel: Annotated[
        str | None,
        typer.Option(
            "--herstel",
            metavar="UIT.docx|txt",
            help="Maak een juiste nieuwe brief in plaats van een brief die niet voldoet.",
        ),
    ] = None,
    overschrijf: opties.Overschrijf = False,
    peildatum: opties.Peildatum = None,
) -> int:
    """Controleer brieven op termijn, bedrag en gevolgen.

    Wat de brief zelf zegt (datum, hoofdsom, facturen), hoeft u niet te geven. Afsluitcode 0: elke
    brief voldoet; 1: een brief voldoet niet; 4: niets fout, maar iets moet u zelf nakijken.
    """
    from wiktool.cli.herstel import bereid_voor, schrijf_nieuwe_brief
    from wiktool.controle.model import Ernst, Toetsgegevens
    from wiktool.controle.register import kies as kies_regels
    from wiktool.taken.nakijken import kijk_na, vind_brieven
    from wiktool.taken.opruimen import zelden_opruimen

    opties.kies(formaat, _FORMATEN, "--formaat")
    vanaf = Ernst(opties.kies(ernst, _ERNSTEN, "--ernst"))
    gegevens = Toetsgegevens(
        peildatum=opties.lees_peildatum(peildatum),
        soort=opties.lees_keuze(soort, Briefsoort, "--soort"),
        hoofdsom=opties.lees_indien(lees_hoofdsom, hoofdsom, "--hoofdsom"),
        verzonden=opties.lees_indien(lees_datum, verzonden, "--verzonden"),
        bezorging=opties.lees_keuze(bezorging, Bezorgwijze, "--bezorging"),
        hoedanigheid=opties.lees_keuze(hoedanigheid, Hoedanigheid, "--hoedanigheid"),
        dossier=_lees_dossier(dossier),
    )
    regels = kies_regels(_codes(kies), _codes(negeer))
    bestanden = vind_brieven(bestand)
    uit = _plek_voor_opmerkingen(opmerkingen, bestanden, overschrijf=overschrijf)
    nieuw = bereid_voor(herstel, bestanden, overschrijf=overschrijf)
    nagekeken = _met_voortgang(kijk_na(bestanden, gegevens, regels), len(bestanden))
    if uit is not None:
        nagekeken = _met_opmerkingen(nagekeken, uit, gegevens, vanaf, overschrijf=overschrijf)
    if nieuw is None:
        with zelden_opruimen():
            return _toon(nagekeken, gegevens, formaat, vanaf)
    alle = list(nagekeken)
    code = _toon(alle, gegevens, formaat, vanaf)
    schrijf_nieuwe_brief(alle[0], gegevens, nieuw)
    return code


def _codes(tekst: str | None) -> tuple[str, ...]:
    return tuple(deel for deel in (tekst or "").replace(",", " ").split() if deel)


def _lees_dossier(pad: str | None) -> Dossier | None:
    if pad is None:
        return None
    from wiktool.invoer.dossierbestand import lees_dossier
    from wiktool.invoer.instellingen import zoek_instellingen

    return lees_dossier(pad, instellingen=zoek_instellingen())


def _plek_voor_opmerkingen(
    uit: str | None, bestanden: Sequence[str], *, overschrijf: bool
) -> Path | None:
    """Where the copy with comments goes; refused before any letter is read.

    Raises:
        GebruiksFout: more letters than one, a name that is no Word file, or the letter itself.
        BestandFout: nothing may be written there.
    """
    from wiktool.taken.wegschrijven import mag_schrijven

    if uit is None:
        return None
    pad = Path(uit)
    if len(bestanden) != 1:
        raise GebruiksFout(
            "--opmerkingen past bij één brief", doe="controleer de brieven een voor een"
        )
    if pad.suffix.lower() != ".docx":
        raise GebruiksFout(f"«{uit}» is geen naam voor een Word-brief", doe="noem een .docx")
    if pad.resolve() == Path(bestanden[0]).resolve():
        raise GebruiksFout(
            f"«{uit}» is de brief zelf; die blijft zoals hij is", doe="noem een ander bestand"
        )
    mag_schrijven(pad, overschrijf=overschrijf)
    return pad


def _met_opmerkingen(
    nagekeken: Iterable[Nagekeken],
    uit: Path,
    gegevens: Toetsgegevens,
    ernst: Ernst,
    *,
    overschrijf: bool,
) -> Iterator[Nagekeken]:
    """Write the copy of each letter that could be read, and pass its outcome on."""
    from wiktool.taken.opmerkingen.brief import schrijf_opmerkingen
    from wiktool.weergave.controle import zichtbaar

    for uitkomst in nagekeken:
        if uitkomst.toetsing is not None:
            punten: list[Bevinding | NietTeBeoordelen] = [
                *zichtbaar(uitkomst.toetsing.bevindingen, ernst),
                *uitkomst.toetsing.niet_te_beoordelen,
            ]
            schrijf_opmerkingen(
                uitkomst, punten, uit, peildatum=gegevens.peildatum, overschrijf=overschrijf
            )
            typer.echo(f"geschreven: {uit}", err=True)
        yield uitkomst


def _met_voortgang(nagekeken: Iterator[Nagekeken], aantal: int) -> Iterator[Nagekeken]:
    """A progress bar on stderr, on a terminal and for several letters only."""
    if aantal < 2 or not sys.stderr.isatty():
        yield from nagekeken
        return
    from wiktool.cli.voortgang import Voortgang

    with Voortgang("brieven") as voortgang:
        for gedaan, uitkomst in enumerate(nagekeken, start=1):
            yield uitkomst
            voortgang.meld(gedaan, aantal)


def _toon(
    nagekeken: Iterable[Nagekeken], gegevens: Toetsgegevens, formaat: str, ernst: Ernst
) -> int:
    """Write the outcomes in the order of the files, and return the exit code.

    Text is written as it comes. What is kept for the summary or for JSON is the outcome only: over
    thousands of letters their text would fill the memory.
    """
    from wiktool.weergave import controle as weergave

    alle: list[Nagekeken] = []
    for uitkomst in nagekeken:
        if uitkomst.fout is not None:
            meld(uitkomst.fout)
        elif formaat == opties.TEKST:
            opties.schrijf(weergave.als_tekst(uitkomst, opties.opmaak(), ernst=ernst) + "\n\n")
        alle.append(uitkomst if formaat == _SARIF else replace(uitkomst, brief=None))
    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        inhoud = weergave.als_gegevens(alle, gegevens.peildatum, ernst=ernst)
        opties.schrijf(als_json("controle", inhoud))
    elif formaat == _SARIF:
        from wiktool.weergave.sarif import als_sarif

        opties.schrijf(als_sarif(alle, ernst=ernst))
    else:
        opties.schrijf(weergave.samenvatting(alle))
    return ernstigste([_code(uitkomst) for uitkomst in alle])


def _code(uitkomst: Nagekeken) -> int:
    from wiktool.controle.model import Oordeel

    if uitkomst.toetsing is None:
        return NIET_MOGELIJK
    codes = {
        Oordeel.VOLDOET: KLAAR,
        Oordeel.VOLDOET_NIET: BEVINDINGEN,
        Oordeel.NIET_TE_BEOORDELEN: ZELF_NAKIJKEN,
    }
    return codes[uitkomst.toetsing.oordeel]


app = opties.nieuwe_app(
    controleer,
    voorbeelden=(
        "wiktool controleer brief.docx",
        "wiktool controleer brief.pdf --verzonden 2026-11-23",
        "wiktool controleer brieven/ --formaat json",
        "wiktool controleer brief.docx --opmerkingen nagekeken.docx",
        "wiktool controleer brief.docx --herstel nieuw.docx",
        "wiktool controleer - < brief.txt",
    ),
)
