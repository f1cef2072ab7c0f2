"""What each amount in a letter is: principal, costs, VAT on the costs, interest, total, payment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from wiktool.controle.herkenning.bedragen import Bedrag, lees_bedragen
from wiktool.controle.herkenning.verband import onder_voorwaarde, ontkend_voor
from wiktool.controle.herkenning.voorwaarden import eind_van_voorwaarde
from wiktool.controle.herkenning.woordenschat import (
    ANDERE_KOSTEN,
    BETAALD,
    BETALEN,
    BTW,
    FACTUUR,
    GRENS,
    HOOFDSOM,
    IN_REKENING,
    INCASSOKOSTEN,
    KOSTEN,
    MODAAL,
    NIET,
    ONGEVEER,
    OPENSTAAND,
    OVEREENKOMST_STUK,
    PROCENT,
    PROCESKOSTEN,
    RENTE,
    TOTAAL,
    VERLEDEN,
    VERZOEK,
    VOORKOMEN,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.herkenning.facturen import Factuurregel
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.herkenning.zinnen import Zin


class Soort(StrEnum):
    """What an amount is."""

    HOOFDSOM = "hoofdsom"
    OPEN = "openstaand"
    FACTUUR = "factuur"
    """What a claim was for; its open part may be less."""
    FACTUURREGEL = "factuurregel"
    TOTAAL = "totaal"
    TE_BETALEN = "te betalen"
    """Asked for without a word that says what it is."""
    KOSTEN = "incassokosten"
    BTW = "btw"
    RENTE = "rente"
    ANDERE_KOSTEN = "andere kosten"
    PROCESKOSTEN = "proceskosten"
    BETAALD = "betaald"
    STAFFEL = "staffel"
    """Part of the general tariff, not this debtor's amount."""
    PER_STUK = "per stuk"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An amount with what it is.

    Attributes:
        zin: the sentence it stands in.
        voorwaardelijk: it is due only if payment stays out.
        exact: not "minimaal", "maximaal" or "circa".
        gevraagd: it must be paid now, within the term.
        aangerekend: it is said to have been charged already.
        inclusief_btw: True or False when the letter says so; None when it does not.
        per_factuur: so much for every invoice.
        met_kosten: a sum that is said to include costs.
    """

    bedrag: Bedrag
    zin: Zin
    soort: Soort
    voorwaardelijk: bool = False
    exact: bool = True
    gevraagd: bool = False
    aangerekend: bool = False
    inclusief_btw: bool | None = None
    per_factuur: bool = False
    met_kosten: bool = False

    @property
    def woorden(self) -> tuple[Woord, ...]:
        """The words of the amount."""
        return self.zin.woorden[self.bedrag.begin : self.bedrag.eind]


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
_LABELBITS: Final = (
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
    "uit hoofde zijnde : exclusief inclusief excl incl"
)
_KOPPELT: Final = woordgroep("van ad a : = bedraagt bedragen is zijn was groot ten bedrage")
_PER: Final = woordgroep("maand week weken les uur stuk kwartaal jaar dag keer persoon kind")
_PER_FACTUUR: Final = woordgroep(
    "factuur nota rekening vordering termijn openstaande onbetaalde post brief maand"
)
_SCHIJFWOORDEN: Final = woordgroep(
    "eerste volgende resterende meerdere boven eerstvolgende overige"
)
_ADMINISTRATIEF: Final = woordgroep("administratieve administratie bijkomende")
_AANGEREKEND: Final = woordgroep(
    "gebracht berekend doorberekend verhoogd toegevoegd bijgeteld opgenomen vermeerderd belast "
    "doorbelast geboekt"
)
_NU: Final = woordgroep("hebben hebt heeft heb is zijn werd werden")
_GEBIEDEND: Final = woordgroep("betaal maak voldoe boek stort betaalt maakt voldoet wilt kunt kan")
_NU_VAN_BELANG: Final = frozenset(
    {Soort.KOSTEN, Soort.BTW, Soort.ANDERE_KOSTEN, Soort.TE_BETALEN, Soort.TOTAAL, Soort.RENTE}
)
_KOSTENSOORTEN: Final = frozenset({Soort.KOSTEN, Soort.BTW, Soort.ANDERE_KOSTEN})
_GEEN_SOM: Final = _KOSTENSOORTEN | {Soort.RENTE, Soort.STAFFEL, Soort.PER_STUK, Soort.BETAALD}
_INBEGREPEN: Final = woordgroep("inclusief incl inbegrip inbegrepen vermeerderd plus")
_SPAN: Final = 4


def bepaal_posten(zinnen: Sequence[Zin], facturen: Sequence[Factuurregel]) -> tuple[Post, ...]:
    """Every amount in the letter's own words with what it is, in order."""
    voorwaarden = onder_voorwaarde(zinnen)
    rijen = {regel.zin: regel for regel in facturen}
    posten: list[Post] = []
    for zin in zinnen:
        if zin.citaat:
            continue
        regel = rijen.get(zin.nummer)
        if regel is not None:
            posten += _uit_factuur(zin, regel)
        else:
            posten += _uit_zin(zin, voorwaarden[zin.nummer], posten)
    return tuple(post for post in posten if not (post.zin.eerder and post.soort in _NU_VAN_BELANG))


