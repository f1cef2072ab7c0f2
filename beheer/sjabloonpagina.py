# ruff: noqa: E501 - rows of a table are one line
"""Writes ``docs/sjablonen.md`` from the names a Word template may use.

Run: ``python beheer/sjabloonpagina.py``; a test keeps the page true.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wiktool.brieven.briefcontext import ALLEEN_WORD, ROND_DE_BRIEF
from wiktool.brieven.venster import STANDAARD, vensters
from wiktool.brieven.waarden import Factuurregel, Partij, Specificatieregel, Waarden, uitleg_van
from wiktool.brieven.zandbak import FILTERS, MAX_STAPPEN
from wiktool.taken.sjablonen import soort_van

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOEL = Path(__file__).parents[1] / "docs" / "sjablonen.md"

KOP = """\
# Eigen sjablonen

wiktool schrijft zijn brieven op briefpapier dat een gewoon Word-bestand is. U kunt dat bestand
aanpassen, of een hele brief in Word schrijven en wiktool de gegevens laten invullen.

## Het briefpapier aanpassen

```console
$ wiktool sjabloon exporteer eigen.docx
geschreven: eigen.docx; gebruik het met --sjabloon eigen.docx
$ wiktool sjabloon controleer eigen.docx
eigen.docx: deugt
  alle namen bestaan; een proefbrief komt door de controle
$ wiktool brief wik praktijk.toml --sjabloon eigen.docx --uit brief.docx
…
```

Open `eigen.docx` in Word of LibreOffice. Lettertype, kleur en afstand zitten in de stijlen: wijzig
*Kop 1*, *Adres*, *Kern*, *Tabeltekst* en de andere, en elke brief verandert mee. De kleine rode
regels tussen `{%` en `%}` sturen het invullen en verdwijnen uit de brief; laat ze staan. De tekst
van de brief komt uit wiktool (`blokken`), zodat de juridische kern blijft kloppen.

Voor een logo, een kleur of een andere vensterenvelop hoeft u het briefpapier niet aan te passen.
Zet dat in `wiktool.toml`:

```toml
[huisstijl]
logo = "logo.png"          # PNG of JPEG tot 2 MB, naast wiktool.toml
kleur = "#0b6e4f"
venster = "c56-rechts"
sjabloon = "eigen.docx"    # alleen als u ook het briefpapier wijzigde
```

## Vensterenveloppen

| naam | envelop | adres, in millimeters van links en van boven | herkomst |
|---|---|---|---|
"""

NA_VENSTERS = """
Zonder keuze geldt `[standaard]`. Een eigen maat geeft u als `links,boven,breedte,hoogte`, zoals
`--venster 30,50,80,30`. Print met `--venster-overlay` een proefbrief met het venster erop en leg
hem in de envelop voordat u er veel verstuurt.

## Een hele brief in Word

Schrijf de brief in Word en zet op de plaats van een gegeven zijn naam tussen dubbele accolades.

| in het sjabloon | wat er gebeurt |
|---|---|
| `{{ hoofdsom }}` | de waarde komt ervoor in de plaats, met de opmaak van die plek |
| `{{ schuldenaar.naam }}` | een waarde die uit onderdelen bestaat |
| `{%p if met_btw %}` … `{%p else %}` … `{%p endif %}` | alinea's die er soms staan; elke tag op een eigen alinea |
| `{%p for alinea in kernalineas %}` … `{%p endfor %}` | alinea's die zich herhalen |
| `{%tr for factuur in facturen %}` … `{%tr endfor %}` | tabelrijen die zich herhalen; elke tag in een eigen rij |
| `{%tc … %}` | hetzelfde voor cellen |
| `{{r blok.opgemaakt }}` | tekst met haar eigen vet |

Dit is de schrijfwijze van docxtpl; een sjabloon daarvoor werkt hier ook. Een tag begint en eindigt in
dezelfde alinea; een die niet sluit, noemt wiktool met zijn alinea. Bedragen en datums zijn
al tekst, in de taal van de brief. Rekenen hoeft en kan niet: wat van iets afhangt, heeft een eigen
ja/nee-naam.

