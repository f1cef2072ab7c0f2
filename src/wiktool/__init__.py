"""Dutch collection costs and WIK letters: calculate, write and check them.

Every name is loaded when it is first used, so ``import wiktool`` costs next to nothing. Type
checkers read the same names in ``__init__.pyi``; ``docs/api.md`` shows them at work.

>>> from datetime import date
>>> from decimal import Decimal
>>> from wiktool import bereken_incassokosten
>>> bereken_incassokosten([Decimal(1250)], peildatum=date(2026, 11, 21)).kosten
Decimal('187.50')
"""

__version__ = "0.1.0"

_WAAR = {
    "controle.model": "Bevinding Ernst NietTeBeoordelen Oordeel Toetsgegevens Toetsing",
    "controle.regel": "Regel",
    "controle.register": "REGELS regel",
    "controle.toetser": "toets",
    "controle.uitleg": "Uitleg lees_uitleg",
    "invoer.briefbestand": "lees_brief lees_brief_bytes",
    "invoer.dossierbestand": "lees_dossier ontleed_dossier",
    "invoer.instellingen": "Instellingen lees_instellingen zoek_instellingen",
    "invoer.openposten": "Openposten lees_openposten",
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
    "taken.briefmaken": "Gemaakt kies_brief maak_brief",
    "taken.formaten": "Formaat maak_op",
    "taken.nakijken": "controleer_brief",
    "taken.serie.model": "Uitslag",
    "taken.serie.uitvoeren": "Samenvatting",
    "taken.seriemaken": "maak_serie",
    "taken.sjablonen": "Sjabloonrapport briefpapier controleer_sjabloon",
    "taken.vervolg": "Vervolg Vervolgstand bepaal_vervolg lees_zaken",
    "wetgegevens.tabel": "TABELLEN Tabel tabel",
}
"""The public names, by the module they live in."""

__all__ = sorted(naam for namen in _WAAR.values() for naam in namen.split())


def __getattr__(naam: str) -> object:
    """Load a public name from its module."""
    for module, namen in _WAAR.items():
        if naam in namen.split():
            from importlib import import_module

            waarde: object = getattr(import_module(f"wiktool.{module}"), naam)
            globals()[naam] = waarde
            return waarde
    raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")


def __dir__() -> list[str]:
    """All names, loaded or not."""
    return sorted({*globals(), *__all__})
