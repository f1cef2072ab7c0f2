"""What the process that opens pdf files and the one that asks agree on; imported by both."""

from __future__ import annotations

from typing import Final

LENGTE: Final = 8
"""Bytes before every message that say how long it is, most significant first."""
FOUT: Final = "fout"
"""The key under which an answer says why there are no pages."""
KOLOMGAT: Final = 0.5
"""A gap between words wider than this times the height of the line parts two columns."""
AFBREKING: Final = "\ufffe"
"""PDFium's sign for a hyphen at the end of a line that goes on below."""
