"""When a business owes the fee, and how much (6:96 lid 4 BW; recht.md 2, 10).

The choices made here: docs/keuzes/0011-kosten-van-een-onderneming.md.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.geld import NUL, rond_af
from wiktool.kern.notatie import datum_nl, euro, procent
from wiktool.kern.uitkomst import Kanttekening, Stap
from wiktool.recht.aanmaningen import dag_van, noemt, termijn_van
from wiktool.recht.incassokosten import HONDERD, bereken_incassokosten, btw_over
from wiktool.recht.kostenpost import Kostenmoment, Kostenpost, stap_van_btw
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.kern.dossier import Afspraken, Dossier
    from wiktool.recht.incassokosten import Kostenberekening
    from wiktool.recht.rekening import Rekening

_BRIEVEN: Final = {
    Briefsoort.HERINNERING: "herinnering",
    Briefsoort.INGEBREKESTELLING: "ingebrekestelling",
    Briefsoort.WIK: "veertiendagenbrief",
    Briefsoort.SOMMATIE: "sommatie",
}


def momenten_zakelijk(
    dossier: Dossier, rekeningen: Sequence[Rekening], peildatum: date
) -> list[Kostenmoment]:
    """The first day of default of every claim, and the end of the term of every reminder.

    A reminder counts for claims it was about that were in default when it was sent; each claim
    counts in one reminder.

    Raises:
        NietMogelijk: a letter without a date.
        BuitenBereik: a day outside the known law or calendar.

    Bron: art. 6:96 lid 4 BW (recht.md R2.4, R10.5, R10.7).
    """
    momenten = [
        Kostenmoment(vanaf=verzuim, rekeningen=(rekening,))
        for rekening in rekeningen
        if (verzuim := _verzuim(rekening, "handelsminimum")) is not None
    ]
    gedekt: list[Rekening] = []
    brieven = [brief for brief in dossier.aanmaningen if dag_van(brief) <= peildatum]
    for brief in sorted(brieven, key=dag_van):
        geschikt = [
            rekening
            for rekening in rekeningen
            if rekening not in gedekt
            and noemt(brief, rekening.vordering)
            and (verzuim := _verzuim(rekening, "incassokosten")) is not None
            and verzuim <= dag_van(brief)
        ]
        if geschikt:
            termijn = termijn_van(brief)
            momenten.append(
                Kostenmoment(
                    vanaf=termijn.kosten_vanaf,
                    rekeningen=tuple(geschikt),
                    brief=brief,
                    termijn=termijn,
                )
            )
            gedekt += geschikt
    return momenten


def _verzuim(rekening: Rekening, regeling: str) -> date | None:
    """The first day of default of a contractual claim, where that table already held."""
    verzuim = rekening.verzuim.datum
    if verzuim is None or not rekening.vordering.uit_overeenkomst:
        return None
    return verzuim if verzuim >= tabel(regeling).versies[0].geldig_van else None


def bereken_kosten_zakelijk(
    moment: Kostenmoment, *, afspraken: Afspraken, btw_grond: bool
) -> tuple[Kostenpost, tuple[tuple[Rekening, Decimal], ...]] | None:
    """The fee that a moment adds to what was charged before.

    Without a letter: the minimum for one claim. After a reminder: the agreed fee, or else the
    tariff, over the claims together, less what was charged on them already.

    Returns:
        The fee with the claims it was computed over; None where nothing is open.

    Bron: art. 6:96 lid 4 BW; HR 10 juli 2015, ECLI:NL:HR:2015:1868 (recht.md R10.5, R10.6).
    """
    posten = _open(moment.rekeningen)
    if not posten:
        return None
    if moment.brief is None:
        return _minimum(moment, posten), posten
    return _na_aanmaning(moment, posten, afspraken, btw_grond=btw_grond), posten


def _open(rekeningen: Sequence[Rekening]) -> tuple[tuple[Rekening, Decimal], ...]:
    """The claims with principal open, as the payments so far were imputed (6:44 BW)."""
    return tuple((rekening, open_) for rekening in rekeningen if (open_ := rekening.stand.hoofdsom))


def _minimum(moment: Kostenmoment, posten: Sequence[tuple[Rekening, Decimal]]) -> Kostenpost:
    versie = tabel("handelsminimum").op(moment.vanaf)
    bedrag = rond_af(versie.getal("bedrag"))
    return Kostenpost(
        vanaf=moment.vanaf,
        facturen=tuple(rekening.kenmerk for rekening, _ in posten),
        grondslag=sum((open_ for _, open_ in posten), NUL),
        kosten=bedrag,
        btw=NUL,
        brief=None,
        stappen=(
            Stap(
                omschrijving=f"factuur {posten[0][0].kenmerk}: minimumvergoeding vanaf "
                f"{datum_nl(moment.vanaf)}, zonder aanmaning verschuldigd (regel geldt "
                f"{versie.geldigheid})",
                bron=versie.bron,
                bedrag=bedrag,
            ),
        ),
        kanttekeningen=(),
    )


def _na_aanmaning(
    moment: Kostenmoment,
    posten: Sequence[tuple[Rekening, Decimal]],
    afspraken: Afspraken,
    *,
    btw_grond: bool,
) -> Kostenpost:
    brief, termijn = moment.brief, moment.termijn
    assert brief is not None  # noqa: S101 - the caller has looked
    assert termijn is not None  # noqa: S101 - a letter has its term
    dag = dag_van(brief)
    grondslag = sum((open_ for _, open_ in posten), NUL)
    berekening = bereken_incassokosten(
        [open_ for _, open_ in posten],
        peildatum=dag,
        verzuimdatum=min(r.verzuim.datum for r, _ in posten if r.verzuim.datum is not None),
    )
    gerekend = sum((rekening.kosten for rekening, _ in posten), NUL)
    volgens, stappen, twijfels = _volgens_afspraak(grondslag, afspraken, berekening)
    totaal = max(volgens, gerekend)
    eraf = f", verminderd met {euro(gerekend)} die al gerekend was" if gerekend else ""
    stap = Stap(
        omschrijving=f"kosten vanaf {datum_nl(moment.vanaf)}, na de {_BRIEVEN[brief.soort]} van "
        f"{datum_nl(dag)}, over de hoofdsom van {euro(grondslag)}: {euro(volgens)}{eraf}",
        bron=bron("bw", "6:96", "4"),
        bedrag=totaal - gerekend,
    )
    btw = NUL
    if btw_grond and brief.kosten is not None and brief.kosten > volgens:
        btw = min(btw_over(totaal, dag), brief.kosten - volgens)
    return Kostenpost(
        vanaf=moment.vanaf,
        facturen=tuple(rekening.kenmerk for rekening, _ in posten),
        grondslag=grondslag,
        kosten=totaal - gerekend,
        btw=btw,
        brief=dag,
        stappen=(
            termijn.stappen[0],
            Stap(omschrijving=f"termijn van de brief: tot en met {datum_nl(termijn.laatste_dag)}"),
            *stappen,
            stap,
            *((stap_van_btw(btw, dag),) if btw else ()),
        ),
        kanttekeningen=(*termijn.kanttekeningen, *twijfels),
    )


def _volgens_afspraak(
    grondslag: Decimal, afspraken: Afspraken, staffel: Kostenberekening
) -> tuple[Decimal, tuple[Stap, ...], tuple[Kanttekening, ...]]:
    """The agreed fee, or the tariff where nothing was agreed, with its reasons and doubts."""
    procenten, minimum = afspraken.incassopercentage, afspraken.incassominimum
    if procenten is None and minimum is None:
        return staffel.kosten, staffel.stappen, (_na_een_incassohandeling(),)
    bedrag = staffel.kosten if procenten is None else grondslag * procenten / HONDERD
    volgens = rond_af(max(bedrag, minimum or NUL))
    delen = [] if procenten is None else [f"{procent(procenten)} van de hoofdsom"]
    delen += [] if minimum is None else [f"ten minste {euro(minimum)}"]
    stap = Stap(
        omschrijving=f"overeengekomen: {', '.join(delen)}",
        bron=bron("hr-2015-1868"),
        bedrag=volgens,
    )
    matiging = Kanttekening(
        code="matiging",
        tekst="De rechter kan afgesproken kosten matigen tot de staffel "
        f"({euro(staffel.kosten)}) als niet aannemelijk is dat de werkelijke kosten hoger waren.",
        bron=bron("rv", "242"),
    )
    return volgens, (stap,), (matiging,)


def _na_een_incassohandeling() -> Kanttekening:
    return Kanttekening(
        code="staffel-zakelijk",
        tekst="Boven de minimumvergoeding verwachten rechters dat de schuldenaar in verzuim was en "
        "dat er een werkelijke incassohandeling is verricht.",
        bron=bron("bw", "6:96", "4"),
    )


def twijfels_zakelijk(
    posten: Sequence[Kostenpost], onaangemaand: Sequence[Rekening], peildatum: date
) -> list[Kanttekening]:
    """What a reader must know of minimum fees.

    Args:
        posten: the fees charged.
        onaangemaand: the claims no reminder was about.
        peildatum: the day of the account.
    """
    gevonden = []
    if len([post for post in posten if post.brief is None]) > 1:
        gevonden.append(
            Kanttekening(
                code="minimum-per-vordering",
                tekst="De minimumvergoeding is voor iedere vordering gerekend, als aparte "
                "transactie. Horen zij bij één overeenkomst met één betaaldag, dan geldt zij eens.",
                bron=bron("bw", "6:96", "4"),
            )
        )
    open_ = [(rekening, bedrag) for rekening, bedrag in _open(onaangemaand) if rekening.kosten]
    gerekend = sum((rekening.kosten for rekening, _ in open_), NUL)
    if not open_:
        return gevonden
    staffel = bereken_incassokosten([b for _, b in open_], peildatum=peildatum).kosten
    if staffel > gerekend:
        gevonden.append(
            Kanttekening(
                code="staffel-na-aanmaning",
                tekst=f"Na een aanmaning die zonder gevolg blijft, kan {euro(staffel)} worden "
                "gevorderd in plaats van het minimum; rechters verwachten daarvoor een "
                "incassohandeling.",
                bron=bron("bw", "6:96", "4"),
            )
        )
    return gevonden
