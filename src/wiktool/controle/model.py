"""What a check takes and what it gives: findings are values, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid
    from wiktool.kern.brieftekst import Brieftekst
    from wiktool.kern.bron import Bron
    from wiktool.kern.dossier import Dossier
    from wiktool.kern.fouten import BestandFout
    from wiktool.kern.uitkomst import Kanttekening


class Ernst(StrEnum):
    """How much a rule's finding weighs, heaviest first."""

    FOUT = "fout"
    """The letter does not meet the law."""
    BETWIST = "betwist"
    """Courts differ, or nobody knows: never right or wrong, always "niet te beoordelen"."""
    WAARSCHUWING = "waarschuwing"
    """The letter stands, but can cost the creditor money or trouble."""
    ADVIES = "advies"
    """The letter stands; good practice asks for more."""


class Oordeel(StrEnum):
    """The three answers."""

    VOLDOET = "voldoet"
    VOLDOET_NIET = "voldoet_niet"
    NIET_TE_BEOORDELEN = "niet_te_beoordelen"


class Vanaf(StrEnum):
    """From what a term runs."""

    ONTVANGST_DAG_NA = "ontvangst_dag_na"
    """The day after the day of receipt: the wording of the Hoge Raad."""
    ONTVANGST = "ontvangst"
    DAGTEKENING = "dagtekening"
    HEDEN = "heden"
    VERZENDING = "verzending"
    DATUM = "datum"
    """A date named in the letter, or a fixed last day."""
    GEEN = "geen"
    """The letter does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """Where in the letter a passage stands.

    Attributes:
        alinea: the number of the paragraph, from 1 (``Alinea.nummer``).
        begin: the first character of the passage in ``Alinea.tekst``, from 0.
        eind: the first character after it; always in the same paragraph.
        regel: the line in a plain-text file on which the passage begins, from 1; else None.
        bladzijde: the page in a PDF, from 1; else None.
    """

    alinea: int
    begin: int
    eind: int
    regel: int | None = None
    bladzijde: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of the letter, as it stands there.

    Attributes:
        citaat: the text between ``plaats.begin`` and ``plaats.eind``, line breaks made spaces.
    """

    citaat: str
    plaats: Plaats


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """What a rule found wrong.

    Attributes:
        melding: what is wrong with this letter, in Dutch.
        passage: where; None for what is missing from the letter altogether.
        vereist: what the law asks instead.
        voorstel: a sentence that would do; empty where none can be given.
    """

    code: str
    naam: str
    ernst: Ernst
    melding: str
    vereist: str
    passage: Passage | None = None
    voorstel: str = ""
    bronnen: tuple[Bron, ...] = ()

    @property
    def citaat(self) -> str | None:
        """The passage as it stands in the letter; None for what is missing."""
        return self.passage.citaat if self.passage else None

    @property
    def plaats(self) -> Plaats | None:
        """Where the passage stands; None for what is missing."""
        return self.passage.plaats if self.passage else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NietTeBeoordelen:
    """What a rule cannot answer: a fact is missing, the text is unclear, or courts differ.

    Attributes:
        reden: why not; for a disputed point both views.
        doe: how to make it judgeable, or what to write instead.
    """

    code: str
    naam: str
    reden: str
    doe: str
    passage: Passage | None = None
    bronnen: tuple[Bron, ...] = ()

    @property
    def citaat(self) -> str | None:
        """The passage as it stands in the letter; None where there is none."""
        return self.passage.citaat if self.passage else None

    @property
    def plaats(self) -> Plaats | None:
        """Where the passage stands; None where there is none."""
        return self.passage.plaats if self.passage else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsgegevens:
    """What flags and dossier tell about a letter; what they leave out is read from the letter.

    Attributes:
        peildatum: today, for a letter without a date.
        soort: the kind to judge it as; None to recognise it.
        hoofdsom: the principal, in euros.
        verzonden: the day it was or will be sent.
        bezorging: how it travels; None for what the letter says, else post.
        hoedanigheid: None for a letter to a consumer, the side on which the rules are strictest.
        dossier: everything known about the claim.
    """

    peildatum: date
    soort: Briefsoort | None = None
    hoofdsom: Decimal | None = None
    verzonden: date | None = None
    bezorging: Bezorgwijze | None = None
    hoedanigheid: Hoedanigheid | None = None
    dossier: Dossier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenTermijn:
    """The term to pay, as the letter gives it.

    Attributes:
        dagen: its length in days; None for a fixed last day.
        vanaf: from what it runs.
        datum: the fixed last day, or the named day from which it runs.
    """

    tekst: str
    dagen: int | None
    vanaf: Vanaf
    datum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """What was read in the letter; amounts in euros, None where it says nothing."""

    briefdatum: date | None = None
    hoofdsom: Decimal | None = None
    kosten: Decimal | None = None
    btw: Decimal | None = None
    termijn: GelezenTermijn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsing:
    """The outcome for one letter.

    Attributes:
        getoetst: the codes of the rules that were applied, in order.
        kanttekeningen: what the reader must know besides; no influence on the verdict.
    """

    soort: Briefsoort
    gelezen: Gelezen
    bevindingen: tuple[Bevinding, ...]
    niet_te_beoordelen: tuple[NietTeBeoordelen, ...]
    getoetst: tuple[str, ...]
    kanttekeningen: tuple[Kanttekening, ...] = ()

    @property
    def oordeel(self) -> Oordeel:
        """Wrong when one rule is certain, open when one could not answer, else right."""
        if any(bevinding.ernst is Ernst.FOUT for bevinding in self.bevindingen):
            return Oordeel.VOLDOET_NIET
        if self.niet_te_beoordelen:
            return Oordeel.NIET_TE_BEOORDELEN
        return Oordeel.VOLDOET


@dataclass(frozen=True, slots=True, kw_only=True)
class Nagekeken:
    """One file: its letter and the outcome, or why it could not be read.

    Attributes:
        bestand: the file as it was named, ``-`` for standard input.
        fout: why it could not be read; None when it could.
    """

    bestand: str
    brief: Brieftekst | None = None
    toetsing: Toetsing | None = None
    fout: BestandFout | None = None
