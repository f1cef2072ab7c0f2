"""How letters look: logo, colour, and the window of the envelope."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from wiktool.brieven.opmaak_word import DOCUMENT, INHOUDSOORTEN, Wordsjabloon, zoek_plaatjes
from wiktool.brieven.sjablonen import sjablonenmap, vertrouwde_omgeving
from wiktool.brieven.venster import Vak, Venster, kies_venster
from wiktool.kern.begrippen import Taal
from wiktool.kern.fouten import BestandFout

if TYPE_CHECKING:
    from collections.abc import Callable

BRIEFPAPIER: Final = "briefpapier.docx"
ACCENT: Final = "#1F3A5F"
EERSTE_KOP: Final = "word/header1.xml"
"""The letterhead of our own paper, and of what is made of it."""
MAX_LOGO: Final = 2_000_000
LOGOVAK: Final = (50.0, 18.0)
"""Width and height in millimetres within which a logo is put, its proportions kept."""

_EMU: Final = 36000
_TWIPS: Final = 1440 / 25.4
_KADER: Final = re.compile(r"<w:framePr[^>]*/>")
_LOGO_MAAT: Final = re.compile(r'(<(?:wp:extent|a:ext) )cx="\d+" cy="\d+"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisstijl:
    """The look of the letters.

    Attributes:
        logo: a PNG or JPEG image; empty for the name in letters.
        kleur: the accent colour as ``#rrggbb``.
        venster: which window the address must fit.
        overlay: draw the window, to try it out.
        sjabloon: the user's own Word template; empty for the built-in paper.
        sjabloonnaam: its name, for errors.
    """

    logo: bytes = b""
    kleur: str = ACCENT
    venster: str = ""
    overlay: bool = False
    sjabloon: bytes = b""
    sjabloonnaam: str = ""

    @property
    def vak(self) -> Venster:
        """The window."""
        return kies_venster(self.venster)


@dataclass(frozen=True, slots=True)
class Beeld:
    """The kind of an image and its size in pixels."""

    soort: str
    breedte: int
    hoogte: int

    def passend(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The largest size within a box that keeps the proportions.

        >>> Beeld("png", 100, 100).passend(50, 18)
        (18.0, 18.0)
        """
        factor = min(breedte / self.breedte, hoogte / self.hoogte)
        return self.breedte * factor, self.hoogte * factor


def lees_beeld(inhoud: bytes, plaats: str = "logo") -> Beeld:
    """Recognise a PNG or JPEG image.

    Raises:
        BestandFout: another kind, a damaged image, or one that is too large.
    """
    if len(inhoud) > MAX_LOGO:
        raise BestandFout(
            f"de afbeelding is {len(inhoud) / 1e6:.0f} MB",
            doe=f"verklein haar tot onder {MAX_LOGO // 1_000_000} MB",
            plaats=plaats,
        )
    try:
        if inhoud.startswith(b"\x89PNG\r\n\x1a\n"):
            breedte, hoogte = struct.unpack(">II", inhoud[16:24])
            beeld = Beeld("png", breedte, hoogte)
        elif inhoud.startswith(b"\xff\xd8\xff"):
            beeld = _lees_jpeg(inhoud)
        else:
            raise BestandFout(
                "dit is geen PNG- of JPEG-afbeelding", doe="bewaar het logo als .png", plaats=plaats
            )
    except (struct.error, IndexError):
        beeld = Beeld("", 0, 0)
    if not (0 < beeld.breedte < 20_000 and 0 < beeld.hoogte < 20_000):
        raise BestandFout(
            "de afbeelding is beschadigd", doe="bewaar het logo opnieuw als .png", plaats=plaats
        )
    return beeld


def _lees_jpeg(inhoud: bytes) -> Beeld:
    """Walk over the segments of a JPEG to the one that holds its size."""
    plaats = 2
    while True:
        merk, lengte = inhoud[plaats + 1], struct.unpack_from(">H", inhoud, plaats + 2)[0]
        if 0xC0 <= merk <= 0xCF and merk not in (0xC4, 0xC8, 0xCC):
            hoogte, breedte = struct.unpack_from(">HH", inhoud, plaats + 5)
            return Beeld("jpeg", breedte, hoogte)
        plaats += 2 + lengte


@lru_cache(maxsize=8)
def woordsjabloon(stijl: Huisstijl, taal: Taal) -> Wordsjabloon:
    """The Word template of a house style, compiled once.

    Our own paper runs as it is, a template of the user in the sandbox.

    Raises:
        SjabloonFout: the user's template is no Word file, or has a tag that cannot be read.
    """
    if stijl.sjabloon:
        from wiktool.brieven.zandbak import Zandbak

        aankleden = aankleding(stijl, taal, eigen=True)
        return Wordsjabloon(stijl.sjabloon, stijl.sjabloonnaam, Zandbak(), aankleden)
    papier = (sjablonenmap() / BRIEFPAPIER).read_bytes()
    aankleden = aankleding(stijl, taal, eigen=False)
    return Wordsjabloon(papier, BRIEFPAPIER, vertrouwde_omgeving(), aankleden, vertrouwd=True)


