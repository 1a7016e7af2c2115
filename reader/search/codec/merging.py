"""Which segments a commit writes anew as one, and how: by copying arrays, not by indexing again.

Segments of like size are merged, an idea of Lucene's LogMergePolicy, so that a small update costs
what small segments cost. A segment most of which is deleted is written anew without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.search.codec.assembling import FIELD_BITS, narrow, places_arrays
from reader.search.codec.codec import ArraySegment
from reader.search.codec.segment_arrays import SegmentArrays
from reader.search.codec.vocabulary import in_order, vocabulary_arrays
from reader.search.weighting import FIELDS

# A merge takes time and memory in proportion: none makes a larger segment than this.
LARGEST = 200_000
# Of segments with fewer documents than the first number, the second is one too many. Each segment
# costs every search a little, so of large ones there are few.
_TIERS = ((100, 10), (1_000, 10), (10_000, 6), (LARGEST, 4))
_SMALL = 10_000
_MOSTLY_DELETED = 0.4


def merge_small(writer: Any, segments: Sequence[ArraySegment]) -> list[ArraySegment]:
    """The same among small segments: for a note, which must not wait for a merge of thousands."""
    return merge_crowded(writer, segments, _SMALL)


def merge_crowded(
    writer: Any, segments: Sequence[ArraySegment], smaller_than: int = LARGEST
) -> list[ArraySegment]:
    """Merges the first tier that is crowded, if any; returns the segments that there are then.

    Only segments ``smaller_than`` so many documents are merged. To be given to
    ``SegmentWriter.commit`` as ``mergetype``.
    """
    large = [one for one in segments if one.doc_count_all() >= smaller_than]
    crowd = _crowd([one for one in segments if one not in large])
    if not crowd:
        return list(segments)
    left = [one for one in segments if one not in crowd]
    if not any(one.doc_count() for one in crowd):
        return left
    merged = ArraySegment(writer.indexname)
    merged.write(writer.storage, merge([_alive(writer.storage, one) for one in crowd]))
    return [*left, merged]


def _crowd(segments: Sequence[ArraySegment]) -> list[ArraySegment]:
    smallest = 0
    for size, limit in _TIERS:
        tier = [one for one in segments if smallest <= one.doc_count_all() < size]
        if len(tier) >= limit:
            crowd = _within_largest(sorted(tier, key=ArraySegment.doc_count))
            if len(crowd) > 1:
                return crowd
        smallest = size
    worn = (one for one in segments if one.deleted_count() > _MOSTLY_DELETED * one.doc_count_all())
    return list(worn)[:1]


def _within_largest(segments: Sequence[ArraySegment]) -> list[ArraySegment]:
    """As many of the first segments as make one that is not too large."""
    totals = accumulate(segment.doc_count() for segment in segments)
    return [one for one, total in zip(segments, totals, strict=True) if total <= LARGEST]


def _alive(storage: Any, segment: ArraySegment) -> tuple[SegmentArrays, NDArray[np.bool_]]:
    alive = np.ones(segment.doc_count_all(), np.bool_)
    alive[list(segment.deleted_docs())] = False
    return segment.arrays(storage), alive


def merge(parts: Sequence[tuple[SegmentArrays, NDArray[np.bool_]]]) -> dict[str, NDArray[Any]]:
    """The arrays of one segment with the documents of several that are alive, in their order."""
    live = [_Live(arrays, alive) for arrays, alive in parts]
    terms = in_order({term for part in live for term in part.terms})
    places = {term: number for number, term in enumerate(terms)}
    counts = np.zeros(len(terms), np.int64)
    for part in live:
        part.place(places)
        counts[part.numbers] += part.counts
    starts = np.zeros(len(terms) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    total = int(starts[-1])
    documents, weights = np.empty(total, np.int32), np.empty(total, np.uint8)
    places_, many = np.empty(total, np.uint8), np.empty(total, np.int32)
    filled, base = starts[:-1].copy(), 0
    for part in live:
        part.fill(filled, documents, base)
        weights[part.targets] = part.arrays.weights[part.postings]
        places_[part.targets] = part.arrays.places[part.postings] & ((1 << FIELD_BITS) - 1)
        many[part.targets] = part.position_counts
        base += part.size
    ends = np.cumsum(many.astype(np.int64))
    positions = np.empty(int(ends[-1]) if total else 0, np.uint32)
    for part in live:
        part.copy_positions(positions, ends - many)
    return {
        "paper_ids": _joined([part.paper_ids for part in live], np.int64),
        "lengths": np.concatenate(
            [np.empty((len(FIELDS), 0), np.uint32), *(part.lengths for part in live)], axis=1
        ),
        **vocabulary_arrays(terms),
        "posting_starts": narrow(starts),
        "documents": documents,
        "weights": weights,
        **places_arrays(places_, many),
        "positions": narrow(positions),
    }


def _joined(parts: list[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.empty(0, kind)


class _Live:
    """The postings of a segment without those of deleted documents."""

    def __init__(self, arrays: SegmentArrays, alive: NDArray[np.bool_]) -> None:
        self.arrays = arrays
        self.paper_ids = arrays.paper_ids[alive]
        self.lengths = arrays.lengths[:, alive]
        self.size = len(self.paper_ids)
        self._documents = (np.cumsum(alive) - 1).astype(np.int32)
        self.postings = np.flatnonzero(alive[arrays.documents])
        owners = np.searchsorted(arrays.posting_starts, self.postings, "right") - 1
        first = np.ones(len(owners), np.bool_)
        np.not_equal(owners[1:], owners[:-1], out=first[1:])
        starts = np.flatnonzero(first)
        self.counts = np.diff(starts, append=len(owners))
        vocabulary = arrays.vocabulary
        kept = np.zeros(len(vocabulary), np.bool_)
        kept[owners] = True
        self.terms = [term for term, there in zip(vocabulary, kept.tolist(), strict=True) if there]
        self.position_counts = arrays.position_counts(self.postings).astype(np.int32)

    def place(self, places: dict[bytes, int]) -> None:
        """Learns where its terms are in the common vocabulary."""
        self.numbers = np.fromiter((places[term] for term in self.terms), np.int64, len(self.terms))

    def fill(self, filled: NDArray[np.int64], documents: NDArray[np.int32], base: int) -> None:
        """Puts its documents behind those that each term has already."""
        firsts = np.cumsum(self.counts) - self.counts
        self.targets = np.repeat(filled[self.numbers] - firsts, self.counts)
        self.targets += np.arange(len(self.targets))
        filled[self.numbers] += self.counts
        documents[self.targets] = self._documents[self.arrays.documents[self.postings]] + base

    def copy_positions(self, positions: NDArray[np.uint32], starts: NDArray[np.int64]) -> None:
        """Puts its positions where their postings have theirs."""
        counts = self.position_counts.astype(np.int64)
        firsts = np.cumsum(counts) - counts
        targets = np.repeat(starts[self.targets] - firsts, counts)
        targets += np.arange(len(targets))
        if len(self.postings) == len(self.arrays.documents):  # nothing deleted: all, in order
            positions[targets] = self.arrays.positions
        else:
            positions[targets] = self.arrays.positions_of(self.postings)[1]
