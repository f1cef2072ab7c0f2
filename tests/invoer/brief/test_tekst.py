"""Plain text and Markdown: paragraphs, rows and quotations, each with its line."""

from __future__ import annotations

import pytest

from wiktool.invoer.brief import markdown, tekst
from wiktool.invoer.brief.grenzen import TEKENS, TEKSTBESTAND
from wiktool.kern.brieftekst import Brieftekst, Rol
from wiktool.kern.fouten import BestandFout


def plat(brief: Brieftekst) -> list[tuple[int | None, Rol, str]]:
    return [(a.regel, a.rol, a.tekst) for a in brief.alineas]


def lees(inhoud: str) -> list[tuple[int | None, Rol, str]]:
    return plat(tekst.lees(inhoud.encode()))


def lees_md(inhoud: str) -> list[tuple[int | None, Rol, str]]:
    return plat(markdown.lees(inhoud.encode()))


def test_paragraphs_between_blank_lines_with_their_first_line() -> None:
    assert lees("\n\nGeachte heer,\n\n  Betaal binnen\nveertien dagen.\n \t\nGroet\n") == [
        (3, Rol.HOOFDTEKST, "Geachte heer,"),
        (5, Rol.HOOFDTEKST, "Betaal binnen\nveertien dagen."),
        (8, Rol.HOOFDTEKST, "Groet"),
    ]


def test_lines_that_nobody_broke_off_are_paragraphs() -> None:
    lang = "Wij verzoeken u dit bedrag te betalen. " * 5
    assert [regel for regel, _, _ in lees(f"J. Jansen\nKerkstraat 2\n{lang}\n{lang}\nGroet")] == [
        1,
        3,
        4,
        5,
    ]
    assert len(lees(f"zie\nhttps://x.example/{'a' * 200}\nen")) == 1
    assert len(lees_md(f"{lang}\n{lang}")) == 1


def test_quoted_lines_stand_apart() -> None:
    assert lees("Wij schreven:\n> betaal binnen\n>> 7 dagen\n>\n> anders\nDat geldt niet.") == [
        (1, Rol.HOOFDTEKST, "Wij schreven:"),
        (2, Rol.CITAAT, "betaal binnen\n7 dagen"),
        (5, Rol.CITAAT, "anders"),
        (6, Rol.HOOFDTEKST, "Dat geldt niet."),
    ]


@pytest.mark.parametrize(
    "tabel",
    [
        "Factuur      Datum      Bedrag\n17      1-8-2026      € 1.210,00",
        "Factuur\tDatum\tBedrag\n17\t1-8-2026\t1.210,00 EUR",
        "| Factuur | Datum | Bedrag |\n|---|---|---|\n| 17 | 1-8-2026 | € 40,- |",
        "Factuur   Datum   Bedrag\n-------   -----   ------\n17   1-8-2026   1210",
        "+----+----+----+\n| Factuur | Datum | Bedrag |\n+====+====+====+\n| 17 | x | 40 |\n+----+",
    ],
)
def test_drawn_tables_become_rows(tabel: str) -> None:
    gelezen = lees(f"Hieronder de facturen:\n{tabel}\nBetaal dit.")
    assert [(rol, regel.count("\t")) for _, rol, regel in gelezen] == [
        (Rol.HOOFDTEKST, 0),
        (Rol.TABEL, 2),
        (Rol.TABEL, 2),
        (Rol.HOOFDTEKST, 0),
    ]


@pytest.mark.parametrize(
    "regel",
    ["Betaal dit.  Doe het nu 40", "1.\tBetaal binnen veertien dagen", "a  b  17", "Groet   Jan"],
)
def test_prose_is_no_table(regel: str) -> None:
    assert lees(f"{regel}\nen zo verder")[0][2].count("\n") == 1


def test_a_line_of_dashes_parts_paragraphs() -> None:
    assert [tekst_ for _, _, tekst_ in lees("een\n-----\ntwee")] == ["een", "twee"]


