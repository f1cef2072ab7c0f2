"""Names and addresses as a letter prints them: who writes, and to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.kern.brieftekst import Brieftekst

_AANHEF: Final = ("geachte", "beste", "dear", "hallo", "l.s.", "ls", "mijne heren")
_SLOT: Final = ("met vriendelijke", "vriendelijke groet", "hoogachtend", "met groet", "groet")
_POSTCODE: Final = re.compile(
    r"([1-9]\d{3})[ \u00a0]?([A-Z]{2}|[a-z]{2})[ \u00a0]{1,2}([^\d(]{2,60})"
)
_STRAAT: Final = re.compile(r"[A-Z'’\d][^\d,]{2,60}\d{1,5}.{0,12}", re.IGNORECASE)
_AAN: Final = re.compile(r"aan(?:[:\s]|$)\s*", re.IGNORECASE)
_TITEL: Final = re.compile(
    r"(?:(?:de|den)\s+)?(?:weledelgeboren\s+)?"
    r"(?:heer(?:\s*(?:en|/)\s*mevrouw)?|dhr\.?|mevrouw|mevr\.?|mw\.?|familie|fam\.?)\s+",
    re.IGNORECASE,
)
_TER_NAME: Final = re.compile(r"(?:\bt\.?n\.?v\.?|\bten\s+name\s+van)[:\s]+", re.IGNORECASE)
_EINDE_NAAM: Final = re.compile(
    r"[,;:()|\t]|\.\s|\.$|\s(?:onder|o\.?v\.?v\.?|met|binnen|en|te|vóór|voor|uiterlijk|dan|via|-)\s",
    re.IGNORECASE,
)
_GEEN_NAAM: Final = re.compile(
    r"[@€\d:]|^(?:p/a|t\.?a\.?v\.?)(?!\w)|\b(?:kvk|btw|iban|tel|telefoon|www|postbus|betreft|onderwerp|kenmerk|datum|"
    r"aanmaning|herinnering|sommatie|ingebrekestelling|vertrouwelijk|per)\b",
    re.IGNORECASE,
)
_LANGSTE: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Adres:
    """One address in the head of a letter.

    Attributes:
        naam: without "Aan" and titles; empty when no line above the address is a name.
        gericht: "Aan" or a title shows that the letter is directed to it.
    """

    naam: str
    adres: str
    postcode: str
    plaats: str
    gericht: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Adressering:
    """Who writes to whom, as far as the letter prints it with certainty.

    Attributes:
        schuldenaar: None when no address is surely the debtor's.
        schuldeiser: likewise of the creditor; a name alone has an empty address.
        namen_schuldeiser: the names the creditor goes by, when they differ.
    """

    schuldenaar: Adres | None
    schuldeiser: Adres | None
    namen_schuldeiser: tuple[str, ...] = ()


def lees_adressering(brief: Brieftekst) -> Adressering:
    """Read names and addresses; what is not certain is left out."""
    regels = [regel for alinea in brief.alineas for regel in alinea.tekst.split("\n")]
    aanhef = next((i for i, regel in enumerate(regels) if _begint(regel, _AANHEF)), None)
    if aanhef is None:
        return Adressering(schuldenaar=None, schuldeiser=None)
    adressen = _adressen(regels[:aanhef])
    schuldenaar = _schuldenaar(adressen, regels[aanhef]) or _andere_van_twee(adressen, regels)
    anderen = [adres for adres in adressen if adres is not schuldenaar and adres.naam]
    namen = _namen(regels, anderen)
    if len(namen) != 1:
        return Adressering(schuldenaar=schuldenaar, schuldeiser=None, namen_schuldeiser=namen)
    briefhoofd = next((adres for adres in anderen if _zelfde(adres.naam, namen[0])), None)
    return Adressering(
        schuldenaar=schuldenaar,
        schuldeiser=briefhoofd or Adres(naam=namen[0], adres="", postcode="", plaats=""),
        namen_schuldeiser=namen,
    )


def _begint(regel: str, woorden: tuple[str, ...]) -> bool:
    return regel.strip().lower().startswith(woorden)


def _adressen(kop: Sequence[str]) -> list[Adres]:
    """Every address in the head: a Dutch postcode, the street before it, the name before that."""
    delen = [deel.strip() for regel in kop for deel in re.split(r"[,|\t•·]|\s[-–]\s", regel)]
    delen = [deel for deel in delen if deel]
    gevonden: list[Adres] = []
    vorige = -1
    for plek, deel in enumerate(delen):
        treffer = _POSTCODE.match(deel)
        if treffer is None:
            continue
        gevonden.append(_adres(delen[max(vorige + 1, plek - 4) : plek], treffer))
        vorige = plek
    return gevonden


def _adres(ervoor: Sequence[str], treffer: re.Match[str]) -> Adres:
    rest = list(ervoor)
    straat = rest.pop() if rest and _STRAAT.fullmatch(rest[-1]) else ""
    naam, gericht = "", False
    for deel in reversed(rest):
        kaal = _AAN.sub("", deel, count=1) if _AAN.match(deel) else deel
        zonder_titel = _TITEL.sub("", kaal, count=1) if _TITEL.match(kaal) else kaal
        gericht = gericht or zonder_titel != deel
        if zonder_titel and not naam and _is_naam(zonder_titel):
            naam = zonder_titel
    return Adres(
        naam=naam,
        adres=straat,
        postcode=f"{treffer[1]} {treffer[2].upper()}",
        plaats=treffer[3].strip(" .").title() if treffer[3].isupper() else treffer[3].strip(" ."),
        gericht=gericht,
    )


def _is_naam(tekst: str) -> bool:
    return (
        1 < len(tekst) <= _LANGSTE
        and any(teken.isupper() for teken in tekst)
        and not _GEEN_NAAM.search(tekst)
    )


def _schuldenaar(adressen: Sequence[Adres], aanhef: str) -> Adres | None:
    """The one address the letter is directed to, or whose name the salutation repeats."""
    genoemd = set(_stam(aanhef).split())
    passend = [a for a in adressen if a.naam and _stam(a.naam).split()[-1:][0] in genoemd]
    gericht = [adres for adres in adressen if adres.naam and adres.gericht]
    for keuze in (passend, gericht):
        if len(keuze) == 1:
            return keuze[0]
    return None


def _andere_van_twee(adressen: Sequence[Adres], regels: Sequence[str]) -> Adres | None:
    """Of two addresses the one that is not the sender's: account holder and closing name him."""
    afzender = [*_rekeninghouders(regels), *_na_slot(regels)]
    met_naam = [adres for adres in adressen if adres.naam]
    anderen = [a for a in met_naam if not any(_zelfde(a.naam, naam) for naam in afzender)]
    return anderen[0] if len(met_naam) == 2 and len(anderen) == 1 else None


