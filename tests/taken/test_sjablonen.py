"""Templates of the user: named, checked, and never a letter with a hole in it."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from tests.brieven.hulp import BRIEVEN, SOMMATIE, WIK, voorbeeldbrief

from wiktool.brieven.briefcontext import wordcontext
from wiktool.brieven.huisstijl import Huisstijl
from wiktool.kern.begrippen import Briefsoort, Taal, Toon
from wiktool.kern.fouten import SjabloonFout, Weigering
from wiktool.taken.briefmaken import kies_brief, leg_op, maak_brief
from wiktool.taken.formaten import Formaat
from wiktool.taken.sjablonen import (
    briefpapier,
    brontekst,
    controleer_sjabloon,
    ingebouwd,
    namen,
    voorbeelddossier,
)

WORTEL = Path(__file__).parents[2]
sys.path.insert(0, str(WORTEL / "beheer"))
import sjabloonpagina  # noqa: E402

sys.path.pop(0)

HELE_BRIEF = (
    "{{ afzender.naam }}, {{ afzender.adres }}, {{ afzender.postcode }} {{ afzender.plaats }}",
    "{{ schuldenaar.naam }}",
    "{{ schuldenaar.adres }}",
    "{{ schuldenaar.postcode }} {{ schuldenaar.plaats }}",
    "{{ datum }}",
    "Betreft: {{ onderwerp }}",
    "Geachte {{ schuldenaar.naam }},",
    "{%p for factuur in facturen %}",
    "Factuur {{ factuur.nummer }}, vervallen {{ factuur.vervaldatum }}: {{ factuur.openstaand }}",
    "{%p endfor %}",
    "De hoofdsom is {{ hoofdsom }}. U bent sinds {{ verzuimdatum }} in verzuim.",
    "{%p for alinea in kernalineas %}",
    "{{ alinea }}",
    "{%p endfor %}",
    "Betaal {{ te_betalen }} op {{ iban }} ten name van {{ tenaamstelling }}.",
    "Noem daarbij {{ betaalkenmerk }}.",
    "Heeft u al betaald, of bent u het er niet mee eens? Laat het ons weten: {{ contact }}.",
    "{{ afzender.naam }}",
)


def docx(*alineas: str) -> bytes:
    document = Document()
    for alinea in alineas:
        document.add_paragraph(alinea)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def test_the_page_is_what_the_program_knows() -> None:
    assert sjabloonpagina.DOEL.read_text("utf-8") == sjabloonpagina.pagina()


def test_every_name_is_explained_once() -> None:
    alle = [naam for naam, _ in namen()]
    assert len(alle) == len(set(alle))
    assert all(uitleg for _, uitleg in namen())


def test_every_name_is_there_in_every_letter_and_has_a_value_in_some() -> None:
    gevuld: set[str] = set()
    for nummer, (naam, soort) in enumerate(BRIEVEN):
        letter = voorbeeldbrief(naam, soort, tuple(Toon)[nummer % 3]).brief
        if naam == "minimum":
            letter = replace(letter, waarden=replace(letter.waarden, bic="ABNANL2A"))
        context = wordcontext(letter, heeft_logo=True, heeft_qr=True)
        assert context.keys() == {bekende for bekende, _ in namen()}
        gevuld |= {bekende for bekende, waarde in context.items() if waarde}
    assert gevuld == {bekende for bekende, _ in namen()}


def test_interest_is_asked_from_the_first_day_of_default() -> None:
    """R7.1: default begins the day after 31 August."""
    waarden = voorbeeldbrief("btw", SOMMATIE).brief.waarden
    assert waarden.rente_vanaf.replace("\u00a0", " ") == "1 september 2026"
    assert voorbeeldbrief("btw", WIK).brief.waarden.rente_vanaf == ""


def test_the_own_paper_passes_its_own_check() -> None:
    rapport = controleer_sjabloon(briefpapier(), "briefpapier.docx")
    assert rapport.deugt
    assert not rapport.ontbreekt
    assert set(rapport.gebruikt) <= {naam for naam, _ in namen()}


def test_a_whole_letter_of_the_user_passes() -> None:
    rapport = controleer_sjabloon(docx(*HELE_BRIEF), "eigen.docx")
    assert rapport.deugt, (rapport.fout, rapport.fouten)
    assert not rapport.ontbreekt


def test_unknown_names_are_named_and_no_sample_is_made() -> None:
    rapport = controleer_sjabloon(docx(*HELE_BRIEF, "{{ aanhef }} {{ voetnoot }}"), "eigen.docx")
    assert rapport.onbekend == ("aanhef", "voetnoot")
    assert not rapport.deugt
    assert "«aanhef»" in rapport.fout


def test_what_is_missing_is_named_with_its_reason() -> None:
    rapport = controleer_sjabloon(docx("Geachte {{ schuldenaar.naam }}, betaal nu."), "eigen.docx")
    assert dict(rapport.ontbreekt).keys() >= {"iban", "kosten", "termijnzin", "te_betalen"}
    assert not rapport.deugt
    assert {"WIK101", "WIK201"} <= {fout.code for fout in rapport.fouten}


def test_what_the_sample_does_not_say_is_missing_whatever_the_template_names() -> None:
    """The text of a table or payment block is not in ``blok.tekst``."""
    regels = (
        "{{ afzender.naam }}",
        "{%p for blok in blokken %}",
        "{{ blok.tekst }}",
        "{%p endfor %}",
    )
    rapport = controleer_sjabloon(docx(*regels), "eigen.docx")
    assert dict(rapport.ontbreekt).keys() == {"facturen", "iban"}
    verborgen = tuple(
        regel.replace("{{ iban }}", "{% if not iban %}{{ iban }}{% endif %}")
        for regel in HELE_BRIEF
    )
    rapport = controleer_sjabloon(docx(*verborgen), "eigen.docx")
    assert dict(rapport.ontbreekt) == {"iban": "op welke rekening"}


def test_a_letter_that_falls_short_is_not_written() -> None:
    """The check reads the file itself, not the text it was meant to hold."""
    slecht = tuple(
        regel.replace("{{ alinea }}", "Betaal binnen 14 dagen na dagtekening.")
        for regel in HELE_BRIEF
    )
    dossier = voorbeelddossier()
    keuzes = kies_brief(dossier, Briefsoort.WIK, datum=date(2026, 11, 20))
    gemaakt = maak_brief(dossier, keuzes)
    stijl = Huisstijl(sjabloon=docx(*slecht), sjabloonnaam="eigen.docx")
    with pytest.raises(Weigering) as gevangen:
        leg_op(gemaakt, Formaat.DOCX, keuzes, stijl)
    assert gevangen.value.code == "eigen-controle"
    assert leg_op(gemaakt, Formaat.DOCX, keuzes, stijl, toch=True).startswith(b"PK")


def test_a_finished_letter_is_no_template() -> None:
    """It went to its old addressee when the amounts were the same."""
    dossier = voorbeelddossier()
    keuzes = kies_brief(dossier, Briefsoort.WIK, datum=date(2026, 11, 20))
    af = leg_op(maak_brief(dossier, keuzes), Formaat.DOCX, keuzes)
    rapport = controleer_sjabloon(af, "brief.docx")
    assert (rapport.vult_in, rapport.fouten, rapport.deugt) == (False, (), False)
    stijl = Huisstijl(sjabloon=af, sjabloonnaam="brief.docx")
    ander = replace(dossier, schuldenaar=replace(dossier.schuldenaar, naam="P. Pietersen"))
    gemaakt = maak_brief(ander, keuzes)
    with pytest.raises(Weigering, match="Pietersen, komt in de brief niet voor") as gevangen:
        leg_op(gemaakt, Formaat.DOCX, keuzes, stijl)
    assert gevangen.value.code == "schuldenaar-ontbreekt"
    assert "{{ schuldenaar.naam }}" in gevangen.value.doe
    assert leg_op(gemaakt, Formaat.DOCX, keuzes, stijl, toch=True).startswith(b"PK")


@pytest.mark.parametrize(
    "naam",
    ["P. Pietersen", "J\u00a0Jansen", "e\u0301lise Bo\u0308hm", "A\u00adB\u200bC", "İ. Öztürk"],
)
@pytest.mark.parametrize("filter_", ["", " | upper"])
def test_the_name_is_found_however_the_template_writes_it(naam: str, filter_: str) -> None:
    eigen = docx(*(r.replace("schuldenaar.naam", f"schuldenaar.naam{filter_}") for r in HELE_BRIEF))
    dossier = voorbeelddossier()
    dossier = replace(dossier, schuldenaar=replace(dossier.schuldenaar, naam=naam))
    keuzes = kies_brief(dossier, Briefsoort.WIK, datum=date(2026, 11, 20))
    stijl = Huisstijl(sjabloon=eigen, sjabloonnaam="eigen.docx")
    inhoud = leg_op(maak_brief(dossier, keuzes), Formaat.DOCX, keuzes, stijl)
    assert inhoud.startswith(b"PK")


def test_a_whole_letter_carries_the_data_unharmed() -> None:
    dossier = voorbeelddossier()
    keuzes = kies_brief(dossier, Briefsoort.WIK, datum=date(2026, 11, 20))
    stijl = Huisstijl(sjabloon=docx(*HELE_BRIEF), sjabloonnaam="eigen.docx")
    inhoud = leg_op(maak_brief(dossier, keuzes), Formaat.DOCX, keuzes, stijl)
    tekst = "\n".join(alinea.text for alinea in Document(io.BytesIO(inhoud)).paragraphs)
    assert "Voorbeeld & Zonen, Dorpsstraat 1" in tekst
    assert "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd" in tekst
    assert "{" not in tekst


def test_text_formats_leave_the_word_template_alone() -> None:
    dossier = voorbeelddossier()
    keuzes = kies_brief(dossier, Briefsoort.WIK, datum=date(2026, 11, 20))
    stijl = Huisstijl(sjabloon=docx(*HELE_BRIEF), sjabloonnaam="eigen.docx")
    gemaakt = maak_brief(dossier, keuzes)
    assert leg_op(gemaakt, Formaat.TXT, keuzes, stijl) == leg_op(gemaakt, Formaat.TXT, keuzes)


def test_a_broken_tag_is_refused_with_its_paragraph() -> None:
    with pytest.raises(SjabloonFout, match="alinea 2"):
        controleer_sjabloon(docx("goed", "{{ hoofdsom "), "eigen.docx")


@pytest.mark.parametrize("taal", list(Taal))
@pytest.mark.parametrize("soort", list(Briefsoort))
def test_every_letter_text_can_be_shown(soort: Briefsoort, taal: Taal) -> None:
    tekst = brontekst(soort, taal)
    assert f"=== {soort}/kern.{taal}.jinja" in tekst
    assert "[kern]" in tekst


def test_the_list_names_every_kind_and_the_paper() -> None:
    assert [naam for naam, _ in ingebouwd()] == [*Briefsoort, "briefpapier.docx"]
