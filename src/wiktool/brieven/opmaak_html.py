"""The letter as one HTML file: styles, logo and payment code inside, nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from wiktool.brieven.beeld import lees_beeld
from wiktool.brieven.briefcontext import lettercontext
from wiktool.brieven.model import Blok, Bloksoort, in_groepen
from wiktool.brieven.opmaak_tekst import betaalregels, tabelrijen
from wiktool.brieven.qr import als_matrix, als_svg, betaalcode
from wiktool.brieven.sjablonen import sjablonenmap

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.brieven.model import Brief

SJABLOON: Final = "brief.html"


@cache
def _sjabloon() -> Template:
    from jinja2 import Environment, StrictUndefined

    omgeving = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return omgeving.from_string((sjablonenmap() / SJABLOON).read_text(encoding="utf-8"))


def als_html(brief: Brief, stijl: Huisstijl) -> str:
    """The letter as a page."""
    waarden = brief.waarden
    context = lettercontext(brief)
    context.update(
        kleur=stijl.kleur,
        logo=_als_adres(stijl.logo),
        overlay=stijl.vak.venster if stijl.overlay else None,
        groepen=[[_als_waarde(blok) for blok in groep] for groep in in_groepen(brief.blokken)],
        factuurkop=tabelrijen(Bloksoort.FACTUREN, waarden)[0],
        betaling=betaalregels(waarden),
        qr=_qr(brief),
    )
    return _sjabloon().render(context)


def _als_waarde(blok: Blok) -> dict[str, Any]:
    return {"soort": blok.soort.value, "taal": blok.taal, "html": _als_html(blok)}


def _als_html(blok: Blok) -> Markup:
    from markupsafe import Markup

    return Markup().join(
        Markup("<strong>{}</strong>").format(deel.tekst) if deel.vet else deel.tekst
        for deel in blok.delen
    )


def _als_adres(logo: bytes) -> str:
    if not logo:
        return ""
    return f"data:image/{lees_beeld(logo).soort};base64,{b64encode(logo).decode()}"


def _qr(brief: Brief) -> Markup | None:
    from markupsafe import Markup

    code = betaalcode(brief.waarden)
    return Markup(als_svg(als_matrix(code))) if code is not None else None  # noqa: S704 - ours
