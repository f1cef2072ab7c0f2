"""A letter as it was read: paragraphs with their place, whatever file they came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Rol(StrEnum):
    """Where in the letter a paragraph stands."""

    HOOFDTEKST = "hoofdtekst"
    TABEL = "tabel"
    KOPTEKST = "koptekst"
    VOETTEKST = "voettekst"
    VOETNOOT = "voetnoot"
    TEKSTVAK = "tekstvak"
    CITAAT = "citaat"
    """Quoted from an earlier letter or from general terms; not the letter's own demand."""


class Alinea(NamedTuple):
    r"""One paragraph, or one table row with its cells parted by tabs.

    Attributes:
        nummer: counted from 1 over the whole letter.
        tekst: its text; line breaks inside the paragraph are kept as ``\n``.
        regel: the first line in a plain-text file, counted from 1; None elsewhere.
        bladzijde: the page in a PDF, counted from 1; None elsewhere.
    """

    nummer: int
    tekst: str
    rol: Rol = Rol.HOOFDTEKST
    regel: int | None = None
    bladzijde: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brieftekst:
    """A whole letter.

    Attributes:
        onderwerp: the subject of an e-mail; empty elsewhere.
        verzonden: the sending date an e-mail header gives, ISO; empty elsewhere.
        bijlage: the attachment of an e-mail that holds the letter; empty elsewhere.
        ongelezen: what the reader of the letter sees but wiktool could not read (a page that is a
            picture, an attachment), each in one Dutch sentence.
    """

    alineas: tuple[Alinea, ...]
    onderwerp: str = ""
    verzonden: str = ""
    ongelezen: tuple[str, ...] = ()
    bijlage: str = ""

    @property
    def tekst(self) -> str:
        """The paragraphs, parted by blank lines."""
        return "\n\n".join(alinea.tekst for alinea in self.alineas)
