"""Open items and relations that cannot be read, made when the museum opens."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KOP = "Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand;Valuta;Hoedanigheid"
GOED = "K1;J. Jansen;F1;2026-08-01;2026-08-31;100,00;EUR;consument"

FOUTE_RIJEN = f"""{KOP}
{GOED}
K2;A;F2;2026-08-01;2026-08-31;1.250;EUR;
K2;A;F3;2026-08-01;2026-08-31;12,3456;EUR;
K2;A;F4;2026-08-01;2026-08-31;12345678901234,00;EUR;
K2;A;F5;2026-08-01;2026-08-31;veel;EUR;
K2;A;F6;2026-08-01;2026-08-31;;EUR;
K2;A;;2026-08-01;2026-08-31;10,00;EUR;
K2;A;{"9" * 300};2026-08-01;2026-08-31;10,00;EUR;
;;F7;2026-08-01;2026-08-31;10,00;EUR;
K2;A;F8;2026-08-01;2026-07-31;10,00;EUR;
K2;A;F9;2026-08-41;2026-08-31;10,00;EUR;
K2;A;F10;gisteren;2026-08-31;10,00;EUR;
K2;A;F11;2026-08-01;2026-08-31;10,00;USD;
K2;A;F12;2026-08-01;2026-08-31;10,00;EUR;buurman
K2;A;F13;2026-08-01;2026-08-31;10,00;EUR;;te veel
"""


def xlsx(*bladen: tuple[str, str]) -> bytes:
    """A workbook of sheets, each a title and the XML of its rows."""
    hoofd = "http://schemas.openxmlformats.org"
    ss = f'xmlns="{hoofd}/spreadsheetml/2006/main"'
    rel = f"{hoofd}/officeDocument/2006/relationships"
    nummers = range(1, len(bladen) + 1)
    sheets = "".join(
        f'<sheet name="{titel}" sheetId="{n}" r:id="r{n}"/>'
        for n, (titel, _) in zip(nummers, bladen, strict=True)
    )
    relaties = "".join(
        f'<Relationship Id="r{n}" Type="{rel}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in nummers
    )
    pakket = f'<Relationships xmlns="{hoofd}/package/2006/relationships">'
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr(
            "_rels/.rels",
            f'{pakket}<Relationship Id="r1" Type="{rel}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        zip_.writestr(
            "xl/workbook.xml",
            f'<workbook {ss} xmlns:r="{rel}"><sheets>{sheets}</sheets></workbook>',
        )
        zip_.writestr("xl/_rels/workbook.xml.rels", f"{pakket}{relaties}</Relationships>")
        for n, (_, rijen) in zip(nummers, bladen, strict=True):
            zip_.writestr(f"xl/worksheets/sheet{n}.xml", f"<worksheet {ss}>{rijen}</worksheet>")
    return uit.getvalue()


def rij(nummer: int, regel: str) -> str:
    cellen = "".join(
        f'<c r="{chr(65 + plek)}{nummer}" t="inlineStr"><is><t>{cel}</t></is></c>'
        for plek, cel in enumerate(regel.split(";"))
    )
    return f'<row r="{nummer}">{cellen}</row>'


def maak(map_: Path) -> None:
    """Write them all."""
    posten = f"<sheetData>{rij(1, KOP)}{rij(2, GOED)}</sheetData>"
    werkmap = xlsx(("Posten", posten))
    bestanden = {
        "posten.csv": f"{KOP}\n{GOED}\n".encode(),
        "posten_fout.csv": FOUTE_RIJEN.encode(),
        "posten_punt.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum;Openstaand\n"
            b"K1;A;F1;2026-08-31;1.250\nK2;B;F2;2026-08-31;10\n"
        ),
        "posten_tekens.csv": b"Naam;Factuurnummer;Vervaldatum;Openstaand\n\x81\x8d;1;2;3\n" * 3,
        "posten_niets.csv": b"",
        "posten_buurman.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum;Openstaand;Klanttype\n"
            b"K1;A;F1;2026-08-31;10,00;buurman\n"
        ),
        "posten_termijn.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Betaaltermijn;Openstaand\n"
            b"K1;A;F1;2026-08-01;spoedig;10,00\n"
        ),
        "posten_dubbelzinnig.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n"
            b"K1;A;F1;01/02/2026;03/04/2026;10,00\n"
        ),
        "posten_betaald.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum;Bedrag;Betaald\n"
            b"K1;A;F1;2026-08-31;;5,00\n"
        ),
        "posten_verzonden.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum;Openstaand;Verzonden\n"
            b"K1;A;F1;2026-08-31;10,00;misschien\n"
        ),
        "posten_leeg.csv": b"\n",
        "posten_koppen.csv": f"{KOP}\n".encode(),
        "posten_zonder_kop.csv": b"a;b;c\n1;2;3\n",
        "posten_bedrag.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum;Bedrag\nK1;A;F1;2026-08-31;10,00\n"
        ),
        "posten_zonder_bedrag.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum\nK1;A;F1;2026-08-31\n"
        ),
        "posten_twee_bedragen.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum;Openstaand;Saldo\n"
            b"K1;A;F1;2026-08-31;10,00;10,00\n"
        ),
        "posten_negatief.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum;Openstaand\n"
            b"K1;A;F1;2026-08-31;-10,00\nK2;B;F2;2026-08-31;-20,00\n"
        ),
        "posten_dubbele_kop.csv": (
            b"Debiteurnummer;Naam;Factuurnummer;Vervaldatum;Openstaand;Extra;Extra\n"
            b"K1;A;F1;2026-08-31;10,00;1;2\n"
        ),
        "posten_binair.csv": KOP.encode() + b"\n" + bytes(range(256)) * 4,
        "posten_oud.xls": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "posten.xlsx": werkmap,
        "posten_bladen.xlsx": xlsx(("Posten", posten), ("Oud", posten)),
        "posten_doctype.xlsx": xlsx(("Posten", f"<!DOCTYPE x>{posten}")),
        "posten_wijd.xlsx": xlsx(("Posten", posten.replace('r="A2"', 'r="XFD1048576"'))),
        "posten_afgebroken.xlsx": werkmap[:400],
        "posten_geen.xlsx": _zip("iets.txt"),
        "bank_camt.xml": b"<Document><Anders/></Document>",
        "bank_mt940.sta": b":20:X\n:25:NL91ABNA0417164300\n:28C:1\n:61:kapot\n",
        "bank_rabo.csv": (
            b'"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn",'
            b'"Tegenrekening IBAN/BBAN","Naam tegenpartij","Code","Omschrijving-1"\n'
            b'"NL91ABNA0417164300","USD","X","1","2026-12-01","2026-12-01","+10,00","+1,00",'
            b'"NL02ABNA0123456789","A","cb","x"\n'
            b'"NL91ABNA0417164300","EUR","X","2","","","+10,00","+1,00",'
            b'"NL02ABNA0123456789","A","cb","x"\n'
            b'"NL91ABNA0417164300","EUR","X","3","2026-12-01","","","+1,00",'
            b'"NL02ABNA0123456789","A","cb","x"\n'
        ),
        "bank_abn.tab": (b"417164300\tUSD\t20261201\t1,00\t11,00\t20261201\t10,00\tSEPA x\n"),
        "kapot.jsonl": b'{"schema": "wiktool/journaal/1"}\n{kapot\n',
        "geen_journaal.jsonl": b'{"schema": "iets anders"}\n{"sleutel": 1}\n',
        "dubbel.csv": f"{KOP}\n{GOED}\n{GOED}\n".encode(),
        "relaties_fout.csv": (
            b"Nummer;Naam;Hoedanigheid\nK1;A;buurman\n;;\nK2;B;consument;te;veel\n;;consument\n"
        ),
        "relaties_zonder_naam.csv": b"Adres;Postcode;Plaats\nX 1;1234 AB;Utrecht\n",
    }
    for naam, inhoud in bestanden.items():
        (map_ / naam).write_bytes(inhoud)


def _zip(naam: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr(naam, "x")
    return uit.getvalue()
