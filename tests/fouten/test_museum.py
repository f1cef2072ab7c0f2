"""The errors museum: every message the program can give, collected and looked at.

``museum/*.txt`` are transcripts (see ``tests/cli/transcripten/README.md``) of commands that go
wrong; ``bibliotheek.txt`` holds what only a user of the library can meet. Together with the
transcripts of the commands they reach every place in the source that makes a message, except those
named in ``NIET_BEREIKT``, each with the reason.
"""

from __future__ import annotations

import doctest
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER), str(HIER.parent / "cli")]
import briefbestanden  # noqa: E402
import sjabloonbestanden  # noqa: E402
import tabelbestanden  # noqa: E402
import transcript  # noqa: E402
import vindplaatsen  # noqa: E402

del sys.path[:2]

if TYPE_CHECKING:
    from collections.abc import Iterator

MUSEUM = sorted((HIER / "museum").glob("*.txt"))
ZALEN = [*MUSEUM, *sorted(transcript.MAP.glob("*.txt"))]

_SCHERM = "only where questions are asked: on a terminal"
_STUK = "only in a broken installation"
NIET_BEREIKT: dict[str, str] = {
    "brieven/opmaak_pdf.py:_vertaal": "a character that no font here knows; depends on the fonts",
    "brieven/opmaak_pdf.py:_vertaal#2": "a logo that breaks off; the command line says so first",
    "brieven/opmaak_pdf.py:_vertaal#3": "only when our own layout is broken",
    "brieven/opmaak_pdf.py:lettertypen": _STUK,
    "brieven/opmaak_word.py:_bron": "the checker of the sample letter says so first",
    "brieven/opmaak_word.py:_lees": "a template that Word itself would not open",
    "brieven/sjablonen.py:geef_tekst": "only when our own letter texts are broken",
    "brieven/sjablonen.py:sjablonenmap": _STUK,
    "brieven/zandbak.py:Zandbak._stap": "takes seconds to reach; tests/brieven does",
    "cli/brief.py:_formaat": _SCHERM,
    "cli/hoofd.py:_bestandsfout": "the last net under a system that refuses",
    "cli/instellen.py:_verplicht.streng": _SCHERM,
    "cli/nederlands.py:_gebruik": "no command of ours asks which subcommand: it shows its help",
    "cli/nederlands.py:_gebruik#3": "the last net under Typer's own errors",
    "cli/nederlands.py:vertaal#4": "Typer's own reading of a value; all our options take text",
    "cli/vragen.py:_lees_ja_nee": _SCHERM,
    "cli/vragen.py:_lees_regel": _SCHERM,
    "cli/vragen.py:keuze.lees": _SCHERM,
    "cli/vragen.py:tekst.lees": _SCHERM,
    "cli/vragen.py:vraag": _SCHERM,
    "invoer/bestand.py:openen_mislukt#3": "a file without permission; root may read all",
    "invoer/bestand.py:openen_mislukt#4": "a disk that fails while reading",
    "invoer/brief/pdf.py:_bezweken": "a pdf that takes the reading process down",
    "invoer/tabel/bestand.py:_open": "a table of hundreds of megabytes",
    "invoer/tabel/werkmap.py:_controleer": "a workbook of hundreds of megabytes",
    "invoer/tabel/werkmap.py:_open": "a workbook whose own encryption only its reader sees",
    "taken/herstel.py:herstel": "the command line has nothing written of a right letter",
    "taken/kantoorpakket.py:docx_naar_pdf": "depends on whether LibreOffice is installed",
    "taken/kantoorpakket.py:docx_naar_pdf#2": "LibreOffice that refuses",
    "taken/serie/eenpdf.py:_een": "a letter that is taken away while the batch runs",
    "taken/serie/journaal.py:Journaal._vergrendel": "two batches in one folder at once",
    "taken/serie/journaal.py:_mislukt": "a disk that fills up while the batch runs",
    "taken/serie/uitvoeren.py:_loop_door": "a worker that is killed",
    "taken/wegschrijven.py:schrijf_bestand": "a disk that refuses while writing",
}


