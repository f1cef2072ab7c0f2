"""The README names every command with its function, every exit code, and only pages that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import wiktool
from wiktool.cli import hoofd
from wiktool.cli.app import GROEPEN

WORTEL = Path(__file__).parents[2]
TEKST = (WORTEL / "README.md").read_text(encoding="utf-8")
RIJEN = dict(re.findall(r"^\| `(\w+)` \|.*\| `(\w+)` \|$", TEKST, re.MULTILINE))


def test_every_command_stands_beside_its_function() -> None:
    assert set(RIJEN) == {naam for groep in GROEPEN.values() for naam in groep}
    assert [functie for functie in RIJEN.values() if functie not in wiktool.__all__] == []


def test_every_exit_code_is_explained() -> None:
    codes = {
        waarde
        for naam, waarde in vars(hoofd).items()
        if naam.isupper() and isinstance(waarde, int) and naam != "PIJP_DICHT"
    }
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", TEKST, re.MULTILINE)} == codes


@pytest.mark.parametrize("pad", sorted(WORTEL.glob("*.md")) + sorted(WORTEL.glob("docs/**/*.md")))
def test_every_link_leads_somewhere(pad: Path) -> None:
    doelen = re.findall(r"\]\(([^)#\s]+)", pad.read_text(encoding="utf-8"))
    plaatselijk = [doel for doel in doelen if "://" not in doel]
    assert [doel for doel in plaatselijk if not (pad.parent / doel).exists()] == []


def test_the_example_in_python_runs() -> None:
    blok = re.search(r"^```python\n(.*?)^```$", TEKST, re.MULTILINE | re.DOTALL)
    assert blok
    import doctest

    proef = doctest.DocTestParser().get_doctest(blok.group(1), {}, "README", "README.md", 0)
    voorbeelden = WORTEL / "docs" / "voorbeelden"
    import contextlib

    with contextlib.chdir(voorbeelden):
        uitslag = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(proef)
    assert (uitslag.failed, uitslag.attempted) == (0, 7)
