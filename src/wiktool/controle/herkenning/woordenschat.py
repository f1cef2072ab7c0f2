"""Which words stand for which concept, as bits, so that a sentence can be asked in one comparison.

Words are in the form of :func:`woorden.lees_woorden`: lower case, no accents, no hyphens.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from wiktool.controle.herkenning.getallen import telwoord

GETAL: Final = 1 << 0
DATUM: Final = 1 << 1
TELWOORD: Final = 1 << 2
EUROTEKEN: Final = 1 << 3
PROCENT: Final = 1 << 4
MAAND: Final = 1 << 5
WEEKDAG: Final = 1 << 6
EENHEID: Final = 1 << 7
"""A unit of time: dagen, weken, werkdagen, uur."""

BETALEN: Final = 1 << 8
VERZOEK: Final = 1 << 9
"""A demand now: verzoeken, sommeren, gelieve, dient."""
VERZOCHT: Final = 1 << 10
"""A demand or message in the past: verzochten, schreven, gesommeerd."""
VERLEDEN: Final = 1 << 11
"""A past auxiliary: had, was, moest, diende."""
VOORWAARDE: Final = 1 << 12
DAN: Final = 1 << 13
NIET: Final = 1 << 14
GEVOLG: Final = 1 << 15
"""What may follow: deurwaarder, rechter, uit handen, beslag."""

INCASSOKOSTEN: Final = 1 << 16
KOSTEN: Final = 1 << 17
"""Costs without saying which."""
ANDERE_KOSTEN: Final = 1 << 18
"""Administration, reminder, registration costs."""
PROCESKOSTEN: Final = 1 << 19
BTW: Final = 1 << 20
RENTE: Final = 1 << 21
HOOFDSOM: Final = 1 << 22
OPENSTAAND: Final = 1 << 23
FACTUUR: Final = 1 << 24
TOTAAL: Final = 1 << 25
BETAALD: Final = 1 << 26
ONGEVEER: Final = 1 << 27
GRENS: Final = 1 << 28
"""Minimaal, maximaal, oplopen: an amount that is not the amount."""

ONTVANGST: Final = 1 << 29
DAGTEKENING: Final = 1 << 30
HEDEN: Final = 1 << 31
VERZENDING: Final = 1 << 32
ANDER_BEGIN: Final = 1 << 33
"""A start that is not this letter's: factuurdatum, levering, aankoop."""
BRIEF: Final = 1 << 34
"""The letter itself: brief, schrijven, aanmaning."""
TERMIJN: Final = 1 << 35
VERVALDAG: Final = 1 << 36
ANDER_DOEL: Final = 1 << 37
"""Something else than paying: retourneren, herroepen, reageren, bezwaar."""
AFSPRAAK: Final = 1 << 38
DIRECT: Final = 1 << 39
INGEBREKE: Final = 1 << 40
VERZUIM: Final = 1 << 41
VERSTREKEN: Final = 1 << 42
HERINNERING: Final = 1 << 43
AANMANING: Final = 1 << 44
SOMMATIE: Final = 1 << 45
WIK: Final = 1 << 46
INCASSOBUREAU: Final = 1 << 47
GEACHTE: Final = 1 << 48
BEGUNSTIGDE: Final = 1 << 49
VOORWAARDEN: Final = 1 << 50
"""General terms."""
CLIENT: Final = 1 << 51
BETWISTEN: Final = 1 << 52
AANSPRAKELIJK: Final = 1 << 53
MODAAL: Final = 1 << 54
IN_REKENING: Final = 1 << 55
AUTEUR: Final = 1 << 56
"""The creditor as subject: wij, ik, cliente."""
REGELING: Final = 1 << 57
EXTRA: Final = 1 << 58
"""On top of the debt: extra, bovenop, daarnaast, bijkomende."""
OVEREENKOMST_STUK: Final = 1 << 59
"""What a claim is for: huur, contributie, lidmaatschap."""
GELD: Final = 1 << 60
"""The sum itself: bedrag, som, geld."""
GOEDEREN: Final = 1 << 61
"""What is received that is no letter: bestelling, pakket, product."""
VOORKOMEN: Final = 1 << 63
"""To avoid costs, by paying in time."""
MAKEN: Final = 1 << 62
"""Half of a separable verb: "maakt … over", "over te boeken"."""

