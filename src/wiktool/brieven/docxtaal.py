"""Jinja tags in WordprocessingML: what docxtpl understands, done once per template.

Word cuts text into runs as it likes, also in the middle of ``{{ naam }}``. These steps put every
tag together again and turn ``{%p %}``, ``{%tr %}``, ``{%tc %}`` and ``{%r %}`` into tags round the
whole paragraph, row, cell or run. Written to give the same result as docxtpl's ``patch_xml``; a
test compares the two over a spread of templates.
"""

from __future__ import annotations

import re
from typing import Final

_D: Final = re.DOTALL
_TUSSEN_HAKEN: Final = re.compile(r"(?<={)(?:<[^>]*>)+(?=[{%#])|(?<=[%}#])(?:<[^>]*>)+(?=})", _D)
_TAG: Final = re.compile(r"{%(?:(?!%}).)*|{#(?:(?!#}).)*|{{(?:(?!}}).)*", _D)
_BINNEN_TAG: Final = re.compile(r"</w:t>.*?(?:<w:t>|<w:t [^>]*>)", _D)
_CEL_MET: Final = r"(<w:tc[ >](?:(?!<w:tc[ >]).)*){%\s*NAAM\s+([^%]*)\s*%}(.*?</w:tc>)"
_COLSPAN: Final = re.compile(_CEL_MET.replace("NAAM", "colspan"), _D)
_CELBG: Final = re.compile(_CEL_MET.replace("NAAM", "cellbg"), _D)
_LEEG_STUK: Final = re.compile(r"<w:r[ >](?:(?!<w:r[ >]).)*<w:t></w:t>.*?</w:r>", _D)
_GRIDSPAN: Final = re.compile(r"<w:gridSpan[^/]*/>")
_SHD: Final = re.compile(r"<w:shd[^/]*/>")
_TCPR: Final = re.compile(r"(<w:tcPr[^>]*>)")
_SPATIES: Final = re.compile(r"<w:t>((?:(?!<w:t>).)*)({{.*?}}|{%.*?%})", _D)
_OPGEMAAKT: Final = re.compile(r"({{r\s.*?}}|{%r\s.*?%})", _D)
_NIEUW_STUK: Final = (
    r'</w:t></w:r><w:r><w:t xml:space="preserve">\1</w:t></w:r><w:r><w:t xml:space="preserve">'
)
_AAN_VORIGE: Final = re.compile(r"</w:t>(?:(?!</w:t>).)*?{%-", _D)
_AAN_VOLGENDE: Final = re.compile(r"-%}(?:(?!<w:t[ >]|{%|{{).)*?<w:t[^>]*?>", _D)
_OM: Final = tuple(
    re.compile(
        rf"<w:{y}[ >](?:(?!<w:{y}[ >]).)*({{%|{{{{){y} ([^}}%]*(?:%}}|}}}})).*?</w:{y}>",
        _D,
    )
    for y in ("tr", "tc", "p", "r")
)
_OM_OPMERKING: Final = tuple(
    re.compile(rf"<w:{y}[ >](?:(?!<w:{y}[ >]).)*({{#){y} ([^}}#]*(?:#}})).*?</w:{y}>", _D)
    for y in ("tr", "tc", "p")
)
_VM_CEL: Final = re.compile(r"<w:tc[ >](?:(?!<w:tc[ >]).)*?{%\s*vm\s*%}.*?</w:tc[ >]", _D)
_VM: Final = re.compile(r"(</w:tcPr[ >].*?<w:t(?:.*?)>)(.*?)(?:{%\s*vm\s*%})(.*?)(</w:t>)", _D)
_VM_NIEUW: Final = (
    r'<w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/>'
    r"\1{% if loop.first %}\2\3{% endif %}\4"
)
_HM_CEL: Final = re.compile(r"<w:tc[ >](?:(?!<w:tc[ >]).)*?{%\s*hm\s*%}.*?</w:tc[ >]", _D)
_HM_BREEDTE: Final = re.compile(r'(w:gridSpan w:val=")(\d+)(")')
_HM_TAG: Final = re.compile(r"{%\s*hm\s*%}")
_HM: Final = re.compile(r"(</w:tcPr[ >].*?<w:t(?:.*?)>)(.*?)(?:{%\s*hm\s*%})(.*?)(</w:t>)", _D)
_IN_TAG: Final = re.compile(r"(?<=\{[\{%])(.*?)(?=[\}%]})")
_AANHALING: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def naar_jinja(xml: str) -> str:
    """WordprocessingML with tags as a user types them, as a Jinja template."""
    xml = _TUSSEN_HAKEN.sub("", xml)
    xml = _TAG.sub(lambda tag: _BINNEN_TAG.sub("", tag[0]), xml)
    xml = _COLSPAN.sub(_met_colspan, xml)
    xml = _CELBG.sub(_met_achtergrond, xml)
    xml = _SPATIES.sub(r'<w:t xml:space="preserve">\1\2', xml)
    xml = _OPGEMAAKT.sub(_NIEUW_STUK, xml)
    xml = _AAN_VORIGE.sub("{%", xml)
    xml = _AAN_VOLGENDE.sub("%}", xml)
    for patroon in (*_OM, *_OM_OPMERKING):
        xml = patroon.sub(r"\1 \2", xml)
    xml = _VM_CEL.sub(lambda cel: _VM.sub(_VM_NIEUW, cel[0]), xml)
    xml = _HM_CEL.sub(_samengevoegd, xml)
    return _IN_TAG.sub(_rechte_tekens, xml)


