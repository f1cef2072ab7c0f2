"""The gates in front of a letter: what would be void in law does not leave the program.

Each gate looks at the dossier as it stands on the day of the letter and yields a ``Weigering`` with
the reason, the remedy and the source, or nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.brieven.grondslag import kosten_van
from wiktool.brieven.stand import bepaal_stand, laatste_dag_van
from wiktool.kern.begrippen import Briefsoort, Hoedanigheid
from wiktool.kern.fouten import Weigering
from wiktool.kern.notatie import datum_nl, opsomming
from wiktool.recht.aanmaningen import dag_van
from wiktool.wetgegevens.regelingen import bron

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wiktool.brieven.stand import Post, Stand
    from wiktool.kern.dossier import Aanmaning

    Poort = Callable[[Stand], Iterator[Weigering]]


def weigeringen(soort: Briefsoort, stand: Stand) -> tuple[Weigering, ...]:
    """Every reason why this letter may not leave, the weightiest first; empty when it may."""
    return tuple(reden for poort in _POORTEN[soort] for reden in poort(stand))


def _zakelijk(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 6:96 lid 5 en 6 BW (recht.md R2.5, R10.1, R10.2)."""
    if not stand.hoedanigheid.is_consument:
        yield Weigering(
            f"{stand.dossier.schuldenaar.naam} is geen consument ({stand.hoedanigheid}); de "
            "veertiendagenbrief is er alleen voor consumenten",
            doe="maak een ingebrekestelling of sommatie; de kosten zijn zonder deze brief "
            "verschuldigd",
            code="geen-consument",
            aanhaling=bron("bw", "6:96", "5 en 6").aanhaling,
        )


