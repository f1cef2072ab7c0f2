"""The small parts of the vocabulary: errors, percentages, the text of a letter."""

from decimal import Decimal

import pytest

from wiktool.kern.brieftekst import Alinea, Brieftekst
from wiktool.kern.fouten import DossierFout, NotatieFout, Weigering, WiktoolFout
from wiktool.kern.percentage import lees_percentage


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [("0", "0"), ("100", "100"), ("100,0000", "100"), (" 8,5 % ", "8.5"), ("12.25%", "12.25")],
)
def test_percentages_up_to_a_hundred(tekst: str, waarde: str) -> None:
    assert lees_percentage(tekst) == Decimal(waarde)


@pytest.mark.parametrize("tekst", ["100,0001", "101", "999"])
def test_more_than_a_hundred_is_refused(tekst: str) -> None:
    with pytest.raises(NotatieFout, match=f"«{tekst}» is meer dan 100%"):
        lees_percentage(tekst)


@pytest.mark.parametrize(
    "tekst", ["", "-5", "+5", "1e1", "NaN", "8,12345", "1000", "٨", "8,", ",5", "8 5"]
)
def test_other_notations_are_refused(tekst: str) -> None:
    with pytest.raises(NotatieFout, match="is geen percentage") as fout:
        lees_percentage(tekst)
    assert fout.value.doe


def test_a_letter_is_its_paragraphs() -> None:
    brief = Brieftekst(
        alineas=(Alinea(nummer=1, tekst="Geachte heer,"), Alinea(nummer=2, tekst="Betaal."))
    )
    assert brief.tekst == "Geachte heer,\n\nBetaal."
    assert Brieftekst(alineas=()).tekst == ""


def test_errors_say_where_and_what_to_do() -> None:
    fout = WiktoolFout("het gaat mis", doe="doe iets anders", plaats="a.toml")
    assert (str(fout), fout.melding, fout.doe) == (
        "a.toml: het gaat mis",
        "het gaat mis",
        "doe iets anders",
    )
    assert str(WiktoolFout("het gaat mis")) == "het gaat mis"


def test_a_dossier_error_keeps_all_faults() -> None:
    fout = DossierFout("twee gebreken", gebreken=("a", "b"), doe="verbeter", plaats="d.toml")
    assert fout.gebreken == ("a", "b")
    assert (str(fout), fout.doe) == ("d.toml: twee gebreken", "verbeter")
    assert DossierFout("geen").gebreken == ()


def test_a_refusal_carries_its_gate_and_its_source() -> None:
    fout = Weigering("nee", doe="wacht", code="te-vroeg", aanhaling="art. 6:96 lid 6 BW")
    assert (fout.melding, fout.doe) == ("nee", "wacht")
    assert (fout.code, fout.aanhaling) == ("te-vroeg", "art. 6:96 lid 6 BW")
