"""From a dossier and the law to the named values of a letter.

All arithmetic and every legal condition of a letter is here, and none in a template.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from wiktool.brieven.partijen import contact_van, maak_partij
from wiktool.brieven.schrijfwijze import (
    bedrag_in,
    datum_in,
    korte_datum_in,
    percentage_in,
    rij_in,
)
from wiktool.brieven.tekens import schoon
from wiktool.brieven.waarden import Factuurregel, Waarden
from wiktool.brieven.woorden import termijnzin, woorden
from wiktool.kern.dossier import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
from wiktool.kern.fouten import NietMogelijk
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import bedrag_machine
from wiktool.recht.aanmaningen import dag_van
from wiktool.recht.termijnbetalingen import kosten_van_aanmaning
from wiktool.recht.termijnen import bereken_termijn
from wiktool.recht.verzuim import Verzuimgrond

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from wiktool.brieven.stand import Post, Stand
    from wiktool.brieven.waarden import Partij
    from wiktool.recht.incassokosten import Kostenberekening
    from wiktool.recht.termijnen import Termijnberekening

TERMIJN: Final = {Briefsoort.HERINNERING: 7, Briefsoort.INGEBREKESTELLING: 14}
"""Days after receipt; a WIK letter takes what the law says on its day."""
_KENMERK_MAX: Final = 35
"""Characters a bank passes on in a payment reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzes:
    """How the letter should be: everything that is not in the law."""

    soort: Briefsoort
    datum: date
    toon: Toon = Toon.GEMIDDELD
    taal: Taal = Taal.NL
    bezorging: Bezorgwijze = Bezorgwijze.POST


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslag:
    """What the law yields for a letter, before it is put into words.

    Attributes:
        posten: the claims the letter is about.
        kosten: the fee; None for a letter that names none.
        termijn: the term the letter gives, counted from its presumed receipt.
    """

    stand: Stand
    posten: tuple[Post, ...]
    hoofdsom: Decimal
    kosten: Kostenberekening | None
    termijn: Termijnberekening


def bepaal_grondslag(stand: Stand, posten: tuple[Post, ...], keuzes: Keuzes) -> Grondslag:
    """Calculate what the letter will say.

    Raises:
        NietMogelijk: nothing is owed.
        BuitenBereik: a day outside the known law or calendar.
    """
    if not posten:
        raise NietMogelijk(
            "er staat niets open waar deze brief over kan gaan",
            doe="controleer de vorderingen en betalingen in het dossier",
        )
    hoofdsom = sum((post.openstaand for post in posten), NUL)
    kosten = kosten_van(stand, posten) if keuzes.soort is Briefsoort.WIK else None
    return Grondslag(
        stand=stand,
        posten=posten,
        hoofdsom=hoofdsom,
        kosten=kosten,
        termijn=bereken_termijn(
            verzonden=keuzes.datum,
            bezorging=keuzes.bezorging,
            dagen=TERMIJN.get(keuzes.soort),
        ),
    )


def kosten_van(stand: Stand, posten: tuple[Post, ...]) -> Kostenberekening:
    """The fee a WIK letter about these claims announces; VAT only where the law allows it.

    Raises:
        BuitenBereik: in default before 1 July 2012.

    Bron: art. 6:96 lid 6, 7 en 8 BW; Besluit BIK.
    """
    return kosten_van_aanmaning(
        stand.dossier,
        [(post.vordering, post.openstaand) for post in posten],
        dag=stand.datum,
        btw=stand.btw_mag,
    )


