"""How an account is explained: steps in words, doubts, and questions still open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wiktool.kern.begrippen import Hoedanigheid
from wiktool.kern.notatie import datum_nl, euro, opsomming
from wiktool.kern.uitkomst import Kanttekening, Stap, zonder_dubbele
from wiktool.recht.kosten_zakelijk import twijfels_zakelijk
from wiktool.recht.rente_uitleg import artikelen, uitleg_van
from wiktool.recht.rente_uitleg import kanttekeningen_bij as kanttekeningen_bij_rente
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from wiktool.kern.dossier import Dossier
    from wiktool.recht.grootboek import Grootboek
    from wiktool.recht.rekening import Rekening


def stappen_van(boek: Grootboek) -> tuple[Stap, ...]:
    """Per claim its default and its interest; then the fees; then the payments."""
    stappen: list[Stap] = []
    for rekening in boek.rekeningen:
        stappen += _met_kenmerk(rekening, rekening.verzuim.stappen)
        if rekening.perioden:
            begin = Stap(
                omschrijving=f"rente vanaf {datum_nl(rekening.perioden[0].van)}",
                bron=artikelen(rekening.voorwaarden, boek.hoedanigheid)[0],
            )
            perioden = uitleg_van(rekening.perioden, rekening.voorwaarden)
            stappen += _met_kenmerk(rekening, [begin, *perioden])
    for post in boek.kostenposten:
        stappen += post.stappen
    for verwerkt in boek.verwerkt:
        betaling = verwerkt.betaling
        stappen.append(
            Stap(
                omschrijving=f"betaling van {euro(betaling.bedrag)} op {datum_nl(betaling.datum)}",
                bron=bron("bw", "6:114", "2"),
                bedrag=betaling.bedrag,
            )
        )
        stappen += verwerkt.toerekening.stappen
    return tuple(stappen)


def _met_kenmerk(rekening: Rekening, stappen: Iterable[Stap]) -> list[Stap]:
    return [
        replace(stap, omschrijving=f"factuur {rekening.kenmerk}: {stap.omschrijving}")
        for stap in stappen
    ]


def vragen_van(boek: Grootboek) -> tuple[str, ...]:
    """What must be known before interest and costs can be counted for every claim."""
    return tuple(
        f"Factuur {rekening.kenmerk}: {rekening.verzuim.vraag}"
        for rekening in boek.rekeningen
        if rekening.verzuim.vraag and rekening.stand.hoofdsom
    )


def kanttekeningen_van(
    boek: Grootboek, dossier: Dossier, dagrente: Decimal | None
) -> tuple[Kanttekening, ...]:
    """Every doubt and condition, each once."""
    gevonden: list[Kanttekening] = []
    for rekening in boek.rekeningen:
        gevonden += rekening.verzuim.kanttekeningen
    for rekening in boek.rekeningen:
        if rekening.perioden:
            gevonden += kanttekeningen_bij_rente(
                rekening.perioden,
                rekening.voorwaarden,
                tot=boek.peildatum,
                met_betalingen=bool(rekening.delen),
                dagrente=dagrente,
                hoedanigheid=boek.hoedanigheid,
            )
    gevonden += boek.kanttekeningen
    for post in boek.kostenposten:
        gevonden += post.kanttekeningen
    gevonden += _over_de_kosten(boek)
    for verwerkt in boek.verwerkt:
        gevonden += verwerkt.toerekening.kanttekeningen
    gevonden += [*_over_de_partijen(boek, dossier), *_weggelaten(boek)]
    return zonder_dubbele(gevonden)


def _over_de_kosten(boek: Grootboek) -> list[Kanttekening]:
    gevonden = [
        Kanttekening(
            code="termijn-loopt",
            tekst=f"Vanaf {datum_nl(post.vanaf)} komt er {euro(post.totaal)} aan kosten bij, als "
            "de hoofdsom dan nog open staat zoals nu.",
            bron=bron("bw", "6:96"),
        )
        for post in boek.lopend
    ]
    if any(len(post.facturen) > 1 and post.totaal for post in boek.kostenposten):
        gevonden.append(
            Kanttekening(
                code="kosten-verdeeld",
                tekst="Kosten over meer vorderingen samen zijn over die vorderingen verdeeld naar "
                "evenredigheid van hun hoofdsom; de wet zegt niet hoe dat moet.",
                bron=bron("bw", "6:44", "1"),
            )
        )
    buiten = [r.kenmerk for r in boek.rekeningen if not r.vordering.uit_overeenkomst]
    if buiten:
        gevonden.append(
            Kanttekening(
                code="geen-overeenkomst",
                tekst=f"Voor {opsomming(buiten)} zijn geen kosten gerekend: het besluit geldt "
                "alleen voor verbintenissen tot betaling uit overeenkomst.",
                bron=bron("besluit-bik", "1"),
            )
        )
    begin = tabel("incassokosten").versies[0].geldig_van
    oud = [
        r.kenmerk
        for r in boek.rekeningen
        if r.verzuim.datum is not None and r.verzuim.datum < begin
    ]
    if oud:
        gevonden.append(
            Kanttekening(
                code="verzuim-voor-besluit",
                tekst=f"Voor {opsomming(oud)} zijn geen kosten volgens de staffel gerekend: het "
                f"verzuim begon vóór {datum_nl(begin)}.",
                bron=bron("besluit-bik", "3"),
            )
        )
    if boek.hoedanigheid.is_consument:
        return [*gevonden, *_zonder_brief(boek)]
    onaangemaand = [r for r in boek.rekeningen if r not in boek.aangemaand]
    return [*gevonden, *twijfels_zakelijk(boek.kostenposten, onaangemaand, boek.peildatum)]


def _zonder_brief(boek: Grootboek) -> list[Kanttekening]:
    in_verzuim = any(r.verzuim.ingetreden_op(boek.peildatum) for r in boek.rekeningen)
    if boek.kostenposten or boek.lopend or not in_verzuim:
        return []
    return [
        Kanttekening(
            code="geen-veertiendagenbrief",
            tekst="Er zijn geen kosten gerekend: een consument is die pas verschuldigd als de "
            "termijn van een juiste veertiendagenbrief voorbij is.",
            bron=bron("bw", "6:96", "6"),
        )
    ]


def _over_de_partijen(boek: Grootboek, dossier: Dossier) -> list[Kanttekening]:
    gevonden = []
    if dossier.schuldenaar.hoedanigheid is None:
        gevonden.append(
            Kanttekening(
                code="hoedanigheid-onbekend",
                tekst=f"Of {dossier.schuldenaar.naam} een consument is, staat er niet; gerekend is "
                "als voor een consument.",
                bron=bron("bw", "6:96", "5"),
            )
        )
    afspraken = dossier.afspraken
    if boek.hoedanigheid.is_consument and (
        afspraken.incassopercentage is not None or afspraken.incassominimum is not None
    ):
        gevonden.append(
            Kanttekening(
                code="incassobeding-consument",
                tekst="De afgesproken incassokosten zijn niet gebruikt: ten nadele van een "
                "consument kan niet van de staffel worden afgeweken.",
                bron=bron("bw", "6:96", "5"),
            )
        )
    if boek.hoedanigheid.is_consument and afspraken.kostenbeding:
        gevonden.append(
            Kanttekening(
                code="kostenbeding",
                tekst="Het contract heeft een beding over incassokosten of rente. Vindt de rechter "
                "het oneerlijk, dan wijst hij ook de wettelijke kosten of rente af.",
                bron=bron("rbnho-2024-1565"),
            )
        )
    natuurlijk = boek.hoedanigheid in (Hoedanigheid.CONSUMENT, Hoedanigheid.ONDERNEMER)
    bureau = dossier.incassobureau
    if natuurlijk and bureau is not None and not bureau.registratiekenmerk:
        gevonden.append(
            Kanttekening(
                code="registratiekenmerk-ontbreekt",
                tekst=f"Van {bureau.naam} is geen registratiekenmerk bekend. Voor het werk van een "
                "bureau dat niet is geregistreerd, zijn geen kosten verschuldigd, en na zijn "
                "aanmaning ook geen rente.",
                bron=bron("wki", "18"),
            )
        )
    return gevonden


def _weggelaten(boek: Grootboek) -> list[Kanttekening]:
    gevonden = []
    if boek.later_betaald:
        dagen = opsomming([datum_nl(b.datum) for b in boek.later_betaald])
        gevonden.append(
            Kanttekening(
                code="betaling-na-peildatum",
                tekst=f"Niet meegerekend: wat is betaald na de peildatum, op {dagen}.",
            )
        )
    if boek.later_gefactureerd:
        nummers = opsomming([v.factuurnummer for v in boek.later_gefactureerd])
        gevonden.append(
            Kanttekening(
                code="factuur-na-peildatum",
                tekst=f"Niet meegerekend: {nummers}, met een factuurdatum na de peildatum.",
            )
        )
    if any(verwerkt.toerekening.rest for verwerkt in boek.verwerkt):
        gevonden.append(
            Kanttekening(
                code="te-veel-betaald",
                tekst="Er is meer betaald dan op dat moment verschuldigd was. Wat over is, staat "
                "apart en is niet verrekend.",
            )
        )
    return gevonden
