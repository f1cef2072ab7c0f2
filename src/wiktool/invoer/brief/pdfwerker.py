"""The process that opens pdf files: whatever a hostile file does, it does here.

Started by :mod:`wiktool.invoer.brief.pdfproces`. It reads on standard input, for each file, its
length (eight bytes) and its bytes, and answers in the same form with JSON: the lines of each page
with their place, in PDFium's order. It limits its own memory and time, and dies rather than go over
either. It imports as little as it can, because it starts with every single check.

Asking PDFium about one character costs as much as reading fifty, so it is asked only about the ends
of lines and about the spaces.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import signal
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO, Final

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from wiktool.invoer.brief import grenzen
from wiktool.invoer.brief.pdftaal import AFBREKING, FOUT, KOLOMGAT, LENGTE

_KOLOMGAT_ZONDER_SPATIES: Final = 1.0
"""The same where the file has no spaces of its own and every gap between words is only a gap."""
_MIN_UITGEVULD: Final = 2
_MAX_UITGEVULD: Final = 1.8
_GELIJK: Final = 1.5
_REGEL: Final = re.compile(f"[^\r\n{AFBREKING}]+{AFBREKING}?|{AFBREKING}")
_SPATIES: Final = re.compile("[ \u00a0]+")
_MEER_SPATIES: Final = re.compile("[ \u00a0]{2,}")
_WIT: Final = "\0 \t\u00a0"
_GELUKT: Final = 1
_MAX_AANTEKENINGEN: Final = 2_000
_EINDE: Final = b"%%EOF"
_NA_EINDE: Final = 4_096
"""Bytes that may follow the end mark; without one the file broke off and pages may be missing."""
_ONGEBRUIKT: Final = ((b"/ColorSpace", b"/ColorSpacX"), (b"/Metadata", b"/MetadatX"))
"""Names, and names as long that mean nothing: opening the colour profiles of a page takes PDFium
several times as long as reading its text, and the description of the file a tenth of all its time;
nobody reads either."""
_PROEVEN: Final = 20
_KWARTSLAG: Final = math.pi / 2
_SCHUIN: Final = 0.1

_NERGENS: Final = (0.0, 0.0, 0.0, 0.0)

Doos = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""
Regel = list[Any]
"""Text, left, bottom, right, top (tenths of points, as the page is read), and whether it stands
aslant."""


def _direct(functie: Any, uitkomst: Any) -> Callable[..., Any]:
    """A function of PDFium that is called for every line, at a third of what a call costs.

    Nothing checks its arguments, and nothing else can run while it does.
    """
    return ctypes.PYFUNCTYPE(uitkomst)(ctypes.cast(functie, ctypes.c_void_p).value or 0)


_char_angle: Final = _direct(pdfium.FPDFText_GetCharAngle, ctypes.c_float)
_is_generated: Final = _direct(pdfium.FPDFText_IsGenerated, ctypes.c_int)
_loose_char_box: Final = _direct(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)


def hoofd() -> None:
    """Answer until the input ends."""
    invoer, uitvoer = sys.stdin.buffer, sys.stdout.buffer
    _begrens_geheugen()
    pdfium.FPDF_InitLibrary()
    while stapel := _ontvang(invoer):
        for inhoud in stapel:
            _zet_wekker(grenzen.PDF_SECONDEN)
            antwoord = json.dumps(lees(inhoud)).encode()
            _zet_wekker(0)
            uitvoer.write(len(antwoord).to_bytes(LENGTE, "big") + antwoord)
            uitvoer.flush()


def lees(inhoud: bytes) -> dict[str, Any]:
    """The pages of a pdf, or why they cannot be read."""
    if _EINDE not in inhoud[-_NA_EINDE:]:
        return {FOUT: "beschadigd"}
    for naam, niets in _ONGEBRUIKT:
        inhoud = inhoud.replace(naam, niets)
    document = pdfium.FPDF_LoadMemDocument64(inhoud, len(inhoud), None)
    if not document:
        is_geheim = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        return {FOUT: "wachtwoord" if is_geheim else "beschadigd"}
    try:
        aantal = pdfium.FPDF_GetPageCount(document)
        if aantal > grenzen.BLADZIJDEN:
            return {FOUT: "te veel bladzijden"}
        bladzijden = []
        tekens = 0
        for nummer in range(aantal):
            bladzijde = _bladzijde(document, nummer)
            bladzijden.append(bladzijde)
            tekens += sum(len(regel[0]) for regel in bladzijde["regels"])
            if tekens > grenzen.TEKENS:
                return {FOUT: "te veel tekst"}
        return {"bladzijden": bladzijden}
    finally:
        pdfium.FPDF_CloseDocument(document)


def _bladzijde(document: Any, nummer: int) -> dict[str, Any]:
    """The lines of one page; of a page that cannot be opened PDFium says nothing, and goes on."""
    bladzijde = pdfium.FPDF_LoadPage(document, nummer)
    ingevuld = _heeft_ingevulde_velden(bladzijde)
    if ingevuld and pdfium.FPDFPage_Flatten(bladzijde, pdfium.FLAT_NORMALDISPLAY) == _GELUKT:
        pdfium.FPDF_ClosePage(bladzijde)
        bladzijde = pdfium.FPDF_LoadPage(document, nummer)
    laag = pdfium.FPDFText_LoadPage(bladzijde)
    try:
        rechtop = _stand(laag)
        if rechtop != pdfium.FPDFPage_GetRotation(bladzijde):
            pdfium.FPDFText_ClosePage(laag)
            pdfium.FPDFPage_SetRotation(bladzijde, rechtop)
            laag = pdfium.FPDFText_LoadPage(bladzijde)
        kader = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(bladzijde, ctypes.byref(kader))
        doos = _gedraaid((kader.left, kader.bottom, kader.right, kader.top), rechtop)
        return {
            "onder": doos[1],
            "boven": doos[3],
            "leeg": pdfium.FPDFPage_CountObjects(bladzijde) == 0,
            "ingevuld": ingevuld,
            "regels": list(_Tekstlaag(laag, rechtop).stukken(doos)),
        }
    finally:
        pdfium.FPDFText_ClosePage(laag)
        pdfium.FPDF_ClosePage(bladzijde)


def _heeft_ingevulde_velden(bladzijde: Any) -> bool:
    """Whether form fields or typed-on text lie over the page; they are part of what is read."""
    for nummer in range(min(pdfium.FPDFPage_GetAnnotCount(bladzijde), _MAX_AANTEKENINGEN)):
        aantekening = pdfium.FPDFPage_GetAnnot(bladzijde, nummer)
        soort = pdfium.FPDFAnnot_GetSubtype(aantekening)
        pdfium.FPDFPage_CloseAnnot(aantekening)
        if soort in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
            return True
    return False


def _stand(laag: Any) -> int:
    """Over how many quarters a page must be turned for its text to stand upright.

    Only then PDFium reads the lines in their order.
    """
    aantal = pdfium.FPDFText_CountChars(laag)
    proef = range(0, aantal, max(1, aantal // _PROEVEN))
    handvat = _handvat(laag)
    slagen = Counter([-_kwartslagen(handvat, plek)[0] % 4 for plek in proef])
    return slagen.most_common(1)[0][0] if slagen else 0


def _handvat(laag: Any) -> Any:
    """A page as the direct functions take it."""
    return ctypes.c_void_p.from_param(ctypes.cast(laag, ctypes.c_void_p).value)


def _kwartslagen(handvat: Any, plek: int) -> tuple[int, bool]:
    """How far a character is turned, in quarters with the clock, and whether it is aslant."""
    hoek = _char_angle(handvat, plek)
    if not hoek:
        return 0, False
    slagen = round(hoek / _KWARTSLAG)
    return slagen, abs(hoek - slagen * _KWARTSLAG) > _SCHUIN


class _Tekstlaag:
    """The characters of one page.

    Args:
        rechtop: over how many quarters the page is turned; places are given as it is read.
    """

    def __init__(self, laag: Any, rechtop: int) -> None:
        self._laag = laag
        self._handvat = _handvat(laag)
        self._rechtop = rechtop
        aantal = pdfium.FPDFText_CountChars(laag)
        self._tekst = _tekst(laag, aantal) if aantal > 0 else ""
        self._een_op_een = len(self._tekst) == aantal
        self._maten = memoryview(bytearray(ctypes.sizeof(pdfium.FS_RECTF))).cast("f")
        self._naar_maten = ctypes.byref(ctypes.c_float.from_buffer(self._maten))
        self._dozen: dict[int, Doos] = {}
        self._gaten, self._kolomgat = self._wijde_gaten()

    def _wijde_gaten(self) -> tuple[list[int], float]:
        """Where the gaps begin that can part columns, and how wide one that does must be.

        A space of the file's own parts none. One that PDFium puts in, between words that the file
        places apart, and more than one in a row can.
        """
        bijgemaakt = []
        aantal = 0
        plek = -1
        for woord in self._tekst.split(" ")[:-1]:
            plek += len(woord) + 1
            aantal += 1
            nummer = plek if self._een_op_een else self._nummer(plek)
            if _is_generated(self._handvat, nummer) == 1:
                bijgemaakt.append(plek)
        kan_meer = "  " in self._tekst or "\u00a0" in self._tekst
        meer = _MEER_SPATIES.finditer(self._tekst) if kan_meer else ()
        eigen = 2 * len(bijgemaakt) < aantal
        return sorted(
            {*bijgemaakt, *(gat.start() for gat in meer)}
        ), KOLOMGAT if eigen else _KOLOMGAT_ZONDER_SPATIES

    def stukken(self, kader: Doos) -> Iterator[Regel]:
        """The lines on the page, cut where a wide gap parts two columns."""
        for begin, eind in self._regels():
            for links, rechts in self._kolommen(begin, eind):
                laatste = rechts - 1 - self._tekst.endswith(AFBREKING, links + 1, rechts)
                doos = _samen(self._doos_van(links), self._doos_van(laatste))
                if _overlapt(doos, kader):
                    slagen, schuin = _kwartslagen(self._handvat, self._nummer(links))
                    scheef = schuin or -slagen % 4 != self._rechtop
                    yield [self._tekst[links:rechts], *[round(10 * maat) for maat in doos], scheef]

    def _regels(self) -> Iterator[tuple[int, int]]:
        """Begin and end of each line with text."""
        for regel in _REGEL.finditer(self._tekst):
            stuk = regel.group()
            kaal = stuk.strip(_WIT)
            if kaal:
                begin = regel.start() + len(stuk) - len(stuk.lstrip(_WIT))
                yield begin, begin + len(kaal)

    def _kolommen(self, begin: int, eind: int) -> Iterator[tuple[int, int]]:
        """Begin and end of each column of a line."""
        eerste = bisect_left(self._gaten, begin)
        if eerste < len(self._gaten) and self._gaten[eerste] < eind:
            _, onder, _, boven = self._doos_van(begin)
            hoogte = max(boven - onder, 1.0)
            spaties = [plek.span() for plek in _SPATIES.finditer(self._tekst, begin, eind)]
            gaten = {*self._gaten[eerste : bisect_left(self._gaten, eind)]}
            breedten = [
                self._breedte(*spatie) / hoogte if spatie[0] in gaten else 0.0 for spatie in spaties
            ]
            if not _is_uitgevuld(breedten):
                for (links, rechts), breedte in zip(spaties, breedten, strict=True):
                    if breedte > self._kolomgat:
                        yield begin, links
                        begin = rechts
        yield begin, eind

    def _breedte(self, begin: int, eind: int) -> float:
        """How wide the gap at a space is."""
        return self._doos_van(eind)[0] - self._doos_van(begin - 1)[2]

    def _nummer(self, plek: int) -> int:
        if self._een_op_een:
            return plek
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._laag, plek))

    def _doos_van(self, plek: int) -> Doos:
        """Where a character stands; the ends of a column are asked for twice."""
        if plek not in self._dozen:
            self._dozen[plek] = self._meet(self._nummer(plek))
        return self._dozen[plek]

    def _meet(self, nummer: int) -> Doos:
        if not _loose_char_box(self._handvat, nummer, self._naar_maten):
            return _NERGENS
        links, boven, rechts, onder = self._maten.tolist()
        if not math.isfinite(links + boven + rechts + onder):
            return _NERGENS
        doos = links, onder, rechts, boven
        return _gedraaid(doos, self._rechtop) if self._rechtop else doos


def _tekst(laag: Any, aantal: int) -> str:
    """The text of a page; a character beyond the first plane is two, as PDFium counts them."""
    buffer = bytearray(2 * (aantal + 1))
    begin = ctypes.byref(ctypes.c_ushort.from_buffer(buffer))
    lengte = max(0, pdfium.FPDFText_GetText(laag, 0, aantal, begin) - 1)
    tekst = buffer[: 2 * lengte].decode("utf-16-le", "surrogatepass")
    if len(tekst) == lengte:
        return tekst
    return "".join(map(chr, memoryview(buffer).cast("H")[:lengte]))


def _is_uitgevuld(breedten: list[float]) -> bool:
    """Whether the gaps of a line, in letter heights, are those of prose stretched to the margin."""
    return (
        len(breedten) > _MIN_UITGEVULD
        and 0 < max(breedten) < _MAX_UITGEVULD
        and max(breedten) < _GELIJK * min(breedten)
    )


def _samen(een: Doos, ander: Doos) -> Doos:
    links, onder, rechts, boven = een
    begin, voet, eind, top = ander
    return (
        links if links < begin else begin,
        onder if onder < voet else voet,
        rechts if rechts > eind else eind,
        boven if boven > top else top,
    )


def _overlapt(een: Doos, ander: Doos) -> bool:
    return een[0] <= ander[2] and een[2] >= ander[0] and een[1] <= ander[3] and een[3] >= ander[1]


def _gedraaid(doos: Doos, kwartslagen: int) -> Doos:
    """A box as it lies once the page is turned with the clock."""
    links, onder, rechts, boven = doos
    match kwartslagen:
        case 1:
            return onder, -rechts, boven, -links
        case 2:
            return -rechts, -boven, -links, -onder
        case 3:
            return -boven, links, -onder, rechts
        case _:
            return doos


def _ontvang(stroom: BinaryIO) -> list[bytes]:
    """The files that come in together; none where the input ends."""
    return [stroom.read(_getal(stroom)) for _ in range(_getal(stroom))]


def _getal(stroom: BinaryIO) -> int:
    return int.from_bytes(stroom.read(LENGTE), "big")


def _begrens_geheugen() -> None:
    """Where the system can, take no more memory than a letter can need."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (grenzen.PDF_GEHEUGEN, grenzen.PDF_GEHEUGEN))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _zet_wekker(seconden: int) -> None:
    """Where the system can, die when the time is up, also in the middle of PDFium."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconden)
