"""Who writes to whom about what, and whether a collection agency writes."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import (
    BEGUNSTIGDE,
    CLIENT,
    DATUM,
    FACTUUR,
    GEACHTE,
    GETAL,
    INCASSOBUREAU,
    MAAND,
    OVEREENKOMST_STUK,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_vorm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.facturen import Factuurregel
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_SLOT: Final = woordgroep(
    "groet groeten hoogachtend hoogachting groetend regards sincerely faithfully"
)
_AANSPREEKWOORDEN: Final = woordgroep(
    "heer mevrouw meneer mijnheer mw dhr mevr heren dames relatie relaties klant lezer bewoner "
    "debiteur en of huurder lid cursist patient client ouder ouders verzorger verzorgers "
    "familie fam allen eigenaar abonnee student sporter zakenrelatie sir madam"
)
_TITELS: Final = woordgroep(
    "heer mevrouw dhr mw mevr familie fam ouders ouder erven bewoner bewoners mej "
    "weledelgeboren weledelgestrenge aan"
)
_VRIJGESTELD: Final = woordgroep(
    "gerechtsdeurwaarder gerechtsdeurwaarders gerechtsdeurwaarderskantoor deurwaarder deurwaarders "
    "deurwaarderskantoor advocaat advocaten advocatenkantoor"
)
_KENMERK: Final = ("registratiekenmerk", "registratienummer", "wki", "incassoregister")
_REGISTER: Final = ("incassodienstverlen", "incassoregister")
_NUMMERWOORDEN: Final = woordgroep("kenmerk nummer nr registratienummer inschrijfnummer")
_NAMENS: Final = woordgroep("namens opdracht behalve voor cliente client")
_GEEN_AFZENDER: Final = woordgroep("zelf naar")
_POSTCODE: Final = 4
_DOSSIERWOORDEN: Final = woordgroep(
    "klantnummer dossiernummer lidnummer abonnement polis contractnummer debiteurnummer huurder "
    "factuurnr kenmerk betalingskenmerk relatienummer patientnummer bestelling contract"
)


class Afzender(StrEnum):
    """Who writes."""

    SCHULDEISER = "schuldeiser"
    INCASSOBUREAU = "incassobureau"
    VRIJGESTELD = "vrijgesteld"
    """A bailiff or advocate, who need not register."""
    VOOR_EEN_ANDER = "voor een ander"
    """For a client, without saying what the sender is."""


class Partijen:
    """What identifies the parties and the claim; each is looked for when a rule asks for it.

    Args:
        zinnen: the sentences of the letter.
        facturen: the rows of its list of invoices.
    """

    def __init__(self, zinnen: Sequence[Zin], facturen: Sequence[Factuurregel]) -> None:
        self._zinnen = zinnen
        self._facturen = facturen
        self._aanhef = _aanhef(zinnen)
        self._slot = _slot(zinnen)

    @property
    def schuldeiser(self) -> bool:
        """Whether a creditor is named."""
        zinnen = self._zinnen
        return _heeft_slot(zinnen, self._slot) or self.kvk or any(map(_noemt_schuldeiser, zinnen))

    @property
    def schuldenaar(self) -> bool:
        """Whether a debtor is named."""
        return _noemt_schuldenaar(self._zinnen, self._aanhef)

    @property
    def vordering(self) -> bool:
        """Whether it gives an invoice number, or what the claim is for."""
        return self.factuurnummer or any(map(_noemt_vordering, self._zinnen))

    @property
    def factuurnummer(self) -> bool:
        """Whether an invoice is identified by number, or by its day in a list."""
        zinnen = self._zinnen
        if any(zinnen[regel.zin].heeft(DATUM | MAAND) for regel in self._facturen):
            return True
        return any(_noemt_factuurnummer(zin) for zin in zinnen if zin.begrippen & FACTUUR)

    @property
    def factuurdatum(self) -> bool:
        """Whether a date stands with an invoice."""
        return any(
            zin.heeft(FACTUUR)
            or (zin.rij and zin.heeft(GETAL) and zin.nummer >= (self._aanhef or 0))
            for zin in self._zinnen
            if zin.begrippen & (DATUM | MAAND)
        )

    @property
    def kenmerk(self) -> bool:
        """Whether a registration mark is given."""
        return any(map(_noemt_kenmerk, self._zinnen))

    @property
    def kvk(self) -> bool:
        """Whether a trade-register number is given."""
        return any(map(_noemt_kvk, self._zinnen))

    @property
    def afzender(self) -> Afzender:
        """Who writes."""
        return self._schrijver[0]

    @property
    def afzenderwoorden(self) -> tuple[Woord, ...]:
        """The words that show who writes; empty for a creditor."""
        return self._schrijver[1]

    @cached_property
    def _schrijver(self) -> tuple[Afzender, tuple[Woord, ...]]:
        rand = [*self._zinnen[: self._aanhef or 0], *self._zinnen[self._slot :]]
        return _afzender(rand, self._zinnen)


def _aanhef(zinnen: Sequence[Zin]) -> int | None:
    return next((zin.nummer for zin in zinnen if zin.woorden[0].begrip & GEACHTE), None)


def _slot(zinnen: Sequence[Zin]) -> int:
    for zin in reversed(zinnen):
        if len(zin.woorden) <= 20 and any(woord.tekst in _SLOT for woord in zin.woorden[:6]):
            return zin.nummer
    return len(zinnen)


def _heeft_slot(zinnen: Sequence[Zin], slot: int) -> bool:
    """A name under the closing."""
    namen = [woord for zin in zinnen[slot:] for woord in zin.woorden if woord.hoofdletter]
    return len(namen) > 1


def _noemt_schuldeiser(zin: Zin) -> bool:
    if zin.heeft(BEGUNSTIGDE):
        return True
    return {"ten", "name"} <= zin.teksten and any(
        eerste.tekst == "ten" and tweede.tekst == "name" for eerste, tweede in pairwise(zin.woorden)
    )


def _noemt_kvk(zin: Zin) -> bool:
    return (
        zin.heeft(GETAL)
        and zin.begint(("kvk", "handelsregister"))
        and any(len(tekst) == 8 and tekst.isdigit() for tekst in zin.teksten)
    )


def _noemt_schuldenaar(zinnen: Sequence[Zin], aanhef: int | None) -> bool:
    if aanhef is None:
        return False
    if any(
        woord.hoofdletter and len(woord.tekst) > 1 and woord.tekst not in _AANSPREEKWOORDEN
        for woord in zinnen[aanhef].woorden[1:]
    ):
        return True
    kop = zinnen[:aanhef]
    return any(_adresregel(zin) for zin in kop) or sum(map(_postcodes, kop)) > 1


@per_vorm
def _postcodes(zin: Zin) -> int:
    """How many Dutch postcodes a line holds; the second in a heading is the debtor's."""
    return sum(
        1
        for cijfers, letters in pairwise(zin.woorden)
        if cijfers.begrip & GETAL
        and len(cijfers.tekst) == _POSTCODE
        and letters.hoofdletter
        and len(letters.tekst) == 2
    )


