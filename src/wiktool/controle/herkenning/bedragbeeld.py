"""The amounts of a letter taken together: one principal, one fee, and what does not fit."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.kostenbeeld import lees_kosten, vraagt_per_factuur
from wiktool.controle.herkenning.posten import Post, Soort
from wiktool.kern.geld import NUL
from wiktool.kern.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wiktool.controle.herkenning.facturen import Factuurregel
    from wiktool.controle.herkenning.kostenbeeld import PerSoort
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_MEESTE_KOSTEN: Final = 12
"""No letter names more fees in earnest; each is added up with every other amount."""
_HOOFDSOORTEN: Final = frozenset(
    {Soort.HOOFDSOM, Soort.OPEN, Soort.TE_BETALEN, Soort.TOTAAL, Soort.ONBEKEND}
)
_GEEN_DEEL_VAN_SOM: Final = frozenset({Soort.KOSTEN, Soort.BTW})
_HOOFDSOMSOORTEN: Final = _HOOFDSOORTEN | {Soort.FACTUUR}


@record
class Bedragbeeld:
    """What the letter claims, in euros.

    Attributes:
        posten: every amount with its role.
        facturen: the invoice rows.
        hoofdsom: the principal; None when unknown or contradictory.
        hoofdsompost: where the letter names it.
        strijdige_sommen: sums to pay, other than the principal, that nothing explains.
        kosten: the fee without VAT; None when no exact amount is given.
        kostenpost: where the letter names it.
        strijdige_kosten: other exact amounts of costs.
        onexacte_kosten: amounts of costs with "minimaal", "maximaal", or of the general tariff.
        btw: VAT on the costs; None when no amount is given.
        btwpost: where the letter names it.
        met_btw: VAT on the costs is charged, with or without an amount.
        btwzin: the sentence in which it is.
        rente: the interest claimed; zero when none.
        factuursom: what the invoice rows add up to; None without rows or when one is unclear.
        kosten_gevraagd: an amount with the costs in it that must be paid within the term.
        per_factuur: the sentence that asks a fee for every invoice; empty when none does.
        onverklaard: amounts nobody can place.
    """

    posten: tuple[Post, ...]
    facturen: tuple[Factuurregel, ...]
    hoofdsom: Decimal | None = None
    hoofdsompost: Post | None = None
    strijdige_sommen: tuple[Post, ...] = ()
    kosten: Decimal | None = None
    kostenpost: Post | None = None
    strijdige_kosten: tuple[Post, ...] = ()
    onexacte_kosten: tuple[Post, ...] = ()
    btw: Decimal | None = None
    btwpost: Post | None = None
    met_btw: bool = False
    btwzin: Zin | None = None
    rente: Decimal = NUL
    factuursom: Decimal | None = None
    kosten_gevraagd: Post | None = None
    per_factuur: tuple[Woord, ...] = ()
    onverklaard: tuple[Post, ...] = ()


class _Claim(NamedTuple):
    """What a principal is looked for in."""

    posten: tuple[Post, ...]
    per_soort: PerSoort
    facturen: tuple[Factuurregel, ...]
    factuursom: Decimal | None
    rente: Decimal
    kosten: Decimal | None
    btw: Decimal | None


class _Onverklaard(NamedTuple):
    """What nothing explains, and whether costs are in what must be paid now."""

    strijdige_sommen: tuple[Post, ...]
    onverklaard: tuple[Post, ...]
    kosten_gevraagd: Post | None


def maak_bedragbeeld(
    zinnen: Sequence[Zin], posten: tuple[Post, ...], facturen: tuple[Factuurregel, ...]
) -> Bedragbeeld:
    """Put the amounts of a letter together."""
    per_soort: defaultdict[Soort, list[Post]] = defaultdict(list)
    for post in posten:
        per_soort[post.soort].append(post)
    kosten = lees_kosten(zinnen, posten, per_soort)
    per_factuur = vraagt_per_factuur(zinnen, per_soort[Soort.KOSTEN])
    rente = sum(_waarden(per_soort[Soort.RENTE]), NUL)
    factuursom = _factuursom(facturen)
    claim = _Claim(posten, per_soort, facturen, factuursom, rente, kosten.kosten, kosten.btw)
    hoofdsom, hoofdsompost = _hoofdsom(claim)
    rest = _toets_sommen(claim, hoofdsom)
    return Bedragbeeld(
        posten=posten,
        facturen=facturen,
        hoofdsom=hoofdsom,
        hoofdsompost=hoofdsompost,
        strijdige_sommen=rest.strijdige_sommen,
        kosten=kosten.kosten,
        kostenpost=kosten.kostenpost,
        strijdige_kosten=() if per_factuur else kosten.strijdige_kosten,
        onexacte_kosten=kosten.onexacte_kosten,
        btw=kosten.btw,
        btwpost=kosten.btwpost,
        met_btw=kosten.btwzin is not None,
        btwzin=kosten.btwzin,
        rente=rente,
        factuursom=factuursom,
        kosten_gevraagd=rest.kosten_gevraagd,
        per_factuur=per_factuur,
        onverklaard=rest.onverklaard,
    )


def _waarden(posten: Iterable[Post]) -> set[Decimal]:
    return {post.bedrag.waarde for post in posten}


def _factuursom(facturen: tuple[Factuurregel, ...]) -> Decimal | None:
    bedragen = [regel.open for regel in facturen if regel.open is not None]
    if not facturen or len(bedragen) < len(facturen):
        return None
    return sum((-b.waarde if b.negatief else b.waarde for b in bedragen), NUL)


def _betaald_buiten(betalingen: Iterable[Post], facturen: Iterable[Factuurregel]) -> Decimal:
    """Payments named outside the invoice rows."""
    rijen = {regel.zin for regel in facturen}
    return sum(_waarden(post for post in betalingen if post.zin.nummer not in rijen), NUL)


def _hoofdsom(claim: _Claim) -> tuple[Decimal | None, Post | None]:
    """The principal and where it stands, by the strongest name that yields one amount."""
    sommen = _sommen_met_kosten(claim)
    kandidaten = [
        post
        for post in claim.posten
        if post.soort in _HOOFDSOMSOORTEN and _kan_hoofdsom(post, sommen)
    ]
    som = claim.factuursom
    if som is not None:
        netto = som - _betaald_buiten(claim.per_soort[Soort.BETAALD], claim.facturen)
        for post in kandidaten:
            if post.bedrag.waarde in (netto, som):
                return post.bedrag.waarde, post
        rij = next(iter(claim.per_soort[Soort.FACTUURREGEL]), None)
        if rij is not None and claim.rente:
            samen = _waarden(kandidaten)
            for bedrag in (netto, som):
                if bedrag + claim.rente in samen:
                    return bedrag, rij
    for soort in (Soort.HOOFDSOM, Soort.OPEN, Soort.TE_BETALEN, Soort.TOTAAL):
        gevonden = [p for p in kandidaten if p.soort is soort and not p.voorwaardelijk]
        if gevonden:
            post = next((p for p in gevonden if p.gevraagd), gevonden[0])
            return post.bedrag.waarde, post
    return _uit_facturen(claim, kandidaten)


def _uit_facturen(claim: _Claim, kandidaten: list[Post]) -> tuple[Decimal | None, Post | None]:
    if claim.factuursom is not None and claim.factuursom > 0:
        return claim.factuursom, claim.per_soort[Soort.FACTUURREGEL][0]
    bij_naam = [p for p in kandidaten if p.soort is Soort.FACTUUR]
    if claim.facturen or len({p.bedrag.waarde for p in bij_naam}) != 1:
        return None, None
    return bij_naam[0].bedrag.waarde, bij_naam[0]


def _sommen_met_kosten(claim: _Claim) -> frozenset[Decimal]:
    """The costs, with VAT and interest or without, alone and on top of every other amount."""
    if claim.kosten is None:
        return frozenset()
    opgeteld = {claim.kosten, claim.kosten + (claim.btw or NUL)}
    opgeteld |= {kosten + claim.rente for kosten in opgeteld}
    anderen = _waarden(p for p in claim.posten if p.soort not in _GEEN_DEEL_VAN_SOM)
    return frozenset(kosten + ander for kosten in opgeteld for ander in (NUL, *anderen))


def _kan_hoofdsom(post: Post, sommen: frozenset[Decimal]) -> bool:
    """A principal is no sum that another amount and the costs make up, and is not zero."""
    if post.met_kosten or not post.bedrag.waarde:
        return False
    return post.soort is Soort.HOOFDSOM or post.bedrag.waarde not in sommen


def _toets_sommen(claim: _Claim, hoofdsom: Decimal | None) -> _Onverklaard:
    """Which sums nothing explains, and whether the costs are in what must be paid now."""
    samen = next((p for p in claim.posten if p.met_kosten and p.gevraagd), None)
    if hoofdsom is None:
        return _Onverklaard((), tuple(claim.per_soort[Soort.ONBEKEND]), samen)
    zonder_kosten, met_kosten = _verklaarde_sommen(claim, hoofdsom)
    strijdig: list[Post] = []
    onverklaard: list[Post] = []
    gevraagd = samen
    rijen = {p.zin.nummer for p in claim.posten if p.zin.rij and p.bedrag.waarde == hoofdsom}
    for post in claim.posten:
        if post.soort not in _HOOFDSOORTEN or post.bedrag.waarde in zonder_kosten:
            continue
        if post.met_kosten:
            continue
        if post.bedrag.waarde in met_kosten:
            na_de_termijn = post.zin.nummer in rijen  # beside the sum within the term
            gevraagd = gevraagd or (post if post.gevraagd and not na_de_termijn else None)
        elif post.gevraagd or post.soort in (Soort.HOOFDSOM, Soort.OPEN):
            strijdig.append(post)
        else:
            onverklaard.append(post)
    return _Onverklaard(tuple(strijdig), tuple(onverklaard), gevraagd)


def _delen_van(posten: Iterable[Post], hoofdsom: Decimal) -> set[Decimal]:
    """``€ 1.318,44 (toestel € 1.204,50, bellen € 113,94)``: what in one sentence adds up to it."""
    per_zin: defaultdict[int, list[Decimal]] = defaultdict(list)
    for post in posten:
        per_zin[post.zin.nummer].append(post.bedrag.waarde)
    return {
        bedrag
        for bedragen in per_zin.values()
        if sum(bedragen, NUL) == hoofdsom
        for bedrag in bedragen
    }


def _verklaarde_sommen(
    claim: _Claim, hoofdsom: Decimal
) -> tuple[frozenset[Decimal], frozenset[Decimal]]:
    """The sums the named amounts make up, without and with the costs."""
    facturen = _waarden(claim.per_soort[Soort.FACTUURREGEL])
    betaald = _waarden(claim.per_soort[Soort.BETAALD])
    anders = sum(_waarden(claim.per_soort[Soort.ANDERE_KOSTEN]), NUL)
    zonder = {hoofdsom, hoofdsom + claim.rente, hoofdsom + anders, NUL, *facturen}
    zonder |= {hoofdsom + bedrag for bedrag in betaald} | betaald
    zonder |= _delen_van(claim.per_soort[Soort.ONBEKEND], hoofdsom)
    if claim.factuursom is not None:
        zonder |= {claim.factuursom, claim.factuursom + claim.rente}
    kosten_posten = [post.bedrag.waarde for post in claim.per_soort[Soort.KOSTEN]]
    fee = {*kosten_posten[:_MEESTE_KOSTEN], sum(kosten_posten, NUL)}
    if claim.kosten is not None:
        fee |= {claim.kosten, claim.kosten + (claim.btw or NUL)}
    bases = zonder | {basis + anders for basis in zonder} if anders else zonder
    met = {basis + kosten for kosten in fee for basis in bases}
    if len(claim.facturen) > 1:
        met |= {basis + len(claim.facturen) * kosten for kosten in fee for basis in (NUL, hoofdsom)}
    return frozenset(zonder), frozenset(met - zonder)
