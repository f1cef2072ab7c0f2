"""After the letters: who paid, who must still get time, who owes the fee, and the final demand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from wiktool.brieven.stand import bepaal_stand
from wiktool.invoer.bank.bestand import lees_bankbestand
from wiktool.invoer.bestand import openen_mislukt
from wiktool.invoer.dossierbestand import lees_dossier
from wiktool.invoer.dossieropbouw import bouw_dossier
from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.fouten import BestandFout, WiktoolFout
from wiktool.kern.geld import NUL
from wiktool.recht.aanmaningen import dag_van, termijn_van
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.taken.poorten import weigeringen
from wiktool.taken.serie.afletteren import letter_af
from wiktool.taken.serie.bronnen import is_dossier
from wiktool.taken.serie.eerder import lees_sleutels, zoek_journaal
from wiktool.taken.serie.journaal import lees_journaal
from wiktool.taken.serie.model import Stand, Zaak
from wiktool.taken.serie.voorbereiden import maak_rekening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from wiktool.invoer.instellingen import Instellingen
    from wiktool.kern.dossier import Aanmaning, Dossier
    from wiktool.kern.fouten import Weigering
    from wiktool.recht.afrekening import Afrekening


class Vervolgstand(StrEnum):
    """How a letter stands on a day."""

    WACHT = "wacht"
    """Its term is not over."""
    VOLDAAN = "voldaan"
    """Everything the letter asked was paid; at most some interest is open."""
    DEELS_BETAALD = "deels_betaald"
    NIET_BETAALD = "niet_betaald"
    GEEN_BRIEF = "geen_brief"
    """There was no WIK letter, and a consumer owes no fee without one."""
    ONBEKEND = "onbekend"
    """The dossier contradicts itself, or the law of that day is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervolg:
    """One debtor on a day, in euros.

    Attributes:
        laatste_dag: of the term of the WIK letter; None without one.
        kosten: the fee that became due, without VAT.
        kosten_open: what of fee and VAT is not yet paid.
        saldo: everything owed that day.
        bezwaar: why a final demand may not go yet; None when it may, or need not.
        opmerkingen: what a person must look at: doubtful payments, unanswered questions.
    """

    sleutel: str
    nummer: str
    naam: str
    stand: Vervolgstand
    dossier: Dossier
    laatste_dag: date | None = None
    kosten_vanaf: date | None = None
    betaald: Decimal = NUL
    hoofdsom: Decimal = NUL
    kosten: Decimal = NUL
    btw: Decimal = NUL
    kosten_open: Decimal = NUL
    rente: Decimal = NUL
    saldo: Decimal = NUL
    bezwaar: Weigering | None = None
    opmerkingen: tuple[str, ...] = ()

    @property
    def kan_sommeren(self) -> bool:
        """Whether a final demand may go."""
        klaar = (Vervolgstand.VOLDAAN, Vervolgstand.ONBEKEND)
        return self.bezwaar is None and self.stand not in klaar


def lees_zaken(pad: Path, instellingen: Instellingen) -> list[Zaak]:
    """The cases of a batch, by its overview, journal or folder; or one dossier.

    Of an overview only the debtors that are still in it count, so that a person can strike some.

    Raises:
        BestandFout: the file cannot be read, or the journal beside the overview has gone.
        DossierFout: a dossier has faults.
    """
    if not pad.is_dir() and pad.suffix != ".jsonl" and is_dossier(pad):
        dossier = lees_dossier(pad, instellingen=instellingen)
        return [_zaak(dossier.schuldenaar.nummer or dossier.schuldenaar.naam, dossier)]
    journaal = zoek_journaal(pad)
    if journaal is None:
        if not pad.exists():
            raise openen_mislukt(pad, FileNotFoundError())
        raise BestandFout(
            "het journaal van deze serie ontbreekt",
            doe="zet journaal.jsonl naast het overzicht, of geef een dossier",
            plaats=str(pad),
        )
    nog = set(lees_sleutels(pad)) if pad.suffix == ".csv" else None
    zaken = {
        uitslag.sleutel: _zaak(uitslag.sleutel, bouw_dossier(uitslag.dossier, plaats=str(journaal)))
        for uitslag in lees_journaal(journaal)[1]
        if uitslag.stand is Stand.GESCHREVEN and uitslag.dossier is not None
    }
    return [zaak for sleutel, zaak in zaken.items() if nog is None or sleutel in nog]


def _zaak(sleutel: str, dossier: Dossier) -> Zaak:
    schuldenaar = dossier.schuldenaar
    return Zaak(
        sleutel=sleutel, nummer=schuldenaar.nummer, naam=schuldenaar.naam, dossiers=[dossier]
    )


