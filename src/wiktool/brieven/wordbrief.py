"""The letter as a Word file, in the house style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiktool.brieven.briefcontext import wordcontext
from wiktool.brieven.huisstijl import Huisstijl, briefpapier
from wiktool.brieven.qr import als_matrix, als_png, betaalcode

if TYPE_CHECKING:
    from wiktool.brieven.model import Brief
    from wiktool.brieven.opmaak_word import Wordsjabloon


def als_docx(brief: Brief, stijl: Huisstijl) -> bytes:
    """The letter on the built-in paper."""
    return vul_sjabloon(briefpapier(stijl, brief.waarden.taal), brief, stijl)


def vul_sjabloon(sjabloon: Wordsjabloon, brief: Brief, stijl: Huisstijl) -> bytes:
    """The letter in a Word template.

    Raises:
        SjabloonFout: the template asks for something that does not exist.
    """
    code = betaalcode(brief.waarden) if "betaal-qr" in sjabloon.plaatjes else None
    plaatjes = {}
    if code is not None:
        plaatjes["betaal-qr"] = als_png(als_matrix(code))
    if stijl.logo:
        plaatjes["logo"] = stijl.logo
    context = wordcontext(brief, heeft_logo=bool(stijl.logo), heeft_qr=code is not None)
    return sjabloon.vul(context, plaatjes)