def maak_bijzondere(map_: Path) -> None:
    """Files that are too large or too strange to keep in a repository."""
    (map_ / "groot.toml").write_bytes(b"#" * 5_000_001)
    (map_ / "diep.json").write_text('{"a":' + "[" * 200_000)
    (map_ / "diep.toml").write_text("a = " + "[" * 20_000)
    (map_ / "diep.xml").write_text("<a>" * 101)
    (map_ / "map.txt").mkdir()
    briefbestanden.maak(map_)
    tabelbestanden.maak(map_)
    sjabloonbestanden.maak(map_, briefbestanden.docx)


def draai(pad: Path, ouder: Path) -> list[tuple[Any, Any]]:
    """Every case of a hall: as written, and as it runs now."""
    gevallen = transcript.lees(pad.read_text(encoding="utf-8"))
    with transcript.voorbeeldmap(ouder) as map_:
        shutil.copytree(HIER / "bestanden", map_, dirs_exist_ok=True)
        maak_bijzondere(map_)
        return [(geval, transcript.voer_uit(geval)) for geval in gevallen]


def draai_bibliotheek(ouder: Path) -> doctest.TestResults:
    tekst = (HIER / "bibliotheek.txt").read_text(encoding="utf-8")
    proef = doctest.DocTestParser().get_doctest(tekst, {}, "bibliotheek", "bibliotheek.txt", 0)
    with transcript.voorbeeldmap(ouder) as map_:
        shutil.copytree(HIER / "bestanden", map_, dirs_exist_ok=True)
        return doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(proef)


@pytest.mark.parametrize("pad", MUSEUM, ids=lambda pad: pad.stem)
def test_says_what_the_museum_shows(pad: Path, tmp_path: Path) -> None:
    for geval, nu in draai(pad, tmp_path):
        assert nu.schrijf() == geval.schrijf()


def test_the_library_says_what_the_museum_shows(tmp_path: Path) -> None:
    uitslag = draai_bibliotheek(tmp_path)
    assert uitslag.attempted > 0
    assert uitslag.failed == 0


def test_every_message_is_in_the_museum(tmp_path: Path) -> None:
    with vindplaatsen.opgenomen() as bereikt:
        for nummer, pad in enumerate(ZALEN):
            draai(pad, tmp_path / str(nummer))
        draai_bibliotheek(tmp_path / "bibliotheek")
    gemist = {plaats.naam for plaats in vindplaatsen.niet_bereikt(bereikt)}
    assert sorted(gemist - set(NIET_BEREIKT)) == []
    assert sorted(set(NIET_BEREIKT) - gemist) == []


def ververs(*namen: str) -> None:
    """Write the museum anew: ``python tests/fouten/test_museum.py [ZAAL...]``."""
    for pad in MUSEUM:
        if not namen or pad.stem in namen:
            with tempfile.TemporaryDirectory() as ouder:
                nieuw = [nu.schrijf() for _, nu in draai(pad, Path(ouder))]
            pad.write_text("\n".join(nieuw), encoding="utf-8")


def meldingen() -> Iterator[tuple[str, list[str]]]:
    """What every case in the museum and the transcripts says on stderr when it fails."""
    for pad in ZALEN:
        for geval in transcript.lees(pad.read_text(encoding="utf-8")):
            if geval.code in (2, 3):
                yield geval.opdracht, geval.stderr.splitlines()


def test_every_error_has_the_same_shape() -> None:
    for opdracht, regels in meldingen():
        fout = [regel for regel in regels if regel.startswith("wiktool: fout: ")]
        assert fout, opdracht
        begin = regels.index(fout[0])
        for regel in regels[begin + 1 :]:
            assert regel.startswith(("  doe: ", "  - ", "  bron: ", "wiktool: ")), opdracht


ENGELS = re.compile(
    r"\b(error|invalid|missing|not found|no such|expected|unexpected|could not|failed|denied)\b"
    r"|Decimal\(|<class|None\b|Errno|Traceback",
    re.IGNORECASE,
)


def test_no_error_speaks_english_or_python() -> None:
    fout = [(o, regel) for o, regels in meldingen() for regel in regels if ENGELS.search(regel)]
    assert fout == []


if __name__ == "__main__":
    ververs(*sys.argv[1:])
