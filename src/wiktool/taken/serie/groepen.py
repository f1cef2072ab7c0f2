"""Rows and dossiers put together by debtor; where two could be one, or one two, nothing is guessed.

All claims in default belong in one letter (6:96 lid 7 BW). So a debtor of whom one row is not
understood gets no letter until it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.invoer.relaties import naamsleutel
from wiktool.invoer.tabel.kolommen import Veld
from wiktool.taken.serie.model import Zaak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.invoer.openposten import Openposten
    from wiktool.invoer.postlezer import Afgewezen, Post
    from wiktool.invoer.relaties import Relaties
    from wiktool.invoer.tabel.kolommen import Kolommen
    from wiktool.kern.dossier import Dossier

_KENMERKEND: Final = (Veld.ADRES, Veld.HUISNUMMER, Veld.POSTCODE, Veld.EMAIL, Veld.IBAN)
"""What one debtor has one of; two different ones are two debtors, or a mistake."""


class Groepen:
    """The cases of a batch, in the order in which their debtors first appear.

    Attributes:
        zaken: by key.
    """

    def __init__(self, relaties: Relaties | None = None) -> None:
        self.zaken: dict[str, Zaak] = {}
        self._relaties = relaties
        self._van_wie: dict[str, str] = {}
        self._kenmerken: dict[tuple[str, Veld], str] = {}

    def voeg_posten_toe(self, bron: int, gelezen: Openposten) -> None:
        """Add the rows of a table."""
        overig = {veld: plek for plek, veld in enumerate(gelezen.overig)}
        kenmerkend = [(veld, overig[veld]) for veld in _KENMERKEND if veld in overig]
        namen = [overig[v] for v in (Veld.VOORNAAM, Veld.ACHTERNAAM) if v in overig]
        for post in gelezen.posten:
            naam = post.naam or " ".join(post.overig[plek] for plek in namen).strip()
            zaak = self._zaak(post.nummer, naam)
            zaak.posten.append((bron, post))
            self._controleer_naam(zaak, naam)
            self._controleer_factuur(zaak, post)
            for veld, plek in kenmerkend:
                self._controleer_kenmerk(zaak, veld, post.overig[plek])
        for afgewezen in gelezen.afgewezen:
            self._houd_tegen(afgewezen, gelezen.kolommen)

    def voeg_dossier_toe(self, dossier: Dossier, bestand: str) -> None:
        """Add a dossier or an invoice that is a file of its own."""
        schuldenaar = dossier.schuldenaar
        zaak = self._zaak(schuldenaar.nummer, schuldenaar.naam)
        eerdere = [ander.schuldeiser.naam for ander in zaak.dossiers]
        if eerdere and naamsleutel(eerdere[0]) != naamsleutel(dossier.schuldeiser.naam):
            zaak = self._zaak(schuldenaar.nummer, schuldenaar.naam, dossier.schuldeiser.naam)
        zaak.dossiers.append(dossier)
        zaak.bestanden.append(bestand)
        self._controleer_naam(zaak, schuldenaar.naam)
        for veld, tekst in (
            (Veld.ADRES, schuldenaar.adres),
            (Veld.POSTCODE, schuldenaar.postcode),
            (Veld.EMAIL, schuldenaar.email),
        ):
            self._controleer_kenmerk(zaak, veld, tekst)

    def koppel(self) -> tuple[str, ...]:
        """Give every case its relation; return the names of the debtors that have none."""
        self._controleer_nummers()
        if self._relaties is None:
            return ()
        zonder = []
        for zaak in self.zaken.values():
            zaak.relatie = self._relaties.zoek(zaak.nummer, zaak.naam)
            if zaak.relatie is None:
                zonder.append(zaak.naam or zaak.nummer)
            else:
                self._controleer_naam(zaak, zaak.relatie.schuldenaar.naam)
        return tuple(zonder)

    def _controleer_nummers(self) -> None:
        """A name with a number and the same name without one may be one debtor or two."""
        namen: dict[bool, dict[str, list[Zaak]]] = {True: {}, False: {}}
        for zaak in self.zaken.values():
            soort = namen[bool(zaak.nummer)]
            soort.setdefault(naamsleutel(zaak.naam), []).append(zaak)
        for naam in namen[True].keys() & namen[False].keys():
            for zaak in (*namen[True][naam], *namen[False][naam]):
                _keur_af(zaak, f"«{zaak.naam}» staat er met en zonder debiteurnummer")

    def _zaak(self, nummer: str, naam: str, schuldeiser: str = "") -> Zaak:
        sleutel = nummer or naamsleutel(naam) or naam
        if schuldeiser:
            sleutel = f"{sleutel} / {naamsleutel(schuldeiser)}"
        zaak = self.zaken.get(sleutel)
        if zaak is None:
            zaak = self.zaken[sleutel] = Zaak(sleutel=sleutel, nummer=nummer, naam=naam)
        return zaak

    def _controleer_naam(self, zaak: Zaak, naam: str) -> None:
        if not zaak.naam:
            zaak.naam = naam
        elif naam and naam != zaak.naam and naamsleutel(naam) != naamsleutel(zaak.naam):
            _keur_af(zaak, f"«{zaak.sleutel}» heet «{zaak.naam}» en «{naam}»: zijn dat er twee?")

    def _controleer_factuur(self, zaak: Zaak, post: Post) -> None:
        ander = self._van_wie.setdefault(post.factuurnummer, zaak.sleutel)
        if ander != zaak.sleutel:
            reden = f"factuur «{post.factuurnummer}» staat bij «{ander}» en bij «{zaak.sleutel}»"
            _keur_af(zaak, reden)
            _keur_af(self.zaken[ander], reden)

    def _controleer_kenmerk(self, zaak: Zaak, veld: Veld, tekst: str) -> None:
        if not tekst:
            return
        eerder = self._kenmerken.setdefault((zaak.sleutel, veld), tekst)
        if eerder != tekst and naamsleutel(eerder) != naamsleutel(tekst):
            _keur_af(zaak, f"«{zaak.naam or zaak.sleutel}» heeft twee keer {veld}: «{eerder}» en "
                     f"«{tekst}»")  # fmt: skip

    def _houd_tegen(self, afgewezen: Afgewezen, kolommen: Kolommen) -> None:
        """Hold back the debtor of a row that was not understood, if the row shows who it is."""
        nummer = _cel(afgewezen.cellen, kolommen, Veld.NUMMER)
        sleutel = nummer or naamsleutel(_cel(afgewezen.cellen, kolommen, Veld.NAAM))
        zaak = self.zaken.get(sleutel)
        if zaak is not None:
            _keur_af(
                zaak,
                f"regel {afgewezen.regel} van deze schuldenaar is niet begrepen, en alles hoort in "
                "één brief (art. 6:96 lid 7 BW)",
            )


def _cel(cellen: Sequence[str], kolommen: Kolommen, veld: Veld) -> str:
    plek = kolommen.plaatsen.get(veld, len(cellen))
    return cellen[plek] if plek < len(cellen) else ""


def _keur_af(zaak: Zaak, reden: str) -> None:
    """The first reason stays: the others often follow from it."""
    zaak.gebrek = zaak.gebrek or reden
