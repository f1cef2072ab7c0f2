"""The sections of a dossier, each read into its own dataclass. docs/dossier.md describes them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from wiktool.invoer.nummers import lees_bic, lees_email, lees_iban, lees_kvk, lees_postcode
from wiktool.kern.dossier import (
    Aanmaning,
    Afspraken,
    Betaling,
    Bezorgwijze,
    Briefgegevens,
    Briefsoort,
    Hoedanigheid,
    Incassobureau,
    Schuldeiser,
    Schuldenaar,
    Taal,
    Toon,
    Vordering,
)
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import datum_kort

if TYPE_CHECKING:
    from wiktool.invoer.sectie import Sectie

VALUTA: Final = "EUR"
LANGSTE_TERMIJN: Final = 365


def lees_schuldeiser(sectie: Sectie) -> Schuldeiser:
    """Read ``[schuldeiser]``; faults go to the section's ``gebreken``."""
    schuldeiser = Schuldeiser(
        naam=sectie.tekst("naam", verplicht=True),
        adres=sectie.tekst("adres"),
        postcode=sectie.vorm("postcode", lees_postcode),
        plaats=sectie.tekst("plaats"),
        land=sectie.tekst("land"),
        kvk=sectie.vorm("kvk", lees_kvk),
        btw_nummer=sectie.tekst("btw_nummer"),
        iban=sectie.vorm("iban", lees_iban),
        bic=sectie.vorm("bic", lees_bic),
        email=sectie.vorm("email", lees_email),
        telefoon=sectie.tekst("telefoon"),
        website=sectie.tekst("website"),
        contactpersoon=sectie.tekst("contactpersoon"),
        btw_verrekenbaar=sectie.ja_nee("btw_verrekenbaar"),
        uitbesteed=bool(sectie.ja_nee("uitbesteed")),
        registratiekenmerk=sectie.tekst("registratiekenmerk"),
        fatale_termijn=sectie.ja_nee("fatale_termijn"),
    )
    sectie.sluit()
    return schuldeiser


def lees_incassobureau(sectie: Sectie | None) -> Incassobureau | None:
    """Read ``[incassobureau]``; faults go to the section's ``gebreken``."""
    if sectie is None:
        return None
    bureau = Incassobureau(
        naam=sectie.tekst("naam", verplicht=True),
        adres=sectie.tekst("adres"),
        postcode=sectie.vorm("postcode", lees_postcode),
        plaats=sectie.tekst("plaats"),
        kvk=sectie.vorm("kvk", lees_kvk),
        email=sectie.vorm("email", lees_email),
        telefoon=sectie.tekst("telefoon"),
        iban=sectie.vorm("iban", lees_iban),
        registratiekenmerk=sectie.tekst("registratiekenmerk"),
    )
    sectie.sluit()
    return bureau


def lees_schuldenaar(sectie: Sectie) -> Schuldenaar:
    """Read ``[schuldenaar]``; faults go to the section's ``gebreken``."""
    schuldenaar = Schuldenaar(
        naam=sectie.tekst("naam", verplicht=True),
        adres=sectie.tekst("adres"),
        postcode=sectie.vorm("postcode", lees_postcode),
        plaats=sectie.tekst("plaats"),
        land=sectie.tekst("land"),
        email=sectie.vorm("email", lees_email),
        nummer=sectie.tekst("nummer"),
        hoedanigheid=sectie.keuze("hoedanigheid", Hoedanigheid),
        kvk=sectie.tekst("kvk"),
        btw_nummer=sectie.tekst("btw_nummer"),
        grote_onderneming=bool(sectie.ja_nee("grote_onderneming")),
    )
    sectie.sluit()
    return schuldenaar


def lees_vordering(sectie: Sectie) -> Vordering:
    """Read one of ``[[vorderingen]]``; faults go to the section's ``gebreken``."""
    sectie.valuta(VALUTA)
    vordering = Vordering(
        factuurnummer=sectie.tekst("factuurnummer", verplicht=True),
        bedrag=sectie.bedrag("bedrag", verplicht=True) or NUL,
        factuurdatum=sectie.datum("factuurdatum"),
        ontvangstdatum=sectie.datum("ontvangstdatum"),
        vervaldatum=sectie.datum("vervaldatum"),
        fatale_termijn=sectie.ja_nee("fatale_termijn"),
        verzuimdatum=sectie.datum("verzuimdatum"),
        omschrijving=sectie.tekst("omschrijving"),
        termijnbetaling=bool(sectie.ja_nee("termijnbetaling")),
        rechtsverhouding=sectie.tekst("rechtsverhouding"),
        uit_overeenkomst=sectie.ja_nee("uit_overeenkomst") is not False,
    )
    sectie.sluit()
    _controleer_data(sectie, vordering)
    return vordering


