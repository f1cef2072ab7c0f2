"""Twee termijnen, of een juiste termijn naast een datum die eerder kan vallen.

Wat wordt gecontroleerd
    Of de brief één termijn om te betalen geeft. Een herhaling ("binnen deze veertien dagen") is
    geen tweede termijn. Een vaste datum naast de juiste formule mag alleen als die zeker niet
    eerder valt.

Waarom
    Onduidelijke of misleidende informatie over begin of einde van de termijn maakt de brief
    krachteloos. Wie de vroegste datum aanhoudt, kan te kort hebben.

Fout
    > Wij verzoeken u te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u is
    > bezorgd, doch niet later dan 9 december 2026.

    > Wij verzoeken u te betalen binnen vijftien dagen nadat deze brief bij u is bezorgd.
    > Betaal binnen
    > 7 dagen na heden.

Goed
    > Wij verzoeken u te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u
    > is bezorgd.
    > Betaalt u niet binnen deze veertien dagen, dan bent u kosten verschuldigd.

Niet te beoordelen
    Er staat een latere datum naast de termijn, en de dag van verzending is niet bekend:

    > Utrecht, 24 november 2026
    > Wij verzoeken u te betalen binnen veertien dagen vanaf de dag nadat deze brief bij u is
    > bezorgd, doch niet later dan 24 januari 2027.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import TERMIJN_HR, voorstel_termijn
from wiktool.controle.herkenning.lopen import BIJ_ONTVANGST
from wiktool.controle.model import Ernst, Vanaf
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer
from wiktool.kern.notatie import datum_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.herkenning.termijnen import Termijn
    from wiktool.controle.zaak import Zaak

_GELIJKWAARDIG: Final = frozenset({(14, Vanaf.ONTVANGST_DAG_NA), (15, Vanaf.ONTVANGST)})


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Hold the other terms against the first."""
    termijn = zaak.termijn
    if termijn is None:
        return
    if termijn.strijdig or termijn.dubbel:
        yield _tegenstrijdig(zaak, termijn)
        return
    beeld = zaak.lezing.betaaltermijn
    for ander in beeld.andere + beeld.grenzen:
        uitkomst = _naast(zaak, termijn, ander)
        if uitkomst is not None:
            yield uitkomst
            return


def _naast(zaak: Zaak, termijn: Termijn, ander: Termijn) -> Treffer | Open | None:
    if ander.laatste_dag is not None:
        return _naast_datum(zaak, termijn, ander)
    if _gelijkwaardig(termijn) and (_gelijkwaardig(ander) or _telt_mee(ander)):
        return None
    if ander.vanaf in BIJ_ONTVANGST and ander.dagen == termijn.dagen:
        return Open(
            reden="De brief geeft de termijn twee keer, met een verschillend begin.",
            doe=f"geef de termijn op één manier: {TERMIJN_HR}",
            woorden=ander.woorden,
        )
    return _tegenstrijdig(zaak, ander)


def _gelijkwaardig(termijn: Termijn) -> bool:
    return (termijn.dagen, termijn.vanaf) in _GELIJKWAARDIG


def _telt_mee(ander: Termijn) -> bool:
    """``na die vijftien dagen`` beside the fourteen from the day after: the same last day."""
    return ander.verwijzing and ander.vanaf is Vanaf.GEEN and ander.dagen in (14, 15)


def _naast_datum(zaak: Zaak, termijn: Termijn, ander: Termijn) -> Treffer | Open | None:
    laatste = ander.laatste_dag
    if termijn.laatste_dag is not None:
        return None if termijn.laatste_dag == laatste else _tegenstrijdig(zaak, ander)
    if laatste is None or zaak.ruim_einde is None or laatste < zaak.ruim_einde:
        return _tegenstrijdig(zaak, ander)
    if zaak.einde is not None:
        return None
    return Open(
        reden=f"Naast de termijn staat {datum_nl(laatste)}; of die dag eerder kan vallen, hangt "
        "af van de dag van verzending.",
        doe="geef de dag van verzending met --verzonden, of laat de datum weg",
        woorden=ander.woorden,
    )


def _tegenstrijdig(zaak: Zaak, ander: Termijn) -> Treffer:
    return Treffer(
        melding="De brief geeft twee termijnen, of een datum die eerder kan vallen dan de termijn.",
        vereist=f"één termijn: {TERMIJN_HR}",
        woorden=ander.woorden,
        voorstel=voorstel_termijn(zaak.hoofdsom),
    )


REGEL: Final = Regel(
    code="WIK207",
    naam="termijnen-tegenstrijdig",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("hr-2016-2704",),),
    toets=toets,
    uitleg=__doc__ or "",
)
