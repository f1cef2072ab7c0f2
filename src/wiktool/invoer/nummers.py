"""Numbers and addresses with a form of their own: IBAN, KvK number, postcode, e-mail address."""

from __future__ import annotations

import re
from typing import Final

from wiktool.kern.fouten import NotatieFout

_POSTCODE: Final = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")
_EMAIL: Final = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\[\]\\]{1,255}")
_KVK: Final = re.compile(r"[0-9]{8}")
_BIC: Final = re.compile(r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")
_TUSSENTEKENS: Final = re.compile(r"[\s.\-]+")


def lees_iban(tekst: str) -> str:
    """An IBAN without spaces, its check digits verified.

    Raises:
        NotatieFout: the number cannot exist.

    >>> lees_iban("NL91 ABNA 0417 1643 00")
    'NL91ABNA0417164300'
    """
    from stdnum import iban
    from stdnum.exceptions import ValidationError

    try:
        return str(iban.validate(tekst))
    except ValidationError:
        raise NotatieFout(
            f"«{tekst}» is geen geldig IBAN", doe="controleer het rekeningnummer"
        ) from None


def lees_bic(tekst: str) -> str:
    """A BIC of eight or eleven characters, in capitals.

    Raises:
        NotatieFout: another form.

    >>> lees_bic("abnanl2a")
    'ABNANL2A'
    """
    bic = tekst.replace(" ", "").upper()
    if not _BIC.fullmatch(bic):
        raise NotatieFout(f"«{tekst}» is geen BIC", doe="een BIC telt 8 of 11 tekens")
    return bic


def lees_kvk(tekst: str) -> str:
    """A trade-register number of eight digits.

    Raises:
        NotatieFout: not eight digits.

    >>> lees_kvk("12 34 56 78")
    '12345678'
    """
    kvk = _TUSSENTEKENS.sub("", tekst)
    if not _KVK.fullmatch(kvk):
        raise NotatieFout(f"«{tekst}» is geen KvK-nummer", doe="een KvK-nummer telt acht cijfers")
    return kvk


def lees_postcode(tekst: str) -> str:
    """A Dutch postcode as ``1234 AB``; a foreign one is left as it is.

    >>> lees_postcode("1234ab"), lees_postcode("B-9000")
    ('1234 AB', 'B-9000')
    """
    postcode = _POSTCODE.fullmatch(tekst)
    return f"{postcode[1]} {postcode[2].upper()}" if postcode else tekst


def lees_email(tekst: str) -> str:
    """An e-mail address; its form only, not whether it exists.

    Raises:
        NotatieFout: no address, or more than one.

    >>> lees_email("administratie@delinde.example")
    'administratie@delinde.example'
    """
    if not _EMAIL.fullmatch(tekst):
        raise NotatieFout(f"«{tekst}» is geen e-mailadres", doe="noem één adres, naam@domein")
    return tekst
