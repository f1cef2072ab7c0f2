"""When a consumer owes the fee, and how much (6:96 lid 6 to 8 BW; recht.md 2, 3, 4.2, 6.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import datum_nl, euro, opsomming
from wiktool.kern.uitkomst import Kanttekening, Stap
from wiktool.recht.aanmaningen import dag_van, noemt, termijn_van
from wiktool.recht.incassokosten import Kostenberekening, btw_over
from wiktool.recht.kostenpost import (
    Kostenmoment,
    Kostenpost,
    open_hoofdsommen,
    stap_van_btw,
)
from wiktool.recht.termijnbetalingen import (
    Post,
    bereken_aanmaningskosten,
    tel_eerdere_aanmaningen,
)
from wiktool.recht.termijnen import wettelijke_termijn
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.kern.dossier import Aanmaning, Dossier
    from wiktool.recht.rekening import Rekening


def momenten_consument(
    dossier: Dossier, rekeningen: Sequence[Rekening], peildatum: date
) -> tuple[list[Kostenmoment], list[Kanttekening]]:
    """The fourteen-day letters that can make a fee due, and why others cannot.

    A letter works for claims it was about that were in default when it was sent, arise from a
    contract, and were in no earlier letter that works.

    Raises:
        NietMogelijk: a letter without a date.
        BuitenBereik: a day outside the known law or calendar.

    Bron: art. 6:96 lid 6 en 7 BW (recht.md R2.6, R2.7, D10, D12).
    """
    brieven = [
        brief
        for brief in dossier.aanmaningen
        if brief.soort is Briefsoort.WIK and dag_van(brief) <= peildatum
    ]
    momenten: list[Kostenmoment] = []
    kanttekeningen: list[Kanttekening] = []
    gedekt: list[Rekening] = []
    for brief in sorted(brieven, key=dag_van):
        if brief.termijn_dagen < wettelijke_termijn(dag_van(brief)):
            kanttekeningen.append(_termijn_te_kort(brief))
            continue
        genoemd = [r for r in rekeningen if noemt(brief, r.vordering) and r not in gedekt]
        kanttekeningen += _waarom_niet(brief, genoemd)
        geschikt = [r for r in genoemd if _kan_kosten_dragen(r, dag_van(brief))]
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
    return momenten, kanttekeningen


def _kan_kosten_dragen(rekening: Rekening, dag: date) -> bool:
    verzuim = rekening.verzuim.datum
    return (
        rekening.vordering.uit_overeenkomst
        and verzuim is not None
        and tabel("incassokosten").versies[0].geldig_van <= verzuim <= dag
    )


def _waarom_niet(brief: Aanmaning, genoemd: Sequence[Rekening]) -> list[Kanttekening]:
    dag = dag_van(brief)
    te_vroeg = [r.kenmerk for r in genoemd if not r.verzuim.ingetreden_op(dag)]
    if not te_vroeg:
        return []
    return [
        Kanttekening(
            code="brief-voor-verzuim",
            tekst=f"De veertiendagenbrief van {datum_nl(dag)} ging ook over "
            f"{opsomming(te_vroeg)}, waarvoor toen nog geen verzuim vaststond; daarover zijn geen "
            "kosten gerekend. De rechter kan om deze reden ook de rest van de kosten afwijzen.",
            bron=bron("bw", "6:96", "6"),
        )
    ]


def _termijn_te_kort(brief: Aanmaning) -> Kanttekening:
    return Kanttekening(
        code="brief-zonder-werking",
        tekst=f"De veertiendagenbrief van {datum_nl(dag_van(brief))} gaf {brief.termijn_dagen} "
        "dagen en heeft daarom geen gevolg; alleen een nieuwe, juiste brief maakt kosten "
        "verschuldigd.",
        bron=bron("hr-2016-2704"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Geboekt:
    """A fee with the letter that made it due and the claims it was computed over."""

    moment: Kostenmoment
    post: Kostenpost
    posten: tuple[tuple[Rekening, Decimal], ...]


def bereken_kosten_consument(
    moment: Kostenmoment,
    dossier: Dossier,
    *,
    tot_en_met: date,
    btw_grond: bool,
    eerder: Sequence[Geboekt] = (),
) -> Geboekt:
    """The fee over the principal unpaid at the end of a letter's term.

    Args:
        moment: the letter and its claims.
        dossier: supplies earlier letters about instalments.
        tot_en_met: the last day whose payments count: the last of the term.
        btw_grond: the creditor outsources collection and cannot deduct VAT.
        eerder: the fees other letters made due.

    Bron: art. 6:96 lid 6 en 7 BW; HR 25 november 2016, ECLI:NL:HR:2016:2704 (recht.md H10, R6.4).
    """
    brief, termijn = moment.brief, moment.termijn
    assert brief is not None  # noqa: S101 - a consumer owes no fee without a letter
    assert termijn is not None  # noqa: S101 - a letter has its term
    toen = tuple(open_hoofdsommen(moment.rekeningen, dag_van(brief)))
    posten = tuple(open_hoofdsommen(moment.rekeningen, tot_en_met))
    if not posten:
        return Geboekt(moment=moment, post=_op_tijd_betaald(moment, brief), posten=())
    grondslag = sum((bedrag for _, bedrag in posten), NUL)
    berekening = _staffel(posten, dossier, brief)
    samen = _samen_met_eerdere(berekening.kosten, posten, dossier, moment, eerder)
    begrensd = _begrens(samen.kosten, brief, _staffel(toen, dossier, brief, btw=btw_grond))
    stap = Stap(
        omschrijving=f"kosten vanaf {datum_nl(moment.vanaf)}, na de veertiendagenbrief van "
        f"{datum_nl(dag_van(brief))}, over de hoofdsom van {euro(grondslag)} die op "
        f"{datum_nl(tot_en_met)} open stond",
        bron=bron("bw", "6:96", "6"),
        bedrag=begrensd.kosten + begrensd.btw,
    )
    post = Kostenpost(
        vanaf=moment.vanaf,
        facturen=tuple(rekening.kenmerk for rekening, _ in posten),
        grondslag=grondslag,
        kosten=begrensd.kosten,
        btw=begrensd.btw,
        brief=dag_van(brief),
        stappen=(
            *termijn.stappen,
            *berekening.stappen,
            *samen.stappen,
            *begrensd.stappen,
            stap,
        ),
        kanttekeningen=(
            *termijn.kanttekeningen,
            *_zonder_voorwaarde(berekening),
            *((_over_de_rest(),) if grondslag < sum(bedrag for _, bedrag in toen) else ()),
            *samen.kanttekeningen,
            *begrensd.kanttekeningen,
        ),
    )
    return Geboekt(moment=moment, post=post, posten=posten)


def _over_de_rest() -> Kanttekening:
    return Kanttekening(
        code="kosten-over-de-rest",
        tekst="Er is binnen de termijn een deel betaald; de kosten zijn berekend over wat toen nog "
        "van de hoofdsom open stond. Betalingen tellen daarvoor geheel als betaald op de hoofdsom, "
        "ook wat naar de rente ging; het minimum van de staffel geldt ook voor de rest.",
        bron=bron("hr-2016-2704"),
    )


def _op_tijd_betaald(moment: Kostenmoment, brief: Aanmaning) -> Kostenpost:
    stap = Stap(
        omschrijving=f"geen kosten na de veertiendagenbrief van {datum_nl(dag_van(brief))}: de "
        "hoofdsom is binnen de termijn betaald",
        bron=bron("hr-2016-2704"),
        bedrag=NUL,
    )
    return Kostenpost(
        vanaf=moment.vanaf,
        facturen=tuple(rekening.kenmerk for rekening in moment.rekeningen),
        grondslag=NUL,
        kosten=NUL,
        btw=NUL,
        brief=dag_van(brief),
        stappen=(stap,),
        kanttekeningen=(),
    )


def _staffel(
    posten: Sequence[tuple[Rekening, Decimal]],
    dossier: Dossier,
    brief: Aanmaning,
    *,
    btw: bool = False,
) -> Kostenberekening:
    vorderingen = [rekening.vordering for rekening, _ in posten]
    return bereken_aanmaningskosten(
        [Post(bedrag=open_, termijnbetaling=r.vordering.termijnbetaling) for r, open_ in posten],
        eerder_aangemaand=tel_eerdere_aanmaningen(dossier, vorderingen, dag=dag_van(brief)),
        peildatum=dag_van(brief),
        verzuimdatum=min(r.verzuim.datum for r, _ in posten if r.verzuim.datum is not None),
        btw=btw,
    )


def _zonder_voorwaarde(berekening: Kostenberekening) -> list[Kanttekening]:
    """The doubts of the tariff, without what is already met here."""
    return [k for k in berekening.kanttekeningen if k.code != "pas-na-veertiendagenbrief"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begrensd:
    """A fee after a bound, with the steps and doubts that the bound brings."""

    kosten: Decimal
    btw: Decimal = NUL
    stappen: tuple[Stap, ...] = ()
    kanttekeningen: tuple[Kanttekening, ...] = ()


def _samen_met_eerdere(
    kosten: Decimal,
    posten: Sequence[tuple[Rekening, Decimal]],
    dossier: Dossier,
    moment: Kostenmoment,
    eerder: Sequence[Geboekt],
) -> _Begrensd:
    """Letters that should have been one letter cost no more than one would.

    Bron: art. 6:96 lid 7 BW; docs/keuzes/0016-meer-brieven-dan-een.md.
    """
    verwant = [geboekt for geboekt in eerder if _hoort_bij(moment, geboekt.moment)]
    if not verwant or all(rekening.vordering.termijnbetaling for rekening, _ in posten):
        return _Begrensd(kosten=kosten)
    alle = [*posten, *(paar for geboekt in verwant for paar in geboekt.posten)]
    assert moment.brief is not None  # noqa: S101 - as above
    samen = _staffel(alle, dossier, moment.brief).kosten
    gerekend = sum((geboekt.post.kosten for geboekt in verwant), NUL)
    ruimte = max(NUL, samen - gerekend)
    if ruimte >= kosten:
        return _Begrensd(kosten=kosten)
    lid7 = bron("bw", "6:96", "7")
    stap = Stap(
        omschrijving=f"de brieven samen ten hoogste {euro(samen)}, waarvan {euro(gerekend)} al "
        "gerekend is",
        bron=lid7,
        bedrag=ruimte,
    )
    twijfel = Kanttekening(
        code="meer-brieven",
        tekst="Deze vorderingen hadden in één veertiendagenbrief gemoeten; de kosten van de "
        f"brieven samen zijn begrensd op {euro(samen)}, de staffel over het geheel.",
        bron=lid7,
    )
    return _Begrensd(kosten=ruimte, stappen=(stap,), kanttekeningen=(twijfel,))


def _hoort_bij(moment: Kostenmoment, ander: Kostenmoment) -> bool:
    """Whether claims of the later letter were already in default when the earlier was sent."""
    assert moment.brief is not None  # noqa: S101 - as above
    assert ander.brief is not None  # noqa: S101 - as above
    eerste, tweede = sorted(
        ((dag_van(moment.brief), moment), (dag_van(ander.brief), ander)), key=lambda paar: paar[0]
    )
    dag, later = eerste[0], tweede[1]
    return any(rekening.verzuim.ingetreden_op(dag) for rekening in later.rekeningen)


def _begrens(kosten: Decimal, brief: Aanmaning, volgens_wet: Kostenberekening) -> _Begrensd:
    """Bound the fee by what the letter announced; VAT only where the letter announced it.

    Args:
        kosten: the fee by law.
        brief: the letter.
        volgens_wet: what the letter could announce when it was sent, with VAT where there is
            ground for it.

    Bron: art. 2 lid 3 Besluit BIK; ECLI:NL:RBMNE:2025:2395 (recht.md R1.15, D8, D9);
    docs/keuzes/0012-aangezegd-bedrag.md.
    """
    aangezegd = brief.kosten
    if aangezegd is None:
        twijfels = [_bedrag_onbekend(brief)]
        if volgens_wet.btw:
            twijfels.append(_btw_niet_aangezegd(brief))
        return _Begrensd(kosten=kosten, kanttekeningen=tuple(twijfels))
    met_btw = bool(volgens_wet.btw) and aangezegd > volgens_wet.kosten
    btw = btw_over(kosten, dag_van(brief)) if met_btw else NUL
    twijfels = []
    if aangezegd > volgens_wet.totaal:
        twijfels.append(_te_hoog(brief, aangezegd, volgens_wet.totaal))
    elif aangezegd < kosten + btw:
        twijfels.append(_te_laag(brief, aangezegd, kosten + btw))
    if volgens_wet.btw and not met_btw:
        twijfels.append(_btw_niet_aangezegd(brief))
    begrensd = min(kosten, aangezegd)
    btw = min(btw, aangezegd - begrensd)
    return _Begrensd(
        kosten=begrensd,
        btw=btw,
        stappen=_stappen_van_begrenzing(brief, kosten, begrensd, btw),
        kanttekeningen=tuple(twijfels),
    )


def _stappen_van_begrenzing(
    brief: Aanmaning, kosten: Decimal, begrensd: Decimal, btw: Decimal
) -> tuple[Stap, ...]:
    stappen = []
    if begrensd < kosten:
        stappen.append(
            Stap(
                omschrijving="niet meer dan de brief noemde",
                bron=bron("rbmne-2025-2395"),
                bedrag=begrensd,
            )
        )
    if btw:
        stappen.append(stap_van_btw(btw, dag_van(brief)))
    return tuple(stappen)


def _bedrag_onbekend(brief: Aanmaning) -> Kanttekening:
    return Kanttekening(
        code="aangezegde-kosten-onbekend",
        tekst=f"Het dossier zegt niet welk bedrag de brief van {datum_nl(dag_van(brief))} noemde. "
        "Noemde hij geen bedrag, dan zijn geen kosten verschuldigd; noemde hij minder, dan niet "
        "meer dan dat.",
        bron=bron("bw", "6:96", "6"),
    )


def _btw_niet_aangezegd(brief: Aanmaning) -> Kanttekening:
    return Kanttekening(
        code="btw-niet-aangezegd",
        tekst="Er is grond voor btw over de kosten, maar niet blijkt dat de brief van "
        f"{datum_nl(dag_van(brief))} die aanzegde; zij is niet gerekend. Noemde hij een bedrag "
        "met btw en de reden, geef dan bij kosten het bedrag inclusief btw.",
        bron=bron("besluit-bik", "2", "3"),
    )


def _te_laag(brief: Aanmaning, aangezegd: Decimal, volgens_wet: Decimal) -> Kanttekening:
    return Kanttekening(
        code="aangezegde-kosten-te-laag",
        tekst=f"De brief van {datum_nl(dag_van(brief))} noemde {euro(aangezegd)}, minder dan "
        f"{euro(volgens_wet)} volgens de wet; meer dan genoemd is niet verschuldigd.",
        bron=bron("rbmne-2025-2395"),
    )


def _te_hoog(brief: Aanmaning, aangezegd: Decimal, volgens_wet: Decimal) -> Kanttekening:
    return Kanttekening(
        code="aangezegde-kosten-te-hoog",
        tekst=f"De brief van {datum_nl(dag_van(brief))} noemde {euro(aangezegd)}, meer dan "
        f"{euro(volgens_wet)} volgens de wet. Gerekend is niet meer dan de wet toelaat; de rechter "
        "kan de kosten om deze reden ook geheel afwijzen.",
        bron=bron("bw", "6:96", "6"),
    )
