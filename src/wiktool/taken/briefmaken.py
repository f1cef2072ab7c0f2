"""Make a letter: the law, the gates, the text and the check, joined.

The generator of letters and the checker do not know each other; here they meet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from wiktool.brieven.gegevens import maak_waarden
from wiktool.brieven.grondslag import Grondslag, Keuzes, bepaal_grondslag
from wiktool.brieven.stand import bepaal_stand
from wiktool.brieven.tekst import schrijf_brief
from wiktool.controle.model import Ernst, Toetsgegevens
from wiktool.controle.toetser import toets
from wiktool.invoer.brief.tekens import schoon
from wiktool.invoer.briefbestand import lees_brief_bytes
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon
from wiktool.kern.dossier import Betaling
from wiktool.kern.fouten import Weigering
from wiktool.kern.notatie import datum_nl, opsomming
from wiktool.kern.uitkomst import Kanttekening, zonder_dubbele
from wiktool.taken.formaten import Formaat, maak_op
from wiktool.taken.nakijken import kijk_eigen_brief_na
from wiktool.taken.poorten import weigeringen
from wiktool.wetgegevens.regelingen import bron

if TYPE_CHECKING:
    from datetime import date

    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.brieven.model import Brief
    from wiktool.brieven.stand import Post, Stand
    from wiktool.controle.model import Toetsing
    from wiktool.kern.brieftekst import Brieftekst
    from wiktool.kern.dossier import Dossier, Schuldenaar
    from wiktool.recht.termijnen import Termijnberekening


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """A letter with what its maker must know of it.

    Attributes:
        toetsing: what the checker says of it.
        overstemd: the gates that were overruled.
        kanttekeningen: doubts, and what was left out.
    """

    brief: Brief
    grondslag: Grondslag
    toetsing: Toetsing
    overstemd: tuple[Weigering, ...]
    kanttekeningen: tuple[Kanttekening, ...]

    @property
    def termijn(self) -> Termijnberekening:
        """The term the letter gives."""
        return self.grondslag.termijn


def kies_brief(
    dossier: Dossier,
    soort: Briefsoort,
    *,
    datum: date,
    toon: Toon | None = None,
    taal: Taal | None = None,
    bezorging: Bezorgwijze | None = None,
) -> Keuzes:
    """What was asked, else what the dossier says, else the usual."""
    brief = dossier.brief
    return Keuzes(
        soort=soort,
        datum=datum,
        toon=toon or brief.toon or Toon.GEMIDDELD,
        taal=taal or brief.taal or Taal.NL,
        bezorging=bezorging or brief.bezorging or Bezorgwijze.POST,
    )


def maak_brief(dossier: Dossier, keuzes: Keuzes, *, toch: bool = False) -> Gemaakt:
    """Make the letter that was asked for.

    Args:
        dossier: who owes what to whom.
        keuzes: which letter, and how.
        toch: make it even where a gate refuses; the reasons are in the result.

    Raises:
        Weigering: the letter would be void in law.
        NietMogelijk: nothing is owed, or an account to pay to is missing.
        NotatieFout: the dossier holds a character that no letter can hold.
        BuitenBereik: a day outside the known law or calendar.
    """
    stand = bepaal_stand(dossier, datum=keuzes.datum)
    redenen = weigeringen(keuzes.soort, stand)
    if redenen and not toch:
        raise redenen[0]
    posten = stand.voor(keuzes.soort) or (stand.openstaand if toch else ())
    grondslag = bepaal_grondslag(stand, posten, keuzes)
    waarden = maak_waarden(grondslag, keuzes)
    nederlands = None
    if keuzes.taal is not Taal.NL:
        nederlands = maak_waarden(grondslag, replace(keuzes, taal=Taal.NL))
    brief = schrijf_brief(waarden, nederlands=nederlands)
    toetsing = controleer(brief, grondslag, keuzes)
    if not toch:
        _weiger_bij_fouten(toetsing)
    return Gemaakt(
        brief=brief,
        grondslag=grondslag,
        toetsing=toetsing,
        overstemd=redenen,
        kanttekeningen=_kanttekeningen(stand, grondslag, keuzes),
    )


def controleer(brief: Brief, grondslag: Grondslag, keuzes: Keuzes) -> Toetsing:
    """Read the letter as a judge would, with the dossier at hand."""
    return kijk_eigen_brief_na(
        brief,
        soort=keuzes.soort,
        verzonden=keuzes.datum,
        bezorging=keuzes.bezorging,
        dossier=_dossier_van(grondslag),
    )


def controleer_bestand(inhoud: bytes, naam: str, grondslag: Grondslag, keuzes: Keuzes) -> Toetsing:
    """As :func:`controleer`, for the file itself: what a user's own template made of the letter."""
    return _toets_gelezen(lees_brief_bytes(inhoud, naam=naam), grondslag, keuzes)


