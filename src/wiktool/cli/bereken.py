"""``wiktool bereken``: the collection costs."""

from __future__ import annotations

import codecs
import io
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from wiktool.cli import opties
from wiktool.cli.hoofd import BEVINDINGEN, KLAAR
from wiktool.kern.begrippen import Hoedanigheid
from wiktool.kern.datum import lees_datum
from wiktool.kern.fouten import GebruiksFout, NotatieFout, WiktoolFout
from wiktool.kern.geld import lees_bedrag, lees_hoofdsom
from wiktool.kern.notatie import bedrag_machine
from wiktool.recht.incassokosten import bereken_incassokosten, snelle_kosten
from wiktool.weergave import kosten as weergave

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wiktool.recht.incassokosten import Kostenberekening

_FORMATEN = (opties.TEKST, opties.JSON, opties.CSV, opties.JSONL)


def bereken(
    hoofdsommen: Annotated[
        list[str],
        typer.Argument(
            metavar="HOOFDSOM...",
            help="Een of meer bedragen zonder rente en kosten; - leest een bedrag per regel.",
        ),
    ],
    zakelijk: Annotated[
        bool, typer.Option("--zakelijk", help="De schuldenaar is geen consument.")
    ] = False,
    btw: Annotated[
        bool,
        typer.Option(
            "--btw",
            help="De schuldeiser besteedt uit, kan btw niet verrekenen en zegt dat in de brief.",
        ),
    ] = False,
    termijnbetaling: Annotated[
        bool,
        typer.Option("--termijnbetaling", help="Het is een termijn uit één rechtsverhouding."),
    ] = False,
    eerder_aangemaand: Annotated[
        str | None,
        typer.Option(
            "--eerder-aangemaand",
            metavar="N",
            help="Aantal eerdere aanmaningen voor termijnen in de zes maanden ervoor.",
        ),
    ] = None,
    verzuimdatum: Annotated[
        str | None,
        opties.dagoptie("--verzuimdatum", hulp="Eerste dag van verzuim. [standaard: de peildatum]"),
    ] = None,
    vergelijk: Annotated[
        str | None,
        typer.Option("--vergelijk", metavar="BEDRAG", help="Vergelijk gevraagde kosten hiermee."),
    ] = None,
    kort: Annotated[
        bool, typer.Option("--kort", help="Alleen het totaal, met een punt, voor scripts.")
    ] = False,
    peildatum: opties.Peildatum = None,
    formaat: Annotated[str | None, opties.formaatoptie(*_FORMATEN)] = None,
) -> int:
    """Bereken de incassokosten volgens de wettelijke staffel, tot op de cent en met uitleg.

    Meer bedragen zijn de vorderingen van één aanmaning: samengeteld, de staffel eenmaal.
    """
    gekozen = opties.kies(formaat or opties.TEKST, _FORMATEN, "--formaat")
    if kort and (gekozen != opties.TEKST or vergelijk is not None):
        raise GebruiksFout(
            "--kort geeft alleen het totaal, en gaat niet samen met --formaat of --vergelijk",
            doe="laat --kort weg, of die andere optie",
        )
    vraag = _Vraag(
        peildatum=opties.lees_peildatum(peildatum),
        verzuimdatum=opties.lees_indien(lees_datum, verzuimdatum, "--verzuimdatum"),
        hoedanigheid=Hoedanigheid.ONDERNEMER if zakelijk else Hoedanigheid.CONSUMENT,
        btw=btw,
        eerder_aangemaand=_lees_eerder(termijnbetaling, eerder_aangemaand),
    )
    if "-" in hoofdsommen:
        if len(hoofdsommen) > 1 or vergelijk is not None:
            raise GebruiksFout(
                "- leest alle bedragen van standaardinvoer en gaat niet samen met andere",
                doe="geef alleen -, of alleen bedragen",
            )
        return _regel_voor_regel(_invoer(), vraag, kort=kort, formaat=formaat or opties.CSV)
    berekening = vraag.bereken(
        [opties.lees_op_de_regel(lees_hoofdsom, tekst, "") for tekst in hoofdsommen]
    )
    if vergelijk is not None:
        gevraagd = opties.lees_op_de_regel(lees_bedrag, vergelijk, "--vergelijk")
        return _vergelijk(berekening, gevraagd, gekozen)
    if kort:
        opties.schrijf(bedrag_machine(berekening.totaal))
    else:
        _toon(berekening, gekozen, " ".join(hoofdsommen))
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vraag:
    """What the options ask for; ``eerder_aangemaand`` is None when it is no instalment."""

    peildatum: date
    verzuimdatum: date | None
    hoedanigheid: Hoedanigheid
    btw: bool
    eerder_aangemaand: int | None

    def bereken(self, bedragen: list[Decimal]) -> Kostenberekening:
        """The fee over the claims of one reminder, explained."""
        if self.eerder_aangemaand is None:
            return bereken_incassokosten(
                bedragen,
                peildatum=self.peildatum,
                verzuimdatum=self.verzuimdatum,
                hoedanigheid=self.hoedanigheid,
                btw=self.btw,
            )
        from wiktool.recht.termijnbetalingen import bereken_termijnkosten

        return bereken_termijnkosten(
            bedragen,
            eerder_aangemaand=self.eerder_aangemaand,
            peildatum=self.peildatum,
            verzuimdatum=self.verzuimdatum,
            hoedanigheid=self.hoedanigheid,
            btw=self.btw,
        )

    def per_regel(self) -> Callable[[Decimal], tuple[Decimal, Decimal]]:
        """The fee and VAT of one claim, as fast as can be."""
        if self.eerder_aangemaand is None:
            return snelle_kosten(
                peildatum=self.peildatum, verzuimdatum=self.verzuimdatum, btw=self.btw
            )

        def reken(hoofdsom: Decimal) -> tuple[Decimal, Decimal]:
            berekening = self.bereken([hoofdsom])
            return berekening.kosten, berekening.btw

        return reken


