"""Judge a letter: read it once, apply the rules of its kind, and say what was tested."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.lezing import Lezing, lees_samen
from wiktool.controle.model import (
    Bevinding,
    Ernst,
    Gelezen,
    GelezenTermijn,
    NietTeBeoordelen,
    Toetsgegevens,
    Toetsing,
)
from wiktool.controle.register import ONLEESBAAR, REGELS
from wiktool.controle.zaak import Zaak
from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.uitkomst import Kanttekening
from wiktool.wetgegevens.regelingen import bron

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.controle.regel import Regel
    from wiktool.kern.brieftekst import Brieftekst

_AANMANING: Final = "WIK001"


def toets(brief: Brieftekst, gegevens: Toetsgegevens, regels: Sequence[Regel] = REGELS) -> Toetsing:
    """Judge one letter.

    Args:
        brief: the letter as it was read.
        gegevens: what flags and dossier tell.
        regels: the rules to choose from; those of another kind of letter are left out.
    """
    return toets_samen((brief,), gegevens, regels)[0]


def toets_samen(
    brieven: Sequence[Brieftekst], gegevens: Toetsgegevens, regels: Sequence[Regel] = REGELS
) -> list[Toetsing]:
    """Judge some letters, as :func:`toets` each of them, all read before the first is judged."""
    return [_oordeel(lezing, gegevens, regels) for lezing in lees_samen(brieven)]


def _oordeel(lezing: Lezing, gegevens: Toetsgegevens, regels: Sequence[Regel]) -> Toetsing:
    brief = lezing.brief
    zaak = Zaak(lezing=lezing, gegevens=gegevens)
    toepasselijk = _toepasselijk(regels, zaak)
    uitkomsten = [uitkomst for regel in toepasselijk for uitkomst in regel.pas_toe(zaak)]
    open_punten: list[NietTeBeoordelen] = []
    bevindingen: list[Bevinding] = []
    for uitkomst in uitkomsten:
        if isinstance(uitkomst, NietTeBeoordelen):
            open_punten.append(uitkomst)
        elif _kan_ongelezen_zijn(uitkomst, brief):
            open_punten.append(_misschien_elders(uitkomst))
        else:
            bevindingen.append(uitkomst)
    open_punten += _ongelezen(brief)
    gekozen = regels is not REGELS and len(toepasselijk) < len(_toepasselijk(REGELS, zaak))
    return Toetsing(
        soort=zaak.soort,
        gelezen=_gelezen(lezing),
        bevindingen=tuple(bevindingen),
        niet_te_beoordelen=tuple(open_punten),
        getoetst=tuple(regel.code for regel in toepasselijk),
        kanttekeningen=(
            *_bij_bijlage(brief),
            *_kanttekeningen(zaak, gekozen),
        ),
    )


def _toepasselijk(regels: Sequence[Regel], zaak: Zaak) -> tuple[Regel, ...]:
    """The rules for this kind of letter and debtor; where no debt is spoken of, one says so."""
    return _gekozen(
        tuple(regels),
        zaak.soort,
        consument=zaak.hoedanigheid.is_consument,
        geld=zaak.gaat_over_geld,
    )


@lru_cache(maxsize=64)
def _gekozen(
    regels: tuple[Regel, ...], soort: Briefsoort, *, consument: bool, geld: bool
) -> tuple[Regel, ...]:
    return tuple(
        regel
        for regel in regels
        if soort in regel.soorten
        and (consument or not regel.alleen_consument)
        and (geld or regel.code == _AANMANING)
    )


def _kan_ongelezen_zijn(bevinding: Bevinding, brief: Brieftekst) -> bool:
    """What is missing may stand on a page that could not be read."""
    return bool(brief.ongelezen) and bevinding.passage is None and bevinding.ernst is Ernst.FOUT


def _misschien_elders(bevinding: Bevinding) -> NietTeBeoordelen:
    return NietTeBeoordelen(
        code=bevinding.code,
        naam=bevinding.naam,
        reden=f"{bevinding.melding} Misschien staat het in wat niet te lezen is.",
        doe="geef de brief in een vorm die helemaal te lezen is",
        bronnen=bevinding.bronnen,
    )


def _ongelezen(brief: Brieftekst) -> Iterator[NietTeBeoordelen]:
    for reden in brief.ongelezen:
        yield NietTeBeoordelen(
            code=ONLEESBAAR,
            naam="onleesbaar",
            reden=reden,
            doe="lees dit deel zelf na, of geef de brief in een vorm die helemaal te lezen is",
        )


def _bij_bijlage(brief: Brieftekst) -> Iterator[Kanttekening]:
    if brief.bijlage:
        yield Kanttekening(
            code="bijlage-nagekeken",
            tekst=f"De brief is gelezen uit de bijlage «{brief.bijlage}» van de e-mail.",
        )


def _gelezen(lezing: Lezing) -> Gelezen:
    termijn = lezing.betaaltermijn.termijn
    gelezen_termijn = None
    if termijn is not None:
        gelezen_termijn = GelezenTermijn(
            tekst=lezing.passage(termijn.woorden).citaat,
            dagen=termijn.dagen,
            vanaf=termijn.vanaf,
            datum=termijn.einddatum or termijn.anker,
        )
    return Gelezen(
        briefdatum=lezing.briefdatum,
        hoofdsom=lezing.bedragen.hoofdsom,
        kosten=lezing.bedragen.kosten,
        btw=lezing.bedragen.btw,
        termijn=gelezen_termijn,
    )


def _kanttekeningen(zaak: Zaak, gekozen: bool) -> Iterator[Kanttekening]:  # noqa: FBT001
    if gekozen:
        yield Kanttekening(
            code="niet-alles-getoetst",
            tekst=(
                "Niet alle controles zijn toegepast; het oordeel gaat alleen over de gekozen codes."
            ),
        )
    if (aanwijzing := zaak.wijst_op_bedrijf) is not None:
        yield Kanttekening(
            code="misschien-geen-consument",
            tekst=f"«{aanwijzing}» wijst op een schuldenaar die geen consument is. De brief is "
            "getoetst als brief aan een consument, waarvoor de strengste eisen gelden. Is de "
            "schuldenaar een bedrijf, geef dan zijn hoedanigheid op (--hoedanigheid).",
            bron=bron("bw", "6:96", "5"),
        )
    if zaak.soort is Briefsoort.HERINNERING:
        yield Kanttekening(
            code="herinnering-opent-geen-kosten",
            tekst="Dit is een herinnering. Zij opent de weg naar incassokosten niet; daarvoor "
            "is bij een consument een veertiendagenbrief nodig nadat hij in verzuim is.",
            bron=bron("bw", "6:96", "6"),
        )
    elif zaak.soort is Briefsoort.INGEBREKESTELLING:
        yield Kanttekening(
            code="ingebrekestelling-is-geen-veertiendagenbrief",
            tekst="Dit is een ingebrekestelling. Na afloop van haar termijn is bij een "
            "consument nog een veertiendagenbrief nodig voordat incassokosten verschuldigd "
            "kunnen worden.",
            bron=bron("bw", "6:96", "6"),
        )
    elif zaak.soort is Briefsoort.SOMMATIE:
        yield Kanttekening(
            code="sommatie-na-veertiendagenbrief",
            tekst="Dit is een sommatie. Bij een consument zijn incassokosten alleen "
            "verschuldigd als daarvóór een juiste veertiendagenbrief is verstuurd en de termijn "
            "daarvan is verstreken.",
            bron=bron("bw", "6:96", "6"),
        )
    if not zaak.hoedanigheid.is_consument:
        yield Kanttekening(
            code="geen-consument",
            tekst="De schuldenaar is geen consument; de eisen van de veertiendagenbrief gelden "
            "dan niet en zijn niet getoetst.",
            bron=bron("bw", "6:96", "5"),
        )
    elif zaak.soort is Briefsoort.WIK:
        yield from _bij_veertiendagenbrief(zaak)


def _bij_veertiendagenbrief(zaak: Zaak) -> Iterator[Kanttekening]:
    if zaak.lezing.verzuim.vervaldagen and zaak.gegevens.dossier is None:
        yield Kanttekening(
            code="vervaldatum-afgesproken",
            tekst="De brief noemt een vervaldatum. Alleen een afgesproken betaaltermijn brengt "
            "de schuldenaar zonder ingebrekestelling in verzuim; een datum die alleen op de "
            "factuur staat, doet dat niet.",
            bron=bron("rbnho-2023-6558"),
        )
    yield Kanttekening(
        code="ontvangst-bewijzen",
        tekst="Dat en wanneer de brief is ontvangen, moet de schuldeiser bij betwisting bewijzen. "
        "Bewaar een afschrift en de dag van verzending.",
        bron=bron("hr-2016-2704"),
    )
