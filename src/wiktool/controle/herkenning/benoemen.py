"""What the words around an amount call it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.handelingen import rekent_handeling, rekent_versturen
from wiktool.controle.herkenning.incasso import rekent_voor_incasso
from wiktool.controle.herkenning.posten import Soort
from wiktool.controle.herkenning.woordenschat import (
    ANDERE_KOSTEN,
    BETAALD,
    BETALEN,
    BTW,
    FACTUUR,
    GRENS,
    HOOFDSOM,
    INCASSOKOSTEN,
    KOSTEN,
    KOSTENWOORD,
    MODAAL,
    NIET,
    OPENSTAAND,
    OVEREENKOMST_STUK,
    PROCENT,
    PROCESKOSTEN,
    RENTE,
    TOTAAL,
    VERZOEK,
    VOORKOMEN,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.herkenning.zinnen import per_vorm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.bedragen import Bedrag
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin

_SOORTEN: Final = (
    (ANDERE_KOSTEN, Soort.ANDERE_KOSTEN),
    (PROCESKOSTEN, Soort.PROCESKOSTEN),
    (INCASSOKOSTEN, Soort.KOSTEN),
    (BTW, Soort.BTW),
    (RENTE, Soort.RENTE),
    (HOOFDSOM, Soort.HOOFDSOM),
    (KOSTEN, Soort.KOSTEN),
    (TOTAAL, Soort.TOTAAL),
    (OPENSTAAND, Soort.OPEN),
    (FACTUUR | OVEREENKOMST_STUK, Soort.FACTUUR),
)
_GENOEMD: Final = INCASSOKOSTEN | KOSTEN | BTW | RENTE | HOOFDSOM | ANDERE_KOSTEN
"""What a next sentence can be about without naming it again."""
_NAAMBITS: Final = (
    ANDERE_KOSTEN
    | PROCESKOSTEN
    | INCASSOKOSTEN
    | BTW
    | RENTE
    | HOOFDSOM
    | KOSTEN
    | TOTAAL
    | OPENSTAAND
    | FACTUUR
    | OVEREENKOMST_STUK
    | BETAALD
)
_VERBINDT: Final = woordgroep(
    "aan voor wegens van de het in verband met als ( ter zake uw onze wettelijke extra een "
    "inzake ) terzake die dit deze aanvullende eventuele gemaakte verschuldigde voorlopige kale "
    "uit hoofde zijnde : exclusief inclusief excl incl ex btw bij erbij"
)
_KOPPELT: Final = woordgroep("van ad a : = bedraagt bedragen is zijn was groot ten bedrage")
_PER_STUK: Final = woordgroep("maand week weken les uur stuk kwartaal jaar dag keer persoon kind")
_MAAL: Final = woordgroep("x × maal keer telkens steeds")
_SCHIJF: Final = woordgroep("eerste volgende resterende meerdere boven eerstvolgende overige")
_ADMINISTRATIEF: Final = woordgroep("administratieve administratie bijkomende")
_VOORNAAMWOORDEN: Final = woordgroep("dat dit die ze")
_WIJST_TERUG: Final = _VOORNAAMWOORDEN | woordgroep("deze zij dus jou geval concreet precies")
_ZIJN: Final = woordgroep("is zijn bedraagt bedragen wordt komt komen")
_ZIJN_OF_DUS: Final = _ZIJN | woordgroep("dus geval concreet precies jou")
_DAARVOOR: Final = woordgroep("daarvoor hiervoor daarvan hiervan daarbij hierbij")
_STAAT_GELIJK: Final = woordgroep(
    "is zijn bedraagt bedragen wordt worden dus voor u jou in uw jouw dat dit die deze ze zij bij "
    "gaat om het dan betekent : geval situatie komt neer op concreet precies en een bedrag van"
)
_BEPALING: Final = woordgroep("voor over bij volgens conform")
_BEPAALD: Final = woordgroep("deze dit de het uw jouw die")
_BIJ_BTW: Final = woordgroep("inclusief incl exclusief excl ex met zonder")
_OPTELLEND: Final = woordgroep("vermeerderd vermeerderen verhoogd verhogen plus verhoging")
_NAAST: Final = woordgroep("naast behalve benevens")
_SPAN: Final = 4


class Naamgever:
    """An amount between the amounts before and after it, and what the sentence calls it.

    Args:
        zin: its sentence.
        bedrag: the amount.
        vanaf: the index from which names before it are its own.
        tot: the index up to which names after it are its own.
        laatste: no amount follows in the sentence.
        eerder_genoemd: the name last used in the sentences before, if any.
        na_grondslag: what a percentage of the amount before yields: "15% van € 640,00 is …".
    """

    def __init__(
        self,
        zin: Zin,
        bedrag: Bedrag,
        vanaf: int,
        tot: int,
        *,
        laatste: bool,
        eerder_genoemd: Soort | None,
        na_grondslag: Soort | None = None,
    ) -> None:
        self.zin = zin
        self.bedrag = bedrag
        self.woorden = zin.woorden
        self.vanaf = vanaf
        self.tot = tot
        self.laatste = laatste
        self.eerder_genoemd = eerder_genoemd
        self.na_grondslag = na_grondslag
        self.verbruikt = bedrag.eind
        """The index after the name that was used, so that the next amount does not use it."""

    def soort(self) -> Soort:
        """What the amount is."""
        if self._is_grondslag():
            return Soort.GRONDSLAG
        if self._in_staffel():
            return Soort.STAFFEL
        if self.eerder_genoemd is not None and self._zonder_meer_gelijk():
            return self.eerder_genoemd
        if self.na_grondslag is not None:
            ervoor, vlak = self._naam_ervoor()
            return self._naam_erna() or (ervoor if vlak else None) or self.na_grondslag
        if rekent_versturen(self.zin, self.vanaf, self.bedrag.begin):
            return Soort.ANDERE_KOSTEN
        return self._naam() or self._in_vervolg() or self._zonder_naam()

    def _naam(self) -> Soort | None:
        if self.zin.rij and not self.vanaf:
            return self._naam_van_rij() or self._naam_erna()
        erna = self._naam_erna()
        ervoor, vlak_ervoor = self._naam_ervoor()
        soort = ervoor if erna is None or vlak_ervoor else erna
        if soort in (Soort.FACTUUR, Soort.OPEN, Soort.TOTAAL, None) and self._per_stuk():
            return Soort.PER_STUK
        return soort

    def _is_grondslag(self) -> bool:
        """``15% van € 640,00``, ``berekend over € 1.250,00``, ``met rente (€ 640,00)``."""
        if not self.zin.heeft(KOSTENWOORD | PROCENT | BTW):
            return False
        voor = self.woorden[max(0, self.bedrag.begin - 5) : self.bedrag.begin]
        if len(voor) < 2:
            return False
        slot = voor[-1].tekst
        if slot == "van":
            return bool(voor[-2].begrip & PROCENT)
        if slot == "over":
            return any(
                woord.begrip & (PROCENT | BTW) or woord.tekst in ("berekend", "berekening")
                for woord in voor[-4:-1]
            )
        if slot != "(":
            return False
        eerder = self.woorden[: self.bedrag.begin - 1]
        over_rente = any(woord.begrip & RENTE for woord in eerder[-3:])
        return over_rente and any(woord.tekst == "over" for woord in eerder)

    def _in_staffel(self) -> bool:
        """``15% over de eerste € 2.500``, and the minimum that goes with it."""
        if not self.zin.heeft(PROCENT):
            return False
        voor = self.woorden[max(0, self.bedrag.begin - _SPAN) : self.bedrag.begin]
        if any(woord.tekst in _SCHIJF for woord in voor):
            return True
        if voor and voor[-1].tekst == "tot" and any(woord.begrip & PROCENT for woord in voor):
            return True
        algemeen = self.zin.noemt(_SCHIJF) or _telt_schijven(self.zin)
        return algemeen and any(woord.begrip & GRENS for woord in voor)

    def _zonder_meer_gelijk(self) -> bool:
        """``Voor u is dat € 111,33``: straight after words that only point back."""
        voor = [
            woord for woord in self.woorden[self.vanaf : self.bedrag.begin] if woord.tekst.isalpha()
        ]
        voor = _zonder_bepaling(voor)
        begin = len(voor)
        while begin and voor[begin - 1].tekst in _STAAT_GELIJK:
            begin -= 1
        teksten = {woord.tekst for woord in voor[begin:]}
        if begin and not teksten & _ZIJN_OF_DUS:
            return False
        if any(woord.begrip & _NAAMBITS for woord in voor):
            return any(
                eerste.tekst in _ZIJN and tweede.tekst in _VOORNAAMWOORDEN
                for eerste, tweede in pairwise(voor[begin:])
            )
        return bool(teksten & _WIJST_TERUG)

    def _in_vervolg(self) -> Soort | None:
        """``Ik breng u daarvoor € 60,00 in rekening``: what the sentence before spoke of."""
        if self.eerder_genoemd is None or self.vanaf or self.zin.heeft(BETALEN):
            return None
        if any(woord.tekst in _DAARVOOR for woord in self.woorden[: self.bedrag.begin]):
            return self.eerder_genoemd
        return None

    def _zonder_naam(self) -> Soort:
        """An amount nobody names: asked for, costs with VAT, or unknown."""
        if self.zin.heeft(KOSTENWOORD) and self._met_btw():
            return Soort.KOSTEN
        if rekent_handeling(self.zin, self.vanaf, self.tot, self.bedrag.begin):
            return Soort.ANDERE_KOSTEN
        if self.laatste and rekent_voor_incasso(self.zin):
            return Soort.KOSTEN
        if self.zin.heeft(BETALEN) and not self.zin.eerder:
            return Soort.TE_BETALEN
        return Soort.OPEN if self._gaat_het_om() else Soort.ONBEKEND

    def _gaat_het_om(self) -> bool:
        """``Het gaat om € 543,21``: what the letter is about."""
        return self._teksten_voor(3) == ["het", "gaat", "om"]

    def _teksten_voor(self, aantal: int) -> list[str]:
        """The words straight before the amount, in their order; at most so many."""
        begin = self.bedrag.begin
        return [woord.tekst for woord in self.woorden[max(0, begin - aantal) : begin]]

    def _met_btw(self) -> bool:
        na = self.woorden[self.bedrag.eind : self.bedrag.eind + 4]
        voor = self.woorden[max(0, self.bedrag.begin - 4) : self.bedrag.begin]
        return any(woord.begrip & BTW for woord in (*voor, *na))

    def _naam_van_rij(self) -> Soort | None:
        """The first name in a row: ``Totaal inclusief incassokosten`` is a total."""
        for plek in range(self.bedrag.begin):
            if self.woorden[plek].begrip & _NAAMBITS:
                soort = self._soort_van(plek)
                if soort is not None:
                    return soort
        return None

    def _naam_erna(self) -> Soort | None:
        """``€ 40,00 aan incassokosten``: little words in between, and no amount right after."""
        for plek in range(self.bedrag.eind, min(self.tot, self.bedrag.eind + 7)):
            woord = self.woorden[plek]
            if woord.begrip & _NAAMBITS and not self._zegt_btw(plek):
                if not self.laatste and self._tot_bedrag(plek + 1):
                    return None
                soort = self._soort_van(plek)
                if soort is not None:
                    self.verbruikt = plek + 1
                return self._als_kosten_voor_factuur(soort, self.bedrag.eind, plek)
            if woord.tekst not in _VERBINDT:
                return None
        return None

    def _tot_bedrag(self, plek: int) -> bool:
        tussen = self.woorden[plek : self.tot]
        return len(tussen) <= _SPAN and all(
            woord.tekst in _VERBINDT or woord.tekst in ("ad", "a", "=") for woord in tussen
        )

    def _naam_ervoor(self) -> tuple[Soort | None, bool]:
        """The nearest name before the amount, and whether it stands right before it."""
        for plek in range(self.bedrag.begin - 1, self.vanaf - 1, -1):
            if self.woorden[plek].begrip & _NAAMBITS and not self._zegt_btw(plek):
                soort = self._soort_van(plek)
                if soort is not None:
                    tussen = self.woorden[plek + 1 : self.bedrag.begin]
                    vlak = all(woord.tekst in _KOPPELT for woord in tussen)
                    return self._als_kosten_voor_factuur(soort, plek - 1, plek), vlak
        return None, False

    def _als_kosten_voor_factuur(self, soort: Soort | None, van: int, plek: int) -> Soort | None:
        """``€ 40,00 voor factuur 101``, where the sentence is about the costs."""
        if soort is not Soort.FACTUUR or not self.zin.heeft(INCASSOKOSTEN):
            return soort
        ervoor = self.woorden[max(0, van) : plek]
        return Soort.KOSTEN if any(woord.tekst == "voor" for woord in ervoor) else soort

    def _soort_van(self, plek: int) -> Soort | None:
        woord = self.woorden[plek]
        if self._geen_naam(plek, woord):
            return None
        vorige = self.woorden[plek - 1] if plek else woord
        if woord.begrip & KOSTEN and vorige.begrip & PROCESKOSTEN:
            return Soort.PROCESKOSTEN
        if woord.begrip & KOSTEN and vorige.tekst in _ADMINISTRATIEF:
            return Soort.ANDERE_KOSTEN
        if woord.begrip & BETAALD and not woord.begrip & (FACTUUR | OPENSTAAND | TOTAAL):
            return Soort.BETAALD if self._is_betaling(woord) else None
        return next((soort for bits, soort in _SOORTEN if woord.begrip & bits), None)

    def _geen_naam(self, plek: int, woord: Woord) -> bool:
        """A word that names no amount: "geen kosten", "in rekening", "15% over de hoofdsom"."""
        ervoor = [self.woorden[i].tekst for i in range(max(0, plek - 2), plek)]
        if plek and self.woorden[plek - 1].begrip & NIET:
            return True
        if ervoor[-1:] == ["extra"] and plek > 1 and self.woorden[plek - 2].begrip & NIET:
            return True
        if woord.tekst == "rekening" and (
            ervoor[-1:] in (["in"], ["op"]) or ervoor[:1] == ["voor"]
        ):
            return True
        if ervoor[-1:] in (["per"], ["elke"], ["iedere"]) or self._ernaast(plek):
            return True
        if woord.begrip & KOSTENWOORD and self._voorkomt(plek):
            return True
        return _is_woord_van_grondslag(self.woorden, plek)

    def _voorkomt(self, plek: int) -> bool:
        """``U kunt kosten voorkomen door € 266,70 te betalen``: the amount is what is paid."""
        erna = self.woorden[plek + 1 : min(self.bedrag.begin, plek + _SPAN)]
        return any(volgende.begrip & VOORKOMEN for volgende in erna)

    def _ernaast(self, plek: int) -> bool:
        """``naast de wettelijke rente € 40,00 incassokosten``: the amount is of the other."""
        if plek >= self.bedrag.begin:
            return False
        voor = [woord.tekst for woord in self.woorden[max(self.vanaf, plek - 3) : plek]]
        return bool(_NAAST.intersection(voor)) and self._naam_erna() is not None

    def _zegt_btw(self, plek: int) -> bool:
        """``inclusief btw`` says how the amount is meant; ``vermeerderd met btw`` names one."""
        if not self.woorden[plek].begrip & BTW:
            return False
        voor = [woord.tekst for woord in self.woorden[:plek]]
        return bool(_BIJ_BTW.intersection(voor[-3:])) and not _OPTELLEND.intersection(voor)

    def _is_betaling(self, woord: Woord) -> bool:
        """Money that came in, not money that should."""
        if woord.tekst in ("mindering", "creditnota", "credit", "deelbetaling", "aanbetaling"):
            return True
        return not self.zin.heeft(NIET | MODAAL | VERZOEK) and not self.zin.voorwaarde

    def _per_stuk(self) -> bool:
        na = [woord.tekst for woord in self.woorden[self.bedrag.eind : self.bedrag.eind + 2]]
        if len(na) == 2 and na[0] in ("per", "/") and na[1] in _PER_STUK:
            return True
        voor = self._teksten_voor(2)
        return voor == ["termijnen", "van"] or not _MAAL.isdisjoint(voor)


def _zonder_bepaling(woorden: list[Woord]) -> list[Woord]:
    """``Die zijn voor deze achterstand …``: for what the amount is, does not name it."""
    for plek in range(max(1, len(woorden) - _SPAN), len(woorden) - 1):
        if woorden[plek].tekst in _BEPALING and woorden[plek + 1].tekst in _BEPAALD:
            return woorden[:plek]
    return woorden


def _telt_schijven(zin: Zin) -> bool:
    """Two percentages or more: a tariff, not an amount."""
    return sum(1 for woord in zin.woorden if woord.begrip & PROCENT) > 1


@per_vorm
def laatste_naam(zin: Zin) -> Soort | None:
    """The kind of amount a sentence spoke of last; None when it spoke of none."""
    if zin.heeft(_GENOEMD):
        for plek in range(len(zin.woorden) - 1, -1, -1):
            bits = zin.woorden[plek].begrip
            if bits & _GENOEMD and not (
                bits & HOOFDSOM and _is_woord_van_grondslag(zin.woorden, plek)
            ):
                return next(soort for bit, soort in _SOORTEN if bits & bit)
    if zin.heeft(PROCENT) and zin.noemt(_SCHIJF):
        return Soort.KOSTEN  # the tariff, told without its name
    return None


def _is_woord_van_grondslag(woorden: Sequence[Woord], plek: int) -> bool:
    """``15% over de hoofdsom``, ``15% van het openstaande bedrag``: it names no amount."""
    for terug in range(plek - 1, max(-1, plek - _SPAN - 2), -1):
        woord = woorden[terug]
        if woord.begrip & PROCENT:
            return plek - terug > 1
        if woord.tekst not in ("over", "van", "de", "het", "uw", "die", "deze", "uitstaande"):
            return False
    return False
