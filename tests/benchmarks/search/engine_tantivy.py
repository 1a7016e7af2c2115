"""tantivy through its Python binding: stemmed English, finished words AND'd over the fields.

The word being typed is a regular expression over the terms of each field, all hits of which score
the same. Those terms are stems: ``attention`` begun so far is not the beginning of ``attent``, and
finds less than in the other two engines. Nothing but the number of a paper is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

from tests.benchmarks.search.asked import Asked, Kind
from tests.benchmarks.search.engines import FIELDS, LIMIT, CannotError, Fields, Paper

_HEAP = 128_000_000
_BOOSTS = {"title": 2.0, "note": 1.5}
# The same chain as "en_stem", which the binding does not hand out.
_STEMS = (
    TextAnalyzerBuilder(Tokenizer.simple())
    .filter(Filter.remove_long(40))
    .filter(Filter.lowercase())
    .filter(Filter.stemmer("english"))
    .build()
)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", indexed=True, fast=True)
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="en_stem", index_option="position")
    return builder.build()


def _document(number: int, fields: Fields) -> tantivy.Document:
    document = tantivy.Document()
    document.add_integer("number", number)
    for field in FIELDS:
        if fields[field]:
            document.add_text(field, fields[field])
    return document


def build(folder: Path, papers: Iterable[Paper]) -> None:
    """Indexes with one thread; merging has threads of its own, and is waited for."""
    folder.mkdir()
    writer = tantivy.Index(_schema(), str(folder)).writer(_HEAP, 1)
    for number, fields in papers:
        writer.add_document(_document(number, fields))
    writer.commit()
    writer.wait_merging_threads()


def open_engine(folder: Path) -> TantivyEngine:
    """Opens what was built."""
    return TantivyEngine(folder)


class TantivyEngine:
    """An open index; its writer is kept, once there is one."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()
        self._writer: tantivy.IndexWriter | None = None

    def search(self, query: Asked, limit: int = LIMIT) -> tuple[Sequence[int], int]:
        found = self._searcher.search(self._query(query), limit, count=True)
        addresses = [address for _, address in found.hits]
        return self._searcher.fast_field_values("number", addresses), found.count

    def replace(self, number: int, fields: Fields) -> None:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        self._writer.delete_documents_by_term("number", number)
        self._writer.add_document(_document(number, fields))
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def close(self) -> None:
        self._writer = None

    def _query(self, query: Asked) -> Query:
        stems = [stem for word in query.words for stem in _STEMS.analyze(word)]
        match query.kind:
            case Kind.ALL:
                parts = [self._word(stem) for stem in stems]
                if query.begun:
                    parts.append(self._beginning(query.begun))
                return parts[0] if len(parts) == 1 else _joined(Occur.Must, parts)
            case Kind.ANY:
                return _joined(Occur.Should, [self._word(stem) for stem in stems])
            case Kind.PHRASE if len(stems) > 1:
                phrases = [
                    self._boosted(field, Query.phrase_query(self._schema, field, list(stems)))
                    for field in FIELDS
                ]
                return _joined(Occur.Should, phrases)
            case Kind.PHRASE:
                return self._word(stems[0])
            case Kind.TITLE:
                return Query.term_query(self._schema, "title", stems[0])
            case Kind.FUZZY:
                word = query.words[0]
                near = [Query.fuzzy_term_query(self._schema, field, word) for field in FIELDS]
                return _joined(Occur.Should, near)
        raise CannotError(query.kind)

    def _word(self, stem: str) -> Query:
        """A finished word in any field."""
        terms = [
            self._boosted(field, Query.term_query(self._schema, field, stem)) for field in FIELDS
        ]
        return _joined(Occur.Should, terms)

    def _beginning(self, begun: str) -> Query:
        """The word being typed in any field."""
        pattern = re.escape(begun) + ".*"
        fields = [Query.regex_query(self._schema, field, pattern) for field in FIELDS]
        return Query.const_score_query(_joined(Occur.Should, fields), 1.0)

    def _boosted(self, field: str, query: Query) -> Query:
        return Query.boost_query(query, _BOOSTS[field]) if field in _BOOSTS else query


def _joined(occur: Occur, queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(occur, query) for query in queries])
