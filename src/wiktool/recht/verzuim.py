"""From which day the debtor is in default (6:81 to 6:83 BW; recht.md 5 and 7.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from wiktool.kern.datum import dag_na, toets_jaar
from wiktool.kern.dossier import Aanmaning, Briefsoort, Dossier, Hoedanigheid, Vordering
from wiktool.kern.fouten import NietMogelijk
from wiktool.kern.notatie import dag_en_datum_nl, datum_nl
from wiktool.kern.uitkomst import Kanttekening, Stap, elke_bron_eens
from wiktool.recht.aanmaningen import dag_van, is_opeisbaar, noemt, termijn_van
from wiktool.recht.handelstermijnen import toets_afgesproken_termijn, wettelijke_betaaltermijn
from wiktool.wetgegevens.regelingen import bron

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.kern.bron import Bron
    from wiktool.recht.handelstermijnen import Betaaltermijn
    from wiktool.recht.termijnen import Termijnberekening

GEBRUIKELIJKE_TERMIJN = 14
"""Days after receipt that a notice of default usually gives (recht.md R5.5)."""


class Verzuimgrond(StrEnum):
    """Why the debtor is in default."""

    FATALE_TERMIJN = "fatale_termijn"
    """An agreed last day of payment has passed (6:83 a BW)."""
    INGEBREKESTELLING = "ingebrekestelling"
    """A notice of default has expired (6:82 lid 1 BW)."""
    WETTELIJKE_TERMIJN = "wettelijke_termijn"
    """The statutory term between businesses has passed (6:119a, 6:119b BW)."""
    OPGEGEVEN = "opgegeven"
    """The user stated the day."""
    ONBEKEND = "onbekend"
    """It cannot be told from what is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzuim:
    """The first day of default, with how it came about.

    Attributes:
        datum: the first day of default, which may lie ahead; None when unknown.
        vraag: what must be answered to know it; empty when it is known.
    """

    datum: date | None
    grond: Verzuimgrond
    stappen: tuple[Stap, ...]
    kanttekeningen: tuple[Kanttekening, ...] = ()
    vraag: str = ""

    @property
    def bronnen(self) -> tuple[Bron, ...]:
        """The sources of the steps, each once."""
        return elke_bron_eens(stap.bron for stap in self.stappen)

    def ingetreden_op(self, dag: date) -> bool:
        """Whether the debtor is known to be in default on a day."""
        return self.datum is not None and self.datum <= dag


def bepaal_verzuim(
    vordering: Vordering,
    *,
    hoedanigheid: Hoedanigheid,
    aanmaningen: Sequence[Aanmaning] = (),
    grote_schuldenaar: bool = False,
) -> Verzuim:
    """The first day on which the debtor is in default for a claim.

    In this order: the day the user states; the day after an agreed last day of payment; for a
    contract between businesses the day after the statutory term; the day after a notice of default
    has expired, counted from receipt. Else it is unknown, and the result holds the question.

    Args:
        vordering: the claim; what it does not say about its term counts as unknown.
        hoedanigheid: of the debtor.
        aanmaningen: earlier letters; only notices of default matter.
        grote_schuldenaar: a large company that buys from a smaller one.

    Raises:
        NotatieFout: a year no claim can bear.
        NietMogelijk: dates in an impossible order, or a letter without a date.
        BuitenBereik: a day outside the known law or calendar.

    Bron: art. 6:81, 6:82, 6:83, 6:119a en 6:119b BW.

    >>> from decimal import Decimal
    >>> afgesproken = {"vervaldatum": date(2026, 8, 31), "fatale_termijn": True}
    >>> factuur = Vordering(factuurnummer="1", bedrag=Decimal(100), **afgesproken)
    >>> bepaal_verzuim(factuur, hoedanigheid=Hoedanigheid.CONSUMENT).datum
    datetime.date(2026, 9, 1)
    """
    _toets_volgorde(vordering)
    if vordering.verzuimdatum is not None:
        return _opgegeven(vordering.verzuimdatum)
    if vordering.fatale_termijn and vordering.vervaldatum is not None:
        termijn = toets_afgesproken_termijn(
            vordering, vordering.vervaldatum, hoedanigheid, grote_schuldenaar=grote_schuldenaar
        )
        return _fatale_termijn(termijn)
    zakelijk = not hoedanigheid.is_consument and vordering.uit_overeenkomst
    wettelijk = _wettelijke_termijn(vordering, hoedanigheid) if zakelijk else None
    if wettelijk is not None:
        return wettelijk
    return _ingebrekestelling(vordering, aanmaningen) or _onbekend(vordering, zakelijk=zakelijk)


