"""The letter as a draft e-mail: subject, text, and the letter itself as PDF."""

from __future__ import annotations

import hashlib
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING, Final

from wiktool.brieven.opmaak_pdf import als_pdf
from wiktool.brieven.opmaak_tekst import als_tekst

if TYPE_CHECKING:
    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.brieven.model import Brief
    from wiktool.brieven.waarden import Partij

_NIET_IN_NAAM: Final = re.compile(r"[^A-Za-z0-9._-]+")


def als_eml(brief: Brief, stijl: Huisstijl) -> bytes:
    """The letter as a draft that a mail program opens and can send.

    Sender and addressee are filled in as far as the dossier knows them; nothing is sent. The same
    letter gives the same bytes.

    Raises:
        NietMogelijk: a character that no font at hand can show.
    """
    waarden = brief.waarden
    bericht = EmailMessage(policy=SMTP)
    bericht["Subject"] = brief.onderwerp
    _adresseer(bericht, "From", waarden.afzender)
    _adresseer(bericht, "To", waarden.schuldenaar)
    bericht["X-Unsent"] = "1"
    bericht.set_content(als_tekst(brief, breedte=None), charset="utf-8")
    bericht["Content-Language"] = waarden.taal.value
    pdf = als_pdf(brief, stijl)
    bericht.add_attachment(
        pdf, maintype="application", subtype="pdf", filename=bestandsnaam(brief, "pdf")
    )
    bericht.set_boundary(f"wiktool-{hashlib.sha256(pdf).hexdigest()[:32]}")
    return bericht.as_bytes()


def bestandsnaam(brief: Brief, extensie: str) -> str:
    """A name for the file that no system can misread.

    >>> from types import SimpleNamespace
    >>> waarden = SimpleNamespace(soort=SimpleNamespace(value="wik"), betaalkenmerk="D/2026:17")
    >>> bestandsnaam(SimpleNamespace(waarden=waarden), "pdf")
    'wik-D-2026-17.pdf'
    """
    waarden = brief.waarden
    kern = _NIET_IN_NAAM.sub("-", f"{waarden.soort.value}-{waarden.betaalkenmerk}").strip("-.")
    return f"{kern[:80]}.{extensie}"


def _adresseer(bericht: EmailMessage, veld: str, partij: Partij) -> None:
    if not partij.email:
        return
    naam, _, domein = partij.email.rpartition("@")
    bericht[veld] = Address(display_name=partij.naam, username=naam, domain=domein)