def maak_waarden(grondslag: Grondslag, keuzes: Keuzes) -> Waarden:
    """Put everything the letter needs into words, in the language of the letter.

    Raises:
        NotatieFout: the dossier holds a character that no letter can hold.
        NietMogelijk: there is no account to pay to.
    """
    taal = keuzes.taal
    dossier = grondslag.stand.dossier
    schuldeiser = maak_partij(dossier.schuldeiser, "schuldeiser")
    bureau = dossier.incassobureau
    afzender = maak_partij(bureau, "incassobureau") if bureau else schuldeiser
    schuldenaar = maak_partij(dossier.schuldenaar, "schuldenaar")
    contact = contact_van(afzender, woorden(taal)["of"])
    return Waarden(
        soort=keuzes.soort,
        taal=taal,
        toon=keuzes.toon,
        bezorging=keuzes.bezorging,
        mild=keuzes.toon is Toon.MILD,
        gemiddeld=keuzes.toon is Toon.GEMIDDELD,
        fors=keuzes.toon is Toon.FORS,
        per_email=keuzes.bezorging is Bezorgwijze.EMAIL,
        is_consument=grondslag.stand.hoedanigheid.is_consument,
        door_incassobureau=bureau is not None,
        afzender=afzender,
        schuldeiser=schuldeiser,
        schuldenaar=schuldenaar,
        contact=contact,
        heeft_contact=bool(contact),
        datum=datum_in(taal, keuzes.datum),
        datum_iso=keuzes.datum.isoformat(),
        termijnzin=termijnzin(taal, keuzes.bezorging),
        uiterste_dag=datum_in(taal, grondslag.termijn.laatste_dag),
        **_rentenaam(grondslag.stand, taal),
        **_vorderingen(grondslag, taal),
        **_verzuim(grondslag, taal),
        **_kosten(grondslag, taal),
        **_betaling(grondslag, afzender, schuldenaar, taal),
    )


def _vorderingen(grondslag: Grondslag, taal: Taal) -> dict[str, Any]:
    posten = grondslag.posten
    regels = tuple(_factuurregel(post, taal) for post in posten)
    betaald = sum((post.betaald for post in posten), NUL)
    vervaldata = [p.vordering.vervaldatum for p in posten if p.vordering.vervaldatum is not None]
    return {
        "facturen": regels,
        "aantal_facturen": len(regels),
        "meer_facturen": len(regels) > 1,
        "factuurnummers": rij_in(taal, tuple(regel.nummer for regel in regels)),
        "heeft_betalingen": bool(betaald),
        "totaal_bedrag": bedrag_in(taal, sum((p.vordering.bedrag for p in posten), NUL)),
        "totaal_betaald": bedrag_in(taal, betaald),
        "hoofdsom": bedrag_in(taal, grondslag.hoofdsom),
        "vervaldatum": datum_in(taal, min(vervaldata)) if vervaldata else "",
    }


def _factuurregel(post: Post, taal: Taal) -> Factuurregel:
    vordering = post.vordering
    return Factuurregel(
        nummer=schoon(vordering.factuurnummer, "factuurnummer"),
        omschrijving=schoon(vordering.omschrijving, "omschrijving"),
        factuurdatum=_korte_datum(taal, vordering.factuurdatum),
        vervaldatum=_korte_datum(taal, vordering.vervaldatum),
        bedrag=bedrag_in(taal, vordering.bedrag),
        betaald=bedrag_in(taal, post.betaald),
        openstaand=bedrag_in(taal, post.openstaand),
    )


def _korte_datum(taal: Taal, dag: date | None) -> str:
    return korte_datum_in(taal, dag) if dag is not None else ""


def _verzuim(grondslag: Grondslag, taal: Taal) -> dict[str, Any]:
    posten = grondslag.posten
    data = [post.verzuim.datum for post in posten if post.verzuim.datum is not None]
    brieven = grondslag.stand.dossier.aanmaningen
    eerdere = sorted({dag for brief in brieven if (dag := dag_van(brief)) < grondslag.stand.datum})
    aanzeggingen = [
        dag_van(brief) for brief in brieven if brief.soort is Briefsoort.INGEBREKESTELLING
    ]
    door_aanzegging = any(post.verzuim.grond is Verzuimgrond.INGEBREKESTELLING for post in posten)
    return {
        "verzuimdatum": datum_in(taal, min(data)) if data else "",
        "is_in_verzuim": all(post.in_verzuim for post in posten),
        "is_in_gebreke_gesteld": door_aanzegging,
        "ingebrekestelling_datum": datum_in(taal, min(aanzeggingen)) if aanzeggingen else "",
        "eerdere_brieven": rij_in(taal, tuple(datum_in(taal, dag) for dag in eerdere)),
        "heeft_eerdere_brieven": bool(eerdere),
    }