Neem de juridische kern over met `kernalineas`, of zet alles wat de wet vraagt zelf in de brief:
`wiktool sjabloon controleer` noemt wat ontbreekt en legt een proefbrief langs de controle.
`wiktool brief` doet dat bij elke brief opnieuw en schrijft niets als hij niet voldoet.

Een kleine maar hele WIK-brief ziet er in Word zo uit:

```text
{{ afzender.naam }}, {{ afzender.adres }}, {{ afzender.postcode }} {{ afzender.plaats }}

{{ schuldenaar.naam }}
{{ schuldenaar.adres }}
{{ schuldenaar.postcode }} {{ schuldenaar.plaats }}

{{ datum }}
Betreft: {{ onderwerp }}

Geachte {{ schuldenaar.naam }},

Voor {{ factuurnummers }} staat {{ hoofdsom }} open. U bent sinds {{ verzuimdatum }} in verzuim.
{%p for alinea in kernalineas %}
{{ alinea }}
{%p endfor %}
Betaal op {{ iban }} ten name van {{ tenaamstelling }}, onder vermelding van {{ betaalkenmerk }}.
Heeft u al betaald, of bent u het er niet mee eens? Laat het ons weten: {{ contact }}.

{{ afzender.naam }}
```

Een afbeelding met de naam `logo` of `betaal-qr` (in Word: als *alternatieve tekst*, of als naam in
het selectievenster) wordt vervangen door het logo en door de betaalcode van de brief.

Een sjabloon van een ander kan geen kwaad: het ziet alleen de waarden hieronder, kan geen bestand
openen, en stopt na [stappen] stappen. Een naam die niet bestaat is een fout, nooit een lege
plek. Bruikbare filters: [filters].

Een pdf van een eigen sjabloon maakt wiktool met LibreOffice, als dat op de computer staat; zonder
eigen sjabloon is LibreOffice niet nodig.

## Alle namen

Dezelfde lijst geeft `wiktool sjabloon toon namen`.

"""


def pagina() -> str:
    """The whole page."""
    filters = ", ".join(f"`{naam}`" for naam in sorted(FILTERS))
    delen = [KOP + "".join(f"{regel}\n" for regel in _vensters())]
    vullingen = {"[filters]": filters, "[standaard]": STANDAARD, "[stappen]": str(MAX_STAPPEN)}
    uitleg = NA_VENSTERS
    for plek, inhoud in vullingen.items():
        uitleg = uitleg.replace(plek, inhoud)
    delen.append(uitleg)
    delen.append(_tabel("De brief", uitleg_van(Waarden)))
    delen.append(_tabel("Rond de brief", ROND_DE_BRIEF.items()))
    delen.append(_tabel("Alleen in Word", ALLEEN_WORD.items()))
    delen.append(
        _tabel(
            "Onderdelen van `afzender`, `schuldeiser` en `schuldenaar`",
            uitleg_van(Partij),
            soorten=False,
        )
    )
    delen.append(
        _tabel("Onderdelen van een rij in `facturen`", uitleg_van(Factuurregel), soorten=False)
    )
    delen.append(
        _tabel(
            "Onderdelen van een rij in `specificatie`", uitleg_van(Specificatieregel), soorten=False
        )
    )
    return "".join(delen).rstrip("\n") + "\n"


def _vensters() -> Iterator[str]:
    for venster in vensters().values():
        vak = venster.tekst
        plaats = f"{vak.x:g}, {vak.y:g} ({vak.breedte:g} × {vak.hoogte:g})"
        yield f"| `{venster.naam}` | {venster.titel} | {plaats} | {venster.herkomst} |"


def _tabel(kop: str, rijen: Iterable[tuple[str, str]], *, soorten: bool = True) -> str:
    if soorten:
        regels = [f"| `{naam}` | {soort_van(naam)} | {uitleg} |" for naam, uitleg in rijen]
        boven = ["| naam | soort | uitleg |", "|---|---|---|"]
    else:
        regels = [f"| `{naam}` | {uitleg} |" for naam, uitleg in rijen]
        boven = ["| naam | uitleg |", "|---|---|"]
    return "\n".join([f"### {kop}\n", *boven, *regels]) + "\n\n"


if __name__ == "__main__":
    DOEL.write_text(pagina(), encoding="utf-8")
    sys.stdout.write(f"{DOEL}\n")
