"""The conditions of a query that the database answers: ``is:unread``, ``tag:nlp``…"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain

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
_TAGGED = (
    "p.id IN (SELECT paper_id FROM paper_tags WHERE tag_id IN (SELECT value FROM json_each(?)))"
)


def known(condition: Filter) -> bool:
    """Whether the database knows what a filter means."""
    return condition.field == "tag" or (condition.field == "is" and condition.value in _IS)


def ids(database: Database, filters: Sequence[Filter], sort: Sort = Sort.ADDED) -> list[int]:
    """The papers that meet all filters, in order. Filters must be ``known``."""
    conditions: list[str] = []
    parameters: list[str] = []
    for condition in filters:
        if condition.field == "tag":
            sql = _TAGGED
            parameters.append(json.dumps(_tags(database, condition.value)))
        else:
            sql = _IS[condition.value]
        conditions.append(f"NOT ({sql})" if condition.negated else sql)
    where = " AND ".join(conditions) or "1"
    sql = f"SELECT p.id FROM papers p WHERE {where} ORDER BY {ORDERS[sort]}"
    return [key for (key,) in database.rows(sql, parameters)]


def _tags(database: Database, value: str) -> list[int]:
    """The tags that are meant: with those nested in it; ending in *, all that begin so.

    Case is the same in every script, which SQLite's own lower() does not know.
    """
    wanted = value.casefold()

    def meant(name: str) -> bool:
        if wanted.endswith("*"):
            return name.startswith(wanted[:-1])
        return name == wanted or name.startswith(f"{wanted}/")

    rows = database.rows("SELECT id, name FROM tags")
    return [key for key, name in rows if meant(name.casefold())]


def ordered(database: Database, ids_: Sequence[int], sort: Sort) -> list[int]:
    """The same papers in another order."""
    sql = (
        "SELECT p.id FROM papers p WHERE p.id IN (SELECT value FROM json_each(?)) "
        f"ORDER BY {ORDERS[sort]}"
    )
    return [key for (key,) in database.rows(sql, (json.dumps(list(ids_)),))]


def scan(
    database: Database, wanted: Sequence[str], unwanted: Sequence[Sequence[str]], limit: int
) -> list[int]:
    """Papers with all the words somewhere, by reading them all: for while there is no index.

    Those that have every word of one of ``unwanted`` are left out.
    """
    text = (
        "lower(p.title || ' ' || p.abstract || ' ' || "
        "coalesce((SELECT n.text FROM notes n WHERE n.paper_id = p.id), '') || ' ' || "
        "coalesce((SELECT group_concat(a.name, ' ') FROM authors a WHERE a.paper_id = p.id), ''))"
    )
    conditions = [f"instr({text}, ?)" for _ in wanted]
    for words in unwanted:
        conditions.append(f"NOT ({' AND '.join(f'instr({text}, ?)' for _ in words)})")
    parameters = [word.lower() for word in (*wanted, *chain.from_iterable(unwanted))]
    where = " AND ".join(conditions) or "1"
    sql = f"SELECT p.id FROM papers p WHERE {where} ORDER BY p.added_at DESC, p.id LIMIT ?"
    return [key for (key,) in database.rows(sql, (*parameters, limit))]
