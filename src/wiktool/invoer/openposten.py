"""Files of open items as bookkeeping packages export them, nothing guessed.

A row that cannot be understood is set apart with the reason, and the rest goes on. A row that is
understood but asks for no letter (paid, blocked, disputed) is skipped and named.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from wiktool.invoer.postlezer import Afgewezen, Overgeslagen, Overslaan, Post, Postlezer
from wiktool.invoer.tabel.bestand import open_tabel, schone_kop
from wiktool.invoer.tabel.cellen import Twijfel, als_tekst
from wiktool.invoer.tabel.kolommen import Kolommen, Veld, herken_kolommen, tel_bekende
from wiktool.kern.fouten import BestandFout, NotatieFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from wiktool.invoer.tabel.bestand import Blok, Bron, Cel, Rij

OVERIGE: Final = (
    Veld.OMSCHRIJVING,
    Veld.KENMERK,
    Veld.FATALE_TERMIJN,
    Veld.TERMIJNBETALING,
    Veld.RECHTSVERHOUDING,
    Veld.VOORNAAM,
    Veld.ACHTERNAAM,
    Veld.ADRES,
    Veld.HUISNUMMER,
    Veld.POSTCODE,
    Veld.PLAATS,
    Veld.LAND,
    Veld.EMAIL,
    Veld.HOEDANIGHEID,
    Veld.KVK,
    Veld.BTW_NUMMER,
    Veld.IBAN,
)
"""Fields that are passed on as text where the export has them."""

_EXACT: Final = "Exact Online (Receivables)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Openposten:
    """What a file of open items says.

    Attributes:
        overig: which field each text of ``Post.overig`` is.
        pakket: the package whose export was recognised beyond its headings; else empty.
    """

    bron: Bron
    kolommen: Kolommen
    pakket: str = ""
    overig: tuple[Veld, ...] = ()
    posten: list[Post] = field(default_factory=list)
    afgewezen: list[Afgewezen] = field(default_factory=list)
    overgeslagen: list[Overgeslagen] = field(default_factory=list)


def lees_openposten(
    pad: Path | str,
    *,
    kolommen: Mapping[Veld, str] | None = None,
    blad: str = "",
    omgekeerd: bool = False,
    betaaltermijn: int | None = None,
    stdin: BinaryIO | None = None,
) -> Openposten:
    """Read a file of open items.

    Args:
        pad: a CSV or XLSX file, or ``-`` for standard input.
        kolommen: headings the user pointed out; they win over what is recognised.
        blad: the sheet of a workbook.
        omgekeerd: what is owed stands in the file as a negative amount.
        betaaltermijn: days after the invoice date, for rows without a due date.
        stdin: what ``-`` reads; the process's standard input unless given.

    Raises:
        BestandFout: the file cannot be read, holds no rows, or its columns leave doubt.
        GebruiksFout: a heading that was pointed out does not exist.
    """
    herken = partial(tel_bekende, aangewezen=(kolommen or {}).values())
    with open_tabel(pad, herken, blad=blad, stdin=stdin) as tabel:
        plaats = tabel.bron.pad
        gevonden, pakket = _herken_pakket(herken_kolommen(tabel.kop, kolommen, plaats=plaats))
        _controleer_kolommen(gevonden, plaats)
        overig = tuple(veld for veld in OVERIGE if veld in gevonden)
        uitkomst = Openposten(bron=tabel.bron, kolommen=gevonden, pakket=pakket, overig=overig)
        lezer = Postlezer(gevonden, overig, betaaltermijn=betaaltermijn)
        _lees_alles(tabel.blokken, lezer, uitkomst)
    if not (uitkomst.posten or uitkomst.afgewezen or uitkomst.overgeslagen):
        raise BestandFout(
            "er staan alleen koppen in, geen posten", doe="maak de export opnieuw", plaats=plaats
        )
    _zet_tekens(uitkomst, lezer.creditregels, omgekeerd=omgekeerd)
    return uitkomst


def _herken_pakket(kolommen: Kolommen) -> tuple[Kolommen, str]:
    """Exact's Receivables hold the open amount, as a negative number, in ``AmountDC``."""
    if "AmountDC" in kolommen.kop and "IsFullyPaid" in kolommen.kop:
        plaatsen = {Veld.OPENSTAAND: kolommen.kop.index("AmountDC"), **kolommen.plaatsen}
        return Kolommen(kop=kolommen.kop, plaatsen=plaatsen), _EXACT
    return kolommen, ""


