"""The door for letters: any file a letter comes in, read to numbered paragraphs."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.invoer.bestand import STDIN, lees_bytes, lees_stdin
from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.pakket import Pakket
from wiktool.invoer.brief.soort import Bestandssoort, herken, is_pdf, is_zip, zipsoort
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiktool.invoer.brief.pdftaal import Antwoord
    from wiktool.kern.brieftekst import Brieftekst

_STROMEN: Final = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Pipes that the shell has opened already, ``<(…)`` among them."""


_SAMEN: Final = 32
_SAMEN_BYTES: Final = 4_000_000
"""Letters that are read before the first of them is given, and bytes of pdf files among them."""


@dataclass(frozen=True, slots=True)
class _Pdf:
    """A pdf file that waits to be opened with others; standard input has no name."""

    naam: str
    inhoud: bytes


def lees_brief(pad: Path | str, *, soort: Bestandssoort | None = None) -> Brieftekst:
    """Read a letter from a file, or from standard input for ``-``.

    Args:
        pad: the file.
        soort: what kind of file it is; recognised by its content where it is not given.

    Raises:
        BestandFout: missing, unreadable, damaged, encrypted, of an unknown kind, too large to be a
            letter, or without any text.
    """
    naam, inhoud = _haal(pad)
    with _met_plaats(naam):
        return lees_brief_bytes(inhoud, naam=naam, soort=soort)


def lees_brieven(paden: Iterable[str]) -> Iterator[tuple[str, Brieftekst | BestandFout]]:
    """Read letters in order: each with its path, as :func:`lees_brief` gives it or its error.

    A few are read before the first is given. The same work a few times over is faster than two
    kinds of work by turns, since the processor then has at hand what it needs; and the process that
    opens pdf files is asked about several at once.
    """
    stapel: list[tuple[str, Brieftekst | BestandFout | _Pdf]] = []
    wachtend = 0
    for pad in paden:
        brief = _lees_of_wacht(pad)
        stapel.append((pad, brief))
        wachtend += len(brief.inhoud) if isinstance(brief, _Pdf) else 0
        if len(stapel) == _SAMEN or wachtend > _SAMEN_BYTES:
            yield from _met_pdfs(stapel)
            stapel, wachtend = [], 0
    yield from _met_pdfs(stapel)


def _lees_of_wacht(pad: str) -> Brieftekst | BestandFout | _Pdf:
    """A letter, or why it cannot be read, or the pdf file that it is still in."""
    try:
        naam, inhoud = _haal(pad)
        if is_pdf(inhoud, naam):
            return _Pdf(naam, inhoud)
        with _met_plaats(naam):
            return lees_brief_bytes(inhoud, naam=naam)
    except BestandFout as fout:
        return fout


def _met_pdfs(
    stapel: list[tuple[str, Brieftekst | BestandFout | _Pdf]],
) -> list[tuple[str, Brieftekst | BestandFout]]:
    """The same letters, with what is in the pdf files."""
    from wiktool.invoer.brief import pdf

    antwoorden = iter(pdf.vraag([brief.inhoud for _, brief in stapel if isinstance(brief, _Pdf)]))
    return [
        (pad, _uit_pdf(next(antwoorden), brief.naam) if isinstance(brief, _Pdf) else brief)
        for pad, brief in stapel
    ]


def _uit_pdf(antwoord: Antwoord, naam: str) -> Brieftekst | BestandFout:
    from wiktool.invoer.brief import pdf

    try:
        with _met_plaats(naam):
            return _met_tekst(pdf.bouw(antwoord))
    except BestandFout as fout:
        return fout


def _haal(pad: Path | str) -> tuple[str, bytes]:
    """The name and the bytes of a file; standard input has no name.

    Raises:
        BestandFout: missing, unreadable, empty or too large.
    """
    naam = str(pad)
    if naam == STDIN:
        return "", lees_stdin(sys.stdin.buffer, grens=grenzen.BESTAND)
    _weiger_bijzondere(naam)
    return naam, lees_bytes(Path(pad), grens=grenzen.BESTAND)


