"""The process that reads pdf files: stopped when it asks too much, hangs, dies or babbles."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.invoer.brief.hulp_pdf import MaakPdf, teksten

from wiktool.invoer.brief import grenzen, pdf, pdfproces
from wiktool.invoer.brief.pdfproces import Pdfproces
from wiktool.invoer.brief.pdftaal import BEZWEKEN, FOUT
from wiktool.kern.fouten import BestandFout

WERKER = """
import os
from wiktool.invoer.brief import pdfwerker

def lees(inhoud):
    if inhoud == b"dodelijk":
        os._exit(1)
    return {"bladzijden": inhoud.decode()}

def hoofd():
    pdfwerker.lees = lees
    pdfwerker.hoofd()
"""
"""A reader that gives back what it gets, and dies over one file."""


@pytest.fixture
def met_werker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Pdfproces]:
    """Makes a process that runs a reader of the test's own."""

    def maak(werker: str) -> Pdfproces:
        (tmp_path / "eigen_werker.py").write_text(werker)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
        return Pdfproces("eigen_werker")

    return maak


def bom() -> bytes:
    """Page content that unpacks to more than the reader may have, by way of a first unpacking."""
    pers = zlib.compressobj(1)
    brok = b" " * 10_000_000
    return zlib.compress(b"".join(pers.compress(brok) for _ in range(60)) + pers.flush())


def test_a_pdf_that_asks_too_much_costs_only_its_reader(maak_pdf: MaakPdf) -> None:
    oud = maak_pdf([(70, 700, "tekst")])
    inhoud = bom()
    begin = oud.index(b"<</Length", oud.index(b"/Contents"))
    nieuw = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream" % (
        len(inhoud),
        inhoud,
    )
    eind = oud.index(b"endstream", begin) + len(b"endstream")
    with pytest.raises(BestandFout, match="tijd of geheugen"):
        pdf.lees(oud[:begin] + nieuw + oud[eind:])
    assert teksten(oud) == ["tekst"]


@pytest.mark.parametrize(
    "werker",
    [
        "import time\ntime.sleep(99)",
        "",
        "print('een heel ander antwoord', flush=True)\ninput()",
        "import sys\nsys.stdout.buffer.write(bytes(7) + b'\\2{]')",
    ],
)
def test_a_reader_that_hangs_dies_or_babbles_is_stopped(
    maak_pdf: MaakPdf,
    monkeypatch: pytest.MonkeyPatch,
    met_werker: Callable[[str], Pdfproces],
    werker: str,
) -> None:
    monkeypatch.setattr(pdfproces, "_RESPIJT", 0)
    monkeypatch.setattr(grenzen, "PDF_SECONDEN", 1)
    proces = met_werker(werker)
    (antwoord,) = proces.vraag([maak_pdf([])])
    with pytest.raises(BestandFout, match="tijd of geheugen"):
        pdf.bouw(antwoord)
    proces.sluit()


def test_a_reader_that_dies_takes_no_other_file_along(
    met_werker: Callable[[str], Pdfproces],
) -> None:
    proces = met_werker(WERKER)
    namen = ["een", "dodelijk", "dodelijk", "twee", "drie", "dodelijk"]
    antwoorden = proces.vraag([naam.encode() for naam in namen])
    assert [antwoord.get("bladzijden", antwoord.get(FOUT)) for antwoord in antwoorden] == [
        "een",
        BEZWEKEN,
        BEZWEKEN,
        "twee",
        "drie",
        BEZWEKEN,
    ]
    assert proces.vraag([b"vier"]) == [{"bladzijden": "vier"}]
    assert proces.vraag([]) == []
    proces.sluit()


def test_neither_side_waits_for_ever_when_files_and_answers_fill_the_pipes(
    met_werker: Callable[[str], Pdfproces],
) -> None:
    proces = met_werker(WERKER)
    inhouden = [b"%d" % cijfer * 300_000 for cijfer in range(10)]
    antwoorden = proces.vraag(inhouden)
    assert [antwoord["bladzijden"].encode() for antwoord in antwoorden] == inhouden
    proces.sluit()


def test_the_time_runs_anew_for_each_file(monkeypatch: pytest.MonkeyPatch) -> None:
    klok = [100.0]
    gestopt = []
    wekker = pdfproces._Wekker(SimpleNamespace(kill=lambda: gestopt.append(klok[0])))  # type: ignore[arg-type]
    rusten: list[float] = []

    def wacht(rest: float) -> bool:
        if not rusten:  # an answer comes three seconds after the first file was sent
            klok[0] += 3
            wekker.zet()
            klok[0] -= 3
        rusten.append(rest)
        klok[0] += rest
        return False

    monkeypatch.setattr(pdfproces, "monotonic", lambda: klok[0])
    wekker._klaar = SimpleNamespace(wait=wacht)  # type: ignore[assignment]
    wekker.zet()
    wekker._waak()
    assert rusten == [15, 3]
    assert gestopt == [118]


def test_another_process_gets_a_reader_of_its_own(
    maak_pdf: MaakPdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    proces = Pdfproces()
    inhoud = maak_pdf([(70, 700, "tekst")])
    assert FOUT not in proces.vraag([inhoud])[0]
    eerste = proces._kind
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert FOUT not in proces.vraag([inhoud])[0]
    assert proces._kind is not eerste
    proces.sluit()
    assert eerste
    assert eerste.poll() is None
    eerste.kill()
    eerste.communicate()


def test_an_interrupted_question_leaves_no_stale_answer(
    maak_pdf: MaakPdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def onderbreek(*_: object) -> None:
        raise KeyboardInterrupt

    proces = Pdfproces()
    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr(pdfproces, "_ontvang", onderbreek)
        with pytest.raises(KeyboardInterrupt):
            proces.vraag([b"x", b"y"])
    (antwoord,) = proces.vraag([maak_pdf([(70, 700, "tekst")])])
    assert antwoord["bladzijden"][0]["regels"][0][0] == "tekst"
    proces.sluit()
