"""The formats of a letter and who makes them; each layout is imported only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.invoer.instellingen import Formaat
from wiktool.kern.fouten import GebruiksFout

__all__ = ["MET_SJABLOON", "OP_EEN_SCHERM", "Formaat", "kies_formaat", "maak_op"]

if TYPE_CHECKING:
    from pathlib import Path

    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.brieven.model import Brief


OP_EEN_SCHERM: Final = frozenset({Formaat.TXT, Formaat.MD, Formaat.HTML})
"""The formats a terminal can show."""
MET_SJABLOON: Final = frozenset({Formaat.DOCX, Formaat.PDF})
"""The formats a user's own Word template makes; for the others it has no say."""


def kies_formaat(uit: Path | None, formaat: Formaat | None) -> Formaat:
    """The format asked for: the option, else the extension of the file, else text.

    Raises:
        GebruiksFout: an unknown extension, or one that contradicts the option.

    >>> kies_formaat(None, None).value
    'txt'
    """
    if uit is None:
        return formaat or Formaat.TXT
    extensie = uit.suffix.lower().removeprefix(".")
    bekend = ", ".join(f".{soort}" for soort in Formaat)
    if extensie not in set(Formaat):
        if formaat is not None:
            return formaat
        raise GebruiksFout(
            f"«{uit.suffix or uit.name}» is geen formaat voor een brief", doe=f"kies {bekend}"
        )
    if formaat is not None and formaat != extensie:
        raise GebruiksFout(
            f"--formaat {formaat} en de extensie .{extensie} spreken elkaar tegen",
            doe="laat --formaat weg of geef het bestand een andere extensie",
        )
    return Formaat(extensie)


def maak_op(brief: Brief, formaat: Formaat, stijl: Huisstijl | None = None) -> bytes:
    """Lay the letter out; the same letter gives the same bytes.

    Raises:
        SjabloonFout: a template is broken.
        NietMogelijk: a PDF of a text that no font at hand can show, or of a user's own template
            without LibreOffice.
    """
    if formaat in (Formaat.TXT, Formaat.MD):
        from wiktool.brieven import opmaak_tekst

        maak = opmaak_tekst.als_tekst if formaat is Formaat.TXT else opmaak_tekst.als_markdown
        return maak(brief).encode()
    return _in_huisstijl(brief, formaat, stijl)


def _in_huisstijl(brief: Brief, formaat: Formaat, stijl: Huisstijl | None) -> bytes:
    from wiktool.brieven.huisstijl import Huisstijl

    stijl = stijl or Huisstijl()
    if formaat is Formaat.DOCX:
        from wiktool.brieven.wordbrief import als_docx

        return als_docx(brief, stijl)
    if formaat is Formaat.PDF and stijl.sjabloon:
        from wiktool.brieven.wordbrief import als_docx
        from wiktool.taken.kantoorpakket import docx_naar_pdf

        return docx_naar_pdf(als_docx(brief, stijl))
    if formaat is Formaat.PDF:
        from wiktool.brieven.opmaak_pdf import als_pdf

        return als_pdf(brief, stijl)
    if formaat is Formaat.HTML:
        from wiktool.brieven.opmaak_html import als_html

        return als_html(brief, stijl).encode()
    from wiktool.brieven.opmaak_eml import als_eml

    return als_eml(brief, stijl)
