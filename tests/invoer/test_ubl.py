"""UBL invoices: what they say, what they do not say, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wiktool.invoer.dossierbestand import lees_dossier, ontleed_dossier
from wiktool.invoer.instellingen import Instellingen
from wiktool.invoer.ubl import lees_ubl
from wiktool.kern.fouten import BestandFout, DossierFout

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
VOORBEELDEN = Path(__file__).parents[2] / "docs" / "voorbeelden"


def factuur(**delen: str) -> bytes:
    """A small invoice with its own prefixes; every part can be replaced."""
    standaard = {
        "id": "<b:ID>F1</b:ID>",
        "datum": "<b:IssueDate>2026-08-01</b:IssueDate>",
        "verval": "<b:DueDate>2026-08-31</b:DueDate>",
        "munt": "<b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>",
        "leverancier": partij("AccountingSupplierParty", "De Linde"),
        "koper": partij("AccountingCustomerParty", "J. Jansen"),
        "betaling": "",
        "voorwaarden": "",
        "totaal": totaal('<b:PayableAmount currencyID="EUR">1210.00</b:PayableAmount>'),
        "regels": "",
    } | delen
    return (
        f'<i:Invoice xmlns:i="{UBL}Invoice-2" xmlns:b="{UBL}CommonBasicComponents-2"'
        f' xmlns:a="{UBL}CommonAggregateComponents-2">{"".join(standaard.values())}</i:Invoice>'
    ).encode()


def partij(rol: str, naam: str, extra: str = "") -> str:
    return (
        f"<a:{rol}><a:Party>{extra}<a:PartyLegalEntity><b:RegistrationName>{naam}"
        f"</b:RegistrationName></a:PartyLegalEntity></a:Party></a:{rol}>"
    )


def totaal(inhoud: str) -> str:
    return f"<a:LegalMonetaryTotal>{inhoud}</a:LegalMonetaryTotal>"


def rekening(iban: str, kenmerk: str = "") -> str:
    betaal = f"<b:PaymentID>{kenmerk}</b:PaymentID>" if kenmerk else ""
    return (
        f"<a:PaymentMeans>{betaal}<a:PayeeFinancialAccount><b:ID>{iban}</b:ID>"
        "</a:PayeeFinancialAccount></a:PaymentMeans>"
    )


def gebreken(inhoud: bytes) -> tuple[str, ...]:
    with pytest.raises(DossierFout) as fout:
        lees_ubl(inhoud, plaats="f.xml")
    assert fout.value.plaats == "f.xml"
    return fout.value.gebreken


def test_sample_invoice_in_full() -> None:
    dossier = lees_dossier(VOORBEELDEN / "factuur.xml")
    schuldeiser, schuldenaar = dossier.schuldeiser, dossier.schuldenaar
    assert (schuldeiser.naam, schuldeiser.kvk) == ("Praktijk De Linde", "12345678")
    assert (schuldeiser.iban, schuldeiser.btw_nummer) == ("NL91ABNA0417164300", "NL001234567B01")
    assert (schuldenaar.naam, schuldenaar.nummer) == ("J. Jansen", "K1042")
    assert (schuldenaar.adres, schuldenaar.postcode) == ("Kerkstraat 2", "1234 AB")
    assert (schuldenaar.plaats, schuldenaar.land) == ("Amsterdam", "")
    (vordering,) = dossier.vorderingen
    assert (vordering.factuurnummer, vordering.bedrag) == ("2026-0017", Decimal("1210.00"))
    assert vordering.factuurdatum == date(2026, 8, 1)
    assert vordering.vervaldatum == date(2026, 8, 31)
    assert vordering.omschrijving == "Behandeling juli 2026"
    assert dossier.brief.kenmerk == "D-2026-17"
    # What an invoice does not say stays unsaid.
    assert schuldenaar.hoedanigheid is None
    assert vordering.fatale_termijn is None


def test_prefixes_do_not_matter() -> None:
    assert lees_ubl(factuur()).vorderingen[0].bedrag == Decimal("1210.00")
    zonder = factuur().decode().replace("i:Invoice", "Invoice").replace("xmlns:i=", "xmlns=")
    assert lees_ubl(zonder.encode()) == lees_ubl(factuur())


def test_envelope_is_opened() -> None:
    envelop = b'<s:StandardBusinessDocument xmlns:s="urn:x"><s:Kop/>%s</s:StandardBusinessDocument>'
    assert lees_ubl(envelop % factuur()) == lees_ubl(factuur())


@pytest.mark.parametrize(
    ("verval", "verwacht"),
    [
        ("<b:DueDate>2026-08-31Z</b:DueDate>", date(2026, 8, 31)),
        ("<b:DueDate>2026-08-31+02:00</b:DueDate>", date(2026, 8, 31)),
        (
            "<a:PaymentMeans><b:PaymentDueDate>2026-08-15</b:PaymentDueDate></a:PaymentMeans>",
            date(2026, 8, 15),
        ),
        (
            (
                "<b:DueDate>2026-08-15</b:DueDate>"
                "<a:PaymentMeans><b:PaymentDueDate>2026-08-15</b:PaymentDueDate></a:PaymentMeans>"
            ),
            date(2026, 8, 15),
        ),
        ("", None),
    ],
)
def test_due_date(verval: str, verwacht: date | None) -> None:
    assert lees_ubl(factuur(verval=verval)).vorderingen[0].vervaldatum == verwacht


@pytest.mark.parametrize(
    ("notitie", "dagen"),
    [
        ("Betaling binnen 30 dagen", 30),
        ("Betaling binnen 30 dagen.", 30),
        ("  Betaling\n binnen  30 dagen na factuurdatum", 30),
        ("Betalingstermijn: 14 dagen", 14),
        ("Betalingstermijn is 14 dagen", 14),
        ("30 dagen netto", 30),
        ("Te betalen binnen 8 dagen na de factuurdatum", 8),
        ("Gelieve te betalen binnen een termijn van 14 dagen", 14),
        ("Betaling binnen 14 dagen onder vermelding van factuurnummer F1", 14),
        ("Payment within 21 days", 21),
        ("Net 30 days", 30),
        # More than one reading, or another starting day: not with certainty, so it is asked.
        ("Betaling binnen 30 dagen na ontvangst", None),
        ("Betaling binnen 30 dagen na het einde van de maand", None),
        ("2% korting bij betaling binnen 8 dagen, anders 30 dagen", None),
        ("Betaling binnen 14 dagen onder vermelding van uw korting", None),
        ("Betaling binnen 10 werkdagen", None),
        ("Per omgaande", None),
        ("#SKONTO#TAGE=8#PROZENT=2.00#", None),
    ],
)
def test_payment_terms(notitie: str, dagen: int | None) -> None:
    voorwaarden = f"<a:PaymentTerms><b:Note>{notitie}</b:Note></a:PaymentTerms>"
    (vordering,) = lees_ubl(factuur(verval="", voorwaarden=voorwaarden)).vorderingen
    verwacht = None if dagen is None else date(2026, 8, 1).toordinal() + dagen
    assert (vordering.vervaldatum and vordering.vervaldatum.toordinal()) == verwacht


def test_due_date_wins_over_the_note_and_two_notes_are_doubt() -> None:
    notitie = "<a:PaymentTerms><b:Note>14 dagen</b:Note></a:PaymentTerms>"
    (vordering,) = lees_ubl(factuur(voorwaarden=notitie)).vorderingen
    assert vordering.vervaldatum == date(2026, 8, 31)
    anders = "<a:PaymentTerms><b:Note>Zie achterzijde</b:Note></a:PaymentTerms>"
    (vordering,) = lees_ubl(factuur(verval="", voorwaarden=notitie + anders)).vorderingen
    assert vordering.vervaldatum is None


def test_prepayment_is_already_out_of_the_payable_amount() -> None:
    bedragen = (
        '<b:TaxInclusiveAmount currencyID="EUR">1210.00</b:TaxInclusiveAmount>'
        '<b:PrepaidAmount currencyID="EUR">210.00</b:PrepaidAmount>'
        '<b:PayableAmount currencyID="EUR">1000.000</b:PayableAmount>'
    )
    (vordering,) = lees_ubl(factuur(totaal=totaal(bedragen))).vorderingen
    assert vordering.bedrag == Decimal("1000.00")
    (gebrek,) = gebreken(factuur(totaal=totaal(bedragen.replace("1000.000", "1210.00"))))
    assert "is niet 1210.00 min de vooruitbetaling 210.00" in gebrek


def test_rounding_amount() -> None:
    bedragen = (
        "<b:TaxInclusiveAmount>1210.02</b:TaxInclusiveAmount>"
        "<b:PayableRoundingAmount>-0.02</b:PayableRoundingAmount>"
        "<b:PayableAmount>1210.00</b:PayableAmount>"
    )
    assert lees_ubl(factuur(totaal=totaal(bedragen))).vorderingen[0].bedrag == Decimal("1210.00")


@pytest.mark.parametrize(
    ("bedrag", "woorden"),
    [
        ("", "ontbreekt"),
        ("0.00", "er is niets te betalen"),
        ("-40.00", "creditbedrag"),
        ("1.210,00", "geen bedrag"),
        ("1210.005", "hele centen"),
        ("1e3", "geen bedrag"),
        ("NaN", "geen bedrag"),
    ],
)
def test_amount_that_is_none(bedrag: str, woorden: str) -> None:
    inhoud = f'<b:PayableAmount currencyID="EUR">{bedrag}</b:PayableAmount>'
    (gebrek,) = gebreken(factuur(totaal=totaal(inhoud)))
    assert gebrek.startswith("cac:LegalMonetaryTotal/cbc:PayableAmount: ")
    assert woorden in gebrek


def test_machine_notation_is_never_ambiguous() -> None:
    inhoud = totaal("<b:PayableAmount>1.250</b:PayableAmount>")
    assert lees_ubl(factuur(totaal=inhoud)).vorderingen[0].bedrag == Decimal("1.25")


def test_all_faults_at_once() -> None:
    inhoud = factuur(
        id="",
        datum="<b:IssueDate>01-08-2026</b:IssueDate>",
        munt="<b:DocumentCurrencyCode>USD</b:DocumentCurrencyCode>",
        verval="<b:InvoiceTypeCode>381</b:InvoiceTypeCode>",
        koper="",
        leverancier=partij("AccountingSupplierParty", ""),
        betaling=rekening("NL92ABNA0417164300"),
        totaal=totaal('<b:PayableAmount currencyID="USD">1</b:PayableAmount>'),
    )
    gevonden = gebreken(inhoud)
    assert [gebrek.partition(": ")[0] for gebrek in gevonden] == [
        "cbc:InvoiceTypeCode",
        "cbc:DocumentCurrencyCode",
        "cbc:IssueDate",
        "cbc:ID",
        "cac:LegalMonetaryTotal/cbc:PayableAmount",
        "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName",
        "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID",
        "cac:AccountingCustomerParty",
    ]


def test_dates_that_contradict() -> None:
    twee = "<b:DueDate>2026-08-15</b:DueDate><a:PaymentMeans><b:PaymentDueDate>2026-08-31"
    twee += "</b:PaymentDueDate></a:PaymentMeans>"
    assert "15-08-2026 en 31-08-2026" in gebreken(factuur(verval=twee))[0]
    eerder = "<b:DueDate>2026-07-31</b:DueDate>"
    assert "ligt voor de factuurdatum" in gebreken(factuur(verval=eerder))[0]
    assert gebreken(factuur(datum="")) == ("cbc:IssueDate: ontbreekt",)


def test_two_accounts_need_the_settings() -> None:
    """One amount, one account: which of the two is never guessed."""
    ander = "NL20INGB0001234567"
    inhoud = factuur(betaling=rekening(ander, "K1") + rekening("NL91ABNA0417164300", "K2"))
    assert "verschillende rekeningnummers" in gebreken(inhoud)[0]
    eigen = Instellingen(delen={"schuldeiser": {"naam": "De Linde", "iban": "NL91ABNA0417164300"}})
    dossier = lees_ubl(inhoud, instellingen=eigen)
    assert dossier.schuldeiser.iban == "NL91ABNA0417164300"
    assert dossier.brief.kenmerk == ""  # two references are none


def test_settings_complete_the_supplier_only_when_it_is_the_same() -> None:
    delen = {"naam": "De Linde", "iban": "NL91ABNA0417164300", "fatale_termijn": True}
    dossier = lees_ubl(factuur(), instellingen=Instellingen(delen={"schuldeiser": delen}))
    assert dossier.schuldeiser.iban == "NL91ABNA0417164300"
    assert dossier.vorderingen[0].fatale_termijn is True
    ander = Instellingen(delen={"schuldeiser": {**delen, "naam": "De Eik"}})
    dossier = lees_ubl(factuur(), instellingen=ander)
    assert dossier.schuldeiser.iban == ""
    assert dossier.vorderingen[0].fatale_termijn is None


def test_business_buyer_is_a_hint_only() -> None:
    extra = (
        '<b:EndpointID schemeID="0106">87654321</b:EndpointID>'
        '<a:PartyIdentification><b:ID schemeID="0184">x</b:ID></a:PartyIdentification>'
        "<a:PartyTaxScheme><b:CompanyID>NL1</b:CompanyID><a:TaxScheme><b:ID>GST</b:ID>"
        "</a:TaxScheme></a:PartyTaxScheme>"
        "<a:PartyTaxScheme><b:CompanyID>NL2</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID>"
        "</a:TaxScheme></a:PartyTaxScheme>"
        "<a:Contact><b:ElectronicMail>geen adres</b:ElectronicMail></a:Contact>"
    )
    schuldenaar = lees_ubl(factuur(koper=partij("AccountingCustomerParty", "B", extra))).schuldenaar
    assert (schuldenaar.kvk, schuldenaar.btw_nummer) == ("87654321", "NL2")
    assert (schuldenaar.hoedanigheid, schuldenaar.email) == (None, "")
    assert schuldenaar.nummer == ""


@pytest.mark.parametrize(
    ("delen", "verwacht"),
    [
        (
            "<b:StreetName>Kerkstraat</b:StreetName><b:BuildingNumber>2</b:BuildingNumber>",
            "Kerkstraat 2",
        ),
        (
            (
                "<b:StreetName>Kerkstraat</b:StreetName><b:AdditionalStreetName>2 bis"
                "</b:AdditionalStreetName>"
            ),
            "Kerkstraat 2 bis",
        ),
        (
            (
                "<b:StreetName>Kerkstraat 2</b:StreetName><b:AdditionalStreetName>3e etage"
                "</b:AdditionalStreetName>"
            ),
            "Kerkstraat 2, 3e etage",
        ),
        ("<a:AddressLine><b:Line>Postbus 12</b:Line></a:AddressLine>", "Postbus 12"),
    ],
)
def test_street(delen: str, verwacht: str) -> None:
    adres = f"<a:PostalAddress>{delen}<a:Country><b:IdentificationCode>be</b:IdentificationCode>"
    adres += "</a:Country></a:PostalAddress>"
    schuldenaar = lees_ubl(factuur(koper=partij("AccountingCustomerParty", "B", adres))).schuldenaar
    assert (schuldenaar.adres, schuldenaar.land) == (verwacht, "België")


def test_natural_person_without_a_registered_name() -> None:
    koper = (
        "<a:AccountingCustomerParty><b:SupplierAssignedAccountID>77</b:SupplierAssignedAccountID>"
        "<a:Party><a:Person><b:FirstName>Jan</b:FirstName><b:FamilyName>Jansen</b:FamilyName>"
        "</a:Person></a:Party></a:AccountingCustomerParty>"
    )
    schuldenaar = lees_ubl(factuur(koper=koper)).schuldenaar
    assert (schuldenaar.naam, schuldenaar.nummer) == ("Jan Jansen", "77")


def test_several_lines_give_no_description() -> None:
    regel = "<a:InvoiceLine><a:Item><b:Name>Les</b:Name></a:Item></a:InvoiceLine>"
    assert lees_ubl(factuur(regels=regel)).vorderingen[0].omschrijving == "Les"
    assert lees_ubl(factuur(regels=regel * 2)).vorderingen[0].omschrijving == ""


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (f'<CreditNote xmlns="{UBL}CreditNote-2"/>'.encode(), "creditnota"),
        (b"<CrossIndustryInvoice/>", "ander formaat"),
        (b"<Invoice/>", "geen UBL 2.1-factuur maar «Invoice»"),
        (b"<html><body/></html>", "maar «html»"),
        (b"<StandardBusinessDocument/>", "StandardBusinessDocument"),
        (b"<Invoice>", "geen geldige XML: regel 1"),
        (b"geen xml", "geen geldige XML"),
        (b'<?xml version="1.0" encoding="onzin"?><a/>', "XML"),
        (b"<!DOCTYPE a><a/>", "DOCTYPE"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "DOCTYPE"),
        (b'<!DOCTYPE a SYSTEM "http://delinde.example/x.dtd"><a/>', "DOCTYPE"),
        (b"<a>&onbekend;</a>", "geen geldige XML"),
        (b"<a>" * 200 + b"</a>" * 200, "te diep"),
        (b"<a>" * 200_000, "te diep"),
    ],
)
def test_not_an_invoice(inhoud: bytes, woorden: str) -> None:
    with pytest.raises(BestandFout, match=woorden) as fout:
        ontleed_dossier(inhoud, soort=".xml", plaats="f.xml")
    assert fout.value.plaats == "f.xml"


@pytest.mark.parametrize("codering", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_encodings(codering: str) -> None:
    tekst = factuur(koper=partij("AccountingCustomerParty", "Zoë &amp; Zn")).decode()
    inhoud = f'<?xml version="1.0" encoding="{codering}"?>{tekst}'.encode(codering)
    assert ontleed_dossier(inhoud).schuldenaar.naam == "Zoë & Zn"
