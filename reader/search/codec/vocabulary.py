"""The terms of a segment in the order of their bytes, found by bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.search.codec.array_file import ArrayFile

_KEY = 8  # the first letters of a term as a number that sorts as they do


def key_of(term: bytes) -> int:
    """The first eight bytes of a term as a number."""
    return int.from_bytes(term[:_KEY].ljust(_KEY, b"\0"), "big")


def vocabulary_arrays(terms: Sequence[bytes]) -> dict[str, NDArray[Any]]:
    """The arrays that hold sorted terms."""
    keys = np.frombuffer(b"".join(term[:_KEY].ljust(_KEY, b"\0") for term in terms), ">u8")
    ends = np.zeros(len(terms) + 1, np.int64)
    np.cumsum([len(term) for term in terms], out=ends[1:])
    return {
        "term_keys": keys.astype(np.uint64),
        "term_letters": np.frombuffer(b"".join(terms), np.uint8),
        "term_ends": ends,
    }


class Vocabulary(Sequence[bytes]):
    """The terms of a segment; their numbers are their places in it."""

    def __init__(self, arrays: ArrayFile) -> None:
        self._keys = arrays.array("term_keys")
        self._letters = arrays.array("term_letters")
        self._ends = arrays.array("term_ends")

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, number: Any) -> Any:
        return self._letters[self._ends[number] : self._ends[number + 1]].tobytes()

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

    def among(self, terms: Sequence[bytes]) -> list[int]:
        """Which of some terms, by their places in the sequence, there are."""
        keys = np.fromiter(map(key_of, terms), np.uint64, len(terms))
        first = self._keys.searchsorted(keys)
        first[first == len(self._keys)] = 0
        likely = np.flatnonzero(self._keys[first] == keys) if len(self._keys) else ()
        return [at for at in map(int, likely) if self.find(terms[at]) >= 0]

    def beginning_with(self, prefix: bytes) -> tuple[int, int]:
        """The numbers (from, until) of the terms that begin so."""
        after = prefix.rstrip(b"\xff")
        if not after:
            return (0, len(self)) if not prefix else (self.place(prefix), len(self))
        return self.place(prefix), self.place(after[:-1] + bytes([after[-1] + 1]))
