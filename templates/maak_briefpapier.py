"""Make ``briefpapier.docx``, the house style of the Word letters, from nothing.

Run ``python templates/maak_briefpapier.py`` after a change here. The result is the same for the
same source: no clock, no random numbers. Whoever only wants another look opens the result in a
word processor and uses it with ``--sjabloon``.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final

DOEL: Final = Path(__file__).with_name("briefpapier.docx")
LETTER: Final = "Arial"
ACCENT: Final = "1F3A5F"
ZACHT: Final = "5B6770"
LIJN: Final = "C9D1D9"
VLAK: Final = "F3F6F9"
TEKSTBREEDTE: Final = 165.0
"""Millimetres between the margins."""

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAAMRUIMTEN: Final = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
KOP: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMU: Final = 36000


def mm(maat: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(maat * 1440 / 25.4)


def alinea(stijl: str, tekst: str = "", *, extra: str = "") -> str:
    """A paragraph in a style; ``tekst`` is text, or runs of its own when it starts with ``<``."""
    inhoud = tekst if tekst.startswith("<") else loop(tekst)
    return f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/>{extra}</w:pPr>{inhoud}</w:p>'


def loop(tekst: str, eigenschappen: str = "") -> str:
    """A run of text."""
    if not tekst:
        return ""
    opmaak = f"<w:rPr>{eigenschappen}</w:rPr>" if eigenschappen else ""
    return f'<w:r>{opmaak}<w:t xml:space="preserve">{tekst}</w:t></w:r>'


def stuur(tekst: str, kader: str = "") -> str:
    """A paragraph that only holds a tag of the template and leaves no trace in the letter."""
    return alinea("Stuurregel", tekst, extra=kader)


def veld(naam: str) -> str:
    """A field such as the page number."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {naam} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


# --- styles ---------------------------------------------------------------------------------


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


def afstand(voor: float = 0, na: float = 0, regel: float = 0) -> str:
    """Space before and after in points; line height in 240ths, or exact when negative (points)."""
    hoogte = f' w:line="{round(regel)}" w:lineRule="auto"' if regel > 0 else ""
    if regel < 0:
        hoogte = f' w:line="{round(-regel * 20)}" w:lineRule="exact"'
    return f'<w:spacing w:before="{round(voor * 20)}" w:after="{round(na * 20)}"{hoogte}/>'


def letters(punten: float, *, kleur: str = "", vet: bool = False, hoofd: bool = False) -> str:
    """Size in points, colour, bold, capitals."""
    maat = round(punten * 2)
    return (
        ("<w:b/><w:bCs/>" if vet else "")
        + ("<w:caps/>" if hoofd else "")
        + (f'<w:color w:val="{kleur}"/>' if kleur else "")
        + f'<w:sz w:val="{maat}"/><w:szCs w:val="{maat}"/>'
    )


def kader(x: float, y: float, breedte: float, hoogte: float) -> str:
    """A frame at a place on the page, in millimetres; the text below makes way for it."""
    return (
        f'<w:framePr w:w="{mm(breedte)}" w:h="{mm(hoogte)}" w:hRule="atLeast" '
        'w:hSpace="0" w:vSpace="142" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" '
        f'w:x="{mm(x)}" w:y="{mm(y)}"/>'
    )


def rand(dikte: int, kleur: str, ruimte: int) -> str:
    """A border round a paragraph, in eighths of a point."""
    return (
        "<w:pBdr>"
        + "".join(
            f'<w:{kant} w:val="single" w:sz="{dikte}" w:space="{ruimte}" w:color="{kleur}"/>'
            for kant in ("top", "left", "bottom", "right")
        )
        + "</w:pBdr>"
    )


