"""A correct new letter in place of one that does not meet the requirements.

Bron: HR 25-11-2016, ECLI:NL:HR:2016:2704: waiting longer after a faulty letter, or giving a few
more days, repairs nothing; only a new letter with the full term does (recht.md H8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.adressen import lees_adressering
from wiktool.controle.herkenning.datums import lees_datums
from wiktool.controle.herkenning.lezing import lees_brief
from wiktool.controle.herkenning.partijen import Afzender
from wiktool.controle.model import Oordeel
from wiktool.controle.zaak import Zaak
from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.datum import dag_na
from wiktool.kern.dossier import Dossier, Schuldeiser, Schuldenaar, Vordering
from wiktool.kern.fouten import NietMogelijk
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import datum_nl
from wiktool.kern.uitkomst import Kanttekening
from wiktool.taken.briefmaken import Gemaakt, kies_brief, maak_brief
from wiktool.wetgegevens.regelingen import bron

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from wiktool.brieven.grondslag import Keuzes
    from wiktool.controle.herkenning.adressen import Adres, Adressering
    from wiktool.controle.herkenning.lezing import Lezing
    from wiktool.controle.model import Toetsgegevens, Toetsing
    from wiktool.invoer.instellingen import Instellingen
    from wiktool.kern.begrippen import Hoedanigheid
    from wiktool.kern.brieftekst import Brieftekst

_NUMMER: Final = re.compile(
    r"\b(?:factuur|nota|rekening|factuurnummer|notanummer|factuurnr|notanr)\b\.?"
    r"[ \u00a0]?(?:nummer|nr\.?)?[ \u00a0]?:?[ \u00a0]?"
    r"((?=[A-Z./_-]{0,20}\d)[A-Z0-9][A-Z0-9./_-]{0,30}[A-Z0-9])(?![A-Z0-9])",
    re.IGNORECASE,
)
_DATUM: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})|(?:19|20)\d\d")
_HOOFDSOMREGELS: Final = frozenset({"WIK103", "WIK901"})
_NOG_ERBIJ: Final = 4
"""Words between the number of an invoice and its date: "26-4410 d.d. 31 augustus"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """The new letter.

    Attributes:
        dossier: what it was made of: the user's own, or what the faulty letter says.
        uit_brief: the facts were read in the faulty letter; the user must look at them.
        kanttekeningen: what the user must know before sending it.
    """

    gemaakt: Gemaakt
    keuzes: Keuzes
    dossier: Dossier
    uit_brief: bool
    kanttekeningen: tuple[Kanttekening, ...]


def herstel(
    brief: Brieftekst,
    toetsing: Toetsing,
    gegevens: Toetsgegevens,
    instellingen: Instellingen | None = None,
) -> Herstel:
    """Make a new letter of the same kind, dated today, with the full term.

    Args:
        brief: the letter that was checked.
        toetsing: the outcome of that check.
        gegevens: what flags and dossier tell; with a dossier the letter itself is not asked.
        instellingen: ``wiktool.toml``, for the particulars of the creditor.

    Raises:
        NietMogelijk: there is nothing to repair, or the letter does not give what a new one needs.
        Weigering: a new letter would be void as well.
    """
    if toetsing.oordeel is Oordeel.VOLDOET:
        raise NietMogelijk("de brief voldoet; er is niets te herstellen")
    zaak = Zaak(lezing=lees_brief(brief), gegevens=gegevens)
    if gegevens.dossier is not None:
        dossier = _zonder_deze_brief(gegevens.dossier, zaak, toetsing)
    else:
        dossier = dossier_uit_brief(zaak, toetsing, instellingen)
    keuzes = kies_brief(dossier, toetsing.soort, datum=gegevens.peildatum, bezorging=zaak.bezorging)
    return Herstel(
        gemaakt=maak_brief(dossier, keuzes),
        keuzes=keuzes,
        dossier=dossier,
        uit_brief=gegevens.dossier is None,
        kanttekeningen=_kanttekeningen(zaak),
    )


