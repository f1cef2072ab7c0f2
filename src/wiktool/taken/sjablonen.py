"""Templates: which there are, what they may name, and whether one of the user's own will do."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, get_args, get_type_hints

from wiktool.brieven.briefcontext import ALLEEN_WORD, ROND_DE_BRIEF
from wiktool.brieven.huisstijl import Huisstijl
from wiktool.brieven.sjablonen import sjablonenmap
from wiktool.brieven.waarden import Partij, Waarden, uitleg_van
from wiktool.brieven.wordbrief import BRIEFPAPIER, als_docx, woordsjabloon
from wiktool.controle.model import Ernst, Oordeel
from wiktool.invoer.briefbestand import lees_brief_bytes
from wiktool.kern.begrippen import Briefsoort, Hoedanigheid, Taal
from wiktool.kern.dossier import Dossier, Schuldeiser, Schuldenaar, Vordering
from wiktool.kern.fouten import BestandFout, SjabloonFout
from wiktool.taken.briefmaken import controleer_bestand, kies_brief, maak_brief

if TYPE_CHECKING:
    from wiktool.controle.model import Toetsing

_HELE_BRIEF: Final = frozenset({"blokken"})
_NODIG: Final = {
    "schuldenaar": "wie moet betalen",
    "afzender": "wie schrijft",
    "facturen": "waarvoor",
    "te_betalen": "hoeveel er betaald moet worden",
    "termijnzin": "binnen welke termijn",
    "kosten": "welke kosten er anders bij komen",
    "iban": "op welke rekening",
}
"""What a WIK letter cannot do without."""
_KERN: Final = frozenset({"termijnzin", "kosten"})
_PROEFBRIEF: Final = "brief.docx"
_BIJ_ELK_BESTAND: Final = frozenset({"tijdstempel"})
"""What is put into the properties of every Word file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sjabloonrapport:
    """What is known of a template.

    Attributes:
        gebruikt: the names it uses.
        onbekend: those that do not exist.
        ontbreekt: what a WIK letter needs and the sample does not say, with the reason.
        toetsing: what the checker says of a sample; None when no sample could be made.
        fout: why no sample could be made; empty otherwise.
    """

    gebruikt: tuple[str, ...]
    onbekend: tuple[str, ...]
    ontbreekt: tuple[tuple[str, str], ...]
    toetsing: Toetsing | None
    fout: str

    @property
    def deugt(self) -> bool:
        """Whether letters can be made with it."""
        return (
            self.vult_in
            and not self.onbekend
            and self.toetsing is not None
            and self.toetsing.oordeel is Oordeel.VOLDOET
        )

    @property
    def vult_in(self) -> bool:
        """Whether anything of the letter comes from the dossier; a finished letter has nothing."""
        return not _BIJ_ELK_BESTAND.issuperset(self.gebruikt)

    @property
    def fouten(self) -> tuple[Any, ...]:
        """What the checker holds against the sample."""
        gevonden = self.toetsing.bevindingen if self.toetsing is not None else ()
        return tuple(bevinding for bevinding in gevonden if bevinding.ernst is Ernst.FOUT)


def ingebouwd() -> list[tuple[str, str]]:
    """The built-in templates: name and what it is."""
    soorten = {
        Briefsoort.HERINNERING: "vriendelijke herinnering, zonder kosten",
        Briefsoort.INGEBREKESTELLING: "laatste termijn waarna het verzuim begint",
        Briefsoort.WIK: "veertiendagenbrief (WIK-brief) voor een consument",
        Briefsoort.SOMMATIE: "eis van hoofdsom, rente en kosten na die termijn",
    }
    lijst = [(soort.value, uitleg) for soort, uitleg in soorten.items()]
    return [*lijst, (BRIEFPAPIER, "het briefpapier in Word: exporteer het en maak het eigen")]


def brontekst(soort: Briefsoort, taal: Taal) -> str:
    """The text of a letter as a template: the letter, then its legal core."""
    map_ = sjablonenmap()
    namen = (f"{soort}/{taal}.jinja", f"{soort}/kern.{taal}.jinja")
    return "\n".join(f"=== {naam}\n\n{(map_ / naam).read_text('utf-8')}" for naam in namen)


def briefpapier() -> bytes:
    """The built-in Word paper, to be changed and used with ``--sjabloon``."""
    return (sjablonenmap() / BRIEFPAPIER).read_bytes()


def namen() -> list[tuple[str, str]]:
    """Every name a Word template may use, with its explanation."""
    lijst = list(uitleg_van(Waarden))
    return [*lijst, *ROND_DE_BRIEF.items(), *ALLEEN_WORD.items()]


