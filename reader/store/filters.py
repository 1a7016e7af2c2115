"""The conditions of a query that the database answers: ``is:unread``, ``tag:nlp``…"""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.model import Filter, ListKind, PaperList, Sort
from reader.store.connection import Database
from reader.store.lists import ORDERS, condition_of

_IS = {
    "unread": "p.status NOT IN ('read', 'skipped')",
    "read": "p.status = 'read'",
    "inbox": "p.status = 'inbox'",
    "queued": "p.status = 'queued'",
    "reading": "p.status = 'reading'",
    "skipped": "p.status = 'skipped'",
    "starred": "p.starred = 1",
    "annotated": condition_of(PaperList(ListKind.ANNOTATED))[0],
}
# A tag stands for those nested in it too, one ending in * for all that begin so; case is the same.
_TAG = (
    "p.id IN (SELECT pt.paper_id FROM paper_tags pt JOIN tags t ON t.id = pt.tag_id "
    "WHERE lower(t.name) = lower(?) OR substr(lower(t.name), 1, ?) = lower(?) || '/')"
)
_TAG_BEGINNING = (
    "p.id IN (SELECT pt.paper_id FROM paper_tags pt JOIN tags t ON t.id = pt.tag_id "
    "WHERE substr(lower(t.name), 1, ?) = lower(?))"
)


def known(condition: Filter) -> bool:
    """Whether the database knows what a filter means."""
    return condition.field == "tag" or (condition.field == "is" and condition.value in _IS)


def ids(database: Database, filters: Sequence[Filter], sort: Sort = Sort.ADDED) -> list[int]:
    """The papers that meet all filters, in order. Filters must be ``known``."""
    conditions: list[str] = []
    parameters: list[str | int] = []
    for condition in filters:
        sql, values = _condition(condition)
        conditions.append(f"NOT ({sql})" if condition.negated else sql)
        parameters.extend(values)
    where = " AND ".join(conditions) or "1"
    sql = f"SELECT p.id FROM papers p WHERE {where} ORDER BY {ORDERS[sort]}"
    return [key for (key,) in database.rows(sql, parameters)]


def _condition(condition: Filter) -> tuple[str, tuple[str | int, ...]]:
    if condition.field == "tag":
        value = condition.value
        if value.endswith("*"):
            return _TAG_BEGINNING, (len(value) - 1, value[:-1])
        return _TAG, (value, len(value) + 1, value)
    return _IS[condition.value], ()


def ordered(database: Database, ids_: Sequence[int], sort: Sort) -> list[int]:
    """The same papers in another order."""
    sql = (
        "SELECT p.id FROM papers p WHERE p.id IN (SELECT value FROM json_each(?)) "
        f"ORDER BY {ORDERS[sort]}"
    )
    return [key for (key,) in database.rows(sql, (json.dumps(list(ids_)),))]


def scan(database: Database, words: Sequence[str], limit: int) -> list[int]:
    """Papers with all the words somewhere, by reading them all: for while there is no index."""
    text = (
        "lower(p.title || ' ' || p.abstract || ' ' || "
        "coalesce((SELECT n.text FROM notes n WHERE n.paper_id = p.id), '') || ' ' || "
        "coalesce((SELECT group_concat(a.name, ' ') FROM authors a WHERE a.paper_id = p.id), ''))"
    )
    where = " AND ".join(f"instr({text}, ?)" for _ in words) or "1"
    sql = f"SELECT p.id FROM papers p WHERE {where} ORDER BY p.added_at DESC, p.id LIMIT ?"
    return [key for (key,) in database.rows(sql, (*[word.lower() for word in words], limit))]
