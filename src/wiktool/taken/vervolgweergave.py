"""What can be done now, as text, rows and data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.kern.notatie import bedrag_machine, datum_nl, euro
from wiktool.taken.serie.uitvoer import als_rij
from wiktool.taken.vervolg import Vervolgstand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wiktool.taken.vervolg import Vervolg

KOLOMMEN: Final = (
    "schuldenaar_nummer",
    "schuldenaar",
    "stand",
    "laatste_dag",
    "kosten_vanaf",
    "betaald",
    "hoofdsom",
    "kosten",
    "btw",
    "kosten_open",
    "rente",
    "saldo",
    "sommatie",
    "opmerking",
)


def als_tekst(gevonden: Sequence[Vervolg], peildatum: date) -> str:
    """One paragraph per debtor, and a count at the end."""
    regels = [f"Stand op {datum_nl(peildatum)}"]
    for stap in gevonden:
        regels += ["", f"{stap.naam or stap.nummer}: {_in_woorden(stap)}"]
        regels += [f"  {opmerking}" for opmerking in stap.opmerkingen]
    tellingen = [
        f"{aantal} {stand.value.replace('_', ' ')}"
        for stand in Vervolgstand
        if (aantal := sum(stap.stand is stand for stap in gevonden))
    ]
    return "\n".join([*regels, "", ", ".join(tellingen) or "geen brieven"])


def _in_woorden(stap: Vervolg) -> str:
    if stap.stand is Vervolgstand.VOLDAAN:
        rest = f"; aan rente staat nog {euro(stap.saldo)} open" if stap.saldo else ""
        return f"voldaan{rest}"
    if stap.stand is Vervolgstand.ONBEKEND:
        return "niet te zeggen"
    if stap.stand is Vervolgstand.GEEN_BRIEF:
        return f"nog geen veertiendagenbrief; open {euro(stap.saldo)}, zonder kosten"
    if stap.stand is Vervolgstand.WACHT and stap.laatste_dag is not None:
        return f"wacht tot en met {datum_nl(stap.laatste_dag)}; open {euro(stap.hoofdsom)}"
    wat = "deels betaald" if stap.stand is Vervolgstand.DEELS_BETAALD else "niet betaald"
    delen = [f"hoofdsom {euro(stap.hoofdsom)}"]
    if stap.kosten_open:
        delen.append(f"kosten {euro(stap.kosten_open)}")
    if stap.rente:
        delen.append(f"rente {euro(stap.rente)}")
    volgt = "sommatie kan" if stap.kan_sommeren else _bezwaar(stap)
    return f"{wat}; {', '.join(delen)}, samen {euro(stap.saldo)}; {volgt}"


def _bezwaar(stap: Vervolg) -> str:
    return f"nog geen sommatie: {stap.bezwaar.melding}" if stap.bezwaar else "geen sommatie"


def als_gegevens(gevonden: Sequence[Vervolg], peildatum: date) -> dict[str, Any]:
    """Everything for programs."""
    return {"peildatum": peildatum, "brieven": [regel(stap) for stap in gevonden]}


def regel(stap: Vervolg) -> dict[str, Any]:
    """One debtor for programs."""
    return {
        "schuldenaar_nummer": stap.nummer,
        "schuldenaar": stap.naam,
        "stand": stap.stand.value,
        "laatste_dag": stap.laatste_dag,
        "kosten_vanaf": stap.kosten_vanaf,
        "betaald": stap.betaald,
        "hoofdsom": stap.hoofdsom,
        "kosten": stap.kosten,
        "btw": stap.btw,
        "kosten_open": stap.kosten_open,
        "rente": stap.rente,
        "saldo": stap.saldo,
        "sommatie": stap.kan_sommeren,
        "bezwaar": stap.bezwaar.melding if stap.bezwaar else None,
        "opmerkingen": list(stap.opmerkingen),
    }


def als_csv(gevonden: Sequence[Vervolg]) -> str:
    """One row per debtor, safe to open in a spreadsheet."""
    rijen = [KOLOMMEN, *map(_rij, gevonden)]
    return "\n".join(als_rij(rij).rstrip("\r\n") for rij in rijen)


def _rij(stap: Vervolg) -> tuple[str, ...]:
    bedragen = (
        *(stap.betaald, stap.hoofdsom, stap.kosten, stap.btw),
        *(stap.kosten_open, stap.rente, stap.saldo),
    )
    return (
        stap.nummer,
        stap.naam,
        stap.stand.value,
        stap.laatste_dag.isoformat() if stap.laatste_dag else "",
        stap.kosten_vanaf.isoformat() if stap.kosten_vanaf else "",
        *map(bedrag_machine, bedragen),
        "ja" if stap.kan_sommeren else "nee",
        "; ".join(stap.opmerkingen),
    )
