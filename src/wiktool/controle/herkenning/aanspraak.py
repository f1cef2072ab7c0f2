"""When an amount is due: now, within the term, or only if payment stays out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.posten import Post, Soort
from wiktool.controle.herkenning.verband import ontkend_voor
from wiktool.controle.herkenning.voorwaarden import eind_van_voorwaarde
from wiktool.controle.herkenning.woordenschat import (
    BETALEN,
    BTW,
    EUROTEKEN,
    GRENS,
    IN_REKENING,
    KOSTENWOORD,
    MODAAL,
    NIET,
    ONGEVEER,
    PROCENT,
    RENTE,
    TERMIJN,
    VERLEDEN,
    VERZOEK,
    VOORKOMEN,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep

if TYPE_CHECKING:
    from wiktool.controle.herkenning.bedragen import Bedrag
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_FACTUREN: Final = woordgroep("factuur nota rekening vordering termijn openstaande onbetaalde post")
_PERIODEN: Final = woordgroep("maand week dag jaar kwartaal")
_AANGEREKEND: Final = woordgroep(
    "gebracht berekend doorberekend verhoogd toegevoegd bijgeteld opgenomen vermeerderd belast "
    "doorbelast geboekt begrepen inbegrepen verwerkt opgeteld meegerekend meegenomen meegeteld "
    "verdisconteerd"
)
_NU: Final = woordgroep("hebben hebt heeft heb is zijn werd werden")
_GEBIEDEND: Final = woordgroep("betaal maak voldoe boek stort betaalt maakt voldoet wilt kunt kan")
_GEBIEDEND_ZONDER_MEER: Final = woordgroep("betaal maak voldoe boek stort wilt kunt")
_KOSTENSOORTEN: Final = frozenset({Soort.KOSTEN, Soort.BTW, Soort.ANDERE_KOSTEN})
_NOOIT_GEVRAAGD: Final = frozenset(
    {Soort.BETAALD, Soort.STAFFEL, Soort.PROCESKOSTEN, Soort.GRONDSLAG, Soort.PER_STUK}
)
_GEEN_SOM: Final = _KOSTENSOORTEN | _NOOIT_GEVRAAGD | {Soort.RENTE}
_PER: Final = frozenset({"per", "elke", "iedere", "ieder", "elk"})
_INBEGREPEN: Final = woordgroep("inclusief incl inbegrip inbegrepen vermeerderd plus")
_OP_TIJD: Final = woordgroep("binnen tijd tijdig nu")
_VERVALT: Final = woordgroep("vervallen vervalt kwijtgescholden bespaart bespaar kwijt")
_HOGER: Final = woordgroep("hoger meer werkelijke zoveel hogere daadwerkelijke")
_OF: Final = woordgroep("of danwel tenzij")
_SPAN: Final = 5
_NAAST: Final = 3


class Aanspraak:
    """An amount of a known kind, and what its sentence says about when it is due."""

    def __init__(self, zin: Zin, bedrag: Bedrag, soort: Soort, *, onder: bool, vanaf: int) -> None:
        self.zin = zin
        self.woorden = zin.woorden
        self.bedrag = bedrag
        self.soort = soort
        self.onder = onder
        self.vanaf = vanaf

    def post(self) -> Post:
        """The amount with all that is said of it."""
        gevraagd = self._gevraagd()
        onder = self.onder or self.zin.heeft(VOORKOMEN)
        return Post(
            bedrag=self.bedrag,
            zin=self.zin,
            soort=self.soort,
            voorwaardelijk=onder and not (gevraagd or self._van_betaling()),
            exact=not self._ongeveer(),
            gevraagd=gevraagd,
            aangerekend=not self.onder and self._aangerekend(),
            inclusief_btw=self._btw(),
            per_factuur=self._per(_FACTUREN),
            per_periode=self._per(_PERIODEN),
            met_kosten=self.soort not in _GEEN_SOM and self._met_kosten(),
        )

    def _gevraagd(self) -> bool:
        """Whether it must be paid now, within the term."""
        zin = self.zin
        if self.soort in _NOOIT_GEVRAAGD or zin.eerder or not zin.heeft(BETALEN):
            return False
        if self.soort in _KOSTENSOORTEN and self._te_voorkomen():
            return False
        if self.soort is Soort.KOSTEN and self._ook_bij_tijdige_betaling():
            return True
        if zin.rij:
            return self._te_betalen() and not self.onder
        if ontkend_voor(zin, self.bedrag.begin):
            return False
        if zin.heeft(VERLEDEN) and not zin.heeft(VERZOEK):
            return False
        if self.onder and not self._in_voorwaarde() and self._is_gevolg():
            return False
        return (
            zin.heeft(VERZOEK | MODAAL) or zin.voorwaarde or self._gebiedend() or self._te_betalen()
        )

    def _in_voorwaarde(self) -> bool:
        """``Betaalt u € 195,00 binnen …``: in the condition itself."""
        plek = self.zin.voorwaarde_op
        return 0 <= plek < self.bedrag.begin < eind_van_voorwaarde(self.woorden, plek)

    def _is_gevolg(self) -> bool:
        """``…, dan moet u € 235,00 betalen``: what follows from a condition."""
        return (
            self.zin.voorwaarde_op < self.bedrag.begin
            and self.woorden[0].tekst not in _GEBIEDEND_ZONDER_MEER
        )

    def _ook_bij_tijdige_betaling(self) -> bool:
        """``Betaalt u binnen de termijn, dan nemen wij genoegen met € 25,00 incassokosten``."""
        zin = self.zin
        eind = eind_van_voorwaarde(self.woorden, max(zin.voorwaarde_op, 0))
        if not zin.voorwaarde or self.bedrag.begin < eind or zin.heeft(NIET):
            return False
        voorwaarde = self.woorden[:eind]
        teksten = self.zin.teksten
        return (
            any(woord.begrip & BETALEN for woord in voorwaarde)
            and any(woord.begrip & TERMIJN or woord.tekst in _OP_TIJD for woord in voorwaarde)
            and not ontkend_voor(zin, eind)
            and not teksten & _VERVALT
        )

    def _te_voorkomen(self) -> bool:
        """``om € 40,00 incassokosten te voorkomen``; "dan hoeft u de kosten niet te betalen"."""
        return self.zin.heeft(VOORKOMEN) or (self.zin.voorwaarde and self.zin.heeft(NIET))

    def _van_betaling(self) -> bool:
        """``bij uitblijven van betaling van € 100,00``: the sum to pay, not what comes on top."""
        voor = self.woorden[max(0, self.bedrag.begin - 2) : self.bedrag.begin]
        return len(voor) > 1 and bool(voor[0].begrip & BETALEN) and voor[1].tekst == "van"

    def _te_betalen(self) -> bool:
        """``Totaal te voldoen``, ``het over te maken bedrag``; not "hoeft niet te betalen"."""
        stuk = self.woorden if not self.zin.rij else self.woorden[: self.bedrag.begin]
        if any(woord.tekst.startswith("hoef") for woord in stuk) or self.zin.voorwaarde:
            return False
        return any(
            eerste.tekst in ("te", "nog") and tweede.begrip & BETALEN
            for eerste, tweede in pairwise(stuk)
        )

    def _gebiedend(self) -> bool:
        return self.woorden[0].tekst in _GEBIEDEND

    def _aangerekend(self) -> bool:
        """``hebben wij in rekening gebracht``, ``zijn daarin begrepen``."""
        if not self.zin.heeft(IN_REKENING):
            return False
        teksten = self.zin.teksten
        if not teksten & _NU or "worden" in teksten:
            return False
        return any(
            woord.tekst in _AANGEREKEND and not self._ontkend(plek)
            for plek, woord in enumerate(self.woorden)
        )

    def _ontkend(self, plek: int) -> bool:
        """``nog niet meegerekend``."""
        return any(woord.begrip & NIET for woord in self.woorden[max(0, plek - 3) : plek])

    def _ongeveer(self) -> bool:
        voor = self.woorden[max(self.vanaf, self.bedrag.begin - _SPAN) : self.bedrag.begin]
        if any(woord.begrip & (GRENS | ONGEVEER) for woord in voor):
            return True
        if voor and voor[-1].tekst == "tot":
            return True
        na = [woord.tekst for woord in self.woorden[self.bedrag.eind : self.bedrag.eind + 14]]
        return _of_hoger(na)

    def _btw(self) -> bool | None:
        if not self.zin.heeft(BTW):
            return None
        na = self._tot_volgend_bedrag(self.woorden[self.bedrag.eind : self.bedrag.eind + _SPAN])
        voor = self.woorden[max(self.vanaf, self.bedrag.begin - _SPAN) : self.bedrag.begin]
        for stuk in (na, voor):
            if any(woord.begrip & BTW for woord in stuk):
                for woord in stuk:
                    if woord.tekst.startswith("incl") or woord.tekst == "met":
                        return True
                    if woord.tekst.startswith(("excl", "ex")) or woord.tekst == "zonder":
                        return False
        return None

    @staticmethod
    def _tot_volgend_bedrag(na: tuple[Woord, ...]) -> tuple[Woord, ...]:
        """``€ 72,00 met € 15,12 btw``: the VAT belongs to the next amount."""
        for plek, woord in enumerate(na):
            if woord.begrip & EUROTEKEN:
                return na[:plek]
        return na

    def _per(self, eenheden: frozenset[str]) -> bool:
        """``€ 40,00 per factuur``, ``voor elke openstaande nota``."""
        if not self.zin.noemt(_PER):
            return False
        begin = max(0, self.bedrag.begin - 6)
        stuk = self.woorden[begin : self.bedrag.eind + 12]
        return any(
            woord.tekst in _PER and volgende.tekst in eenheden and not self._van_rente(begin + plek)
            for plek, (woord, volgende) in enumerate(pairwise(stuk))
        )

    def _van_rente(self, plek: int) -> bool:
        """``de wettelijke rente van 4% per jaar``: the year is that of the interest."""
        voor = self.woorden[max(0, plek - _NAAST) : plek]
        return any(woord.begrip & (RENTE | PROCENT) for woord in voor)

    def _met_kosten(self) -> bool:
        """``€ 290,00 inclusief incassokosten``."""
        if not self.zin.heeft(KOSTENWOORD):
            return False
        stuk = self.woorden[self.bedrag.eind : self.bedrag.eind + 12]
        for plek, woord in enumerate(stuk[:7]):
            if woord.tekst in _INBEGREPEN:
                return any(w.begrip & KOSTENWOORD for w in stuk[plek : plek + 6])
        return False


def _of_hoger(na: list[str]) -> bool:
    """``of zoveel meer als …``, ``of de werkelijke kosten als die hoger zijn``."""
    plek = next((i for i, tekst in enumerate(na[:6]) if tekst in _OF), None)
    return plek is not None and bool(_HOGER.intersection(na[plek:]))
