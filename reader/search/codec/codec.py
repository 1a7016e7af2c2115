"""The codec itself: what Whoosh asks to write and to read a segment with."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec import base

from reader.search.codec.array_file import write_arrays
from reader.search.codec.assembling import Bits, assemble
from reader.search.codec.reading import ArrayPerDocumentReader, ArrayTermsReader
from reader.search.codec.schema import FINGERPRINT, PAPER_ID
from reader.search.codec.segment_arrays import FORMAT, SegmentArrays
from reader.search.weighting import FIELDS, NUMBER


class ArraySegment(base.Segment):  # type: ignore[misc]
    """A segment: its name, how many documents it has and which of them are deleted."""

    EXTENSION = ".arrays"

    def __init__(self, index_name: str, documents: int = 0, deleted: frozenset[int] = frozenset()):
        super().__init__(index_name)
        self._documents = documents
        self._deleted = set(deleted)
        self._arrays: SegmentArrays | None = None
        self.papers = PerDocumentWriter()

    def path(self, storage: Any) -> Path:
        """Its file."""
        return Path(storage.folder, str(self.make_filename(self.EXTENSION)))

    def arrays(self, storage: Any) -> SegmentArrays:
        """Its arrays, opened once. Raises IndexDamagedError."""
        if self._arrays is None:
            self._arrays = SegmentArrays(self.path(storage), FINGERPRINT)
        return self._arrays

    def write(self, storage: Any, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Writes its file."""
        self._documents = len(arrays["paper_ids"])
        write_arrays(self.path(storage), arrays, {"format": FORMAT, "fingerprint": FINGERPRINT})

    def codec(self) -> ArrayCodec:
        """The codec that reads it."""
        return ArrayCodec()

    def should_assemble(self) -> bool:
        """No: it is one file already."""
        return False

    def set_doc_count(self, documents: int) -> None:
        """Says how many documents it has."""
        self._documents = documents

    def doc_count_all(self) -> int:
        """How many documents it has, deleted ones too."""
        return self._documents

    def deleted_count(self) -> int:
        """How many documents are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> set[int]:
        """The deleted documents."""
        return self._deleted

    def delete_document(self, document: int, delete: bool = True) -> None:
        """Deletes a document, or takes that back."""
        (self._deleted.add if delete else self._deleted.discard)(document)

    def is_deleted(self, document: int) -> bool:
        """Whether a document is deleted."""
        return document in self._deleted


class ArrayCodec(base.Codec):  # type: ignore[misc]
    """Writes and reads segments as arrays."""

    length_stats = False

    def per_document_writer(self, _storage: Any, segment: ArraySegment) -> PerDocumentWriter:
        """What takes papers and lengths."""
        papers: PerDocumentWriter = segment.papers
        return papers

    def field_writer(self, storage: Any, segment: ArraySegment) -> FieldWriter:
        """What takes postings, and writes the file when it is closed."""
        return FieldWriter(storage, segment, segment.papers)

    def terms_reader(self, storage: Any, segment: ArraySegment) -> ArrayTermsReader:
        """What reads terms and postings."""
        return ArrayTermsReader(segment.arrays(storage))

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> ArrayPerDocumentReader:
        """What reads papers, lengths and deletions."""
        return ArrayPerDocumentReader(segment.arrays(storage), segment)

    def new_segment(self, _storage: Any, index_name: str) -> ArraySegment:
        """A segment that is not written yet."""
        return ArraySegment(index_name)


class PerDocumentWriter(base.PerDocumentWriter):  # type: ignore[misc]
    """Keeps the paper and the lengths of each document until the segment is written."""

    def __init__(self) -> None:
        self.is_closed = False
        self._paper_ids = array("q")
        self._lengths = array("I")

    def start_doc(self, _document: int) -> None:
        """Begins a document."""
        self._paper_ids.append(0)
        self._lengths.extend([0] * len(FIELDS))

    def add_field(self, _field: str, _field_type: Any, _value: Any, _length: int) -> None:
        """Nothing: texts are not stored, and lengths come as columns."""

    def add_column_value(self, field: str, _column: Any, value: int) -> None:
        """Takes a number of the document: its paper, or the length of a field."""
        if field == PAPER_ID:
            self._paper_ids[-1] = value
        else:
            self._lengths[NUMBER[field] - len(FIELDS)] = value

    def cancel_doc(self) -> None:
        """Takes back the document that was begun."""
        del self._paper_ids[-1], self._lengths[-len(FIELDS) :]

    def close(self) -> None:
        """Ends it."""
        self.is_closed = True

    def paper_ids(self) -> NDArray[np.int64]:
        """The paper of each document."""
        return np.frombuffer(self._paper_ids, np.int64).copy()

    def lengths(self) -> NDArray[np.uint32]:
        """The lengths, shape (fields, documents)."""
        flat = np.frombuffer(self._lengths, np.uint32)
        return np.ascontiguousarray(flat.reshape(-1, len(FIELDS)).T)


class FieldWriter(base.FieldWriter):  # type: ignore[misc]
    """Keeps postings as they come, and writes the segment when closed."""

    def __init__(self, storage: Any, segment: ArraySegment, papers: PerDocumentWriter) -> None:
        self.is_closed = False
        self._storage = storage
        self._segment = segment
        self._papers = papers
        self._numbers: dict[bytes, int] = {}
        self._columns = tuple(array("I") for _ in range(4))
        self._field = self._term = 0

    def start_field(self, field: str, _field_type: Any) -> None:
        """Begins a field."""
        self._field = NUMBER[field]

    def start_term(self, term: bytes) -> None:
        """Begins a term of the field."""
        self._term = self._numbers.setdefault(term, len(self._numbers))

    def add(self, document: int, _weight: float, value: bytes, _length: int) -> None:
        """Takes a posting of the term."""
        for position in np.frombuffer(value, "<u4").tolist():
            for column, number in zip(
                self._columns, (self._term, document, self._field, position), strict=True
            ):
                column.append(number)

    def finish_term(self) -> None:
        """Ends the term."""

    def close(self) -> None:
        """Writes the segment, if it has any documents."""
        self.is_closed = True
        if not len(self._papers.paper_ids()):
            return
        lengths = self._papers.lengths()
        terms = sorted(self._numbers)
        places = np.empty(len(terms), np.uint32)
        places[[self._numbers[term] for term in terms]] = np.arange(len(terms), dtype=np.uint32)
        numbers, *others = (np.frombuffer(column, np.uint32) for column in self._columns)
        bits = Bits.of(len(terms), lengths.shape[1], int(lengths.max(initial=0)))
        packed = bits.pack(places[numbers], *others)
        arrays = assemble(terms, packed, bits, lengths, self._papers.paper_ids())
        self._segment.write(self._storage, arrays)
