"""Which column holds what: recognised by the headings that bookkeeping packages write.

Headings are compared without capitals, spaces and punctuation. The order within a field is the
order of preference; the fields of ``_EENDUIDIG`` have none: there two columns are refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from wiktool.invoer.sectie import bijna
from wiktool.kern.fouten import BestandFout, GebruiksFout
from wiktool.kern.notatie import opsomming


class Veld(StrEnum):
    """What a column can hold; the names that ``--kolom naam=Kop`` takes."""

    NUMMER = "nummer"
    NAAM = "naam"
    FACTUURNUMMER = "factuurnummer"
    FACTUURDATUM = "factuurdatum"
    VERVALDATUM = "vervaldatum"
    BETAALTERMIJN = "betaaltermijn"
    OPENSTAAND = "openstaand"
    BEDRAG = "bedrag"
    BETAALD = "betaald"
    VALUTA = "valuta"
    SOORT = "soort"
    STATUS = "status"
    AFGEHANDELD = "afgehandeld"
    VERZONDEN = "verzonden"
    BETWIST = "betwist"
    GEBLOKKEERD = "geblokkeerd"
    REGELING = "regeling"
    FATALE_TERMIJN = "fatale_termijn"
    TERMIJNBETALING = "termijnbetaling"
    RECHTSVERHOUDING = "rechtsverhouding"
    OMSCHRIJVING = "omschrijving"
    KENMERK = "kenmerk"
    VOORNAAM = "voornaam"
    ACHTERNAAM = "achternaam"
    ADRES = "adres"
    HUISNUMMER = "huisnummer"
    POSTCODE = "postcode"
    PLAATS = "plaats"
    LAND = "land"
    EMAIL = "email"
    HOEDANIGHEID = "hoedanigheid"
    KVK = "kvk"
    BTW_NUMMER = "btw_nummer"
    IBAN = "iban"


_KOPPEN: Final[Mapping[Veld, str]] = {
    Veld.NUMMER: "debiteurnummer debiteurnr debiteurcode debiteurennummer relatiecode relatienr "
    "relatienummer relcode klantnummer klantnr klantcode accountcode debtorcode debtornumber "
    "debtorid customernumber customercode contactid dim2 schuldenaarnummer",
    Veld.NAAM: "debiteurnaam naamdebiteur relatienaam klantnaam naamklant accountname relbedrijf "
    "companyname bedrijfsnaam dim2name customername debtorname schuldenaar naam bedrijf customer "
    "relatie klant contact",
    Veld.FACTUURNUMMER: "factuurnummer factuurnr factuur invoicenumber invoiceno invoicenr "
    "invoicecode invnumber factuurcode mutfactuur invoiceid boekstuknummer boekstuknr boekstnr "
    "boekstuk",
    Veld.FACTUURDATUM: "factuurdatum invoicedate boekdatum mutdatum datum date",
    Veld.VERVALDATUM: "vervaldatum vervaldag duedate datedue paybefore uiterstebetaaldatum "
    "betalenvoor",
    Veld.BETAALTERMIJN: "betaaltermijn betalingstermijn krediettermijn term paymentterm",
    Veld.OPENSTAAND: "openstaand openstaandbedrag bedragopenstaand openstaandeur openstaandeuro "
    "saldo openstaandsaldo saldoopenstaand outstandingdc outstandingamount outstanding "
    "totalunpaid amountoutstanding openbasevaluesigned openamount amountdue amountopen "
    "openbalance balancedue outstandingbalance nogtebetalen restbedrag restant",
    Veld.BEDRAG: "bedrag factuurbedrag bedragincl bedraginclbtw totaalincl totaalinclbtw "
    "totaalbedrag amountdc transactionamountdc amountincl amount totalamount totalpriceincl "
    "totalpriceincltax totalinclvat basevaluesigned",
    Veld.BETAALD: "betaald albetaald voldaan betaaldbedrag bedragbetaald amountpaid totalpaid "
    "totalamountpayed totalamountpaid",
    Veld.VALUTA: "valuta valutacode currency currencycode munt",
    Veld.SOORT: "soort type factuursoort factuurtype invoicetype boekingssoort",
    Veld.STATUS: "betaalstatus matchstatus factuurstatus invoicestatus status state",
    Veld.AFGEHANDELD: "isfullypaid paidat datepaid afgehandeld volledigbetaald",
    Veld.VERZONDEN: "verzonden sent",
    Veld.BETWIST: "betwist betwisting dispuut inbetwisting disputed markeddubiouson dubieus",
    Veld.GEBLOKKEERD: "geblokkeerd blokkade blocked paused gepauzeerd aanmaanblokkade "
    "aanmaningblokkeren nietaanmanen markeduncollectibleon oninbaar",
    Veld.REGELING: "regeling betalingsregeling betaalregeling paymentplan afbetalingsregeling",
    Veld.FATALE_TERMIJN: "fataletermijn termijnafgesproken",
    Veld.TERMIJNBETALING: "termijnbetaling termijnfactuur",
    Veld.RECHTSVERHOUDING: "rechtsverhouding contractnummer contract abonnement",
    Veld.OMSCHRIJVING: "omschrijving description",
    Veld.KENMERK: "betalingskenmerk betaalkenmerk paymentreference",
    Veld.VOORNAAM: "voornaam voorletters initials firstname",
    Veld.ACHTERNAAM: "achternaam surname lastname",
    Veld.ADRES: "factuuradres adres straat address straatnaam adresregel1 addressline1 street",
    Veld.HUISNUMMER: "factuurhuisnummer huisnummer huisnr housenumber",
    Veld.POSTCODE: "factuurpostcode postcode zipcode postalcode",
    Veld.PLAATS: "factuurplaats plaats woonplaats plaatsnaam city",
    Veld.LAND: "factuurland land landid country countrycode accountcountry",
    Veld.EMAIL: "factuuremailadres email emailadres emailaddress mail",
    Veld.HOEDANIGHEID: "hoedanigheid particulierzakelijk",
    Veld.KVK: "kvk kvknummer kvknr nummerkvk chamberofcommerce",
    Veld.BTW_NUMMER: "btwnummer btwnr vatnumber btwid btwidentificatienummer",
    Veld.IBAN: "ibandebiteur iban bankrekeningnummer bankrekening rekeningnummer",
}
_RELATIEKOPPEN: Final[Mapping[Veld, str]] = {
    Veld.NUMMER: "code nummer id",
    Veld.NAAM: "name",
}
"""Headings that are clear in a list of relations only."""

_NUMMER_OF_NAAM: Final = frozenset({"debiteur", "debtor"})
"""A number where another column has the name, else a name."""

_EENDUIDIG: Final = (Veld.OPENSTAAND, Veld.VERVALDATUM)
KLEINSTE_KOP: Final = 2
"""A row with fewer known headings is no heading line."""


def kern_van(kop: str) -> str:
    """A heading without capitals, spaces and punctuation; of a dotted field name the last part.

    >>> kern_van("Boekst.nr."), kern_van("fin.trs.line.invnumber"), kern_van("Al betaald")
    ('boekstnr', 'invnumber', 'albetaald')
    """
    laag = kop.casefold()
    if laag.startswith("fin.trs."):
        laag = laag.rpartition(".")[2]
    return "".join(teken for teken in laag if teken.isalnum())


def _tabel(*lijsten: Mapping[Veld, str]) -> dict[str, tuple[Veld, int]]:
    """For every heading its field and its rank within the field."""
    gevonden: dict[str, tuple[Veld, int]] = {}
    for lijst in lijsten:
        for veld, koppen in lijst.items():
            for rang, kop in enumerate(koppen.split(), start=1000 * (lijst is _RELATIEKOPPEN)):
                gevonden.setdefault(kop, (veld, rang))
    return gevonden


_POSTEN: Final = _tabel(_KOPPEN)
_RELATIES: Final = _tabel(_KOPPEN, _RELATIEKOPPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolommen:
    """What was understood of a heading line.

    Attributes:
        kop: the headings as they are written.
        plaatsen: the column of every field that was found, counted from 0.
    """

    kop: tuple[str, ...]
    plaatsen: Mapping[Veld, int]

    def __contains__(self, veld: Veld) -> bool:
        """Whether there is a column for this field."""
        return veld in self.plaatsen

    def naam(self, veld: Veld) -> str:
        """The heading of the column of a field, as it is written."""
        return self.kop[self.plaatsen[veld]]

    @property
    def ongebruikt(self) -> tuple[str, ...]:
        """The headings nothing is read from."""
        gebruikt = set(self.plaatsen.values())
        return tuple(k for plek, k in enumerate(self.kop) if k and plek not in gebruikt)


def tel_bekende(
    cellen: Sequence[str], *, aangewezen: Iterable[str] = (), relaties: bool = False
) -> int:
    """How many different fields a row names; zero when it is too few for a heading line.

    A heading that the user pointed out counts as known.

    >>> tel_bekende(["Debiteurnummer", "Factuurnummer", "Openstaand"]), tel_bekende(["Naam"])
    (3, 0)
    """
    bekend = _RELATIES if relaties else _POSTEN
    eigen = set(map(kern_van, aangewezen))
    kernen = set(map(kern_van, cellen))
    aantal = len({bekend[kern][0] for kern in kernen - eigen if kern in bekend})
    aantal += len(kernen & eigen)
    return aantal if aantal >= KLEINSTE_KOP else 0


def herken_kolommen(
    kop: tuple[str, ...],
    aangewezen: Mapping[Veld, str] | None = None,
    *,
    plaats: str,
    relaties: bool = False,
) -> Kolommen:
    """Find the column of every field.

    Args:
        kop: the headings.
        aangewezen: what the user pointed out with ``--kolom``; it wins.
        plaats: the file, for the errors.
        relaties: a list of relations, in which ``Code`` and ``Name`` are clear.

    Raises:
        GebruiksFout: a heading that was pointed out does not exist, or exists twice.
        BestandFout: two columns could both be the amount or the due date.

    >>> kolommen = herken_kolommen(("Debiteur", "Naam", "Factuurnr.", "Saldo"), plaats="x.csv")
    >>> kolommen.naam(Veld.NUMMER), kolommen.naam(Veld.OPENSTAAND)
    ('Debiteur', 'Saldo')
    """
    plaatsen = {
        veld: _wijs_aan(naam, kop, veld, plaats) for veld, naam in (aangewezen or {}).items()
    }
    kandidaten = _kandidaten(kop, _RELATIES if relaties else _POSTEN, set(plaatsen.values()))
    _verdeel_nummer_of_naam(kop, kandidaten, plaatsen)
    for veld in Veld:
        gevonden = kandidaten.get(veld)
        if veld not in plaatsen and gevonden:
            plaatsen[veld] = _beste(veld, gevonden, kop, plaatsen, plaats)
    return Kolommen(kop=kop, plaatsen=plaatsen)


def lees_aanwijzing(tekst: str) -> tuple[Veld, str]:
    """Read ``naam=Kop`` as ``--kolom`` takes it.

    Raises:
        GebruiksFout: no such form, or no such field.

    >>> lees_aanwijzing("openstaand=Nog te betalen")
    (<Veld.OPENSTAAND: 'openstaand'>, 'Nog te betalen')
    """
    naam, gelijk, kop = tekst.partition("=")
    velden = [veld.value for veld in Veld]
    if not gelijk or not kop.strip():
        raise GebruiksFout(f"«{tekst}» wijst geen kolom aan", doe="schrijf openstaand=Kop")
    if naam.strip().casefold() not in velden:
        raise GebruiksFout(
            f"«{naam}» is geen veld",
            doe=bijna(naam, velden) or f"kies uit {opsomming(velden, 'of')}",
        )
    return Veld(naam.strip().casefold()), kop.strip()


def _wijs_aan(naam: str, kop: tuple[str, ...], veld: Veld, plaats: str) -> int:
    plekken = [plek for plek, titel in enumerate(kop) if titel == " ".join(naam.split())]
    plekken = plekken or [plek for plek, k in enumerate(kop) if kern_van(k) == kern_van(naam)]
    if len(plekken) == 1:
        return plekken[0]
    if plekken:
        raise GebruiksFout(
            f"--kolom {veld}: de kop «{naam}» komt {len(plekken)} keer voor",
            doe="geef de kolommen in het bestand verschillende koppen",
            plaats=plaats,
        )
    raise GebruiksFout(
        f"--kolom {veld}: er is geen kop «{naam}»",
        doe=bijna(naam, kop) or f"er is {opsomming([f'«{titel}»' for titel in kop if titel])}",
        plaats=plaats,
    )


_Kandidaten = dict[Veld, list[tuple[int, int]]]
"""For every field the rank and the column of whatever could hold it."""


def _kandidaten(
    kop: tuple[str, ...], bekend: Mapping[str, tuple[Veld, int]], bezet: set[int]
) -> _Kandidaten:
    kandidaten: _Kandidaten = {}
    for plek, titel in enumerate(kop):
        kern = kern_van(titel)
        if kern in bekend and plek not in bezet:
            veld, rang = bekend[kern]
            kandidaten.setdefault(veld, []).append((rang, plek))
    return kandidaten


def _verdeel_nummer_of_naam(
    kop: tuple[str, ...], kandidaten: _Kandidaten, plaatsen: Mapping[Veld, int]
) -> None:
    """``Debiteur`` is the number beside a column with the name, and the name otherwise."""
    bezet = set(plaatsen.values())
    for plek, titel in enumerate(kop):
        if kern_van(titel) in _NUMMER_OF_NAAM and plek not in bezet:
            heeft = {veld for veld in (Veld.NUMMER, Veld.NAAM) if kandidaten.get(veld)}
            heeft |= set(plaatsen)
            if Veld.NUMMER not in heeft and Veld.NAAM in heeft:
                kandidaten.setdefault(Veld.NUMMER, []).append((0, plek))
            elif Veld.NAAM not in heeft:
                kandidaten.setdefault(Veld.NAAM, []).append((0, plek))


def _beste(
    veld: Veld,
    gevonden: list[tuple[int, int]],
    kop: tuple[str, ...],
    plaatsen: Mapping[Veld, int],
    plaats: str,
) -> int:
    """The preferred column; a doubled heading is the one next to the debtor number."""
    beste = [plek for rang, plek in gevonden if rang == min(gevonden)[0]]
    if veld in _EENDUIDIG and len(gevonden) > 1:
        beste = [plek for _, plek in gevonden]
    if len(beste) > 1 and veld is Veld.NAAM:
        naast = plaatsen.get(Veld.NUMMER, -2) + 1
        beste = [naast] if naast in beste else beste
    if len(beste) == 1:
        return beste[0]
    namen = [f"«{kop[plek]}»" for plek in beste]
    raise BestandFout(
        f"meer kolommen kunnen {veld} zijn: {opsomming(namen, 'of')}",
        doe=f"wijs er een aan: --kolom {veld}={kop[beste[0]] or 'Kop'}",
        plaats=plaats,
    )
