"""``wiktool termijn``: the last day of the fourteen."""

from __future__ import annotations

from typing import Annotated

from wiktool.cli import opties
from wiktool.kern.begrippen import Bezorgwijze
from wiktool.kern.datum import lees_datum
from wiktool.kern.fouten import GebruiksFout
from wiktool.recht.termijnen import bereken_termijn
from wiktool.weergave import termijn as weergave


def termijn(
    verzonden: Annotated[
        str | None, opties.dagoptie("--verzonden", hulp="Dag van verzending.")
    ] = None,
    ontvangen: Annotated[
        str | None,
        opties.dagoptie("--ontvangen", hulp="Dag van ontvangst, als die vaststaat (aangetekend)."),
    ] = None,
    bezorging: Annotated[
        str,
        opties.keuzeoptie("--bezorging", Bezorgwijze, "Hoe de brief is bezorgd."),
    ] = Bezorgwijze.POST.value,
    peildatum: opties.Peildatum = None,
    formaat: Annotated[str, opties.formaatoptie(opties.TEKST, opties.JSON)] = opties.TEKST,
) -> None:
    """Bereken de laatste dag van de veertiendagentermijn, vanaf de dag na ontvangst."""
    opties.kies(formaat, (opties.TEKST, opties.JSON), "--formaat")
    wijze = Bezorgwijze(opties.kies(bezorging, Bezorgwijze, "--bezorging"))
    if (verzonden is None) == (ontvangen is None):
        wat = "ontbreken allebei" if verzonden is None else "gaan niet samen"
        raise GebruiksFout(
            f"--verzonden en --ontvangen {wat}",
            doe="geef --verzonden (de ontvangst wordt berekend) of --ontvangen (als die vaststaat)",
        )
    dag = opties.lees_peildatum(peildatum)
    berekening = bereken_termijn(
        verzonden=opties.lees_indien(lees_datum, verzonden, "--verzonden"),
        ontvangen=opties.lees_indien(lees_datum, ontvangen, "--ontvangen"),
        bezorging=wijze,
    )
    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        opties.schrijf(als_json("termijnberekening", weergave.als_gegevens(berekening, dag)))
    else:
        opties.schrijf(weergave.als_tekst(berekening, opties.opmaak(), dag))


app = opties.nieuwe_app(
    termijn,
    voorbeelden=(
        "wiktool termijn --verzonden 2026-11-27",
        "wiktool termijn --verzonden 27-11-2026 --bezorging email",
        "wiktool termijn --ontvangen 2026-12-01 --formaat json",
    ),
)
