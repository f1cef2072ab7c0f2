"""UBL 2.1 sales invoices (Peppol BIS 3, NLCIUS, SI-UBL 2) as dossiers.

An invoice says who, what and when. It does not say whether its buyer is a consumer, nor whether the
term was agreed: ``hoedanigheid`` and ``fatale_termijn`` stay None.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from wiktool.invoer.dossieropbouw import bouw_dossier
from wiktool.invoer.sectie import Gebreken
from wiktool.invoer.ublpartij import NAMEN, UBL, lees_koper, lees_leverancier
from wiktool.invoer.ublxml import lees_xml
from wiktool.kern.fouten import BestandFout, NotatieFout
from wiktool.kern.notatie import bedrag_machine, datum_kort, opsomming

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from wiktool.invoer.instellingen import Instellingen
    from wiktool.kern.dossier import Dossier

_FACTUUR: Final = f"{{{UBL}Invoice-2}}Invoice"
_CREDITNOTA: Final = f"{{{UBL}CreditNote-2}}CreditNote"
_ENVELOP: Final = "StandardBusinessDocument"
_CREDITCODES: Final = frozenset({"81", "83", "381", "396", "532"})
"""Codes of UNTDID 1001 that make an invoice a credit note."""

_GETAL: Final = re.compile(r"-?[0-9]{1,13}(?:\.[0-9]{1,10})?")
_DATUM: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_TERMIJN: Final = re.compile(
    r"(?:(?:de |onze )?betaling(?:stermijn)?|betaalbaar|(?:gelieve |graag |wij verzoeken u )?"
    r"(?:te )?betalen|payment(?: terms?)?|payable|net)?[\s:]*"
    r"(?:is |dient te geschieden |due )?(?:binnen|within|in)?[\s:]*"
    r"(?:een termijn van )?([0-9]{1,3}) (?:kalender)?(?:dagen|days)(?: netto| net)?"
    r"(?: (?:na|vanaf) (?:de )?factuurdatum| (?:after|from|of) (?:the )?invoice date)?"
    r"(?:,? (?:onder vermelding van|o\.?v\.?v\.?) (?!.*(?:dag|korting|%)).{1,100})?[\s.!]*",
    re.IGNORECASE,
)
"""A payment term that can be read in one way only: days after the date of the invoice."""


def lees_ubl(
    inhoud: bytes, *, plaats: str = "", instellingen: Instellingen | None = None
) -> Dossier:
    """Read a UBL 2.1 invoice.

    The claim is the payable amount, that is with VAT and after prepayments.

    Raises:
        BestandFout: no XML, a DOCTYPE, no UBL invoice, or a credit note.
        DossierFout: the invoice has faults; all are named with their place.
    """
    wortel = _zoek_factuur(lees_xml(inhoud, plaats), plaats)
    gebreken = Gebreken()
    factuur = Factuur(wortel, gebreken)
    gegevens = factuur.gegevens(eigen_iban=_eigen_iban(instellingen))
    gebreken.stop_bij_gebreken(
        "deze factuur kan niet worden gelezen",
        plaats,
        "maak een dossier (.toml) van deze factuur, of vraag een verbeterde export",
    )
    return bouw_dossier(gegevens, plaats=plaats, instellingen=instellingen)


def _zoek_factuur(wortel: Element, plaats: str) -> Element:
    """The invoice itself, out of its envelope if it has one."""
    if _lokaal(wortel) == _ENVELOP:
        wortel = next(
            (deel for deel in wortel if _lokaal(deel) in ("Invoice", "CreditNote")), wortel
        )
    if wortel.tag == _FACTUUR:
        return wortel
    if wortel.tag == _CREDITNOTA:
        raise BestandFout(
            "dit is een creditnota: daarop is niets verschuldigd",
            doe="trek haar af van de factuur waar zij bij hoort",
            plaats=plaats,
        )
    if _lokaal(wortel) in ("CrossIndustryInvoice", "CrossIndustryDocument"):
        raise BestandFout(
            "dit is een factuur in een ander formaat (CII)",
            doe="exporteer haar als UBL 2.1",
            plaats=plaats,
        )
    raise BestandFout(
        f"dit is geen UBL 2.1-factuur maar «{_lokaal(wortel)}»",
        doe="exporteer de factuur als UBL (Peppol BIS 3 of NLCIUS)",
        plaats=plaats,
    )


def _lokaal(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _eigen_iban(instellingen: Instellingen | None) -> str:
    eigen = instellingen.schuldeiser if instellingen else None
    return eigen.iban if eigen else ""


class Factuur:
    """One invoice, read field by field; faults are gathered.

    Args:
        wortel: the ``Invoice`` element.
    """

    def __init__(self, wortel: Element, gebreken: Gebreken) -> None:
        self._wortel = wortel
        self._gebreken = gebreken

    def gegevens(self, *, eigen_iban: str) -> dict[str, object]:
        """The invoice as the data of a dossier."""
        self._controleer_soort()
        factuurdatum = self._datum("cbc:IssueDate")
        if factuurdatum is None and not self._tekst("cbc:IssueDate"):
            self._meld("cbc:IssueDate", "ontbreekt")
        vordering = {
            "factuurnummer": self._verplicht("cbc:ID"),
            "factuurdatum": factuurdatum,
            "vervaldatum": self._vervaldatum(factuurdatum),
            "bedrag": self._bedrag(),
            "omschrijving": self._omschrijving(),
        }
        leverancier = self._wortel.find("cac:AccountingSupplierParty", NAMEN)
        koper = self._wortel.find("cac:AccountingCustomerParty", NAMEN)
        return {
            "schuldeiser": lees_leverancier(leverancier, self._gebreken)
            | {"iban": self._iban(eigen_iban)},
            "schuldenaar": lees_koper(koper, self._gebreken),
            "vorderingen": [vordering],
            "brief": {"kenmerk": self._kenmerk()},
        }

    def _controleer_soort(self) -> None:
        code = self._tekst("cbc:InvoiceTypeCode")
        if code in _CREDITCODES:
            self._meld("cbc:InvoiceTypeCode", f"«{code}» is een creditnota")
        munten = {"cbc:DocumentCurrencyCode": self._tekst("cbc:DocumentCurrencyCode")}
        for naam, munt in munten.items():
            if munt not in ("", "EUR"):
                self._meld(naam, f"«{munt}» kan niet: alleen euro")

    def _vervaldatum(self, factuurdatum: date | None) -> date | None:
        """The last day of payment, from whichever of the three places gives it."""
        gevonden = [
            dag
            for naam in ("cbc:DueDate", "cac:PaymentMeans/cbc:PaymentDueDate")
            for dag in self._data(naam)
        ] or self._uit_betaaltermijn(factuurdatum)
        verschillend = sorted(set(gevonden))
        if len(verschillend) > 1:
            data = opsomming([datum_kort(dag) for dag in verschillend])
            self._meld("cbc:DueDate", f"er staan verschillende vervaldata: {data}")
            return None
        if not verschillend:
            return None
        if factuurdatum and verschillend[0] < factuurdatum:
            self._meld("cbc:DueDate", f"{datum_kort(verschillend[0])} ligt voor de factuurdatum")
        return verschillend[0]

    def _uit_betaaltermijn(self, factuurdatum: date | None) -> list[date]:
        if factuurdatum is None:
            return []
        notities = self._teksten("cac:PaymentTerms/cbc:Note")
        gelezen = [_TERMIJN.fullmatch(" ".join(notitie.split())) for notitie in notities]
        return (
            [factuurdatum + timedelta(days=int(m[1])) for m in gelezen if m] if all(gelezen) else []
        )

    def _bedrag(self) -> str | None:
        totaal = "cac:LegalMonetaryTotal/cbc:"
        bedrag = self._getal(f"{totaal}PayableAmount", verplicht=True)
        if bedrag is None:
            return None
        if bedrag <= 0:
            wat = "er is niets te betalen" if not bedrag else "dit is een creditbedrag"
            self._meld(f"{totaal}PayableAmount", f"«{bedrag}»: {wat}")
            return None
        inclusief = self._getal(f"{totaal}TaxInclusiveAmount")
        if inclusief is not None:
            vooruit = self._getal(f"{totaal}PrepaidAmount") or Decimal(0)
            afronding = self._getal(f"{totaal}PayableRoundingAmount") or Decimal(0)
            if inclusief - vooruit + afronding != bedrag:
                self._meld(
                    f"{totaal}PayableAmount",
                    f"«{bedrag}» is niet {inclusief} min de vooruitbetaling {vooruit}",
                )
        return bedrag_machine(bedrag)

    def _getal(self, naam: str, *, verplicht: bool = False) -> Decimal | None:
        """An amount in euros; machine notation, so a full stop is always the decimal mark."""
        element = self._wortel.find(naam, NAMEN)
        tekst = (element.text or "").strip() if element is not None else ""
        if element is None or not tekst:
            if verplicht:
                self._meld(naam, "ontbreekt")
            return None
        if element.get("currencyID", "EUR") != "EUR":
            self._meld(naam, f"«{element.get('currencyID')}» kan niet: alleen euro")
            return None
        if not _GETAL.fullmatch(tekst) or Decimal(tekst) != round(Decimal(tekst), 2):
            self._meld(naam, f"«{tekst[:40]}» is geen bedrag in hele centen")
            return None
        return round(Decimal(tekst), 2)

    def _iban(self, eigen: str) -> str:
        from wiktool.invoer.nummers import lees_iban

        naam = "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID"
        gevonden = set()
        for tekst in self._teksten(naam):
            try:
                gevonden.add(lees_iban(tekst))
            except NotatieFout as fout:
                self._meld(naam, fout.melding, fout.doe)
        if len(gevonden) < 2:
            return "".join(gevonden)
        if eigen in gevonden:
            return eigen
        self._meld(
            naam,
            f"er staan verschillende rekeningnummers: {opsomming(sorted(gevonden))}",
            "noem het goede in wiktool.toml, onder [schuldeiser] bij iban",
        )
        return ""

    def _kenmerk(self) -> str:
        """The payment reference, when the invoice gives exactly one."""
        kenmerken = set(self._teksten("cac:PaymentMeans/cbc:PaymentID"))
        return kenmerken.pop() if len(kenmerken) == 1 else ""

    def _omschrijving(self) -> str:
        """What was bought, when the invoice has one line."""
        namen = self._teksten("cac:InvoiceLine/cac:Item/cbc:Name")
        regels = self._wortel.findall("cac:InvoiceLine", NAMEN)
        return namen[0] if len(regels) == 1 and namen else ""

    def _verplicht(self, naam: str) -> str:
        tekst = self._tekst(naam)
        if not tekst:
            self._meld(naam, "ontbreekt")
        return tekst

    def _datum(self, naam: str) -> date | None:
        return next(iter(self._data(naam)), None)

    def _data(self, naam: str) -> list[date]:
        data = []
        for tekst in self._teksten(naam):
            vorm = _DATUM.fullmatch(tekst)
            try:
                data.append(date.fromisoformat(vorm[1] if vorm else ""))
            except ValueError:
                self._meld(naam, f"«{tekst[:40]}» is geen datum")
        return data

    def _tekst(self, naam: str) -> str:
        return next(iter(self._teksten(naam)), "")

    def _teksten(self, naam: str) -> list[str]:
        gevonden = [(element.text or "").strip() for element in self._wortel.findall(naam, NAMEN)]
        return [tekst for tekst in gevonden if tekst]

    def _meld(self, plaats: str, melding: str, doe: str = "") -> None:
        self._gebreken.meld(plaats, melding, doe)
