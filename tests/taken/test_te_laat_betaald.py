"""A debtor who pays the principal late still owes: the payment went to the fee first (R6.4)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from wiktool.invoer.dossierbestand import ontleed_dossier
from wiktool.invoer.instellingen import Instellingen
from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.fouten import NietMogelijk
from wiktool.taken.briefmaken import kies_brief, maak_brief
from wiktool.taken.vervolg import Vervolgstand, bepaal_vervolg, lees_zaken

if TYPE_CHECKING:
    from pathlib import Path

    from wiktool.taken.vervolg import Vervolg

DOSSIER = """
[schuldeiser]
naam = "De Linde"
iban = "NL91ABNA0417164300"

[schuldenaar]
naam = "A. de Boer"
adres = "Molenweg 14"
hoedanigheid = "consument"

[[vorderingen]]
factuurnummer = "19"
vervaldatum = 2026-09-04
fatale_termijn = true
bedrag = "85.50"

[[aanmaningen]]                  # last day: 9 December
soort = "wik"
verzonden = 2026-11-23
kosten = "40.00"

[[betalingen]]
datum = {dag}
bedrag = "85.50"
"""
LATER = date(2026, 12, 14)


def vervolg(tmp_path: Path, dag: str) -> Vervolg:
    pad = tmp_path / "dossier.toml"
    pad.write_text(DOSSIER.format(dag=dag), encoding="utf-8")
    (stap,) = bepaal_vervolg(lees_zaken(pad, Instellingen()), peildatum=LATER)
    return stap


def test_what_the_letter_asked_on_the_last_day_settles_it(tmp_path: Path) -> None:
    stap = vervolg(tmp_path, "2026-12-09")
    assert (stap.stand, stap.kosten, stap.kan_sommeren) == (Vervolgstand.VOLDAAN, 0, False)
    assert Decimal(0) < stap.saldo < 2  # interest alone


def test_the_same_amount_a_day_later_leaves_the_fee_to_demand(tmp_path: Path) -> None:
    stap = vervolg(tmp_path, "2026-12-10")
    assert (stap.stand, stap.kosten) == (Vervolgstand.DEELS_BETAALD, Decimal("40.00"))
    assert stap.bezwaar is None
    assert stap.kan_sommeren
    assert stap.saldo > 40


def test_the_final_demand_asks_what_the_account_says(tmp_path: Path) -> None:
    dossier = ontleed_dossier(DOSSIER.format(dag="2026-12-10").encode())
    gemaakt = maak_brief(dossier, kies_brief(dossier, Briefsoort.SOMMATIE, datum=LATER))
    stap = vervolg(tmp_path, "2026-12-10")
    assert gemaakt.brief.waarden.te_betalen.endswith(f"{stap.saldo}".replace(".", ","))


def test_no_final_demand_for_interest_alone() -> None:
    dossier = ontleed_dossier(DOSSIER.format(dag="2026-12-09").encode())
    with pytest.raises(NietMogelijk, match="niets open"):
        maak_brief(dossier, kies_brief(dossier, Briefsoort.SOMMATIE, datum=LATER))
