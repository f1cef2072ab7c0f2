"""Typed reading of a table of keys and values that gathers every fault before it gives up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

from wiktool.kern.datum import lees_datum, toets_jaar
from wiktool.kern.fouten import DossierFout, NotatieFout
from wiktool.kern.geld import CENT, MAX_CIJFERS, lees_bedrag
from wiktool.kern.notatie import opsomming
from wiktool.kern.percentage import lees_percentage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from enum import StrEnum

MAX_TEKST: Final = 2000
"""The longest text a field may hold."""

_E = TypeVar("_E", bound="StrEnum")
_T = TypeVar("_T")

_VERBODEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML, and so a Word letter, cannot hold, or that no reader can see."""

_VERWARD: Final = {
    "debiteur": "schuldenaar",
    "klant": "schuldenaar",
    "debtor": "schuldenaar",
    "crediteur": "schuldeiser",
    "creditor": "schuldeiser",
    "facturen": "vorderingen",
    "factuur": "vorderingen",
    "vordering": "vorderingen",
    "invoices": "vorderingen",
    "nummer": "factuurnummer",
    "hoofdsom": "bedrag",
    "betaaldatum": "datum",
    "woonplaats": "plaats",
    "straat": "adres",
    "e-mail": "email",
    "e_mail": "email",
    "mail": "email",
    "btw": "btw_nummer",
    "soort": "hoedanigheid",
    "referentie": "kenmerk",
}
"""What people write for a key of ours that does not resemble it."""


class Kommagetal(str):
    """A number with a decimal mark as the file spells it; never a binary float."""

    __slots__ = ()


class Gebreken:
    """The faults found so far, each with its place."""

    def __init__(self) -> None:
        self.regels: list[str] = []

    def meld(self, plaats: str, melding: str, doe: str = "") -> None:
        """Note a fault and go on."""
        teken = "" if melding.endswith("?") else ";"
        self.regels.append(f"{plaats}: {melding}" + (f"{teken} {doe}" if doe else ""))

    def stop_bij_gebreken(self, melding: str, plaats: str, doe: str = "") -> None:
        """Give up when anything was found.

        Raises:
            DossierFout: with every fault.
        """
        if self.regels:
            raise DossierFout(melding, gebreken=tuple(self.regels), doe=doe, plaats=plaats)