@contextmanager
def _met_plaats(naam: str) -> Iterator[None]:
    """Say of what goes wrong in which file it does."""
    try:
        yield
    except BestandFout as fout:
        plek = naam or "standaardinvoer"
        if fout.plaats:
            plek = f"{plek}, {fout.plaats}"
        raise BestandFout(fout.melding, doe=fout.doe, plaats=plek) from fout


def lees_brief_bytes(
    inhoud: bytes, *, naam: str = "", soort: Bestandssoort | None = None
) -> Brieftekst:
    """Read a letter that is in memory; ``naam`` helps to tell plain text from Markdown or html.

    Raises:
        BestandFout: as :func:`lees_brief`.

    >>> lees_brief_bytes(b"Geachte heer Jansen,").alineas[0].tekst
    'Geachte heer Jansen,'
    """
    if soort is None and is_zip(inhoud):
        brief = _lees_zip(inhoud)
    else:
        brief = _lees(inhoud, soort or herken(inhoud, naam))
    return _met_tekst(brief)


def _met_tekst(brief: Brieftekst) -> Brieftekst:
    """The letter, where there is anything to read in it.

    Raises:
        BestandFout: there is not.
    """
    if not brief.alineas:
        raise BestandFout(
            "onleesbaar: geen tekst",
            doe="is het een scan of een foto? laat de tekst herkennen (OCR), of geef het origineel",
        )
    return brief


def _lees_zip(inhoud: bytes) -> Brieftekst:
    """Read a letter in a zip file, whose directory is read once for what it is and what it says."""
    delen = Pakket(inhoud)
    soort = zipsoort(delen)
    if soort is Bestandssoort.DOCX:
        from wiktool.invoer.brief import docx

        return docx.lees_pakket(delen)
    return _lees(inhoud, soort)


def _lees(inhoud: bytes, soort: Bestandssoort) -> Brieftekst:
    match soort:
        case Bestandssoort.DOCX:
            from wiktool.invoer.brief import docx

            return docx.lees(inhoud)
        case Bestandssoort.PDF:
            from wiktool.invoer.brief import pdf

            return pdf.lees(inhoud)
        case Bestandssoort.ODT:
            from wiktool.invoer.brief import odt

            return odt.lees(inhoud)
        case Bestandssoort.HTML:
            from wiktool.invoer.brief import html

            return html.lees(inhoud)
        case Bestandssoort.EML:
            from wiktool.invoer.brief import eml

            return eml.lees(inhoud, lees_bestand=_lees_bijlage)
        case Bestandssoort.MARKDOWN:
            from wiktool.invoer.brief import markdown

            return markdown.lees(inhoud)
        case Bestandssoort.TEKST:
            from wiktool.invoer.brief import tekst

            return tekst.lees(inhoud)


def _lees_bijlage(inhoud: bytes, naam: str) -> Brieftekst:
    """Read a file that came with an e-mail; a mail saved as a file is not searched any deeper.

    Raises:
        BestandFout: as :func:`lees_brief`.
    """
    soort = herken(inhoud, naam)
    if soort is Bestandssoort.EML:
        raise BestandFout("een e-mail in een e-mail wordt niet gelezen")
    return lees_brief_bytes(inhoud, naam=naam, soort=soort)


def _weiger_bijzondere(naam: str) -> None:
    """A pipe that nobody writes to, or a device, would keep the program waiting.

    Raises:
        BestandFout: the path is neither a file nor a folder.
    """
    if naam.startswith(_STROMEN):
        return
    try:
        aard = os.stat(naam).st_mode  # noqa: PTH116 - a Path takes longer than the question
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(aard) and not stat.S_ISDIR(aard):
        raise BestandFout(
            "dit is geen gewoon bestand",
            doe="geef de inhoud door met een pijp: … | wiktool controleer -",
            plaats=naam,
        )
