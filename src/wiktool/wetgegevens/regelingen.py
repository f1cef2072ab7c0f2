"""The statutes and judgments that may be cited, and how a citation is written."""

from __future__ import annotations

import tomllib
from functools import cache
from os.path import dirname, join
from typing import Any

from wiktool.kern.bron import Bewijs, Bron


@cache
def regelingen() -> dict[str, dict[str, str]]:
    """Every known statute, decree and judgment by its key.

    >>> regelingen()["bw"]["bwb"]
    'BWBR0005289'
    """
    with open(join(dirname(__file__), "regelingen.toml"), "rb") as bestand:
        return tomllib.load(bestand)


@cache
def bron(
    regeling: str,
    artikel: str | None = None,
    lid: str | None = None,
    *,
    bewijs: Bewijs | None = None,
) -> Bron:
    """Cite an article or a judgment.

    How well it is known is what ``regelingen.toml`` says of it, unless ``bewijs`` says otherwise.

    Raises:
        KeyError: the key is not in ``regelingen.toml``: a fault of the program.

    >>> bron("bw", "6:96", "6").aanhaling
    'art. 6:96 lid 6 BW'
    >>> bron("hr-2016-2704").url
    'https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2016:2704'
    """
    gegevens = regelingen()[regeling]
    delen = [f"art. {artikel}"] if artikel else []
    if lid:
        delen.append(f"lid {lid}")
    naam = gegevens["naam"] if delen or gegevens["soort"] != "uitspraak" else gegevens["kort"]
    return Bron(
        aanhaling=" ".join([*delen, naam]),
        url=gegevens["url"],
        bewijs=bewijs or Bewijs(gegevens.get("bewijs", Bewijs.PRIMAIR)),
    )


def lees_bron(gegevens: dict[str, Any], bewijs: Bewijs) -> Bron:
    """The citation a table gives as ``{ regeling = …, artikel = …, lid = … }``."""
    return bron(gegevens["regeling"], gegevens.get("artikel"), gegevens.get("lid"), bewijs=bewijs)
