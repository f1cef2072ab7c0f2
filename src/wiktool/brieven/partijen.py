"""The parties of a letter, as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.brieven.tekens import schoon
from wiktool.brieven.waarden import Partij

if TYPE_CHECKING:
    from wiktool.kern.dossier import Incassobureau, Schuldeiser, Schuldenaar

_NEDERLAND: Final = ("", "nl", "nederland", "the netherlands", "netherlands")
_VELDEN: Final = (
    "naam",
    "adres",
    "postcode",
    "plaats",
    "land",
    "kvk",
    "email",
    "telefoon",
    "website",
    "contactpersoon",
    "nummer",
    "registratiekenmerk",
)


def maak_partij(bron: Schuldeiser | Incassobureau | Schuldenaar, sectie: str) -> Partij:
    """A party with its address as the post wants it.

    Args:
        bron: the party of the dossier.
        sectie: its section in the dossier, for errors.

    Raises:
        NotatieFout: a field holds a character that no letter can hold.

    >>> from wiktool.kern.dossier import Schuldenaar
    >>> maak_partij(Schuldenaar(naam="J. Jansen", adres="Kerkstraat 2", postcode="1234 AB",
    ...     plaats="Amsterdam"), "schuldenaar").adresregels
    ('J. Jansen', 'Kerkstraat 2', '1234 AB  AMSTERDAM')
    """
    velden: dict[str, Any] = {
        veld: schoon(getattr(bron, veld, ""), f"{sectie}.{veld}") for veld in _VELDEN
    }
    postregel = "  ".join(filter(None, (velden["postcode"], velden["plaats"].upper())))
    land = "" if velden["land"].lower() in _NEDERLAND else velden["land"]
    velden["adresregels"] = tuple(
        filter(None, (velden["naam"], velden["adres"], postregel, land.upper()))
    )
    plaats = " ".join(filter(None, (velden["postcode"], velden["plaats"])))
    velden["adres_op_een_regel"] = ", ".join(
        filter(None, (velden["naam"], velden["adres"], plaats, land))
    )
    return Partij(**velden)


def contact_van(partij: Partij, voegwoord: str) -> str:
    """E-mail address and telephone number in a sentence; empty when neither is known."""
    return f" {voegwoord} ".join(filter(None, (partij.email, partij.telefoon)))
