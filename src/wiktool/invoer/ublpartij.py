"""The parties of a UBL invoice as the data of a dossier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from wiktool.invoer.nummers import lees_email
from wiktool.kern.fouten import NotatieFout

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from wiktool.invoer.sectie import Gebreken

UBL: Final = "urn:oasis:names:specification:ubl:schema:xsd:"
NAMEN: Final = {
    "cac": f"{UBL}CommonAggregateComponents-2",
    "cbc": f"{UBL}CommonBasicComponents-2",
}
"""The prefixes used in paths; the document may use others, or none."""

_KVK_SCHEMAS: Final = frozenset({"0106", "NL:KVK"})
_KVK: Final = re.compile(r"[0-9]{8}")
_LANDEN: Final = {
    "AT": "Oostenrijk",
    "BE": "België",
    "CH": "Zwitserland",
    "DE": "Duitsland",
    "ES": "Spanje",
    "FR": "Frankrijk",
    "GB": "Verenigd Koninkrijk",
    "IT": "Italië",
    "LU": "Luxemburg",
    "NL": "",
    "PL": "Polen",
}
"""Names for an address; another country keeps its code."""


def lees_leverancier(partij: Element | None, gebreken: Gebreken) -> dict[str, object]:
    """The supplier, who becomes the creditor."""
    return _lees_partij(partij, "cac:AccountingSupplierParty", gebreken)


def lees_koper(partij: Element | None, gebreken: Gebreken) -> dict[str, object]:
    """The customer, who becomes the debtor; with the number the supplier knows it by."""
    koper = _lees_partij(partij, "cac:AccountingCustomerParty", gebreken)
    if partij is not None:
        koper["nummer"] = eerste(partij, "cbc:SupplierAssignedAccountID") or _zonder_schema(partij)
    return koper


def _lees_partij(partij: Element | None, plaats: str, gebreken: Gebreken) -> dict[str, object]:
    if partij is None:
        gebreken.meld(plaats, "ontbreekt")
        return {}
    naam = eerste(
        partij,
        "cac:Party/cac:PartyLegalEntity/cbc:RegistrationName",
        "cac:Party/cac:PartyName/cbc:Name",
    ) or _persoon(partij)
    if not naam:
        gebreken.meld(f"{plaats}/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName", "ontbreekt")
    return {
        "naam": naam,
        **_adres(partij),
        "email": _email(partij),
        "kvk": _kvk(partij),
        "btw_nummer": _btw_nummer(partij),
    }


def _persoon(partij: Element) -> str:
    persoon = partij.find("cac:Party/cac:Person", NAMEN)
    if persoon is None:
        return ""
    delen = (eerste(persoon, f"cbc:{deel}") for deel in ("FirstName", "MiddleName", "FamilyName"))
    return " ".join(deel for deel in delen if deel)


def _adres(partij: Element) -> dict[str, object]:
    adres = partij.find("cac:Party/cac:PostalAddress", NAMEN)
    if adres is None:
        return {}
    straat = _straat(
        eerste(adres, "cbc:StreetName"),
        eerste(adres, "cbc:BuildingNumber"),
        eerste(adres, "cbc:AdditionalStreetName"),
    )
    land = eerste(adres, "cac:Country/cbc:IdentificationCode").upper()
    return {
        "adres": straat or eerste(adres, "cac:AddressLine/cbc:Line"),
        "postcode": eerste(adres, "cbc:PostalZone"),
        "plaats": eerste(adres, "cbc:CityName"),
        "land": _LANDEN.get(land, land),
    }


def _straat(straat: str, huisnummer: str, toevoeging: str) -> str:
    """Street and house number on one line, wherever the invoice keeps the number."""
    if not huisnummer and toevoeging[:1].isdigit() and not any(map(str.isdigit, straat)):
        huisnummer, toevoeging = toevoeging, ""
    regel = f"{straat} {huisnummer}".strip()
    return ", ".join(deel for deel in (regel, toevoeging) if deel)


def _email(partij: Element) -> str:
    """The e-mail address, when it is one; an invoice is not refused over it."""
    try:
        return lees_email(eerste(partij, "cac:Party/cac:Contact/cbc:ElectronicMail"))
    except NotatieFout:
        return ""


def _kvk(partij: Element) -> str:
    """The trade-register number: a hint of a business, wherever the invoice puts it."""
    plaatsen = (
        "cac:Party/cac:PartyLegalEntity/cbc:CompanyID",
        "cac:Party/cac:PartyIdentification/cbc:ID",
        "cac:Party/cbc:EndpointID",
    )
    for plaats in plaatsen:
        for element in partij.findall(plaats, NAMEN):
            nummer, schema = (element.text or "").strip(), element.get("schemeID", "")
            zonder_schema = not schema and plaats == plaatsen[0]
            if _KVK.fullmatch(nummer) and (schema in _KVK_SCHEMAS or zonder_schema):
                return nummer
    return ""


def _btw_nummer(partij: Element) -> str:
    for stelsel in partij.findall("cac:Party/cac:PartyTaxScheme", NAMEN):
        if eerste(stelsel, "cac:TaxScheme/cbc:ID") in ("VAT", ""):
            return eerste(stelsel, "cbc:CompanyID")
    return ""


def _zonder_schema(partij: Element) -> str:
    """A customer number is an identification that belongs to no register."""
    for element in partij.findall("cac:Party/cac:PartyIdentification/cbc:ID", NAMEN):
        if not element.get("schemeID"):
            return (element.text or "").strip()
    return ""


def eerste(element: Element, *paden: str) -> str:
    """The text of the first of these that says anything."""
    for pad in paden:
        for gevonden in element.findall(pad, NAMEN):
            if tekst := (gevonden.text or "").strip():
                return tekst
    return ""