def controleer_sjabloon(inhoud: bytes, naam: str) -> Sjabloonrapport:
    """Compile a template, compare its names with ours, and check a sample letter.

    Raises:
        SjabloonFout: no Word file, or a tag that cannot be read.
    """
    from jinja2 import meta

    stijl = Huisstijl(sjabloon=inhoud, sjabloonnaam=naam)
    sjabloon = woordsjabloon(stijl, Taal.NL)
    gebruikt: set[str] = set()
    for bron in sjabloon.bronnen.values():
        gebruikt |= meta.find_undeclared_variables(sjabloon.omgeving.parse(bron))
    bekend = {bekende for bekende, _ in namen()}
    proef = _proef(stijl)
    ontbreekt = _niet_genoemd(gebruikt) if proef.ontbreekt is None else proef.ontbreekt
    return Sjabloonrapport(
        gebruikt=tuple(sorted(gebruikt)),
        onbekend=tuple(sorted(gebruikt - bekend)),
        ontbreekt=tuple((naam, uitleg) for naam, uitleg in _NODIG.items() if naam in ontbreekt),
        toetsing=proef.toetsing,
        fout=proef.fout,
    )


def _niet_genoemd(gebruikt: set[str]) -> set[str]:
    """What a template does not name; for one of which no sample can be read."""
    if gebruikt & _HELE_BRIEF:
        return set()
    door_de_kern = _KERN if "kernalineas" in gebruikt else frozenset()
    return set(_NODIG) - gebruikt - door_de_kern


def _niet_gelezen(tekst: str, waarden: Waarden) -> set[str]:
    """What the sample letter does not say; text boxes and white space do not matter."""
    gelezen = "".join(tekst.split())
    gezocht = {
        "schuldenaar": [waarden.schuldenaar.naam],
        "afzender": [waarden.afzender.naam],
        "facturen": [factuur.nummer for factuur in waarden.facturen],
        "te_betalen": [waarden.te_betalen],
        "termijnzin": [waarden.termijnzin],
        "kosten": [waarden.kosten],
        "iban": [waarden.iban],
    }
    return {
        naam
        for naam, teksten in gezocht.items()
        if not all("".join(deel.split()) in gelezen for deel in teksten)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proef:
    """A sample letter: what the checker says of it and what it lacks, or why there is none."""

    toetsing: Toetsing | None = None
    ontbreekt: set[str] | None = None
    fout: str = ""


def _proef(stijl: Huisstijl) -> _Proef:
    """Make a WIK letter of an invented dossier in the template, and check the file itself."""
    dossier = voorbeelddossier()
    keuzes = kies_brief(dossier, Briefsoort.WIK, datum=date(2026, 11, 20))
    gemaakt = maak_brief(dossier, keuzes)
    try:
        inhoud = als_docx(gemaakt.brief, stijl)
        tekst = lees_brief_bytes(inhoud, naam=_PROEFBRIEF).tekst
    except SjabloonFout as fout:
        return _Proef(fout=str(fout))
    except BestandFout:
        return _Proef(fout="de brief die het maakt, heeft geen leesbare tekst")
    return _Proef(
        toetsing=controleer_bestand(inhoud, _PROEFBRIEF, gemaakt.grondslag, keuzes),
        ontbreekt=_niet_gelezen(tekst, gemaakt.brief.waarden),
    )


def voorbeelddossier() -> Dossier:
    """An invented consumer with two invoices."""
    return Dossier(
        schuldeiser=Schuldeiser(
            naam="Voorbeeld & Zonen",
            adres="Dorpsstraat 1",
            postcode="3511 AB",
            plaats="Utrecht",
            kvk="12345678",
            iban="NL91ABNA0417164300",
            email="administratie@voorbeeld.example",
        ),
        schuldenaar=Schuldenaar(
            naam="J. Jansen",
            adres="Kerkstraat 2",
            postcode="1234 AB",
            plaats="Amsterdam",
            hoedanigheid=Hoedanigheid.CONSUMENT,
        ),
        vorderingen=tuple(
            Vordering(
                factuurnummer=f"2026-{nummer:04}",
                bedrag=Decimal(bedrag),
                factuurdatum=date(2026, 8, 1),
                vervaldatum=date(2026, 8, 31),
                fatale_termijn=True,
                omschrijving="Voorbeeld",
            )
            for nummer, bedrag in ((17, "1000.00"), (23, "250.00"))
        ),
    )


def soort_van(naam: str) -> str:
    """The kind of a value, in words, for the documentation.

    >>> soort_van("is_consument"), soort_van("facturen"), soort_van("hoofdsom")
    ('ja/nee', 'lijst', 'tekst')
    """
    if naam in {veld.name for veld in fields(Waarden)}:
        soort = get_args(get_type_hints(Waarden, include_extras=True)[naam])[0]
        return {bool: "ja/nee", int: "getal", Partij: "onderdelen"}.get(
            soort, "lijst" if "tuple" in str(soort) else "tekst"
        )
    if naam.startswith("heeft_"):
        return "ja/nee"
    return "tekst" if naam in ("onderwerp", "tijdstempel") else "lijst"
