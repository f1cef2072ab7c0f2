"""Files that ask too much: refused in a process of its own, under a gibibyte."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from wiktool.invoer.brief import grenzen

LEZER = """
import json, resource, sys
from wiktool.invoer.brief.pdfproces import PDFPROCES
from wiktool.invoer.briefbestand import lees_brief
from wiktool.kern.fouten import BestandFout

uitkomsten = {}
for pad in sys.argv[1:]:
    try:
        uitkomsten[pad] = len(lees_brief(pad).alineas)
    except BestandFout as fout:
        uitkomsten[pad] = fout.melding
PDFPROCES.sluit()
# ru_maxrss of this process would count the test runner it was started from
with open("/proc/self/status") as status:
    eigen = next(int(regel.split()[1]) for regel in status if regel.startswith("VmHWM"))
kind = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([uitkomsten, (eigen + kind) / 1024]))
"""
RUIM = 120
"""Seconds after which a reader counts as hanging."""
GIBIBYTE = 1024


@pytest.mark.traag
@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes on Linux only")
def test_the_heaviest_files_of_every_kind(
    tmp_path: Path, maak_docx: Callable[..., bytes], maak_pdf: Callable[..., bytes]
) -> None:
    pers = zlib.compressobj(1)
    veel = b"".join(pers.compress(b" " * 10_000_000) for _ in range(60)) + pers.flush()
    pdf = maak_pdf([(70, 700, "tekst")])
    begin = pdf.index(b"<</Length", pdf.index(b"/Contents"))
    bom = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(veel), veel)
    zwaar = {
        "leeg.docx": maak_docx("<w:p/>" * (grenzen.XML_LABELS - 100)),
        "bom.docx": maak_docx("<w:p>" + " " * 60_000_000 + "</w:p>"),
        "bom.pdf": pdf[:begin] + bom + pdf[pdf.index(b"endstream", begin) + 9 :],
        "haakjes.pdf": b"%PDF-1.7\n1 0 obj\n" + b"[" * 40_000_000 + b"\n%%EOF",
        "labels.html": b"<html>" + b"<p>x" * (grenzen.LABELS - 10),
        "regels.txt": b"a\t1,00\n" * (grenzen.TEKENS // 8),
        "haken.md": b"[" * grenzen.TEKENS,
        "kop.eml": b"Subject: " + b"=?a?q?" * 30_000 + b"\n\ntekst",
        "delen.eml": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 4_990,
        "groot.eml": b"Subject: x\nContent-Type: x/y; name=a\n\n" + b"a" * 30_000_000,
    }
    for naam, inhoud in zwaar.items():
        (tmp_path / naam).write_bytes(inhoud)
    gedaan = subprocess.run(
        [sys.executable, "-c", LEZER, *(str(tmp_path / naam) for naam in zwaar)],
        capture_output=True,
        check=True,
        timeout=RUIM,
    )
    uitkomsten, megabyte = json.loads(gedaan.stdout)
    assert len(uitkomsten) == len(zwaar)
    assert megabyte < GIBIBYTE
    assert "tijd of geheugen" in uitkomsten[str(tmp_path / "bom.pdf")]
    assert "te groot" in uitkomsten[str(tmp_path / "bom.docx")]
