"""Rubbish is looked for seldom while letters go through, and as before when they have gone."""

from __future__ import annotations

import gc
import weakref

import pytest

from wiktool.taken.opruimen import zelden_opruimen


class Kring:
    """An object that holds on to itself."""

    def __init__(self) -> None:
        self.zelf = self


def mislukt() -> None:
    """Something that goes wrong while letters go through."""
    with zelden_opruimen():
        assert gc.get_threshold()[0] > 10_000
        assert gc.get_freeze_count() > 0
        raise KeyError


def test_what_was_set_is_set_again_also_when_it_goes_wrong() -> None:
    drempels = gc.get_threshold()
    with pytest.raises(KeyError):
        mislukt()
    assert gc.get_threshold() == drempels
    assert gc.get_freeze_count() == 0


def test_cycles_that_are_made_are_still_found() -> None:
    with zelden_opruimen():
        weg = weakref.ref(Kring())
        gc.collect()
    assert weg() is None
