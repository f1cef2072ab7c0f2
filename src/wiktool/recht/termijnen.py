"""The fourteen days of the letter (6:96 lid 6 BW; recht.md 4.3, 4.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from wiktool.kern.begrippen import Bezorgwijze
from wiktool.kern.bron import Bewijs
from wiktool.kern.datum import dag_na, toets_jaar
from wiktool.kern.fouten import GebruiksFout
from wiktool.kern.notatie import dag_en_datum_nl, opsomming
from wiktool.kern.uitkomst import Kanttekening, Stap, zonder_dubbele
from wiktool.recht.bezorging import bepaal_bezorging
from wiktool.recht.kalender import feestdagen, geen_laatste_dag
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from wiktool.kern.bron import Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnberekening:
    """A term that runs from the day after receipt.

    Attributes:
        verzonden: None when only the day of receipt is known.
        bezorging: how the letter travelled; None when the day of receipt is given.
        bezorgd: the day of receipt, given or presumed.
        eerste_dag: the day after receipt.
        laatste_dag: the last day on which payment is in time, extended where it may have to be.
        verlengd_wegens: why it was extended; None when it was not.
        kosten_vanaf: the first day on which the consequences of not paying have set in.
    """

    verzonden: date | None
    bezorging: Bezorgwijze | None
    bezorgd: date
    dagen: int
    eerste_dag: date
    laatste_dag: date
    laatste_dag_zonder_verlenging: date
    verlengd_wegens: str | None
    kosten_vanaf: date
    stappen: tuple[Stap, ...]
    bronnen: tuple[Bron, ...]
    kanttekeningen: tuple[Kanttekening, ...]


def wettelijke_termijn(dag: date) -> int:
    """The days a consumer must be given, for a letter of this day.

    Raises:
        BuitenBereik: before 1 July 2012 there was no such letter.

    Bron: art. 6:96 lid 6 BW (recht.md R2.6).

    >>> wettelijke_termijn(date(2026, 11, 21))
    14
    """
    dagen: int = tabel("aanmaning").op(dag).waarden["dagen"]
    return dagen


def bereken_termijn(
    *,
    verzonden: date | None = None,
    bezorging: Bezorgwijze = Bezorgwijze.POST,
    ontvangen: date | None = None,
    dagen: int | None = None,
) -> Termijnberekening:
    """The last day of a term that starts the day after receipt.

    Args:
        verzonden: the day the letter was sent.
        bezorging: how it travels; of no effect when ``ontvangen`` is given.
        ontvangen: the day it was received, when known.
        dagen: the term in days; the legal fourteen when not given.

    Raises:
        GebruiksFout: neither day given, or received before it was sent.
        NotatieFout: a day before 1900 or after 2999.
        BuitenBereik: a day outside the known law or calendar.

    Bron: art. 6:96 lid 6 BW; HR 25 november 2016, ECLI:NL:HR:2016:2704; art. 1 ATW by analogy
    (docs/keuzes/0001).

    >>> bereken_termijn(verzonden=date(2026, 11, 20)).laatste_dag
    datetime.date(2026, 12, 8)
    """
    for dag, wat in ((verzonden, "de dag van verzending"), (ontvangen, "de dag van ontvangst")):
        if dag is not None:
            toets_jaar(dag, wat)
    bezorgd, stappen, kanttekeningen = _ontvangst(verzonden, bezorging, ontvangen)
    if dagen is None:
        dagen = wettelijke_termijn(verzonden or bezorgd)
    ongewijzigd = bezorgd + timedelta(days=dagen)
    laatste, redenen = _verleng(ongewijzigd)
    stappen.append(
        Stap(
            omschrijving=f"{dagen} dagen vanaf de dag na ontvangst "
            f"({dag_en_datum_nl(dag_na(bezorgd))}): de laatste is {dag_en_datum_nl(ongewijzigd)}",
            bron=bron("bw", "6:96", "6"),
        )
    )
    if redenen:
        stappen.append(
            Stap(
                omschrijving=f"verlengd wegens {opsomming(redenen)} tot en met "
                f"{dag_en_datum_nl(laatste)}",
                bron=bron("atw", "1"),
            )
        )
        kanttekeningen += _bij_verlenging(ongewijzigd, laatste)
    return Termijnberekening(
        verzonden=verzonden,
        bezorging=bezorging if ontvangen is None else None,
        bezorgd=bezorgd,
        dagen=dagen,
        eerste_dag=dag_na(bezorgd),
        laatste_dag=laatste,
        laatste_dag_zonder_verlenging=ongewijzigd,
        verlengd_wegens=opsomming(redenen) or None,
        kosten_vanaf=dag_na(laatste),
        stappen=tuple(stappen),
        bronnen=zonder_dubbele([stap.bron for stap in stappen if stap.bron is not None]),
        kanttekeningen=tuple(kanttekeningen),
    )


def _ontvangst(
    verzonden: date | None, bezorging: Bezorgwijze, ontvangen: date | None
) -> tuple[date, list[Stap], list[Kanttekening]]:
    if ontvangen is not None:
        if verzonden is not None and ontvangen < verzonden:
            raise GebruiksFout(
                "de brief kan niet zijn ontvangen voordat hij is verzonden",
                doe="controleer de dag van verzending en de dag van ontvangst",
            )
        stap = Stap(
            omschrijving=f"ontvangen op {dag_en_datum_nl(ontvangen)}",
            bron=bron("bw3", "3:37", "3"),
        )
        return ontvangen, [stap], []
    if verzonden is None:
        raise GebruiksFout(
            "de dag van verzending of van ontvangst ontbreekt",
            doe="geef --verzonden of --ontvangen",
        )
    bezorgd = bepaal_bezorging(verzonden, bezorging)
    return bezorgd.dag, list(bezorgd.stappen), list(bezorgd.kanttekeningen)


def _verleng(laatste: date) -> tuple[date, list[str]]:
    """The first day from ``laatste`` on that may end a term, and why the others may not."""
    redenen: list[str] = []
    while (reden := geen_laatste_dag(laatste)) is not None:
        redenen.append(reden)
        laatste = dag_na(laatste)
    return laatste, redenen


def _bij_verlenging(ongewijzigd: date, laatste: date) -> list[Kanttekening]:
    gevonden = [
        Kanttekening(
            code="termijnenwet-voorzichtig",
            tekst="Of de Algemene termijnenwet de veertien dagen verlengt, is niet beslist. "
            "wiktool verlengt altijd: wie een dag langer wacht, verliest niets.",
            bron=bron("atw", "1"),
        )
    ]
    dag = ongewijzigd
    while dag < laatste:
        feestdag = feestdagen(dag.year).get(dag)
        if feestdag is not None and feestdag.bron.bewijs is Bewijs.AFGELEID:
            gevonden.append(
                Kanttekening(
                    code="gelijkgestelde-dag-onzeker",
                    tekst=f"Dat {dag_en_datum_nl(dag)} een gelijkgestelde dag was, is afgeleid uit "
                    "het patroon van andere jaren en niet uit het besluit zelf.",
                    bron=feestdag.bron,
                )
            )
        dag = dag_na(dag)
    return gevonden
