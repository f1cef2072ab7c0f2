"""Small sets of words, written as one string."""

from __future__ import annotations


def woordgroep(woorden: str) -> frozenset[str]:
    """The words between the spaces, each once.

    >>> sorted(woordgroep("na nadat"))
    ['na', 'nadat']
    """
    return frozenset(woorden.split())
