"""Answers a query with the index for words and the database for the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reader.digests.identifiers import identify
from reader.errors import IndexDamagedError, NotFoundError
from reader.model import Filter, Found, Snippet, Sort, Widened
from reader.operations.conditions import Conditions
from reader.operations.indexing import Indexer
from reader.operations.likeness import Likings
from reader.store import Store, filters, papers

if TYPE_CHECKING:
    from reader.search.columns import PaperIds
    from reader.search.evaluate import Meets
    from reader.search.query import Query

# An identifier or address and nothing else, as sites write it: “arXiv:2401.00001v2 [cs.CL] 1 Jan”.
_ADDRESS = re.compile(r"(?:(?:arxiv|doi|pmid|acl|s2):?\s)?[^\s-]\S*(?:\s+\[.*)?", re.IGNORECASE)
# How many papers a scan of the database gives while there is no index.
_SCANNED = 500


def find(
    store: Store,
    indexer: Indexer,
    conditions: Conditions,
    likings: Likings,
    text: str,
    sort: Sort,
    now: datetime,
    *,
    literal: bool = False,
) -> Found:
    """The papers that answer ``text``; where none do, those that answer its nearest spelling.

    ``literal`` keeps to what was typed. While there is no index the database is read instead.
    """
    from reader.search.parsing import parse

    query = parse(text)
    named = _named(store, text.strip(), query)
    if named is not None:
        return Found((named,), 1)
    if not query:
        return Found((), 0, query.not_understood)

    def meets(condition: Filter) -> PaperIds:
        return conditions.meeting(condition, now)

    complete, corrected = True, ""
    ids: Sequence[int]
    if not query.clauses():
        ids = _scan(store, query, meets)
    else:
        try:
            ids = indexer.search(query, meets)
            if not ids and not literal:
                corrected = indexer.correct(text, query) or ""
                ids = indexer.search(parse(corrected), meets) if corrected else ids
                corrected = corrected if ids else ""
            complete = indexer.waiting() == 0
        except IndexDamagedError:
            ids, complete, corrected = _scan(store, query, meets)[:_SCANNED], False, ""
    ids = ordered(conditions, likings, ids, query.sort or sort)
    return Found(
        tuple(ids), len(ids), query.not_understood, corrected=corrected, index_complete=complete
    )


def widened(
    store: Store,
    indexer: Indexer,
    conditions: Conditions,
    likings: Likings,
    text: str,
    now: datetime,
) -> Widened | None:
    """The same words without the filters beside them, where that has answers."""
    from reader.search.parsing import parse, without_filters

    wider, left_out = without_filters(text)
    if not left_out or not parse(wider).clauses():
        return None
    found = find(store, indexer, conditions, likings, wider, Sort.RELEVANCE, now)
    return Widened(wider, left_out, found.total) if found.total else None


def ordered(
    conditions: Conditions, likings: Likings, ids: Sequence[int], sort: Sort
) -> Sequence[int]:
    """Papers that come by relevance in another order."""
    if sort is Sort.RELEVANCE:
        return ids
    by_database = conditions.ordered(ids, sort)
    return likings.ordered(by_database) if sort is Sort.LIKENESS else by_database


def snippets(store: Store, text: str, ids: Sequence[int]) -> dict[int, Snippet]:
    """For each paper the piece of abstract, note or authors that matches best, if any does."""
    from reader.search.parsing import parse
    from reader.search.snippets import best

    query = parse(text)
    found = {}
    for paper in papers.full_many(store.reading(), ids) if query.clauses() else ():
        texts = (
            ("abstract", paper.abstract),
            ("note", paper.note.text),
            *(("note", highlight.comment) for highlight in paper.highlights),
            ("authors", ", ".join(paper.authors)),
        )
        snippet = best(texts, query)
        if snippet:
            found[paper.id] = snippet
    return found


def matches(text: str, field: str, value: str) -> tuple[tuple[int, int], ...]:
    """Where ``value``, a paper's ``field``, has what the query ``text`` asks for."""
    from reader.search.marking import matches as in_text
    from reader.search.parsing import parse

    return in_text(value, parse(text), field)


def _named(store: Store, text: str, query: Query) -> int | None:
    """The paper whose identifier or address was pasted, if it is here."""
    if not _ADDRESS.fullmatch(text) or any(clause.field for clause in query.clauses()):
        return None
    identifier = identify(text)
    if identifier is None:
        return None
    try:
        return papers.find(store.reading(), "", [identifier])
    except NotFoundError:
        return None


def _scan(store: Store, query: Query, meets: Meets) -> list[int]:
    """The papers that answer the query, newest first, by reading them.

    Words are taken as letters, anywhere in a text.
    """
    from reader.search.query import And, Clause, Node, Not, Or

    database = store.reading()
    everything = filters.everything(database, Sort.ADDED)

    def answer(node: Node) -> set[int]:
        if isinstance(node, Clause):
            return filters.scan(database, node.text.strip("*~").split())
        if isinstance(node, Not):
            return set(everything) - answer(node.part)
        if isinstance(node, And):
            return set.intersection(*map(answer, node.parts))
        if isinstance(node, Or):
            return set.union(*map(answer, node.parts))
        return set(meets(node).tolist())

    assert query.root is not None
    answered = answer(query.root)
    return [key for key in everything if key in answered]