def bepaal_verzuim_in(dossier: Dossier, vordering: Vordering) -> Verzuim:
    """As :func:`bepaal_verzuim`, for a claim in a dossier.

    A claim that does not say whether its term was agreed takes the creditor's default; a debtor
    whose capacity nobody stated is treated as a consumer.
    """
    if vordering.fatale_termijn is None:
        vordering = replace(vordering, fatale_termijn=dossier.schuldeiser.fatale_termijn)
    return bepaal_verzuim(
        vordering,
        hoedanigheid=dossier.schuldenaar.hoedanigheid or Hoedanigheid.CONSUMENT,
        aanmaningen=dossier.aanmaningen,
        grote_schuldenaar=dossier.schuldenaar.grote_onderneming,
    )


def _toets_volgorde(vordering: Vordering) -> None:
    factuur, verval = vordering.factuurdatum, vordering.vervaldatum
    verzuim = vordering.verzuimdatum
    for dag, wat in (
        (factuur, "factuurdatum"),
        (vordering.ontvangstdatum, "ontvangstdatum"),
        (verval, "vervaldatum"),
        (verzuim, "verzuimdatum"),
    ):
        if dag is not None:
            toets_jaar(dag, wat)
    if factuur is not None and verval is not None and verval < factuur:
        raise _onmogelijke_volgorde(
            vordering, "vervaldatum", verval, "vóór de factuurdatum", factuur
        )
    if verzuim is None:
        return
    if verval is not None and verzuim <= verval:
        raise _onmogelijke_volgorde(
            vordering, "verzuimdatum", verzuim, "niet na de vervaldatum", verval
        )
    if factuur is not None and verzuim < factuur:
        raise _onmogelijke_volgorde(
            vordering, "verzuimdatum", verzuim, "vóór de factuurdatum", factuur
        )


def _onmogelijke_volgorde(
    vordering: Vordering, veld: str, dag: date, verhouding: str, ander: date
) -> NietMogelijk:
    return NietMogelijk(
        f"vordering «{vordering.factuurnummer}»: {veld} {datum_nl(dag)} ligt {verhouding} "
        f"{datum_nl(ander)}",
        doe="controleer de datums van deze vordering",
    )


def _opgegeven(verzuimdatum: date) -> Verzuim:
    return Verzuim(
        datum=verzuimdatum,
        grond=Verzuimgrond.OPGEGEVEN,
        stappen=(
            Stap(
                omschrijving=f"in verzuim sinds {dag_en_datum_nl(verzuimdatum)}, zoals opgegeven",
                bron=bron("bw", "6:81"),
            ),
        ),
        kanttekeningen=(
            Kanttekening(
                code="verzuim-opgegeven",
                tekst="De eerste dag van het verzuim is opgegeven en niet nagegaan; bewaar waarop "
                "zij berust.",
                bron=bron("bw", "6:81"),
            ),
        ),
    )


def _eerste_dag(dag: date, artikel: Bron) -> Stap:
    return Stap(omschrijving=f"in verzuim vanaf {dag_en_datum_nl(dag)}", bron=artikel)


def _fatale_termijn(termijn: Betaaltermijn) -> Verzuim:
    datum = dag_na(termijn.laatste_dag)
    grond = Verzuimgrond.FATALE_TERMIJN if termijn.afgesproken else Verzuimgrond.WETTELIJKE_TERMIJN
    return Verzuim(
        datum=datum,
        grond=grond,
        stappen=(*termijn.stappen, _eerste_dag(datum, bron("bw", "6:83"))),
        kanttekeningen=termijn.kanttekeningen,
    )


def _wettelijke_termijn(vordering: Vordering, hoedanigheid: Hoedanigheid) -> Verzuim | None:
    termijn = wettelijke_betaaltermijn(vordering, hoedanigheid)
    if termijn is None:
        return None
    laatste, stappen = termijn.laatste_dag, termijn.stappen
    kanttekeningen = [*termijn.kanttekeningen]
    if vordering.vervaldatum is not None and vordering.vervaldatum > laatste:
        laatste = vordering.vervaldatum
        stappen += (
            Stap(
                omschrijving="de vervaldatum op de factuur, "
                f"{dag_en_datum_nl(laatste)}, is later en wordt aangehouden"
            ),
        )
    if vordering.fatale_termijn is None and vordering.vervaldatum is not None:
        kanttekeningen.append(
            Kanttekening(
                code="afspraak-onbekend",
                tekst="Of de vervaldatum is overeengekomen, is niet bekend; de latere van "
                "vervaldatum en wettelijke termijn is aangehouden.",
                bron=bron("bw", "6:119a", "2"),
            )
        )
    kanttekeningen.append(
        Kanttekening(
            code="wettelijke-termijn-als-verzuim",
            tekst="De wettelijke termijn doet de rente lopen; dat de schuldenaar daarmee ook voor "
            "de incassokosten in verzuim is, wordt meestal aangenomen.",
            bron=stappen[0].bron,
        )
    )
    datum = dag_na(laatste)
    return Verzuim(
        datum=datum,
        grond=Verzuimgrond.WETTELIJKE_TERMIJN,
        stappen=(*stappen, _eerste_dag(datum, bron("bw", "6:81"))),
        kanttekeningen=tuple(kanttekeningen),
    )


