"""The fields of the index as Whoosh sees them.

``TEXT`` is all fields of a paper as one: it is never written, only read, and is what a query
without a field searches.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Format

from reader.search import analysis, weighting
from reader.search.analysis import PaperTokenizer, tokens
from reader.search.codec.assembling import MANY, STRIDE
from reader.search.codec.segment_arrays import FORMAT

TEXT = "text"
PAPER_ID = "paper_id"
FINGERPRINT = hashlib.sha256(
    repr((FORMAT, STRIDE, MANY, analysis.VERSION, weighting.FIELDS, weighting.K1)).encode("ascii")
).hexdigest()[:16]
"""Changes when the same papers would give other arrays."""


class PositionsFormat(Format):  # type: ignore[misc]
    """What a posting holds: positions, as numbers of 32 bits. (Whoosh's own pickles them.)"""

    def word_values(
        self, value: str, analyzer: Any, **_options: Any
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Each term of a text, how often, how often again, and where."""
        where: defaultdict[str, list[int]] = defaultdict(list)
        for token in analyzer(value, mode="index"):
            where[token.text].append(token.pos)
        for text, positions in where.items():
            encoded = text.encode("utf-8", "surrogatepass")
            yield encoded, len(positions), float(len(positions)), encode_positions(positions)

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions a posting's value stands for."""
        return [int(position) for position in np.frombuffer(value, "<u4")]

    def decode_frequency(self, value: bytes) -> int:
        """How many positions those are."""
        return len(value) // 4


def encode_positions(positions: Any) -> bytes:
    """The value of a posting at those positions."""
    return np.asarray(positions, "<u4").tobytes()


class PaperText(FieldType):  # type: ignore[misc]
    """A field of a paper. Its column holds its length in positions."""

    def __init__(self, name: str) -> None:
        analyzer = PaperTokenizer(of_titles=name == "title")
        super().__init__(format=PositionsFormat(), analyzer=analyzer, scorable=True)
        self.column_type = NumericColumn("I")

    def index(self, value: str, **_options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The postings of a text."""
        yield from self.format.word_values(value, self.analyzer)

    def to_bytes(self, value: str | bytes) -> bytes:
        """A term as the index has it."""
        return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")

    def from_bytes(self, value: bytes) -> str:
        """A term as text."""
        return value.decode("utf-8", "surrogatepass")

    def to_column_value(self, value: str) -> int:
        """The length of a text in positions."""
        return sum(token.positions for token, _ in tokens(value))

    def from_column_value(self, value: int) -> int:
        """The length as it is."""
        return value


def schema() -> Schema:
    """The schema of a search index."""
    texts = {field.name: PaperText(field.name) for field in weighting.FIELDS}
    return Schema(**{PAPER_ID: COLUMN(NumericColumn("q")), TEXT: PaperText(TEXT), **texts})
