"""When papers were read and decided about. Read-only.

``papers`` keeps the latest time at which a paper became read and the latest at which its status
changed. So a paper counts as read on the day when it became what it is now, and as having waited
until its latest decision; what it was before, and was no more, leaves no trace here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reader.store.connection import Database
from reader.store.moments import begins

# Whole days of 24 hours. A paper that another program had marked may be older than its decision.
WAITED = (
    "max(0, CAST(round((julianday(p.status_at) - julianday(p.added_at)) * 86400) AS INTEGER)) "
    "/ 86400"
)
READ = "p.status = 'read' AND p.read_at >= ? AND p.read_at < ?"
DECIDED = "p.status <> 'inbox' AND p.status_at >= ? AND p.status_at < ?"
_TIMES = (
    "SELECT p.id, CASE p.status WHEN 'read' THEN ifnull(p.read_at, '') ELSE '' END, "
    f"ifnull(p.status_at, ''), ifnull({WAITED}, 0) FROM papers p "
    "WHERE p.status <> 'inbox' AND (p.status_at >= ? OR p.read_at >= ?)"
)


class Times(NamedTuple):
    """When a paper became read (empty: it is not), when it was decided, and after how many days."""

    paper_id: int
    read: str
    decided: str
    waited: int


def since(database: Database, first: str) -> list[Times]:
    """The papers read or decided about from a moment on."""
    return [Times(*row) for row in database.rows(_TIMES, (first, first))]


def of_papers(database: Database, ids: Iterable[int], first: str) -> list[Times]:
    """Like ``since``, of some papers only."""
    among = " AND p.id IN (SELECT value FROM json_each(?))"
    rows = database.rows(_TIMES + among, (first, first, json.dumps(list(ids))))
    return [Times(*row) for row in rows]


def tags_of(database: Database, ids: Iterable[int]) -> list[tuple[int, str]]:
    """The tags of papers, each as the paper's number and the tag's name."""
    sql = (
        "SELECT pt.paper_id, t.name FROM json_each(?) wanted "
        "JOIN paper_tags pt ON pt.paper_id = wanted.value JOIN tags t ON t.id = pt.tag_id"
    )
    return [(key, name) for key, name in database.rows(sql, (json.dumps(list(ids)),))]


def came_in(database: Database, first: date, after: date) -> int:
    """How many papers were added from one day until before another."""
    sql = "SELECT count(*) FROM papers WHERE added_at >= ? AND added_at < ?"
    return int(database.value(sql, (begins(first), begins(after))))


def first_added(database: Database) -> str:
    """When the oldest paper was added; empty where there are none."""
    return database.value("SELECT min(added_at) FROM papers") or ""


def in_inbox(database: Database) -> int:
    """How many papers are not decided about."""
    return int(database.value("SELECT count(*) FROM papers WHERE status = 'inbox'"))