def _controleer_data(sectie: Sectie, vordering: Vordering) -> None:
    if vordering.fatale_termijn and not sectie.heeft("vervaldatum"):
        sectie.meld(
            "fatale_termijn", "is true, maar er is geen vervaldatum", "vul de vervaldatum in"
        )
    factuurdatum, vervaldatum = vordering.factuurdatum, vordering.vervaldatum
    _op_volgorde(sectie, "factuurdatum", factuurdatum, "vervaldatum", vervaldatum)
    _op_volgorde(sectie, "factuurdatum", factuurdatum, "ontvangstdatum", vordering.ontvangstdatum)
    _op_volgorde(sectie, "factuurdatum", factuurdatum, "verzuimdatum", vordering.verzuimdatum)
    if vervaldatum and vordering.verzuimdatum == vervaldatum:
        sectie.meld("verzuimdatum", "is de vervaldatum zelf", "verzuim begint op zijn vroegst erna")
    _op_volgorde(sectie, "vervaldatum", vervaldatum, "verzuimdatum", vordering.verzuimdatum)


def lees_betaling(sectie: Sectie) -> Betaling:
    """Read one of ``[[betalingen]]``; faults go to the section's ``gebreken``."""
    sectie.valuta(VALUTA)
    betaling = Betaling(
        datum=sectie.datum("datum", verplicht=True) or date.min,
        bedrag=sectie.bedrag("bedrag", verplicht=True) or NUL,
        factuurnummer=sectie.tekst("factuurnummer"),
    )
    sectie.sluit()
    return betaling


def lees_aanmaning(sectie: Sectie) -> Aanmaning:
    """Read one of ``[[aanmaningen]]``; faults go to the section's ``gebreken``."""
    aanmaning = Aanmaning(
        soort=sectie.keuze("soort", Briefsoort, verplicht=True) or Briefsoort.HERINNERING,
        verzonden=sectie.datum("verzonden"),
        ontvangen=sectie.datum("ontvangen"),
        bezorging=sectie.keuze("bezorging", Bezorgwijze) or Bezorgwijze.POST,
        termijn_dagen=sectie.geheel("termijn_dagen", 14, minstens=1, hoogstens=LANGSTE_TERMIJN),
        kosten=sectie.bedrag("kosten", nul_mag=True),
        facturen=sectie.teksten("facturen"),
    )
    sectie.sluit()
    if not sectie.heeft("verzonden") and not sectie.heeft("ontvangen"):
        sectie.meld("verzonden", "ontbreekt", "noem de dag van verzending of van ontvangst")
    _op_volgorde(sectie, "verzonden", aanmaning.verzonden, "ontvangen", aanmaning.ontvangen)
    return aanmaning


def lees_afspraken(sectie: Sectie | None) -> Afspraken:
    """Read ``[afspraken]``; faults go to the section's ``gebreken``."""
    if sectie is None:
        return Afspraken()
    afspraken = Afspraken(
        incassopercentage=sectie.percentage("incassopercentage"),
        incassominimum=sectie.bedrag("incassominimum", nul_mag=True),
        rentepercentage=sectie.percentage("rentepercentage"),
        kostenbeding=sectie.ja_nee("kostenbeding"),
    )
    sectie.sluit()
    return afspraken


def lees_brief(sectie: Sectie | None) -> Briefgegevens:
    """Read ``[brief]``; faults go to the section's ``gebreken``."""
    if sectie is None:
        return Briefgegevens()
    gegevens = Briefgegevens(
        datum=sectie.datum("datum"),
        bezorging=sectie.keuze("bezorging", Bezorgwijze),
        kenmerk=sectie.tekst("kenmerk"),
        toon=sectie.keuze("toon", Toon),
        taal=sectie.keuze("taal", Taal),
    )
    sectie.sluit()
    return gegevens


def _op_volgorde(
    sectie: Sectie, eerst: str, eerste: date | None, dan: str, tweede: date | None
) -> None:
    if eerste is not None and tweede is not None and tweede < eerste:
        sectie.meld(
            dan,
            f"{datum_kort(tweede)} ligt voor {eerst} {datum_kort(eerste)}",
            "controleer beide data",
        )
