"""What stands above and below the pages of the house style."""

from __future__ import annotations

from romp import cel, plaatje, rij, tabel
from wordtaal import KOP, LIJN, NAAMRUIMTEN, alinea, loop, stuur, veld


def kop_eerste() -> str:
    """The letterhead; its height keeps the text below the window of the envelope."""
    naam = (
        stuur("{%p if heeft_logo %}")
        + alinea("Header", plaatje("rIdLogo", 1, "logo", "{{ afzender.naam }}", 50, 18))
        + stuur("{%p else %}")
        + stuur("{%p if afzender.naam|length > 120 %}")
        + alinea("Langeafzender", "{{ afzender.naam }}")
        + stuur("{%p else %}")
        + alinea("Afzender", "{{ afzender.naam }}")
        + stuur("{%p endif %}")
        + stuur("{%p endif %}")
        + alinea("Sluitregel")
    )
    gegevens = (
        stuur("{%p for regel in afzendergegevens %}")
        + stuur("{%p if afzendergegevens|join|length > 240 %}")
        + alinea("Langegegevens", "{{ regel }}")
        + stuur("{%p else %}")
        + alinea("Afzendergegevens", "{{ regel }}")
        + stuur("{%p endif %}")
        + stuur("{%p endfor %}")
        + alinea("Sluitregel")
    )
    rijen = rij(cel(110, naam) + cel(5, alinea("Header")) + cel(50, gegevens), hoogte=67)
    hoofd = tabel((110.0, 5.0, 50.0), rijen, naam="{{ woord.briefhoofd }}")
    return f"{KOP}<w:hdr {NAAMRUIMTEN}>{hoofd}{alinea('Tussenruimte')}</w:hdr>"


def kop_verder() -> str:
    """The line above the second and later pages."""
    tekst = "{{ afzender.naam }} · {{ onderwerp }}{% if kenmerk %} · {{ kenmerk }}{% endif %}"
    return f"{KOP}<w:hdr {NAAMRUIMTEN}>{alinea('Header', tekst)}</w:hdr>"


def voet() -> str:
    """Registration numbers to the left, the page to the right."""
    lijn = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="{LIJN}"/></w:pBdr>'
    inhoud = (
        loop("{% for regel in voetregels %}{{ regel }}{% endfor %}")
        + "<w:r><w:tab/></w:r>"
        + loop("{{ woord.bladzijde }} ")
        + veld("PAGE")
        + loop(" {{ woord.van }} ")
        + veld("NUMPAGES")
    )
    return f"{KOP}<w:ftr {NAAMRUIMTEN}>{alinea('Footer', inhoud, extra=lijn)}</w:ftr>"