def _toets_gelezen(gelezen: Brieftekst, grondslag: Grondslag, keuzes: Keuzes) -> Toetsing:
    gegevens = Toetsgegevens(
        peildatum=keuzes.datum,
        soort=keuzes.soort,
        verzonden=keuzes.datum,
        bezorging=keuzes.bezorging,
        dossier=_dossier_van(grondslag),
    )
    return toets(gelezen, gegevens)


def _dossier_van(grondslag: Grondslag) -> Dossier:
    """The dossier with the claims of the letter; why others are left out, was decided before.

    What was paid on those others goes out with them: it takes nothing off the letter's principal.
    """
    stand, posten = grondslag.stand, grondslag.posten
    dossier = stand.dossier
    if len(posten) == len(stand.posten):
        return dossier
    betalingen = dossier.betalingen
    if betalingen:
        laatste = max(betaling.datum for betaling in betalingen)
        betalingen = tuple(
            Betaling(
                datum=min(laatste, stand.datum),
                bedrag=post.betaald,
                factuurnummer=post.vordering.factuurnummer,
            )
            for post in posten
            if post.betaald
        )
    vorderingen = tuple(post.vordering for post in posten)
    return replace(dossier, vorderingen=vorderingen, betalingen=betalingen)


def leg_op(
    gemaakt: Gemaakt,
    formaat: Formaat,
    keuzes: Keuzes,
    stijl: Huisstijl | None = None,
    *,
    toch: bool = False,
) -> bytes:
    """Lay the letter out; what a user's own template made of it is checked once more.

    Raises:
        Weigering: the letter in the user's template does not meet the requirements.
        SjabloonFout: a template is broken.
        NietMogelijk: as :func:`wiktool.taken.formaten.maak_op`.
    """
    inhoud = maak_op(gemaakt.brief, formaat, stijl)
    if stijl is not None and stijl.sjabloon and not toch:
        docx = inhoud if formaat is Formaat.DOCX else maak_op(gemaakt.brief, Formaat.DOCX, stijl)
        gelezen = lees_brief_bytes(docx, naam="brief.docx")
        _weiger_zonder_schuldenaar(gelezen, gemaakt.grondslag.stand.dossier.schuldenaar)
        _weiger_bij_fouten(_toets_gelezen(gelezen, gemaakt.grondslag, keuzes))
    return inhoud


def _weiger_zonder_schuldenaar(gelezen: Brieftekst, schuldenaar: Schuldenaar) -> None:
    """A finished letter used as a template would go to its old addressee.

    Bron: art. 6:96 lid 6 BW (recht.md D14).
    """
    langste = max(schoon(schuldenaar.naam).split(), key=len, default="")
    if langste.casefold() not in "".join(gelezen.tekst.split()).casefold():
        raise Weigering(
            f"de naam van de schuldenaar, {schuldenaar.naam}, komt in de brief niet voor",
            doe="zet {{ schuldenaar.naam }} in het sjabloon; wiktool sjabloon controleer zegt wat "
            "er nog ontbreekt",
            code="schuldenaar-ontbreekt",
            aanhaling=bron("bw", "6:96", "6").aanhaling,
        )