ADRESKADER: Final = kader(25, 47, 85, 30)
GEGEVENSKADER: Final = kader(140, 47, 50, 30)
KERNVAK: Final = (
    "<w:keepNext/><w:keepLines/>"
    + rand(8, ACCENT, 7)
    + f'<w:shd w:val="clear" w:color="auto" w:fill="{VLAK}"/>'
)
RIJK: Final = "{{r blok.opgemaakt }}"
ONDERTEKENING: Final = (
    "<w:r><w:t>{% for regel in ondertekening %}{{ regel }}{% if not loop.last %}</w:t><w:br/>"
    "<w:t>{% endif %}{% endfor %}</w:t></w:r>"
)
"""One paragraph, so that no page break parts who signs from for whom."""
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
            alinea="<w:pageBreakBefore/>",
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
            alinea='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' + afstand(0, 0),
        ),
        stijl(
            "Laatstepunt", "Laatste punt", op="Opsomming", alinea="<w:keepNext/>" + afstand(0, 5)
        ),
        stijl("Kern", "Kern", alinea=KERNVAK + afstand(0, 5) + KERNINSPRONG),
        stijl(
            "Kernkop",
            "Kernkop",
            op="Kern",
            volgende="Kern",
            alinea=afstand(0, 3),
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


# --- body -----------------------------------------------------------------------------------


def cel(breedte: float, inhoud: str, *, randen: str = "", vul: str = "", meer: str = "") -> str:
    """A table cell of a width in millimetres."""
    eigenschappen = f'<w:tcW w:w="{mm(breedte)}" w:type="dxa"/>{meer}'
    if randen:
        eigenschappen += f"<w:tcBorders>{randen}</w:tcBorders>"
    if vul:
        eigenschappen += f'<w:shd w:val="clear" w:color="auto" w:fill="{vul}"/>'
    return f"<w:tc><w:tcPr>{eigenschappen}</w:tcPr>{inhoud}</w:tc>"


def streep(kant: str, dikte: int, kleur: str) -> str:
    """One side of a cell's border."""
    return f'<w:{kant} w:val="single" w:sz="{dikte}" w:space="0" w:color="{kleur}"/>'


def rij(cellen: str, *, kop: bool = False, hoogte: float = 0) -> str:
    """A table row that is never cut by the end of a page."""
    eigenschappen = "<w:cantSplit/>"
    if hoogte:
        eigenschappen += f'<w:trHeight w:val="{mm(hoogte)}" w:hRule="exact"/>'
    if kop:
        eigenschappen += "<w:tblHeader/>"
    return f"<w:tr><w:trPr>{eigenschappen}</w:trPr>{cellen}</w:tr>"


def tabel(
    breedten: tuple[float, ...], rijen: str, *, naam: str, links: float = 0, marge: float = 0
) -> str:
    """A table with fixed columns; its name and description are for screen readers."""
    kolommen = "".join(f'<w:gridCol w:w="{mm(breedte)}"/>' for breedte in breedten)
    cellen = f'<w:left w:w="{mm(marge)}" w:type="dxa"/><w:right w:w="{mm(marge)}" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{mm(sum(breedten))}" w:type="dxa"/>'
        f'<w:tblInd w:w="{mm(links)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{cellen}</w:tblCellMar>"
        f'<w:tblCaption w:val="{naam}"/></w:tblPr><w:tblGrid>{kolommen}</w:tblGrid>{rijen}</w:tbl>'
    )


def factuurtabel() -> str:
    """Invoices with aligned amounts, the heading repeated on every page, and the total."""
    breedten = (45.0, 24.0, 24.0, 24.0, 24.0, 24.0)
    namen = ("factuur", "factuurdatum", "vervaldatum", "bedrag", "betaald", "openstaand")
    boven = streep("bottom", 8, ACCENT)
    onder = streep("bottom", 4, LIJN)
    kop = "".join(
        cel(
            b,
            alinea("Tabelkop" if i < 3 else "Tabelkopbedrag", f"{{{{ woord.{n} }}}}"),
            randen=boven,
        )
        for i, (b, n) in enumerate(zip(breedten, namen, strict=True))
    )
    eerste = (
        alinea("Tabeltekst", "{{ factuur.nummer }}")
        + stuur("{%p if factuur.omschrijving %}")
        + alinea("Tabelnoot", "{{ factuur.omschrijving }}")
        + stuur("{%p endif %}")
    )
    inhoud = cel(breedten[0], eerste, randen=onder) + "".join(
        cel(
            b,
            alinea("Tabeltekst" if i < 3 else "Tabelbedrag", f"{{{{ factuur.{n} }}}}"),
            randen=onder,
        )
        for i, (b, n) in enumerate(zip(breedten[1:], namen[1:], strict=True), start=1)
    )
    totalen = ("totaal_bedrag", "totaal_betaald", "hoofdsom")
    dik = "<w:b/><w:bCs/>"
    totaal = cel(
        sum(breedten[:3]),
        alinea("Tabeltekst", loop("{{ woord.totaal }}", dik)),
        meer='<w:gridSpan w:val="3"/>',
        randen=streep("top", 8, ACCENT),
    ) + "".join(
        cel(24, alinea("Tabelbedrag", loop(f"{{{{ {n} }}}}", dik)), randen=streep("top", 8, ACCENT))
        for n in totalen
    )
    leeg = cel(
        sum(breedten), stuur("{%tr for factuur in facturen %}"), meer='<w:gridSpan w:val="6"/>'
    )
    einde = cel(sum(breedten), stuur("{%tr endfor %}"), meer='<w:gridSpan w:val="6"/>')
    rijen = rij(kop, kop=True) + rij(leeg) + rij(inhoud) + rij(einde) + rij(totaal)
    return tabel(breedten, rijen, naam="Facturen")


