"""Terms that are close to a word: for ``word~``, and for words that no paper has.

Distance counts a letter more, less or other, or two swapped, as one typo (optimal string
alignment).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from reader.search.codec.vocabulary import Vocabulary


class _Spellings:
    """The terms of a vocabulary by their length, as text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        terms = [term.decode("utf-8", "surrogatepass") for term in vocabulary]
        lengths = np.fromiter(map(len, terms), np.int32, len(terms))
        self.by_length: dict[int, tuple[NDArray[np.intp], list[str]]] = {}
        for length in np.unique(lengths):
            numbers = np.flatnonzero(lengths == length)
            self.by_length[int(length)] = numbers, [terms[number] for number in numbers]


@lru_cache(maxsize=32)
def _spellings(vocabulary: Vocabulary) -> _Spellings:
    return _Spellings(vocabulary)


def close_to(vocabulary: Vocabulary, form: str, typos: int) -> Iterator[tuple[int, str, int]]:
    """The terms at most so many typos away: their numbers, themselves, and how many typos."""
    for length in range(max(1, len(form) - typos), len(form) + typos + 1):
        numbers, terms = _spellings(vocabulary).by_length.get(length, (np.empty(0, np.intp), []))
        found = process.extract(
            form, terms, scorer=OSA.distance, processor=None, score_cutoff=typos, limit=None
        )
        for term, distance, at in found:
            yield int(numbers[at]), term, int(distance)


def within_one_typo(vocabulary: Vocabulary, form: str) -> Iterator[int]:
    """The numbers of the terms at most one typo away."""
    return (number for number, _, _ in close_to(vocabulary, form, 1))
