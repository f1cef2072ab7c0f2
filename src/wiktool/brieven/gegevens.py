"""From a dossier and the law to the named values of a letter.

All arithmetic and every legal condition of a letter is here, and none in a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.brieven.eis import eiswaarden, rente_die_geldt
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
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon
from wiktool.kern.fouten import NietMogelijk
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import bedrag_machine
from wiktool.kern.uitkomst import zonder_dubbele
from wiktool.recht.aanmaningen import dag_van
from wiktool.recht.verzuim import Verzuimgrond

if TYPE_CHECKING:
    from datetime import date

    from wiktool.brieven.grondslag import Grondslag, Keuzes, Regel
    from wiktool.brieven.stand import Stand
    from wiktool.brieven.waarden import Partij

_LANGE_TABEL: Final = 10
"""With more claims than this the table goes on a page of its own, after the letter."""
_KENMERK_MAX: Final = 35
"""Characters a bank passes on in a payment reference."""


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
        is_herinnering=keuzes.soort is Briefsoort.HERINNERING,
        is_ingebrekestelling=keuzes.soort is Briefsoort.INGEBREKESTELLING,
        is_wik=keuzes.soort is Briefsoort.WIK,
        is_sommatie=keuzes.soort is Briefsoort.SOMMATIE,
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
    regels = grondslag.regels
    betaald = sum((regel.betaald for regel in regels), NUL)
    vervaldata = [r.vordering.vervaldatum for r in regels if r.vordering.vervaldatum is not None]
    facturen = tuple(_factuurregel(regel, taal) for regel in regels)
    waarvoor = zonder_dubbele(factuur.omschrijving for factuur in facturen if factuur.omschrijving)
    return {
        "facturen": facturen,
        "aantal_facturen": len(facturen),
        "meer_facturen": len(facturen) > 1,
        "lange_tabel": len(facturen) > _LANGE_TABEL,
        "factuurnummers": rij_in(taal, tuple(factuur.nummer for factuur in facturen)),
        "omschrijvingen": rij_in(taal, waarvoor),
        "heeft_betalingen": bool(betaald),
        "totaal_bedrag": bedrag_in(taal, sum((r.vordering.bedrag for r in regels), NUL)),
        "totaal_betaald": bedrag_in(taal, betaald),
        "hoofdsom": bedrag_in(taal, grondslag.hoofdsom),
        "vervaldatum": datum_in(taal, min(vervaldata)) if vervaldata else "",
    }


def _factuurregel(regel: Regel, taal: Taal) -> Factuurregel:
    vordering = regel.vordering
    return Factuurregel(
        nummer=schoon(vordering.factuurnummer, "factuurnummer"),
        omschrijving=schoon(vordering.omschrijving, "omschrijving"),
        factuurdatum=_korte_datum(taal, vordering.factuurdatum),
        vervaldatum=_korte_datum(taal, vordering.vervaldatum),
        bedrag=bedrag_in(taal, vordering.bedrag),
        betaald=bedrag_in(taal, regel.betaald),
        openstaand=bedrag_in(taal, regel.openstaand),
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
    naam, artikel = rente_die_geldt(stand.hoedanigheid, taal)
    return {
        "rentenaam": naam,
        "renteartikel": artikel,
        "is_handelstransactie": not stand.hoedanigheid.is_consument,
    }


def _kosten(grondslag: Grondslag, taal: Taal) -> dict[str, Any]:
    if grondslag.eis is not None:
        return eiswaarden(grondslag, grondslag.eis, taal)
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
    return {
        "te_betalen": bedrag_in(taal, grondslag.te_betalen),
        "te_betalen_getal": bedrag_machine(grondslag.te_betalen),
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