def _weiger_bij_fouten(toetsing: Toetsing) -> None:
    fouten = [b for b in toetsing.bevindingen if b.ernst is Ernst.FOUT]
    if fouten:
        eerste = fouten[0]
        raise Weigering(
            f"de brief komt niet door de eigen controle: {eerste.code} {eerste.melding}",
            doe=f"wiktool uitleg {eerste.code} legt uit wat er mis is; "
            "wiktool brief --toch maakt de brief wel",
            code="eigen-controle",
            aanhaling=eerste.bronnen[0].aanhaling if eerste.bronnen else "",
        )


_IN_DE_BRIEF: Final = ("pas-na-veertiendagenbrief", "btw-verklaring")
"""Doubts about a fee that the letter itself settles: it is the letter they ask for."""


def _kanttekeningen(stand: Stand, grondslag: Grondslag, keuzes: Keuzes) -> tuple[Kanttekening, ...]:
    gevonden = [*_over_de_schuldenaar(stand), *_weggelaten(stand, grondslag.posten, keuzes.soort)]
    for post in grondslag.posten:
        gevonden += post.verzuim.kanttekeningen
    if grondslag.kosten is not None:
        gevonden += _over_btw(stand)
        gevonden += [k for k in grondslag.kosten.kanttekeningen if k.code not in _IN_DE_BRIEF]
        gevonden += grondslag.termijn.kanttekeningen
    if grondslag.eis is not None:
        gevonden += grondslag.eis.kanttekeningen
    return zonder_dubbele(gevonden)


def _over_de_schuldenaar(stand: Stand) -> list[Kanttekening]:
    schuldenaar = stand.dossier.schuldenaar
    gevonden = []
    if schuldenaar.hoedanigheid is None:
        hint = " (het dossier noemt een KvK- of btw-nummer: misschien is het een bedrijf)"
        bekend = schuldenaar.kvk or schuldenaar.btw_nummer
        gevonden.append(
            Kanttekening(
                code="hoedanigheid-onbekend",
                tekst=f"Of {schuldenaar.naam} een consument is, staat er niet"
                f"{hint if bekend else ''}; de brief behandelt de schuldenaar als consument.",
                bron=bron("bw", "6:96", "5"),
            )
        )
    if not schuldenaar.adres:
        gevonden.append(
            Kanttekening(
                code="adres-ontbreekt",
                tekst=f"Van {schuldenaar.naam} is geen adres bekend; de brief heeft er geen.",
            )
        )
    return gevonden


def _weggelaten(stand: Stand, posten: tuple[Post, ...], soort: Briefsoort) -> list[Kanttekening]:
    over = [post for post in stand.openstaand if post not in posten]
    if not over:
        return []
    nummers = opsomming([post.vordering.factuurnummer for post in over])
    reden = {
        Briefsoort.WIK: "nog niet in verzuim, of al in een eerdere veertiendagenbrief",
        Briefsoort.SOMMATIE: "nog geen veertiendagenbrief, of nog niet in verzuim",
    }.get(soort, "nog niet opeisbaar")
    return [
        Kanttekening(
            code="vordering-weggelaten",
            tekst=f"Niet in deze brief: {nummers} ({reden} op {datum_nl(stand.datum)}).",
            bron=bron("bw", "6:96", "7") if soort is Briefsoort.WIK else None,
        )
    ]


def _over_btw(stand: Stand) -> list[Kanttekening]:
    verrekenbaar = stand.dossier.schuldeiser.btw_verrekenbaar
    if stand.is_uitbesteed and verrekenbaar is None:
        tekst = (
            "Of u de btw kunt verrekenen, staat er niet; de brief vraagt geen btw over de kosten. "
            "Kunt u dat niet, zet dan btw_verrekenbaar = false bij [schuldeiser]."
        )
    elif verrekenbaar is False and not stand.is_uitbesteed:
        tekst = (
            "De brief vraagt geen btw over de kosten: u kunt de btw niet verrekenen, maar u int "
            "zelf. Btw mag alleen als een ander bedrijf voor u int (uitbesteed = true)."
        )
    else:
        return []
    return [Kanttekening(code="geen-btw", tekst=tekst, bron=bron("besluit-bik", "2", "3"))]