def specificatietabel() -> str:
    """What is owed, line by line."""
    breedten = (125.0, 40.0)
    onder = streep("bottom", 4, LIJN)

    noot = (
        stuur("{%p if regel.toelichting %}")
        + alinea("Tabelnoot", "{{ regel.toelichting }}")
        + stuur("{%p endif %}")
    )

    def regel(randen: str, opmaak: str, noot: str = "") -> str:
        omschrijving = alinea("Tabeltekst", loop("{{ regel.omschrijving }}", opmaak))
        bedrag = alinea("Tabelbedrag", loop("{{ regel.bedrag }}", opmaak))
        return rij(
            cel(breedten[0], omschrijving + noot, randen=randen)
            + cel(breedten[1], bedrag, randen=randen)
        )

    def sturing(tekst: str) -> str:
        return rij(cel(sum(breedten), stuur(tekst), meer='<w:gridSpan w:val="2"/>'))

    boven = streep("bottom", 8, ACCENT)
    kop = cel(breedten[0], alinea("Tabelkop", "{{ woord.omschrijving }}"), randen=boven)
    kop += cel(breedten[1], alinea("Tabelkopbedrag", "{{ woord.bedrag }}"), randen=boven)
    rijen = (
        rij(kop, kop=True)
        + sturing("{%tr for regel in specificatie %}")
        + sturing("{%tr if regel.is_totaal %}")
        + regel(streep("top", 8, ACCENT), "<w:b/><w:bCs/>")
        + sturing("{%tr else %}")
        + regel(onder, "", noot)
        + sturing("{%tr endif %}")
        + sturing("{%tr endfor %}")
    )
    return tabel(breedten, rijen, naam="Specificatie")


def betaalblok() -> str:
    """Amount, beneficiary, IBAN, reference, with the code to scan beside them."""
    breedten = (42.0, 87.0, 36.0)
    velden = (
        ("te_betalen", "te_betalen"),
        ("ten_name_van", "tenaamstelling"),
        ("rekening", "iban"),
        ("onder_vermelding_van", "betaalkenmerk"),
    )
    code = (
        stuur("{%p if heeft_qr %}")
        + alinea("Betaalcode", plaatje("rIdQr", 2, "betaal-qr", "{{ woord.scan_uitleg }}", 22, 22))
        + alinea("Betaalcode", "{{ woord.scan }}")
        + stuur("{%p endif %}")
    )
    rijen = ""
    for nummer, (naam, waarde) in enumerate(velden):
        samen = '<w:vMerge w:val="restart"/>' if not nummer else "<w:vMerge/>"
        inhoud = (code if not nummer else "") + alinea("Sluitregel")
        laatste = nummer + 1 == len(velden)
        los = '<w:keepNext w:val="0"/>' if laatste else ""  # together, but not with what follows
        rijen += rij(
            cel(breedten[0], alinea("Betaalnaam", f"{{{{ woord.{naam} }}}}", extra=los))
            + cel(breedten[1], alinea("Betaalwaarde", f"{{{{ {waarde} }}}}", extra=los))
            + cel(breedten[2], inhoud, meer=samen)
        )
    return tabel(breedten, rijen, naam="Betaalgegevens")