KOSTENWOORD: Final = INCASSOKOSTEN | KOSTEN
BEGIN: Final = ONTVANGST | DAGTEKENING | HEDEN | VERZENDING | ANDER_BEGIN

MAANDNUMMERS: Final = {
    **dict(
        zip(
            ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
            range(1, 13),
            strict=True,
        )
    ),
    **dict(
        zip(
            [
                "januari",
                "februari",
                "maart",
                "april",
                "mei",
                "juni",
                "juli",
                "augustus",
                "september",
                "oktober",
                "november",
                "december",
            ],
            range(1, 13),
            strict=True,
        )
    ),
    "sept": 9,
    "mar": 3,
    "oct": 10,
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "october": 10,
}

_WOORDEN: Final[dict[int, str]] = {
    EUROTEKEN: "€ eur euro euros",
    PROCENT: "% procent percent",
    MAAND: " ".join(MAANDNUMMERS),
    WEEKDAG: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    EENHEID: """dag dagen dgn daagse daags weken week wekelijkse maand maanden uur uren etmaal
        etmalen werkdag werkdagen kalenderdag kalenderdagen bankwerkdagen days weeks""",
    BETALEN: """betaal betaalt betalen betaald betaalde betaling betalingen betalend voldoe
        voldoet voldoen voldaan voldoening overmaken overmaakt overgemaakt overmaking overboeken
        overboekt overgeboekt overboeking storten stort stortte gestort storting bijgeschreven
        bijschrijven bijschrijving aanzuiveren aanzuivering aangezuiverd vereffenen vereffend
        vereffening afrekenen aflossen afgelost inlossen nabetalen bijgeboekt gecrediteerd
        kwijten betaalverzoek ideal pay paid payment""",
    VERZOEK: """verzoek verzoeken verzoekt sommeer sommeren sommeert aanmaan aanmanen aanmaant
        maan manen maant gelieve gelieven vraag vragen vraagt wilt graag dringend tegemoet
        gelegenheid kans eis eisen vordering vorder vorderen verwacht verwachten verlangen
        verlang alsnog alstublieft alsjeblieft aub request kindly please demand""",
    VERZOCHT: """verzochten verzocht vroegen vroeg gevraagd sommeerden sommeerde gesommeerd
        aangemaand maande schreven schreef geschreven aangeschreven stuurden stuurde gestuurd
        toegestuurd zonden zond toegezonden herinnerden herinnerde herinnerd wezen gewezen
        meldden gemeld gegund deelden meegedeeld medegedeeld berichtten gaven gaf kondigden
        aangekondigd vermeldden""",
    VERLEDEN: """had hadden was waren moest moesten diende dienden zou zouden gold werd werden
        bleef hoorde behoorde kwamen kwam kreeg kregen spraken sprak luidde stelden""",
    VOORWAARDE: """nalatigheid indien wanneer mocht mochten ingeval uitblijven uitblijft anders
        nalaat nalaten niettijdige nietbetaling nietbetalen nietnakoming wanbetaling daarna
        zodra if failing should tenzij overschrijding hierna vervolgens alsdan waarna nadien""",
    DAN: "dan",
    NIET: "niet geen zonder nooit niets nimmer onbetaald no not without niettijdig niettijdige",
    GEVOLG: """incassobureau incassobureaus incassopartner incassogemachtigde deurwaarder
        gerechtsdeurwaarder gerechtsdeurwaarders deurwaarders dagvaarding dagvaarden dagvaarden
        gedagvaard rechter kantonrechter rechtbank rechtszaak procedure procederen gerechtelijke
        gerechtelijk rechtsmaatregelen maatregelen incassomaatregelen stappen handen beslag
        beslaglegging afsluiten afsluiting afgesloten blokkeren geblokkeerd opschorten schorten
        ontruimen ontruiming ontbinden ontbinding beeindigen beeindiging stopzetten registratie
        bkr incassotraject incassoprocedure juridische faillissement court bailiff proceedings""",
    INCASSOKOSTEN: """incassokosten incassovergoeding incassobedrag buitengerechtelijke
        buitengerechtelijk invorderingskosten inningskosten bik bikkosten bikvergoeding
        wikkosten incassokostenvergoeding incassotarief extrajudicial""",
    KOSTEN: "kosten kostenvergoeding vergoeding meerkosten costs",
    ANDERE_KOSTEN: """administratiekosten administratievekosten aanmaningskosten aanmaankosten
        maankosten aanmaningkosten herinneringskosten herinneringkosten registratiekosten
        dossierkosten sommatiekosten informatiekosten portokosten briefkosten bureaukosten
        stornokosten storneringskosten storneringkosten kantoorkosten behandelingstoeslag boete
        boetebedrag aanmaningstoeslag herinneringstoeslag toeslag administratietoeslag
        regelingskosten afhandelingskosten dossiervergoeding administratievergoeding
        aanmaningsvergoeding incassotoeslag debiteurenkosten""",
    PROCESKOSTEN: """proceskosten dagvaardingskosten griffierecht griffierechten gerechtskosten
        deurwaarderskosten executiekosten beslagkosten nakosten gerechtelijke betekeningskosten
        proceskostenveroordeling""",
    BTW: "btw btwbedrag btwplichtig omzetbelasting vat",
    RENTE: """rente vertragingsrente rentevergoeding renteverlies rentebedrag handelsrente
        wettelijkerente rentekosten interest""",
    HOOFDSOM: "hoofdsom hoofdvordering hoofdbedrag principal",
    OPENSTAAND: """openstaand openstaande open achterstand huurachterstand premieachterstand
        betalingsachterstand betaalachterstand achterstallig achterstallige saldo rest restant
        restantbedrag resteert resterend resterende schuld huurschuld onbetaald verschuldigde
        vordering debetsaldo rekeningsaldo tekort outstanding""",
    FACTUUR: """factuur facturen factuurbedrag factuurbedragen factuurnummer factuurnr factuurnrs
        nota notas notanummer notabedrag rekening rekeningen declaratie declaraties afrekening
        jaarafrekening eindafrekening eindnota voorschotnota huurnota courtagenota boekstuk
        boekstuknummer polisnummer bestelling ordernummer bestelnummer acceptgiro invoice
        invoices""",
    TOTAAL: """elkaar opgeteld totaal totale totaalbedrag totaalsom subtotaal samen tezamen
        gezamenlijk eindbedrag eindtotaal total""",
    BETAALD: """paid betaalde betaalden ontvingen betaald ontvangen voldaan creditnota credit
        gecrediteerd mindering aanbetaling aanbetaald betalingen deelbetaling verrekend
        waarborgsom""",
    ONGEVEER: "zon ca circa ongeveer plusminus omstreeks omtrent zowat ruim bijna rond enkele paar "
    "enige",
    GRENS: """minimaal maximaal minimum maximum tenminste minste hoogste hooguit oplopen
        indicatief indicatie schatting geschat geschatte vanaf hoogstens minimale maximale
        minimumbedrag maximumbedrag oploopt richtbedrag voorlopig""",
    ONTVANGST: """ontvangst ontvangen ontvangt ontving bezorgd bezorging bezorgt besteld bereikt
        bereiken aangekomen aankomst bezit overhandigd overhandiging afgeleverd aflevering
        brievenbus deurmat ontvangstdatum ontvangstdag bezorgdatum bezorgdag uitgereikt
        uitreiking betekening betekend postbezorging delivered delivery received receive receipt
        gekregen bus mat inbox mailbox postvak""",
    DAGTEKENING: """dagtekening datum briefdatum datering dagtekeningsdatum dateren gedateerd
        gedagtekend opmaak opgemaakt opgesteld dato ondertekend ondertekening date dated""",
    HEDEN: "heden vandaag nu today morgen overmorgen",
    VERZENDING: """verzending verzenden verzonden verzenddatum verstuurd versturen verstuurt
        verzend verzendt verzonden gestuurd gepost posten postdatum poststempel toezending
        uitgaan uitgegaan verzendingsdatum postverzending versturing terpostbezorging sent""",
    ANDER_BEGIN: """factuurdatum factuurdata notadatum levering geleverd leverdatum aankoop
        aankoopdatum afgifte oplevering inschrijving bestelling besteldatum vervaldatum
        vervaldag factuur nota rekening betaling ingangsdatum vonnis uitspraak dagvaarding
        termijn behandeling veiling""",
    BRIEF: """brief brieven schrijven aanmaning sommatie ingebrekestelling mail email emailbericht
        bericht aanzegging veertiendagenbrief herinnering betalingsherinnering herinneringsbrief
        wikbrief aanmaningsbrief dagenbrief kennisgeving briefje mailtje letter reminder notice""",
    TERMIJN: """termijn termijnen betaaltermijn betaaltermijnen betalingstermijn
        betalingstermijnen periode veertiendagentermijn dagentermijn respijt uitstel tijd term""",
    VERVALDAG: """due vervaldatum vervaldata vervaldag vervaldagen betaaldatum betaaldag vervaldt
        verviel vervallen betaaldata duedate uiterste""",
    ANDER_DOEL: """herroepen herroeping herroepingsrecht retour retourneren retourneert
        retourrecht geretourneerd terugsturen terugzenden terugstuurt bedenktijd bedenktermijn
        annuleren annulering ruilen garantie garantietermijn opzeggen opzegging opzegtermijn
        opgezegd bezwaar reclameren reclame klacht klachten reageren reageert reactie antwoord
        antwoorden beroep verweer contact bellen belt melden meldt meld kenbaar weten betwisten
        betwist regeling betalingsregeling betaalregeling afbetalingsregeling terugbetalen
        terugbetaling terugstorten leveren levering verwerkt verwerken verwerking afgeschreven
        afschrijven incasseren geincasseerd aanmelden schrijf schrijft overleggen inzage opvragen
        aanvragen aangevraagd beslissen besluit lever inleveren inlevert ingeleverd bel""",
    AFSPRAAK: """afgesproken overeengekomen overeenkomst overeenkomsten contract contracten
        huurcontract afspraak afspraken overeenkwamen huurovereenkomst koopovereenkomst
        behandelovereenkomst leveringsvoorwaarden voorwaarden betalingsvoorwaarden
        ledenovereenkomst abonnement inschrijfovereenkomst bemiddelingsovereenkomst hanteren
        hanteert geldt gold splitsingsakte standaard gebruikelijke gebruikelijk overeen offerte
        opdrachtbevestiging orderbevestiging""",
    DIRECT: """omgaand omgaande onmiddellijk onverwijld terstond direct meteen spoedig zsm
        spoedigste ommegaande asap""",
    INGEBREKE: "ingebrekestelling ingebrekestellen ingebrekegesteld",
    VERZUIM: "verzuim verzuimdatum default",
    VERSTREKEN: """verstreken verlopen verstreek overschreden voorbij verliep geeindigd verschenen
        vervallen expired overdue""",
    HERINNERING: """herinnering betalingsherinnering herinneringen betaalherinnering
        herinneringsbrief betalingsherinneringen""",
    AANMANING: "aanmaning aanmaningen betalingsaanmaning aanmaningsbrief betaalaanmaning",
    SOMMATIE: "demand sommatie sommaties sommatiebrief",
    WIK: "wik wikbrief veertiendagenbrief veertiendagebrief dagenbrief",
    INCASSOBUREAU: """incassobureau incassobureaus incassodienstverlener incasso
        incassodiensten incassodienst incassodienstverlening incassoservice incassogroep
        incassospecialist incassospecialisten incassogemachtigde
        incassokantoor deurwaarderskantoor gerechtsdeurwaarders gerechtsdeurwaarderskantoor
        invordering""",
    GEACHTE: "geachte beste hey dag goedendag goedemorgen goedemiddag weledele hooggeboren "
    "hooggeachte hoi hallo waarde ls mijne weledelgeboren weledelgestrenge dear",
    BEGUNSTIGDE: "tnv tgv",
    VOORWAARDEN: """voorwaarden betalingsvoorwaarden leveringsvoorwaarden verkoopvoorwaarden
        huurvoorwaarden lidmaatschapsvoorwaarden""",
    CLIENT: "client cliente opdrachtgever opdrachtgeefster clienten lastgever principaal",
    BETWISTEN: """disagree dispute question questions wrong akkoord geschil ontevreden tevreden
        blij betwist betwisten betwisting bezwaar bezwaren oneens klacht klachten onjuist
        onjuistheden onjuistheid fout verweer contact vragen bellen bel mail mailen eens klopt
        reageren regeling betalingsregeling betwiste weerspreekt""",
    AANSPRAKELIJK: "aansprakelijk aansprakelijkheid aansprakelijkstelling schade",
    MODAAL: """dient dienen moet moeten wilt wil kunt kun kan gelieve mag verplicht behoort hoort
        zult zal must""",
    IN_REKENING: """brengen gebracht berekend berekenen doorberekend doorberekenen verhoogd
        toegevoegd bijgeteld opgenomen verhogen vermeerderd doorbelast doorbelasten belast
        verrekenen meegerekend meegenomen meegeteld verdisconteerd""",
    AUTEUR: "wij we ik ons onze mijn ondergetekende we our",
    REGELING: """regeling betalingsregeling betaalregeling afbetalingsregeling betalingsafspraak
        betalingsproblemen""",
    EXTRA: """extra bovenop daarbovenop daarnaast bijkomende bijkomend tevens ook bovendien naast
        erbij bij daarbij aanvullende aanvullend""",
    VOORKOMEN: "voorkomen voorkomt voorkom vermijden vermijdt besparen bespaart bespaar avoid",
    MAKEN: "maak maakt maken boek boekt boeken schrijf schrijven",
    GELD: "amount amounts sum bedrag bedragen geld som factuurbedrag totaalbedrag hoofdsom",
    GOEDEREN: """bestelling pakket product producten goederen artikel artikelen zending order
        koopwaar factuur nota rekening betaling bedrag geld offerte""",
    OVEREENKOMST_STUK: """huur contributie lidmaatschap abonnement premie stageld lesgeld
        cursusgeld schoolgeld ouderbijdrage servicekosten voorschot courtage honorarium eigen
        bijdrage ledenbijdrage collegegeld kinderopvang reparatie behandeling zorg levering
        stalling lidmaatschapsgeld opvang energie maandtermijn maandhuur""",
}