@pytest.mark.parametrize(
    "codering",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(codering: str, regeleinde: str) -> None:
    brief = regeleinde.join(("Geachte mevrouw Noë,", "", "Betaal € 40,00 – één keer."))
    assert plat(tekst.lees(brief.encode(codering))) == [
        (1, Rol.HOOFDTEKST, "Geachte mevrouw Noë,"),
        (3, Rol.HOOFDTEKST, "Betaal € 40,00 – één keer."),
    ]


@pytest.mark.parametrize(
    "inhoud", [b"abc\0def", bytes(range(256)) * 4, b"\x1f\x8b\x08\x01\x02\x03" * 50]
)
def test_binary_is_refused(inhoud: bytes) -> None:
    with pytest.raises(BestandFout, match="binair") as fout:
        tekst.lees(inhoud)
    assert ".docx" in fout.value.doe


def test_a_byte_order_mark_that_lies() -> None:
    with pytest.raises(BestandFout, match="UTF-8"):
        tekst.lees(b"\xef\xbb\xbfGeachte \xff heer")


def test_the_old_end_of_file_sign_is_no_text() -> None:
    assert lees("Groet\x1a") == [(1, Rol.HOOFDTEKST, "Groet")]


@pytest.mark.parametrize(
    ("inhoud", "past"),
    [
        ("a" * TEKENS, True),
        ("a" * (TEKENS + 1), False),
        (" " * (2 * TEKENS) + "a", False),
        (" " * TEKSTBESTAND + "a", False),
    ],
)
def test_size_below_on_and_above_the_limit(inhoud: str, past: bool) -> None:
    for lees_ in (tekst.lees, markdown.lees):
        if past:
            assert len(lees_(inhoud.encode()).alineas) == 1
        else:
            with pytest.raises(BestandFout, match=r"500\.000 tekens"):
                lees_(inhoud.encode())


def test_markdown_marks_are_taken_off() -> None:
    assert lees_md(
        "---\ntitel: x\n---\n# Aan**man**ing #\nGeachte heer _Jansen_,<br>\n"
        "betaal <!-- niet --> **binnen *veertien* dagen**\\\nop [deze rekening](https://x.example)."
    ) == [
        (4, Rol.HOOFDTEKST, "Aanmaning #"),
        (
            5,
            Rol.HOOFDTEKST,
            "Geachte heer Jansen,\nbetaal  binnen veertien dagen\nop deze rekening.",
        ),
    ]


def test_markdown_tables_quotations_code_and_lists() -> None:
    assert lees_md(
        "| Factuur | Bedrag |\n| --- | ---: |\n| 17 | € 40,00 |\n\n> eerder:\n> 7 dagen\n\n"
        "```\ncode\n```\n[1]: https://x.example\n* een\n* twee\n\nKop\n===\nna\n"
        "<!-- een\ntwee -->\nx"
    ) == [
        (1, Rol.TABEL, "Factuur\tBedrag"),
        (3, Rol.TABEL, "17\t€ 40,00"),
        (5, Rol.CITAAT, "eerder:\n7 dagen"),
        (9, Rol.HOOFDTEKST, "code"),
        (12, Rol.HOOFDTEKST, "een\ntwee"),
        (15, Rol.HOOFDTEKST, "Kop"),
        (17, Rol.HOOFDTEKST, "na"),
        (20, Rol.HOOFDTEKST, "x"),
    ]


@pytest.mark.parametrize(
    "begin", ["---\ntitel: x\n\ntekst", "---\n" + "a: b\n" * 70 + "---\n", "---"]
)
def test_a_rule_is_no_metadata(begin: str) -> None:
    assert len(lees_md(f"{begin}\n\nslot")) == begin.count("\n\n") + (":" in begin) + 1


@pytest.mark.parametrize(
    "tekst_",
    ["2 * 3 * 4", "snake_case", "handtekening: ______", r"\*ster\*"],
)
def test_signs_that_are_no_emphasis_stay(tekst_: str) -> None:
    assert lees_md(tekst_)[0][2] == tekst_.replace("\\", "")
