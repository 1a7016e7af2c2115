"""Read access to the arrays of a segment: terms, postings, positions, papers."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.errors import IndexDamagedError
from reader.search.codec.array_file import ArrayFile
from reader.search.codec.assembling import FIELD_BITS, MANY, STRIDE, field_starts
from reader.search.codec.vocabulary import Vocabulary
from reader.search.weighting import NUMBER

FORMAT = 1
# Fewer than one in so many postings are looked up one by one.
_SPARSE = 8


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
        inside = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - counts, counts)
        at = np.repeat(self._starts_of(postings), counts) + inside
        return owners, self.positions[at].astype(np.int64)

    def places_of(
        self, postings: slice, wanted: NDArray[np.bool_]
    ) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Document and position of each occurrence among some postings, in the wanted documents."""
        documents = self.documents[postings]
        kept = np.flatnonzero(wanted[documents])
        if len(kept) * _SPARSE < len(documents):
            owners, positions = self.positions_of(kept + postings.start)
            return documents[kept][owners], positions
        # Nearly all: their positions lie together.
        counts = self.position_counts(np.arange(postings.start, postings.stop))
        start = int(self._starts_of(np.array([postings.start]))[0])
        positions = self.positions[start : start + int(counts.sum())].astype(np.int64)
        if len(kept) == len(documents):
            return np.repeat(documents, counts), positions
        mask = np.zeros(len(documents), np.bool_)
        mask[kept] = True
        return np.repeat(documents[kept], counts[kept]), positions[np.repeat(mask, counts)]

    def _starts_of(self, postings: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where the positions of some postings start: a noted start and the counts after it."""
        blocks, over = np.divmod(postings, STRIDE)
        starts = self._position_starts[blocks].astype(np.int64)
        if not over.any():
            return starts
        owners = np.repeat(np.arange(len(postings)), over)
        ends = np.cumsum(over)
        between = np.arange(int(ends[-1])) - np.repeat(ends - over, over)
        counts = self.position_counts(np.repeat(blocks * STRIDE, over) + between)
        added = np.zeros(len(postings), np.int64)
        np.add.at(added, owners, counts)
        return starts + added

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
