"""From the rows of one debtor to its dossier: credit notes netted, duplicates refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from wiktool.invoer.relaties import naamsleutel
from wiktool.invoer.schuldenaarvelden import maak_schuldenaar
from wiktool.invoer.tabel.cellen import lees_ja_nee
from wiktool.invoer.tabel.kolommen import Veld
from wiktool.kern.dossier import Dossier, Vordering
from wiktool.kern.fouten import NotatieFout
from wiktool.kern.geld import NUL
from wiktool.kern.notatie import euro

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from wiktool.invoer.postlezer import Post
    from wiktool.kern.dossier import Schuldenaar
    from wiktool.taken.serie.model import Afzender, Opdracht, Zaak


class Opgebouwd(NamedTuple):
    """The dossier of a case, and what was done to make it."""

    dossier: Dossier
    opmerkingen: tuple[str, ...]


def bouw_op(zaak: Zaak, opdracht: Opdracht) -> Opgebouwd:
    """Make the dossier of a case.

    Raises:
        NotatieFout: an invoice twice, parts that contradict each other, an unknown hoedanigheid.
    """
    opmerkingen: list[str] = []
    delen = []
    if zaak.posten:
        assert opdracht.afzender is not None  # noqa: S101 - refused before, for tables
        delen.append(_uit_posten(zaak, opdracht, opdracht.afzender, opmerkingen))
    delen += zaak.dossiers
    dossier = voeg_samen(delen)
    dossier = replace(
        dossier,
        vorderingen=tuple(
            _met_termijn(v, fatale_termijn=opdracht.fatale_termijn) for v in dossier.vorderingen
        ),
        betalingen=(*dossier.betalingen, *zaak.betalingen),
        aanmaningen=(*dossier.aanmaningen, *zaak.aanmaningen),
    )
    if dossier.schuldenaar.hoedanigheid is None and opdracht.hoedanigheid is not None:
        schuldenaar = replace(dossier.schuldenaar, hoedanigheid=opdracht.hoedanigheid)
        dossier = replace(dossier, schuldenaar=schuldenaar)
    return Opgebouwd(dossier, tuple(opmerkingen))


def _met_termijn(vordering: Vordering, *, fatale_termijn: bool | None) -> Vordering:
    """Let the flag speak where a claim with a due date says nothing itself."""
    if vordering.fatale_termijn is None and vordering.vervaldatum is not None:
        return replace(vordering, fatale_termijn=fatale_termijn)
    return vordering


def _uit_posten(
    zaak: Zaak, opdracht: Opdracht, afzender: Afzender, opmerkingen: list[str]
) -> Dossier:
    rijen = [
        (post, dict(zip(opdracht.overig[bron], post.overig, strict=True)))
        for bron, post in zaak.posten
    ]
    vorderingen = [
        _maak_vordering(post, velden, afzender) for post, velden in rijen if post.openstaand > 0
    ]
    _weiger_dubbele([post for post, _ in rijen])
    creditnotas = [post for post, _ in rijen if post.openstaand < 0]
    kenmerken = {velden.get(Veld.KENMERK, "") for _, velden in rijen}
    return Dossier(
        schuldeiser=afzender.schuldeiser,
        schuldenaar=_schuldenaar(zaak, rijen),
        vorderingen=_verreken(vorderingen, creditnotas, opmerkingen),
        afspraken=afzender.afspraken,
        brief=replace(afzender.brief, kenmerk=kenmerken.pop() if len(kenmerken) == 1 else ""),
        incassobureau=afzender.incassobureau,
    )


def _weiger_dubbele(posten: Sequence[Post]) -> None:
    """Refuse an invoice that stands there twice; a credit note may bear the invoice's number.

    Raises:
        NotatieFout: two rows with the same number, both to pay or both to get back.
    """
    eerder: dict[tuple[str, bool], Post] = {}
    for post in posten:
        ander = eerder.setdefault((post.factuurnummer, post.openstaand > 0), post)
        if ander is not post:
            raise NotatieFout(
                f"factuur «{post.factuurnummer}» staat er twee keer (regel {ander.regel} en "
                f"{post.regel})"
            )


def _maak_vordering(post: Post, velden: Mapping[Veld, str], afzender: Afzender) -> Vordering:
    fatale_termijn = lees_ja_nee(velden.get(Veld.FATALE_TERMIJN, ""))
    if fatale_termijn is None and post.vervaldatum is not None:
        fatale_termijn = afzender.schuldeiser.fatale_termijn
    return Vordering(
        factuurnummer=post.factuurnummer,
        bedrag=post.openstaand,
        factuurdatum=post.factuurdatum,
        vervaldatum=post.vervaldatum,
        fatale_termijn=fatale_termijn,
        omschrijving=velden.get(Veld.OMSCHRIJVING, ""),
        termijnbetaling=bool(lees_ja_nee(velden.get(Veld.TERMIJNBETALING, ""))),
        rechtsverhouding=velden.get(Veld.RECHTSVERHOUDING, ""),
    )


def _schuldenaar(zaak: Zaak, rijen: Sequence[tuple[Post, Mapping[Veld, str]]]) -> Schuldenaar:
    """The debtor: out of the relations, completed with what the rows say."""
    velden: dict[Veld, str] = {Veld.NUMMER: zaak.nummer, Veld.NAAM: zaak.naam}
    for _, rij in rijen:
        for veld, tekst in rij.items():
            if tekst and not velden.get(veld):
                velden[veld] = tekst
    uit_rijen = maak_schuldenaar(velden)
    if zaak.relatie is None:
        return uit_rijen
    relatie = zaak.relatie.schuldenaar
    samen = replace(
        relatie,
        naam=relatie.naam or uit_rijen.naam,
        nummer=relatie.nummer or uit_rijen.nummer,
        email=relatie.email or uit_rijen.email,
        hoedanigheid=relatie.hoedanigheid or uit_rijen.hoedanigheid,
        kvk=relatie.kvk or uit_rijen.kvk,
        btw_nummer=relatie.btw_nummer or uit_rijen.btw_nummer,
    )
    if samen.adres:
        return samen
    return replace(
        samen,
        adres=uit_rijen.adres,
        postcode=uit_rijen.postcode,
        plaats=uit_rijen.plaats,
        land=uit_rijen.land,
    )


def _verreken(
    vorderingen: Sequence[Vordering], creditnotas: Sequence[Post], opmerkingen: list[str]
) -> tuple[Vordering, ...]:
    """Take credit notes off: first of the invoice they name, then of what fell due first.

    What fell due first is in default first, so a credit note always lowers the fee that a letter
    may announce.
    """
    open_: dict[str, Decimal] = {v.factuurnummer: v.bedrag for v in vorderingen}
    volgorde = sorted(vorderingen, key=lambda v: (v.vervaldatum or date.max, v.factuurnummer))
    for post in creditnotas:
        rest = -post.openstaand
        opmerkingen.append(f"creditnota {post.factuurnummer} van {euro(rest)} is verrekend")
        eigen = [post.factuurnummer] if post.factuurnummer in open_ else []
        for nummer in [*eigen, *(v.factuurnummer for v in volgorde)]:
            deel = min(rest, open_[nummer])
            open_[nummer] -= deel
            rest -= deel
    return tuple(
        replace(vordering, bedrag=open_[vordering.factuurnummer])
        for vordering in vorderingen
        if open_[vordering.factuurnummer] > NUL
    )


def _rekening_van(dossier: Dossier) -> tuple[str, str]:
    """Who is to be paid, and where."""
    return naamsleutel(dossier.schuldeiser.naam), dossier.schuldeiser.iban


def voeg_samen(delen: Sequence[Dossier]) -> Dossier:
    """One dossier out of several about the same debtor and creditor.

    Raises:
        NotatieFout: they contradict each other, or have an invoice in common.
    """
    eerste, *rest = delen
    for deel in rest:
        for naam in ("afspraken", "incassobureau"):
            if getattr(deel, naam) != getattr(eerste, naam):
                raise NotatieFout(f"de dossiers van deze schuldenaar verschillen in {naam}")
        if _rekening_van(deel) != _rekening_van(eerste):
            raise NotatieFout("deze schuldenaar staat er met verschillende schuldeisers of IBAN's")
    nummers = Counter(v.factuurnummer for deel in delen for v in deel.vorderingen)
    for nummer, aantal in nummers.items():
        if aantal > 1:
            raise NotatieFout(f"factuur «{nummer}» staat er twee keer")
    if not rest:
        return eerste
    kenmerken = {deel.brief.kenmerk for deel in delen}
    return replace(
        eerste,
        vorderingen=tuple(v for deel in delen for v in deel.vorderingen),
        betalingen=tuple(b for deel in delen for b in deel.betalingen),
        aanmaningen=tuple(dict.fromkeys(a for deel in delen for a in deel.aanmaningen)),
        brief=replace(eerste.brief, kenmerk=kenmerken.pop() if len(kenmerken) == 1 else ""),
    )
