"""``wiktool sjabloon``: the templates, and whether one of your own will do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from wiktool.cli import opties
from wiktool.cli.hoofd import BEVINDINGEN, KLAAR
from wiktool.cli.nederlands import Opdracht, Opdrachten
from wiktool.kern.begrippen import Briefsoort, Taal
from wiktool.kern.fouten import GebruiksFout

if TYPE_CHECKING:
    from wiktool.taken.sjablonen import Sjabloonrapport

PAPIER: Final = "briefpapier"
NAMEN: Final = "namen"
_TOONBAAR: Final = (*(soort.value for soort in Briefsoort), NAMEN)
_FORMATEN: Final = (opties.TEKST, opties.JSON)

app = typer.Typer(
    cls=Opdrachten,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=opties.toon_voorbeelden(
        (
            "wiktool sjabloon lijst",
            "wiktool sjabloon exporteer eigen.docx",
            "wiktool sjabloon controleer eigen.docx",
        )
    ),
)


@app.callback(invoke_without_command=True)
def sjabloon(ctx: typer.Context) -> None:
    """Bekijk, exporteer en controleer sjablonen."""
    if ctx.invoked_subcommand is None:
        opties.schrijf(ctx.get_help())


@app.command(cls=Opdracht, epilog=opties.toon_voorbeelden(("wiktool sjabloon lijst",)))
def lijst() -> None:
    """Noem de ingebouwde sjablonen."""
    from wiktool.taken.sjablonen import ingebouwd

    breedte = max(len(naam) for naam, _ in ingebouwd())
    opties.schrijf("\n".join(f"{naam:<{breedte}}  {uitleg}" for naam, uitleg in ingebouwd()))


@app.command(
    cls=Opdracht,
    epilog=opties.toon_voorbeelden(
        ("wiktool sjabloon toon wik --taal nl", "wiktool sjabloon toon namen")
    ),
)
def toon(
    naam: Annotated[
        str,
        typer.Argument(
            metavar="NAAM",
            help="Een briefsoort, of namen: alles wat een sjabloon kan noemen.",
            autocompletion=opties.vul_aan(_TOONBAAR),
        ),
    ],
    taal: Annotated[
        str,
        opties.keuzeoptie("--taal", Taal, "Taal van de tekst."),
    ] = Taal.NL.value,
) -> None:
    """Toon de tekst van een brief als sjabloon, of alle namen."""
    from wiktool.taken.sjablonen import brontekst, namen

    opties.kies(naam, _TOONBAAR, "NAAM")
    gekozen = Taal(opties.kies(taal, Taal, "--taal"))
    if naam == NAMEN:
        breedte = max(len(bekend) for bekend, _ in namen())
        opties.schrijf("\n".join(f"{bekend:<{breedte}}  {uitleg}" for bekend, uitleg in namen()))
        return
    opties.schrijf(brontekst(Briefsoort(naam), gekozen))


@app.command(
    cls=Opdracht, epilog=opties.toon_voorbeelden(("wiktool sjabloon exporteer eigen.docx",))
)
def exporteer(
    uit: Annotated[
        str, typer.Argument(metavar="UIT.docx", help="Waar het briefpapier naartoe gaat.")
    ],
    overschrijf: opties.Overschrijf = False,
) -> None:
    """Schrijf het ingebouwde briefpapier, om in Word of LibreOffice aan te passen."""
    from wiktool.taken.sjablonen import briefpapier
    from wiktool.taken.wegschrijven import schrijf_bestand

    pad = Path(uit)
    if pad.suffix.lower() != ".docx":
        raise GebruiksFout(f"«{uit}» is geen .docx", doe="noem een bestand dat eindigt op .docx")
    schrijf_bestand(pad, briefpapier(), overschrijf=overschrijf)
    opties.zeg(f"geschreven: {pad}; gebruik het met --sjabloon {pad}")


@app.command(
    cls=Opdracht, epilog=opties.toon_voorbeelden(("wiktool sjabloon controleer eigen.docx",))
)
def controleer(
    bestand: Annotated[str, typer.Argument(metavar="SJABLOON.docx", help="Uw eigen sjabloon.")],
    formaat: Annotated[str, opties.formaatoptie(*_FORMATEN)] = opties.TEKST,
) -> int:
    """Controleer een eigen Word-sjabloon: de namen, en een proefbrief door de controle."""
    from wiktool.brieven.docxpakket import GRENS
    from wiktool.invoer.bestand import lees_bytes
    from wiktool.taken.sjablonen import controleer_sjabloon

    opties.kies(formaat, _FORMATEN, "--formaat")
    pad = Path(bestand)
    rapport = controleer_sjabloon(lees_bytes(pad, grens=GRENS), pad.name)
    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        opties.schrijf(als_json("sjablooncontrole", _als_gegevens(rapport, bestand)))
    else:
        opties.schrijf("\n".join(_als_regels(rapport, bestand)))
    return KLAAR if rapport.deugt else BEVINDINGEN


def _als_regels(rapport: Sjabloonrapport, bestand: str) -> list[str]:
    oordeel = "deugt" if rapport.deugt else "deugt niet"
    regels = [f"{bestand}: {opties.opmaak().vet(oordeel)}"]
    if not rapport.vult_in and not rapport.fout:
        regels.append("  er staat geen naam tussen {{ }} in: dit is een brief, geen sjabloon")
    regels += [f"  onbekende naam: {naam}" for naam in rapport.onbekend]
    regels += [f"  ontbreekt: {naam} ({waarvoor})" for naam, waarvoor in rapport.ontbreekt]
    if rapport.fout:
        regels.append(f"  geen proefbrief: {rapport.fout}")
    regels += [f"  proefbrief: {fout.code} {fout.melding}" for fout in rapport.fouten]
    if rapport.toetsing is not None:
        regels += [
            f"  proefbrief: {punt.code} {punt.reden}"
            for punt in rapport.toetsing.niet_te_beoordelen
        ]
    if rapport.deugt:
        regels.append("  alle namen bestaan; een proefbrief komt door de controle")
    return regels


def _als_gegevens(rapport: Sjabloonrapport, bestand: str) -> dict[str, object]:
    open_punten = rapport.toetsing.niet_te_beoordelen if rapport.toetsing is not None else ()
    return {
        "bestand": bestand,
        "deugt": rapport.deugt,
        "gebruikt": list(rapport.gebruikt),
        "onbekend": list(rapport.onbekend),
        "ontbreekt": [{"naam": naam, "waarvoor": uitleg} for naam, uitleg in rapport.ontbreekt],
        "fout": rapport.fout or None,
        "bevindingen": [{"code": fout.code, "melding": fout.melding} for fout in rapport.fouten],
        "niet_te_beoordelen": [{"code": p.code, "reden": p.reden} for p in open_punten],
    }
