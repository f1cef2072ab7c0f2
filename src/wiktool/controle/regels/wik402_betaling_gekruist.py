"""Niets voor wie al betaald heeft of het niet eens is.

Wat wordt gecontroleerd
    Of de brief zegt wat iemand moet doen die al heeft betaald, en hoe iemand laat weten dat hij
    de vordering betwist of niet in één keer kan betalen.

Waarom
    Het is geen eis van de wet, maar het voorkomt ergernis, en een betwisting is beter bekend
    voordat er kosten zijn.

Fout
    > Wij verzoeken u € 250,00 te betalen.

Goed
    > Heeft u al betaald, dan kunt u deze brief als niet verzonden beschouwen. Bent u het
    > niet met ons
    > eens, neem dan contact op.

Niet te beoordelen
    Komt niet voor: dit is een advies.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.woordenschat import (
    BETAALD,
    BETALEN,
    BETWISTEN,
    GELD,
    NIET,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_vorm
from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLE_SOORTEN, Open, Regel, Treffer
from wiktool.kern.notatie import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.herkenning.zinnen import Zin
    from wiktool.controle.zaak import Zaak

_AL: Final = woordgroep(
    "al reeds inmiddels intussen ondertussen gekruist kruisen kruist onderweg already net zojuist "
    "gekruiste"
)
_HEEFT_U: Final = frozenset(
    (werkwoord, u) for werkwoord in ("heeft", "hebt", "heb", "is") for u in ("u", "je", "al", "er")
)


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find a word for who has paid and for who disputes."""
    zinnen = zaak.lezing.eigen
    ontbreekt = []
    if not any(_voor_betalers(zin) for zin in zinnen if zin.begrippen & (BETALEN | GELD)):
        ontbreekt.append("wie al betaald heeft")
    if not any(zin.begrippen & BETWISTEN for zin in zinnen):
        ontbreekt.append("wie het niet eens is of niet kan betalen")
    if ontbreekt:
        yield Treffer(
            melding=f"De brief zegt niets voor {opsomming(ontbreekt, 'of voor')}.",
            vereist="een zin voor wie al betaald heeft en een manier om te reageren",
            voorstel="Heeft u al betaald, dan kunt u deze brief als niet verzonden beschouwen. "
            "Bent u het niet met ons eens of kunt u niet in één keer betalen, neem dan contact "
            "met ons op.",
        )


def _vraagt(zin: Zin) -> bool:
    """A question, also as an item of a list with its answer."""
    return "?" in zin.teksten


@per_vorm
def _voor_betalers(zin: Zin) -> bool:
    if not (zin.voorwaarde or _vraagt(zin) or zin.begint(("kruis", "gekruis"))):
        return False
    if zin.noemt(_AL):
        return True
    teksten = [woord.tekst for woord in zin.woorden]
    return (
        zin.heeft(BETAALD)
        and not zin.heeft(NIET)
        and any(paar in _HEEFT_U for paar in pairwise(teksten))
    )


REGEL: Final = Regel(
    code="WIK402",
    naam="betaling-gekruist",
    ernst=Ernst.ADVIES,
    soorten=ALLE_SOORTEN,
    vindplaatsen=(),
    toets=toets,
    uitleg=__doc__ or "",
    alleen_consument=False,
)
