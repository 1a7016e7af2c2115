"""How well a name answers a few typed letters. Only computes.

Better than a plain subsequence are, in this order: the beginning of the name, the beginning of each
typed word at some word, a piece of the name, other words for it, and letters that jump from word to
word (``gti`` finds *Go to Inbox*).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\w+")
_PREFIX, _WORDS, _PIECE, _OTHER_WORDS, _JUMPS = 500, 400, 300, 200, 100
# Longer names answer the same letters a little less well.
_LONGEST = 99
_MOST_LETTERS = 32


@dataclass(frozen=True, slots=True)
class Match:
    """``score`` is higher for better ones; ``places`` are the (start, end) of what matched."""

    score: int
    places: tuple[tuple[int, int], ...] = ()


def match(typed: str, name: str, other_words: str = "", *, jumps: bool = True) -> Match | None:
    """How ``name`` answers what was typed, or None. Nothing typed is answered by everything.

    ``other_words`` are words for the same, which have no place in the name. Without ``jumps`` the
    name is answered by pieces of it alone, which is much quicker where most names have none.
    """
    wanted, text = typed.casefold().strip(), name.casefold()
    if len(text) != len(name):
        # Folding made it longer (ß): places would be wrong, so letters are only lowered.
        text = name.lower() if len(name.lower()) == len(name) else name
    if not wanted:
        return Match(0)
    pieces = wanted.split()
    if not jumps and any(piece not in text for piece in pieces):
        return None
    short = -min(len(text), _LONGEST)
    if text.startswith(wanted):
        return Match(_PREFIX + short, ((0, len(wanted)),))
    words = _spans(text)
    if (places := _words(pieces, text, words)) is not None:
        return Match(_WORDS + short, places)
    at = text.find(wanted)
    if at >= 0:
        return Match(_PIECE + short, ((at, at + len(wanted)),))
    if other_words and _answered_by_any(pieces, text, other_words.casefold()):
        return Match(_OTHER_WORDS + short)
    if jumps and (places := _jumps(wanted.replace(" ", ""), text, words)) is not None:
        return Match(_JUMPS + short, places)
    return None


@lru_cache(maxsize=2048)  # the same names are asked at each letter
def _spans(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(text)]


def _answered_by_any(pieces: list[str], text: str, other_words: str) -> bool:
    """Whether each typed word begins a word of its own in the name or beside it."""
    if any(piece not in text and piece not in other_words for piece in pieces):
        return False
    both = f"{text} {other_words}"
    return _words(pieces, both, _spans(both)) is not None


def _words(
    wanted: list[str], text: str, words: list[tuple[int, int]]
) -> tuple[tuple[int, int], ...] | None:
    """Each typed word begins a word of its own; earlier ones are taken first."""
    free, places = list(words), []
    # The longest first, so that "in inbox" does not spend "inbox" on "in".
    for piece in sorted(wanted, key=len, reverse=True):
        word = next((word for word in free if text.startswith(piece, word[0])), None)
        if word is None:
            return None
        free.remove(word)
        places.append((word[0], word[0] + len(piece)))
    return tuple(sorted(places))


def _jumps(
    letters: str, text: str, words: list[tuple[int, int]]
) -> tuple[tuple[int, int], ...] | None:
    """Each letter follows the one before or begins a later word, the first begins a word."""
    if len(letters) > _MOST_LETTERS:
        return None
    starts = [start for start, _ in words]
    # Where the rest was looked for in vain: without it repeated letters take for ever.
    hopeless: set[tuple[int, int]] = set()

    def rest(at: int, after: int) -> list[int] | None:
        if at == len(letters):
            return []
        if (at, after) in hopeless:
            return None
        next_one = [after + 1] if at and after + 1 < len(text) else []
        for place in next_one + [start for start in starts if start > after + 1 or not at]:
            if text[place] == letters[at] and (found := rest(at + 1, place)) is not None:
                return [place, *found]
        hopeless.add((at, after))
        return None

    places = rest(0, -1)
    return None if places is None else tuple((place, place + 1) for place in places)
