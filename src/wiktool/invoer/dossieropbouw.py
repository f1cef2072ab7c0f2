"""From a parsed file to a ``Dossier``: section by section, with every fault of the file at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from wiktool.invoer.dossierdelen import (
    VALUTA,
    lees_aanmaning,
    lees_afspraken,
    lees_betaling,
    lees_brief,
    lees_incassobureau,
    lees_schuldeiser,
    lees_schuldenaar,
    lees_vordering,
)
from wiktool.invoer.sectie import Gebreken, Sectie, bijna
from wiktool.kern.dossier import Dossier
from wiktool.kern.notatie import datum_kort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiktool.invoer.instellingen import Instellingen
    from wiktool.kern.dossier import Betaling, Schuldeiser, Vordering

SCHEMA: Final = "wiktool/dossier/1"


def bouw_dossier(
    gegevens: Mapping[str, object], *, plaats: str = "", instellingen: Instellingen | None = None
) -> Dossier:
    """Make a dossier of parsed data, completed with the user's settings.

    Amounts must be text or whole numbers, dates a ``date`` or text. A claim that does not say
    whether its term was agreed takes ``schuldeiser.fatale_termijn``.

    Args:
        gegevens: as the file gives them.
        plaats: the file, for the errors.
        instellingen: ``wiktool.toml``; what the dossier says wins.

    Raises:
        DossierFout: with every fault and its place; lists are counted from 1.

    >>> dossier = bouw_dossier({
    ...     "schuldeiser": {"naam": "De Linde"}, "schuldenaar": {"naam": "J. Jansen"},
    ...     "vorderingen": [{"factuurnummer": "17", "bedrag": "1.210,00"}]})
    >>> dossier.vorderingen[0].bedrag
    Decimal('1210.00')
    """
    if instellingen is not None:
        gegevens = instellingen.vul_aan(gegevens)
    gebreken = Gebreken()
    dossier = _lees(Sectie(gegevens, "", gebreken))
    aantal = len(gebreken.regels)
    gebreken.stop_bij_gebreken(
        f"het dossier heeft {aantal} {'gebrek' if aantal == 1 else 'gebreken'}",
        plaats,
        "verbeter dit; docs/dossier.md beschrijft elk veld",
    )
    return dossier


def _lees(bestand: Sectie) -> Dossier:
    _controleer_kop(bestand)
    schuldeiser = lees_schuldeiser(_verplicht(bestand, "schuldeiser"))
    schuldenaar = lees_schuldenaar(_verplicht(bestand, "schuldenaar"))
    vorderingen = _lees_vorderingen(bestand)
    dossier = Dossier(
        schuldeiser=schuldeiser,
        schuldenaar=schuldenaar,
        vorderingen=_met_standaard_termijn(vorderingen, schuldeiser),
        betalingen=_lees_betalingen(bestand, vorderingen),
        aanmaningen=tuple(map(lees_aanmaning, bestand.secties("aanmaningen"))),
        afspraken=lees_afspraken(bestand.sectie("afspraken")),
        brief=lees_brief(bestand.sectie("brief")),
        incassobureau=lees_incassobureau(bestand.sectie("incassobureau")),
    )
    bestand.sluit()
    return dossier


def _controleer_kop(bestand: Sectie) -> None:
    schema = bestand.tekst("schema")
    if schema not in ("", SCHEMA):
        bestand.meld("schema", f"«{schema}» is onbekend", f"dit programma leest {SCHEMA}")
    bestand.valuta(VALUTA)


def _verplicht(bestand: Sectie, sleutel: str) -> Sectie:
    """A section that must be there; an empty one when it is not, so that its fields are named."""
    return bestand.sectie(sleutel) or Sectie({}, sleutel, bestand.gebreken)


def _lees_vorderingen(bestand: Sectie) -> tuple[Vordering, ...]:
    secties = bestand.secties("vorderingen")
    if not secties and not bestand.heeft_gebrek("vorderingen"):
        bestand.meld("vorderingen", "ontbreekt", "noem minstens één vordering: [[vorderingen]]")
    vorderingen = []
    eerder: dict[str, str] = {}
    for sectie in secties:
        vordering = lees_vordering(sectie)
        nummer = vordering.factuurnummer
        if nummer and eerder.setdefault(nummer, sectie.plaats) != sectie.plaats:
            sectie.meld("factuurnummer", f"«{nummer}» staat ook bij {eerder[nummer]}")
        vorderingen.append(vordering)
    return tuple(vorderingen)


def _lees_betalingen(bestand: Sectie, vorderingen: tuple[Vordering, ...]) -> tuple[Betaling, ...]:
    betalingen = []
    for sectie in bestand.secties("betalingen"):
        betaling = lees_betaling(sectie)
        _bekend(sectie, betaling.factuurnummer, vorderingen)
        begin = _eerste_factuurdatum(vorderingen, betaling.factuurnummer)
        if begin is not None and date.min < betaling.datum < begin:
            sectie.meld(
                "datum",
                f"{datum_kort(betaling.datum)} ligt voor de factuur van {datum_kort(begin)}",
                "trek een aanbetaling af van het bedrag van de vordering",
            )
        betalingen.append(betaling)
    return tuple(betalingen)


def _eerste_factuurdatum(vorderingen: tuple[Vordering, ...], factuurnummer: str) -> date | None:
    """The day before which a payment cannot be one for these claims; None when unknown."""
    data = [
        vordering.factuurdatum
        for vordering in vorderingen
        if factuurnummer in ("", vordering.factuurnummer)
    ]
    bekend = [dag for dag in data if dag is not None]
    return min(bekend) if bekend and len(bekend) == len(data) else None


def _bekend(sectie: Sectie, factuurnummer: str, vorderingen: tuple[Vordering, ...]) -> None:
    """Refuse a payment for a claim that is not there; an earlier letter may name paid ones."""
    nummers = [vordering.factuurnummer for vordering in vorderingen]
    if factuurnummer and factuurnummer not in nummers:
        sectie.meld(
            "factuurnummer",
            f"«{factuurnummer}» staat niet bij de vorderingen",
            bijna(factuurnummer, nummers) or "noem ook die vordering, of laat dit veld weg",
        )


def _met_standaard_termijn(
    vorderingen: tuple[Vordering, ...], schuldeiser: Schuldeiser
) -> tuple[Vordering, ...]:
    """Give claims with a due date the creditor's default where they say nothing themselves."""
    if schuldeiser.fatale_termijn is None:
        return vorderingen
    return tuple(
        replace(vordering, fatale_termijn=schuldeiser.fatale_termijn)
        if vordering.fatale_termijn is None and vordering.vervaldatum is not None
        else vordering
        for vordering in vorderingen
    )