def _stam(naam: str) -> str:
    """For comparison: lower case, letters and digits only; each word apart."""
    schoon = "".join(teken if teken.isalnum() else " " for teken in naam.casefold())
    return " ".join(woord for woord in schoon.split() if woord not in ("b", "v", "bv", "nv")) or "-"


def _zelfde(een: str, ander: str) -> bool:
    a, b = f" {_stam(een)} ", f" {_stam(ander)} "
    return a in b or b in a


def _namen(regels: Sequence[str], anderen: Sequence[Adres]) -> tuple[str, ...]:
    """The names of the creditor: letterhead, account holder; if need be the closing confirms."""
    kandidaten = [*(adres.naam for adres in anderen), *_rekeninghouders(regels)]
    if not kandidaten:
        eerste = next((regel.strip() for regel in regels if regel.strip()), "")
        onder = {_stam(regel) for regel in _na_slot(regels)}
        kandidaten = [eerste] if _is_naam(eerste) and _stam(eerste) in onder else []
    uniek: list[str] = []
    for naam in kandidaten:
        if not any(_zelfde(naam, ander) for ander in uniek):
            uniek.append(naam)
    return tuple(uniek)


def _rekeninghouders(regels: Sequence[str]) -> Iterator[str]:
    """``t.n.v. Tandartspraktijk Het Klavertje``, over the end of a line as well."""
    tekst = " ".join(regel.strip() for regel in regels)
    for treffer in _TER_NAME.finditer(tekst):
        rest = tekst[treffer.end() : treffer.end() + _LANGSTE]
        einde = _EINDE_NAAM.search(rest)
        naam = rest[: einde.start()] if einde else rest
        if _is_naam(naam.strip()):
            yield naam.strip()


def _na_slot(regels: Sequence[str]) -> Sequence[str]:
    for plek in range(len(regels) - 1, -1, -1):
        if _begint(regels[plek], _SLOT):
            return regels[plek + 1 :]
    return ()
