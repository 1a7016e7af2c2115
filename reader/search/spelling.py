"""Terms that are close to a word: for ``word~``, and for words that no paper has.

Distance counts a letter more, less or other, or two neighbours swapped, as one typo (optimal string
alignment). The terms of a vocabulary are compared all at once, as rows of letters; the few that are
not ASCII are compared one by one.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from reader.search.codec.vocabulary import Vocabulary

Letters = NDArray[np.uint8]
Mask = NDArray[np.bool_]


class Spellings:
    """The terms of a vocabulary by their length."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.rows = lru_cache(maxsize=None)(self._rows)
        self.foreign = lru_cache(maxsize=None)(self._foreign)

    @cached_property
    def _lengths(self) -> NDArray[np.int64]:
        return self._vocabulary.lengths()

    @cached_property
    def _plain(self) -> Mask:
        return self._vocabulary.plain()

    def _rows(self, length: int) -> tuple[NDArray[np.intp], Letters]:
        """The numbers of the ASCII terms of a length, and their letters, shape (terms, length)."""
        numbers = np.flatnonzero((self._lengths == length) & self._plain)
        numbers = numbers[numbers >= self._vocabulary.words().start]
        return numbers, self._vocabulary.letters(numbers, length)

    def _foreign(self) -> tuple[NDArray[np.intp], list[str]]:
        """The numbers of the terms that are not ASCII, and the terms."""
        numbers = np.flatnonzero(~self._plain)
        return numbers, [self._vocabulary.text(number) for number in numbers.tolist()]

    def within_one_typo(self, form: str) -> list[int]:
        """The numbers of the terms at most one typo away, in order."""
        if not form.isascii():
            found = self.close_to(form, 1, self._vocabulary.words())
            return sorted(number for number, _ in found)
        word = np.frombuffer(form.encode("ascii"), np.uint8)
        numbers, rows = self.rows(len(word))
        near = [numbers[_one_other(rows, word) | _swapped(rows, word)]]
        numbers, rows = self.rows(len(word) + 1)
        near.append(numbers[_one_more(rows, word)])
        if len(word) > 1:
            numbers, rows = self.rows(len(word) - 1)
            near.append(numbers[_one_less(rows, word)])
        foreign, terms = self.foreign()
        near.append(foreign[[at for at, _ in _close(form, terms, 1)]])
        return sorted(np.concatenate(near).tolist())

    def close_to(self, form: str, typos: int, numbers: range) -> list[tuple[int, int]]:
        """Which of some terms are at most so many typos away, and how many they are."""
        terms = [self._vocabulary.text(number) for number in numbers]
        return [(numbers[at], distance) for at, distance in _close(form, terms, typos)]


def _close(form: str, terms: list[str], typos: int) -> list[tuple[int, int]]:
    from rapidfuzz import process  # some megabytes that a search for words does not need
    from rapidfuzz.distance import OSA

    found = process.extract(
        form, terms, scorer=OSA.distance, processor=None, score_cutoff=typos, limit=None
    )
    return [(at, int(distance)) for _, distance, at in found]


def _one_other(rows: Letters, word: Letters) -> Mask:
    """Whether at most one letter is another."""
    return np.asarray(np.count_nonzero(rows != word, axis=1) <= 1)


def _swapped(rows: Letters, word: Letters) -> Mask:
    """Whether two letters side by side changed places."""
    different = rows != word
    likely = np.flatnonzero(np.count_nonzero(different, axis=1) == 2)
    found = np.zeros(len(rows), np.bool_)
    first = np.argmax(different[likely], axis=1)
    last = len(word) - 1 - np.argmax(different[likely, ::-1], axis=1)
    crossed = (rows[likely, first] == word[last]) & (rows[likely, last] == word[first])
    found[likely] = crossed & (last == first + 1)
    return found


def _one_more(rows: Letters, word: Letters) -> Mask:
    """Whether a term is the word with one letter put in."""
    return _split_anywhere(rows[:, :-1] == word, rows[:, 1:] == word)


def _one_less(rows: Letters, word: Letters) -> Mask:
    """Whether a term is the word with one letter left out."""
    return _split_anywhere(rows == word[:-1], rows == word[1:])


def _split_anywhere(before: Mask, after: Mask) -> Mask:
    """Whether ``before`` holds up to some column and ``after`` from there on."""
    columns = before.shape[1]
    return np.asarray(_leading(before) + _leading(after[:, ::-1]) >= columns)


def _leading(mask: Mask) -> NDArray[np.intp]:
    """How many are true before the first that is not, in each row."""
    if not mask.shape[1]:
        return np.zeros(len(mask), np.intp)
    # Where all are true, argmin gives 0, as it does where the first is false.
    return np.asarray(np.where(mask.all(axis=1), mask.shape[1], mask.argmin(axis=1)))
