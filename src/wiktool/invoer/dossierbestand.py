"""Dossiers on disk: TOML, JSON and UBL invoices in; TOML and JSON out."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from wiktool.invoer.bestand import MEGABYTE, STDIN, als_utf8, lees_bytes, lees_stdin
from wiktool.invoer.dossieropbouw import bouw_dossier
from wiktool.invoer.sectie import Kommagetal
from wiktool.kern.fouten import BestandFout, DossierFout

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from wiktool.invoer.instellingen import Instellingen
    from wiktool.kern.dossier import Dossier

GRENS: Final = 5 * MEGABYTE
GRENS_XML: Final = 50 * MEGABYTE
"""Invoices often carry their own PDF inside."""

_PLEK_IN_TOML: Final = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")

_TE_LANG: Final = "een getal in het bestand is te lang"

SOORTEN: Final = (".toml", ".json", ".xml")
"""The extensions of files that can hold a dossier."""


class _DubbeleSleutel(ValueError):
    """A JSON object gives one key twice."""


def lees_dossier(
    pad: Path | str, *, instellingen: Instellingen | None = None, stdin: BinaryIO | None = None
) -> Dossier:
    """Read a dossier: ``.toml``, ``.json``, a UBL invoice (``.xml``), or ``-`` for standard input.

    Args:
        pad: the file; without an extension, and for ``-``, the content decides.
        instellingen: ``wiktool.toml``, which fills in what the file leaves out.
        stdin: what ``-`` reads; the process's standard input unless given.

    Raises:
        BestandFout: the file is missing, unreadable, empty, too large or of an unknown kind.
        DossierFout: the file has faults; all are named with their place.
    """
    bestand = Path(pad)
    van_stdin = str(pad) == STDIN
    soort = "" if van_stdin else bestand.suffix.lower()
    if soort and soort not in SOORTEN:
        raise BestandFout(
            f"«{bestand.suffix}» is geen soort dossier",
            doe="geef een .toml, .json of UBL-factuur (.xml)",
            plaats=str(pad),
        )
    grens = GRENS if soort in (".toml", ".json") else GRENS_XML
    if van_stdin:
        inhoud = lees_stdin(stdin or sys.stdin.buffer, grens=grens)
    else:
        inhoud = lees_bytes(bestand, grens=grens)
    return ontleed_dossier(
        inhoud,
        soort=soort,
        plaats="standaardinvoer" if van_stdin else str(pad),
        instellingen=instellingen,
    )


def ontleed_dossier(
    inhoud: bytes, *, soort: str = "", plaats: str = "", instellingen: Instellingen | None = None
) -> Dossier:
    """Read a dossier that is in memory.

    Args:
        inhoud: the file's bytes.
        soort: ``.toml``, ``.json`` or ``.xml``; empty to let the content decide.
        plaats: the file, for the errors.
        instellingen: ``wiktool.toml``, which fills in what the file leaves out.

    Raises:
        BestandFout: not text, or no sense can be made of it.
        DossierFout: faults, all named with their place.

    >>> dossier = ontleed_dossier(b'''
    ... schuldeiser.naam = "De Linde"
    ... schuldenaar.naam = "J. Jansen"
    ... [[vorderingen]]
    ... factuurnummer = "17"
    ... bedrag = "1210.00"
    ... ''')
    >>> dossier.schuldenaar.naam
    'J. Jansen'
    """
    soort = soort or _herken(inhoud)
    if soort == ".xml":
        from wiktool.invoer.ubl import lees_ubl

        return lees_ubl(inhoud, plaats=plaats, instellingen=instellingen)
    tekst = als_utf8(inhoud, plaats)
    gegevens = lees_json(tekst, plaats) if soort == ".json" else lees_toml(tekst, plaats)
    return bouw_dossier(gegevens, plaats=plaats, instellingen=instellingen)


def lees_toml(tekst: str, plaats: str) -> dict[str, object]:
    """Parse TOML; numbers with a decimal mark keep their spelling.

    Raises:
        BestandFout: a syntax error; line and column are named.
    """
    try:
        return tomllib.loads(tekst, parse_float=Kommagetal)
    except tomllib.TOMLDecodeError as fout:
        raise BestandFout(
            f"geen geldige TOML{_plek(fout)}",
            doe="docs/dossier.md toont een voorbeeld",
            plaats=plaats,
        ) from fout
    except ValueError as fout:  # Python reads no number of thousands of digits
        raise BestandFout(_TE_LANG, doe="controleer de bedragen", plaats=plaats) from fout
    except RecursionError:
        raise _te_diep(plaats) from None


def _plek(fout: ValueError) -> str:
    """Where the parser stopped; it says so only inside its English message."""
    plek = _PLEK_IN_TOML.search(str(fout))
    return f": regel {plek[1]}, teken {plek[2]}" if plek else ", aan het einde van het bestand"


def lees_json(tekst: str, plaats: str) -> dict[str, object]:
    """Parse a JSON object; numbers with a decimal mark keep their spelling.

    Raises:
        BestandFout: a syntax error, a key given twice, or something else than an object.
    """
    import json

    try:
        gelezen: Any = json.loads(
            tekst,
            parse_float=Kommagetal,
            parse_constant=Kommagetal,
            object_pairs_hook=_zonder_dubbele_sleutels,
        )
    except json.JSONDecodeError as fout:
        raise BestandFout(
            f"geen geldige JSON: regel {fout.lineno}, teken {fout.colno}",
            doe="docs/dossier.md toont een voorbeeld",
            plaats=plaats,
        ) from fout
    except _DubbeleSleutel as fout:
        raise BestandFout(
            f"geen geldige JSON: «{fout}» staat er twee keer",
            doe="laat er één van staan",
            plaats=plaats,
        ) from fout
    except ValueError as fout:  # Python reads no number of thousands of digits
        raise BestandFout(_TE_LANG, doe="controleer de bedragen", plaats=plaats) from fout
    except RecursionError:
        raise _te_diep(plaats) from None
    if not isinstance(gelezen, dict):
        raise BestandFout(
            "een dossier in JSON is één object",
            doe="zet elk dossier in een eigen bestand",
            plaats=plaats,
        )
    return gelezen


def _zonder_dubbele_sleutels(paren: Iterable[tuple[str, object]]) -> dict[str, object]:
    gelezen: dict[str, object] = {}
    for sleutel, waarde in paren:
        if sleutel in gelezen:
            raise _DubbeleSleutel(sleutel)
        gelezen[sleutel] = waarde
    return gelezen


def _te_diep(plaats: str) -> DossierFout:
    return DossierFout("de onderdelen zijn te diep in elkaar genest", plaats=plaats)


def _herken(inhoud: bytes) -> str:
    """The kind of a text without a name: by its first sign."""
    begin = inhoud.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:1]
    return {b"<": ".xml", b"{": ".json"}.get(begin, ".toml")
