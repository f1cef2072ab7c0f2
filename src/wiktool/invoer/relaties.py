"""A list of relations: names, addresses and hoedanigheid by debtor number, or by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from wiktool.invoer.postlezer import Afgewezen
from wiktool.invoer.schuldenaarvelden import geldig_iban, maak_schuldenaar
from wiktool.invoer.tabel.bestand import open_tabel, schone_kop
from wiktool.invoer.tabel.cellen import als_tekst
from wiktool.invoer.tabel.kolommen import Veld, herken_kolommen, tel_bekende
from wiktool.kern.fouten import BestandFout, NotatieFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from wiktool.invoer.tabel.bestand import Cel, Rij
    from wiktool.invoer.tabel.kolommen import Kolommen
    from wiktool.kern.dossier import Schuldenaar


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatie:
    """One relation.

    Attributes:
        regel: the line in the file on which it starts.
        iban: the account it pays from; empty when the list has none.
    """

    regel: int
    schuldenaar: Schuldenaar
    iban: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaties:
    """A list of relations, found by number first.

    Attributes:
        kolommen: which column holds what.
        op_nummer: by debtor number; a number that is given twice is in neither.
        op_naam: by name as :func:`naamsleutel` writes it; a name that occurs twice is left out.
        afgewezen: rows that were not understood.
    """

    kolommen: Kolommen
    op_nummer: dict[str, Relatie] = field(default_factory=dict)
    op_naam: dict[str, Relatie] = field(default_factory=dict)
    afgewezen: list[Afgewezen] = field(default_factory=list)

    def zoek(self, nummer: str, naam: str) -> Relatie | None:
        """The relation of a debtor: by number, or by name for a debtor without one."""
        if nummer:
            return self.op_nummer.get(nummer)
        return self.op_naam.get(naamsleutel(naam))


def naamsleutel(naam: str) -> str:
    """A name without what differs in writing only.

    >>> naamsleutel("J.  Jansen ") == naamsleutel("j jansen")
    True
    """
    return " ".join("".join(t if t.isalnum() else " " for t in naam.casefold()).split())


def lees_relaties(
    pad: Path | str,
    *,
    kolommen: Mapping[Veld, str] | None = None,
    blad: str = "",
    stdin: BinaryIO | None = None,
) -> Relaties:
    """Read a CSV or XLSX list of relations.

    Raises:
        BestandFout: the file cannot be read, or has no column with a number or name.
        GebruiksFout: a heading that was pointed out does not exist.
    """
    herken = partial(tel_bekende, aangewezen=(kolommen or {}).values(), relaties=True)
    with open_tabel(pad, herken, blad=blad, stdin=stdin) as tabel:
        plaats = tabel.bron.pad
        gevonden = herken_kolommen(tabel.kop, kolommen, plaats=plaats, relaties=True)
        if not set(gevonden.plaatsen) & {Veld.NUMMER, Veld.NAAM, Veld.ACHTERNAAM}:
            raise BestandFout(
                "er is geen kolom met het nummer of de naam",
                doe="wijs haar aan met --relatiekolom nummer=Kop",
                plaats=plaats,
            )
        uitkomst = Relaties(kolommen=gevonden)
        _lees_alles(tabel.rijen, uitkomst)
    return uitkomst


def _lees_alles(rijen: Iterable[Rij], uitkomst: Relaties) -> None:
    dubbele_nummers: set[str] = set()
    dubbele_namen: set[str] = set()
    for regel, rij in rijen:
        if schone_kop(rij) == uitkomst.kolommen.kop or not any(map(als_tekst, rij)):
            continue
        try:
            relatie = _lees_rij(regel, rij, uitkomst.kolommen)
        except NotatieFout as fout:
            cellen = tuple(map(als_tekst, rij))
            uitkomst.afgewezen.append(Afgewezen(regel, cellen, fout.melding))
        else:
            dubbele_namen |= _bewaar_naam(relatie, uitkomst)
            dubbele_nummers |= _bewaar_nummer(relatie, uitkomst)
    for nummer in dubbele_nummers:
        eerste = uitkomst.op_nummer.pop(nummer)
        reden = f"nummer «{nummer}» staat er twee keer, met verschillende gegevens"
        uitkomst.afgewezen.append(Afgewezen(eerste.regel, (nummer,), reden))
    for naam in dubbele_namen:
        del uitkomst.op_naam[naam]


def _lees_rij(regel: int, rij: Sequence[Cel], kolommen: Kolommen) -> Relatie:
    breedte = len(kolommen.kop)
    if len(rij) <= max(kolommen.plaatsen.values()) or any(map(als_tekst, rij[breedte:])):
        raise NotatieFout(
            f"de regel heeft {len(rij)} velden, de kop {breedte}",
            doe="zet een veld met een scheidingsteken erin tussen aanhalingstekens",
        )
    velden = {veld: als_tekst(rij[plek]) for veld, plek in kolommen.plaatsen.items()}
    schuldenaar = maak_schuldenaar(velden)
    if not schuldenaar.naam and not schuldenaar.nummer:
        raise NotatieFout("nummer en naam ontbreken")
    return Relatie(
        regel=regel, schuldenaar=schuldenaar, iban=geldig_iban(velden.get(Veld.IBAN, ""))
    )


def _bewaar_nummer(relatie: Relatie, uitkomst: Relaties) -> set[str]:
    """Keep a relation by its number; return the number if another relation has it too."""
    nummer = relatie.schuldenaar.nummer
    if not nummer:
        return set()
    eerder = uitkomst.op_nummer.setdefault(nummer, relatie)
    return set() if eerder.schuldenaar == relatie.schuldenaar else {nummer}


def _bewaar_naam(relatie: Relatie, uitkomst: Relaties) -> set[str]:
    """Keep a relation by its name; return the name if another relation has it too."""
    naam = naamsleutel(relatie.schuldenaar.naam)
    if not naam:
        return set()
    eerder = uitkomst.op_naam.setdefault(naam, relatie)
    return set() if eerder.schuldenaar == relatie.schuldenaar else {naam}
