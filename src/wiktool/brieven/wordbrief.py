"""The letter as a Word file, in the house style."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from wiktool.brieven.aankleding import aankleding
from wiktool.brieven.briefcontext import wordcontext
from wiktool.brieven.opmaak_word import Wordsjabloon
from wiktool.brieven.qr import als_matrix, als_png, betaalcode
from wiktool.brieven.sjablonen import sjablonenmap, vertrouwde_omgeving

if TYPE_CHECKING:
    from wiktool.brieven.huisstijl import Huisstijl
    from wiktool.brieven.model import Brief
    from wiktool.kern.begrippen import Taal


BRIEFPAPIER: Final = "briefpapier.docx"


@lru_cache(maxsize=8)
def woordsjabloon(stijl: Huisstijl, taal: Taal) -> Wordsjabloon:
    """The Word template of a house style, compiled once.

    Our own paper runs as it is, a template of the user in the sandbox.

    Raises:
        SjabloonFout: the user's template is no Word file, or has a tag that cannot be read.
    """
    if stijl.sjabloon:
        from wiktool.brieven.zandbak import Zandbak

        aankleden = aankleding(stijl, taal, eigen=True)
        return Wordsjabloon(stijl.sjabloon, stijl.sjabloonnaam, Zandbak(), aankleden)
    papier = (sjablonenmap() / BRIEFPAPIER).read_bytes()
    aankleden = aankleding(stijl, taal, eigen=False)
    return Wordsjabloon(papier, BRIEFPAPIER, vertrouwde_omgeving(), aankleden, vertrouwd=True)


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
