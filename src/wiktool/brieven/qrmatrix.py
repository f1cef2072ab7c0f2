"""QR codes for thousands of letters: the pattern of a version from segno once, then only the data.

segno draws everything that is the same in all codes of a version; here the bytes of one payment
are put in, some ten times as fast as from nothing. Error level M, and mask 2, which is as good as
any to a reader. A test holds the result to segno's own, square by square.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MASKER: Final = 2
_BLOKKEN: Final = {
    1: (10, (16,)),
    2: (16, (28,)),
    3: (26, (44,)),
    4: (18, (32,) * 2),
    5: (24, (43,) * 2),
    6: (16, (27,) * 4),
    7: (18, (31,) * 4),
    8: (22, (38,) * 2 + (39,) * 2),
    9: (22, (36,) * 3 + (37,) * 2),
    10: (26, (43,) * 4 + (44,)),
    11: (30, (50,) + (51,) * 4),
    12: (22, (36,) * 6 + (37,) * 2),
    13: (22, (37,) * 8 + (38,)),
}
"""Per version, at error level M: check bytes of a block, and data bytes of each block
(ISO/IEC 18004, table 9). EPC069-12 goes to version 13."""
_LANGE_TELLER: Final = 10
"""From this version on the length takes two bytes."""
_VULLING: Final = b"\xec\x11"
_POLYNOOM: Final = 0x11D


@dataclass(frozen=True, slots=True)
class _Patroon:
    """What all codes of a version share.

    Attributes:
        zijde: squares a side.
        vast: the squares, row after row, with the data squares light.
        plaatsen: the data squares in the order in which bits go in.
        masker: which of those are inverted, as one number.
    """

    zijde: int
    vast: bytes
    plaatsen: tuple[int, ...]
    masker: int


def maak_matrix(tekst: str) -> list[bytes] | None:
    """The squares of a code row by row, 1 dark and 0 light; None when the text is too long."""
    inhoud = tekst.encode()
    for versie, (_, blokken) in _BLOKKEN.items():
        kop = 3 if versie >= _LANGE_TELLER else 2
        if len(inhoud) + kop <= sum(blokken):
            return _vul(versie, inhoud, kop)
    return None


def _vul(versie: int, inhoud: bytes, kop: int) -> list[bytes]:
    patroon = _patroon(versie)
    woorden = _codewoorden(versie, inhoud, kop)
    aantal = len(patroon.plaatsen)
    bits = int.from_bytes(woorden) << (aantal - 8 * len(woorden))
    vlakken = bytearray(patroon.vast)
    for plaats, bit in zip(patroon.plaatsen, f"{bits ^ patroon.masker:0{aantal}b}", strict=True):
        if bit == "1":
            vlakken[plaats] = 1
    zijde = patroon.zijde
    return [bytes(vlakken[rij : rij + zijde]) for rij in range(0, zijde * zijde, zijde)]


def _codewoorden(versie: int, inhoud: bytes, kop: int) -> bytes:
    """Mode, length, data and padding; cut into blocks, each with its check bytes; interleaved."""
    controle, blokken = _BLOKKEN[versie]
    lengte = len(inhoud)
    getal = (4 << 8 * (kop - 1) | lengte) << 8 * lengte | int.from_bytes(inhoud)
    gegevens = (getal << 4).to_bytes(lengte + kop)
    ruimte = sum(blokken) - len(gegevens)
    gegevens += (b"\0" + _VULLING * ruimte)[
        :ruimte
    ]  # the empty byte is segno's; readers stop there
    delen, begin = [], 0
    for maat in blokken:
        delen.append(gegevens[begin : begin + maat])
        begin += maat
    return bytes([*_om_en_om(delen), *_om_en_om([_rest(deel, controle) for deel in delen])])


def _om_en_om(delen: list[bytes]) -> Iterator[int]:
    """The first byte of each, then the second of each."""
    for rij in zip_longest(*delen):
        yield from (woord for woord in rij if woord is not None)


def _rest(deel: bytes, aantal: int) -> bytes:
    """The check bytes of a block: the remainder after division by the generator."""
    tabel = _deeltabel(aantal)
    schuif, grens = 8 * (aantal - 1), (1 << 8 * aantal) - 1
    rest = 0
    for woord in deel:
        rest = (rest << 8 & grens) ^ tabel[woord ^ rest >> schuif]
    return rest.to_bytes(aantal)


@cache
def _deeltabel(aantal: int) -> tuple[int, ...]:
    """The generator of so many check bytes, times every byte, as numbers."""
    macht, logaritme = [1], [0] * 256
    for exponent in range(1, 255):
        volgende = macht[-1] << 1
        macht.append(volgende ^ _POLYNOOM if volgende > 255 else volgende)
        logaritme[macht[exponent]] = exponent

    def maal(a: int, b: int) -> int:
        return macht[(logaritme[a] + logaritme[b]) % 255] if a and b else 0

    generator = [1]
    for graad in range(aantal):
        verschoven = [*generator, 0]
        for plek, factor in enumerate(generator):
            verschoven[plek + 1] ^= maal(factor, macht[graad])
        generator = verschoven
    return tuple(
        int.from_bytes(bytes(maal(factor, woord) for factor in generator[1:]))
        for woord in range(256)
    )


@cache
def _patroon(versie: int) -> _Patroon:
    import segno
    from segno import consts

    code = segno.make_qr("x", version=versie, error="m", mask=MASKER, boost_error=False)
    zijde = len(code.matrix)
    data = {
        (y, x)
        for y, rij in enumerate(code.matrix_iter(border=0, verbose=True))
        for x, soort in enumerate(rij)
        if soort in (consts.TYPE_DATA_DARK, consts.TYPE_DATA_LIGHT)
    }
    data.add((8, zijde - 9))  # segno's own account calls this square part of the format
    plaatsen = [plaats for plaats in _zigzag(zijde) if plaats in data]
    vast = bytes(
        0 if (y, x) in data else vlak
        for y, rij in enumerate(code.matrix)
        for x, vlak in enumerate(rij)
    )
    omgekeerd = "".join("1" if x % 3 == 0 else "0" for _, x in plaatsen)
    return _Patroon(
        zijde=zijde,
        vast=vast,
        plaatsen=tuple(y * zijde + x for y, x in plaatsen),
        masker=int(omgekeerd, 2),
    )


def _zigzag(zijde: int) -> Iterator[tuple[int, int]]:
    """The squares in the order of the standard: two columns at a time, up and down by turns."""
    omhoog = True
    for rechts in (*range(zijde - 1, 6, -2), 5, 3, 1):
        rijen = range(zijde - 1, -1, -1) if omhoog else range(zijde)
        for rij in rijen:
            yield rij, rechts
            yield rij, rechts - 1
        omhoog = not omhoog
