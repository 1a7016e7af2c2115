"""The terms of an expansion in a segment, and their postings.

A view is one segment as a search sees it: its arrays, and which documents are not deleted.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reader.search.codec.reading import bit_of
from reader.search.codec.schema import TEXT
from reader.search.codec.segment_arrays import SegmentArrays
from reader.search.codec.vocabulary import Vocabulary
from reader.search.plan import AnyOf, Beginning, Expansion, NearTo, Pattern
from reader.search.spelling import Spellings
from reader.search.wildcard import expression

Ranges = tuple[tuple[int, int], ...]
_KEPT = 4_096


class SegmentView:
    """One segment: which terms an expansion has there, and where their postings are."""

    def __init__(self, arrays: SegmentArrays, deleted: frozenset[int]) -> None:
        self.arrays = arrays
        self.size = arrays.size
        # For whoever evaluates, one at a time; all 0 whenever nobody does.
        self.scratch = np.zeros(self.size, np.float32)
        self.alive: NDArray[np.bool_] | None = None
        self.set_deleted(deleted)
        self.spellings = Spellings(arrays.vocabulary)
        # A segment never changes: what was looked up in it stays right.
        self.ranges = lru_cache(maxsize=_KEPT)(self._ranges)
        self.matching = lru_cache(maxsize=_KEPT)(self._matching)

    def set_deleted(self, deleted: frozenset[int]) -> None:
        """Says which documents are deleted."""
        self.alive = None
        if deleted:
            self.alive = np.ones(self.size, np.bool_)
            self.alive[list(deleted)] = False

    def _ranges(self, expansion: Expansion) -> Ranges:
        """The terms of an expansion: (from, until) in the vocabulary, apart and in order."""
        vocabulary = self.arrays.vocabulary
        if isinstance(expansion, AnyOf):
            numbers = {vocabulary.find(_encoded(term)) for term in expansion.terms} - {-1}
            return tuple((number, number + 1) for number in sorted(numbers))
        if isinstance(expansion, Beginning):
            first, last = vocabulary.beginning_with(_encoded(expansion.prefix))
            stem = vocabulary.find(_encoded(expansion.stem)) if expansion.stem else -1
            inside = ((first, last),) if first < last else ()
            if stem < 0 or first <= stem < last:
                return inside
            return tuple(sorted((*inside, (stem, stem + 1))))
        if isinstance(expansion, NearTo):
            numbers = set(self.spellings.within_one_typo(expansion.form))
        else:
            numbers = _matching_pattern(vocabulary, expansion)
        return tuple((number, number + 1) for number in sorted(numbers))

    def _matching(self, expansion: Expansion) -> int:
        """How many postings an expansion has, which is how many papers where it is one term."""
        if expansion.fields == (TEXT,):
            starts = self.arrays.posting_starts
            return sum(int(starts[b] - starts[a]) for a, b in self.ranges(expansion))
        return len(self.postings(expansion)[0])

    def living(self, expansion: Expansion) -> int:
        """The same without deleted papers."""
        if self.alive is None:
            return self.matching(expansion)
        return int(np.count_nonzero(self.alive[self.postings(expansion)[0]]))

    def postings(self, expansion: Expansion) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
        """Documents and weights of all postings of an expansion, in order within each term."""
        slices = [self.arrays.postings(a, b) for a, b in self.ranges(expansion)]
        arrays = self.arrays
        if expansion.fields == (TEXT,):
            if len(slices) == 1:
                return arrays.documents[slices[0]], arrays.weights[slices[0]]
            documents = [_NO_DOCUMENTS, *(arrays.documents[part] for part in slices)]
            weights = [_NO_WEIGHTS, *(arrays.weights[part] for part in slices)]
            return np.concatenate(documents), np.concatenate(weights)
        at = self.posting_numbers(expansion)
        return arrays.documents[at], arrays.weights[at]

    def posting_numbers(self, expansion: Expansion) -> NDArray[np.int64]:
        """Where the postings of an expansion are, those in its fields."""
        bits = np.bitwise_or.reduce([bit_of(field) for field in expansion.fields])
        numbers = [_NO_NUMBERS]
        for a, b in self.ranges(expansion):
            part = self.arrays.postings(a, b)
            numbers.append(np.flatnonzero((self.arrays.places[part] & bits) != 0) + part.start)
        return np.concatenate(numbers)


_NO_DOCUMENTS = np.empty(0, np.int32)
_NO_WEIGHTS = np.empty(0, np.uint8)
_NO_NUMBERS = np.empty(0, np.int64)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _matching_pattern(vocabulary: Vocabulary, pattern: Pattern) -> set[int]:
    """The numbers of the terms that a pattern fits."""
    first = _encoded(pattern.parts[0])
    start, end = vocabulary.beginning_with(first)
    start = max(start, vocabulary.words().start)
    fits = re.compile(_encoded(expression(pattern.parts)))
    terms = vocabulary.between(start, end)
    return {number for number, term in enumerate(terms, start) if fits.fullmatch(term)}