def _rentenaam(stand: Stand, taal: Taal) -> dict[str, Any]:
    """Which interest the debtor will owe.

    Bron: art. 6:119, 6:119a en 6:119b BW (recht.md R7.1, R7.10, R7.20).
    """
    woord = woorden(taal)
    if stand.hoedanigheid.is_consument:
        return {"rentenaam": woord["wettelijke_rente"], "renteartikel": "6:119"}
    overheid = stand.hoedanigheid is Hoedanigheid.OVERHEID
    return {
        "rentenaam": woord["handelsrente"],
        "renteartikel": "6:119b" if overheid else "6:119a",
        "is_handelstransactie": True,
    }


def _kosten(grondslag: Grondslag, taal: Taal) -> dict[str, Any]:
    kosten = grondslag.kosten
    if kosten is None:
        return {"totaal": bedrag_in(taal, grondslag.hoofdsom)}
    procent = kosten.btw_percentage
    return {
        "kosten": bedrag_in(taal, kosten.kosten),
        "met_btw": procent is not None,
        "btw": bedrag_in(taal, kosten.btw) if procent is not None else "",
        "btw_percentage": percentage_in(taal, procent) if procent is not None else "",
        "kosten_met_btw": bedrag_in(taal, kosten.totaal),
        "totaal": bedrag_in(taal, grondslag.hoofdsom + kosten.totaal),
    }


def _betaling(
    grondslag: Grondslag, afzender: Partij, schuldenaar: Partij, taal: Taal
) -> dict[str, Any]:
    dossier = grondslag.stand.dossier
    bureau = dossier.incassobureau
    naar_bureau = bureau is not None and bool(bureau.iban)
    iban = bureau.iban if bureau is not None and naar_bureau else dossier.schuldeiser.iban
    if not iban:
        raise NietMogelijk(
            "er is geen rekening om op te betalen: schuldeiser.iban ontbreekt",
            doe="zet iban bij [schuldeiser] in het dossier of in wiktool.toml",
        )
    bedrag = grondslag.hoofdsom
    return {
        "te_betalen": bedrag_in(taal, bedrag),
        "te_betalen_getal": bedrag_machine(bedrag),
        "iban": " ".join(iban[i : i + 4] for i in range(0, len(iban), 4)),
        "iban_kaal": iban,
        "bic": "" if naar_bureau else schoon(dossier.schuldeiser.bic, "schuldeiser.bic"),
        "tenaamstelling": afzender.naam
        if naar_bureau
        else schoon(dossier.schuldeiser.naam, "schuldeiser.naam"),
        "kenmerk": schoon(dossier.brief.kenmerk, "brief.kenmerk"),
        "betaalkenmerk": _betaalkenmerk(grondslag, schuldenaar, taal),
    }


def _betaalkenmerk(grondslag: Grondslag, schuldenaar: Partij, taal: Taal) -> str:
    """The reference of the letter, else one that says which claims are paid."""
    kenmerk = schoon(grondslag.stand.dossier.brief.kenmerk, "brief.kenmerk")
    if kenmerk:
        return kenmerk
    nummers = [schoon(post.vordering.factuurnummer, "factuurnummer") for post in grondslag.posten]
    alle = ", ".join(nummers)
    if len(nummers) == 1 or len(alle) <= _KENMERK_MAX:
        return alle
    if schuldenaar.nummer:
        return schuldenaar.nummer
    rest = woorden(taal)["anderen"].format(aantal=len(nummers) - 1)
    return f"{nummers[0]} {rest}"
