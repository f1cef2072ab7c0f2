"""From rows to a dossier: credit notes netted, doubt refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.invoer.postlezer import Post
from wiktool.invoer.relaties import Relatie
from wiktool.invoer.tabel.kolommen import Veld
from wiktool.kern.begrippen import Briefsoort, Hoedanigheid
from wiktool.kern.dossier import (
    Afspraken,
    Briefgegevens,
    Dossier,
    Schuldeiser,
    Schuldenaar,
    Vordering,
)
from wiktool.kern.fouten import NotatieFout
from wiktool.taken.formaten import Formaat
from wiktool.taken.serie.model import Afzender, Opdracht, Zaak
from wiktool.taken.serie.opbouw import bouw_op, voeg_samen

VERVAL = date(2026, 8, 31)
OPDRACHT = Opdracht(
    soort=Briefsoort.WIK,
    datum=date(2026, 11, 20),
    formaat=Formaat.TXT,
    map=None,
    afzender=Afzender(
        schuldeiser=Schuldeiser(naam="De Linde", fatale_termijn=True),
        incassobureau=None,
        afspraken=Afspraken(),
        brief=Briefgegevens(),
    ),
    overig=((),),
)


def post(nummer: str, bedrag: str, verval: date | None = VERVAL, regel: int = 2) -> Post:
    return Post(regel, "K1", "J. Jansen", nummer, None, verval, Decimal(bedrag))


def bouw(*posten: Post, **zaak: Any) -> tuple[Dossier, tuple[str, ...]]:
    return bouw_op(
        Zaak(sleutel="K1", nummer="K1", naam="J. Jansen", posten=[(0, p) for p in posten], **zaak),
        OPDRACHT,
    )


def bedragen(dossier: Dossier) -> dict[str, Decimal]:
    return {vordering.factuurnummer: vordering.bedrag for vordering in dossier.vorderingen}


def test_claims_take_the_creditors_default() -> None:
    dossier, _ = bouw(post("F1", "10"), post("F2", "5", None))
    assert [v.fatale_termijn for v in dossier.vorderingen] == [True, None]


def test_credit_note_lowers_what_fell_due_first() -> None:
    dossier, opmerkingen = bouw(
        post("F2", "10", date(2026, 10, 1)), post("F1", "10"), post("C1", "-12")
    )
    assert bedragen(dossier) == {"F2": Decimal(8)}
    assert opmerkingen == ("creditnota C1 van €\xa012,00 is verrekend",)


def test_credit_note_with_the_number_of_its_invoice() -> None:
    dossier, _ = bouw(post("F1", "10"), post("F2", "10", date(2026, 10, 1)), post("F2", "-4"))
    assert bedragen(dossier) == {"F1": Decimal(10), "F2": Decimal(6)}


def test_more_credit_than_claims() -> None:
    dossier, _ = bouw(post("F1", "10"), post("C1", "-30"))
    assert dossier.vorderingen == ()


@given(
    st.lists(st.integers(1, 10_000), min_size=1, max_size=6),
    st.lists(st.integers(1, 10_000), max_size=4),
)
def test_money_is_conserved(facturen: list[int], credits_: list[int]) -> None:
    posten = [post(f"F{n}", str(bedrag)) for n, bedrag in enumerate(facturen)]
    posten += [post(f"C{n}", str(-bedrag)) for n, bedrag in enumerate(credits_)]
    dossier, _ = bouw(*posten)
    assert sum(bedragen(dossier).values()) == max(sum(facturen) - sum(credits_), 0)
    assert all(bedrag > 0 for bedrag in bedragen(dossier).values())


@pytest.mark.parametrize("bedrag", ["10", "-10"])
def test_same_invoice_twice_is_refused(bedrag: str) -> None:
    with pytest.raises(NotatieFout, match=r"«F1» staat er twee keer \(regel 2 en 3\)"):
        bouw(post("F1", bedrag), post("F1", bedrag, regel=3), post("F9", "100"))


def test_columns_of_the_row() -> None:
    overig = (
        Veld.TERMIJNBETALING,
        Veld.FATALE_TERMIJN,
        Veld.KENMERK,
        Veld.HOEDANIGHEID,
        Veld.ADRES,
    )
    rijen = [
        post("F1", "10")._replace(overig=("ja", "nee", "8000", "particulier", "")),
        post("F2", "10")._replace(overig=("", "", "8000", "", "Kerkstraat 2")),
    ]
    zaak = Zaak(sleutel="K1", nummer="K1", naam="J. Jansen", posten=[(0, p) for p in rijen])
    dossier, _ = bouw_op(zaak, replace(OPDRACHT, overig=(overig,)))
    eerste, tweede = dossier.vorderingen
    assert (eerste.termijnbetaling, eerste.fatale_termijn) == (True, False)
    assert (tweede.termijnbetaling, tweede.fatale_termijn) == (False, True)
    assert dossier.brief.kenmerk == "8000"
    assert dossier.schuldenaar.hoedanigheid is Hoedanigheid.CONSUMENT
    assert dossier.schuldenaar.adres == "Kerkstraat 2"


def test_relation_before_the_rows() -> None:
    relatie = Relatie(regel=2, schuldenaar=Schuldenaar(naam="", plaats="Delft", nummer="K1"))
    dossier, _ = bouw(post("F1", "10"), relatie=relatie)
    assert (dossier.schuldenaar.naam, dossier.schuldenaar.plaats) == ("J. Jansen", "")
    schuldenaar = Schuldenaar(naam="Jan Jansen", adres="Laan 1", plaats="Delft")
    dossier, _ = bouw(post("F1", "10"), relatie=Relatie(regel=2, schuldenaar=schuldenaar))
    assert (dossier.schuldenaar.naam, dossier.schuldenaar.plaats) == ("Jan Jansen", "Delft")


def test_flags_fill_what_nobody_said() -> None:
    zaak = Zaak(sleutel="K1", dossiers=[_dossier("F1"), _dossier("F2", kenmerk="x")])
    opdracht = replace(OPDRACHT, fatale_termijn=False, hoedanigheid=Hoedanigheid.RECHTSPERSOON)
    dossier, _ = bouw_op(zaak, opdracht)
    assert [v.fatale_termijn for v in dossier.vorderingen] == [False, False]
    assert dossier.schuldenaar.hoedanigheid is Hoedanigheid.RECHTSPERSOON
    assert dossier.brief.kenmerk == ""


def _dossier(nummer: str, *, kenmerk: str = "", percentage: int | None = None) -> Dossier:
    return Dossier(
        schuldeiser=Schuldeiser(naam="De Linde"),
        schuldenaar=Schuldenaar(naam="J. Jansen"),
        vorderingen=(Vordering(factuurnummer=nummer, bedrag=Decimal(10), vervaldatum=VERVAL),),
        brief=Briefgegevens(kenmerk=kenmerk),
        afspraken=Afspraken(rentepercentage=None if percentage is None else Decimal(percentage)),
    )


def test_dossiers_that_contradict_each_other() -> None:
    with pytest.raises(NotatieFout, match="verschillen in afspraken"):
        voeg_samen([_dossier("F1"), _dossier("F2", percentage=8)])
    with pytest.raises(NotatieFout, match="«F1» staat er twee keer"):
        voeg_samen([_dossier("F1"), _dossier("F1")])
    ander = replace(_dossier("F2"), schuldeiser=Schuldeiser(naam="De Eik"))
    with pytest.raises(NotatieFout, match="verschillende schuldeisers"):
        voeg_samen([_dossier("F1"), ander])
    assert voeg_samen([_dossier("F1", kenmerk="k")]).brief.kenmerk == "k"
