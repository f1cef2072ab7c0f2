"""What a letter still needs, asked on a terminal: a whole dossier, or the little missing in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wiktool.cli import opties, vragen
from wiktool.invoer.dossieropbouw import bouw_dossier
from wiktool.invoer.nummers import lees_iban, lees_postcode
from wiktool.kern.begrippen import Briefsoort, Hoedanigheid
from wiktool.kern.datum import lees_datum
from wiktool.kern.fouten import DossierFout
from wiktool.kern.geld import lees_hoofdsom
from wiktool.kern.notatie import bedrag_machine, datum_nl
from wiktool.recht.verzuim import bepaal_verzuim_in

if TYPE_CHECKING:
    from wiktool.invoer.instellingen import Instellingen
    from wiktool.kern.dossier import Dossier, Vordering


def vraag_dossier(instellingen: Instellingen) -> Dossier:
    """Ask for everything a letter needs; what the settings know is not asked."""
    gegevens: dict[str, Any] = {}
    if instellingen.schuldeiser is None:
        opties.zeg("Wie heeft het geld te goed? (wiktool instellen bewaart dit voor alle brieven)")
        gegevens["schuldeiser"] = {**_vraag_adres(), "iban": vragen.vraag("IBAN:", lees_iban)}
    opties.zeg("Wie moet betalen?")
    soort = vragen.keuze("Wat is de schuldenaar?", Hoedanigheid, standaard=Hoedanigheid.CONSUMENT)
    gegevens["schuldenaar"] = {**_vraag_adres(), "hoedanigheid": soort}
    gegevens["vorderingen"] = []
    while True:
        opties.zeg("Welke factuur?")
        nieuw = {**gegevens, "vorderingen": [*gegevens["vorderingen"], _vraag_vordering()]}
        try:
            dossier = bouw_dossier(nieuw, instellingen=instellingen)
        except DossierFout as fout:
            if not all(gebrek.startswith("vorderingen[") for gebrek in fout.gebreken):
                raise
            opties.zeg(*(f"  {gebrek}" for gebrek in fout.gebreken), "Geef deze factuur opnieuw.")
            continue
        gegevens = nieuw
        if not vragen.ja_nee("Nog een factuur?", standaard=False):
            return dossier


def _vraag_adres() -> dict[str, str]:
    return {
        "naam": vragen.tekst("Naam:", verplicht=True),
        "adres": vragen.tekst("Straat en huisnummer:"),
        "postcode": vragen.vraag("Postcode:", vragen.indien_gegeven(lees_postcode)),
        "plaats": vragen.tekst("Plaats:"),
    }


def _vraag_vordering() -> dict[str, Any]:
    return {
        "factuurnummer": vragen.tekst("Factuurnummer:", verplicht=True),
        "factuurdatum": vragen.vraag("Factuurdatum (21-11-2026):", lees_datum),
        "vervaldatum": vragen.vraag("Laatste dag om te betalen:", lees_datum),
        "bedrag": bedrag_machine(vragen.vraag("Bedrag:", lees_hoofdsom)),
        "fatale_termijn": vragen.ja_nee(
            "Staat die dag of termijn in het contract of in geldige algemene voorwaarden?"
        ),
    }


def bied_aan_te_bewaren(dossier: Dossier) -> None:
    """Keep the dossier for the next letter, if the user wants that."""
    from wiktool.invoer.dossierschrijven import als_toml
    from wiktool.taken.wegschrijven import schrijf_bestand

    def bewaar(naam: str) -> None:
        if naam:
            pad = Path(naam if naam.endswith(".toml") else f"{naam}.toml")
            schrijf_bestand(pad, als_toml(dossier).encode())
            opties.zeg(f"bewaard: {pad}")

    vragen.vraag("Bewaar dit dossier als (leeg: niet bewaren):", bewaar)


def vul_aan(dossier: Dossier, soort: Briefsoort) -> Dossier:
    """Ask for the little that is missing for this letter."""
    if not _heeft_rekening(dossier):
        iban = vragen.vraag("Op welke rekening (IBAN) moet er betaald worden?", lees_iban)
        dossier = replace(dossier, schuldeiser=replace(dossier.schuldeiser, iban=iban))
    if dossier.schuldenaar.hoedanigheid is None:
        gekozen = vragen.keuze(
            f"Wat is {dossier.schuldenaar.naam}?", Hoedanigheid, standaard=Hoedanigheid.CONSUMENT
        )
        schuldenaar = replace(dossier.schuldenaar, hoedanigheid=Hoedanigheid(gekozen))
        dossier = replace(dossier, schuldenaar=schuldenaar)
    if soort in (Briefsoort.WIK, Briefsoort.SOMMATIE):
        dossier = _vraag_termijnen(dossier)
    return dossier


def meld_ontbrekend(dossier: Dossier, soort: Briefsoort) -> None:
    """Without anybody to ask: name everything that is missing, at once.

    Raises:
        DossierFout: an account to pay to is missing; and whatever else is.
    """
    if _heeft_rekening(dossier):
        return
    gebreken = ["schuldeiser.iban ontbreekt: op welke rekening moet er betaald worden?"]
    if soort in (Briefsoort.WIK, Briefsoort.SOMMATIE):
        gebreken += [
            f"vorderingen[{nummer}].fatale_termijn ontbreekt: is de betaaltermijn van factuur "
            f"{vordering.factuurnummer} afgesproken?"
            for nummer, vordering in enumerate(dossier.vorderingen, start=1)
            if _termijn_onbekend(dossier, vordering)
        ]
    raise DossierFout(
        "er ontbreken gegevens voor deze brief",
        gebreken=tuple(gebreken),
        doe="vul ze aan in het dossier of in wiktool.toml",
    )


def _heeft_rekening(dossier: Dossier) -> bool:
    bureau = dossier.incassobureau
    return bool(dossier.schuldeiser.iban or (bureau is not None and bureau.iban))


def _termijn_onbekend(dossier: Dossier, vordering: Vordering) -> bool:
    return (
        vordering.fatale_termijn is None
        and vordering.vervaldatum is not None
        and bepaal_verzuim_in(dossier, vordering).datum is None
    )


def _vraag_termijnen(dossier: Dossier) -> Dossier:
    vorderingen = []
    for vordering in dossier.vorderingen:
        if _termijn_onbekend(dossier, vordering) and vordering.vervaldatum is not None:
            afgesproken = vragen.ja_nee(
                f"Factuur {vordering.factuurnummer}: is {datum_nl(vordering.vervaldatum)} als "
                "laatste dag afgesproken, in het contract of in geldige algemene voorwaarden?"
            )
            vordering = replace(vordering, fatale_termijn=afgesproken)  # noqa: PLW2901, RUF100
        vorderingen.append(vordering)
    return replace(dossier, vorderingen=tuple(vorderingen))
