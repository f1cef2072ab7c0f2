"""Findings as Word comments: each on its passage, everything else as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from wiktool.controle.model import (
    Bevinding,
    Ernst,
    Nagekeken,
    NietTeBeoordelen,
    Plaats,
    Toetsgegevens,
)
from wiktool.controle.model import Passage as Vindplaats
from wiktool.invoer.briefbestand import lees_brief_bytes
from wiktool.kern.bron import Bron
from wiktool.kern.fouten import BestandFout
from wiktool.taken.nakijken import kijk_na
from wiktool.taken.opmerkingen.brief import brief_met_opmerkingen, schrijf_opmerkingen
from wiktool.taken.opmerkingen.wordbestand import Opmerking, met_opmerkingen

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAG = date(2026, 11, 21)


def als_bytes(document: Document) -> bytes:
    doel = io.BytesIO()
    document.save(doel)
    return doel.getvalue()


def met_romp(romp: str, delen: Mapping[str, str] | None = None, relaties: str = "") -> bytes:
    """A Word file with this body, on top of an empty one."""
    with zipfile.ZipFile(io.BytesIO(als_bytes(docx.Document()))) as pakket:
        inhoud = {naam: pakket.read(naam) for naam in pakket.namelist()}
    hoofd = inhoud["word/document.xml"].decode()
    inhoud["word/document.xml"] = re.sub(
        r"(<w:body>).*?(<w:sectPr)", lambda m: m[1] + romp + m[2], hoofd, flags=re.DOTALL
    ).encode()
    rels = inhoud["word/_rels/document.xml.rels"].decode()
    inhoud["word/_rels/document.xml.rels"] = rels.replace("</Rel", relaties + "</Rel", 1).encode()
    inhoud |= {naam: deel.encode() for naam, deel in (delen or {}).items()}
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as pakket:
        for naam, deel in inhoud.items():
            pakket.writestr(naam, deel)
    return doel.getvalue()


def hoofddeel(inhoud: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return etree.fromstring(pakket.read("word/document.xml"))


def bereiken(inhoud: bytes) -> dict[str, str]:
    """The text between the marks of each comment, as a word processor pairs them."""
    gevonden: dict[str, str] = {}
    open_: dict[str, list[str]] = {}
    for element in hoofddeel(inhoud).iter():
        nummer = element.get(f"{W}id") or ""
        if element.tag == f"{W}commentRangeStart":
            open_[nummer] = []
        elif element.tag == f"{W}commentRangeEnd":
            gevonden[nummer] = "".join(open_.pop(nummer))
        elif element.tag in (f"{W}t", f"{W}tab"):
            for stukken in open_.values():
                stukken.append(element.text or "\t")
    assert open_ == {}
    verwijzingen = [e.get(f"{W}id") for e in hoofddeel(inhoud).iter(f"{W}commentReference")]
    assert sorted(verwijzingen) == sorted(gevonden)
    return gevonden


def hang(inhoud: bytes, *citaten: str | None) -> bytes:
    """Hang a comment on the first place of each quotation; None is the letter as a whole."""
    brief = lees_brief_bytes(inhoud)
    opmerkingen = []
    for citaat in citaten:
        if citaat is None:
            opmerkingen.append(Opmerking(kop="geheel", regels=("regel",)))
            continue
        alinea = next(a for a in brief.alineas if citaat in a.tekst)
        begin = alinea.tekst.index(citaat)
        opmerkingen.append(
            Opmerking(
                kop=citaat,
                regels=("regel",),
                alinea=alinea.nummer,
                begin=begin,
                eind=begin + len(citaat),
            )
        )
    uit = met_opmerkingen(inhoud, opmerkingen, DAG)
    assert uit == met_opmerkingen(inhoud, opmerkingen, DAG)
    assert lees_brief_bytes(uit).alineas == brief.alineas
    return uit


@pytest.mark.parametrize(
    "citaat",
    ["Betaal", "binnen", "binnen veertien dagen", "veertien", "dagen na heden.", "na heden.", "a"],
)
def test_a_passage_anywhere_in_and_over_runs(citaat: str) -> None:
    document = docx.Document()
    alinea = document.add_paragraph("Betaal bin")
    alinea.add_run("nen veer").bold = True
    alinea.add_run("tien dagen")
    alinea.add_run(" na heden.").italic = True
    uit = hang(als_bytes(document), citaat)
    assert bereiken(uit) == {"0": citaat}
    na = docx.Document(io.BytesIO(uit)).paragraphs[0]
    opmaak = {run.text: (run.bold, run.italic) for run in na.runs if run.text.strip()}
    assert all(vet is True for tekst, (vet, _) in opmaak.items() if tekst in "nen veer")
    assert na.text == "Betaal binnen veertien dagen na heden."


def test_comments_that_overlap_touch_or_share_a_place() -> None:
    document = docx.Document()
    document.add_paragraph("Betaal binnen veertien dagen na heden.")
    citaten = ("binnen veertien", "veertien dagen", "binnen", "binnen", "dagen na heden.", "Betaal")
    uit = hang(als_bytes(document), *citaten)
    assert bereiken(uit) == {str(nummer): citaat for nummer, citaat in enumerate(citaten)}
    verwijzingen = [e.get(f"{W}id") for e in hoofddeel(uit).iter(f"{W}commentReference")]
    assert [nummer for nummer in verwijzingen if nummer in "23"] == ["2", "3"]


def test_tabs_breaks_soft_hyphens_and_white_space() -> None:
    romp = (
        '<w:p><w:r><w:t xml:space="preserve">  </w:t></w:r><w:r><w:t>beta\u00adlen</w:t><w:tab/>'
        "<w:t>binnen 14\u200b dagen</w:t><w:softHyphen/><w:br/><w:t>na heden</w:t></w:r></w:p>"
    )
    uit = hang(met_romp(romp), "len\tbinnen 14 da", "\t", "gen\nna", "heden")
    assert bereiken(uit) == {
        "0": "\u00adlen\tbinnen 14\u200b da",
        "1": "\t",
        "2": "genna",
        "3": "heden",
    }


def test_a_passage_over_cells_of_a_row() -> None:
    document = docx.Document()
    tabel = document.add_table(rows=1, cols=2)
    tabel.rows[0].cells[0].text = "Totaal te betalen"
    tabel.rows[0].cells[1].text = "€ 1.210,00 incl. kosten"
    uit = hang(als_bytes(document), "betalen\t€ 1.210,00", "Totaal", "\t")
    assert bereiken(uit) == {"0": "betalen€ 1.210,00", "1": "Totaal", "2": "Totaal te betalen"}


@pytest.mark.parametrize(
    "houder",
    [
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        '<w:ins w:id="9" w:author="J" w:date="2026-01-01T00:00:00Z">{}</w:ins>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
    ],
)
def test_inside_links_insertions_controls_and_fields(houder: str) -> None:
    uit = hang(
        met_romp(f"<w:p>{houder.format('<w:r><w:t>veertien dagen</w:t></w:r>')}</w:p>"), "dagen"
    )
    assert bereiken(uit) == {"0": "dagen"}


@pytest.mark.parametrize(
    "element",
    [
        (
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>'
            "€ 40</m:t></m:r></m:oMath>"
        ),
        "<w:onbekend><w:r><w:t>€ 40</w:t></w:r></w:onbekend>",
        "<w:r><w:ruby><w:rubyBase><w:r><w:t>€ 40</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    ],
)
def test_text_that_cannot_be_cut_is_marked_whole(element: str) -> None:
    uit = hang(met_romp(f"<w:p><w:r><w:t>som </w:t></w:r>{element}</w:p>"), "40")
    assert [e.tag for e in hoofddeel(uit).iter(f"{W}commentRangeStart")] == [
        f"{W}commentRangeStart"
    ]


TEKSTVAK = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent>"
)


def test_a_text_box_hands_its_comment_to_its_paragraph() -> None:
    vak = TEKSTVAK.format("<w:p><w:r><w:t>binnen 14 dagen</w:t></w:r></w:p>")
    romp = f"<w:p><w:r><w:t>eerst</w:t></w:r></w:p><w:p><w:r>{vak}</w:r></w:p>"
    gast = hoofddeel(hang(met_romp(romp), "14 dagen")).findall(f".//{W}body/{W}p")[1]
    assert gast[0].tag == f"{W}commentRangeStart"
    assert gast[-2].tag == f"{W}commentRangeEnd"


def test_headers_notes_and_the_letter_as_a_whole_hang_on_the_first_paragraph_with_text() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "€ 15,00 administratiekosten"
    document.add_paragraph("")
    document.add_paragraph("Geachte heer,")
    document.add_paragraph("Betaal.")
    uit = hang(als_bytes(document), "€ 15,00", None, "Betaal")
    assert bereiken(uit) == {"0": "Geachte heer,", "1": "Geachte heer,", "2": "Betaal"}
    merken = [e.get(f"{W}id") for e in hoofddeel(uit).iter(f"{W}commentRangeStart")]
    assert merken == ["0", "1", "2"]


@pytest.mark.parametrize("romp", ["<w:p/>", "", "<w:tbl/>"])
def test_a_body_without_text(romp: str) -> None:
    uit = met_opmerkingen(met_romp(romp), [Opmerking(kop="x", regels=())], DAG)
    assert bereiken(uit) == {"0": ""}


def test_comments_that_were_there_stay_and_numbers_are_free() -> None:
    document = docx.Document()
    alinea = document.add_paragraph("Betaal binnen veertien dagen.")
    document.add_comment(alinea.runs, text="al gezien", author="Jan", initials="J")
    na = docx.Document(io.BytesIO(hang(als_bytes(document), "binnen", None)))
    assert [(c.comment_id, c.author, c.text) for c in na.comments] == [
        (0, "Jan", "al gezien"),
        (1, "wiktool", "binnen\nregel"),
        (2, "wiktool", "geheel\nregel"),
    ]
    tijdstip = next(c for c in na.comments if c.comment_id == 1).timestamp
    assert tijdstip is not None
    assert tijdstip.isoformat() == "2026-11-21T00:00:00+00:00"


def test_a_comment_part_in_the_way_keeps_its_name() -> None:
    romp = "<w:p><w:r><w:t>tekst</w:t></w:r></w:p>"
    uit = hang(met_romp(romp, {"word/comments.xml": "<los/>"}), "tekst")
    with zipfile.ZipFile(io.BytesIO(uit)) as pakket:
        assert pakket.read("word/comments.xml") == b"<los/>"
        assert b'w:author="wiktool"' in pakket.read("word/comments1.xml")
        assert b"/word/comments1.xml" in pakket.read("[Content_Types].xml")
    assert len(list(docx.Document(io.BytesIO(uit)).comments)) == 1


def test_a_pointer_to_comments_that_are_gone_and_an_odd_number() -> None:
    soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    romp = '<w:p><w:commentRangeStart w:id="x"/><w:r><w:t>tekst</w:t></w:r></w:p>'
    wijzer = f'<Relationship Id="rIdOpmerkingen" Type="{soort}" Target="weg.xml"/>'
    uit = met_opmerkingen(met_romp(romp, relaties=wijzer), [Opmerking(kop="x", regels=())], DAG)
    with zipfile.ZipFile(io.BytesIO(uit)) as pakket:
        assert b'Id="rIdOpmerkingen1"' in pakket.read("word/_rels/document.xml.rels")


def test_a_strict_file_stays_strict() -> None:
    strikt = b"http://purl.oclc.org/ooxml/"
    with zipfile.ZipFile(io.BytesIO(met_romp("<w:p><w:r><w:t>a</w:t></w:r></w:p>"))) as pakket:
        delen = {
            naam: pakket.read(naam)
            .replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
                strikt + b"wordprocessingml/",
            )
            .replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/",
                strikt + b"officeDocument/",
            )
            for naam in pakket.namelist()
        }
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as pakket:
        for naam, deel in delen.items():
            pakket.writestr(naam, deel)
    with zipfile.ZipFile(io.BytesIO(hang(doel.getvalue(), "a"))) as pakket:
        for naam in ("word/document.xml", "word/comments.xml"):
            assert strikt + b"wordprocessingml/main" in pakket.read(naam)
            assert b"schemas.openxmlformats.org/wordprocessingml" not in pakket.read(naam)
        assert strikt + b"officeDocument/relationships/comments" in pakket.read(
            "word/_rels/document.xml.rels"
        )


def test_a_file_without_content_types_or_pointers_gets_them() -> None:
    with zipfile.ZipFile(io.BytesIO(met_romp("<w:p><w:r><w:t>a</w:t></w:r></w:p>"))) as pakket:
        romp = pakket.read("word/document.xml")
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as pakket:
        pakket.writestr("word/document.xml", romp)
    with zipfile.ZipFile(io.BytesIO(hang_zonder_lezen(doel.getvalue()))) as pakket:
        assert set(pakket.namelist()) == {
            "word/document.xml",
            "word/comments.xml",
            "[Content_Types].xml",
            "word/_rels/document.xml.rels",
        }


def hang_zonder_lezen(inhoud: bytes) -> bytes:
    return met_opmerkingen(inhoud, [Opmerking(kop="x", regels=())], DAG)


def test_other_parts_and_their_order_stay() -> None:
    voor = met_romp("<w:p><w:r><w:t>tekst</w:t></w:r></w:p>")
    with (
        zipfile.ZipFile(io.BytesIO(voor)) as oud,
        zipfile.ZipFile(io.BytesIO(hang(voor, "tekst"))) as nieuw,
    ):
        assert nieuw.namelist() == [*oud.namelist(), "word/comments.xml"]
        for naam in oud.namelist():
            if naam.endswith((".jpeg", "styles.xml", "theme1.xml")):
                assert nieuw.read(naam) == oud.read(naam)


BRON = Bron(aanhaling="art. 6:96 lid 6 BW", url="https://wetten.example/bw6")


def punten(tekst: str, alinea: int) -> list[Bevinding | NietTeBeoordelen]:
    plaats = Vindplaats(citaat=tekst, plaats=Plaats(alinea=alinea, begin=0, eind=len(tekst)))
    return [
        Bevinding(
            code="WIK203",
            naam="termijn-vanaf-dagtekening",
            ernst=Ernst.FOUT,
            melding="De termijn begint te vroeg.",
            vereist="de dag na bezorging",
            passage=plaats,
            voorstel="Betaal binnen …",
            bronnen=(BRON,),
        ),
        Bevinding(
            code="WIK101", naam="kosten-ontbreken", ernst=Ernst.FOUT, melding="Geen.", vereist="een"
        ),
        NietTeBeoordelen(code="WIK205", naam="n", reden="Betwist.", doe="schrijf", passage=plaats),
    ]


def test_what_a_comment_says() -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "binnen 14 dagen"
    document.add_paragraph("Geachte heer,")
    inhoud = als_bytes(document)
    brief = lees_brief_bytes(inhoud)
    uit = brief_met_opmerkingen(inhoud, brief, punten("binnen", 2), peildatum=DAG)
    assert [c.text for c in docx.Document(io.BytesIO(uit)).comments] == [
        (
            "WIK203 termijn-vanaf-dagtekening (fout)\nStaat in de voettekst: «binnen»\n"
            "De termijn begint te vroeg.\nVereist: de dag na bezorging\nVoorstel: Betaal binnen …\n"
            "Bron: art. 6:96 lid 6 BW"
        ),
        "WIK101 kosten-ontbreken (fout)\nGeen.\nVereist: een",
        "WIK205 n (zelf nakijken)\nStaat in de voettekst: «binnen»\nBetwist.\nDoe: schrijf",
    ]
    with zipfile.ZipFile(io.BytesIO(uit)) as pakket:
        assert b"<w:b/>" in pakket.read("word/comments.xml")


def test_from_letter_to_file(tmp_path: Path) -> None:
    bron, uit = tmp_path / "brief.docx", tmp_path / "uit.docx"
    document = docx.Document()
    document.add_paragraph("Geachte heer Jansen,")
    document.add_paragraph(
        "Betaal € 1.210,00 binnen 14 dagen na dagtekening. Anders volgen kosten."
    )
    document.save(str(bron))
    (nagekeken,) = kijk_na([str(bron)], Toetsgegevens(peildatum=DAG))
    assert nagekeken.toetsing is not None
    alle = nagekeken.toetsing.bevindingen
    schrijf_opmerkingen(nagekeken, alle, uit, peildatum=DAG)
    koppen = [c.text.split()[0] for c in docx.Document(str(uit)).comments]
    assert koppen == [bevinding.code for bevinding in alle]
    with pytest.raises(BestandFout, match="bestaat al"):
        schrijf_opmerkingen(nagekeken, alle, uit, peildatum=DAG)
    voor = uit.read_bytes()
    schrijf_opmerkingen(nagekeken, alle, uit, peildatum=DAG, overschrijf=True)
    assert uit.read_bytes() == voor


def test_only_a_word_file_that_was_read_gets_comments(tmp_path: Path) -> None:
    pad, uit = tmp_path / "brief.txt", tmp_path / "uit.docx"
    pad.write_text("Betaal binnen veertien dagen.")
    (tekst,) = kijk_na([str(pad)], Toetsgegevens(peildatum=DAG))
    stdin = Nagekeken(bestand="-", brief=tekst.brief, toetsing=tekst.toetsing)
    weg = Nagekeken(bestand="weg", fout=BestandFout("bestand niet gevonden"))
    for nagekeken, melding in ((tekst, "Word"), (stdin, "Word"), (weg, "niet gevonden")):
        with pytest.raises(BestandFout, match=melding):
            schrijf_opmerkingen(nagekeken, [], uit, peildatum=DAG)
    assert not uit.exists()
