"""What the tests of the letters share."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location(
    "voorbeelden", Path(__file__).with_name("voorbeelden.py")
)
assert _SPEC
assert _SPEC.loader
_MODULE = importlib.util.module_from_spec(_SPEC)
sys.modules["voorbeelden"] = _MODULE
_SPEC.loader.exec_module(_MODULE)


@pytest.fixture
def logo() -> bytes:
    """A small picture, twice as wide as high."""
    from wiktool.brieven.qr import als_png

    return als_png([b"\1\0\1\0", b"\0\1\0\1"])