def _controleer_kolommen(kolommen: Kolommen, plaats: str) -> None:
    """Refuse a file whose columns leave out, or leave open, what a claim is.

    Raises:
        BestandFout: with the remedy.
    """
    heeft = set(kolommen.plaatsen)
    if not heeft & {Veld.NUMMER, Veld.NAAM, Veld.ACHTERNAAM}:
        raise _geen_kolom("de schuldenaar", Veld.NAAM, plaats)
    if Veld.FACTUURNUMMER not in heeft:
        raise _geen_kolom("het factuurnummer", Veld.FACTUURNUMMER, plaats)
    if Veld.OPENSTAAND in heeft or {Veld.BEDRAG, Veld.BETAALD} <= heeft:
        return
    if Veld.BEDRAG not in heeft:
        raise _geen_kolom("het openstaande bedrag", Veld.OPENSTAAND, plaats)
    kop = kolommen.naam(Veld.BEDRAG)
    raise BestandFout(
        f"«{kop}» kan het factuurbedrag zijn of wat er nog openstaat",
        doe=f"is het wat er nog openstaat? zeg dat met --kolom openstaand={kop}",
        plaats=plaats,
    )


def _geen_kolom(wat: str, veld: Veld, plaats: str) -> BestandFout:
    return BestandFout(
        f"er is geen kolom met {wat}",
        doe=f"wijs haar aan met --kolom {veld}=Kop; --toon-kolommen laat zien wat er is",
        plaats=plaats,
    )


def _lees_alles(blokken: Iterable[Blok], lezer: Postlezer, uitkomst: Openposten) -> None:
    """Read every row; those in doubt once more, when their columns are known as a whole."""
    with zonder_opruimen():
        uitgesteld = _lees_blokken(blokken, lezer, uitkomst)
        lezer.beslis()
        _lees_een_voor_een(uitgesteld, lezer, uitkomst)
    if uitgesteld:
        uitkomst.posten.sort(key=attrgetter("regel"))
        uitkomst.afgewezen.sort(key=attrgetter("regel"))
        uitkomst.overgeslagen.sort(key=attrgetter("regel"))


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Pause the search for reference cycles: everything that is read stays, and none has cycles."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()


def _lees_blokken(blokken: Iterable[Blok], lezer: Postlezer, uitkomst: Openposten) -> list[Rij]:
    """Read rows, whole blocks at once where they are ordinary; return those in doubt."""
    uitgesteld: list[Rij] = []
    for regels, rijen in blokken:
        posten = lezer.lees_blok(regels, rijen)
        if posten is not None:
            uitkomst.posten.extend(posten)
        else:
            blok = zip(regels, rijen, strict=True)
            uitgesteld += _lees_een_voor_een(blok, lezer, uitkomst)
    return uitgesteld


def _lees_een_voor_een(blok: Iterable[Rij], lezer: Postlezer, uitkomst: Openposten) -> list[Rij]:
    uitgesteld: list[Rij] = []
    for regel, rij in blok:
        try:
            uitkomst.posten.append(lezer.lees(regel, rij))
        except Twijfel:
            uitgesteld.append((regel, rij))
        except Overslaan as reden:
            _sla_over(regel, reden, uitkomst)
        except NotatieFout as fout:
            if schone_kop(rij) != uitkomst.kolommen.kop:
                _wijs_af(regel, rij, fout, uitkomst)
    return uitgesteld


def _sla_over(regel: int, reden: Overslaan, uitkomst: Openposten) -> None:
    if reden.reden:
        uitkomst.overgeslagen.append(
            Overgeslagen(regel, reden.schuldenaar, reden.factuurnummer, reden.reden)
        )


def _wijs_af(regel: int, rij: Sequence[Cel], fout: NotatieFout, uitkomst: Openposten) -> None:
    cellen = tuple(map(als_tekst, rij))
    uitkomst.afgewezen.append(Afgewezen(regel, cellen, fout.melding))


def _zet_tekens(uitkomst: Openposten, creditregels: set[int], *, omgekeerd: bool) -> None:
    """Make what is owed positive and credit negative, whichever way the file has it.

    Raises:
        BestandFout: every amount is negative and nothing says that this means owed.
    """
    posten = uitkomst.posten
    facturen = [post.openstaand for post in posten if post.regel not in creditregels]
    alles_negatief = bool(facturen) and max(facturen) < 0
    if uitkomst.pakket == _EXACT:
        omgekeerd = any(bedrag < 0 for bedrag in facturen)
    elif alles_negatief and not omgekeerd:
        raise BestandFout(
            "alle bedragen zijn negatief: staat er wat u krijgt, of wat u moet terugbetalen?",
            doe="krijgt u het? zeg dat met --omgekeerd",
            plaats=uitkomst.bron.pad,
        )
    if not omgekeerd and not creditregels:
        return
    for plek, post in enumerate(posten):
        bedrag = -post.openstaand if omgekeerd else post.openstaand
        if post.regel in creditregels:
            bedrag = -abs(bedrag)
        posten[plek] = post._replace(openstaand=bedrag)
