"""``wiktool serie`` and ``wiktool vervolg``: the contract of the commands (cli.md)."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wiktool.cli.voortgang import Voortgang

INSTELLINGEN = """[schuldeiser]
naam = "De Linde"
iban = "NL91ABNA0417164300"
fatale_termijn = true
"""
KOP = "Debiteurnummer;Naam;Adres;Factuurnummer;Vervaldatum;Openstaand\n"
GOED = "K1;A;Laan 1;F1;2026-08-31;1.250,00\nK2;B;Laan 2;F2;2026-08-31;85,50\n"
DATUM = ("--datum", "2026-11-20")

Wiktool = Callable[..., Any]


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("wiktool.toml").write_text(INSTELLINGEN, encoding="utf-8")
    Path("posten.csv").write_text(KOP + GOED, encoding="utf-8")
    return tmp_path


def test_letters_and_a_summary(wiktool: Wiktool) -> None:
    uitvoer = wiktool("serie", "posten.csv", *DATUM, "--uit", "brieven", "--formaat", "txt")
    assert (uitvoer.code, uitvoer.stdout) == (0, "")
    assert "2 brieven geschreven in brieven: hoofdsom €\xa01.335,50" in uitvoer.stderr
    assert Path("brieven/wik-K1.txt").is_file()


def test_who_goes_on_without_the_bank_file_is_stopped(wiktool: Wiktool) -> None:
    """Else who paid since the export, as the first run knew, would get a letter after all."""
    Path("posten.csv").write_text(
        KOP + GOED.replace("F1", "2026-0017").replace("F2", "2026-0018"), encoding="utf-8"
    )
    Path("bank.csv").write_text(
        '"Naam / Omschrijving","Mededelingen","Af Bij","Bedrag (EUR)","Datum","Tegenrekening"\n'
        '"B","2026-0018","Bij","85,50","20261116",""\n',
        encoding="utf-8",
    )
    serie = ("serie", "posten.csv", *DATUM, "--uit", "brieven", "--formaat", "txt")
    met_bank = ("--bank", "bank.csv", "--verwerkt-tot", "2026-11-15")
    wiktool(*serie, *met_bank, "--max", "1")
    uitvoer = wiktool(*serie, "--hervat")
    assert uitvoer.code == 3
    assert "bijlagen was «bank», nu «»" in uitvoer.stderr
    assert wiktool(*serie, *met_bank, "--hervat").code == 0
    assert not Path("brieven/wik-K2.txt").exists()


def test_rejected_rows_are_exit_code_1(wiktool: Wiktool) -> None:
    Path("posten.csv").write_text(KOP + GOED + "K3;C;Laan 3;F3;2026-08-31;een\n", encoding="utf-8")
    uitvoer = wiktool("serie", "posten.csv", *DATUM, "--uit", "brieven", "--formaat", "txt")
    assert uitvoer.code == 1
    assert "1 regel afgewezen in brieven/fouten.csv" in uitvoer.stderr


def test_results_as_json_lines_without_letters(wiktool: Wiktool) -> None:
    uitvoer = wiktool("serie", "-", *DATUM, "--formaat", "jsonl", stdin=KOP + GOED)
    regels = [json.loads(regel) for regel in uitvoer.stdout.splitlines()]
    assert [r["kosten"] for r in regels] == ["187.50", "40.00"]
    assert {r["schema"] for r in regels} == {"wiktool/serie/1"}
    assert sorted(p.name for p in Path().iterdir()) == ["posten.csv", "wiktool.toml"]


def test_letters_and_results_at_once(wiktool: Wiktool) -> None:
    uitvoer = wiktool(
        "serie", "posten.csv", *DATUM, "--uit", "b", "--formaat", "txt", "--formaat", "csv"
    )
    kop, *rijen = uitvoer.stdout.splitlines()
    assert kop.startswith("schuldenaar_nummer;schuldenaar;hoofdsom;")
    assert len(rijen) == len(list(Path("b").glob("*.txt"))) == 2


def test_dry_run(wiktool: Wiktool) -> None:
    uitvoer = wiktool("serie", "posten.csv", *DATUM, "--droogloop", "--uit", "b")
    assert uitvoer.stdout.splitlines()[0].startswith("A: €\xa01.250,00, kosten €\xa0187,50")
    assert "2 brieven zouden worden geschreven" in uitvoer.stderr
    assert not Path("b").exists()


SOORTEN = (
    KOP.replace("\n", ";Betwist\n")
    + "K1;A;Laan 1;F1;2026-08-31;1.250,00;nee\n"
    + "K2;B;Laan 2;F2;2026-08-31;1.250;nee\n"  # the column tells: a thousand
    + "K3;C;Laan 3;F3;2026-08-31;10,00;ja\n"
)


def test_a_dry_run_names_the_rows_without_a_letter(wiktool: Wiktool) -> None:
    """Nothing is lost: without a folder there is no fouten.csv to look in."""
    Path("posten.csv").write_text(SOORTEN, encoding="utf-8")
    Path("kapot.xml").write_text("<a/>", encoding="utf-8")
    uitvoer = wiktool("serie", "posten.csv", "kapot.xml", *DATUM, "--droogloop")
    assert uitvoer.code == 1
    assert uitvoer.stdout.splitlines()[2:] == [
        "kapot.xml: afgewezen: dit is geen UBL 2.1-factuur maar «a»",
        "posten.csv, regel 4: overgeslagen: C F3: betwist",
    ]
    assert "1.250,00" in uitvoer.stdout.splitlines()[0]
    assert "1 regel overgeslagen" in uitvoer.stderr


def test_results_for_programs_keep_the_other_rows_apart(wiktool: Wiktool) -> None:
    tekst = SOORTEN.replace("1.250;nee", "een;nee")
    uitvoer = wiktool("serie", "-", *DATUM, "--formaat", "jsonl", stdin=tekst)
    assert uitvoer.code == 1
    assert len(uitvoer.stdout.splitlines()) == 1
    assert "standaardinvoer, regel 3: afgewezen: «een» is geen bedrag" in uitvoer.stderr
    assert "standaardinvoer, regel 4: overgeslagen: C F3: betwist" in uitvoer.stderr


def test_standard_input_is_named_as_such(wiktool: Wiktool) -> None:
    uitvoer = wiktool("serie", "-", "--droogloop", stdin="aap;noot\n1;2\n")
    assert uitvoer.code == 3
    assert uitvoer.stderr.startswith("wiktool: fout: standaardinvoer: geen enkele kolomkop")


def test_what_was_understood(wiktool: Wiktool) -> None:
    uitvoer = wiktool("serie", "posten.csv", "--toon-kolommen", "--kolom", "kenmerk=Adres")
    assert "kenmerk            Adres" in uitvoer.stdout
    uitvoer = wiktool("serie", "posten.csv", "--toon-kolommen", "--formaat", "jsonl")
    assert json.loads(uitvoer.stdout)["kolommen"]["openstaand"] == "Openstaand"


@pytest.mark.parametrize(
    ("woorden", "code", "melding"),
    [
        ((), 2, "waar moeten de brieven heen"),
        (("--uit", "b", "--formaat", "docx", "--formaat", "pdf"), 2, "gaan niet samen"),
        (("--uit", "b", "--formaat", "txt", "--een-pdf"), 2, "gaan niet samen"),
        (("--uit", "b", "--formaat", "doc"), 2, "«doc» past niet bij --formaat"),
        (("--uit", "b", "--deel", "9/8"), 2, "«9/8» is geen deel"),
        (("--uit", "b", "--deel", "0/8"), 2, "«0/8» is geen deel"),
        (("--uit", "b", "--max", "0"), 2, "«0» is geen aantal"),
        (("--uit", "b", "--werkers", "x"), 2, "«x» is geen aantal"),
        (("--uit", "b", "--werkers", "999999999999999999"), 2, "is geen aantal"),
        (("--uit", "b", "--kolom", "saldo"), 2, "wijst geen kolom aan"),
        (("--uit", "b", "--kolom", "openstaand=X"), 2, "er is geen kop «X»"),
        (("--uit", "b", "--minimum", "1.250"), 2, "dubbelzinnig"),
        (("--uit", "b", "--bank", "weg.xml"), 3, "niet gevonden"),
        (("--uit", "b", "--relaties", "weg.csv"), 3, "niet gevonden"),
        (("--uit", "posten.csv"), 3, "geen map"),
        (("--uit", "b", "--soort", "wikk"), 2, "--soort"),
    ],
)
def test_wrong_use(wiktool: Wiktool, woorden: tuple[str, ...], code: int, melding: str) -> None:
    uitvoer = wiktool("serie", "posten.csv", *DATUM, *woorden)
    assert uitvoer.code == code
    assert melding in uitvoer.stderr
    assert not Path("b").exists()


def test_creditor_is_needed_for_a_table(wiktool: Wiktool) -> None:
    Path("wiktool.toml").unlink()
    uitvoer = wiktool("serie", "posten.csv", *DATUM, "--uit", "b")
    assert uitvoer.code == 3
    assert "wie is de schuldeiser" in uitvoer.stderr


def test_ctrl_c(wiktool: Wiktool, monkeypatch: pytest.MonkeyPatch) -> None:
    def onderbreek(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Voortgang, "meld", onderbreek)
    uitvoer = wiktool("serie", "posten.csv", *DATUM, "--uit", "b", "--formaat", "txt")
    assert uitvoer.code == 130
    assert "ga verder met --hervat" in uitvoer.stderr


@pytest.fixture
def verzonden(wiktool: Wiktool) -> None:
    assert wiktool("serie", "posten.csv", *DATUM, "--uit", "b", "--formaat", "txt").code == 0


@pytest.mark.usefixtures("verzonden")
def test_too_early_and_then_the_final_demand(wiktool: Wiktool) -> None:
    vervolg = ("vervolg", "b/overzicht.csv", "--uit", "s", "--brief", "txt")
    uitvoer = wiktool(*vervolg, "--peildatum", "2026-12-08")
    assert uitvoer.code == 0
    assert "wacht tot en met 8 december 2026" in uitvoer.stdout
    assert "er is niets om nu te sommeren" in uitvoer.stderr
    assert not Path("s").exists()
    uitvoer = wiktool(*vervolg, "--peildatum", "2026-12-09", "--toon", "mild")
    assert "2 sommaties geschreven in s" in uitvoer.stderr
    assert "187,50" in Path("s/sommatie-K1.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("verzonden")
def test_one_letter_too_early_is_refused(wiktool: Wiktool) -> None:
    overzicht = Path("b/overzicht.csv")
    regels = overzicht.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    overzicht.write_text("".join(regels[:2]), encoding="utf-8")
    uitvoer = wiktool("vervolg", "b/overzicht.csv", "--peildatum", "2026-12-01", "--uit", "s")
    assert uitvoer.code == 1
    assert "loopt nog tot en met 8 december 2026" in uitvoer.stderr


@pytest.mark.usefixtures("verzonden")
@pytest.mark.parametrize("formaat", ["json", "jsonl", "csv"])
def test_follow_up_for_programs(wiktool: Wiktool, formaat: str) -> None:
    uitvoer = wiktool("vervolg", "b", "--peildatum", "2026-12-09", "--formaat", formaat)
    assert uitvoer.code == 0
    if formaat == "json":
        assert json.loads(uitvoer.stdout)["brieven"][0]["kosten"] == "187.50"
    else:
        assert len(uitvoer.stdout.splitlines()) == (3 if formaat == "csv" else 2)


@pytest.mark.usefixtures("verzonden")
@pytest.mark.parametrize("sommaties", [(), ("--uit", "s")])
def test_a_day_for_which_the_law_is_not_known_is_no_success(
    wiktool: Wiktool, sommaties: tuple[str, ...]
) -> None:
    """A script of every Monday would else not notice that there is no rate yet."""
    uitvoer = wiktool("vervolg", "b", "--peildatum", "2900-01-01", *sommaties)
    assert uitvoer.code == 3
    assert "is geen waarde bekend" in uitvoer.stdout
    assert not Path("s").exists()


def test_no_bar_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Voortgang("brieven") as voortgang:
        voortgang.meld(1, 2)
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("breedte", [40, 120])
def test_bar_with_speed_and_time_left_on_a_terminal(breedte: int) -> None:
    """It is wiped when done, and results on stdout stay out of it."""
    import fcntl
    import os
    import pty
    import struct
    import termios

    vraag = (
        "from wiktool.cli.voortgang import Voortgang\n"
        "with Voortgang('brieven') as v:\n"
        "    v.meld(250, 1000); print('uitkomst'); v._balk.refresh()\n"
    )
    hier, daar = pty.openpty()
    fcntl.ioctl(daar, termios.TIOCSWINSZ, struct.pack("HHHH", 24, breedte, 0, 0))
    omgeving = {n: w for n, w in os.environ.items() if n not in ("COLUMNS", "NO_COLOR")}
    klaar = subprocess.run(
        [sys.executable, "-c", vraag],
        stdout=subprocess.PIPE,
        stderr=daar,
        env=omgeving | {"TERM": "xterm"},
        check=True,
    )
    os.close(daar)
    getekend = os.read(hier, 100_000).decode()
    os.close(hier)
    assert klaar.stdout == b"uitkomst\n"
    assert "25%" in getekend
    if breedte > 80:
        assert "250/1000 brieven" in getekend
        assert re.search(r"\d+/s  nog \d+:\d\d", getekend)
    assert getekend.rstrip().endswith("\x1b[2K")
