"""A letter as plain text and as Markdown, and as the paragraphs a checker reads."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from wiktool.brieven.model import Bloksoort
from wiktool.brieven.woorden import woorden
from wiktool.kern.brieftekst import Alinea, Brieftekst, Rol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.brieven.model import Blok, Brief
    from wiktool.brieven.waarden import Waarden

BREEDTE: Final = 78
_BEDRAGKOLOM: Final = 18
_KERNLIJN: Final = "-" * BREEDTE


def als_tekst(brief: Brief, *, breedte: int | None = BREEDTE) -> str:
    """The letter as plain text.

    Args:
        brief: the letter.
        breedte: where lines are broken; None leaves every paragraph on one line.
    """
    stukken = [
        "\n".join(_briefhoofd(brief.waarden)),
        "\n".join(brief.waarden.schuldenaar.adresregels),
    ]
    stukken.append("\n".join(_kenmerkregels(brief)))
    in_kern = False
    for blok in brief.blokken:
        is_kern = blok.soort in (Bloksoort.KERN, Bloksoort.KERNKOP)
        if is_kern != in_kern:
            stukken.append(_KERNLIJN)
            in_kern = is_kern
        regels = "\n".join(_als_regels(blok, brief.waarden, breedte))
        if blok.soort is Bloksoort.PUNT and stukken[-1].startswith("- "):
            stukken[-1] += f"\n{regels}"
        else:
            stukken.append(regels)
    voet = voetregels(brief.waarden)
    if voet:
        stukken.append("\n".join(voet))
    return "\n\n".join(stukken) + "\n"


def als_markdown(brief: Brief) -> str:
    """The letter as Markdown; data is escaped, so that it can never become markup."""
    waarden = brief.waarden
    stukken = [
        "  \n".join(_md(regel) for regel in _briefhoofd(waarden)),
        "  \n".join(_md(regel) for regel in waarden.schuldenaar.adresregels),
        "  \n".join(_md(regel) for regel in _kenmerkregels(brief)[:-1]),
        f"# {_md(brief.onderwerp)}",
    ]
    in_kern = False
    for blok in brief.blokken:
        is_kern = blok.soort in (Bloksoort.KERN, Bloksoort.KERNKOP)
        if is_kern != in_kern:
            stukken.append("---")
            in_kern = is_kern
        stukken.append(_als_markdown(blok, waarden))
    stukken += [_md(regel) for regel in voetregels(waarden)]
    return "\n\n".join(filter(None, stukken)) + "\n"


def als_brieftekst(brief: Brief) -> Brieftekst:
    """The letter as a checker reads it, in the order of the page."""
    alineas = tuple(
        Alinea(nummer=nummer, tekst=tekst, rol=rol)
        for nummer, (rol, tekst) in enumerate(_alineas(brief), start=1)
    )
    return Brieftekst(alineas=alineas, onderwerp=brief.onderwerp)


def _alineas(brief: Brief) -> Iterator[tuple[Rol, str]]:
    waarden = brief.waarden
    for regel in _briefhoofd(waarden):
        yield Rol.KOPTEKST, regel
    for regel in (*waarden.schuldenaar.adresregels, *_kenmerkregels(brief)):
        yield Rol.HOOFDTEKST, regel
    for blok in brief.blokken:
        if blok.soort is Bloksoort.ONDERTEKENING:
            yield Rol.HOOFDTEKST, "\n".join(ondertekening(waarden))
        elif blok.delen:
            yield Rol.HOOFDTEKST, blok.tekst
        else:
            for rij in tabelrijen(blok.soort, waarden):
                yield Rol.TABEL, "\t".join(rij).replace("\n", " ")
    for regel in voetregels(waarden):
        yield Rol.VOETTEKST, regel


def tabelrijen(soort: Bloksoort, waarden: Waarden) -> list[tuple[str, ...]]:
    """The rows of a table of the letter, with its heading and its total."""
    if soort is Bloksoort.FACTUREN:
        return _factuurrijen(waarden)
    if soort is Bloksoort.SPECIFICATIE:
        regels = [
            (f"{regel.omschrijving}\n{regel.toelichting}".strip(), regel.bedrag)
            for regel in waarden.specificatie
        ]
        return [specificatiekop(waarden), *regels]
    return betaalregels(waarden)


def specificatiekop(waarden: Waarden) -> tuple[str, ...]:
    """The heading of the specification."""
    woord = woorden(waarden.taal)
    return woord["omschrijving"], woord["bedrag"]


def _factuurrijen(waarden: Waarden) -> list[tuple[str, ...]]:
    woord = woorden(waarden.taal)
    namen = ("factuur", "factuurdatum", "vervaldatum", "bedrag", "betaald", "openstaand")
    rijen = [tuple(woord[naam] for naam in namen)]
    rijen += [
        (
            f"{regel.nummer}\n{regel.omschrijving}".strip(),
            regel.factuurdatum,
            regel.vervaldatum,
            regel.bedrag,
            regel.betaald,
            regel.openstaand,
        )
        for regel in waarden.facturen
    ]
    totalen = (waarden.totaal_bedrag, waarden.totaal_betaald, waarden.hoofdsom)
    rijen.append((woord["totaal"], "", "", *totalen))
    return rijen


def betaalregels(waarden: Waarden) -> list[tuple[str, ...]]:
    """Amount, beneficiary, IBAN and reference: the order of the Dutch payment standard."""
    woord = woorden(waarden.taal)
    return [
        (woord["te_betalen"], waarden.te_betalen),
        (woord["ten_name_van"], waarden.tenaamstelling),
        (woord["rekening"], waarden.iban),
        (woord["onder_vermelding_van"], waarden.betaalkenmerk),
    ]


def ondertekening(waarden: Waarden) -> list[str]:
    """Who signs: the sender, its contact person, and for whom an agency signs."""
    regels = [waarden.afzender.naam, waarden.afzender.contactpersoon]
    if waarden.door_incassobureau:
        regels.append(f"{woorden(waarden.taal)['namens']} {waarden.schuldeiser.naam}")
    return [regel for regel in regels if regel]


def voetregels(waarden: Waarden) -> list[str]:
    """The small print at the foot: numbers under which the sender is registered."""
    woord = woorden(waarden.taal)
    afzender = waarden.afzender
    delen = [
        f"{woord[naam]} {waarde}"
        for naam, waarde in (
            ("kvk", afzender.kvk),
            ("registratiekenmerk", afzender.registratiekenmerk),
        )
        if waarde
    ]
    if afzender.website:
        delen.append(afzender.website)
    return [" · ".join(delen)] if delen else []


def _briefhoofd(waarden: Waarden) -> list[str]:
    afzender = waarden.afzender
    plaats = " ".join(filter(None, (afzender.postcode, afzender.plaats)))
    regels = (afzender.naam, afzender.adres, plaats, afzender.email, afzender.telefoon)
    return [regel for regel in regels if regel]


def kenmerken(waarden: Waarden) -> list[tuple[str, str]]:
    """The reference block: label and value."""
    woord = woorden(waarden.taal)
    paren = (
        ("datum", waarden.datum),
        ("kenmerk", waarden.kenmerk),
        ("klantnummer", waarden.schuldenaar.nummer),
        ("behandeld_door", waarden.afzender.contactpersoon),
    )
    return [(woord[naam], waarde) for naam, waarde in paren if waarde]


def _kenmerkregels(brief: Brief) -> list[str]:
    woord = woorden(brief.waarden.taal)
    paren = [*kenmerken(brief.waarden), (woord["onderwerp"], brief.onderwerp)]
    return [f"{label}: {waarde}" for label, waarde in paren]


def _als_regels(blok: Blok, waarden: Waarden, breedte: int | None) -> list[str]:
    if blok.soort is Bloksoort.ONDERTEKENING:
        return ["", *ondertekening(waarden)]
    if blok.soort is Bloksoort.SPECIFICATIE:
        return [
            regel
            for links, rechts in tabelrijen(blok.soort, waarden)
            for regel in _met_bedrag(links, rechts)
        ]
    if not blok.delen:
        return _in_kolommen(tabelrijen(blok.soort, waarden))
    if blok.soort is Bloksoort.PUNT:
        return _breek(blok.tekst, breedte, eerste="- ", verder="  ")
    return _breek(blok.tekst, breedte)


def _breek(tekst: str, breedte: int | None, *, eerste: str = "", verder: str = "") -> list[str]:
    if breedte is None:
        return [eerste + tekst]
    return textwrap.wrap(
        tekst,
        breedte,
        initial_indent=eerste,
        subsequent_indent=verder,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _met_bedrag(links: str, rechts: str) -> list[str]:
    """A description with its amount at the right; what explains it goes below."""
    naam, _, toelichting = links.partition("\n")
    *boven, laatste = _breek(naam, BREEDTE - _BEDRAGKOLOM)
    regel = laatste.ljust(BREEDTE - _BEDRAGKOLOM) + rechts.rjust(_BEDRAGKOLOM)
    return [*boven, regel, *_breek(toelichting, BREEDTE, eerste="  ", verder="  ")]


def _in_kolommen(rijen: Sequence[tuple[str, ...]]) -> list[str]:
    """Columns side by side, amounts to the right; what follows a first line goes below its row."""
    eerste = [tuple(cel.partition("\n")[0] for cel in rij) for rij in rijen]
    breedten = [max(map(len, kolom)) for kolom in zip(*eerste, strict=True)]
    tot_links = 3 if len(breedten) > 2 else 1
    regels = []
    for rij, volledig in zip(eerste, rijen, strict=True):
        cellen = [
            cel.ljust(breedte) if nummer < tot_links or len(rij) == 2 else cel.rjust(breedte)
            for nummer, (cel, breedte) in enumerate(zip(rij, breedten, strict=True))
        ]
        regels.append("  ".join(cellen).rstrip())
        if "\n" in volledig[0]:
            regels.append("  " + volledig[0].partition("\n")[2])
    return regels


def _als_markdown(blok: Blok, waarden: Waarden) -> str:
    if blok.soort is Bloksoort.ONDERTEKENING:
        return "  \n".join(_md(regel) for regel in ondertekening(waarden))
    if not blok.delen:
        met_kop = blok.soort is not Bloksoort.BETALING
        return _als_md_tabel(tabelrijen(blok.soort, waarden), kop=met_kop)
    tekst = "".join(f"**{_md(d.tekst)}**" if d.vet else _md(d.tekst) for d in blok.delen)
    voor = {
        Bloksoort.KOP: "## ",
        Bloksoort.BIJLAGEKOP: "## ",
        Bloksoort.KERNKOP: "### ",
        Bloksoort.PUNT: "- ",
    }
    return voor.get(blok.soort, "") + tekst


def _als_md_tabel(rijen: Sequence[tuple[str, ...]], *, kop: bool) -> str:
    kolommen = len(rijen[0])
    eerste = rijen[0] if kop else ("",) * kolommen
    links = min(3, kolommen - kop)
    streep = ("---",) * links + ("--:",) * (kolommen - links)
    regels = [eerste, streep, *(rijen[1:] if kop else rijen)]
    return "\n".join(f"| {' | '.join(rij if rij is streep else map(_md, rij))} |" for rij in regels)


_MD: Final = str.maketrans({teken: f"\\{teken}" for teken in "\\`*_{}[]<>#|~&"})


def _md(tekst: str) -> str:
    """Text that Markdown will not take for markup."""
    tekst = tekst.translate(_MD).replace("\n", " ")
    return f"\\{tekst}" if tekst[:1] in ("-", "+", ">") else tekst
