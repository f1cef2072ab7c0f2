"""The choices: every one that code cites exists, every one that exists is cited and listed."""

import re
from pathlib import Path

import wiktool

WORTEL = Path(__file__).parents[2]
KEUZES = WORTEL / "docs" / "keuzes"
BRON = Path(wiktool.__file__).parent


def bestanden() -> dict[str, Path]:
    return {pad.name[:4]: pad for pad in sorted(KEUZES.glob("[0-9]*.md"))}


def aangehaald() -> dict[str, set[str]]:
    """Each number that the code cites, with the file names it was given."""
    gevonden: dict[str, set[str]] = {}
    for pad in [*BRON.rglob("*.py"), *BRON.rglob("*.toml")]:
        tekst = pad.read_text(encoding="utf-8")
        for regel in tekst.splitlines():
            if "docs/keuzes/" not in regel:
                continue
            staart = regel.split("docs/keuzes/", 1)[1]
            for nummer, naam in re.findall(r"\b(\d{4})((?:-[a-z-]+)?)", staart):
                gevonden.setdefault(nummer, set()).add(naam)
    return gevonden


def test_numbers_run_on() -> None:
    assert list(bestanden()) == [f"{n:04}" for n in range(1, len(bestanden()) + 1)]


def test_every_cited_choice_exists_under_that_name() -> None:
    for nummer, namen in aangehaald().items():
        assert nummer in bestanden(), nummer
        assert namen <= {"", bestanden()[nummer].stem[4:]}, nummer


def test_every_choice_is_cited_by_the_code_that_follows_it() -> None:
    assert set(bestanden()) - set(aangehaald()) == set()


def test_the_list_names_every_choice() -> None:
    lijst = (KEUZES / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((\d{4}-[a-z-]+\.md)\)", lijst) == [p.name for p in bestanden().values()]


def test_every_choice_has_its_parts() -> None:
    for nummer, pad in bestanden().items():
        tekst = pad.read_text(encoding="utf-8")
        assert tekst.startswith(f"# {nummer} ")
        for deel in ("**Vraag.**", "**Keuze.**", "**Waarom.**", "**Anders.**", "**Bronnen.**"):
            assert deel in tekst, f"{pad.name}: {deel}"


def test_links_between_choices_work() -> None:
    for pad in KEUZES.glob("*.md"):
        for doel in re.findall(r"\]\(([^)#]+\.md)\)", pad.read_text(encoding="utf-8")):
            assert (KEUZES / doel).is_file(), f"{pad.name}: {doel}"


def test_the_glossary_is_in_order_and_complete() -> None:
    regels = (WORTEL / "docs" / "begrippen.md").read_text(encoding="utf-8").splitlines()
    rijen = [
        [cel.strip() for cel in regel.strip("|").split("|")]
        for regel in regels
        if regel.startswith("|")
    ]
    begrippen = rijen[2:]
    woorden = [rij[0] for rij in begrippen]
    assert woorden == sorted(set(woorden))
    for rij in begrippen:
        assert len(rij) == 4
        assert rij[1], rij[0]
        assert rij[3], rij[0]
    tekst = " ".join(woorden)
    for module in (
        "verzuim",
        "rente",
        "termijnbetaling",
        "toerekening",
        "afrekening",
        "incassokosten",
        "bezorging",
    ):
        assert module in tekst