def _geen_overeenkomst(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 1 Besluit BIK (recht.md R1.1 tot en met R1.3)."""
    posten = [post for post in stand.openstaand if not post.vordering.uit_overeenkomst]
    if posten:
        yield Weigering(
            f"{_noem(posten)} komt niet uit een overeenkomst; de staffel geldt daar niet voor",
            doe="laat deze vordering uit het dossier, of vraag raad over de kosten",
            code="geen-overeenkomst",
            aanhaling=bron("besluit-bik", "1").aanhaling,
        )


def _verzuim_onbekend(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 6:82 en 6:83 BW (recht.md R5.4, R5.5)."""
    posten = [post for post in stand.openstaand if post.verzuim.datum is None]
    if posten:
        yield Weigering(
            f"of {stand.dossier.schuldenaar.naam} in verzuim is voor {_noem(posten)}, is niet "
            "bekend",
            doe=posten[0].verzuim.vraag,
            code="verzuim-onbekend",
            aanhaling=bron("bw", "6:82 en 6:83").aanhaling,
        )


def _nog_niet_in_verzuim(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 6:81 tot en met 6:83 en 6:96 lid 6 BW (recht.md R2.6, R5.1, D10)."""
    bekend = [post for post in stand.openstaand if post.verzuim.datum is not None]
    later = [post for post in bekend if not post.in_verzuim]
    if later and len(later) == len(stand.openstaand):
        eerste = min(post.verzuim.datum for post in later if post.verzuim.datum is not None)
        yield Weigering(
            f"{stand.dossier.schuldenaar.naam} is op {datum_nl(stand.datum)} nog niet in verzuim "
            f"voor {_noem(later)}",
            doe=f"verzend deze brief niet voor {datum_nl(eerste)}; een eerdere heeft geen werking",
            code="nog-niet-in-verzuim",
            aanhaling=(
                bron("bw", "6:96", "6")
                if stand.hoedanigheid.is_consument
                else bron("bw", "6:82 en 6:83")
            ).aanhaling,
        )


def _al_aangemaand(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 6:96 lid 6 en 7 BW (recht.md R1.7, R2.7)."""
    eerder = [post for post in stand.openstaand if post.wik is not None]
    rest = [post for post in stand.openstaand if post.wik is None and post.in_verzuim]
    if eerder and not rest:
        brief = eerder[0].wik
        assert brief is not None  # noqa: S101 - selected on it
        yield Weigering(
            f"over {_noem(eerder)} is op {datum_nl(dag_van(brief))} al een veertiendagenbrief "
            "verzonden; de kosten zijn per vordering eenmaal verschuldigd",
            doe="maak een sommatie als de termijn voorbij is; was die brief ongeldig, haal hem dan "
            "uit [[aanmaningen]]",
            code="al-aangemaand",
            aanhaling=bron("bw", "6:96", "6").aanhaling,
        )


def _gesplitst(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 6:96 lid 7 BW (recht.md R2.7, D12)."""
    nieuw = stand.voor(Briefsoort.WIK)
    for brief in {id(p.wik): p.wik for p in stand.posten if p.wik is not None}.values():
        verzonden = dag_van(brief)
        samen = [post for post in nieuw if post.verzuim.ingetreden_op(verzonden)]
        if samen and _kosten_verschuldigd_door(stand, brief):
            yield Weigering(
                f"{_noem(samen)} hoorde in de veertiendagenbrief van {datum_nl(verzonden)}: "
                f"{stand.dossier.schuldenaar.naam} was toen ook daarvoor al in verzuim",
                doe="trek die brief in (haal hem uit [[aanmaningen]]) en maak één nieuwe brief "
                "voor alle facturen; twee brieven geven samen nooit meer kosten dan één",
                code="meer-brieven",
                aanhaling=bron("bw", "6:96", "7").aanhaling,
            )


def _kosten_verschuldigd_door(stand: Stand, brief: Aanmaning) -> bool:
    """Whether a claim of the earlier letter was not fully paid by the end of its term."""
    einde = laatste_dag_van(brief)
    toen = bepaal_stand(stand.dossier, datum=min(einde, stand.datum))
    return any(post.wik is brief and post.openstaand > 0 for post in toen.posten)


def _termijnbetaling(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 6:96 lid 8 BW en art. 2a Besluit BIK (recht.md R1.40 tot en met R1.44)."""
    posten = stand.voor(Briefsoort.WIK)
    if not any(post.vordering.termijnbetaling for post in posten):
        return
    if not kosten_van(stand, posten).kosten:
        yield Weigering(
            f"voor termijnen zoals {_noem(posten)} is in de zes maanden hiervoor het hoogste "
            "bedrag aan kosten al aangezegd",
            doe="stuur een herinnering; na zes maanden kan er weer een veertiendagenbrief",
            code="termijnbetaling-plafond",
            aanhaling=bron("bw", "6:96", "8").aanhaling,
        )


def _te_vroeg(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 6:96 lid 6 BW (recht.md R4.1, H2)."""
    if not stand.hoedanigheid.is_consument:
        return
    aangemaand = [post for post in stand.openstaand or stand.posten if post.wik is not None]
    if not aangemaand:
        yield Weigering(
            f"aan {stand.dossier.schuldenaar.naam} is nog geen veertiendagenbrief verzonden; "
            "zonder die brief zijn er geen kosten verschuldigd",
            doe="maak eerst een veertiendagenbrief (wiktool brief wik), of noem hem in "
            "[[aanmaningen]]",
            code="geen-veertiendagenbrief",
            aanhaling=bron("bw", "6:96", "6").aanhaling,
        )
        return
    einde = max(laatste_dag_van(post.wik) for post in aangemaand if post.wik is not None)
    if stand.datum <= einde:
        yield Weigering(
            f"de termijn van de veertiendagenbrief loopt nog tot en met {datum_nl(einde)}",
            doe=f"wacht tot en met {datum_nl(einde)} en kijk dan of er is betaald",
            code="termijn-loopt-nog",
            aanhaling=bron("bw", "6:96", "6").aanhaling,
        )


def _niet_opeisbaar(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 6:81 BW (recht.md R5.1)."""
    if stand.openstaand and not any(post.opeisbaar for post in stand.openstaand):
        yield Weigering(
            f"{_noem(stand.openstaand)}: de laatste dag om te betalen is nog niet voorbij",
            doe="wacht tot na de vervaldatum",
            code="nog-niet-opeisbaar",
            aanhaling=bron("bw", "6:81").aanhaling,
        )


def _sommatie_zonder_verzuim(stand: Stand) -> Iterator[Weigering]:
    """A consumer's claims outside the WIK letter, or not in default, only stay out of the demand.

    Bron: art. 6:81 tot en met 6:83 BW (recht.md R5.1, R5.5).
    """
    aangemaand = [post for post in stand.openstaand if post.wik is not None]
    geen_in_verzuim = bool(aangemaand) and not any(post.in_verzuim for post in aangemaand)
    if geen_in_verzuim or not stand.hoedanigheid.is_consument:
        yield from _verzuim_onbekend(stand)
        yield from _nog_niet_in_verzuim(stand)


def _registratiekenmerk(stand: Stand) -> Iterator[Weigering]:
    """Bron: art. 2, 11 en 18 Wki (recht.md R8.1, R8.3, R8.7)."""
    bureau = stand.dossier.incassobureau
    natuurlijk = stand.hoedanigheid in (Hoedanigheid.CONSUMENT, Hoedanigheid.ONDERNEMER)
    if bureau is not None and natuurlijk and not bureau.registratiekenmerk:
        yield Weigering(
            f"{bureau.naam} schrijft als incassobureau zonder registratiekenmerk; dan hoeft de "
            "schuldenaar niet aan het bureau te betalen en vervallen rente en kosten",
            doe="zet registratiekenmerk bij [incassobureau], of laat de schuldeiser zelf schrijven",
            code="registratiekenmerk",
            aanhaling=bron("wki", "11 en 18").aanhaling,
        )


def _noem(posten: Iterable[Post]) -> str:
    """The claims by their numbers: at most five, with more the number of the others."""
    nummers = [post.vordering.factuurnummer for post in posten]
    if len(nummers) > _NOEM_TEN_HOOGSTE:
        over = len(nummers) - _NOEM_TEN_HOOGSTE
        nummers = [*nummers[:_NOEM_TEN_HOOGSTE], f"{over} andere"]
    woord = "factuur" if len(nummers) == 1 else "de facturen"
    return f"{woord} {opsomming(nummers)}"


_NOEM_TEN_HOOGSTE: Final = 5

_POORTEN: Final[dict[Briefsoort, tuple[Poort, ...]]] = {
    Briefsoort.HERINNERING: (_registratiekenmerk, _niet_opeisbaar),
    Briefsoort.INGEBREKESTELLING: (_registratiekenmerk, _niet_opeisbaar),
    Briefsoort.WIK: (
        _zakelijk,
        _registratiekenmerk,
        _geen_overeenkomst,
        _verzuim_onbekend,
        _nog_niet_in_verzuim,
        _al_aangemaand,
        _gesplitst,
        _termijnbetaling,
    ),
    Briefsoort.SOMMATIE: (_registratiekenmerk, _te_vroeg, _sommatie_zonder_verzuim),
}
