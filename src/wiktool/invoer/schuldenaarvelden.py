"""A debtor out of the columns of a table, whether a list of relations or the open items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.invoer.nummers import lees_email, lees_iban, lees_postcode
from wiktool.invoer.tabel.kolommen import Veld
from wiktool.kern.dossier import Hoedanigheid, Schuldenaar
from wiktool.kern.fouten import NotatieFout
from wiktool.kern.notatie import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_WOORDEN: Final = {
    Hoedanigheid.CONSUMENT: "consument particulier natuurlijkpersoon prive privé consumer b2c",
    Hoedanigheid.ONDERNEMER: "ondernemer zakelijk zzp eenmanszaak vof maatschap business b2b",
    Hoedanigheid.RECHTSPERSOON: "rechtspersoon bv nv stichting vereniging vve coöperatie",
    Hoedanigheid.OVERHEID: "overheid gemeente provincie waterschap rijk",
}
_HOEDANIGHEDEN: Final = {
    woord: hoedanigheid for hoedanigheid, woorden in _WOORDEN.items() for woord in woorden.split()
}


def maak_schuldenaar(velden: Mapping[Veld, str]) -> Schuldenaar:
    """Make a debtor of what the columns say; an e-mail address that is none is left out.

    Raises:
        NotatieFout: the hoedanigheid is no known word.

    >>> maak_schuldenaar({Veld.VOORNAAM: "J.", Veld.ACHTERNAAM: "Jansen",
    ...     Veld.ADRES: "Kerkstraat", Veld.HUISNUMMER: "2", Veld.POSTCODE: "1234ab"}).adres
    'Kerkstraat 2'
    """
    naam = velden.get(Veld.NAAM, "") or _samen(velden, Veld.VOORNAAM, Veld.ACHTERNAAM)
    return Schuldenaar(
        naam=" ".join(naam.split()),
        adres=_samen(velden, Veld.ADRES, Veld.HUISNUMMER),
        postcode=lees_postcode(velden.get(Veld.POSTCODE, "")),
        plaats=velden.get(Veld.PLAATS, ""),
        land=_land(velden.get(Veld.LAND, "")),
        email=_of_niets(lees_email, velden.get(Veld.EMAIL, "")),
        nummer=velden.get(Veld.NUMMER, ""),
        hoedanigheid=lees_hoedanigheid(velden.get(Veld.HOEDANIGHEID, "")),
        kvk=velden.get(Veld.KVK, ""),
        btw_nummer=velden.get(Veld.BTW_NUMMER, ""),
    )


def lees_hoedanigheid(tekst: str) -> Hoedanigheid | None:
    """The hoedanigheid in the words of everyday; None for an empty text.

    Raises:
        NotatieFout: no known word.

    >>> lees_hoedanigheid("Particulier")
    <Hoedanigheid.CONSUMENT: 'consument'>
    """
    kern = "".join(teken for teken in tekst.casefold() if teken.isalnum())
    if not kern:
        return None
    if kern not in _HOEDANIGHEDEN:
        raise NotatieFout(
            f"hoedanigheid «{tekst[:40]}» is onbekend",
            doe=f"kies uit {opsomming([lid.value for lid in Hoedanigheid], 'of')}",
        )
    return _HOEDANIGHEDEN[kern]


def geldig_iban(tekst: str) -> str:
    """An IBAN without spaces; empty when it is none."""
    return _of_niets(lees_iban, tekst)


def _of_niets(lees: Callable[[str], str], tekst: str) -> str:
    try:
        return lees(tekst) if tekst else ""
    except NotatieFout:
        return ""


def _samen(velden: Mapping[Veld, str], *delen: Veld) -> str:
    return " ".join(tekst for deel in delen if (tekst := velden.get(deel, "")))


def _land(tekst: str) -> str:
    """The country of an address; the Netherlands need no mention."""
    return "" if tekst.casefold() in ("nl", "nld", "nederland", "netherlands") else tekst
