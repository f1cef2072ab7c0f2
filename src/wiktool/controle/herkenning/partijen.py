"""Who writes to whom about what, and whether a collection agency writes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Partijen:
    """What identifies the parties and the claim.

    Attributes:
        schuldeiser: a creditor is named.
        schuldenaar: a debtor is named.
        vordering: an invoice number, or what the claim is for.
        factuurnummer: an invoice is identified by number.
        factuurdatum: a date stands with an invoice.
        afzender: who writes.
        afzenderwoorden: the words that show it.
        kenmerk: a registration mark is given.
        kvk: a trade-register number is given.
    """

    schuldeiser: bool
    schuldenaar: bool
    vordering: bool
    factuurnummer: bool
    factuurdatum: bool
    afzender: Afzender
    afzenderwoorden: tuple[Woord, ...]
    kenmerk: bool
    kvk: bool


def lees_partijen(zinnen: Sequence[Zin], *, factuurlijst: bool = False) -> Partijen:
    """Who writes to whom about what; ``factuurlijst`` when a list of dated invoices was read."""
    aanhef, slot = _aanhef(zinnen), _slot(zinnen)
    rand = [*zinnen[: aanhef or 0], *zinnen[slot:]]
    afzender, woorden = _afzender(rand, zinnen)
    genoemd = _Genoemd(*map(any, zip(*map(_noemt, zinnen), strict=True)))
    nummer = factuurlijst or genoemd.factuurnummer
    return Partijen(
        schuldeiser=_heeft_slot(zinnen, slot) or genoemd.schuldeiser,
        schuldenaar=_noemt_schuldenaar(zinnen, aanhef),
        vordering=nummer or genoemd.vordering,
        factuurnummer=nummer,
        factuurdatum=genoemd.factuurdatum
        or any(z.rij and z.heeft(DATUM | MAAND) and z.heeft(GETAL) for z in zinnen[aanhef or 0 :]),
        afzender=afzender,
        afzenderwoorden=woorden,
        kenmerk=genoemd.kenmerk,
        kvk=genoemd.kvk,
    )


class _Genoemd(NamedTuple):
    """What one sentence, or a letter in all its sentences, names."""

    schuldeiser: bool = False
    vordering: bool = False
    factuurnummer: bool = False
    factuurdatum: bool = False
    kenmerk: bool = False
    kvk: bool = False


@per_vorm
def _noemt(zin: Zin) -> _Genoemd:
    kvk = _kvk(zin)
    return _Genoemd(
        schuldeiser=kvk or _noemt_schuldeiser(zin),
        vordering=_noemt_vordering(zin),
        factuurnummer=_factuurnummer(zin),
        factuurdatum=zin.heeft(FACTUUR) and zin.heeft(DATUM | MAAND),
        kenmerk=_noemt_kenmerk(zin),
        kvk=kvk,
    )


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


def _kvk(zin: Zin) -> bool:
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


def _factuurnummer(zin: Zin) -> bool:
    """``factuur T-20263391``, ``nota 2026/311``, ``factuurnummer: …``."""
    if not zin.heeft(FACTUUR) or not zin.heeft(GETAL):
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
        if not bureau and _is_bureau(zin):
            bureau = zin.woorden
    client = next((zin.woorden for zin in zinnen if zin.begrippen & CLIENT and not zin.citaat), ())
    if bureau:
        return Afzender.INCASSOBUREAU, bureau
    if client:
        return Afzender.VOOR_EEN_ANDER, client
    return Afzender.SCHULDEISER, ()


@per_vorm
def _is_bureau(zin: Zin) -> bool:
    """A name that says so; not the mailbox of a creditor's own department ("incasso@…")."""
    if not zin.heeft(INCASSOBUREAU):
        return False
    woorden = zin.woorden
    for plek, woord in enumerate(woorden):
        if woord.begrip & INCASSOBUREAU and not _in_adres(woorden, plek):
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
