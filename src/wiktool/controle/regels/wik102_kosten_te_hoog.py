"""Het bedrag aan incassokosten is hoger dan de staffel toestaat.

Wat wordt gecontroleerd
    De vergoeding wordt opnieuw berekend over de hoofdsom die in de brief staat (of in het
    dossier, of met --hoofdsom is gegeven) en vergeleken met het bedrag in de brief; ook btw die
    hoger is dan het percentage over de kosten. Kosten over hoofdsom plus rente: WIK109; kosten
    per factuur: WIK110.

Waarom
    De brief moet de vergoeding noemen "in overeenstemming met de nadere regels". Van de staffel
    mag niet ten nadele van een consument worden afgeweken. Sommige rechters verlagen het bedrag,
    andere wijzen de hele vergoeding af.

Fout
    > De hoofdsom is € 1.000,00. Betaalt u niet, dan bent u € 175,00 incassokosten
    > verschuldigd.

Goed
    > De hoofdsom is € 1.000,00. Betaalt u niet, dan bent u € 150,00 incassokosten
    > verschuldigd.

    > De hoofdsom is € 100,00. Betaalt u niet, dan bent u € 40,00 incassokosten
    > verschuldigd.

Niet te beoordelen
    De hoofdsom is niet bekend; geef haar met --hoofdsom of een dossier. Of de brief vraagt na een
    eerdere aanmaning opnieuw de laagste vergoeding, die bij termijnbetalingen lager is:

    > Betaalt u niet, dan bent u € 62,00 incassokosten verschuldigd.

    > Op 7 september stuurden wij u een aanmaning met € 40,00 incassokosten. De hoofdsom is nu
    > € 34,95. Betaalt u niet, dan bent u opnieuw € 40,00 incassokosten verschuldigd.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.formules import voorstel_kosten
from wiktool.controle.herkenning.kostenbeeld import vraagt_opnieuw
from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.kostentoets import Uitslag
from wiktool.controle.model import Ernst
from wiktool.controle.regel import MET_KOSTEN, Open, Regel, Treffer
from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.notatie import euro
from wiktool.recht.incassokosten import tarief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wiktool.controle.kostentoets import Kostentoets
    from wiktool.controle.zaak import Zaak


def toets(zaak: Zaak) -> Iterator[Treffer | Open]:
    """Compare the fee with the tariff."""
    beeld, kostentoets = zaak.lezing.bedragen, zaak.kostentoets
    post = beeld.kostenpost
    if post is None:
        return
    uitslag = kostentoets.uitslag
    if uitslag is Uitslag.GEEN_HOOFDSOM:
        yield Open(
            reden="De hoofdsom is niet bekend, dus het bedrag aan kosten is niet na te rekenen.",
            doe="geef de hoofdsom met --hoofdsom of met --dossier",
            woorden=post.woorden,
        )
    elif uitslag is Uitslag.BUITEN_BEREIK:
        yield Open(
            reden=f"De kosten zijn niet na te rekenen: {kostentoets.reden}.",
            doe="beoordeel deze vordering naar het recht dat er toen voor gold",
            woorden=post.woorden,
        )
    elif uitslag in (Uitslag.TE_HOOG, Uitslag.MET_BTW) and zaak.soort is Briefsoort.SOMMATIE:
        yield from _in_sommatie(zaak)
    elif uitslag in (Uitslag.TE_HOOG, Uitslag.MET_BTW):
        yield Treffer(
            melding=_melding(zaak, kostentoets),
            vereist=f"{_euro(kostentoets)} bij een hoofdsom van {_hoofdsom(zaak)}",
            woorden=post.woorden,
            voorstel=voorstel_kosten(kostentoets.verwacht),
        )
    elif uitslag is Uitslag.BTW_TE_HOOG and beeld.btwpost is not None:
        btw = kostentoets.verwachte_btw
        yield Treffer(
            melding=f"De btw van {euro(beeld.btwpost.bedrag.waarde)} is hoger dan de btw over de "
            f"kosten{f' ({euro(btw)})' if btw is not None else ''}; btw mag alleen over de kosten.",
            vereist=f"btw over {_euro(kostentoets)} aan kosten, niet over de hoofdsom",
            woorden=beeld.btwpost.woorden,
            voorstel=voorstel_kosten(kostentoets.verwacht),
        )
    elif uitslag is Uitslag.GELIJK:
        yield from _misschien_termijn(zaak, kostentoets)


def _misschien_termijn(zaak: Zaak, kostentoets: Kostentoets) -> Iterator[Open]:
    """The lowest fee once more; a dossier tells what the claim is (art. 6:96 lid 8 BW)."""
    if zaak.gegevens.dossier is not None or kostentoets.verwacht != tarief(zaak.briefdag).minimum:
        return
    opnieuw = vraagt_opnieuw(zaak.lezing.zinnen)
    if opnieuw:
        yield Open(
            reden="De brief vraagt na een eerdere aanmaning opnieuw de laagste vergoeding. Gaat "
            "het om termijnbetalingen, dan tellen de aanmaningen van de zes maanden ervoor mee en "
            "is de vergoeding lager (art. 6:96 lid 8 BW).",
            doe="geef de termijnen en de eerdere aanmaning met --dossier",
            woorden=opnieuw,
        )


def _in_sommatie(zaak: Zaak) -> Iterator[Open]:
    """After the term the fee is fixed over what was open then; later payments lower the rest."""
    beeld, dossier = zaak.lezing.bedragen, zaak.gegevens.dossier
    later_betaald = any(post.soort is Soort.BETAALD for post in beeld.posten)
    if later_betaald or (dossier is not None and dossier.betalingen) or beeld.kostenpost is None:
        return
    yield Open(
        reden="De kosten zijn hoger dan de staffel over wat nu openstaat. Dat kan kloppen als "
        "er na de termijn van de veertiendagenbrief nog is betaald; de brief zegt het niet.",
        doe="geef de hoofdsom aan het einde van die termijn met --hoofdsom",
        woorden=beeld.kostenpost.woorden,
    )


def _melding(zaak: Zaak, kostentoets: Kostentoets) -> str:
    kosten = zaak.lezing.bedragen.kosten
    bedrag = euro(kosten) if kosten is not None else ""
    melding = (
        f"{bedrag} is meer dan de staffel toestaat: {_euro(kostentoets)} over {_hoofdsom(zaak)}."
    )
    if kostentoets.uitslag is Uitslag.MET_BTW:
        melding += " Het is precies het bedrag met btw, maar over btw zegt de brief niets."
    return melding


def _euro(kostentoets: Kostentoets) -> str:
    return euro(kostentoets.verwacht) if kostentoets.verwacht is not None else "het tarief"


def _hoofdsom(zaak: Zaak) -> str:
    return euro(zaak.hoofdsom) if zaak.hoofdsom is not None else "onbekend"


REGEL: Final = Regel(
    code="WIK102",
    naam="kosten-te-hoog",
    ernst=Ernst.FOUT,
    soorten=MET_KOSTEN,
    vindplaatsen=(("besluit-bik", "2"), ("bw", "6:96", "5")),
    toets=toets,
    uitleg=__doc__ or "",
)
