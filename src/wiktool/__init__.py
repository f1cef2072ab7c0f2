"""Dutch collection costs and WIK letters: calculate, write and check them.

Every name is loaded when it is first used, so ``import wiktool`` costs next to nothing.
``docs/api.md`` shows them at work.

>>> from datetime import date
>>> from decimal import Decimal
>>> from wiktool import bereken_incassokosten
>>> bereken_incassokosten([Decimal(1250)], peildatum=date(2026, 11, 21)).kosten
Decimal('187.50')
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as typing has it; loading typing itself would cost a millisecond
if TYPE_CHECKING:
    from wiktool.controle.model import (
        Bevinding,
        Ernst,
        NietTeBeoordelen,
        Oordeel,
        Toetsgegevens,
        Toetsing,
    )
    from wiktool.controle.regel import Regel
    from wiktool.controle.register import REGELS, regel
    from wiktool.controle.toetser import toets
    from wiktool.controle.uitleg import Uitleg, lees_uitleg
    from wiktool.invoer.briefbestand import lees_brief, lees_brief_bytes
    from wiktool.invoer.dossierbestand import lees_dossier, ontleed_dossier
    from wiktool.invoer.instellingen import Instellingen, lees_instellingen, zoek_instellingen
    from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
    from wiktool.kern.brieftekst import Alinea, Brieftekst
    from wiktool.kern.bron import Bewijs, Bron
    from wiktool.kern.datum import lees_datum
    from wiktool.kern.dossier import (
        Aanmaning,
        Afspraken,
        Betaling,
        Briefgegevens,
        Dossier,
        Incassobureau,
        Schuldeiser,
        Schuldenaar,
        Vordering,
    )
    from wiktool.kern.fouten import (
        BestandFout,
        BuitenBereik,
        DossierFout,
        GebruiksFout,
        NietMogelijk,
        NotatieFout,
        SjabloonFout,
        Weigering,
        WiktoolFout,
    )
    from wiktool.kern.geld import lees_bedrag, lees_hoofdsom
    from wiktool.kern.uitkomst import Kanttekening, Stap
    from wiktool.recht.afrekening import Afrekening, bereken_afrekening
    from wiktool.recht.incassokosten import Kostenberekening, bereken_incassokosten
    from wiktool.recht.rente import Dagtelling, Renteberekening, Rentesoort, bereken_rente
    from wiktool.recht.termijnbetalingen import bereken_termijnkosten
    from wiktool.recht.termijnen import Termijnberekening, bereken_termijn
    from wiktool.taken.briefmaken import Gemaakt, kies, maak_brief
    from wiktool.taken.formaten import Formaat, maak_op
    from wiktool.taken.nakijken import controleer_brief
    from wiktool.wetgegevens.tabel import TABELLEN, Tabel, tabel

__all__ = [
    "REGELS",
    "TABELLEN",
    "Aanmaning",
    "Afrekening",
    "Afspraken",
    "Alinea",
    "BestandFout",
    "Betaling",
    "Bevinding",
    "Bewijs",
    "Bezorgwijze",
    "Briefgegevens",
    "Briefsoort",
    "Brieftekst",
    "Bron",
    "BuitenBereik",
    "Dagtelling",
    "Dossier",
    "DossierFout",
    "Ernst",
    "Formaat",
    "GebruiksFout",
    "Gemaakt",
    "Hoedanigheid",
    "Incassobureau",
    "Instellingen",
    "Kanttekening",
    "Kostenberekening",
    "NietMogelijk",
    "NietTeBeoordelen",
    "NotatieFout",
    "Oordeel",
    "Regel",
    "Renteberekening",
    "Rentesoort",
    "Schuldeiser",
    "Schuldenaar",
    "SjabloonFout",
    "Stap",
    "Taal",
    "Tabel",
    "Termijnberekening",
    "Toetsgegevens",
    "Toetsing",
    "Toon",
    "Uitleg",
    "Vordering",
    "Weigering",
    "WiktoolFout",
    "bereken_afrekening",
    "bereken_incassokosten",
    "bereken_rente",
    "bereken_termijn",
    "bereken_termijnkosten",
    "controleer_brief",
    "kies",
    "lees_bedrag",
    "lees_brief",
    "lees_brief_bytes",
    "lees_datum",
    "lees_dossier",
    "lees_hoofdsom",
    "lees_instellingen",
    "lees_uitleg",
    "maak_brief",
    "maak_op",
    "ontleed_dossier",
    "regel",
    "tabel",
    "toets",
    "zoek_instellingen",
]

_WAAR = {
    "controle.model": "Bevinding Ernst NietTeBeoordelen Oordeel Toetsgegevens Toetsing",
    "controle.regel": "Regel",
    "controle.register": "REGELS regel",
    "controle.toetser": "toets",
    "controle.uitleg": "Uitleg lees_uitleg",
    "invoer.briefbestand": "lees_brief lees_brief_bytes",
    "invoer.dossierbestand": "lees_dossier ontleed_dossier",
    "invoer.instellingen": "Instellingen lees_instellingen zoek_instellingen",
    "kern.begrippen": "Bezorgwijze Briefsoort Hoedanigheid Taal Toon",
    "kern.brieftekst": "Alinea Brieftekst",
    "kern.bron": "Bewijs Bron",
    "kern.datum": "lees_datum",
    "kern.dossier": (
        "Aanmaning Afspraken Betaling Briefgegevens Dossier Incassobureau Schuldeiser "
        "Schuldenaar Vordering"
    ),
    "kern.fouten": (
        "BestandFout BuitenBereik DossierFout GebruiksFout NietMogelijk NotatieFout "
        "SjabloonFout Weigering WiktoolFout"
    ),
    "kern.geld": "lees_bedrag lees_hoofdsom",
    "kern.uitkomst": "Kanttekening Stap",
    "recht.afrekening": "Afrekening bereken_afrekening",
    "recht.incassokosten": "Kostenberekening bereken_incassokosten",
    "recht.rente": "Dagtelling Renteberekening Rentesoort bereken_rente",
    "recht.termijnbetalingen": "bereken_termijnkosten",
    "recht.termijnen": "Termijnberekening bereken_termijn",
    "taken.briefmaken": "Gemaakt kies maak_brief",
    "taken.formaten": "Formaat maak_op",
    "taken.nakijken": "controleer_brief",
    "wetgegevens.tabel": "TABELLEN Tabel tabel",
}


def __getattr__(naam: str) -> object:
    """Load a public name from the module it lives in."""
    for module, namen in _WAAR.items():
        if naam in namen.split():
            from importlib import import_module

            waarde: object = getattr(import_module(f"wiktool.{module}"), naam)
            globals()[naam] = waarde
            return waarde
    raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")


def __dir__() -> list[str]:
    """All public names, loaded or not."""
    return sorted({*globals(), *__all__})
