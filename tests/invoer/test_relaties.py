"""Lists of relations: joined by number or name, never by a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from wiktool.invoer.relaties import Relaties, lees_relaties
from wiktool.invoer.schuldenaarvelden import lees_hoedanigheid, maak_schuldenaar
from wiktool.invoer.tabel.kolommen import Veld
from wiktool.kern.dossier import Hoedanigheid
from wiktool.kern.fouten import BestandFout, NotatieFout

if TYPE_CHECKING:
    from pathlib import Path


def lees(tmp_path: Path, *regels: str, **opties: Any) -> Relaties:
    pad = tmp_path / "relaties.csv"
    pad.write_text("\n".join([*regels, ""]), encoding="utf-8")
    return lees_relaties(pad, **opties)


@pytest.mark.parametrize(
    "regels",
    [
        ("Code,Name,ChamberOfCommerce,VATNumber,Email,Phone", "7,J. Jansen,,,j@post.example,"),
        ("Code,Bedrijf,KvK-nummer,BTW-nummer,E-mail,Telefoon", "7,J. Jansen,,,j@post.example,"),
        ("Relatienr,Naam,KvKnummer,BTWnummer,Email,Telefoon", "7,J. Jansen,,,j@post.example,"),
        (
            (
                "Relatiecode;Naam;Contactpersoon;Adres;Postcode;Plaats;LandID;Telefoonnummer;"
                "Emailadres;BTW nummer;Krediettermijn;Nummer kvk;Website;IBAN;BIC"
            ),
            "7;J. Jansen;;Kerkstraat 2;1234ab;Amsterdam;NL;;j@post.example;;;;;;",
        ),
        (
            (
                "Debiteurnr;DebiteurNaam;FactuurAdres;FactuurHuisnummer;FactuurPostcode;FactuurPlaats;"
                "FactuurEmailadres"
            ),
            "7;J. Jansen;Kerkstraat;2;1234AB;Amsterdam;j@post.example",
        ),
    ],
)
def test_package(tmp_path: Path, regels: tuple[str, str]) -> None:
    relatie = lees(tmp_path, *regels).zoek("7", "")
    assert relatie is not None
    schuldenaar = relatie.schuldenaar
    assert (schuldenaar.naam, schuldenaar.email) == ("J. Jansen", "j@post.example")
    assert schuldenaar.adres in ("", "Kerkstraat 2")
    assert schuldenaar.postcode in ("", "1234 AB")
    assert schuldenaar.land == ""


def test_number_before_name(tmp_path: Path) -> None:
    relaties = lees(tmp_path, "Nummer;Naam;Plaats", "1;J. Jansen;Utrecht", "2;K. Bos;Delft")
    assert relaties.zoek("1", "K. Bos") is relaties.op_nummer["1"]
    assert relaties.zoek("9", "K. Bos") is None  # the number says otherwise
    assert relaties.zoek("", "k  bos") is relaties.op_nummer["2"]
    assert relaties.zoek("", "P. Vos") is None


def test_same_name_twice_is_not_joined_by_name(tmp_path: Path) -> None:
    relaties = lees(tmp_path, "Nummer;Naam;Plaats", "1;J. Jansen;Utrecht", "2;J Jansen;Delft")
    assert relaties.zoek("", "J. Jansen") is None
    assert relaties.zoek("2", "") is not None


def test_same_number_twice(tmp_path: Path) -> None:
    relaties = lees(tmp_path, "Nummer;Naam;Plaats", "1;J. Jansen;Utrecht", "1;K. Bos;Delft",
                    "2;P. Vos;Delft", "2;P. Vos;Delft")  # fmt: skip
    assert relaties.zoek("1", "") is None
    assert [(a.regel, a.reden) for a in relaties.afgewezen] == [
        (2, "nummer «1» staat er twee keer, met verschillende gegevens")
    ]
    assert relaties.zoek("2", "") is not None
    assert relaties.zoek("", "P. Vos") is not None


def test_a_row_with_a_field_too_many_shifts_no_address(tmp_path: Path) -> None:
    relaties = lees(tmp_path, "Nummer;Naam;Plaats", "1;Jansen; Utrecht;Delft", "2;P. Vos;Delft;;")
    assert [(a.regel, a.reden) for a in relaties.afgewezen] == [
        (2, "de regel heeft 4 velden, de kop 3")
    ]
    assert relaties.zoek("2", "") is not None


def test_rows_without_use(tmp_path: Path) -> None:
    relaties = lees(tmp_path, "Nummer;Naam;Plaats", ";;", "Nummer;Naam;Plaats", ";;Delft", "1",
                    "3;P. Vos;Delft")  # fmt: skip
    assert [(a.regel, a.reden) for a in relaties.afgewezen] == [
        (4, "nummer en naam ontbreken"),
        (5, "de regel heeft 1 velden, de kop 3"),
    ]
    assert list(relaties.op_nummer) == ["3"]


def test_hoedanigheid_and_account(tmp_path: Path) -> None:
    relaties = lees(
        tmp_path,
        "Nummer;Naam;Hoedanigheid;IBAN;E-mail",
        "1;A;Particulier;NL91 ABNA 0417 1643 00;geen",
        "2;B;B.V.;NL00X;b@b.example",
        "3;C;onzin;;",
    )
    een, twee = relaties.op_nummer["1"], relaties.op_nummer["2"]
    assert (een.schuldenaar.hoedanigheid, een.iban) == (
        Hoedanigheid.CONSUMENT,
        "NL91ABNA0417164300",
    )
    assert een.schuldenaar.email == ""
    assert (twee.schuldenaar.hoedanigheid, twee.iban) == (Hoedanigheid.RECHTSPERSOON, "")
    assert [a.reden for a in relaties.afgewezen] == ["hoedanigheid «onzin» is onbekend"]


def test_no_number_and_no_name(tmp_path: Path) -> None:
    with pytest.raises(BestandFout, match="geen kolom met het nummer of de naam"):
        lees(tmp_path, "Postcode;Plaats", "1;2")
    assert lees(tmp_path, "X;Plaats", "1;2", kolommen={Veld.NUMMER: "X"}).zoek("1", "")


@pytest.mark.parametrize(
    ("woord", "verwacht"),
    [
        ("", None),
        ("consument", Hoedanigheid.CONSUMENT),
        ("Natuurlijk persoon", Hoedanigheid.CONSUMENT),
        ("ZZP", Hoedanigheid.ONDERNEMER),
        ("v.o.f.", Hoedanigheid.ONDERNEMER),
        ("Stichting", Hoedanigheid.RECHTSPERSOON),
        ("gemeente", Hoedanigheid.OVERHEID),
    ],
)
def test_words_for_hoedanigheid(woord: str, verwacht: Hoedanigheid | None) -> None:
    assert lees_hoedanigheid(woord) is verwacht


def test_unknown_word() -> None:
    with pytest.raises(NotatieFout) as fout:
        lees_hoedanigheid("misschien")
    assert fout.value.doe.startswith("kies uit consument")


def test_foreign_country_stays() -> None:
    assert maak_schuldenaar({Veld.NAAM: "A", Veld.LAND: "België"}).land == "België"
