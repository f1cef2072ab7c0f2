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
    from wiktool.invoer.dossierbestand import lees_dossier, ontleed_dossier
    from wiktool.invoer.instellingen import Instellingen, lees_instellingen, zoek_instellingen
    from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid, Taal, Toon
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
    from wiktool.wetgegevens.tabel import TABELLEN, Tabel, tabel

__all__ = [
    "TABELLEN",
    "Aanmaning",
    "Afrekening",
    "Afspraken",
    "BestandFout",
    "Betaling",
    "Bewijs",
    "Bezorgwijze",
    "Briefgegevens",
    "Briefsoort",
    "Bron",
    "BuitenBereik",
    "Dagtelling",
    "Dossier",
    "DossierFout",
    "Formaat",
    "GebruiksFout",
    "Gemaakt",
    "Hoedanigheid",
    "Incassobureau",
    "Instellingen",
    "Kanttekening",
    "Kostenberekening",
    "NietMogelijk",
    "NotatieFout",
    "Renteberekening",
    "Rentesoort",
    "Schuldeiser",
    "Schuldenaar",
    "SjabloonFout",
    "Stap",
    "Taal",
    "Tabel",
    "Termijnberekening",
    "Toon",
    "Vordering",
    "Weigering",
    "WiktoolFout",
    "bereken_afrekening",
    "bereken_incassokosten",
    "bereken_rente",
    "bereken_termijn",
    "bereken_termijnkosten",
    "kies",
    "lees_bedrag",
    "lees_datum",
    "lees_dossier",
    "lees_hoofdsom",
    "lees_instellingen",
    "maak_brief",
    "maak_op",
    "ontleed_dossier",
    "tabel",
    "zoek_instellingen",
]

_WAAR = {
    "invoer.dossierbestand": "lees_dossier ontleed_dossier",
    "invoer.instellingen": "Instellingen lees_instellingen zoek_instellingen",
    "kern.begrippen": "Bezorgwijze Briefsoort Hoedanigheid Taal Toon",
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
