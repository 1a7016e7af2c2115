"""How common words are in papers at large: in a small library every word is rare.

Among eighty papers *because* may be as rare as *attention*. So a library counts as if a thousand
papers of all kinds were in it too, of which ``resources/words/shares.txt`` says how many have each
common word; the more papers a library has of its own, the less that matters.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cache

from reader.data import data_folder
from reader.search.weighting import rarity

log = logging.getLogger(__name__)

# How many papers count besides those of the library, and how many of them have a word not listed.
_OTHERS = 1_000
_AT_LEAST = 2


def rarity_at_large(stem: str, documents: int, matching: int) -> float:
    """The rarity of a word that ``matching`` of ``documents`` papers have."""
    others = _shares().get(stem, _AT_LEAST)
    return rarity(documents + _OTHERS, matching + others)


@cache
def _shares() -> Mapping[str, int]:
    """How many of a thousand papers have each common word."""
    try:
        text = (data_folder("resources") / "words" / "shares.txt").read_text(encoding="ascii")
    except OSError as error:
        # Without it similar papers are found all the same.
        log.warning("the common words cannot be read: %s", error)
        return {}
    pairs = (line.split() for line in text.splitlines())
    return {stem: int(share) for stem, share in pairs}
