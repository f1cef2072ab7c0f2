"""The last day of payment between businesses (6:119a, 6:119b BW; recht.md R7.11, R7.12, R7.20).

The choices made here: docs/keuzes/0013-betalingstermijnen-van-ondernemingen.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wiktool.kern.bron import Bewijs
from wiktool.kern.dossier import Bezorgwijze, Hoedanigheid
from wiktool.kern.fouten import BuitenBereik
from wiktool.kern.notatie import dag_en_datum_nl, datum_nl, euro
from wiktool.kern.uitkomst import Kanttekening, Stap
from wiktool.recht.bezorging import bepaal_bezorging
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from wiktool.kern.bron import Bron
    from wiktool.kern.dossier import Vordering
    from wiktool.wetgegevens.tabel import Versie


@dataclass(frozen=True, slots=True, kw_only=True)
class Betaaltermijn:
    """The last day of payment that the law accepts, with its reasons.

    Attributes:
        afgesproken: whether it is the agreed day; False when the law put another in its place.
    """

    laatste_dag: date
    afgesproken: bool
    stappen: tuple[Stap, ...]
    kanttekeningen: tuple[Kanttekening, ...] = ()


def wettelijke_betaaltermijn(
    vordering: Vordering, hoedanigheid: Hoedanigheid
) -> Betaaltermijn | None:
    """The thirty days that hold when no last day of payment was agreed.

    They count from the day after receipt of the invoice. When that day is not known, the invoice
    counts as posted on its date.

    Returns:
        None when neither the day of receipt nor a usable invoice date is known.

    Raises:
        BuitenBereik: an invoice of before 1 December 2002.

    Bron: art. 6:119a lid 2 en 6:119b lid 2 BW (recht.md R7.11, R7.20).
    """
    ontvangst = _ontvangst(vordering)
    if ontvangst is None:
        return None
    ontvangen, aanname = ontvangst
    termijnen = tabel("betalingstermijnen")
    peil = vordering.factuurdatum or ontvangen
    versie = termijnen.op(peil)
    dagen: int = versie.waarden["wettelijk"]
    laatste = ontvangen + timedelta(days=dagen)
    artikel = _artikel(hoedanigheid, lid="2")
    return Betaaltermijn(
        laatste_dag=laatste,
        afgesproken=False,
        stappen=(
            Stap(
                omschrijving=f"factuur ontvangen op {dag_en_datum_nl(ontvangen)}"
                f"{' (aangenomen)' if aanname else ''}; zonder geldige "
                f"afspraak {dagen} dagen vanaf de dag daarna: tot en met "
                f"{dag_en_datum_nl(laatste)} (regel geldt {versie.geldigheid})",
                bron=artikel,
            ),
        ),
        kanttekeningen=(
            *aanname,
            Kanttekening(
                code="prestatie-na-factuur",
                tekst="Is de prestatie later ontvangen of goedgekeurd dan de factuur, dan lopen de "
                f"{dagen} dagen vanaf die latere dag; geef dan zelf de verzuimdatum op.",
                bron=artikel,
            ),
            *(() if _is_overheid(hoedanigheid) else termijnen.kanttekeningen(peil)),
        ),
    )


def toets_afgesproken_termijn(
    vordering: Vordering, vervaldatum: date, hoedanigheid: Hoedanigheid, *, grote_schuldenaar: bool
) -> Betaaltermijn:
    """The agreed last day of payment, or the day the law puts in its place.

    Against a large company that buys from a smaller one a term over thirty days is void, and a
    public body never has more than sixty. For other businesses a term over sixty days is followed,
    with a kanttekening.

    Bron: art. 6:119a en 6:119b BW (recht.md R7.12, R7.20).
    """
    afspraak = Betaaltermijn(
        laatste_dag=vervaldatum,
        afgesproken=True,
        stappen=(
            Stap(
                omschrijving="overeengekomen laatste dag van betaling: "
                f"{dag_en_datum_nl(vervaldatum)}",
                bron=bron("bw", "6:83"),
            ),
        ),
    )
    if hoedanigheid.is_consument or not vordering.uit_overeenkomst:
        return afspraak
    ontvangst = _ontvangst(vordering)
    if ontvangst is None:
        return replace(afspraak, kanttekeningen=(_niet_getoetst(hoedanigheid),))
    ontvangen, _ = ontvangst
    peil = vordering.factuurdatum or ontvangen
    groot = tabel("grote_schuldenaren")
    if grote_schuldenaar and not _is_overheid(hoedanigheid) and peil >= groot.versies[0].geldig_van:
        return _toets_groot(afspraak, vordering, hoedanigheid, groot.op(peil))
    return _toets_lengte(afspraak, hoedanigheid, ontvangen, peil)


def _is_overheid(hoedanigheid: Hoedanigheid) -> bool:
    return hoedanigheid is Hoedanigheid.OVERHEID


def _artikel(hoedanigheid: Hoedanigheid, lid: str | None = None) -> Bron:
    """The article for this debtor; 6:119a is known from 6:119b, which runs parallel."""
    if _is_overheid(hoedanigheid):
        return bron("bw", "6:119b", lid)
    return bron("bw", "6:119a", lid, bewijs=Bewijs.AFGELEID)


def _ontvangst(vordering: Vordering) -> tuple[date, tuple[Kanttekening, ...]] | None:
    """The day the invoice was received, or counts as received; not before its own date."""
    if vordering.ontvangstdatum is not None:
        return max(vordering.ontvangstdatum, vordering.factuurdatum or date.min), ()
    if vordering.factuurdatum is None:
        return None
    try:
        aangenomen = bepaal_bezorging(vordering.factuurdatum, Bezorgwijze.POST).dag
    except BuitenBereik:
        return None
    return aangenomen, (
        Kanttekening(
            code="ontvangst-factuur-aangenomen",
            tekst="De dag van ontvangst van de factuur is niet bekend; zij telt als per post "
            f"verzonden op de factuurdatum en bezorgd op {datum_nl(aangenomen)}. Geef de "
            "ontvangstdatum op als u die kunt aantonen.",
        ),
    )


def _toets_groot(
    afspraak: Betaaltermijn, vordering: Vordering, hoedanigheid: Hoedanigheid, versie: Versie
) -> Betaaltermijn:
    wettelijk = wettelijke_betaaltermijn(vordering, hoedanigheid)
    assert wettelijk is not None  # noqa: S101 - the caller knows the day of receipt
    if afspraak.laatste_dag <= wettelijk.laatste_dag:
        return afspraak
    dagen = versie.waarden["dagen"]
    if not versie.waarden["oude_overeenkomsten"]:
        twijfel = Kanttekening(
            code="grote-schuldenaar-oude-overeenkomst",
            tekst=f"Is de overeenkomst gesloten op of na {datum_nl(versie.geldig_van)}, dan is de "
            f"afgesproken termijn nietig voor zover zij langer is dan {dagen} dagen, en was de "
            f"laatste dag van betaling {datum_nl(wettelijk.laatste_dag)}.",
            bron=versie.bron,
        )
        return replace(afspraak, kanttekeningen=(*afspraak.kanttekeningen, twijfel))
    vervangen = Stap(
        omschrijving=f"tegenover een grote onderneming is een termijn van meer dan {dagen} dagen "
        f"nietig (regel geldt {versie.geldigheid}); de wettelijke termijn komt ervoor in de plaats",
        bron=versie.bron,
    )
    voorwaarden = Kanttekening(
        code="grote-schuldenaar",
        tekst="Dit geldt alleen als de schuldenaar groot is (twee van de drie: balanstotaal boven "
        f"{euro(versie.getal('balanstotaal'))}, netto-omzet boven "
        f"{euro(versie.getal('netto_omzet'))}, ten minste {versie.waarden['werknemers']} "
        "werknemers; de grensbedragen van 2022, later verhoogd voor de jaarrekening) en de "
        "schuldeiser niet.",
        bron=versie.bron,
    )
    return Betaaltermijn(
        laatste_dag=wettelijk.laatste_dag,
        afgesproken=False,
        stappen=(*afspraak.stappen, vervangen, *wettelijk.stappen),
        kanttekeningen=(voorwaarden, *wettelijk.kanttekeningen),
    )


def _toets_lengte(
    afspraak: Betaaltermijn, hoedanigheid: Hoedanigheid, ontvangen: date, peil: date
) -> Betaaltermijn:
    termijnen = tabel("betalingstermijnen")
    waarden = termijnen.op(peil).waarden if peil >= termijnen.versies[0].geldig_van else {}
    if "hoogstens" not in waarden:
        return afspraak
    hoogstens: int = waarden["hoogstens"]
    uiterste = ontvangen + timedelta(days=hoogstens)
    vrij = ontvangen + timedelta(days=waarden["wettelijk"])
    if not _is_overheid(hoedanigheid):
        if afspraak.laatste_dag <= uiterste:
            return afspraak
        return replace(afspraak, kanttekeningen=(_langer_dan(hoogstens, uiterste),))
    if afspraak.laatste_dag <= vrij:
        return afspraak
    twijfel = Kanttekening(
        code="betalingstermijn-overheid",
        tekst=f"Een overheidsinstantie mag meer dan {waarden['wettelijk']} dagen alleen "
        "uitdrukkelijk en om objectieve redenen afspreken; anders begon de rente eerder.",
        bron=_artikel(hoedanigheid),
    )
    if afspraak.laatste_dag <= uiterste:
        return replace(afspraak, kanttekeningen=(twijfel,))
    return Betaaltermijn(
        laatste_dag=uiterste,
        afgesproken=False,
        stappen=(
            *afspraak.stappen,
            Stap(
                omschrijving=f"een overheidsinstantie heeft nooit meer dan {hoogstens} dagen: tot "
                f"en met {dag_en_datum_nl(uiterste)}",
                bron=_artikel(hoedanigheid),
            ),
        ),
        kanttekeningen=(twijfel,),
    )


def _langer_dan(hoogstens: int, uiterste: date) -> Kanttekening:
    return Kanttekening(
        code="betalingstermijn-lang",
        tekst=f"De afgesproken termijn is langer dan {hoogstens} dagen (tot en met "
        f"{datum_nl(uiterste)}). Dat kan alleen uitdrukkelijk en als het niet kennelijk onbillijk "
        "is; de afgesproken dag is aangehouden.",
        bron=bron("bw", "6:119a"),
    )


def _niet_getoetst(hoedanigheid: Hoedanigheid) -> Kanttekening:
    return Kanttekening(
        code="betalingstermijn-niet-getoetst",
        tekst="Factuurdatum en ontvangstdatum zijn niet bekend; of de afgesproken termijn langer "
        "is dan de wet toelaat, is niet nagegaan.",
        bron=_artikel(hoedanigheid),
    )
