"""How large a letter may be: far above any real one, far below what hurts the machine.

A letter of a hundred pages is some 400,000 characters. What is larger is refused, where possible
before it is unpacked.
"""

from __future__ import annotations

from typing import Final

BESTAND: Final = 50_000_000
"""Bytes of any file."""
TEKSTBESTAND: Final = 2_500_000
"""Bytes of a plain text file."""
WEBPAGINA: Final = 15_000_000
"""Bytes of an html file; pictures may be inside."""
LABELS: Final = 100_000
"""Tags in an html file."""
TEKENS: Final = 500_000
"""Characters of a letter once read."""
ZIPDELEN: Final = 5_000
"""Parts in a zip file."""
UITGEPAKT: Final = 300_000_000
"""Bytes all parts of a zip file claim to be, pictures included."""
XMLDEEL: Final = 6_000_000
"""Bytes of one XML part, unpacked."""
XML_LABELS: Final = 500_000
"""Tags in one XML part, opening and closing."""
XML_SAMEN: Final = 10_000_000
"""Bytes of all XML parts that are read, unpacked."""
BLADZIJDEN: Final = 200
"""Pages of a pdf."""
PDF_SECONDEN: Final = 10
"""Seconds for one pdf; a hundred pages take well under one."""
PDF_GEHEUGEN: Final = 500_000_000
"""Bytes of address space for the process that reads pdf files."""
E_MAIL: Final = 35_000_000
"""Bytes of an e-mail with its attachments."""
MAILKOP: Final = 200_000
"""Bytes of the header of an e-mail."""
KOPVELD: Final = 4_000
"""Characters of a header field that is read."""
BIJLAGEN: Final = 50
"""Parts of an e-mail."""
GELEZEN_BIJLAGEN: Final = 10
"""Attachments that are opened to see whether they are the letter."""
SCHEIDINGEN: Final = 5_000
"""Lines in an e-mail that could part two parts."""
