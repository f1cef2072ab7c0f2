"""Open items: every package's export, and everything that is refused instead of guessed."""

from __future__ import annotations

import gc
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiktool.invoer.openposten import Openposten, lees_openposten
from wiktool.invoer.tabel.kolommen import Veld
from wiktool.kern.fouten import BestandFout, GebruiksFout

if TYPE_CHECKING:
    from collections.abc import Sequence

GEGEVENS = Path(__file__).parent / "gegevens" / "openposten"
KOP = "Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand"


def lees(tmp_path: Path, *regels: str, kop: str = KOP, **opties: Any) -> Openposten:
    pad = tmp_path / "posten.csv"
    pad.write_text("\n".join([kop, *regels, ""]), encoding="utf-8")
    return lees_openposten(pad, **opties)


def redenen(afgewezen: Sequence[Any]) -> list[tuple[int, str]]:
    return [(rij.regel, rij.reden) for rij in afgewezen]


@pytest.mark.parametrize(
    ("bestand", "opties"),
    [
        ("twinfield", {}),
        ("exact_openstaande_posten", {}),
        ("exact_receivables", {}),
        ("exact_receivableslist", {"kolommen": {Veld.OPENSTAAND: "Amount"}}),
        ("eboekhouden", {}),
        ("eboekhouden_soap", {}),
        ("snelstart", {}),
        ("snelstart_api", {}),
        ("moneybird", {}),
        ("moneybird_api", {}),
        ("wefact", {}),
        ("payt", {}),
        ("logic4", {}),
        ("logic4_gebruiker", {}),
        ("vereniging", {}),
        ("mice", {}),
        ("boekhouder", {}),
    ],
)
def test_package_is_understood_by_its_headings(bestand: str, opties: dict[str, Any]) -> None:
    gelezen = lees_openposten(GEGEVENS / f"{bestand}.csv", **opties)
    eerste, tweede = gelezen.posten[:2]
    assert [eerste.openstaand, tweede.openstaand] == [Decimal("1210.00"), Decimal("92.50")]
    assert eerste.factuurnummer[-2:] == "17"
    assert eerste.factuurdatum in (None, date(2026, 8, 1))
    assert eerste.vervaldatum == (None if bestand == "eboekhouden_soap" else date(2026, 8, 31))
    assert tweede.naam in ("Bakkerij De Ster", "")
    assert eerste.naam or eerste.nummer or gelezen.overig
    assert not gelezen.afgewezen or bestand == "moneybird_api"


def test_twinfield_in_full() -> None:
    gelezen = lees_openposten(GEGEVENS / "twinfield.csv")
    assert gelezen.bron.codering == "cp1252"
    assert [(p.nummer, p.naam) for p in gelezen.posten] == [
        ("1001", "J. Jansen"),
        ("1002", "Bakkerij De Ster"),
    ]
    (over,) = gelezen.overgeslagen
    assert (over.schuldenaar, over.reden) == ("Zoë Müller", "status «matched»")
    assert gelezen.kolommen.naam(Veld.FACTUURNUMMER) == "Factuurnr."


def test_exact_receivables_are_negative() -> None:
    gelezen = lees_openposten(GEGEVENS / "exact_receivables.csv")
    assert gelezen.pakket == "Exact Online (Receivables)"
    assert [p.openstaand for p in gelezen.posten][2] == Decimal("-10.00")  # a credit note
    assert gelezen.posten[0].overig[gelezen.overig.index(Veld.KENMERK)] == "8000026700017"
    assert [over.reden for over in gelezen.overgeslagen] == ["al betaald"]


def test_exact_credit_note_by_its_type() -> None:
    gelezen = lees_openposten(GEGEVENS / "exact_openstaande_posten.csv")
    assert gelezen.posten[2].openstaand == Decimal("-10.00")


def test_eboekhouden_leaves_suppliers_out() -> None:
    gelezen = lees_openposten(GEGEVENS / "eboekhouden.csv")
    assert [(o.schuldenaar, o.reden) for o in gelezen.overgeslagen] == [
        ("Groothandel Zuid", "een schuld aan een leverancier")
    ]


def test_moneybird_states() -> None:
    gelezen = lees_openposten(GEGEVENS / "moneybird_api.csv")
    assert [o.reden for o in gelezen.overgeslagen] == ["geblokkeerd", "status «draft»", "betwist"]
    assert redenen(gelezen.afgewezen) == [(7, "valuta «USD» kan niet: alleen euro")]


