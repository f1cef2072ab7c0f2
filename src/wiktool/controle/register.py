"""Every check rule, in the order of the codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wiktool.controle.regels import (
    ibg101_geen_termijn,
    ibg102_termijn_onredelijk,
    ibg103_geen_aansprakelijkstelling,
    ibg104_vordering_onbekend,
    wik001_geen_aanmaning,
    wik002_gevolg_ontbreekt,
    wik003_vordering_onbekend,
    wik101_kosten_ontbreken,
    wik102_kosten_te_hoog,
    wik103_kosten_te_laag,
    wik104_kosten_niet_exact,
    wik105_btw_zonder_verklaring,
    wik106_kosten_tegenstrijdig,
    wik107_andere_kosten,
    wik108_kosten_onvoorwaardelijk,
    wik109_rente_in_grondslag,
    wik110_optelling_onjuist,
    wik201_termijn_ontbreekt,
    wik202_termijn_te_kort,
    wik203_termijn_vanaf_dagtekening,
    wik204_termijn_zonder_aanvang,
    wik205_termijn_na_ontvangst,
    wik206_einddatum_te_vroeg,
    wik207_termijnen_tegenstrijdig,
    wik208_termijn_onduidelijk,
    wik301_nog_geen_verzuim,
    wik302_ingebrekestelling_in_een,
    wik401_rekening_ontbreekt,
    wik402_betaling_gekruist,
    wik501_registratiekenmerk,
    wik502_specificatie_incasso,
)
from wiktool.kern.fouten import GebruiksFout

if TYPE_CHECKING:
    from wiktool.controle.regel import Regel

REGELS: Final[tuple[Regel, ...]] = (
    wik001_geen_aanmaning.REGEL,
    wik002_gevolg_ontbreekt.REGEL,
    wik003_vordering_onbekend.REGEL,
    wik101_kosten_ontbreken.REGEL,
    wik102_kosten_te_hoog.REGEL,
    wik103_kosten_te_laag.REGEL,
    wik104_kosten_niet_exact.REGEL,
    wik105_btw_zonder_verklaring.REGEL,
    wik106_kosten_tegenstrijdig.REGEL,
    wik107_andere_kosten.REGEL,
    wik108_kosten_onvoorwaardelijk.REGEL,
    wik109_rente_in_grondslag.REGEL,
    wik110_optelling_onjuist.REGEL,
    wik201_termijn_ontbreekt.REGEL,
    wik202_termijn_te_kort.REGEL,
    wik203_termijn_vanaf_dagtekening.REGEL,
    wik204_termijn_zonder_aanvang.REGEL,
    wik205_termijn_na_ontvangst.REGEL,
    wik206_einddatum_te_vroeg.REGEL,
    wik207_termijnen_tegenstrijdig.REGEL,
    wik208_termijn_onduidelijk.REGEL,
    wik301_nog_geen_verzuim.REGEL,
    wik302_ingebrekestelling_in_een.REGEL,
    wik401_rekening_ontbreekt.REGEL,
    wik402_betaling_gekruist.REGEL,
    wik501_registratiekenmerk.REGEL,
    wik502_specificatie_incasso.REGEL,
    ibg101_geen_termijn.REGEL,
    ibg102_termijn_onredelijk.REGEL,
    ibg103_geen_aansprakelijkstelling.REGEL,
    ibg104_vordering_onbekend.REGEL,
)
ONLEESBAAR: Final = "WIK901"
"""A file that cannot be read is no finding but exit code 3; the code is kept for it."""


def regel(code: str) -> Regel:
    """The rule with this code, in capitals or not.

    Raises:
        GebruiksFout: there is no such rule.

    >>> regel("wik203").naam
    'termijn-vanaf-dagtekening'
    """
    gezocht = code.strip().upper()
    for kandidaat in REGELS:
        if kandidaat.code == gezocht:
            return kandidaat
    raise GebruiksFout(
        f"«{code}» is geen code van een controle", doe="wiktool regels toont ze allemaal"
    )


def kies(kies: tuple[str, ...] = (), negeer: tuple[str, ...] = ()) -> tuple[Regel, ...]:
    """The rules to apply: those chosen, or all, without those to be left out.

    A code may be cut short: ``WIK2`` stands for the whole family.

    Raises:
        GebruiksFout: a code stands for no rule.
    """
    gekozen = _met_codes(kies) if kies else frozenset(REGELS)
    weg = _met_codes(negeer)
    return tuple(kandidaat for kandidaat in REGELS if kandidaat in gekozen and kandidaat not in weg)


def _met_codes(codes: tuple[str, ...]) -> frozenset[Regel]:
    gevonden: set[Regel] = set()
    for code in codes:
        begin = code.strip().upper()
        passend = {kandidaat for kandidaat in REGELS if begin and kandidaat.code.startswith(begin)}
        if not passend:
            raise GebruiksFout(
                f"«{code}» is geen code van een controle", doe="wiktool regels toont ze allemaal"
            )
        gevonden |= passend
    return frozenset(gevonden)
