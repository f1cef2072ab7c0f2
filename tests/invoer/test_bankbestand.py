"""Bank statements: what came in, in the format of every bank."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wiktool.invoer.bank.bestand import lees_bankbestand
from wiktool.invoer.bank.model import ontleed_omschrijving, zoek_iban
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from wiktool.invoer.bank.model import Bankbestand

JANSEN, STER = "NL20INGB0001234567", "NL91ABNA0417164300"

GEGEVENS = Path(__file__).parent / "gegevens" / "bank"
ALLE = {
    naam: (GEGEVENS / bestand).read_text(encoding="utf-8")
    for naam, bestand in {
        "MT940": "mt940.sta",
        "CAMT.053": "camt053.xml",
        "ING": "ing.csv",
        "ING (oud)": "ing_oud.csv",
        "Rabobank": "rabobank.csv",
        "ABN AMRO": "abn_amro.tab",
    }.items()
}
MT940, RABOBANK, ABN_AMRO = ALLE["MT940"], ALLE["Rabobank"], ALLE["ABN AMRO"]


def lees(tmp_path: Path, inhoud: str | bytes, naam: str = "bank") -> Bankbestand:
    pad = tmp_path / naam
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return lees_bankbestand(pad)


@pytest.mark.parametrize("soort", ALLE)
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_two_payments_came_in(tmp_path: Path, soort: str, bom: str) -> None:
    gelezen = lees(tmp_path, bom + ALLE[soort])
    assert gelezen.soort == soort.removesuffix(" (oud)")
    een, twee = gelezen.bijschrijvingen
    assert (een.datum, een.bedrag) == (date(2026, 11, 3), Decimal("1210.00"))
    assert (twee.datum, twee.bedrag) == (date(2026, 11, 4), Decimal("92.50"))
    assert type(een.datum) is date
    assert (een.naam, een.iban) == ("J. JANSEN", JANSEN)
    assert (twee.naam, twee.iban) == ("BAKKERIJ DE STER", STER)
    assert "FACTUUR 2026-0017" in een.omschrijving
    assert "2026-0018" in twee.omschrijving or twee.kenmerk == "8000026700018"
    assert not gelezen.overgeslagen


@pytest.mark.parametrize("soort", ["MT940", "CAMT.053", "Rabobank"])
def test_structured_reference(tmp_path: Path, soort: str) -> None:
    assert lees(tmp_path, ALLE[soort]).bijschrijvingen[1].kenmerk == "8000026700018"


def test_rabobank_writes_cp1252(tmp_path: Path) -> None:
    inhoud = RABOBANK.replace("J. JANSEN", "ZOË").encode("cp1252")
    assert lees(tmp_path, inhoud).bijschrijvingen[0].naam == "ZOË"


def ntry(bedrag: str = "10.00", *, munt: str = "EUR", extra: str = "") -> str:
    return (
        f'<Ntry><Amt Ccy="{munt}">{bedrag}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        f"<Sts>BOOK</Sts><BookgDt><Dt>2026-11-03</Dt></BookgDt>{extra}</Ntry>"
    )


def camt(*boekingen: str) -> str:
    return (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>'
        f"{''.join(boekingen)}</Stmt></BkToCstmrStmt></Document>"
    )


def test_batch_entry_is_taken_apart(tmp_path: Path) -> None:
    delen = "".join(
        f'<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">{bedrag}</Amt></TxAmt></AmtDtls>'
        f"<RmtInf><Ustrd>{tekst}</Ustrd></RmtInf></TxDtls>"
        for bedrag, tekst in (("4.00", "F1"), ("6.00", "F2"))
    )
    gelezen = lees(tmp_path, camt(ntry(extra=f"<NtryDtls>{delen}</NtryDtls>")))
    assert [(b.bedrag, b.omschrijving) for b in gelezen.bijschrijvingen] == [
        (Decimal("4.00"), "F1"),
        (Decimal("6.00"), "F2"),
    ]
    zonder = delen.replace("AmtDtls", "Anders")
    gelezen = lees(tmp_path, camt(ntry(extra=f"<NtryDtls>{zonder}</NtryDtls>")))
    assert gelezen.overgeslagen == [
        "boeking 1: verzamelboeking van 10.00 zonder bedragen per betaling"
    ]


@pytest.mark.parametrize(
    ("boeking", "reden"),
    [
        (ntry(munt="USD"), "in USD"),
        (ntry("x"), "«x» is geen bedrag"),
        (ntry("NaN"), "«NaN» is geen bedrag"),
        (ntry("0"), "«0» is geen bedrag"),
        (ntry().replace("2026-11-03", "3 nov"), "«3 nov» is geen datum"),
        (ntry().replace("BookgDt", "X"), "de datum ontbreekt"),
        (ntry().replace("BOOK", "PDNG"), "nog niet geboekt (PDNG)"),
    ],
)
def test_entry_that_does_not_count(tmp_path: Path, boeking: str, reden: str) -> None:
    gelezen = lees(tmp_path, camt(boeking, ntry()))
    assert gelezen.overgeslagen == [f"boeking 1: {reden}"]
    assert len(gelezen.bijschrijvingen) == 1


def test_reversal_is_no_payment(tmp_path: Path) -> None:
    assert not lees(tmp_path, camt(ntry(extra="<RvslInd>true</RvslInd>"))).bijschrijvingen


def test_extra_information_of_an_entry_without_details(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, camt(ntry(extra="<AddtlNtryInf>F 17</AddtlNtryInf>")))
    assert gelezen.bijschrijvingen[0].omschrijving == "F 17"


@pytest.mark.parametrize(
    ("oud", "nieuw", "reden"),
    [
        ('"+1210,00","+2210', '"x","+2210', "regel 2: «x» is geen bedrag"),
        ('"+1210,00","+2210', '"","+2210', "regel 2: het bedrag ontbreekt"),
        ('"+1210,00","+2210', '"1.210","+2210', "regel 2: bedrag of datum is dubbelzinnig"),
        ('"1","2026-11-03"', '"1",""', "regel 2: de datum ontbreekt"),
        ('"EUR","RABONL2U","1"', '"USD","RABONL2U","1"', "regel 2: in USD"),
    ],
)
def test_row_that_is_not_understood(tmp_path: Path, oud: str, nieuw: str, reden: str) -> None:
    gelezen = lees(tmp_path, RABOBANK.replace(oud, nieuw) + "\n")
    assert gelezen.overgeslagen == [reden]
    assert len(gelezen.bijschrijvingen) == 1


def test_abn_amro_other_currency_and_short_row(tmp_path: Path) -> None:
    gelezen = lees(
        tmp_path, ABN_AMRO.replace("417164300\tEUR\t20261104", "1\tUSD\t20261104") + "\tx\n"
    )
    assert gelezen.overgeslagen == ["regel 2: in USD", "regel 4: er ontbreken velden"]


def test_mt940_in_another_currency(tmp_path: Path) -> None:
    gelezen = lees(
        tmp_path, MT940.replace("EUR1000,00", "USD1000,00").replace("EUR2252", "USD2252")
    )
    assert gelezen.overgeslagen == ["boeking 1: in USD", "boeking 2: in USD"]


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        ("", "leeg"),
        ("Naam;Saldo\nx;1\n", "niet herkend"),
        ("zomaar tekst", "niet herkend"),
        ("<Document/>", "geen bankafschrift in CAMT.053"),
        ("<a", "geen geldige XML"),
        ("<!DOCTYPE a><a/>", "DOCTYPE"),
        (":20:X\n:61:onzin\n", "MT940-bestand is niet te lezen"),
        (":20:X\n:60F:onzin\n", "MT940-bestand is niet te lezen"),
    ],
)
def test_no_statement(tmp_path: Path, inhoud: str, woorden: str) -> None:
    with pytest.raises(BestandFout, match=woorden):
        lees(tmp_path, inhoud)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BestandFout, match="niet gevonden"):
        lees_bankbestand(tmp_path / "x")


def test_description_without_structure() -> None:
    assert ontleed_omschrijving("Factuur 17") == {}
    assert zoek_iban("NL00XXXX1234567890 en geen ander") == ""
