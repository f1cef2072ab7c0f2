"""OpenDocument letters, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wiktool.invoer.brief import odt
from wiktool.kern.brieftekst import Rol
from wiktool.kern.fouten import BestandFout

MaakOdt = Callable[..., bytes]


def p(tekst: str, stijl: str = "") -> str:
    return f'<text:p text:style-name="{stijl}">{tekst}</text:p>'


def teksten(inhoud: bytes) -> list[str]:
    return [alinea.tekst for alinea in odt.lees(inhoud).alineas]


@pytest.mark.parametrize(
    ("binnen", "gelezen"),
    [
        ("Betaal <text:span>binnen</text:span> 14 dagen", "Betaal binnen 14 dagen"),
        ('a<text:s text:c="3"/>b', "a   b"),
        ('a<text:s text:c="99999999"/>b', "a" + " " * 1000 + "b"),
        ('a<text:s text:c="x"/>b', "a b"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a\n   b", "a b"),
        ("<text:a>hier</text:a> staat", "hier staat"),
        ("<text:date>21-11-2026</text:date>", "21-11-2026"),
        ("beta\u00adlen", "betalen"),
        ("a<office:annotation><text:p>nee</text:p></office:annotation>b", "ab"),
        ('a<text:hidden-text text:is-hidden="true">nee</text:hidden-text>b', "ab"),
        ('a<text:hidden-text text:is-hidden="false">ja</text:hidden-text>b', "ajab"),
        ('<text:hidden-paragraph text:is-hidden="true"/>nee', None),
        (("<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>x</text:ruby-text>"
         "</text:ruby>"), "a"),
    ],
)  # fmt: skip
def test_inside_a_paragraph(maak_odt: MaakOdt, binnen: str, gelezen: str | None) -> None:
    assert teksten(maak_odt(p(binnen))) == ([gelezen] if gelezen else [])


def test_tracked_deletions_sections_and_hidden_styles(maak_odt: MaakOdt) -> None:
    stijl = '<style:style style:name="{}" {}>{}</style:style>'
    geheim = '<style:text-properties text:display="none"/>'
    brief = maak_odt(
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + p("nee")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + '<text:section text:display="none">'
        + p("nee")
        + "</text:section><text:section>"
        + p("ja")
        + "</text:section>"
        + p("nee", "Geheim")
        + p("nee", "Kind")
        + p("toch", "Zichtbaar")
        + p('ja<text:span text:style-name="Geheim">nee</text:span>'),
        automatisch=stijl.format("Kind", 'style:parent-style-name="Geheim"', "")
        + stijl.format(
            "Zichtbaar",
            'style:parent-style-name="Geheim"',
            '<style:text-properties text:display="true"/>',
        ),
        stijlen=stijl.format("Geheim", "", geheim),
    )
    assert teksten(brief) == ["ja", "toch", "ja"]


def tabel(*rijen: list[str], eigenschap: str = "") -> str:
    return (
        "<table:table>"
        + "".join(
            f"<table:table-row{eigenschap}>"
            + "".join(f"<table:table-cell>{cel}</table:table-cell>" for cel in rij)
            + "</table:table-row>"
            for rij in rijen
        )
        + "</table:table>"
    )


def test_tables(maak_odt: MaakOdt) -> None:
    brief = odt.lees(
        maak_odt(
            tabel([p("Factuur"), p("Bedrag")], [p("17"), p("€ 40,00")])
            + tabel([p("verborgen"), p("rij")], eigenschap=' table:visibility="collapse"')
            + tabel([p("kader")])
            + tabel([tabel([p("binnen"), p("€ 1")]), p("naast")]).replace(
                "</table:table-row>",
                "<table:covered-table-cell><text:p>bedekt</text:p></table:covered-table-cell>"
                "</table:table-row>",
            )
        )
    )
    assert [(a.tekst, a.rol) for a in brief.alineas] == [
        ("Factuur\tBedrag", Rol.TABEL),
        ("17\t€ 40,00", Rol.TABEL),
        ("kader", Rol.HOOFDTEKST),
        ("binnen\t€ 1", Rol.TABEL),
        ("naast", Rol.HOOFDTEKST),
    ]


def test_text_boxes_and_notes(maak_odt: MaakOdt) -> None:
    brief = odt.lees(
        maak_odt(
            "<draw:frame><draw:text-box>"
            + p("los vak")
            + "</draw:text-box></draw:frame>"
            + p(
                "tekst<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                + p("noot")
                + "</text:note-body></text:note><draw:custom-shape>"
                + p("vorm")
                + "</draw:custom-shape>"
            )
            + p("slot")
        )
    )
    assert [(a.tekst, a.rol) for a in brief.alineas] == [
        ("los vak", Rol.TEKSTVAK),
        ("tekst", Rol.HOOFDTEKST),
        ("vorm", Rol.TEKSTVAK),
        ("slot", Rol.HOOFDTEKST),
        ("noot", Rol.VOETNOOT),
    ]


def test_headers_of_the_page_styles_in_use(maak_odt: MaakOdt) -> None:
    def pagina(naam: str, volgende: str, kop: str, extra: str = "") -> str:
        return (
            f'<style:master-page style:name="{naam}" style:next-style-name="{volgende}">'
            f"<style:header{extra}>{p(kop)}</style:header><style:footer>{p('voet ' + kop)}"
            "</style:footer></style:master-page>"
        )

    brief = odt.lees(
        maak_odt(
            p("romp", "P1"),
            automatisch='<style:style style:name="P1" style:master-page-name="Eerste"/>',
            meester=pagina("Standard", "", "gewoon")
            + pagina("Eerste", "Tweede", "eerste")
            + pagina("Tweede", "Tweede", "tweede", ' style:display="false"')
            + pagina("Ongebruikt", "", "ongebruikt"),
        )
    )
    assert [a.tekst for a in brief.alineas if a.rol is Rol.KOPTEKST] == ["gewoon", "eerste"]
    assert [a.tekst for a in brief.alineas if a.rol is Rol.VOETTEKST] == [
        "voet gewoon",
        "voet eerste",
        "voet tweede",
    ]


def test_an_encrypted_file_is_refused(maak_zip: Callable[..., bytes]) -> None:
    with pytest.raises(BestandFout, match="wachtwoord"):
        odt.lees(
            maak_zip(
                {
                    "META-INF/manifest.xml": "<m:encryption-data xmlns:m='x'/>",
                    "content.xml": b"\x01\x02",
                }
            )
        )


@pytest.mark.parametrize("inhoud", [None, "<x/>", "<x", ""])
def test_a_file_without_text_part_is_damaged(
    maak_zip: Callable[..., bytes], inhoud: str | None
) -> None:
    delen = {"mimetype": "x"} if inhoud is None else {"content.xml": inhoud}
    with pytest.raises(BestandFout, match="beschadigd"):
        odt.lees(maak_zip(delen))


def test_a_file_without_styles_is_read(maak_zip: Callable[..., bytes]) -> None:
    ruimte = "urn:oasis:names:tc:opendocument:xmlns"
    romp = (
        f'<o:document-content xmlns:o="{ruimte}:office:1.0" xmlns:text="{ruimte}:text:1.0">'
        "<o:body><o:text><text:p>tekst</text:p></o:text></o:body></o:document-content>"
    )
    assert teksten(maak_zip({"content.xml": romp})) == ["tekst"]
