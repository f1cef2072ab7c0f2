"""A final demand in words: principal, interest and fee, line by line, and what led to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiktool.brieven.schrijfwijze import bedrag_in, datum_in, korte_datum_in, percentage_in, rij_in
from wiktool.brieven.waarden import Specificatieregel
from wiktool.brieven.woorden import woorden
from wiktool.kern.begrippen import Hoedanigheid, Taal
from wiktool.kern.geld import NUL
from wiktool.recht.aanmaningen import dag_van, termijn_van
from wiktool.recht.incassokosten import btw_percentage
from wiktool.recht.renteverloop import Rentesoort

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from wiktool.brieven.grondslag import Eis, Grondslag

_ARTIKEL = {Hoedanigheid.CONSUMENT: "6:119", Hoedanigheid.OVERHEID: "6:119b"}


def eiswaarden(grondslag: Grondslag, eis: Eis, taal: Taal) -> dict[str, Any]:
    """The values only a sommatie has."""
    dagrente = eis.dagrente
    ontvangen = sum((rekening.betaald for rekening in eis.rekeningen), NUL)
    perioden = _perioden(eis) if eis.rente else []
    verrekend = ontvangen - sum((regel.betaald for regel in grondslag.regels), NUL)
    return {
        "heeft_verrekening": bool(verrekend),
        "ontvangen": bedrag_in(taal, ontvangen),
        "verrekend": bedrag_in(taal, verrekend),
        "met_kosten": bool(eis.kosten),
        "kosten": bedrag_in(taal, eis.kosten),
        "met_btw": bool(eis.btw),
        "btw": bedrag_in(taal, eis.btw) if eis.btw else "",
        "btw_percentage": _btw_percentage(grondslag, taal) if eis.btw else "",
        "kosten_met_btw": bedrag_in(taal, eis.kosten + eis.btw),
        "met_rente": bool(eis.rente),
        "rente": bedrag_in(taal, eis.rente),
        "rente_vanaf": datum_in(taal, perioden[0][1]) if perioden else "",
        "heeft_dagrente": bool(dagrente),
        "dagrente": bedrag_in(taal, dagrente) if dagrente else "",
        "totaal": bedrag_in(taal, grondslag.te_betalen),
        "specificatie": tuple(_specificatie(grondslag, eis, taal)),
        **_eerdere_brief(grondslag, taal),
    }


def rente_die_geldt(hoedanigheid: Hoedanigheid, taal: Taal) -> tuple[str, str]:
    """The name of the legal interest a debtor owes, and its article.

    Bron: art. 6:119, 6:119a en 6:119b BW (recht.md R7.1, R7.10, R7.20).
    """
    naam = "wettelijke_rente" if hoedanigheid.is_consument else "handelsrente"
    return woorden(taal)[naam], _ARTIKEL.get(hoedanigheid, "6:119a")


def _specificatie(grondslag: Grondslag, eis: Eis, taal: Taal) -> Iterator[Specificatieregel]:
    woord = woorden(taal)
    yield _regel(woord["hoofdsom"], grondslag.hoofdsom, taal)
    if eis.rente:
        yield _regel(_rentenaam(grondslag, eis, taal), eis.rente, taal, _renteperioden(eis, taal))
    if eis.kosten:
        yield _regel(woord["incassokosten"], eis.kosten, taal)
    if eis.btw:
        procent = _btw_percentage(grondslag, taal)
        yield _regel(woord["btw_over_kosten"].format(procent=procent), eis.btw, taal)
    yield Specificatieregel(
        omschrijving=woord["te_betalen"],
        bedrag=bedrag_in(taal, grondslag.te_betalen),
        is_totaal=True,
    )


def _regel(
    omschrijving: str, bedrag: Decimal, taal: Taal, toelichting: str = ""
) -> Specificatieregel:
    return Specificatieregel(
        omschrijving=omschrijving[0].upper() + omschrijving[1:],
        bedrag=bedrag_in(taal, bedrag),
        toelichting=toelichting,
    )


def _btw_percentage(grondslag: Grondslag, taal: Taal) -> str:
    return percentage_in(taal, btw_percentage(grondslag.stand.datum))


def _rentenaam(grondslag: Grondslag, eis: Eis, taal: Taal) -> str:
    """The interest with its ground in law (Bki 3.1)."""
    woord = woorden(taal)
    if eis.rekeningen[0].rentesoort is Rentesoort.CONTRACTUEEL:
        return woord["contractuele_rente"]
    naam, artikel = rente_die_geldt(grondslag.stand.hoedanigheid, taal)
    return woord["rente_over"].format(naam=naam, artikel=artikel)


def _renteperioden(eis: Eis, taal: Taal) -> str:
    """The rates with their periods (Bki 3.1)."""
    return rij_in(
        taal,
        tuple(
            woorden(taal)["renteperiode"].format(
                procent=percentage_in(taal, procent),
                van=korte_datum_in(taal, van),
                tot=korte_datum_in(taal, tot),
            )
            for procent, van, tot in _perioden(eis)
        ),
    )


def _perioden(eis: Eis) -> list[tuple[Decimal, date, date]]:
    """Each rate with the first and last day on which it bore interest on any claim."""
    gevonden: dict[Decimal, tuple[date, date]] = {}
    for rekening in eis.rekeningen:
        for periode in rekening.perioden:
            van, tot = gevonden.get(periode.percentage, (periode.van, periode.tot))
            gevonden[periode.percentage] = (min(van, periode.van), max(tot, periode.tot))
    return sorted(((p, van, tot) for p, (van, tot) in gevonden.items()), key=lambda rij: rij[1])


def _eerdere_brief(grondslag: Grondslag, taal: Taal) -> dict[str, str]:
    """The WIK letters that made the fee due."""
    brieven = {id(post.wik): post.wik for post in grondslag.posten if post.wik is not None}
    if not brieven:
        return {}
    dagen = sorted({dag_van(brief) for brief in brieven.values()})
    einde = max(termijn_van(brief).laatste_dag for brief in brieven.values())
    return {
        "wik_datum": rij_in(taal, tuple(datum_in(taal, dag) for dag in dagen)),
        "wik_laatste_dag": datum_in(taal, einde),
    }