def _lees_eerder(termijnbetaling: bool, tekst: str | None) -> int | None:
    if not termijnbetaling:
        if tekst is not None:
            raise GebruiksFout(
                "--eerder-aangemaand geldt alleen voor termijnbetalingen",
                doe="voeg --termijnbetaling toe",
            )
        return None
    if tekst is None:
        return 0
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 4):
        raise NotatieFout(
            f"«{tekst}» is geen aantal", doe="geef een geheel getal", plaats="--eerder-aangemaand"
        )
    return int(tekst)


def _toon(berekening: Kostenberekening, formaat: str, invoer: str) -> None:
    if formaat == opties.TEKST:
        opties.schrijf(weergave.als_tekst(berekening, opties.opmaak()))
    elif formaat == opties.CSV:
        from wiktool.weergave.csv import als_csvregel

        rij = weergave.als_rij(invoer, berekening.hoofdsom, berekening.kosten, berekening.btw)
        opties.schrijf(als_csvregel(weergave.KOLOMMEN))
        opties.schrijf(als_csvregel(rij))
    else:
        from wiktool.weergave.json import als_json, als_jsonregel

        maak = als_json if formaat == opties.JSON else als_jsonregel
        opties.schrijf(maak("kostenberekening", weergave.als_gegevens(berekening)))


def _vergelijk(berekening: Kostenberekening, gevraagd: Decimal, formaat: str) -> int:
    """Compare a charged fee with the tariff: 0 equal, 1 not."""
    if formaat == opties.JSON:
        from wiktool.weergave.json import als_json

        gegevens = weergave.als_gegevens(berekening)
        gegevens["vergelijking"] = weergave.vergelijking(berekening, gevraagd)
        opties.schrijf(als_json("kostenberekening", gegevens))
    elif formaat == opties.TEKST:
        opties.schrijf(weergave.vergelijking_als_tekst(berekening, gevraagd))
    else:
        raise GebruiksFout("--vergelijk kent tekst en json", doe="kies --formaat tekst of json")
    return KLAAR if gevraagd == berekening.totaal else BEVINDINGEN


def _invoer() -> TextIO:
    """Standard input: UTF-8 with or without a mark, and what is not UTF-8 as Windows writes it."""
    codecs.register_error("cp1252", _als_cp1252)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="cp1252")
    return sys.stdin


def _als_cp1252(fout: UnicodeError) -> tuple[str, int]:
    assert isinstance(fout, UnicodeDecodeError)  # noqa: S101 - only reading has this handler
    bytes_ = fout.object[fout.start : fout.end]
    return bytes_.decode("cp1252", errors="replace"), fout.end


def _regel_voor_regel(regels: Iterable[str], vraag: _Vraag, *, kort: bool, formaat: str) -> int:
    """One result per line, as the lines come; a bad line becomes a row with its error."""
    if formaat in (opties.TEKST, opties.JSON):
        raise GebruiksFout("- schrijft csv of jsonl", doe="kies --formaat csv of jsonl")
    schrijf_rij = _rijschrijver(kort=kort, formaat=formaat)
    reken = vraag.per_regel()
    code = KLAAR
    for regel in regels:
        invoer = regel.rstrip("\r\n")
        try:
            hoofdsom = lees_hoofdsom(invoer)
            rij = weergave.als_rij(invoer, hoofdsom, *reken(hoofdsom))
        except WiktoolFout as fout:
            code = BEVINDINGEN
            rij = weergave.als_foutrij(invoer, fout.melding)
        schrijf_rij(rij)
    return code


def _rijschrijver(*, kort: bool, formaat: str) -> Callable[[tuple[str, ...]], object]:
    schrijf = sys.stdout.write
    if kort:

        def schrijf_kort(rij: tuple[str, ...]) -> None:
            schrijf(f"{rij[-2]}\n")
            if rij[-1]:
                sys.stderr.write(f"wiktool: fout: {rij[-1]}\n")

        return schrijf_kort
    if formaat == opties.JSONL:
        from wiktool.weergave.json import als_jsonregel

        kolommen = weergave.KOLOMMEN
        return lambda rij: schrijf(
            als_jsonregel("kostenregel", dict(zip(kolommen, rij, strict=True))) + "\n"
        )
    from wiktool.weergave.csv import als_csvregel

    schrijf(als_csvregel(weergave.KOLOMMEN) + "\n")
    return lambda rij: schrijf(als_csvregel(rij) + "\n")


app = opties.nieuwe_app(
    bereken,
    voorbeelden=(
        "wiktool bereken 1250",
        "wiktool bereken 1.000,00 250,00 --formaat json",
        "wiktool bereken 1250 --btw",
        "kosten=$(wiktool bereken 1250 --kort)",
        "cut -d';' -f3 posten.csv | wiktool bereken - --formaat csv",
    ),
)
