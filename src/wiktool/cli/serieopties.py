"""How ``wiktool serie`` reads its options: forms, folder, columns, numbers and parts."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from wiktool.cli import opties
from wiktool.kern.fouten import GebruiksFout, NotatieFout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wiktool.invoer.tabel.kolommen import Veld
    from wiktool.taken.formaten import Formaat

UITVOER: Final = (opties.JSONL, opties.CSV)
"""Forms of ``--formaat`` that are results on stdout, not letters."""
_DEEL: Final = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
_MEESTE_WERKERS: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Formaten:
    """The form of the letters, and of the results on stdout; empty for none there."""

    brief: Formaat
    uitkomst: str


def kies_formaten(namen: list[str] | None, *, een_pdf: bool) -> Formaten:
    """Part the form of the letters from that of the results.

    Raises:
        GebruiksFout: two of a kind, or one pdf asked for of letters that are none.
    """
    from wiktool.taken.formaten import Formaat

    gekozen = [opties.kies(naam, (*Formaat, *UITVOER), "--formaat") for naam in namen or ()]
    brief = [naam for naam in gekozen if naam not in UITVOER]
    uitkomst = [naam for naam in gekozen if naam in UITVOER]
    if len(brief) > 1 or len(uitkomst) > 1:
        raise GebruiksFout(
            f"--formaat {' en '.join(gekozen)} gaan niet samen",
            doe="kies één formaat voor de brieven, en zo nodig jsonl of csv voor de uitkomst",
        )
    vorm = Formaat(brief[0]) if brief else Formaat.PDF if een_pdf else Formaat.DOCX
    if een_pdf and vorm is not Formaat.PDF:
        raise GebruiksFout(
            f"--een-pdf en --formaat {vorm} gaan niet samen", doe="laat --formaat weg"
        )
    return Formaten(brief=vorm, uitkomst=uitkomst[0] if uitkomst else "")


def kies_map(uit: str | None, formaten: Formaten, *, droogloop: bool) -> Path | None:
    """The folder; None where nothing is to be written.

    Raises:
        GebruiksFout: no folder, and nothing that goes without one.
    """
    if droogloop or (uit is None and formaten.uitkomst):
        return None
    if uit is None:
        raise GebruiksFout(
            "waar moeten de brieven heen?", doe="geef --uit MAP, of --droogloop om eerst te kijken"
        )
    return Path(uit)


def vul_kolommen_aan() -> list[str]:
    """What ``--kolom`` can begin with."""
    from wiktool.invoer.tabel.kolommen import Veld

    return [f"{veld}=" for veld in Veld]


def kolomoptie(naam: str, hulp: str) -> object:
    """An option that tells which column holds what; more than one may be given."""
    return typer.Option(naam, metavar="NAAM=KOP", help=hulp, autocompletion=vul_kolommen_aan)


def lees_kolommen(teksten: list[str] | None) -> Mapping[Veld, str]:
    """The columns the user named, as ``openstaand=Saldo``.

    Raises:
        NotatieFout: no such field, or no heading.
    """
    from wiktool.invoer.tabel.kolommen import lees_aanwijzing

    return dict(map(lees_aanwijzing, teksten or ()))


def lees_aantal(tekst: str | None, naam: str, *, hoogstens: int) -> int | None:
    """A whole number from 1 on; None when it was not given.

    Raises:
        NotatieFout: no number, or out of range.
    """
    if tekst is None:
        return None
    if not (tekst.isascii() and tekst.isdigit() and 1 <= int(tekst[:12]) <= hoogstens):
        raise NotatieFout(
            f"«{tekst}» is geen aantal", doe=f"geef een getal van 1 tot en met {hoogstens}",
            plaats=naam,
        )  # fmt: skip
    return int(tekst)


def lees_werkers(tekst: str | None) -> int:
    """How many processes; as many as there are processors when it was not given.

    Raises:
        NotatieFout: no number, or more than is sensible.
    """
    return lees_aantal(tekst, "--werkers", hoogstens=_MEESTE_WERKERS) or _processoren()


def lees_deel(tekst: str | None) -> tuple[int, int]:
    """Which part of how many, as ``3/8``; the whole when it was not given.

    Raises:
        NotatieFout: another notation, or a part that is not there.
    """
    if tekst is None:
        return 1, 1
    vorm = _DEEL.fullmatch(tekst)
    if vorm is None or not 1 <= int(vorm[1]) <= int(vorm[2]):
        raise NotatieFout(
            f"«{tekst}» is geen deel", doe="schrijf bijvoorbeeld 3/8", plaats="--deel"
        )
    return int(vorm[1]), int(vorm[2])


def _processoren() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # pragma: no cover - not on every system
        return os.cpu_count() or 1
