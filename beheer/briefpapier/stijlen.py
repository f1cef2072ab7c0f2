"""The styles of the house style: type, space, frames."""

from __future__ import annotations

from typing import Final

from wordtaal import (
    ACCENT,
    KOP,
    LETTER,
    TEKSTBREEDTE,
    VLAK,
    ZACHT,
    W,
    afstand,
    kader,
    letters,
    mm,
    rand,
)


def stijl(
    naam: str,
    titel: str,
    *,
    op: str = "Normal",
    volgende: str = "",
    alinea: str = "",
    letters: str = "",
    ingebouwd: bool = False,
) -> str:
    """A paragraph style."""
    eigen = "" if ingebouwd else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{eigen} w:styleId="{naam}"><w:name w:val="{titel}"/>'
        f'<w:basedOn w:val="{op}"/>'
        + (f'<w:next w:val="{volgende}"/>' if volgende else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{alinea}</w:pPr>" if alinea else "")
        + (f"<w:rPr>{letters}</w:rPr>" if letters else "")
        + "</w:style>"
    )


ADRESKADER: Final = kader(25, 47, 85, 30)


GEGEVENSKADER: Final = kader(140, 47, 50, 30)


KERNVAK: Final = (
    "<w:keepNext/><w:keepLines/>"
    + rand(8, ACCENT, 7)
    + f'<w:shd w:val="clear" w:color="auto" w:fill="{VLAK}"/>'
)


KERNINSPRONG: Final = f'<w:ind w:left="{mm(2.8)}" w:right="{mm(2.8)}"/>'


