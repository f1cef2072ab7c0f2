"""Tables whose number of cells depends on the data: their grid made to fit, as docxtpl does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TBL, _GRID, _KOLOM, _RIJ, _CEL, _PR, _SPAN, _BREEDTE, _WAARDE = (
    f"{{{W}}}{naam}"
    for naam in ("tbl", "tblGrid", "gridCol", "tr", "tc", "tcPr", "gridSpan", "w", "val")
)


def is_vast(wortel: _Element) -> bool:
    """Whether no table can come out with another number of cells than its grid has columns.

    True when every row fills the grid exactly, no table stands in another, and no tag works on
    cells.
    """
    for tabel in wortel.iter(_TBL):
        kolommen = len(_kolommen(tabel))
        for rij in tabel.iter(_RIJ):
            if rij.getparent() is not tabel or _cellen(rij) != kolommen:
                return False
    return True


def herstel(wortel: _Element) -> None:
    """Add and remove columns of every grid until it fits the longest row; the width stays."""
    for tabel in wortel.iter(_TBL):
        if tabel.find(_GRID) is not None:
            _voeg_toe(tabel)
            _neem_weg(tabel)


def _kolommen(tabel: _Element) -> list[_Element]:
    raster = tabel.find(_GRID)
    return raster.findall(_KOLOM) if raster is not None else []


def _cellen(rij: _Element) -> int:
    totaal = 0
    for cel in rij.findall(_CEL):
        eigenschappen = cel.find(_PR)
        span = eigenschappen.find(_SPAN) if eigenschappen is not None else None
        totaal += int(span.get(_WAARDE, "1")) if span is not None else 1
    return totaal


def _voeg_toe(tabel: _Element) -> None:
    kolommen = _kolommen(tabel)
    meeste = max((len(rij.findall(_CEL)) for rij in tabel.iter(_RIJ)), default=0)
    tekort = meeste - len(kolommen)
    if tekort <= 0 or not kolommen:
        return
    breedte = sum(float(kolom.get(_BREEDTE, "0")) for kolom in kolommen)
    oud, nieuw = breedte / len(kolommen), breedte / (len(kolommen) + tekort)
    for kolom in kolommen:
        if breedte:
            kolom.set(_BREEDTE, str(int(float(kolom.get(_BREEDTE, "0")) * nieuw / oud)))
    raster = tabel.find(_GRID)
    assert raster is not None  # noqa: S101 - it has columns
    for _ in range(tekort):
        kolom = raster.makeelement(_KOLOM, {_BREEDTE: str(int(nieuw))})
        raster.append(kolom)


def _neem_weg(tabel: _Element) -> None:
    kolommen = _kolommen(tabel)
    meeste = max((_cellen(rij) for rij in tabel.iter(_RIJ)), default=0)
    over = len(kolommen) - meeste
    raster = tabel.find(_GRID)
    if over <= 0 or raster is None:
        return
    weg = 0.0
    for kolom in kolommen[-over:]:
        weg += float(kolom.get(_BREEDTE, "0"))
        raster.remove(kolom)
    blijft = kolommen[:-over]
    erbij = int(weg / len(blijft)) if blijft else 0
    for kolom in blijft:
        kolom.set(_BREEDTE, str(int(float(kolom.get(_BREEDTE, "0")) + erbij)))
