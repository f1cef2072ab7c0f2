"""The outcome of a check as text and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from wiktool.controle.model import Bevinding, Ernst, NietTeBeoordelen, Oordeel
from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.notatie import datum_nl, euro
from wiktool.weergave.tekst import BREEDTE, alinea

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from wiktool.controle.model import Gelezen, Nagekeken, Passage, Plaats, Toetsing
    from wiktool.kern.brieftekst import Brieftekst
    from wiktool.kern.bron import Bron
    from wiktool.weergave.tekst import Opmaak

OORDELEN: Final = {
    Oordeel.VOLDOET: "voldoet",
    Oordeel.VOLDOET_NIET: "voldoet niet",
    Oordeel.NIET_TE_BEOORDELEN: "zelf nakijken",
}
SOORTEN: Final = {
    Briefsoort.WIK: "veertiendagenbrief",
    Briefsoort.INGEBREKESTELLING: "ingebrekestelling",
    Briefsoort.HERINNERING: "herinnering",
    Briefsoort.SOMMATIE: "sommatie",
}
_ERNSTEN: Final = (Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.ADVIES)
_NEMEN: Final = ("voldoet", "voldoen")
_CONTEXT: Final = 24
_LANGSTE_CITAAT: Final = 46
_KANTLIJN: Final = "    | "


def zichtbaar(bevindingen: Iterable[Bevinding], ernst: Ernst) -> list[Bevinding]:
    """The findings of this weight and heavier, heaviest first."""
    grens = _ERNSTEN.index(ernst)
    gekozen = [b for b in bevindingen if _ERNSTEN.index(b.ernst) <= grens]
    return sorted(gekozen, key=lambda bevinding: _ERNSTEN.index(bevinding.ernst))


def als_tekst(nagekeken: Nagekeken, opmaak: Opmaak, *, ernst: Ernst = Ernst.ADVIES) -> str:
    """One letter for people: the verdict, then each finding with its passage and its source."""
    toetsing, brief = nagekeken.toetsing, nagekeken.brief
    if toetsing is None or brief is None:
        return f"{nagekeken.bestand}: {opmaak.vet('niet te lezen')}"
    kop = f"{OORDELEN[toetsing.oordeel]} ({SOORTEN[toetsing.soort]})"
    regels = [f"{nagekeken.bestand}: {opmaak.vet(kop)}"]
    gelezen = _gelezen(toetsing.gelezen)
    if gelezen:
        regels += [opmaak.zacht(regel) for regel in alinea(gelezen)]
    for bevinding in zichtbaar(toetsing.bevindingen, ernst):
        regels += ["", *_bevinding(bevinding, brief, opmaak)]
    for punt in toetsing.niet_te_beoordelen:
        regels += ["", *_open_punt(punt, brief, opmaak)]
    if toetsing.kanttekeningen:
        regels.append("")
        for kanttekening in toetsing.kanttekeningen:
            regels += [opmaak.zacht(regel) for regel in alinea(kanttekening.tekst, teken="-")]
    return "\n".join(regels)


def samenvatting(alle: Sequence[Nagekeken]) -> str:
    """One line over all letters."""
    gelezen = [n.toetsing.oordeel for n in alle if n.toetsing is not None]
    delen = []
    for oordeel in Oordeel:
        aantal = gelezen.count(oordeel)
        if aantal:
            naam = OORDELEN[oordeel]
            delen.append(f"{aantal} {naam if aantal == 1 else naam.replace(*_NEMEN)}")
    onleesbaar = len(alle) - len(gelezen)
    if onleesbaar:
        delen.append(f"{onleesbaar} niet te lezen")
    woord = "brief" if len(alle) == 1 else "brieven"
    return f"{len(alle)} {woord} nagekeken: {', '.join(delen)}"


def _gelezen(gelezen: Gelezen) -> str:
    delen = []
    if gelezen.briefdatum is not None:
        delen.append(f"brief van {datum_nl(gelezen.briefdatum)}")
    for naam, bedrag in (
        ("hoofdsom", gelezen.hoofdsom),
        ("kosten", gelezen.kosten),
        ("btw", gelezen.btw),
    ):
        if bedrag is not None:
            delen.append(f"{naam} {euro(bedrag)}")
    if gelezen.termijn is not None:
        delen.append(f"termijn «{gelezen.termijn.tekst}»")
    return f"gelezen: {', '.join(delen)}" if delen else ""


def _bevinding(bevinding: Bevinding, brief: Brieftekst, opmaak: Opmaak) -> list[str]:
    kop = opmaak.vet(f"{bevinding.ernst} {bevinding.code}")
    regels = [f"  {kop} {bevinding.naam}{_waar(bevinding.plaats)}"]
    regels += alinea(bevinding.melding, inspring=4)
    regels += _aanwijzing(bevinding.passage, brief)
    regels += alinea(f"vereist: {bevinding.vereist}", inspring=4)
    if bevinding.voorstel:
        regels += alinea(f"voorstel: {bevinding.voorstel}", inspring=4)
    return regels + _bronregels(bevinding.bronnen, opmaak)


def _open_punt(punt: NietTeBeoordelen, brief: Brieftekst, opmaak: Opmaak) -> list[str]:
    regels = [f"  {opmaak.vet(f'zelf nakijken {punt.code}')} {punt.naam}{_waar(punt.plaats)}"]
    regels += alinea(punt.reden, inspring=4)
    regels += _aanwijzing(punt.passage, brief)
    regels += alinea(f"doe: {punt.doe}", inspring=4)
    return regels + _bronregels(punt.bronnen, opmaak)


def _bronregels(bronnen: Iterable[Bron], opmaak: Opmaak) -> list[str]:
    aanhalingen = "; ".join(bron.aanhaling for bron in bronnen)
    if not aanhalingen:
        return []
    return [opmaak.zacht(regel) for regel in alinea(f"bron: {aanhalingen}", inspring=4)]


def _waar(plaats: Plaats | None) -> str:
    """Where a passage stands, as precisely as the kind of file allows."""
    if plaats is None:
        return ""
    if plaats.bladzijde is not None:
        return f", bladzijde {plaats.bladzijde}"
    if plaats.regel is not None:
        return f", regel {plaats.regel}"
    return f", alinea {plaats.alinea}"


def _aanwijzing(passage: Passage | None, brief: Brieftekst) -> list[str]:
    """The passage with a little of what stands around it, and a line of carets below."""
    if passage is None:
        return []
    plaats = passage.plaats
    tekst = brief.alineas[plaats.alinea - 1].tekst
    citaat = passage.citaat
    if len(citaat) > _LANGSTE_CITAAT:
        citaat = citaat[: _LANGSTE_CITAAT - 1].rstrip() + "…"
    voor = " ".join(tekst[: plaats.begin].split())
    if len(voor) > _CONTEXT:
        voor = "…" + voor[-_CONTEXT:]
    if voor and tekst[plaats.begin - 1].isspace():
        voor += " "
    ruimte = BREEDTE - len(_KANTLIJN) - len(voor) - len(citaat)
    na = "" if citaat.endswith("…") else _erna(tekst[plaats.eind :], ruimte)
    return [f"{_KANTLIJN}{voor}{citaat}{na}", f"{_KANTLIJN}{' ' * len(voor)}{'^' * len(citaat)}"]


def _erna(rest: str, ruimte: int) -> str:
    """What follows a passage, no wider than there is room for."""
    plat = " ".join(rest.split())
    geheel = (" " if rest[:1].isspace() and plat else "") + plat
    mag = min(ruimte, _CONTEXT + 1)
    return geheel if len(geheel) <= mag else f"{geheel[: max(mag - 1, 0)].rstrip()}…"


def als_gegevens(
    alle: Iterable[Nagekeken], peildatum: date, *, ernst: Ernst = Ernst.ADVIES
) -> dict[str, Any]:
    """The object ``wiktool/controle/1``."""
    return {
        "peildatum": peildatum,
        "bestanden": [_bestand(nagekeken, ernst) for nagekeken in alle],
    }


def _bestand(nagekeken: Nagekeken, ernst: Ernst) -> dict[str, Any]:
    toetsing, fout = nagekeken.toetsing, nagekeken.fout
    if toetsing is None:
        return {
            "bestand": nagekeken.bestand,
            "fout": {"melding": str(fout), "doe": fout.doe} if fout is not None else None,
        }
    return {"bestand": nagekeken.bestand, **_toetsing(toetsing, ernst)}


def _toetsing(toetsing: Toetsing, ernst: Ernst) -> dict[str, Any]:
    from wiktool.weergave import json

    return {
        "soort": toetsing.soort.value,
        "oordeel": toetsing.oordeel.value,
        "gelezen": _gelezen_gegevens(toetsing.gelezen),
        "bevindingen": [
            {
                "code": b.code,
                "naam": b.naam,
                "ernst": b.ernst.value,
                "melding": b.melding,
                "citaat": b.citaat,
                "plaats": _plaats(b.plaats),
                "vereist": b.vereist,
                "voorstel": b.voorstel or None,
                "bronnen": json.bronnen(b.bronnen),
            }
            for b in zichtbaar(toetsing.bevindingen, ernst)
        ],
        "niet_te_beoordelen": [
            {
                "code": n.code,
                "naam": n.naam,
                "reden": n.reden,
                "doe": n.doe,
                "citaat": n.citaat,
                "plaats": _plaats(n.plaats),
                "bronnen": json.bronnen(n.bronnen),
            }
            for n in toetsing.niet_te_beoordelen
        ],
        "getoetst": list(toetsing.getoetst),
        "kanttekeningen": json.kanttekeningen(toetsing.kanttekeningen),
    }


def _gelezen_gegevens(gelezen: Gelezen) -> dict[str, Any]:
    termijn = gelezen.termijn
    return {
        "briefdatum": gelezen.briefdatum,
        "hoofdsom": gelezen.hoofdsom,
        "kosten": gelezen.kosten,
        "btw": gelezen.btw,
        "termijn": None
        if termijn is None
        else {
            "tekst": termijn.tekst,
            "dagen": termijn.dagen,
            "vanaf": termijn.vanaf.value,
            "datum": termijn.datum,
        },
    }


def _plaats(plaats: Plaats | None) -> dict[str, int | None] | None:
    if plaats is None:
        return None
    return {"alinea": plaats.alinea, "regel": plaats.regel, "bladzijde": plaats.bladzijde}
