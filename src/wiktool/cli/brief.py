"""``wiktool brief``: one letter, checked before it is written."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from wiktool.cli import opties
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
from wiktool.kern.datum import lees_datum
from wiktool.kern.fouten import GebruiksFout
from wiktool.kern.notatie import dag_en_datum_nl, euro

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.kern.dossier import Dossier
    from wiktool.taken.briefmaken import Gemaakt

_T = TypeVar("_T", bound=StrEnum)


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
        str,
        typer.Argument(
            metavar="DOSSIER", help="Een .toml, .json of UBL-factuur (.xml); - is stdin."
        ),
    ],
    uit: Annotated[
        str | None,
        typer.Option(
            "--uit", metavar="PAD", help="Schrijf hierheen; de extensie kiest het formaat."
        ),
    ] = None,
    formaat: Annotated[
        str | None,
        typer.Option(
            "--formaat",
            metavar="docx|pdf|html|txt|md|eml",
            help="Formaat van de brief.",
            autocompletion=opties.vul_aan(("docx", "pdf", "html", "txt", "md", "eml")),
        ),
    ] = None,
    toon: Annotated[
        str | None,
        typer.Option(
            "--toon",
            metavar="|".join(Toon),
            help="Toon rond de vaste kern.",
            autocompletion=opties.vul_aan(Toon),
        ),
    ] = None,
    taal: Annotated[
        str | None,
        typer.Option(
            "--taal",
            metavar="|".join(Taal),
            help="Taal van de brief.",
            autocompletion=opties.vul_aan(Taal),
        ),
    ] = None,
    bezorging: Annotated[
        str | None,
        typer.Option(
            "--bezorging",
            metavar="|".join(Bezorgwijze),
            help="Hoe de brief gaat.",
            autocompletion=opties.vul_aan(Bezorgwijze),
        ),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option(
            "--datum",
            "--peildatum",
            metavar="JJJJ-MM-DD",
            help="Datum van de brief. [standaard: die van het dossier, anders vandaag]",
        ),
    ] = None,
    fatale_termijn: Annotated[
        bool | None,
        typer.Option(
            "--fatale-termijn/--geen-fatale-termijn",
            help="Of de betaaltermijn is afgesproken, in het contract of geldige voorwaarden.",
            show_default=False,
        ),
    ] = None,
    hoedanigheid: Annotated[
        str | None,
        typer.Option(
            "--hoedanigheid",
            metavar="|".join(Hoedanigheid),
            help="Van de schuldenaar.",
            autocompletion=opties.vul_aan(Hoedanigheid),
        ),
    ] = None,
    toch: Annotated[
        bool, typer.Option("--toch", help="Maak de brief ook als hij geen werking zou hebben.")
    ] = False,
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang een bestaand bestand.")
    ] = False,
) -> int:
    """Maak een herinnering, ingebrekestelling, WIK-brief of sommatie.

    De brief wordt eerst gecontroleerd. Wat geen werking zou hebben, wordt niet geschreven.
    """
    from wiktool.taken.formaten import Formaat, kies_formaat, maak_op
    from wiktool.taken.wegschrijven import mag_schrijven, schrijf_bestand

    pad = Path(uit) if uit is not None else None
    vorm = kies_formaat(pad, _keuze(formaat, Formaat, "--formaat"))
    if pad is not None:
        mag_schrijven(pad, overschrijf=overschrijf)
    elif not vorm.is_tekst and sys.stdout.isatty():
        raise GebruiksFout(f"{vorm} past niet op een scherm", doe="geef --uit met een bestandsnaam")
    gekozen = Briefsoort(opties.kies(soort, Briefsoort, "SOORT"))
    feiten = _lees(dossier, _keuze(hoedanigheid, Hoedanigheid, "--hoedanigheid"), fatale_termijn)
    dag = opties.lees_indien(lees_datum, datum, "--datum") or feiten.brief.datum
    from wiktool.taken.briefmaken import kies, maak_brief

    keuzes = kies(
        feiten,
        gekozen,
        datum=dag or opties.lees_peildatum(None),
        toon=_keuze(toon, Toon, "--toon"),
        taal=_keuze(taal, Taal, "--taal"),
        bezorging=_keuze(bezorging, Bezorgwijze, "--bezorging"),
    )
    gemaakt = maak_brief(feiten, keuzes, toch=toch)
    inhoud = maak_op(gemaakt.brief, vorm)
    if pad is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(inhoud)
    else:
        schrijf_bestand(pad, inhoud, overschrijf=overschrijf)
    _vertel(gemaakt, pad)
    return 0


def _keuze(tekst: str | None, soort: type[_T], naam: str) -> _T | None:
    return None if tekst is None else soort(opties.kies(tekst, soort, naam))


def _lees(bron: str, hoedanigheid: Hoedanigheid | None, fatale_termijn: bool | None) -> Dossier:
    """The dossier with the flags on top: a flag wins over the file."""
    from wiktool.invoer.dossierbestand import lees_dossier
    from wiktool.invoer.instellingen import zoek_instellingen

    dossier = lees_dossier(bron, instellingen=zoek_instellingen())
    if hoedanigheid is not None:
        schuldenaar = replace(dossier.schuldenaar, hoedanigheid=hoedanigheid)
        dossier = replace(dossier, schuldenaar=schuldenaar)
    if fatale_termijn is not None:
        vorderingen = tuple(replace(v, fatale_termijn=fatale_termijn) for v in dossier.vorderingen)
        dossier = replace(dossier, vorderingen=vorderingen)
    return dossier


def _vertel(gemaakt: Gemaakt, pad: Path | None) -> None:
    """Say on stderr what was made, and what to mind."""
    waarden, termijn = gemaakt.brief.waarden, gemaakt.termijn
    regels = []
    if pad is not None:
        regels.append(f"geschreven: {pad}")
    if waarden.soort is Briefsoort.WIK and gemaakt.grondslag.kosten is not None:
        regels.append(
            f"hoofdsom {euro(gemaakt.grondslag.hoofdsom)}, incassokosten "
            f"{euro(gemaakt.grondslag.kosten.totaal)} verschuldigd vanaf "
            f"{dag_en_datum_nl(termijn.kosten_vanaf)} als er dan niet is betaald"
        )
    regels += [
        f"toch gemaakt, hoewel: {reden.melding} ({reden.aanhaling})" for reden in gemaakt.overstemd
    ]
    regels += [f"let op: {kanttekening.tekst}" for kanttekening in gemaakt.kanttekeningen]
    _zeg(regels)


def _zeg(regels: Sequence[str]) -> None:
    sys.stderr.write("".join(f"{regel}\n" for regel in regels))


app = opties.nieuwe_app(
    brief,
    voorbeelden=(
        "wiktool brief wik dossier.toml --uit brief.docx",
        "wiktool brief wik factuur.xml --fatale-termijn --uit brief.pdf",
        "wiktool brief herinnering dossier.toml --toon mild",
    ),
)
