"""The arrays of a segment as Whoosh reads them: terms, postings, lengths and columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec import base
from whoosh.matching import ListMatcher, ReadTooFar
from whoosh.reading import TermInfo

from reader.search.codec.assembling import FIELD_BITS
from reader.search.codec.schema import PAPER_ID, TEXT, encode_positions
from reader.search.codec.segment_arrays import SegmentArrays
from reader.search.weighting import FIELDS, NUMBER, WEIGHTS

_ALL_FIELDS = np.uint8((1 << FIELD_BITS) - 1)


def bit_of(field: str) -> np.uint8:
    """The bits of ``places`` that say a posting is in a field; in any, for ``TEXT``."""
    return _ALL_FIELDS if field == TEXT else np.uint8(1 << NUMBER[field])


class ArrayTermsReader(base.TermsReader):  # type: ignore[misc]
    """The terms of each field, in order of their bytes, and their postings."""

    def __init__(self, arrays: SegmentArrays) -> None:
        self._arrays = arrays
        self._in_field = cache(self._terms_in)

    def _terms_in(self, field: str) -> NDArray[np.intp]:
        """The numbers of the terms that a field has."""
        starts = self._arrays.posting_starts[:-1]
        if not len(starts) or (field != TEXT and field not in NUMBER):
            return np.empty(0, np.intp)
        return np.flatnonzero(np.bitwise_or.reduceat(self._arrays.places, starts) & bit_of(field))

    def _postings(self, field: str, term: bytes) -> NDArray[np.int64]:
        number = self._arrays.vocabulary.find(term)
        if number < 0 or (field != TEXT and field not in NUMBER):
            return np.empty(0, np.int64)
        postings = self._arrays.postings(number, number + 1)
        inside = np.flatnonzero(self._arrays.places[postings] & bit_of(field))
        return np.asarray(inside + postings.start, np.int64)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return len(self._postings(*term)) > 0

    def cursor(self, field: str, _field_type: Any) -> ArrayCursor:
        """A cursor over the terms of a field."""
        return ArrayCursor(self._arrays, self._in_field(field))

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Every term with its field, in order."""
        for field in self.indexed_field_names():
            yield from self.terms_from(field, b"")

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms of a field that are not before ``prefix``."""
        numbers = self._in_field(field)
        first = int(numbers.searchsorted(self._arrays.vocabulary.place(prefix)))
        for number in numbers[first:]:
            yield field, self._arrays.vocabulary[number]

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Every term with what is known of it."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, field: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The same, of a field, not before ``prefix``."""
        return ((term, self.term_info(*term)) for term in self.terms_from(field, prefix))

    def term_info(self, field: str, term: bytes) -> TermInfo:
        """What is known of a term. Raises KeyError when the field does not have it."""
        postings = self._postings(field, term)
        if not len(postings):
            raise KeyError(f"{field}:{term!r}")
        weights = WEIGHTS[self._arrays.weights[postings]]
        documents = self._arrays.documents[postings]
        lengths = _lengths(self._arrays, field)[documents]
        return TermInfo(
            weight=float(weights.sum()),
            df=len(postings),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(weights.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def matcher(self, field: str, term: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        """The postings of a term in a field; their weights are those of the whole paper."""
        postings = self._postings(field, term)
        return ArrayMatcher(
            self._arrays.documents[postings].tolist(),
            WEIGHTS[self._arrays.weights[postings]].tolist(),
            _Values(self._arrays, postings, field),
            format_,
            scorer,
            term=(field, term),
        )

    def indexed_field_names(self) -> list[str]:
        """The fields that papers are written with, in order."""
        return sorted(field.name for field in FIELDS)


class ArrayMatcher(ListMatcher):  # type: ignore[misc]
    """The postings of a term."""

    def skip_to(self, document: int) -> None:
        """Goes to the first posting that is not before ``document``."""
        if not self.is_active():
            raise ReadTooFar
        if document > self.id():
            self._i += int(np.searchsorted(self._ids[self._i :], document))


class _Values(Sequence[bytes]):
    """The values of postings, decoded when asked for."""

    def __init__(self, arrays: SegmentArrays, postings: NDArray[np.int64], field: str) -> None:
        self._arrays = arrays
        self._postings = postings
        self._field = field

    def __len__(self) -> int:
        return len(self._postings)

    def __getitem__(self, at: Any) -> Any:
        posting = self._postings[at : at + 1]
        _, positions = self._arrays.positions_of(posting)
        if self._field != TEXT:
            document = int(self._arrays.documents[posting[0]])
            starts = self._arrays.field_starts[:, document].astype(np.int64)
            number = NUMBER[self._field]
            inside = positions - starts[number]
            length = int(self._arrays.lengths[number, document])
            positions = inside[(inside >= 0) & (inside < length)]
        return encode_positions(positions)


class ArrayCursor(base.FieldCursor):  # type: ignore[misc]
    """Steps through the terms of a field."""

    def __init__(self, arrays: SegmentArrays, numbers: NDArray[np.intp]) -> None:
        self._arrays = arrays
        self._numbers = numbers
        self._at = 0

    def is_valid(self) -> bool:
        """Whether it stands on a term."""
        return self._at < len(self._numbers)

    def first(self) -> str | None:
        """Goes to the first term."""
        self._at = 0
        return self.text()

    def find(self, text: str | bytes) -> str | None:
        """Goes to the first term that is not before ``text``."""
        term = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        self._at = int(self._numbers.searchsorted(self._arrays.vocabulary.place(term)))
        return self.text()

    def next(self) -> str | None:
        """Goes to the next term."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The term as text; None after the last."""
        if not self.is_valid():
            return None
        term: bytes = self._arrays.vocabulary[self._numbers[self._at]]
        return term.decode("utf-8", "surrogatepass")

    term = text


class ArrayPerDocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """Papers, lengths and deletions of a segment."""

    def __init__(self, arrays: SegmentArrays, segment: Any) -> None:
        self._arrays = arrays
        self._segment = segment

    def doc_count(self) -> int:
        """How many documents there are without the deleted ones."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """How many documents there are."""
        return self._arrays.size

    def has_deletions(self) -> bool:
        """Whether any document is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, document: int) -> bool:
        """Whether a document is deleted."""
        return bool(self._segment.is_deleted(document))

    def deleted_docs(self) -> Iterable[int]:
        """The deleted documents."""
        return frozenset(self._segment.deleted_docs())

    def supports_columns(self) -> bool:
        """Yes."""
        return True

    def has_column(self, field: str) -> bool:
        """Whether there is a number for each document under that name."""
        return field == PAPER_ID or field in NUMBER

    def column_reader(self, field: str, _column: Any) -> list[int]:
        """The number of each document: its paper, or the length of a field."""
        numbers = self._arrays.paper_ids if field == PAPER_ID else _lengths(self._arrays, field)
        return [int(number) for number in numbers]

    def doc_field_length(self, document: int, field: str, default: int = 0) -> int:
        """The length of a field of a document in positions."""
        if field != TEXT and field not in NUMBER:
            return default
        return int(_lengths(self._arrays, field)[document])

    def field_length(self, field: str) -> int:
        """The length of a field in all documents."""
        return int(_lengths(self._arrays, field).sum())

    def min_field_length(self, field: str) -> int:
        """The length of the shortest."""
        return int(_lengths(self._arrays, field).min(initial=0))

    def max_field_length(self, field: str) -> int:
        """The length of the longest."""
        return int(_lengths(self._arrays, field).max(initial=0))

    def stored_fields(self, _document: int) -> dict[str, Any]:
        """Nothing is stored: texts are in the library."""
        return {}


def _lengths(arrays: SegmentArrays, field: str) -> NDArray[np.uint32]:
    if field == TEXT:
        return np.asarray(arrays.lengths.sum(axis=0, dtype=np.uint32))
    return np.asarray(arrays.lengths[NUMBER[field]])
