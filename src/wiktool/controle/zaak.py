"""One letter with everything known about it: what was read, and what flags and dossier tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from wiktool.controle.dossiervergelijking import (
    namen_niet_in,
    open_in_dossier,
    rekeningen,
    vergoeding_bij_termijnen,
)
from wiktool.controle.herkenning import inhoud
from wiktool.controle.herkenning.zakelijk import wijst_op_bedrijf
from wiktool.controle.kostentoets import Kostentoets, toets_kosten
from wiktool.kern.begrippen import Bezorgwijze, Briefsoort, Hoedanigheid
from wiktool.kern.datum import dag_na
from wiktool.kern.fouten import WiktoolFout
from wiktool.recht.incassokosten import tarief
from wiktool.recht.kalender import geen_postdag
from wiktool.recht.termijnen import bereken_termijn

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from wiktool.controle.herkenning.lezing import Lezing
    from wiktool.controle.herkenning.termijnen import Termijn
    from wiktool.controle.herkenning.woorden import Woord
    from wiktool.controle.model import Toetsgegevens
    from wiktool.recht.termijnen import Termijnberekening


@dataclass(frozen=True, kw_only=True, eq=False)
class Zaak:
    """A letter to be judged. A flag wins over the dossier, the dossier over the letter."""

    lezing: Lezing
    gegevens: Toetsgegevens

    @cached_property
    def soort(self) -> Briefsoort:
        """The kind of letter it is judged as; a fourteen-day letter is for consumers only."""
        if self.gegevens.soort is not None:
            return self.gegevens.soort
        gelezen = self.lezing.soort
        if gelezen is Briefsoort.WIK and not self.hoedanigheid.is_consument:
            return Briefsoort.SOMMATIE
        return gelezen

    @cached_property
    def hoedanigheid(self) -> Hoedanigheid:
        """Of the debtor; a consumer unless flag or dossier says otherwise."""
        if self.gegevens.hoedanigheid is not None:
            return self.gegevens.hoedanigheid
        dossier = self.gegevens.dossier
        gegeven = dossier.schuldenaar.hoedanigheid if dossier else None
        return gegeven or Hoedanigheid.CONSUMENT

    @property
    def wijst_op_bedrijf(self) -> str | None:
        """What points to a debtor who is no consumer, where nobody said what he is."""
        if self.gegevens.hoedanigheid is not None or self.gegevens.dossier is not None:
            return None
        return wijst_op_bedrijf(self.lezing)

    @property
    def verzonden(self) -> date | None:
        """The day of sending, when it is known."""
        return self.gegevens.verzonden or self.lezing.verzonden

    @property
    def briefdag(self) -> date:
        """The day the law is applied for: date of the letter, of sending, or today."""
        return self.lezing.briefdatum or self.verzonden or self.gegevens.peildatum

    @property
    def bezorging(self) -> Bezorgwijze:
        """How the letter travels; by post unless something says otherwise."""
        if self.gegevens.bezorging is not None:
            return self.gegevens.bezorging
        dossier = self.gegevens.dossier
        if dossier is not None and dossier.brief.bezorging is not None:
            return dossier.brief.bezorging
        return Bezorgwijze.EMAIL if self.lezing.verzonden is not None else Bezorgwijze.POST

    @property
    def termijn(self) -> Termijn | None:
        """The term to pay."""
        return self.lezing.betaaltermijn.termijn

    @cached_property
    def vroegste_einde(self) -> Termijnberekening | None:
        """The fourteen days, if the letter was sent on the first day it can have been.

        A letter is not sent before its date. None when neither date nor sending is known.
        """
        dag = self.verzonden or self.lezing.briefdatum
        return self._einde(verzonden=dag) if dag is not None else None

    @cached_property
    def einde(self) -> Termijnberekening | None:
        """The fourteen days as the law counts them; None when the day of sending is not known."""
        return self._einde(verzonden=self.verzonden) if self.verzonden is not None else None

    @cached_property
    def ruim_einde(self) -> date | None:
        """The last day under the slowest delivery that is realistic: one postal day more."""
        if self.vroegste_einde is None:
            return None
        dag = dag_na(self.vroegste_einde.bezorgd)
        while self.bezorging is Bezorgwijze.POST and geen_postdag(dag) is not None:
            dag = dag_na(dag)
        berekening = self._einde(ontvangen=dag)
        return berekening.laatste_dag if berekening else None

    def _einde(
        self, *, verzonden: date | None = None, ontvangen: date | None = None
    ) -> Termijnberekening | None:
        try:
            return bereken_termijn(
                verzonden=verzonden, ontvangen=ontvangen, bezorging=self.bezorging
            )
        except WiktoolFout:
            return None

    @cached_property
    def hoofdsom(self) -> Decimal | None:
        """The principal the fee is computed over, in euros."""
        if self.gegevens.hoofdsom is not None:
            return self.gegevens.hoofdsom
        dossier = self.gegevens.dossier
        gelezen = self.lezing.bedragen.hoofdsom
        if dossier is None:
            return gelezen
        sommen = open_in_dossier(dossier, self.briefdag)
        return gelezen if gelezen in sommen else sommen[0]

    @cached_property
    def kostentoets(self) -> Kostentoets:
        """The fee in the letter beside the tariff."""
        vergoeding = None
        if self.gegevens.dossier is not None:
            vergoeding = vergoeding_bij_termijnen(self.gegevens.dossier, self.briefdag)
        return toets_kosten(
            self.lezing.bedragen, self.hoofdsom, self.briefdag, vergoeding=vergoeding
        )

    @cached_property
    def tarief_over_hoofdsom(self) -> Decimal | None:
        """The fee the letter should name; None when the principal is not known."""
        if not self.hoofdsom:
            return None
        try:
            return tarief(self.briefdag).kosten(self.hoofdsom)
        except WiktoolFout:
            return None

    @cached_property
    def vraagt_betaling(self) -> bool:
        """Whether the letter asks for payment."""
        return inhoud.vraagt_betaling(self.lezing)

    @cached_property
    def herinnert_aan_schuld(self) -> bool:
        """Whether the letter reminds of a debt, with or without asking to pay it."""
        return inhoud.herinnert_aan_schuld(self.lezing)

    @cached_property
    def gaat_over_geld(self) -> bool:
        """Whether the text speaks of a debt at all."""
        return inhoud.gaat_over_geld(self.lezing)

    @cached_property
    def noemt_gevolg(self) -> bool:
        """Whether the letter says what follows if payment stays out."""
        return inhoud.noemt_gevolg(self.lezing)

    @cached_property
    def kosten_onexact(self) -> tuple[Woord, ...]:
        """Where the fee is a percentage, a bound or a tariff; empty where it is not."""
        return inhoud.onexacte_kosten(self.lezing)

    @cached_property
    def kostendreiging(self) -> tuple[Woord, ...]:
        """Where the letter announces costs; empty where it does not."""
        return inhoud.dreigt_met_kosten(self.lezing)

    @property
    def verzuim_getoond(self) -> bool:
        """Whether the letter shows that the debtor was in default when it was written."""
        beeld = self.lezing.verzuim
        if beeld.verklaring or beeld.eerdere_ingebrekestelling:
            return True
        return any(dag.laatste_dag < self.briefdag for dag in beeld.vervaldagen)

    @cached_property
    def namen_niet_in_brief(self) -> tuple[str, ...]:
        """Names in the dossier that the letter does not mention."""
        dossier = self.gegevens.dossier
        if dossier is None:
            return ()
        return namen_niet_in(
            dossier, frozenset().union(*(zin.teksten for zin in self.lezing.zinnen))
        )

    @property
    def rekeningen_dossier(self) -> frozenset[str]:
        """The account numbers of the dossier."""
        return rekeningen(self.gegevens.dossier)

    def woorden_van_iban(self, nummer: str) -> tuple[Woord, ...]:
        """The words of an account number."""
        iban = next(iban for iban in self.lezing.ibans if iban.nummer == nummer)
        return tuple(
            woord
            for zin in self.lezing.zinnen
            for woord in zin.woorden
            if woord.alinea == iban.alinea and iban.begin <= woord.begin and woord.eind <= iban.eind
        )
