"""How large a letter may be: far above any real one, far below what hurts the machine.

A letter of a hundred pages is some 400,000 characters. What is larger is refused, where possible
before it is unpacked.
"""

from __future__ import annotations

from typing import Final

BESTAND: Final = 50_000_000
"""Bytes of any file."""
TEKSTBESTAND: Final = 4_000_000
"""Bytes of a plain text file."""
WEBPAGINA: Final = 15_000_000
"""Bytes of an html file; pictures may be inside."""
TEKENS: Final = 1_000_000
"""Characters of a letter once read."""
ZIPDELEN: Final = 5_000
"""Parts in a zip file."""
UITGEPAKT: Final = 300_000_000
"""Bytes all parts of a zip file claim to be, pictures included."""
XMLDEEL: Final = 10_000_000
"""Bytes of one XML part, unpacked."""
XML_SAMEN: Final = 15_000_000
"""Bytes of all XML parts that are read, unpacked."""
BLADZIJDEN: Final = 200
"""Pages of a pdf."""
PDF_SECONDEN: Final = 10
"""Seconds for one pdf; a hundred pages take well under one."""
PDF_GEHEUGEN: Final = 700_000_000
"""Bytes of address space for the process that reads pdf files."""
BIJLAGEN: Final = 50
"""Parts of an e-mail."""
