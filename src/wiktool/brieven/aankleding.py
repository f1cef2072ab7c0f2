"""A house style put on a Word template, before the template is compiled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from wiktool.brieven.beeld import LOGOVAK, lees_beeld
from wiktool.brieven.docxpakket import relaties_van
from wiktool.brieven.huisstijl import ACCENT, Huisstijl
from wiktool.brieven.opmaak_word import DOCUMENT, INHOUDSOORTEN, zoek_plaatjes
from wiktool.brieven.venster import Vak, Venster
from wiktool.kern.begrippen import Taal

if TYPE_CHECKING:
    from collections.abc import Callable

_EMU: Final = 36000
_TWIPS: Final = 1440 / 25.4
_ONDER_KADER: Final = 3.5
"""Millimetres between a frame and the letters below it: its own margin, and that of the line."""
_KADER: Final = re.compile(r"<w:framePr[^>]*/>")
_MET_KADER: Final = re.compile(
    r"<w:p[ >](?:(?!</w:p>).)*<w:framePr(?:(?!</w:p>).)*</w:p>", re.DOTALL
)
_KOP: Final = re.compile(r"<w:headerReference\b[^>]*>")
_KOPSOORT: Final = re.compile(r'w:type="(\w+)"')
_KOPNAAM: Final = re.compile(r'r:id="([^"]+)"')
_LICHAAM: Final = re.compile(r"<w:body[^>]*>")
_ADRES: Final = re.compile(r'"(?:Adres|Langadres|Retouradres)"|adresregels')
_GEGEVENS: Final = re.compile(r'"Gegeven|gegeven')
_TEKENING: Final = re.compile(r"<w:drawing>.*?</w:drawing>", re.DOTALL)
_LOGO_MAAT: Final = re.compile(r'(<(?:wp:extent|a:ext) )cx="\d+" cy="\d+"')
_TIJD: Final = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


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
    tekst, y = venster.tekst, venster.tekst.y
    hoogte = venster.tekstbegin - y - _ONDER_KADER
    adres = Vak(tekst.x, y, tekst.breedte, hoogte)
    gegevens = Vak(venster.gegevens, y, 50, hoogte)

    def plaats(alinea: re.Match[str]) -> str:
        if _GEGEVENS.search(alinea[0]):
            return _KADER.sub(_kader(gegevens), alinea[0])
        return _KADER.sub(_kader(adres), alinea[0]) if _ADRES.search(alinea[0]) else alinea[0]

    _bewerk_xml(delen, DOCUMENT, lambda xml: _MET_KADER.sub(plaats, xml))


def _teken_venster(delen: dict[str, bytes], gat: Vak) -> None:
    """Draw the window of the envelope on the first page, dashed and red.

    It hangs in the head of that page; a template without one gets a line of no height for it.
    """
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

    def teken_vooraan(xml: str) -> str:
        regel = (
            '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
        )
        return _LICHAAM.sub(lambda begin: f"{begin[0]}<w:p>{regel}{rechthoek}</w:p>", xml, count=1)

    kop = _eerste_kop(delen)
    _bewerk_xml(delen, kop or DOCUMENT, teken if kop else teken_vooraan)


def _eerste_kop(delen: dict[str, bytes]) -> str:
    """The head of the first page, else that of all pages; empty where there is none.

    Word processors number the heads as they like, so only the document says which is which.
    """
    koppen: dict[str, str] = {}
    for verwijzing in _KOP.findall(delen[DOCUMENT].decode()):
        soort, naam = _KOPSOORT.search(verwijzing), _KOPNAAM.search(verwijzing)
        if soort and naam:
            koppen.setdefault(soort[1], naam[1])
    relatie = koppen.get("first") or koppen.get("default", "")
    return relaties_van(delen, DOCUMENT).get(relatie, "")


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

    for naam in list(delen):
        if naam.startswith("word/") and naam.endswith(".xml"):
            _bewerk_xml(delen, naam, lambda xml: _TEKENING.sub(pas_aan, xml))


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
    _bewerk_xml(delen, "docProps/core.xml", lambda xml: _TIJD.sub(r"\1{{ tijdstempel }}", xml))