def test_wefact_counts_its_own_way() -> None:
    """Its due date is a term in days, its open amount a difference, its name in parts."""
    gelezen = lees_openposten(GEGEVENS / "wefact.csv")
    eerste = gelezen.posten[0]
    overig = dict(zip(gelezen.overig, eerste.overig, strict=True))
    assert (eerste.nummer, eerste.naam) == ("DB0007", "")
    assert (overig[Veld.VOORNAAM], overig[Veld.ACHTERNAAM]) == ("J.", "Jansen")
    assert (overig[Veld.ADRES], overig[Veld.POSTCODE]) == ("Kerkstraat 2", "1234 AB")
    assert [o.reden for o in gelezen.overgeslagen] == ["er staat niets meer open", "niet verzonden"]


@pytest.mark.parametrize("kop", ["Bedrag", "Factuurbedrag", "Amount"])
def test_amount_without_open_amount_is_refused(tmp_path: Path, kop: str) -> None:
    with pytest.raises(BestandFout, match=f"«{kop}» kan het factuurbedrag zijn") as fout:
        lees(tmp_path, "x;1;1,00", kop=f"Naam;Factuurnummer;{kop}")
    assert f"--kolom openstaand={kop}" in fout.value.doe
    gelezen = lees(tmp_path, "x;1;1,00", kop=f"Naam;Factuurnummer;{kop}",
                   kolommen={Veld.OPENSTAAND: kop})  # fmt: skip
    assert gelezen.posten[0].openstaand == Decimal("1.00")


@pytest.mark.parametrize(
    ("kop", "woorden"),
    [
        ("Naam;Factuurnummer;Vervaldatum", "geen kolom met het openstaande bedrag"),
        ("Naam;Saldo;Vervaldatum", "geen kolom met het factuurnummer"),
        ("Factuurnummer;Saldo;Vervaldatum", "geen kolom met de schuldenaar"),
        ("Naam;Factuurnummer;Saldo;Openstaand", "meer kolommen kunnen openstaand zijn"),
    ],
)
def test_columns_that_leave_doubt(tmp_path: Path, kop: str, woorden: str) -> None:
    with pytest.raises(BestandFout, match=woorden) as fout:
        lees(tmp_path, "a;b;c;d", kop=kop)
    assert "--kolom" in fout.value.doe


def test_headings_only(tmp_path: Path) -> None:
    with pytest.raises(BestandFout, match="alleen koppen"):
        lees(tmp_path)
    with pytest.raises(BestandFout, match="alleen koppen"):
        lees(tmp_path, ";;;;;", KOP, "Totaal;;;;;0,00")


def test_unknown_column_pointed_out(tmp_path: Path) -> None:
    with pytest.raises(GebruiksFout, match="er is geen kop «Sald»"):
        lees(tmp_path, "a", kolommen={Veld.OPENSTAAND: "Sald"})


@pytest.mark.parametrize(
    ("regel", "reden"),
    [
        ("K1;x;;;;1,00", "het factuurnummer ontbreekt"),
        (";;F1;;;1,00", "de schuldenaar ontbreekt"),
        ("K1;x;F1;;;", "het openstaande bedrag ontbreekt"),
        ("K1;x;F1;;;een", "«een» is geen bedrag"),
        ("K1;x;F1;;;1.250", "«1.250» is dubbelzinnig: 1250,00 of 1,25?"),
        ("K1;x;F1;31-02-2026;;1,00", "«31-02-2026»: die dag bestaat niet"),
        ("K1;x;F1;;31 aug;1,00", "«31 aug» is geen datum"),
        ("K1;x;F1;01/02/2026;;1,00", "«01/02/2026» is dubbelzinnig: 01-02 of 02-01?"),
        ("K1;x;F1;2026-08-02;2026-08-01;1,00", "de vervaldatum ligt voor de factuurdatum"),
        ("K1;x;F1;;;1,00;extra", "de regel heeft 7 velden, de kop 6"),
        ("K1;x;F1", "de regel heeft 3 velden, de kop 6"),
        ('K1;"De Ster;F1;;;1,00', "de regel heeft 2 velden, de kop 6"),
        (f"K1;x;{'9' * 101};;;1,00", "langer dan 100 tekens"),
        ("Totaal Techniek BV;;;2026-08-01;2026-08-31;1,00", "het factuurnummer ontbreekt"),
    ],
)
def test_one_bad_row_never_stops_the_rest(tmp_path: Path, regel: str, reden: str) -> None:
    eromheen = [f"K{n};y;G{n};;;1" for n in range(2, 5)]
    gelezen = lees(tmp_path, *eromheen[:2], regel, *([] if '"' in regel else eromheen[2:]))
    assert len(gelezen.posten) == (2 if '"' in regel else 3)
    (afgewezen,) = gelezen.afgewezen
    assert afgewezen.regel == 4
    assert reden in afgewezen.reden
    if '"' not in regel:
        assert ";".join(afgewezen.cellen) == regel


