"""From the values of a letter to its text: one text per kind and language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiktool.brieven.model import Brief
from wiktool.brieven.opmaaktaal import ontleed
from wiktool.brieven.sjablonen import geef_tekst
from wiktool.kern.begrippen import Taal

if TYPE_CHECKING:
    from wiktool.brieven.waarden import Waarden


def schrijf_brief(waarden: Waarden, *, nederlands: Waarden | None = None) -> Brief:
    """Write the letter.

    Args:
        waarden: the values in the language of the letter.
        nederlands: the same values in Dutch, for a letter in another language that must carry the
            Dutch legal core as well; None where it need not.

    Raises:
        SjabloonFout: a template is broken.
    """
    from markupsafe import Markup

    map_, taal = waarden.soort.value, waarden.taal.value
    context: dict[str, Any] = waarden.als_context()
    context["kern"] = Markup(geef_tekst(f"{map_}/kern.{taal}.jinja", context))  # noqa: S704
    context["kern_nl"] = Markup()
    if nederlands is not None and waarden.taal is not Taal.NL:
        kern_nl = geef_tekst(f"{map_}/kern.{Taal.NL}.jinja", nederlands.als_context())
        context["kern_nl"] = Markup(kern_nl.replace("[kern]", "[kern nl]", 1))  # noqa: S704
    blokken = ontleed(geef_tekst(f"{map_}/{taal}.jinja", context))
    return Brief(onderwerp=blokken[0].tekst, blokken=blokken[1:], waarden=waarden)
