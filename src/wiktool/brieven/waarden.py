"""The named values of a letter: all a template can use, each with its explanation.

Texts are ready to print in the language of the letter; every condition is a named boolean. The
explanations feed ``docs/sjablonen.md`` and ``wiktool sjabloon toon``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Annotated, Any, Final, get_type_hints

from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon  # noqa: TC001


@dataclass(frozen=True, slots=True, kw_only=True)
class Partij:
    """A party of the letter."""

    naam: Annotated[str, "naam"]
    adres: Annotated[str, "straat en huisnummer"] = ""
    postcode: Annotated[str, "postcode, `1234 AB`"] = ""
    plaats: Annotated[str, "woonplaats of vestigingsplaats"] = ""
    land: Annotated[str, "land; leeg voor Nederland"] = ""
    kvk: Annotated[str, "KvK-nummer"] = ""
    email: Annotated[str, "e-mailadres"] = ""
    telefoon: Annotated[str, "telefoonnummer"] = ""
    website: Annotated[str, "website"] = ""
    contactpersoon: Annotated[str, "contactpersoon"] = ""
    nummer: Annotated[str, "debiteurnummer"] = ""
    registratiekenmerk: Annotated[str, "kenmerk in het register incassodienstverlening"] = ""
    adresregels: Annotated[tuple[str, ...], "naam en adres, regel voor regel"] = ()
    adres_op_een_regel: Annotated[str, "naam en adres op één regel"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuurregel:
    """One claim in the table."""

    nummer: Annotated[str, "factuurnummer"]
    omschrijving: Annotated[str, "waarvoor de factuur is"] = ""
    factuurdatum: Annotated[str, "factuurdatum"] = ""
    vervaldatum: Annotated[str, "laatste dag om te betalen"] = ""
    bedrag: Annotated[str, "bedrag van de factuur"]
    betaald: Annotated[str, "wat van de hoofdsom al is betaald"]
    openstaand: Annotated[str, "wat van de hoofdsom nog open staat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Specificatieregel:
    """One line of what is owed."""

    omschrijving: Annotated[str, "waarvoor"]
    bedrag: Annotated[str, "bedrag"]
    toelichting: Annotated[str, "hoe het bedrag tot stand komt; vaak leeg"] = ""
    is_totaal: Annotated[bool, "het is de regel met het totaal"] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarden:
    """Everything a template can name."""

    soort: Annotated[Briefsoort, "soort brief: herinnering, ingebrekestelling, wik of sommatie"]
    taal: Annotated[Taal, "taal van de brief: nl of en"]
    toon: Annotated[Toon, "toon: mild, gemiddeld of fors"]
    bezorging: Annotated[Bezorgwijze, "hoe de brief wordt bezorgd: post, email of persoonlijk"]

    is_herinnering: Annotated[bool, "het is een herinnering"]
    is_ingebrekestelling: Annotated[bool, "het is een ingebrekestelling"]
    is_wik: Annotated[bool, "het is een veertiendagenbrief (WIK-brief)"]
    is_sommatie: Annotated[bool, "het is een sommatie"]
    mild: Annotated[bool, "de toon is mild"]
    gemiddeld: Annotated[bool, "de toon is gemiddeld"]
    fors: Annotated[bool, "de toon is fors"]
    per_email: Annotated[bool, "de brief gaat per e-mail"]
    is_consument: Annotated[bool, "de schuldenaar is een consument"]
    door_incassobureau: Annotated[bool, "een incassobureau schrijft namens de schuldeiser"]

    afzender: Annotated[Partij, "wie de brief schrijft: de schuldeiser of zijn incassobureau"]
    schuldeiser: Annotated[Partij, "wie het geld te goed heeft"]
    schuldenaar: Annotated[Partij, "wie moet betalen"]
    contact: Annotated[str, "e-mailadres en telefoonnummer van de afzender, in een zin"]
    heeft_contact: Annotated[bool, "er is een e-mailadres of telefoonnummer"]

    datum: Annotated[str, "datum van de brief, voluit"]
    datum_iso: Annotated[str, "dezelfde datum zoals een computer hem schrijft: 2026-11-21"]
    kenmerk: Annotated[str, "kenmerk van de brief; leeg als er geen is"]

    facturen: Annotated[tuple[Factuurregel, ...], "de vorderingen waar de brief over gaat"]
    aantal_facturen: Annotated[int, "het aantal vorderingen"]
    meer_facturen: Annotated[bool, "het zijn er meer dan een"]
    lange_tabel: Annotated[bool, "het zijn er zo veel dat de tabel een eigen bladzijde krijgt"]
    factuurnummers: Annotated[str, "alle factuurnummers, in een zin"]
    omschrijvingen: Annotated[str, "waarvoor de facturen zijn, in een zin; leeg als onbekend"]
    heeft_betalingen: Annotated[bool, "er is al een deel betaald"]
    totaal_bedrag: Annotated[str, "som van de factuurbedragen"]
    totaal_betaald: Annotated[str, "som van wat al is betaald"]
    hoofdsom: Annotated[str, "wat van de hoofdsom nog open staat, bij elkaar"]
    vervaldatum: Annotated[str, "vervaldatum van de oudste vordering, voluit"] = ""

    verzuimdatum: Annotated[str, "eerste dag van verzuim van de oudste vordering, voluit"] = ""
    is_in_verzuim: Annotated[bool, "alle vorderingen in de brief zijn in verzuim"] = False
    is_in_gebreke_gesteld: Annotated[bool, "het verzuim volgt uit een ingebrekestelling"] = False
    ingebrekestelling_datum: Annotated[str, "dag van de ingebrekestelling, voluit"] = ""
    eerdere_brieven: Annotated[str, "dagen van eerdere brieven, in een zin"] = ""
    heeft_eerdere_brieven: Annotated[bool, "er zijn eerder brieven gestuurd"] = False

    termijnzin: Annotated[str, "de termijn, in de woorden van de Hoge Raad"] = ""
    uiterste_dag: Annotated[str, "laatste dag om te betalen; alleen herinnering en sommatie"] = ""

    kosten: Annotated[str, "incassokosten zonder btw"] = ""
    met_btw: Annotated[bool, "de incassokosten worden verhoogd met btw"] = False
    btw: Annotated[str, "btw over de incassokosten"] = ""
    btw_percentage: Annotated[str, "percentage van die btw"] = ""
    kosten_met_btw: Annotated[str, "incassokosten inclusief btw"] = ""
    totaal: Annotated[str, "hoofdsom, incassokosten, btw en gevorderde rente samen"] = ""

    rentenaam: Annotated[str, "hoe de rente heet die voor deze schuldenaar geldt"] = ""
    renteartikel: Annotated[str, "het artikel waar die rente op berust, `6:119`"] = ""
    met_rente: Annotated[bool, "de brief vordert rente"] = False
    rente: Annotated[str, "rente tot en met de datum van de brief"] = ""
    rente_vanaf: Annotated[str, "eerste dag waarover rente wordt gevorderd, voluit"] = ""
    heeft_verrekening: Annotated[bool, "betalingen gingen deels naar kosten en rente"] = False
    ontvangen: Annotated[str, "alles wat is betaald, ook op kosten en rente"] = ""
    verrekend: Annotated[str, "wat daarvan naar kosten en rente ging"] = ""
    heeft_dagrente: Annotated[bool, "de rente per dag is bekend en niet nul"] = False
    dagrente: Annotated[str, "rente per dag na de datum van de brief"] = ""
    met_kosten: Annotated[bool, "de brief vordert incassokosten"] = False
    is_handelstransactie: Annotated[bool, "er geldt handelsrente (6:119a BW)"] = False
    wik_datum: Annotated[str, "dag van de veertiendagenbrief, voluit"] = ""
    wik_laatste_dag: Annotated[str, "laatste dag van de termijn in die brief, voluit"] = ""
    specificatie: Annotated[tuple[Specificatieregel, ...], "opbouw van wat verschuldigd is"] = ()

    te_betalen: Annotated[str, "het ene bedrag dat de brief vraagt"]
    te_betalen_getal: Annotated[str, "hetzelfde bedrag zoals een computer het schrijft: 1210.00"]
    iban: Annotated[str, "rekeningnummer, in groepen van vier"]
    iban_kaal: Annotated[str, "rekeningnummer zonder spaties"]
    bic: Annotated[str, "BIC; leeg als hij niet bekend is"]
    tenaamstelling: Annotated[str, "op wiens naam de rekening staat"]
    betaalkenmerk: Annotated[str, "wat bij de betaling vermeld moet worden"]

    def als_context(self) -> dict[str, Any]:
        """The values by name, as a template takes them."""
        return {naam: getattr(self, naam) for naam in NAMEN}


NAMEN: Final = tuple(veld.name for veld in fields(Waarden))


def uitleg_van(soort: type) -> Iterator[tuple[str, str]]:
    """Each name of a group of values with its explanation.

    >>> dict(uitleg_van(Factuurregel))["nummer"]
    'factuurnummer'
    """
    for naam, soort_waarde in get_type_hints(soort, include_extras=True).items():
        yield naam, soort_waarde.__metadata__[0]
