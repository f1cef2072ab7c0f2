"""Every worked case of this folder: data with its source, run by one test."""

import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wiktool.invoer.dossieropbouw import bouw_dossier
from wiktool.kern.dossier import Aanmaning, Betaling, Briefsoort, Hoedanigheid, Vordering
from wiktool.recht.afrekening import bereken_afrekening
from wiktool.recht.incassokosten import bereken_incassokosten, snelle_kosten
from wiktool.recht.rente import bereken_rente
from wiktool.recht.renteverloop import Dagtelling, Rentesoort
from wiktool.recht.termijnbetalingen import bereken_termijnkosten
from wiktool.recht.termijnen import bereken_termijn
from wiktool.recht.toerekening import Schuld, reken_toe
from wiktool.recht.verzuim import bepaal_verzuim

Geval = dict[str, Any]
MAP = Path(__file__).parent
DAG = date(2026, 11, 21)


def bedrag(tekst: str) -> Decimal:
    return Decimal(tekst)


def incassokosten(geval: Geval) -> None:
    bedragen = [bedrag(b) for b in geval["bedragen"]]
    met_btw = bereken_incassokosten(bedragen, peildatum=DAG, btw=True)
    assert str(met_btw.kosten) == geval["kosten"]
    assert str(met_btw.totaal) == geval["met_btw"]
    assert str(bereken_incassokosten(bedragen, peildatum=DAG).totaal) == geval["kosten"]
    snel = snelle_kosten(peildatum=DAG, btw=True)(sum(bedragen, Decimal(0)))
    assert snel == (met_btw.kosten, met_btw.btw)
    zonder_btw = snelle_kosten(peildatum=DAG)(sum(bedragen, Decimal(0)))
    assert zonder_btw == (met_btw.kosten, 0)


def termijnbetalingen(geval: Geval) -> None:
    uitkomst = bereken_termijnkosten(
        [bedrag(b) for b in geval["bedragen"]],
        eerder_aangemaand=geval["eerder"],
        peildatum=geval["dag"],
    )
    assert str(uitkomst.kosten) == geval["kosten"]


def rente(geval: Geval) -> None:
    uitkomst = bereken_rente(
        bedrag(geval["hoofdsom"]),
        van=geval["van"],
        tot=geval["tot"],
        soort=Rentesoort(geval["soort"]),
        percentage=bedrag(geval["percentage"]) if "percentage" in geval else None,
        enkelvoudig=geval.get("enkelvoudig", False),
        dagtelling=Dagtelling(geval.get("dagtelling", "werkelijk")),
        betalingen=[
            Betaling(datum=b["datum"], bedrag=bedrag(b["bedrag"]))
            for b in geval.get("betalingen", ())
        ],
    )
    assert str(uitkomst.rente) == geval["rente"]
    assert uitkomst.hoofdsom_open == bedrag(geval.get("hoofdsom_open", geval["hoofdsom"]))
    assert uitkomst.rest == bedrag(geval.get("rest", "0"))


def termijn(geval: Geval) -> None:
    uitkomst = bereken_termijn(verzonden=geval["verzonden"])
    assert uitkomst.bezorgd == geval["bezorgd"]
    assert uitkomst.laatste_dag == geval["laatste_dag"]
    assert (uitkomst.kosten_vanaf - uitkomst.laatste_dag).days == 1


def verzuim(geval: Geval) -> None:
    uitkomst = bepaal_verzuim(
        Vordering(factuurnummer="1", bedrag=Decimal(100), **geval["vordering"]),
        hoedanigheid=Hoedanigheid(geval["hoedanigheid"]),
        aanmaningen=[
            Aanmaning(soort=Briefsoort(brief["soort"]), verzonden=brief["verzonden"])
            for brief in geval.get("aanmaningen", ())
        ],
        grote_schuldenaar=geval.get("groot", False),
    )
    assert uitkomst.datum == geval.get("datum")
    assert uitkomst.grond == geval["grond"]
    assert bool(uitkomst.vraag) is (uitkomst.datum is None)


def toerekening(geval: Geval) -> None:
    geld = ("kosten", "rente", "hoofdsom")
    schulden = [
        Schuld(**{k: bedrag(v) if k in geld else v for k, v in schuld.items()})
        for schuld in geval["schulden"]
    ]
    uitkomst = reken_toe(bedrag(geval["bedrag"]), schulden, aangewezen=geval.get("aangewezen", ""))
    delen = {d.kenmerk: [d.kosten, d.rente, d.hoofdsom] for d in uitkomst.delen}
    assert delen == {k: [bedrag(b) for b in bedragen] for k, bedragen in geval["delen"].items()}


def afrekening(geval: Geval) -> None:
    uitkomst = bereken_afrekening(bouw_dossier(geval["dossier"]), peildatum=geval["peildatum"])
    for naam in ("hoofdsom_open", "rente_open", "kosten_open", "saldo"):
        assert str(getattr(uitkomst, naam)) == geval[naam], naam


REKENINGEN: dict[str, Callable[[Geval], None]] = {
    functie.__name__: functie
    for functie in (
        incassokosten,
        termijnbetalingen,
        rente,
        termijn,
        verzuim,
        toerekening,
        afrekening,
    )
}


def lees() -> list[Any]:
    gevallen = []
    for pad in sorted(MAP.glob("*.toml")):
        inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
        gevallen += [
            pytest.param(inhoud["rekening"], geval, id=f"{pad.stem}: {geval['naam']}")
            for geval in inhoud["geval"]
        ]
    return gevallen


@pytest.mark.parametrize(("rekening", "geval"), lees())
def test_geval(rekening: str, geval: Geval) -> None:
    assert geval["bron"]
    REKENINGEN[rekening](geval)


def test_every_calculator_has_cases() -> None:
    bestanden = {
        tomllib.loads(p.read_text(encoding="utf-8"))["rekening"] for p in MAP.glob("*.toml")
    }
    assert bestanden == set(REKENINGEN)
