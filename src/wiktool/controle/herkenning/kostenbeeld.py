"""The costs a letter claims: the fee, the VAT on it, and whether it is asked for every invoice."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.btwbeeld import zoek_btwzin
from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.herkenning.woordenschat import AANMANING, FACTUUR, KOSTENWOORD, WIK
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_vorm
from wiktool.kern.geld import CENT, NUL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from wiktool.controle.herkenning.posten import Post
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

    PerSoort = Mapping[Soort, Sequence[Post]]
    """The amounts of each kind, in order."""

_VERST_TERUG: Final = 40
"""In sentences: how far VAT can stand from the costs it is on."""
_OPNIEUW: Final = woordgroep("opnieuw wederom nogmaals weer")
_KOSTENSOORTEN: Final = frozenset({Soort.KOSTEN, Soort.STAFFEL})


class Kostenbeeld(NamedTuple):
    """What is claimed as costs; the fields are those of :class:`.Bedragbeeld`."""

    kosten: Decimal | None
    kostenpost: Post | None
    strijdige_kosten: tuple[Post, ...]
    onexacte_kosten: tuple[Post, ...]
    btw: Decimal | None
    btwpost: Post | None
    btwzin: Zin | None


def lees_kosten(
    zinnen: Sequence[Zin], posten: tuple[Post, ...], per_soort: PerSoort
) -> Kostenbeeld:
    """The fee, its VAT, and what contradicts them or is not exact."""
    exact = [p for p in per_soort[Soort.KOSTEN] if p.exact and p.bedrag.waarde]
    gerekend = (p for p in per_soort[Soort.BTW] if p.bedrag.waarde)  # "btw € 0,00" is none
    btwpost = next((p for p in gerekend if _over_kosten(p, zinnen, exact)), None)
    post, kosten, btw = _splits_btw(exact, btwpost.bedrag.waarde if btwpost else None)
    return Kostenbeeld(
        kosten=kosten,
        kostenpost=post,
        strijdige_kosten=_andere_kosten(exact, kosten, btw),
        onexacte_kosten=tuple(
            [
                p
                for p in posten
                if p.soort in _KOSTENSOORTEN and (not p.exact or p.soort is Soort.STAFFEL)
            ]
        ),
        btw=btw,
        btwpost=btwpost,
        btwzin=zoek_btwzin(zinnen, post, btwpost),
    )


def _passende_btw(kosten: Iterable[Post]) -> frozenset[Decimal]:
    """21% of each amount of costs, rounded in any way."""
    return frozenset(
        (post.bedrag.waarde * 21 / 100).quantize(CENT) + verschil
        for post in kosten
        for verschil in (-CENT, NUL, CENT)
    )


def _over_kosten(post: Post, zinnen: Sequence[Zin], kosten: Iterable[Post]) -> bool:
    """VAT on the costs, not the VAT in the invoice."""
    if post.zin.heeft(KOSTENWOORD):
        return True
    alinea = post.zin.woorden[0].alinea
    for nummer in range(post.zin.nummer - 1, max(-1, post.zin.nummer - 1 - _VERST_TERUG), -1):
        vorige = zinnen[nummer]
        if vorige.woorden[0].alinea < alinea - 1 or not vorige.eigen:
            break
        if vorige.heeft(KOSTENWOORD):
            return True
    return post.bedrag.waarde in _passende_btw(kosten)


def _splits_btw(
    exact: list[Post], btw: Decimal | None
) -> tuple[Post | None, Decimal | None, Decimal | None]:
    """The fee without VAT, and the VAT, from what the letter gives of fee, VAT and total."""
    if not exact:
        return None, None, btw
    waarden = {post.bedrag.waarde for post in exact}
    for post in exact:
        waarde = post.bedrag.waarde
        if btw is not None and waarde + btw in waarden:
            return post, waarde, btw
    eerste = exact[0]
    if eerste.inclusief_btw and btw is not None:
        return eerste, eerste.bedrag.waarde - btw, btw
    if len(waarden) == 2 and any(post.inclusief_btw for post in exact):
        kosten = min(waarden)
        post = next(post for post in exact if post.bedrag.waarde == kosten)
        return post, kosten, max(waarden) - kosten
    return eerste, eerste.bedrag.waarde, btw


def _andere_kosten(
    exact: list[Post], kosten: Decimal | None, btw: Decimal | None
) -> tuple[Post, ...]:
    if kosten is None:
        return ()
    bekend = {kosten, kosten + (btw or NUL)}
    anders = [post for post in exact if post.bedrag.waarde not in bekend]
    return tuple(anders)


def vraagt_per_factuur(zinnen: Sequence[Zin], kosten: Sequence[Post]) -> tuple[Woord, ...]:
    """Where a fee is asked for every invoice."""
    for post in kosten:
        if post.per_factuur:
            return post.zin.woorden
    for zin in zinnen:
        if zin.begrippen & KOSTENWOORD and zin.eigen and _zegt_per_factuur(zin):
            return zin.woorden
    for eerste, tweede in pairwise(kosten):
        if eerste.zin is tweede.zin and _voor_facturen(eerste.zin) > 1:
            return eerste.zin.woorden
    return ()


def vraagt_opnieuw(zinnen: Sequence[Zin]) -> tuple[Woord, ...]:
    """Where costs are asked "opnieuw", after an earlier reminder with costs; empty when nowhere."""
    eerder = any(
        zin.eerder and not zin.citaat and zin.heeft(KOSTENWOORD)
        for zin in zinnen
        if zin.begrippen & (WIK | AANMANING)
    )
    if not eerder:
        return ()
    opnieuw = (z for z in zinnen if z.begrippen & KOSTENWOORD and z.eigen and z.noemt(_OPNIEUW))
    return next((zin.woorden for zin in opnieuw), ())


@per_vorm
def _zegt_per_factuur(zin: Zin) -> bool:
    return any(
        eerste.tekst in ("per", "elke", "iedere") and tweede.begrip & FACTUUR
        for eerste, tweede in pairwise(zin.woorden)
    )


def _voor_facturen(zin: Zin) -> int:
    """How often a sentence says "voor factuur …"."""
    return sum(
        1
        for eerste, tweede in pairwise(zin.woorden)
        if eerste.tekst == "voor" and tweede.begrip & FACTUUR
    )
