"""The body of the house style: address, tables, legal core, payment block, signature."""

from __future__ import annotations

from typing import Final

from stijlen import ADRESKADER, GEGEVENSKADER
from wordtaal import ACCENT, EMU, KOP, LIJN, NAAMRUIMTEN, afstand, alinea, loop, mm, stuur

RIJK: Final = "{{r blok.opgemaakt }}"
BOVEN_NOOT: Final = afstand(2.2, 1.3, 240)
"""A note may follow, as close as in the pdf; the other cells of the row keep it its height."""


ONDERTEKENING: Final = (
    "<w:r><w:t>{% for regel in ondertekening %}{{ regel }}{% if not loop.last %}</w:t><w:br/>"
    "<w:t>{% endif %}{% endfor %}</w:t></w:r>"
)
"""One paragraph, so that no page break parts who signs from for whom."""


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
        alinea("Tabeltekst", "{{ factuur.nummer }}", extra=BOVEN_NOOT)
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
    return tabel(breedten, rijen, naam="{{ woord.facturen }}")


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
        omschrijving = alinea(
            "Tabeltekst", loop("{{ regel.omschrijving }}", opmaak), extra=BOVEN_NOOT
        )
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
    return tabel(breedten, rijen, naam="{{ woord.specificatie }}")


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
    return tabel(breedten, rijen, naam="{{ woord.betaalgegevens }}")


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
    midden_in_de_kern = midden_in_een_lijst.replace("punt", "kern")
    tekstblokken = (
        ("kop", "Heading2", "{{ blok.tekst }}"),
        ("bijlagekop", "Bijlagekop", "{{ blok.tekst }}"),
        ("alinea", "Normal", RIJK),
        ("slot", "Slot", RIJK),
        ("groet", "Slot", RIJK),
        (midden_in_een_lijst, "Opsomming", RIJK),
        ("punt", "Laatstepunt", RIJK),
        ("kernkop", "Kernkop", RIJK),
        (midden_in_de_kern, "Kern", RIJK),
        ("kern", "Laatstekern", RIJK),
    )
    delen = [
        alinea("Retouradres", "{{ afzender.adres_op_een_regel }}", extra=ADRESKADER),
        stuur("{%p for regel in schuldenaar.adresregels %}", ADRESKADER),
        stuur("{%p if schuldenaar.adresregels|join|length > 150 %}", ADRESKADER),
        alinea("Langadres", "{{ regel }}", extra=ADRESKADER),
        stuur("{%p else %}", ADRESKADER),
        alinea("Adres", "{{ regel }}", extra=ADRESKADER),
        stuur("{%p endif %}", ADRESKADER),
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
