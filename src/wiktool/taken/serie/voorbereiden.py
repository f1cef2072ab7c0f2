"""From what was asked to the cases of a batch: everything before the first letter is made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from wiktool.invoer.bank.bestand import lees_bankbestand
from wiktool.invoer.dossierdelen import (
    lees_afspraken,
    lees_brief,
    lees_incassobureau,
)
from wiktool.invoer.relaties import lees_relaties
from wiktool.invoer.schuldenaarvelden import geldig_iban
from wiktool.invoer.sectie import Gebreken, Sectie
from wiktool.invoer.tabel.kolommen import Veld
from wiktool.kern.fouten import NietMogelijk
from wiktool.kern.geld import NUL
from wiktool.taken.serie.afletteren import Rekening, letter_af
from wiktool.taken.serie.eerder import lees_eerdere
from wiktool.taken.serie.groepen import Groepen
from wiktool.taken.serie.model import Afzender, Zaak

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from wiktool.invoer.bank.model import Bijschrijving
    from wiktool.invoer.instellingen import Instellingen
    from wiktool.taken.serie.bronnen import Invoer


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlagen:
    """The files beside the open items.

    Attributes:
        relaties: names and addresses.
        bank: what came in since the export.
        verwerkt_tot: the last day whose payments the export already shows.
        aanmaningen: overviews or journals of letters that were sent before.
    """

    relaties: Path | None = None
    relatiekolommen: Mapping[Veld, str] = field(default_factory=dict)
    bank: Sequence[Path] = ()
    verwerkt_tot: date | None = None
    aanmaningen: Sequence[Path] = ()

    @property
    def die_brieven_schelen(self) -> str:
        """The kinds of files that keep letters back: without them others would get one."""
        gegeven = {"bank": self.bank, "aanmaningen": self.aanmaningen}
        return ", ".join(naam for naam, paden in gegeven.items() if paden)


@dataclass(slots=True, kw_only=True)
class Voorbereid:
    """The cases of a batch, and what a person must know of how they came about."""

    zaken: list[Zaak]
    meldingen: list[str] = field(default_factory=list)


def bereid_voor(invoer: Invoer, bijlagen: Bijlagen) -> Voorbereid:
    """Group the input by debtor; join relations, payments and earlier letters.

    Raises:
        BestandFout: one of the files beside the open items cannot be read.
    """
    meldingen: list[str] = []
    relaties = None
    if bijlagen.relaties is not None:
        relaties = lees_relaties(bijlagen.relaties, kolommen=bijlagen.relatiekolommen)
        meldingen += [
            f"{bijlagen.relaties}, regel {r.regel}: {r.reden}" for r in relaties.afgewezen
        ]
    groepen = Groepen(relaties)
    for bron, (_, gelezen) in enumerate(invoer.tabellen):
        groepen.voeg_posten_toe(bron, gelezen)
    for pad, dossier in invoer.dossiers:
        groepen.voeg_dossier_toe(dossier, str(pad))
    zonder = groepen.koppel()
    if zonder:
        wie = "1 schuldenaar staat" if len(zonder) == 1 else f"{len(zonder)} schuldenaren staan"
        meldingen.append(f"{wie} niet in {bijlagen.relaties}")
    zaken = list(groepen.zaken.values())
    meldingen += _verwerk_bank(zaken, invoer, bijlagen)
    for pad in bijlagen.aanmaningen:
        _verwerk_eerdere(groepen.zaken, pad)
    return Voorbereid(zaken=zaken, meldingen=meldingen)


def maak_afzender(instellingen: Instellingen, *, fatale_termijn: bool | None = None) -> Afzender:
    """The creditor of the open items, out of ``wiktool.toml``.

    Raises:
        NietMogelijk: there is none, or no account to pay to.
    """
    schuldeiser = instellingen.schuldeiser
    if schuldeiser is None:
        raise NietMogelijk(
            "wie is de schuldeiser? open posten zeggen dat niet",
            doe="zet [schuldeiser] in wiktool.toml (wiktool instellen vraagt ernaar)",
        )
    if fatale_termijn is not None:
        schuldeiser = replace(schuldeiser, fatale_termijn=fatale_termijn)
    delen = {
        naam: Sectie(instellingen.delen.get(naam, {}), naam, Gebreken())
        for naam in ("incassobureau", "afspraken", "brief")
    }
    heeft_bureau = "incassobureau" in instellingen.delen
    bureau = lees_incassobureau(delen["incassobureau"]) if heeft_bureau else None
    if not schuldeiser.iban and not (bureau and bureau.iban):
        raise NietMogelijk(
            "er is geen rekening om op te betalen: schuldeiser.iban ontbreekt",
            doe="zet iban bij [schuldeiser] in wiktool.toml",
        )
    return Afzender(
        schuldeiser=schuldeiser,
        incassobureau=bureau,
        afspraken=lees_afspraken(delen["afspraken"]),
        brief=lees_brief(delen["brief"]),
    )


def _verwerk_bank(zaken: Sequence[Zaak], invoer: Invoer, bijlagen: Bijlagen) -> list[str]:
    """Give every case the payments that surely are for it; note the doubtful ones."""
    if not bijlagen.bank:
        return []
    bijschrijvingen: list[Bijschrijving] = []
    meldingen = []
    for pad in bijlagen.bank:
        gelezen = lees_bankbestand(pad)
        bijschrijvingen += gelezen.bijschrijvingen
        meldingen += [f"{pad}, {over}; niet verwerkt" for over in gelezen.overgeslagen]
    overig = [gelezen.overig for _, gelezen in invoer.tabellen]
    rekeningen = [maak_rekening(zaak, overig) for zaak in zaken]
    afgeletterd = letter_af(bijschrijvingen, rekeningen, verwerkt_tot=bijlagen.verwerkt_tot)
    twijfels = 0
    for zaak in zaken:
        zaak.betalingen += afgeletterd.betalingen.get(zaak.sleutel, ())
        zaak.opmerkingen += afgeletterd.twijfels.get(zaak.sleutel, ())
        twijfels += len(afgeletterd.twijfels.get(zaak.sleutel, ()))
    verwerkt = sum(map(len, afgeletterd.betalingen.values()))
    meldingen.append(
        f"bank: {verwerkt} {'betaling' if verwerkt == 1 else 'betalingen'} verwerkt, {twijfels} "
        f"twijfelachtig (niet verwerkt), {afgeletterd.onbekend} "
        f"{'hoort' if afgeletterd.onbekend == 1 else 'horen'} bij geen open post"
    )
    return meldingen


def maak_rekening(zaak: Zaak, overig: Sequence[tuple[Veld, ...]]) -> Rekening:
    """The open claims of a case, for matching payments."""
    open_: dict[str, Decimal] = {}
    ibans = {zaak.relatie.iban} if zaak.relatie else set()
    kenmerken = {}
    verwerkt: dict[date, Decimal] = {}
    for bron, post in zaak.posten:
        velden = dict(zip(overig[bron], post.overig, strict=True))
        ibans.add(geldig_iban(velden.get(Veld.IBAN, "")))
        if post.openstaand > 0:
            open_[post.factuurnummer] = open_.get(post.factuurnummer, NUL) + post.openstaand
            kenmerken[velden.get(Veld.KENMERK, "")] = post.factuurnummer
    for dossier in zaak.dossiers:
        for vordering in dossier.vorderingen:
            betaald = (
                b.bedrag for b in dossier.betalingen if b.factuurnummer == vordering.factuurnummer
            )
            open_[vordering.factuurnummer] = max(vordering.bedrag - sum(betaald, NUL), NUL)
        for betaling in dossier.betalingen:
            verwerkt[betaling.datum] = verwerkt.get(betaling.datum, NUL) + betaling.bedrag
        if len(dossier.vorderingen) == 1:
            kenmerken[dossier.brief.kenmerk] = dossier.vorderingen[0].factuurnummer
    return Rekening(
        sleutel=zaak.sleutel,
        naam=zaak.naam,
        open=open_,
        ibans=frozenset(ibans - {""}),
        kenmerken={kenmerk: nummer for kenmerk, nummer in kenmerken.items() if kenmerk},
        verwerkt=verwerkt,
    )


def _verwerk_eerdere(zaken: Mapping[str, Zaak], pad: Path) -> None:
    """Give every case the letters it got before."""
    for sleutel, aanmaningen in lees_eerdere(pad).items():
        zaak = zaken.get(sleutel)
        if zaak is None:
            continue
        if aanmaningen is None:
            zaak.gebrek = zaak.gebrek or (
                f"staat al in {pad}, en het journaal dat zegt voor welke facturen ontbreekt"
            )
        else:
            zaak.aanmaningen += aanmaningen