def test_short_row_that_lacks_nothing_we_read(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, "K1;x;F1;1,00", "K1;x;F2;1,00;;", "K1;x;F3;1,00;a;b;;",
                   kop="Debiteurnummer;Naam;Factuurnummer;Openstaand;Kleur;Maat")  # fmt: skip
    assert [post.factuurnummer for post in gelezen.posten] == ["F1", "F2", "F3"]


def test_column_shows_what_an_ambiguous_amount_means(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, "K1;x;F1;;;1.250", "K1;x;F2;;;12,50", "K1;x;F3;;;2.500")
    assert [p.openstaand for p in gelezen.posten] == [
        Decimal(1250),
        Decimal("12.50"),
        Decimal(2500),
    ]
    assert [p.regel for p in gelezen.posten] == [2, 3, 4]


def test_slashed_dates_by_the_column(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, "K1;x;F1;;01/02/2026;1,00", "K1;x;F2;;31/12/2026;1,00")
    assert gelezen.posten[0].vervaldatum == date(2026, 2, 1)


def test_totals_blank_rows_and_repeated_headings_are_no_claims(tmp_path: Path) -> None:
    gelezen = lees(
        tmp_path,
        "K1;x;F1;2026-08-01;2026-08-31;1,00",
        "Subtotaal;;;;;1,00",
        ";;;;;",
        KOP,
        "K2;Totaal Techniek BV;F2;2026-08-01;2026-08-31;2,00",
        "K3;Totaal Wonen;F3;;;3,00",
        ";Eindtotaal;;;;6,00",
        "Totaal;6,00",
    )
    assert [post.factuurnummer for post in gelezen.posten] == ["F1", "F2", "F3"]
    assert not gelezen.afgewezen


def test_inverted_signs(tmp_path: Path) -> None:
    regels = ("K1;x;F1;;;-10,00", "K2;y;F2;;;-20,00")
    with pytest.raises(BestandFout, match="alle bedragen zijn negatief") as fout:
        lees(tmp_path, *regels)
    assert "--omgekeerd" in fout.value.doe
    gelezen = lees(tmp_path, *regels, "K2;y;F3;;;5,00", omgekeerd=True)
    assert [int(p.openstaand) for p in gelezen.posten] == [10, 20, -5]


def test_mixed_signs_are_claims_and_credit_notes(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, "K1;x;F1;;;10,00", "K1;x;C1;;;-4,00")
    assert [int(p.openstaand) for p in gelezen.posten] == [10, -4]


@pytest.mark.parametrize(
    ("bedrag", "omgekeerd"), [("4,00", False), ("-4,00", False), ("4,00", True)]
)
def test_credit_note_by_its_kind(tmp_path: Path, bedrag: str, omgekeerd: bool) -> None:
    factuur = "-10,00" if omgekeerd else "10,00"
    gelezen = lees(
        tmp_path,
        f"x;F1;{factuur};Factuur",
        f"x;C1;{bedrag};Credit-nota",
        kop="Naam;Factuurnummer;Saldo;Soort",
        omgekeerd=omgekeerd,
    )
    assert [int(p.openstaand) for p in gelezen.posten] == [10, -4]


@pytest.mark.parametrize(
    ("kop", "cel", "reden"),
    [
        ("Betwist", "ja", "betwist"),
        ("Betwist", "nee", None),
        ("Geblokkeerd", "x", "geblokkeerd"),
        ("Regeling", "tot maart", "betalingsregeling"),
        ("Regeling", "", None),
        ("Status", "Betwist", "status «Betwist»"),
        ("Status", "Open", None),
        ("Valuta", "euro", None),
        ("Verzonden", "nee", "niet verzonden"),
        ("Verzonden", "ja", None),
    ],
)
def test_rows_that_ask_for_no_letter(tmp_path: Path, kop: str, cel: str, reden: str | None) -> None:
    gelezen = lees(tmp_path, f"x;F1;1,00;{cel}", "y;F2;1,00;",
                   kop=f"Naam;Factuurnummer;Saldo;{kop}")  # fmt: skip
    assert [o.reden for o in gelezen.overgeslagen] == ([reden] if reden else [])
    assert len(gelezen.posten) == (1 if reden else 2)


