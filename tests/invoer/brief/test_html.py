"""Web pages: only what is shown."""

from __future__ import annotations

import pytest

from wiktool.invoer.brief import html
from wiktool.invoer.brief.grenzen import LABELS
from wiktool.kern.brieftekst import Rol
from wiktool.kern.fouten import BestandFout


def lees(pagina: str) -> list[tuple[str, Rol]]:
    return [(a.tekst, a.rol) for a in html.lees(f"<html><body>{pagina}".encode()).alineas]


def teksten(pagina: str) -> list[str]:
    return [tekst for tekst, _ in lees(pagina)]


@pytest.mark.parametrize(
    ("pagina", "gelezen"),
    [
        ("<p>Geachte heer <b>Jansen</b>,<p>Betaal", ["Geachte heer Jansen,", "Betaal"]),
        ("los<div>blok</div>staart", ["los", "blok", "staart"]),
        ("een<br>twee<br><br>drie", ["een\ntwee", "drie"]),
        ("veer\n  tien\t dagen", ["veer tien dagen"]),
        ("<p>&euro;&nbsp;40,-", ["€\xa040,-"]),
        ("<pre>a\n  b</pre>", ["a\nb"]),
        ("beta&shy;len", ["betalen"]),
        ("<ul><li>een<li>twee</ul>", ["een", "twee"]),
        ("", []),
    ],
)
def test_text(pagina: str, gelezen: list[str]) -> None:
    assert teksten(pagina) == gelezen


@pytest.mark.parametrize(
    "verborgen",
    [
        "<script>nee</script>",
        "<style>nee</style>",
        "<title>nee</title>",
        "<template>nee</template>",
        "<!-- nee -->",
        "<!--[if mso]>nee<![endif]-->",
        "<div hidden>nee</div>",
        '<div style="display:none">nee<p>nee</p></div>',
        '<span style="DISPLAY : none !important">nee</span>',
        '<span style="visibility:hidden">nee</span>',
        '<span style="font-size:0px">nee</span>',
        '<span style="mso-hide:all">nee</span>',
        "<del>nee</del>",
        "<style>.x{color:red}.x{display:none}</style><div class='y x'>nee</div>",
        "<style>/* #z{} */ #z, b {display:none}</style><b>nee</b><i id=z>nee</i>",
        "<style>p.x{display:none}</style><p class=x>nee</p>",
        "<table><tr hidden><td>nee</table><table><tr><td hidden>nee</table>",
    ],
)
def test_hidden_text_does_not_count(verborgen: str) -> None:
    assert teksten(f"{verborgen}<p>ja") == ["ja"]


@pytest.mark.parametrize(
    "zichtbaar",
    [
        "<style>@media print {.x{display:none}}</style><p class=x>ja",
        "<style>.x{display:none}</style><p class=x style='display:block'>ja",
        "<style>p.x{display:none}</style><div class=x>ja</div>",
        "<style>{{{}</style><p>ja",
        "<p style='font-size:0.9em'>ja",
        "<noscript>ja</noscript>",
        "<![if !mso]><p>ja<![endif]>",
    ],
)
def test_visible_text_counts(zichtbaar: str) -> None:
    assert teksten(zichtbaar) == ["ja"]


def test_tables_and_layout_tables() -> None:
    lang = "Lopende tekst in een cel. " * 20
    assert lees(
        "<table><caption>Facturen</caption><thead><tr><th>nr<th>Bedrag<tbody><tr><td>17<td>€ 40"
        f"</table><table><tr><td><table><tr><td>a<td>b</table><td>c</table>"
        f"<table><tr><td>{lang}<td>zij</table>"
    ) == [
        ("Facturen", Rol.HOOFDTEKST),
        ("nr\tBedrag", Rol.TABEL),
        ("17\t€ 40", Rol.TABEL),
        ("a\tb", Rol.TABEL),
        ("c", Rol.HOOFDTEKST),
        (lang.strip(), Rol.HOOFDTEKST),
        ("zij", Rol.HOOFDTEKST),
    ]


def test_roles_of_quotations_headers_and_indents() -> None:
    assert lees(
        "<header>kop</header><p>romp<blockquote>citaat<blockquote>dieper</blockquote></blockquote>"
        "<blockquote style='margin:0 0 0 40px;border:none'>ingesprongen</blockquote>"
        "<div class='x gmail_quote'>Jan schreef:<p>eerder</div><aside>zij</aside>"
        "<footer>voet</footer>"
    ) == [
        ("kop", Rol.KOPTEKST),
        ("romp", Rol.HOOFDTEKST),
        ("citaat", Rol.CITAAT),
        ("dieper", Rol.CITAAT),
        ("ingesprongen", Rol.HOOFDTEKST),
        ("Jan schreef:", Rol.CITAAT),
        ("eerder", Rol.CITAAT),
        ("zij", Rol.TEKSTVAK),
        ("voet", Rol.VOETTEKST),
    ]


@pytest.mark.parametrize(
    ("codering", "kop"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset=utf-8>"),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
        ("cp1252", ""),
        ("utf-16", ""),
        ("cp1252", "<meta charset=utf-8>"),
        ("utf-8", "<meta charset=onzin>"),
    ],
)
def test_encodings(codering: str, kop: str) -> None:
    pagina = f"<html><head>{kop}</head><p>één € 40".encode(codering)
    assert html.lees(pagina).alineas[0].tekst == "één € 40"


@pytest.mark.parametrize("pagina", ["<div>" * 300 + "x", "<table><tr><td>" * 50 + "x"])
def test_deep_nesting_is_refused_not_cut_off(pagina: str) -> None:
    with pytest.raises(BestandFout, match="diep genest"):
        teksten(pagina)


def test_endless_markup_is_refused() -> None:
    with pytest.raises(BestandFout, match="te groot"):
        teksten("<p>" * (LABELS + 1))
