"""Btw over de incassokosten zonder de verklaring die daarvoor nodig is.

Wat wordt gecontroleerd
    Of de brief, als hij btw over de kosten rekent, verklaart dat de schuldeiser de btw niet kan
    verrekenen; en of het bedrag van de btw er staat. Met een dossier ook of de schuldeiser de
    incasso uitbesteedt en de btw inderdaad niet kan verrekenen.

Waarom
    De vergoeding wordt alleen met btw verhoogd als de schuldeiser een derde inschakelt, de btw
    niet kan verrekenen, dat uitdrukkelijk verklaart en verklaart dat de kosten daarom worden
    verhoogd.

Fout
    > Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd, te vermeerderen met 21%
    > btw (€ 8,40).

Goed
    > Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd. Omdat wij de btw niet
    > kunnen verrekenen, worden de kosten verhoogd met 21% btw, € 8,40.

    > Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd.

Niet te beoordelen
    De brief zegt "niet btw-plichtig" of "vrijgesteld", maar niet dat de btw niet te verrekenen
    is; of het bedrag van de btw staat er niet:

    > Betaalt u niet, dan bent u € 40,00 incassokosten verschuldigd, vermeerderd met € 8,40
    > btw omdat wij niet btw-plichtig zijn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.btwbeeld import Btwverklaring, int_zelf, lees_verklaring
from wiktool.controle.model import Ernst
from wiktool.controle.regel import MET_KOSTEN, Open, Regel, Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.zaak import Zaak

_VOORSTEL: Final = (
    "Omdat de schuldeiser de btw niet kan verrekenen, worden de incassokosten verhoogd met 21% btw."
)


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Hold VAT on the costs against the declaration."""
    beeld = zaak.lezing.bedragen
    if not beeld.met_btw or beeld.btwzin is None:
        return
    woorden = beeld.btwzin.woorden
    dossier = zaak.gegevens.dossier
    verklaring = lees_verklaring(zaak.lezing.eigen)
    if int_zelf(zaak.lezing.eigen):
        yield Treffer(
            melding="De brief rekent btw over de kosten, maar zegt dat de schuldeiser zelf "
            "incasseert; dan is over de incasso geen btw verschuldigd.",
            vereist="incassokosten zonder btw",
            woorden=woorden,
        )
    elif dossier is not None and (dossier.schuldeiser.btw_verrekenbaar or not _uitbesteed(zaak)):
        yield Treffer(
            melding="De brief rekent btw over de kosten, maar volgens het dossier kan de "
            "schuldeiser de btw verrekenen of besteedt hij de incasso niet uit.",
            vereist="incassokosten zonder btw",
            woorden=woorden,
        )
    elif verklaring is Btwverklaring.GEEN:
        yield Treffer(
            melding="De brief rekent btw over de incassokosten zonder te verklaren dat de "
            "schuldeiser de btw niet kan verrekenen.",
            vereist="geen btw, of de verklaring dat de schuldeiser de btw niet kan verrekenen "
            "en dat de kosten daarom worden verhoogd",
            woorden=woorden,
            voorstel=_VOORSTEL,
        )
    elif verklaring is Btwverklaring.ZWAK:
        yield Open(
            reden="De brief zegt iets over de btw-positie van de schuldeiser, maar niet "
            "uitdrukkelijk dat hij de btw niet kan verrekenen.",
            doe=f"schrijf: {_VOORSTEL}",
            woorden=woorden,
        )
    elif beeld.btw is None and not _inclusief(zaak):
        yield Open(
            reden="De brief rekent btw over de kosten, maar noemt het bedrag daarvan niet.",
            doe="noem de btw in euro's en het totaal van kosten en btw",
            woorden=woorden,
        )


def _uitbesteed(zaak: Zaak) -> bool:
    dossier = zaak.gegevens.dossier
    return dossier is not None and (
        dossier.schuldeiser.uitbesteed or dossier.incassobureau is not None
    )


def _inclusief(zaak: Zaak) -> bool:
    post = zaak.lezing.bedragen.kostenpost
    return post is not None and bool(post.inclusief_btw)


REGEL: Final = Regel(
    code="WIK105",
    naam="btw-zonder-verklaring",
    ernst=Ernst.FOUT,
    soorten=MET_KOSTEN,
    vindplaatsen=(("besluit-bik", "2", "3"),),
    toets=toets,
    uitleg=__doc__ or "",
)
