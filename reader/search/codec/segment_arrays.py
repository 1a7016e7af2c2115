"""Read access to the arrays of a segment: terms, postings, positions, papers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.errors import IndexDamagedError
from reader.search.codec.array_file import ArrayFile
from reader.search.codec.assembling import FIELD_BITS, MANY, STRIDE, field_starts
from reader.search.codec.vocabulary import Vocabulary
from reader.search.sorted_arrays import found_in
from reader.search.weighting import NUMBER

FORMAT = 1
# Looking up each of n documents among m by bisection pays while m is so many times n.
_BISECTED = 40
_NOTHING = np.empty(0, np.int64)
_STEPS = np.arange(STRIDE)

Ranges = Sequence[tuple[int, int]]
"""Numbers of terms, (from, until)."""


class SegmentArrays:
    """The arrays of one segment, mapped. Nothing in it changes; several threads may read it."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        """Opens a segment. Raises IndexDamagedError when it is damaged or of another kind."""
        self.file = ArrayFile(path)
        if self.file.facts != {"format": FORMAT, "fingerprint": fingerprint}:
            raise IndexDamagedError(f"{path.name} of the index is of another version.")
        array = self.file.array
        self.paper_ids: NDArray[np.int64] = array("paper_ids")
        self.lengths: NDArray[np.uint32] = array("lengths")
        self.posting_starts: NDArray[np.unsignedinteger[Any]] = array("posting_starts")
        self.documents: NDArray[np.int32] = array("documents")
        self.weights: NDArray[np.uint8] = array("weights")
        self.places: NDArray[np.uint8] = array("places")
        self.positions: NDArray[np.unsignedinteger[Any]] = array("positions")
        self._position_starts: NDArray[np.unsignedinteger[Any]] = array("position_starts")
        self._many: NDArray[np.unsignedinteger[Any]] = array("many")
        self._many_counts: NDArray[np.int32] = array("many_counts")
        self.vocabulary = Vocabulary(self.file)
        self.size = len(self.paper_ids)
        self._check()

    def _check(self) -> None:
        postings = len(self.documents)
        whole = (
            self.posting_starts.shape == (len(self.vocabulary) + 1,)
            and self.lengths.shape[1:] == (self.size,)
            and int(self.posting_starts[-1]) == postings
            and len(self.weights) == len(self.places) == postings
            and len(self._position_starts) == postings // STRIDE + 1
        )
        if not whole:
            raise IndexDamagedError(f"{self.file.path.name} of the index does not fit together.")

    def postings(self, first: int, last: int) -> slice:
        """Where the postings of the terms ``first`` until ``last`` are."""
        return slice(int(self.posting_starts[first]), int(self.posting_starts[last]))

    def documents_of_papers(self, paper_ids: NDArray[np.int64]) -> NDArray[np.intp]:
        """The documents of those papers that are in this segment."""
        return np.flatnonzero(np.isin(self.paper_ids, paper_ids))

    def position_counts(self, postings: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many positions each of some postings has."""
        counts = (self.places[postings] >> np.uint8(FIELD_BITS)).astype(np.int64)
        many = np.flatnonzero(counts == MANY)
        if len(many):
            # Numbers of another type would have the whole array converted.
            wanted = postings[many].astype(self._many.dtype)
            counts[many] = self._many_counts[self._many.searchsorted(wanted)]
        return counts

    def positions_of(
        self, postings: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The positions of some postings.

        Returns, each as long as there are positions: which of ``postings`` it belongs to, and the
        position in the document.
        """
        counts = self.position_counts(postings)
        ends = np.cumsum(counts)
        owners = np.repeat(np.arange(len(postings)), counts)
        at = np.repeat(self._starts_of(postings) - (ends - counts), counts)
        at += np.arange(len(at))
        return owners, self.positions[at].astype(np.int64)

    def places_of(
        self, words: Sequence[Ranges], documents: NDArray[np.int32]
    ) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """Where each of some words stands in some documents, which are in order.

        A word is given by the ranges of its terms' numbers, (from, until). Returns for each, as
        long as there are occurrences: which of ``documents`` it is in, and its position; in order
        if the word is one term.
        """
        owners, postings, sizes = [_NOTHING], [_NOTHING], []
        for ranges in words:
            size = 0
            for first, last in ranges:
                part = self.postings(first, last)
                there, found = _common(self.documents[part], documents, ordered=last - first == 1)
                postings.append(there + part.start)
                owners.append(found)
                size += len(there)
            sizes.append(size)
        # All at once: a call of numpy costs as much as a hundred positions.
        which, positions = self.positions_of(np.concatenate(postings))
        owner = np.concatenate(owners)[which]
        ends = which.searchsorted(np.cumsum(sizes)).tolist()
        parts = (slice(start, end) for start, end in pairwise([0, *ends]))
        return [(owner[part], positions[part]) for part in parts]

    def _starts_of(self, postings: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where the positions of some postings start: a noted start and the counts after it."""
        blocks, over = np.divmod(postings, STRIDE)
        starts = self._position_starts[blocks].astype(np.int64)
        # A row for each posting: the postings between the noted start and itself.
        between = (postings - over)[:, None] + _STEPS
        before = over[:, None] > _STEPS
        counts = self.places.take(between, mode="clip") >> np.uint8(FIELD_BITS)
        counts *= before
        starts += counts.sum(axis=1, dtype=np.int64)
        rows, columns = (counts == MANY).nonzero()
        if len(rows):
            np.add.at(starts, rows, self.position_counts(between[rows, columns]) - MANY)
        return starts

    @cached_property
    def field_starts(self) -> NDArray[np.uint32]:
        """Where each field begins in each document; shape (fields, documents)."""
        return field_starts(self.lengths)

    def inside_fields(
        self,
        fields: tuple[str, ...],
        documents: NDArray[np.int32],
        positions: NDArray[np.int64],
    ) -> NDArray[np.bool_] | None:
        """Which of some positions are in one of the fields; None when any field will do."""
        if not set(fields) <= NUMBER.keys():
            return None
        starts = self.field_starts
        inside = np.zeros(len(positions), np.bool_)
        for field in fields:
            start = starts[NUMBER[field]][documents]
            length = self.lengths[NUMBER[field]][documents]
            inside |= (positions >= start) & (positions < start + length)
        return inside


def _common(
    postings: NDArray[np.int32], documents: NDArray[np.int32], *, ordered: bool
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which of the documents of some postings are among others, which are in order, and which."""
    if not len(postings) or not len(documents):
        return _NOTHING, _NOTHING
    if ordered and len(documents) * _BISECTED < len(postings):
        owners, at = found_in(documents, postings)
        return at, owners
    # From the first of the documents on: an array from one document to another is not too long.
    first = int(documents[0])
    places = np.full(int(documents[-1]) - first + 2, -1, np.int32)
    places[documents - first] = np.arange(len(documents), dtype=np.int32)
    owner = places[np.clip(postings - first, -1, len(places) - 1)]
    there = (owner >= 0).nonzero()[0]
    return there, owner[there].astype(np.int64)
