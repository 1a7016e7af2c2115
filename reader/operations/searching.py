"""Answers a query with the index for words and the database for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.digests.identifiers import identify
from reader.errors import IndexDamagedError, NotFoundError
from reader.model import Found, Snippet, Sort
from reader.operations.indexing import Indexer
from reader.store import Store, filters, papers

if TYPE_CHECKING:
    from reader.search.query import Query

# How many papers a scan of the database gives while there is no index.
_SCANNED = 500


def find(store: Store, indexer: Indexer, text: str, sort: Sort) -> Found:
    """The papers that answer ``text``. While there is no index the database is read instead."""
    from reader.search.query import parse

    named = _named(store, text)
    if named is not None:
        return Found((named,), 1)
    query = parse(text)
    if not query:
        return Found((), 0, query.not_understood)
    allowed = filters.ids(store.reading(), query.filters, sort) if query.filters else None
    complete = True
    if not query.clauses:
        ids = allowed or []
    else:
        try:
            ids = indexer.search(query, allowed)
            complete = indexer.waiting() == 0
        except IndexDamagedError:
            ids, complete = _scan(store, query, allowed), False
        if sort is not Sort.RELEVANCE:
            ids = filters.ordered(store.reading(), ids, sort)
    return Found(tuple(ids), len(ids), query.not_understood, complete)


def snippets(store: Store, text: str, ids: Sequence[int]) -> dict[int, Snippet]:
    """For each paper the piece of abstract, note or authors that matches best, if any does."""
    from reader.search.query import parse
    from reader.search.snippets import best

    query = parse(text)
    found = {}
    for paper in papers.full_many(store.reading(), ids) if query.clauses else ():
        texts = (
            ("abstract", paper.abstract),
            ("note", paper.note.text),
            ("authors", ", ".join(paper.authors)),
        )
        snippet = best(texts, query)
        if snippet:
            found[paper.id] = snippet
    return found


def matches(text: str, field: str, value: str) -> tuple[tuple[int, int], ...]:
    """Where ``value``, a paper's ``field``, has what the query ``text`` asks for."""
    from reader.search.query import parse
    from reader.search.snippets import matches as in_text

    return in_text(value, parse(text), field)


def _named(store: Store, text: str) -> int | None:
    """The paper whose identifier or address was pasted, if it is here."""
    identifier = identify(text.strip()) if text.strip() else None
    if identifier is None:
        return None
    try:
        return papers.find(store.reading(), "", [identifier])
    except NotFoundError:
        return None


def _scan(store: Store, query: Query, allowed: Sequence[int] | None) -> list[int]:
    wanted = [
        word for clause in query.clauses if not clause.negated for word in clause.text.split()
    ]
    unwanted = [clause.text.split() for clause in query.clauses if clause.negated]
    found = filters.scan(store.reading(), wanted, unwanted, _SCANNED)
    if allowed is None:
        return found
    permitted = set(allowed)
    return [key for key in found if key in permitted]
