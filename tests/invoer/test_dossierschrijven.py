"""A dossier that is written and read again is the same dossier."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from wiktool.invoer.dossierbestand import ontleed_dossier
from wiktool.invoer.dossierschrijven import als_json, als_toml
from wiktool.kern.dossier import (
    Aanmaning,
    Afspraken,
    Betaling,
    Bezorgwijze,
    Briefgegevens,
    Briefsoort,
    Dossier,
    Hoedanigheid,
    Incassobureau,
    Schuldeiser,
    Schuldenaar,
    Taal,
    Toon,
    Vordering,
)

VOLLEDIG = (Path(__file__).parent / "gegevens" / "volledig.toml").read_text(encoding="utf-8")

teksten = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters='\n"'), max_size=40
).map(str.strip)
namen = teksten.filter(bool)
data = st.dates(date(2024, 1, 1), date(2026, 12, 31))
bedragen = st.integers(1, 10**15 - 1).map(lambda centen: Decimal(centen).scaleb(-2))
percentages = st.integers(0, 1_000_000).map(lambda deel: Decimal(deel).scaleb(-4))
misschien = st.none() | st.booleans()


@st.composite
def vorderingen(draw: st.DrawFn, nummer: str) -> Vordering:
    factuurdatum = draw(st.none() | data)
    return Vordering(
        factuurnummer=nummer,
        bedrag=draw(bedragen),
        factuurdatum=factuurdatum,
        vervaldatum=draw(st.dates(factuurdatum or date(2024, 1, 1), date(2027, 1, 1))),
        fatale_termijn=draw(misschien),
        verzuimdatum=draw(st.none() | st.just(date(2027, 1, 2))),
        omschrijving=draw(teksten),
        termijnbetaling=draw(st.booleans()),
        rechtsverhouding=draw(teksten),
        uit_overeenkomst=draw(st.booleans()),
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    nummers = draw(st.lists(namen, min_size=1, max_size=4, unique=True))
    gekozen = st.sampled_from(nummers)
    return Dossier(
        schuldeiser=draw(
            st.builds(
                Schuldeiser,
                naam=namen,
                adres=teksten,
                kvk=st.sampled_from(["", "12345678"]),
                iban=st.sampled_from(["", "NL91ABNA0417164300"]),
                btw_verrekenbaar=misschien,
                uitbesteed=st.booleans(),
                registratiekenmerk=teksten,
            )
        ),
        schuldenaar=draw(
            st.builds(
                Schuldenaar,
                naam=namen,
                postcode=st.sampled_from(["", "1234 AB", "B-9000"]),
                nummer=teksten,
                hoedanigheid=st.none() | st.sampled_from(Hoedanigheid),
                grote_onderneming=st.booleans(),
            )
        ),
        vorderingen=tuple(draw(vorderingen(nummer)) for nummer in nummers),
        betalingen=tuple(
            draw(
                st.lists(
                    st.builds(
                        Betaling,
                        datum=st.just(date(2027, 1, 1)),
                        bedrag=bedragen,
                        factuurnummer=st.just("") | gekozen,
                    ),
                    max_size=3,
                )
            )
        ),
        aanmaningen=tuple(
            draw(
                st.lists(
                    st.builds(
                        Aanmaning,
                        soort=st.sampled_from(Briefsoort),
                        verzonden=data,
                        ontvangen=st.none() | st.just(date(2027, 1, 1)),
                        bezorging=st.sampled_from(Bezorgwijze),
                        termijn_dagen=st.integers(1, 365),
                        kosten=st.none() | bedragen,
                        facturen=st.lists(gekozen, max_size=3, unique=True).map(tuple),
                    ),
                    max_size=3,
                )
            )
        ),
        afspraken=draw(
            st.builds(
                Afspraken,
                incassopercentage=st.none() | percentages,
                incassominimum=st.none() | bedragen,
                rentepercentage=st.none() | percentages,
                kostenbeding=misschien,
            )
        ),
        brief=draw(
            st.builds(
                Briefgegevens,
                datum=st.none() | data,
                bezorging=st.none() | st.sampled_from(Bezorgwijze),
                kenmerk=teksten,
                toon=st.none() | st.sampled_from(Toon),
                taal=st.none() | st.sampled_from(Taal),
            )
        ),
        incassobureau=draw(st.none() | st.builds(Incassobureau, naam=namen, adres=teksten)),
    )


@given(dossiers())
def test_round_trip(dossier: Dossier) -> None:
    assert ontleed_dossier(als_toml(dossier).encode(), soort=".toml") == dossier
    assert ontleed_dossier(als_json(dossier).encode(), soort=".json") == dossier


def test_full_dossier_round_trip_and_stable() -> None:
    dossier = ontleed_dossier(VOLLEDIG.encode())
    toml = als_toml(dossier)
    assert ontleed_dossier(toml.encode()) == dossier
    assert als_toml(ontleed_dossier(toml.encode())) == toml
    assert toml.startswith('[schuldeiser]\nnaam = "De Linde"\n')
    assert '[[vorderingen]]\nfactuurnummer = "17"\nbedrag = "1210.00"\n' in toml


def test_delete_character_is_escaped() -> None:
    assert "\\u007F" in als_toml(
        Dossier(
            schuldeiser=Schuldeiser(naam="a\x7f"), schuldenaar=Schuldenaar(naam="b"), vorderingen=()
        )
    )