def plaatje(
    relatie: str, nummer: int, naam: str, uitleg: str, breedte: float, hoogte: float
) -> str:
    """An inline picture, recognised by its name and replaced for each letter."""
    x, y = round(breedte * EMU), round(hoogte * EMU)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{x}" cy="{y}"/><wp:docPr id="{nummer}" name="{naam}" descr="{uitleg}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{nummer}" name="{naam}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relatie}"/><a:stretch><a:fillRect/>'
        '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{x}" cy="{y}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def romp() -> str:
    """The letter itself."""
    midden_in_een_lijst = "punt' and loop.nextitem is defined and loop.nextitem.soort == 'punt"
    tekstblokken = (
        ("kop", "Heading2", "{{ blok.tekst }}"),
        ("bijlagekop", "Bijlagekop", "{{ blok.tekst }}"),
        ("alinea", "Normal", RIJK),
        ("slot", "Slot", RIJK),
        ("groet", "Slot", RIJK),
        (midden_in_een_lijst, "Opsomming", RIJK),
        ("punt", "Laatstepunt", RIJK),
        ("kernkop", "Kernkop", "{{ blok.tekst }}"),
        ("kern", "Kern", RIJK),
    )
    delen = [
        alinea("Retouradres", "{{ afzender.adres_op_een_regel }}", extra=ADRESKADER),
        stuur("{%p for regel in schuldenaar.adresregels %}", ADRESKADER),
        alinea("Adres", "{{ regel }}", extra=ADRESKADER),
        stuur("{%p endfor %}", ADRESKADER),
        stuur("{%p for gegeven in briefgegevens %}", GEGEVENSKADER),
        alinea("Gegevensnaam", "{{ gegeven.naam }}", extra="<w:keepNext/>" + GEGEVENSKADER),
        alinea("Gegeven", "{{ gegeven.waarde }}", extra=GEGEVENSKADER),
        stuur("{%p endfor %}", GEGEVENSKADER),
        alinea("Heading1", "{{ onderwerp }}"),
        stuur("{%p for blok in blokken %}"),
    ]
    voorwaarde = "if"
    for soort, opmaak, tekst in tekstblokken:
        delen += [stuur(f"{{%p {voorwaarde} blok.soort == '{soort}' %}}"), alinea(opmaak, tekst)]
        voorwaarde = "elif"
    for soort, inhoud in (
        ("facturen", factuurtabel() + alinea("Tussenruimte")),
        ("specificatie", specificatietabel() + alinea("Tussenruimte")),
        # without a line after the table LibreOffice leaves the next heading behind on the page
        (
            "betaling",
            alinea("Tussenruimte", extra=afstand(0, 0, -2)) + betaalblok() + alinea("Sluitregel"),
        ),
    ):
        delen += [stuur(f"{{%p elif blok.soort == '{soort}' %}}"), inhoud]
    delen += [
        stuur("{%p elif blok.soort == 'ondertekening' %}"),
        alinea("Ondertekening", ONDERTEKENING),
        stuur("{%p endif %}"),
        stuur("{%p endfor %}"),
    ]
    bladzijde = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rIdKopEerste"/>'
        '<w:headerReference w:type="default" r:id="rIdKop"/>'
        '<w:footerReference w:type="first" r:id="rIdVoet"/>'
        '<w:footerReference w:type="default" r:id="rIdVoet"/>'
        f'<w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/>'
        f'<w:pgMar w:top="{mm(28)}" w:right="{mm(20)}" w:bottom="{mm(20)}" w:left="{mm(25)}" '
        f'w:header="{mm(13)}" w:footer="{mm(10)}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return (
        f"{KOP}<w:document {NAAMRUIMTEN}><w:body>{''.join(delen)}{bladzijde}</w:body></w:document>"
    )


# --- headers, footer, package ----------------------------------------------------------------


def kop_eerste() -> str:
    """The letterhead; its height keeps the text below the window of the envelope."""
    naam = (
        stuur("{%p if heeft_logo %}")
        + alinea("Header", plaatje("rIdLogo", 1, "logo", "{{ afzender.naam }}", 50, 18))
        + stuur("{%p else %}")
        + stuur("{%p if afzender.naam|length > 120 %}")
        + alinea("Langeafzender", "{{ afzender.naam }}")
        + stuur("{%p else %}")
        + alinea("Afzender", "{{ afzender.naam }}")
        + stuur("{%p endif %}")
        + stuur("{%p endif %}")
        + alinea("Sluitregel")
    )
    gegevens = (
        stuur("{%p for regel in afzendergegevens %}")
        + stuur("{%p if afzendergegevens|join|length > 240 %}")
        + alinea("Langegegevens", "{{ regel }}")
        + stuur("{%p else %}")
        + alinea("Afzendergegevens", "{{ regel }}")
        + stuur("{%p endif %}")
        + stuur("{%p endfor %}")
        + alinea("Sluitregel")
    )
    rijen = rij(cel(110, naam) + cel(5, alinea("Header")) + cel(50, gegevens), hoogte=67)
    inhoud = tabel((110.0, 5.0, 50.0), rijen, naam="Briefhoofd") + alinea("Tussenruimte")
    return f"{KOP}<w:hdr {NAAMRUIMTEN}>{inhoud}</w:hdr>"


def kop_verder() -> str:
    """The line above the second and later pages."""
    tekst = "{{ afzender.naam }} · {{ onderwerp }}{% if kenmerk %} · {{ kenmerk }}{% endif %}"
    return f"{KOP}<w:hdr {NAAMRUIMTEN}>{alinea('Header', tekst)}</w:hdr>"


