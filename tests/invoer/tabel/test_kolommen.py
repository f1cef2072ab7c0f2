"""Headings: which column is what, and when that is not certain."""

from __future__ import annotations

import pytest

from wiktool.invoer.tabel.kolommen import (
    Veld,
    herken_kolommen,
    kern_van,
    lees_aanwijzing,
    tel_bekende,
)
from wiktool.kern.fouten import BestandFout, GebruiksFout


def herken(kop: str, **aangewezen: str) -> dict[str, str]:
    kolommen = herken_kolommen(
        tuple(kop.split(";")),
        {Veld(naam): titel for naam, titel in aangewezen.items()},
        plaats="x.csv",
    )
    return {veld.value: kolommen.naam(veld) for veld in kolommen.plaatsen}


def test_generic_dutch_and_english() -> None:
    assert herken("Debiteur nr.;Naam;FACTUUR-NUMMER;Verval_datum;Openstaand bedrag;Opmerking") == {
        "nummer": "Debiteur nr.",
        "naam": "Naam",
        "factuurnummer": "FACTUUR-NUMMER",
        "vervaldatum": "Verval_datum",
        "openstaand": "Openstaand bedrag",
    }
    assert herken("Customer;Invoice No.;Due date;Outstanding")["openstaand"] == "Outstanding"


@pytest.mark.parametrize(
    ("kop", "nummer", "naam"),
    [
        ("Debiteur;Naam", "Debiteur", "Naam"),
        ("Debiteurnummer;Debiteur", "Debiteurnummer", "Debiteur"),
        ("Debiteur;Factuur", None, "Debiteur"),
        ("Debtor;DebtorCode;CompanyName", "DebtorCode", "CompanyName"),
        ("Relatiecode;Relatie", "Relatiecode", "Relatie"),
    ],
)
def test_debiteur_is_number_or_name(kop: str, nummer: str | None, naam: str) -> None:
    gevonden = herken(kop)
    assert (gevonden.get("nummer"), gevonden["naam"]) == (nummer, naam)


def test_preference_among_invoice_numbers() -> None:
    assert herken("Boekst.nr.;Factuurnr.")["factuurnummer"] == "Factuurnr."
    assert herken("Boekst.nr.;Saldo")["factuurnummer"] == "Boekst.nr."


def test_doubled_name_is_the_one_beside_the_number() -> None:
    """Twinfield's first «Naam» is that of the journal."""
    kop = ("Dagboek", "Naam", "Boekst.nr.", "Debiteur", "Naam", "Openstaand bedrag")
    kolommen = herken_kolommen(kop, {}, plaats="x")
    assert kolommen.plaatsen[Veld.NAAM] == 4
    with pytest.raises(BestandFout, match="naam"):
        herken_kolommen(("Naam", "Openstaand", "Naam"), {}, plaats="x")


@pytest.mark.parametrize(
    "kop", ["Openstaand;Saldo", "Openstaand;Openstaand", "Vervaldatum;Due date;Saldo"]
)
def test_two_columns_that_could_both_be_it(kop: str) -> None:
    with pytest.raises(BestandFout, match="meer kolommen kunnen") as fout:
        herken(kop)
    assert "--kolom" in fout.value.doe


def test_pointed_out_column_wins() -> None:
    assert herken("Openstaand;Saldo", openstaand="Saldo")["openstaand"] == "Saldo"
    assert herken("Bedrag;Openstaand", openstaand="bedrag")["openstaand"] == "Bedrag"
    assert "bedrag" not in herken("Bedrag", openstaand="Bedrag")
    assert herken("Debiteur;Klantnr", nummer="Debiteur", naam="Klantnr")["nummer"] == "Debiteur"


def test_pointed_out_column_that_is_not_there() -> None:
    with pytest.raises(GebruiksFout, match="er is geen kop «Salod»") as fout:
        herken("Naam;Saldo", openstaand="Salod")
    assert fout.value.doe == "bedoelt u Saldo?"
    with pytest.raises(GebruiksFout) as fout:
        herken("Naam;Saldo", openstaand="xyz")
    assert "«Naam» en «Saldo»" in fout.value.doe
    with pytest.raises(GebruiksFout, match="komt 2 keer voor"):
        herken("Naam;Naam", naam="Naam")


def test_relations_have_clear_names_of_their_own() -> None:
    kolommen = herken_kolommen(("Code", "Name"), {}, plaats="x", relaties=True)
    assert set(kolommen.plaatsen) == {Veld.NUMMER, Veld.NAAM}
    assert tel_bekende(["Code", "Name"], relaties=True) == 2
    assert tel_bekende(["Code", "Name"]) == 0


def test_unused_columns_are_named() -> None:
    kolommen = herken_kolommen(("Naam", "Kleur", "Saldo", ""), {}, plaats="x")
    assert kolommen.ongebruikt == ("Kleur",)


@pytest.mark.parametrize("tekst", ["openstaand", "openstaand=", "=Kop", "opstaand=Kop", "x=y"])
def test_unreadable_pointer(tekst: str) -> None:
    with pytest.raises(GebruiksFout):
        lees_aanwijzing(tekst)


def test_pointer() -> None:
    assert lees_aanwijzing(" Openstaand = Nog open = ja") == (Veld.OPENSTAAND, "Nog open = ja")


def test_every_synonym_is_written_as_it_is_compared() -> None:
    from wiktool.invoer.tabel import kolommen

    for koppen in (*kolommen._KOPPEN.values(), *kolommen._RELATIEKOPPEN.values()):
        for kop in koppen.split():
            assert kern_van(kop) == kop


def test_no_synonym_belongs_to_two_fields() -> None:
    from wiktool.invoer.tabel import kolommen

    alle = [kop for koppen in kolommen._KOPPEN.values() for kop in koppen.split()]
    assert len(alle) == len(set(alle))
