"""A whole batch: one letter per debtor, the lists, and everything that may be in the input."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from wiktool.invoer.instellingen import Instellingen
from wiktool.kern.begrippen import Briefsoort, Hoedanigheid
from wiktool.kern.fouten import BestandFout, DossierFout, NietMogelijk
from wiktool.taken.formaten import Formaat
from wiktool.taken.serie import uitvoeren
from wiktool.taken.serie.bronnen import vind_bestanden
from wiktool.taken.serie.model import Stand
from wiktool.taken.serie.voorbereiden import Bijlagen, maak_afzender

from .conftest import DATUM, EIGEN, KOP, Proef, rij

if TYPE_CHECKING:
    from pathlib import Path


def test_one_letter_per_debtor_with_all_claims_in_default(proef: Proef) -> None:
    """6:96 lid 7: the principals are added, the tariff applied once (R2.7)."""
    posten = proef.schrijf(
        rij("K1", "F1", "1.000,00"),
        rij("K2", "F2", "85,50"),
        rij("K1", "F3", "250,00", "2026-10-31"),
        rij("K1", "F4", "99,00", "2026-12-01"),
        rij("K3", "F5", "40,00", "2026-12-01"),
    )
    som = proef.draai(posten)
    assert (som.geschreven, som.overgeslagen, som.afgewezen, som.rijen) == (2, 1, 0, 0)
    een, twee = proef.tabel("overzicht.csv")
    assert (een["hoofdsom"], een["kosten"], een["btw"]) == ("1250.00", "187.50", "0.00")
    assert (een["laatste_dag"], een["kosten_vanaf"]) == ("2026-12-08", "2026-12-09")
    assert (twee["schuldenaar"], twee["kosten"]) == ("Klant K2", "40.00")
    brief = (proef.uit / een["bestand"]).read_bytes()
    assert hashlib.sha256(brief).hexdigest() == een["sha256"]
    assert "F4" not in brief.decode()
    assert "F4" in een["opmerking"]
    weg = [(rij_["schuldenaar"], rij_["factuurnummer"]) for rij_ in proef.tabel("overgeslagen.csv")]
    assert weg == [("Klant K1", "F4"), ("Klant K3", "")]


def test_overview_has_the_columns_of_the_contract(proef: Proef) -> None:
    proef.draai(proef.schrijf(rij("K1", "F1", "40,00")))
    eerste = (proef.uit / "overzicht.csv").read_bytes().splitlines()[0]
    assert eerste == (
        b"\xef\xbb\xbfschuldenaar_nummer;schuldenaar;hoofdsom;kosten;btw;laatste_dag;kosten_vanaf;"
        b"bestand;sha256;opmerking"
    )
    assert set(proef.bestanden()) == {
        *("journaal.jsonl", "overzicht.csv", "overgeslagen.csv", "fouten.csv", "wik-K1.txt"),
    }


def test_bad_row_holds_its_debtor_back_and_can_be_mended_and_fed_again(proef: Proef) -> None:
    posten = proef.schrijf(
        rij("K1", "F1", "1.000,00"), rij("K1", "F2", "een"), rij("K2", "F3", "85,50")
    )
    som = proef.draai(posten)
    assert (som.geschreven, som.afgewezen, som.rijen) == (1, 1, 2)
    fouten = proef.uit / "fouten.csv"
    tekst = fouten.read_text(encoding="utf-8-sig")
    assert tekst.splitlines()[0] == f"{KOP};regel;reden"
    assert [r["regel"] for r in proef.tabel("fouten.csv")] == ["2", "3"]
    fouten.write_text(tekst.replace(";een;", ";250,00;"), encoding="utf-8-sig")
    proef.uit = proef.map / "uit2"
    assert proef.draai(fouten).geschreven == 1
    assert proef.tabel("overzicht.csv")[0]["hoofdsom"] == "1250.00"


def test_path_in_a_debtor_number_stays_in_the_folder(proef: Proef) -> None:
    proef.draai(proef.schrijf(rij("../../weg", "F1", "40,00"), rij("..", "F2", "40,00")))
    assert not (proef.map.parent / "weg.txt").exists()
    for regel in proef.tabel("overzicht.csv"):
        assert (proef.uit / regel["bestand"]).resolve().parent == proef.uit.resolve()


def test_debtor_without_address(proef: Proef) -> None:
    posten = proef.schrijf("K1;A;;;;F1;2026-08-01;2026-08-31;40,00")
    assert proef.draai(posten).zonder_adres == 1
    assert "adres ontbreekt" in proef.tabel("overzicht.csv")[0]["opmerking"]
    proef.uit = proef.map / "streng"
    som = proef.draai(posten, streng=True)
    assert (som.geschreven, som.afgewezen) == (0, 1)
    assert proef.tabel("fouten.csv")[0]["reden"] == "adres ontbreekt"


def test_relations_give_address_and_capacity(proef: Proef) -> None:
    posten = proef.schrijf("K1;A;F1;2026-08-31;40,00", "K2;B;F2;2026-08-31;40,00",
                           kop="Klantnr;Naam;Factuurnummer;Vervaldatum;Openstaand")  # fmt: skip
    relaties = proef.schrijf("K1;A;Laan 1;2345CD;Delft;", "K2;B;Laan 2;2345CD;Delft;B.V.",
                             kop="Code;Naam;Adres;Postcode;Plaats;Hoedanigheid",
                             naam="relaties.csv")  # fmt: skip
    som = proef.draai(posten, bijlagen=Bijlagen(relaties=relaties))
    assert (som.geschreven, som.overgeslagen, som.zonder_adres) == (1, 1, 0)
    assert "geen consument" in proef.tabel("overgeslagen.csv")[0]["reden"]


def test_unknown_capacity_is_a_consumer_and_a_number_a_hint(proef: Proef) -> None:
    posten = proef.schrijf("A;F1;2026-08-31;40,00;12345678",
                           kop="Naam;Factuurnummer;Vervaldatum;Openstaand;KvK-nummer")  # fmt: skip
    proef.draai(posten)
    assert "misschien een bedrijf" in proef.tabel("overzicht.csv")[0]["opmerking"]


def test_term_that_nobody_called_agreed_is_asked_for(proef: Proef) -> None:
    """6:83 a: a due date on an invoice is no agreed term (R5.4)."""
    eigen = maak_afzender(EIGEN)
    afzender = replace(eigen, schuldeiser=replace(eigen.schuldeiser, fatale_termijn=None))
    posten = proef.schrijf(rij("K1", "F1", "40,00"))
    som = proef.draai(posten, afzender=afzender)
    assert (som.geschreven, som.afgewezen) == (0, 1)
    assert "in verzuim" in proef.tabel("fouten.csv")[0]["reden"]
    proef.uit = proef.map / "uit2"
    assert proef.draai(posten, afzender=afzender, fatale_termijn=True).geschreven == 1


def test_minimum(proef: Proef) -> None:
    posten = proef.schrijf(rij("K1", "F1", "24,99"), rij("K2", "F2", "25,00"))
    som = proef.draai(posten, minimum=Decimal(25))
    assert (som.geschreven, som.overgeslagen) == (1, 1)


def test_credit_note_and_payments_that_settle_everything(proef: Proef) -> None:
    posten = proef.schrijf(rij("K1", "F1", "40,00"), rij("K1", "C1", "-40,00"))
    proef.draai(posten)
    assert proef.tabel("overgeslagen.csv")[0]["reden"] == "alles is betaald of verrekend"


def test_business_letters(proef: Proef) -> None:
    posten = proef.schrijf(rij("K1", "F1", "40,00"))
    som = proef.draai(
        posten, soort=Briefsoort.INGEBREKESTELLING, hoedanigheid=Hoedanigheid.RECHTSPERSOON
    )
    assert som.geschreven == 1
    (regel,) = proef.tabel("overzicht.csv")
    assert (regel["kosten"], regel["kosten_vanaf"]) == ("", "")


def test_bank_takes_off_what_was_paid(proef: Proef) -> None:
    posten = proef.schrijf(
        rij("K1", "2026-0017", "1.210,00"),
        rij("K2", "2026-0018", "302,50"),
        rij("K3", "F9", "50,00"),
    )
    bank = proef.schrijf(
        '"Klant K1","2026-0017","Bij","1210,00","20261116"',
        '"Klant K2","2026-0018","Bij","210,00","20261116"',
        '"Klant K3","F9","Bij","60,00","20261116"',
        kop='"Naam / Omschrijving","Mededelingen","Af Bij","Bedrag (EUR)","Datum","Tegenrekening"',
        naam="bank.csv",
    )
    bank.write_text(bank.read_text().replace('"20261116"', '"20261116",""'))
    bijlagen = Bijlagen(bank=[bank], verwerkt_tot=date(2026, 11, 15))
    som = proef.draai(posten, bijlagen=bijlagen)
    assert (som.geschreven, som.overgeslagen) == (2, 1)
    twee, drie = proef.tabel("overzicht.csv")
    assert (twee["hoofdsom"], twee["schuldenaar"]) == ("92.50", "Klant K2")
    assert drie["hoofdsom"] == "50.00"  # doubtful: listed, never applied
    assert "niet verwerkt" in drie["opmerking"]


def test_earlier_letters_are_not_sent_again(proef: Proef) -> None:
    """R1.7: the fee is owed once per claim; R2.7: later claims come in a letter of their own."""
    posten = proef.schrijf(rij("K1", "F1", "40,00"), rij("K2", "F2", "40,00", "2026-11-25"))
    proef.draai(posten)
    eerste = proef.uit
    proef.uit = proef.map / "later"
    later = date(2026, 12, 18)
    for pad in (eerste / "overzicht.csv", eerste / "journaal.jsonl", eerste):
        som = proef.draai(posten, datum=later, bijlagen=Bijlagen(aanmaningen=[pad]), map=None)
        assert (som.geschreven, som.overgeslagen) == (1, 1)
        assert "al een veertiendagenbrief" in proef.uitslagen[0].reden
    (eerste / "journaal.jsonl").unlink()
    bijlagen = Bijlagen(aanmaningen=[eerste / "overzicht.csv"])
    som = proef.draai(posten, datum=later, bijlagen=bijlagen, map=None)
    assert (som.geschreven, som.afgewezen) == (1, 1)
    with pytest.raises(BestandFout, match="geen serie"):
        proef.draai(posten, bijlagen=Bijlagen(aanmaningen=[eerste]))


def test_dry_run_writes_nothing(proef: Proef) -> None:
    som = proef.draai(proef.schrijf(rij("K1", "F1", "40,00")), map=None)
    assert som.geschreven == 1
    assert not proef.uit.exists()
    assert proef.uitslagen[0].bestand == ""


@pytest.mark.parametrize("streng", [False, True])
def test_dry_run_counts_what_the_run_counts(proef: Proef, streng: bool) -> None:
    """Rejected rows are those that were not understood and all rows of a rejected debtor."""
    posten = proef.schrijf(
        rij("K1", "F1", "1.000,00"),
        rij("K1", "F2", "een"),
        "K2;B;;;;F3;2026-08-01;2026-08-31;40,00",
        "K2;B;;;;F4;2026-08-01;2026-08-31;40,00",
        rij("K3", "F5", "85,50"),
    )
    droog = proef.draai(posten, streng=streng, map=None)
    echt = proef.draai(posten, streng=streng)
    assert droog.rijen == echt.rijen == len(proef.tabel("fouten.csv")) == (4 if streng else 2)
    assert (droog.geschreven, droog.afgewezen) == (echt.geschreven, echt.afgewezen)


@pytest.mark.parametrize("formaat", [Formaat.DOCX, Formaat.PDF, Formaat.EML])
def test_formats(proef: Proef, formaat: Formaat) -> None:
    proef.draai(proef.schrijf(rij("K1", "F1", "40,00")), formaat=formaat)
    (regel,) = proef.tabel("overzicht.csv")
    assert regel["bestand"] == f"wik-K1.{formaat}"


def test_one_pdf_for_the_printer(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    from wiktool.taken.serie import eenpdf

    posten = proef.schrijf(*(rij(f"K{n}", f"F{n}", "40,00") for n in range(3)))
    som = proef.draai(posten, formaat=Formaat.PDF, loop={"een_pdf": True})
    assert [pad.name for pad in som.bestanden if pad.suffix == ".pdf"] == ["brieven.pdf"]
    los = sum(_bladzijden(proef.uit / f"wik-K{n}.pdf") for n in range(3))
    assert _bladzijden(proef.uit / "brieven.pdf") == los
    monkeypatch.setattr(eenpdf, "PER_STUK", 2)
    brieven = [proef.uit / f"wik-K{n}.pdf" for n in range(3)]
    namen = [pad.name for pad in eenpdf.voeg_samen(brieven, proef.uit)]
    assert namen == ["brieven-001.pdf", "brieven-002.pdf"]
    brieven[0].write_bytes(b"weg")
    with pytest.raises(BestandFout, match="weg of beschadigd"):
        eenpdf.voeg_samen(brieven, proef.uit)
    assert issubclass(pypdfium2.PdfiumError, Exception)


def _bladzijden(pad: Path) -> int:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(pad)
    try:
        return len(pdf)
    finally:
        pdf.close()


FACTUUR = """
schuldeiser.naam = "De Linde"
schuldeiser.iban = "NL91ABNA0417164300"
schuldenaar.naam = "{naam}"
schuldenaar.adres = "Laan 1"
[[vorderingen]]
factuurnummer = "{nummer}"
bedrag = 100
vervaldatum = 2026-08-31
fatale_termijn = true
"""


def test_folder_of_dossiers_and_tables(proef: Proef) -> None:
    map_ = proef.map / "in"
    map_.mkdir()
    for nummer, naam in (("D1", "A"), ("D2", "B"), ("D3", "A")):
        (map_ / f"{nummer}.toml").write_text(FACTUUR.format(naam=naam, nummer=nummer))
    (map_ / "kapot.xml").write_text("<a/>")
    (map_ / "wiktool.toml").write_text("")
    (map_ / ".verborgen.csv").write_text("")
    (map_ / "fouten-2-van-8.csv").write_text("")
    (map_ / "wik-K1.txt").write_text("een brief")
    (map_ / "relaties.csv").write_text("Nummer;Naam")
    proef.schrijf(rij("K1", "F1", "40,00")).rename(map_ / "posten.csv")
    relaties = [map_ / "relaties.csv"]
    with vind_bestanden([str(map_)], stdin=None, behalve=relaties) as bestanden:  # type: ignore[arg-type]
        assert [pad.name for pad in bestanden] == [
            *("D1.toml", "D2.toml", "D3.toml", "kapot.xml", "posten.csv"),
        ]
        som = proef.draai(*bestanden)
    assert (som.geschreven, som.rijen) == (3, 1)
    assert [r["hoofdsom"] for r in proef.tabel("overzicht.csv")] == ["40.00", "200.00", "100.00"]
    (fout,) = proef.tabel("fouten-bestanden.csv")
    assert fout["bestand"].endswith("kapot.xml")
    assert "geen UBL" in fout["reden"]


def test_dossiers_only(proef: Proef) -> None:
    (proef.map / "a.toml").write_text(FACTUUR.format(naam="A", nummer="D1"))
    (proef.map / "b.toml").write_text(FACTUUR.format(naam="A", nummer="D1"))
    som = proef.draai(proef.map / "a.toml", proef.map / "b.toml")
    assert som.afgewezen == 1
    assert [r["reden"] for r in proef.tabel("fouten.csv")] == [
        "factuur «D1» staat er twee keer"
    ] * 2


def test_two_tables(proef: Proef) -> None:
    een = proef.schrijf(rij("K1", "F1", "40,00"), rij("K9", "F9", "x"))
    twee = proef.schrijf("B;F2;2026-08-31;50,00", "C;F3;2026-08-31;",
                         kop="Naam;Factuurnr;Vervaldatum;Openstaand", naam="twee.csv")  # fmt: skip
    som = proef.draai(een, twee)
    assert (som.geschreven, som.rijen) == (2, 2)
    assert len(proef.tabel("fouten.csv")) == 1
    assert proef.tabel("fouten-2.csv")[0]["Naam"] == "C"


def test_standard_input_can_be_read_again(proef: Proef) -> None:
    import io

    posten = proef.schrijf(rij("K1", "F1", "40,00"), rij("K2", "F2", "x")).read_bytes()
    with vind_bestanden(["-"], io.BytesIO(posten)) as bestanden:
        som = proef.draai(*bestanden)
    assert (som.geschreven, som.rijen) == (1, 1)
    assert proef.tabel("fouten.csv")[0]["Debiteurnummer"] == "K2"
    assert not bestanden[0].exists()


def test_only_file_that_cannot_be_read(proef: Proef) -> None:
    with pytest.raises(BestandFout, match="alleen koppen"):
        proef.lees(proef.schrijf())
    (proef.map / "x.toml").write_text("a = 1")
    with pytest.raises(DossierFout):
        proef.lees(proef.map / "x.toml")
    with (
        pytest.raises(BestandFout, match="geen open posten, facturen of dossiers"),
        vind_bestanden([str(proef.map / "leeg")], stdin=None) as _,  # type: ignore[arg-type]
    ):
        pass


@pytest.fixture(autouse=True)
def leeg(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()


def test_creditor_must_be_known() -> None:
    with pytest.raises(NietMogelijk, match="wie is de schuldeiser"):
        maak_afzender(Instellingen())
    zonder = Instellingen(delen={"schuldeiser": {"naam": "De Linde"}})
    with pytest.raises(NietMogelijk, match="iban ontbreekt"):
        maak_afzender(zonder)
    bureau = Instellingen(
        delen={
            "schuldeiser": {"naam": "De Linde"},
            "incassobureau": {"naam": "Bureau", "iban": "NL91ABNA0417164300"},
        }
    )
    afzender = maak_afzender(bureau, fatale_termijn=True)
    assert afzender.incassobureau is not None
    assert afzender.schuldeiser.fatale_termijn is True


def test_spreadsheet_signs_in_names(proef: Proef) -> None:
    naam = '=HYPERLINK("http://delinde.example")'
    proef.draai(
        proef.schrijf(rij("K1", "F1", "40,00", naam=f'"{naam.replace(chr(34), chr(34) * 2)}"'))
    )
    assert proef.tabel("overzicht.csv")[0]["schuldenaar"] == f"'{naam}"
    assert naam in next(proef.uit.glob("*.txt")).read_text(encoding="utf-8")


def test_summary_counts(proef: Proef) -> None:
    som = proef.draai(proef.schrijf(rij("K1", "F1", "1.000,00")))
    assert (som.hoofdsom, som.kosten) == (Decimal(1000), Decimal(150))
    assert proef.uitslagen[0].stand is Stand.GESCHREVEN
    assert proef.uitslagen[0].laatste_dag == date(2026, 12, 8)
    assert date(2026, 12, 8) > DATUM
    assert uitvoeren.Samenvatting().geschreven == 0


def test_instalments_within_six_months_cost_less(proef: Proef) -> None:
    """6:96 lid 8 BW and art. 2a Besluit BIK, cautiously: € 20 for a further instalment (R1.43)."""
    kop = "Klantnr;Naam;Factuurnummer;Vervaldatum;Openstaand;Termijnbetaling"
    eerste = proef.schrijf("K1;A;jan;2026-08-31;85,00;ja", kop=kop)
    proef.draai(eerste)
    assert proef.tabel("overzicht.csv")[0]["kosten"] == "40.00"
    tweede = proef.schrijf("K1;A;feb;2026-11-25;85,00;ja", kop=kop, naam="tweede.csv")
    bijlagen = Bijlagen(aanmaningen=[proef.uit])
    proef.uit = proef.map / "later"
    proef.draai(tweede, bijlagen=bijlagen, datum=date(2026, 12, 18))
    (regel,) = proef.tabel("overzicht.csv")
    assert regel["kosten"] == "20.00"
    assert "artikel 2a" in regel["opmerking"]