def voet() -> str:
    """Registration numbers to the left, the page to the right."""
    lijn = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="{LIJN}"/></w:pBdr>'
    inhoud = (
        loop("{% for regel in voetregels %}{{ regel }}{% endfor %}")
        + "<w:r><w:tab/></w:r>"
        + loop("{{ woord.bladzijde }} ")
        + veld("PAGE")
        + loop(" {{ woord.van }} ")
        + veld("NUMPAGES")
    )
    return f"{KOP}<w:ftr {NAAMRUIMTEN}>{alinea('Footer', inhoud, extra=lijn)}</w:ftr>"


def opsommingsteken() -> str:
    """One kind of list: a dash."""
    return (
        f'{KOP}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{mm(5)}" w:hanging="{mm(5)}"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def instellingen() -> str:
    """Word 2013 layout, no compatibility mode."""
    return (
        f'{KOP}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="708"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def eigenschappen() -> str:
    """Title, author and language, from the letter."""
    return (
        f"{KOP}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ onderwerp }}</dc:title><dc:subject>{{ kenmerk }}</dc:subject>"
        "<dc:creator>{{ afzender.naam }}</dc:creator><dc:language>{{ taal }}</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>'
        "</cp:coreProperties>"
    )


def relaties(*regels: tuple[str, str, str]) -> str:
    """A relationships part."""
    basis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    inhoud = "".join(
        f'<Relationship Id="{naam}" Type="{soort if "://" in soort else basis + soort}" '
        f'Target="{doel}"/>'
        for naam, soort, doel in regels
    )
    ruimte = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{KOP}<Relationships xmlns="{ruimte}">{inhoud}</Relationships>'


def inhoudsopgave() -> str:
    """The content types of all parts."""
    woord = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    delen = {
        "/word/document.xml": f"{woord}document.main+xml",
        "/word/styles.xml": f"{woord}styles+xml",
        "/word/settings.xml": f"{woord}settings+xml",
        "/word/numbering.xml": f"{woord}numbering+xml",
        "/word/header1.xml": f"{woord}header+xml",
        "/word/header2.xml": f"{woord}header+xml",
        "/word/footer1.xml": f"{woord}footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    regels = "".join(
        f'<Override PartName="{naam}" ContentType="{soort}"/>' for naam, soort in delen.items()
    )
    return (
        f'{KOP}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{regels}</Types>'
    )


def leeg_plaatje(tint: int) -> bytes:
    """A grey square as PNG, the place of a logo or code until a letter fills it."""

    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return (
            struct.pack(">I", len(inhoud))
            + soort
            + inhoud
            + struct.pack(">I", zlib.crc32(soort + inhoud))
        )

    beeld = zlib.compress(b"\0" + bytes([tint]), 9)
    kop = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", kop) + stuk(b"IDAT", beeld) + stuk(b"IEND", b"")


def delen() -> dict[str, bytes]:
    """Every part of the package, in the order of the zip."""
    tekst = {
        "[Content_Types].xml": inhoudsopgave(),
        "_rels/.rels": relaties(
            ("rId1", "officeDocument", "word/document.xml"),
            (
                "rId2",
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                    "core-properties"
                ),
                "docProps/core.xml",
            ),
        ),
        "word/document.xml": romp(),
        "word/_rels/document.xml.rels": relaties(
            ("rIdStijlen", "styles", "styles.xml"),
            ("rIdInstellingen", "settings", "settings.xml"),
            ("rIdLijst", "numbering", "numbering.xml"),
            ("rIdKopEerste", "header", "header1.xml"),
            ("rIdKop", "header", "header2.xml"),
            ("rIdVoet", "footer", "footer1.xml"),
            ("rIdQr", "image", "media/qr.png"),
        ),
        "word/styles.xml": stijlen(),
        "word/settings.xml": instellingen(),
        "word/numbering.xml": opsommingsteken(),
        "word/header1.xml": kop_eerste(),
        "word/_rels/header1.xml.rels": relaties(("rIdLogo", "image", "media/logo.png")),
        "word/header2.xml": kop_verder(),
        "word/footer1.xml": voet(),
        "docProps/core.xml": eigenschappen(),
    }
    alle = {naam: inhoud.encode() for naam, inhoud in tekst.items()}
    alle["word/media/logo.png"] = leeg_plaatje(210)
    alle["word/media/qr.png"] = leeg_plaatje(230)
    return alle


def maak(doel: Path = DOEL) -> None:
    """Write the package."""
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pakket:
        for naam, inhoud in delen().items():
            pakket.writestr(
                zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0)), inhoud, zipfile.ZIP_DEFLATED
            )


if __name__ == "__main__":
    maak()
