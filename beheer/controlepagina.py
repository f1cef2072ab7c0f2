"""Writes ``docs/controles.md`` from the check rules.

Run: ``make paginas``; a test keeps the page true.
"""

from __future__ import annotations

from pathlib import Path

from wiktool.controle.register import REGELS
from wiktool.weergave.regels import als_pagina

DOEL = Path(__file__).parents[1] / "docs" / "controles.md"

if __name__ == "__main__":
    DOEL.write_text(als_pagina(REGELS), encoding="utf-8")
