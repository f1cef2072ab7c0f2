"""Everything a Word template can name: the values of the letter, its text, and its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.brieven.model import Bloksoort
from wiktool.brieven.opmaak_tekst import kenmerken, ondertekening, voetregels
from wiktool.brieven.woorden import woorden

if TYPE_CHECKING:
    from wiktool.brieven.model import Blok, Brief
    from wiktool.brieven.waarden import Waarden

ROND_DE_BRIEF: Final = {
    "onderwerp": "onderwerp van de brief",
    "woord": "vaste woorden in de taal van de brief, zoals `woord.totaal`; uit `woorden.toml`",
    "briefgegevens": "datum, kenmerk en dergelijke: een lijst met `naam` en `waarde`",
    "afzendergegevens": "adres en bereikbaarheid van de afzender, regel voor regel",
    "voetregels": "KvK-nummer, registratiekenmerk en website, regel voor regel",
    "ondertekening": "wie ondertekent, regel voor regel",
}
"""What every layout puts around the text, with its explanation."""
ALLEEN_WORD: Final = {
    "blokken": "de hele tekst van de brief: een lijst met `soort`, `tekst` en `opgemaakt`",
    "kernalineas": "de alinea's van de vaste juridische kern, alleen tekst",
    "tijdstempel": "datum van de brief zoals de eigenschappen van een bestand hem schrijven",
    "heeft_logo": "er is een logo ingesteld; de afbeelding met de naam `logo` wordt vervangen",
    "heeft_qr": "er past een betaalcode; de afbeelding met de naam `betaal-qr` wordt vervangen",
}
"""What only a Word template can name."""
_VET: Final = '<w:rStyle w:val="Strong"/>'
_TALEN: Final = {"nl": '<w:lang w:val="nl-NL"/>'}


def lettercontext(brief: Brief) -> dict[str, Any]:
    """The values by name, with what every layout puts around the text."""
    waarden = brief.waarden
    context = waarden.als_context()
    context.update(
        onderwerp=brief.onderwerp,
        woord=woorden(waarden.taal),
        briefgegevens=[{"naam": naam, "waarde": waarde} for naam, waarde in kenmerken(waarden)],
        afzendergegevens=afzendergegevens(waarden),
        voetregels=voetregels(waarden),
        ondertekening=ondertekening(waarden),
    )
    return context


def wordcontext(brief: Brief, *, heeft_logo: bool, heeft_qr: bool) -> dict[str, Any]:
    """The values by name, with the text as runs of Word."""
    context = lettercontext(brief)
    context.update(
        blokken=[_als_waarde(blok) for blok in brief.blokken],
        kernalineas=[blok.tekst for blok in brief.blokken if blok.soort is Bloksoort.KERN],
        tijdstempel=f"{brief.waarden.datum_iso}T00:00:00Z",
        heeft_logo=heeft_logo,
        heeft_qr=heeft_qr,
    )
    return context


def afzendergegevens(waarden: Waarden) -> list[str]:
    """The lines of the letterhead beside the name."""
    afzender = waarden.afzender
    plaats = " ".join(filter(None, (afzender.postcode, afzender.plaats)))
    regels = (afzender.adres, plaats, afzender.telefoon, afzender.email, afzender.website)
    return [regel for regel in regels if regel]


def _als_waarde(blok: Blok) -> dict[str, Any]:
    return {"soort": blok.soort.value, "tekst": blok.tekst, "opgemaakt": _als_stukken(blok)}


def _als_stukken(blok: Blok) -> Any:
    """The paragraph as runs of Word: bold where it is, in its language where that is another."""
    from markupsafe import Markup, escape

    taal = _TALEN.get(blok.taal, "")
    stukken = [
        f"<w:r>{_eigenschappen(_VET + taal if deel.vet else taal)}"
        f'<w:t xml:space="preserve">{escape(deel.tekst)}</w:t></w:r>'
        for deel in blok.delen
    ]
    return Markup("".join(stukken))  # noqa: S704 - escaped piece by piece


def _eigenschappen(opmaak: str) -> str:
    return f"<w:rPr>{opmaak}</w:rPr>" if opmaak else ""
