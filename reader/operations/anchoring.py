"""Where a marked passage is in a text, also once the text has changed. Only processes text.

A passage is known by its words and by what stands before and after it (the TextQuoteSelector of
the W3C's Web Annotation Data Model). In a text that has changed it is looked for by comparing
words; whatever is not surely the same passage counts as lost, for a wrong one would be worse.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

Place = tuple[int, int]

# How much of the surroundings is kept; more where the same passage would be found twice.
_CONTEXT = 32
# A passage of so many letters that stand unchanged is known by itself; a shorter one needs the
# words around it.
_LONG = 24
_NEAR = 12
_ALIKE = 0.6
# Comparing more words than this with each other takes longer than an action may.
_MOST_COMPARED = 500_000
_LONGEST_REST = 16

# Scripts without spaces between words (Thai to Khmer, kana, Han) are compared letter by letter.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(
    rf"[{_UNSPACED}\U00020000-\U0003ffff]|(?:(?![{_UNSPACED}])[^\W_\U00020000-\U0003ffff])+"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage and what is around it. In the text it was made for they stand there just once."""

    quote: str
    prefix: str
    suffix: str

    @property
    def whole(self) -> str:
        """The passage with its surroundings."""
        return self.prefix + self.quote + self.suffix


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of a part of ``text``, which must not be empty."""
    size = _CONTEXT
    while True:
        before, after = _out(text, start - size, -1), _out(text, end + size, 1)
        whole = text[before:after]
        if size >= len(text) or text.find(whole, text.find(whole) + 1) < 0:
            return Anchor(text[start:end], text[before:start], text[end:after])
        size *= 2


def place(text: str, anchored: Anchor) -> Place | None:
    """Where a passage stands word for word, with its surroundings; None: not there."""
    at = text.find(anchored.whole) if anchored.quote else -1
    if at < 0:
        return None
    start = at + len(anchored.prefix)
    return start, start + len(anchored.quote)


def find(text: str, anchored: Anchor) -> Place | None:
    """Where a passage is in a text that may have changed; None when that cannot be said."""
    return place(text, anchored) or _compare(text, anchored)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text: as it is compared, and where it is."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """A word of the anchor that was found as a word of the text, by their numbers."""

    wanted: int
    found: int
    same: bool


def _compare(text: str, anchored: Anchor) -> Place | None:
    whole = anchored.whole
    begins = len(anchored.prefix)
    ends = begins + len(anchored.quote)
    wanted, there = list(_words(whole)), list(_words(text))
    if not wanted or len(wanted) * len(there) > _MOST_COMPARED:
        return None
    quoted = [at for at, word in enumerate(wanted) if word.start < ends and word.end > begins]
    if not quoted:
        return None
    keys, first, last = [word.key for word in wanted], quoted[0], quoted[-1]
    places = []
    for pairs in _alignments(keys, [word.key for word in there]):
        inside = [pair for pair in pairs if first <= pair.wanted <= last]
        if not _is_it(pairs, inside, keys, there, first, last):
            continue
        found = _exact_edges(text, anchored.quote, wanted, there, inside, begins)
        if found not in places:
            places.append(found)
    return places[0] if len(places) == 1 else None


def _is_it(
    pairs: Sequence[_Pair],
    inside: Sequence[_Pair],
    keys: Sequence[str],
    there: Sequence[_Word],
    first: int,
    last: int,
) -> bool:
    """Whether what was found is surely the passage: alike, and long enough or in its place."""
    if not inside:
        return False
    kept = _letters(keys[pair.wanted] for pair in inside)
    span = there[inside[0].found : inside[-1].found + 1]
    found = _letters(there[pair.found].key for pair in inside)
    if kept < _ALIKE * _letters(keys[first : last + 1]):
        return False
    if found < _ALIKE * _letters(word.key for word in span):
        return False
    return kept >= _LONG or _in_its_place(pairs, keys, first, last)


def _in_its_place(pairs: Sequence[_Pair], keys: Sequence[str], first: int, last: int) -> bool:
    """Whether the words around the passage are those that were around it."""
    around = [at for at in range(len(keys)) if not first <= at <= last]
    same = {pair.wanted: pair.found for pair in pairs if pair.same}
    known = _letters(keys[at] for at in around if at in same)
    if known * 3 >= 2 * _letters(keys[at] for at in around):
        return True
    # One side will do where the words next to the passage stand as they stood.
    return any(_run(same, keys, edge, by) >= _NEAR for edge, by in ((first, -1), (last, 1)))


def _run(same: dict[int, int], keys: Sequence[str], edge: int, by: int) -> int:
    """How many letters of the words beside an edge of the passage follow it without a gap."""
    letters, at = 0, edge
    while at in same and same.get(at + by) == same[at] + by:
        at += by
        letters += len(keys[at])
    return letters


def _exact_edges(
    text: str,
    quote: str,
    wanted: Sequence[_Word],
    there: Sequence[_Word],
    inside: Sequence[_Pair],
    begins: int,
) -> Place:
    """The place of the words found, with the signs and parts of words that the quote had."""
    first, last = inside[0], inside[-1]
    start, end = there[first.found].start, there[last.found].end
    # What stands in the quote before the first word found and after the last; negative: only a
    # part of the word was quoted.
    lead = wanted[first.wanted].start - begins
    trail = begins + len(quote) - wanted[last.wanted].end
    if lead < 0 and first.same:
        start = min(start - lead, end - 1)
    elif lead > 0 and text[max(0, start - lead) : start] == quote[:lead]:
        start -= lead
    if trail < 0 and last.same:
        end = max(end + trail, start + 1)
    elif trail > 0 and text[end : end + trail] == quote[-trail:]:
        end += trail
    return start, end


_DIAGONAL, _MISSING, _MORE = range(3)
_MOST_ENDS = 50


def _alignments(wanted: Sequence[str], there: Sequence[str]) -> Iterator[list[_Pair]]:
    """The best ways to find all the wanted words in a row, with as few changes as possible.

    It is the approximate search of Sellers: the words may begin and end anywhere in the text.
    """
    row: list[float] = [0.0] * (len(there) + 1)
    moves: list[bytearray] = []
    for key in wanted:
        row, came = _next_row(row, key, there)
        moves.append(came)
    least = min(row)
    if least >= len(wanted):
        return
    ends = [at for at, cost in enumerate(row) if cost == least]
    if len(ends) <= _MOST_ENDS:  # else it would be anywhere
        for end in ends:
            yield _traced(wanted, there, moves, end)


def _next_row(
    above: Sequence[float], key: str, there: Sequence[str]
) -> tuple[list[float], bytearray]:
    """What it costs to have found the words up to this one, ending after each word of the text."""
    row = [above[0] + 1]
    came = bytearray([_MISSING])
    for at, other in enumerate(there):
        best, move = above[at] + _difference(key, other), _DIAGONAL
        if above[at + 1] + 1 < best:
            best, move = above[at + 1] + 1, _MISSING
        if row[at] + 1 < best:
            best, move = row[at] + 1, _MORE
        row.append(best)
        came.append(move)
    return row, came


def _traced(
    wanted: Sequence[str], there: Sequence[str], moves: Sequence[bytearray], end: int
) -> list[_Pair]:
    pairs = []
    row, at = len(wanted) - 1, end
    while row >= 0:
        move = moves[row][at]
        if move == _DIAGONAL:
            difference = _difference(wanted[row], there[at - 1])
            if difference < 1:
                pairs.append(_Pair(row, at - 1, difference == 0))
        row -= move != _MORE
        at -= move != _MISSING
    return pairs[::-1]


@lru_cache(maxsize=4096)
def _difference(one: str, other: str) -> float:
    """0 for the same word, a half for one that begins alike, else 1."""
    if one == other:
        return 0
    longer = max(len(one), len(other))
    alike = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return 0.5 if longer >= 4 and alike * 4 >= longer * 3 else 1


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        key = unicodedata.normalize("NFKC", match.group()).casefold()
        yield _Word(key, match.start(), match.end())


def _letters(words: Iterable[str]) -> int:
    return sum(map(len, words))


def _out(text: str, at: int, by: int) -> int:
    """``at``, or a little further out, so that no word is cut."""
    at = max(0, min(at, len(text)))
    furthest = max(0, min(at + by * _LONGEST_REST, len(text)))
    while at != furthest and text[at - 1].isalnum() and text[at].isalnum():
        at += by
    return at
