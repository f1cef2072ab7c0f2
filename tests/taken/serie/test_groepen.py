"""Rows put together by debtor, and everything that stops that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wiktool.invoer.dossierbestand import ontleed_dossier
from wiktool.invoer.relaties import lees_relaties
from wiktool.taken.serie.groepen import Groepen

if TYPE_CHECKING:
    from pathlib import Path

    from wiktool.taken.serie.model import Zaak

    from .conftest import Proef

KORT = "Debiteurnummer;Naam;Factuurnummer;Openstaand;Postcode"


def groepeer(proef: Proef, *rijen: str, relaties: Path | None = None) -> dict[str, Zaak]:
    groepen = Groepen(lees_relaties(relaties) if relaties else None)
    for bron, (_, gelezen) in enumerate(proef.lees(proef.schrijf(*rijen, kop=KORT)).tabellen):
        groepen.voeg_posten_toe(bron, gelezen)
    groepen.koppel()
    return groepen.zaken


def test_by_number_and_by_name(proef: Proef) -> None:
    zaken = groepeer(
        proef, "1;A;F1;1,00;", ";J. Jansen;F2;1,00;", "1;A;F3;1,00;", ";j jansen;F4;1,00;"
    )
    assert {sleutel: len(zaak.posten) for sleutel, zaak in zaken.items()} == {"1": 2, "j jansen": 2}
    assert not any(zaak.gebrek for zaak in zaken.values())


@pytest.mark.parametrize(
    ("rijen", "reden"),
    [
        (("1;A;F1;1,00;", "1;B;F2;1,00;"), "«1» heet «A» en «B»: zijn dat er twee?"),
        (("1;A;F1;1,00;", "2;B;F1;1,00;"), "factuur «F1» staat bij «1» en bij «2»"),
        (("1;A;F1;1,00;", ";a.;F2;1,00;"), "staat er met en zonder debiteurnummer"),
        (("1;A;F1;1,00;1234AB", "1;A;F2;1,00;9999ZZ"), "«A» heeft twee keer postcode"),
        (("1;A;F1;1,00;", "1;A;F2;een;"), "regel 3 van deze schuldenaar is niet begrepen"),
        ((";A;F1;1,00;", ";a;F2;een;"), "regel 3 van deze schuldenaar is niet begrepen"),
    ],
)
def test_doubt_holds_the_whole_debtor_back(
    proef: Proef, rijen: tuple[str, ...], reden: str
) -> None:
    """All claims in default belong in one letter (6:96 lid 7; R2.7)."""
    zaken = groepeer(proef, *rijen, "9;Z;F9;1,00;")
    assert all(reden in zaak.gebrek for sleutel, zaak in zaken.items() if sleutel != "9")
    assert zaken["9"].gebrek == ""


def test_same_address_in_other_capitals_is_the_same(proef: Proef) -> None:
    zaken = groepeer(proef, "1;A;F1;1,00;1234AB", "1;a.;F2;1,00;1234ab", "1;;F3;1,00;")
    assert zaken["1"].gebrek == ""


def test_bad_row_without_a_debtor_holds_nobody_back(proef: Proef) -> None:
    zaken = groepeer(proef, "1;A;F1;1,00;", ";;F2;1,00;")
    assert zaken["1"].gebrek == ""


def test_relation_with_another_name(proef: Proef) -> None:
    relaties = proef.schrijf("1;Iemand anders;Delft", "2;B;Delft", kop="Nummer;Naam;Plaats",
                             naam="relaties.csv")  # fmt: skip
    zaken = groepeer(proef, "1;A;F1;1,00;", "2;B;F2;1,00;", "3;C;F3;1,00;", relaties=relaties)
    assert "zijn dat er twee" in zaken["1"].gebrek
    assert zaken["2"].relatie is not None
    assert zaken["3"].relatie is None


def _dossier(schuldeiser: str, factuur: str, adres: str = "") -> bytes:
    return f'''
        schuldeiser.naam = "{schuldeiser}"
        schuldenaar.naam = "J. Jansen"
        schuldenaar.adres = "{adres}"
        [[vorderingen]]
        factuurnummer = "{factuur}"
        bedrag = 10
    '''.encode()


def test_dossiers_of_one_debtor_and_two_creditors() -> None:
    groepen = Groepen()
    for schuldeiser, factuur in (("De Linde", "F1"), ("De Eik", "F2"), ("de linde", "F3")):
        groepen.voeg_dossier_toe(ontleed_dossier(_dossier(schuldeiser, factuur)), factuur)
    assert {sleutel: zaak.bestanden for sleutel, zaak in groepen.zaken.items()} == {
        "j jansen": ["F1", "F3"],
        "j jansen / de eik": ["F2"],
    }


def test_same_name_at_two_addresses_is_doubt() -> None:
    groepen = Groepen()
    for adres in ("Kerkstraat 2", "Laan 3"):
        groepen.voeg_dossier_toe(ontleed_dossier(_dossier("De Linde", adres, adres)), adres)
    assert "twee keer adres" in groepen.zaken["j jansen"].gebrek
