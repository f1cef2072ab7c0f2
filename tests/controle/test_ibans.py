"""The check digits of account numbers in letters, beside the library that knows them."""

from __future__ import annotations

import random

from stdnum.iso7064 import mod_97_10

from wiktool.controle.herkenning.ibans import is_geldig

BANKEN = ("ABNA", "INGB", "RABO", "TRIO")


def test_check_digits_are_judged_as_the_library_judges_them() -> None:
    toeval = random.Random(97)
    geldige = 0
    for _ in range(2_000):
        rekening = f"{toeval.choice(BANKEN)}{toeval.randrange(10**10):010}"
        controle = mod_97_10.calc_check_digits(f"{rekening}NL")
        if toeval.random() < 0.5:
            controle = f"{toeval.randrange(100):02}"
        nummer = f"NL{controle}{rekening}"
        juist = mod_97_10.is_valid(f"{rekening}NL{controle}")
        assert is_geldig(nummer) == juist, nummer
        geldige += juist
    assert 900 < geldige < 1_200
