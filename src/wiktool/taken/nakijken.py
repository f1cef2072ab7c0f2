"""Check letters: reading, dossier and rules joined.

The generator of letters and the checker do not know each other; in :func:`kijk_eigen_brief_na` a
letter that was just made meets the rules.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Nagekeken, Toetsgegevens
from wiktool.controle.register import REGELS
from wiktool.controle.toetser import toets
from wiktool.invoer.briefbestand import lees_brief, lees_brief_bytes
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from wiktool.brieven.model import Brief
    from wiktool.controle.model import Toetsing
    from wiktool.controle.regel import Regel
    from wiktool.kern.begrippen import Bezorgwijze, Briefsoort
    from wiktool.kern.dossier import Dossier

STDIN: Final = "-"
UITGANGEN: Final = frozenset(
    {".docx", ".docm", ".pdf", ".odt", ".html", ".htm", ".eml", ".txt", ".md"}
)
"""What is taken for a letter in a folder."""
_JOKERS: Final = frozenset("*?[")


def vind_brieven(namen: Iterable[str]) -> tuple[str, ...]:
    """The files to read: files as they are named, letters in folders, and patterns, in order.

    Raises:
        BestandFout: a folder without letters, or a pattern that fits nothing.
    """
    gevonden: list[str] = []
    for naam in namen:
        if naam == STDIN:
            gevonden.append(naam)
            continue
        pad = Path(naam)
        if pad.is_dir():
            gevonden += _in_map(pad)
        elif _JOKERS.intersection(naam) and not pad.exists():
            gevonden += _bij_patroon(naam)
        else:
            gevonden.append(naam)
    return tuple(dict.fromkeys(gevonden))


def _in_map(pad: Path) -> list[str]:
    brieven = sorted(kind for kind in pad.rglob("*") if _is_brief(kind))
    if not brieven:
        raise BestandFout(
            "in deze map staan geen brieven",
            doe=f"geef een map met {', '.join(sorted(UITGANGEN))}",
            plaats=str(pad),
        )
    return [str(kind) for kind in brieven]


def _is_brief(pad: Path) -> bool:
    """A readable file; not the lock file of a word processor, nor anything hidden."""
    return (
        pad.suffix.lower() in UITGANGEN and not pad.name.startswith(("~$", ".")) and pad.is_file()
    )


def _bij_patroon(patroon: str) -> list[str]:
    pad = Path(patroon)
    begin, rest = (Path(pad.anchor), pad.relative_to(pad.anchor)) if pad.anchor else (Path(), pad)
    treffers = sorted(kind for kind in begin.glob(str(rest)) if kind.is_file())
    if not treffers:
        raise BestandFout("geen bestand past bij dit patroon", plaats=patroon)
    return [str(kind) for kind in treffers]


def controleer_brief(
    bestand: Path | str, gegevens: Toetsgegevens, regels: Sequence[Regel] = REGELS
) -> Toetsing:
    """Read one letter and judge it.

    Args:
        bestand: a Word, pdf, OpenDocument, html, e-mail or text file; ``-`` for standard input.
        gegevens: what is known beside the letter; only the day of the check is needed.
        regels: the rules to choose from.

    Raises:
        BestandFout: the file cannot be read.
    """
    return toets(lees_brief(bestand), gegevens, regels)


def kijk_na(
    bestanden: Iterable[str], gegevens: Toetsgegevens, regels: Sequence[Regel] = REGELS
) -> Iterator[Nagekeken]:
    """Check letters one after the other; a file that cannot be read does not stop the rest."""
    for bestand in bestanden:
        try:
            brief = lees_brief(bestand)
        except BestandFout as fout:
            yield Nagekeken(bestand=bestand, fout=fout)
            continue
        yield Nagekeken(bestand=bestand, brief=brief, toetsing=toets(brief, gegevens, regels))


def kijk_eigen_brief_na(
    brief: Brief,
    *,
    soort: Briefsoort,
    verzonden: date,
    bezorging: Bezorgwijze,
    dossier: Dossier | None = None,
) -> Toetsing:
    """Check a letter that wiktool just made, by its text, as any other letter.

    Args:
        brief: the letter before it is laid out.
        soort: the kind it is meant to be.
        verzonden: the day it is sent.
        bezorging: how it is sent.
        dossier: to compare it with.
    """
    from wiktool.brieven.opmaak_tekst import als_tekst

    return toets(
        lees_brief_bytes(als_tekst(brief).encode(), naam="brief.txt"),
        Toetsgegevens(
            peildatum=verzonden,
            soort=soort,
            verzonden=verzonden,
            bezorging=bezorging,
            dossier=dossier,
        ),
    )
