"""What is said when a notation is refused, word for word: what is wrong, and what to write."""

import errno
from collections.abc import Callable

import pytest

from wiktool.kern.datum import lees_datum
from wiktool.kern.fouten import DossierFout, NotatieFout, WiktoolFout, systeemreden
from wiktool.kern.geld import lees_bedrag, lees_hoofdsom
from wiktool.kern.percentage import lees_percentage

VORMEN = "schrijf bijvoorbeeld 1234,56 of 1.234,56"
NUL_OF_MEER = "geef een bedrag van nul of meer"
DATUM = "schrijf 2026-11-21 of 21-11-2026"


@pytest.mark.parametrize(
    ("lees", "tekst", "melding", "doe"),
    [
        (lees_bedrag, "", "«» is leeg, er staat geen bedrag", VORMEN),
        (lees_bedrag, "€", "«€» is leeg, er staat geen bedrag", VORMEN),
        (lees_bedrag, "EUR", "«EUR» is geen bedrag", VORMEN),
        (lees_bedrag, "EURO 5", "«EURO 5» is geen bedrag", VORMEN),
        (lees_bedrag, "X5", "«X5» is geen bedrag", VORMEN),
        (lees_bedrag, "X USD 5", "«X USD 5» is geen bedrag", VORMEN),
        (lees_bedrag, "1.abc.def", "«1.abc.def» is geen bedrag", VORMEN),
        (lees_bedrag, "5X", "«5X» is geen bedrag", VORMEN),
        # an em space and a vertical tab are no spaces of ours
        (lees_bedrag, "\u20035", "«\u20035» is geen bedrag", VORMEN),
        (lees_bedrag, "€\u20035", "«€\u20035» is geen bedrag", VORMEN),
        (lees_bedrag, "EUR\x0b5", "«EUR\x0b5» is geen bedrag", VORMEN),
        (lees_bedrag, "-5", "«-5» is negatief", NUL_OF_MEER),
        (lees_bedrag, "5-", "«5-» is negatief", NUL_OF_MEER),
        (lees_bedrag, "45-", "«45-» is negatief", NUL_OF_MEER),
        (
            lees_bedrag,
            "12345678901234",
            "«12345678901234» heeft meer dan 13 cijfers voor de komma",
            "controleer het bedrag",
        ),
        (
            lees_bedrag,
            "1234,567",
            "«1234,567» heeft meer dan twee decimalen",
            "rond af op hele centen",
        ),
        (lees_bedrag, "1.250", "«1.250» is dubbelzinnig: 1250,00 of 1,25?", "schrijf 1250 of 1,25"),
        (lees_bedrag, "1.200", "«1.200» is dubbelzinnig: 1200,00 of 1,20?", "schrijf 1200 of 1,20"),
        (
            lees_bedrag,
            "1,234",
            "«1,234» is dubbelzinnig: 1234,00 of 1,234?",
            "schrijf 1234 of 1,23",
        ),
        (
            lees_bedrag,
            "100.000",
            "«100.000» is dubbelzinnig: 100000,00 of 100,00?",
            "schrijf 100000 of 100,00",
        ),
        (lees_hoofdsom, "0", "«0» is nul: er is geen vordering", "geef een bedrag boven nul"),
        (lees_datum, "21/11/2026", "«21/11/2026» is geen datum", DATUM),
        (lees_datum, "2026-1-2", "«2026-1-2» is geen datum", DATUM),
        (lees_datum, "2026-02-29", "«2026-02-29»: die dag bestaat niet", DATUM),
        (lees_percentage, "veel", "«veel» is geen percentage", "schrijf bijvoorbeeld 15 of 8,5"),
        (lees_percentage, "100,01", "«100,01» is meer dan 100%", "controleer het percentage"),
    ],
)
def test_says_what_is_wrong_and_what_to_write(
    lees: Callable[[str], object], tekst: str, melding: str, doe: str
) -> None:
    with pytest.raises(NotatieFout) as fout:
        lees(tekst)
    assert (fout.value.melding, fout.value.doe, fout.value.plaats) == (melding, doe, "")


@pytest.mark.parametrize(
    "tekst", ["EUR40", "eur 40", "EUR 40,00", "€40", "€\u202f40,-", "\t40\r\n"]
)
def test_the_euro_and_the_spaces_that_are_read(tekst: str) -> None:
    assert str(lees_bedrag(tekst)) == "40.00"


@pytest.mark.parametrize(
    ("nummer", "reden"),
    [
        (errno.ENOENT, "het bestaat niet"),
        (errno.EACCES, "geen toestemming"),
        (errno.ENOTEMPTY, f"het systeem weigert (code {errno.ENOTEMPTY})"),
        (None, "het systeem weigert (code None)"),
    ],
)
def test_why_the_system_refused(nummer: int | None, reden: str) -> None:
    fout = OSError("buiten het systeem om")
    fout.errno = nummer
    assert systeemreden(fout) == reden


def test_noughts_in_front_are_no_digits_too_many() -> None:
    assert str(lees_bedrag("00000000000001,00")) == "1.00"


def test_an_error_says_its_place_only_when_it_has_one() -> None:
    assert str(WiktoolFout("te veel")) == "te veel"
    assert str(WiktoolFout("te veel", plaats="a.toml")) == "a.toml: te veel"
    kaal = WiktoolFout("te veel")
    assert (kaal.args, kaal.melding, kaal.doe, kaal.plaats) == (("te veel",), "te veel", "", "")
    fout = DossierFout("twee gebreken", gebreken=("een", "twee"))
    assert (fout.doe, fout.plaats, fout.gebreken) == ("", "", ("een", "twee"))
