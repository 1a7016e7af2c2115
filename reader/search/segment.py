"""The postings of one Whoosh segment as numpy arrays.

A segment never changes once written (only its deletions do), so what is decoded here is kept for
as long as the segment is part of the index.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import IndexReader, TermNotFound

Ids = NDArray[np.int32]
Weights = NDArray[np.float32]
Mask = NDArray[np.bool_]

# Postings kept decoded a segment; at 8 bytes each this is at most 64 MB.
POSTINGS_KEPT = 8_000_000


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents with a term, in order, and how often each has it."""

    ids: Ids
    weights: Weights


NO_POSTINGS = Postings(np.empty(0, np.int32), np.empty(0, np.float32))


class Segment:
    """Read access to a segment. Not for two threads at once."""

    def __init__(self, reader: IndexReader) -> None:
        self.reader = reader
        self.size: int = reader.doc_count_all()
        self._postings: dict[tuple[str, str], Postings] = {}
        self._postings_kept = 0
        self._expansions: dict[tuple[str, str, int], list[str]] = {}
        self._lengths: dict[str, Weights] = {}

    @cached_property
    def paper_ids(self) -> NDArray[np.int64]:
        """The paper of each document; int64, shape (size,)."""
        column = self.reader.column_reader("paper_id")
        return np.fromiter((column[n] for n in range(self.size)), np.int64, self.size)

    def alive(self) -> Mask:
        """Which documents are not deleted; shape (size,)."""
        mask = np.ones(self.size, np.bool_)
        if self.reader.has_deletions():
            mask[list(self.reader.deleted_docs_set)] = False
        return mask

    def lengths(self, field: str) -> Weights:
        """How many terms each document has in a field; float32, shape (size,)."""
        if field not in self._lengths:
            length = self.reader.doc_field_length
            # Whoosh says None, not 0, of a document without the field.
            numbers = (length(n, field) or 0 for n in range(self.size))
            self._lengths[field] = np.fromiter(numbers, np.float32, self.size)
        return self._lengths[field]

    def postings(self, field: str, term: str) -> Postings:
        """The postings of a term; empty ones when no document has it."""
        key = (field, term)
        found = self._postings.get(key)
        if found is None:
            found = self._decode(field, term)
            if self._postings_kept + len(found.ids) > POSTINGS_KEPT:
                self._postings.clear()
                self._postings_kept = 0
            self._postings[key] = found
            self._postings_kept += len(found.ids)
        return found

    def expand(self, field: str, prefix: str, limit: int) -> list[str]:
        """The ``limit`` most frequent terms that begin with ``prefix``."""
        key = (field, prefix, limit)
        if key not in self._expansions:
            frequencies = (
                (info.doc_frequency(), term.decode("utf-8"))
                for term, info in self.reader.iter_prefix(field, prefix)
            )
            self._expansions[key] = [term for _, term in nlargest(limit, frequencies)]
        return self._expansions[key]

    def _decode(self, field: str, term: str) -> Postings:
        try:
            matcher = self.reader.postings(field, term)
        except TermNotFound:
            return NO_POSTINGS
        ids: list[int] = []
        weights: list[float] = []
        while matcher.is_active():
            ids.append(matcher.id())
            weights.append(matcher.weight())
            matcher.next()
        return Postings(np.array(ids, np.int32), np.array(weights, np.float32))
