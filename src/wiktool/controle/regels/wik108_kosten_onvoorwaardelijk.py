"""De incassokosten zijn al in rekening gebracht of moeten binnen de termijn worden betaald.

Wat wordt gecontroleerd
    Of de kosten pas verschuldigd worden als betaling binnen de termijn uitblijft. Fout is een
    totaal om te betalen waar de kosten al in zitten, of kosten die "in rekening zijn gebracht".

Waarom
    De vergoeding kan pas verschuldigd worden nadat de termijn zonder betaling is verstreken. De
    schuldenaar moet nog kosteloos kunnen betalen.

Fout
    > Hoofdsom € 250,00. Wij hebben € 40,00 incassokosten bij u in rekening gebracht.

    > Wij verzoeken u € 290,00 inclusief € 40,00 incassokosten te betalen.

Goed
    > Wij verzoeken u € 250,00 te betalen. Betaalt u niet, dan bent u € 40,00 incassokosten
    > verschuldigd.

    > Om € 40,00 incassokosten te voorkomen, verzoeken wij u € 250,00 te betalen.

Niet te beoordelen
    De brief noemt kosten zonder te zeggen wanneer zij verschuldigd worden:

    > De hoofdsom is € 250,00. De incassokosten bedragen € 40,00.

    Of zij spreekt van een deel van de kosten:

    > Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd. Betaalt u op tijd, dan blijven
    > de kosten voor de helft voor uw rekening.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import voorstel_kosten
from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.herkenning.woordenschat import KOSTENWOORD
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Ernst
from wiktool.controle.regel import Open, Regel, Treffer
from wiktool.kern.begrippen import Briefsoort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.herkenning.posten import Post
    from wiktool.controle.herkenning.zinnen import Zin
    from wiktool.controle.zaak import Zaak

_VEREIST: Final = "kosten die pas verschuldigd worden als niet binnen de termijn is betaald"
_DEEL: Final = woordgroep("helft kwart gedeelte gedeeltelijk deels")
_SCHULDIG: Final = woordgroep("verschuldigd rekening laste")


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find costs that are due before the term is over."""
    beeld = zaak.lezing.bedragen
    kosten = [post for post in beeld.posten if post.soort is Soort.KOSTEN]
    fout = next((post for post in kosten if _nu_al(post)), beeld.kosten_gevraagd)
    if fout is not None:
        yield Treffer(
            melding="De incassokosten zijn al aangerekend of zitten in het bedrag dat nu "
            "betaald moet worden.",
            vereist=_VEREIST,
            woorden=fout.woorden,
            voorstel=voorstel_kosten(beeld.kosten),
        )
        return
    over_kosten = (zin for zin in zaak.lezing.eigen if zin.begrippen & KOSTENWOORD)
    deel = next(filter(_deel_van_de_kosten, over_kosten), None)
    if deel is not None:
        yield Open(
            reden="De brief zegt niet duidelijk of een deel van de kosten ook bij betaling op tijd "
            "verschuldigd is.",
            doe="schrijf dat bij betaling binnen de termijn geen kosten verschuldigd zijn",
            woorden=deel.woorden,
        )
        return
    if not kosten or any(post.voorwaardelijk for post in kosten) or _elders_voorwaardelijk(zaak):
        return
    yield Open(
        reden="De brief zegt niet of de kosten nu verschuldigd zijn of pas als betaling uitblijft.",
        doe=f"schrijf: {voorstel_kosten(beeld.kosten)}",
        woorden=kosten[0].woorden,
    )


def _deel_van_de_kosten(zin: Zin) -> bool:
    """``de gemaakte kosten blijven voor de helft voor uw rekening``; no part of the principal."""
    return zin.noemt(_DEEL) and zin.noemt(_SCHULDIG)


def _nu_al(post: Post) -> bool:
    if post.gevraagd or post.aangerekend:
        return True
    schuldig = any(woord.tekst in _SCHULDIG for woord in post.zin.woorden)
    return schuldig and not post.voorwaardelijk and not post.zin.rij and _tegenwoordig(post)


def _tegenwoordig(post: Post) -> bool:
    """``u bent € 40,00 verschuldigd``: owed now, without a condition."""
    teksten = {woord.tekst for woord in post.zin.woorden}
    return bool(teksten & {"bent", "ben", "is", "zijn"}) and not teksten & {
        "wordt",
        "worden",
        "zal",
    }


def _elders_voorwaardelijk(zaak: Zaak) -> bool:
    return any(zin.voorwaarde and zin.heeft(KOSTENWOORD) for zin in zaak.lezing.eigen)


REGEL: Final = Regel(
    code="WIK108",
    naam="kosten-onvoorwaardelijk",
    ernst=Ernst.FOUT,
    soorten=frozenset(Briefsoort) - {Briefsoort.SOMMATIE},
    vindplaatsen=(("bw", "6:96", "6"),),
    toets=toets,
    uitleg=__doc__ or "",
)