@per_vorm
def _adresregel(zin: Zin) -> bool:
    """``De heer P. Karaman``, ``Aan: J. Jansen``, ``Familie Van Rijn``."""
    for plek, woord in enumerate(zin.woorden[:4]):
        if woord.tekst in _TITELS:
            return any(volgende.hoofdletter for volgende in zin.woorden[plek + 1 : plek + 7])
    return False


def _noemt_factuurnummer(zin: Zin) -> bool:
    """``factuur T-20263391``, ``nota 2026/311``, ``factuurnummer: …``."""
    if not zin.heeft(GETAL):
        return False
    for plek, woord in enumerate(zin.woorden):
        if woord.begrip & FACTUUR and any(
            volgende.begrip & GETAL and "," not in volgende.tekst
            for volgende in zin.woorden[plek + 1 : plek + 6]
        ):
            return True
    return False


def _noemt_vordering(zin: Zin) -> bool:
    if zin.heeft(OVEREENKOMST_STUK):
        return True
    return zin.heeft(GETAL) and zin.noemt(_DOSSIERWOORDEN)


def _noemt_kenmerk(zin: Zin) -> bool:
    if not zin.heeft(GETAL):
        return False
    if zin.begint(_KENMERK):
        return True
    return zin.begint(_REGISTER) and any(
        woord.tekst in _NUMMERWOORDEN and volgende.tekst.isalnum()
        for woord, volgende in pairwise(zin.woorden)
    )


def _afzender(rand: Sequence[Zin], zinnen: Sequence[Zin]) -> tuple[Afzender, tuple[Woord, ...]]:
    bureau: tuple[Woord, ...] = ()
    for zin in rand:
        if zin.noemt(_VRIJGESTELD):
            return Afzender.VRIJGESTELD, zin.woorden
        if zin.begrippen & INCASSOBUREAU and not bureau and _is_bureau(zin):
            bureau = zin.woorden
    client = next((zin.woorden for zin in zinnen if zin.begrippen & CLIENT and not zin.citaat), ())
    if bureau:
        return Afzender.INCASSOBUREAU, bureau
    if client:
        return Afzender.VOOR_EEN_ANDER, client
    return Afzender.SCHULDEISER, ()


@per_vorm
def _is_bureau(zin: Zin) -> bool:
    """A name that says so; not a mailbox ("incasso@…"), ``naar het incassobureau``, ``zelf de``."""
    woorden = zin.woorden
    for plek, woord in enumerate(woorden):
        if woord.begrip & INCASSOBUREAU and not _in_adres(woorden, plek):
            voor = {eerder.tekst for eerder in woorden[max(0, plek - 3) : plek]}
            if voor.isdisjoint(_GEEN_AFZENDER):
                return True
    return False


def _in_adres(woorden: Sequence[Woord], plek: int) -> bool:
    """Part of an e-mail address: an ``@`` touches it."""
    woord = woorden[plek]
    buren = [*woorden[max(0, plek - 1) : plek], *woorden[plek + 1 : plek + 2]]
    return any(
        buur.tekst == "@" and (buur.begin == woord.eind or buur.eind == woord.begin)
        for buur in buren
    )
