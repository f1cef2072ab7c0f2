"""A Word template of a few paragraphs, what it is filled with, and the parts of the package."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from docx import Document
from docxtpl import RichText

if TYPE_CHECKING:
    from docx.document import Document as Documenttype


CONTEXT: dict[str, Any] = {
    "naam": "Jansen & Zn <b> “echt” 'waar'",
    "leeg": "",
    "waar": True,
    "niet": False,
    "lijst": ["een", "twee & drie", "<vier>"],
    "rijen": [{"a": "1", "b": "x & y"}, {"a": "2", "b": "<z>"}],
    "kolommen": ["p", "q", "r"],
    "regels": "eerste\ntweede\tmet tab",
    "bladen": "voor\fna",
    "alineas": "boven\aonder",
    "kleur": "FF8800",
    "span": 2,
    "jinja_in_data": "{{ 7*7 }} {% if %} {# x #}",
    "rijk": RichText("vet & <waar>", bold=True),
}


def bytes_van(document: Documenttype) -> bytes:
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def delen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert pakket.testzip() is None
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def gewoon() -> Documenttype:
    document = Document()
    document.add_heading("Brief aan {{ naam }}", 1)
    document.add_paragraph("Waarde {{ naam }}, {{leeg}} en {{ lijst|join(', ') }}.")
    document.add_paragraph("Tekst zonder tag met “aanhalingstekens” & zo.")
    return document


def samen(onderdelen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, inhoud in onderdelen.items():
            pakket.writestr(naam, inhoud)
    return uit.getvalue()
