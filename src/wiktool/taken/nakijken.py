"""Check letters: reading, dossier and rules joined.

The generator of letters and the checker do not know each other; in :func:`kijk_eigen_brief_na` a
letter that was just made meets the rules.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Nagekeken, Toetsgegevens
from wiktool.controle.register import REGELS
from wiktool.controle.toetser import toets, toets_samen
from wiktool.invoer.briefbestand import lees_brief, lees_brieven
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from wiktool.brieven.model import Brief
    from wiktool.controle.model import Toetsing
    from wiktool.controle.regel import Regel
    from wiktool.kern.begrippen import Bezorgwijze, Briefsoort
    from wiktool.kern.brieftekst import Brieftekst
    from wiktool.kern.dossier import Dossier

    _Gelezen = tuple[str, Brieftekst | BestandFout]
    """A file and what is in it."""

STDIN: Final = "-"
UITGANGEN: Final = frozenset(
    {".docx", ".docm", ".pdf", ".odt", ".html", ".htm", ".eml", ".txt", ".md"}
)
"""What is taken for a letter in a folder."""
_NIET_GELEZEN: Final = frozenset({".doc", ".rtf", ".msg"})
"""What in a folder is a letter too, though it cannot be read: it is named, and not passed over."""
_SAMEN: Final = 32
"""Letters that are judged together."""
_TEKENS_SAMEN: Final = 200_000
"""Characters that are judged together, and of one letter more: words take far more room."""
_JOKERS: Final = frozenset("*?[")


def vind_brieven(namen: Iterable[str]) -> tuple[str, ...]:
    """The files to read: files as they are named, letters in folders, and patterns, in order.

    A folder without letters and a pattern that fits nothing keep their name, so that
    :func:`kijk_na` can say so in their place and read the rest.
    """
    gevonden: list[str] = []
    for naam in namen:
        pad = Path(naam)
        if naam == STDIN:
            gevonden.append(naam)
        elif pad.is_dir():
            gevonden += _in_map(pad) or [naam]
        elif _is_patroon(naam):
            gevonden += _bij_patroon(pad) or [naam]
        else:
            gevonden.append(naam)
    return tuple(dict.fromkeys(gevonden))


def _is_patroon(naam: str) -> bool:
    return not _JOKERS.isdisjoint(naam) and not Path(naam).exists()


def _in_map(pad: Path) -> list[str]:
    return [str(kind) for kind in sorted(pad.rglob("*")) if _is_brief(kind)]


def _is_brief(pad: Path) -> bool:
    return pad.suffix.lower() in UITGANGEN | _NIET_GELEZEN and _telt_mee(pad)


def _telt_mee(pad: Path) -> bool:
    """A file; not the lock file of a word processor, nor anything hidden."""
    return not pad.name.startswith(("~$", ".")) and pad.is_file()


def _bij_patroon(pad: Path) -> list[str]:
    begin, rest = (Path(pad.anchor), pad.relative_to(pad.anchor)) if pad.anchor else (Path(), pad)
    try:
        treffers = sorted(begin.glob(str(rest)))
    except ValueError:  # a pattern that pathlib does not know, as a**b
        return []
    return [str(kind) for kind in treffers if _telt_mee(kind)]


def _verklaard(fout: BestandFout, bestand: str) -> BestandFout:
    """The same error, or a clearer one where the name stands for no letter at all."""
    if bestand != STDIN and Path(bestand).is_dir():
        return BestandFout(
            "in deze map staan geen brieven",
            doe=f"geef een map met {', '.join(sorted(UITGANGEN))}",
            plaats=bestand,
        )
    if _is_patroon(bestand):
        return BestandFout("geen bestand past bij dit patroon", plaats=bestand)
    return fout


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
    """Check letters in order, a few together; one that cannot be read does not stop the rest."""
    for stapel in _stapels(lees_brieven(bestanden)):
        leesbaar = [brief for _, brief in stapel if not isinstance(brief, BestandFout)]
        toetsingen = iter(toets_samen(leesbaar, gegevens, regels))
        for bestand, brief in stapel:
            if isinstance(brief, BestandFout):
                yield Nagekeken(bestand=bestand, fout=_verklaard(brief, bestand))
            else:
                yield Nagekeken(bestand=bestand, brief=brief, toetsing=next(toetsingen))


def _stapels(gelezen: Iterable[_Gelezen]) -> Iterator[list[_Gelezen]]:
    """Letters to be judged together: not many, and no more text than is soon read."""
    stapel: list[_Gelezen] = []
    tekens = 0
    for bestand, brief in gelezen:
        stapel.append((bestand, brief))
        if not isinstance(brief, BestandFout):
            tekens += sum([len(alinea.tekst) for alinea in brief.alineas])
        if len(stapel) == _SAMEN or tekens > _TEKENS_SAMEN:
            yield stapel
            stapel, tekens = [], 0
    yield stapel


def kijk_eigen_brief_na(
    brief: Brief,
    *,
    soort: Briefsoort,
    verzonden: date,
    bezorging: Bezorgwijze,
    dossier: Dossier | None = None,
) -> Toetsing:
    """Check a letter that wiktool just made, by its paragraphs, as any other letter.

    Args:
        brief: the letter before it is laid out.
        soort: the kind it is meant to be.
        verzonden: the day it is sent.
        bezorging: how it is sent.
        dossier: to compare it with.
    """
    from wiktool.brieven.opmaak_tekst import als_brieftekst

    return toets(
        als_brieftekst(brief),
        Toetsgegevens(
            peildatum=verzonden,
            soort=soort,
            verzonden=verzonden,
            bezorging=bezorging,
            dossier=dossier,
        ),
    )