def _omgekeerd() -> dict[str, int]:
    bits: dict[str, int] = {}
    for begripsbit, woorden in _WOORDEN.items():
        for woord in woorden.split():
            bits[woord] = bits.get(woord, 0) | begripsbit
    return bits


_BEGRIPPEN: Final = _omgekeerd()
_SAMENSTELLINGEN: Final = (
    ("factuur", FACTUUR),
    ("nota", FACTUUR),
    ("rekening", FACTUUR),
    ("termijn", TERMIJN),
    ("achterstand", OPENSTAAND),
    ("voorwaarden", VOORWAARDEN),
    ("overeenkomst", AFSPRAAK),
    ("contract", AFSPRAAK),
    ("incassokosten", INCASSOKOSTEN),
)
_KORTSTE_SAMENSTELLING: Final = 8
_DUUR_IN_EEN_WOORD: Final = ("daagse", "dagentermijn", "dagenperiode")


@lru_cache(maxsize=8192)
def begrip(woord: str) -> int:
    """The concepts a word stands for, as bits; compounds by their last part.

    >>> begrip("incassokosten") == INCASSOKOSTEN, begrip("zorgnota") == FACTUUR, begrip("tafel")
    (True, True, 0)
    """
    bits = _BEGRIPPEN.get(woord)
    if bits is not None:
        return bits | (TELWOORD if woord == "acht" else 0)
    if telwoord(woord) is not None:
        return TELWOORD
    if woord.endswith(_DUUR_IN_EEN_WOORD):
        return EENHEID | TERMIJN
    if len(woord) >= _KORTSTE_SAMENSTELLING:
        for einde, bit in _SAMENSTELLINGEN:
            if woord.endswith(einde):
                return bit
    return 0
