"""One language per letter: no English word in a Dutch letter, no Dutch one in an English letter."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape as html_tekst
from typing import TYPE_CHECKING

import pytest
from tests.brieven.hulp import (
    BUREAU,
    ONDERNEMER,
    OVERHEID,
    RECHTSPERSOON,
    SOMMATIE,
    VORDERING,
    WIK,
    Geschreven,
    maak_dossier,
    plat,
    rijp,
    schrijf,
)

from wiktool.brieven.model import Bloksoort
from wiktool.brieven.opmaak_tekst import als_tekst
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon
from wiktool.kern.dossier import Aanmaning, Betaling
from wiktool.taken.formaten import Formaat, maak_op

if TYPE_CHECKING:
    from wiktool.kern.dossier import Dossier

ENGELS = frozenset(
    re.findall(
        r"[a-z]+",
        """
    the you your our and this that with have has not please amount invoice invoices due paid
    pay will if costs letter from by for to on been still court claim reference subject date
    total payment reminder interest creditor debtor period agency details
    """,
    )
)
NEDERLANDS = frozenset(
    re.findall(
        r"[a-z]+",
        """
    de het een van voor wij uw niet deze dit die dat dan bent heeft hebben betalen betaling
    betaald factuur facturen bedrag en op te aan bij naar zijn wordt worden kosten
    incassokosten rente hoofdsom totaal datum kenmerk betreft termijn brief verzuim
    schuldeiser schuldenaar waarvoor bladzijde klantnummer openstaand vervaldatum
    factuurdatum namens btw
    """,
    )
)
_NEUTRAAL = {"naam": "Xqz", "adres": "Qxz 1", "plaats": "Zxq", "email": "q@xqz.example"}
KAAL = maak_dossier(
    schuldeiser={**_NEUTRAAL, "kvk": "12345678", "contactpersoon": "Qz"},
    schuldenaar={**_NEUTRAAL, "nummer": "Q1"},
    vordering={"factuurnummer": "Q17", "omschrijving": "Zqx"},
)
_BUREAU = replace(BUREAU, naam="Zqq", adres="Xz 1", plaats="Zz", email="z@zqq.example")
_MEER = tuple(replace(KAAL.vorderingen[0], factuurnummer=f"Q{n}") for n in range(3))
_VEEL = tuple(replace(KAAL.vorderingen[0], factuurnummer=f"Q{n}") for n in range(12))


def _debiteur(hoedanigheid: str) -> Dossier:
    return replace(KAAL, schuldenaar=replace(KAAL.schuldenaar, hoedanigheid=hoedanigheid))


DOSSIERS = {
    "een": KAAL,
    "meer-deels-betaald": replace(
        KAAL,
        vorderingen=_MEER,
        betalingen=(Betaling(datum=date(2026, 9, 20), bedrag=Decimal("12.34")),),
        aanmaningen=(Aanmaning(soort=Briefsoort.HERINNERING, verzonden=date(2026, 9, 10)),),
    ),
    "lange-tabel": replace(KAAL, vorderingen=_VEEL),
    "in-gebreke-gesteld": replace(
        KAAL,
        vorderingen=(replace(KAAL.vorderingen[0], fatale_termijn=False),),
        aanmaningen=(Aanmaning(soort=Briefsoort.INGEBREKESTELLING, verzonden=date(2026, 9, 10)),),
    ),
    "bureau-met-btw": replace(
        KAAL,
        schuldeiser=replace(KAAL.schuldeiser, btw_verrekenbaar=False),
        incassobureau=_BUREAU,
    ),
    "ondernemer": _debiteur(ONDERNEMER),
    "rechtspersoon-bureau-zonder-kenmerk": replace(
        _debiteur(RECHTSPERSOON), incassobureau=replace(_BUREAU, registratiekenmerk="")
    ),
    "overheid": _debiteur(OVERHEID),
}
GEVALLEN = [
    (naam, soort)
    for naam, dossier in DOSSIERS.items()
    for soort in Briefsoort
    if soort is not WIK or dossier.schuldenaar.hoedanigheid == "consument"
]


def woorden(tekst: str) -> set[str]:
    return set(re.findall(r"[a-zà-ÿ]+", re.sub(r"\S+@\S+", " ", tekst.lower())))


def zonder_nederlandse_kern(letter: Geschreven) -> str:
    """An English letter without what may be Dutch: the Dutch core, and terms in brackets."""
    tekst = plat(als_tekst(letter.brief, breedte=None))
    kern = letter.alineas(Bloksoort.KERNKOP, Bloksoort.KERN)
    for alinea in kern[len(kern) // 2 :]:
        assert alinea in tekst
        tekst = tekst.replace(alinea, "")
    return re.sub(r"\([^)]*\)", "", tekst)


@pytest.mark.parametrize("toon", Toon)
@pytest.mark.parametrize(("naam", "soort"), GEVALLEN)
def test_no_word_of_the_other_language(naam: str, soort: Briefsoort, toon: Toon) -> None:
    dossier = rijp(DOSSIERS[naam], soort)
    bezorging = Bezorgwijze.POST if toon is Toon.MILD else Bezorgwijze.EMAIL
    nl = schrijf(dossier, soort, toon=toon, bezorging=bezorging)
    en = schrijf(dossier, soort, toon=toon, bezorging=bezorging, taal=Taal.EN)
    assert woorden(als_tekst(nl.brief)) & ENGELS == set()
    assert woorden(zonder_nederlandse_kern(en)) & NEDERLANDS == set()


@pytest.mark.parametrize("toon", Toon)
@pytest.mark.parametrize(("naam", "soort"), GEVALLEN)
def test_dutch_core_of_an_english_letter_is_that_of_the_dutch_letter(
    naam: str, soort: Briefsoort, toon: Toon
) -> None:
    """Whatever the translation says, the words of the law are there, to the letter."""
    dossier = rijp(DOSSIERS[naam], soort)
    nl = schrijf(dossier, soort, toon=toon).alineas(Bloksoort.KERNKOP, Bloksoort.KERN)
    letter = schrijf(dossier, soort, toon=toon, taal=Taal.EN)
    en = letter.alineas(Bloksoort.KERNKOP, Bloksoort.KERN)
    assert en[len(en) // 2 :] == nl
    assert len(en) == 2 * len(nl)
    assert "Here is the same passage in Dutch:" in letter.tekst


def test_amounts_and_dates_follow_the_language() -> None:
    groot = replace(VORDERING, bedrag=Decimal("12345.60"))
    dossier = maak_dossier(vorderingen=(groot,))
    nl, en = (schrijf(dossier, WIK, taal=taal) for taal in Taal)
    assert "€ 12.345,60" in nl.tekst
    assert "€ 12,345.60" in en.tekst
    assert "20 november 2026" in nl.tekst
    assert "20 November 2026" in en.tekst
    assert "31-08-2026" in nl.tekst
    assert "31 Aug 2026" in en.tekst
    assert "31-08-2026" not in en.tekst


@pytest.mark.parametrize("taal", Taal)
def test_the_dutch_passage_of_an_english_letter_is_marked_as_dutch(taal: Taal) -> None:
    """WCAG 3.1.2: a screen reader must know in which language to read it aloud."""
    letter = schrijf(KAAL, WIK, taal=taal).brief
    engels = taal is Taal.EN
    eigen = [blok.soort for blok in letter.blokken if blok.taal]
    assert eigen == ([Bloksoort.KERNKOP] + [Bloksoort.KERN] * (len(eigen) - 1) if engels else [])
    assert bool(eigen) is engels

    pdf = maak_op(letter, Formaat.PDF)
    assert set(re.findall(rb"/Lang\((\w+)\)", pdf)) == ({b"en", b"nl"} if engels else {b"nl"})
    html = maak_op(letter, Formaat.HTML).decode()
    assert html.count('<section class="kern" lang="nl">') == engels
    assert html.count('<section class="kern"') == 1 + engels
    with zipfile.ZipFile(io.BytesIO(maak_op(letter, Formaat.DOCX))) as pakket:
        xml = pakket.read("word/document.xml").decode()
    gemerkt = re.findall(r'<w:lang w:val="nl-NL"/></w:rPr><w:t [^>]*>([^<]*)', xml)
    nederlands = [deel.tekst for blok in letter.blokken if blok.taal for deel in blok.delen]
    assert [html_tekst(stuk) for stuk in gemerkt] == nederlands


@pytest.mark.parametrize(
    ("taal", "namen"),
    [
        (Taal.NL, ["Briefhoofd", "Facturen", "Specificatie", "Betaalgegevens"]),
        (Taal.EN, ["Letterhead", "Invoices", "Specification", "Payment details"]),
    ],
)
def test_the_tables_of_a_word_letter_are_named_in_its_language(
    taal: Taal, namen: list[str]
) -> None:
    """A screen reader says the name of a table before it reads it."""
    letter = schrijf(rijp(KAAL, SOMMATIE), SOMMATIE, taal=taal).brief
    with zipfile.ZipFile(io.BytesIO(maak_op(letter, Formaat.DOCX))) as pakket:
        delen = [pakket.read(naam).decode() for naam in pakket.namelist() if naam.endswith(".xml")]
    gevonden = re.findall(r'<w:tblCaption w:val="([^"]*)"', "".join(delen))
    assert sorted(gevonden) == sorted(namen)


@pytest.mark.parametrize("soort", Briefsoort)
def test_the_core_is_a_heading_in_every_format(soort: Briefsoort) -> None:
    """Who reads by ear goes from heading to heading; the core is what he must not miss."""
    letter = schrijf(rijp(KAAL, soort), soort).brief
    koppen = (Bloksoort.KOP, Bloksoort.KERNKOP)
    aantal = sum(blok.soort in koppen for blok in letter.blokken)
    assert len(re.findall(rb"/S/H2\b", maak_op(letter, Formaat.PDF))) == aantal
    assert maak_op(letter, Formaat.HTML).decode().count("<h2") == aantal
