"""The outcome of a check as SARIF 2.1.0, the format in which checkers report to other programs.

An error is ``fail``; what the tool cannot judge for want of a fact is ``open``, what courts differ
about ``review``. Equal input gives equal output: there is no timestamp, and a result keeps its
fingerprint as long as its rule and its passage stay the same.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from wiktool import __version__
from wiktool.controle.model import Bevinding, Ernst, NietTeBeoordelen
from wiktool.controle.register import ONLEESBAAR, REGELS
from wiktool.controle.uitleg import lees_uitleg
from wiktool.weergave.controle import zichtbaar
from wiktool.weergave.regels import uitleg_als_markdown, uitleg_als_tekst
from wiktool.weergave.tekst import Opmaak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wiktool.controle.model import Nagekeken, Passage
    from wiktool.controle.regel import Regel
    from wiktool.kern.brieftekst import Brieftekst
    from wiktool.kern.fouten import BestandFout

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
STDIN: Final = "-"
_STDIN_URI: Final = "standaardinvoer"
_VINGERAFDRUK: Final = "wiktool/1"
_NIVEAUS: Final = {
    Ernst.FOUT: "error",
    Ernst.BETWIST: "none",
    Ernst.WAARSCHUWING: "warning",
    Ernst.ADVIES: "note",
}
_NUMMERS: Final = {regel.code: nummer for nummer, regel in enumerate(REGELS)}
_BETWIST: Final = frozenset(regel.code for regel in REGELS if regel.ernst is Ernst.BETWIST)


def als_sarif(alle: Sequence[Nagekeken], *, ernst: Ernst = Ernst.ADVIES) -> str:
    """The outcomes as one SARIF log, in the order of the files; findings from ``ernst`` on."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(alle, ernst)]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _run(alle: Sequence[Nagekeken], ernst: Ernst) -> dict[str, Any]:
    per_uri: dict[str, Nagekeken] = {}
    for nagekeken in alle:
        per_uri.setdefault(_uri(nagekeken.bestand), nagekeken)
    nummers = {uri: nummer for nummer, uri in enumerate(per_uri)}
    return {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "language": "nl",
        "invocations": [
            {
                "executionSuccessful": all(nagekeken.fout is None for nagekeken in alle),
                "toolExecutionNotifications": [
                    _melding(nagekeken.fout, _verwijzing(nagekeken, nummers))
                    for nagekeken in alle
                    if nagekeken.fout is not None
                ],
            }
        ],
        "artifacts": [_bestand(per_uri[uri]) for uri in nummers],
        "results": [
            uitkomst
            for nagekeken in alle
            for uitkomst in _uitkomsten(nagekeken, _verwijzing(nagekeken, nummers), ernst)
        ],
    }


def _driver() -> dict[str, Any]:
    return {
        "name": "wiktool",
        "semanticVersion": __version__,
        "language": "nl",
        "rules": [_regel(regel) for regel in REGELS],
        "notifications": [
            {
                "id": ONLEESBAAR,
                "name": "onleesbaar",
                "shortDescription": {"text": "Het bestand kan niet worden gelezen."},
            }
        ],
    }


def _regel(regel: Regel) -> dict[str, Any]:
    uitleg = lees_uitleg(regel)
    bronnen = regel.bronnen
    return {
        "id": regel.code,
        "name": regel.naam,
        "shortDescription": {"text": uitleg.titel},
        "fullDescription": {"text": uitleg.deel("Wat wordt gecontroleerd").tekst},
        "help": {
            "text": uitleg_als_tekst(regel, Opmaak()),
            "markdown": uitleg_als_markdown(regel),
        },
        **({"helpUri": bronnen[0].url} if bronnen else {}),
        "defaultConfiguration": {"level": _NIVEAUS[regel.ernst]},
        "properties": {
            "ernst": regel.ernst.value,
            "soorten": sorted(soort.value for soort in regel.soorten),
        },
    }


def _melding(fout: BestandFout, bestand: dict[str, Any]) -> dict[str, Any]:
    """A file that could not be read: no finding about a letter."""
    return {
        "descriptor": {"id": ONLEESBAAR, "index": 0},
        "level": "error",
        "message": {"text": f"{fout.melding} (doe: {fout.doe})" if fout.doe else fout.melding},
        "locations": [{"physicalLocation": {"artifactLocation": bestand}}],
    }


