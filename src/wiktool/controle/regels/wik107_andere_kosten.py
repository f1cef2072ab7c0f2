"""Administratie-, herinnerings- of registratiekosten naast de incassokosten.

Wat wordt gecontroleerd
    Of de brief naast de wettelijke vergoeding andere kosten rekent: administratie-, aanmanings-,
    herinnerings-, registratie- of dossierkosten, een boete of toeslag.

Waarom
    De vergoeding is alles wat een consument voor buitengerechtelijke incasso verschuldigd wordt,
    één keer per vordering, wie het werk ook doet. Van die regels mag niet te zijnen nadele worden
    afgeweken.

Fout
    > Betaalt u niet, dan brengen wij € 40,00 incassokosten en € 15,00 administratiekosten
    > in rekening.

    > Voor deze herinnering brengen wij € 7,50 herinneringskosten in rekening.

Goed
    > Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd. Administratiekosten
    > rekenen wij niet.

    > Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd.

Niet te beoordelen
    De brief noemt zulke kosten zonder te zeggen dat zij worden gerekend:

    > Wij verzoeken u € 250,00 te betalen. Over administratiekosten leest u meer op onze website.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.herkenning.woordenschat import (
    ANDERE_KOSTEN,
    BETALEN,
    DAN,
    EXTRA,
    IN_REKENING,
    NIET,
    VOORKOMEN,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLE_SOORTEN, Open, Regel, Treffer
from wiktool.kern.notatie import euro

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin
    from wiktool.controle.zaak import Zaak

_REKENT: Final = woordgroep("rekening verschuldigd rekenen komen betalen vermeerderd laste")
_VERVALT: Final = woordgroep(
    "vervallen vervalt kwijtgescholden kwijt schelden laten gecrediteerd niet geen zonder"
)
_VERVALLEN: Final = woordgroep("vervallen vervalt kwijtgescholden geschrapt ingetrokken")
_VEREIST: Final = (
    "alleen de vergoeding volgens het besluit; geen andere kosten van aanmaning of incasso"
)


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find other costs that are charged."""
    for post in zaak.lezing.bedragen.posten:
        if post.soort is not Soort.ANDERE_KOSTEN or not post.bedrag.waarde:
            continue
        if not _laat_vallen(post.zin) and not _staat_erbuiten(post.zin):
            yield Treffer(
                melding=f"De brief rekent {euro(post.bedrag.waarde)} aan andere kosten.",
                vereist=_VEREIST,
                woorden=post.zin.woorden[post.bedrag.begin : post.bedrag.eind + 2],
            )
            return
    for zin in zaak.lezing.eigen:
        if not zin.begrippen & ANDERE_KOSTEN or _ontkend(zin) or _laat_vallen(zin):
            continue
        if _staat_erbuiten(zin):
            continue
        if _rekent(zin):
            yield Treffer(
                melding="De brief kondigt andere kosten aan dan de wettelijke vergoeding.",
                vereist=_VEREIST,
                woorden=zin.woorden,
            )
        else:
            yield Open(
                reden="De brief noemt andere kosten, maar zegt niet of zij worden gerekend.",
                doe="laat andere kosten dan de wettelijke vergoeding weg",
                woorden=zin.woorden,
            )
        return


def _rekent(zin: Zin) -> bool:
    return zin.heeft(IN_REKENING | EXTRA | BETALEN) or any(
        woord.tekst in _REKENT for woord in zin.woorden
    )


def _ontkend(zin: Zin) -> bool:
    """``geen administratiekosten``, ``administratiekosten rekenen wij niet``."""
    plek = next(i for i, woord in enumerate(zin.woorden) if woord.begrip & ANDERE_KOSTEN)
    voor = reversed(zin.woorden[max(0, plek - 4) : plek])
    na = zin.woorden[plek + 1 : plek + 5]
    return zin.heeft(VOORKOMEN) or _niet_in_deelzin(voor) or _niet_in_deelzin(na)


def _niet_in_deelzin(woorden: Iterable[Woord]) -> bool:
    for woord in woorden:
        if woord.tekst == "," or woord.begrip & DAN:
            return False
        if woord.begrip & NIET:
            return True
    return False


def _laat_vallen(zin: Zin) -> bool:
    """Costs that were charged before and are given up now."""
    return zin.noemt(_VERVALLEN)


def _staat_erbuiten(zin: Zin) -> bool:
    """``De boete staat hier los van``, ``zijn hier niet aan de orde``; and is not charged."""
    if not zin.heeft(NIET) or _rekent(zin):
        return False
    paren = {(eerste.tekst, tweede.tekst) for eerste, tweede in pairwise(zin.woorden)}
    return ("los", "van") in paren or ("de", "orde") in paren


REGEL: Final = Regel(
    code="WIK107",
    naam="andere-kosten",
    ernst=Ernst.FOUT,
    soorten=ALLE_SOORTEN,
    vindplaatsen=(("bw", "6:96", "5"), ("besluit-bik", "2")),
    toets=toets,
    uitleg=__doc__ or "",
)
