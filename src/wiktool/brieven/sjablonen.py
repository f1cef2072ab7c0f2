"""Where the templates are, and the Jinja environments that run our own.

An unknown name is an error, never an empty place in a letter. A template of somebody else runs in
:mod:`wiktool.brieven.zandbak`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from wiktool.brieven.opmaaktaal import verhul
from wiktool.kern.fouten import SjabloonFout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment, Template

_BEWIJS: Final = "woorden.toml"


@cache
def sjablonenmap() -> Path:
    """The folder with the built-in templates, in a wheel and in a checkout alike.

    Raises:
        SjabloonFout: it is not there; the installation is incomplete.
    """
    pakket = Path(__file__).parents[1]
    for kandidaat in (pakket / "templates", pakket.parent.parent / "templates"):
        if (kandidaat / _BEWIJS).is_file():
            return kandidaat
    raise SjabloonFout(
        "de sjablonen van wiktool ontbreken", doe="installeer wiktool opnieuw"
    )  # pragma: no cover - a broken installation


@cache
def tekstomgeving() -> Environment:
    """The environment for letter texts: values enter with their marks hidden."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(  # noqa: S701 - text, not HTML; finalize hides the marks in values
        loader=FileSystemLoader(sjablonenmap()),
        undefined=StrictUndefined,
        finalize=_in_de_tekst,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def vertrouwde_omgeving() -> Environment:
    """The environment for our own Word template: values are escaped for XML."""
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined)


def _in_de_tekst(waarde: object) -> object:
    """Hide the marks of a value; what a template itself rendered keeps them."""
    return waarde if hasattr(waarde, "__html__") else verhul(waarde)


@cache
def _tekstsjabloon(naam: str) -> Template:
    return tekstomgeving().get_template(naam)


def geef_tekst(naam: str, waarden: Mapping[str, Any]) -> str:
    """Render one of the letter texts.

    Raises:
        SjabloonFout: the template is broken or names something that does not exist.
    """
    from jinja2 import TemplateError

    try:
        return _tekstsjabloon(naam).render(waarden)
    except TemplateError as fout:
        raise SjabloonFout(f"sjabloon {naam}: {fout}", plaats=naam) from fout
