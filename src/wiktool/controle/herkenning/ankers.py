"""From what a term runs: receipt, the day after, the date of the letter, today, sending, a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from wiktool.controle.herkenning.woordenschat import (
    ANDER_BEGIN,
    BEGIN,
    BRIEF,
    DAGTEKENING,
    DATUM,
    GETAL,
    GOEDEREN,
    HEDEN,
    MAAND,
    ONTVANGST,
    VERZENDING,
    VOORWAARDE,
    WEEKDAG,
)
from wiktool.controle.herkenning.woordgroepen import woordgroep
from wiktool.controle.model import Vanaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiktool.controle.herkenning.woorden import Woord

_INLEIDERS: Final = woordgroep(
    "na nadat vanaf sinds ingaande ingaat ingang aanvangende aanvangt aanvang begint beginnend "
    "beginnende beginnen start startend startende loopt lopen lopend lopende rekenen gerekend gaat "
    "vangt daags volgend volgende after from starting"
)
_NA: Final = woordgroep("na nadat volgend volgende volgt erop erna volgde after following")
_BIJZIN: Final = woordgroep("nadat waarop dat die wanneer zodra that which")
_DAGWOORDEN: Final = woordgroep("dag werkdag kalenderdag day")
_VOOR_DAG: Final = woordgroep("de op eerste die the")
_VAN_IETS_ANDERS: Final = woordgroep("daarvan ervan hunner")
_VULWOORDEN: Final = woordgroep(
    "de het een deze dit die dezes onderhavige uw u ons onze van door dag dagen eerste waarop "
    "dat welke daadwerkelijke feitelijke moment tijdstip ogenblik bovenstaande bovengenoemde "
    "bovenvermelde hierboven vermelde genoemde op in met ingang af te rekenen gerekend ingaande "
    "der volgend volgende volgt na nadat vanaf : ( dan dus daags dezer bovenaan huidige "
    "uiterlijk bij steeds telkens neemt te lopen tellen pas werkdag kalenderdag dezerzijds the of "
    "day this your on gaat een aanvang aan"
)
_ENGELSE_HULPWOORDEN: Final = woordgroep("is was has been")
_AANGEKOMEN: Final = woordgroep(
    "kreeg krijgt krijgen kregen gekomen kwam komt gebracht bracht brengt afgegeven aangeboden "
    "gevallen viel valt binnengekomen binnenkwam binnenkomt afgaf afgaven afgeeft beland belandt "
    "belandde"
)
_GESCHREVEN: Final = woordgroep("schreven schreef geschreven opstelden opmaakten tekenden")
_LOTGEVALLEN: Final = (
    _AANGEKOMEN | _GESCHREVEN | woordgroep("stuurden stuurde sturen zonden zond post")
)
"""What happens to a letter, in words that say so only of a letter."""
_TERUGVERWIJZERS: Final = woordgroep("deze die welke dezelfde")
_STOPT: Final = frozenset(".?!;")
_OF: Final = frozenset({"of", "/", "respectievelijk", "resp", "cq", "danwel"})
_REIKWIJDTE: Final = 18
_BITS: Final = (
    (ONTVANGST, Vanaf.ONTVANGST),
    (DAGTEKENING, Vanaf.DAGTEKENING),
    (HEDEN, Vanaf.HEDEN),
    (VERZENDING, Vanaf.VERZENDING),
)


class Anker(NamedTuple):
    """The start of a term.

    Attributes:
        vanaf: the kind of start; GEEN when it names the letter but not which day of it.
        begin: the index of its first word in the sentence.
        eind: the index after its last word.
        datum: index of the first word of a date, for ``Vanaf.DATUM``; -1 otherwise.
        ander: it is not about this letter (the invoice date, a delivery of goods).
        dubbel: two different starts are named in one breath.
        dag_zelf: the day of receipt itself counts ("vanaf de dag van ontvangst").
        na_datum: the day after the date is the first ("na 1 december").
        dag_na_brief: "de dag na aanmaning", the words of the statute.
    """

    vanaf: Vanaf
    begin: int
    eind: int
    datum: int = -1
    ander: bool = False
    dubbel: bool = False
    dag_zelf: bool = False
    na_datum: bool = False
    dag_na_brief: bool = False


def zoek_ankers(woorden: Sequence[Woord], van: int, tot: int) -> Iterator[Anker]:
    """Every start named between two words of a sentence, in order."""
    plek = van
    while plek < tot:
        woord = woorden[plek]
        if woord.tekst not in _INLEIDERS and not _of_the(woorden, plek):
            if woord.begrip & VOORWAARDE and plek > van:
                return
            plek += 1
            continue
        ontkend = plek > 0 and woorden[plek - 1].tekst == "niet"
        anker = _Zoeker(woorden, plek, min(tot, plek + _REIKWIJDTE)).zoek()
        if anker is None:
            plek += 1
            continue
        if not ontkend:
            yield anker
        plek = anker.eind


def _de_dag_voor(woorden: Sequence[Woord], plek: int) -> bool:
    """``de dag`` straight before ``nadat``; not the ``tiende dag``, which is a length."""
    if plek > 2 and woorden[plek - 1].tekst == ",":
        plek -= 1
    if plek < 2 or woorden[plek - 1].tekst not in _DAGWOORDEN:
        return False
    return woorden[plek - 2].tekst in _VOOR_DAG


def _of_the(woorden: Sequence[Woord], plek: int) -> bool:
    """``within fourteen days of the date of this letter``; not the Dutch "of"."""
    if woorden[plek].tekst != "of":
        return False
    return plek + 1 < len(woorden) and woorden[plek + 1].tekst in ("the", "receipt", "receiving")


class _Zoeker:
    """Walks from an opening word (``na``, ``vanaf``, ``ingaande``) to the event it names."""

    def __init__(self, woorden: Sequence[Woord], begin: int, tot: int) -> None:
        self.woorden = woorden
        self.begin = begin
        self.tot = tot
        self.dag = woorden[begin].tekst == "daags" or _de_dag_voor(woorden, begin)
        self.na = woorden[begin].tekst in _NA
        self.dag_na = self.dag and self.na
        self.bijzin = woorden[begin].tekst in _BIJZIN
        self.brief = False
        self.terugval: Anker | None = None

    def zoek(self) -> Anker | None:
        """The start, or None when no event is named."""
        for plek in range(self.begin + 1, self.tot):
            woord = self.woorden[plek]
            if woord.tekst in _STOPT or (woord.tekst == "," and not self.bijzin):
                break
            anker = self._bij_woord(plek, woord)
            if anker is not None:
                return anker
            if not self.bijzin and not self._mag_tussen(plek, woord):
                break
        return self.terugval

    def _bij_woord(self, plek: int, woord: Woord) -> Anker | None:
        tekst = woord.tekst
        if tekst in _DAGWOORDEN or tekst == "daags":
            self.dag = True
        elif tekst in _NA:
            self.dag_na = self.dag_na or self.dag
            self.na = True
        if tekst in _BIJZIN:
            self.bijzin = True
        if woord.begrip & BEGIN:
            return self._gebeurtenis(plek, woord)
        if self.bijzin and self.brief and tekst in _LOTGEVALLEN:
            return self._lotgeval(plek, tekst)
        if woord.begrip & BRIEF:
            self._de_brief(plek)
        elif woord.begrip & (DATUM | GETAL) and self._is_datum(plek):
            return self._anker(Vanaf.DATUM, plek, datum=plek)
        elif woord.begrip & GOEDEREN and self.bijzin and not self.brief:
            return self._anker(Vanaf.GEEN, plek, ander=True)
        return None

    def _lotgeval(self, plek: int, tekst: str) -> Anker | None:
        """``nadat de postbode deze brief heeft gebracht``, ``nadat wij die op de post deden``."""
        if tekst in _AANGEKOMEN:
            return self._ontvangst(plek)
        if tekst == "post" and not self._op_de_post(plek):
            return None
        return self._anker(Vanaf.DAGTEKENING if tekst in _GESCHREVEN else Vanaf.VERZENDING, plek)

    def _op_de_post(self, plek: int) -> bool:
        """``op de post``; not "door de post", which brings it."""
        voor = [woord.tekst for woord in self.woorden[max(0, plek - 2) : plek]]
        return voor[-1:] == ["de"] and voor[0] != "door"

    def _mag_tussen(self, plek: int, woord: Woord) -> bool:
        datumwoord = woord.tekst == "datum" and plek + 1 < len(self.woorden)
        vult = woord.tekst in _VULWOORDEN or (self.brief and self._engels_hulpwoord(plek))
        return vult or bool(woord.begrip & (BRIEF | WEEKDAG)) or datumwoord

    def _engels_hulpwoord(self, plek: int) -> bool:
        """``after this letter is delivered``; not the Dutch "na deze brief is betaling …"."""
        if self.woorden[plek].tekst not in _ENGELSE_HULPWOORDEN:
            return False
        return any(woord.tekst in ("this", "the") for woord in self.woorden[self.begin : plek])

    def _gebeurtenis(self, plek: int, woord: Woord) -> Anker | None:
        if woord.tekst == "datum":
            return self._de_datum(plek)
        if woord.begrip & DAGTEKENING and self.bijzin:
            self.terugval = self._anker(Vanaf.DAGTEKENING, plek)
            return None
        vanaf = next((naam for bit, naam in _BITS if woord.begrip & bit), None)
        if vanaf is None or (woord.begrip & ANDER_BEGIN and not woord.begrip & ONTVANGST):
            if self.brief and self.bijzin:
                return None
            return self._anker(Vanaf.GEEN, plek, ander=True)
        if vanaf is Vanaf.ONTVANGST:
            return self._ontvangst(plek)
        if vanaf is Vanaf.DAGTEKENING and self._van_ander_stuk(plek):
            return self._anker(Vanaf.GEEN, plek, ander=True)
        return self._anker(vanaf, plek, dubbel=self._nog_een(plek, vanaf))

    def _van_ander_stuk(self, plek: int) -> bool:
        """``na dagtekening daarvan``, ``na datum van de factuur``: not that of this letter."""
        volgende = self.woorden[plek + 1 : plek + 2]
        return bool(volgende and volgende[0].tekst in _VAN_IETS_ANDERS) or self._van_goederen(plek)

    def _de_datum(self, plek: int) -> Anker | None:
        """``datum`` of this letter, or the day of something that follows."""
        volgende = self.woorden[plek + 1].tekst if plek + 1 < len(self.woorden) else ""
        if self.bijzin and self.brief:
            return None
        if volgende in ("van", "waarop", "der", "dat"):
            self.dag = True
            self.terugval = self._anker(Vanaf.DAGTEKENING, plek)
            return None
        if self.woorden[plek - 1].tekst in _TERUGVERWIJZERS:
            return None
        return self._anker(Vanaf.DAGTEKENING, plek, dubbel=self._nog_een(plek, Vanaf.DAGTEKENING))

    def _aan_de_post(self, plek: int) -> bool:
        """``nadat deze brief ter post is bezorgd``, ``bij de post is afgegeven``: sent."""
        rond = [woord.tekst for woord in self.woorden[self.begin : plek + 3]]
        return any(
            (eerste in ("ter", "aan", "bij") and tweede in ("post", "postnl"))
            or (eerste in ("aan", "bij") and (tweede, derde) == ("de", "post"))
            for eerste, tweede, derde in zip(rond, rond[1:], [*rond[2:], ""], strict=False)
        )

    def _ontvangst(self, plek: int) -> Anker:
        if self._aan_de_post(plek):
            return self._anker(Vanaf.VERZENDING, plek)
        if not self.bijzin and self._van_goederen(plek):
            return self._anker(Vanaf.GEEN, plek, ander=True)
        begint_na = self.dag_na or (self.dag and self.na)
        return self._anker(
            Vanaf.ONTVANGST_DAG_NA if begint_na else Vanaf.ONTVANGST,
            plek,
            dubbel=self._nog_een(plek, Vanaf.ONTVANGST),
            dag_zelf=self.dag and not begint_na,
        )

    def _van_goederen(self, plek: int) -> bool:
        """``na ontvangst van de bestelling``."""
        volgende = self.woorden[plek + 1 : plek + 5]
        if not volgende or volgende[0].tekst != "van":
            return False
        for woord in volgende[1:]:
            if woord.begrip & BRIEF:
                return False
            if woord.begrip & GOEDEREN:
                return True
        return False

    def _nog_een(self, plek: int, vanaf: Vanaf) -> bool:
        """Another event named in the same breath: ``na dagtekening of ontvangst``."""
        verbonden = self.bijzin
        for woord in self.woorden[plek + 1 : plek + 8]:
            if woord.tekst in _STOPT or woord.tekst == ",":
                return False
            if woord.tekst in _OF or (woord.tekst == "en" and self.bijzin):
                verbonden = True
            if not verbonden:
                continue
            for bit, naam in _BITS:
                if woord.begrip & bit and naam is not vanaf and woord.tekst != "datum":
                    return True
        return False

    def _de_brief(self, plek: int) -> None:
        self.brief = True
        if self.terugval is None and not self.bijzin:
            dag_na = self.dag_na or (self.dag and self.na)
            self.terugval = self._anker(Vanaf.GEEN, plek)._replace(dag_na_brief=dag_na)
        elif self.terugval is not None and not self.bijzin:
            self.terugval = self.terugval._replace(eind=plek + 1)

    def _is_datum(self, plek: int) -> bool:
        if self.bijzin and self.brief:
            return False
        if self.woorden[plek].begrip & DATUM:
            return True
        volgende = self.woorden[plek + 1 : plek + 2]
        return bool(volgende and volgende[0].begrip & MAAND)

    def _anker(
        self,
        vanaf: Vanaf,
        plek: int,
        *,
        datum: int = -1,
        ander: bool = False,
        dubbel: bool = False,
        dag_zelf: bool = False,
    ) -> Anker:
        return Anker(
            vanaf=vanaf,
            begin=self.begin,
            eind=plek + 1,
            datum=datum,
            ander=ander,
            dubbel=dubbel,
            dag_zelf=dag_zelf,
            na_datum=vanaf is Vanaf.DATUM and self.na,
        )
