"""One row of a file of open items: what it says, or why it is skipped or not understood."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import repeat
from operator import gt
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.invoer.tabel.cellen import (
    Bedragkolom,
    Datumkolom,
    Twijfel,
    als_tekst,
    als_teksten,
    lees_ja_nee,
    staat_aan,
)
from wiktool.invoer.tabel.kolommen import Veld
from wiktool.kern.fouten import NotatieFout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal

    from wiktool.invoer.tabel.bestand import Cel
    from wiktool.invoer.tabel.kolommen import Kolommen

LANGSTE_NUMMER: Final = 100
LANGSTE_TERMIJN: Final = 365
_TOTAAL: Final = ("totaal", "subtotaal", "eindtotaal", "totalen", "total", "subtotal")
_CREDIT: Final = frozenset(
    {
        *("credit", "creditnota", "creditfactuur", "verkoopcreditnota", "cn"),
        *("creditnote", "creditinvoice"),
    }
)
_INKOOP: Final = frozenset(
    {
        *("crediteur", "crediteuren", "inkoop", "inkoopfactuur"),
        *("creditor", "purchase", "payable"),
    }
)
_KLAAR: Final = frozenset(
    {
        *("betaald", "voldaan", "gematcht", "concept", "vervallen", "oninbaar", "afgeboekt"),
        *("paid", "matched", "draft", "scheduled", "uncollectible"),
    }
)
_STIL: Final = frozenset(
    {
        *("betwist", "indispuut", "geblokkeerd", "betalingsregeling", "regeling"),
        *("disputed", "blocked", "onhold"),
    }
)


class Post(NamedTuple):
    """One open item.

    Attributes:
        regel: the line in the file on which it starts.
        openstaand: what is still owed, in euros; negative for a credit note.
        overig: the text of the other columns, in the order of ``Openposten.overig``.
    """

    regel: int
    nummer: str
    naam: str
    factuurnummer: str
    factuurdatum: date | None
    vervaldatum: date | None
    openstaand: Decimal
    overig: tuple[str, ...] = ()


class Afgewezen(NamedTuple):
    """A row that was not understood, as it stands in the file."""

    regel: int
    cellen: tuple[str, ...]
    reden: str


class Overgeslagen(NamedTuple):
    """A row that was understood and asks for no letter."""

    regel: int
    schuldenaar: str
    factuurnummer: str
    reden: str


class Overslaan(Exception):
    """This row asks for no letter; with an empty reason it is no claim at all (a total)."""

    def __init__(self, reden: str = "", schuldenaar: str = "", factuurnummer: str = "") -> None:
        super().__init__(reden)
        self.reden = reden
        self.schuldenaar = schuldenaar
        self.factuurnummer = factuurnummer


class Postlezer:
    """Reads the rows of one file, and gathers what its columns show on the way.

    Args:
        kolommen: which column holds what.
        overig: the fields passed on as text.
        betaaltermijn: days after the invoice date, for rows without a due date.

    Attributes:
        creditregels: the lines of credit notes, as the kind of the item says.
    """

    def __init__(
        self, kolommen: Kolommen, overig: tuple[Veld, ...], *, betaaltermijn: int | None
    ) -> None:
        self.creditregels: set[int] = set()
        self._kolommen = kolommen
        self._breedte = len(kolommen.kop)
        self._betaaltermijn = betaaltermijn
        self._bedragen = {
            veld: Bedragkolom() for veld in (Veld.OPENSTAAND, Veld.BEDRAG, Veld.BETAALD)
        }
        self._data = {veld: Datumkolom() for veld in (Veld.FACTUURDATUM, Veld.VERVALDATUM)}
        self._wie = [self._plek(v) for v in (Veld.NUMMER, Veld.NAAM, Veld.FACTUURNUMMER)]
        self._overig = [self._plek(veld) for veld in overig]
        self._toetsen = [
            (kolommen.plaatsen[veld], _Oordelen(toets))
            for veld, toets in _TOETSEN.items()
            if veld in kolommen
        ]

    def beslis(self) -> None:
        """All rows were seen: from now on doubt is a fault."""
        for bedragen in self._bedragen.values():
            bedragen.beslist = True
        for data in self._data.values():
            data.beslist = True

    def _plek(self, veld: Veld) -> int:
        """The column of a field; for an absent one the empty cell behind every row."""
        return self._kolommen.plaatsen.get(veld, self._breedte)

    def lees_blok(self, regels: Sequence[int], rijen: Sequence[Sequence[Cel]]) -> list[Post] | None:
        """Read many rows at once, column by column; None unless all are ordinary.

        Ordinary rows are nearly all there are, and this way they take half the time.
        """
        if set(map(len, rijen)) != {self._breedte}:
            return None
        kolommen: list[Sequence[Cel]] = [*zip(*rijen, strict=True), ("",) * len(regels)]
        bedragen = self._bedragen[Veld.OPENSTAAND].lees_blok(kolommen[self._plek(Veld.OPENSTAAND)])
        data = self._lees_data(kolommen)
        if bedragen is None or data is None or self._heeft_reden(kolommen):
            return None
        nummers, namen, factuurnummers = (als_teksten(kolommen[plek]) for plek in self._wie)
        ordinair = (
            all(bedragen)
            and all(factuurnummers)
            and max(map(len, factuurnummers)) <= LANGSTE_NUMMER
            and (all(nummers) or all(namen))
        )
        if not ordinair:
            return None
        overige: Iterable[tuple[str, ...]] = repeat(())
        if self._overig:
            overige = zip(*(als_teksten(kolommen[plek]) for plek in self._overig), strict=True)
        velden = zip(regels, nummers, namen, factuurnummers, *data, bedragen, overige, strict=False)
        return list(map(tuple.__new__, repeat(Post), velden))

    def _lees_data(self, kolommen: Sequence[Sequence[Cel]]) -> list[list[date | None]] | None:
        """The invoice and due dates of many rows; None when one is missing or out of order."""
        try:
            factuurdata, vervaldata = (
                [*map(kolom.__getitem__, kolommen[self._plek(veld)])]
                for veld, kolom in self._data.items()
            )
        except (Twijfel, NotatieFout):
            return None
        eerst = factuurdata if Veld.FACTUURDATUM in self._kolommen else vervaldata
        if not all(eerst) or not all(vervaldata) or any(map(gt, eerst, vervaldata)):  # type: ignore[arg-type]
            return None
        return [factuurdata, vervaldata]

    def _heeft_reden(self, kolommen: Sequence[Sequence[Cel]]) -> bool:
        """Whether a row asks for no letter, is a credit note, or cannot be judged."""
        try:
            return any(
                any(map(oordelen.__getitem__, kolommen[plek])) for plek, oordelen in self._toetsen
            )
        except NotatieFout:
            return True

    def lees(self, regel: int, rij: Sequence[Cel]) -> Post:
        """Read one row.

        Raises:
            Twijfel: an amount or date that only the rest of its column can settle.
            Overslaan: the row asks for no letter.
            NotatieFout: the row cannot be understood.
        """
        cellen = [*rij, ""] if len(rij) == self._breedte else self._passend(rij)
        nummer, naam, factuurnummer = (als_tekst(cellen[plek]) for plek in self._wie)
        if not factuurnummer or not (nummer or naam) or len(factuurnummer) > LANGSTE_NUMMER:
            self._bekijk_nader(cellen, factuurnummer)
        factuurdatum, vervaldatum = (
            kolom[cellen[self._plek(veld)]] for veld, kolom in self._data.items()
        )
        if vervaldatum is None or (factuurdatum is not None and vervaldatum < factuurdatum):
            vervaldatum = self._zonder_vervaldatum(cellen, factuurdatum, vervaldatum)
        openstaand = self._bedragen[Veld.OPENSTAAND].lees(cellen[self._plek(Veld.OPENSTAAND)])
        if openstaand is None:
            openstaand = self._verschil(cellen)
        for plek, oordelen in self._toetsen:
            if reden := oordelen[cellen[plek]]:
                self._verwerk(reden, regel, naam or nummer, factuurnummer)
        if not openstaand:
            raise Overslaan("er staat niets meer open", naam or nummer, factuurnummer)
        overige = tuple(als_tekst(cellen[plek]) for plek in self._overig)
        return Post(
            regel, nummer, naam, factuurnummer, factuurdatum, vervaldatum, openstaand, overige
        )

    def _verschil(self, cellen: Sequence[Cel]) -> Decimal:
        """What is still owed, out of the amount and what was paid of it."""
        if Veld.OPENSTAAND in self._kolommen:
            raise NotatieFout("het openstaande bedrag ontbreekt")
        bedrag, betaald = (
            self._bedragen[veld].lees(cellen[self._plek(veld)])
            for veld in (Veld.BEDRAG, Veld.BETAALD)
        )
        if bedrag is None:
            raise NotatieFout("het bedrag ontbreekt")
        return bedrag - (betaald or 0)

    def _verwerk(self, reden: str, regel: int, schuldenaar: str, factuurnummer: str) -> None:
        if reden != _CREDITNOTA:
            raise Overslaan(reden, schuldenaar, factuurnummer)
        self.creditregels.add(regel)

    def _passend(self, rij: Sequence[Cel]) -> list[Cel]:
        """A row with another number of cells than there are headings, if no harm is done."""
        cellen = [*rij]
        while len(cellen) > self._breedte and cellen[-1] in ("", None):
            cellen.pop()
        laatste = max(self._kolommen.plaatsen.values())
        if len(cellen) > self._breedte or len(cellen) <= laatste:
            self._misschien_leeg_of_totaal(cellen)
            raise NotatieFout(
                f"de regel heeft {len(cellen)} velden, de kop {self._breedte}: ontbreekt er een "
                "aanhalingsteken of scheidingsteken?"
            )
        return [*cellen, *[""] * (self._breedte + 1 - len(cellen))]

    def _bekijk_nader(self, cellen: Sequence[Cel], factuurnummer: str) -> None:
        """Tell a blank row and a total from a row that lacks something."""
        self._misschien_leeg_of_totaal(cellen)
        if not factuurnummer:
            raise NotatieFout("het factuurnummer ontbreekt")
        if len(factuurnummer) > LANGSTE_NUMMER:
            raise NotatieFout(f"het factuurnummer is langer dan {LANGSTE_NUMMER} tekens")
        raise NotatieFout("de schuldenaar ontbreekt")

    def _misschien_leeg_of_totaal(self, cellen: Sequence[Cel]) -> None:
        """Skip a blank row, and a total: one that says so, without a date or invoice number."""
        if not any(map(als_tekst, cellen)):
            raise Overslaan
        factuur_op = self._plek(Veld.FACTUURNUMMER)
        factuurnummer = als_tekst(cellen[factuur_op]) if factuur_op < len(cellen) else ""
        if factuurnummer and not factuurnummer.casefold().startswith(_TOTAAL):
            return
        data = [cellen[p] for p in map(self._plek, self._data) if p < len(cellen)]
        if any(als_tekst(cel) for cel in data):
            return
        if any(als_tekst(cel).casefold().startswith(_TOTAAL) for cel in cellen):
            raise Overslaan

    def _zonder_vervaldatum(
        self, cellen: Sequence[Cel], factuurdatum: date | None, vervaldatum: date | None
    ) -> date | None:
        """The due date out of a term in days; None when there is none either."""
        if vervaldatum is not None:
            raise NotatieFout("de vervaldatum ligt voor de factuurdatum")
        if factuurdatum is None:
            self._misschien_leeg_of_totaal(cellen)
            return None
        termijn = als_tekst(cellen[self._plek(Veld.BETAALTERMIJN)])
        if not termijn and self._betaaltermijn is None:
            return None
        dagen = int(termijn) if termijn.isascii() and termijn.isdigit() else self._betaaltermijn
        if dagen is None or dagen > LANGSTE_TERMIJN:
            raise NotatieFout(f"«{termijn[:40]}» is geen betaaltermijn in dagen")
        return factuurdatum + timedelta(days=dagen)


class _Oordelen(dict[object, str]):
    """Why a cell makes its row ask for no letter; each different cell judged once."""

    __slots__ = ("_toets",)

    def __init__(self, toets: Callable[[Cel], str]) -> None:
        super().__init__()
        self._toets = toets

    def __missing__(self, cel: Cel) -> str:
        reden = self[cel] = self._toets(cel)
        return reden


_CREDITNOTA: Final = "creditnota"
"""The one verdict that keeps the row: as a credit note."""


def _soort(cel: Cel) -> str:
    soort = _woord(cel)
    if soort in _INKOOP:
        return "een schuld aan een leverancier"
    return _CREDITNOTA if soort in _CREDIT else ""


def _status(cel: Cel) -> str:
    return f"status «{als_tekst(cel)}»" if _woord(cel) in _KLAAR | _STIL else ""


def _valuta(cel: Cel) -> str:
    valuta = als_tekst(cel)
    if valuta.casefold() not in ("", "eur", "euro", "€"):
        raise NotatieFout(f"valuta «{valuta[:40]}» kan niet: alleen euro")
    return ""


def _niet_verzonden(cel: Cel) -> str:
    return "niet verzonden" if lees_ja_nee(cel) is False else ""


def _leesbaar(cel: Cel) -> str:
    lees_ja_nee(cel)
    return ""


def _gemerkt(reden: str) -> Callable[[Cel], str]:
    return lambda cel: reden if staat_aan(cel) else ""


def _woord(cel: Cel) -> str:
    return "".join(teken for teken in als_tekst(cel).casefold() if teken.isalnum())


_TOETSEN: Final[dict[Veld, Callable[[Cel], str]]] = {
    Veld.SOORT: _soort,
    Veld.STATUS: _status,
    Veld.VALUTA: _valuta,
    Veld.AFGEHANDELD: _gemerkt("al betaald"),
    Veld.VERZONDEN: _niet_verzonden,
    Veld.BETWIST: _gemerkt("betwist"),
    Veld.GEBLOKKEERD: _gemerkt("geblokkeerd"),
    Veld.REGELING: _gemerkt("betalingsregeling"),
    Veld.FATALE_TERMIJN: _leesbaar,
    Veld.TERMIJNBETALING: _leesbaar,
}
