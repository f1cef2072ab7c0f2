"""The fee for instalments under one legal relation (6:96 lid 8 BW; recht.md 1.6).

The wording of art. 2a Besluit BIK was not seen. What is computed here is the cautious side: a
letter that names too little only caps the claim, one that names too much can lose it
(docs/keuzes/0007-termijnbetalingen.md).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wiktool.kern.datum import maanden_later
from wiktool.kern.dossier import Briefsoort, Dossier, Hoedanigheid, Vordering
from wiktool.kern.fouten import GebruiksFout
from wiktool.kern.geld import NUL, rond_af
from wiktool.kern.notatie import datum_nl, euro
from wiktool.kern.uitkomst import Kanttekening, Stap, zonder_dubbele
from wiktool.recht.aanmaningen import dag_van, noemt, termijn_van
from wiktool.recht.incassokosten import Kostenberekening, bereken_incassokosten, tarief
from wiktool.recht.verzuim import bepaal_verzuim_in
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.kern.dossier import Aanmaning
    from wiktool.wetgegevens.tabel import Versie


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One claim of a reminder.

    Attributes:
        bedrag: the principal still open, in euros.
        termijnbetaling: an instalment under one legal relation.
    """

    bedrag: Decimal
    termijnbetaling: bool = False


def bereken_termijnkosten(
    vorderingen: Sequence[Decimal],
    *,
    eerder_aangemaand: int,
    peildatum: date,
    verzuimdatum: date | None = None,
    hoedanigheid: Hoedanigheid = Hoedanigheid.CONSUMENT,
    btw: bool = False,
) -> Kostenberekening:
    """The cautious fee of one reminder for instalments.

    Args:
        vorderingen: the open instalments in euros, each above zero.
        eerder_aangemaand: reminders for instalments of the same legal relation in the six months
            before this one.
        peildatum: the day of the reminder.
        verzuimdatum: the first day of default; ``peildatum`` when not given.
        hoedanigheid: of the debtor; the rule is for consumers.
        btw: as for the fee itself; never added to an amount that rests on art. 2a.

    Raises:
        GebruiksFout: a negative number of reminders.
        NotatieFout: no claim, or a claim of zero or less.
        BuitenBereik: in default before 1 July 2012.

    Bron: art. 6:96 lid 8 BW; art. 2a Besluit BIK.

    >>> maand = date(2026, 11, 21)
    >>> [
    ...     bereken_termijnkosten([Decimal(50)], eerder_aangemaand=n, peildatum=maand).kosten
    ...     for n in (0, 1, 5, 6)
    ... ]
    [Decimal('40.00'), Decimal('20.00'), Decimal('20.00'), Decimal('0.00')]
    """
    return bereken_aanmaningskosten(
        [Post(bedrag=bedrag, termijnbetaling=True) for bedrag in vorderingen],
        eerder_aangemaand=eerder_aangemaand,
        peildatum=peildatum,
        verzuimdatum=verzuimdatum,
        hoedanigheid=hoedanigheid,
        btw=btw,
    )


def bereken_aanmaningskosten(
    posten: Sequence[Post],
    *,
    eerder_aangemaand: int,
    peildatum: date,
    verzuimdatum: date | None = None,
    hoedanigheid: Hoedanigheid = Hoedanigheid.CONSUMENT,
    btw: bool = False,
) -> Kostenberekening:
    """The cautious fee of one reminder that may hold instalments beside other claims.

    Instalments above the lowest fee and other claims are added up and take the tariff. Where the
    reminder holds such claims, instalments at the lowest fee add nothing.

    Raises:
        GebruiksFout: a negative number of reminders.
        NotatieFout: no claim, or a claim of zero or less.
        BuitenBereik: in default before 1 July 2012.

    Bron: art. 6:96 lid 7 en 8 BW; art. 2a Besluit BIK.
    """
    if eerder_aangemaand < 0:
        raise GebruiksFout(
            f"«{eerder_aangemaand}» eerdere aanmaningen kan niet", doe="geef nul of meer"
        )

    def gewoon(deel: Sequence[Post]) -> Kostenberekening:
        return bereken_incassokosten(
            [post.bedrag for post in deel],
            peildatum=peildatum,
            verzuimdatum=verzuimdatum,
            hoedanigheid=hoedanigheid,
            btw=btw,
        )

    volledig = gewoon(posten)
    if not any(post.termijnbetaling for post in posten):
        return volledig
    regels = tabel("termijnbetalingen")
    if not hoedanigheid.is_consument:
        return _met_kanttekening(volledig, _alleen_consument())
    if peildatum < regels.versies[0].geldig_van:
        return _met_kanttekening(volledig, _nog_niet(regels.versies[0]))
    versie = regels.op(peildatum)
    staffel = tarief(verzuimdatum or peildatum)

    def is_laag(post: Post) -> bool:
        return post.termijnbetaling and staffel.kosten(post.bedrag) == staffel.minimum

    laag = [post for post in posten if is_laag(post)]
    rest = [post for post in posten if not is_laag(post)]
    if not laag:
        return _met_kanttekening(volledig, _boven_laagste(versie))
    if rest:
        return _gemengd(volledig, gewoon(rest), versie, len(laag))
    if len(laag) == 1 and not eerder_aangemaand:
        return _met_kanttekening(volledig, _tekst_niet_gezien(versie))
    return _volgens_2a(volledig, versie, eerder_aangemaand, btw=btw)