class Sectie:
    """One table of a file: fields are asked for by name and type, whatever remains is unknown.

    Args:
        gegevens: the parsed table.
        plaats: how a user finds it, ``vorderingen[2]``; empty for the file as a whole.
    """

    def __init__(self, gegevens: Mapping[str, object], plaats: str, gebreken: Gebreken) -> None:
        self._gegevens = gegevens
        self.plaats = plaats
        self.gebreken = gebreken
        self._gevraagd: list[str] = []

    def heeft(self, sleutel: str) -> bool:
        """Whether the file says anything about this field."""
        return self._ingevuld(sleutel) is not None

    def heeft_gebrek(self, sleutel: str) -> bool:
        """Whether a fault in this field, or in what lies within it, was noted."""
        return any(regel.startswith(self.pad(sleutel)) for regel in self.gebreken.regels)

    def meld(self, sleutel: str, melding: str, doe: str = "") -> None:
        """Note a fault in a field of this table."""
        self.gebreken.meld(self.pad(sleutel), melding, doe)

    def pad(self, sleutel: str) -> str:
        """The full name of a field."""
        return f"{self.plaats}.{sleutel}" if self.plaats else sleutel

    def tekst(self, sleutel: str, *, verplicht: bool = False) -> str:
        """A text without white space around it; empty when absent. Whole numbers are texts too."""
        waarde = self._ingevuld(sleutel)
        if waarde is None:
            if verplicht:
                self.meld(sleutel, "ontbreekt", "vul dit in")
            return ""
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            waarde = str(waarde)
        if not isinstance(waarde, str) or isinstance(waarde, Kommagetal):
            self.meld(sleutel, f"{_toon(waarde)} is geen tekst", "zet er aanhalingstekens om")
            return ""
        return self._schone_tekst(sleutel, waarde.strip())

    def _schone_tekst(self, sleutel: str, tekst: str) -> str:
        if len(tekst) > MAX_TEKST:
            self.meld(sleutel, f"is langer dan {MAX_TEKST} tekens", "kort de tekst in")
            return ""
        if verboden := _VERBODEN.search(tekst):
            code = f"U+{ord(verboden[0]):04X}"
            self.meld(
                sleutel, f"bevat een teken dat niet in een brief kan ({code})", "verwijder het"
            )
            return ""
        return tekst.replace("\r\n", "\n").replace("\r", "\n")

    def datum(self, sleutel: str, *, verplicht: bool = False) -> date | None:
        """A date: a TOML date, or text in one of the two notations."""
        waarde = self._ingevuld(sleutel)
        if waarde is None:
            if verplicht:
                self.meld(sleutel, "ontbreekt", "vul een datum in")
            return None
        if isinstance(waarde, date) and not isinstance(waarde, datetime):
            waarde = waarde.isoformat()
        if isinstance(waarde, str):
            return self._gelezen(sleutel, waarde, _lees_dag)
        self.meld(sleutel, f"{_toon(waarde)} is geen datum", "schrijf 2026-11-21 of 21-11-2026")
        return None

    def bedrag(
        self, sleutel: str, *, verplicht: bool = False, nul_mag: bool = False
    ) -> Decimal | None:
        """An amount: text or a whole number; a number with a decimal mark must be text."""
        waarde = self._ingevuld(sleutel)
        if waarde is None:
            if verplicht:
                self.meld(sleutel, "ontbreekt", 'vul een bedrag in, bijvoorbeeld "1210.00"')
            return None
        bedrag = self._als_bedrag(sleutel, waarde)
        if bedrag is not None and not bedrag and not nul_mag:
            self.meld(sleutel, f"{_toon(waarde)} is nul", "geef een bedrag boven nul")
            return None
        return bedrag

    def _als_bedrag(self, sleutel: str, waarde: object) -> Decimal | None:
        if isinstance(waarde, Kommagetal):
            self.meld(
                sleutel,
                f"{_toon(waarde)} staat niet tussen aanhalingstekens en kan dan worden afgerond",
                'schrijf het als tekst, bijvoorbeeld "1210.00"',
            )
            return None
        if isinstance(waarde, str):
            return self._gelezen(sleutel, waarde, lees_bedrag)
        if not isinstance(waarde, int) or isinstance(waarde, bool):
            self.meld(sleutel, f"{_toon(waarde)} is geen bedrag", 'schrijf bijvoorbeeld "1210.00"')
            return None
        if waarde < 0:
            self.meld(sleutel, f"«{waarde}» is negatief", "geef een bedrag van nul of meer")
            return None
        if waarde >= 10**MAX_CIJFERS:
            self.meld(sleutel, f"heeft meer dan {MAX_CIJFERS} cijfers", "controleer het bedrag")
            return None
        return Decimal(waarde).quantize(CENT)

    def percentage(self, sleutel: str) -> Decimal | None:
        """A percentage from 0 to 100: text or a number."""
        waarde = self._ingevuld(sleutel)
        if waarde is None:
            return None
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            waarde = str(waarde)
        if isinstance(waarde, str):  # a Kommagetal keeps its spelling, so nothing is rounded
            return self._gelezen(sleutel, waarde, lees_percentage)
        self.meld(sleutel, f"{_toon(waarde)} is geen percentage", 'schrijf bijvoorbeeld "8.5"')
        return None

    def ja_nee(self, sleutel: str) -> bool | None:
        """``true`` or ``false``; None when absent."""
        waarde = self._haal(sleutel)
        if waarde is None or isinstance(waarde, bool):
            return waarde
        self.meld(sleutel, f"{_toon(waarde)} is geen ja of nee", "schrijf true of false")
        return None

    def geheel(self, sleutel: str, standaard: int, *, minstens: int, hoogstens: int) -> int:
        """A whole number within bounds."""
        waarde = self._haal(sleutel)
        if waarde is None:
            return standaard
        if isinstance(waarde, bool) or not isinstance(waarde, int):
            self.meld(
                sleutel,
                f"{_toon(waarde)} is geen geheel getal",
                f"schrijf bijvoorbeeld {standaard}",
            )
        elif minstens <= waarde <= hoogstens:
            return waarde
        else:
            self.meld(sleutel, f"«{waarde}» ligt niet tussen {minstens} en {hoogstens}")
        return standaard

    def vorm(self, sleutel: str, lezer: Callable[[str], str]) -> str:
        """A text with a form of its own, such as an IBAN; empty when absent or wrong."""
        waarde = self.tekst(sleutel)
        return (self._gelezen(sleutel, waarde, lezer) or "") if waarde else ""

    def valuta(self, munt: str) -> None:
        """Refuse another currency than the one given."""
        valuta = self.tekst("valuta")
        if valuta.upper() not in ("", munt):
            self.meld("valuta", f"«{valuta}» kan niet", f"reken het bedrag om naar {munt}")

    def keuze(self, sleutel: str, soort: type[_E], *, verplicht: bool = False) -> _E | None:
        """One word out of a list; None when absent or empty."""
        woorden = [str(lid.value) for lid in soort]
        keus = f"kies uit {opsomming(woorden, 'of')}"
        if verplicht and self._ingevuld(sleutel) is None:
            self.meld(sleutel, "ontbreekt", keus)
        waarde = self.tekst(sleutel).casefold()
        if not waarde:
            return None
        try:
            return soort(waarde)
        except ValueError:
            doe = bijna(waarde, woorden) or keus
            self.meld(sleutel, f"«{waarde}» is onbekend", doe)
            return None

    def teksten(self, sleutel: str) -> tuple[str, ...]:
        """A list of texts; one bare text counts as a list of one."""
        waarde = self._haal(sleutel)
        if waarde is None:
            return ()
        rij = waarde if isinstance(waarde, list) else [waarde]
        namen = [f"{sleutel}[{nummer}]" for nummer in range(1, len(rij) + 1)]
        lezer = Sectie(dict(zip(namen, rij, strict=True)), self.plaats, self.gebreken)
        return tuple(tekst for naam in namen if (tekst := lezer.tekst(naam)))

    def inhoud(self, sleutel: str) -> dict[str, object]:
        """A table within this one as the file gives it; empty when it is absent or no table."""
        waarde = self._haal(sleutel)
        return dict(waarde) if isinstance(waarde, Mapping) else {}

    def sectie(self, sleutel: str) -> Sectie | None:
        """A table within this one; None when absent."""
        waarde = self._haal(sleutel)
        if waarde is None:
            return None
        if isinstance(waarde, Mapping):
            return Sectie(waarde, self.pad(sleutel), self.gebreken)
        self.meld(sleutel, "is geen onderdeel met velden", f"schrijf [{self.pad(sleutel)}]")
        return None

    def secties(self, sleutel: str) -> tuple[Sectie, ...]:
        """A list of tables within this one, numbered from 1."""
        waarde = self._haal(sleutel)
        if waarde is None:
            return ()
        if not isinstance(waarde, list) or not all(isinstance(deel, Mapping) for deel in waarde):
            self.meld(
                sleutel,
                "is geen lijst van onderdelen",
                f"schrijf [[{sleutel}]] in TOML of een lijst van objecten in JSON",
            )
            return ()
        return tuple(
            Sectie(deel, f"{self.pad(sleutel)}[{nummer}]", self.gebreken)
            for nummer, deel in enumerate(waarde, start=1)
        )

    def sluit(self) -> None:
        """Name every key nobody asked for, with the key that was probably meant."""
        for sleutel in self._gegevens:
            if sleutel not in self._gevraagd:
                self.meld(sleutel, "is geen bekend veld", self._bedoeld(sleutel))

    def _bedoeld(self, sleutel: str) -> str:
        bekend = _VERWARD.get(sleutel.casefold())
        if bekend in self._gevraagd:
            return f"bedoelt u {bekend}?"
        return bijna(sleutel, self._gevraagd) or f"bekend zijn {opsomming(self._gevraagd)}"

    def _haal(self, sleutel: str) -> object:
        if sleutel not in self._gevraagd:
            self._gevraagd.append(sleutel)
        return self._gegevens.get(sleutel)

    def _ingevuld(self, sleutel: str) -> object:
        """The value; None when absent or when the text is empty."""
        waarde = self._haal(sleutel)
        return None if isinstance(waarde, str) and not waarde.strip() else waarde

    def _gelezen(self, sleutel: str, waarde: str, lezer: Callable[[str], _T]) -> _T | None:
        if len(waarde) > MAX_TEKST:
            self.meld(sleutel, f"is langer dan {MAX_TEKST} tekens")
            return None
        try:
            return lezer(str(waarde))
        except NotatieFout as fout:
            self.meld(sleutel, fout.melding, fout.doe)
            return None


def _lees_dag(tekst: str) -> date:
    """A date that an invoice, letter or payment can bear."""
    dag = lees_datum(tekst)
    toets_jaar(dag, "de dag")
    return dag


def bijna(woord: str, bekende: Iterable[str]) -> str:
    """A question that names the known word nearest to this one; empty when none is near.

    >>> bijna("vervaldatm", ["factuurdatum", "vervaldatum"])
    'bedoelt u vervaldatum?'
    """
    from difflib import get_close_matches

    gevonden = get_close_matches(woord.casefold(), list(bekende), n=1)
    return f"bedoelt u {gevonden[0]}?" if gevonden else ""


def _toon(waarde: object) -> str:
    """A value as the file spells it, kept short."""
    if isinstance(waarde, bool):
        tekst = "true" if waarde else "false"
    elif isinstance(waarde, Mapping):
        return "een onderdeel"
    elif isinstance(waarde, list):
        return "een lijst"
    else:
        tekst = str(waarde)
    return f"«{tekst}»" if len(tekst) <= 60 else f"«{tekst[:57]}…»"
