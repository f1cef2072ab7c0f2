"""``--herstel``: a new letter that is right, made of a letter that was not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.controle.hulp import Geval, brief, brieven, gegevens

from wiktool.brieven.opmaak_tekst import als_tekst
from wiktool.controle.herkenning.adressen import lees_adressering
from wiktool.controle.model import Oordeel, Toetsgegevens
from wiktool.controle.toetser import toets
from wiktool.invoer.briefbestand import lees_brief
from wiktool.invoer.dossierbestand import lees_dossier
from wiktool.invoer.instellingen import Instellingen
from wiktool.kern.begrippen import Briefsoort
from wiktool.kern.dossier import Aanmaning
from wiktool.kern.fouten import NietMogelijk, Weigering, WiktoolFout
from wiktool.taken.herstel import Herstel, beschrijf, herstel

if TYPE_CHECKING:
    from collections.abc import Callable

GEVALLEN = {geval.naam: geval for geval in brieven()}
DOSSIERS = Path(__file__).parents[2] / "docs" / "voorbeelden" / "dossiers"
DAG = date(2026, 12, 20)


def _tekst(begin: str) -> str:
    return next(geval.tekst for naam, geval in GEVALLEN.items() if naam.startswith(begin))


def _herstel(tekst: str, instellingen: Instellingen | None = None, **vlaggen: str) -> Herstel:
    oud, weten = brief(tekst), gegevens(**vlaggen)
    return herstel(oud, toets(oud, weten), weten, instellingen)


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=lambda geval: geval.naam)
def test_a_new_letter_is_right_or_it_is_not_made(geval: Geval) -> None:
    try:
        nieuw = _herstel(geval.tekst)
    except WiktoolFout:
        return  # what is asked then, has tests of its own below
    toetsing = toets(brief(als_tekst(nieuw.gemaakt.brief)), Toetsgegevens(peildatum=DAG))
    assert toetsing.oordeel is Oordeel.VOLDOET
    assert toetsing.gelezen.briefdatum == DAG
    assert toetsing.gelezen.hoofdsom == sum(v.bedrag for v in nieuw.dossier.vorderingen)
    assert nieuw.uit_brief


def test_most_wrong_letters_give_enough_for_a_new_one() -> None:
    fout = [geval for geval in GEVALLEN.values() if geval.kop["oordeel"] == "voldoet_niet"]
    gemaakt = 0
    for geval in fout:
        try:
            _herstel(geval.tekst)
            gemaakt += 1
        except WiktoolFout:
            continue
    assert gemaakt * 2 > len(fout)


@pytest.mark.parametrize(
    ("begin", "schuldeiser", "schuldenaar", "facturen"),
    [
        ("06", "Bloemenbus Online B.V.", "J. van Leeuwen", ["BB-55120"]),
        ("09", "Kapsalon Knip & Zo", "D. Peeters", ["2026/311"]),
        ("20", "ParkeerPlus B.V.", "O. Willems", ["26-701", "26-801", "26-901"]),
        ("36", "Drukkerij Inkt B.V.", "V. Lam", ["D-26-90"]),
        ("61", "De Vries Installatietechniek B.V.", "G. Hoekema", ["V2600412"]),
    ],
)
def test_the_facts_come_from_the_old_letter(
    begin: str, schuldeiser: str, schuldenaar: str, facturen: list[str]
) -> None:
    dossier = _herstel(_tekst(begin)).dossier
    assert dossier.schuldeiser.naam == schuldeiser
    assert dossier.schuldenaar.naam == schuldenaar
    assert [v.factuurnummer for v in dossier.vorderingen] == facturen
    assert any(facturen[0] in regel for regel in beschrijf(dossier))


def test_dates_of_invoice_and_default_are_taken_over() -> None:
    (vordering,) = _herstel(_tekst("06")).dossier.vorderingen
    assert vordering.factuurdatum == date(2026, 10, 2)
    assert vordering.vervaldatum == date(2026, 10, 16)
    assert vordering.verzuimdatum == date(2026, 10, 17)


def test_the_kind_stays_what_it_was() -> None:
    nieuw = _herstel(_tekst("36"))
    assert nieuw.keuzes.soort is Briefsoort.INGEBREKESTELLING
    assert nieuw.kanttekeningen == ()


def test_only_a_new_letter_repairs_and_the_due_date_must_be_agreed() -> None:
    codes = [kanttekening.code for kanttekening in _herstel(_tekst("06")).kanttekeningen]
    assert codes == ["alleen-een-nieuwe-brief", "vervaldatum-afgesproken"]


@pytest.mark.parametrize(
    ("begin", "mist"),
    [
        ("01", "niets te herstellen"),
        ("08", "om welke facturen"),
        ("18", "een ander schrijft voor hem"),
        ("24", "in verzuim"),
        ("31", "--hoofdsom"),
        ("43", "--hoofdsom"),
        ("85", "naam van de schuldenaar"),
    ],
)
def test_what_the_letter_does_not_give_is_named(begin: str, mist: str) -> None:
    with pytest.raises(NietMogelijk) as fout:
        _herstel(_tekst(begin))
    assert mist in fout.value.melding


@pytest.mark.parametrize("rekening", ["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00"])
def test_a_bank_account_is_no_invoice(rekening: str) -> None:
    tekst = _tekst("06").replace("op NL91 ABNA 0417 1643 00", f"op rekening {rekening}")
    assert _herstel(tekst).dossier.vorderingen[0].factuurnummer == "BB-55120"


def test_a_flag_settles_a_doubtful_principal() -> None:
    (vordering,) = _herstel(_tekst("43"), hoofdsom="620.00").dossier.vorderingen
    assert vordering.bedrag == Decimal("620.00")


def test_two_accounts_are_one_too_many() -> None:
    tekst = _tekst("06").replace("KvK 34111222", "KvK 34111222 IBAN NL20INGB0001234567")
    with pytest.raises(NietMogelijk, match="rekening"):
        _herstel(tekst)


def test_rows_that_do_not_add_up_give_no_letter() -> None:
    tekst = _tekst("20").replace("26-901 | vervaldatum 30-09-2026 | € 65,00", "26-901 | | € 60,00")
    with pytest.raises(NietMogelijk):
        _herstel(tekst, hoofdsom="195.00")


def test_the_creditor_of_the_settings_is_known_by_its_account() -> None:
    delen = {"schuldeiser": {"naam": "Bloemenbus", "iban": "NL91ABNA0417164300", "plaats": "Ede"}}
    assert _herstel(_tekst("06"), Instellingen(delen=delen)).dossier.schuldeiser.plaats == "Ede"
    delen["schuldeiser"]["iban"] = "NL20INGB0001234567"
    anders = _herstel(_tekst("06"), Instellingen(delen=delen)).dossier.schuldeiser
    assert anders.plaats == "Aalsmeer"


def test_a_dossier_speaks_and_the_faulty_letter_in_it_does_not_count() -> None:
    dossier = lees_dossier(DOSSIERS / "minimum.toml")
    oude = Aanmaning(soort=Briefsoort.WIK, verzonden=date(2026, 11, 21))
    met_brief = replace(dossier, aanmaningen=(oude,))
    oud = brief(_tekst("06"))
    weten = Toetsgegevens(peildatum=DAG, dossier=met_brief)
    nieuw = herstel(oud, toets(oud, weten), weten)
    assert not nieuw.uit_brief
    assert nieuw.dossier == dossier
    assert nieuw.gemaakt.grondslag.hoofdsom == Decimal("75.00")


def test_an_earlier_letter_in_the_dossier_still_refuses() -> None:
    dossier = lees_dossier(DOSSIERS / "minimum.toml")
    eerder = Aanmaning(soort=Briefsoort.WIK, verzonden=date(2026, 10, 5))
    weten = Toetsgegevens(peildatum=DAG, dossier=replace(dossier, aanmaningen=(eerder,)))
    oud = brief(_tekst("06"))
    with pytest.raises(Weigering) as fout:
        herstel(oud, toets(oud, weten), weten)
    assert fout.value.code == "al-aangemaand"


def test_a_disputed_letter_may_have_been_valid_and_stays_in_the_dossier() -> None:
    dossier = lees_dossier(DOSSIERS / "minimum.toml")
    deze = Aanmaning(soort=Briefsoort.WIK, verzonden=date(2026, 11, 24))
    weten = Toetsgegevens(peildatum=DAG, dossier=replace(dossier, aanmaningen=(deze,)))
    oud = brief(_tekst("06"))
    toetsing = replace(toets(oud, replace(weten, verzonden=deze.verzonden)), bevindingen=())
    with pytest.raises(NietMogelijk, match="niets te herstellen"):
        herstel(oud, toetsing, weten)
    twijfel = toets(brief(_tekst("26")), Toetsgegevens(peildatum=DAG))
    assert twijfel.oordeel is Oordeel.NIET_TE_BEOORDELEN
    with pytest.raises(Weigering):
        herstel(oud, twijfel, replace(weten, verzonden=deze.verzonden))


# --- names and addresses -------------------------------------------------------------------------


AAN_JANSEN = "Dhr. J. Jansen\nLaan 2\n1234 AC Ede\n\nGeachte heer,\n\n"
ZAAK = "Zaak BV\nWeg 1\n1234 AB Ede\n\n"
BETAAL = "Betaal op NL91ABNA0417164300"


def _namen(tekst: str) -> tuple[str, str]:
    gelezen = lees_adressering(brief(tekst))
    return (
        gelezen.schuldeiser.naam if gelezen.schuldeiser else "",
        gelezen.schuldenaar.naam if gelezen.schuldenaar else "",
    )


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        (f"{ZAAK}{AAN_JANSEN}", ("Zaak BV", "J. Jansen")),
        (f"{ZAAK}Aan: J. Jansen, Laan 2, 1234 AC Ede\n\nBeste klant,", ("Zaak BV", "J. Jansen")),
        (f"{ZAAK}J. Jansen\nLaan 2\n1234 AC Ede\n\nBeste heer Jansen,", ("Zaak BV", "J. Jansen")),
        # nobody is addressed by name, and neither address is directed
        (f"{ZAAK}J. Jansen\nLaan 2\n1234 AC Ede\n\nGeachte heer/mevrouw,", ("", "")),
        # two Jansens
        ("H. Jansen\nA 1\n1234 AB Ede\n\nJ. Jansen\nB 2\n1234 AC Ede\n\nBeste Jansen,", ("", "")),
        # the account holder is another than the letterhead, or the same said longer
        (f"{ZAAK}{AAN_JANSEN}{BETAAL} t.n.v. Stichting Derdengelden, dank.", ("", "J. Jansen")),
        (f"{ZAAK}{AAN_JANSEN}{BETAAL} ten name van Zaak B.V. te Ede.", ("Zaak BV", "J. Jansen")),
        (f"{ZAAK}{AAN_JANSEN}{BETAAL} t.n.v. 12345, dank.", ("Zaak BV", "J. Jansen")),
        (f"{AAN_JANSEN}{BETAAL} t.n.v. Zaak", ("Zaak", "J. Jansen")),
        # a name above the letter that stands under it as well, or does not
        (f"Zaak Ede\n\n{AAN_JANSEN}Hoogachtend,\n\nZaak Ede", ("Zaak Ede", "J. Jansen")),
        (f"Zaak Ede\n\n{AAN_JANSEN}Hoogachtend,\n\nP. Pen", ("", "J. Jansen")),
        (f"Zaak Ede\n\n{AAN_JANSEN}Betaal.", ("", "J. Jansen")),
        # an address without a name, and a letter without a salutation
        ("tel. 030\nPostbus 5\n1234 AB Ede\n\nGeachte heer,", ("", "")),
        (ZAAK, ("", "")),
    ],
)
def test_names_are_read_with_certainty_or_not_at_all(tekst: str, namen: tuple[str, str]) -> None:
    assert _namen(tekst) == namen


@pytest.mark.parametrize("postcode", ["1234 AC", "1234AC", "1234ac", "1234\u00a0AC"])
def test_an_address_is_read_in_parts(postcode: str) -> None:
    tekst = f"Aan\nde heer J. Jansen\nt.a.v. P. Pen\nLaan 2a\n{postcode}  EDE\n\nGeachte heer,"
    adres = lees_adressering(brief(tekst)).schuldenaar
    assert adres is not None
    assert (adres.naam, adres.adres) == ("J. Jansen", "Laan 2a")
    assert (adres.postcode, adres.plaats) == ("1234 AC", "Ede")


# --- the command -----------------------------------------------------------------------------


@pytest.fixture
def oud(tmp_path: Path) -> Path:
    pad = tmp_path / "oud.txt"
    pad.write_text(_tekst("06"), encoding="utf-8")
    return pad


@pytest.mark.parametrize("uitgang", ["docx", "txt", "pdf"])
def test_the_new_letter_is_written_and_passes(
    wiktool: Callable, oud: Path, tmp_path: Path, uitgang: str
) -> None:
    nieuw = tmp_path / f"nieuw.{uitgang}"
    uit = wiktool("controleer", str(oud), "--herstel", str(nieuw), "--peildatum", "2026-12-20")
    assert uit.code == 1  # the old letter is still wrong
    assert "WIK203" in uit.stdout
    zonder_regels = " ".join(uit.stderr.split())
    assert f"geschreven: {nieuw}" in uit.stderr
    assert "kijk dit na: schuldeiser Bloemenbus Online B.V." in zonder_regels
    assert "Alleen een nieuwe brief met een volle nieuwe termijn" in zonder_regels
    assert toets(lees_brief(nieuw), Toetsgegevens(peildatum=DAG)).oordeel is Oordeel.VOLDOET


def test_a_right_letter_is_left_alone(wiktool: Callable, tmp_path: Path) -> None:
    nieuw = tmp_path / "nieuw.txt"
    uit = wiktool("controleer", "-", "--herstel", str(nieuw), stdin=_tekst("01"))
    assert uit.code == 0
    assert "niets geschreven" in uit.stderr
    assert not nieuw.exists()


def test_a_letter_that_does_not_give_enough(wiktool: Callable, tmp_path: Path) -> None:
    nieuw = tmp_path / "nieuw.txt"
    uit = wiktool("controleer", "-", "--herstel", str(nieuw), stdin=_tekst("08"))
    assert uit.code == 3
    assert "voldoet niet" in uit.stdout
    assert "--dossier" in uit.stderr
    assert not nieuw.exists()


def test_a_file_that_cannot_be_read_gives_no_letter(wiktool: Callable, tmp_path: Path) -> None:
    nieuw = tmp_path / "nieuw.txt"
    uit = wiktool("controleer", str(tmp_path / "weg.docx"), "--herstel", str(nieuw))
    assert uit.code == 3
    assert not nieuw.exists()


def test_a_place_where_nothing_may_be_written(wiktool: Callable, oud: Path, tmp_path: Path) -> None:
    bestaat = tmp_path / "bestaat.txt"
    bestaat.write_text("x", encoding="utf-8")
    for uit, code in (
        (wiktool("controleer", str(oud), "--herstel", str(oud)), 2),
        (wiktool("controleer", str(oud), "--herstel", str(tmp_path / "a.zip")), 2),
        (wiktool("controleer", str(oud), str(bestaat), "--herstel", str(tmp_path / "a.txt")), 2),
        (wiktool("controleer", str(oud), "--herstel", str(bestaat)), 3),
    ):
        assert uit.code == code
        assert uit.stdout == ""
    uit = wiktool("controleer", str(oud), "--herstel", str(bestaat), "--overschrijf")
    assert "geschreven" in uit.stderr


def test_with_a_dossier_nothing_is_read_in_the_letter(wiktool: Callable, tmp_path: Path) -> None:
    nieuw = tmp_path / "nieuw.txt"
    dossier = str(DOSSIERS / "minimum.toml")
    uit = wiktool(
        "controleer", "-", "--herstel", str(nieuw), "--dossier", dossier,
        "--peildatum", "2026-12-20", stdin=_tekst("08"),
    )  # fmt: skip
    assert uit.code == 1
    assert "gelezen in de oude brief" not in uit.stderr
    assert "Praktijk De Linde" in nieuw.read_text(encoding="utf-8")