def _kanttekeningen(zaak: Zaak) -> tuple[Kanttekening, ...]:
    gevonden = []
    if zaak.soort is Briefsoort.WIK:
        gevonden.append(
            Kanttekening(
                code="alleen-een-nieuwe-brief",
                tekst="Alleen een nieuwe brief met een volle nieuwe termijn herstelt de fout. Een "
                "aanvulling op de oude brief of langer wachten helpt niet; de termijn van de oude "
                "brief telt niet mee.",
                bron=bron("hr-2016-2704"),
            )
        )
    if zaak.gegevens.dossier is None and zaak.lezing.verzuim.vervaldagen:
        gevonden.append(
            Kanttekening(
                code="vervaldatum-afgesproken",
                tekst="De dag van verzuim is overgenomen uit de oude brief. Ga na of die "
                "betaaltermijn is afgesproken, in het contract of in geldige voorwaarden.",
                bron=bron("rbnho-2023-6558"),
            )
        )
    return tuple(gevonden)


def _zonder_deze_brief(dossier: Dossier, zaak: Zaak, toetsing: Toetsing) -> Dossier:
    """The dossier without the faulty letter itself: it never was a valid reminder."""
    if toetsing.oordeel is not Oordeel.VOLDOET_NIET:
        return dossier
    dagen = {zaak.verzonden, zaak.lezing.briefdatum} - {None}
    blijft = tuple(
        brief
        for brief in dossier.aanmaningen
        if brief.soort is not toetsing.soort or brief.verzonden not in dagen
    )
    return replace(dossier, aanmaningen=blijft)


def dossier_uit_brief(
    zaak: Zaak, toetsing: Toetsing, instellingen: Instellingen | None = None
) -> Dossier:
    """What the letter itself says of parties and claim; all that is missing is named at once.

    Raises:
        NietMogelijk: something a new letter needs is missing or not certain.
    """
    namen = lees_adressering(zaak.lezing.brief)
    gebreken: list[str] = []
    schuldeiser = _schuldeiser(zaak.lezing, namen, instellingen, gebreken)
    if namen.schuldenaar is None:
        gebreken.append("de naam van de schuldenaar")
    vorderingen = _vorderingen(zaak, toetsing, gebreken)
    if schuldeiser is None or namen.schuldenaar is None or gebreken:
        raise NietMogelijk(
            f"uit de brief blijkt niet zeker genoeg: {'; '.join(gebreken)}",
            doe="geef de gegevens met --dossier; docs/dossier.md noemt elk veld",
        )
    return Dossier(
        schuldeiser=schuldeiser,
        schuldenaar=_schuldenaar(namen.schuldenaar, zaak.hoedanigheid),
        vorderingen=vorderingen,
    )


def _schuldeiser(
    lezing: Lezing, namen: Adressering, instellingen: Instellingen | None, gebreken: list[str]
) -> Schuldeiser | None:
    rekeningen = {iban.nummer for iban in lezing.ibans if iban.geldig}
    eigen = instellingen.schuldeiser if instellingen else None
    if eigen is not None and eigen.iban in rekeningen:
        return eigen
    if lezing.partijen.afzender is not Afzender.SCHULDEISER:
        gebreken.append("de schuldeiser (een ander schrijft voor hem)")
        return None
    if len(rekeningen) != 1:
        gebreken.append("op welke rekening (IBAN) er betaald moet worden")
    if namen.schuldeiser is None:
        namen_tekst = " of ".join(f"«{naam}»" for naam in namen.namen_schuldeiser)
        gebreken.append(f"de naam van de schuldeiser{f' ({namen_tekst})' if namen_tekst else ''}")
    if len(rekeningen) != 1 or namen.schuldeiser is None:
        return None
    adres = namen.schuldeiser
    return Schuldeiser(
        naam=adres.naam,
        adres=adres.adres,
        postcode=adres.postcode,
        plaats=adres.plaats,
        iban=next(iter(rekeningen)),
    )


def _schuldenaar(adres: Adres, hoedanigheid: Hoedanigheid) -> Schuldenaar:
    return Schuldenaar(
        naam=adres.naam,
        adres=adres.adres,
        postcode=adres.postcode,
        plaats=adres.plaats,
        hoedanigheid=hoedanigheid,
    )


def _vorderingen(zaak: Zaak, toetsing: Toetsing, gebreken: list[str]) -> tuple[Vordering, ...]:
    hoofdsom = zaak.hoofdsom
    codes = {bevinding.code for bevinding in toetsing.bevindingen}
    codes |= {punt.code for punt in toetsing.niet_te_beoordelen}
    twijfel = bool(codes & _HOOFDSOMREGELS) or bool(zaak.lezing.bedragen.strijdige_sommen)
    if not hoofdsom or (zaak.gegevens.hoofdsom is None and twijfel):
        gebreken.append("de hoofdsom (geef --hoofdsom)")
        return ()
    verzuim = _verzuimdatum(zaak)
    if verzuim is None and toetsing.soort is Briefsoort.WIK:
        gebreken.append("sinds wanneer de schuldenaar in verzuim is")
    vorderingen = _uit_tabel(zaak.lezing, verzuim, hoofdsom) or _ene(zaak.lezing, verzuim, hoofdsom)
    if not vorderingen:
        gebreken.append("om welke facturen het gaat, met nummer en openstaand bedrag")
    return vorderingen