def nog_te_vorderen(versie: Versie, eerder_aangemaand: int) -> Decimal:
    """What one more reminder may cost after a number of earlier ones, in euros.

    >>> regels = tabel("termijnbetalingen").op(date(2024, 10, 1))
    >>> [str(nog_te_vorderen(regels, n)) for n in (0, 1, 5, 6, 7)]
    ['40.00', '20.00', '20.00', '0.00', '0.00']
    """
    eerste, volgende = versie.getal("eerste"), versie.getal("volgende")
    if not eerder_aangemaand:
        return rond_af(eerste)
    genomen = eerste + (eerder_aangemaand - 1) * volgende
    return rond_af(max(NUL, min(volgende, versie.getal("plafond") - genomen)))


def tel_eerdere_aanmaningen(
    dossier: Dossier, vorderingen: Sequence[Vordering], *, dag: date
) -> int:
    """How many letters of the six months before a day were about instalments of these relations.

    Counted are fourteen-day letters sent before that day and received no longer than six months
    before it. A letter about claims the dossier does not hold counts too: whether they were
    instalments cannot be told.

    Args:
        dossier: supplies the earlier letters, and all claims they may have been about.
        vorderingen: the claims that are to be reminded now.
        dag: the day of the reminder.

    Raises:
        NietMogelijk: an earlier letter without a date.

    Bron: art. 6:96 lid 8 BW (recht.md R1.40).
    """
    relaties = {v.rechtsverhouding for v in vorderingen if v.termijnbetaling}
    if not relaties:
        return 0
    maanden: int = tabel("termijnbetalingen").versies[-1].waarden["maanden"]
    begin = maanden_later(dag, maanden=-maanden)
    return sum(
        brief.soort is Briefsoort.WIK
        and dag_van(brief) < dag
        and termijn_van(brief).bezorgd >= begin
        and _over_termijnen(dossier, brief, relaties)
        for brief in dossier.aanmaningen
    )


def kosten_van_aanmaning(
    dossier: Dossier,
    openstaand: Sequence[tuple[Vordering, Decimal]],
    *,
    dag: date,
    btw: bool = False,
) -> Kostenberekening:
    """The fee a fourteen-day letter of a day may announce for claims of a dossier.

    Args:
        dossier: supplies the debtor's capacity and the earlier letters.
        openstaand: the claims of the letter, each with the principal still open.
        dag: the day of the letter.
        btw: the creditor may and will raise the fee with VAT.

    Raises:
        NotatieFout: no claim, or nothing open on one.
        BuitenBereik: in default before 1 July 2012.

    Bron: art. 6:96 lid 6, 7 en 8 BW.
    """
    vorderingen = [vordering for vordering, _ in openstaand]
    verzuimdagen = [bepaal_verzuim_in(dossier, vordering).datum for vordering in vorderingen]
    return bereken_aanmaningskosten(
        [Post(bedrag=open_, termijnbetaling=v.termijnbetaling) for v, open_ in openstaand],
        eerder_aangemaand=tel_eerdere_aanmaningen(dossier, vorderingen, dag=dag),
        peildatum=dag,
        verzuimdatum=min((datum for datum in verzuimdagen if datum is not None), default=None),
        hoedanigheid=dossier.schuldenaar.hoedanigheid or Hoedanigheid.CONSUMENT,
        btw=btw,
    )


def _over_termijnen(dossier: Dossier, brief: Aanmaning, relaties: set[str]) -> bool:
    bekend = [vordering for vordering in dossier.vorderingen if noemt(brief, vordering)]
    if any(v.termijnbetaling and _zelfde(v.rechtsverhouding, relaties) for v in bekend):
        return True
    return len(brief.facturen) > len(bekend)


def _zelfde(rechtsverhouding: str, relaties: set[str]) -> bool:
    """Whether it may be one of the relations; an unnamed one may be any."""
    return not rechtsverhouding or "" in relaties or rechtsverhouding in relaties


