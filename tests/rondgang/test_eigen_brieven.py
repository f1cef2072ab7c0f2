"""Every letter that ``brief`` makes passes ``controleer``: two independent readings of one law."""

from __future__ import annotations

import pytest
from tests.brieven.voorbeelden import brief, dossier, mogelijke_brieven

from wiktool.controle.model import Ernst, Oordeel, Toetsgegevens, Toetsing
from wiktool.controle.toetser import toets
from wiktool.invoer.brief import docx
from wiktool.invoer.brief.pakket import Pakket
from wiktool.invoer.brief.passages import genummerd
from wiktool.invoer.brief.worddelen import Worddelen
from wiktool.invoer.briefbestand import lees_brief_bytes
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Taal, Toon
from wiktool.taken.formaten import Formaat, maak_op

BRIEVEN = mogelijke_brieven()
GEEN_OPENBARE_STAFFEL = {"termijnbetaling"}
"""Instalments: the letter alone does not show why its fee is below the tariff; the dossier does."""


def _blind(naam: str, soort: Briefsoort, inhoud: bytes, bestand: str) -> Toetsing:
    """Judge a letter by its text alone, with the day it was sent."""
    feiten = dossier(naam)
    return toets(
        lees_brief_bytes(inhoud, naam=bestand),
        Toetsgegevens(
            peildatum=feiten.brief.datum,  # type: ignore[arg-type]
            verzonden=feiten.brief.datum,
            bezorging=feiten.brief.bezorging or Bezorgwijze.POST,
            hoedanigheid=feiten.schuldenaar.hoedanigheid,
        ),
    )


def _is_goed(toetsing: Toetsing, *, ook: frozenset[str] = frozenset()) -> None:
    bevindingen = [(b.code, b.melding, b.citaat) for b in toetsing.bevindingen if b.code not in ook]
    open_punten = [(n.code, n.reden, n.citaat) for n in toetsing.niet_te_beoordelen]
    assert (bevindingen, open_punten) == ([], [])
    assert toetsing.oordeel is Oordeel.VOLDOET


def test_there_is_a_spread_of_letters() -> None:
    assert len(BRIEVEN) >= 40
    assert {soort for _, soort in BRIEVEN} == set(Briefsoort)


@pytest.mark.parametrize(("naam", "soort"), BRIEVEN, ids=lambda deel: str(deel))
def test_a_letter_passes_beside_its_dossier(naam: str, soort: Briefsoort) -> None:
    _is_goed(brief(naam, soort).toetsing)


@pytest.mark.parametrize("taal", Taal)
@pytest.mark.parametrize("toon", Toon)
@pytest.mark.parametrize(("naam", "soort"), BRIEVEN, ids=lambda deel: str(deel))
def test_a_letter_passes_on_its_text_alone_and_is_known_for_what_it_is(
    naam: str, soort: Briefsoort, toon: Toon, taal: Taal
) -> None:
    gemaakt = brief(naam, soort, toon, taal)
    toetsing = _blind(naam, soort, maak_op(gemaakt.brief, Formaat.TXT), "brief.txt")
    assert toetsing.soort is soort
    ook = frozenset({"WIK103"}) if naam in GEEN_OPENBARE_STAFFEL else frozenset()
    _is_goed(toetsing, ook=ook)


@pytest.mark.parametrize("formaat", [Formaat.DOCX, Formaat.PDF, Formaat.HTML, Formaat.MD])
@pytest.mark.parametrize(
    "naam", ["dossier", "btw", "twaalf_facturen", "incassobureau_btw", "lange_namen"]
)
def test_a_letter_passes_in_every_format(naam: str, formaat: Formaat) -> None:
    inhoud = maak_op(brief(naam).brief, formaat)
    toetsing = _blind(naam, Briefsoort.WIK, inhoud, f"brief.{formaat}")
    assert toetsing.soort is Briefsoort.WIK
    _is_goed(toetsing)


@pytest.mark.parametrize("naam", ["dossier", "btw", "twaalf_facturen", "incassobureau_btw"])
def test_an_email_passes_where_message_and_attachment_say_the_same(naam: str) -> None:
    """D9: an invoice that only the message names is asked as well, and then the sum is wrong."""
    inhoud = maak_op(brief(naam).brief, Formaat.EML)
    _is_goed(_blind(naam, Briefsoort.WIK, inhoud, "brief.eml"))
    nummer = brief(naam).brief.waarden.facturen[0].nummer.encode()
    anders = inhoud.replace(b"\n" + nummer + b" ", b"\n" + b"9" * len(nummer) + b" ")
    assert anders != inhoud
    assert _blind(naam, Briefsoort.WIK, anders, "brief.eml").oordeel is not Oordeel.VOLDOET


@pytest.mark.parametrize("formaat", [Formaat.DOCX, Formaat.HTML, Formaat.MD])
@pytest.mark.parametrize("naam", ["btw", "twaalf_facturen"])
def test_an_english_letter_passes_in_the_formats_with_a_table(naam: str, formaat: Formaat) -> None:
    inhoud = maak_op(brief(naam, taal=Taal.EN).brief, formaat)
    toetsing = _blind(naam, Briefsoort.WIK, inhoud, f"brief.{formaat}")
    assert toetsing.soort is Briefsoort.WIK
    _is_goed(toetsing)


def test_what_was_read_is_what_was_written() -> None:
    gemaakt = brief("dossier")
    gelezen = gemaakt.toetsing.gelezen
    assert gemaakt.grondslag.kosten is not None
    assert gelezen.hoofdsom == gemaakt.grondslag.hoofdsom
    assert gelezen.kosten == gemaakt.grondslag.kosten.kosten
    assert gelezen.briefdatum == dossier("dossier").brief.datum
    assert gelezen.termijn is not None
    assert gelezen.termijn.dagen == 14


def test_a_reminder_is_told_that_it_does_not_open_the_way_to_costs() -> None:
    toetsing = brief("dossier", Briefsoort.HERINNERING).toetsing
    assert "herinnering-opent-geen-kosten" in [k.code for k in toetsing.kanttekeningen]
    assert not [b for b in toetsing.bevindingen if b.ernst is Ernst.FOUT]


@pytest.mark.parametrize(("naam", "soort"), BRIEVEN, ids=lambda deel: str(deel))
def test_a_word_letter_reads_the_same_when_its_mark_up_is_known(
    naam: str, soort: Briefsoort
) -> None:
    inhoud = maak_op(brief(naam, soort).brief, Formaat.DOCX)
    in_zijn_geheel = docx.passages(Worddelen(Pakket(inhoud)))
    for _ in range(3):
        assert docx.lees(inhoud).alineas == genummerd(in_zijn_geheel)
