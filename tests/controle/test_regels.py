"""Every rule: its own examples, enough labelled passages, its sources, its page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.controle.hulp import oordeel_over, passages

from wiktool.controle.model import Ernst
from wiktool.controle.register import REGELS, kies, regel
from wiktool.controle.uitleg import KOPPEN, lees_uitleg
from wiktool.kern.fouten import GebruiksFout
from wiktool.weergave.regels import FAMILIES, als_pagina

if TYPE_CHECKING:
    from wiktool.controle.regel import Regel

CLI_CODES = [
    *(f"WIK00{n}" for n in range(1, 4)),
    *(f"WIK1{n:02}" for n in range(1, 11)),
    *(f"WIK20{n}" for n in range(1, 9)),
    *(f"WIK{n}" for n in (301, 302, 401, 402, 501, 502)),
    *(f"IBG10{n}" for n in range(1, 5)),
]
VERWACHT = {"Fout": "fout", "Goed": "goed", "Niet te beoordelen": "open"}
VOORBEELDEN = [
    pytest.param(r.code, kop, voorbeeld, id=f"{r.code}-{kop}-{nummer}")
    for r in REGELS
    for kop in VERWACHT
    for nummer, voorbeeld in enumerate(lees_uitleg(r).deel(kop).voorbeelden)
]


def test_every_code_of_the_contract_has_its_rule_in_order() -> None:
    assert [r.code for r in REGELS] == CLI_CODES


@pytest.mark.parametrize(("code", "kop", "voorbeeld"), VOORBEELDEN)
def test_an_example_in_the_explanation_gets_the_verdict_it_stands_under(
    code: str, kop: str, voorbeeld: str
) -> None:
    assert oordeel_over(code, voorbeeld) == VERWACHT[kop]


@pytest.mark.parametrize("r", REGELS, ids=lambda r: r.code)
def test_an_explanation_has_every_heading_with_text_or_examples(r: Regel) -> None:
    delen = lees_uitleg(r).delen
    assert tuple(deel.kop for deel in delen) == KOPPEN
    assert all(deel.tekst or deel.voorbeelden for deel in delen)


@pytest.mark.parametrize("r", REGELS, ids=lambda r: r.code)
def test_a_rule_has_a_wrong_and_a_right_example_of_its_own(r: Regel) -> None:
    uitleg = lees_uitleg(r)
    assert uitleg.deel("Goed").voorbeelden
    betwist = r.ernst is Ernst.BETWIST
    assert bool(uitleg.deel("Fout").voorbeelden) is not betwist
    if betwist:
        assert uitleg.deel("Niet te beoordelen").voorbeelden


@pytest.mark.parametrize("r", REGELS, ids=lambda r: r.code)
def test_every_rule_that_can_find_a_letter_void_names_its_source(r: Regel) -> None:
    if r.ernst in (Ernst.FOUT, Ernst.BETWIST):
        assert r.bronnen
    assert all(bron.url.startswith("https://") for bron in r.bronnen)


def test_there_are_three_right_and_three_wrong_passages_for_every_rule() -> None:
    geteld = Counter((geval["code"], geval["verwacht"] == "goed") for geval in passages())
    te_weinig = [(c, goed) for c in CLI_CODES for goed in (True, False) if geteld[c, goed] < 3]
    assert te_weinig == []


def test_a_disputed_rule_never_says_right_or_wrong() -> None:
    betwist = {r.code for r in REGELS if r.ernst is Ernst.BETWIST}
    assert betwist == {"WIK205", "WIK208"}
    uitkomsten = {
        oordeel_over(geval["code"], geval["tekst"])
        for geval in passages()
        if geval["code"] in betwist
    }
    assert uitkomsten == {"goed", "open"}


def test_codes_are_found_in_any_case_and_by_family() -> None:
    assert regel(" wik203 ").naam == "termijn-vanaf-dagtekening"
    assert [r.code for r in kies(("WIK3", "ibg101"))] == ["WIK301", "WIK302", "IBG101"]
    assert "WIK206" not in [r.code for r in kies((), ("WIK206",))]
    assert kies() == REGELS


@pytest.mark.parametrize("code", ["WIK999", "", "wet"])
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(GebruiksFout):
        regel(code)
    with pytest.raises(GebruiksFout):
        kies((code,))


def test_every_family_has_a_heading() -> None:
    assert {r.code[:4] for r in REGELS} == set(FAMILIES)


def test_the_page_with_the_rules_is_up_to_date() -> None:
    pagina = Path(__file__).parents[2] / "docs" / "controles.md"
    assert pagina.read_text(encoding="utf-8") == als_pagina(REGELS), "draai make paginas"
