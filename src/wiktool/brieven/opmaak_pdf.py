"""The letter as PDF: tagged, archivable (PDF/A-2a) and accessible (PDF/UA-1), made by typst.

One compiler is kept for all letters of a house style; a letter is data it gets as input.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any, Final
from weakref import finalize

from wiktool.brieven.beeld import LOGOVAK, lees_beeld
from wiktool.brieven.briefcontext import afzendergegevens
from wiktool.brieven.model import Blok, Bloksoort, in_groepen
from wiktool.brieven.opmaak_tekst import (
    betaalregels,
    kenmerken,
    ondertekening,
    specificatiekop,
    tabelrijen,
    voetregels,
)
from wiktool.brieven.qr import als_matrix, als_svg, betaalcode
from wiktool.brieven.sjablonen import sjablonenmap
from wiktool.brieven.woorden import woorden
from wiktool.kern.fouten import BestandFout, NietMogelijk, SjabloonFout

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typst

    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.brieven.model import Brief
    from wiktool.brieven.venster import Vak
    from wiktool.brieven.waarden import Factuurregel, Waarden

OPMAAK: Final = "brief.typ"
LETTER: Final = "Arimo"
"""The font of the letter: as wide as the Arial of the Word letter, so that both break their lines
alike (docs/keuzes/0018-letter-van-de-brief)."""
_LETTERMAP: Final = Path(__file__).with_name("letters")
"""The plain and the bold one; made when wiktool is built (beheer/letters.py)."""
_NORMEN: Final[list[Any]] = ["a-2a", "ua-1"]
_als_tekst: Final = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode
"""JSON, which typst reads as data, and of a text also as its own."""
_DRADEN: Final = "RAYON_NUM_THREADS"
"""The variable that says in how many threads typst works; it is read once, at its first work."""
_ONTOONBAAR: Final = re.compile(r'text `"(.+?)"` could not be displayed')
_SMAL, _MIDDEN, _BREED = 17, 41, 61
"""Characters of a word too long for a column of the table, for the address, for a line."""
_LANG_WOORD: Final = {
    aantal: re.compile(rf"[^\s\-/\u200b]{{{aantal},}}") for aantal in (_SMAL, _MIDDEN, _BREED)
}
_REGELS: Final = 6
_LANGE_NAAM, _LANGE_GEGEVENS, _LANG_ADRES, _KOPREGEL = 120, 240, 150, 200
"""Characters; beyond these the letterhead and the address are set smaller, as in the Word letter,
and the line on later pages is cut."""
_NUMMERKOLOM, _KOLOM = 127, 68
"""Points; the columns of the table of invoices: the first, and those of days and amounts."""
_VET: Final = 10
"""Points; bold letters of nine are no wider than plain ones of ten."""
_HOOGSTENS, _MEER = 0.56, 0.5
"""How wide most characters are at most, as part of their height, and how much more the others."""
_SMAL_TEKEN: Final = re.compile("[ -$'-*,-/0-9:;a-ln-vx-z\xa0\u20ac]+")
_VREEMD: Final = re.compile("[^ -~\xa0-\xff\u20ac]")
"""Characters of which the width is not known here."""
_EEN_BLAD, _BEGIN = b"<</Type/Pages/Count 1/", 200
"""What says near the beginning of a pdf that it has one page."""
_KORT: Final = 3650
"""Characters of the data of a letter that seems to fit on one page: a guess, which costs only time
where it is wrong."""
_TEKENS: Final = 40
"""An address within these bounds surely fits the window; a larger one is measured."""


def als_pdf(brief: Brief, stijl: Huisstijl) -> bytes:
    """The letter as PDF/A-2a and PDF/UA-1; the same letter gives the same bytes.

    Raises:
        NietMogelijk: a character that no font at hand can show.
        SjabloonFout: the layout is broken.
    """
    zetter = _zetter(stijl)
    gegevens, tekening = _gegevens(brief, stijl, zetter.logo), _codetekening(brief.waarden)
    return zetter.zet(gegevens, tekening, _tijdstempel(brief.waarden))


class _Zetter:
    """A typst compiler with its fonts, and a folder for the logo.

    A letter is a new main text that calls the layout with the letter's data, so that typst can keep
    what it has set before (data through ``sys.inputs`` would make it set everything anew).
    """

    def __init__(self, stijl: Huisstijl) -> None:
        import typst

        self.logo: dict[str, Any] | None = None
        map_ = sjablonenmap()
        if stijl.logo:
            map_ = Path(mkdtemp(prefix="wiktool-"))
            finalize(self, shutil.rmtree, map_, ignore_errors=True)
            shutil.copy(sjablonenmap() / OPMAAK, map_ / OPMAAK)
            beeld = lees_beeld(stijl.logo)
            bestand = f"logo.{beeld.soort}"
            (map_ / bestand).write_bytes(stijl.logo)
            self.logo = {"bestand": bestand, "breedte": beeld.passend(*LOGOVAK)[0]}
        self._compiler = typst.Compiler(
            root=str(map_), font_paths=lettertypen(), ignore_system_fonts=True
        )
        with _een_draad():
            self._compiler.compile(input=b"", format="pdf")

    def zet(self, gegevens: dict[str, Any], tekening: str, moment: datetime) -> bytes:
        """Typeset one letter: one that is short as one page first, which need not be counted."""
        tekst = _als_tekst(gegevens)
        delen = f"json(bytes({_als_tekst(tekst)})), {_als_tekst(tekening)}"
        if len(tekst) < _KORT:
            pdf = self._zet(f"{delen}, een_blad: true", moment)
            if _EEN_BLAD in pdf[:_BEGIN]:
                return pdf
        return self._zet(delen, moment)

    def _zet(self, delen: str, moment: datetime) -> bytes:
        import typst

        bron = f'#import "/{OPMAAK}": brief\n#brief({delen})'
        try:
            pdf = self._compiler.compile(
                input=bron.encode(), format="pdf", pdf_standards=_NORMEN, timestamp=moment
            )
        except typst.TypstError as fout:
            raise _vertaal(fout) from fout
        assert isinstance(pdf, bytes)  # noqa: S101 - one file is asked for
        return pdf


@lru_cache(maxsize=4)
def _zetter(stijl: Huisstijl) -> _Zetter:
    return _Zetter(stijl)


@contextmanager
def _een_draad() -> Iterator[None]:
    """Have typst begin with one thread, unless the user chose otherwise.

    More threads have nothing to share in one letter, and cost time handing it over. Nothing but the
    environment tells typst; other libraries and programs must not find the variable in it later.
    """
    if _DRADEN in os.environ:
        yield
        return
    os.environ[_DRADEN] = "1"
    try:
        yield
    finally:
        os.environ.pop(_DRADEN, None)


@lru_cache(maxsize=1)
def lettertypen() -> typst.Fonts:
    """The fonts of the letter and nothing of the machine, so that a letter is the same everywhere.

    Raises:
        SjabloonFout: the font of the letter is not there; typst itself would only warn.
    """
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(_LETTERMAP)],
    )
    if LETTER not in fonts.families():  # pragma: no cover - a broken installation
        raise SjabloonFout(
            "het lettertype van de brief ontbreekt", doe="installeer wiktool opnieuw"
        )
    return fonts


def _vertaal(fout: typst.TypstError) -> Exception:
    """A character without a glyph is the user's to mend; anything else is the layout's fault."""
    melding = fout.message
    if "could not be displayed" in melding or "not displayable" in melding:
        teken = _ONTOONBAAR.search(melding)
        return NietMogelijk(
            "de brief bevat tekens die geen lettertype hier kent"
            + (f": «{teken[1]}»" if teken else ""),
            doe="kies .docx: Word gebruikt de lettertypen van uw computer",
        )
    if "failed to decode image" in melding:
        return BestandFout("het logo is beschadigd", doe="bewaar het opnieuw als .png")
    return SjabloonFout(f"{OPMAAK}: {melding}", doe="meld dit als u dat bestand niet wijzigde")


def _tijdstempel(waarden: Waarden) -> datetime:
    return datetime.fromisoformat(waarden.datum_iso).replace(tzinfo=UTC)


def _gegevens(brief: Brief, stijl: Huisstijl, logo: dict[str, Any] | None) -> dict[str, Any]:
    waarden, venster = brief.waarden, stijl.vak
    woord = woorden(waarden.taal)
    jaar, maand, dag = map(int, waarden.datum_iso.split("-"))
    adresregels = waarden.schuldenaar.adresregels
    contact = afzendergegevens(waarden)
    return {
        "taal": waarden.taal.value,
        "datum": {"year": jaar, "month": maand, "day": dag},
        "kleur": stijl.kleur,
        "overlay": _vak(venster.venster) if stijl.overlay else None,
        "venster": {
            **_vak(venster.tekst),
            "gegevens": venster.gegevens,
            "tekstbegin": venster.tekstbegin,
        },
        "meten": len(adresregels) > _REGELS or max(map(len, adresregels)) > _TEKENS,
        "logo": logo,
        "afzender": _breekbaar(waarden.afzender.naam, _BREED),
        "afzendergegevens": [_breekbaar(regel, _MIDDEN) for regel in contact],
        "lang_adres": sum(map(len, adresregels)) > _LANG_ADRES,
        "lange_naam": len(waarden.afzender.naam) > _LANGE_NAAM,
        "lange_gegevens": sum(map(len, contact)) > _LANGE_GEGEVENS,
        "retour": _breekbaar(waarden.afzender.adres_op_een_regel, _BREED),
        "adresregels": [_breekbaar(regel, _MIDDEN) for regel in adresregels],
        "briefgegevens": [
            {"naam": naam, "waarde": _breekbaar(w, _SMAL)} for naam, w in kenmerken(waarden)
        ],
        "titel": brief.onderwerp,
        "auteur": waarden.afzender.naam,
        "onderwerp": _breekbaar(brief.onderwerp, _BREED),
        "kopregel": _breekbaar(_kopregel(brief), _BREED),
        "voetregels": voetregels(waarden),
        "bladzijde": (woord["bladzijde"], woord["van"]),
        "groepen": [[_als_waarde(blok) for blok in groep] for groep in in_groepen(brief.blokken)],
        "facturen": _facturen(waarden),
        "specificatiekop": specificatiekop(waarden),
        "specificatie": [
            {
                "omschrijving": regel.omschrijving,
                "toelichting": regel.toelichting,
                "bedrag": regel.bedrag,
                "is_totaal": regel.is_totaal,
            }
            for regel in waarden.specificatie
        ],
        "betaling": [(naam, _breekbaar(w, _MIDDEN)) for naam, w in betaalregels(waarden)],
        "codetekst": {"uitleg": woord["scan_uitleg"], "onderschrift": woord["scan"]},
        "ondertekening": [_breekbaar(regel, _BREED) for regel in ondertekening(waarden)],
    }


def _kopregel(brief: Brief) -> str:
    """The line above later pages, cut off where it would run off the sheet."""
    waarden = brief.waarden
    regel = " · ".join(filter(None, (waarden.afzender.naam, brief.onderwerp, waarden.kenmerk)))
    return regel if len(regel) <= _KOPREGEL else f"{regel[:_KOPREGEL]}…"


@lru_cache(maxsize=256)
def _breekbaar(tekst: str, lang: int) -> str:
    """A text in which a word without end may be broken anywhere; others stay as they are."""
    if len(tekst) < lang or max(map(len, tekst.split()), default=0) < lang:
        return tekst
    return _LANG_WOORD[lang].sub(lambda woord: "\u200b".join(woord[0]), tekst)


def _vak(vak: Vak) -> dict[str, float]:
    return {"x": vak.x, "y": vak.y, "breedte": vak.breedte, "hoogte": vak.hoogte}


def _als_waarde(blok: Blok) -> dict[str, Any]:
    waarde = {"soort": blok.soort.value, "delen": _als_stukken(blok)}
    return {**waarde, "taal": blok.taal} if blok.taal else waarde


def _als_stukken(blok: Blok) -> str | list[str]:
    """The text itself, or its pieces: every second one bold."""
    if not any(deel.vet for deel in blok.delen):
        return _breekbaar(blok.tekst, _BREED)
    stukken: list[str] = []
    for deel in blok.delen:
        if deel.vet != bool(len(stukken) % 2):
            stukken.append("")
        stukken.append(_breekbaar(deel.tekst, _BREED))
    return stukken


def _facturen(waarden: Waarden) -> dict[str, Any]:
    kop, *_, totaal = tabelrijen(Bloksoort.FACTUREN, waarden)
    return {
        "kop": kop,
        "rijen": [
            (
                {
                    "nummer": _breekbaar(regel.nummer, _SMAL),
                    "omschrijving": _breekbaar(regel.omschrijving, _SMAL),
                },
                regel.factuurdatum,
                regel.vervaldatum,
                regel.bedrag,
                regel.betaald,
                regel.openstaand,
            )
            for regel in waarden.facturen
        ],
        "totaal": totaal,
        "regels": [
            *map(_regels, waarden.facturen),
            int(all(_past(cel, _VET, _KOLOM) for cel in totaal)),
        ],
    }


def _regels(regel: Factuurregel) -> int:
    """How many lines a row surely takes; 0 where typst must measure it."""
    cellen = (regel.factuurdatum, regel.vervaldatum, regel.bedrag, regel.betaald, regel.openstaand)
    past = (
        all(_past(cel, 9, _KOLOM) for cel in cellen)
        and _past(regel.nummer, 9, _NUMMERKOLOM)
        and _past(regel.omschrijving, 8, _NUMMERKOLOM)
    )
    return 0 if not past else 2 if regel.omschrijving else 1


@lru_cache(maxsize=256)
def _past(tekst: str, punten: int, breedte: int) -> bool:
    """Whether a text surely fits on a line of so many points: a bound, not a measure.

    >>> _past("2026-0017", 9, _KOLOM), _past("MWMWMWMW", 9, _KOLOM), _past("\u2e3b", 9, _KOLOM)
    (True, False, False)
    """
    breed = len(_SMAL_TEKEN.sub("", tekst))
    return punten * (_HOOGSTENS * len(tekst) + _MEER * breed) < breedte and (
        not breed or _VREEMD.search(tekst) is None
    )


def _codetekening(waarden: Waarden) -> str:
    """The payment code; empty for a letter without one."""
    code = betaalcode(waarden)
    return "" if code is None else als_svg(als_matrix(code))
