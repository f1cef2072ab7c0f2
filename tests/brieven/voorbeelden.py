"""The example dossiers, and the letters that can be made of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wiktool.invoer.dossierbestand import lees_dossier
from wiktool.kern.begrippen import Briefsoort, Taal, Toon
from wiktool.kern.fouten import Weigering
from wiktool.taken.briefmaken import kies_brief, maak_brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.kern.dossier import Dossier
    from wiktool.taken.briefmaken import Gemaakt

VOORBEELDEN = Path(__file__).parents[2] / "docs" / "voorbeelden"
NAMEN = sorted(pad.stem for pad in (VOORBEELDEN / "dossiers").glob("*.toml"))


@cache
def dossier(naam: str) -> Dossier:
    pad = VOORBEELDEN / "dossiers" / f"{naam}.toml"
    return lees_dossier(pad if pad.exists() else VOORBEELDEN / f"{naam}.toml")


@cache
def brief(
    naam: str,
    soort: Briefsoort = Briefsoort.WIK,
    toon: Toon | None = None,
    taal: Taal | None = None,
    *,
    toch: bool = False,
) -> Gemaakt:
    feiten = dossier(naam)
    assert feiten.brief.datum
    keuzes = kies_brief(feiten, soort, datum=feiten.brief.datum, toon=toon, taal=taal)
    return maak_brief(feiten, keuzes, toch=toch)


@cache
def mogelijke_brieven() -> tuple[tuple[str, Briefsoort], ...]:
    """Every example with every kind of letter that may be made of it."""

    def vind() -> Iterator[tuple[str, Briefsoort]]:
        for naam in (*NAMEN, "praktijk", "na_de_brief", "zakelijk"):
            for soort in Briefsoort:
                try:
                    brief(naam, soort)
                except Weigering:
                    continue
                yield naam, soort

    return tuple(vind())


ALLE = [(naam, soort) for naam, soort in mogelijke_brieven()]
"""All of them, for parametrize."""
TALEN_EN_TONEN = [(taal, toon) for taal in Taal for toon in Toon]
