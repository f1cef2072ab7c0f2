"""Interest as its tests ask for it."""

from datetime import date
from decimal import Decimal
from typing import Any

from wiktool.recht.rente import Renteberekening, bereken_rente
from wiktool.recht.renteverloop import Rentesoort

HANDEL = Rentesoort.HANDEL
CONTRACTUEEL = Rentesoort.CONTRACTUEEL
VIJF_PROCENT = {"soort": CONTRACTUEEL, "percentage": Decimal(5)}


def rente(hoofdsom: str, van: date, tot: date, **rest: Any) -> Renteberekening:
    return bereken_rente(Decimal(hoofdsom), van=van, tot=tot, **rest)


def codes(berekening: Renteberekening) -> set[str]:
    return {kanttekening.code for kanttekening in berekening.kanttekeningen}