def _uit_factuur(zin: Zin, regel: Factuurregel) -> list[Post]:
    posten = []
    for bedrag, bits in regel.bedragen:
        if bedrag is regel.open and regel.totaal:
            soort = Soort.TOTAAL
        elif bedrag is regel.open:
            soort = Soort.BETAALD if bedrag.negatief else Soort.FACTUURREGEL
        elif bedrag is regel.kosten:
            soort = Soort.KOSTEN
        elif bits & BETAALD:
            soort = Soort.BETAALD
        else:
            soort = Soort.FACTUUR if bits else Soort.ONBEKEND
        posten.append(Post(bedrag=bedrag, zin=zin, soort=soort, per_factuur=soort is Soort.KOSTEN))
    return posten


def _uit_zin(zin: Zin, onder: bool, eerder: list[Post]) -> list[Post]:  # noqa: FBT001
    bedragen = lees_bedragen(zin)
    posten: list[Post] = []
    for nummer, bedrag in enumerate(bedragen):
        vanaf = bedragen[nummer - 1].eind if nummer else 0
        tot = bedragen[nummer + 1].begin if nummer + 1 < len(bedragen) else len(zin.woorden)
        plek = _Plek(zin, bedrag, vanaf, tot, laatste=nummer + 1 == len(bedragen))
        soort = plek.soort() or _in_vervolg(zin, eerder + posten) or plek.zonder_naam()
        posten.append(plek.post(soort, onder))
    return posten


def _in_vervolg(zin: Zin, eerder: list[Post]) -> Soort | None:
    """``Deze bedragen € 67,50``: what the sentence before spoke of."""
    eerste = zin.woorden[0].tekst
    if eerste not in ("deze", "die", "dit", "dat", "zij", "het") or not zin.nummer:
        return None
    return Soort.KOSTEN if eerste in ("deze", "die", "zij") and not eerder_in(zin, eerder) else None


def eerder_in(zin: Zin, eerder: list[Post]) -> bool:
    """Whether the sentence itself already gave an amount."""
    return bool(eerder) and eerder[-1].zin is zin


