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
from wiktool.invoer.openposten import Openposten, lees_openposten
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
from wiktool.taken.briefmaken import Gemaakt, kies_brief, maak_brief
from wiktool.taken.formaten import Formaat, maak_op
from wiktool.taken.nakijken import controleer_brief
from wiktool.taken.serie.model import Uitslag
from wiktool.taken.serie.uitvoeren import Samenvatting
from wiktool.taken.seriemaken import maak_serie
from wiktool.taken.sjablonen import Sjabloonrapport, briefpapier, controleer_sjabloon
from wiktool.taken.vervolg import Vervolg, Vervolgstand, bepaal_vervolg, lees_zaken
from wiktool.wetgegevens.tabel import TABELLEN, Tabel, tabel

__version__: str

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
    "Openposten",
    "Regel",
    "Renteberekening",
    "Rentesoort",
    "Samenvatting",
    "Schuldeiser",
    "Schuldenaar",
    "SjabloonFout",
    "Sjabloonrapport",
    "Stap",
    "Taal",
    "Tabel",
    "Termijnberekening",
    "Toetsgegevens",
    "Toetsing",
    "Toon",
    "Uitleg",
    "Uitslag",
    "Vervolg",
    "Vervolgstand",
    "Vordering",
    "Weigering",
    "WiktoolFout",
    "bepaal_vervolg",
    "bereken_afrekening",
    "bereken_incassokosten",
    "bereken_rente",
    "bereken_termijn",
    "bereken_termijnkosten",
    "briefpapier",
    "controleer_brief",
    "controleer_sjabloon",
    "kies_brief",
    "lees_bedrag",
    "lees_brief",
    "lees_brief_bytes",
    "lees_datum",
    "lees_dossier",
    "lees_hoofdsom",
    "lees_instellingen",
    "lees_openposten",
    "lees_uitleg",
    "lees_zaken",
    "maak_brief",
    "maak_op",
    "maak_serie",
    "ontleed_dossier",
    "regel",
    "tabel",
    "toets",
    "zoek_instellingen",
]
