"""What is remembered of sentences changes nothing in how a letter is read.

The checker reads a sentence once for all letters, by itself and with a nought for every figure.
Here every text of this folder is read so, and as a whole with its own figures: the same sentences
must come out.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from wiktool.controle.herkenning import stukken, woorden, zinnen
from wiktool.controle.model import Toetsgegevens
from wiktool.controle.toetser import toets
from wiktool.invoer.briefbestand import lees_brief
from wiktool.kern.brieftekst import Rol

LANGSTE = 2_000


def teksten() -> Iterator[str]:
    for pad in sorted(Path(__file__).parent.rglob("*")):
        if pad.suffix not in {".txt", ".toml", ".csv"}:
            continue
        for alinea in pad.read_text("utf-8").split("\n\n"):
            yield alinea
            yield " ".join(alinea.split())
            yield from alinea.split("\n")


TEKSTEN = sorted({tekst for tekst in teksten() if tekst.strip() and len(tekst) < LANGSTE})


def zoals(zin: zinnen.Zin) -> tuple[object, ...]:
    return tuple(getattr(zin, naam) for naam in zin.__slots__ if naam != "vorm")


def bij_tweede_ontmoeting(tekst: str, rol: Rol, index: int) -> tuple[stukken.Stuk, ...]:
    """What is read by its shape, which is what comes more than once."""
    stukken._onthouden_alinea.cache_clear()
    stukken._onthouden_alinea(tekst, rol, index)
    stukken._onthouden_alinea.cache_clear()
    return stukken._onthouden_alinea(tekst, rol, index)


@pytest.mark.parametrize("rol", [Rol.HOOFDTEKST, Rol.TABEL, Rol.CITAAT])
def test_a_sentence_that_is_known_again_reads_as_one_that_is_new(rol: Rol) -> None:
    met_vorm = 0
    for tekst in TEKSTEN:
        onthouden = bij_tweede_ontmoeting(tekst, rol, 3)
        vers = stukken._lees_deel(tekst, rol, 3)
        met_vorm += any(stuk.vorm is not None for stuk in onthouden)
        gelezen = [zoals(zinnen._lees_zin(plek, stuk)) for plek, stuk in enumerate(onthouden)]
        assert gelezen == [zoals(zinnen._maak_zin(plek, stuk)) for plek, stuk in enumerate(vers)]
    assert met_vorm > len(TEKSTEN) // 4


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("De hoofdsom is € 1.250,00.", "De hoofdsom is € 9.876,54."),
        ("Betaal vóór 1-12-2026.", "Betaal vóór 9-11-2027."),
    ],
)
def test_a_sentence_with_other_figures_keeps_its_own(een: str, ander: str) -> None:
    for tekst in (een, ander):
        (stuk,) = bij_tweede_ontmoeting(tekst, Rol.HOOFDTEKST, 0)
        assert stuk.vorm is not None
        zin = zinnen._lees_zin(0, stuk)
        cijfers = [woord.tekst for woord in zin.woorden if woord.tekst[:1].isdigit()]
        assert all(cijfer in tekst for cijfer in cijfers)
        assert cijfers
        assert set(cijfers) <= zin.teksten


def test_what_is_met_once_is_read_as_it_stands_and_what_comes_again_by_its_shape() -> None:
    stukken._onthouden_alinea.cache_clear()
    stukken._eerder_ontmoet.cache_clear()
    teksten = [f"Wij ontvingen de {dag} september niets van u." for dag in (11, 12, 13)]
    vormen = [stukken._onthouden_alinea(tekst, Rol.HOOFDTEKST, 0)[0].vorm for tekst in teksten]
    assert vormen[0] is None
    assert vormen[1] is not None
    assert vormen[1] is vormen[2]


def test_letters_are_judged_the_same_without_the_noughts(monkeypatch: pytest.MonkeyPatch) -> None:
    gegevens = Toetsgegevens(peildatum=date(2026, 11, 21))
    brieven = [lees_brief(pad) for pad in sorted(Path(__file__).parent.rglob("*.txt"))]
    assert len(brieven) > 100
    met = [toets(brief, gegevens) for brief in brieven]
    monkeypatch.setattr(stukken, "_CIJFERS", "")
    stukken._onthouden_alinea.cache_clear()
    assert [toets(brief, gegevens) for brief in brieven] == met
    stukken._onthouden_alinea.cache_clear()


def test_words_of_plain_lines_are_cut_as_those_of_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines with single spaces are read a shorter way; the words must be the same."""
    toeval = random.Random(17)
    ruis = ["".join(toeval.choices("aB1.,€|-' \n\t", k=12)) for _ in range(5_000)]
    snel = [woorden.lees_woorden(tekst, 2, 5) for tekst in (*TEKSTEN, *ruis)]
    monkeypatch.setattr(woorden, "_is_gewoon", lambda _tekst: False)
    assert snel == [woorden.lees_woorden(tekst, 2, 5) for tekst in (*TEKSTEN, *ruis)]
