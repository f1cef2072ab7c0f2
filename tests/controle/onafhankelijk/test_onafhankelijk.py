"""The checker against an independent reading of the law (issue 5, item 7).

The labels were written from the law and the contract, without sight of the checker. Only labels
that are `zeker` are asserted; `matrix.py` shows all the rest.
"""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from oordelen import brieven, controleer, passages

sys.path.pop(0)

if TYPE_CHECKING:
    from oordelen import Geval, Uitslag

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("wiktool.cli.controleer") is None,
    reason="wiktool.cli.controleer does not exist yet: there is no checker to judge",
)

GEVALLEN = {geval.naam: geval for geval in brieven() + passages()}


def _zeker(oordeel: str | None = None) -> list[str]:
    return [
        naam
        for naam, geval in GEVALLEN.items()
        if geval.zeker and (oordeel is None or geval.oordeel == oordeel)
    ]


@cache
def _uitslag(naam: str) -> Uitslag:
    uitslag = controleer(GEVALLEN[naam])
    assert not uitslag.fout, uitslag.fout
    return uitslag


def _zin(geval: Geval) -> str:
    return f"{geval.naam}: {geval.waarom}\n\n{geval.tekst}"


@pytest.mark.parametrize("naam", _zeker("voldoet_niet"))
def test_no_void_letter_is_called_good(naam: str) -> None:
    assert _uitslag(naam).oordeel != "voldoet", _zin(GEVALLEN[naam])


@pytest.mark.parametrize("naam", _zeker("voldoet"))
def test_no_right_letter_is_faulted(naam: str) -> None:
    assert not _uitslag(naam).fouten, _zin(GEVALLEN[naam])


@pytest.mark.parametrize("naam", _zeker())
def test_verdict_is_that_of_the_label(naam: str) -> None:
    geval = GEVALLEN[naam]
    assert _uitslag(naam).oordeel in geval.goed, _zin(geval)
