"""MT940: the older statement of SWIFT, as Dutch banks fill it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from wiktool.invoer.bank.model import (
    Bankbestand,
    Bijschrijving,
    ontleed_omschrijving,
    zoek_iban,
)
from wiktool.kern.fouten import BestandFout

_SOORT: Final = "MT940"
_GEEN: Final = frozenset({"", "NONREF", "NOTPROVIDED", "EREF", "PREF", "MARF"})


def lees_mt940(tekst: str, plaats: str) -> Bankbestand:
    """Read an MT940 file.

    Raises:
        BestandFout: no statement can be made of it.
    """
    import logging

    import mt940

    logging.getLogger("mt940").setLevel(logging.CRITICAL)  # it would explain itself on stderr
    try:
        mutaties = list(mt940.parse(tekst))
    except Exception as fout:
        raise _onleesbaar(plaats) from fout
    if not mutaties and ":61:" in tekst:
        raise _onleesbaar(plaats)
    gelezen = Bankbestand(soort=_SOORT)
    for nummer, mutatie in enumerate(mutaties, start=1):
        _verwerk(mutatie.data, f"boeking {nummer}", gelezen)
    return gelezen


def _verwerk(data: dict[str, Any], waar: str, gelezen: Bankbestand) -> None:
    if data.get("status") not in ("C", "RD"):
        return
    bedrag, datum = data.get("amount"), data.get("entry_date") or data.get("date")
    if bedrag is None or datum is None:
        gelezen.overgeslagen.append(f"{waar}: bedrag of datum ontbreekt")
    elif str(bedrag.currency or data.get("currency") or "EUR") != "EUR":
        gelezen.overgeslagen.append(f"{waar}: in {bedrag.currency}")
    else:
        gelezen.bijschrijvingen.append(_maak(data, abs(bedrag.amount), datum, waar))


def _maak(data: dict[str, Any], bedrag: Decimal, datum: date, waar: str) -> Bijschrijving:
    # A description is cut into lines of 65 signs, in the middle of words.
    ruw = "".join((data.get("transaction_details") or "").splitlines())
    delen = ontleed_omschrijving(ruw)
    tegenpartij = delen.get("CNTP", "").split("/")
    kenmerk = str(data.get("customer_reference") or "").strip()
    return Bijschrijving(
        datum=date(datum.year, datum.month, datum.day),
        bedrag=round(Decimal(bedrag), 2),
        naam=delen.get("NAME") or (tegenpartij[2] if len(tegenpartij) > 2 else ""),
        iban=zoek_iban(delen.get("IBAN") or tegenpartij[0] or ruw),
        kenmerk="" if kenmerk in _GEEN else kenmerk,
        omschrijving=" ".join(tekst for tekst in (ruw, data.get("extra_details") or "") if tekst),
        plaats=waar,
    )


def _onleesbaar(plaats: str) -> BestandFout:
    return BestandFout(
        "dit MT940-bestand is niet te lezen",
        doe="exporteer het afschrift opnieuw, of als CAMT.053",
        plaats=plaats,
    )
