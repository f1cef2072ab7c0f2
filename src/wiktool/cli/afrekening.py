"""``wiktool afrekening``: what is owed on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wiktool.cli import opties

if TYPE_CHECKING:
    from wiktool.recht.afrekening import Afrekening

_FORMATEN = (opties.TEKST, opties.JSON, opties.CSV)


def afrekening(
    dossier: Annotated[
        str,
        typer.Argument(
            metavar="DOSSIER", help="Een .toml, .json of UBL-factuur (.xml); - is stdin."
        ),
    ],
    peildatum: opties.Peildatum = None,
    formaat: Annotated[str, opties.formaatoptie(*_FORMATEN)] = opties.TEKST,
) -> None:
    """Bereken wat er op een dag verschuldigd is: hoofdsom, rente, kosten en betalingen.

    Betalingen worden toegerekend op volgorde van datum: eerst op kosten, dan rente, dan hoofdsom.
    """
    from wiktool.invoer.dossierbestand import lees_dossier
    from wiktool.invoer.instellingen import zoek_instellingen
    from wiktool.recht.afrekening import bereken_afrekening

    opties.kies(formaat, _FORMATEN, "--formaat")
    dag = opties.lees_peildatum(peildatum)
    feiten = lees_dossier(dossier, instellingen=zoek_instellingen())
    opties.schrijf(_in_formaat(bereken_afrekening(feiten, peildatum=dag), formaat))


def _in_formaat(uitkomst: Afrekening, formaat: str) -> str:
    from wiktool.weergave import afrekening as weergave

    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        return als_json("afrekening", weergave.als_gegevens(uitkomst))
    if formaat == opties.CSV:
        from wiktool.weergave.csv import als_csvregel

        rijen = [weergave.KOLOMMEN, *weergave.als_rijen(uitkomst)]
        return "\n".join(als_csvregel(rij) for rij in rijen)
    return weergave.als_tekst(uitkomst, opties.opmaak())


app = opties.nieuwe_app(
    afrekening,
    voorbeelden=(
        "wiktool afrekening dossier.toml",
        "wiktool afrekening dossier.toml --peildatum 2026-11-21",
        "wiktool afrekening dossier.toml --formaat json",
    ),
)