def aankleding(stijl: Huisstijl, taal: Taal, *, eigen: bool) -> Callable[[dict[str, bytes]], None]:
    """The changes a house style makes to the parts of a template before it is compiled.

    Args:
        stijl: the house style.
        taal: the language of the letter, for the spelling checker and the screen reader.
        eigen: the template is the user's own: what the style does not name stays as it is.
    """

    def bewerk(delen: dict[str, bytes]) -> None:
        if stijl.venster or not eigen:
            _plaats_adres(delen, stijl.vak)
        if stijl.overlay:
            _teken_venster(delen, stijl.vak.venster)
        if stijl.kleur != ACCENT:
            _verf(delen, stijl.kleur.removeprefix("#").upper())
        if stijl.logo:
            _zet_logo(delen, stijl.logo)
        _zet_taal(delen, taal)
        _zet_datum(delen)

    return bewerk


def _bewerk_xml(delen: dict[str, bytes], naam: str, bewerking: Callable[[str], str]) -> None:
    if naam in delen:
        delen[naam] = bewerking(delen[naam].decode()).encode()


def _plaats_adres(delen: dict[str, bytes], venster: Venster) -> None:
    """Move the frames of the address and of the date to their place."""
    adres, y = venster.tekst, venster.tekst.y
    gegevens = Vak(venster.gegevens, y, 50, adres.hoogte)

    def plaats(alinea: re.Match[str]) -> str:
        vak = gegevens if '"Gegeven' in alinea[0] or "gegeven" in alinea[0] else adres
        return _KADER.sub(_kader(vak), alinea[0])

    alineas = re.compile(r"<w:p[ >](?:(?!</w:p>).)*<w:framePr(?:(?!</w:p>).)*</w:p>", re.DOTALL)
    _bewerk_xml(delen, DOCUMENT, lambda xml: alineas.sub(plaats, xml))


def _teken_venster(delen: dict[str, bytes], gat: Vak) -> None:
    """Draw the window of the envelope on the first page, dashed and red."""
    maten = {
        "margin-left": gat.x,
        "margin-top": gat.y,
        "width": gat.breedte,
        "height": gat.hoogte,
    }
    plaats = ";".join(f"{naam}:{maat:g}mm" for naam, maat in maten.items())
    rechthoek = (
        f'<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;'
        f"{plaats};mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
        '" filled="f" strokecolor="red"><v:stroke dashstyle="dash"/></v:rect></w:pict></w:r>'
    )

    def teken(xml: str) -> str:
        voor, einde, na = xml.rpartition("</w:p>")
        return f"{voor}{rechthoek}{einde}{na}"

    _bewerk_xml(delen, EERSTE_KOP, teken)


def _kader(vak: Vak) -> str:
    x, y, w, h = (round(maat * _TWIPS) for maat in (vak.x, vak.y, vak.breedte, vak.hoogte))
    return (
        f'<w:framePr w:w="{w}" w:h="{h}" w:hRule="atLeast" w:hSpace="0" w:vSpace="142" '
        f'w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="{y}"/>'
    )


def _verf(delen: dict[str, bytes], kleur: str) -> None:
    oud = ACCENT.removeprefix("#").encode()
    for naam, inhoud in delen.items():
        if naam.endswith(".xml") and oud in inhoud:
            delen[naam] = inhoud.replace(oud, kleur.encode())


def _zet_logo(delen: dict[str, bytes], logo: bytes) -> None:
    """Size the picture named ``logo`` to the proportions of the logo that will fill it."""
    beeld = lees_beeld(logo)
    breedte, hoogte = beeld.passend(*LOGOVAK)
    _hernoem_logo(delen, beeld.soort)
    maat = rf'\1cx="{round(breedte * _EMU)}" cy="{round(hoogte * _EMU)}"'

    def pas_aan(tekening: re.Match[str]) -> str:
        return _LOGO_MAAT.sub(maat, tekening[0]) if 'name="logo"' in tekening[0] else tekening[0]

    tekening = re.compile(r"<w:drawing>.*?</w:drawing>", re.DOTALL)
    for naam in list(delen):
        if naam.startswith("word/") and naam.endswith(".xml"):
            _bewerk_xml(delen, naam, lambda xml: tekening.sub(pas_aan, xml))


def _hernoem_logo(delen: dict[str, bytes], soort: str) -> None:
    """Give the part of the logo the extension of its kind, and tell Word what that is."""
    oud = zoek_plaatjes(delen).get("logo", "")
    stam, _, extensie = oud.rpartition(".")
    if not oud or extensie == soort:
        return
    nieuw = f"{stam}.{soort}"
    delen[nieuw] = delen.pop(oud)
    van, naar = (f'/{naam.rpartition("/")[2]}"' for naam in (oud, nieuw))
    for naam in delen:
        if naam.endswith(".rels"):
            delen[naam] = delen[naam].replace(van.encode(), naar.encode())
    soorten = delen[INHOUDSOORTEN].decode()
    if f'Extension="{soort}"' not in soorten:
        regel = f'<Default Extension="{soort}" ContentType="image/{soort}"/>'
        delen[INHOUDSOORTEN] = soorten.replace("<Default ", f"{regel}<Default ", 1).encode()


def _zet_taal(delen: dict[str, bytes], taal: Taal) -> None:
    if taal is Taal.EN:
        _bewerk_xml(delen, "word/styles.xml", lambda xml: xml.replace('"nl-NL"', '"en-GB"'))


def _zet_datum(delen: dict[str, bytes]) -> None:
    """The file is dated as the letter is, not as the template was."""
    tijd = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
    _bewerk_xml(delen, "docProps/core.xml", lambda xml: tijd.sub(r"\1{{ tijdstempel }}", xml))
