"""What the process that opens pdf files and the one that asks agree on; imported by both."""

from __future__ import annotations

from typing import Any, Final

Antwoord = dict[str, Any]
"""What the child says of a file: its ``bladzijden``, or a ``fout``."""
LENGTE: Final = 8
"""Bytes before every message that say how long it is, most significant first."""
FOUT: Final = "fout"
"""The key under which an answer says why there are no pages."""
BEZWEKEN: Final = "bezweken"
"""What stands there when the child died over the file and could not say anything any more."""
KOLOMGAT: Final = 0.5
"""A gap between words wider than this times the height of the line parts two columns."""
AFBREKING: Final = "\ufffe"
"""PDFium's sign for a hyphen at the end of a line that goes on below."""
