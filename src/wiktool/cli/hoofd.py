"""Where the program starts, and the only place that turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from wiktool.kern.fouten import (
    DossierFout,
    GebruiksFout,
    NotatieFout,
    Weigering,
    WiktoolFout,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

KLAAR: Final = 0
BEVINDINGEN: Final = 1
VERKEERD_GEBRUIK: Final = 2
NIET_MOGELIJK: Final = 3
ZELF_NAKIJKEN: Final = 4
BUG: Final = 70
ONDERBROKEN: Final = 130
PIJP_DICHT: Final = 141
"""As a shell reports a program that SIGPIPE ended (``wiktool … | head``)."""

_ERNST: Final = (BUG, NIET_MOGELIJK, BEVINDINGEN, ZELF_NAKIJKEN, KLAAR)
_UITGEBREID: Final = "--uitgebreid"


def hoofd(argumenten: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no exception leaves this function."""
    woorden = list(sys.argv[1:] if argumenten is None else argumenten)
    grens = woorden.index("--") if "--" in woorden else len(woorden)
    uitgebreid = _UITGEBREID in woorden[:grens]
    woorden = [w for w in woorden[:grens] if w != _UITGEBREID] + woorden[grens:]
    try:
        _open_gesloten_stromen()
        _bereid_stromen_voor()
        code = _voer_uit(woorden)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _zeg("wiktool: onderbroken")
        return ONDERBROKEN
    except BrokenPipeError:
        _dempt_stdout()
        return PIJP_DICHT
    except WiktoolFout as fout:
        meld(fout)
        return afsluitcode(fout)
    except MemoryError:
        _zeg("wiktool: fout: te weinig geheugen voor deze invoer")
        return NIET_MOGELIJK
    except OSError as fout:
        return _bestandsfout(fout)
    except Exception as fout:  # noqa: BLE001, RUF100 - the last resort: a bug, one line
        if uitgebreid:
            raise
        _zeg(
            f"wiktool: bug: {type(fout).__name__}: {' '.join(str(fout).split())[:200]}\n"
            f"  doe: meld dit met de opdracht en de uitvoer van dezelfde opdracht met {_UITGEBREID}"
        )
        return BUG
    return code


def afsluitcode(fout: WiktoolFout) -> int:
    """The exit code of an error of our own family.

    >>> afsluitcode(NotatieFout("«x» is geen bedrag"))
    2
    """
    if isinstance(fout, NotatieFout | GebruiksFout):
        return VERKEERD_GEBRUIK
    if isinstance(fout, Weigering):
        return BEVINDINGEN
    return NIET_MOGELIJK


def ernstigste(codes: Sequence[int]) -> int:
    """The exit code of a run over several files or rows: 70 > 3 > 1 > 4 > 0.

    >>> ernstigste([0, 4, 1]), ernstigste([])
    (1, 0)
    """
    return min(codes, key=_ERNST.index, default=KLAAR)


def meld(fout: WiktoolFout) -> None:
    """Say on stderr what is wrong, where, and what to do."""
    soort = "geweigerd" if isinstance(fout, Weigering) else "fout"
    regels = [f"wiktool: {soort}: {fout}"]
    if isinstance(fout, Weigering):
        regels.append(f"  bron: {fout.aanhaling}")
    if isinstance(fout, DossierFout):
        regels += [f"  - {gebrek}" for gebrek in fout.gebreken]
    if fout.doe:
        regels.append(f"  doe: {fout.doe}")
    _zeg("\n".join(regels))


def _voer_uit(woorden: list[str]) -> int:
    # typer is imported here, so that Ctrl-C during start-up is caught as well
    from wiktool.cli.aanvulling import VARIABELE, beantwoord
    from wiktool.cli.app import opdrachten
    from wiktool.cli.nederlands import Abort, Exit, TyperException, vertaal

    groep = opdrachten()
    if VARIABELE in os.environ:
        beantwoord(groep, woorden)
    try:
        with groep.make_context("wiktool", woorden) as ctx:
            code = groep.invoke(ctx)
    except Exit as einde:
        code = einde.exit_code
    except Abort:
        raise KeyboardInterrupt from None
    except TyperException as fout:
        raise vertaal(fout) from None
    return code if isinstance(code, int) else KLAAR


def _open_gesloten_stromen() -> None:
    """A stream that the caller closed (``<&-``, ``>&-``) is empty, refuses, or says nothing.

    Python leaves None there, and the next file that is opened would get its number.
    """
    for naam, vlag, wijze in (
        ("stdin", os.O_RDONLY, "r"),
        ("stdout", os.O_RDONLY, "w"),  # a result that nobody gets is an error
        ("stderr", os.O_WRONLY, "w"),
    ):
        if getattr(sys, naam) is None:
            nummer = os.open(os.devnull, vlag)
            setattr(sys, naam, open(nummer, wijze, encoding="utf-8"))  # noqa: SIM115, PTH123


def _bereid_stromen_voor() -> None:
    """Programs get UTF-8; a terminal gets what it can show."""
    for stroom in (sys.stdout, sys.stderr):
        herstel = getattr(stroom, "reconfigure", None)
        if herstel is None:
            continue
        if stroom.isatty():
            herstel(errors="replace")
        else:
            herstel(encoding="utf-8")


def _bestandsfout(fout: OSError) -> int:
    from wiktool.kern.fouten import BestandFout, systeemreden

    plaats = str(fout.filename) if fout.filename is not None else ""
    meld(BestandFout(f"lezen of schrijven lukt niet: {systeemreden(fout)}", plaats=plaats))
    try:
        sys.stdout.flush()
    except OSError:
        _dempt_stdout()
    return NIET_MOGELIJK


def _dempt_stdout() -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return


def _zeg(tekst: str) -> None:
    try:
        print(in_de_breedte(tekst), file=sys.stderr)  # noqa: T201
    except OSError:
        return


def in_de_breedte(tekst: str) -> str:
    """Broken between words on a terminal; left whole for programs."""
    if not sys.stderr.isatty():
        return tekst
    import shutil
    import textwrap

    breedte = shutil.get_terminal_size().columns
    regels = []
    for regel in tekst.splitlines():
        inspring = " " * (len(regel) - len(regel.lstrip()) + 4)
        regels += textwrap.wrap(
            regel,
            breedte,
            subsequent_indent=inspring,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(regels)
