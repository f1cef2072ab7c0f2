"""CAMT.053: the bank statement of ISO 20022, in every version of its namespace."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from wiktool.invoer.bank.model import Bankbestand, Bijschrijving
from wiktool.invoer.ublxml import lees_xml
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_SOORT = "CAMT.053"


def lees_camt(inhoud: bytes, plaats: str) -> Bankbestand:
    """Read a CAMT.053 file.

    Raises:
        BestandFout: no XML, or another message than camt.053.
    """
    wortel = lees_xml(inhoud, plaats)
    for element in wortel.iter():  # one name per meaning, whatever the version of the namespace
        element.tag = element.tag.rpartition("}")[2]
    if wortel.tag != "Document" or wortel.find("BkToCstmrStmt") is None:
        raise BestandFout(
            "dit is geen bankafschrift in CAMT.053",
            doe="exporteer het afschrift als CAMT.053, MT940 of CSV",
            plaats=plaats,
        )
    gelezen = Bankbestand(soort=_SOORT)
    for nummer, boeking in enumerate(wortel.iterfind("BkToCstmrStmt/Stmt/Ntry"), start=1):
        waar = f"boeking {nummer}"
        try:
            gelezen.bijschrijvingen += _lees_boeking(boeking, waar)
        except _Overslaan as reden:
            gelezen.overgeslagen.append(f"{waar}: {reden}")
    return gelezen


class _Overslaan(Exception):
    """This entry is no payment that counts."""


def _lees_boeking(boeking: Element, waar: str) -> Iterator[Bijschrijving]:
    if _tekst(boeking, "CdtDbtInd") != "CRDT" or _tekst(boeking, "RvslInd") == "true":
        return
    status = _tekst(boeking, "Sts") or _tekst(boeking, "Sts/Cd")
    if status not in ("", "BOOK"):
        raise _Overslaan(f"nog niet geboekt ({status})")
    datum = _datum(boeking)
    bedrag = _bedrag(boeking.find("Amt"))
    delen = boeking.findall("NtryDtls/TxDtls")
    bedragen = [_deelbedrag(deel) for deel in delen]
    bekend = [deelbedrag for deelbedrag in bedragen if deelbedrag is not None]
    if len(delen) > 1 and len(bekend) == len(delen) and sum(bekend) == bedrag:
        for deel, deelbedrag in zip(delen, bekend, strict=True):
            yield _maak(deel, datum, deelbedrag, waar, "")
        return
    if len(delen) > 1:
        raise _Overslaan(f"verzamelboeking van {bedrag} zonder bedragen per betaling")
    yield _maak(
        delen[0] if delen else boeking, datum, bedrag, waar, _tekst(boeking, "AddtlNtryInf")
    )


def _maak(deel: Element, datum: date, bedrag: Decimal, waar: str, extra: str) -> Bijschrijving:
    kenmerk = _tekst(deel, "RmtInf/Strd/CdtrRefInf/Ref")
    eindnummer = _tekst(deel, "Refs/EndToEndId")
    vrij = [(element.text or "").strip() for element in deel.iterfind("RmtInf/Ustrd")]
    if eindnummer not in ("", "NOTPROVIDED"):
        vrij.append(eindnummer)
    return Bijschrijving(
        datum=datum,
        bedrag=bedrag,
        naam=_tekst(deel, "RltdPties/Dbtr/Nm") or _tekst(deel, "RltdPties/Dbtr/Pty/Nm"),
        iban=_tekst(deel, "RltdPties/DbtrAcct/Id/IBAN").replace(" ", "").upper(),
        kenmerk=kenmerk,
        omschrijving=" ".join(tekst for tekst in [*vrij, extra] if tekst),
        plaats=waar,
    )


def _datum(boeking: Element) -> date:
    for pad in ("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"):
        if tekst := _tekst(boeking, pad):
            try:
                return date.fromisoformat(tekst[:10])
            except ValueError:
                raise _Overslaan(f"«{tekst[:40]}» is geen datum") from None
    raise _Overslaan("de datum ontbreekt")


def _deelbedrag(deel: Element) -> Decimal | None:
    for pad in ("Amt", "AmtDtls/TxAmt/Amt"):
        if (element := deel.find(pad)) is not None:
            return _bedrag(element)
    return None


def _bedrag(element: Element | None) -> Decimal:
    tekst = (element.text or "").strip() if element is not None else ""
    munt = element.get("Ccy", "") if element is not None else ""
    if munt != "EUR":
        raise _Overslaan(f"in {munt or 'een onbekende munt'}")
    try:
        bedrag = Decimal(tekst)
    except InvalidOperation:
        bedrag = Decimal(0)
    if not bedrag.is_finite() or bedrag <= 0 or bedrag != round(bedrag, 2):
        raise _Overslaan(f"«{tekst[:40]}» is geen bedrag")
    return round(bedrag, 2)


def _tekst(element: Element, pad: str) -> str:
    return " ".join((element.findtext(pad) or "").split())
