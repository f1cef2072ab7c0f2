"""Memory while many letters go through: no long search for rubbish that is not there."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_AFVAL: Final = 50_000
"""Objects made and not dropped before cycles among them are looked for; a letter leaves none."""


@contextmanager
def zelden_opruimen() -> Iterator[None]:
    """Look for reference cycles seldom, and not among what was there before.

    Python looks after every 700 objects, and now and then through everything that was loaded. A
    letter makes thousands, and they go by themselves; looking takes a tenth of the time.
    """
    drempels = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_AFVAL)
    try:
        yield
    finally:
        gc.set_threshold(*drempels)
        gc.unfreeze()
