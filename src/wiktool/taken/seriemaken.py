"""A whole batch in one call, for programs; ``wiktool serie`` joins the same parts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wiktool.invoer.instellingen import Instellingen
from wiktool.kern.begrippen import Briefsoort
from wiktool.taken.formaten import Formaat
from wiktool.taken.huisstijl import maak_huisstijl
from wiktool.taken.serie import uitvoeren
from wiktool.taken.serie.bronnen import Leeswijze, lees_invoer, vind_bestanden
from wiktool.taken.serie.model import Opdracht
from wiktool.taken.serie.voorbereiden import Bijlagen, bereid_voor, maak_afzender

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from wiktool.taken.serie.model import Uitslag
    from wiktool.taken.serie.uitvoeren import Samenvatting


def _niets(_: Uitslag) -> None:
    return


def maak_serie(
    invoer: Iterable[Path | str],
    *,
    datum: date,
    uit: Path | None,
    soort: Briefsoort = Briefsoort.WIK,
    formaat: Formaat = Formaat.DOCX,
    relaties: Path | None = None,
    bank: Iterable[Path] = (),
    aanmaningen: Iterable[Path] = (),
    instellingen: Instellingen | None = None,
    hervat: bool = False,
    werkers: int = 1,
    bij_uitslag: Callable[[Uitslag], None] = _niets,
) -> Samenvatting:
    """Make one letter for every debtor in these files.

    Args:
        invoer: open items (CSV, XLSX), UBL invoices, dossiers, or folders of them.
        datum: of the letters.
        soort: which letter.
        formaat: of the letters.
        uit: where letters and lists go; None for a dry run.
        relaties: names and addresses.
        bank: what came in since the export.
        aanmaningen: overviews of letters sent before.
        instellingen: ``wiktool.toml``, who the creditor of the open items is.
        hervat: go on with a batch that was not finished.
        werkers: processes; the result does not depend on it.
        bij_uitslag: called with what became of every debtor, in the order of the input.

    Raises:
        BestandFout: nothing can be read, or the folder cannot be used.
        NietMogelijk: nobody says who the creditor is.
    """
    instellingen = instellingen or Instellingen()
    with vind_bestanden(map(str, invoer), sys.stdin.buffer) as bestanden:
        gelezen = lees_invoer(bestanden, Leeswijze(), instellingen)
        bijlagen = Bijlagen(relaties=relaties, bank=[*bank], aanmaningen=[*aanmaningen])
        opdracht = Opdracht(
            soort=soort,
            datum=datum,
            formaat=formaat,
            map=uit,
            bijlagen=bijlagen.die_brieven_schelen,
            afzender=maak_afzender(instellingen) if gelezen.tabellen else None,
            overig=tuple(tabel.overig for _, tabel in gelezen.tabellen),
            huisstijl=maak_huisstijl(instellingen),
        )
        loop = uitvoeren.Loop(werkers=werkers, hervat=hervat, bij_uitslag=bij_uitslag)
        return uitvoeren.voer_uit(bereid_voor(gelezen, bijlagen).zaken, gelezen, opdracht, loop)