def _verzuimdatum(zaak: Zaak) -> date | None:
    """The first day on which the letter shows all of the claim to be in default."""
    if not zaak.verzuim_getoond:
        return None
    dagen = [vervaldag.laatste_dag for vervaldag in zaak.lezing.verzuim.vervaldagen]
    return dag_na(max(dagen)) if dagen and max(dagen) < zaak.briefdag else zaak.briefdag


def _uit_tabel(lezing: Lezing, verzuim: date | None, hoofdsom: Decimal) -> tuple[Vordering, ...]:
    """The rows of a table of invoices, when they add up to the principal."""
    gevonden = []
    for regel in lezing.bedragen.facturen:
        zin = lezing.zinnen[regel.zin]
        woorden = zin.woorden[: regel.bedragen[0][0].begin]
        nummer = _rijnummer(lezing.passage(woorden).citaat) if woorden else ""
        if not nummer or regel.open is None or regel.open.waarde <= 0:
            return ()
        gevonden.append(
            Vordering(
                factuurnummer=nummer,
                bedrag=regel.open.waarde,
                vervaldatum=regel.vervaldag,
                verzuimdatum=verzuim,
            )
        )
    nummers = {vordering.factuurnummer for vordering in gevonden}
    klopt = sum((v.bedrag for v in gevonden), NUL) == hoofdsom and len(nummers) == len(gevonden)
    return tuple(gevonden) if klopt else ()


def _rijnummer(tekst: str) -> str:
    """The first thing in a row with a digit in it that is no date."""
    for deel in tekst.replace("|", " ").split():
        kaal = deel.strip(".,;:()")
        if any(teken.isdigit() for teken in kaal) and len(kaal) > 2 and not _DATUM.fullmatch(kaal):
            return kaal
    return ""


def _ene(lezing: Lezing, verzuim: date | None, hoofdsom: Decimal) -> tuple[Vordering, ...]:
    """The one invoice the letter is about."""
    nummers = dict.fromkeys(
        treffer[1]
        for alinea in lezing.brief.alineas
        for treffer in _NUMMER.finditer(alinea.tekst)
        if not _DATUM.fullmatch(treffer[1]) and not _is_rekening(lezing, treffer[1])
    )
    if len(nummers) != 1:
        return ()
    nummer = next(iter(nummers))
    vervaldagen = {dag.laatste_dag for dag in lezing.verzuim.vervaldagen}
    return (
        Vordering(
            factuurnummer=nummer,
            bedrag=hoofdsom,
            factuurdatum=_factuurdatum(lezing, nummer),
            vervaldatum=next(iter(vervaldagen)) if len(vervaldagen) == 1 else None,
            verzuimdatum=verzuim,
        ),
    )


def _is_rekening(lezing: Lezing, nummer: str) -> bool:
    """``op rekening NL20 INGB …``: the account, not the bill."""
    return any(iban.nummer.startswith(nummer.upper()) for iban in lezing.ibans)


def _factuurdatum(lezing: Lezing, nummer: str) -> date | None:
    """The date right after the number of the invoice, where they first stand together."""
    slot = nummer.casefold()[-2:]
    for zin in lezing.zinnen:
        notaties = lees_datums(zin)
        for notatie in notaties:
            ervoor = zin.woorden[max(0, notatie.begin - _NOG_ERBIJ) : notatie.begin]
            if notatie.dag and any(slot in woord.tekst for woord in ervoor):
                return notatie.dag
    return None


def beschrijf(dossier: Dossier) -> Sequence[str]:
    """What was read in the letter, for the user to look at."""
    regels = [
        f"schuldeiser {dossier.schuldeiser.naam}, {dossier.schuldeiser.iban}",
        f"schuldenaar {dossier.schuldenaar.naam}",
    ]
    for vordering in dossier.vorderingen:
        van = f" van {datum_nl(vordering.factuurdatum)}" if vordering.factuurdatum else ""
        regels.append(f"factuur {vordering.factuurnummer}{van}")
    return regels
