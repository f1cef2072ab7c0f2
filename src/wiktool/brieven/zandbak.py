"""The sandbox in which a template of somebody else runs.

Beyond Jinja's own sandbox, which hides Python's inner parts: no loading of other templates, a short
list of filters, and limits on work and size, so that no template can hang or fill the memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from wiktool.kern.fouten import SjabloonFout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_STAPPEN: Final = 200_000
"""What one part of a letter may take: a round of a loop, a call, or so many characters, is one."""
TEKENS_PER_STAP: Final = 100
MAX_TEKST: Final = 2_000_000
"""Characters that one value may grow to."""

FILTERS: Final = frozenset(
    {
        "capitalize",
        "count",
        "d",
        "default",
        "e",
        "escape",
        "first",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "reject",
        "rejectattr",
        "replace",
        "reverse",
        "select",
        "selectattr",
        "sort",
        "title",
        "trim",
        "unique",
        "upper",
    }
)
"""The filters a template may use."""
_TEKSTMETHODEN: Final = frozenset(
    {
        "capitalize",
        "count",
        "endswith",
        "find",
        "index",
        "isalnum",
        "isalpha",
        "isdigit",
        "islower",
        "isupper",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
        "removesuffix",
        "rpartition",
        "rstrip",
        "split",
        "startswith",
        "strip",
        "title",
        "upper",
    }
)
_VERBODEN: Final = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_TELLER: Final = "_tel_rondes"
_PLAK: Final = "_plak"


class Zandbak(ImmutableSandboxedEnvironment):
    """An environment for templates that are not our own; values are escaped for XML."""

    intercepted_binops = frozenset(("+", "*", "%", "**"))

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=self._weeg)
        self.filters = {naam: self.filters[naam] for naam in FILTERS}
        self.filters["replace"] = _vervang
        self.filters["join"] = _voeg_samen
        self.filters[_TELLER] = self._tel
        self.filters[_PLAK] = _plak
        self.globals.clear()
        self._stappen = 0
        self._gewicht = 1

    def begin(self) -> None:
        """Start counting anew, before a part is rendered."""
        self._stappen = 0

    def _stap(self, aantal: int) -> None:
        self._stappen += aantal
        if self._stappen > MAX_STAPPEN:
            raise SjabloonFout(
                f"het sjabloon doet meer dan {MAX_STAPPEN} stappen",
                doe="gebruik minder lussen in elkaar",
            )

    def _tel(self, reeks: Iterable[Any], gewicht: int) -> Iterator[Any]:
        for deel in reeks:
            self._stap(gewicht)
            yield deel

    def _weeg(self, waarde: Any) -> Any:
        """Count what a value adds to the letter."""
        if isinstance(waarde, str):
            self._stap(len(waarde) // TEKENS_PER_STAP)
        return waarde

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        boom = super()._parse(source, name, filename)
        if any(boom.find(soort) is not None for soort in _VERBODEN):
            raise _mag_niet("andere sjablonen laden mag niet")
        for lus in list(boom.find_all(nodes.For)):
            lus.iter = _filter(lus.iter, _TELLER, nodes.Const(_gewicht(lus)))
        self._gewicht = max(self._gewicht, _gewicht(boom))
        _vervang_aaneenschakeling(boom)
        return boom

    def call(self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a macro or a method of a text; nothing else is at hand."""
        self._stap(self._gewicht)
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic, with results of a bounded size."""
        if operator == "%" and isinstance(left, str):
            raise _mag_niet("opmaak met % mag niet")
        if operator == "**":
            raise _mag_niet("machtsverheffen mag niet")
        if operator == "*" and not all(isinstance(deel, int | float) for deel in (left, right)):
            raise _mag_niet("tekst of lijsten vermenigvuldigen mag niet")
        return _begrens(super().call_binop(context, operator, left, right))

    def wrap_str_format(self, value: Any) -> Any:
        """Refuse ``format``: one field width makes megabytes."""
        if callable(value) and getattr(value, "__name__", "") in ("format", "format_map"):
            raise _mag_niet("opmaak met format mag niet")
        return None

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Names of values, and a short list of methods of a text."""
        if isinstance(obj, str):
            return attr in _TEKSTMETHODEN
        if callable(value) and not isinstance(value, type(_vervang)):
            return False
        return super().is_safe_attribute(obj, attr, value)


def _mag_niet(melding: str) -> SjabloonFout:
    return SjabloonFout(melding, doe="docs/sjablonen.md toont wat een sjabloon kan")


def _filter(knoop: nodes.Node, naam: str, *waarden: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(knoop, naam, list(waarden), [], None, None, lineno=knoop.lineno)


def _gewicht(knoop: nodes.Node) -> int:
    """How many steps the fixed text inside counts for."""
    tekens = sum(len(deel.data) for deel in knoop.find_all(nodes.TemplateData))
    return 1 + tekens // TEKENS_PER_STAP


def _vervang_aaneenschakeling(knoop: nodes.Node) -> None:
    """Let ``a ~ b`` go by way of a filter that bounds its result."""
    for veld, waarde in knoop.iter_fields():
        if isinstance(waarde, nodes.Node):
            setattr(knoop, veld, _zonder_concat(waarde))
        elif isinstance(waarde, list):
            waarde[:] = [
                _zonder_concat(deel) if isinstance(deel, nodes.Node) else deel for deel in waarde
            ]


def _zonder_concat(knoop: nodes.Node) -> nodes.Node:
    _vervang_aaneenschakeling(knoop)
    if isinstance(knoop, nodes.Concat):
        return _filter(nodes.List(knoop.nodes, lineno=knoop.lineno), _PLAK)
    return knoop


def _begrens(waarde: Any) -> Any:
    if isinstance(waarde, str | list | tuple) and len(waarde) > MAX_TEKST:
        raise _mag_niet("een waarde wordt te groot")
    if isinstance(waarde, int) and abs(waarde) > 10**30:
        raise _mag_niet("een getal wordt te groot")
    return waarde


def _plak(delen: list[Any]) -> Any:
    from markupsafe import Markup, escape

    opgemaakt = any(hasattr(deel, "__html__") for deel in delen)
    leeg: str = Markup() if opgemaakt else ""
    return _begrens(leeg.join(escape(deel) if opgemaakt else str(deel) for deel in delen))


def _voeg_samen(delen: Iterable[Any], teken: str = "", attribute: str | None = None) -> Any:
    from markupsafe import Markup, escape

    stukken = [escape(deel[attribute] if attribute else deel) for deel in delen]
    if sum(map(len, stukken)) + len(stukken) * len(teken) > MAX_TEKST:
        raise _mag_niet("een waarde wordt te groot")
    return Markup(escape(teken)).join(stukken)  # noqa: S704 - escaped here


def _vervang(tekst: Any, oud: str, nieuw: str, count: int = -1) -> str:
    woorden = str(tekst)
    if not oud or len(woorden) + woorden.count(oud) * len(nieuw) > MAX_TEKST:
        raise _mag_niet("een waarde wordt te groot")
    return woorden.replace(str(oud), str(nieuw), count)
