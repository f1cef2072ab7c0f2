"""Pdf letters: paragraphs, rows and pages put together again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import typst
from tests.invoer.brief.hulp_pdf import MaakPdf, lees, teksten

from wiktool.invoer.brief import grenzen, pdf
from wiktool.invoer.brief.pdfregels import lijm
from wiktool.invoer.briefbestand import lees_brief_bytes
from wiktool.kern.brieftekst import Rol
from wiktool.kern.fouten import BestandFout

Regel = tuple[float, float, str]
BOVEN = 780.0
REGEL = 14.0


def onder_elkaar(*teksten: str, x: float = 70, y: float = BOVEN) -> list[Regel]:
    return [(x, y - nummer * REGEL, tekst) for nummer, tekst in enumerate(teksten)]


LANG = "U hebt de onderstaande factuur ondanks onze herinnering nog niet betaald en"


def test_lines_at_the_usual_distance_are_one_paragraph(maak_pdf: MaakPdf) -> None:
    assert teksten(
        maak_pdf(
            [
                *onder_elkaar(LANG, "daarom ontvangt u deze brief.", y=700),
                *onder_elkaar("Hoogachtend", y=650),
            ]
        )
    ) == [f"{LANG}\ndaarom ontvangt u deze brief.", "Hoogachtend"]


def test_a_line_broken_off_early_ends_a_paragraph_before_a_capital(maak_pdf: MaakPdf) -> None:
    regels = ("Betaal op tijd", f"Betaal {LANG}", "Besluit vergoeding", "en verder,", "Van hier")
    assert teksten(maak_pdf(onder_elkaar(*regels))) == [
        "Betaal op tijd",
        f"Betaal {LANG}\nBesluit vergoeding\nen verder,\nVan hier",
    ]


def test_a_frame_drawn_last_is_read_where_it_stands(maak_pdf: MaakPdf) -> None:
    romp = [(70.0, 780.0, "Briefhoofd"), *onder_elkaar(LANG, LANG, LANG, y=600)]
    adres = [(70.0, 720.0, "J. Jansen"), (70.0, 706.0, "Kerkstraat 2")]
    datum = [(400.0, 720.0, "21 november 2026")]
    voet = [(70.0, 100.0, "Slot")]
    assert teksten(maak_pdf([*voet, *romp, *adres, *datum])) == [
        "Briefhoofd",
        "J. Jansen\nKerkstraat 2",
        "21 november 2026",
        f"{LANG}\n{LANG}\n{LANG}",
        "Slot",
    ]


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_its_text_stands(maak_pdf: MaakPdf, draai: int) -> None:
    brief = maak_pdf(
        [*onder_elkaar("Betaal binnen veer-", "tien dagen."), (70, 700, "Som"), (400, 700, "€ 40")],
        draai=draai,
    )
    assert teksten(brief) == ["Betaal binnen veertien\ndagen.", "Som\t€ 40"]


def test_rows_with_a_second_line_stay_below_what_was_drawn_before(maak_pdf: MaakPdf) -> None:
    """Every row goes back up beside its first cell; the head of the letter stays the head."""
    rijen = [
        *onder_elkaar("2026-0017", "Behandeling juli", y=700),
        (300.0, 700.0, "01-08-2026"),
        *onder_elkaar("2026-0023", "Behandeling augustus", y=665),
        (300.0, 665.0, "01-09-2026"),
    ]
    kop, slot = onder_elkaar("De Linde", "20 november 2026"), onder_elkaar(*[LANG] * 6, y=620)
    gelezen = "\n".join(teksten(maak_pdf([*kop, *rijen, *slot]))).split("\n")
    assert gelezen[:6] == [
        *("De Linde", "20 november 2026", "2026-0017", "Behandeling juli", "01-08-2026"),
        "2026-0023",
    ]


def test_rows_with_a_second_line_keep_their_order_below_a_long_head(maak_pdf: MaakPdf) -> None:
    """The head has more lines than any row, and than what comes after the table."""
    kop = onder_elkaar(*[f"Regel {nummer}." for nummer in range(1, 9)], y=800)
    rijen = [
        stuk
        for nummer, y in enumerate((640, 600, 560), start=1)
        for stuk in (
            *onder_elkaar(f"2026-000{nummer}", "Behandeling", y=y),
            (300.0, float(y), f"0{nummer}-08-2026"),
            (450.0, float(y), "€ 40,00"),
        )
    ]
    slot = onder_elkaar("Totaal", y=500)
    gelezen = "\n".join(teksten(maak_pdf([*kop, *rijen, *slot]))).split("\n")
    assert gelezen[8:] == [
        *("2026-0001", "Behandeling", "01-08-2026\t€ 40,00"),
        *("2026-0002", "Behandeling", "02-08-2026\t€ 40,00"),
        *("2026-0003", "Behandeling", "03-08-2026\t€ 40,00"),
        "Totaal",
    ]


def test_a_row_beside_longer_lines_is_no_rest_of_theirs(maak_pdf: MaakPdf) -> None:
    """What stands over the width of the page has no cells to its right: a frame drawn last."""
    romp = onder_elkaar("Geachte heer,", LANG, LANG, LANG, LANG, y=600)
    kader = [(300.0, 700.0, "Datum"), (450.0, 700.0, "21 november 2026")]
    assert teksten(maak_pdf([*romp, *kader]))[0] == "Datum\t21 november 2026"


def test_rows_of_a_table_in_any_order_within_the_row(maak_pdf: MaakPdf) -> None:
    brief = maak_pdf(
        [
            (70, 700, "2026-0017"),
            (200, 700, "1 augustus 2026"),
            (400, 700, "€ 1.210,00"),
            (400, 680, "€ 40,00"),
            (70, 680, "2026-0018"),
        ]
    )
    assert lees(brief) == [
        ("2026-0017\t1 augustus 2026\t€ 1.210,00", Rol.TABEL, 1),
        ("2026-0018\t€ 40,00", Rol.TABEL, 1),
    ]


def test_a_sentence_ends_the_paragraph_where_its_line_is_short_or_the_next_indents(
    maak_pdf: MaakPdf,
) -> None:
    brief = maak_pdf(
        [
            *onder_elkaar(LANG, "dat is alles.", LANG, f"{LANG}."),
            (90, BOVEN - 4 * REGEL, "Ingesprongen begin"),
        ]
    )
    assert teksten(brief) == [
        f"{LANG}\ndat is alles.",
        f"{LANG}\n{LANG}.",
        "Ingesprongen begin",
    ]


def test_lists_with_bullets_numbers_and_dashes(maak_pdf: MaakPdf) -> None:
    regels = onder_elkaar("1. een", "2. twee", "- drie", f"{LANG} niet", "- maar zo -", x=90)
    bolletje = [(70.0, BOVEN - 5 * REGEL, "•"), (90.0, BOVEN - 5 * REGEL, "vier")]
    los = [(90.0, BOVEN - 6 * REGEL, "vijf"), (90.0, BOVEN - 7 * REGEL, "zes")]
    tekens = [(70.0, BOVEN - 6 * REGEL, "•"), (70.0, BOVEN - 7 * REGEL, "12.")]
    assert teksten(maak_pdf(regels + bolletje + los + tekens)) == [
        "1. een",
        "2. twee",
        "- drie",
        f"{LANG} niet\n- maar zo -",
        "• vier",
        "• vijf",
        "12. zes",
    ]


def test_a_sentence_runs_on_in_the_next_column(maak_pdf: MaakPdf) -> None:
    links = onder_elkaar("Eerste kolom loopt door tot", "onderaan en gaat dan")
    rechts = onder_elkaar("verder in de tweede.", x=320)
    assert teksten(maak_pdf([*links, *rechts, (70, 600, "Nieuw")])) == [
        "Eerste kolom loopt door tot\nonderaan en gaat dan\nverder in de tweede.",
        "Nieuw",
    ]


def test_another_type_size_stands_apart(maak_pdf: MaakPdf) -> None:
    groot = b"BT /F1 20 Tf 70 792 Td (Aanmaning) Tj ET\n"
    assert teksten(maak_pdf(onder_elkaar("Geachte heer Jansen,"), extra=groot)) == [
        "Aanmaning",
        "Geachte heer Jansen,",
    ]


def test_a_paragraph_runs_on_over_the_page_and_running_heads_come_once(maak_pdf: MaakPdf) -> None:
    def bladzijde(nummer: int, *regels: str) -> Sequence[Regel]:
        return [
            (70, 810, "Praktijk De Linde"),
            *onder_elkaar(*regels, y=500),
            (70, 60, f"Bladzijde {nummer} van 2"),
        ]

    assert lees(maak_pdf(bladzijde(1, LANG, LANG), bladzijde(2, "tot slot dit.", "Groet"))) == [
        ("Praktijk De Linde", Rol.KOPTEKST, 1),
        (f"{LANG}\n{LANG}\ntot slot dit.", Rol.HOOFDTEKST, 1),
        ("Groet", Rol.HOOFDTEKST, 2),
        ("Bladzijde 1 van 2", Rol.VOETTEKST, 1),
        ("Bladzijde 2 van 2", Rol.VOETTEKST, 2),
    ]


def test_the_lowest_strip_of_a_single_page_is_a_footer(maak_pdf: MaakPdf) -> None:
    assert lees(maak_pdf([(70, 700, "tekst"), (70, 30, "KvK 12345678")]))[1][1] is Rol.VOETTEKST


def test_text_aslant_is_apart_and_text_outside_the_page_is_not_read(maak_pdf: MaakPdf) -> None:
    schuin = b"BT /F1 40 Tf .7 .7 -.7 .7 100 300 Tm (CONCEPT) Tj ET\n"
    brief = maak_pdf([*onder_elkaar(LANG, LANG), (2000, 500, "buiten")], extra=schuin)
    assert lees(brief) == [
        (f"{LANG}\n{LANG}", Rol.HOOFDTEKST, 1),
        ("CONCEPT", Rol.TEKSTVAK, 1),
    ]


@pytest.mark.parametrize(
    ("gebroken", "heel"),
    [
        ("veer\ufffe\ntien dagen", "veertien\ndagen"),
        ("veer\u00ad\ntien dagen", "veertien\ndagen"),
        ("veer-\ntien", "veertien"),
        ("veer\u2010\ntien", "veertien"),
        ("de 14\ufffe\ndaagse termijn", "de 14-daagse\ntermijn"),
        ("een e-\nmail", "een e-mail"),
        ("het BTW-\nbedrag", "het BTW-bedrag"),
        ("in Noord-\nHolland", "in Noord-Holland"),
        ("nummer D-2026-\n17", "nummer D-2026-17"),
        ("incasso-\nen rente", "incasso-\nen rente"),
        ("incasso\ufffe\nof rente", "incasso-\nof rente"),
        ("een streep -\nen verder", "een streep -\nen verder"),
        ("een\ntwee", "een\ntwee"),
        ("slot-", "slot-"),
        ("-\nx", "-\nx"),
    ],
)
def test_hyphens_at_the_line_end(gebroken: str, heel: str) -> None:
    assert lijm(gebroken) == heel


TYPST = """
#set page(paper: "a4", footer: context counter(page).display("1/1", both: true))
#set text(lang: "nl", size: 11pt, hyphenate: true)
#set par(justify: true)
Geachte heer Jansen,

