"""Verschillende bedragen aan kosten, of twee bedragen om binnen de termijn te betalen.

Wat wordt gecontroleerd
    Of de brief één bedrag aan incassokosten noemt (met en zonder btw telt als één) en één bedrag
    dat binnen de termijn betaald moet worden (hoofdsom, of hoofdsom met rente).

Waarom
    Wie niet kan zien hoeveel hij moet betalen om kosten te voorkomen, of wat het anders kost, is
    niet duidelijk aangemaand.

Fout
    > Betaalt u niet, dan bent u € 46,50 incassokosten verschuldigd. De incassokosten van €
    > 40,00 komen dan voor uw rekening.

    > Er staat nog € 620,00 open. Wij verzoeken u het openstaande bedrag van € 650,00 te
    > betalen.

Goed
    > Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd. Deze € 40,00
    > incassokosten komen bovenop de hoofdsom.

    > De hoofdsom is € 620,00. Wij verzoeken u € 620,00 te betalen.

Niet te beoordelen
    Er staat een bedrag waarvan niet duidelijk is wat het is:

    > De hoofdsom is € 620,00. Zie ook bijlage 2 met € 655,00. Wij verzoeken u € 620,00 te
    > betalen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.model import Ernst
from wiktool.controle.regel import ALLEEN_WIK, Open, Regel, Treffer
from wiktool.kern.notatie import euro

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Find amounts that contradict one another."""
    beeld = zaak.lezing.bedragen
    if beeld.strijdige_kosten and beeld.kosten is not None:
        ander = beeld.strijdige_kosten[0]
        yield Treffer(
            melding="De brief noemt twee bedragen aan incassokosten: "
            f"{euro(beeld.kosten)} en {euro(ander.bedrag.waarde)}.",
            vereist="één bedrag aan incassokosten",
            woorden=ander.woorden,
        )
    if beeld.strijdige_sommen and beeld.hoofdsom is not None:
        ander = beeld.strijdige_sommen[0]
        yield Treffer(
            melding="De brief noemt twee bedragen om te betalen: "
            f"{euro(beeld.hoofdsom)} en {euro(ander.bedrag.waarde)}.",
            vereist="één bedrag dat binnen de termijn betaald moet worden",
            woorden=ander.woorden,
        )
    elif beeld.onverklaard:
        post = beeld.onverklaard[0]
        yield Open(
            reden=f"Van {euro(post.bedrag.waarde)} is niet duidelijk wat het is.",
            doe="zeg bij elk bedrag wat het is, of laat het weg",
            woorden=post.woorden,
        )


REGEL: Final = Regel(
    code="WIK106",
    naam="kosten-tegenstrijdig",
    ernst=Ernst.FOUT,
    soorten=ALLEEN_WIK,
    vindplaatsen=(("bw", "6:96", "6"), ("hr-2016-2704",)),
    toets=toets,
    uitleg=__doc__ or "",
)