def _bestand(nagekeken: Nagekeken) -> dict[str, Any]:
    toetsing = nagekeken.toetsing
    eigenschappen = (
        {}
        if toetsing is None
        else {
            "properties": {
                "soort": toetsing.soort.value,
                "oordeel": toetsing.oordeel.value,
                "getoetst": list(toetsing.getoetst),
            }
        }
    )
    return {
        "location": {"uri": _uri(nagekeken.bestand)},
        "roles": ["analysisTarget"],
        **eigenschappen,
    }


def _uitkomsten(
    nagekeken: Nagekeken, bestand: dict[str, Any], ernst: Ernst
) -> list[dict[str, Any]]:
    toetsing, brief = nagekeken.toetsing, nagekeken.brief
    if toetsing is None or brief is None:
        return []
    gezien: Counter[str] = Counter()
    uit = []
    punten: list[Bevinding | NietTeBeoordelen] = [
        *zichtbaar(toetsing.bevindingen, ernst),
        *toetsing.niet_te_beoordelen,
    ]
    for punt in punten:
        kern = f"{punt.code}\n{punt.citaat or ''}".lower()
        gezien[kern] += 1
        uit.append(
            {
                "ruleId": punt.code,
                **({"ruleIndex": _NUMMERS[punt.code]} if punt.code in _NUMMERS else {}),
                **_inhoud(punt),
                "locations": [_plek(punt.passage, brief, bestand)],
                "partialFingerprints": {
                    _VINGERAFDRUK: hashlib.sha256(f"{kern}\n{gezien[kern]}".encode()).hexdigest()
                },
            }
        )
    return uit


def _inhoud(punt: Bevinding | NietTeBeoordelen) -> dict[str, Any]:
    """Kind, level, words and remedy of one result."""
    bronnen = [{"aanhaling": bron.aanhaling, "url": bron.url} for bron in punt.bronnen]
    citaat = f" «{punt.citaat}»" if punt.citaat else ""
    if isinstance(punt, NietTeBeoordelen):
        return {
            "kind": "review" if punt.code in _BETWIST else "open",
            "level": "none",
            "message": {"text": f"{punt.reden}{citaat} Doe: {punt.doe}"},
            "properties": {"naam": punt.naam, "doe": punt.doe, "bronnen": bronnen},
        }
    return {
        "kind": "fail",
        "level": _NIVEAUS[punt.ernst],
        "message": {"text": f"{punt.melding}{citaat} Vereist: {punt.vereist}"},
        "properties": {
            "naam": punt.naam,
            "vereist": punt.vereist,
            **({"voorstel": punt.voorstel} if punt.voorstel else {}),
            "bronnen": bronnen,
        },
    }


def _plek(passage: Passage | None, brief: Brieftekst, bestand: dict[str, Any]) -> dict[str, Any]:
    """The line of a plain text, else the page and the paragraph; without a passage the file."""
    plek: dict[str, Any] = {"physicalLocation": {"artifactLocation": bestand}}
    if passage is None:
        return plek
    plaats = passage.plaats
    if plaats.regel is not None:
        tekst = brief.alineas[plaats.alinea - 1].tekst
        plek["physicalLocation"]["region"] = {
            "startLine": plaats.regel,
            "endLine": plaats.regel + tekst.count("\n", plaats.begin, plaats.eind),
            "snippet": {"text": passage.citaat},
        }
    delen = [] if plaats.bladzijde is None else [f"bladzijde {plaats.bladzijde}"]
    delen.append(f"alinea {plaats.alinea}")
    plek["logicalLocations"] = [
        {"name": delen[-1], "fullyQualifiedName": "/".join(delen), "kind": "alinea"}
    ]
    return plek


def _verwijzing(nagekeken: Nagekeken, nummers: dict[str, int]) -> dict[str, Any]:
    uri = _uri(nagekeken.bestand)
    return {"uri": uri, "index": nummers[uri]}


def _uri(bestand: str) -> str:
    """A file as SARIF names it: relative where it was named so.

    >>> _uri("brieven/brief één.docx"), _uri("-")
    ('brieven/brief%20%C3%A9%C3%A9n.docx', 'standaardinvoer')
    """
    if bestand == STDIN:
        return _STDIN_URI
    if PurePath(bestand).is_absolute():
        return Path(bestand).as_uri()
    return quote(PurePath(bestand).as_posix())