def _met_colspan(cel: re.Match[str]) -> str:
    xml = _GRIDSPAN.sub("", _LEEG_STUK.sub("", cel[1] + cel[3]), count=1)
    return _TCPR.sub(rf'\1<w:gridSpan w:val="{{{{{cel[2]}}}}}"/>', xml)


def _met_achtergrond(cel: re.Match[str]) -> str:
    xml = _SHD.sub("", _LEEG_STUK.sub("", cel[1] + cel[3]), count=1)
    vulling = f'<w:shd w:val="clear" w:color="auto" w:fill="{{{{{cel[2]}}}}}"/>'
    return _TCPR.sub(rf"\1{vulling}", xml)


def _samengevoegd(cel: re.Match[str]) -> str:
    """One cell over the width of the whole loop."""
    xml = cel[0]
    if "w:gridSpan" in xml:
        xml = _HM_TAG.sub("", _HM_BREEDTE.sub(r"\1{{ \2 * loop.length }}\3", xml))
    else:
        xml = _HM.sub(r'<w:gridSpan w:val="{{ loop.length }}"/>\1\2\3\4', xml)
    return f"{{% if loop.first %}}{xml}{{% endif %}}"


def _rechte_tekens(tag: re.Match[str]) -> str:
    """Undo what XML and Word's autocorrection did to the inside of a tag."""
    inhoud = tag[0].replace("&#8216;", "'").replace("&lt;", "<").replace("&gt;", ">")
    return inhoud.translate(_AANHALING)


# --- after rendering --------------------------------------------------------------------------

_ALINEA: Final = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", _D)
_STUK: Final = re.compile(r"<w:r(?: [^>]*)?>.*?</w:r>", _D)
_TEKST: Final = re.compile(r"<w:t(?: [^>]*)?>.*?</w:t>", _D)
_PPR: Final = re.compile(r"<w:pPr>.*?</w:pPr>")
_RPR: Final = re.compile(r"<w:rPr>.*?</w:rPr>")
_WITREGELTEKENS: Final = "\n\t\a\f"
_ONTSNAPT: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_T: Final = '<w:t xml:space="preserve">'


def na_het_vullen(xml: str) -> str:
    """Line breaks, tabs, new paragraphs and pages in values, as Word writes them."""
    for van, naar in _ONTSNAPT:
        if van in xml:
            xml = xml.replace(van, naar)
    if not _heeft_witregelteken(xml):
        return xml
    return _ALINEA.sub(_breek_alinea, xml)


def _heeft_witregelteken(xml: str) -> bool:
    return any(teken in xml for teken in _WITREGELTEKENS)


def _breek_alinea(alinea: re.Match[str]) -> str:
    if not _heeft_witregelteken(alinea[0]):
        return alinea[0]
    gevonden = _PPR.search(alinea[0])
    ppr = gevonden[0] if gevonden else ""
    return _STUK.sub(lambda stuk: _breek_stuk(stuk[0], ppr), alinea[0])


def _breek_stuk(stuk: str, ppr: str) -> str:
    gevonden = _RPR.search(stuk)
    rpr = gevonden[0] if gevonden else ""
    vervangingen = (
        ("\t", f"</w:t></w:r><w:r>{rpr}<w:tab/></w:r><w:r>{rpr}{_T}"),
        ("\a", f"</w:t></w:r></w:p><w:p>{ppr}<w:r>{rpr}{_T}"),
        ("\n", f"</w:t><w:br/>{_T}"),
        (
            "\f",
            (
                '</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>'
                f"<w:p>{ppr}<w:r>{rpr}{_T}"
            ),
        ),
    )

    def breek(tekst: re.Match[str]) -> str:
        xml = tekst[0]
        for teken, nieuw in vervangingen:
            xml = xml.replace(teken, nieuw)
        return xml

    return _TEKST.sub(breek, stuk)
