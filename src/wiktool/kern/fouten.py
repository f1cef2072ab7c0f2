"""The family of errors a user can cause and can mend.

A finding about a letter is a value, never an exception. A bug is any exception outside this family.
Which exit code an error gets is decided in one place: ``wiktool.cli.hoofd``.
"""

from __future__ import annotations

import errno
from typing import Final


class WiktoolFout(Exception):
    """Something is wrong that the user can put right.

    Args:
        melding: what is wrong, in Dutch, with the offending value between « and ».
        doe: what to do about it, in Dutch; empty where the message says it all.
        plaats: where it is (file, line, field); empty for the command line.

    >>> print(WiktoolFout("«x» is geen bedrag", doe="schrijf 1234,56", plaats="dossier.toml"))
    dossier.toml: «x» is geen bedrag
    """

    def __init__(self, melding: str, *, doe: str = "", plaats: str = "") -> None:
        super().__init__(melding)
        self.melding = melding
        self.doe = doe
        self.plaats = plaats

    def __str__(self) -> str:
        return f"{self.plaats}: {self.melding}" if self.plaats else self.melding


class NotatieFout(WiktoolFout):
    """An amount, date, percentage or choice that cannot be read with certainty."""


class GebruiksFout(WiktoolFout):
    """Options or arguments that do not go together, or a missing one."""


class NietMogelijk(WiktoolFout):
    """What was asked cannot be done with this input."""


class BuitenBereik(NietMogelijk):
    """No legal value is known for the date or case asked for."""


class BestandFout(NietMogelijk):
    """A file is missing, unreadable, of an unknown kind, or in the way."""


class SjabloonFout(NietMogelijk):
    """A template is broken or asks for something that does not exist."""


class DossierFout(NietMogelijk):
    """A dossier or invoice has faults; all of them are named at once.

    Args:
        melding: one line about the file as a whole.
        gebreken: each fault with its place, in the order of the file.
    """

    def __init__(
        self, melding: str, *, gebreken: tuple[str, ...] = (), doe: str = "", plaats: str = ""
    ) -> None:
        super().__init__(melding, doe=doe, plaats=plaats)
        self.gebreken = gebreken


class Weigering(WiktoolFout):
    """A letter that would be void in law is not made.

    Args:
        melding: the reason.
        doe: the remedy.
        code: the gate that refused, stable for scripts and tests.
        aanhaling: the article or ECLI behind it.
    """

    def __init__(self, melding: str, *, doe: str, code: str, aanhaling: str) -> None:
        super().__init__(melding, doe=doe)
        self.code = code
        self.aanhaling = aanhaling


_SYSTEEMREDENEN: Final = {
    errno.ENOENT: "het bestaat niet",
    errno.EACCES: "geen toestemming",
    errno.EPERM: "geen toestemming",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijfruimte is op",
    errno.EFBIG: "het bestand is te groot",
    errno.EROFS: "hier mag niets worden geschreven",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.ELOOP: "de verwijzingen lopen in een kring",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.EIO: "de schijf of het netwerk hapert",
    errno.EBADF: "de stroom is gesloten",
}


def systeemreden(fout: OSError) -> str:
    """Why the system refused, in Dutch.

    >>> systeemreden(OSError(28, "No space left on device"))
    'de schijf is vol'
    """
    return _SYSTEEMREDENEN.get(fout.errno or 0, f"het systeem weigert (code {fout.errno})")