def _volgens_2a(
    volledig: Kostenberekening, versie: Versie, eerder: int, *, btw: bool
) -> Kostenberekening:
    bedrag = nog_te_vorderen(versie, eerder)
    stap = Stap(omschrijving=_reden(volledig, versie, eerder), bron=versie.bron, bedrag=bedrag)
    lid8 = bron("bw", "6:96", "8")
    kanttekeningen = [k for k in volledig.kanttekeningen if k.code == "pas-na-veertiendagenbrief"]
    kanttekeningen.append(_tekst_niet_gezien(versie))
    if btw:
        kanttekeningen.append(
            Kanttekening(
                code="btw-termijnbetaling",
                tekst="Of btw bij een vergoeding voor termijnbetalingen mag komen, is niet bekend; "
                "zij is niet opgeteld.",
                bron=versie.bron,
            )
        )
    return replace(
        volledig,
        kosten=bedrag,
        btw=NUL,
        btw_percentage=None,
        totaal=bedrag,
        minimum_toegepast=False,
        maximum_toegepast=False,
        schijven=(),
        stappen=(stap,),
        bronnen=(versie.bron, lid8),
        kanttekeningen=tuple(kanttekeningen),
    )


def _reden(volledig: Kostenberekening, versie: Versie, eerder: int) -> str:
    maanden = versie.waarden["maanden"]
    if not eerder:
        return (
            f"{len(volledig.vorderingen)} termijnen met de laagste vergoeding in één aanmaning: "
            f"niet meer dan voor één termijn (regel geldt {versie.geldigheid})"
        )
    keer = "één eerdere aanmaning" if eerder == 1 else f"{eerder} eerdere aanmaningen"
    return (
        f"termijn met de laagste vergoeding, na {keer} in de {maanden} maanden ervoor: "
        f"{euro(versie.getal('eerste'))} voor de eerste, {euro(versie.getal('volgende'))} voor "
        f"elke volgende, samen ten hoogste {euro(versie.getal('plafond'))} (regel geldt "
        f"{versie.geldigheid})"
    )


def _gemengd(
    volledig: Kostenberekening, rest: Kostenberekening, versie: Versie, aantal: int
) -> Kostenberekening:
    """The tariff over what is not at the lowest fee; the instalments that are add nothing."""
    stap = Stap(
        omschrijving=f"{aantal} {'termijn' if aantal == 1 else 'termijnen'} met de laagste "
        "vergoeding in dezelfde aanmaning: voorzichtigheidshalve zonder eigen vergoeding",
        bron=versie.bron,
    )
    return _met_kanttekening(
        replace(
            rest,
            vorderingen=volledig.vorderingen,
            hoofdsom=volledig.hoofdsom,
            stappen=(*rest.stappen, stap),
            bronnen=zonder_dubbele([*rest.bronnen, versie.bron]),
        ),
        _tekst_niet_gezien(versie),
    )


def _met_kanttekening(berekening: Kostenberekening, nieuw: Kanttekening) -> Kostenberekening:
    return replace(berekening, kanttekeningen=(*berekening.kanttekeningen, nieuw))


def _tekst_niet_gezien(versie: Versie) -> Kanttekening:
    return Kanttekening(
        code="termijnbetalingen-artikel-2a",
        tekst="Bij termijnbetalingen met de laagste vergoeding tellen aanmaningen uit de "
        f"{versie.waarden['maanden']} maanden ervoor mee, samen tot {euro(versie.getal('plafond'))}"
        ". De tekst van artikel 2a is niet gezien; dit is het voorzichtige bedrag. Ga het artikel "
        "na voordat u meer vraagt.",
        bron=versie.bron,
    )


def _boven_laagste(versie: Versie) -> Kanttekening:
    return Kanttekening(
        code="termijnbetaling-boven-laagste-vergoeding",
        tekst="De regel voor termijnbetalingen geldt alleen voor termijnen met de laagste "
        "vergoeding; voor deze is de gewone staffel gebruikt.",
        bron=versie.bron,
    )


def _alleen_consument() -> Kanttekening:
    return Kanttekening(
        code="termijnbetaling-alleen-consument",
        tekst="De regel voor termijnbetalingen hoort bij de aanmaning van een consument; voor deze "
        "schuldenaar is de gewone staffel gebruikt.",
        bron=bron("bw", "6:96", "8"),
    )


def _nog_niet(versie: Versie) -> Kanttekening:
    return Kanttekening(
        code="termijnbetaling-voor-2024",
        tekst=f"Vóór {datum_nl(versie.geldig_van)} gold geen regel voor termijnbetalingen: iedere "
        "aanmaning kon de gewone vergoeding opleveren.",
        bron=versie.bron,
    )
