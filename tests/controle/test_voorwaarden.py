"""What makes a sentence conditional is looked for only where one of a few words stands."""

from wiktool.controle.herkenning.voorwaarden import MERKWOORDEN, VASTE_PAREN


def test_every_fixed_pair_holds_a_word_that_is_looked_for_first() -> None:
    assert [paar for paar in VASTE_PAREN if MERKWOORDEN.isdisjoint(paar)] == []
