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


class Ranking(Sequence[int]):
    """The papers that answer a query, best first; of equal ones the newest (highest) first."""

    def __init__(
        self, paper_ids: Sequence[NDArray[np.int64]], scores: Sequence[NDArray[np.float32]]
    ) -> None:
        """Takes papers and scores in pieces, one for each segment, in any order.

        Scores are 0 or more, so their bits sort as they do.
        """
        pieces = [
            (score.view(np.uint32).astype(np.uint64) << _ID_BITS) | ids.astype(np.uint64)
            for ids, score in zip(paper_ids, scores, strict=True)
        ]
        self._keys = np.concatenate(pieces) if pieces else np.empty(0, np.uint64)
        self._ordered = np.empty(0, np.uint64)

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[int]:
        self._order(len(self._keys))
        return iter((self._ordered & _ID).tolist())

    def __contains__(self, paper_id: object) -> bool:
        return isinstance(paper_id, int) and bool(((self._keys & _ID) == paper_id).any())

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        places = range(len(self._keys))[at]
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
        keys, total = self._keys, len(self._keys)
        if first <= _FIRST < total // 4:
            keys = np.partition(keys, total - _FIRST)[-_FIRST:]
        self._ordered = np.sort(keys)[::-1]
