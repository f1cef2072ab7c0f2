"""Reading dossiers: every field, every fault at once, every way a file can be wrong."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wiktool.invoer.dossierbestand import GRENS, lees_dossier, ontleed_dossier
from wiktool.invoer.dossieropbouw import bouw_dossier
from wiktool.kern.dossier import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
from wiktool.kern.fouten import BestandFout, DossierFout

MINIMAAL = """
schuldeiser.naam = "De Linde"
schuldenaar.naam = "J. Jansen"
[[vorderingen]]
factuurnummer = "17"
bedrag = "1210.00"
"""

VOLLEDIG = (Path(__file__).parent / "gegevens" / "volledig.toml").read_text(encoding="utf-8")


def lees(toml: str) -> Any:
    return ontleed_dossier(toml.encode(), soort=".toml", plaats="d.toml")


def gebreken(toml: str) -> tuple[str, ...]:
    with pytest.raises(DossierFout) as fout:
        lees(toml)
    assert fout.value.plaats == "d.toml"
    return fout.value.gebreken


def test_minimal_dossier() -> None:
    dossier = lees(MINIMAAL)
    assert dossier.schuldeiser.naam == "De Linde"
    assert dossier.schuldenaar.hoedanigheid is None
    (vordering,) = dossier.vorderingen
    assert (vordering.factuurnummer, vordering.bedrag) == ("17", Decimal("1210.00"))
    assert vordering.fatale_termijn is None
    assert dossier.betalingen == dossier.aanmaningen == ()
    assert dossier.incassobureau is None


def test_every_field_is_read() -> None:
    dossier = lees(VOLLEDIG)
    schuldeiser, schuldenaar = dossier.schuldeiser, dossier.schuldenaar
    assert (schuldeiser.postcode, schuldeiser.iban) == ("3511 AB", "NL91ABNA0417164300")
    assert (schuldeiser.bic, schuldeiser.btw_verrekenbaar) == ("ABNANL2A", False)
    assert schuldenaar.nummer == "1042"
    assert schuldenaar.hoedanigheid is Hoedanigheid.CONSUMENT
    eerste, tweede = dossier.vorderingen
    assert eerste.vervaldatum == date(2026, 8, 31)
    assert (eerste.fatale_termijn, eerste.verzuimdatum) == (False, date(2026, 9, 15))
    assert (eerste.termijnbetaling, eerste.uit_overeenkomst) == (True, False)
    assert (tweede.bedrag, tweede.fatale_termijn) == (Decimal("40.00"), True)
    assert dossier.betalingen[0].bedrag == Decimal("210.00")
    (aanmaning,) = dossier.aanmaningen
    assert aanmaning.soort is Briefsoort.INGEBREKESTELLING
    assert aanmaning.bezorging is Bezorgwijze.EMAIL
    assert (aanmaning.termijn_dagen, aanmaning.kosten) == (10, Decimal("0.00"))
    assert aanmaning.facturen == ("17", "18")
    assert dossier.afspraken.incassopercentage == Decimal(15)
    assert dossier.afspraken.rentepercentage == Decimal("8.5")
    assert (dossier.brief.toon, dossier.brief.taal) == (Toon.FORS, Taal.EN)
    assert dossier.incassobureau.registratiekenmerk == "R2"


def test_fatale_termijn_default_needs_a_due_date() -> None:
    dossier = lees("schuldeiser.fatale_termijn = true\n" + MINIMAAL)
    assert dossier.vorderingen[0].fatale_termijn is None  # nothing that could expire (R5.5)


@pytest.mark.parametrize(
    ("regel", "plaats", "woorden"),
    [
        ("bedrag = 1210.50", "vorderingen[1].bedrag", "«1210.50» staat niet tussen"),
        ('bedrag = "1.250"', "vorderingen[1].bedrag", "dubbelzinnig: 1250,00 of 1,25"),
        ('bedrag = "0,00"', "vorderingen[1].bedrag", "nul"),
        ("bedrag = 0", "vorderingen[1].bedrag", "nul"),
        ("bedrag = -40", "vorderingen[1].bedrag", "negatief"),
        ('bedrag = "-40"', "vorderingen[1].bedrag", "negatief"),
        ("bedrag = true", "vorderingen[1].bedrag", "geen bedrag"),
        ("bedrag = nan", "vorderingen[1].bedrag", "nan"),
        ("bedrag = 2026-01-01", "vorderingen[1].bedrag", "geen bedrag"),
        ("bedrag = 12345678901234", "vorderingen[1].bedrag", "13 cijfers"),
        ('bedrag = ""', "vorderingen[1].bedrag", "ontbreekt"),
        ('bedrag = "40"\nvaluta = "USD"', "vorderingen[1].valuta", "«USD»"),
        ('bedrag = "40"\nvervaldatm = "x"', "vorderingen[1].vervaldatm", "bedoelt u vervaldatum?"),
        ('bedrag = "40"\nxyz = 1', "vorderingen[1].xyz", "bekend zijn"),
        ('bedrag = "40"\nnummer = 1', "vorderingen[1].nummer", "bedoelt u factuurnummer?"),
        ('bedrag = "40"\nfatale_termijn = true', "vorderingen[1].fatale_termijn", "vervaldatum"),
        ('bedrag = "40"\nfatale_termijn = "ja"', "vorderingen[1].fatale_termijn", "true of false"),
        ('bedrag = "40"\nvervaldatum = "31-02-2026"', "vorderingen[1].vervaldatum", "bestaat niet"),
        ('bedrag = "40"\nvervaldatum = 20260831', "vorderingen[1].vervaldatum", "geen datum"),
        ('bedrag = "40"\nvervaldatum = 9999-12-31', "vorderingen[1].vervaldatum", "2999"),
        ('bedrag = "40"\nfactuurdatum = "31-12-1899"', "vorderingen[1].factuurdatum", "1900"),
        ('bedrag = "40"\nvervaldatum = 2026-08-31T10:00:00', "vorderingen[1].vervaldatum", "geen"),
        (
            'bedrag = "40"\nfactuurdatum = 2026-08-01\nvervaldatum = 2026-07-31',
            "vorderingen[1].vervaldatum",
            "31-07-2026 ligt voor factuurdatum 01-08-2026",
        ),
        (
            'bedrag = "40"\nfactuurdatum = 2026-08-02\nontvangstdatum = 2026-08-01',
            "vorderingen[1].ontvangstdatum",
            "ligt voor factuurdatum",
        ),
        (
            'bedrag = "40"\nvervaldatum = 2026-08-31\nverzuimdatum = 2026-08-31',
            "vorderingen[1].verzuimdatum",
            "is de vervaldatum zelf",
        ),
        (
            'bedrag = "40"\nvervaldatum = 2026-08-31\nverzuimdatum = 2026-08-30',
            "vorderingen[1].verzuimdatum",
            "ligt voor vervaldatum",
        ),
        ('bedrag = "40"\nomschrijving = "a\\u0007b"', "vorderingen[1].omschrijving", "U+0007"),
        ('bedrag = "40"\nomschrijving = ["a"]', "vorderingen[1].omschrijving", "een lijst"),
        ('bedrag = "40"\nomschrijving = 1.5', "vorderingen[1].omschrijving", "aanhalingstekens"),
    ],
)
def test_fault_in_a_claim_is_named_with_its_place(regel: str, plaats: str, woorden: str) -> None:
    toml = MINIMAAL.replace('bedrag = "1210.00"', regel)
    (gebrek,) = gebreken(toml)
    assert gebrek.startswith(f"{plaats}: ")
    assert woorden in gebrek


@pytest.mark.parametrize(
    ("toml", "plaats", "woorden"),
    [
        ('[debiteur]\nnaam = "x"', "debiteur", "bedoelt u schuldenaar?"),
        ('valuta = "GBP"', "valuta", "«GBP»"),
        ('schema = "wiktool/dossier/9"', "schema", "onbekend"),
        ("brief = 3", "brief", "[brief]"),
        ("betalingen = 3", "betalingen", "[[betalingen]]"),
        ('schuldeiser.iban = "NL92ABNA0417164300"', "schuldeiser.iban", "geen geldig IBAN"),
        ('schuldeiser.kvk = "1234567"', "schuldeiser.kvk", "acht cijfers"),
        ('schuldeiser.bic = "ABN"', "schuldeiser.bic", "BIC"),
        ('schuldeiser.email = "a@b, c@d"', "schuldeiser.email", "e-mailadres"),
        (
            'schuldenaar.hoedanigheid = "consumen"',
            "schuldenaar.hoedanigheid",
            "bedoelt u consument",
        ),
        ('schuldenaar.hoedanigheid = "zzp"', "schuldenaar.hoedanigheid", "kies uit consument, "),
        ('afspraken.rentepercentage = "101"', "afspraken.rentepercentage", "meer dan 100%"),
        ("afspraken.rentepercentage = [1]", "afspraken.rentepercentage", "geen percentage"),
        ('incassobureau.plaats = "x"', "incassobureau.naam", "ontbreekt"),
    ],
)
def test_fault_outside_the_claims(toml: str, plaats: str, woorden: str) -> None:
    is_sectie = toml.startswith("[")
    (gebrek,) = gebreken(MINIMAAL + toml if is_sectie else toml + MINIMAAL)
    assert gebrek.startswith(f"{plaats}: ")
    assert woorden in gebrek


@pytest.mark.parametrize(
    ("toml", "plaats", "woorden"),
    [
        ("[[betalingen]]", "betalingen[1].datum", "ontbreekt"),
        ("[[betalingen]]", "betalingen[1].bedrag", "ontbreekt"),
        ("[[aanmaningen]]", "aanmaningen[1].soort", "kies uit herinnering"),
        ("[[aanmaningen]]", "aanmaningen[1].verzonden", "ontbreekt"),
        (
            (
                '[[vorderingen]]\nfactuurnummer = "2026-017"\nbedrag = "1"\n'
                '[[betalingen]]\ndatum = 2026-09-01\nbedrag = "1"\nfactuurnummer = "2026-071"'
            ),
            "betalingen[1].factuurnummer",
            "bedoelt u 2026-017?",
        ),
        (
            '[[betalingen]]\ndatum = 2026-09-01\nbedrag = "1"\nfactuurnummer = "xyz"',
            "betalingen[1].factuurnummer",
            "laat dit veld weg",
        ),
        (
            '[[aanmaningen]]\nsoort = "wik"\nverzonden = 2026-09-02\nontvangen = 2026-09-01',
            "aanmaningen[1].ontvangen",
            "ligt voor verzonden",
        ),
        (
            '[[aanmaningen]]\nsoort = "wik"\nverzonden = 2026-09-02\ntermijn_dagen = 0',
            "aanmaningen[1].termijn_dagen",
            "tussen 1 en 365",
        ),
        (
            '[[aanmaningen]]\nsoort = "wik"\nverzonden = 2026-09-02\ntermijn_dagen = "14"',
            "aanmaningen[1].termijn_dagen",
            "geheel getal",
        ),
        (
            '[[vorderingen]]\nfactuurnummer = "17"\nbedrag = "1"',
            "vorderingen[2].factuurnummer",
            "«17» staat ook bij vorderingen[1]",
        ),
    ],
)
def test_fault_in_a_list(toml: str, plaats: str, woorden: str) -> None:
    gevonden = [gebrek for gebrek in gebreken(MINIMAAL + toml) if gebrek.startswith(f"{plaats}: ")]
    assert len(gevonden) == 1
    assert woorden in gevonden[0]


@pytest.mark.parametrize(
    ("dag", "goed"), [("2026-07-31", False), ("2026-08-01", True), ("2026-08-02", True)]
)
def test_payment_before_the_invoice(dag: str, goed: bool) -> None:
    toml = MINIMAAL + f'factuurdatum = 2026-08-01\n[[betalingen]]\ndatum = {dag}\nbedrag = "1"'
    if goed:
        assert len(lees(toml).betalingen) == 1
    else:
        assert "ligt voor de factuur van 01-08-2026" in gebreken(toml)[0]


def test_payment_without_invoice_number_compares_with_the_first_invoice() -> None:
    toml = (
        MINIMAAL
        + 'factuurdatum = 2026-08-01\n[[vorderingen]]\nfactuurnummer = "18"\nbedrag = "1"\n'
        + 'factuurdatum = 2026-09-01\n[[betalingen]]\ndatum = 2026-08-15\nbedrag = "1"'
    )
    assert len(lees(toml).betalingen) == 1
    assert len(gebreken(toml + '\nfactuurnummer = "18"')) == 1


def test_all_faults_at_once() -> None:
    gevonden = gebreken('[schuldeiser]\nkvk = "1"\n[[vorderingen]]\nbedrag = 1.5\n[verkeerd]')
    plaatsen = [gebrek.partition(": ")[0] for gebrek in gevonden]
    assert plaatsen == [
        "schuldeiser.naam",
        "schuldeiser.kvk",
        "schuldenaar.naam",
        "vorderingen[1].factuurnummer",
        "vorderingen[1].bedrag",
        "verkeerd",
    ]


@pytest.mark.parametrize("toml", ["", "vorderingen = []\n", "[vorderingen]\nbedrag = 1\n"])
def test_no_claims(toml: str) -> None:
    gevonden = gebreken('schuldeiser.naam = "a"\nschuldenaar.naam = "b"\n' + toml)
    assert len(gevonden) == 1
    assert "[[vorderingen]]" in gevonden[0]


def test_text_too_long_and_line_breaks() -> None:
    assert "langer dan 2000" in gebreken(MINIMAAL + f'omschrijving = "{"x" * 2001}"')[0]
    dossier = lees(MINIMAAL + f'omschrijving = "{"x" * 300}\\r\\ny"')
    assert dossier.vorderingen[0].omschrijving == "x" * 300 + "\ny"


def test_json_is_the_same_dossier() -> None:
    inhoud = {
        "schuldeiser": {"naam": "De Linde"},
        "schuldenaar": {"naam": "J. Jansen"},
        "vorderingen": [{"factuurnummer": "17", "bedrag": "1210.00"}],
    }
    assert ontleed_dossier(json.dumps(inhoud).encode(), soort=".json") == lees(MINIMAAL)


@pytest.mark.parametrize("getal", ["1210.0", "1e3", "NaN", "Infinity"])
def test_json_number_with_a_decimal_mark_is_refused(getal: str) -> None:
    inhoud = (
        '{"schuldeiser": {"naam": "a"}, "schuldenaar": {"naam": "b"}, '
        f'"vorderingen": [{{"factuurnummer": 1, "bedrag": {getal}}}]}}'
    )
    with pytest.raises(DossierFout) as fout:
        ontleed_dossier(inhoud.encode())
    assert f"«{getal}»" in fout.value.gebreken[0]


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        ('{"a": 1,}', "regel 1"),
        ("[1]", "één object"),
        ('{"a": 1, "a": 2}', "«a» staat er twee keer"),
        ("[" * 100_000, "te diep"),
        ('{"a": ' + "9" * 5000 + "}", "te lang"),
    ],
)
def test_broken_json(inhoud: str, woorden: str) -> None:
    with pytest.raises((BestandFout, DossierFout), match=woorden):
        ontleed_dossier(inhoud.encode(), soort=".json", plaats="d.json")


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"naam = ", "geen geldige TOML"),
        (b"a = " + b"[" * 100_000, "te diep"),
        (b"a = " + b"9" * 5000, "te lang"),
        (b'naam = "Ren\xe9"', "regel 1 is geen UTF-8"),
        (b"PK\x03\x04rest", "Word- of Excelbestand"),
        (b"%PDF-1.7", "een pdf"),
        (b"a\0b", "geen tekstbestand"),
        (b"\xff\xfea", "beschadigd"),
    ],
)
def test_broken_toml(inhoud: bytes, woorden: str) -> None:
    with pytest.raises((BestandFout, DossierFout), match=woorden):
        ontleed_dossier(inhoud, soort=".toml", plaats="d.toml")


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("extensie", [".toml", ""])
def test_encodings(tmp_path: Path, codering: str, extensie: str) -> None:
    bestand = tmp_path / f"dossier{extensie}"
    bestand.write_bytes(MINIMAAL.replace("J. Jansen", "Zoë Müller").encode(codering))
    assert lees_dossier(bestand).schuldenaar.naam == "Zoë Müller"


def test_stdin_recognises_the_kind() -> None:
    toml = lees_dossier("-", stdin=io.BytesIO(MINIMAAL.encode()))
    tekst = '{"schuldeiser":{"naam":"De Linde"},"schuldenaar":{"naam":"J. Jansen"},'
    tekst += '"vorderingen":[{"factuurnummer":"17","bedrag":1210}]}'
    assert lees_dossier("-", stdin=io.BytesIO(tekst.encode())) == toml
    with pytest.raises(BestandFout, match=r"standaardinvoer: dit is geen UBL"):
        lees_dossier("-", stdin=io.BytesIO(b"<a/>"))


@pytest.mark.parametrize("inhoud", [b"", b"  \n"])
def test_empty(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "d.toml").write_bytes(inhoud)
    with pytest.raises(BestandFout, match="leeg"):
        lees_dossier(tmp_path / "d.toml")
    with pytest.raises(BestandFout, match="leeg"):
        lees_dossier("-", stdin=io.BytesIO(inhoud))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BestandFout, match="niet gevonden"):
        lees_dossier(tmp_path / "d.toml")
    (tmp_path / "map.toml").mkdir()
    with pytest.raises(BestandFout, match="een map"):
        lees_dossier(tmp_path / "map.toml")
    with pytest.raises(BestandFout, match=r"«\.docx» is geen soort dossier"):
        lees_dossier(tmp_path / "brief.docx")
    with pytest.raises(BestandFout, match="geen bestandsnaam"):
        lees_dossier("a\0.toml")
    (tmp_path / "groot.toml").write_bytes(b"#" * (GRENS + 1))
    with pytest.raises(BestandFout, match="groter dan 5 MB"):
        lees_dossier(tmp_path / "groot.toml")
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(BestandFout, match="lezen mislukt"):
        lees_dossier(tmp_path / "bestand" / "d.toml")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", weiger)
    with pytest.raises(BestandFout, match="geen toestemming"):
        lees_dossier(tmp_path / "d.toml")


def test_bouw_dossier_from_answers() -> None:
    """What ``brief`` asks on a terminal goes through the same checks as a file."""
    with pytest.raises(DossierFout) as fout:
        bouw_dossier({"schuldeiser": {"naam": "a"}, "schuldenaar": {"naam": "\ud800"}})
    assert len(fout.value.gebreken) == 2


def test_earlier_letter_may_name_a_claim_that_is_paid() -> None:
    """Instalments of the six months before count, paid or not (6:96 lid 8; R1.40)."""
    toml = '[[aanmaningen]]\nsoort = "wik"\nverzonden = 2026-09-02\nfacturen = "1"'
    assert lees(MINIMAAL + toml).aanmaningen[0].facturen == ("1",)
