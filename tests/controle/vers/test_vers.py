"""Letters the checker was not made for: what it says of them, and what it is known to miss."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from tests.controle.hulp import codes
from tests.controle.vers import verzameling

if TYPE_CHECKING:
    from wiktool.controle.model import Toetsing

ALLE = verzameling.gevallen()
OORDELEN = {"voldoet", "voldoet_niet", "niet_te_beoordelen"}


@cache
def _toets(plek: int) -> Toetsing:
    return ALLE[plek].toets()


def _met(wat: str, heeft: str) -> list[Any]:
    """The cases that are labelled for this, those known to be missed as strict failures."""
    return [
        pytest.param(
            plek,
            id=geval.naam,
            marks=[pytest.mark.xfail(strict=True, reason=reden)] if reden else [],
        )
        for plek, geval in enumerate(ALLE)
        if heeft in geval.kop and not (wat == "code" and geval.gemist("oordeel"))
        for reden in (geval.gemist(wat),)
    ]


@pytest.mark.parametrize("plek", _met("oordeel", "oordeel"))
def test_the_verdict_is_that_of_the_label(plek: int) -> None:
    toetsing = _toets(plek)
    assert toetsing.oordeel.value == ALLE[plek].oordeel, codes(toetsing)


@pytest.mark.parametrize("plek", _met("code", "codes"))
def test_one_of_the_labelled_codes_is_named(plek: int) -> None:
    genoemd = {code for groep in codes(_toets(plek)) for code in groep}
    assert genoemd & ALLE[plek].codes


@pytest.mark.parametrize("plek", _met("soort", "soort"))
def test_the_kind_of_letter_is_known(plek: int) -> None:
    assert _toets(plek).soort.value == ALLE[plek].kop["soort"]


def test_no_void_text_is_called_good() -> None:
    ten_onrechte = {
        geval.naam
        for plek, geval in enumerate(ALLE)
        if geval.oordeel == "voldoet_niet" and _toets(plek).oordeel.value == "voldoet"
    }
    assert ten_onrechte == set()


@pytest.mark.parametrize("naam", ["a", "b"])
def test_half_of_a_set_is_right_and_every_verdict_occurs(naam: str) -> None:
    gevallen = [*verzameling.passages(naam), *verzameling.brieven(naam)]
    geteld = Counter(geval.oordeel for geval in gevallen)
    assert set(geteld) == OORDELEN
    assert len(gevallen) >= 80
    assert abs(geteld["voldoet"] / len(gevallen) - 0.5) < 0.1


def test_two_thirds_of_the_blind_letters_are_void() -> None:
    geteld = Counter(geval.oordeel for geval in verzameling.brieven("d"))
    assert geteld == {"voldoet": 20, "voldoet_niet": 40}


def test_names_are_unique() -> None:
    namen = [geval.naam for geval in ALLE]
    assert len(set(namen)) == len(namen)
