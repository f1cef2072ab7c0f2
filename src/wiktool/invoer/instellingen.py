"""The user's settings, ``wiktool.toml``: who the creditor is, and how letters should look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wiktool.invoer.bestand import MEGABYTE, als_utf8, lees_bytes
from wiktool.invoer.dossierbestand import lees_toml
from wiktool.invoer.dossierdelen import lees_afspraken, lees_incassobureau, lees_schuldeiser
from wiktool.invoer.sectie import Gebreken, Sectie
from wiktool.kern.dossier import Bezorgwijze, Taal, Toon
from wiktool.kern.fouten import NotatieFout

if TYPE_CHECKING:
    from wiktool.kern.dossier import Schuldeiser

BESTANDSNAAM: Final = "wiktool.toml"
_KENMERKEN: Final = ("kvk", "btw_nummer", "iban")
_KLEUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")


class Formaat(StrEnum):
    """The formats of a letter."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TXT = "txt"
    MD = "md"
    EML = "eml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisstijl:
    """How letters look.

    Attributes:
        logo: an image; None for none.
        kleur: the accent colour as ``#rrggbb``; empty for the template's own.
        venster: which window envelope; the letter layer knows the names.
        sjabloon: the user's own Word template; None for the built-in one.
    """

    logo: Path | None = None
    kleur: str = ""
    venster: str = ""
    sjabloon: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instellingen:
    """What ``wiktool.toml`` says; empty where there is none.

    Attributes:
        pad: the file; None when there is none.
        delen: the sections that complete a dossier, as the file gives them, already checked.
        formaat: the format of letters where nothing else is asked.
    """

    pad: Path | None = None
    delen: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    formaat: Formaat | None = None
    huisstijl: Huisstijl = Huisstijl()

    @property
    def schuldeiser(self) -> Schuldeiser | None:
        """The creditor; None when the file names none."""
        if "schuldeiser" not in self.delen:
            return None
        return lees_schuldeiser(Sectie(self.delen["schuldeiser"], "schuldeiser", Gebreken()))

    def vul_aan(self, gegevens: Mapping[str, object]) -> dict[str, object]:
        """Complete the data of a dossier; what the dossier says wins.

        The creditor is completed only when it is the same one: no name in the dossier, the same
        name, or a KvK number, VAT number or IBAN in common. The account of one creditor must
        never end up in the letter of another.

        >>> eigen = Instellingen(delen={"schuldeiser": {"naam": "De Linde", "plaats": "Utrecht"}})
        >>> eigen.vul_aan({"schuldeiser": {"naam": "de linde", "kvk": "12345678"}})["schuldeiser"]
        {'naam': 'de linde', 'plaats': 'Utrecht', 'kvk': '12345678'}
        >>> eigen.vul_aan({"schuldeiser": {"naam": "De Eik"}})["schuldeiser"]
        {'naam': 'De Eik'}
        """
        aangevuld = dict(gegevens)
        namen = set(self.delen)
        if self._is_een_ander(gegevens.get("schuldeiser")):
            namen -= {"schuldeiser", "afspraken"}
        for naam in namen:
            van_dossier = gegevens.get(naam)
            if van_dossier is None or isinstance(van_dossier, Mapping):
                aangevuld[naam] = {**self.delen[naam], **_ingevuld(van_dossier or {})}
        return aangevuld

    def _is_een_ander(self, genoemd: object) -> bool:
        """Whether the dossier's creditor is another one than ours."""
        eigen = self.delen.get("schuldeiser")
        if not eigen or not isinstance(genoemd, Mapping) or not _kern(genoemd.get("naam")):
            return False
        return not any(
            _kern(genoemd.get(sleutel)) and _kern(genoemd.get(sleutel)) == _kern(eigen.get(sleutel))
            for sleutel in ("naam", *_KENMERKEN)
        )


def zoek_instellingen(werkmap: Path | None = None) -> Instellingen:
    """Read ``wiktool.toml`` of the working folder, or else of the user's configuration folder.

    Raises:
        BestandFout: the file cannot be read or is no TOML.
        DossierFout: the file has faults; all are named with their place.
    """
    for map_ in (werkmap or Path.cwd(), gebruikersmap()):
        pad = map_ / BESTANDSNAAM
        if pad.exists():
            return lees_instellingen(pad)
    return Instellingen()


def gebruikersmap() -> Path:
    """The folder of the user's own configuration."""
    from platformdirs import user_config_path

    return user_config_path("wiktool")


def lees_instellingen(pad: Path) -> Instellingen:
    """Read a settings file.

    Raises:
        BestandFout: the file cannot be read or is no TOML.
        DossierFout: the file has faults; all are named with their place.
    """
    plaats = str(pad)
    gegevens = lees_toml(als_utf8(lees_bytes(pad, grens=MEGABYTE), plaats), plaats)
    gebreken = Gebreken()
    bestand = Sectie(gegevens, "", gebreken)
    instellingen = _lees(bestand, pad)
    bestand.sluit()
    gebreken.stop_bij_gebreken("de instellingen hebben gebreken", plaats, "verbeter dit bestand")
    return instellingen


def _lees(bestand: Sectie, pad: Path) -> Instellingen:
    if schuldeiser := bestand.sectie("schuldeiser"):
        lees_schuldeiser(schuldeiser)
    lees_incassobureau(bestand.sectie("incassobureau"))
    lees_afspraken(bestand.sectie("afspraken"))
    formaat = None
    delen = {naam: bestand.inhoud(naam) for naam in ("schuldeiser", "incassobureau", "afspraken")}
    if brief := bestand.sectie("brief"):
        brief.keuze("toon", Toon)
        brief.keuze("taal", Taal)
        brief.keuze("bezorging", Bezorgwijze)
        formaat = brief.keuze("formaat", Formaat)
        brief.sluit()
        delen["brief"] = {k: v for k, v in bestand.inhoud("brief").items() if k != "formaat"}
    return Instellingen(
        pad=pad,
        delen={naam: deel for naam, deel in delen.items() if deel},
        formaat=formaat,
        huisstijl=_lees_huisstijl(bestand.sectie("huisstijl"), pad.parent),
    )


def _lees_huisstijl(sectie: Sectie | None, map_: Path) -> Huisstijl:
    """Read ``[huisstijl]``; file names count from the folder of the settings file."""
    if sectie is None:
        return Huisstijl()
    logo, sjabloon = sectie.tekst("logo"), sectie.tekst("sjabloon")
    for sleutel, naam in (("logo", logo), ("sjabloon", sjabloon)):
        if naam and not (map_ / naam).is_file():
            sectie.meld(sleutel, f"«{naam}» is geen bestand", f"gezocht in {map_}")
    huisstijl = Huisstijl(
        logo=map_ / logo if logo else None,
        kleur=sectie.vorm("kleur", _lees_kleur),
        venster=sectie.tekst("venster"),
        sjabloon=map_ / sjabloon if sjabloon else None,
    )
    sectie.sluit()
    return huisstijl


def _lees_kleur(tekst: str) -> str:
    if not _KLEUR.fullmatch(tekst):
        raise NotatieFout(f"«{tekst}» is geen kleur", doe="schrijf bijvoorbeeld #1a5276")
    return tekst.lower()


def _ingevuld(deel: Mapping[str, object]) -> dict[str, object]:
    return {sleutel: waarde for sleutel, waarde in deel.items() if waarde not in ("", None)}


def _kern(waarde: object) -> str:
    """A name or number without what differs in writing only."""
    return "".join(teken for teken in str(waarde or "").casefold() if teken.isalnum())
