"""A small batch: one creditor, open items as text, letters in a temporary folder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from wiktool.invoer.instellingen import Instellingen
from wiktool.kern.begrippen import Briefsoort
from wiktool.taken.formaten import Formaat
from wiktool.taken.serie.bronnen import Invoer, Leeswijze, lees_invoer
from wiktool.taken.serie.model import Opdracht, Uitslag
from wiktool.taken.serie.uitvoeren import Loop, Samenvatting, voer_uit
from wiktool.taken.serie.voorbereiden import Bijlagen, bereid_voor, maak_afzender

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KOP = "Debiteurnummer;Naam;Adres;Postcode;Plaats;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand"
DATUM = date(2026, 11, 20)
EIGEN = Instellingen(
    delen={
        "schuldeiser": {
            "naam": "Praktijk De Linde",
            "adres": "Dorpsstraat 1",
            "postcode": "3511 AB",
            "plaats": "Utrecht",
            "kvk": "12345678",
            "iban": "NL91ABNA0417164300",
            "email": "administratie@delinde.example",
            "fatale_termijn": True,
        }
    }
)


def rij(nummer: str, factuur: str, bedrag: str, verval: str = "2026-08-31", naam: str = "") -> str:
    """One open item of a debtor with an address."""
    naam = naam or f"Klant {nummer}"
    return f"{nummer};{naam};Kerkstraat 2;1234 AB;Stad;{factuur};2026-08-01;{verval};{bedrag}"


class Proef:
    """One run after another over the same folder, with every result kept."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.uit = map_ / "uit"
        self.uitslagen: list[Uitslag] = []

    def schrijf(self, *rijen: str, kop: str = KOP, naam: str = "posten.csv") -> Path:
        pad = self.map / naam
        pad.write_text("\n".join([kop, *rijen, ""]), encoding="utf-8")
        return pad

    def lees(self, *bestanden: Path, instellingen: Instellingen = EIGEN, **wijze: Any) -> Invoer:
        return lees_invoer(list(bestanden), Leeswijze(**wijze), instellingen)

    def draai(
        self,
        *bestanden: Path,
        bijlagen: Bijlagen | None = None,
        loop: dict[str, Any] | None = None,
        wijze: dict[str, Any] | None = None,
        **opdracht: Any,
    ) -> Samenvatting:
        invoer = self.lees(*bestanden, **(wijze or {}))
        self.uitslagen = []
        gegevens = {
            "soort": Briefsoort.WIK,
            "datum": DATUM,
            "formaat": Formaat.TXT,
            "map": self.uit,
            "afzender": maak_afzender(EIGEN) if invoer.tabellen else None,
            "overig": tuple(gelezen.overig for _, gelezen in invoer.tabellen),
        }
        zaken = bereid_voor(invoer, bijlagen or Bijlagen()).zaken
        return voer_uit(
            zaken,
            invoer,
            Opdracht(**(gegevens | opdracht)),
            Loop(**({"bij_uitslag": self.uitslagen.append} | (loop or {}))),
        )

    def tabel(self, naam: str) -> list[dict[str, str]]:
        """A list that was written, row by row."""
        import csv

        with (self.uit / naam).open(encoding="utf-8-sig", newline="") as bestand:
            return list(csv.DictReader(bestand, delimiter=";"))

    def bestanden(self) -> dict[str, bytes]:
        return {pad.name: pad.read_bytes() for pad in sorted(self.uit.iterdir())}


@pytest.fixture
def proef(tmp_path: Path) -> Proef:
    return Proef(tmp_path)


@pytest.fixture
def posten() -> Callable[..., str]:
    return rij
