"""Which legal tables were not compared with their source lately.

Run: ``make versheid``, or with a number of days: ``python beheer/versheid.py 90``. Exit code 1 when
a table is due, so that a scheduled job can warn.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta

from wiktool.kern.notatie import datum_nl
from wiktool.wetgegevens.tabel import TABELLEN, tabel

STANDAARD_DAGEN = 183
"""Half a year: the rates change on 1 January and 1 July."""


def te_oud(vandaag: date, dagen: int) -> list[str]:
    """A line for each table whose last check, or whose known range, is too far back."""
    regels = []
    for naam in TABELLEN:
        t = tabel(naam)
        einde = t.versies[-1].geldig_tot
        if vandaag - t.gecontroleerd_op > timedelta(days=dagen):
            regels.append(f"{naam}: gecontroleerd op {datum_nl(t.gecontroleerd_op)}")
        if einde is not None and einde - vandaag < timedelta(days=45):
            regels.append(f"{naam}: bekend tot en met {datum_nl(einde)}")
    return regels


def main(argumenten: list[str]) -> int:
    dagen = int(argumenten[0]) if argumenten else STANDAARD_DAGEN
    vandaag = date.today()  # noqa: DTZ011
    regels = te_oud(vandaag, dagen)
    print("\n".join(regels) if regels else f"alle tabellen zijn nagekeken op {datum_nl(vandaag)}")
    return 1 if regels else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
