"""Statements as tables: ING, Rabobank and ABN AMRO."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.invoer.bank.model import (
    Bankbestand,
    Bijschrijving,
    ontleed_omschrijving,
    zoek_iban,
)
from wiktool.invoer.tabel.cellen import Bedragkolom, Datumkolom, Twijfel
from wiktool.kern.fouten import NotatieFout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

ING: Final = ("Datum", "Naam / Omschrijving", "Tegenrekening", "Af Bij", "Bedrag (EUR)")
RABOBANK: Final = ("IBAN/BBAN", "Munt", "Datum", "Bedrag", "Tegenrekening IBAN/BBAN")
ABN_AMRO: Final = ("rekening", "munt", "datum", "voor", "na", "rentedatum", "bedrag", "tekst")
"""ABN AMRO writes no headings; these are ours."""


def tel_bankkoppen(cellen: Sequence[str]) -> int:
    """How many headings of a bank a row holds, when it holds all that are needed."""
    return next((len(k) for k in (ING, RABOBANK) if set(k) <= set(cellen)), 0)


def lees_tabel(kop: tuple[str, ...], rijen: Iterable[tuple[int, Sequence[object]]]) -> Bankbestand:
    """Read the rows of a statement, by its headings."""
    soort, lees = next((soort, lees) for koppen, soort, lees in _BANKEN if set(koppen) <= set(kop))
    lezer = _Lezer()
    gelezen = Bankbestand(soort=soort)
    for regel, rij in rijen:
        cellen = dict(zip(kop, map(str, rij), strict=False))
        if not any(cellen.values()):
            continue
        try:
            bijschrijving = lees(lezer, cellen, f"regel {regel}")
        except Twijfel:
            gelezen.overgeslagen.append(f"regel {regel}: bedrag of datum is dubbelzinnig")
        except (KeyError, NotatieFout) as fout:
            reden = fout.melding if isinstance(fout, NotatieFout) else "er ontbreken velden"
            gelezen.overgeslagen.append(f"regel {regel}: {reden}")
        else:
            if bijschrijving is not None:
                gelezen.bijschrijvingen.append(bijschrijving)
    return gelezen


class _Lezer:
    """The amounts and dates of one file."""

    def __init__(self) -> None:
        self._bedragen = Bedragkolom()
        self._data = Datumkolom()

    def bedrag(self, cel: str) -> Decimal:
        """An amount with its sign; a plus sign is allowed."""
        bedrag = self._bedragen.lees(cel.strip().removeprefix("+"))
        if bedrag is None:
            raise NotatieFout("het bedrag ontbreekt")
        return bedrag

    def datum(self, cel: str) -> date:
        """The day of booking."""
        dag = self._data[cel]
        if dag is None:
            raise NotatieFout("de datum ontbreekt")
        return dag


def _lees_ing(lezer: _Lezer, cellen: Mapping[str, str], waar: str) -> Bijschrijving | None:
    if cellen["Af Bij"].strip().casefold() != "bij":
        return None
    mededeling = cellen.get("Mededelingen", "")
    delen = ontleed_omschrijving(mededeling)
    return Bijschrijving(
        datum=lezer.datum(cellen["Datum"]),
        bedrag=lezer.bedrag(cellen["Bedrag (EUR)"]),
        naam=delen.get("naam") or cellen["Naam / Omschrijving"].strip(),
        iban=zoek_iban(cellen["Tegenrekening"] or mededeling),
        kenmerk=_kenmerk(delen),
        omschrijving=f"{cellen['Naam / Omschrijving']} {mededeling}".strip(),
        plaats=waar,
    )


def _lees_rabobank(lezer: _Lezer, cellen: Mapping[str, str], waar: str) -> Bijschrijving | None:
    bedrag = lezer.bedrag(cellen["Bedrag"])
    if bedrag <= 0:
        return None
    if cellen["Munt"].strip() != "EUR":
        raise NotatieFout(f"in {cellen['Munt']}")
    omschrijving = "".join(cellen.get(f"Omschrijving-{deel}", "") for deel in (1, 2, 3))
    return Bijschrijving(
        datum=lezer.datum(cellen["Datum"]),
        bedrag=bedrag,
        naam=cellen.get("Naam tegenpartij", "").strip(),
        iban=zoek_iban(cellen["Tegenrekening IBAN/BBAN"]),
        kenmerk=cellen.get("Betalingskenmerk", "").strip(),
        omschrijving=f"{omschrijving} {cellen.get('Transactiereferentie', '')}".strip(),
        plaats=waar,
    )


def _lees_abn_amro(lezer: _Lezer, cellen: Mapping[str, str], waar: str) -> Bijschrijving | None:
    bedrag = lezer.bedrag(cellen["bedrag"])
    if bedrag <= 0:
        return None
    if cellen["munt"].strip() != "EUR":
        raise NotatieFout(f"in {cellen['munt']}")
    delen = ontleed_omschrijving(cellen["tekst"])
    return Bijschrijving(
        datum=lezer.datum(cellen["datum"]),
        bedrag=bedrag,
        naam=delen.get("NAME") or delen.get("naam", ""),
        iban=zoek_iban(cellen["tekst"]),
        kenmerk=_kenmerk(delen),
        omschrijving=cellen["tekst"].strip(),
        plaats=waar,
    )


def _kenmerk(delen: Mapping[str, str]) -> str:
    return delen.get("betalingskenm", "")


_BANKEN: Final[
    tuple[
        tuple[
            tuple[str, ...],
            str,
            Callable[[_Lezer, Mapping[str, str], str], Bijschrijving | None],
        ],
        ...,
    ]
] = (
    (ING, "ING", _lees_ing),
    (RABOBANK, "Rabobank", _lees_rabobank),
    (ABN_AMRO, "ABN AMRO", _lees_abn_amro),
)
