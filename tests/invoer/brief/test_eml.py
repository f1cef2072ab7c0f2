"""E-mails: the text once, the sending day, and the attached letter."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from wiktool.invoer.brief.grenzen import GELEZEN_BIJLAGEN
from wiktool.invoer.briefbestand import lees_brief_bytes
from wiktool.kern.brieftekst import Brieftekst, Rol
from wiktool.kern.fouten import BestandFout

AANMANING = "Geachte heer Jansen,\n\nBetaal € 1.210,00 binnen veertien dagen.\n"
BEGELEIDEND = "Beste heer Jansen,\n\nBijgaand vindt u onze brief.\n"


def bericht(tekst: str | None = None, html: str | None = None, **koppen: str) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    for naam, waarde in {
        "From": "Praktijk De Linde <administratie@delinde.example>",
        "To": "j.jansen@voorbeeld.example",
        "Subject": "Aanmaning € 1.210,00",
        "Date": "Sat, 21 Nov 2026 10:11:12 +0100",
        **koppen,
    }.items():
        mail[naam] = waarde
    if tekst is not None:
        mail.set_content(tekst)
    if html is not None:
        if tekst is None:
            mail.set_content(html, subtype="html")
        else:
            mail.add_alternative(html, subtype="html")
    return mail


def voeg_bij(mail: EmailMessage, naam: str, inhoud: bytes | str) -> EmailMessage:
    ruw = inhoud if isinstance(inhoud, bytes) else inhoud.encode()
    mail.add_attachment(ruw, maintype="application", subtype="octet-stream", filename=naam)
    return mail


def lees(mail: EmailMessage | bytes) -> Brieftekst:
    return lees_brief_bytes(mail if isinstance(mail, bytes) else bytes(mail), naam="brief.eml")


def teksten(brief: Brieftekst) -> list[str]:
    return [alinea.tekst for alinea in brief.alineas]


def test_text_subject_and_day() -> None:
    brief = lees(bericht(AANMANING))
    assert teksten(brief) == [
        "Geachte heer Jansen,",
        "Betaal € 1.210,00 binnen veertien dagen.",
    ]
    assert (brief.onderwerp, brief.verzonden) == ("Aanmaning € 1.210,00", "2026-11-21")
    assert {alinea.regel for alinea in brief.alineas} == {None}


def test_of_two_forms_of_one_text_the_shown_one_is_read() -> None:
    brief = lees(bericht("Alleen platte tekst.", "<p>Getoonde <b>tekst</b>.<p>Twee"))
    assert teksten(brief) == ["Getoonde tekst.", "Twee"]


def test_an_empty_html_form_does_not_hide_the_plain_one() -> None:
    assert teksten(lees(bericht("Platte tekst.", "<p></p><img src=x>"))) == ["Platte tekst."]


@pytest.mark.parametrize("codering", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("tekenset", ["utf-8", "iso-8859-15", "cp1252"])
def test_transfer_encodings_and_character_sets(codering: str, tekenset: str) -> None:
    mail = bericht()
    mail.set_content("Betaal € 40 à contant.", charset=tekenset, cte=codering)
    assert teksten(lees(mail)) == ["Betaal € 40 à contant."]


@pytest.mark.parametrize(
    ("kop", "onderwerp"),
    [
        (b"Subject: =?utf-8?Q?=E2=82=AC_40?= =?iso-8859-1?Q?_=E9=E9n?=", "€ 40 één"),
        ("Subject: rauwe € en é".encode(), "rauwe € en é"),
        (b"Subject: =?onzin?Q?=E9=E9n?=", "één"),
        (b"Subject: =?utf-8?b?abcde?=", "=?utf-8?b?abcde?="),
        (b"Subject: een\r\n twee", "een twee"),
        (b"X: y", ""),
    ],
)
def test_subjects(kop: bytes, onderwerp: str) -> None:
    assert lees(kop + b"\r\nSubject: tweede\r\n\r\ntekst").onderwerp == (onderwerp or "tweede")
    assert lees(kop + b"\r\n\r\ntekst").onderwerp == onderwerp


@pytest.mark.parametrize(
    ("kop", "dag"),
    [
        ("Sat, 21 Nov 2026 10:11:12 +0100", "2026-11-21"),
        ("20 Nov 2026 23:30:00 +0000", "2026-11-21"),
        ("Fri, 20 Nov 2026 18:30:00 -0500", "2026-11-21"),
        ("Sun, 29 Mar 2026 00:59:59 GMT", "2026-03-29"),
        ("Sat, 24 Oct 2026 22:30:00 GMT", "2026-10-25"),
        ("Sun, 25 Oct 2026 22:30:00 GMT", "2026-10-25"),
        ("Sun, 25 Oct 2026 23:30:00", "2026-10-25"),
        ("gisteren", ""),
        ("Sat, 21 Nov 2026 99:99:99 +0100", ""),
        ("Sat, 31 Dec 9999 23:59:59 -0100", ""),
    ],
)
def test_the_day_is_the_dutch_day(kop: str, dag: str) -> None:
    assert lees(f"Date: {kop}\r\nSubject: x\r\n\r\ntekst".encode()).verzonden == dag


@pytest.mark.parametrize(
    "kop",
    [
        "-----Oorspronkelijk bericht-----",
        "Op vr 20 nov 2026 om 10:11 schreef J. Jansen <j.jansen@voorbeeld.example>:",
        "Van: J. Jansen\nVerzonden: vrijdag 20 november 2026\nAan: De Linde\nOnderwerp: x",
    ],
)
def test_an_earlier_mail_below_is_quotation(kop: str) -> None:
    mail = f"Eigen tekst.\n\n{kop}\n\nBetaal binnen 7 dagen.\n"
    assert [a.rol for a in lees(bericht(mail)).alineas] == [
        Rol.HOOFDTEKST,
        Rol.CITAAT,
        Rol.CITAAT,
    ]
    door = lees(bericht(mail, Subject="FW: Aanmaning"))
    assert {a.rol for a in door.alineas} == {Rol.HOOFDTEKST}
    assert door.verzonden == ""


def test_a_sender_line_without_date_is_no_earlier_mail() -> None:
    brief = lees(bericht("Van: De Linde\n\nGeachte heer,\n\nBetaal.\n"))
    assert {a.rol for a in brief.alineas} == {Rol.HOOFDTEKST}


def test_quoted_html_in_a_forwarded_mail_is_the_letter() -> None:
    citaat = '<p>ter info</p><div class="gmail_quote">Betaal € 40</div>'
    assert lees(bericht(None, citaat)).alineas[1].rol is Rol.CITAAT
    door = lees(bericht(None, citaat, Subject="Fwd: x"))
    assert door.alineas[1].rol is Rol.HOOFDTEKST


def test_a_cover_note_gives_way_to_the_attached_letter(maak_docx: Callable[..., bytes]) -> None:
    romp = "".join(f"<w:p><w:r><w:t>{r}</w:t></w:r></w:p>" for r in AANMANING.split("\n\n"))
    mail = voeg_bij(bericht(BEGELEIDEND), "Factuur 17.txt", "Factuur. Betaal in 30 dagen.")
    brief = lees(voeg_bij(mail, "aanmaning.docx", maak_docx(romp)))
    assert teksten(brief) == [
        "Geachte heer Jansen,",
        "Betaal € 1.210,00 binnen veertien dagen.",
    ]
    assert (brief.onderwerp, brief.verzonden) == ("Aanmaning € 1.210,00", "2026-11-21")
    assert (brief.bijlage, brief.ongelezen) == ("aanmaning.docx", ())


def test_one_attachment_under_a_cover_note_is_the_letter_whatever_it_says() -> None:
    mail = voeg_bij(bericht("Zie bijgaand.\n"), "brief.txt", "Een brief zonder eis.")
    assert teksten(lees(mail)) == ["Een brief zonder eis."]


def test_a_reminder_with_an_invoice_is_the_reminder() -> None:
    mail = voeg_bij(
        bericht("Beste Jan, u hebt onze factuur nog niet betaald.\n"), "factuur.txt", AANMANING
    )
    brief = lees(mail)
    assert teksten(brief) == ["Beste Jan, u hebt onze factuur nog niet betaald."]
    assert (brief.bijlage, brief.ongelezen) == ("", ())


def test_a_demand_with_an_attached_letter_is_both() -> None:
    mail = voeg_bij(bericht("Betaal uiterlijk morgen.\n"), "aanmaning.txt", AANMANING)
    brief = lees(voeg_bij(mail, "voorwaarden.txt", AANMANING))
    assert teksten(brief)[0] == "Betaal uiterlijk morgen."
    assert [a.nummer for a in brief.alineas] == [1, 2, 3]
    assert brief.bijlage == "aanmaning.txt"


def test_a_letter_in_the_message_and_attached_counts_once() -> None:
    regels = "Beste Jan, betaal uiterlijk morgen.\n\n" + AANMANING.replace("dagen.", "dagen .")
    brief = lees(voeg_bij(bericht(regels), "aanmaning.txt", AANMANING))
    assert teksten(brief) == [
        "Beste Jan, betaal uiterlijk morgen.",
        "Geachte heer Jansen,",
        "Betaal € 1.210,00 binnen veertien dagen.",
    ]
    assert [a.nummer for a in brief.alineas] == [1, 2, 3]


@pytest.mark.parametrize(
    ("rij", "nog"),
    [
        ("2026-0017   01-08-2026   € 85,50", False),
        ("2026-0017   01-08-2026   € 95,50", True),
        ("2026-0017   € 85,50   01-08-2026", True),
        ("    ", False),
    ],
)
def test_a_table_set_otherwise_in_the_message_counts_once(rij: str, nog: bool) -> None:
    """The rows of the attachment have the description between their cells."""
    tabel = "Factuur\tDatum\tBedrag\n2026-0017\nBehandeling juli\n01-08-2026\t€ 85,50\n"
    mail = bericht(f"{AANMANING}\n{rij}\n")
    brief = lees(voeg_bij(mail, "aanmaning.txt", f"{AANMANING}\n{tabel}"))
    assert brief.bijlage == "aanmaning.txt"
    assert (brief.alineas[0].tekst.split()[:1] == ["2026-0017"]) is nog


def test_the_same_letter_attached_twice_is_one() -> None:
    mail = voeg_bij(bericht(BEGELEIDEND), "een.txt", AANMANING)
    assert lees(voeg_bij(mail, "twee.md", f"# {AANMANING}")).bijlage == "een.txt"


@pytest.mark.parametrize("tekst", [BEGELEIDEND, "Betaal uiterlijk morgen.\n"])
def test_two_letters_are_left_to_the_user(tekst: str) -> None:
    ander = AANMANING.replace("veertien", "zeven")
    mail = voeg_bij(voeg_bij(bericht(tekst), "een.txt", AANMANING), "twee.txt", ander)
    with pytest.raises(BestandFout, match=r"«een\.txt» of «twee\.txt»") as fout:
        lees(mail)
    assert "bewaar de brief zelf" in fout.value.doe


def test_two_files_that_are_no_letters_under_a_cover_note() -> None:
    mail = voeg_bij(voeg_bij(bericht("Zie bijgaand.\n"), "een.txt", "x"), "twee.txt", "y")
    with pytest.raises(BestandFout, match="welke bijlage"):
        lees(mail)


def test_a_forwarded_message_as_attachment_brings_its_own_day() -> None:
    mail = bericht("Ter info.\n", Subject="Zie bijlage", Date="Mon, 23 Nov 2026 09:00:00 +0100")
    mail.add_attachment(bericht(AANMANING))
    brief = lees(mail)
    assert (brief.onderwerp, brief.verzonden) == ("Aanmaning € 1.210,00", "2026-11-21")
    assert brief.bijlage == "doorgestuurd bericht"


def test_unreadable_attachments_are_named() -> None:
    mail = voeg_bij(bericht(AANMANING), "scan.png", b"\x89PNG\r\n")
    mail.add_attachment(b"x", maintype="image", subtype="gif", filename="foto.gif")
    brief = lees(mail)
    assert brief.ongelezen == (
        "de bijlage «scan.png» is niet gelezen",
        "de bijlage «foto.gif» is niet gelezen",
    )


def test_logos_signatures_and_invitations_are_no_attachments() -> None:
    mail = bericht(AANMANING, "<p>Geachte heer Jansen, betaal € 40<img src=cid:x>")
    mail.get_payload(1).add_related(b"x", "image", "png", cid="<x>", filename="logo.png")
    mail.add_attachment(b"x", maintype="application", subtype="pgp-signature", filename="s.asc")
    assert lees(mail).ongelezen == ()


def test_a_mail_whose_only_content_is_unreadable_says_why() -> None:
    with pytest.raises(BestandFout, match="afbeelding") as fout:
        lees(voeg_bij(bericht(), "scan.png", b"\x89PNG\r\n"))
    assert fout.value.plaats == "bijlage «scan.png»"


def test_a_mail_inside_a_mail_file_is_not_searched() -> None:
    brief = lees(voeg_bij(bericht(AANMANING), "oud.eml", bytes(bericht("oud"))))
    assert brief.ongelezen == ("de bijlage «oud.eml» is niet gelezen",)


def test_attachments_below_and_above_what_is_opened() -> None:
    mail = bericht(AANMANING)
    for nummer in range(GELEZEN_BIJLAGEN):
        voeg_bij(mail, f"factuur{nummer}.txt", "x")
    voeg_bij(mail, "aanmaning.txt", AANMANING)
    brief = lees(mail)
    assert len(brief.alineas) == 2
    assert brief.ongelezen == ("de bijlage «aanmaning.txt» is niet gelezen",)


def test_a_mail_that_breaks_off_says_so() -> None:
    heel = bytes(voeg_bij(bericht(AANMANING), "x.txt", "y"))
    brief = lees(heel[: heel.index(b"x.txt") - 80])
    assert brief.ongelezen[0] == "de e-mail breekt af: er kan tekst ontbreken"


@pytest.mark.parametrize(
    ("kop", "melding"),
    [
        (b"Content-Type: multipart/encrypted; boundary=x", "versleuteld"),
        (b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data", "versleuteld"),
        (b"Content-Type: text/plain; x=" + b"a" * 5000, "kop van de e-mail"),
        (b"X: " + b"a\r\n " * 100_000, "kop van de e-mail"),
        (
            b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\na\r\n" * 60,
            "meer dan",
        ),
        (b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"\n--x" * 6000, "meer dan"),
        (
            b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
                for n in range(1500)
            ),
            "diep genest",
        ),
        (b"X: y\r\n\r\n" + b"a" * 1_100_000, "500.000 tekens"),
        (b"X: y\r\n\r\n" + b"a" * 16_000_000, "500.000 tekens"),
        (b"X: y\r\n\r\n" + b"a" * 35_000_000, "35 MB"),
    ],
)
def test_mails_that_are_refused(kop: bytes, melding: str) -> None:
    with pytest.raises(BestandFout, match=melding):
        lees(b"Subject: x\r\n" + kop + b"\r\n\r\ntekst")


@pytest.mark.parametrize(
    "ruw",
    [
        b"Content-Type: multipart/mixed\r\n\r\ntekst",
        b"Content-Type: message/rfc822\r\n\r\n",
        b"Content-Type: text/plain; charset*=utf-8''%ff\r\n\r\n",
        b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 666 a\r\n!!!",
        b"Content-Disposition: attachment; filename*0*=x''%; filename*1=\r\n\r\n",
    ],
)
def test_malformed_parts_are_no_crash(ruw: bytes) -> None:
    try:
        lees(b"Subject: x\r\n" + ruw)
    except BestandFout as fout:
        assert fout.doe  # noqa: PT017 - either outcome will do, a crash will not
