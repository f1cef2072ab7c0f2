"""The fixed words around a letter, from ``templates/woorden.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from wiktool.brieven.sjablonen import sjablonenmap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiktool.kern.begrippen import Bezorgwijze, Taal


@cache
def _alle() -> dict[str, dict[str, str | dict[str, str]]]:
    with (sjablonenmap() / "woorden.toml").open("rb") as bestand:
        return tomllib.load(bestand)


@cache
def woorden(taal: Taal) -> Mapping[str, str]:
    """The labels in a language.

    >>> from wiktool.kern.begrippen import Taal
    >>> woorden(Taal.EN)["hoofdsom"]
    'Principal'
    """
    return {naam: woord for naam, woord in _alle()[taal].items() if isinstance(woord, str)}


def termijnzin(taal: Taal, bezorging: Bezorgwijze) -> str:
    """The fourteen days in the words of the courts.

    Bron: HR 25 november 2016, ECLI:NL:HR:2016:2704.

    >>> from wiktool.kern.begrippen import Bezorgwijze, Taal
    >>> termijnzin(Taal.NL, Bezorgwijze.POST)
    'binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd'
    """
    zinnen = _alle()[taal]["termijn"]
    assert isinstance(zinnen, dict)  # noqa: S101 - our own file
    return zinnen[bezorging]
