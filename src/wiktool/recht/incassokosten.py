"""The fee for collection costs (Besluit BIK, articles 1 to 3; recht.md 1.1 to 1.5).

Amounts are in euros. Instalments at the lowest fee: :mod:`wiktool.recht.termijnbetalingen`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from wiktool.kern.begrippen import Hoedanigheid
from wiktool.kern.fouten import BuitenBereik, NotatieFout
from wiktool.kern.geld import NUL, rond_af
from wiktool.kern.notatie import datum_nl, euro, procent
from wiktool.kern.uitkomst import Kanttekening, Stap, zonder_dubbele
from wiktool.wetgegevens.regelingen import bron
from wiktool.wetgegevens.tabel import tabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wiktool.kern.bron import Bron
    from wiktool.wetgegevens.tabel import Versie

HONDERD: Final = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schijf:
    """The part of the principal that falls in one bracket, and its fee, not yet rounded.

    Attributes:
        tot: upper bound of the bracket in euros; None for the last.
    """

    van: Decimal
    tot: Decimal | None
    percentage: Decimal
    grondslag: Decimal
    bedrag: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Tarief:
    """The tariff as it holds for a claim.

    Bron: art. 2 lid 1 en 2 Besluit BIK.
    """

    grenzen: tuple[tuple[Decimal, Decimal | None, Decimal], ...]
    minimum: Decimal
    maximum: Decimal
    versie: Versie

    def schijven(self, hoofdsom: Decimal) -> tuple[Schijf, ...]:
        """The principal cut into its brackets; the sum of their amounts is not yet bounded."""
        return tuple(
            Schijf(
                van=van,
                tot=tot,
                percentage=percentage,
                grondslag=(deel := (hoofdsom if tot is None else min(hoofdsom, tot)) - van),
                bedrag=deel * percentage / HONDERD,
            )
            for van, tot, percentage in self.grenzen
            if hoofdsom > van
        )

    def kosten(self, hoofdsom: Decimal) -> Decimal:
        """The fee, bounded by minimum and maximum, rounded once to cents.

        >>> tarief(date(2026, 11, 21)).kosten(Decimal("266.70"))
        Decimal('40.01')
        """
        som = NUL
        for van, tot, percentage in self.grenzen:
            if hoofdsom <= van:
                break
            deel = hoofdsom if tot is None or hoofdsom < tot else tot
            som += (deel - van) * percentage / HONDERD
        return rond_af(max(self.minimum, min(self.maximum, som)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenberekening:
    """The fee with how it came about.

    Attributes:
        vorderingen: the claims of the one reminder, in euros.
        kosten: the fee without VAT.
        btw: VAT on the fee; zero unless the creditor may raise it.
        totaal: what may be claimed: fee and VAT.
        btw_percentage: the rate used; None without VAT.
    """

    peildatum: date
    vorderingen: tuple[Decimal, ...]
    hoofdsom: Decimal
    hoedanigheid: Hoedanigheid
    kosten: Decimal
    btw: Decimal
    btw_percentage: Decimal | None
    totaal: Decimal
    minimum_toegepast: bool
    maximum_toegepast: bool
    schijven: tuple[Schijf, ...]
    stappen: tuple[Stap, ...]
    bronnen: tuple[Bron, ...]
    kanttekeningen: tuple[Kanttekening, ...]


def tarief(verzuimdatum: date) -> Tarief:
    """The tariff for a claim in default since this day.

    Raises:
        BuitenBereik: the debtor was in default before 1 July 2012.

    Bron: art. 2 en 3 Besluit BIK (recht.md R1.4, R1.30).

    >>> tarief(date(2012, 6, 30))
    Traceback (most recent call last):
        ...
    wiktool.kern.fouten.BuitenBereik: het Besluit BIK geldt niet voor een vordering ...
    """
    staffel = tabel("incassokosten")
    if verzuimdatum < staffel.versies[0].geldig_van:
        raise BuitenBereik(
            "het Besluit BIK geldt niet voor een vordering waarvoor de schuldenaar al vóór "
            f"{datum_nl(staffel.versies[0].geldig_van)} in verzuim was (art. 3 Besluit BIK)",
            doe="beoordeel de kosten naar het oude Rapport Voorwerk II; wiktool berekent die niet",
        )
    versie = staffel.op(verzuimdatum)
    grenzen = []
    van = Decimal(0)
    for schijf in versie.waarden["schijven"]:
        tot = Decimal(schijf["tot"]) if "tot" in schijf else None
        grenzen.append((van, tot, Decimal(schijf["procent"])))
        van = tot if tot is not None else van
    return Tarief(
        grenzen=tuple(grenzen),
        minimum=versie.getal("minimum"),
        maximum=versie.getal("maximum"),
        versie=versie,
    )


def btw_percentage(peildatum: date) -> Decimal:
    """The general VAT rate in percent on a day.

    Bron: art. 9 lid 1 Wet OB 1968 (recht.md R1.13).

    >>> btw_percentage(date(2012, 9, 30)), btw_percentage(date(2012, 10, 1))
    (Decimal('19'), Decimal('21'))
    """
    return tabel("btw").op(peildatum).getal("procent")


def btw_over(kosten: Decimal, peildatum: date) -> Decimal:
    """VAT on the rounded fee, rounded to cents (docs/keuzes/0002).

    >>> btw_over(Decimal("40.01"), date(2026, 11, 21))
    Decimal('8.40')
    """
    return rond_af(kosten * btw_percentage(peildatum) / HONDERD)


def snelle_kosten(
    *, peildatum: date, verzuimdatum: date | None = None, btw: bool = False
) -> Callable[[Decimal], tuple[Decimal, Decimal]]:
    """The fee and its VAT for many single claims, without the explanation.

    Raises:
        BuitenBereik: as :func:`bereken_incassokosten`.

    >>> snelle_kosten(peildatum=date(2026, 11, 21), btw=True)(Decimal(1250))
    (Decimal('187.50'), Decimal('39.38'))
    """
    staffel = tarief(verzuimdatum or peildatum)
    percentage = btw_percentage(peildatum) if btw else Decimal(0)

    def reken(hoofdsom: Decimal) -> tuple[Decimal, Decimal]:
        kosten = staffel.kosten(hoofdsom)
        return kosten, rond_af(kosten * percentage / HONDERD)

    return reken


def bereken_incassokosten(
    vorderingen: Sequence[Decimal],
    *,
    peildatum: date,
    verzuimdatum: date | None = None,
    hoedanigheid: Hoedanigheid = Hoedanigheid.CONSUMENT,
    btw: bool = False,
) -> Kostenberekening:
    """The fee over the claims of one reminder: added up, the tariff applied once.

    Args:
        vorderingen: principals in euros, each above zero, without interest and costs.
        peildatum: the day the calculation is for; picks the VAT rate.
        verzuimdatum: the first day of default; ``peildatum`` when not given.
        hoedanigheid: of the debtor; changes what is said about when the fee is due.
        btw: the creditor outsources collection, cannot deduct VAT and declares so
            (art. 2 lid 3 Besluit BIK).

    Raises:
        NotatieFout: no claim, or a claim of zero or less.
        BuitenBereik: in default before 1 July 2012, or no VAT rate known.

    Bron: art. 2 Besluit BIK; art. 6:96 lid 7 BW.

    >>> bereken_incassokosten([Decimal(1000), Decimal(250)], peildatum=date(2026, 11, 21)).kosten
    Decimal('187.50')
    """
    if not vorderingen or any(bedrag <= 0 for bedrag in vorderingen):
        raise NotatieFout(
            "er is geen vordering om kosten over te berekenen", doe="geef een bedrag boven nul"
        )
    hoofdsom = sum(vorderingen, NUL)
    staffel = tarief(verzuimdatum or peildatum)
    schijven = staffel.schijven(hoofdsom)
    som = sum((schijf.bedrag for schijf in schijven), Decimal(0))
    kosten = staffel.kosten(hoofdsom)
    btw_bedrag = btw_over(kosten, peildatum) if btw else NUL
    berekening = Kostenberekening(
        peildatum=peildatum,
        vorderingen=tuple(vorderingen),
        hoofdsom=hoofdsom,
        hoedanigheid=hoedanigheid,
        kosten=kosten,
        btw=btw_bedrag,
        btw_percentage=btw_percentage(peildatum) if btw else None,
        totaal=kosten + btw_bedrag,
        minimum_toegepast=som < staffel.minimum,
        maximum_toegepast=som > staffel.maximum,
        schijven=schijven,
        stappen=(),
        bronnen=(),
        kanttekeningen=(),
    )
    return _met_uitleg(berekening, staffel, som, verzuimdatum or peildatum)


def _met_uitleg(
    berekening: Kostenberekening, staffel: Tarief, som: Decimal, verzuimdatum: date
) -> Kostenberekening:
    from dataclasses import replace

    stappen = (*_stappen(berekening, staffel, som), *_btw_stappen(berekening))
    return replace(
        berekening,
        stappen=stappen,
        bronnen=zonder_dubbele([stap.bron for stap in stappen if stap.bron is not None]),
        kanttekeningen=(
            *_kanttekeningen(berekening, som),
            *tabel("incassokosten").kanttekeningen(verzuimdatum),
            *(tabel("btw").kanttekeningen(berekening.peildatum) if berekening.btw else ()),
        ),
    )


def _stappen(berekening: Kostenberekening, staffel: Tarief, som: Decimal) -> list[Stap]:
    wet = staffel.versie.bron
    stappen = []
    if len(berekening.vorderingen) > 1:
        stappen.append(
            Stap(
                omschrijving=f"{len(berekening.vorderingen)} vorderingen samengeteld: "
                "één aanmaning, de staffel eenmaal",
                bron=bron("bw", "6:96", "7"),
                bedrag=berekening.hoofdsom,
            )
        )
    stappen += [
        Stap(
            omschrijving=f"{procent(schijf.percentage)} over {euro(schijf.grondslag)} "
            f"({_schijf_in_woorden(schijf)})",
            bron=wet,
            bedrag=schijf.bedrag,
        )
        for schijf in berekening.schijven
    ]
    if berekening.minimum_toegepast:
        stappen.append(
            Stap(omschrijving="ten minste het minimum", bron=wet, bedrag=staffel.minimum)
        )
    elif berekening.maximum_toegepast:
        stappen.append(
            Stap(omschrijving="ten hoogste het maximum", bron=wet, bedrag=staffel.maximum)
        )
    elif som != berekening.kosten:
        stappen.append(Stap(omschrijving="afgerond op hele centen", bedrag=berekening.kosten))
    return stappen


def _schijf_in_woorden(schijf: Schijf) -> str:
    if schijf.tot is None:
        return f"boven {euro(schijf.van)}"
    if not schijf.van:
        return f"tot {euro(schijf.tot)}"
    return f"van {euro(schijf.van)} tot {euro(schijf.tot)}"


def _btw_stappen(berekening: Kostenberekening) -> list[Stap]:
    if berekening.btw_percentage is None:
        return []
    return [
        Stap(
            omschrijving=f"{procent(berekening.btw_percentage)} btw over de vergoeding, omdat de "
            "schuldeiser de incasso uitbesteedt, de btw niet kan verrekenen en dat verklaart",
            bron=bron("besluit-bik", "2", "3"),
            bedrag=berekening.btw,
        )
    ]


def _kanttekeningen(berekening: Kostenberekening, som: Decimal) -> list[Kanttekening]:
    gevonden = [_wanneer_verschuldigd(berekening.hoedanigheid)]
    begrensd = berekening.minimum_toegepast or berekening.maximum_toegepast
    if not begrensd and som != berekening.kosten:
        gevonden.append(
            Kanttekening(
                code="afronding",
                tekst="Het besluit zwijgt over afronding; het bedrag is aan het eind eenmaal "
                "afgerond op hele centen, vanaf een halve cent naar boven.",
            )
        )
    if berekening.btw_percentage is not None:
        gevonden.append(
            Kanttekening(
                code="btw-verklaring",
                tekst="De btw is alleen verschuldigd als de aanmaning zelf zegt dat u de btw niet "
                "kunt verrekenen en de kosten daarom verhoogt, met het bedrag inclusief btw.",
                bron=bron("besluit-bik", "2", "3"),
            )
        )
        if begrensd:
            gevonden.append(
                Kanttekening(
                    code="btw-na-grens",
                    tekst="Minimum en maximum zijn toegepast vóór de btw: het derde lid verhoogt "
                    "de al begrensde vergoeding. Rechtspraak hierover is niet bekend.",
                    bron=bron("besluit-bik", "2", "3"),
                )
            )
    return gevonden


def _wanneer_verschuldigd(hoedanigheid: Hoedanigheid) -> Kanttekening:
    if hoedanigheid.is_consument:
        return Kanttekening(
            code="pas-na-veertiendagenbrief",
            tekst="Een consument is deze kosten pas verschuldigd als hij in verzuim is en daarna "
            "veertien dagen na een juiste veertiendagenbrief nog niet heeft betaald.",
            bron=bron("bw", "6:96", "6"),
        )
    return Kanttekening(
        code="zakelijk-boven-veertig",
        tekst="Bij een handelsovereenkomst is € 40 zonder aanmaning verschuldigd vanaf de dag na "
        "de laatste dag van betaling; voor het meerdere verwachten rechters ten minste verzuim "
        "en een incassohandeling. Een afgesproken percentage kan de rechter matigen.",
        bron=bron("bw", "6:96", "4"),
    )
