"""When a letter is presumed to have reached the debtor (3:37 lid 3 BW; recht.md 4.3, 4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wiktool.kern.begrippen import Bezorgwijze
from wiktool.kern.datum import dag_na
from wiktool.kern.notatie import dag_en_datum_nl
from wiktool.kern.uitkomst import Kanttekening, Stap
from wiktool.recht.kalender import geen_postdag
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezorging:
    """The day a letter counts as received, with its reasons."""

    dag: date
    stappen: tuple[Stap, ...]
    kanttekeningen: tuple[Kanttekening, ...]


def bepaal_bezorging(verzonden: date, bezorging: Bezorgwijze) -> Bezorging:
    """The day a letter sent on ``verzonden`` is presumed received.

    Post: the second postal day after sending (the third for letters posted on or after 1 July
    2027), where Sundays, Mondays and official holidays do not count. E-mail and delivery by hand:
    the same day.

    Raises:
        BuitenBereik: a day outside the known calendar.

    Bron: HR 25 november 2016, ECLI:NL:HR:2016:2704; docs/keuzes/0006 and 0008.

    >>> bepaal_bezorging(date(2026, 11, 27), Bezorgwijze.POST).dag
    datetime.date(2026, 12, 1)
    """
    if bezorging is Bezorgwijze.POST:
        return _per_post(verzonden)
    if bezorging is Bezorgwijze.EMAIL:
        return _per_email(verzonden)
    return Bezorging(
        dag=verzonden,
        stappen=(
            Stap(
                omschrijving=f"persoonlijk overhandigd op {dag_en_datum_nl(verzonden)}",
                bron=bron("bw3", "3:37", "3"),
            ),
        ),
        kanttekeningen=(),
    )


def _per_post(verzonden: date) -> Bezorging:
    lijst = tabel("bezorging")
    versie = lijst.op(verzonden)
    nodig: int = versie.waarden["postdagen"]
    dag, overgeslagen = verzonden, []
    while nodig:
        dag = dag_na(dag)
        reden = geen_postdag(dag)
        if reden is None:
            nodig -= 1
        else:
            overgeslagen.append(f"{dag_en_datum_nl(dag)}{_feest(reden, dag)}")
    telwoord = {2: "tweede", 3: "derde"}[versie.waarden["postdagen"]]
    niet_geteld = f"; niet geteld: {', '.join(overgeslagen)}" if overgeslagen else ""
    return Bezorging(
        dag=dag,
        stappen=(
            Stap(
                omschrijving=f"verzonden per post op {dag_en_datum_nl(verzonden)}; vermoed bezorgd "
                f"op de {telwoord} postdag daarna, {dag_en_datum_nl(dag)}{niet_geteld}",
                bron=versie.bron,
            ),
        ),
        kanttekeningen=(
            Kanttekening(
                code="vermoeden-van-bezorging",
                tekst="De dag van bezorging is een vermoeden. Betwist de schuldenaar de ontvangst, "
                "dan moet u aantonen dat en wanneer de brief is aangekomen.",
                bron=bron("hr-2016-2704"),
            ),
            *lijst.kanttekeningen(verzonden),
        ),
    )


def _feest(reden: str, dag: date) -> str:
    """The holiday's name between brackets, unless the weekday says it all."""
    return "" if dag_en_datum_nl(dag).startswith(reden) else f" ({reden})"


def _per_email(verzonden: date) -> Bezorging:
    return Bezorging(
        dag=verzonden,
        stappen=(
            Stap(
                omschrijving=f"verzonden per e-mail op {dag_en_datum_nl(verzonden)} en dezelfde "
                "dag aangekomen",
                bron=bron("bw3", "3:37", "3"),
            ),
        ),
        kanttekeningen=(
            Kanttekening(
                code="ontvangst-van-email",
                tekst="Een e-mail telt vanaf de dag waarop hij de schuldenaar bereikt; bewaar het "
                "bewijs daarvan. Wie zeker wil zijn, telt vanaf de volgende dag.",
                bron=bron("ghshe-2017-5389"),
            ),
        ),
    )
