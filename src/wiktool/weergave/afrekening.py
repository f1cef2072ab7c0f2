"""An account as text, JSON and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.kern.begrippen import Hoedanigheid
from wiktool.kern.geld import rond_af
from wiktool.kern.notatie import bedrag_machine, datum_nl, euro, procent
from wiktool.recht.renteverloop import Rentesoort
from wiktool.weergave.tekst import Opmaak, alinea, bronnen_en_kanttekeningen, regel_met_bedrag

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from wiktool.kern.uitkomst import Stap
    from wiktool.recht.afrekening import Afrekening, Vorderingsafrekening
    from wiktool.recht.grootboek import Verwerkt
    from wiktool.recht.kostenpost import Kostenpost

_BEDRAGEN: Final = (
    "hoofdsom",
    "hoofdsom_open",
    "rente",
    "rente_open",
    "kosten",
    "btw",
    "kosten_open",
    "betaald",
    "saldo",
    "dagrente",
)
KOLOMMEN: Final = ("factuurnummer", "verzuimdatum", *_BEDRAGEN)

_SOORTEN: Final = {
    Rentesoort.WETTELIJK: "wettelijke rente",
    Rentesoort.HANDEL: "wettelijke handelsrente",
    Rentesoort.CONTRACTUEEL: "contractuele rente",
}
_HOEDANIGHEDEN: Final = {
    Hoedanigheid.CONSUMENT: "consument",
    Hoedanigheid.ONDERNEMER: "ondernemer",
    Hoedanigheid.RECHTSPERSOON: "rechtspersoon",
    Hoedanigheid.OVERHEID: "overheid",
}


def als_tekst(afrekening: Afrekening, opmaak: Opmaak) -> str:
    """The account for people: per claim, the fees, the payments, the total."""
    regels = [
        opmaak.vet(f"Afrekening per {datum_nl(afrekening.peildatum)}"),
        f"{afrekening.schuldenaar}, {_HOEDANIGHEDEN[afrekening.hoedanigheid]}",
    ]
    for vordering in afrekening.vorderingen:
        regels += ["", *_vordering(vordering, opmaak)]
    if afrekening.kostenposten:
        regels += ["", opmaak.vet("Kosten")]
        for post in afrekening.kostenposten:
            regels += _stappen(post.stappen, opmaak)
    if afrekening.betalingen:
        regels += ["", opmaak.vet("Betalingen")]
        for verwerkt in afrekening.betalingen:
            regels += _betaling(verwerkt, opmaak)
    regels += ["", *_totaal(afrekening, opmaak)]
    if afrekening.vragen:
        regels += ["", opmaak.vet("Te beantwoorden")]
        for vraag in afrekening.vragen:
            regels += alinea(vraag, teken="-")
    regels += bronnen_en_kanttekeningen(afrekening.bronnen, afrekening.kanttekeningen, opmaak)
    return "\n".join(regels)


def _vordering(vordering: Vorderingsafrekening, opmaak: Opmaak) -> list[str]:
    regels = [opmaak.vet(f"Factuur {vordering.factuurnummer}")]
    regels += regel_met_bedrag("  Hoofdsom", euro(vordering.hoofdsom))
    for stap in vordering.verzuim.stappen:
        regels += alinea(stap.omschrijving, inspring=4)
    if vordering.perioden:
        regels += regel_met_bedrag(
            f"  {_SOORTEN[vordering.rentesoort].capitalize()}", euro(vordering.rente)
        )
    for periode in vordering.perioden:
        regels += alinea(
            f"{datum_nl(periode.van)} tot en met {datum_nl(periode.tot)}, {periode.dagen} dagen: "
            f"{procent(periode.percentage)} over {euro(periode.grondslag)} = "
            f"{euro(periode.rente)}",
            inspring=4,
        )
    if vordering.kosten:
        regels += regel_met_bedrag("  Kosten", euro(vordering.kosten))
    if vordering.btw:
        regels += regel_met_bedrag("  Btw over de kosten", euro(vordering.btw))
    if vordering.betaald:
        regels += regel_met_bedrag("  Betaald", f"- {euro(vordering.betaald)}")
    regels += regel_met_bedrag("  Nog te betalen", euro(vordering.saldo))
    return regels


def _stappen(stappen: Iterable[Stap], opmaak: Opmaak) -> list[str]:
    regels = []
    for stap in stappen:
        if stap.bedrag is None:
            regels += alinea(stap.omschrijving)
        else:
            regels += regel_met_bedrag(f"  {stap.omschrijving}", euro(stap.bedrag))
        if stap.bron is not None:
            regels.append(opmaak.zacht(f"      {stap.bron.aanhaling}"))
    return regels


def _betaling(verwerkt: Verwerkt, opmaak: Opmaak) -> list[str]:
    betaling = verwerkt.betaling
    regels = regel_met_bedrag(f"  {datum_nl(betaling.datum)}", euro(betaling.bedrag))
    for stap in verwerkt.toerekening.stappen:
        regels += alinea(stap.omschrijving, inspring=4)
    bronnen = [bron.aanhaling for bron in verwerkt.toerekening.bronnen]
    if bronnen:
        regels.append(opmaak.zacht(f"      {', '.join(bronnen)}"))
    return regels


def _totaal(afrekening: Afrekening, opmaak: Opmaak) -> list[str]:
    regels = [opmaak.vet("Totaal")]
    regels += regel_met_bedrag("  Hoofdsom", euro(afrekening.hoofdsom))
    regels += regel_met_bedrag("  Rente", euro(afrekening.rente))
    regels += regel_met_bedrag("  Kosten", euro(afrekening.kosten))
    if afrekening.btw:
        regels += regel_met_bedrag("  Btw over de kosten", euro(afrekening.btw))
    if afrekening.betaald:
        regels += regel_met_bedrag("  Betaald", f"- {euro(afrekening.betaald)}")
    if afrekening.rest:
        regels += regel_met_bedrag("  Te veel betaald, niet verrekend", euro(afrekening.rest))
    regels += regel_met_bedrag("", "-" * 14)
    regels += [
        opmaak.vet(regel) for regel in regel_met_bedrag("  Nog te betalen", euro(afrekening.saldo))
    ]
    if afrekening.dagrente is not None:
        regels += regel_met_bedrag("  Rente per dag daarna", euro(afrekening.dagrente))
    return regels


def als_gegevens(afrekening: Afrekening) -> dict[str, Any]:
    """The object ``wiktool/afrekening/1``."""
    from wiktool.weergave import json

    return {
        "peildatum": afrekening.peildatum,
        "schuldenaar": afrekening.schuldenaar,
        "hoedanigheid": afrekening.hoedanigheid.value,
        "vorderingen": [_vordering_als_gegevens(v) for v in afrekening.vorderingen],
        "kostenposten": [_post_als_gegevens(post) for post in afrekening.kostenposten],
        "betalingen": [_betaling_als_gegevens(verwerkt) for verwerkt in afrekening.betalingen],
        **{naam: getattr(afrekening, naam) for naam in _BEDRAGEN},
        "rest": afrekening.rest,
        "vragen": list(afrekening.vragen),
        "stappen": json.stappen(afrekening.stappen),
        "bronnen": json.bronnen(afrekening.bronnen),
        "kanttekeningen": json.kanttekeningen(afrekening.kanttekeningen),
    }


def _vordering_als_gegevens(vordering: Vorderingsafrekening) -> dict[str, Any]:
    from wiktool.weergave.rente import periode_als_gegevens

    return {
        "factuurnummer": vordering.factuurnummer,
        "verzuimdatum": vordering.verzuim.datum,
        "verzuimgrond": vordering.verzuim.grond.value,
        "rentesoort": vordering.rentesoort.value,
        **{naam: getattr(vordering, naam) for naam in _BEDRAGEN},
        "perioden": [periode_als_gegevens(periode) for periode in vordering.perioden],
    }


def _post_als_gegevens(post: Kostenpost) -> dict[str, Any]:
    return {
        "vanaf": post.vanaf,
        "facturen": list(post.facturen),
        "brief": post.brief,
        "grondslag": post.grondslag,
        "kosten": post.kosten,
        "btw": post.btw,
        "totaal": post.totaal,
    }


def _betaling_als_gegevens(verwerkt: Verwerkt) -> dict[str, Any]:
    return {
        "datum": verwerkt.betaling.datum,
        "bedrag": verwerkt.betaling.bedrag,
        "aangewezen": verwerkt.betaling.factuurnummer or None,
        "toegerekend": [
            {
                "factuurnummer": deel.kenmerk,
                "kosten": deel.kosten,
                "rente": deel.rente,
                "hoofdsom": deel.hoofdsom,
            }
            for deel in verwerkt.toerekening.delen
        ],
        "rest": verwerkt.toerekening.rest,
    }


def als_rijen(afrekening: Afrekening) -> list[tuple[str, ...]]:
    """One row per claim and one for the total, in the order of ``KOLOMMEN``."""
    rijen = [
        _rij(v.factuurnummer, v.verzuim.datum.isoformat() if v.verzuim.datum else "", v)
        for v in afrekening.vorderingen
    ]
    return [*rijen, _rij("totaal", "", afrekening)]


def _rij(naam: str, verzuim: str, van: Vorderingsafrekening | Afrekening) -> tuple[str, ...]:
    bedragen: list[Decimal | None] = [getattr(van, veld) for veld in _BEDRAGEN]
    return (naam, verzuim, *("" if b is None else bedrag_machine(rond_af(b)) for b in bedragen))
