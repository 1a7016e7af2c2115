"""Papers and their scores as a sequence, best first, put in order only as far as it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

# What a window shows at once, and a scroll further.
_FIRST = 200
_ID_BITS = np.uint64(32)
_ID = np.uint64((1 << 32) - 1)


Piece = tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]


class Ranking(Sequence[int]):
    """The papers that answer a query, best first; of equal ones the newest (highest) first."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Takes the papers of each segment, the documents that answer, and their scores."""
        self._pieces = pieces
        self._scores = np.concatenate([_NO_SCORES, *(scores for _, _, scores in pieces)])
        self._ordered = np.empty(0, np.uint64)

    def __len__(self) -> int:
        return len(self._scores)

    def __iter__(self) -> Iterator[int]:
        self._order(len(self))
        return iter((self._ordered & _ID).tolist())

    def __contains__(self, paper_id: object) -> bool:
        return any((papers[documents] == paper_id).any() for papers, documents, _ in self._pieces)

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        places = range(len(self))[at]
        self._order(1 + (places if isinstance(places, int) else max(places, default=-1)))
        found: int | list[int] = (self._ordered[at] & _ID).tolist()
        return found

    def scores(self) -> dict[int, float]:
        """Every paper with its score, best first."""
        ids = list(self)
        scores = (self._ordered >> _ID_BITS).astype(np.uint32).view(np.float32)
        return dict(zip(ids, scores.tolist(), strict=True))

    def _order(self, first: int) -> None:
        """Makes sure that so many are in order."""
        if first <= len(self._ordered):
            return
        total, least = len(self), np.float32(0)
        partly = first <= _FIRST < total // 4
        if partly:
            # All that score as much as the last of the first: among equals, papers decide.
            least = np.partition(self._scores, total - _FIRST)[total - _FIRST]
        keys = [_NO_KEYS]
        for papers, documents, scores in self._pieces:
            kept = np.flatnonzero(scores >= least)
            ids = papers[documents[kept]].astype(np.uint64)
            # Scores are 0 or more, so their bits sort as they do.
            keys.append((scores[kept].view(np.uint32).astype(np.uint64) << _ID_BITS) | ids)
        best = np.concatenate(keys)
        if partly:
            best = np.partition(best, len(best) - _FIRST)[-_FIRST:]
        self._ordered = np.sort(best)[::-1]


_NO_SCORES = np.empty(0, np.float32)
_NO_KEYS = np.empty(0, np.uint64)
