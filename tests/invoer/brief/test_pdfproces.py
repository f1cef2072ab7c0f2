"""The process that reads pdf files: stopped when it asks too much, hangs, dies or babbles."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from tests.invoer.brief.hulp_pdf import MaakPdf, teksten

from wiktool.invoer.brief import grenzen, pdf, pdfproces
from wiktool.invoer.brief.pdfproces import Pdfproces
from wiktool.kern.fouten import BestandFout


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
    maak_pdf: MaakPdf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, werker: str
) -> None:
    (tmp_path / "slechte_werker.py").write_text(werker)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(pdfproces, "_RESPIJT", 0)
    monkeypatch.setattr(grenzen, "PDF_SECONDEN", 1)
    proces = Pdfproces("slechte_werker")
    with pytest.raises(BestandFout, match="tijd of geheugen"):
        proces.vraag(maak_pdf([]))
    proces.sluit()


def test_another_process_gets_a_reader_of_its_own(
    maak_pdf: MaakPdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    proces = Pdfproces()
    inhoud = maak_pdf([(70, 700, "tekst")])
    assert proces.vraag(inhoud)
    eerste = proces._kind
    monkeypatch.setattr(pdfproces.os, "getpid", lambda: -1)
    assert proces.vraag(inhoud)
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
        tijdelijk.setattr(pdfproces, "_wissel", onderbreek)
        with pytest.raises(KeyboardInterrupt):
            proces.vraag(b"x")
    bladzijden = proces.vraag(maak_pdf([(70, 700, "tekst")]))["bladzijden"]
    assert bladzijden[0]["regels"][0][0] == "tekst"
    proces.sluit()
