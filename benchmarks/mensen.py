"""Invented debtors for the measurements, so that no two letters share a name or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from random import Random

_VOORLETTERS: Final = "ABCDEFGHJKLMNPRSTW"
_VOORVOEGSELS: Final = ("", "", "", "de ", "van ", "van der ", "van den ", "ter ")
_BEGIN: Final = ("Berg", "Bos", "Dijk", "Graaf", "Hoek", "Kamp", "Linde", "Molen", "Veen", "Water")
_EINDE: Final = ("", "man", "stra", "sma", "huis", "hof", "beek", "mans", "kamp", "zicht")
_STRATEN: Final = ("straat", "weg", "laan", "plein", "hof", "kade", "pad", "singel")
_PLAATSEN: Final = ("dorp", "stad", "veld", "beek", "rand", "wijk", "oord")


class Mens(NamedTuple):
    """Name and address of somebody who does not exist."""

    naam: str
    adres: str
    postcode: str
    plaats: str


def verzin(toeval: Random) -> Mens:
    """Somebody new."""
    letters = ".".join(toeval.sample(_VOORLETTERS, toeval.randrange(1, 4)))
    achternaam = toeval.choice(_BEGIN) + toeval.choice(_EINDE)
    cijfers, tekens = toeval.randrange(1000, 9999), toeval.sample(_VOORLETTERS, 2)
    return Mens(
        f"{letters}. {toeval.choice(_VOORVOEGSELS)}{achternaam}",
        f"{toeval.choice(_BEGIN)}{toeval.choice(_STRATEN)} {toeval.randrange(1, 300)}",
        f"{cijfers} {''.join(tekens)}",
        f"{toeval.choice(_BEGIN)}{toeval.choice(_PLAATSEN)}",
    )
