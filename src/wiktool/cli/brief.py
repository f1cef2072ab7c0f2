"""``wiktool brief``: one letter, checked before it is written."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wiktool.cli import opties
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
from wiktool.kern.datum import lees_datum
from wiktool.kern.fouten import GebruiksFout
from wiktool.kern.notatie import dag_en_datum_nl, euro

if TYPE_CHECKING:
    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.invoer.instellingen import Formaat, Instellingen
    from wiktool.kern.dossier import Dossier
    from wiktool.taken.briefmaken import Gemaakt


def brief(
    soort: Annotated[
        str,
        typer.Argument(
            metavar="SOORT",
            help="herinnering, ingebrekestelling, wik of sommatie.",
            autocompletion=opties.vul_aan(Briefsoort),
        ),
    ],
    dossier: Annotated[
        str | None,
        typer.Argument(
            metavar="[DOSSIER]",
            help="Een .toml, .json of UBL-factuur (.xml); - leest standaardinvoer.",
            show_default=False,
        ),
    ] = None,
    uit: Annotated[
        str | None,
        typer.Option(
            "--uit", metavar="PAD", help="Schrijf hierheen; de extensie kiest het formaat."
        ),
    ] = None,
    formaat: Annotated[
        str | None,
        opties.keuzeoptie(
            "--formaat",
            opties.BRIEFFORMATEN,
            "Formaat van de brief. [standaard: naar --uit, anders txt]",
        ),
    ] = None,
    toon: opties.Toonkeuze = None,
    taal: opties.Taalkeuze = None,
    bezorging: opties.Bezorging = None,
    datum: Annotated[
        str | None,
        opties.dagoptie(
            "--datum",
            "--peildatum",
            hulp="Datum van de brief. [standaard: die van het dossier, anders vandaag]",
        ),
    ] = None,
    fatale_termijn: Annotated[
        bool | None,
        opties.janeeoptie(
            "--fatale-termijn/--geen-fatale-termijn",
            "Of de betaaltermijn is afgesproken, in het contract of geldige voorwaarden.",
        ),
    ] = None,
    hoedanigheid: opties.Hoedanigheidkeuze = None,
    sjabloon: Annotated[
        str | None,
        typer.Option("--sjabloon", metavar="PAD", help="Eigen Word-sjabloon (.docx)."),
    ] = None,
    venster: Annotated[
        str | None,
        typer.Option(
            "--venster",
            metavar="NAAM",
            help="Vensterenvelop: c56-links, c56-rechts, c5-links, c5-rechts, of links,boven,"
            "breedte,hoogte in millimeters.",
        ),
    ] = None,
    venster_overlay: Annotated[
        bool, typer.Option("--venster-overlay", help="Teken het venster op de brief (proefdruk).")
    ] = False,
    toch: Annotated[
        bool, typer.Option("--toch", help="Maak de brief ook als hij geen werking zou hebben.")
    ] = False,
    overschrijf: opties.Overschrijf = False,
    geen_vragen: opties.GeenVragen = False,
) -> int:
    """Maak een herinnering, ingebrekestelling, WIK-brief of sommatie.

    De brief wordt eerst gecontroleerd. Wat geen werking zou hebben, wordt niet geschreven. Zonder
    --uit gaat de tekst naar het scherm.
    """
    from wiktool.invoer.instellingen import zoek_instellingen
    from wiktool.taken.briefmaken import kies_brief, leg_op, maak_brief
    from wiktool.taken.formaten import MET_SJABLOON
    from wiktool.taken.huisstijl import maak_huisstijl

    gekozen = Briefsoort(opties.kies(soort, Briefsoort, "SOORT"))
    instellingen = zoek_instellingen()
    pad = Path(uit) if uit is not None else None
    vorm = _formaat(pad, formaat, instellingen, overschrijf=overschrijf)
    if sjabloon is not None and vorm not in MET_SJABLOON:
        raise GebruiksFout(f"een eigen Word-sjabloon maakt geen .{vorm}", doe="kies .docx of .pdf")
    stijl = maak_huisstijl(
        instellingen,
        sjabloon=Path(sjabloon) if sjabloon is not None else None,
        venster=venster or "",
        overlay=venster_overlay,
    )
    feiten = _lees_feiten(
        dossier,
        gekozen,
        instellingen,
        hoedanigheid=opties.lees_keuze(hoedanigheid, Hoedanigheid, "--hoedanigheid"),
        fatale_termijn=fatale_termijn,
        geen_vragen=geen_vragen,
    )
    dag = opties.lees_indien(lees_datum, datum, "--datum") or feiten.brief.datum
    keuzes = kies_brief(
        feiten,
        gekozen,
        datum=dag or opties.lees_peildatum(None),
        toon=opties.lees_keuze(toon, Toon, "--toon"),
        taal=opties.lees_keuze(taal, Taal, "--taal"),
        bezorging=opties.lees_keuze(bezorging, Bezorgwijze, "--bezorging"),
    )
    gemaakt = maak_brief(feiten, keuzes, toch=toch)
    _schrijf(leg_op(gemaakt, vorm, keuzes, stijl, toch=toch), pad, overschrijf=overschrijf)
    _vertel(gemaakt, pad, stijl, toch=toch)
    return 0


def _formaat(
    pad: Path | None, formaat: str | None, instellingen: Instellingen, *, overschrijf: bool
) -> Formaat:
    """The format, and an early refusal of a place where nothing can be written."""
    from wiktool.taken.formaten import OP_EEN_SCHERM, Formaat, kies_formaat
    from wiktool.taken.wegschrijven import mag_schrijven

    if pad is not None and not pad.suffix and formaat is None and instellingen.formaat is not None:
        formaat = instellingen.formaat
    vorm = kies_formaat(pad, opties.lees_keuze(formaat, Formaat, "--formaat"))
    if pad is not None:
        mag_schrijven(pad, overschrijf=overschrijf)
    elif vorm not in OP_EEN_SCHERM and sys.stdout.isatty():
        raise GebruiksFout(f"{vorm} past niet op een scherm", doe="geef --uit met een bestandsnaam")
    return vorm


def _lees_feiten(
    bron: str | None,
    soort: Briefsoort,
    instellingen: Instellingen,
    *,
    hoedanigheid: Hoedanigheid | None,
    fatale_termijn: bool | None,
    geen_vragen: bool,
) -> Dossier:
    """The dossier, with the flags on top (a flag wins), and questions for what is missing."""
    from wiktool.cli import dossiervragen
    from wiktool.cli.vragen import mag_vragen
    from wiktool.invoer.dossierbestand import lees_dossier

    vragen = bron != "-" and mag_vragen(geen_vragen=geen_vragen)
    if bron is None:
        if not vragen:
            raise GebruiksFout(
                "DOSSIER ontbreekt, en er is niemand om iets aan te vragen",
                doe="geef een .toml, .json of UBL-factuur (.xml); docs/dossier.md noemt elk veld",
            )
        dossier = dossiervragen.vraag_dossier(instellingen)
    else:
        dossier = lees_dossier(bron, instellingen=instellingen)
    if hoedanigheid is not None:
        schuldenaar = replace(dossier.schuldenaar, hoedanigheid=hoedanigheid)
        dossier = replace(dossier, schuldenaar=schuldenaar)
    if fatale_termijn is not None:
        vorderingen = tuple(replace(v, fatale_termijn=fatale_termijn) for v in dossier.vorderingen)
        dossier = replace(dossier, vorderingen=vorderingen)
    if vragen:
        dossier = dossiervragen.vul_aan(dossier, soort)
        if bron is None:
            dossiervragen.bied_aan_te_bewaren(dossier)
    else:
        dossiervragen.meld_ontbrekend(dossier, soort)
    return dossier


def _schrijf(inhoud: bytes, pad: Path | None, *, overschrijf: bool) -> None:
    from wiktool.taken.wegschrijven import schrijf_bestand

    if pad is not None:
        schrijf_bestand(pad, inhoud, overschrijf=overschrijf)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(inhoud)
    sys.stdout.buffer.flush()


def _vertel(gemaakt: Gemaakt, pad: Path | None, stijl: Huisstijl, *, toch: bool) -> None:
    """Say on stderr what was made, and what to mind."""
    regels = [f"geschreven: {pad}"] if pad is not None else []
    kosten, termijn = gemaakt.grondslag.kosten, gemaakt.termijn
    if kosten is not None:
        wanneer = (
            "waarschijnlijk niet verschuldigd door deze brief"
            if gemaakt.overstemd
            else f"verschuldigd vanaf {dag_en_datum_nl(termijn.kosten_vanaf)} "
            "als er dan niet is betaald"
        )
        hoofdsom = euro(gemaakt.grondslag.hoofdsom)
        regels.append(f"hoofdsom {hoofdsom}, incassokosten {euro(kosten.totaal)} {wanneer}")
    if stijl.overlay:
        regels.append(f"venster: {stijl.vak.titel} ({stijl.vak.herkomst})")
    regels += [
        f"toch gemaakt, hoewel: {reden.melding} ({reden.aanhaling})" for reden in gemaakt.overstemd
    ]
    if toch:
        regels += _controle(gemaakt)
    regels += [
        regel
        for kanttekening in gemaakt.kanttekeningen
        for regel in _alinea(f"let op: {kanttekening.tekst}")
    ]
    opties.zeg(*regels)


def _controle(gemaakt: Gemaakt) -> list[str]:
    """The letter's own check, as ``controleer`` would show it."""
    from wiktool.brieven.opmaak_tekst import als_brieftekst
    from wiktool.controle.model import Nagekeken
    from wiktool.weergave.controle import als_tekst

    nagekeken = Nagekeken(
        bestand="controle van deze brief",
        brief=als_brieftekst(gemaakt.brief),
        toetsing=gemaakt.toetsing,
    )
    return als_tekst(nagekeken, opties.opmaak()).splitlines()


def _alinea(tekst: str) -> list[str]:
    import textwrap

    return textwrap.wrap(tekst, 78, subsequent_indent="  ")


app = opties.nieuwe_app(
    brief,
    voorbeelden=(
        "wiktool brief wik dossier.toml --uit brief.docx",
        "wiktool brief wik factuur.xml --fatale-termijn --uit brief.pdf",
        "wiktool brief herinnering dossier.toml --toon mild",
        "wiktool brief wik dossier.toml --sjabloon eigen.docx --uit brief.docx",
    ),
)
