"""A bonus for papers that say what was typed, word after word.

Half of what people search for is a paper whose title they half remember. Among the best papers by
their words, those that have two of the words side by side, or whose title begins with the first,
gain something of those words' rarity. How much was chosen on one half of known-item queries and
measured on the other, see ``tests.benchmarks.search.quality``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reader.search.analysis import common_term, tokens
from reader.search.plan import AnyOf, Beginning, Expansion
from reader.search.postings import SegmentView
from reader.search.query import And, Clause, Match, Query
from reader.search.sorted_arrays import found_in
from reader.search.weighting import NUMBER

# The share of the rarity of its words that a paper gains: for two side by side in the title, or
# elsewhere, for a title that begins with the first, and for a very common word in the title.
_IN_THE_TITLE = 1.0
_ELSEWHERE = 0.4
_AT_THE_START = 1.0
_COMMON = 0.6
# Only so many of the best can gain: the others were no candidates.
CANDIDATES = 200
# Shorter beginnings are those of too many words to look up.
_SHORTEST = 3
_MOST_WORDS = 12
# A document and a position in it fit one number.
POSITION_BITS = 32
_POSITION = (1 << POSITION_BITS) - 1


@dataclass(frozen=True, slots=True)
class Said:
    """A word that was typed, how many words after the first."""

    position: int
    word: Expansion
    common: bool = False


def said(query: Query) -> tuple[Said, ...]:
    """The words of a query as a title would have them; none where it is no plain text."""
    parts = query.root.parts if isinstance(query.root, And) else (query.root,)
    clauses = [p for p in parts if isinstance(p, Clause) and p.match is Match.WORDS]
    found: list[Said] = []
    at = 0
    for clause in clauses:
        if clause.field not in ("", "title"):
            return ()
        for token, _ in tokens(clause.text):
            for word in token.words:
                typing = clause.typing and clause is clauses[-1] and word is token.words[-1]
                if typing and len(word.form) >= _SHORTEST:
                    found.append(Said(at + word.position, Beginning(word.form, word.stem)))
                elif word.common:
                    term = common_term(word.form)
                    found.append(Said(at + word.position, AnyOf((term,)), common=True))
                elif not typing:
                    found.append(Said(at + word.position, AnyOf((word.stem,))))
            at += token.positions
    # A word alone says little that its weight does not.
    return tuple(found[:_MOST_WORDS]) if len(found) > 1 else ()


def bonus(
    view: SegmentView,
    documents: NDArray[np.int32],
    words: tuple[Said, ...],
    rarity: Callable[[Expansion], float],
) -> NDArray[np.float32]:
    """What some documents, in order, add to their scores."""
    if not len(documents):
        return np.empty(0, np.float32)
    places = _places(view, documents, words)
    worth = [rarity(said.word) for said in words]
    titles = view.arrays.lengths[NUMBER["title"]][documents]
    gained = np.zeros(len(documents), np.float32)
    rare = [at for at, said in enumerate(words) if not said.common]
    for one, other in pairwise(rare):
        apart = words[other].position - words[one].position
        moved = places[one] + apart
        together = moved[found_in(moved, places[other])[0]]
        owners, inside = together >> POSITION_BITS, together & _POSITION
        share = np.zeros(len(documents), np.float32)
        share[owners] = _ELSEWHERE
        share[owners[inside < titles[owners]]] = _IN_THE_TITLE
        gained += share * np.float32(worth[one] + worth[other])
    for said, here, worth_of_it in zip(words, places, worth, strict=True):
        if said.common:  # they are indexed in titles only
            gained[here >> POSITION_BITS] += _COMMON * worth_of_it
    for first in rare[:1]:
        begins = places[first] & _POSITION == words[first].position
        gained[places[first][begins] >> POSITION_BITS] += _AT_THE_START * worth[first]
    return gained


def _places(
    view: SegmentView, documents: NDArray[np.int32], words: tuple[Said, ...]
) -> list[NDArray[np.int64]]:
    """For each word where it stands, in order: the place of the document and the position."""
    found = []
    occurrences = view.arrays.places_of([view.ranges(said.word) for said in words], documents)
    for said, (owners, positions) in zip(words, occurrences, strict=True):
        places = (owners << POSITION_BITS) + positions
        found.append(places if isinstance(said.word, AnyOf) else np.unique(places))
    return found
