"""Amounts and dates in a column of cells.

A column is written in one way. ``1.250`` alone has two readings; in a column where ``12,50`` occurs
it is 1250. So each column gathers evidence while it is read. A cell that needs evidence which has
not been seen yet raises ``Twijfel``; its row is read again when the whole column is known.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from wiktool.kern.fouten import NotatieFout
from wiktool.kern.geld import CENT, MAX_CIJFERS

if TYPE_CHECKING:
    from collections.abc import Sequence

_KOMMA: Final = r"-?(?:[0-9]{1,13}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}),[0-9]{2}"
_PUNT: Final = r"-?(?:[0-9]{1,13}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})\.[0-9]{2}"
_BLOKKEN: Final = (
    (",", ".", re.compile(rf"{_KOMMA}(?:\n{_KOMMA})*")),
    (".", ",", re.compile(rf"{_PUNT}(?:\n{_PUNT})*")),
)
"""Lines of plain amounts: their decimal mark, the mark of their thousands, their form."""

_MINTEKENS: Final = str.maketrans("\u2212\u2013", "--")
_TEKEN: Final = re.compile(r"(?P<voor>-)?(?P<kern>[^-]*?(?:[.,]-{1,2})?)(?P<na>-)?")
_MUNT_VOOR: Final = re.compile(r"^([-(]?)\s*(?:€|euro?(?![a-z]))\s*", re.IGNORECASE)
_MUNT_NA: Final = re.compile(r"\s*(?:€|euro?)\s*([-)]?)$", re.IGNORECASE)
_SPATIES: Final = re.compile(r"[1-9][0-9]{0,2}(?:[ \u00a0\u202f\u2009'][0-9]{3})+(?:[.,][0-9-]+)?")
"""Thousands parted by spaces (or, in Switzerland, by an apostrophe)."""

_GROEPEN: Final = {
    ".": re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]*|-{1,2}))?"),
    ",": re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]*|-{1,2}))?"),
}
"""Thousands parted by this mark, and decimals after the other one."""

_DECIMAAL: Final = re.compile(r"([0-9]*)([.,])([0-9]+|-{1,2})")
_HEEL: Final = re.compile(r"[0-9]+")

_ISO: Final = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})")
_DAG_EERST: Final = re.compile(r"([0-9]{1,2})([-.])([0-9]{1,2})\2([0-9]{4})")
_SCHUIN: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_AANEEN: Final = re.compile(r"(20[0-9]{2}|19[0-9]{2})([0-9]{2})([0-9]{2})")
_SERIEEL: Final = re.compile(r"([0-9]{5})(?:\.0+)?")
_TIJD: Final = re.compile(
    r"(?<=[0-9])[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9:]+)?$"
)
_EXCEL_NUL: Final = date(1899, 12, 30)
_SERIEEL_VAN: Final = (date(2000, 1, 1) - _EXCEL_NUL).days
_SERIEEL_TOT: Final = (date(2099, 12, 31) - _EXCEL_NUL).days


class Twijfel(Exception):
    """A cell with two readings, in a column that has not yet shown which one is meant."""


class Bedragkolom:
    """The amounts of one column, negative ones too.

    Attributes:
        komma: a cell showed that the decimal mark is a comma.
        punt: a cell showed that it is a full stop.
        beslist: the whole column was seen; what is in doubt now stays so.
    """

    __slots__ = ("beslist", "komma", "punt")

    def __init__(self) -> None:
        self.komma = False
        self.punt = False
        self.beslist = False

    def lees_blok(self, cellen: Sequence[object]) -> list[Decimal] | None:
        """The amounts of many cells at once; None unless all are plain and written alike."""
        try:
            samen = "\n".join(cellen)  # type: ignore[arg-type]
        except TypeError:
            return self._lees_getallen(cellen)
        for decimaal, duizend, vorm in _BLOKKEN:
            if vorm.fullmatch(samen):
                self._toont(decimaal)
                machinaal = samen.replace(duizend, "").replace(decimaal, ".")
                bedragen = list(map(Decimal, machinaal.split("\n")))
                return bedragen if len(bedragen) == len(cellen) else None
        return None

    def _lees_getallen(self, cellen: Sequence[object]) -> list[Decimal] | None:
        """The amounts of cells out of a spreadsheet; None unless each is one."""
        try:
            bedragen = [bedrag for cel in cellen if (bedrag := self.lees(cel)) is not None]
        except (Twijfel, NotatieFout):
            return None
        return bedragen if len(bedragen) == len(cellen) else None

    def lees(self, cel: object) -> Decimal | None:
        """The amount in euros with two decimals; None for an empty cell.

        Raises:
            Twijfel: two readings, and the column has not been seen whole.
            NotatieFout: no amount, or two readings and nothing in the column decides.
        """
        if not isinstance(cel, str):
            return _uit_getal(cel)
        kaal = cel.translate(_MINTEKENS).strip(" \t\r\n\u00a0\u202f\u2009")
        if not kaal:
            return None
        kaal = _MUNT_NA.sub(r"\1", _MUNT_VOOR.sub(r"\1", kaal))
        if kaal[:1] == "(" and kaal[-1] == ")":
            kaal = "-" + kaal[1:-1]
        vorm = _TEKEN.fullmatch(kaal)
        if vorm is None or (vorm["voor"] and vorm["na"]):
            raise _geen_bedrag(cel)
        tekst = vorm["kern"].strip()
        if _SPATIES.fullmatch(tekst):
            tekst = re.sub(r"[\s']", "", tekst)
        bedrag = self._zonder_teken(cel, tekst)
        return -bedrag if vorm["voor"] or vorm["na"] else bedrag

    def _zonder_teken(self, cel: str, tekst: str) -> Decimal:
        if _HEEL.fullmatch(tekst):
            return _maak(cel, tekst, "")
        for duizend, patroon in _GROEPEN.items():
            if groepen := patroon.fullmatch(tekst):
                return self._gegroepeerd(cel, groepen, duizend)
        if vorm := _DECIMAAL.fullmatch(tekst):
            self._toont(vorm[2])
            return _maak(cel, vorm[1] or "0", vorm[3].strip("-"))
        raise _geen_bedrag(cel)

    def _gegroepeerd(self, cel: str, groepen: re.Match[str], duizend: str) -> Decimal:
        heel, decimalen = groepen[1], groepen[2]
        if decimalen is None and heel.count(duizend) == 1:
            self._moet_duizendtal_zijn(cel, heel, duizend)
        else:
            self._toont("," if duizend == "." else ".")
        return _maak(cel, heel.replace(duizend, ""), (decimalen or "").strip("-"))

    def _toont(self, decimaal: str) -> None:
        if decimaal == ",":
            self.komma = True
        else:
            self.punt = True

    def _moet_duizendtal_zijn(self, cel: str, heel: str, duizend: str) -> None:
        """Take ``1.250`` for 1250 only where the column's decimal mark is known to be the other.

        Where the same mark is seen before decimals, three decimals would be as odd as one group.
        """
        if not self.beslist:
            raise Twijfel
        if (self.komma, self.punt) != (duizend == ".", duizend == ","):
            voor, na = heel.split(duizend)
            raise NotatieFout(
                f"«{cel}» is dubbelzinnig: {voor}{na},00 of {voor},{na.rstrip('0'):0<2}?",
                doe=f"schrijf {voor}{na},00 of {voor},{na[:2]}",
            )


def _uit_getal(cel: object) -> Decimal | None:
    """A number out of a spreadsheet, to the fifteen digits a spreadsheet shows."""
    if cel is None:
        return None
    if isinstance(cel, bool) or not isinstance(cel, (int, float)):
        raise _geen_bedrag(cel)
    tekst = format(cel, ".15g")
    if "e" in tekst or "n" in tekst:
        raise _geen_bedrag(cel)
    heel, _, decimalen = tekst.removeprefix("-").partition(".")
    bedrag = _maak(tekst, heel, decimalen)
    return -bedrag if cel < 0 else bedrag


def _maak(cel: str, heel: str, decimalen: str) -> Decimal:
    decimalen = decimalen.rstrip("0")
    if len(decimalen) > 2:
        raise NotatieFout(
            f"«{cel[:40]}» heeft meer dan twee decimalen", doe="rond af op hele centen"
        )
    if len(heel.lstrip("0")) > MAX_CIJFERS:
        raise NotatieFout(
            f"«{cel[:40]}» heeft meer dan {MAX_CIJFERS} cijfers", doe="controleer het bedrag"
        )
    return Decimal(f"{heel}.{decimalen:0<2}").quantize(CENT)


def _geen_bedrag(cel: object) -> NotatieFout:
    return NotatieFout(f"«{str(cel)[:40]}» is geen bedrag", doe="schrijf bijvoorbeeld 1234,56")


class Datumkolom(dict[object, date | None]):
    """The dates of one column, each text read once.

    Attributes:
        dag_eerst: a cell such as 31/08/2026 showed that the day comes first.
        maand_eerst: a cell such as 08/31/2026 showed that the month does.
        beslist: the whole column was seen.
    """

    __slots__ = ("beslist", "dag_eerst", "maand_eerst")

    def __init__(self) -> None:
        super().__init__()
        self.dag_eerst = False
        self.maand_eerst = False
        self.beslist = False

    def __missing__(self, cel: object) -> date | None:
        """Read a cell that was not seen before; None for an empty one.

        Raises:
            Twijfel: two readings, and the column has not been seen whole.
            NotatieFout: no date, or two readings and nothing in the column decides.
        """
        dag = self._lees_tekst(cel) if isinstance(cel, str) else _uit_dagcel(cel)
        self[cel] = dag
        return dag

    def _lees_tekst(self, cel: str) -> date | None:
        tekst = _TIJD.sub("", cel.strip())
        if not tekst:
            return None
        if vorm := _ISO.fullmatch(tekst):
            return _dag(cel, vorm[1], vorm[3], vorm[4])
        if vorm := _DAG_EERST.fullmatch(tekst):
            return _dag(cel, vorm[4], vorm[3], vorm[1])
        if vorm := _SCHUIN.fullmatch(tekst):
            return self._schuin(cel, vorm)
        if vorm := _AANEEN.fullmatch(tekst):
            return _dag(cel, vorm[1], vorm[2], vorm[3])
        if vorm := _SERIEEL.fullmatch(tekst):
            return _uit_serieel(cel, int(vorm[1]))
        raise _geen_datum(cel)

    def _schuin(self, cel: str, vorm: re.Match[str]) -> date:
        eerste, tweede, jaar = vorm.groups()
        if int(eerste) > 12:
            self.dag_eerst = True
        elif int(tweede) > 12:
            self.maand_eerst = True
        elif eerste != tweede:
            if not self.beslist:
                raise Twijfel
            if self.dag_eerst == self.maand_eerst:
                raise NotatieFout(
                    f"«{cel}» is dubbelzinnig: {eerste}-{tweede} of {tweede}-{eerste}?",
                    doe=f"schrijf {jaar}-{tweede}-{eerste} of {jaar}-{eerste}-{tweede}",
                )
            if self.maand_eerst:
                return _dag(cel, jaar, eerste, tweede)
        if int(tweede) > 12:
            eerste, tweede = tweede, eerste
        return _dag(cel, jaar, tweede, eerste)


def _dag(cel: str, jaar: str, maand: str, dag: str) -> date:
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        raise NotatieFout(f"«{cel}»: die dag bestaat niet", doe="controleer de datum") from None


def _uit_dagcel(cel: object) -> date | None:
    """A date out of a spreadsheet: as such, or as the number of days it is stored as."""
    if isinstance(cel, datetime):
        return cel.date()
    if cel is None or isinstance(cel, date):
        return cel
    if isinstance(cel, (int, float)) and not isinstance(cel, bool) and cel == int(cel):
        if _AANEEN.fullmatch(str(int(cel))):
            jaar, maanddag = divmod(int(cel), 10_000)
            return _dag(str(int(cel)), str(jaar), str(maanddag // 100), str(maanddag % 100))
        return _uit_serieel(cel, int(cel))
    raise _geen_datum(cel)


def _uit_serieel(cel: object, dagen: int) -> date:
    if not _SERIEEL_VAN <= dagen <= _SERIEEL_TOT:
        raise _geen_datum(cel)
    return _EXCEL_NUL + timedelta(days=dagen)


def _geen_datum(cel: object) -> NotatieFout:
    return NotatieFout(f"«{str(cel)[:40]}» is geen datum", doe="schrijf 2026-11-21 of 21-11-2026")


_AAN: Final = frozenset({"ja", "j", "yes", "y", "waar", "true", "x", "1", "v"})
_UIT: Final = frozenset({"", "nee", "n", "no", "onwaar", "false", "0", "-"})


_FORMULE: Final = frozenset("=+-@")


def lees_ja_nee(cel: object) -> bool | None:
    """Yes or no in the ways a spreadsheet says so; None for an empty cell.

    Raises:
        NotatieFout: neither.

    >>> lees_ja_nee("Ja"), lees_ja_nee(0.0), lees_ja_nee(" ")
    (True, False, None)
    """
    tekst = als_tekst(cel).casefold()
    if not tekst:
        return None
    if tekst not in _AAN | _UIT:
        raise NotatieFout(f"«{tekst[:40]}» is geen ja of nee", doe="schrijf ja of nee")
    return tekst in _AAN


def staat_aan(cel: object) -> bool:
    """Whether a mark such as "blocked" is set: by anything that is not a no.

    >>> staat_aan("regeling tot maart"), staat_aan("nee"), staat_aan(None)
    (True, False, False)
    """
    return als_tekst(cel).casefold() not in _UIT


def als_tekst(cel: object) -> str:
    """A cell as text, without white space around it; whole numbers without decimals.

    The apostrophe that keeps a spreadsheet from calculating a text is no part of it.

    >>> als_tekst(1042.0), als_tekst(None), als_tekst(" K1 "), als_tekst(True)
    ('1042', '', 'K1', 'ja')
    >>> als_tekst("'@Home"), als_tekst("'s-Gravenhage")
    ('@Home', "'s-Gravenhage")
    """
    if type(cel) is str:
        tekst = cel.strip()
        return tekst[1:] if tekst[:1] == "'" and tekst[1:2] in _FORMULE else tekst
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float):
        return format(cel, ".15g")
    return cel.isoformat()[:10] if isinstance(cel, date) else str(cel)


def als_teksten(cellen: Sequence[object]) -> list[str]:
    """Many cells as texts; the same as each by itself, and faster where all are texts.

    >>> als_teksten((" a", "b")), als_teksten(("a", 7.0))
    (['a', 'b'], ['a', '7'])
    """
    try:
        gewoon = "'" not in "".join(cellen)  # type: ignore[arg-type]
    except TypeError:
        gewoon = False
    return [*map(str.strip if gewoon else als_tekst, cellen)]  # type: ignore[arg-type]