def stijlen() -> str:
    """The style sheet; the window's place is in the styles Adres and Retouradres."""
    delen = [
        f'<w:styles xmlns:w="{W}">',
        (
            f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LETTER}" w:hAnsi="{LETTER}" '
            f'w:eastAsia="{LETTER}" w:cs="{LETTER}"/><w:sz w:val="19"/><w:szCs w:val="19"/>'
            '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="110" w:line="264" w:lineRule="auto"/></w:pPr>'
            "</w:pPrDefault></w:docDefaults>"
        ),
        (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            "<w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>"
        ),
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
            "</w:style>"
        ),
        (
            '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
            "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        ),
        (
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
            '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
            '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        ),
        (
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
            "<w:semiHidden/></w:style>"
        ),
        stijl(
            "Heading1",
            "heading 1",
            volgende="Normal",
            ingebouwd=True,
            alinea="<w:keepNext/>" + afstand(0, 10) + '<w:outlineLvl w:val="0"/>',
            letters=letters(12, kleur=ACCENT, vet=True),
        ),
        stijl(
            "Heading2",
            "heading 2",
            volgende="Normal",
            ingebouwd=True,
            alinea="<w:keepNext/><w:keepLines/>" + afstand(9, 3) + '<w:outlineLvl w:val="1"/>',
            letters=letters(10, kleur=ACCENT, vet=True),
        ),
        stijl(
            "Bijlagekop",
            "Bijlagekop",
            op="Heading2",
            volgende="Normal",
            alinea="<w:pageBreakBefore/>" + afstand(0, 3),
        ),
        stijl(
            "Header",
            "header",
            ingebouwd=True,
            alinea=afstand(0, 0),
            letters=letters(8, kleur=ZACHT),
        ),
        stijl(
            "Footer",
            "footer",
            ingebouwd=True,
            alinea=f'<w:tabs><w:tab w:val="right" w:pos="{mm(TEKSTBREEDTE)}"/></w:tabs>'
            + afstand(0, 0),
            letters=letters(8, kleur=ZACHT),
        ),
        stijl("Stuurregel", "Stuurregel", alinea=afstand(0, 0), letters=letters(7, kleur="B03A2E")),
        stijl(
            "Afzender",
            "Afzender",
            alinea=afstand(0, 2),
            letters=letters(15, kleur=ACCENT, vet=True),
        ),
        stijl(
            "Afzendergegevens",
            "Afzendergegevens",
            alinea=afstand(0, 0, 264),
            letters=letters(8, kleur=ZACHT),
        ),
        stijl("Langeafzender", "Lange afzender", op="Afzender", letters=letters(9)),
        stijl("Langegegevens", "Lange gegevens", op="Afzendergegevens", letters=letters(6.5)),
        stijl("Adres", "Adres", alinea=afstand(0, 0, -13.5), letters=letters(10.5)),
        stijl(
            "Langadres", "Lang adres", op="Adres", alinea=afstand(0, 0, -10.3), letters=letters(8)
        ),
        stijl(
            "Retouradres",
            "Retouradres",
            op="Adres",
            volgende="Adres",
            alinea=afstand(0, 2.5, -9),
            letters=letters(6.5, kleur=ZACHT),
        ),
        stijl("Gegeven", "Gegeven", alinea=afstand(0, 5, 252), letters=letters(9)),
        stijl(
            "Gegevensnaam",
            "Gegevensnaam",
            op="Gegeven",
            volgende="Gegeven",
            alinea=afstand(0, 0, 252),
            letters=letters(7.5, kleur=ZACHT),
        ),
        stijl(
            "Opsomming",
            "Opsomming",
            alinea='<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            + afstand(0, 0),
        ),
        stijl("Laatstepunt", "Laatste punt", op="Opsomming", alinea=afstand(0, 5)),
        stijl("Kern", "Kern", alinea=KERNVAK + afstand(0, 5) + KERNINSPRONG),
        stijl("Laatstekern", "Laatste kern", op="Kern", alinea='<w:keepNext w:val="0"/>'),
        stijl(
            "Kernkop",
            "Kernkop",
            op="Kern",
            volgende="Kern",
            alinea=afstand(0, 3) + '<w:outlineLvl w:val="1"/>',
            letters=letters(10.5, kleur=ACCENT, vet=True),
        ),
        stijl("Tabeltekst", "Tabeltekst", alinea=afstand(2.2, 2.2, 240), letters=letters(9)),
        stijl("Tabelbedrag", "Tabelbedrag", op="Tabeltekst", alinea='<w:jc w:val="right"/>'),
        stijl(
            "Tabelkop",
            "Tabelkop",
            op="Tabeltekst",
            alinea="<w:keepNext/>",
            letters=letters(8, kleur=ACCENT, vet=True),
        ),
        stijl("Tabelkopbedrag", "Tabelkopbedrag", op="Tabelkop", alinea='<w:jc w:val="right"/>'),
        stijl(
            "Tabelnoot",
            "Tabelnoot",
            op="Tabeltekst",
            alinea=afstand(0, 2.2, 240),
            letters=letters(8, kleur=ZACHT),
        ),
        stijl("Tussenruimte", "Tussenruimte", alinea=afstand(0, 0, -7)),
        stijl("Sluitregel", "Sluitregel", alinea=afstand(0, 0, -1), letters=letters(1)),
        stijl(
            "Betaalnaam",
            "Betaalnaam",
            alinea="<w:keepNext/>" + afstand(2.2, 2.2, 252),
            letters=letters(9, kleur=ZACHT),
        ),
        stijl(
            "Betaalwaarde",
            "Betaalwaarde",
            op="Betaalnaam",
            letters=letters(10, kleur="000000", vet=True),
        ),
        stijl(
            "Betaalcode",
            "Betaalcode",
            alinea="<w:keepNext/>" + afstand(0, 0, 240) + '<w:jc w:val="right"/>',
            letters=letters(7, kleur=ZACHT),
        ),
        stijl("Slot", "Slot", alinea="<w:keepNext/>"),
        stijl(
            "Ondertekening", "Ondertekening", alinea="<w:keepNext/><w:keepLines/>" + afstand(22, 0)
        ),
        "</w:styles>",
    ]
    return KOP + "".join(delen)
