"""Our paper opened and saved in LibreOffice, and used as a template after that.

A word processor splits runs, renumbers parts and renames pictures; the letters must not suffer.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from tests.brieven.hulp import SOMMATIE, WIK, voorbeeldbrief

from wiktool.brieven.huisstijl import Huisstijl
from wiktool.brieven.opmaak_tekst import tabelrijen
from wiktool.brieven.wordbrief import woordsjabloon
from wiktool.kern.begrippen import Briefsoort, Taal, Toon
from wiktool.taken.formaten import Formaat, maak_op
from wiktool.taken.sjablonen import briefpapier, controleer_sjabloon

if TYPE_CHECKING:
    from pathlib import Path

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def bewaard(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The paper as LibreOffice saves it."""
    map_: Path = tmp_path_factory.mktemp("libreoffice")
    (map_ / "eigen.docx").write_bytes(briefpapier())
    opdracht = [
        str(SOFFICE),
        f"-env:UserInstallation={(map_ / 'profiel').as_uri()}",
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(map_ / "bewaard"),
        str(map_ / "eigen.docx"),
    ]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=120)
    return (map_ / "bewaard" / "eigen.docx").read_bytes()


def tekst(inhoud: bytes) -> str:
    document = Document(io.BytesIO(inhoud))
    alineas = [alinea.text for alinea in document.paragraphs]
    for tabel in document.tables:
        alineas += [cel.text for rij in tabel.rows for cel in rij.cells]
    return "".join("".join(alineas).split())


def test_it_still_passes_its_own_check(bewaard: bytes) -> None:
    rapport = controleer_sjabloon(bewaard, "eigen.docx")
    assert rapport.deugt
    assert not rapport.ontbreekt


def test_logo_and_code_keep_their_names(bewaard: bytes, logo: bytes) -> None:
    stijl = Huisstijl(sjabloon=bewaard, sjabloonnaam="eigen.docx", logo=logo)
    assert {"logo", "betaal-qr"} <= woordsjabloon(stijl, Taal.NL).plaatjes.keys()
    inhoud = maak_op(voorbeeldbrief("btw", WIK).brief, Formaat.DOCX, stijl)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert logo in [pakket.read(naam) for naam in pakket.namelist()]


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize("soort", Briefsoort)
def test_every_kind_of_letter_is_whole(bewaard: bytes, soort: Briefsoort, taal: Taal) -> None:
    letter = voorbeeldbrief("btw", soort, Toon.FORS, taal).brief
    stijl = Huisstijl(sjabloon=bewaard, sjabloonnaam="eigen.docx", venster="c5-rechts")
    gelezen = tekst(maak_op(letter, Formaat.DOCX, stijl))
    for blok in letter.blokken:
        delen = (
            [blok.tekst]
            if blok.delen
            else ["".join(r) for r in tabelrijen(blok.soort, letter.waarden)]
        )
        for deel in delen:
            assert "".join(deel.split()) in gelezen
    assert "{" not in gelezen


def test_a_table_grows_with_its_rows(bewaard: bytes) -> None:
    letter = voorbeeldbrief("zestig_facturen", SOMMATIE).brief
    stijl = Huisstijl(sjabloon=bewaard, sjabloonnaam="eigen.docx")
    inhoud = maak_op(letter, Formaat.DOCX, stijl)
    facturen = max(Document(io.BytesIO(inhoud)).tables, key=lambda tabel: len(tabel.rows))
    assert len(facturen.rows) == 60 + 2
