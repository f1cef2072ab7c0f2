"""The payment code read back, from the squares and from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp
from tests.brieven.hulp import BRIEVEN, HERINNERING, SOMMATIE, voorbeeldbrief

from wiktool.brieven.qr import als_matrix, betaalcode
from wiktool.kern.begrippen import Briefsoort, Taal, Toon
from wiktool.taken.formaten import Formaat, maak_op

if TYPE_CHECKING:
    from collections.abc import Sequence


PUNTEN = 4
"""Dots a square, and squares of white around the code."""


def getekend(matrix: Sequence[bytes]) -> memoryview:
    """The code as a picture of grey dots, a byte each."""
    zijde = (len(matrix) + 2 * PUNTEN) * PUNTEN
    rand = b"\xff" * PUNTEN * PUNTEN
    wit = [b"\xff" * zijde] * PUNTEN * PUNTEN
    rijen = [
        rand + b"".join((b"\0" if vlak else b"\xff") * PUNTEN for vlak in rij) + rand
        for rij in matrix
        for _ in range(PUNTEN)
    ]
    return memoryview(b"".join([*wit, *rijen, *wit])).cast("B", shape=[zijde, zijde])


def afgedrukt(blad: pypdfium2.PdfPage) -> memoryview:
    """The page in grey, at 200 dots an inch."""
    beeld = blad.render(scale=200 / 72, grayscale=True)
    return memoryview(bytes(beeld.buffer)).cast("B", shape=[beeld.height, beeld.stride])


def gelezen(beeld: memoryview) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(beeld)]


@pytest.mark.parametrize("lengte", [1, 14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331])
def test_every_version_is_read(lengte: int) -> None:
    """The longest text of each version of the standard, 1 to 13, and the shortest of all."""
    tekst = ("BCD\n002\n" + "0123456789" * 33)[-lengte:]
    assert gelezen(getekend(als_matrix(tekst))) == [tekst]


def test_letters_beyond_ascii_are_read() -> None:
    tekst = "BCD\n002\n1\nSCT\n\nCafé «De Ü»\nNL91ABNA0417164300\nEUR40.00\n\n\nnº 17"
    assert gelezen(getekend(als_matrix(tekst))) == [tekst]


@pytest.mark.parametrize(("naam", "soort"), BRIEVEN[::7])
def test_the_code_on_the_page_is_read(naam: str, soort: Briefsoort) -> None:
    letter = voorbeeldbrief(naam, soort, Toon.FORS, Taal.NL).brief
    code = betaalcode(letter.waarden)
    with pypdfium2.PdfDocument(maak_op(letter, Formaat.PDF)) as bladen:
        op_papier = [tekst for blad in bladen for tekst in gelezen(afgedrukt(blad))]
    assert op_papier == ([code] if code is not None else [])


def test_the_amount_of_the_code_is_the_amount_of_the_letter() -> None:
    waarden = voorbeeldbrief("btw", SOMMATIE).brief.waarden
    code = betaalcode(waarden)
    assert code is not None
    (tekst,) = gelezen(getekend(als_matrix(code)))
    assert tekst.split("\n")[7] == f"EUR{waarden.te_betalen_getal}"


@pytest.mark.parametrize("soort", [HERINNERING, SOMMATIE])
def test_the_code_on_the_page_has_white_around_it(soort: Briefsoort) -> None:
    """ISO/IEC 18004: four squares on every side; the words below it come no nearer."""
    letter = voorbeeldbrief("minimum", soort).brief
    code = betaalcode(letter.waarden)
    assert code is not None
    with pypdfium2.PdfDocument(maak_op(letter, Formaat.PDF)) as bladen:
        beeld = afgedrukt(bladen[0])
    (gevonden,) = zxingcpp.read_barcodes(beeld)
    hoeken = gevonden.position
    rand = 4 * (hoeken.bottom_right.x - hoeken.top_left.x) / len(als_matrix(code))
    links, boven = hoeken.top_left.x, hoeken.top_left.y
    rechts, onder = hoeken.bottom_right.x, hoeken.bottom_right.y
    punten = beeld.tolist()
    for y in range(round(boven - rand) + 2, round(onder + rand) - 1):
        for x in range(round(links - rand) + 2, round(rechts + rand) - 1):
            in_de_code = boven - 2 <= y <= onder + 2 and links - 2 <= x <= rechts + 2
            assert in_de_code or punten[y][x] == 255, (x, y)