#[Betaalt u niet binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd, dan bent u
buitengerechtelijke incassokosten verschuldigd. De officiële 14-daagse termijn is financieel
afgestemd op efficiënte afhandeling. ] * 3

#table(columns: 3, [Factuur], [Vervaldatum], [Bedrag],
  [2026-0017], [31 augustus 2026], [€ 1.210,00])
""".replace(" * 3", "")


def test_a_letter_as_typst_sets_it() -> None:
    gelezen = lees(typst.compile(TYPST.encode()))
    tekst = gelezen[1][0].replace("\n", " ")
    assert "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd" in tekst
    assert "buitengerechtelijke incassokosten verschuldigd" in tekst
    assert "officiële 14-daagse termijn is financieel afgestemd op efficiënte" in tekst
    assert [regel[:2] for regel in gelezen[2:]] == [
        ("Factuur\tVervaldatum\tBedrag", Rol.TABEL),
        ("2026-0017\t31 augustus 2026\t€ 1.210,00", Rol.TABEL),
        ("1/1", Rol.VOETTEKST),
    ]


def test_stretched_lines_are_prose_not_rows() -> None:
    bron = (
        "#set page(width: 8cm, height: 6cm, margin: 5mm)\n"
        '#set par(justify: true)\n#set text(lang: "nl")\n'
        "Incassokosten vorderingenoverzicht betalingsverplichting aansprakelijkheid verschuldigd."
    )
    assert {rol for _, rol, _ in lees(typst.compile(bron.encode()))} <= {
        Rol.HOOFDTEKST,
        Rol.VOETTEKST,
    }


def beeld(maak_pdf: MaakPdf, *bladzijden: list[Regel]) -> bytes:
    """A page that holds a filled square: something to see, nothing to read."""
    return maak_pdf(*bladzijden, extra=b"0 0 100 100 re f\n")


def test_a_scan_without_text_is_unreadable(maak_pdf: MaakPdf) -> None:
    with pytest.raises(BestandFout, match="onleesbaar: geen tekst") as fout:
        lees_brief_bytes(beeld(maak_pdf, []))
    assert "OCR" in fout.value.doe


def test_a_page_that_is_a_picture_is_named_and_an_empty_page_is_not(maak_pdf: MaakPdf) -> None:
    brief = pdf.lees(beeld(maak_pdf, [(70, 700, "tekst")], []))
    assert brief.ongelezen == ("bladzijde 2 is een afbeelding zonder tekst en is niet gelezen",)
    assert pdf.lees(maak_pdf([(70, 700, "tekst")], [])).ongelezen == ()


@pytest.mark.parametrize(
    ("vreemd", "zinnen"),
    [
        ("\x03\x04\x05", 0),
        ("\x03\x04\x05\x06", 1),
        ("\ue001\ue002\ufffd\x1c", 1),
        ("\uf0b7\uf0b7\uf0b7\uf0b7", 0),
    ],
)
def test_letters_without_meaning_are_named(vreemd: str, zinnen: int) -> None:
    def blad(*regels: str) -> dict[str, object]:
        plekken = ([tekst, 700, 7000, 2000, 7100, False] for tekst in regels)
        return {
            "onder": 0.0, "boven": 842.0, "leeg": False, "ingevuld": False, "regels": [*plekken]
        }  # fmt: skip

    gewoon = "Betaal binnen veertien dagen."
    assert len(pdf._ongelezen([blad(gewoon, vreemd)])) == zinnen
    assert pdf.bouw_op([blad(vreemd, gewoon)])[-1].tekst.endswith(gewoon)
    if zinnen:
        with pytest.raises(BestandFout, match="geen betekenis"):
            pdf._ongelezen([blad(vreemd * 6, gewoon)])


@pytest.mark.parametrize("soort", [b"FreeText", b"Widget/FT/Tx"])
def test_filled_in_fields_are_read_where_they_stand(maak_pdf: MaakPdf, soort: bytes) -> None:
    inhoud = b"BT /F1 11 Tf 0 5 Td (veertien) Tj ET"
    brief = maak_pdf(
        [(70, 700, "Betaal binnen"), (185, 700, "dagen na"), (70, 600, "Slot")],
        aantekeningen=b"/Annots[<</Type/Annot/Subtype/%s/Rect[142 695 182 712]/F 4"
        b"/AP<</N 6 0 R>>>>]" % soort,
        objecten_erbij=[
            b"<</Type/XObject/Subtype/Form/BBox[0 0 40 17]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Length %d>>stream\n%s\nendstream" % (len(inhoud), inhoud)
        ],
    )
    assert teksten(brief)[0] == "Betaal binnen veertien dagen na"


def versleuteld(maak_pdf: MaakPdf) -> bytes:
    slot = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<41><41>]" % (
        b"41" * 32,
        b"42" * 32,
    )
    return maak_pdf([(70, 700, "geheim")]).replace(b"/Root 1 0 R", b"/Root 1 0 R" + slot)


def test_pdf_files_that_are_refused(maak_pdf: MaakPdf, monkeypatch: pytest.MonkeyPatch) -> None:
    heel = maak_pdf([(70, 700, "tekst")])
    with pytest.raises(BestandFout, match="wachtwoord"):
        pdf.lees(versleuteld(maak_pdf))
    for kapot in (heel[: len(heel) // 2], b"%PDF-1.7\n%%EOF", b"%PDF-"):
        with pytest.raises(BestandFout, match="beschadigd"):
            pdf.lees(kapot)
    with pytest.raises(BestandFout, match="200 bladzijden"):
        pdf.lees(maak_pdf(*[[] for _ in range(grenzen.BLADZIJDEN + 1)]))
    with pytest.raises(BestandFout, match="tekens"):
        pdf.lees(maak_pdf(*[onder_elkaar(*["a" * 900] * 60)] * 10))