def verwerk_bank(
    zaken: Sequence[Zaak], bank: Iterable[Path], *, verwerkt_tot: date | None = None
) -> list[str]:
    """Give every case what was paid since its letter; note what is doubtful.

    Args:
        zaken: as :func:`lees_zaken` yields them.
        bank: statements.
        verwerkt_tot: the last day whose payments the letters already counted; the day of the last
            letter when not given.

    Raises:
        BestandFout: a statement cannot be read.
    """
    bijschrijvingen = []
    meldingen = []
    for pad in bank:
        gelezen = lees_bankbestand(pad)
        bijschrijvingen += gelezen.bijschrijvingen
        meldingen += [f"{pad}, {over}; niet verwerkt" for over in gelezen.overgeslagen]
    if not bijschrijvingen:
        return meldingen
    brieven = (dag_van(b) for zaak in zaken for d in zaak.dossiers for b in d.aanmaningen)
    afgeletterd = letter_af(
        bijschrijvingen,
        [maak_rekening(zaak, ()) for zaak in zaken],
        verwerkt_tot=verwerkt_tot or max(brieven, default=None),
    )
    for zaak in zaken:
        zaak.betalingen += afgeletterd.betalingen.get(zaak.sleutel, ())
        zaak.opmerkingen += afgeletterd.twijfels.get(zaak.sleutel, ())
    return meldingen


def bepaal_vervolg(zaken: Iterable[Zaak], *, peildatum: date) -> Iterator[Vervolg]:
    """How every case stands on a day."""
    for zaak in zaken:
        dossier = replace(
            zaak.dossiers[0], betalingen=(*zaak.dossiers[0].betalingen, *zaak.betalingen)
        )
        try:
            yield _bepaal(zaak, dossier, peildatum)
        except WiktoolFout as fout:
            yield Vervolg(
                sleutel=zaak.sleutel,
                nummer=zaak.nummer,
                naam=zaak.naam,
                stand=Vervolgstand.ONBEKEND,
                dossier=dossier,
                opmerkingen=(*zaak.opmerkingen, str(fout), *([fout.doe] if fout.doe else [])),
            )


def _bepaal(zaak: Zaak, dossier: Dossier, peildatum: date) -> Vervolg:
    afrekening = bereken_afrekening(dossier, peildatum=peildatum)
    wik = _laatste_wik(dossier, peildatum)
    termijn = termijn_van(wik) if wik is not None else None
    stand = bepaal_stand(dossier, datum=peildatum)
    consument = stand.hoedanigheid.is_consument
    redenen = weigeringen(Briefsoort.SOMMATIE, stand)
    bezwaar = redenen[0] if redenen and afrekening.saldo else None
    return Vervolg(
        sleutel=zaak.sleutel,
        nummer=zaak.nummer,
        naam=zaak.naam,
        stand=_stand(
            afrekening,
            alles_op_tijd=not stand.openstaand and not afrekening.kosten,
            heeft_brief=wik is not None or not consument,
            loopt=consument and termijn is not None and peildatum <= termijn.laatste_dag,
        ),
        dossier=dossier,
        laatste_dag=termijn.laatste_dag if termijn else None,
        kosten_vanaf=termijn.kosten_vanaf if termijn else None,
        betaald=afrekening.betaald,
        hoofdsom=afrekening.hoofdsom_open,
        kosten=afrekening.kosten,
        btw=afrekening.btw,
        kosten_open=afrekening.kosten_open,
        rente=afrekening.rente_open,
        saldo=afrekening.saldo,
        bezwaar=bezwaar,
        opmerkingen=(*zaak.opmerkingen, *afrekening.vragen),
    )


def _laatste_wik(dossier: Dossier, peildatum: date) -> Aanmaning | None:
    brieven = [
        brief
        for brief in dossier.aanmaningen
        if brief.soort is Briefsoort.WIK and dag_van(brief) <= peildatum
    ]
    return max(brieven, key=dag_van, default=None)


def _stand(
    afrekening: Afrekening, *, alles_op_tijd: bool, heeft_brief: bool, loopt: bool
) -> Vervolgstand:
    if alles_op_tijd or not (afrekening.hoofdsom_open or afrekening.kosten_open):
        return Vervolgstand.VOLDAAN
    if not heeft_brief:
        return Vervolgstand.GEEN_BRIEF
    if loopt:
        return Vervolgstand.WACHT
    return Vervolgstand.DEELS_BETAALD if afrekening.betaald else Vervolgstand.NIET_BETAALD
