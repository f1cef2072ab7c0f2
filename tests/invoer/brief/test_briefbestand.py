"""The door: any file in, a letter or one clear error out."""

from __future__ import annotations

import io
import os
import random
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wiktool.invoer import briefbestand
from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.pakket import Pakket
from wiktool.invoer.brief.soort import Bestandssoort, herken
from wiktool.invoer.briefbestand import lees_brief, lees_brief_bytes, lees_brieven
from wiktool.kern.fouten import BestandFout, WiktoolFout

ZIN = "Betaal binnen veertien dagen."


@pytest.fixture
def voorbeelden(
    maak_docx: Callable[..., bytes], maak_odt: Callable[..., bytes], maak_pdf: Callable[..., bytes]
) -> dict[str, bytes]:
    """One letter of one sentence in every kind of file."""
    mail = (
        "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=g\r\n\r\n"
        f"--g\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{ZIN}\r\n"
        "--g\r\nContent-Type: application/octet-stream; name=a.txt\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nYWJj\r\n--g--\r\n"
    )
    return {
        "docx": maak_docx(
            f"<w:p><w:r><w:t>{ZIN}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        ),
        "odt": maak_odt(f"<text:p>{ZIN}</text:p>"),
        "pdf": maak_pdf([(70, 700, ZIN)]),
        "html": f"<!doctype html><html><body><p>{ZIN}</p><table><tr><td>".encode(),
        "eml": mail.encode(),
        "txt": f"{ZIN}\n".encode(),
        "md": f"**{ZIN}**\n".encode(),
    }


def test_every_kind_is_recognised_by_content_under_a_wrong_name(
    voorbeelden: dict[str, bytes],
) -> None:
    for soort in ("docx", "odt", "pdf", "html"):
        assert herken(voorbeelden[soort], "brief.txt") == soort
        assert herken(voorbeelden[soort], "brief.pdf") == soort
    assert herken(b"een pdf begint met %PDF-", "brief.txt") == "txt"
    assert herken(b"rommel vooraf" + voorbeelden["pdf"], "brief.pdf") == "pdf"


def test_every_kind_is_read_from_a_file(voorbeelden: dict[str, bytes], tmp_path: Path) -> None:
    assert set(voorbeelden) == set(Bestandssoort)
    for soort, inhoud in voorbeelden.items():
        pad = tmp_path / f"brief.{soort.upper()}"
        pad.write_bytes(inhoud)
        assert [alinea.tekst for alinea in lees_brief(pad).alineas] == [ZIN]
        assert lees_brief(str(pad)) == lees_brief_bytes(inhoud, naam=pad.name)


def test_several_letters_are_read_as_each_by_itself(
    voorbeelden: dict[str, bytes],
    maak_pdf: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Pdf files wait for each other; order, errors and places are those of one at a time."""
    bestanden = {
        **{f"{soort}.{soort}": inhoud for soort, inhoud in voorbeelden.items()},
        "leeg.pdf": b"",
        "scan.pdf": maak_pdf([]),
        "kapot.pdf": voorbeelden["pdf"][:300],
        "vooraf.pdf": b"rommel vooraf" + voorbeelden["pdf"],
        "word.pdf": voorbeelden["docx"],
        "vreemd.xyz": b"tekst",
        "twee.pdf": maak_pdf([(70, 700, "twee")]),
        "groot.pdf": maak_pdf([(70, 700, "groot")]) + b" " * 4_000,
    }
    for naam, inhoud in bestanden.items():
        (tmp_path / naam).write_bytes(inhoud)
    paden = [str(tmp_path / naam) for naam in [*bestanden, "afwezig.pdf", *bestanden]]

    def een(pad: str) -> object:
        try:
            return lees_brief(pad)
        except BestandFout as fout:
            return str(fout), fout.doe

    verwacht = [(pad, een(pad)) for pad in paden]
    for samen, samen_bytes in ((16, 4_000_000), (4, 4_000_000), (16, 3_000), (1, 1)):
        monkeypatch.setattr(briefbestand, "_SAMEN", samen)
        monkeypatch.setattr(briefbestand, "_SAMEN_BYTES", samen_bytes)
        assert [
            (pad, (str(brief), brief.doe) if isinstance(brief, BestandFout) else brief)
            for pad, brief in lees_brieven(iter(paden))
        ] == verwacht
    assert list(lees_brieven([])) == []


def test_pdf_files_wait_for_each_other_up_to_a_size(
    maak_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gevraagd: list[int] = []

    def vraag(inhouden: list[bytes]) -> list[dict[str, str]]:
        gevraagd.append(len(inhouden))
        return [{"fout": "beschadigd"} for _ in inhouden]

    monkeypatch.setattr("wiktool.invoer.brief.pdf.vraag", vraag)
    monkeypatch.setattr(briefbestand, "_SAMEN_BYTES", 10_000)
    (tmp_path / "groot.pdf").write_bytes(b"%PDF-1.7" + b" " * 6_000 + b"%%EOF")
    (tmp_path / "brief.txt").write_text(ZIN)
    groot, tekst = (str(tmp_path / naam) for naam in ("groot.pdf", "brief.txt"))
    gelezen = [pad for pad, _ in lees_brieven([groot, tekst, groot, groot, tekst])]
    assert gelezen == [groot, tekst, groot, groot, tekst]
    assert gevraagd == [2, 1]


def test_the_kind_can_be_given() -> None:
    assert lees_brief_bytes(b"**x**", soort=Bestandssoort.MARKDOWN).alineas[0].tekst == "x"


@pytest.mark.parametrize("soort", list(Bestandssoort))
def test_standard_input(
    voorbeelden: dict[str, bytes], soort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inhoud = voorbeelden[soort]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(inhoud)))
    assert ZIN in lees_brief("-").tekst


def test_an_error_on_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\0\1\2")))
    with pytest.raises(BestandFout, match=r"standaardinvoer: .*binair"):
        lees_brief("-")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding", "doe"),
    [
        ("brief.doc", OLE + "WordDocument".encode("utf-16-le"), "oud Word-bestand", ".docx"),
        ("brief.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord", "wachtwoord"),
        ("b.msg", OLE + "__properties_version1.0".encode("utf-16-le"), "Outlook", ".eml"),
        ("b.xls", OLE, "oud Office-bestand", ".docx"),
        ("b.doc", OLE[:4] + b"x", "beschadigd", "bewaar"),
        ("b.rtf", rb"{\rtf1 tekst}", "RTF", ".docx"),
        ("b.jpg", b"\xff\xd8\xff\xe0", "afbeelding", "OCR"),
        ("b.heic", b"\0\0\0\x18ftypheic", "afbeelding", "OCR"),
        ("b.xml", b"<?xml version='1.0'?><x/>", "XML-bestand", ".docx"),
        (
            "b.xml",
            b'<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema">',
            "UBL-factuur",
            ".docx",
        ),
        ("b.zip", zipfile, "zip-bestand", "pak het uit"),
        ("b.xlsx", "xl/workbook.xml", "Excel", ".docx"),
        ("b.pptx", "ppt/presentation.xml", "PowerPoint", ".docx"),
        ("b.pages", "Index/Document.iwa", "Pages", ".docx"),
        ("b.docx", b"gewone tekst", "geen .docx-bestand", "uitgang"),
        ("b.pdf", b"gewone tekst", "geen .pdf-bestand", "uitgang"),
        ("b.csv", b"a;b", "onbekend soort bestand: «.csv»", ".txt"),
        ("b.docx", b"PK\x03\x04", "beschadigd", "bewaar"),
        ("b.docx", "[Content_Types].xml", "beschadigd", "bewaar"),
        ("b.html", b"<html></html>", "onleesbaar: geen tekst", "OCR"),
    ],
)
def test_what_is_refused_says_what_it_is_and_what_to_do(
    naam: str,
    inhoud: object,
    melding: str,
    doe: str,
    maak_zip: Callable[..., bytes],
) -> None:
    if inhoud is zipfile:
        inhoud = maak_zip({"a.txt": "x"})
    elif isinstance(inhoud, str):
        inhoud = maak_zip({inhoud: "x"})
    assert isinstance(inhoud, bytes)
    with pytest.raises(BestandFout) as fout:
        lees_brief_bytes(inhoud, naam=naam)
    assert melding in fout.value.melding
    assert doe in fout.value.doe


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    leeg = tmp_path / "leeg.txt"
    leeg.touch()
    pijp = tmp_path / "pijp.txt"
    os.mkfifo(pijp)
    for pad, melding in (
        (tmp_path / "weg.docx", "niet gevonden"),
        (tmp_path, "map"),
        (leeg, "leeg"),
        (pijp, "geen gewoon bestand"),
        (Path("/dev/zero"), "geen gewoon bestand"),
        (Path("a\0b"), "geen bestandsnaam"),
    ):
        with pytest.raises(BestandFout, match=melding):
            lees_brief(pad)


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    pad = tmp_path / "dicht.txt"
    pad.write_text("x")
    monkeypatch.setattr(Path, "open", weiger)
    with pytest.raises(BestandFout, match="toestemming"):
        lees_brief(pad)


def test_a_pipe_of_the_shell_is_read(tmp_path: Path) -> None:
    lezen, schrijven = os.pipe()
    with os.fdopen(schrijven, "wb") as pijp:
        pijp.write(ZIN.encode())
    try:
        assert lees_brief(f"/dev/fd/{lezen}").tekst == ZIN
    finally:
        os.close(lezen)


def test_the_error_names_the_file_and_the_attachment(tmp_path: Path) -> None:
    pad = tmp_path / "mail.eml"
    pad.write_bytes(
        b"Subject: x\r\nContent-Type: application/pdf; name=scan.pdf\r\n\r\n%PDF-1.7 kapot"
    )
    with pytest.raises(BestandFout) as fout:
        lees_brief(pad)
    assert str(fout.value).startswith(f"{pad}, bijlage «scan.pdf»: ")


def test_a_fifty_megabyte_text_is_refused(tmp_path: Path) -> None:
    pad = tmp_path / "groot.txt"
    with pad.open("wb") as bestand:
        bestand.write(b"Geachte heer Jansen,\n")
        bestand.truncate(grenzen.BESTAND + 1)
    with pytest.raises(BestandFout, match="50 MB"):
        lees_brief(pad)


P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
MILJARD = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "' + f"&a{n - 1};" * 10 + '">' for n in range(1, 10))
    + "]>"
)


def met_hoofddeel(docx: bytes, maak_zip: Callable[..., bytes], inhoud: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as pakket:
        delen: dict[str, bytes] = {naam: pakket.read(naam) for naam in pakket.namelist()}
    return maak_zip(delen | {"word/document.xml": inhoud})


@pytest.mark.parametrize("codering", ["utf-8", "utf-16"])
def test_entities_are_not_expanded(
    maak_docx: Callable[..., bytes], maak_zip: Callable[..., bytes], codering: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(maak_docx(P.format("&a9;")))) as pakket:
        romp = pakket.read("word/document.xml").decode()
    kop = f'<?xml version="1.0" encoding="{codering}"?>'
    with pytest.raises(BestandFout, match="DOCTYPE"):
        lees_brief_bytes(
            met_hoofddeel(maak_docx(""), maak_zip, (kop + MILJARD + romp).encode(codering))
        )


@pytest.mark.parametrize(
    ("romp", "melding"),
    [
        (P.format(" " * (grenzen.XMLDEEL + 1)), "te groot"),
        (P.format("a" * (grenzen.TEKENS + 1)), "tekens"),
        ("<w:sdt>" * 300, "diep genest"),
        ("<w:tbl><w:tr><w:tc>" * 30 + P + "</w:tc></w:tr></w:tbl>" * 30, "diep genest"),
        ("<w:p/>" * grenzen.XML_LABELS, "meer opmaak"),
        ("<w:p>", "beschadigd"),
    ],
)
def test_word_files_that_are_refused(
    maak_docx: Callable[..., bytes], romp: str, melding: str
) -> None:
    with pytest.raises(BestandFout, match=melding):
        lees_brief_bytes(maak_docx(romp))


def test_a_zip_directory_is_added_up_but_not_believed(
    maak_zip: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BestandFout, match="5000 onderdelen"):
        Pakket(b"PK\x05\x06" + bytes(6) + (5001).to_bytes(2, "little") + bytes(10))
    eerlijk = maak_zip({"a": b"x" * 5_000})
    liegt = eerlijk.replace((5_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert Pakket(liegt).deel("a") == b"x" * 5_000
    with pytest.raises(BestandFout, match="te groot"):
        Pakket(liegt).deel("a", grens=4_999)
    vals = eerlijk.replace(zlib.crc32(b"x" * 5_000).to_bytes(4, "little"), b"fout")
    with pytest.raises(BestandFout, match="beschadigd"):
        Pakket(vals).deel("a")
    zip64 = liegt.replace((10).to_bytes(4, "little"), b"\xff" * 4)
    with pytest.raises(BestandFout, match="zip64"):
        Pakket(zip64)
    assert Pakket(b"vooraf" + eerlijk).deel("a") == b"x" * 5_000
    monkeypatch.setattr(grenzen, "UITGEPAKT", 4_999)
    with pytest.raises(BestandFout, match="uitgepakt meer"):
        Pakket(eerlijk)
    monkeypatch.setattr(grenzen, "UITGEPAKT", 5_000)
    pakket = Pakket(eerlijk, samen=9_999)
    assert pakket.deel("A") == b"x" * 5_000
    with pytest.raises(BestandFout, match="te groot"):
        pakket.deel("a")
    assert pakket.deel("b") is None


def test_what_a_part_says_is_remembered_but_counts_and_is_checked_again(
    maak_zip: Callable[..., bytes],
) -> None:
    gelezen: list[bytes] = []

    def duid(inhoud: bytes, waar: str) -> str:
        gelezen.append(inhoud)
        return waar + inhoud[:1].decode()

    brief = maak_zip({"a": b"x" * 5_000, "b": b"y"})
    pakket = Pakket(brief, samen=10_001)
    assert pakket.geduid("a", duid, "hier ") == "hier x"
    assert pakket.geduid("A", duid, "hier ") == "hier x"
    assert gelezen == [b"x" * 5_000]
    assert pakket.geduid("a/b", duid, "") is None
    assert pakket.geduid("b", duid, "daar ") == "daar y"
    with pytest.raises(BestandFout, match="te groot"):
        pakket.geduid("a", duid, "hier ")
    assert len(gelezen) == 2
    vals = brief.replace(zlib.crc32(b"x" * 5_000).to_bytes(4, "little"), b"fout")
    with pytest.raises(BestandFout, match="beschadigd"):
        Pakket(vals).geduid("a", duid, "hier ")
    anders = maak_zip({"a": b"z" * 5_000})
    assert Pakket(anders).geduid("a", duid, "hier ") == "hier z"


def test_a_large_part_is_not_remembered(maak_zip: Callable[..., bytes]) -> None:
    gelezen: list[int] = []
    brief = maak_zip({"a": random.Random(1).randbytes(100_001)})
    for _ in range(2):
        Pakket(brief).geduid("a", lambda inhoud: gelezen.append(len(inhoud)))
    assert gelezen == [100_001, 100_001]


def test_zip_files_with_a_password_or_an_odd_compression() -> None:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_BZIP2) as pakket:
        pakket.writestr("a", "x")
    with pytest.raises(BestandFout, match="beschadigd"):
        Pakket(doel.getvalue()).deel("a")
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as pakket:
        pakket.writestr("a", "x")
    ruw = bytearray(doel.getvalue())
    ruw[ruw.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BestandFout, match="wachtwoord"):
        Pakket(bytes(ruw)).deel("a")


def verminkt(inhoud: bytes, dobbel: random.Random) -> bytes:
    """The same bytes broken off, with bits turned over, or with a piece gone or doubled."""
    ruw = bytearray(inhoud)
    plek = dobbel.randrange(len(ruw))
    lengte = dobbel.randrange(1, 60)
    match dobbel.randrange(4):
        case 0:
            del ruw[plek:]
        case 1:
            for _ in range(dobbel.choice((1, 3, 20))):
                ruw[dobbel.randrange(len(ruw))] ^= 1 << dobbel.randrange(8)
        case 2:
            del ruw[plek : plek + lengte]
        case _:
            ruw[plek:plek] = ruw[plek : plek + lengte] * dobbel.choice((1, 5, 50))
    return bytes(ruw)


def varianten(
    inhoud: bytes, dobbel: random.Random, maak_zip: Callable[..., bytes], aantal: int
) -> Iterator[bytes]:
    """Damaged copies; of a zip file every other one is whole with a damaged part inside."""
    for nummer in range(aantal):
        if inhoud[:2] != b"PK" or nummer % 2:
            yield verminkt(inhoud, dobbel)
            continue
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
        naam = dobbel.choice(list(delen))
        yield maak_zip(delen | {naam: verminkt(delen[naam], dobbel)})


@pytest.mark.parametrize("soort", list(Bestandssoort))
def test_damaged_files_give_a_letter_or_one_of_our_errors(
    voorbeelden: dict[str, bytes], soort: str, maak_zip: Callable[..., bytes]
) -> None:
    dobbel = random.Random(2016_2704)
    for inhoud in varianten(voorbeelden[soort], dobbel, maak_zip, 250):
        try:
            brief = lees_brief_bytes(inhoud, naam=f"brief.{soort}")
        except WiktoolFout as fout:
            assert fout.melding  # noqa: PT017 - either outcome will do, a crash will not
        else:
            assert brief.tekst.encode()
