"""The letter as a Word file, in the house style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiktool.brieven.briefcontext import wordcontext
from wiktool.brieven.huisstijl import Huisstijl, woordsjabloon
from wiktool.brieven.qr import als_matrix, als_png, betaalcode

if TYPE_CHECKING:
    from wiktool.brieven.model import Brief


def als_docx(brief: Brief, stijl: Huisstijl) -> bytes:
    """The letter in the Word template of the house style.

    Raises:
        SjabloonFout: the user's template is broken or asks for something that does not exist.
    """
    sjabloon = woordsjabloon(stijl, brief.waarden.taal)
    code = betaalcode(brief.waarden) if "betaal-qr" in sjabloon.plaatjes else None
    plaatjes = {}
    if code is not None:
        plaatjes["betaal-qr"] = als_png(als_matrix(code))
    if stijl.logo:
        plaatjes["logo"] = stijl.logo
    context = wordcontext(brief, heeft_logo=bool(stijl.logo), heeft_qr=code is not None)
    return sjabloon.vul(context, plaatjes)