def _ingebrekestelling(vordering: Vordering, aanmaningen: Sequence[Aanmaning]) -> Verzuim | None:
    """Default by the notice that expires first, among those that could have effect.

    Bron: art. 6:82 lid 1 BW; docs/keuzes/0014-ingebrekestelling.md.
    """
    termijnen = [
        termijn_van(brief)
        for brief in aanmaningen
        if brief.soort is Briefsoort.INGEBREKESTELLING and _werkt_voor(brief, vordering)
    ]
    if not termijnen:
        return None
    eerste = min(termijnen, key=lambda termijn: termijn.kosten_vanaf)
    return _na_ingebrekestelling(eerste)


def _werkt_voor(brief: Aanmaning, vordering: Vordering) -> bool:
    return (
        brief.termijn_dagen > 0
        and noemt(brief, vordering)
        and is_opeisbaar(vordering, dag_van(brief))
    )


def _na_ingebrekestelling(termijn: Termijnberekening) -> Verzuim:
    artikel = bron("bw", "6:82", "1")
    stappen = [
        termijn.stappen[0],
        Stap(
            omschrijving=f"ingebrekestelling met een termijn van {termijn.dagen} dagen na ontvangst"
            f": tot en met {dag_en_datum_nl(termijn.laatste_dag)}",
            bron=artikel,
        ),
        _eerste_dag(termijn.kosten_vanaf, artikel),
    ]
    kanttekeningen = [*termijn.kanttekeningen]
    if termijn.dagen < GEBRUIKELIJKE_TERMIJN:
        kanttekeningen.append(
            Kanttekening(
                code="termijn-ingebrekestelling-kort",
                tekst=f"De ingebrekestelling gaf {termijn.dagen} dagen; gebruikelijk is "
                f"{GEBRUIKELIJKE_TERMIJN}. Is de termijn niet redelijk, dan is er geen verzuim.",
                bron=artikel,
            )
        )
    return Verzuim(
        datum=termijn.kosten_vanaf,
        grond=Verzuimgrond.INGEBREKESTELLING,
        stappen=tuple(stappen),
        kanttekeningen=tuple(kanttekeningen),
    )


def _onbekend(vordering: Vordering, *, zakelijk: bool) -> Verzuim:
    return Verzuim(
        datum=None,
        grond=Verzuimgrond.ONBEKEND,
        stappen=(
            Stap(
                omschrijving="een betaaldag die alleen op de factuur staat, brengt de schuldenaar "
                "nog niet in verzuim",
                bron=bron("rbnho-2023-6558"),
            ),
        ),
        vraag=_vraag(vordering, zakelijk=zakelijk),
    )


def _vraag(vordering: Vordering, *, zakelijk: bool) -> str:
    if zakelijk:
        return "Op welke dag heeft de schuldenaar de factuur ontvangen (ontvangstdatum)?"
    if not vordering.uit_overeenkomst:
        return (
            "Sinds welke dag is de schuldenaar in verzuim (verzuimdatum)? De vordering komt niet "
            "uit een overeenkomst."
        )
    if vordering.fatale_termijn:
        return "Wat is de overeengekomen laatste dag van betaling (vervaldatum)?"
    if vordering.fatale_termijn is None and vordering.vervaldatum is not None:
        return (
            f"Is {datum_nl(vordering.vervaldatum)} als laatste dag van betaling overeengekomen, in "
            "het contract of in geldige voorwaarden (fatale_termijn = true)? Zo niet: is er een "
            "ingebrekestelling verzonden, en wanneer?"
        )
    return (
        "Is er een ingebrekestelling verzonden, en wanneer? Zo niet, verzend die eerst: zonder "
        "overeengekomen betaaldag begint het verzuim pas als haar termijn voorbij is."
    )
