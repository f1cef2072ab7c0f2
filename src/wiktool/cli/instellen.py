"""``wiktool instellen``: the creditor's data, kept in ``wiktool.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from wiktool.cli import opties, vragen
from wiktool.kern.fouten import GebruiksFout

if TYPE_CHECKING:
    from collections.abc import Callable

UITBESTEDEN: Final = (
    "Laat u onbetaalde rekeningen innen door een ander bedrijf, zoals een incassobureau?"
)
VERREKENEN: Final = (
    "Kunt u de btw die dat bedrijf u rekent, aftrekken in uw btw-aangifte? (Zorg, onderwijs, "
    "verhuur van woningen, verenigingen en wie de kleineondernemersregeling gebruikt: meestal nee)"
)
TERMIJN: Final = (
    "Staat uw betaaltermijn in uw contracten of in geldige algemene voorwaarden? (Alleen op de "
    "factuur is niet genoeg)"
)


def instellen(
    naam: Annotated[
        str | None, typer.Option("--naam", metavar="NAAM", help="Naam van de schuldeiser.")
    ] = None,
    adres: Annotated[
        str | None, typer.Option("--adres", metavar="ADRES", help="Straat en huisnummer.")
    ] = None,
    postcode: Annotated[
        str | None, typer.Option("--postcode", metavar="POSTCODE", help="Postcode.")
    ] = None,
    plaats: Annotated[
        str | None, typer.Option("--plaats", metavar="PLAATS", help="Plaats.")
    ] = None,
    kvk: Annotated[
        str | None, typer.Option("--kvk", metavar="NUMMER", help="KvK-nummer, acht cijfers.")
    ] = None,
    iban: Annotated[
        str | None, typer.Option("--iban", metavar="IBAN", help="Rekeningnummer.")
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", metavar="ADRES", help="E-mailadres.")
    ] = None,
    telefoon: Annotated[
        str | None, typer.Option("--telefoon", metavar="NUMMER", help="Telefoonnummer.")
    ] = None,
    website: Annotated[
        str | None, typer.Option("--website", metavar="ADRES", help="Website.")
    ] = None,
    uitbesteed: Annotated[
        bool | None,
        opties.janeeoptie("--uitbesteed/--zelf-innen", "Of een ander bedrijf voor u int."),
    ] = None,
    btw_verrekenbaar: Annotated[
        bool | None,
        opties.janeeoptie(
            "--btw-verrekenbaar/--btw-niet-verrekenbaar",
            "Of u de btw over die dienst kunt aftrekken.",
        ),
    ] = None,
    fatale_termijn: Annotated[
        bool | None,
        opties.janeeoptie(
            "--fatale-termijn/--geen-fatale-termijn", "Of uw betaaltermijn is afgesproken."
        ),
    ] = None,
    hier: Annotated[
        bool, typer.Option("--hier", help="Schrijf wiktool.toml in deze map, niet in de uwe.")
    ] = False,
    overschrijf: opties.Overschrijf = False,
    geen_vragen: opties.GeenVragen = False,
) -> None:
    """Leg de gegevens van de schuldeiser vast in wiktool.toml, zodat elke brief ze kent.

    Op een scherm vraagt wiktool wat u niet met een optie geeft. De twee btw-vragen bepalen of er
    btw over de incassokosten mag komen.
    """
    from wiktool.invoer.instellingen import BESTANDSNAAM, gebruikersmap
    from wiktool.taken.wegschrijven import mag_schrijven, schrijf_bestand

    pad = Path(BESTANDSNAAM) if hier else gebruikersmap() / BESTANDSNAAM
    pad.parent.mkdir(parents=True, exist_ok=True)
    mag_schrijven(pad, overschrijf=overschrijf)
    gegeven = {
        "naam": naam,
        "adres": adres,
        "postcode": postcode,
        "plaats": plaats,
        "kvk": kvk,
        "iban": iban,
        "email": email,
        "telefoon": telefoon,
        "website": website,
        "uitbesteed": uitbesteed,
        "btw_verrekenbaar": btw_verrekenbaar,
        "fatale_termijn": fatale_termijn,
    }
    bestaand = _bestaand(pad)
    velden = {**bestaand.get("schuldeiser", {}), **_gelezen(gegeven)}
    if vragen.mag_vragen(geen_vragen=geen_vragen):
        velden = _vraag(velden, al_gegeven=_gelezen(gegeven))
    _stop_bij_ontbrekend(velden)
    bestaand["schuldeiser"] = {
        sleutel: waarde for sleutel, waarde in velden.items() if waarde not in ("", None)
    }
    schrijf_bestand(pad, _als_toml(bestaand), overschrijf=overschrijf)
    opties.zeg(f"geschreven: {pad}")
    opties.zeg(_btw_uitleg(velden))


def _bestaand(pad: Path) -> dict[str, Any]:
    """What the file already holds; a file with faults is refused, not lost."""
    from wiktool.invoer.instellingen import lees_instellingen

    if not pad.exists():
        return {}
    lees_instellingen(pad)
    return tomllib.loads(pad.read_text(encoding="utf-8-sig"))


def _lezers() -> dict[str, Callable[[str], str]]:
    from wiktool.invoer import nummers

    return {
        "postcode": nummers.lees_postcode,
        "kvk": nummers.lees_kvk,
        "iban": nummers.lees_iban,
        "email": nummers.lees_email,
    }


def _gelezen(gegeven: dict[str, str | bool | None]) -> dict[str, str | bool]:
    """The options that were given, each read as strictly as in a dossier."""
    lezers = _lezers()
    return {
        veld: opties.lees_op_de_regel(lezers[veld], waarde, f"--{veld}")
        if isinstance(waarde, str) and veld in lezers
        else waarde
        for veld, waarde in gegeven.items()
        if waarde is not None
    }


def _vraag(velden: dict[str, Any], *, al_gegeven: dict[str, str | bool]) -> dict[str, Any]:
    """Ask for what no option gave; what the file held is offered as the answer."""
    lezers = _lezers()
    antwoorden = dict(velden)
    for veld, vraagtekst in (
        ("naam", "Naam van de schuldeiser:"),
        ("adres", "Straat en huisnummer:"),
        ("postcode", "Postcode:"),
        ("plaats", "Plaats:"),
        ("kvk", "KvK-nummer (leeg: geen):"),
        ("iban", "IBAN waarop betaald moet worden:"),
        ("email", "E-mailadres voor vragen:"),
        ("telefoon", "Telefoonnummer voor vragen:"),
        ("website", "Website:"),
    ):
        if veld in al_gegeven:
            continue
        lees = lezers.get(veld, str)
        verplicht = veld in ("naam", "iban")
        antwoorden[veld] = vragen.vraag(
            vraagtekst,
            _verplicht(lees) if verplicht else vragen.indien_gegeven(lees),
            standaard=str(velden.get(veld, "")),
        )
    if "uitbesteed" not in al_gegeven:
        antwoorden["uitbesteed"] = vragen.ja_nee(UITBESTEDEN, standaard=velden.get("uitbesteed"))
    if antwoorden["uitbesteed"] and "btw_verrekenbaar" not in al_gegeven:
        antwoorden["btw_verrekenbaar"] = vragen.ja_nee(
            VERREKENEN, standaard=velden.get("btw_verrekenbaar")
        )
    if "fatale_termijn" not in al_gegeven:
        antwoorden["fatale_termijn"] = vragen.ja_nee_of_leeg(
            TERMIJN, leeg="dat verschilt, of weet ik niet", standaard=velden.get("fatale_termijn")
        )
    return antwoorden


def _verplicht(lees: Callable[[str], str]) -> Callable[[str], str]:
    def streng(antwoord: str) -> str:
        if not antwoord:
            raise GebruiksFout("hier moet iets staan")
        return lees(antwoord)

    return streng


def _stop_bij_ontbrekend(velden: dict[str, Any]) -> None:
    ontbreekt = [f"--{veld}" for veld in ("naam", "iban") if not velden.get(veld)]
    if ontbreekt:
        raise GebruiksFout(
            f"er ontbreekt: {', '.join(ontbreekt)}",
            doe="geef deze opties, of start de opdracht in een terminal",
        )


def _als_toml(gegevens: dict[str, Any]) -> bytes:
    from wiktool.invoer.dossierschrijven import schrijf_toml

    return schrijf_toml(gegevens).encode()


def _btw_uitleg(velden: dict[str, Any]) -> str:
    if velden.get("uitbesteed") and velden.get("btw_verrekenbaar") is False:
        return "btw: de brieven verhogen de incassokosten met btw, en zeggen waarom"
    if velden.get("uitbesteed") and velden.get("btw_verrekenbaar") is None:
        return "btw: geen btw over de incassokosten, zolang niet vaststaat dat u die niet aftrekt"
    return "btw: geen btw over de incassokosten"


app = opties.nieuwe_app(
    instellen,
    voorbeelden=(
        "wiktool instellen",
        'wiktool instellen --naam "Praktijk De Linde" --iban NL91ABNA0417164300',
        "wiktool instellen --hier --overschrijf",
    ),
)