class _Plek:
    """An amount between the amounts before and after it."""

    def __init__(self, zin: Zin, bedrag: Bedrag, vanaf: int, tot: int, *, laatste: bool) -> None:
        self.zin = zin
        self.bedrag = bedrag
        self.woorden = zin.woorden
        self.vanaf = vanaf
        self.tot = tot
        self.laatste = laatste

    def soort(self) -> Soort | None:
        """What the words around it call it; None when they do not."""
        if self._in_schijf():
            return Soort.STAFFEL
        if self.zin.rij and not self.vanaf:
            return self._naam_van_rij() or self._naam_erna()
        erna = self._naam_erna()
        ervoor, vlak_ervoor = self._naam_ervoor()
        soort = ervoor if erna is None or vlak_ervoor else erna
        if soort in (Soort.FACTUUR, Soort.OPEN, Soort.TOTAAL, None) and self._per_stuk():
            return Soort.PER_STUK
        return soort

    def _naam_van_rij(self) -> Soort | None:
        """The first name in a row: ``Totaal inclusief incassokosten`` is a total."""
        for plek in range(self.bedrag.begin):
            if self.woorden[plek].begrip & _LABELBITS:
                soort = self._soort_van(plek)
                if soort is not None:
                    return soort
        return None

    def zonder_naam(self) -> Soort:
        """An amount nobody names: asked for, paid, or unknown."""
        if self.zin.heeft(BETALEN) and not self.zin.eerder:
            return Soort.TE_BETALEN
        return Soort.ONBEKEND

    def post(self, soort: Soort, onder: bool) -> Post:  # noqa: FBT001
        """The amount with all that is said of it."""
        gevraagd = self._gevraagd(soort, onder)
        return Post(
            bedrag=self.bedrag,
            zin=self.zin,
            soort=soort,
            voorwaardelijk=(onder or self.zin.heeft(VOORKOMEN))
            and not (gevraagd or self._van_betaling()),
            exact=not self._ongeveer(),
            gevraagd=gevraagd,
            aangerekend=not onder and self._aangerekend(),
            inclusief_btw=self._btw(),
            per_factuur=self._per_factuur(),
            met_kosten=soort not in _GEEN_SOM and self._met_kosten(),
        )

    def _in_schijf(self) -> bool:
        if not self.zin.heeft(PROCENT):
            return False
        voor = self.woorden[max(0, self.bedrag.begin - _SPAN) : self.bedrag.begin]
        return any(woord.tekst in _SCHIJFWOORDEN for woord in voor)

    def _naam_erna(self) -> Soort | None:
        """``€ 40,00 aan incassokosten``: little words in between, and no amount right after."""
        for plek in range(self.bedrag.eind, min(self.tot, self.bedrag.eind + 6)):
            woord = self.woorden[plek]
            if woord.begrip & _LABELBITS:
                if not self.laatste and self._tot_bedrag(plek + 1):
                    return None
                return self._soort_van(plek)
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
            if self.woorden[plek].begrip & _LABELBITS:
                soort = self._soort_van(plek)
                if soort is not None:
                    tussen = self.woorden[plek + 1 : self.bedrag.begin]
                    return soort, all(woord.tekst in _KOPPELT for woord in tussen)
        return None, False

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
        if any(self.woorden[i].begrip & NIET for i in range(max(0, plek - 1), plek)):
            return True
        if ervoor[-1:] == ["extra"] and plek > 1 and self.woorden[plek - 2].begrip & NIET:
            return True
        if woord.tekst == "rekening" and (
            ervoor[-1:] in (["in"], ["op"]) or ervoor[:1] == ["voor"]
        ):
            return True
        if ervoor[-1:] in (["per"], ["elke"], ["iedere"]):
            return True
        return self._is_grondslag(plek)

    def _is_grondslag(self, plek: int) -> bool:
        """``15% over de hoofdsom``, ``15% van het openstaande bedrag``."""
        for terug in range(plek - 1, max(-1, plek - _SPAN - 2), -1):
            woord = self.woorden[terug]
            if woord.begrip & PROCENT:
                return plek - terug > 1
            if woord.tekst not in ("over", "van", "de", "het", "uw", "die", "deze", "uitstaande"):
                return False
        return False

    def _is_betaling(self, woord: Woord) -> bool:
        """Money that came in, not money that should."""
        if woord.tekst in ("mindering", "creditnota", "credit", "deelbetaling", "aanbetaling"):
            return True
        return not self.zin.heeft(NIET | MODAAL | VERZOEK) and not self.zin.voorwaarde

    def _per_stuk(self) -> bool:
        na = [woord.tekst for woord in self.woorden[self.bedrag.eind : self.bedrag.eind + 2]]
        if len(na) == 2 and na[0] in ("per", "/") and na[1] in _PER:
            return True
        voor = self.woorden[max(0, self.bedrag.begin - 2) : self.bedrag.begin]
        return any(woord.tekst in ("x", "×", "maal", "keer") for woord in voor)

    def _per_factuur(self) -> bool:
        begin, eind = max(0, self.bedrag.begin - 5), self.bedrag.eind + 5
        stuk = self.woorden[begin:eind]
        return any(
            woord.tekst in ("per", "elke", "iedere") and volgende.tekst in _PER_FACTUUR
            for woord, volgende in pairwise(stuk)
        )

    def _ongeveer(self) -> bool:
        voor = self.woorden[max(self.vanaf, self.bedrag.begin - _SPAN - 1) : self.bedrag.begin]
        if any(woord.begrip & (GRENS | ONGEVEER) for woord in voor):
            return True
        return bool(voor) and voor[-1].tekst == "tot"

    def _gevraagd(self, soort: Soort, onder: bool) -> bool:  # noqa: FBT001
        """Whether it must be paid now, within the term."""
        zin = self.zin
        if soort in (Soort.BETAALD, Soort.STAFFEL, Soort.PROCESKOSTEN) or zin.eerder:
            return False
        if soort in _KOSTENSOORTEN and self._te_voorkomen():
            return False
        if zin.rij:
            return self._rij_vraagt() and not onder
        if not zin.heeft(BETALEN) or ontkend_voor(zin, self.bedrag.begin):
            return False
        if zin.heeft(VERLEDEN) and not zin.heeft(VERZOEK):
            return False
        if onder and not self._in_voorwaarde() and self._is_gevolg():
            return False
        return zin.heeft(VERZOEK | MODAAL) or zin.voorwaarde or self._gebiedend()

    def _in_voorwaarde(self) -> bool:
        """``Betaalt u € 195,00 binnen …``: in the condition itself."""
        plek = self.zin.voorwaarde_op
        return 0 <= plek < self.bedrag.begin < eind_van_voorwaarde(self.woorden, plek)

    def _is_gevolg(self) -> bool:
        """``…, dan moet u € 235,00 betalen``: what follows from a condition."""
        return self.zin.voorwaarde_op < self.bedrag.begin and not self._gebiedend()

    def _te_voorkomen(self) -> bool:
        """``om € 40,00 incassokosten te voorkomen``; "dan hoeft u de kosten niet te betalen"."""
        return self.zin.heeft(VOORKOMEN) or (self.zin.voorwaarde and self.zin.heeft(NIET))

    def _met_kosten(self) -> bool:
        """``€ 290,00 inclusief incassokosten``."""
        stuk = self.woorden[self.bedrag.eind : self.bedrag.eind + 12]
        for plek, woord in enumerate(stuk[:7]):
            if woord.tekst in _INBEGREPEN:
                return any(w.begrip & (INCASSOKOSTEN | KOSTEN) for w in stuk[plek : plek + 6])
        return False

    def _van_betaling(self) -> bool:
        """``bij uitblijven van betaling van € 100,00``: the sum to pay, not what comes on top."""
        voor = self.woorden[max(0, self.bedrag.begin - 2) : self.bedrag.begin]
        return len(voor) > 1 and bool(voor[0].begrip & BETALEN) and voor[1].tekst == "van"

    def _rij_vraagt(self) -> bool:
        """``Totaal te voldoen: € 159,80``."""
        voor = self.woorden[: self.bedrag.begin]
        te = any(woord.tekst in ("te", "nog") for woord in voor)
        return te and any(woord.begrip & BETALEN for woord in voor) and not self.zin.voorwaarde

    def _gebiedend(self) -> bool:
        return self.woorden[0].tekst in _GEBIEDEND

    def _aangerekend(self) -> bool:
        if not self.zin.heeft(IN_REKENING):
            return False
        teksten = {woord.tekst for woord in self.woorden}
        return bool(teksten & _AANGEREKEND) and bool(teksten & _NU) and "worden" not in teksten

    def _btw(self) -> bool | None:
        na = self.woorden[self.bedrag.eind : self.bedrag.eind + _SPAN + 1]
        voor = self.woorden[max(self.vanaf, self.bedrag.begin - _SPAN) : self.bedrag.begin]
        for stuk in (na, voor):
            if any(woord.begrip & BTW for woord in stuk):
                for woord in stuk:
                    if woord.tekst.startswith("incl") or woord.tekst == "met":
                        return True
                    if woord.tekst.startswith("excl") or woord.tekst == "zonder":
                        return False
        return None
