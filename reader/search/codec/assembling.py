"""From where each word stands to the arrays of a segment.

An occurrence is one number (uint64) that holds, from the highest bits down, the term's place in
the vocabulary, the document, the field and the position: sorted, the numbers are in the order of
the postings, and sorting plain numbers is what a processor does fastest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.search.codec.vocabulary import vocabulary_arrays
from reader.search.weighting import FIELDS, as_bytes, of_one_word

Numbers = NDArray[np.uint64]

# Between the last word of a field and the first of the next, so that no phrase spans both.
GAP = 100
# Positions of every 16th posting are noted, so that those of any are found by adding up a few.
STRIDE = 16
# A posting's byte of places: a bit for each field, and above them how many positions it has.
FIELD_BITS = 5
MANY = 7  # this many or more: noted apart
_FIELD_IN_NUMBER = 3
_AT_ONCE = 2_000_000


@dataclass(frozen=True, slots=True)
class Bits:
    """How an occurrence is packed into 64 bits."""

    document: int
    position: int

    @classmethod
    def of(cls, terms: int, documents: int, positions: int) -> Bits:
        """The packing for so many of each. Raises OverflowError when they are too many."""
        bits = cls(documents.bit_length(), positions.bit_length())
        if terms.bit_length() + bits.document + _FIELD_IN_NUMBER + bits.position > 64:
            raise OverflowError("too many papers for one segment")
        return bits

    def pack(
        self,
        terms: NDArray[Any],
        documents: NDArray[Any],
        fields: NDArray[Any],
        positions: NDArray[Any],
    ) -> Numbers:
        """One number for each occurrence."""
        packed: Numbers = terms.astype(np.uint64)
        widths = (
            (self.document, documents),
            (_FIELD_IN_NUMBER, fields),
            (self.position, positions),
        )
        for width, part in widths:
            packed <<= np.uint64(width)
            packed |= part.astype(np.uint64)
        return packed

    def postings(self, packed: Numbers) -> Numbers:
        """Term and document of each occurrence as one number."""
        return packed >> np.uint64(_FIELD_IN_NUMBER + self.position)

    def fields(self, packed: Numbers) -> NDArray[np.uint8]:
        """The field of each occurrence."""
        return ((packed >> np.uint64(self.position)) & np.uint64(7)).astype(np.uint8)

    def positions(self, packed: Numbers) -> NDArray[np.uint32]:
        """The position of each occurrence in its field."""
        return (packed & np.uint64((1 << self.position) - 1)).astype(np.uint32)


def field_starts(lengths: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Where each field begins in each document; of the shape of ``lengths``."""
    starts = np.zeros_like(lengths)
    np.cumsum(lengths[:-1] + np.uint32(GAP), axis=0, out=starts[1:])
    return starts


def assemble(
    terms: Sequence[bytes],
    occurrences: Numbers,
    bits: Bits,
    lengths: NDArray[np.uint32],
    paper_ids: NDArray[np.int64],
) -> dict[str, NDArray[Any]]:
    """The arrays of a segment.

    ``terms`` are sorted; ``occurrences`` are sorted in place; ``lengths`` in positions have the
    shape (fields, documents).
    """
    occurrences.sort()
    worth, begins = of_one_word(lengths), field_starts(lengths)
    counted = np.zeros(len(terms) + 1, np.int64)
    columns: list[list[NDArray[Any]]] = [[] for _ in range(5)]
    for part in _parts(occurrences, bits):
        numbers, *rest = _postings(part, bits, worth, begins)
        counted[1:] += np.bincount(numbers, minlength=len(terms))
        for column, piece in zip(columns, rest, strict=True):
            column.append(piece)
    del occurrences
    documents, weights, fields, counts, positions = (_joined(column) for column in columns)
    return {
        "paper_ids": paper_ids,
        "lengths": lengths,
        **vocabulary_arrays(terms),
        "posting_starts": narrow(np.cumsum(counted)),
        "documents": documents,
        "weights": weights,
        **places_arrays(fields, counts),
        "positions": narrow(positions),
    }


def _joined(pieces: list[NDArray[Any]]) -> NDArray[Any]:
    """The pieces as one array; they are let go of, for together they are large."""
    joined = np.concatenate(pieces)
    pieces.clear()
    return joined


def places_arrays(fields: NDArray[np.uint8], counts: NDArray[np.int32]) -> dict[str, NDArray[Any]]:
    """Which fields each posting is in, and which of the positions are its own."""
    many = np.flatnonzero(counts >= MANY)
    ends = np.cumsum(counts.astype(np.int64))
    return {
        "places": fields | (np.minimum(counts, MANY).astype(np.uint8) << np.uint8(FIELD_BITS)),
        "many": narrow(many),
        "many_counts": counts[many].astype(np.int32),
        "position_starts": narrow(np.concatenate([ends[:0], [0], ends[STRIDE - 1 :: STRIDE]])),
    }


def narrow(numbers: NDArray[Any]) -> NDArray[Any]:
    """Numbers, none of them negative, in as few bits as they fit."""
    largest = int(numbers.max(initial=0))
    kinds = (np.uint16, np.uint32, np.uint64)
    return numbers.astype(next(kind for kind in kinds if largest <= np.iinfo(kind).max))


def _parts(occurrences: Numbers, bits: Bits) -> Iterator[Numbers]:
    """The occurrences in parts that hold whole postings; at least one part."""
    start = 0
    while True:
        end = start + _AT_ONCE
        if end >= len(occurrences):
            yield occurrences[start:]
            return
        posting = bits.postings(occurrences[end : end + 1])[0]
        first = int(posting) << (_FIELD_IN_NUMBER + bits.position)
        end = int(occurrences.searchsorted(np.uint64(first)))
        if end == start:  # one posting of more than a part
            end = int(occurrences.searchsorted(np.uint64(first + (1 << (3 + bits.position)))))
        yield occurrences[start:end]
        start = end


def _postings(
    occurrences: Numbers,
    bits: Bits,
    worth: NDArray[np.float32],
    begins: NDArray[np.uint32],
) -> tuple[NDArray[Any], ...]:
    """Term, document, weight, fields and count of each posting, and the positions."""
    postings = bits.postings(occurrences)
    first = np.ones(len(postings), np.bool_)
    np.not_equal(postings[1:], postings[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    fields = bits.fields(occurrences)
    mask = np.uint64((1 << bits.document) - 1)
    # Where the figures of a field of a document are, in the flat arrays of them.
    at = fields * np.int64(worth.shape[1]) + (postings & mask).astype(np.int64)
    positions = bits.positions(occurrences) + begins.reshape(-1).take(at)
    if not len(starts):
        nothing = np.empty(0, np.int32)
        empty = (nothing.astype(np.uint8), nothing.astype(np.uint8), nothing)
        return nothing, nothing, *empty, positions
    distinct = postings[starts]
    return (
        (distinct >> np.uint64(bits.document)).astype(np.int32),
        (distinct & mask).astype(np.int32),
        as_bytes(np.add.reduceat(worth.reshape(-1).take(at), starts)),
        np.bitwise_or.reduceat(np.left_shift(np.uint8(1), fields), starts),
        np.diff(starts, append=len(postings)).astype(np.int32),
        positions,
    )


assert len(FIELDS) <= FIELD_BITS