def test_zero_is_named(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, "K1;x;F1;;;0,00", "K1;x;F2;;;1,00")
    assert gelezen.overgeslagen[0][1:] == ("x", "F1", "er staat niets meer open")


def test_term_in_days_gives_the_due_date(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, "x;F1;2026-08-01;1,00", kop="Naam;Factuurnummer;Factuurdatum;Saldo",
                   betaaltermijn=30)  # fmt: skip
    assert gelezen.posten[0].vervaldatum == date(2026, 8, 31)
    kop = "Naam;Factuurnummer;Factuurdatum;Saldo;Betaaltermijn"
    gelezen = lees(tmp_path, "x;F1;2026-08-01;1,00;14", "x;F2;2026-08-01;1,00;maand",
                   "x;F3;2026-08-01;1,00;999", kop=kop)  # fmt: skip
    assert gelezen.posten[0].vervaldatum == date(2026, 8, 15)
    assert [a.reden for a in gelezen.afgewezen] == [
        "«maand» is geen betaaltermijn in dagen",
        "«999» is geen betaaltermijn in dagen",
    ]


def test_difference_of_amount_and_paid(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, "x;F1;10,00;4,00", "x;F2;10,00;", "x;F3;;1,00",
                   kop="Naam;Factuurnummer;Bedrag;Betaald")  # fmt: skip
    assert [p.openstaand for p in gelezen.posten] == [Decimal("6.00"), Decimal("10.00")]
    assert redenen(gelezen.afgewezen) == [(4, "het bedrag ontbreekt")]


def test_yes_or_no_columns_must_be_readable(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, "x;F1;1,00;misschien", "x;F2;1,00;ja",
                   kop="Naam;Factuurnummer;Saldo;Fatale termijn")  # fmt: skip
    assert redenen(gelezen.afgewezen) == [(2, "«misschien» is geen ja of nee")]
    assert gelezen.posten[0].overig == ("ja",)


def test_blocks_and_single_rows_read_the_same(tmp_path: Path) -> None:
    """A block of ordinary rows is read column by column; one odd row makes it go row by row."""
    gewoon = [f"K{n};n {n} ;F{n};1-8-2026;31-8-2026;{n},50" for n in range(1200)]
    in_blokken = lees(tmp_path, *gewoon).posten
    los = lees(tmp_path, *(regel + "0000" for regel in gewoon)).posten
    assert in_blokken == los
    assert len(los) == 1200


@given(st.data())
def test_nothing_is_lost(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Every row is a claim, rejected, or skipped; never two of these, never none."""
    cel = st.sampled_from(["", "x", "F1", "1,00", "1.250", "2026-08-01", "0", '"', "ja"])
    rijen = data.draw(st.lists(st.lists(cel, min_size=1, max_size=8), min_size=1, max_size=12))
    regels = [";".join("" if c == '"' else c for c in rij) for rij in rijen]
    vol = [regel for regel in regels if regel.strip(";")]
    try:
        gelezen = lees(tmp_path_factory.mktemp("p"), *regels)
    except BestandFout:
        assert not vol
        return
    aantal = len(gelezen.posten) + len(gelezen.afgewezen) + len(gelezen.overgeslagen)
    assert aantal == len(vol)


def test_garbage_collector_is_left_as_it_was(tmp_path: Path) -> None:
    lees(tmp_path, "K1;x;F1;;;1,00")
    assert gc.isenabled()
    gc.disable()
    try:
        lees(tmp_path, "K1;x;F1;;;1,00")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_guard_against_formulas_is_no_part_of_a_name(tmp_path: Path) -> None:
    """``fouten.csv`` has an apostrophe before such names; fed again, the name is as it was."""
    gelezen = lees(tmp_path, "K1;'@Home;F1;;;1,00", "K2;'s-Graveland BV;F2;;;2,00")
    assert [post.naam for post in gelezen.posten] == ["@Home", "'s-Graveland BV"]
