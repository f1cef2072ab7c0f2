"""How a calculation of interest is explained: its articles, its steps and its doubts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wiktool.kern.bron import Bewijs
from wiktool.kern.dossier import Hoedanigheid
from wiktool.kern.geld import rond_af
from wiktool.kern.notatie import datum_nl, euro, procent
from wiktool.kern.uitkomst import Kanttekening, Stap
from wiktool.recht.renteverloop import Dagtelling, Rentesoort, Rentevoorwaarden
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiktool.kern.bron import Bron
    from wiktool.recht.renteverloop import Renteperiode
    from wiktool.wetgegevens.tabel import Tabel, Versie


def artikelen(voorwaarden: Rentevoorwaarden, hoedanigheid: Hoedanigheid | None) -> tuple[Bron, ...]:
    """The articles this interest rests on; both for trade when the debtor is not known.

    >>> [b.aanhaling for b in artikelen(Rentevoorwaarden(soort=Rentesoort.HANDEL), None)]
    ['art. 6:119a BW', 'art. 6:119b BW']
    """
    if voorwaarden.soort is Rentesoort.CONTRACTUEEL:
        return (bron("bw", "6:119", "3"),)
    if voorwaarden.soort is Rentesoort.WETTELIJK:
        return (bron("bw", "6:119"),)
    if hoedanigheid is Hoedanigheid.OVERHEID:
        return (bron("bw", "6:119b"),)
    handel = bron("bw", "6:119a", bewijs=Bewijs.AFGELEID)
    return (handel,) if hoedanigheid is not None else (handel, bron("bw", "6:119b"))


def uitleg_van(perioden: Iterable[Renteperiode], voorwaarden: Rentevoorwaarden) -> list[Stap]:
    """The lines of the explanation, per period: what joined the base, then days, rate and base."""
    return [stap for periode in perioden for stap in _stappen(periode, voorwaarden)]


def _stappen(periode: Renteperiode, voorwaarden: Rentevoorwaarden) -> list[Stap]:
    dagen = f"{periode.dagen} {'dag' if periode.dagen == 1 else 'dagen'} van {periode.jaardagen}"
    versie = periode.versie
    rekening = Stap(
        omschrijving=f"{datum_nl(periode.van)} tot en met {datum_nl(periode.tot)}, {dagen}: "
        f"{procent(periode.percentage)} over {euro(periode.grondslag)} ({_herkomst(versie)})",
        bron=bron("bw", "6:119", "3") if versie is None else versie.bron,
        bedrag=rond_af(periode.rente),
    )
    if not periode.bijgeschreven:
        return [rekening]
    bijschrijving = Stap(
        omschrijving=f"op {datum_nl(periode.van)} is een rentejaar voorbij: "
        f"{euro(periode.bijgeschreven)} rente bij het bedrag geteld waarover de rente loopt",
        bron=_bron_van_rente_over_rente(voorwaarden.soort),
    )
    return [bijschrijving, rekening]


def _herkomst(versie: Versie | None) -> str:
    if versie is None:
        return "overeengekomen"
    vindplaats = f"; {versie.vindplaats}" if versie.vindplaats else ""
    return f"tarief {versie.geldigheid}{vindplaats}"


def _bron_van_rente_over_rente(soort: Rentesoort) -> Bron:
    if soort is Rentesoort.HANDEL:
        return bron("bw", "6:119a", bewijs=Bewijs.AFGELEID)
    return bron("bw", "6:119", "2")


def kanttekeningen_bij(
    perioden: Sequence[Renteperiode],
    voorwaarden: Rentevoorwaarden,
    *,
    tot: date,
    met_betalingen: bool,
    dagrente: Decimal | None,
    hoedanigheid: Hoedanigheid | None = None,
) -> tuple[Kanttekening, ...]:
    """The doubts and conditions a reader of the calculation must know of."""
    gevonden = [_dagtelling(voorwaarden.dagtelling)]
    if any(periode.bijgeschreven for periode in perioden):
        gevonden.append(_rentejaar(voorwaarden.soort))
    if met_betalingen and not voorwaarden.enkelvoudig:
        gevonden.append(_herstart())
    if voorwaarden.soort is Rentesoort.HANDEL:
        gevonden.append(_alleen_de_prijs())
    if voorwaarden.soort is Rentesoort.CONTRACTUEEL:
        gevonden += _contractueel(perioden, voorwaarden, hoedanigheid)
    if voorwaarden.tabel is not None:
        gevonden += voorwaarden.tabel.kanttekeningen(tot)
    if dagrente is None:
        gevonden.append(
            Kanttekening(
                code="dagrente-onbekend",
                tekst=f"De rente na {datum_nl(tot)} is nog niet vastgesteld; wat er daarna per dag "
                "bijkomt, is niet bekend.",
                bron=bron("bw", "6:120"),
            )
        )
    return tuple(gevonden)


def _dagtelling(dagtelling: Dagtelling) -> Kanttekening:
    hoe = (
        "gedeeld door 365, en door 366 voor dagen in een schrikkeljaar"
        if dagtelling is Dagtelling.WERKELIJK
        else "gedeeld door 365, ook in een schrikkeljaar"
    )
    return Kanttekening(
        code="dagtelling",
        tekst="De wet regelt de dagtelling niet. Geteld zijn werkelijke dagen, de laatste dag en "
        f"de dag van betaling meegerekend, {hoe}; een andere telling scheelt centen.",
    )


def _rentejaar(soort: Rentesoort) -> Kanttekening:
    return Kanttekening(
        code="rentejaar",
        tekst="Rente over rente is berekend na ieder vol jaar, gerekend vanaf de eerste rentedag "
        "en niet per kalenderjaar.",
        bron=_bron_van_rente_over_rente(soort),
    )


def _herstart() -> Kanttekening:
    return Kanttekening(
        code="herstart-rentejaar",
        tekst="Een betaling gaat eerst op de rente en dan op de hoofdsom; de dag erna begint een "
        "nieuw rentejaar. De wet zegt dat niet; het valt in het voordeel van de schuldenaar uit.",
        bron=bron("bw", "6:44", "1"),
    )


def _alleen_de_prijs() -> Kanttekening:
    return Kanttekening(
        code="handelsrente-alleen-over-de-prijs",
        tekst="Handelsrente geldt voor handelsovereenkomsten (art. 6:119a) en tegenover de "
        "overheid (art. 6:119b), en alleen over de prijs: niet over schadevergoeding of "
        "incassokosten.",
        bron=bron("bw", "6:119a"),
    )


def _contractueel(
    perioden: Sequence[Renteperiode],
    voorwaarden: Rentevoorwaarden,
    hoedanigheid: Hoedanigheid | None,
) -> list[Kanttekening]:
    gevonden = [
        Kanttekening(
            code="rentebeding",
            tekst="De afgesproken rente geldt alleen als zij geldig is overeengekomen; tegenover "
            "een consument toetst de rechter het beding.",
            bron=bron("richtlijn-93-13"),
        )
    ]
    if not voorwaarden.enkelvoudig:
        gevonden.append(
            Kanttekening(
                code="samengesteld-afgesproken",
                tekst="Er is na ieder jaar rente over rente berekend. Ga na of dat is afgesproken; "
                "zo niet, kies --enkelvoudig.",
                bron=bron("bw", "6:119", "3"),
            )
        )
    zakelijk = hoedanigheid is not None and not hoedanigheid.is_consument
    if _lager_dan(tabel("handelsrente" if zakelijk else "wettelijke_rente"), perioden):
        gevonden.append(
            Kanttekening(
                code="lager-dan-wettelijke-rente",
                tekst="De afgesproken rente is in een deel van de tijd lager dan de wettelijke "
                f"{'handelsrente' if zakelijk else 'rente'}. Na verzuim loopt alleen een hogere "
                "afgesproken rente door.",
                bron=bron("bw", "6:119", "3"),
            )
        )
    return gevonden


def _lager_dan(rentetabel: Tabel, perioden: Sequence[Renteperiode]) -> bool:
    return any(
        periode.percentage < versie.getal("procent")
        for periode in perioden
        for versie in rentetabel.versies
        if versie.geldig_van <= periode.tot
        and (versie.geldig_tot is None or periode.van <= versie.geldig_tot)
    )
