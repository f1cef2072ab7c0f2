"""Same input, same bytes: in another process, on another day, in another place."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.brieven.hulp import SOMMATIE, WIK, voorbeeldbrief

from wiktool.brieven.huisstijl import Huisstijl
from wiktool.kern.begrippen import Taal
from wiktool.taken.formaten import Formaat, maak_op

WORTEL = Path(__file__).parents[2]
PROGRAMMA = """
from tests.brieven.test_bytes import vingerafdrukken
print("\\n".join(vingerafdrukken()))
"""


def vingerafdrukken() -> list[str]:
    brieven = [voorbeeldbrief("twaalf_facturen", WIK), voorbeeldbrief("btw", SOMMATIE)]
    brieven.append(voorbeeldbrief("incassobureau", WIK, taal=Taal.EN))
    return [
        hashlib.sha256(maak_op(letter.brief, formaat)).hexdigest()
        for letter in brieven
        for formaat in Formaat
    ]


def test_another_process_makes_the_same_bytes() -> None:
    """Another hash seed, time zone, locale and working folder."""
    omgeving = {
        **os.environ,
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONPATH": str(WORTEL),
    }
    klaar = subprocess.run(
        [sys.executable, "-c", PROGRAMMA],
        env=omgeving,
        cwd=WORTEL / "docs",
        capture_output=True,
        text=True,
        check=True,
    )
    assert klaar.stdout.split() == vingerafdrukken()


@pytest.mark.parametrize("formaat", Formaat)
def test_a_letter_does_not_depend_on_the_one_before(formaat: Formaat) -> None:
    """The compiler and the template are kept for the next letter; nothing else is."""
    letter = voorbeeldbrief("btw", WIK).brief
    eerst = maak_op(letter, formaat)
    ander = maak_op(voorbeeldbrief("zestig_facturen", WIK).brief, formaat)
    maak_op(letter, formaat, Huisstijl(kleur="#aa0000", overlay=True))
    assert maak_op(letter, formaat) == eerst != ander


def test_docx_has_fixed_dates() -> None:
    inhoud = maak_op(voorbeeldbrief("btw", WIK).brief, Formaat.DOCX)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert {deel.date_time for deel in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-20T00:00:00Z" in pakket.read("docProps/core.xml")


@pytest.mark.parametrize("formaat", [Formaat.DOCX, Formaat.PDF, Formaat.HTML])
@pytest.mark.parametrize(("taal", "code"), [(Taal.NL, b"nl"), (Taal.EN, b"en")])
def test_metadata_carry_title_author_and_language(
    formaat: Formaat, taal: Taal, code: bytes
) -> None:
    letter = voorbeeldbrief("btw", WIK, taal=taal).brief
    inhoud = maak_op(letter, formaat)
    if formaat is Formaat.DOCX:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            inhoud = pakket.read("docProps/core.xml") + pakket.read("word/styles.xml")
    merken = {
        Formaat.DOCX: [b"<dc:language>" + code, b"<dc:title>", b"<dc:creator>Praktijk De Linde<"],
        Formaat.PDF: [b"<dc:language><rdf:Bag><rdf:li>" + code, b"<dc:title>", b"<dc:creator>"],
        Formaat.HTML: [
            b'<html lang="' + code + b'"',
            b"<title>",
            b'name="author" content="Praktijk De Linde"',
        ],
    }
    for merk in merken[formaat]:
        assert merk in inhoud
    assert letter.onderwerp.encode() in inhoud
