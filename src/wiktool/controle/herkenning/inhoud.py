"""What a letter asks, threatens and leaves open, sentence by sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning import soort
from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.herkenning.termijndoel import Doel
from wiktool.controle.herkenning.verband import onder_voorwaarde
from wiktool.controle.herkenning.woordenschat import (
    AANMANING,
    AANSPRAKELIJK,
    ANDERE_KOSTEN,
    BETALEN,
    BTW,
    EUROTEKEN,
    FACTUUR,
    GEVOLG,
    HERINNERING,
    INCASSOKOSTEN,
    KOSTENWOORD,
    MODAAL,
    NIET,
    OPENSTAAND,
    PROCENT,
    PROCESKOSTEN,
    RENTE,
    TERMIJN,
    VERLEDEN,
    VERZOEK,
    VERZUIM,
    VOORKOMEN,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_zin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.lezing import Lezing
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_GEEFT: Final = woordgroep("stel stellen geef geven krijgt verleen verlenen gun gunnen bied bieden")
_ZOU: Final = woordgroep("zou zoudt zouden")
_U_BETAALT: Final = frozenset(
    {("u", "betaalt"), ("je", "betaalt"), ("u", "maakt"), ("je", "maakt"), ("u", "voldoet")}
)
_REKENING: Final = ("nl", "iban", "rekening", "bankrekening")
_NAAR: Final = woordgroep("op naar aan")
_WILLEN: Final = woordgroep("willen kunnen")
_GEBIEDEND: Final = woordgroep("betaal voldoe maak boek stort pay zorg zorgt")
_ZWAAR_GEVOLG: Final = GEVOLG | RENTE | AANSPRAKELIJK | VERZUIM | PROCESKOSTEN
_LICHT_GEVOLG: Final = KOSTENWOORD | ANDERE_KOSTEN
_BELEEFD: Final = woordgroep("alstublieft alsjeblieft aub")
_SLAPPE_VERZOEKEN: Final = woordgroep("vordering dringend")


def vraagt_betaling(lezing: Lezing) -> bool:
    """Whether the letter asks for payment."""
    zinnen = lezing.zinnen
    if any(t.doel is Doel.BETALING and zinnen[t.zin].eigen for t in lezing.termijnen):
        return True
    return any(
        (zin.begrippen & BETALEN and _is_verzoek(zin)) or _wil_geld_op_rekening(zin)
        for zin in lezing.eigen
    ) or _stelt_termijn(lezing)


def herinnert_aan_schuld(lezing: Lezing) -> bool:
    """Whether the letter reminds of a debt, with or without asking to pay it."""
    return any(soort.herinnert_aan_schuld(zin) for zin in lezing.eigen)


def _stelt_termijn(lezing: Lezing) -> bool:
    """``Uw factuur is niet betaald. Wij stellen u een laatste termijn van …``."""
    gesteld = any(
        termijn.doel is Doel.ONBEKEND and zin.eigen and zin.heeft(TERMIJN) and zin.noemt(_GEEFT)
        for termijn in lezing.termijnen
        for zin in (lezing.zinnen[termijn.zin],)
    )
    return gesteld and any(zin.heeft(BETALEN) and zin.heeft(NIET) for zin in lezing.eigen)


@per_zin
def _is_verzoek(zin: Zin) -> bool:
    if zin.begint("hoef"):
        return False
    if zin.noemt(_BELEEFD) and not zin.heeft(NIET):
        return True
    if zin.voorwaarde:
        return zin.woorden[0].tekst in _GEBIEDEND and not zin.heeft(NIET)
    vraagt = any(
        woord.begrip & (VERZOEK | MODAAL) and woord.tekst not in _SLAPPE_VERZOEKEN
        for woord in zin.woorden
    )
    return vraagt or _gebiedt(zin) or _te_betalen(zin) or _vraagt_beleefd(zin) or _wijst_aan(zin)


def _wijst_aan(zin: Zin) -> bool:
    """``U betaalt op NL91 … ten name van …``: how to pay, said as what the debtor does."""
    kop = tuple(woord.tekst for woord in zin.woorden[:2])
    return kop in _U_BETAALT and any(
        eerste.tekst in ("op", "naar") and tweede.tekst.startswith(_REKENING)
        for eerste, tweede in pairwise(zin.woorden)
    )


def _wil_geld_op_rekening(zin: Zin) -> bool:
    """``€ 10.000 naar NL53 …``: so much, to that account, and no condition."""
    if not zin.heeft(EUROTEKEN) or zin.voorwaarde or zin.heeft(VERLEDEN | NIET):
        return False
    return any(
        eerste.tekst in _NAAR and tweede.tekst == "nl" for eerste, tweede in pairwise(zin.woorden)
    )


def _vraagt_beleefd(zin: Zin) -> bool:
    """``Zou u die deze week willen betalen?``."""
    teksten = zin.teksten
    return zin.vraag and bool(teksten & _ZOU) and bool(teksten & _WILLEN)


def _gebiedt(zin: Zin) -> bool:
    return any(woord.tekst in _GEBIEDEND for woord in zin.woorden[:4])


def _te_betalen(zin: Zin) -> bool:
    """``Nog te betalen: € 87,50``."""
    paren = pairwise(zin.woorden)
    return any(eerste.tekst == "te" and tweede.begrip & BETALEN for eerste, tweede in paren)


def gaat_over_geld(lezing: Lezing) -> bool:
    """Whether the text speaks of a debt, or of a term to do something, at all."""
    if lezing.betaaltermijn.termijn is not None:
        return True
    return any(
        zin.heeft(FACTUUR | BETALEN | INCASSOKOSTEN | HERINNERING | AANMANING)
        or (zin.heeft(EUROTEKEN) and zin.heeft(VERZOEK))
        or any(woord.begrip & OPENSTAAND and woord.tekst != "open" for woord in zin.woorden)
        for zin in lezing.zinnen
    )


def noemt_gevolg(lezing: Lezing) -> bool:
    """Whether the letter says what follows if payment stays out."""
    if any(p.voorwaardelijk and p.soort is not Soort.BETAALD for p in lezing.bedragen.posten):
        return True
    onder = onder_voorwaarde(lezing.zinnen)
    return any(
        (onder[zin.nummer] or zin.heeft(VOORKOMEN)) and _is_gevolg(zin) for zin in lezing.eigen
    )


def _is_gevolg(zin: Zin) -> bool:
    if zin.heeft(_ZWAAR_GEVOLG):
        return True
    return zin.heeft(_LICHT_GEVOLG) and not _zonder_kosten(zin)


def _zonder_kosten(zin: Zin) -> bool:
    """``dan rekenen wij geen (extra) kosten``."""
    plek = next(i for i, woord in enumerate(zin.woorden) if woord.begrip & _LICHT_GEVOLG)
    return any(woord.begrip & NIET for woord in zin.woorden[max(0, plek - 3) : plek])


def dreigt_met_kosten(lezing: Lezing) -> tuple[Woord, ...]:
    """The sentence that announces costs; empty when there is none."""
    return next(
        (
            zin.woorden
            for zin in lezing.eigen
            if zin.begrippen & KOSTENWOORD and not zin.rij and not _zonder_kosten(zin)
        ),
        (),
    )


def onexacte_kosten(lezing: Lezing) -> tuple[Woord, ...]:
    """Where the fee is given as a percentage, a bound or a tariff; empty where it is not."""
    for post in lezing.bedragen.onexacte_kosten:
        return post.zin.woorden
    for zin in lezing.eigen:
        if zin.heeft(PROCENT) and zin.heeft(KOSTENWOORD) and _percentage_van_kosten(zin.woorden):
            return zin.woorden
    return ()


def _percentage_van_kosten(woorden: Sequence[Woord]) -> bool:
    """A percentage that is not that of interest or VAT."""
    for plek, woord in enumerate(woorden):
        if woord.begrip & PROCENT:
            rond = woorden[max(0, plek - 4) : plek + 4]
            if not any(ander.begrip & (RENTE | BTW) for ander in rond):
                return True
    return False
