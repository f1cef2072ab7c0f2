"""What was understood of a table of open items, and sums in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wiktool.kern.notatie import opsomming

if TYPE_CHECKING:
    from wiktool.invoer.openposten import Openposten
    from wiktool.weergave.tekst import Opmaak

_SCHEIDING = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "streep"}


def kolommen_als_tekst(gelezen: Openposten, opmaak: Opmaak) -> str:
    """What was understood of a table: its form, and which heading is what."""
    bron = gelezen.bron
    if bron.blad:
        vorm = f"werkmap, blad «{bron.blad}»"
    else:
        vorm = f"CSV, {bron.codering}, {_SCHEIDING[bron.scheidingsteken]} tussen de velden"
    regels = [
        opmaak.vet(bron.pad),
        f"  {vorm}; koppen op regel {bron.kopregel}",
    ]
    if gelezen.pakket:
        regels.append(f"  herkend als {gelezen.pakket}")
    for veld, plek in gelezen.kolommen.plaatsen.items():
        regels.append(f"  {veld.value:<18} {gelezen.kolommen.kop[plek]}")
    if gelezen.kolommen.ongebruikt:
        regels.append(
            opmaak.zacht(f"  niet gebruikt      {', '.join(gelezen.kolommen.ongebruikt)}")
        )
    regels.append(
        f"  {som_als_tekst([(len(gelezen.posten), 'post', 'posten')]) or 'geen posten'}, "
        f"{len(gelezen.overgeslagen)} overgeslagen, "
        f"{len(gelezen.afgewezen)} niet begrepen"
    )
    regels += [f"    regel {rij.regel}: {rij.reden}" for rij in gelezen.afgewezen[:10]]
    return "\n".join(regels)


def kolommen_als_gegevens(gelezen: Openposten) -> dict[str, Any]:
    """The same for programs."""
    kolommen = gelezen.kolommen
    return {
        "bestand": gelezen.bron.pad,
        "codering": gelezen.bron.codering,
        "scheidingsteken": gelezen.bron.scheidingsteken,
        "blad": gelezen.bron.blad,
        "kopregel": gelezen.bron.kopregel,
        "pakket": gelezen.pakket,
        "kolommen": {veld.value: kolommen.kop[plek] for veld, plek in kolommen.plaatsen.items()},
        "niet_gebruikt": list(kolommen.ongebruikt),
        "posten": len(gelezen.posten),
        "overgeslagen": len(gelezen.overgeslagen),
        "afgewezen": [{"regel": rij.regel, "reden": rij.reden} for rij in gelezen.afgewezen],
    }


def som_als_tekst(delen: list[tuple[int, str, str]]) -> str:
    """Numbers of things, those that are zero left out.

    >>> som_als_tekst([(1, "brief", "brieven"), (0, "fout", "fouten"), (2, "rij", "rijen")])
    '1 brief en 2 rijen'
    """
    return opsomming([f"{n} {een if n == 1 else meer}" for n, een, meer in delen if n])
