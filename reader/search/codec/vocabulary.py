"""The terms of a segment in the order of their bytes, found by bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.search.codec.array_file import ArrayFile

# Before it are the words that are too common to be searched for.
FIRST_WORD = b"\1"
_KEY = 8  # the first letters of a term as a number that sorts as they do


def key_of(term: bytes) -> int:
    """The first eight bytes of a term as a number."""
    return int.from_bytes(term[:_KEY].ljust(_KEY, b"\0"), "big")


def in_order(terms: Iterable[bytes]) -> list[bytes]:
    """The terms as a vocabulary has them.

    Sorted by first letter, one after the other: a sort of half a million is one step in which no
    other thread runs, and the window would stand still for it.
    """
    by_letter: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for term in terms:
        by_letter[term[:1]].append(term)
    return [term for letter in sorted(by_letter) for term in sorted(by_letter[letter])]


def vocabulary_arrays(terms: Sequence[bytes]) -> dict[str, NDArray[Any]]:
    """The arrays that hold sorted terms, and which of them is which with its hyphen left out."""
    keys = np.frombuffer(b"".join(term[:_KEY].ljust(_KEY, b"\0") for term in terms), ">u8")
    ends = np.zeros(len(terms) + 1, np.uint32)
    np.cumsum([len(term) for term in terms], out=ends[1:])
    numbers = {term: number for number, term in enumerate(terms)}
    pairs = [
        (numbers[joined], number)
        for number, term in enumerate(terms)
        if b"-" in term and (joined := term.replace(b"-", b"")) in numbers
    ]
    return {
        "term_keys": keys.astype(np.uint64),
        "term_letters": np.frombuffer(b"".join(terms), np.uint8),
        "term_ends": ends,
        "hyphenations": np.array(sorted(pairs), np.uint32).reshape(-1, 2).T,
    }


class Vocabulary(Sequence[bytes]):
    """The terms of a segment; their numbers are their places in it."""

    def __init__(self, arrays: ArrayFile) -> None:
        self._keys = arrays.array("term_keys")
        self._letters = arrays.array("term_letters")
        self._ends = arrays.array("term_ends")
        self._joined, self._hyphenated = arrays.array("hyphenations")

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, number: Any) -> Any:
        start, end = self._ends[number : number + 2].tolist()
        return self._letters[start:end].tobytes()

    def __iter__(self) -> Iterator[bytes]:
        return self.between(0, len(self))

    def between(self, first: int, last: int) -> Iterator[bytes]:
        """The terms from the number ``first`` until ``last``."""
        if first >= last:
            return
        ends = self._ends[first : last + 1]
        letters = self._letters[ends[0] : ends[-1]].tobytes()
        for start, end in pairwise((ends - ends[0]).tolist()):
            yield letters[start:end]

    def text(self, number: int) -> str:
        """A term as text."""
        term: bytes = self[number]
        return term.decode("utf-8", "surrogatepass")

    def words(self) -> range:
        """The numbers of the terms that are searched for."""
        return range(self.place(FIRST_WORD), len(self))

    def lengths(self) -> NDArray[np.int64]:
        """How many bytes each term has."""
        ends: NDArray[np.int64] = self._ends.astype(np.int64)
        return ends[1:] - ends[:-1]

    def plain(self) -> NDArray[np.bool_]:
        """Which terms are ASCII."""
        if not len(self):
            return np.ones(0, np.bool_)
        return np.bitwise_or.reduceat(self._letters, self._ends[:-1].astype(np.int64)) < 0x80

    def letters(self, numbers: NDArray[np.intp], length: int) -> NDArray[np.uint8]:
        """The bytes of some terms of one length; shape (terms, length)."""
        starts = self._ends[numbers].astype(np.int64)
        return np.asarray(self._letters[starts[:, None] + np.arange(length)])

    def place(self, term: bytes) -> int:
        """The number of the first term that is not before ``term``."""
        key = np.uint64(key_of(term))
        first = int(self._keys.searchsorted(key, "left"))
        if first == len(self._keys) or self._keys[first] != key:
            return first
        last = int(self._keys.searchsorted(key, "right"))
        return bisect_left(self, term, first, last)

    def find(self, term: bytes) -> int:
        """The number of a term, or -1."""
        number = self.place(term)
        return number if number < len(self) and self[number] == term else -1

    def hyphenations(self, term: bytes) -> list[bytes]:
        """The terms with a hyphen that are ``term`` without it."""
        number = self.find(term)
        if number < 0:
            return []
        # Numbers of another type would have the whole array converted.
        both = np.array((number, number + 1), self._joined.dtype)
        first, last = self._joined.searchsorted(both)
        return [self[hyphenated] for hyphenated in self._hyphenated[first:last]]

    def beginning_with(self, prefix: bytes) -> tuple[int, int]:
        """The numbers (from, until) of the terms that begin so."""
        after = prefix.rstrip(b"\xff")
        if not after:
            return (0, len(self)) if not prefix else (self.place(prefix), len(self))
        return self.place(prefix), self.place(after[:-1] + bytes([after[-1] + 1]))
